import { AnswerError, ApiError } from './errors.ts';
import { isObject, type JsonObject, parse, text } from './json.ts';
import { endOf } from './refusals.ts';

/**
 * Opens an answer: gives its `data`, or throws an {@link ApiError} when the provider refused and an
 * {@link AnswerError} when this is not an answer of the provider. The body's `code` decides, not the HTTP status.
 */
export function openEnvelope(response: Response, answer: unknown, provider: string): unknown {
  const value = typeof answer === 'string' ? parse(answer) : answer;
  const body = isObject(value) ? value : Array.isArray(value) ? {} : undefined;
  const refusal = body && refusalIn(body, response.ok);
  const { status } = response;
  const what = `HTTP ${status} with ${contentOf(response, answer, value)}`;
  // Below 500 a page of HTML is a refusal, too: from a proxy, or for an address that is not the provider's.
  if (refusal || (status >= 400 && status < 500)) {
    throw new ApiError(refusal?.message || what, {
      provider,
      status,
      code: refusal?.code,
      reason: refusal?.reason,
      requestId: refusal?.requestId ?? response.headers.get('x-request-id') ?? undefined,
      retryAfter: retryAfter(response.headers),
      serverTime: Date.parse(response.headers.get('date') ?? '') || undefined,
    });
  }
  const data = body?.data;
  if (response.ok && (isObject(data) || Array.isArray(data))) return data;
  throw new AnswerError(what, { provider, status });
}

/** Whether a task that {@link openTask} gave has ended. */
export const hasEnded = ({ task_status: status }: JsonObject): boolean =>
  endOf(text(status)) !== undefined;

/** One task as its document describes it, also from a gateway that wraps it once more or has other words for its end. */
export function openTask(data: unknown): JsonObject {
  const outer = isObject(data) ? data : {};
  const inner = isObject(outer.data) ? { ...outer, ...outer.data } : outer;
  const status = text(inner.task_status ?? inner.status);
  return { ...inner, task_status: endOf(status) ?? status };
}

type Refusal = Partial<Pick<ApiError, 'code' | 'reason' | 'requestId'>> & { message: string };

/** The three ways to say no: Kling's own, a gateway's own, and Kling's passed on by a gateway two levels down. */
function refusalIn(body: JsonObject, ok: boolean): Refusal | undefined {
  const message = text(body.message);
  if (isObject(body.error)) {
    const gatewayMessage = text(body.error.message);
    const requestId = /\(request id: ([^)]+)\)/.exec(gatewayMessage)?.[1];
    return { message: gatewayMessage, reason: nonEmpty(body.error.code), requestId };
  }
  const code = Number(text(body.code));
  if (code) return { message, code, requestId: nonEmpty(body.request_id) };
  const inner = isObject(body.data) && isObject(body.data.data) ? body.data.data : {};
  const innerCode = Number(text(inner.code));
  if (!('code' in body) && innerCode > 0) {
    return { message, code: innerCode, requestId: nonEmpty(inner.request_id) };
  }
  return ok ? undefined : { message, reason: nonEmpty(body.code) };
}

const nonEmpty = (value: unknown) => text(value) || undefined;

/** What came in place of an answer, for messages. */
function contentOf({ headers }: Response, answer: unknown, value: unknown): string {
  if (value !== undefined) return 'JSON without data';
  if (!answer) return 'an empty body';
  const type = headers.get('content-type')?.split(';')[0];
  return type === 'application/json' ? 'broken JSON' : `${type ?? 'text'} instead of JSON`;
}

/** `Retry-After` in milliseconds, from either of its two forms. */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  const ms = Number.isNaN(Number(value)) ? Date.parse(value) - Date.now() : Number(value) * 1000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
