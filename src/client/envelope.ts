import { AnswerError, ApiError } from './errors.ts';

type Fields = Record<string, unknown>;

/** The documents' words for the two ends of a task, by the words that were seen for them. */
const endings = new Map([
  ['succeed', 'succeed'],
  ['succeeded', 'succeed'],
  ['success', 'succeed'],
  ['completed', 'succeed'],
  ['failed', 'failed'],
  ['failure', 'failed'],
  ['error', 'failed'],
]);

/**
 * Opens an answer: gives its `data`, or throws an {@link ApiError} when the provider refused and an
 * {@link AnswerError} when this is not an answer of the provider. The body's `code` decides, not the HTTP status.
 */
export function open(response: Response, answer: unknown, provider: string): unknown {
  const body = typeof answer === 'string' ? parse(answer) : isFields(answer) ? answer : undefined;
  const refusal = body && refusalIn(body, response.ok);
  const what = body ? 'JSON' : answer ? `${kind(response)} that is no JSON` : 'nothing';
  const { status } = response;
  // Below 500 a page of HTML is a refusal, too: from a proxy, or for an address that is not the provider's.
  if (refusal || (status >= 400 && status < 500)) {
    throw new ApiError(refusal?.message || `HTTP ${status} came with ${what}`, {
      provider,
      status,
      code: refusal?.code,
      reason: refusal?.reason,
      requestId: refusal?.requestId ?? response.headers.get('x-request-id') ?? undefined,
      retryAfter: retryAfter(response.headers),
      serverTime: Date.parse(response.headers.get('date') ?? '') || undefined,
    });
  }
  if (response.ok && isFields(body?.data)) return body.data;
  throw new AnswerError(`HTTP ${status} came with ${what}${body ? ' without data' : ''}`, {
    provider,
    status,
  });
}

/** One task as its document describes it, also from a gateway that wraps it once more or has other words for its end. */
export function openTask(data: unknown): Fields {
  const outer = isFields(data) ? data : {};
  const inner = isFields(outer.data) ? { ...outer, ...outer.data } : outer;
  const status = text(inner.task_status ?? inner.status);
  return { ...inner, task_status: endings.get(status.toLowerCase()) ?? status };
}

interface Refusal {
  message: string;
  code?: number;
  reason?: string;
  requestId?: string;
}

/** The three ways to say no: Kling's own, a gateway's own, and Kling's passed on by a gateway two levels down. */
function refusalIn(body: Fields, ok: boolean): Refusal | undefined {
  const message = text(body.message);
  if (isFields(body.error)) {
    const said = text(body.error.message);
    const requestId = /\(request id: ([^)]+)\)/.exec(said)?.[1];
    return { message: said, ...named('reason', body.error.code), ...named('requestId', requestId) };
  }
  const code = Number(text(body.code));
  if (code) return { message, code, ...named('requestId', body.request_id) };
  const inner = isFields(body.data) && isFields(body.data.data) ? body.data.data : {};
  const innerCode = Number(text(inner.code));
  if (!('code' in body) && innerCode > 0) {
    return { message, code: innerCode, ...named('requestId', inner.request_id) };
  }
  return ok ? undefined : { message, ...named('reason', body.code) };
}

/** An object of JSON; a list is one, too. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null;

const named = (name: string, value: unknown) => (text(value) ? { [name]: text(value) } : {});

/** What should be text, as text. JSON can hold objects that no string can be made of. */
export const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** An object of JSON; nothing when the text is anything else. Ids stay whole. */
export function parse(json: string): Fields | undefined {
  try {
    // Ids have 18 or 19 digits, more than a number holds. They rarely are numbers at all.
    const body: unknown = JSON.parse(
      /id"\s*:\s*\d/.test(json)
        ? json.replace(/"((?:\w+_)?id)"\s*:\s*(\d+)(?=\s*[,}])/g, '"$1":"$2"')
        : json,
    );
    return isFields(body) ? body : undefined;
  } catch {
    return undefined;
  }
}

const kind = (response: Response) =>
  response.headers.get('content-type')?.split(';')[0] ?? 'something without a content type';

/** `Retry-After` in milliseconds, from either of its two forms. */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (!value) return undefined;
  const ms = Number.isNaN(Number(value)) ? Date.parse(value) - Date.now() : Number(value) * 1000;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
