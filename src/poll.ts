import { orAbort, sleep, within } from './sleep.ts';

/** How a wait goes: how long, how often, and when to stop. */
export interface PollOptions {
  /** Milliseconds that the wait may take; the task goes on after that. @default 3_600_000 */
  timeout?: number | undefined;
  /** Ends the wait at once; the task goes on. */
  signal?: AbortSignal | undefined;
}

/** What the loop has to be told about the thing it looks at. */
export interface Poll<T> extends PollOptions {
  look: (signal: AbortSignal) => Promise<T>;
  isDone: (seen: T) => boolean;
  /** Whether looking again is pointless after this error. */
  isFatal: (error: unknown) => boolean;
  /** Milliseconds that the other side asked to wait after this error. */
  retryAfter: (error: unknown) => number | undefined;
  /** Milliseconds before the first look. */
  first: number;
  /**
   * Where somebody tells of changes: has `look` called at each, until the function that it gives is called. Looks without
   * being told are rare then.
   */
  listen?: ((look: () => void) => () => void) | undefined;
}

/** The deadline came; holds what was wrong last, if anything was. */
export class DeadlineReached extends Error {}

/** Milliseconds that one look may take: an answer that never comes must not cost the whole wait. */
export const longestLook = 30_000;

const longest = 15_000;
const longestAfterErrors = 60_000;
const longestWhenTold = 30_000;
const growth = 1.3;

/**
 * Looks until it is done, the deadline comes or the signal aborts, and yields what it sees. An error only lengthens
 * the interval, because what is waited for has been paid; the deadline ends the wait all the same.
 */
export async function* poll<T>(options: Poll<T>): AsyncGenerator<T, void, undefined> {
  const { look, isDone, isFatal, first, signal, timeout = 3_600_000 } = options;
  const deadline = performance.now() + timeout;
  const alarm = alarmBy(options.listen);
  let interval = Math.max(first, 1);
  let trouble: unknown;
  try {
    for (;;) {
      const left = deadline - performance.now();
      if (!(left > 0)) throw new DeadlineReached('deadline', { cause: trouble });
      // The last look comes at the deadline itself, so that no finished task is missed by a second.
      const isTold = await alarm.sleep(Math.min(jitter(interval), left), signal);
      let seen: T;
      try {
        // The last look needs a moment past the deadline.
        const limit = Math.min(Math.max(deadline - performance.now(), 1_000), longestLook);
        seen = await within(limit, (stop) => orAbort(look(stop), stop), signal);
      } catch (error) {
        if (signal?.aborted || isFatal(error)) throw error;
        trouble = error;
        const asked = options.retryAfter(error) ?? 0;
        interval = Math.max(asked, Math.min(interval * 2, longestAfterErrors));
        continue;
      }
      yield seen;
      if (isDone(seen)) return;
      trouble = undefined;
      if (options.listen) interval = isTold ? first : Math.max(longestWhenTold, first);
      else interval = Math.min(interval * growth, Math.max(longest, first));
    }
  } finally {
    alarm.stop();
  }
}

/** Sleep that `listen` can cut short; a change while nobody sleeps cuts the next one short. */
function alarmBy(listen: Poll<unknown>['listen']) {
  let isRung = false;
  let wake = () => {};
  const ring = () => {
    isRung = true;
    wake();
  };
  return {
    stop: listen?.(ring) ?? (() => {}),
    /** Sleeps, and says whether there was a change. */
    async sleep(ms: number, signal?: AbortSignal): Promise<boolean> {
      const rung = new Promise<void>((resolve) => {
        wake = resolve;
        if (isRung) resolve();
      });
      await sleep(ms, signal, rung);
      const wasRung = isRung;
      isRung = false;
      return wasRung;
    },
  };
}

/** Up to a fifth more, so that many waits do not look at the same moment. */
const jitter = (ms: number) => ms * (1 + Math.random() * 0.2);
