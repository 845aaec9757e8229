import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, assert, beforeAll, describe, expect, it } from 'vitest';
import { providers } from '../../src/documents/documents.ts';
import {
  ApiError,
  cometapi,
  createKling,
  deerapi,
  klingai,
  TaskFailedError,
  TaskTimeoutError,
} from '../../src/index.ts';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { save } from '../../src/node/index.ts';
import { secondsOfMedia } from '../support/media.ts';
import { processorTime } from '../support/processor.ts';

let mock: Mock;
let folder: string;
beforeAll(async () => {
  mock = await startMock({ speed: 3_000 });
  folder = await mkdtemp(join(tmpdir(), 'kling-fetch-'));
});
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true });
});

const quick = (name: string) => ({ baseUrl: `${mock.url}/${name}`, interval: 20 });
const clients = {
  klingai: (options = quick('klingai')) => createKling(klingai, { apiKey: 'test' }, options),
  cometapi: (options = quick('cometapi')) => createKling(cometapi, { apiKey: 'test' }, options),
  deerapi: (options = quick('deerapi')) => createKling(deerapi, { apiKey: 'test' }, options),
};

/** Saves a result and measures how long it plays. */
async function playedSeconds(url: string): Promise<number> {
  const { file } = await save(url, join(folder, new URL(url).pathname.split('/').at(-1) ?? ''));
  return secondsOfMedia(await readFile(file), file);
}

describe.each(['klingai', 'cometapi', 'deerapi'] as const)('through the client, %s', (name) => {
  it('turns a text into a sound of the length asked for, going through every state', async () => {
    // Its time passes by requests alone, so that a busy machine does not miss a state.
    await using slow = await startMock({ speed: 1 });
    const passing: typeof fetch = (url, init) => {
      slow.advance('5s');
      return fetch(url, init);
    };
    const own = { ...quick(name), baseUrl: `${slow.url}/${name}`, interval: 5, fetch: passing };
    const task = await clients[name](own).textToAudio.create({ prompt: 'rain', duration: 4.5 });
    expect(task.id).toMatch(/^\d{18}$/);
    const states = new Set<string>();
    const { audios } = await task.result({ onProgress: (seen) => states.add(seen.task_status) });
    expect([...states]).toEqual(['submitted', 'processing', 'succeed']);
    expect(Math.abs((await playedSeconds(audios[0]?.url_mp3 ?? '')) - 4.5)).toBeLessThan(0.1);
    expect(await playedSeconds(audios[0]?.url_wav ?? '')).toBeCloseTo(4.5, 2);
  });

  it('gives a video its sound', async () => {
    const input = { video_url: 'https://example.com/clip.mp4' };
    const { audios, videos } = await clients[name]().videoToAudio.run(input);
    expect(Math.abs((await playedSeconds(audios[0]?.url_mp3 ?? '')) - 5)).toBeLessThan(0.1);
    expect(Math.abs((await playedSeconds(videos?.[0]?.url ?? '')) - 5)).toBeLessThan(0.1);
  });

  it('turns a text into a video of the length asked for', async () => {
    const { videos } = await clients[name]().textToVideo.run({
      prompt: 'boat',
      model_name: 'kling-v3',
      duration: '10',
    });
    expect(Math.abs((await playedSeconds(videos[0]?.url ?? '')) - 10)).toBeLessThan(0.1);
  });

  it('resumes a task from its handle, with another client', async () => {
    const task = await clients[name]().textToAudio.create({ prompt: 'rain', duration: 3 });
    const { audios } = await clients[name]()
      .resume(JSON.parse(JSON.stringify(task)))
      .result();
    expect(audios).toHaveLength(1);
  });

  it('refuses a bad request in the provider’s own form, naming field and rule', async () => {
    const error = await clients[name]()
      .textToAudio.create({ prompt: 'x'.repeat(201), duration: 5 })
      .catch((error: unknown) => error);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      status: 400,
      message: expect.stringMatching(/prompt.*200 characters/),
    });
  });

  it('refuses an id that it never gave', async () => {
    const task = clients[name]().textToAudio.task('861254119619690000');
    await expect(task.snapshot()).rejects.toMatchObject({ name: 'ApiError', status: 400 });
  });

  it('refuses a second task of the same external id, where the client finds the first', async () => {
    const input = { prompt: 'x', duration: 5, external_task_id: `twice-${name}` };
    const first = await clients[name]().textToAudio.create(input);
    const before = mock.tasks.length;
    const second = clients[name]().textToAudio.create(input);
    if (providers[name].lookupProves !== 'nothing') expect((await second).id).toBe(first.id);
    else await expect(second).rejects.toMatchObject({ cause: { name: 'ApiError', status: 400 } });
    expect(mock.requests.filter(({ method }) => method === 'POST').at(-1)?.status).toBe(400);
    expect(mock.tasks).toHaveLength(before);
  });
});

it('finds a task of Kling’s own API by its external id', async () => {
  const input = { prompt: 'x', duration: 5, external_task_id: 'rain-1' };
  const task = await clients.klingai().textToAudio.create(input);
  const handle = { v: 1, provider: 'klingai', operation: 'textToAudio' } as const;
  const found = await clients
    .klingai()
    .resume({ ...handle, externalId: 'rain-1' })
    .snapshot();
  expect(found).toMatchObject({ task_id: task.id, task_info: { external_task_id: 'rain-1' } });
});

it('lists the tasks of an account, newest first, by pages', async () => {
  const kling = createKling(klingai, { apiKey: 'another-account' }, quick('klingai'));
  const ids: string[] = [];
  for (const prompt of ['a', 'b', 'c']) {
    ids.unshift((await kling.textToAudio.create({ prompt, duration: 3 })).id);
  }
  const page = async (pageNum: number, pageSize: number) =>
    (await kling.textToAudio.list({ pageNum, pageSize })).map(({ task_id }) => task_id);
  expect(await page(1, 500)).toEqual(ids);
  expect([...(await page(1, 2)), ...(await page(2, 2))]).toEqual(ids);
  expect(await page(3, 2)).toEqual([]);
  await expect(page(1, 501)).rejects.toMatchObject({
    code: 1201,
    message: expect.stringContaining(': pageSize must be a whole number, from 1 to 500 ('),
  });
});

it('does not show one account the tasks of another', async () => {
  const task = await clients.klingai().textToAudio.create({ prompt: 'x', duration: 3 });
  const other = createKling(klingai, { apiKey: 'somebody-else' }, quick('klingai'));
  await expect(other.textToAudio.task(task.id).snapshot()).rejects.toBeInstanceOf(ApiError);
});

it('fails or never ends when told to', async () => {
  await using failing = await startMock({ speed: 'instant', scenario: 'fails' });
  await using stuck = await startMock({ speed: 'instant', scenario: 'stuck' });
  const run = async (url: string, timeout?: number) => {
    const options = { baseUrl: `${url}/cometapi`, interval: 5 };
    const { textToAudio } = createKling(cometapi, { apiKey: 'test' }, options);
    // Apart from the create, which may take longer on a busy machine.
    const task = await textToAudio.create({ prompt: 'x', duration: 3 });
    return task.result({ timeout }).catch((error: unknown) => error);
  };
  const failed = await run(failing.url);
  expect(failed).toBeInstanceOf(TaskFailedError);
  expect(failed).toMatchObject({ reason: 'Image pixel is invalid' });
  expect(await run(stuck.url, 60)).toBeInstanceOf(TaskTimeoutError);
});

describe('below the client', () => {
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    fetch(mock.url + path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', authorization: 'Bearer test', ...headers },
    });
  const create = '/klingai/v1/audio/text-to-audio';

  it('reports Prism’s violations in a header', async () => {
    const answer = await post(create, '{"prompt":"\u00e9","duration":2}');
    expect(answer.status).toBe(400);
    const violations = JSON.parse(answer.headers.get('sl-violations') ?? '[]');
    expect(violations).toContainEqual(
      expect.objectContaining({ location: ['body', 'duration'], code: 'minimum' }),
    );
    expect(await answer.json()).toMatchObject({ code: 1201 });
  });

  it('tells a missing credential from a wrong one', async () => {
    const missing = await fetch(mock.url + create);
    expect([missing.status, await missing.json()]).toMatchObject([401, { code: 1001 }]);
    const basic = await post(create, '{}', { authorization: 'Basic x' });
    expect([basic.status, await basic.json()]).toMatchObject([401, { code: 1002 }]);
  });

  it('refuses malformed JSON and oversized bodies at once, and stays up', async () => {
    const malformed = await post(create, '{"prompt":');
    expect([malformed.status, await malformed.json()]).toMatchObject([400, { code: 1201 }]);
    expect((await post(create, 'x'.repeat(11 * 1024 * 1024))).status).toBe(413);
    expect((await post(create, '{"prompt":"x","duration":3}')).status).toBe(200);
  });

  it('serves the generic query route of the gateways, too', async () => {
    const task = await clients.cometapi().textToAudio.create({ prompt: 'x', duration: 3 });
    const path = { action: 'audio', action2: 'text-to-audio', task_id: task.id };
    const route = '/v1/{action}/{action2}/{task_id}';
    const { data } = await clients.cometapi().http.GET(route, { params: { path } });
    expect(data?.data?.task_id).toBe(task.id);
  });

  it('answers 404 for what does not exist', async () => {
    expect((await fetch(`${mock.url}/nobody/v1/x`)).status).toBe(404);
    expect((await fetch(`${mock.url}/klingai/v1/x`)).status).toBe(404);
    expect((await fetch(`${mock.url}/media/1.mp3`)).status).toBe(404);
    const headers = { authorization: 'Bearer x' };
    for (const more of ['/', '/1/2', '/1/']) {
      const url = `${mock.url}/klingai/v1/audio/text-to-audio${more}`;
      expect((await fetch(url, { headers })).status).toBe(404);
    }
  });
});

it('is ready in about half a second once Prism is loaded, and leaves nothing open', async () => {
  const started: Mock[] = [];
  expect(await processorTime(async () => started.push(await startMock()))).toBeLessThan(500);
  const [another] = started;
  assert(another);
  await another.close();
  await expect(fetch(another.url)).rejects.toThrow();
});
