/**
 * What a refusal means and what a status word means, once for the client, the drift checks and the mock. The codes are
 * those of Kling's table of error codes, which gateways pass on.
 */
import { ApiError } from './errors.ts';

/** What a refusal is about: the request itself, the credentials, the account, the rate of requests, or the provider's own trouble. */
export type RefusalReason = 'request' | 'credentials' | 'account' | 'rate' | 'server';

/** A refusal, as far as its meaning depends on it. */
interface Refusal {
  /** HTTP status. */
  status: number;
  /** Kling's service code. */
  code?: number | undefined;
}

const forbidden = 1103;
const noSuchTask = [1201, 1203];
/** HTTP statuses and Kling's codes by what they are about; {@link reasonOf} has the others. */
const meanings: readonly (readonly [RefusalReason, readonly number[]])[] = [
  ['credentials', [401, 1000, 1001, 1002, 1003, 1004]],
  ['account', [403, 1100, 1101, 1102, forbidden, 1304]],
  ['rate', [429, 1302, 1303]],
];
/** Gateways' words for a request that they will never pass on as it is. */
const permanentReasons: unknown[] = ['invalid_request', 'model_not_found'];
/** Statuses below 500 after which the request may have been carried out all the same. */
const unclear = [408, 409, 424, 425, 499];

/** What an HTTP status or a service code is about; undefined for a number that is neither. */
function reasonOf(number: number): RefusalReason | undefined {
  if (number >= 5000 || (number >= 500 && number < 1000)) return 'server';
  const isRequest = number < 500 || (number >= 1200 && number < 1302);
  const listed = meanings.find(([, numbers]) => numbers.includes(number));
  return listed?.[0] ?? (isRequest ? 'request' : undefined);
}

/** Whether a gateway's word says that the request can never be carried out as it is. */
export const isPermanent = (reason: unknown): boolean => permanentReasons.includes(reason);

/** Whether the code refuses the values of fields. */
export const isInvalidField = (code: number): boolean => code === 1200 || code === 1201;

/** Whether the code refuses the content: the provider's policy, not its rules for fields. */
export const isContentPolicy = (code: number): boolean => code === 1300 || code === 1301;

/**
 * What a refusal is about: by its code, or by its status when it has none. A code below 1000 is not Kling's: a gateway may
 * repeat a status there, so it says nothing, as any code that is not in Kling's table.
 */
export function reasonFor({ code, status }: Refusal): RefusalReason | undefined {
  if (code === undefined) return reasonOf(status);
  return code < 1000 ? undefined : reasonOf(code);
}

/** The provider took nothing now and will take it later: too fast, or too many tasks at once. */
export function isBusy(error: unknown): error is ApiError {
  return error instanceof ApiError && reasonFor(error) === 'rate';
}

/** The provider took nothing, for certain. */
export function tookNothing(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  const { code = 0, reason, status } = error;
  // Kling's codes for refusals. Others are not Kling's: a gateway may repeat a status there.
  if (code >= 1000 && code < 2000) return true;
  if (code >= 5000) return false;
  return isPermanent(reason) || isClearRefusal(status);
}

const isClearRefusal = (status: number) =>
  status >= 400 && status < 500 && !unclear.includes(status);

/** The token was refused; a new one may do. */
export function isBadToken(error: unknown): error is ApiError {
  return error instanceof ApiError && reasonFor(error) === 'credentials';
}

/** These credentials may not do this: there is no use in asking again. */
export function isUnauthorized(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  const isForbidden = error.code === undefined ? error.status === 403 : error.code === forbidden;
  return isForbidden || isBadToken(error);
}

/** The request itself was refused, which also means that there is no such task. */
export function isBadRequest(error: unknown): boolean {
  if (!(error instanceof ApiError) || reasonFor(error) !== 'request') return false;
  return error.code !== undefined || isClearRefusal(error.status);
}

/** Kling itself says that there is no such task. A page of whatever stands in between proves nothing of the kind. */
export function isMissing(error: unknown): boolean {
  return error instanceof ApiError && error.code !== undefined && noSuchTask.includes(error.code);
}

/** The two ends of a task, in the documents' words. */
export type End = 'succeed' | 'failed';

/** The words that were seen for the two ends of a task. */
const ends: Record<End, string[]> = {
  succeed: ['succeed', 'succeeded', 'success', 'completed'],
  failed: ['failed', 'failure', 'error'],
};

/** How a task with this status word has ended; undefined while it runs, which any word means that nobody knows. */
export const endOf = (status: string): End | undefined =>
  (['succeed', 'failed'] as const).find((end) => ends[end].includes(status.toLowerCase()));
