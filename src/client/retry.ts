import { isBadToken, isBusy } from './refusals.ts';
import { sleep, within } from './sleep.ts';

/** Repeats once, with a new token, what was refused because of the old one. */
export async function retryWithNewToken<T>(
  attempt: () => Promise<T>,
  auth: { renew?(serverTime?: number): void },
): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (!auth.renew || !isBadToken(error)) throw error;
    auth.renew(error.serverTime);
    return attempt();
  }
}

/** How long a call may take, in milliseconds, and what ends it at once. */
export interface CallLimits {
  timeout: number;
  /** For one request, so that time is left to find out what became of it. */
  requestTimeout: number;
  /** What has to be left for another request. @default 0 */
  reserve?: number;
  signal?: AbortSignal | undefined;
}

/** Repeats what the provider would not take now, until the time is up, which also ends an attempt. */
export async function retryWhileBusy<T>(
  attempt: (signal: AbortSignal) => Promise<T>,
  { timeout, requestTimeout, reserve = 0, signal }: CallLimits,
): Promise<T> {
  const deadline = performance.now() + timeout;
  for (let pause = 1_000; ; pause = Math.min(pause * 2, 30_000)) {
    const limit = Math.min(deadline - performance.now(), requestTimeout);
    try {
      return await within(limit, attempt, signal);
    } catch (error) {
      if (!isBusy(error)) throw error;
      const wait = Math.max(error.retryAfter ?? 0, pause * (1 + Math.random() / 2));
      if (performance.now() + wait + reserve >= deadline) throw error;
      await sleep(wait, signal);
    }
  }
}
