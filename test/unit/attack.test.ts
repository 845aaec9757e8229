import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  AnswerError,
  ApiError,
  cometapi,
  createKling,
  KlingError,
  klingai,
} from '../../src/index.ts';
import { broken, type Seen, scripted, silence } from '../support/fetch.ts';
import { accepted, looksLike, refused } from '../support/kling.ts';
import { eventually, failure } from '../support/outcome.ts';

const apiKey = 'k';
const input = { prompt: 'rain', duration: 5 };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const idIn = (url: string) => url.split('/').at(-1) ?? '';

describe('with maxRunning', () => {
  it('no more tasks run, and creates stay in order, after the machine slept for a while', async () => {
    let created = 0;
    const { fetch } = scripted(({ method, url }: Seen) =>
      method === 'POST'
        ? accepted(`task-${++created}`)
        : looksLike('processing', { task_id: idIn(url) }),
    );
    const kling = createKling(klingai, { apiKey }, { fetch, maxRunning: 1 });
    for (let count = 0; count < 4; count++) void kling.textToAudio.create(input);
    await vi.advanceTimersByTimeAsync(500);
    const now = performance.now.bind(performance);
    vi.spyOn(performance, 'now').mockImplementation(() => now() + 60_000);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(created).toBe(1);
  });

  it('a task that cannot be found yet keeps its slot', async () => {
    const { fetch, posts } = scripted(({ method }: Seen) =>
      method === 'POST' ? accepted('task-1') : refused(1203, 404),
    );
    const kling = createKling(klingai, { apiKey }, { fetch, maxRunning: 1 });
    await kling.textToAudio.create(input);
    void kling.textToAudio.create(input);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(posts()).toHaveLength(1);
  });
});

it('each of many waits that are blocked ends with an error about its own task', async () => {
  const page = () => new Response('<html>', { status: 403 });
  const kling = createKling(klingai, { apiKey }, { fetch: async () => page(), interval: 1_000 });
  const ids = Array.from({ length: 60 }, (_, index) => `task-${index}`);
  const waits = ids.map((id) => failure(kling.textToAudio.task(id).result(), AnswerError));
  const errors = await eventually(Promise.all(waits));
  expect(errors.map(({ task }) => task?.id)).toEqual(ids);
});

describe('a create that is refused because of a field', () => {
  const message = 'image_tail cannot be used with camera_control';

  it('is refused soon at klingai, whatever words the provider has for it', async () => {
    const { fetch } = scripted(({ method }: Seen) =>
      method === 'POST'
        ? Response.json({ code: 1201, message }, { status: 400 })
        : refused(1203, 404),
    );
    const kling = createKling(klingai, { apiKey }, { fetch });
    await eventually(failure(kling.textToAudio.create(input), ApiError), 15_000);
  });

  it('is refused at a gateway, whatever words it has for it', async () => {
    const error = { message, type: 'invalid_request_error' };
    const { fetch } = scripted(() => Response.json({ error }, { status: 400 }));
    const kling = createKling(cometapi, { apiKey }, { fetch });
    await failure(kling.textToAudio.create(input), ApiError);
  });
});

it('a task that is found after a lost response is adopted, its time in seconds as well', async () => {
  const created_at = Math.floor(Date.now() / 1_000);
  const { fetch } = scripted(({ method }: Seen) =>
    method === 'POST' ? broken('ECONNRESET') : looksLike('submitted', { created_at }),
  );
  const kling = createKling(klingai, { apiKey }, { fetch });
  await eventually(kling.textToAudio.create(input));
});

it('a snapshot that never gets a slot among the reads ends with an error of ours', async () => {
  const kling = createKling(cometapi, { apiKey }, { fetch: silence });
  const snapshots = Array.from({ length: 70 }, (_, index) =>
    failure(kling.textToAudio.task(`task-${index}`).snapshot(), KlingError),
  );
  await eventually(Promise.all(snapshots));
});

it('a parameter of a list that is undefined is left out', async () => {
  const { fetch, requests } = scripted({ code: 0, data: [] });
  const kling = createKling(klingai, { apiKey }, { fetch });
  await kling.textToAudio.list({ pageNum: undefined, pageSize: 5 } as { pageSize: number });
  expect(requests[0]?.url).toMatch(/\?pageSize=5$/);
});

it('a create works where signals cannot throw, as in React Native', async () => {
  vi.spyOn(AbortSignal.prototype, 'throwIfAborted').mockImplementation(() => {
    throw new TypeError('throwIfAborted is not a function');
  });
  const { fetch } = scripted(accepted());
  const kling = createKling(cometapi, { apiKey }, { fetch });
  await kling.textToAudio.create(input);
});
