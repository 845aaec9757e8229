/** Settles like `work`, or rejects with the signal's reason as soon as that aborts. Leaves no listener behind. */
export async function orAbort<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return work;
  const { promise: aborted, stop } = abortion(signal);
  try {
    return await Promise.race([work, aborted]);
  } finally {
    stop();
  }
}

/** Waits `ms` milliseconds; rejects with the signal's reason as soon as that aborts. Leaves no timer behind. */
export async function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await orAbort(new Promise<void>((wake) => (timer = setTimeout(wake, ms))), signal);
  } finally {
    clearTimeout(timer);
  }
}

function abortion(signal: AbortSignal): { promise: Promise<never>; stop: () => void } {
  let stop = () => {};
  const promise = new Promise<never>((_, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    stop = () => signal.removeEventListener('abort', abort);
  });
  return { promise, stop };
}
