import { isBusy } from './refusals.ts';
import { sleep, within } from './sleep.ts';

/** When a call must be over, what ends it at once, and whom to tell of each retry. */
export interface CallLimits {
  /** On the clock of `performance.now()`. */
  deadline: number;
  /** Milliseconds for one request, so that time is left to find out what became of it. */
  requestTimeout: number;
  /** Milliseconds that must be left for another request. @default 0 */
  reserve?: number;
  signal?: AbortSignal | undefined;
  onRetry: (reason: string, delay: number) => void;
}

/** Repeats what the provider would not take now, until the time is up, which also ends an attempt. */
export async function retryWhileBusy<T>(
  attempt: (signal: AbortSignal) => Promise<T>,
  { deadline, requestTimeout, reserve = 0, signal, onRetry }: CallLimits,
): Promise<T> {
  for (let pause = 1_000; ; pause = Math.min(pause * 2, 30_000)) {
    const limit = Math.min(deadline - performance.now(), requestTimeout);
    try {
      return await within(limit, attempt, signal);
    } catch (error) {
      if (!isBusy(error)) throw error;
      const delay = Math.max(error.retryAfter ?? 0, pause * (1 + Math.random() / 2));
      if (performance.now() + delay + reserve >= deadline) throw error;
      onRetry(`busy: ${error.message}`, delay);
      await sleep(delay, signal);
    }
  }
}
