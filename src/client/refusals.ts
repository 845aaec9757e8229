/**
 * What a refusal means and what a status word means, once for the client, the drift checks and the mock. The codes are
 * those of Kling's table of error codes, which gateways pass on.
 */
import { AnswerError, ApiError } from './errors.ts';

/** What a refusal is about: the request itself, the credentials, the account, the rate of requests, or the provider's own trouble. */
export type RefusalReason = 'request' | 'credentials' | 'account' | 'rate' | 'server';

/** A refusal, as far as its meaning depends on it. */
type Refusal = Pick<ApiError, 'status'> & Partial<Pick<ApiError, 'code'>>;

/** HTTP statuses and Kling's codes by what they are about. */
const meanings = [
  ['credentials', /^(401|100[0-4])$/],
  ['account', /^(403|110[0-3]|1304)$/],
  ['rate', /^(429|130[23])$/],
  ['request', /^([1-4]..|12..|130[01])$/],
  ['server', /^([5-9]..|[5-9]...|\d{5,})$/],
] as const;
const forbidden = 1103;
/** Gateways' words for a request that they will never pass on as it is. */
const permanentReasons: unknown[] = ['invalid_request', 'model_not_found'];
/** Statuses below 500 after which the request may have been carried out all the same. */
const unclear = [408, 409, 424, 425, 499];

/** What an HTTP status or a code is about; undefined for a code that is not in Kling's table. */
const reasonOf = (number: number): RefusalReason | undefined =>
  meanings.find(([, pattern]) => pattern.test(String(number)))?.[0];

/** Whether a gateway's word says that the request can never be carried out as it is. */
export const isPermanent = (reason: unknown): boolean => permanentReasons.includes(reason);

/** Whether the code refuses the values of fields. */
export const isInvalidField = (code: number): boolean => code === 1200 || code === 1201;

/**
 * Whether an earlier copy of the same create may be the reason: the code of an external id that is used up is not documented, and
 * by all that is known it is one of those of an invalid field.
 */
export const mayBeDuplicate = (error: unknown): error is ApiError =>
  isAboutRequest(error) && (isInvalidField(error.code ?? 0) || saysDuplicate(error));

/** Whether the refusal says so itself, of the id and not of some field that "cannot be used". */
export const saysDuplicate = ({ message }: ApiError): boolean =>
  /duplicat|重复|task_id \S+ already|(\bid|task_id)\b(?!.{0,40}not\b).{0,40}\b(already|used|exists|taken|unique)\b/i.test(
    message,
  );

/** Whether the code refuses the content: the provider's policy, not its rules for fields. */
export const isContentPolicy = (code: number): boolean => code === 1300 || code === 1301;

/**
 * What a refusal is about: by its code, or by its status when it has none. A code below 1000 says nothing: it is not Kling's,
 * a gateway may repeat a status there.
 */
export function reasonFor({ code, status }: Refusal): RefusalReason | undefined {
  if (code === undefined) return reasonOf(status);
  return code < 1000 ? undefined : reasonOf(code);
}

const isAbout =
  (reason: RefusalReason) =>
  (error: unknown): error is ApiError =>
    error instanceof ApiError && reasonFor(error) === reason;

/** The provider took nothing now and will take it later: too fast, or too many tasks at once. */
export const isBusy = isAbout('rate');

/** The token was refused; a new one may do. */
export const isBadToken = isAbout('credentials');

const isAboutRequest = isAbout('request');

/** The provider took nothing, for certain. */
export function tookNothing(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  const { code = 0, reason, status } = error;
  // From 1000 on these are Kling's codes for refusals, from 5000 on for its own trouble. Others are a gateway's.
  if (code >= 1000 && code < 2000) return true;
  return code < 5000 && (isPermanent(reason) || isClearRefusal(status));
}

const isClearRefusal = (status: number) =>
  status >= 400 && status < 500 && !unclear.includes(status);

/** These credentials may not do this: there is no use in asking again. */
export function isUnauthorized(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  const isForbidden = error.code === undefined ? error.status === 403 : error.code === forbidden;
  return isForbidden || isBadToken(error);
}

/** The request itself was refused, which also means that there is no such task. */
export function isBadRequest(error: unknown): boolean {
  return isAboutRequest(error) && (error.code !== undefined || isClearRefusal(error.status));
}

/** A refusal by nobody: it may be over in a moment, or stay because of what stands between here and the provider. */
export function isBlocked(error: unknown): error is AnswerError {
  if (!(error instanceof AnswerError) || reasonOf(error.status) === 'rate') return false;
  return isClearRefusal(error.status);
}

/** Kling itself says that there is no such task. A page of whatever stands in between proves nothing of the kind. */
export function isMissing(error: unknown): boolean {
  return error instanceof ApiError && (error.code === 1201 || error.code === 1203);
}

/** What Kling says with this code is said by an answer that leaves the task out: to this key at this address, there is none. */
export const missingTask = (provider: string): ApiError =>
  new ApiError('no such task is shown to this key at this address', {
    provider,
    status: 200,
    code: 1203,
  });

/** The two ends of a task, in the documents' words. */
export type End = 'succeed' | 'failed';

/** How a task with this status word has ended; undefined while it runs, which any unknown word means. */
export function endOf(status: string): End | undefined {
  if (/^(succeed(ed)?|success|completed)$/i.test(status)) return 'succeed';
  return /^(failed|failure|error)$/i.test(status) ? 'failed' : undefined;
}
