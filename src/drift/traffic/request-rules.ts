import { isContentPolicy, isInvalidField } from '../../client/refusals.ts';
import { codeIn, requestSchema } from '../../contract/documented.ts';
import {
  type Exchange,
  gatewayReason,
  isAccepted,
  refusalReason,
} from '../../contract/exchange.ts';
import { fieldsIn } from '../../contract/fields.ts';
import { maskValue, type Problem } from '../../contract/problems.ts';
import { check } from '../../documents/check.ts';
import { isObject, valueAt } from '../../documents/json.ts';
import type { Schema } from '../../documents/openapi.ts';

/**
 * Checks whether the provider enforces the documented rules for requests. It is a problem when a request breaks a rule and
 * was accepted, or keeps them all and was refused for what is in it.
 * @param usedExternalIds the external ids of the tasks that were created before
 */
export function checkRequestRules(
  exchange: Exchange,
  usedExternalIds: ReadonlyMap<string, unknown>,
): Problem[] {
  const { documented, query, requestBody } = exchange;
  const schema = requestSchema(documented);
  const inBody = schema ? check(schema, requestBody) : [];
  const inQuery = (documented.operation.parameters ?? []).flatMap((parameter) => {
    if (!('in' in parameter) || parameter.in !== 'query' || !parameter.schema) return [];
    const value = query[parameter.name];
    if (value === undefined) return [];
    return check(parameter.schema, convertParameter(value, parameter.schema), parameter.name);
  });
  const broken = inBody[0] ?? inQuery[0];
  if (!broken) {
    return schema ? checkCreateRefused(exchange, usedExternalIds) : checkPageRefused(exchange);
  }
  if (!isAccepted(exchange)) return [];
  const location = toPointer(broken.field);
  const actual = maskInput(schema ? valueAt(requestBody, location) : query[broken.field]);
  return [{ kind: 'limit-not-enforced', location, expected: broken.rule, actual }];
}

/** A page was refused although the query keeps every rule. */
function checkPageRefused({ documented, query, body }: Exchange): Problem[] {
  const isRefused = isInvalidField(codeIn(documented, body)?.code ?? 0);
  const names = Object.keys(query);
  if (!isRefused || names.length === 0) return [];
  // Of several parameters, the answer does not say which one was meant.
  const location = names.length === 1 ? `/${names[0]}` : '';
  const actual = names.map((name) => `${name}=${query[name]}`).join('&');
  return [{ kind: 'limit-newly-enforced', location, expected: 'to be accepted', actual }];
}

/** A create was refused for its fields, and certainly not for something that it refers to. */
function checkCreateRefused(
  exchange: Exchange,
  usedExternalIds: ReadonlyMap<string, unknown>,
): Problem[] {
  const { documented, requestBody, body } = exchange;
  if (!isObject(requestBody)) return [];
  const code = codeIn(documented, body)?.code;
  const isForFields =
    code === undefined ? gatewayReason(body) === 'invalid_request' : isInvalidField(code);
  if (!isForFields) return [];
  // An external id that is in use, or a video that is gone, is refused as documented.
  const refersToOthers = Object.entries(requestBody).some(
    ([name, value]) => value && /_(id|url)$/.test(name) && !clientsOwn.has(name),
  );
  if (refersToOthers || usedExternalIds.has(String(requestBody.external_task_id))) return [];
  const problem = findNewRule(exchange);
  return problem ? [problem] : [];
}

/**
 * The rule that a refusal shows, where the request follows every documented rule. Undefined when the content was refused, or
 * the refusal is not about the request.
 */
export function findNewRule(exchange: Exchange): Problem | undefined {
  const { documented, requestBody, body } = exchange;
  const code = codeIn(documented, body)?.code;
  if (refusalReason(exchange) !== 'request' || isContentPolicy(code ?? 0)) return undefined;
  const field = findBlamedField(body, requestSchema(documented) ?? {});
  if (field && clientsOwn.has(field)) return undefined;
  const location = field ? `/${field}` : '';
  const actual = field ? maskInput(valueAt(requestBody, location)) : 'a request';
  return { kind: 'limit-newly-enforced', location, expected: 'to be accepted', actual };
}

/** Fields that name something of the caller's, not of the provider's. */
const clientsOwn = new Set(['external_task_id', 'callback_url']);

/** The field that the provider's message names. Nothing else of the message is used. */
function findBlamedField(body: unknown, { properties = {} }: Schema): string | undefined {
  const messages = fieldsIn(body)
    .filter(({ name }) => name === 'message')
    .map(({ value }) => String(value));
  const longestFirst = Object.keys(properties).sort((a, b) => b.length - a.length);
  return longestFirst.find((field) =>
    messages.some((message) => new RegExp(`\\b${field}\\b`).test(message)),
  );
}

/** The value of a parameter in the type that its schema gives it. */
function convertParameter(text: string, { type }: Schema): unknown {
  const isNumber = type === 'integer' || type === 'number';
  return isNumber && text.trim() !== '' && !Number.isNaN(Number(text)) ? Number(text) : text;
}

/** `multi_prompt[0].prompt` as `/multi_prompt/0/prompt`. */
const toPointer = (field: string) =>
  field ? `/${field.replace(/\[(\d+)\]/g, '.$1').replaceAll('.', '/')}` : '';

/** Masks a value that a user sent: nothing of a text is shown. */
const maskInput = (value: unknown): unknown =>
  typeof value === 'string' ? `a text of ${[...value].length} characters` : maskValue(value);
