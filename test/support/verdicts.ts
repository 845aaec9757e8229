import { isDeepStrictEqual } from 'node:util';
import { type OperationName, operations } from '../../src/client/operations.ts';
import { type NegativeCase, parameterCases, type ValidCase } from '../../src/contract/cases.ts';
import {
  type DocumentedOperation,
  documentedOperations,
  requestExample,
  requestSchema,
} from '../../src/contract/documented.ts';
import { check, type Violation } from '../../src/documents/check.ts';
import { providers } from '../../src/documents/documents.ts';
import type { Parameter, Schema } from '../../src/documents/openapi.ts';
import { ApiError, CreateUncertainError } from '../../src/index.ts';
import {
  casesOf,
  examplesOf,
  exchanged,
  type Fields,
  isFields,
  operationAt,
  type PrismViolation,
  plainInput,
  queryCasesOf,
  type Target,
} from './contract.ts';
import type { Documented } from './offered.ts';

/** What is wrong with each of the cases, one after the other; nothing when all is well. */
export async function problemsOf<C extends { name: string }>(
  cases: C[],
  problemOf: (each: C) => Promise<string | undefined>,
): Promise<string[]> {
  const problems: string[] = [];
  for (const each of cases) {
    const problem = await problemOf(each);
    if (problem) problems.push(`${each.name}: ${problem}`);
  }
  return problems;
}

/** Creates a task, or calls what answers at once. */
function submit({ kling }: Target, name: OperationName, body: Fields): Promise<unknown> {
  const { create, call } = kling[name];
  return call ? call(body) : create(body);
}

/** Creates a task, or calls, with a request that keeps all rules, and says what goes wrong. */
export async function wronglyRefused(target: Target, name: OperationName, { body }: ValidCase) {
  const { provider, kling } = target;
  const {
    exchange,
    value: task,
    error,
  } = await exchanged(target, () => submit(target, name, body as Fields));
  const { status, violations, answer } = exchange;
  const sent = exchange.body as Fields;
  const isCall = kling[name].call !== undefined;
  const [example] = Object.values(examplesOf(operationAt(provider, name, 'create')));
  const found = check(casesOf(provider, name).schema, body);
  if (status !== 200 || violations.length) return `HTTP ${status}, ${JSON.stringify(violations)}`;
  if (error !== undefined) return `the client failed: ${error}`;
  if (found.length) return `check() finds ${JSON.stringify(found)}`;
  const named = isCall ? {} : { external_task_id: sent.external_task_id };
  if (!isDeepStrictEqual(sent, { ...named, ...(body as Fields) }))
    return `the client sent ${JSON.stringify(sent)}`;
  if (!isDeepStrictEqual(answer, example)) return `the answer was ${JSON.stringify(answer)}`;
  const data = example?.data as Fields | undefined;
  const { id, externalId } = Object(task);
  const isTyped = isCall
    ? isDeepStrictEqual(task, data)
    : id === data?.task_id && externalId === sent.external_task_id;
  return isTyped ? undefined : `the task is ${JSON.stringify(task)}`;
}

/** Creates a task with a request that breaks one rule, and says what goes wrong. */
export async function wronglyTaken(target: Target, name: OperationName, each: NegativeCase) {
  const { kling, provider } = target;
  const { body } = each;
  const id = isFields(body) ? (body.external_task_id ?? 'missing') : undefined;
  // The client names a task that has no name or none that is a text, so these are sent by what is below it.
  const isPutRight =
    !isFields(body) ||
    (kling[name].call === undefined && (typeof id !== 'string' || body.external_task_id === null));
  const { exchange, error } = await exchanged(
    target,
    (): Promise<unknown> =>
      isPutRight
        ? kling.http.POST(operations[name].route, { body })
        : submit(target, name, body as Fields),
  );
  const { status, violations } = exchange;
  if (status < 400 || status >= 500) return `taken with HTTP ${status}`;
  if (!violations.some((violation) => isAbout(violation, each.field)))
    return `Prism does not name the field: ${JSON.stringify(violations)}`;
  const isTyped = error instanceof ApiError && error.status === status;
  if (!isPutRight && !isTyped) return `the client gave ${error}`;
  return misjudged(casesOf(provider, name).schema, each);
}

/** Asks by a query, as the client does. */
function ask({ kling }: Target, { name, action }: Documented, query: Fields): Promise<unknown> {
  const { list, presets, call } = kling[name];
  const asking = { list, presets, call }[action as 'list'];
  return asking ? asking(query, {}) : Promise.reject(new TypeError(`there is no ${action}`));
}

/** Asks by a query that keeps all rules, and says what goes wrong. */
export async function wronglyNotListed(target: Target, asked: Documented, { body }: ValidCase) {
  const { exchange, value } = await exchanged(target, () => ask(target, asked, body as Fields));
  const { status, violations, query } = exchange;
  const [example] = Object.values(examplesOf(asked.documented.operation));
  const texts = Object.entries(body as Fields).map(([key, each]) => [key, String(each)]);
  const found = check(queryCasesOf(asked).schema, body);
  if (status !== 200 || violations.length) return `HTTP ${status}, ${JSON.stringify(violations)}`;
  if (found.length) return `check() finds ${JSON.stringify(found)}`;
  if (!isDeepStrictEqual(query, Object.fromEntries(texts)))
    return `the client asked for ${JSON.stringify(query)}`;
  return isDeepStrictEqual(value, example?.data) ? undefined : `gave ${JSON.stringify(value)}`;
}

/** Asks by a query that breaks one rule, and says what goes wrong. */
export async function wronglyListed(target: Target, asked: Documented, each: NegativeCase) {
  const { exchange, error } = await exchanged(target, () =>
    ask(target, asked, each.body as Fields),
  );
  const { status, violations } = exchange;
  if (status < 400 || status >= 500) return `taken with HTTP ${status}`;
  if (!violations.some((violation) => isAbout(violation, each.field)))
    return `Prism does not name the parameter: ${JSON.stringify(violations)}`;
  if (!(error instanceof ApiError)) return `the client gave ${error}`;
  return misjudged(queryCasesOf(asked).schema, each);
}

/** Posts a body that deletes, or to a route without a name, and says whether that went otherwise than its case wants. */
export async function wronglyPosted(
  target: Target,
  documented: DocumentedOperation,
  { body, ...broken }: ValidCase | NegativeCase,
) {
  const { kling, provider } = target;
  const remove = documented.name && kling[documented.name].delete;
  const schema = requestSchema(documented) ?? {};
  const found = check(schema, body);
  const isValid = !('keyword' in broken);
  const [id] = Object.values(Object(body));
  const route = documented.path.slice(providers[provider].prefix.length);
  const { exchange } = await exchanged(
    target,
    (): Promise<unknown> =>
      isValid && typeof id === 'string' && remove ? remove(id) : kling.http.POST(route, { body }),
  );
  const { status, violations } = exchange;
  const isTaken = status === 200 && violations.length === 0;
  if (isTaken !== isValid) return `HTTP ${status}, ${JSON.stringify(violations)}`;
  return (found.length === 0) === isValid ? undefined : `check() finds ${JSON.stringify(found)}`;
}

/** What `check()` gets wrong about a request that breaks one rule: it has to name field and rule. */
function misjudged(
  schema: Schema,
  { body, field, keyword, pointer, isAlone }: NegativeCase,
): string | undefined {
  const found = check(schema, body);
  const isOfBranch = /\/(any|one)Of/.test(pointer);
  // The one rule that is broken is the one that is found. Of a choice it tells what the nearest branch misses.
  const isFound =
    isAlone && !isOfBranch
      ? found.length === 1 && found[0]?.field === field && found[0].keyword === keyword
      : found.some(
          (each) => names(each, field) || (isOfBranch && /^(any|one)Of$/.test(each.keyword)),
        );
  return isFound ? undefined : `check() finds ${JSON.stringify(found)}`;
}

const names = (violation: Violation, field: string) =>
  violation.field === field || new RegExp(`\\b${nameOf(field)}\\b`).test(violation.rule);

/** Whether Prism speaks of a field. It writes the names of query parameters small. */
function isAbout({ location, message }: PrismViolation, field: string): boolean {
  const name = nameOf(field).toLowerCase();
  const isPlace = location.some((step) => step.toLowerCase() === name);
  return location[0] === 'request' && (isPlace || message.toLowerCase().includes(name));
}

/** The last name of a field's path; the body's own when there is none. */
const nameOf = (field: string) => field.match(/[A-Za-z_]\w*/g)?.at(-1) ?? 'body';

/** An error that a document shows. */
interface ErrorExample {
  status: string;
  example: string;
  body: Fields;
}

/** Has a route answer with a documented error, and says how the client's error differs from it. */
export async function wronglyTyped(
  target: Target,
  { path, method }: { path: string; method: string },
  { status, example, body }: ErrorExample,
) {
  target.prefer = { code: status, example };
  const call = callOf(target, path, method);
  const { exchange, error, value } = await exchanged<unknown>(
    target,
    call ?? (() => raw(target, path, method)),
  );
  if (exchange.status !== Number(status)) return `HTTP ${exchange.status} came`;
  if (!isDeepStrictEqual(exchange.answer, body))
    return `came as ${JSON.stringify(exchange.answer)}`;
  if (!call) return isDeepStrictEqual(value, { error: body }) ? undefined : 'is another one';
  // Whether there is a task now is not known, and the error says so.
  const isCreate = isCreateOf(target, path, method);
  const isUncertain = isCreate && exchange.status >= 500 && !permanent.has(example);
  if (isUncertain !== error instanceof CreateUncertainError) return `gave ${error}`;
  const cause = error instanceof CreateUncertainError ? error.cause : error;
  if (!(cause instanceof ApiError)) return `gave ${cause}`;
  const { status: itsStatus, code, reason, requestId } = cause;
  const { message, ...known } = factsOf(body);
  const facts = { status: itsStatus, code, reason, requestId };
  const isSaid =
    cause.message.startsWith(target.provider) && cause.message.includes(`: ${message}`);
  const isTyped = isDeepStrictEqual(facts, { status: exchange.status, ...known });
  return isSaid && isTyped ? undefined : `says ${cause.message} ${JSON.stringify(facts)}`;
}

/** Whether a request makes a task that could be found again. */
const isCreateOf = ({ provider }: Target, path: string, method: string) =>
  documentedOperations(provider).some(
    (each) =>
      each.path === path && each.method === method.toUpperCase() && each.action === 'create',
  );

/** Refusals under a status from 500 on. */
const permanent = new Set(['invalid_request', 'model_not_found']);

/** What the three forms of an error say. */
function factsOf(body: Fields) {
  if (isFields(body.error)) {
    const { message, code } = body.error;
    const requestId = String(message).match(/\(request id: (\w+)\)/)?.[1];
    return { message, code: undefined, reason: code || undefined, requestId };
  }
  const passedOn = isFields(body.data) && isFields(body.data.data) ? body.data.data : body;
  const { code, request_id: requestId } = passedOn;
  return { message: body.message, code, reason: undefined, requestId };
}

/** What calls a route by the name of an operation, where it has one. */
function callOf({ kling, provider }: Target, path: string, method: string) {
  const found = documentedOperations(provider).find(
    (each) => each.path === path && each.method === method.toUpperCase(),
  );
  const { name, action } = found ?? {};
  if (!name) return undefined;
  const { create, list, task, presets, delete: remove, call } = kling[name];
  if (action === 'get') return () => task('861254119619698760').snapshot();
  if (action === 'list') return async () => list?.();
  if (action === 'presets') return async () => presets?.();
  if (action === 'delete') return async () => remove?.('861254119619698760');
  const input = method === 'get' ? plainQuery(found) : plainInput(provider, name);
  if (action === 'call') return async (signal: AbortSignal) => call?.(input, { signal });
  return (signal: AbortSignal) => create(input, { signal });
}

/** What a call that is not posted needs at the least. */
const plainQuery = (documented: DocumentedOperation | undefined): Fields => {
  const parameters = (documented?.operation.parameters ?? []) as Parameter[];
  return parameterCases(parameters).valid[0]?.body as Fields;
};

/** Asks a route by the client's `http`, with the query or the body that it needs. */
export async function raw({ kling, provider }: Target, path: string, method = 'get') {
  const documented = documentedOperations(provider).find(
    (each) => each.path === path && each.method === method.toUpperCase(),
  );
  const route = path.slice(providers[provider].prefix.length);
  const values = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, '861254119619698760']);
  const params = { path: Object.fromEntries(values), query: plainQuery(documented) };
  const body = documented && requestExample(documented);
  const { data, error } = await (method === 'post'
    ? kling.http.POST(route, { body })
    : kling.http.GET(route, { params }));
  return data === undefined ? { error } : { data };
}
