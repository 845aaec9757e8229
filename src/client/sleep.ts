/** Timers and signals. Each caller has its own: in some runtimes one request must not wake another. */

/** Longer than this, a timer would go off at once. */
export const longestTimer = 2 ** 31 - 1;

const clampTimer = (ms: number) => Math.min(Math.max(ms, 0), longestTimer);

/** Checks an option that is a time. @throws {TypeError} it is not a positive number */
export function checkTime(name: string, ms: number | undefined): void {
  if (ms === undefined || ms > 0) return;
  throw new TypeError(`${name} must be a positive number of milliseconds, not ${ms}`);
}

/** What `throwIfAborted` does, also where signals have no such method, as in React Native. */
export function stopIfAborted(signal: AbortSignal | null | undefined): void {
  if (signal?.aborted) throw signal.reason ?? new Error('aborted');
}

/** Whom to tell that a signal has aborted. Node warns of more than ten listeners, so that each signal gets a single one. */
const listeners = new WeakMap<EventTarget, Set<() => void>>();

function tellAll({ target }: Event): void {
  const all = [...((target && listeners.get(target)) ?? [])];
  target?.removeEventListener('abort', tellAll);
  for (const tell of all) tell();
}

/** Calls `run` when the signal aborts; at once when it has. The function it gives takes that back. */
export function onAbort(signal: AbortSignal | undefined, run: () => void): () => void {
  if (signal?.aborted) run();
  if (!signal || signal.aborted) return () => {};
  const all = listeners.get(signal) ?? new Set();
  listeners.set(signal, all);
  if (all.size === 0) signal.addEventListener('abort', tellAll);
  all.add(run);
  return () => {
    all.delete(run);
    if (all.size === 0) signal.removeEventListener('abort', tellAll);
  };
}

/** Settles like `work`, or rejects with the signal's reason as soon as that aborts. Leaves no listener behind. */
export function orAbort<T>(work: Promise<T>, signal?: AbortSignal | null): Promise<T> {
  if (!signal) return work;
  return new Promise((resolve, reject) => {
    const stop = onAbort(signal, () => reject(signal.reason));
    work.then(resolve, reject).finally(stop);
  });
}

/** Gives `work` a signal that aborts with the given one, or after `ms`. Leaves no timer and no listener behind. */
export async function within<T>(
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  stopIfAborted(signal);
  // It would give up each request at once, and its caller's deadline would never come.
  if (Number.isNaN(ms)) throw new TypeError('a time limit must be a number of milliseconds');
  const stop = new AbortController();
  const late = () => stop.abort(new DOMException('no answer in time', 'TimeoutError'));
  // Nothing is begun for which there is no time.
  if (ms <= 0) late();
  const timer = setTimeout(late, clampTimer(ms));
  const forget = onAbort(signal, () => stop.abort(signal?.reason));
  try {
    return await work(stop.signal);
  } finally {
    clearTimeout(timer);
    forget();
  }
}

/** Waits `ms` milliseconds; rejects with the signal's reason as soon as that aborts. Leaves no timer behind. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    // Thousands of waits sleep here without a signal: then the timer holds nothing but the promise.
    if (!signal) return void setTimeout(resolve, clampTimer(ms));
    const timer = setTimeout(() => {
      forget();
      resolve();
    }, clampTimer(ms));
    const forget = onAbort(signal, () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
