import { type End, endOf, isPermanent, type RefusalReason, reasonFor } from '../client/refusals.ts';
import { isObject } from '../documents/json.ts';
import { codeIn } from './answers/codes.ts';
import { nodesIn } from './answers/places.ts';
import type { Documented } from './answers/routes.ts';

/** One request to a provider and its answer, as the checks look at them. */
export interface Exchange {
  documented: Documented;
  /** What stood in the place of `{task_id}`. */
  id?: string;
  query: Record<string, string>;
  /** Whether the request had credentials. */
  isSigned: boolean;
  /** The body of the request. */
  sent?: unknown;
  status: number;
  /** Of the answer; names in lower case. */
  headers: Record<string, string>;
  /** The parsed JSON; the text when it is none; undefined when there was no body. */
  body: unknown;
  /** The answer as it came: an id that is a number has more digits than the parsed one keeps. */
  text?: string;
}

/** Why an answer is not the provider's own, and so says nothing about it; undefined when it is. */
export function foreign({
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
  return status === 407 || status === 511
    ? `the network asked for a login (HTTP ${status})`
    : undefined;
}

/** Whether the provider did what was asked. Kling says no with 200, too: then there is a code and no task. */
export function isTaken(exchange: Exchange): boolean {
  const { documented, status, body } = exchange;
  if (status >= 300 || (isObject(body) && isObject(body.error))) return false;
  return !codeIn(documented, body)?.code || idIn(exchange) !== undefined;
}

/** A gateway's word for the reason of a refusal. */
export const wordOf = (body: unknown) =>
  isObject(body) && isObject(body.error) ? body.error.code : undefined;

/** What the provider refused for: by its code, else by the status; undefined when it did not refuse. */
export function reasonOf(exchange: Exchange): RefusalReason | undefined {
  const { documented, status, body } = exchange;
  if (isTaken(exchange)) return undefined;
  const code = codeIn(documented, body)?.code;
  const known = code === undefined ? undefined : reasonFor({ code, status });
  return known ?? (isPermanent(wordOf(body)) ? 'request' : reasonFor({ status }));
}

/** Why a refusal tells nothing about the document's rules, in words without anything of the request. */
export function excuseOf(exchange: Exchange): string | undefined {
  const words: Partial<Record<RefusalReason, string>> = {
    credentials: 'the credentials were refused',
    account: 'the account may not do this',
    rate: 'the provider takes no more at the moment',
    server: 'the provider is out of order',
  };
  const reason = reasonOf(exchange);
  const why = reason && words[reason];
  if (!why) return undefined;
  const code = codeIn(exchange.documented, exchange.body)?.code;
  return `${why} (HTTP ${exchange.status}${code ? `, code ${code}` : ''})`;
}

/** How a task stands, read with patience: also from an answer that has been wrapped or has got other names. */
export interface Sight {
  /** The provider's word. */
  word: string;
  /** How it has ended. */
  end?: End;
  id?: string;
}

/** The task in an answer; undefined when none can be made out. */
export function sightOf(body: unknown): Sight | undefined {
  const nodes = [{ value: body }, ...nodesIn(body, '')];
  const candidates = nodes.map(({ value }) => (isObject(value) ? value : {}));
  for (const fields of candidates) {
    const word = fields.task_status ?? fields.status;
    if (typeof word !== 'string') continue;
    const end = endOf(word);
    const id = fields.task_id ?? fields.id;
    const named = typeof id === 'string' || typeof id === 'number' ? { id: String(id) } : {};
    return { word, ...named, ...(end && { end }) };
  }
  return undefined;
}

const plausibleId = /^[\w.=+/-]{1,80}$/;

/** The id that the answer to a create gives, wherever it stands; nothing where that can be no id. */
export function idIn({ body, text = '' }: Exchange): string | undefined {
  const nodes = nodesIn(body, '');
  const node =
    nodes.find(({ name }) => name === 'task_id') ?? nodes.find(({ name }) => name === 'id');
  if (typeof node?.value === 'string') return plausibleId.test(node.value) ? node.value : undefined;
  const digits = new RegExp(`"${node?.name}"\\s*:\\s*(\\d+)`).exec(text)?.[1];
  return typeof node?.value === 'number' ? (digits ?? String(node.value)) : undefined;
}
