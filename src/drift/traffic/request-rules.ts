import { isContentPolicy, isInvalidField } from '../../client/refusals.ts';
import { codeIn, requestSchema } from '../../contract/documented.ts';
import {
  type Exchange,
  gatewayReason,
  isAccepted,
  refusalReason,
} from '../../contract/exchange.ts';
import { documentedFields, fieldsIn } from '../../contract/fields.ts';
import { maskValue, type Problem } from '../../contract/problems.ts';
import { externalIdIn } from '../../contract/tasks.ts';
import { check } from '../../documents/check.ts';
import { isObject, join, nameOf, valueAt } from '../../documents/json.ts';
import type { Schema } from '../../documents/openapi.ts';
import { placesOf } from '../../documents/places.ts';

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
    if (value === undefined) {
      return parameter.required ? [{ field: parameter.name, rule: 'to be there' }] : [];
    }
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
  // Of several parameters, the answer need not say which one was meant.
  const blamed = findBlamed(
    body,
    names.map((name) => `/${name}`),
  );
  const location = names.length === 1 ? `/${names[0]}` : (blamed ?? '');
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
  // An external id that is in use, or a video that is gone, is refused as documented; so may be one from before.
  const { provider } = documented;
  const isUsed = usedExternalIds.has(externalIdIn(provider, requestBody));
  const { sentExternalId, callbackUrl } = placesOf(provider);
  const refersToOthers = textsIn(requestBody).some(
    (at) => refers(nameOf(at)) && at !== sentExternalId && at !== callbackUrl,
  );
  const problem = findNewRule(exchange);
  if (!problem) return [];
  const { location } = problem;
  const isReachable = canBeCalled(valueAt(requestBody, callbackUrl));
  if (location === '') return refersToOthers || isUsed || !isReachable ? [] : [problem];
  const isOwn = location === callbackUrl && isReachable;
  return refers(nameOf(location)) && !isOwn ? [] : [problem];
}

/** Whether a field names something that may be gone, or in use. */
const refers = (name: string) => /(^|_)url$|_id$/.test(name);

/** The pointers to all texts in a body that are not empty. */
function textsIn(value: unknown, pointer = ''): string[] {
  if (typeof value === 'string') return value ? [pointer] : [];
  if (!(value instanceof Object)) return [];
  return Object.entries(value).flatMap(([name, child]) => textsIn(child, join(pointer, name)));
}

/** Whether the address for callbacks, if there is one, can be that of a server on the internet. */
function canBeCalled(url: unknown): boolean {
  if (typeof url !== 'string' || url === '') return true;
  if (!/^https?:/.test(url) || !URL.canParse(url)) return false;
  return /\.[a-z]/i.test(new URL(url).hostname);
}

/**
 * The rule that a refusal shows, where the request follows every documented rule. Undefined when the content was refused, or
 * the refusal is not about the request.
 */
export function findNewRule(exchange: Exchange): Problem | undefined {
  const { documented, requestBody, body } = exchange;
  const code = codeIn(documented, body)?.code;
  if (refusalReason(exchange) !== 'request' || isContentPolicy(code ?? 0)) return undefined;
  const sent = documentedFields(requestSchema(documented) ?? {}, requestBody);
  const location =
    findBlamed(
      body,
      sent.map(({ pointer }) => pointer),
    ) ?? '';
  const actual = location ? maskInput(valueAt(requestBody, location)) : 'a request';
  return { kind: 'limit-newly-enforced', location, expected: 'to be accepted', actual };
}

/**
 * Which of these fields the provider's message names: with the whole path if it can, else the outermost and longest one of
 * that name. Nothing else of the message is used.
 */
function findBlamed(body: unknown, pointers: readonly string[]): string | undefined {
  const message = fieldsIn(body)
    .filter(({ name }) => name === 'message')
    .map(({ value }) => String(value).replaceAll(/\[(\d+)\]/g, '.$1'))
    .join('\n');
  const says = (words: string) => new RegExp(`(?<![\\w.])${words}(?!\\w)`).test(message);
  const pathOf = (pointer: string) => pointer.slice(1).replaceAll('/', '\\.');
  const depthOf = (pointer: string) => pointer.split('/').length;
  const byDepth = [...new Set(pointers)].sort(
    (a, b) => depthOf(a) - depthOf(b) || b.length - a.length,
  );
  const exact = byDepth.findLast((pointer) => says(pathOf(pointer)));
  const inside = byDepth.filter((pointer) => says(`(?:\\w+\\.)*${nameOf(pointer)}`));
  // A path that is written out says more than a name, which may be that of several fields.
  return exact && depthOf(exact) > 2 ? exact : (inside[0] ?? exact);
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
