import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  ApiError,
  ConnectionError,
  cometapi,
  createKling,
  TaskTimeoutError,
  type WaitOptions,
} from '../../src/index.ts';
import { silence } from '../support/fetch.ts';
import { looksLike, refused, succeeded, taskId } from '../support/kling.ts';
import { eventually, failure } from '../support/outcome.ts';

const hour = 3_600_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

interface Script extends WaitOptions<unknown> {
  first?: number;
}

/** What a poll gets: 'done', a response of its own, an error, or that the task runs. */
type Poll = (nth: number, signal: AbortSignal) => unknown;

/** A wait for 'done' that follows a script, and writes down when it polled and what it saw. */
function waiting(poll: Poll, { first = 1_000, ...options }: Script = {}) {
  const start = performance.now();
  const polls: number[] = [];
  const values: unknown[] = [];
  const fetch = async (_: string, { signal }: RequestInit) => {
    polls.push(performance.now() - start);
    const answer = await poll(polls.length, signal as AbortSignal);
    if (answer instanceof Response) return answer;
    return Response.json(answer === 'done' ? succeeded : looksLike('processing'));
  };
  const kling = createKling(cometapi, { apiKey: 'k' }, { fetch, interval: first });
  const onProgress = ({ task_status }: { task_status: string }) => values.push(task_status);
  const ended = kling.textToAudio.task(taskId).result({ ...options, onProgress });
  ended.catch(() => {});
  const pauses = () => polls.map((at, n) => at - (polls[n - 1] ?? 0));
  return { polls, values, ended, pauses };
}

/** A page that asks to wait for so many seconds. */
const notNow = (seconds: number) =>
  new Response('not now', { status: 503, headers: { 'retry-after': String(seconds) } });

/** Sets what chance adds to each pause, from 0 to 1. */
const chance = (of: number) => vi.spyOn(Math, 'random').mockReturnValue(of);

describe('the interval', () => {
  it('comes before the first poll', async () => {
    const wait = waiting(() => 'done');
    await vi.advanceTimersByTimeAsync(999);
    expect(wait.polls).toEqual([]);
    await eventually(wait.ended);
    expect(wait.polls).toHaveLength(1);
  });

  it('grows by a third from poll to poll, up to 15 s', async () => {
    chance(0);
    const wait = waiting((nth) => nth === 15 && 'done');
    await eventually(wait.ended);
    const pauses = wait.pauses();
    expect(pauses.slice(0, 3)).toEqual([1000, 1300, 1690]);
    expect(pauses.slice(11)).toEqual([15_000, 15_000, 15_000, 15_000]);
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
  });

  it('is a fifth longer at most, so that waits do not march in step', async () => {
    chance(1);
    const wait = waiting((nth) => nth === 15 && 'done');
    await eventually(wait.ended);
    expect(wait.pauses().at(0)).toBe(1200);
    expect(wait.pauses().at(-1)).toBe(18_000);
  });

  it('stays as long as the first when that is longer', async () => {
    chance(0);
    const wait = waiting((nth) => nth === 3 && 'done', { first: 40_000 });
    await eventually(wait.ended);
    expect(wait.pauses()).toEqual([40_000, 40_000, 40_000]);
  });

  it('grows even from 0', async () => {
    chance(0);
    const wait = waiting(() => 'running', { first: 0, timeout: 60_000 });
    await failure(eventually(wait.ended), TaskTimeoutError);
    expect(wait.polls.length).toBeLessThan(50);
  });
});

describe('an error', () => {
  it('doubles the interval, up to a minute, and is over with the next good poll', async () => {
    chance(0);
    const wait = waiting((nth) => {
      if (nth <= 8) throw new Error('weather');
      return nth === 11 && 'done';
    });
    await eventually(wait.ended);
    const minutes = [60_000, 60_000];
    expect(wait.pauses().slice(0, 9)).toEqual([1e3, 2e3, 4e3, 8e3, 16e3, 32e3, 6e4, ...minutes]);
    expect(wait.pauses().slice(9)).toEqual([15_000, 15_000]);
    expect(wait.values).toEqual(['processing', 'processing', 'succeed']);
  });

  it.each([
    ['shortest', 0],
    ['longest', 1],
  ])(
    'lengthens it to what the other side asks for, and never to less: the %s pause',
    async (_, of) => {
      chance(of);
      const wait = waiting((nth) => (nth <= 2 ? notNow(nth === 1 ? 90 : 1) : 'done'));
      await eventually(wait.ended);
      const [, second = 0, third = 0] = wait.pauses();
      const longer = 1 + of / 5;
      expect(second).toBeGreaterThanOrEqual(90_000 * longer);
      expect(third).toBeGreaterThanOrEqual(60_000 * longer);
      // Rounded up by a hundredth at most.
      expect(second).toBeLessThanOrEqual(90_000 * longer * 1.01);
      expect(third).toBeLessThanOrEqual(90_000 * longer * 1.01);
    },
  );

  it('that asks to wait for a day is polled again after five minutes', async () => {
    chance(0);
    const wait = waiting((nth) => (nth === 1 ? notNow(86_400) : 'done'));
    await eventually(wait.ended);
    expect(wait.pauses()).toEqual([1_000, 300_000]);
  });

  it('ends the wait at once when the provider’s own word makes polling again pointless', async () => {
    const wait = waiting(() => refused(1000, 401)());
    expect(await failure(eventually(wait.ended), ApiError)).toMatchObject({ code: 1000 });
    expect(wait.polls).toHaveLength(1);
  });
});

describe('the deadline', () => {
  it('is an hour by default, with a last poll when it comes', async () => {
    const wait = waiting(() => 'running');
    await failure(eventually(wait.ended), TaskTimeoutError);
    expect(wait.polls.at(-1)).toBe(hour);
    expect(performance.now()).toBeGreaterThanOrEqual(hour);
  });

  it('is met by a task that ends in its last second', async () => {
    const wait = waiting(() => (performance.now() - start >= 10_000 ? 'done' : 'running'), {
      timeout: 10_000,
    });
    const start = performance.now();
    await eventually(wait.ended);
    expect(wait.polls.at(-1)).toBe(10_000);
  });

  it('knows what was wrong last, and forgets what has been over since', async () => {
    const always = waiting(
      () => {
        throw new Error('weather');
      },
      { timeout: 10_000 },
    );
    const { cause } = await failure(eventually(always.ended), TaskTimeoutError);
    expect(cause).toBeInstanceOf(ConnectionError);
    expect(cause).toMatchObject({ cause: new Error('weather') });
    const once = waiting(
      (nth) => {
        if (nth === 1) throw new Error('weather');
      },
      { timeout: 10_000 },
    );
    expect(await failure(eventually(once.ended), TaskTimeoutError)).not.toHaveProperty(
      'cause.message',
    );
  });

  it('ends a last poll that never answers, a second late', async () => {
    const wait = waiting(silence, { timeout: 500 });
    await vi.advanceTimersByTimeAsync(1_499);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    await failure(wait.ended, TaskTimeoutError);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([0, -1, Number.NaN])('cannot be %d', async (timeout) => {
    const wait = waiting(() => 'done', { timeout });
    await failure(wait.ended, TypeError);
    expect(wait.polls).toEqual([]);
  });

  it('may be longer than a timer can run', async () => {
    chance(0);
    const wait = waiting((nth) => nth === 2 && 'done', {
      timeout: Number.POSITIVE_INFINITY,
      first: 2 ** 31 + 1_000,
    });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(wait.polls).toEqual([]);
    await vi.advanceTimersByTimeAsync(2 ** 32);
    await wait.ended;
  });
});

it('a poll that never answers costs half a minute, not the wait', async () => {
  chance(0);
  const wait = waiting((nth) => (nth === 1 ? silence() : 'done'));
  await eventually(wait.ended);
  expect(wait.polls).toEqual([1_000, 1_000 + 30_000 + 2_000]);
});

it('a poll is told to stop when its time is up', async () => {
  const stopped: unknown[] = [];
  const poll = (signal: AbortSignal) => {
    signal.addEventListener('abort', () => stopped.push(signal.reason));
    return silence();
  };
  const wait = waiting((_, signal) => poll(signal), { first: 1, timeout: 1_000 });
  await failure(eventually(wait.ended), TaskTimeoutError);
  expect(stopped).toEqual([expect.objectContaining({ name: 'TimeoutError' })]);
});
