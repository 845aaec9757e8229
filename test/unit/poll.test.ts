import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type TaskReader, Wait, type WaitOptions } from '../../src/client/poll.ts';
import { TimerPool } from '../../src/client/timer-pool.ts';
import { TaskTimeoutError } from '../../src/index.ts';
import { silence } from '../support/fetch.ts';
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
  isFatal?: (error: unknown) => boolean;
  retryAfter?: () => number | undefined;
}

type Look = (nth: number, signal: AbortSignal) => unknown;

/** A wait for 'done' that follows a script, and writes down when it looked and what it saw. */
class Scripted extends Wait<unknown, unknown> {
  readonly looks: number[] = [];
  readonly values: unknown[] = [];
  readonly ended: Promise<void>;
  #resolve = () => {};
  #reject = (_: unknown) => {};

  constructor(look: Look, { first = 1_000, ...script }: Script) {
    const start = performance.now();
    const source: TaskReader<unknown, unknown> = {
      timers: new TimerPool(),
      interval: first,
      isFatal: () => false,
      retryAfter: () => undefined,
      outcomeOf: () => undefined,
      ...script,
      read: async (_, signal = new AbortController().signal) => {
        this.looks.push(performance.now() - start);
        return look(this.looks.length, signal);
      },
    };
    super(source, { v: 1, provider: 'p', operation: 'o', createdAt: 0, id: '1' }, script);
    this.ended = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.ended.catch(() => {});
    this.next();
  }
  protected onSnapshot(value: unknown) {
    this.values.push(value);
    if (value !== 'done') return this.next();
    this.stop();
    this.#resolve();
  }
  protected onFailure(error: unknown) {
    this.#reject(error);
  }
  pauses() {
    return this.looks.map((at, n) => at - (this.looks[n - 1] ?? 0));
  }
}

const waiting = (look: Look, script: Script = {}) => new Scripted(look, script);

/** Sets what chance adds to each pause, from 0 to 1. */
const chance = (of: number) => vi.spyOn(Math, 'random').mockReturnValue(of);

describe('the interval', () => {
  it('comes before the first look', async () => {
    const wait = waiting(() => 'done');
    await vi.advanceTimersByTimeAsync(999);
    expect(wait.looks).toEqual([]);
    await eventually(wait.ended);
    expect(wait.looks).toHaveLength(1);
  });

  it('grows by a third from look to look, up to 15 s', async () => {
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
    expect(wait.looks.length).toBeLessThan(50);
  });
});

describe('an error', () => {
  it('doubles the interval, up to a minute, and is over with the next good look', async () => {
    chance(0);
    const wait = waiting((nth) => {
      if (nth <= 8) throw new Error('weather');
      return nth === 11 && 'done';
    });
    await eventually(wait.ended);
    const minutes = [60_000, 60_000];
    expect(wait.pauses().slice(0, 9)).toEqual([1e3, 2e3, 4e3, 8e3, 16e3, 32e3, 6e4, ...minutes]);
    expect(wait.pauses().slice(9)).toEqual([15_000, 15_000]);
    expect(wait.values).toEqual([false, false, 'done']);
  });

  it.each([
    ['shortest', 0],
    ['longest', 1],
  ])(
    'lengthens it to what the other side asks for, and never to less: the %s pause',
    async (_, of) => {
      chance(of);
      const asked = [90_000, 1];
      const wait = waiting(
        (nth) => {
          if (nth <= 2) throw new Error('not now');
          return 'done';
        },
        { retryAfter: () => asked.shift() },
      );
      await eventually(wait.ended);
      const [, second = 0, third = 0] = wait.pauses();
      const longer = 1 + of / 5;
      expect(second).toBeGreaterThanOrEqual(90_000 * longer);
      expect(third).toBeGreaterThanOrEqual(60_000 * longer);
      // The wheel adds up to a hundredth, so that waits can share timers.
      expect(second).toBeLessThanOrEqual(90_000 * longer * 1.01);
      expect(third).toBeLessThanOrEqual(90_000 * longer * 1.01);
    },
  );

  it('that asks to wait for ever is not met by looks without end', async () => {
    const stop = new AbortController();
    const never = () => Number.POSITIVE_INFINITY;
    const look = () => {
      throw new Error('not now');
    };
    const wait = waiting(look, { retryAfter: never, timeout: never(), signal: stop.signal });
    await vi.advanceTimersByTimeAsync(hour);
    expect(wait.looks).toHaveLength(1);
    stop.abort();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends the wait at once when looking again is pointless', async () => {
    const error = new Error('401');
    const wait = waiting(
      () => {
        throw error;
      },
      { isFatal: (seen) => seen === error },
    );
    expect(await failure(eventually(wait.ended), Error)).toBe(error);
    expect(wait.looks).toHaveLength(1);
  });
});

describe('the deadline', () => {
  it('is an hour by default, with a last look when it comes', async () => {
    const wait = waiting(() => 'running');
    await failure(eventually(wait.ended), TaskTimeoutError);
    expect(wait.looks.at(-1)).toBe(hour);
    expect(performance.now()).toBeGreaterThanOrEqual(hour);
  });

  it('is met by a task that ends in its last second', async () => {
    const wait = waiting(() => (performance.now() - start >= 10_000 ? 'done' : 'running'), {
      timeout: 10_000,
    });
    const start = performance.now();
    await eventually(wait.ended);
    expect(wait.looks.at(-1)).toBe(10_000);
  });

  it('knows what was wrong last, and forgets what has been over since', async () => {
    const always = waiting(
      () => {
        throw new Error('weather');
      },
      { timeout: 10_000 },
    );
    const { cause } = await failure(eventually(always.ended), TaskTimeoutError);
    expect(cause).toEqual(new Error('weather'));
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

  it('ends a last look that never answers, a second late', async () => {
    const wait = waiting(silence, { timeout: 500 });
    await vi.advanceTimersByTimeAsync(1_499);
    expect(vi.getTimerCount()).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    await failure(wait.ended, TaskTimeoutError);
    expect(vi.getTimerCount()).toBe(0);
  });

  it.each([0, -1, Number.NaN])('of %d is now', async (timeout) => {
    const wait = waiting(() => 'done', { timeout });
    await failure(wait.ended, TaskTimeoutError);
    expect(wait.looks).toEqual([]);
  });

  it('may be longer than a timer can run', async () => {
    chance(0);
    const wait = waiting((nth) => nth === 2 && 'done', {
      timeout: Number.POSITIVE_INFINITY,
      first: 2 ** 31 + 1_000,
    });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(wait.looks).toEqual([]);
    await vi.advanceTimersByTimeAsync(2 ** 32);
    await wait.ended;
  });
});

it('a look that never answers costs half a minute, not the wait', async () => {
  chance(0);
  const wait = waiting((nth) => (nth === 1 ? silence() : 'done'));
  await eventually(wait.ended);
  expect(wait.looks).toEqual([1_000, 1_000 + 30_000 + 2_000]);
});

it('a look is told to stop when its time is up', async () => {
  const stopped: unknown[] = [];
  const look = (signal: AbortSignal) => {
    signal.addEventListener('abort', () => stopped.push(signal.reason));
    return silence();
  };
  const wait = waiting((_, signal) => look(signal), { first: 1, timeout: 1_000 });
  await failure(eventually(wait.ended), TaskTimeoutError);
  expect(stopped).toEqual([expect.objectContaining({ name: 'TimeoutError' })]);
});
