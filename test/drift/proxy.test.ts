import { createServer, type IncomingMessage, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type DriftProxy,
  type DriftProxyOptions,
  driftProxy,
} from '../../src/drift/traffic/proxy.ts';
import { cometapi, createKling, klingai } from '../../src/index.ts';
import { accepting, answering, changing } from '../support/drift.ts';
import { type FakeOptions, fakeProvider } from '../support/fake-provider.ts';

const credentials = { apiKey: 'sk-canary-key' };
const closing: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  for (const each of closing.splice(0)) await each.close();
});

/** A fake provider, a proxy before it, and what the proxy says at the end. */
async function behind(options: FakeOptions, more: Partial<DriftProxyOptions> = {}) {
  const fake = fakeProvider({ history: 2, ...options });
  const server = await fake.listen();
  const proxy = await driftProxy({ provider: options.provider, upstream: server.url, ...more });
  closing.push(proxy, server);
  return { fake, proxy, ...(await clientsOf(proxy)) };
}

async function clientsOf({ url: baseUrl }: DriftProxy) {
  const options = { baseUrl, interval: 1 };
  return {
    kling: createKling(klingai, credentials, options),
    comet: createKling(cometapi, credentials, options),
  };
}

describe('an application behind the proxy', () => {
  it('works as without the proxy, and a provider that keeps its document has no drift', async () => {
    const { proxy, kling, fake } = await behind({ provider: 'klingai' });
    const { audios } = await kling.textToAudio.run({ prompt: 'rain', duration: 3 });
    expect(audios[0]?.url_mp3).toContain('/files/');
    await kling.textToVideo.list({ pageSize: 2 });
    await expect(kling.textToAudio.task('42').snapshot()).rejects.toThrow();
    await expect(
      kling.textToAudio.create({ prompt: 'x'.repeat(201), duration: 3 }),
    ).rejects.toThrow();
    const { findings, checked, skipped } = proxy.report();
    expect(findings).toEqual([]);
    expect(skipped).toEqual([]);
    expect(checked).toBe(fake.exchanges.length);
  });

  it('works with the prefix of a gateway', async () => {
    const { proxy, comet } = await behind({ provider: 'cometapi' });
    const { videos } = await comet.textToVideo.run({ prompt: 'a boat', model_name: 'kling-v3' });
    expect(videos).not.toEqual([]);
    expect(proxy.report()).toMatchObject({ findings: [], skipped: [] });
  });

  it('gets what the provider sent, to the byte, drift or not', async () => {
    const body = '{ "code": 0,\n "extra": "ü" }';
    const headers = { 'content-type': 'application/json', 'x-request-id': 'r-7' };
    const mutate = answering(({ action }) => action === 'list', { body, headers });
    const { proxy } = await behind({ provider: 'klingai', mutate });
    const response = await fetch(`${proxy.url}/v1/audio/text-to-audio`, {
      headers: { authorization: 'Bearer x' },
    });
    expect(await response.text()).toBe(body);
    expect(response.headers.get('x-request-id')).toBe('r-7');
  });
});

describe('the report of the proxy', () => {
  it('has each difference once, with its location in the answer', async () => {
    const mutate = changing('get', '/data/created_at', String);
    const { proxy, kling } = await behind({ provider: 'klingai', mutate });
    await kling.textToAudio.run({ prompt: 'rain', duration: 3 });
    await kling.textToAudio.run({ prompt: 'rain', duration: 3 });
    expect(proxy.report().findings).toMatchObject([
      {
        kind: 'answer-type',
        severity: 'breaking',
        location: '/data/created_at',
        operation: 'GET /v1/audio/text-to-audio/{task_id}',
      },
    ]);
  });

  it('has rules that are no longer enforced', async () => {
    const { proxy, kling } = await behind({ provider: 'klingai', mutate: accepting(() => true) });
    await kling.textToAudio.create({ prompt: 'x'.repeat(201), duration: 3 });
    await fetch(`${proxy.url}/v1/audio/text-to-audio/1`);
    expect(proxy.report().findings).toMatchObject([
      { kind: 'limit-not-enforced', location: '/prompt', actual: 'a text of 201 characters' },
      { kind: 'auth-not-required', location: 'status' },
    ]);
  });

  it('has results that never came', async () => {
    const mutate = changing('get', '/data/task_result', () => ({}));
    const { proxy, kling } = await behind({ provider: 'klingai', mutate });
    const task = await kling.textToAudio.create({ prompt: 'rain', duration: 3 });
    for (let poll = 0; poll < 8; poll++) await task.snapshot();
    expect(proxy.report().findings).toMatchObject([{ kind: 'result-missing' }]);
  });

  it('does not take the refusal of an external id in use for a new rule', async () => {
    const { proxy, kling } = await behind({ provider: 'klingai' });
    const input = { prompt: 'rain', duration: 3, external_task_id: 'mine' };
    await kling.textToAudio.create(input);
    await expect(kling.textToAudio.create(input)).rejects.toThrow();
    expect(proxy.report().findings).toEqual([]);
  });

  it('has neither key nor prompt nor id in it', async () => {
    const mutate = changing('get', '/data', (data, { request }) => ({
      ...Object(data),
      echo: JSON.stringify(request),
      task_status: 'canary prompt',
    }));
    const { proxy, kling } = await behind({ provider: 'klingai', mutate });
    const task = await kling.textToAudio.create({ prompt: 'a canary prompt', duration: 3 });
    await task.snapshot();
    await fetch(`${proxy.url}/v1/canary-route/12345678?key=canary`);
    const { findings, skipped } = proxy.report();
    expect(findings.length).toBeGreaterThan(1);
    expect(JSON.stringify({ findings, skipped })).not.toMatch(
      /sk-canary|canary prompt|12345678|key=/,
    );
  });

  it('says what could not be checked', async () => {
    const mutate = answering(({ action }) => action === 'list', {
      status: 502,
      body: '<html>nginx</html>',
    });
    const { proxy, kling } = await behind({ provider: 'klingai', mutate });
    await expect(kling.textToAudio.list()).rejects.toThrow();
    await fetch(`${proxy.url}/v1/images/nothing`, { headers: { authorization: 'Bearer x' } });
    expect(proxy.report()).toEqual({
      checked: 0,
      findings: [],
      skipped: [
        {
          what: 'GET /v1/audio/text-to-audio',
          why: 'a page of HTML came (HTTP 502)',
          failed: true,
        },
        { what: 'GET /v1/images/nothing', why: 'not in the document of klingai' },
      ],
    });
  });
});

describe('a target', () => {
  /** Sends lines as they are, and reads the first line of the answer. */
  async function send({ port }: DriftProxy, ...lines: string[]): Promise<string> {
    const socket = connect(port, '127.0.0.1');
    socket.write(`${[...lines, 'connection: close'].join('\r\n')}\r\n\r\n`);
    const pieces: Buffer[] = [];
    for await (const piece of socket) pieces.push(piece);
    return Buffer.concat(pieces).toString().split('\r\n')[0] ?? '';
  }
  const list = '/v1/audio/text-to-audio?pageSize=1';
  const signed = 'authorization: Bearer sk-canary-key';

  it.each([
    ['a path', list, 'localhost'],
    ['its own address', `http://127.0.0.1:4011${list}`, '127.0.0.1:4011'],
    ['its own name', `http://localhost${list}`, 'localhost'],
  ])('that is %s is forwarded', async (_, target, host) => {
    const { proxy, fake } = await behind({ provider: 'klingai' });
    expect(await send(proxy, `GET ${target} HTTP/1.1`, `host: ${host}`, signed)).toMatch(/ 200 /);
    expect(fake.exchanges).toHaveLength(1);
    expect(proxy.report()).toMatchObject({ checked: 1, skipped: [] });
  });

  it('that has the upstream address in it is forwarded, below its path', async () => {
    const { proxy, fake } = await behind({ provider: 'cometapi' });
    const fetched: string[] = [];
    const other = await driftProxy({
      provider: 'cometapi',
      upstream: 'https://gateway.example/base/',
      fetch: async (url) => {
        fetched.push(String(url));
        return Response.json({});
      },
    });
    closing.push(other);
    for (const target of ['https://gateway.example/kling/v1', '/a/./b']) {
      expect(await send(other, `GET ${target} HTTP/1.1`, 'host: gateway.example')).toMatch(/ 200 /);
    }
    expect(fetched).toEqual(
      ['kling/v1', 'a/b'].map((path) => `https://gateway.example/base/${path}`),
    );
    expect([fake.exchanges, proxy.report().checked]).toEqual([[], 0]);
  });

  it.each([
    ['another host', 'GET', 'http://evil.example/v1', 'localhost', 421],
    ['another host behind a user', 'GET', 'http://localhost@evil.example/v1', 'localhost', 421],
    ['a Host of a page that was made to lead here', 'GET', list, 'evil.example', 421],
    ['a Host that is none', 'GET', list, '[', 421],
    ['a host without its scheme', 'GET', '//evil.example/v1', 'localhost', 400],
    ['the same with a backslash', 'GET', '/\\evil.example/v1', 'localhost', 400],
    ['half a host', 'GET', '//[', 'localhost', 400],
    ['half a host with its scheme', 'GET', 'http://[', 'localhost', 421],
    ['a user before the host', 'GET', '@evil.example/', 'localhost', 400],
    ['a way out', 'GET', '/../v2', 'localhost', 400],
    ['a hidden way out', 'GET', '/a/%2e%2E/%2e./v2', 'localhost', 400],
    ['a way out with hidden slashes', 'GET', '/a/..%2f..%5c..%2Fv2', 'localhost', 400],
    ['no path', 'OPTIONS', '*', 'localhost', 400],
    ['a tunnel', 'CONNECT', 'evil.example:443', 'evil.example', 405],
    ['an echo', 'TRACE', '/v1', 'localhost', 501],
  ])('that is %s is refused', async (_, method, target, host, status) => {
    const fetched: unknown[] = [];
    const proxy = await driftProxy({
      provider: 'klingai',
      upstream: 'http://127.0.0.1:1/base',
      fetch: async (url) => {
        fetched.push(url);
        return Response.json({});
      },
    });
    closing.push(proxy);
    const line = await send(proxy, `${method} ${target} HTTP/1.1`, `host: ${host}`, signed);
    // Some of it is refused before the proxy sees it.
    expect(Number(line.split(' ')[1])).toSatisfy((code) => [status, 400].includes(code));
    expect(fetched).toEqual([]);
    expect(JSON.stringify(proxy.report())).not.toMatch(/canary|evil/);
    expect(await send(proxy, `GET ${list} HTTP/1.1`, 'host: localhost')).toMatch(/ 200 /);
  });

  it('that asks for another protocol is refused', async () => {
    const { proxy, fake } = await behind({ provider: 'klingai' });
    const upgrade = ['connection: upgrade', 'upgrade: websocket'];
    expect(await send(proxy, `GET ${list} HTTP/1.1`, 'host: localhost', ...upgrade)).toMatch(
      / 501 /,
    );
    expect(fake.exchanges).toEqual([]);
  });

  it('takes the headers of its connection no further, and no answer brings those of another', async () => {
    let sent: Record<string, string> = {};
    const proxy = await driftProxy({
      provider: 'klingai',
      fetch: async (_, init) => {
        sent = Object.fromEntries(new Headers(init?.headers));
        const headers = { connection: 'x-mine', 'x-mine': '1', 'x-yours': '2' };
        return new Response('{}', { headers });
      },
    });
    closing.push(proxy);
    const headers = { 'proxy-authorization': 'Basic a', 'x-b': '1', 'x-c': '2' };
    const { port } = proxy;
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      const connection = { connection: 'close, X-B' };
      request({ port, host: '127.0.0.1', headers: { ...headers, ...connection } }, resolve)
        .on('error', reject)
        .end();
    });
    answer.resume();
    expect(sent).toMatchObject({ 'x-c': '2' });
    expect(Object.keys(sent)).not.toEqual(expect.arrayContaining(['x-b']));
    expect(Object.keys(sent)).not.toEqual(expect.arrayContaining(['proxy-authorization']));
    expect([answer.headers['x-mine'], answer.headers['x-yours']]).toEqual([undefined, '2']);
  });
});

describe('the proxy itself', () => {
  it('says so in its report when an exchange cannot be checked', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const headers = { 'content-type': 'application/json' };
    const mutate = answering(({ action }) => action === 'list', { body: deep, headers });
    const { proxy } = await behind({ provider: 'klingai', mutate });
    const response = await fetch(`${proxy.url}/v1/audio/text-to-audio`);
    expect(await response.text()).toBe(deep);
    await proxy.close();
    const { findings, skipped } = proxy.report();
    expect(findings.length + skipped.filter(({ failed }) => failed).length).toBeGreaterThan(0);
  });

  it('takes no upstream address with a password or a query', async () => {
    for (const upstream of [
      'https://a:canary@api.example.com',
      'https://api.example.com/?canary',
    ]) {
      const refused = driftProxy({ provider: 'klingai', upstream });
      await expect(refused).rejects.toThrow(/^upstream is not an address(?!.*canary)/);
    }
  });

  it('takes no upstream address to which keys would go in clear text', async () => {
    const refused = driftProxy({ provider: 'klingai', upstream: 'http://api.example.com' });
    await expect(refused).rejects.toThrow('upstream would show the key to others: use https');
  });

  it('answers 502 when it gets no answer, and says so in the report', async () => {
    const proxy = await driftProxy({ provider: 'klingai', upstream: 'http://127.0.0.1:1' });
    closing.push(proxy);
    const response = await fetch(`${proxy.url}/v1/audio/text-to-audio`);
    expect(response.status).toBe(502);
    expect(await response.json()).toEqual({ message: 'no answer from 127.0.0.1:1' });
    expect(proxy.report().skipped).toMatchObject([
      { why: 'no answer from 127.0.0.1:1', failed: true },
    ]);
  });

  it('refuses a body that is too large, and lives on', async () => {
    const { proxy, kling } = await behind({ provider: 'klingai' });
    const body = 'x'.repeat(20_000_001);
    const response = await fetch(`${proxy.url}/v1/audio/text-to-audio`, { method: 'POST', body });
    expect(response.status).toBe(413);
    await expect(kling.textToAudio.list()).resolves.toBeDefined();
  });

  it('forwards large answers without checking them', async () => {
    const mutate = answering(({ action }) => action === 'list', {
      body: `"${'x'.repeat(25_000_000)}"`,
    });
    const { proxy } = await behind({ provider: 'klingai', mutate });
    const response = await fetch(`${proxy.url}/v1/audio/text-to-audio`, {
      headers: { authorization: 'Bearer x' },
    });
    expect((await response.text()).length).toBe(25_000_002);
    expect(proxy.report().skipped).toMatchObject([{ why: 'the response was too large' }]);
  });

  it('stops with connections open, and drops the upstream request of a client that has gone', async () => {
    let hungUp: () => void = () => {};
    const gone = new Promise<void>((resolve) => {
      hungUp = resolve;
    });
    const stop = new AbortController();
    const silent = createServer((request) => {
      request.once('close', hungUp);
      stop.abort();
    });
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const upstream = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
    const proxy = await driftProxy({ provider: 'klingai', upstream });
    const asked = fetch(`${proxy.url}/v1/audio/text-to-audio`, { signal: stop.signal });
    await expect(asked).rejects.toThrow();
    await gone;
    await proxy.close();
    silent.closeAllConnections();
    silent.close();
  });

  it('says in one line that its port is in use, or that its upstream is not an address', async () => {
    const { proxy } = await behind({ provider: 'klingai' });
    await expect(driftProxy({ provider: 'klingai', port: proxy.port })).rejects.toThrow(
      `cannot listen on port ${proxy.port}: EADDRINUSE`,
    );
    await expect(driftProxy({ provider: 'klingai', upstream: 'nowhere' })).rejects.toThrow(
      'upstream is not an address',
    );
  });
});
