/** Who is speaking: the provider, a gateway, or nobody. Decided here, once; everything else asks for the class of the error. */
import { AnswerError, ApiError } from './errors.ts';
import { cut, isObject, type JsonObject, parse, text } from './json.ts';

/** A response, read to its end. */
export interface Answer {
  status: number;
  statusText?: string;
  headers: Headers;
  text: string;
}

/**
 * Opens an answer: gives its `data`, or throws. An {@link ApiError} is a refusal in the provider's own shape or in that of a
 * gateway; an {@link AnswerError} is nobody's word: a page, an empty body, empty data, other JSON. The body decides, not the HTTP status.
 * @param isBare whether a success may be without data
 */
export function openEnvelope(
  { status, headers, text: content }: Answer,
  provider: string,
  isBare = false,
): unknown {
  const value = parse(content);
  const body = isObject(value) ? value : {};
  const ok = status >= 200 && status < 300;
  const facts = { provider, status, retryAfter: parseRetryAfter(headers.get('retry-after')) };
  const refusal = findRefusal(body, ok);
  if (refusal) {
    throw new ApiError(refusal.message || 'the provider gave no reason', {
      ...facts,
      code: refusal.code,
      reason: refusal.reason,
      requestId: refusal.requestId ?? headers.get('x-request-id') ?? undefined,
      serverTime: Date.parse(headers.get('date') ?? '') || undefined,
    });
  }
  const { data } = body;
  if (isObject(data) && isNamed(data)) return data;
  const isFilled = Array.isArray(data) || (isObject(data) && Object.keys(data).length > 0);
  if (ok && (isFilled || (isBare && text(body.code) === '0'))) return data;
  throw new AnswerError(`${describeContent(headers, content, value)} instead of an answer`, facts);
}

/** A task that is named exists, whatever else the answer says. */
const isNamed = (data: JsonObject) => text(data.task_id ?? data.id) !== '';

type Refusal = Partial<Pick<ApiError, 'code' | 'reason' | 'requestId'>> & { message: string };

/** Kling's codes begin at 1000. Between that and 0, gateways repeat an HTTP status, or say 1 or 200 of what went well. */
export const isRefusal = (code: number): boolean => code >= 1_000 || code < 0;

/** The five ways to say no: a gateway's two, Kling's own, and Kling's inside its own data or passed on by a gateway two levels down. */
function findRefusal(body: JsonObject, ok: boolean): Refusal | undefined {
  const message = cut(body.message);
  if (isObject(body.error)) {
    const said = cut(body.error.message);
    const reason = cut(body.error.code) || undefined;
    if (said || reason)
      return { message: said, reason, requestId: /\(request id: ([^()]{1,200})\)/.exec(said)?.[1] };
  }
  const data = isObject(body.data) ? body.data : {};
  const inner = isObject(data.data) ? data.data : {};
  for (const each of [body, 'code' in body ? {} : inner, isNamed(data) ? {} : data]) {
    const code = Number(text(each.code));
    if (!isRefusal(code)) continue;
    return {
      message: cut(each.msg) || message,
      code,
      requestId: cut(each.request_id) || undefined,
    };
  }
  const word = cut(body.code);
  const isWord = !ok && /^[a-z]\w+$/i.test(word);
  return isWord ? { message, reason: word } : undefined;
}

/** What came in place of an answer, for messages. */
function describeContent(headers: Headers, answer: string, value: unknown): string {
  if (value !== undefined) return 'JSON without data';
  if (!answer) return 'an empty body';
  const type = headers.get('content-type')?.split(';')[0];
  return type === 'application/json' ? 'broken JSON' : cut(type ?? 'text');
}

/** Milliseconds. Whoever asks for more may have meant something else, and a finished task waits. */
const longestRetryAfter = 300_000;

/** `Retry-After` in milliseconds, from either of its two forms. */
function parseRetryAfter(value: string | null): number | undefined {
  if (!value) return undefined;
  const isDate = /^\w{3}, \d\d \w{3} \d{4} [\d:]{8} GMT$/.test(value);
  const ms = /^\d+$/.test(value)
    ? Number(value) * 1_000
    : isDate
      ? Date.parse(value) - Date.now()
      : Number.NaN;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(ms, 0), longestRetryAfter);
}
