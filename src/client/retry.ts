import { ApiError } from './errors.ts';
import { sleep, within } from './sleep.ts';

/** What an error says about doing the same again. */
const waitingHelps = new Set([1302, 1303]);
const badToken = new Set([1000, 1001, 1002, 1003, 1004]);
const permanentReasons = new Set(['invalid_request', 'model_not_found']);
/** Statuses below 500 after which the request may have been carried out all the same. */
const unclear = new Set([408, 409, 424, 425, 499]);

/** The provider took nothing and will take it later: too fast, or too many tasks at once. */
function isNotNow(error: ApiError): boolean {
  return error.code === undefined ? error.status === 429 : waitingHelps.has(error.code);
}

/** The provider took nothing, for certain. */
export function tookNothing(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  const { code = 0, reason = '', status } = error;
  // Kling's codes for refusals; from 5000 on it broke, and others are not Kling's: a gateway may repeat a status there.
  if (code >= 1000 && code < 2000) return true;
  if (code >= 5000) return false;
  if (permanentReasons.has(reason)) return true;
  return status >= 400 && status < 500 && !unclear.has(status);
}

/** The token was refused; a new one may do. */
function isBadToken(error: unknown): error is ApiError {
  if (!(error instanceof ApiError)) return false;
  return error.code === undefined ? error.status === 401 : badToken.has(error.code);
}

/** These credentials may not do this: no use in asking again. */
export function isUnauthorized(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  const isForbidden = error.code === undefined ? error.status === 403 : error.code === 1103;
  return isForbidden || isBadToken(error);
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

/** Kling itself says that there is no such task. A page of whatever stands in between proves nothing of the kind. */
export function isMissing(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 1201 || error.code === 1203);
}

/** Repeats once, with a new token, what was refused because of the old one. */
export async function renewing<T>(
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

/** Repeats what the provider would not take now, until the time is up, which also ends an attempt. */
export async function patiently<T>(
  attempt: (signal: AbortSignal) => Promise<T>,
  {
    timeout,
    requestTimeout,
    reserve = 0,
    signal,
  }: {
    timeout: number;
    requestTimeout: number;
    /** Milliseconds that have to be left for it to be repeated. */
    reserve?: number;
    signal?: AbortSignal | undefined;
  },
): Promise<T> {
  const deadline = performance.now() + timeout;
  for (let pause = 1_000; ; pause = Math.min(pause * 2, 30_000)) {
    const limit = Math.min(deadline - performance.now(), requestTimeout);
    try {
      return await within(limit, attempt, signal);
    } catch (error) {
      if (!(error instanceof ApiError) || !isNotNow(error)) throw error;
      const wait = Math.max(error.retryAfter ?? 0, pause * (1 + Math.random() / 2));
      if (performance.now() + wait + reserve >= deadline) throw error;
      await sleep(wait, signal);
    }
  }
}
