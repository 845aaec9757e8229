import { ApiError } from './errors.ts';
import { sleep } from './sleep.ts';

/** What an error says about doing the same again. */
const waitingHelps = new Set([1302, 1303]);
const credentials = new Set([1000, 1001, 1002, 1003, 1004, 1103]);
const permanentReasons = new Set(['invalid_request', 'model_not_found']);
/** Statuses below 500 after which the request may have been carried out all the same. */
const unclear = new Set([408, 409, 425]);

/** The provider took nothing and will take it later: too fast, or too many tasks at once. */
export function isNotNow(error: ApiError): boolean {
  return error.code === undefined ? error.status === 429 : waitingHelps.has(error.code);
}

/** The provider took nothing, for certain. */
export function tookNothing(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  if (error.code !== undefined) return error.code < 5000;
  if (error.reason !== undefined && permanentReasons.has(error.reason)) return true;
  return error.status >= 400 && error.status < 500 && !unclear.has(error.status);
}

/** The credentials were refused: no use in asking again with the same ones. */
export function isUnauthorized(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  return error.code === undefined
    ? error.status === 401 || error.status === 403
    : credentials.has(error.code);
}

/** The request itself was refused, which also means that there is no such task. */
export function isBadRequest(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  const { code, status } = error;
  if (code !== undefined) return code >= 1200 && code < 1302;
  return (
    status >= 400 &&
    status < 500 &&
    status !== 429 &&
    !unclear.has(status) &&
    !isUnauthorized(error)
  );
}

/** Repeats what the provider would not take now, and once what it refused for an outdated token. */
export async function patiently<T>(
  attempt: () => Promise<T>,
  {
    timeout,
    signal,
    renew,
  }: { timeout: number; signal?: AbortSignal | undefined; renew?: (() => void) | undefined },
): Promise<T> {
  const deadline = performance.now() + timeout;
  let pause = 1_000;
  let renewed = !renew;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (!renewed && isUnauthorized(error)) {
        renewed = true;
        renew?.();
        continue;
      }
      const wait = error.retryAfter ?? pause * (0.5 + Math.random());
      if (!isNotNow(error) || performance.now() + wait > deadline) throw error;
      await sleep(wait, signal);
      pause = Math.min(pause * 2, 30_000);
    }
  }
}
