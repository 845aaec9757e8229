/** How much one caller may do. */
export interface Rate {
  /** Requests allowed in any `perSeconds`; all of them may come at once. A whole number. */
  requests: number;
  /** Seconds. */
  perSeconds: number;
  /** Counts for several processes together. @default counts in the memory of this process, up to 10,000 callers at a time */
  store?: RateStore | undefined;
}

/**
 * Counts requests where all processes of a proxy see them. In Redis: `SET key 0 PX ms NX`, `INCR key` and `PTTL key` in one `MULTI`,
 * with a key for each caller; when the count is more than `requests`, the caller waits for the time that is left.
 */
export interface RateStore {
  /**
   * Counts one request of a caller that `authorize` let through. Reading and counting are one step, as requests come together.
   * Returns the seconds to wait, and 0 when the request may go on. When it throws, returns anything else or does not answer
   * within the proxy's `timeout`, the request is refused with 503.
   * @param caller what `authorize` returned; '' when that was `true`
   */
  take(caller: string, rate: Rate): number | Promise<number>;
}

/** More callers are not remembered at a time. */
export const mostCallers = 10_000;

/** Checks the numbers of a rate. @throws {TypeError} they let nobody through, or are no measure */
export function checkRate({ requests, perSeconds }: Rate): void {
  if (
    !(Number.isInteger(requests) && requests > 0 && perSeconds > 0 && Number.isFinite(perSeconds))
  )
    throw new TypeError('rate needs requests and perSeconds');
}

/** The requests of one caller: when the last ones came, in seconds. Once there are `requests` of them, each takes the oldest's place. */
interface Taken {
  times: number[];
  /** Where the next one goes. */
  next: number;
  /** When none of them counts any more. */
  until: number;
}

/**
 * Counts in the memory of this process. A caller whose requests still count is never forgotten: when there is no room for another
 * one, that one has to wait.
 */
export function rateInMemory(most = mostCallers): RateStore {
  const callers = new Map<string, Taken>();

  /** Forgets the callers whose requests no longer count. Gives the seconds until there is room. */
  function makeRoom(now: number): number {
    if (callers.size < most) return 0;
    let first = Number.POSITIVE_INFINITY;
    for (const [caller, { until }] of callers) {
      if (until <= now) callers.delete(caller);
      else first = Math.min(first, until);
    }
    return callers.size < most ? 0 : first - now;
  }

  return {
    take(caller, { requests, perSeconds }) {
      const now = performance.now() / 1000;
      const known = callers.get(caller);
      const { times, next } = known ?? { times: [], next: 0 };
      const oldest = times[next] ?? Number.NEGATIVE_INFINITY;
      const wait = known ? oldest + perSeconds - now : makeRoom(now);
      if (wait > 0) return wait;
      times[next] = now;
      callers.set(caller, { times, next: (next + 1) % requests, until: now + perSeconds });
      return 0;
    },
  };
}
