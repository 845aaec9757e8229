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
  /** A gateway's own word, from `error.code`. */
  reason?: string | undefined;
}

const forbidden = 1103;
const noSuchTask = [1201, 1203];
/** What refusals are about. Other codes from 1200 to 1301 are about the request; from 5000 on Kling itself broke. */
const meanings: readonly { reason: RefusalReason; status: number; codes: readonly number[] }[] = [
  { reason: 'credentials', status: 401, codes: [1000, 1001, 1002, 1003, 1004] },
  { reason: 'account', status: 403, codes: [1100, 1101, 1102, forbidden, 1304] },
  { reason: 'rate', status: 429, codes: [1302, 1303] },
];
/** Gateways' words for a request that they will never pass on as it is. */
const permanentReasons: unknown[] = ['invalid_request', 'model_not_found'];
/** Statuses below 500 after which the request may have been carried out all the same. */
const unclear = [408, 409, 424, 425, 499];

/** What a service code is about; undefined for a code that is not Kling's. */
export function reasonOfCode(code: number): RefusalReason | undefined {
  if (code >= 5000) return 'server';
  const listed = meanings.find(({ codes }) => codes.includes(code));
  return listed?.reason ?? (code >= 1200 && code < 1302 ? 'request' : undefined);
}

/** What a refusal without a code is about. */
export function reasonOfStatus(status: number): RefusalReason {
  const listed = meanings.find((meaning) => meaning.status === status);
  return listed?.reason ?? (status >= 500 ? 'server' : 'request');
}

/** Whether a gateway's word says that the request can never be carried out as it is. */
export const isPermanent = (reason: unknown): boolean => permanentReasons.includes(reason);

/** Whether the code refuses the values of fields. */
export const isInvalidField = (code: number): boolean => code === 1200 || code === 1201;

/** Whether the code refuses the content: the provider's policy, not its rules for fields. */
export const isContentPolicy = (code: number): boolean => code === 1300 || code === 1301;

/** A code that nobody knows says nothing here; without one the status counts. */
const meaningOf = ({ code, status }: Refusal) =>
  code === undefined ? reasonOfStatus(status) : reasonOfCode(code);

/** The provider took nothing now and will take it later: too fast, or too many tasks at once. */
export function isBusy(error: unknown): error is ApiError {
  return error instanceof ApiError && meaningOf(error) === 'rate';
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
  return error instanceof ApiError && meaningOf(error) === 'credentials';
}

/** These credentials may not do this: there is no use in asking again. */
export function isUnauthorized(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  const isForbidden = error.code === undefined ? error.status === 403 : error.code === forbidden;
  return isForbidden || isBadToken(error);
}

/** The request itself was refused, which also means that there is no such task. */
export function isBadRequest(error: unknown): boolean {
  if (!(error instanceof ApiError) || meaningOf(error) !== 'request') return false;
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
