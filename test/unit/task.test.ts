import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  AnswerError,
  ApiError,
  cometapi,
  createKling,
  deerapi,
  type KlingError,
  klingai,
  TaskAbortedError,
  TaskFailedError,
  TaskTimeoutError,
} from '../../src/index.ts';
import {
  type Answer,
  broken,
  html,
  reset,
  type Seen,
  scripted,
  silence,
  text,
} from '../support/fetch.ts';
import { audio, gatewayRefused, looksLike, refused, succeeded, taskId } from '../support/kling.ts';
import { eventually, failure, signAtOnce } from '../support/outcome.ts';
import { countedSignal } from '../support/signal.ts';

const processing = looksLike('processing');

/** A task that exists already, seen through these answers. */
function following(...answers: [Answer, ...Answer[]]) {
  const { fetch, requests } = scripted(...answers);
  const kling = createKling(cometapi, { apiKey: 'k' }, { fetch });
  return { kling, requests, task: kling.textToAudio.task(taskId) };
}

/** The same task as if it had just been created. */
const created = ({ kling, task }: ReturnType<typeof following>) =>
  kling.resume({ ...task.toJSON(), createdAt: Date.now() });

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it('a look takes a signal of any make', async () => {
  class Signal {
    aborted = false;
    throwIfAborted() {}
    addEventListener() {}
    removeEventListener() {}
  }
  const { task } = following(succeeded);
  const signal = new Signal() as object as AbortSignal;
  expect(await task.snapshot({ signal })).toMatchObject({ task_status: 'succeed' });
});

describe('a wait', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  it('asks for the task by its id until it has ended, and gives the result', async () => {
    const { task, requests } = following(looksLike('submitted'), processing, succeeded);
    expect(await eventually(task.result())).toEqual({ audios: [audio] });
    const url = `https://api.cometapi.com/kling/v1/audio/text-to-audio/${taskId}`;
    expect(requests).toMatchObject(Array(3).fill({ method: 'GET', url }));
  });

  it('tells of each look', async () => {
    const { task } = following(looksLike('submitted'), processing, html(502), succeeded);
    const seen: string[] = [];
    const onProgress = ({ task_status }: { task_status: string }) => seen.push(task_status);
    await eventually(task.result({ onProgress }));
    expect(seen).toEqual(['submitted', 'processing', 'succeed']);
  });

  it('goes on while the status is one that nobody knows', async () => {
    const { task, requests } = following(looksLike('queued'), looksLike(''), succeeded);
    await eventually(task.result());
    expect(requests).toHaveLength(3);
  });

  it.each<[string, object]>([
    ['nothing', { task_result: null }],
    ['an empty result', { task_result: {} }],
    ['an empty list', { task_result: { audios: [] } }],
    ['another list', { task_result: { videos: [{ id: '1', url: 'https://files.example/1' }] } }],
    ['an empty address', { task_result: { audios: [{ ...audio, url_mp3: '', url_wav: '' }] } }],
    ['null in the list', { task_result: { audios: [null] } }],
  ])('goes on after `succeed` until the address is there: %s', async (_, more) => {
    const { task, requests } = following(looksLike('succeed', more), succeeded);
    expect(await eventually(task.result())).toEqual({ audios: [audio] });
    expect(requests).toHaveLength(2);
  });

  it('gives a list where one gateway has a single object', async () => {
    const video = { id: '1', url: 'https://files.example/1.mp4', duration: '5' };
    const { fetch } = scripted(looksLike('succeed', { task_result: { videos: video } }));
    const kling = createKling(cometapi, { apiKey: 'k' }, { fetch });
    expect(await eventually(kling.textToVideo.task(taskId).result())).toEqual({ videos: [video] });
  });

  it("ends with the provider's reason when that gave up", async () => {
    const failed = looksLike('failed', { task_status_msg: 'Image pixel is invalid' });
    const { task } = following(processing, failed);
    const error = await failure(eventually(task.result()), TaskFailedError);
    expect(error).toMatchObject({
      message: expect.stringContaining('Image pixel is invalid'),
      provider: 'cometapi',
    });
    expect(error.task).toEqual(task.toJSON());
  });

  it.each([undefined, null, ''])('ends also for a reason of %j', async (task_status_msg) => {
    const { task } = following(looksLike('failed', { task_status_msg }));
    const { message } = await failure(eventually(task.result()), TaskFailedError);
    expect(message).toContain('no reason was given');
  });

  it.each<[string, Answer]>([
    ['500', refused(5000, 500)],
    ['503', gatewayRefused(503)],
    ['524 with HTML', html(524)],
    ['200 with HTML', html(200)],
    ['nothing', text('')],
    ['half an answer', text('{"code":0,"data":{')],
    ['a body that breaks off', reset],
    ['a redirect', html(302)],
    ['too fast', refused(1302, 429)],
    ['429', gatewayRefused(429)],
    ['429 with HTML', html(429)],
    ['reset', broken('ECONNRESET')],
    ['not reached', broken('ECONNREFUSED')],
    ['408', html(408)],
  ])('sits out bad weather for longer than a new task gets: %s', async (_, weather) => {
    const { task, requests } = following(
      weather,
      weather,
      weather,
      weather,
      weather,
      weather,
      succeeded,
    );
    await eventually(task.result());
    expect(requests).toHaveLength(7);
  });

  it('waits at least as long as Retry-After asks', async () => {
    const { task, requests } = following(refused(1302, 429, { 'retry-after': '100' }), succeeded);
    await eventually(task.result());
    const [first, second] = requests;
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(100_000);
  });

  it.each<[string, Answer]>([
    ['401', gatewayRefused(401)],
    ['403', gatewayRefused(403)],
    ['code 1002', refused(1002, 401)],
    ['code 1103', refused(1103, 403)],
  ])('ends at once when the key is refused: %s', async (_, answer) => {
    const { task, requests } = following(answer);
    const error = await failure(eventually(task.result()), ApiError);
    expect(error.task).toEqual(task.toJSON());
    expect(requests).toHaveLength(1);
  });

  it.each<[string, Answer]>([
    ['1201', refused(1201, 400)],
    ['1203', refused(1203, 404)],
    ['404', gatewayRefused(404)],
  ])('allows a new task a minute until it is found: %s', async (_, unknown) => {
    const task = created(following(unknown, unknown, unknown, succeeded));
    expect(await eventually(task.result())).toEqual({ audios: [audio] });

    const started = performance.now();
    const lost = created(following(unknown));
    const error = await failure(eventually(lost.result()), ApiError);
    expect(error.task).toEqual(lost.toJSON());
    expect(performance.now() - started).toBeGreaterThan(60_000);
    expect(performance.now() - started).toBeLessThan(180_000);
  });

  it('counts that minute up to the question, however late the answer is', async () => {
    const late = () =>
      new Promise<Answer>((answer) => {
        setTimeout(() => answer(refused(1201, 400)), 29_500);
      });
    const { kling, requests } = following(late, succeeded);
    const handle = kling.textToAudio.task(taskId).toJSON();
    const task = kling.resume({ ...handle, createdAt: Date.now() - 55_000 });
    expect(await eventually(task.result())).toEqual({ audios: [audio] });
    expect(requests[1]?.at).toBeGreaterThan((requests[0]?.at ?? 0) + 29_500);
  });

  it('allows an old task nothing of the kind', async () => {
    const { kling, requests } = following(refused(1201, 400));
    const handle = kling.textToAudio.task(taskId).toJSON();
    const old = kling.resume({ ...handle, createdAt: Date.now() - 61_000 });
    await failure(eventually(old.result()), ApiError);
    expect(requests).toHaveLength(1);
  });

  it('ends after an hour, with a handle to go on with', async () => {
    const { task } = following(processing);
    const started = performance.now();
    const error = await failure(eventually(task.result()), TaskTimeoutError);
    expect(performance.now() - started).toBeGreaterThanOrEqual(3_600_000);
    expect(performance.now() - started).toBeLessThan(3_602_000);
    expect(error).toMatchObject({
      provider: 'cometapi',
      message: expect.stringContaining('the task is still running'),
    });

    const { kling } = following(succeeded);
    const again = kling.resume(JSON.parse(JSON.stringify(error)).task);
    expect(again.toJSON()).toEqual(task.toJSON());
    expect(await eventually(again.result())).toEqual({ audios: [audio] });
  });

  it('of an hour has a good token at each look', async () => {
    signAtOnce();
    const isGood = ({ authorization }: Seen) => {
      const { nbf, exp } = JSON.parse(atob(authorization?.split('.')[1] ?? ''));
      return Date.now() / 1000 >= nbf && Date.now() / 1000 < exp;
    };
    const { fetch, requests } = scripted((seen: Seen) =>
      isGood(seen) ? processing : refused(1004, 401),
    );
    const kling = createKling(klingai, { accessKey: 'AK', secretKey: 'SK' }, { fetch });
    const error = await failure(
      eventually(kling.textToAudio.task(taskId).result()),
      TaskTimeoutError,
    );
    expect(error.cause).toBeUndefined();
    expect(requests.length).toBeGreaterThan(200);
    const tokens = new Set(requests.map(({ authorization }) => authorization));
    expect(tokens.size).toBeGreaterThanOrEqual(3);
    expect(tokens.size).toBeLessThan(6);
  });

  it('ends when a renewed token is refused, too', async () => {
    signAtOnce();
    const { fetch, requests } = scripted(processing, refused(1002, 401));
    const kling = createKling(klingai, { accessKey: 'AK', secretKey: 'SK' }, { fetch });
    const task = kling.textToAudio.task(taskId);
    const error = await failure(eventually(task.result()), ApiError);
    expect(error).toMatchObject({ code: 1002, task: task.toJSON() });
    expect(requests).toHaveLength(3);
  });

  it('tells at the deadline what was wrong', async () => {
    const { task } = following(html(502));
    const error = await failure(eventually(task.result({ timeout: 5_000 })), TaskTimeoutError);
    expect(error.cause).toMatchObject({ name: 'AnswerError', status: 502 });
  });

  it('ends with what the listener throws as its cause, without polling again', async () => {
    const { task, requests } = following(processing);
    const onProgress = () => {
      throw new RangeError('mine');
    };
    const error = await failure(eventually(task.result({ onProgress })), TaskAbortedError);
    expect(error.cause).toEqual(new RangeError('mine'));
    expect(error.task).toEqual(task.toJSON());
    expect(requests).toHaveLength(1);
  });
});

describe('watching', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  it('gives each look, the last one included, and does not throw for a task that failed', async () => {
    const { task } = following(processing, looksLike('failed', { task_status_msg: 'no' }));
    const seen: string[] = [];
    async function watch() {
      for await (const { task_status } of task.watch()) seen.push(task_status);
    }
    await eventually(watch());
    expect(seen).toEqual(['processing', 'failed']);
  });

  it('leaves no timer and no listener behind when it is left early', async () => {
    const { task, requests } = following(processing);
    const { signal, listeners } = countedSignal();
    async function watch() {
      for await (const _ of task.watch({ signal })) if (requests.length === 3) break;
    }
    await eventually(watch());
    expect(requests).toHaveLength(3);
    expect(vi.getTimerCount()).toBe(0);
    expect(listeners()).toBe(0);
  });

  it('leaves none behind when the task has ended, either', async () => {
    const { task } = following(processing, broken('ECONNRESET'), succeeded);
    const { signal, listeners, added } = countedSignal();
    await eventually(task.result({ signal }));
    expect(added()).toBeGreaterThan(3);
    expect(vi.getTimerCount()).toBe(0);
    expect(listeners()).toBe(0);
  });
});

describe('a signal', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });

  /** Aborts in a while; the promise has to end within 10 ms of that. */
  async function aborted(promise: (signal: AbortSignal) => Promise<unknown>) {
    const controller = new AbortController();
    const ended = failure(promise(controller.signal), TaskAbortedError);
    await vi.advanceTimersByTimeAsync(500);
    controller.abort(new Error('enough'));
    return eventually(ended, 10);
  }

  it('may be shared by any number of waits, and Node does not warn', async () => {
    const warnings: string[] = [];
    const note = ({ name }: Error) => warnings.push(name);
    process.on('warning', note);
    const { task } = following(processing);
    const stop = new AbortController();
    const { signal } = stop;
    const waits = Array.from({ length: 12 }, () => [
      task.result({ signal }),
      task.watch({ signal }).next(),
      task.snapshot({ signal }),
    ]).flat();
    const ends = Promise.allSettled(waits);
    await vi.advanceTimersByTimeAsync(1_100);
    stop.abort();
    await ends;
    await vi.advanceTimersByTimeAsync(0);
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });

  it('ends a wait while it sleeps', async () => {
    const { task, requests } = following(processing);
    const error = await aborted((signal) => task.result({ signal }));
    expect(error).toMatchObject({ name: 'AbortError', cause: new Error('enough') });
    expect(error.task).toEqual(task.toJSON());
    expect(requests).toHaveLength(0);
  });

  it('ends a wait during a request, also when fetch does not listen', async () => {
    const { fetch, requests } = scripted(silence);
    const kling = createKling(cometapi, { apiKey: 'k' }, { fetch, interval: 1 });
    await aborted((signal) => kling.textToAudio.task(taskId).result({ signal }));
    expect(requests).toHaveLength(1);
  });

  it('ends a single look, also when fetch does not listen', async () => {
    const { task } = following(silence);
    const error = await aborted((signal) => task.snapshot({ signal }));
    expect(error.task).toEqual(task.toJSON());
  });

  it('ends a look whose body never ends', async () => {
    const { task } = following(() => new Response(new ReadableStream()));
    await aborted((signal) => task.snapshot({ signal }));
  });

  it('that has aborted already ends everything before a request', async () => {
    const { task, requests } = following(processing);
    const signal = AbortSignal.abort();
    await failure(task.result({ signal }), TaskAbortedError);
    await failure(task.snapshot({ signal }), TaskAbortedError);
    await failure(task.watch({ signal }).next(), TaskAbortedError);
    expect(requests).toHaveLength(0);
  });
});

describe('a snapshot', () => {
  it('asks once', async () => {
    const { task, requests } = following(processing);
    expect(await task.snapshot()).toEqual(processing.data);
    expect(requests).toHaveLength(1);
  });

  it.each<[string, Answer]>([
    ['too fast', refused(1302, 429, { 'retry-after': '0' })],
    ['500', refused(5000, 500)],
    ['401', gatewayRefused(401)],
  ])('that fails is not repeated, and says which task it was about: %s', async (_, answer) => {
    const { task, requests } = following(answer);
    const error = await failure(task.snapshot(), ApiError);
    expect(error.task).toEqual(task.toJSON());
    expect(requests).toHaveLength(1);
  });
});

describe('a task', () => {
  it('is plain data as JSON', () => {
    vi.useFakeTimers({ now: 5 });
    const { task } = following(processing);
    expect(JSON.parse(JSON.stringify(task))).toEqual({
      v: 1,
      provider: 'cometapi',
      operation: 'textToAudio',
      id: taskId,
    });
  });

  it('without an id is found by its external id where the provider can do that', async () => {
    const handle = {
      v: 1,
      provider: 'klingai',
      operation: 'textToAudio',
      externalId: 'mine',
      createdAt: 1,
    } as const;
    const { fetch, requests } = scripted(succeeded);
    const own = createKling(klingai, { apiKey: 'k' }, { fetch, interval: 1 });
    const task = own.resume(handle);
    expect(task).toMatchObject({ id: '', externalId: 'mine' });
    expect(await task.result()).toEqual({ audios: [audio] });
    expect(requests[0]?.url).toMatch(/\/v1\/audio\/text-to-audio\/mine$/);

    const { fetch: other, requests: asked } = scripted(succeeded);
    const elsewhere = createKling(deerapi, { apiKey: 'k' }, { fetch: other });
    const lookup = elsewhere.resume({ ...handle, provider: 'deerapi' }).snapshot();
    const error = await failure(lookup, TypeError);
    expect(error.message).toBe('deerapi finds tasks by their own id only');
    expect(asked).toHaveLength(0);
  });

  describe('without an id, where a task can perhaps be found by its external id', () => {
    beforeEach(() => {
      vi.useFakeTimers();
    });

    const perhaps = (createdAt: number, ...answers: [Answer, ...Answer[]]) => {
      const { kling, requests } = following(...answers);
      const facts = { operation: 'textToAudio', externalId: 'mine', createdAt } as const;
      return { task: kling.resume({ v: 1, provider: 'cometapi', ...facts }), requests };
    };

    it('is waited for when it is found', async () => {
      const { task, requests } = perhaps(Date.now(), refused(1201, 400), processing, succeeded);
      expect(await eventually(task.result())).toEqual({ audios: [audio] });
      expect(requests[0]?.url).toMatch(/\/kling\/v1\/audio\/text-to-audio\/mine$/);
    });

    it.each<[string, Answer, { new (...args: never[]): KlingError }]>([
      ['1203', refused(1203, 404), ApiError],
      ['the gateway’s 400', gatewayRefused(400), ApiError],
      ['no data', { code: 0, data: null }, AnswerError],
      ['an empty list', { code: 0, data: [] }, AnswerError],
    ])('is given up a minute after its create when it is not: %s', async (_, miss, Kind) => {
      const { task, requests } = perhaps(Date.now(), miss);
      const started = performance.now();
      const error = await failure(eventually(task.result()), Kind);
      expect(error.task).toEqual(task.toJSON());
      expect(performance.now() - started).toBeGreaterThan(60_000);
      expect(performance.now() - started).toBeLessThan(180_000);

      const { task: old } = perhaps(Date.now() - 61_000, miss);
      await failure(eventually(old.result()), Kind);
      expect(requests.length).toBeGreaterThan(1);
    });

    it('is not given up because of a page, or of trouble at the gateway', async () => {
      const { task } = perhaps(1, html(502), gatewayRefused(500), refused(1302, 429), succeeded);
      expect(await eventually(task.result())).toEqual({ audios: [audio] });
    });
  });
});
