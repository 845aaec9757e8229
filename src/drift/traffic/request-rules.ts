import { isContentPolicy, isInvalidField } from '../../client/refusals.ts';
import { codeIn } from '../../contract/answers/codes.ts';
import { nodesIn } from '../../contract/answers/places.ts';
import { kindOf, type Problem, safe } from '../../contract/answers/problems.ts';
import { type Exchange, isTaken, reasonOf, wordOf } from '../../contract/exchange.ts';
import { check } from '../../documents/check.ts';
import { isObject, valueAt } from '../../documents/json.ts';
import type { Schema } from '../../documents/openapi.ts';

/**
 * What an answer says of the rules for requests: one that breaks a rule and was taken, or one that keeps them all and
 * was refused for what is in it.
 * @param names external ids that were used already
 */
export function ruleProblems(exchange: Exchange, names: ReadonlyMap<string, unknown>): Problem[] {
  const { documented, query, sent } = exchange;
  const { operation } = documented;
  const body = operation.requestBody?.content['application/json']?.schema;
  const inBody = body ? check(body, sent) : [];
  const inQuery = (operation.parameters ?? []).flatMap((parameter) => {
    if (!('in' in parameter) || parameter.in !== 'query' || !parameter.schema) return [];
    const value = query[parameter.name];
    return value === undefined
      ? []
      : check(parameter.schema, typed(value, parameter.schema), parameter.name);
  });
  const [broken] = [...inBody, ...inQuery];
  if (broken && isTaken(exchange)) {
    const location = pointerOf(broken.field);
    const value = body ? valueAt(sent, location) : query[broken.field];
    return [
      { kind: 'limit-not-enforced', location, expected: broken.rule, actual: shownValue(value) },
    ];
  }
  if (broken) return [];
  return body ? newlyEnforced(exchange, names) : pageRefused(exchange);
}

/** A refusal of a page that keeps every rule for pages. */
function pageRefused({ documented, query, body }: Exchange): Problem[] {
  const isRefused = isInvalidField(codeIn(documented, body)?.code ?? 0);
  const names = Object.keys(query);
  if (!isRefused || names.length === 0) return [];
  // Of several, nobody says which one was meant.
  const location = names.length === 1 ? `/${names[0]}` : '';
  const actual = names.map((name) => `${name}=${query[name]}`).join('&');
  return [{ kind: 'limit-newly-enforced', location, expected: 'to be taken', actual }];
}

/** As a query says it, in the type that its schema names. */
function typed(text: string, { type }: Schema): unknown {
  const isNumber = type === 'integer' || type === 'number';
  return isNumber && text.trim() !== '' && !Number.isNaN(Number(text)) ? Number(text) : text;
}

/** `multi_prompt[0].prompt` as `/multi_prompt/0/prompt`. */
const pointerOf = (field: string) =>
  field ? `/${field.replace(/\[(\d+)\]/g, '.$1').replaceAll('.', '/')}` : '';

function shownValue(value: unknown): unknown {
  if (typeof value === 'string') return `a text of ${[...value].length} characters`;
  return value === undefined || isObject(value) || Array.isArray(value)
    ? kindOf(value)
    : safe(value);
}

/** A refusal of somebody's request for its fields, without doubt, and not for what it refers to. */
function newlyEnforced(exchange: Exchange, names: ReadonlyMap<string, unknown>): Problem[] {
  const { documented, sent, body } = exchange;
  const code = codeIn(documented, body)?.code;
  if (!isObject(sent)) return [];
  if (code === undefined ? wordOf(body) !== 'invalid_request' : !isInvalidField(code)) return [];
  // A name that is taken, or a video that is gone, is refused as documented.
  const refers = Object.entries(sent).some(
    ([key, value]) => value && /_(id|url)$/.test(key) && !own.has(key),
  );
  if (refers || names.has(String(sent.external_task_id))) return [];
  const problem = enforcedAnew(exchange);
  return problem ? [problem] : [];
}

/**
 * What the refusal of a request that keeps every documented rule says; nothing where its content was refused, or the
 * refusal is not about the request.
 */
export function enforcedAnew(exchange: Exchange): Problem | undefined {
  const { documented, sent, body } = exchange;
  const code = codeIn(documented, body)?.code;
  if (reasonOf(exchange) !== 'request' || isContentPolicy(code ?? 0)) return undefined;
  const schema = documented.operation.requestBody?.content['application/json']?.schema ?? {};
  const blamed = fieldIn(body, schema);
  if (blamed && own.has(blamed)) return undefined;
  const location = blamed ? `/${blamed}` : '';
  const actual = blamed ? shownValue(valueAt(sent, location)) : 'a request';
  return { kind: 'limit-newly-enforced', location, expected: 'to be taken', actual };
}

const own = new Set(['external_task_id', 'callback_url']);

/** The field that the provider's message names. Nothing else of the message is used. */
function fieldIn(body: unknown, { properties = {} }: Schema): string | undefined {
  const messages = nodesIn(body, '')
    .filter(({ name }) => name === 'message')
    .map(({ value }) => String(value));
  const fields = Object.keys(properties).sort((a, b) => b.length - a.length);
  return fields.find((field) => messages.some((text) => new RegExp(`\\b${field}\\b`).test(text)));
}
