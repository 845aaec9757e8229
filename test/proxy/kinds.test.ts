import { describe, expect, it } from 'vitest';
import { requestExample } from '../../src/contract/documented.ts';
import { createKling } from '../../src/index.ts';
import { createProxy, type ProxyOptions } from '../../src/proxy/index.ts';
import { scripted, withRequest } from '../support/fetch.ts';
import { type Documented, documentedAs, klingLike } from '../support/offered.ts';
import { home, key } from './support.ts';

type Allowing = Pick<ProxyOptions, 'allow'>;

const answer = { code: 0, message: '', request_id: 'r', data: { id: '1' } };

/** A proxy to the provider of an operation, and a client that goes through it. */
function proxiedTo({ provider }: Documented, options: Allowing) {
  const { fetch, requests } = scripted(answer);
  const settings = { ...options, rate: { requests: 9, perSeconds: 1 }, fetch };
  const proxy = createProxy(klingLike(provider), { apiKey: key }, settings);
  const send = (path: string, init: RequestInit) => proxy(new Request(home + path, init));
  return { proxy, requests, send };
}

/** The request to an operation that its document shows, with a query that it does not have, too. */
function requestTo({ documented }: Documented): [path: string, init: RequestInit] {
  const { method, path } = documented;
  if (method === 'GET') return [`${path}?start_time=1&pageNum=2&secret=x`, {}];
  return [path, { method, body: JSON.stringify(requestExample(documented)) }];
}

const others = documentedAs('call', 'presets', 'delete');

describe.each(others)('$action of $name at $provider', (each) => {
  const { name, action, documented } = each;
  const allowing = (actions: string[]) => ({ allow: { [name]: actions } }) as Allowing;

  it('passes when it is allowed, with what the document has', async () => {
    const { send, requests } = proxiedTo(each, allowing([action]));
    expect((await send(...requestTo(each))).status).toBe(200);
    const url = new URL(requests[0]?.url ?? '');
    expect(url.pathname).toBe(documented.path);
    const parameters = documented.operation.parameters ?? [];
    const known = parameters.flatMap((one) => ('in' in one && one.in === 'query' ? one.name : []));
    for (const asked of url.searchParams.keys()) expect(known).toContain(asked);
    const body = documented.method === 'POST' ? requestExample(documented) : {};
    expect(requests[0]?.body).toEqual(body);
  });

  it('is refused when only other things are allowed', async () => {
    const all: Documented[] = documentedAs('create', 'list', 'call', 'presets', 'delete');
    const rest = all.filter(
      (one) => one.provider === each.provider && one.name === name && one.action !== action,
    );
    const { send, requests } = proxiedTo(each, allowing(rest.map((one) => one.action)));
    expect((await send(...requestTo(each))).status).toBe(403);
    expect(requests).toEqual([]);
  });

  it('is not found by another method', async () => {
    const { send, requests } = proxiedTo(each, allowing([action]));
    const method = documented.method === 'GET' ? 'POST' : 'GET';
    const other = documentedAs('call', 'create', 'list').some(
      (one) => one.documented.path === documented.path && one.documented.method === method,
    );
    const { status } = await send(documented.path, { method });
    expect(status).toBe(other ? 403 : 404);
    expect(requests).toEqual([]);
  });
});

it('a field that the document does not have is refused in every body', async () => {
  for (const each of others.filter(({ documented }) => documented.method === 'POST')) {
    const { send, requests } = proxiedTo(each, { allow: { [each.name]: [each.action] } });
    const example = requestExample(each.documented) as object;
    for (const more of [{ nobody: 1 }, { callback_url: 'https://evil.example' }]) {
      const body = JSON.stringify({ ...example, ...more });
      expect((await send(each.documented.path, { method: 'POST', body })).status).toBe(400);
    }
    expect(requests).toEqual([]);
  }
});

it('the id of what is deleted keeps its digits', async () => {
  const deletes = documentedAs('delete');
  for (const each of deletes) {
    const { send, requests } = proxiedTo(each, { allow: { [each.name]: ['delete'] } });
    const [field = ''] = Object.keys(requestExample(each.documented) as object);
    const body = `{"${field}":829836802793406551}`;
    expect((await send(each.documented.path, { method: 'POST', body })).status).toBe(200);
    expect(requests[0]?.body).toEqual({ [field]: '829836802793406551' });
  }
});

it('the ordinary client calls and deletes through the proxy', async () => {
  const { fetch, requests } = scripted(answer);
  const allow = { textToSpeech: ['call'], voices: ['presets', 'delete'] } as const;
  const rate = { requests: 9, perSeconds: 1 };
  const proxy = createProxy(klingLike('klingai'), { apiKey: key }, { allow, rate, fetch });
  const kling = createKling(
    klingLike('klingai'),
    { apiKey: 'x' },
    { baseUrl: home, fetch: withRequest(proxy) },
  );
  await kling.textToSpeech.call({ text: 'rain', voice_id: 'oversea_male1', voice_language: 'en' });
  await kling.voices.presets({ pageNum: 2 });
  await kling.voices.delete('829836802793406551');
  expect(requests.map(({ url }) => new URL(url).pathname + new URL(url).search)).toEqual([
    '/v1/audio/tts',
    '/v1/general/presets-voices?pageNum=2',
    '/v1/general/delete-voices',
  ]);
  expect(requests[2]?.body).toEqual({ voice_id: '829836802793406551' });
});
