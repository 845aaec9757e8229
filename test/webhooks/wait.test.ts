import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cometapi, createKling, TaskAbortedError, TaskTimeoutError } from '../../src/index.ts';
import { type Answer, html, scripted, silence } from '../support/fetch.ts';
import { audio, looksLike, refused, succeeded, taskId } from '../support/kling.ts';
import { eventually, failure } from '../support/outcome.ts';

const processing = looksLike('processing');

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A target that counts who listens. */
class Callbacks extends EventTarget {
  listeners = 0;
  override addEventListener(...given: Parameters<EventTarget['addEventListener']>) {
    this.listeners++;
    super.addEventListener(...given);
  }
  override removeEventListener(...given: Parameters<EventTarget['removeEventListener']>) {
    this.listeners--;
    super.removeEventListener(...given);
  }
  tell(id = taskId) {
    this.dispatchEvent(new Event(id));
  }
}

function waiting(...answers: [Answer, ...Answer[]]) {
  const { fetch, requests } = scripted(...answers);
  const task = createKling(cometapi, { apiKey: 'k' }, { fetch }).textToAudio.task(taskId);
  const start = performance.now();
  const looks = () => requests.map(({ at }) => Math.round(at - start));
  return { task, looks, callback: new Callbacks() };
}

describe('a wait with callbacks', () => {
  it('looks once at the beginning, and then every half minute', async () => {
    const { task, looks, callback } = waiting(processing, processing, processing, succeeded);
    expect(await eventually(task.result({ callback }))).toEqual({ audios: [audio] });
    expect(looks()).toEqual([1_000, 31_000, 61_000, 91_000]);
  });

  it('looks at once when one comes', async () => {
    const { task, looks, callback } = waiting(processing, succeeded);
    const result = task.result({ callback });
    await vi.advanceTimersByTimeAsync(10_000);
    callback.tell();
    await eventually(result, 10);
    expect(looks()).toEqual([1_000, 10_000]);
  });

  it('is not ended by a callback, but by what the provider shows', async () => {
    const { task, looks, callback } = waiting(processing, processing, succeeded);
    const result = task.result({ callback });
    await vi.advanceTimersByTimeAsync(10_000);
    callback.tell();
    await eventually(result);
    // The second look after a callback comes soon: the provider may show the change a moment later.
    expect(looks()).toEqual([1_000, 10_000, 11_000]);
  });

  it('does not miss one that comes before the first look, or during one', async () => {
    let answer = (_: Response) => {};
    const late = () => new Promise<Response>((resolve) => (answer = resolve));
    const { task, looks, callback } = waiting(processing, late, succeeded);
    const result = task.result({ callback });
    await vi.advanceTimersByTimeAsync(0);
    callback.tell();
    await vi.advanceTimersByTimeAsync(1_500);
    expect(looks()).toEqual([0, 1_000]);
    callback.tell();
    callback.tell();
    answer(Response.json(processing));
    await eventually(result, 10);
    expect(looks()).toEqual([0, 1_000, 1_500]);
  });

  it('does not care about those of other tasks', async () => {
    const { task, looks, callback } = waiting(processing, succeeded);
    const result = task.result({ callback });
    await vi.advanceTimersByTimeAsync(5_000);
    callback.tell('861254119619690000');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(looks()).toEqual([1_000]);
    await eventually(result);
  });

  it.each<[string, Answer]>([
    ['503', refused(5001, 503)],
    ['HTML', html(502)],
  ])('goes on through bad weather that a callback meets: %s', async (_, weather) => {
    const { task, callback } = waiting(weather, weather, succeeded);
    const result = task.result({ callback });
    await vi.advanceTimersByTimeAsync(500);
    callback.tell();
    expect(await eventually(result)).toEqual({ audios: [audio] });
  });

  it('has a deadline all the same', async () => {
    const { task, callback } = waiting(processing);
    const ended = failure(task.result({ callback, timeout: 45_000 }), TaskTimeoutError);
    await vi.advanceTimersByTimeAsync(20_000);
    callback.tell();
    await eventually(ended);
    expect(callback.listeners).toBe(0);
  });
});

describe('nobody listens any more', () => {
  it('when the task has ended', async () => {
    const { task, callback } = waiting(succeeded);
    const result = task.result({ callback });
    await vi.advanceTimersByTimeAsync(1);
    expect(callback.listeners).toBe(1);
    await eventually(result);
    expect(callback.listeners).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('when the signal aborts, during a pause and during a look', async () => {
    for (const answer of [processing, silence]) {
      const { task, callback } = waiting(answer);
      const controller = new AbortController();
      const ended = failure(task.result({ callback, signal: controller.signal }), TaskAbortedError);
      await vi.advanceTimersByTimeAsync(2_000);
      controller.abort();
      await eventually(ended, 10);
      expect(callback.listeners).toBe(0);
      expect(vi.getTimerCount()).toBe(0);
    }
  });

  it('when watching is left early', async () => {
    const { task, callback } = waiting(processing);
    async function watch() {
      for await (const _ of task.watch({ callback })) break;
    }
    await eventually(watch());
    expect(callback.listeners).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});
