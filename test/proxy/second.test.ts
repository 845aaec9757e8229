import { describe, expect, it } from 'vitest';
import { createKling, klingai2 } from '../../src/index.ts';
import { createProxy, type ProxyOptions } from '../../src/proxy/index.ts';
import { type Answer, scripted, withRequest } from '../support/fetch.ts';
import { home, key, said, userOf } from './support.ts';

const answer = (data: unknown): Answer => ({ code: 0, message: '', request_id: 'r', data });
const task = (id: string) => ({ id, status: 'processing', create_time: 1, update_time: 2 });
const route = '/text-to-video/kling-3.0-turbo';

/** A proxy of the second generation to a provider that shows every task. */
function proxied(options: Partial<ProxyOptions> = {}) {
  const { fetch, requests } = scripted(({ method, url }) => {
    const ids = new URL(url).searchParams.get('task_ids')?.split(',') ?? [];
    if (method === 'GET') return answer(ids.map(task));
    return answer(url.endsWith('/tasks') ? { result: [], count: 0 } : task('1'));
  });
  const allow = { textToVideo: ['create', 'read'], imageToVideo: ['read'] } as const;
  const rate = { requests: 100, perSeconds: 60 };
  const proxy = createProxy(klingai2, { apiKey: key }, { allow, rate, fetch, ...options });
  const send = (path: string, body?: object, headers: Record<string, string> = {}) =>
    proxy(
      new Request(home + path, {
        headers,
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
      }),
    );
  const kling = createKling(
    klingai2,
    { apiKey: 'session' },
    { baseUrl: home, fetch: withRequest(proxy) },
  );
  return { send, requests, kling };
}

describe('a proxy of the second generation', () => {
  it('serves the ordinary client: creates by model, and reads', async () => {
    const { kling, requests } = proxied();
    const made = await kling.textToVideo.create({ model: 'kling-3.0-turbo', prompt: 'rain' });
    expect((await made.snapshot()).status).toBe('processing');
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      `POST ${klingai2.origin}${route}`,
      `GET ${klingai2.origin}/tasks?task_ids=1`,
    ]);
    expect(requests[0]?.authorization).toBe(`Bearer ${key}`);
  });

  it('lets through what is allowed of the operations that share a route, and nothing else', async () => {
    const { send, requests } = proxied();
    const statuses = async (...paths: [string, object?][]) =>
      Promise.all(paths.map(async ([path, body]) => (await send(path, body)).status));
    expect(
      await statuses(
        [route, { prompt: 'rain' }],
        ['/tasks?task_ids=1'],
        ['/image-to-video/kling-3.0', { contents: [] }],
        ['/omni-video/kling-o1', { contents: [] }],
        ['/tasks', {}],
        ['/tasks'],
        ['/solutions?task_ids=1'],
        ['/text-to-video/kling-9', { prompt: 'rain' }],
        ['/text-to-video', { prompt: 'rain' }],
        ['/tasks/1'],
      ),
    ).toEqual([200, 200, 403, 403, 403, 403, 403, 404, 404, 404]);
    expect(requests).toHaveLength(2);
    const listing = proxied({ allow: { omniVideo: ['list'] } });
    expect((await listing.send('/tasks', { limit: 5 })).status).toBe(200);
    expect((await listing.send('/tasks?task_ids=1')).status).toBe(403);
  });

  it('asks for each of the tasks that are read together', async () => {
    const asked: unknown[] = [];
    const { send, requests } = proxied({
      authorize(request, { operation, action, id = '' }) {
        asked.push([operation, action, id]);
        return id.startsWith('own') && userOf(request);
      },
    });
    const ann = { 'x-user': 'ann' };
    const read = async (query: string) => (await send(`/tasks?${query}`, undefined, ann)).status;
    expect(await read('task_ids=own1,own2&secret=1')).toBe(200);
    expect(asked).toEqual([
      ['textToVideo', 'read', 'own1'],
      ['textToVideo', 'read', 'own2'],
    ]);
    expect(await read('task_ids=own1,2')).toBe(403);
    expect(await read('task_ids=own1%2C2')).toBe(403);
    expect(await read('task_ids=own1&task_ids=2')).toBe(403);
    expect(await read('task_ids=own1&external_task_ids=2')).toBe(403);
    expect(await read('external_task_ids=own3')).toBe(200);
    expect(requests.map(({ url }) => new URL(url).search)).toEqual([
      '?task_ids=own1%2Cown2',
      '?external_task_ids=own3',
    ]);
  });

  it('reads no more tasks at once than the provider does, and none without a name', async () => {
    const { send, requests } = proxied();
    const many = (count: number) => Array.from({ length: count }, (_, nth) => `t${nth}`).join();
    const read = async (ids: string) => (await send(`/tasks?task_ids=${ids}`)).status;
    expect(await Promise.all([many(20), many(21), '', 'a,', '..'].map(read))).toEqual([
      200, 403, 403, 403, 403,
    ]);
    expect(requests).toHaveLength(1);
  });

  it.each<[string, object, string]>([
    [
      'a field of the first generation',
      { sound: 'on' },
      'klingai2 has no field "sound" in this operation',
    ],
    [
      'a nested one',
      { settings: { mode: 'pro' } },
      'klingai2 has no field "settings.mode" in this operation',
    ],
    [
      'an address',
      { options: { callback_url: 'https://evil.example' } },
      'callback_url may not be set through the proxy',
    ],
  ])('refuses %s', async (_, more, message) => {
    const { send, requests } = proxied();
    expect(await said(await send(route, { prompt: 'rain', ...more }))).toEqual([400, message]);
    expect(requests).toEqual([]);
  });

  it('sends a create once that comes twice; one of another model is another', async () => {
    const { send, requests } = proxied();
    const body = { prompt: 'rain', options: { external_task_id: 'mine' } };
    await Promise.all([send(route, body), send(route, body)]);
    await send('/text-to-video/kling-2.6', body);
    expect(requests.map(({ url }) => new URL(url).pathname)).toEqual([
      route,
      '/text-to-video/kling-2.6',
    ]);
  });
});
