import { removeKey } from '../client/connection.ts';
import { type End, endOf, isPermanent, type RefusalReason, reasonFor } from '../client/refusals.ts';
import { isObject } from '../documents/json.ts';
import { codeIn, type DocumentedOperation } from './documented.ts';
import { fieldsIn } from './fields.ts';
import { parseModestJson } from './modest-json.ts';
import { resultsOf, tasksAt } from './tasks.ts';

/** One request to a provider and the response to it, in the form that the checks need. */
export interface Exchange {
  documented: DocumentedOperation;
  /** The value of `{task_id}` in the path; what the query asks for, {@link askedIn} tells. */
  id?: string;
  query: Record<string, string>;
  /** Whether the request had credentials. */
  isSigned: boolean;
  requestBody?: unknown;
  status: number;
  /** The headers of the response; names in lower case. */
  headers: Record<string, string>;
  /** The body of the response, as {@link parseBody} reads it. */
  body: unknown;
  /** The unparsed body of the response, which has all digits of an id that is a number. */
  text?: string;
}

/** Bytes of the largest answer that is checked: no answer about tasks is larger. */
export const maxAnswer = 10_000_000;

/**
 * The JSON of a body; the text when it is not JSON; undefined when there is no body.
 * @throws {RangeError} it holds more than can be checked; the message says what follows `the body`
 */
export function parseBody(text: string): unknown {
  if (text === '') return undefined;
  try {
    return parseModestJson(text);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return text;
  }
}

/**
 * The parts of an answer that are checked, shown and recorded: without the key that was sent for it, should it be repeated.
 * @param authorization the header of the request; empty where there was none
 * @throws {RangeError} as {@link parseBody}
 */
export function readAnswer(
  text: string,
  headers: Iterable<[string, string]>,
  authorization: string,
): Pick<Exchange, 'headers' | 'body' | 'text'> {
  const key = authorization.replace(/^Bearer /i, '');
  const body = parseBody(text);
  // Only now: this parses it, too.
  const clean = removeKey(text, key);
  const shown = [...headers].map(([name, value]) => [name, removeKey(value, key)]);
  return {
    headers: Object.fromEntries(shown),
    body: clean === text ? body : parseBody(clean),
    text: clean,
  };
}

/** Why a response did not come from the provider itself, and so says nothing about it; undefined when it did. */
export function notFromProvider({
  status,
  headers,
  body,
}: Pick<Exchange, 'status' | 'headers' | 'body'>): string | undefined {
  const type = headers['content-type'] ?? '';
  if (status >= 300 && status < 400) return `a redirect came (HTTP ${status})`;
  if (type.includes('html') || (typeof body === 'string' && /^\s*</.test(body))) {
    return `a page of HTML came (HTTP ${status})`;
  }
  const isUnreadable = body === undefined || typeof body === 'string';
  if (isUnreadable && status >= 500) return `a proxy's error came (HTTP ${status})`;
  const needsLogin = status === 407 || status === 511;
  return needsLogin ? `the network asked for a login (HTTP ${status})` : undefined;
}

/** Whether the provider accepted the request. Kling also refuses with status 200: then there is a code and no task. */
export function isAccepted(exchange: Exchange): boolean {
  const { documented, status, body } = exchange;
  if (status >= 300 || (isObject(body) && isObject(body.error))) return false;
  return !codeIn(documented, body)?.code || taskIdIn(exchange) !== undefined;
}

/** A gateway's word for the reason of a refusal, from `error.code`. */
export const gatewayReason = (body: unknown): unknown =>
  isObject(body) && isObject(body.error) ? body.error.code : undefined;

/** Why the provider refused the request, from the code or else from the status. Undefined when it did not refuse. */
export function refusalReason(exchange: Exchange): RefusalReason | undefined {
  const { documented, status, body } = exchange;
  if (isAccepted(exchange)) return undefined;
  const code = codeIn(documented, body)?.code;
  const known = code === undefined ? undefined : reasonFor({ code, status });
  if (known !== undefined && known !== 'server') return known;
  if (isPermanent(gatewayReason(body))) return 'request';
  // Kling's codes for its own trouble are documented under 5xx only: credentials, account and rate are known by the status.
  const byStatus = reasonFor({ status });
  return byStatus === 'request' ? (known ?? byStatus) : byStatus;
}

const reasonsToSkip: Partial<Record<RefusalReason, string>> = {
  credentials: 'the credentials were refused',
  account: 'the account may not do this',
  rate: 'the provider takes no more requests at the moment',
  server: 'the provider is not working at the moment',
};

/**
 * Why a refusal says nothing about the document's rules, so that the check has to be skipped. It repeats nothing of the
 * request. Undefined when the refusal is about the request, or there is none.
 */
export function skipReason(exchange: Exchange): string | undefined {
  const reason = refusalReason(exchange);
  const why = reason && reasonsToSkip[reason];
  if (!why) return undefined;
  const code = codeIn(exchange.documented, exchange.body)?.code;
  return `${why} (HTTP ${exchange.status}${code ? `, code ${code}` : ''})`;
}

/** The state of a task. */
export interface TaskState {
  /** The provider's word for it. */
  status: string;
  /** How the task has ended; absent while it runs. */
  end?: End;
}

/** The state of the task in a body, also where the envelope or the fields' names have changed; undefined when there is none. */
export function taskStateIn(body: unknown): TaskState | undefined {
  const fields = fieldsIn(body);
  // Of a list of tasks, the first. Lists further inside are results.
  const lists = fields.filter(({ pointer }) => pointer.split('/').length <= 3);
  const firsts = lists.flatMap(({ value }) => (Array.isArray(value) ? value.slice(0, 1) : []));
  for (const value of [body, ...fields.map((field) => field.value), ...firsts]) {
    const status = isObject(value) ? (value.task_status ?? value.status) : undefined;
    if (typeof status !== 'string') continue;
    const end = endOf(status);
    return { status, ...(end && { end }) };
  }
  return undefined;
}

/** Whether a response about a task shows its result. */
export const hasResult = ({ documented, body }: Pick<Exchange, 'documented' | 'body'>): boolean =>
  tasksAt(documented, body).some((task) => resultsOf(documented, task).length > 0);

const plausibleId = /^[\w.=+/-]{1,80}$/;

/** The task's id in the response to a create, in whichever field; undefined when there is none, or it cannot be an id. */
export function taskIdIn({ body, text = '' }: Exchange): string | undefined {
  const fields = fieldsIn(body);
  const field =
    fields.find(({ name }) => /^task_?id$/i.test(name)) ?? fields.find(({ name }) => name === 'id');
  const value = field?.value;
  if (typeof value === 'string') return plausibleId.test(value) ? value : undefined;
  if (typeof value !== 'number') return undefined;
  const digits = new RegExp(`"${field?.name}"\\s*:\\s*(\\d+)`).exec(text)?.[1];
  return digits ?? String(value);
}
