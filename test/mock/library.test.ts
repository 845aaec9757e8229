import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it, vi } from 'vitest';
import { cometapi, createKling, klingai } from '../../src/index.ts';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { createFetch } from '../../src/mock/server/server.ts';
import { collectGarbage } from '../support/garbage.ts';
import { builtMock, clientsOf, rain, raw } from '../support/mock-clients.ts';
import { processorTime } from '../support/processor.ts';

/** Limits of a process of its own and of its test: against hanging, not a measure. */
const processTimeout = 300_000;
const processTest = { timeout: 300_000 };

/** Runs a program that uses the mock, and returns what it prints. */
function printedBy(program: string): unknown {
  const code = `import { startMock } from ${JSON.stringify(builtMock)};${program}`;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', code],
    { encoding: 'utf8', timeout: processTimeout },
  );
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  return JSON.parse(stdout);
}

describe('starting', () => {
  it('takes less than 300 ms of work until it listens', async () => {
    const times: number[] = [];
    for (let time = 0; time < 5; time++) {
      const started: Mock[] = [];
      times.push(await processorTime(async () => started.push(await startMock())));
      for (const mock of started) {
        expect(mock.url).toBe(`http://127.0.0.1:${mock.port}`);
        await mock.close();
      }
    }
    expect(Math.min(...times)).toBeLessThan(300);
  });

  it('twice makes two mocks that do not share anything', async () => {
    await using first = await startMock({ speed: 1 });
    await using second = await startMock({ speed: 'instant', scenario: 'fails' });
    expect(first.port).not.toBe(second.port);
    await Promise.all([raw(first).create(), raw(second).create(), raw(second).create()]);
    expect([first.tasks.length, second.tasks.length]).toEqual([1, 2]);
    second.advance('1h');
    second.scenario('code-5000');
    expect(first.tasks[0]?.status).toBe('submitted');
    expect((await raw(first).create()).status).toBe(200);
    second.reset();
    expect(first.tasks).toHaveLength(2);
  });

  it('fails where the port is taken', async () => {
    await using mock = await startMock();
    await expect(startMock({ port: mock.port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it('listens on this machine alone, unless a host is given', async () => {
    const [address] = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .filter(({ internal, family }) => !internal && family === 'IPv4')
      .map(({ address }) => address);
    await using closed = await startMock();
    await using open = await startMock({ host: '0.0.0.0' });
    const status = (port: number) =>
      fetch(`http://${address}:${port}/_mock/rules`).then(
        ({ status }) => status,
        () => 'refused',
      );
    if (address)
      expect([await status(closed.port), await status(open.port)]).toEqual(['refused', 200]);
    expect((await fetch(`${closed.url}/_mock/rules`)).status).toBe(200);
    expect((await fetch(`${open.url}/_mock/rules`)).status).toBe(200);
  });

  it('takes an IPv6 address, or fails where this machine has none', async () => {
    const has = await new Promise((resolve) => {
      const probe = createServer().once('error', () => resolve(false));
      probe.listen(0, '::1', () => probe.close(() => resolve(true)));
    });
    if (!has) {
      await expect(startMock({ host: '::1' })).rejects.toThrow(/^listen /);
      return;
    }
    await using mock = await startMock({ host: '::1' });
    expect(mock.url).toBe(`http://[::1]:${mock.port}`);
    expect((await fetch(`${mock.url}/_mock/rules`)).status).toBe(200);
  });
});

describe('closing', () => {
  it('leaves no socket and no timer open, so that the process ends', processTest, () => {
    const program = `
      const count = () => process.getActiveResourcesInfo().sort();
      // What Node itself opens when it is first used, and closes when it has loaded the module.
      void [process.stdout, process.stderr];
      await new Promise((r) => setTimeout(r, 50));
      const before = count();
      {
        const mock = await startMock({ speed: 1 });
        const url = mock.url + '/klingai/v1/audio/text-to-audio';
        const headers = { authorization: 'Bearer x', 'content-type': 'application/json' };
        const body = JSON.stringify({ prompt: 'x', duration: 3, callback_url: 'http://127.0.0.1:9/' });
        const post = (prefer) => fetch(url, { method: 'POST', body, headers: { ...headers, prefer } });
        await (await post('scenario=normal')).text();
        const ends = ['hang', 'latency'].map((name) => post('scenario=' + name).catch(() => 'ended'));
        const events = await fetch(mock.url + '/_mock/events');
        while (mock.requests.length < 3) await new Promise((r) => setTimeout(r, 10));
        mock.advance('1h');
        await mock[Symbol.asyncDispose]();
        globalThis.ended = [...await Promise.all(ends), await events.text().catch(() => 'ended')];
      }
      await new Promise((r) => setTimeout(r, 50));
      console.log(JSON.stringify({ before, after: count(), ended }));`;
    const { before, after, ended } = printedBy(program) as Record<string, unknown>;
    expect(after).toEqual(before);
    expect(ended).toEqual(['ended', 'ended', 'ended']);
  });

  it('refuses later requests, and may be done twice', async () => {
    const mock = await startMock();
    await mock.close();
    await mock.close();
    await expect(fetch(mock.url)).rejects.toThrow();
  });

  it('may be done before Prism has been loaded', processTest, () => {
    const program = 'const mock = await startMock(); await mock.close(); console.log(1)';
    expect(printedBy(program)).toBe(1);
  });
});

describe('mock.fetch', () => {
  it('works as the client’s fetch, without a connection', async () => {
    await using mock = await startMock({ speed: 'instant' });
    const spy = vi.spyOn(globalThis, 'fetch');
    const options = { baseUrl: `${mock.url}/klingai`, fetch: mock.fetch, interval: 5 };
    const kling = createKling(klingai, { apiKey: 'test' }, options);
    const { audios } = await kling.textToAudio.run(rain);
    expect(audios).toHaveLength(1);
    expect(spy).not.toHaveBeenCalled();
    spy.mockRestore();
    const file = await mock.fetch(audios[0]?.url_mp3 ?? '', { headers: { range: 'bytes=0-9' } });
    expect([file.status, (await file.arrayBuffer()).byteLength]).toEqual([206, 10]);
  });

  it('answers for the providers’ own hosts, with results that the mock serves', async () => {
    await using mock = await startMock({ speed: 'instant' });
    const options = { fetch: mock.fetch, interval: 5 };
    const { audios } = await createKling(cometapi, { apiKey: 'test' }, options).textToAudio.run(
      rain,
    );
    expect(audios[0]?.url_mp3).toMatch(`${mock.url}/media/`);
    expect((await fetch(audios[0]?.url_mp3 ?? '')).status).toBe(200);
  });

  const reason = new Error('enough');
  const init = {
    method: 'POST',
    body: JSON.stringify(rain),
    headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
  };

  it.each(['hang', 'latency'])('rejects at an abort: %s', async (name) => {
    await using mock = await startMock({ speed: 'instant' });
    mock.scenario(name);
    const url = raw(mock).to('/v1/audio/text-to-audio');
    const stop = new AbortController();
    setTimeout(() => stop.abort(reason), 100);
    await expect(mock.fetch(url, { ...init, signal: stop.signal })).rejects.toBe(reason);
    const aborted = AbortSignal.abort(reason);
    await expect(mock.fetch(url, { ...init, signal: aborted })).rejects.toBe(reason);
    expect(mock.tasks).toHaveLength(1);
  });

  it('rejects at an abort even if only the mock has kept the Request', async () => {
    await using mock = await startMock({ speed: 'instant' });
    mock.scenario('hang');
    const stop = new AbortController();
    const url = raw(mock).to('/v1/audio/text-to-audio');
    const ended = mock.fetch(url, { ...init, signal: stop.signal }).catch((error) => error);
    await vi.waitUntil(() => mock.tasks.length > 0, { timeout: 60_000 });
    await collectGarbage(200);
    stop.abort(reason);
    expect(await ended).toBe(reason);
  });

  it.each([
    ['html-502', 502, /^<html>/],
    ['empty-200', 200, /^$/],
    ['truncated-json', 200, /^\{.*[^}]$/],
  ])('has the same faults as a connection: %s', async (name, status, text) => {
    await using mock = await startMock({ speed: 'instant' });
    mock.scenario(name);
    const create = (send: typeof fetch) =>
      send(raw(mock).to('/v1/audio/text-to-audio'), {
        method: 'POST',
        body: JSON.stringify(rain),
        headers: { authorization: 'Bearer x', 'content-type': 'application/json' },
      });
    for (const send of [mock.fetch, fetch]) {
      const answer = await create(send);
      expect([answer.status, await answer.text()]).toEqual([status, expect.stringMatching(text)]);
    }
    mock.scenario('reset-after');
    await expect(create(mock.fetch)).rejects.toMatchObject({ cause: { code: 'ECONNRESET' } });
  });

  it.each([
    ['x', 11e6],
    ['é', 6e6],
    ['音', 4e6],
  ])('limits bodies as the server does, in bytes: of %s', async (letter, count) => {
    await using mock = await startMock();
    const init = { method: 'POST', body: letter.repeat(count) };
    for (const send of [mock.fetch, fetch]) {
      expect((await send(raw(mock).to('/v1/audio/text-to-audio'), init)).status).toBe(413);
    }
  });

  it('adds the content-length that a connection would, in bytes', async () => {
    let length: string | null | undefined;
    const send = createFetch(async ({ headers }) => {
      length = headers['content-length'];
      return { status: 200, body: undefined };
    });
    await send('http://localhost/', { method: 'POST', body: 'é音x' });
    expect(length).toBe('6');
    await send('http://localhost/', { method: 'POST' });
    expect(length).toBeUndefined();
  });

  it('HEAD has no body', async () => {
    await using mock = await startMock({ speed: 'instant' });
    const { audios } = await clientsOf(mock).klingai.textToAudio.run(rain);
    const head = await mock.fetch(audios[0]?.url_wav ?? '', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-type'), await head.text()]).toEqual([
      200,
      'audio/wav',
      '',
    ]);
  });
});
