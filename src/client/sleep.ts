/** Settles like `work`, or rejects with the signal's reason as soon as that aborts. Leaves no listener behind. */
export async function orAbort<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    const abort = () => reject(signal?.reason);
    if (signal?.aborted) abort();
    signal?.addEventListener('abort', abort, { once: true });
    stop = () => signal?.removeEventListener('abort', abort);
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    stop();
  }
}

/** Longer than this, a timer would go off at once. */
export const longestTimer = 2 ** 31 - 1;

/** Gives `work` a signal that aborts with the given one, or after `ms`. Leaves no timer and no listener behind. */
export async function within<T>(
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
  signal?: AbortSignal,
): Promise<T> {
  signal?.throwIfAborted();
  // It would give up each request at once, and its caller's deadline would never come.
  if (Number.isNaN(ms)) throw new TypeError('a time limit must be a number of milliseconds');
  const stop = new AbortController();
  const late = () => stop.abort(new DOMException('no answer in time', 'TimeoutError'));
  // Nothing is begun for which there is no time.
  if (ms <= 0) late();
  const timer = setTimeout(late, Math.min(Math.max(ms, 0), longestTimer));
  const forward = () => stop.abort(signal?.reason);
  shareable(signal);
  signal?.addEventListener('abort', forward, { once: true });
  try {
    return await work(stop.signal);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', forward);
  }
}

/** Waits `ms` milliseconds; rejects with the signal's reason as soon as that aborts. Leaves no timer behind. */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const timeUp = new Promise<void>((wake) => {
    // Node warns of negative times.
    timer = setTimeout(wake, Math.min(Math.max(ms, 0), longestTimer));
  });
  try {
    await orAbort(timeUp, signal);
  } finally {
    clearTimeout(timer);
  }
}

/** What Node adds to a browser's globals here, where it is new enough. */
interface Node {
  process?: {
    getBuiltinModule?(name: 'node:events'): {
      setMaxListeners(most: number, on: EventTarget): void;
    };
  };
}

/** Allows any number of waits to share a signal; of more than ten listeners Node warns, as if they had been forgotten. */
export function shareable(signal: AbortSignal | undefined): void {
  if (!signal) return;
  try {
    (globalThis as Node).process?.getBuiltinModule?.('node:events').setMaxListeners(0, signal);
  } catch {
    // One of another make, of which Node warns of nothing.
  }
}
