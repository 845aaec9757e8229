import { type AddressInfo, createServer } from 'node:net';
import { setImmediate as turn } from 'node:timers/promises';
import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiError, cometapi, createKling, klingai } from '../../src/index.ts';
import { createProxy, type ProxyOptions } from '../../src/proxy/index.ts';
import { broken, html, scripted, silence, text, withRequest } from '../support/fetch.ts';
import {
  accepted,
  audio,
  gatewayRefused,
  looksLike,
  refused,
  succeeded,
  taskId,
} from '../support/kling.ts';
import { failure } from '../support/outcome.ts';
import { everything, home, input, key, proxied, route, said } from './support.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('through the proxy', () => {
  it('the ordinary client creates, reads, waits and lists', async () => {
    const list = { code: 0, message: '', request_id: '', data: [succeeded.data] };
    const { kling, seen } = proxied({}, accepted(), succeeded, list);
    expect(await kling.textToAudio.run(input)).toEqual({ audios: [audio] });
    expect(await kling.textToAudio.list({ pageNum: 2, pageSize: 5 })).toEqual([succeeded.data]);
    expect(seen.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `POST https://api-singapore.klingai.com${route}`,
      `GET https://api-singapore.klingai.com${route}/${taskId}`,
      `GET https://api-singapore.klingai.com${route}?pageNum=2&pageSize=5`,
    ]);
    expect(await seen[0]?.json()).toMatchObject(input);
  });

  it('a gateway keeps its prefix', async () => {
    const { fetch, requests } = scripted(accepted());
    const rate = { requests: 9, perSeconds: 1 };
    const proxy = createProxy(
      cometapi,
      { apiKey: key },
      { allow: { textToVideo: ['create'] }, rate, fetch },
    );
    const kling = createKling(
      cometapi,
      { apiKey: 'any' },
      { baseUrl: home, fetch: withRequest(proxy) },
    );
    await kling.textToVideo.create({ prompt: 'a boat', model_name: 'kling-v3' });
    expect(requests[0]?.url).toBe('https://api.cometapi.com/kling/v1/videos/text2video');
  });

  it('a refusal comes as the provider says it', async () => {
    const { kling } = proxied({}, refused(1102, 429, { 'x-request-id': 'r-9' }));
    const error = await failure(kling.textToAudio.create(input), ApiError);
    expect(error).toMatchObject({
      code: 1102,
      status: 429,
      message: 'klingai: because of 1102 (code 1102, request r-1)',
      requestId: 'r-1',
    });
  });

  it('a refusal of the proxy’s own has the form of a gateway’s', async () => {
    const { post, get, send } = proxied({ rate: { requests: 1, perSeconds: 3_600 } });
    const responses = [
      await post('<x>'),
      await send('/v1/account'),
      await post(input, { origin: 'https://evil.example' }),
      await get(`${route}/1`),
      await get(`${route}/1`),
    ];
    expect(responses.map(({ status }) => status)).toEqual([400, 404, 403, 200, 429]);
    for (const response of responses.filter(({ ok }) => !ok)) {
      expect(response.headers.get('content-type')).toBe('application/json');
      expect(await response.json()).toEqual({
        error: { message: expect.stringMatching(/./), type: 'kling_fetch_proxy' },
      });
    }
  });

  it('an answer keeps its bytes, ids of 18 digits included', async () => {
    const body = '{ "code":0, "data": {"task_id": 861254119619698760, "é": "\\u96e8"} }';
    const { get } = proxied({}, text(body));
    const answer = await get(`${route}/1`);
    expect(await answer.text()).toBe(body);
  });
});

describe('the key', () => {
  it('is added on the server, in place of what the caller sent', async () => {
    const { post, seen } = proxied();
    await post(input, {
      authorization: 'Bearer session-7',
      cookie: 'session=8',
      'x-forwarded-for': '1.2.3.4',
      prefer: 'code=500',
    });
    const { host, ...headers } = Object.fromEntries(seen[0]?.headers ?? []);
    expect(headers).toEqual({ authorization: `Bearer ${key}`, 'content-type': 'application/json' });
    expect(seen[0]?.redirect).toBe('manual');
  });

  it('is never seen on the other side, not even when the provider says it aloud', async () => {
    const loud = () =>
      new Response(JSON.stringify({ code: 1002, message: `bad key ${key}`, request_id: '' }), {
        status: 401,
        headers: {
          'content-type': 'application/json',
          'set-cookie': `k=${key}`,
          'x-key': key,
          server: key,
          location: key,
        },
      });
    for (const answer of [
      loud,
      html(502),
      broken(key),
      refused(5000, 500),
      () => Response.redirect(`https://x.example/${key}`),
    ]) {
      const { post, kling } = proxied({}, answer);
      const response = await post(input);
      const everything = `${inspect([...response.headers])}${await response.text()}`;
      expect(everything).not.toContain(key);
      const error = await failure(kling.textToAudio.task('1').snapshot(), Error);
      expect(
        `${inspect(error, { depth: 9, showHidden: true })}${JSON.stringify(error)}`,
      ).not.toContain(key);
    }
  });

  it('passes on three headers of an answer and no cookie', async () => {
    const { get } = proxied(
      {},
      refused(1302, 429, {
        'retry-after': '7',
        'x-request-id': 'r',
        'set-cookie': 'a=b',
        etag: 'x',
      }),
    );
    const { headers } = await get(route);
    expect([...headers.keys()].sort()).toEqual([
      'access-control-expose-headers',
      'cache-control',
      'content-type',
      'retry-after',
      'vary',
      'x-content-type-options',
      'x-request-id',
    ]);
  });

  it('made of a pair is renewed once when it is refused', async () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    const { fetch, requests } = scripted(
      () => {
        vi.advanceTimersByTime(5_000);
        return refused(1004, 401)();
      },
      accepted(),
      refused(1004, 401),
    );
    const pair = { accessKey: 'a', secretKey: key };
    const proxy = createProxy(klingai, pair, {
      allow: everything,
      rate: { requests: 9, perSeconds: 1 },
      fetch,
    });
    const kling = createKling(
      klingai,
      { apiKey: 'x' },
      { baseUrl: home, fetch: withRequest(proxy) },
    );
    expect((await kling.textToAudio.create(input)).id).toBe(taskId);
    expect(requests).toHaveLength(2);
    expect(requests[0]?.authorization).not.toBe(requests[1]?.authorization);
    await failure(kling.textToAudio.task('1').snapshot(), ApiError);
    expect(requests).toHaveLength(4);
  });

  it.each([
    ['a page', html(401), 1],
    ['an empty body', text('', 401), 1],
    ['a gateway', gatewayRefused(401), 2],
    ['the provider, with HTTP 200', refused(1004, 200), 2],
  ])('is renewed only when somebody says that it is bad: %s', async (_, refusal, times) => {
    const { fetch, requests } = scripted(refusal);
    const pair = { accessKey: 'a', secretKey: key };
    const rate = { requests: 9, perSeconds: 1 };
    const proxy = createProxy(klingai, pair, { allow: everything, rate, fetch });
    const body = JSON.stringify({ ...input, external_task_id: 'rain-1' });
    const { status } = await proxy(new Request(home + route, { method: 'POST', body }));
    expect([status, requests.length]).toEqual([(await refusal()).status, times]);
  });

  it.each([
    ['is missing', { apiKey: '' }, {}],
    ['would go through the air', { apiKey: key }, { baseUrl: 'http://api.example.com' }],
  ])('that %s is said when the proxy is made', (_, credentials, options) => {
    const rate = { requests: 9, perSeconds: 1 };
    expect(() =>
      createProxy(klingai, credentials, { allow: everything, rate, ...options }),
    ).toThrow(TypeError);
  });
});

describe('nothing else gets through', () => {
  it.each([
    '/',
    '/v1/audio/tts',
    '/v1/audio',
    '/account/billing/balance',
    '/v1/general/delete-voices',
    '/v1/general/presets-voices/1',
    `${route}/`,
    `${route}/1/2`,
    `${route}/..`,
    `${route}/../../../account`,
    `${route}/%2e%2e`,
    `${route}/..%2f..%2faccount/x`,
    `${route}s`,
    '/V1/AUDIO/TEXT-TO-AUDIO',
    '/kling/v1/audio/%74ext-to-audio',
  ])('GET %s is not found', async (path) => {
    const { get, seen } = proxied();
    expect((await get(path)).status).toBe(404);
    expect(seen).toEqual([]);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'HEAD', 'constructor'])('%s is not found', async (method) => {
    const { send, seen } = proxied();
    expect((await send(route, { method })).status).toBe(404);
    expect((await send(`${route}/1`, { method })).status).toBe(404);
    expect(seen).toEqual([]);
  });

  it('what is not on the list is refused, not denied: a client would create a task again that is not found', async () => {
    const { kling, seen } = proxied(
      { allow: { textToAudio: ['create'] } },
      () => new Response('', { status: 502 }),
    );
    const error = await failure(kling.textToAudio.task('1').snapshot(), ApiError);
    expect(error).toMatchObject({
      status: 403,
      message: expect.stringContaining('the proxy does not let this through'),
    });
    await failure(kling.textToVideo.create({ prompt: 'x' }), ApiError);
    await failure(kling.videoToAudio.create({ video_url: 'https://a.example' }), ApiError);
    await failure(kling.textToAudio.list(), ApiError);
    expect(seen).toEqual([]);
    await kling.textToAudio.create(input).catch(() => {});
    expect(seen).toHaveLength(1);
  });

  it.each([
    '%2e%2e%2f',
    '1%2f..',
    '1%20',
    '%00',
    '.a',
    '1%3Fx=1',
    'a'.repeat(129),
    '%E9%9B%A8',
    '%',
    '%zz',
  ])('an id that could mean more is refused: %s', async (id) => {
    const { get, seen } = proxied();
    expect((await get(`${route}/${id}`)).status).toBe(403);
    expect(seen).toEqual([]);
  });

  it.each([
    '861254119619698760',
    'CjMT7WdSwWcAAAAAALvB3g',
    'rain-1',
    '7f3c8a9e-0000-4000-8000-000000000000',
    'order:7.b',
    'CjMT+w==',
    'CjMT+w==',
  ])('an id of every kind passes: %s', async (id) => {
    const { kling, seen } = proxied({}, looksLike('processing', { task_id: id }));
    await kling.textToAudio.task(id).snapshot();
    expect(new URL(seen[0]?.url ?? '').pathname).toBe(`${route}/${encodeURIComponent(id)}`);
  });

  it('of a query, what the document has', async () => {
    const { get, seen } = proxied();
    await get(`${route}?pageNum=1&key=x&pageSize=2%26a%3D1`);
    expect(new URL(seen[0]?.url ?? '').search).toBe('?pageNum=1&pageSize=2%26a%3D1');
    await get(`${route}/1?pageNum=1`);
    expect(new URL(seen[1]?.url ?? '').search).toBe('');
  });

  it.each<[string, string, string]>([
    [
      'a field of another operation',
      JSON.stringify({ ...input, mode: 'pro' }),
      'klingai has no field "mode" in this operation',
    ],
    [
      'a field of nobody',
      '{"prompt":"x","constructor":1}',
      'klingai has no field "constructor" in this operation',
    ],
    [
      'a field in the prototype',
      '{"__proto__":{"prompt":"x"}}',
      'klingai has no field "__proto__" in this operation',
    ],
    [
      'an address to call',
      JSON.stringify({ ...input, callback_url: 'https://evil.example' }),
      'callback_url may not be set through the proxy',
    ],
    ['a list', '[]', 'the body is not a JSON object'],
    ['no JSON', '<x>', 'the body is not a JSON object'],
    ['nothing', '', 'the body is not a JSON object'],
  ])('of a body, what the document has: %s', async (_, body, message) => {
    const { post, seen } = proxied();
    expect(await said(await post(body))).toEqual([400, message]);
    expect(seen).toEqual([]);
  });

  it('a body that is too large, or never ends', async () => {
    const small = proxied({ maxBytes: 1_000 });
    expect((await small.post({ prompt: 'x'.repeat(1_000) })).status).toBe(413);
    const short = proxied({ timeout: 30 });
    const never = { method: 'POST', body: new ReadableStream(), duplex: 'half' };
    expect((await short.send(route, never)).status).toBe(408);
    expect([...small.seen, ...short.seen]).toEqual([]);
  });

  it('what the provider does not have cannot be allowed', () => {
    const make = (allow: object) => () =>
      createProxy(cometapi, { apiKey: key }, { allow, rate: { requests: 1, perSeconds: 1 } });
    expect(make({ textToAudio: ['create', 'list'] })).toThrow(
      'cometapi has no list of textToAudio',
    );
    expect(make({ resume: ['create'] })).toThrow('cometapi has no create of resume');
  });
});

describe('authorize', () => {
  it('is asked with the request and what it is for, and its no counts', async () => {
    const calls: unknown[] = [];
    const { kling, seen } = proxied({
      authorize({ headers }, call) {
        calls.push([headers.get('authorization'), call]);
        return call.action !== 'create' || call.input?.duration !== 10;
      },
    });
    await kling.textToAudio.create({ ...input, external_task_id: 'mine' });
    const error = await failure(kling.textToAudio.create({ ...input, duration: 10 }), ApiError);
    expect(error).toMatchObject({ status: 403, message: expect.stringContaining('not allowed') });
    await kling.textToAudio.task(taskId).snapshot();
    expect(seen).toHaveLength(2);
    expect(calls[0]).toEqual([
      'Bearer session-7',
      { operation: 'textToAudio', action: 'create', input: { ...input, external_task_id: 'mine' } },
    ]);
    expect(calls[2]).toEqual([
      'Bearer session-7',
      { operation: 'textToAudio', action: 'read', id: taskId },
    ]);
  });

  it.each([
    ['false', false],
    ['nothing', undefined],
    ['no user', null],
    ['an empty name', ''],
    ['what is no answer', { id: 7 }],
  ])('lets through only who is known: %s', async (_, verdict) => {
    const { post, seen } = proxied({ authorize: () => verdict as string });
    expect(await said(await post(input))).toEqual([403, 'not allowed']);
    expect(seen).toEqual([]);
  });

  it.each<[string, (ask: () => Promise<never>) => Partial<ProxyOptions>]>([
    ['authorize', (ask) => ({ authorize: ask })],
    [
      'the store of the rate',
      (take) => ({ rate: { requests: 9, perSeconds: 9, store: { take } } }),
    ],
  ])('that never answers is not waited for: %s', async (_, optionsFor) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const ask = vi.fn(() => new Promise<never>(() => {}));
    const { post, seen } = proxied({ timeout: 60_000, ...optionsFor(ask) });
    const answer = post({ ...input, external_task_id: 'rain-1' });
    while (!ask.mock.calls.length) await turn();
    vi.advanceTimersByTime(60_000);
    expect(await said(await answer)).toEqual([503, 'nobody said in time whether this may be sent']);
    expect(seen).toEqual([]);
  });

  it('that answers too late sends and counts nothing', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    let answerNow: ((verdict: boolean) => void) | undefined;
    const authorize = () =>
      new Promise<boolean>((resolve) => {
        answerNow = resolve;
      });
    const take = vi.fn(() => 0);
    const rate = { requests: 9, perSeconds: 9, store: { take } };
    const { post, seen } = proxied({ timeout: 60_000, authorize, rate });
    const answer = post(input);
    while (!answerNow) await turn();
    vi.advanceTimersByTime(60_000);
    expect((await answer).status).toBe(503);
    answerNow(true);
    for (let turns = 0; turns < 20; turns++) await turn();
    expect([seen, take.mock.calls]).toEqual([[], []]);
  });

  it('that fails lets nobody through', async () => {
    const { post, seen } = proxied({ authorize: () => Promise.reject(new Error('no database')) });
    await expect(post(input)).rejects.toThrow('no database');
    expect(seen).toEqual([]);
  });
});

describe('pages', () => {
  const cors = (response: Response) => response.headers.get('access-control-allow-origin');

  it('of its own host may use it, also where another one ends TLS', async () => {
    const { post, proxy } = proxied();
    expect((await post(input, { origin: 'https://app.example' })).status).toBe(200);
    const init = {
      method: 'POST',
      body: JSON.stringify(input),
      headers: { origin: 'https://app.example' },
    };
    expect((await proxy(new Request(`http://app.example${route}`, init))).status).toBe(200);
  });

  it.each([
    'https://evil.example',
    'null',
    'https://app.example.evil.example',
    'https://app.example:8443',
    'x',
  ])('of others may not: %s', async (origin) => {
    const { post, send, seen } = proxied({ origins: ['https://other.example'] });
    const response = await post(input, { origin });
    expect([response.status, cors(response)]).toEqual([403, null]);
    const asked = await send(route, { method: 'OPTIONS', headers: { origin } });
    expect([asked.status, cors(asked)]).toEqual([403, null]);
    expect(seen).toEqual([]);
  });

  it.each([
    ['cross-site', 403],
    ['same-site', 403],
    ['same-origin', 200],
    ['none', 200],
  ])('that are not named by their browser: %s', async (site, status) => {
    const { get, seen } = proxied();
    expect((await get(`${route}/1`, { 'sec-fetch-site': site })).status).toBe(status);
    expect(seen).toHaveLength(status === 200 ? 1 : 0);
  });

  it('of a listed origin may, and their browser is told so', async () => {
    const origin = 'https://other.example';
    const { post, send } = proxied({ origins: [origin] });
    const headers = { origin, 'access-control-request-headers': 'authorization,content-type' };
    const asked = await send(route, { method: 'OPTIONS', headers });
    expect(asked.status).toBe(204);
    expect(cors(asked)).toBe(origin);
    expect(asked.headers.get('access-control-allow-headers')).toBe('authorization,content-type');
    const response = await post(input, { origin });
    expect([response.status, cors(response), response.headers.get('vary')]).toEqual([
      200,
      origin,
      'origin',
    ]);
    expect(response.headers.get('access-control-allow-credentials')).toBeNull();
  });

  it.each<[string, string | undefined, Record<string, string>, number]>([
    ['its own', 'http://localhost:3000', {}, 200],
    ['its own, as it is written', undefined, { host: 'LocalHost:3000' }, 200],
    ['that of a stranger', 'http://evil.example:3000', {}, 403],
    [
      'that of a stranger behind its own',
      'http://localhost:3000',
      { host: 'evil.example:3000' },
      403,
    ],
    ['another port', 'http://localhost:3001', {}, 403],
  ])('of a host that leads to it by chance may not use it: %s', async (_, url, more, status) => {
    const { proxy, seen } = proxied({ hosts: ['localhost:3000'] });
    const address = (url ?? 'http://localhost:3000') + route;
    const { origin } = new URL(address);
    const headers = { ...more, origin };
    const body = JSON.stringify(input);
    const answers = [
      await proxy(new Request(address, { method: 'POST', body, headers })),
      await proxy(new Request(`${address}/1`, { headers: more })),
      await proxy(new Request(address, { method: 'OPTIONS', headers })),
    ];
    const ok = status === 200;
    expect(answers.map((answer) => answer.status)).toEqual(ok ? [200, 200, 204] : [403, 403, 403]);
    expect(answers.map(cors)).toEqual(ok ? [origin, null, origin] : [null, null, null]);
    expect(seen).toHaveLength(ok ? 2 : 0);
  });

  it('cannot be made of an answer', async () => {
    const { get } = proxied({}, html(502));
    const { status, headers } = await get(`${route}/1`);
    expect(status).toBe(502);
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('a provider that', () => {
  it.each([
    ['breaks off', broken('ECONNRESET'), 'the provider did not answer'],
    ['is silent', silence, 'the provider did not answer'],
    [
      'redirects',
      () => Response.redirect('https://evil.example'),
      'the provider answered with a redirect',
    ],
    [
      'sends for ever',
      () => new Response(new ReadableStream({ pull: (to) => to.enqueue(new Uint8Array(1e6)) })),
      'the provider did not answer',
    ],
  ])('%s gives a 502, after which the client is unsure', async (_, answer, message) => {
    const { post, seen } = proxied({ timeout: 200 }, answer);
    expect(await said(await post(input))).toEqual([502, message]);
    expect(seen).toHaveLength(1);
  });

  it('answers with a status that is none leaves it open what became of the create', async () => {
    const line = 'HTTP/1.1 999 Request denied\r\nconnection: close\r\n\r\n';
    const provider = createServer((socket) => socket.once('data', () => socket.end(line)));
    await new Promise<void>((resolve) => provider.listen(0, '127.0.0.1', resolve));
    const { port } = provider.address() as AddressInfo;
    const baseUrl = `http://127.0.0.1:${port}`;
    const { post } = proxied({ baseUrl, fetch: globalThis.fetch });
    const body = { ...input, external_task_id: 'rain-1' };
    const answer = [502, 'the provider answered with HTTP 999'];
    expect(await said(await post(body))).toEqual(answer);
    provider.close();
    expect(await said(await post(body))).toEqual(answer);
  });

  it('says nothing gives nothing', async () => {
    const { get } = proxied({}, () => new Response(null, { status: 204 }));
    const response = await get(`${route}/1`);
    expect([response.status, await response.text()]).toEqual([204, '']);
  });
});
