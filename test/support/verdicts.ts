import { isDeepStrictEqual } from 'node:util';
import type { NegativeCase, ValidCase } from '../../src/contract/cases.ts';
import { setAt } from '../../src/contract/constraints.ts';
import { type DocumentedOperation, requestExample } from '../../src/contract/documented.ts';
import { check, type Violation } from '../../src/documents/check.ts';
import { providers } from '../../src/documents/documents.ts';
import { parentOf, stepsOf, valueAt } from '../../src/documents/json.ts';
import type { Schema } from '../../src/documents/openapi.ts';
import { placesOf } from '../../src/documents/places.ts';
import { ApiError, CreateUncertainError } from '../../src/index.ts';
import {
  casesOf,
  examplesOf,
  exchanged,
  type Fields,
  inputFor,
  isFields,
  type PrismViolation,
  plainInput,
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
function submit({ kling }: Target, { name, documented }: Documented, body: Fields) {
  const { create, call } = kling[name];
  const submitted: Promise<unknown> = (call ?? create)(inputFor(documented, body), {});
  return submitted;
}

/** The route that the client's `http` has for an operation. */
const routeOf = ({ provider, path }: DocumentedOperation) =>
  path.slice(providers[provider].prefix.length);

/** Creates a task, or calls, with a request that keeps all rules, and says what goes wrong. */
export async function wronglyRefused(target: Target, each: Documented, { body }: ValidCase) {
  const { provider, name, documented } = each;
  const {
    exchange,
    value: task,
    error,
  } = await exchanged(target, () => submit(target, each, body as Fields));
  const { status, violations, answer, path, body: sent } = exchange;
  const isCall = target.kling[name].call !== undefined;
  const [example] = Object.values(examplesOf(documented.operation));
  const found = check(casesOf(documented).schema, body);
  if (status !== 200 || violations.length) return `HTTP ${status}, ${JSON.stringify(violations)}`;
  if (error !== undefined) return `the client failed: ${error}`;
  if (found.length) return `check() finds ${JSON.stringify(found)}`;
  if (path !== documented.path) return `the client sent it to ${path}`;
  const { sentExternalId, created } = placesOf(provider);
  const sentId = valueAt(sent, sentExternalId);
  const named = valueAt(body, sentExternalId) ?? sentId;
  const expected = isCall ? body : setAt(body, stepsOf(sentExternalId), named);
  if (!isDeepStrictEqual(sent, expected)) return `the client sent ${JSON.stringify(sent)}`;
  if (!isDeepStrictEqual(answer, example)) return `the answer was ${JSON.stringify(answer)}`;
  const { id, externalId } = Object(task);
  const shown = providers[provider].dialect.show(valueAt(example, created));
  const isTyped = isCall
    ? isDeepStrictEqual(task, example?.data)
    : id === shown.id && externalId === sentId && typeof sentId === 'string' && sentId !== '';
  return isTyped ? undefined : `the task is ${JSON.stringify(task)}`;
}

/** Creates a task with a request that breaks one rule, and says what goes wrong. */
export async function wronglyTaken(target: Target, asked: Documented, each: NegativeCase) {
  const { name, documented, provider } = asked;
  const { body } = each;
  const { sentExternalId } = placesOf(provider);
  const id = valueAt(body, sentExternalId);
  const holder = valueAt(body, parentOf(sentExternalId));
  // The client names a task that has no name or none that is a text, so these are sent by what is below it.
  const isPutRight =
    !isFields(body) ||
    (target.kling[name].call === undefined &&
      ((holder !== undefined && !isFields(holder)) ||
        (id !== undefined && typeof id !== 'string')));
  const { exchange, error } = await exchanged(
    target,
    (): Promise<unknown> =>
      isPutRight
        ? target.kling.http.POST(routeOf(documented), { body })
        : submit(target, asked, body as Fields),
  );
  const { status, violations } = exchange;
  if (status < 400 || status >= 500) return `taken with HTTP ${status}`;
  if (!violations.some((violation) => isAbout(violation, each.field)))
    return `Prism does not name the field: ${JSON.stringify(violations)}`;
  const isTyped = error instanceof ApiError && error.status === status;
  if (!isPutRight && !isTyped) return `the client gave ${error}`;
  return misjudged(casesOf(documented).schema, each);
}

/** What the client has to ask by a query, or by what stands for one in a body; undefined where it would change that. */
function askerOf({ kling }: Target, { name, action }: Documented, query: unknown) {
  const { list, presets, call } = kling[name];
  return isFields(query) ? { list, presets, call }[action as 'list'] : undefined;
}

/** Asks by a query, as the client does; where that cannot, by what is below it. */
async function ask(target: Target, asked: Documented, query: unknown) {
  const asking = askerOf(target, asked, query);
  if (asking) return asking(query as Fields, {});
  const { GET, POST } = target.kling.http;
  const { documented } = asked;
  const { data, error } = await (documented.method === 'POST'
    ? POST(routeOf(documented), { body: query })
    : GET(routeOf(documented), { params: { query } }));
  if (error) throw error;
  return valueAt(data, '/data');
}

/** Asks by a query that keeps all rules, and says what goes wrong. */
export async function wronglyNotListed(target: Target, asked: Documented, { body }: ValidCase) {
  const { exchange, value } = await exchanged(target, () => ask(target, asked, body));
  const { status, violations } = exchange;
  const isPosted = asked.documented.method === 'POST';
  const [example] = Object.values(examplesOf(asked.documented.operation));
  const texts = Object.entries(body as Fields).map(([key, each]) => [key, String(each)]);
  const found = check(casesOf(asked.documented).schema, body);
  if (status !== 200 || violations.length) return `HTTP ${status}, ${JSON.stringify(violations)}`;
  if (found.length) return `check() finds ${JSON.stringify(found)}`;
  const sent = isPosted ? exchange.body : exchange.query;
  if (!isDeepStrictEqual(sent, isPosted ? body : Object.fromEntries(texts)))
    return `the client asked for ${JSON.stringify(sent)}`;
  return isDeepStrictEqual(value, example?.data) ? undefined : `gave ${JSON.stringify(value)}`;
}

/** Asks by a query that breaks one rule, and says what goes wrong. */
export async function wronglyListed(target: Target, asked: Documented, each: NegativeCase) {
  const { exchange, error } = await exchanged(target, () => ask(target, asked, each.body));
  const { status, violations } = exchange;
  if (status < 400 || status >= 500) return `taken with HTTP ${status}`;
  if (!violations.some((violation) => isAbout(violation, each.field)))
    return `Prism does not name the parameter: ${JSON.stringify(violations)}`;
  if (askerOf(target, asked, each.body) && !(error instanceof ApiError))
    return `the client gave ${error}`;
  return misjudged(casesOf(asked.documented).schema, each);
}

/** Posts a body that deletes, or to a route without a name, and says whether that went otherwise than its case wants. */
export async function wronglyPosted(
  target: Target,
  documented: DocumentedOperation,
  { body, ...broken }: ValidCase | NegativeCase,
) {
  const { kling } = target;
  const remove = documented.name && kling[documented.name].delete;
  const found = check(casesOf(documented).schema, body);
  const isValid = !('keyword' in broken);
  const [id] = Object.values(Object(body));
  const route = routeOf(documented);
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
export function misjudged(
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

/** Has an operation answer with a documented error, and says how the client's error differs from it. */
export async function wronglyTyped(
  target: Target,
  documented: DocumentedOperation,
  { status, example, body }: ErrorExample,
) {
  target.prefer = { code: status, example };
  const call = callOf(target, documented);
  const { exchange, error, value } = await exchanged<unknown>(
    target,
    call ?? (() => raw(target, documented)),
  );
  if (exchange.status !== Number(status)) return `HTTP ${exchange.status} came`;
  if (!isDeepStrictEqual(exchange.answer, body))
    return `came as ${JSON.stringify(exchange.answer)}`;
  if (!call) return isDeepStrictEqual(value, { error: body }) ? undefined : 'is another one';
  // Whether there is a task now is not known, and the error says so.
  const isUncertain =
    documented.action === 'create' &&
    (exchange.status >= 500 ? !permanent.has(example) : taken.has(example));
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

/** Has the client ask without a key, and says what else comes than a refusal. */
export async function wronglyServed(target: Target, documented: DocumentedOperation) {
  const call = callOf(target, documented) ?? (() => raw(target, documented));
  const { exchange, error } = await exchanged<unknown>(target, call);
  if (exchange.status !== 401) return `HTTP ${exchange.status} came`;
  const isTyped = error instanceof ApiError && error.status === 401;
  return documented.name && !isTyped ? `the client gave ${error}` : undefined;
}

/** Refusals of what was created before: the first of two copies may have made the task. */
const taken = new Set(['duplicate']);

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

/** What calls an operation by its name, where it has one. */
function callOf({ kling }: Target, documented: DocumentedOperation) {
  const { name, action, method } = documented;
  if (!name) return undefined;
  const { create, list, task, presets, delete: remove, call } = kling[name];
  if (action === 'get') return () => task('861254119619698760').snapshot();
  if (action === 'list') return async () => list?.();
  if (action === 'presets') return async () => presets?.();
  if (action === 'delete') return async () => remove?.('861254119619698760');
  const input = method === 'GET' ? plainQuery(documented) : plainInput(documented);
  if (action === 'call') return async (signal: AbortSignal) => call?.(input, { signal });
  return (signal: AbortSignal) => create(input, { signal });
}

/** What a request that is not posted needs at the least. */
const plainQuery = (documented: DocumentedOperation): Fields =>
  casesOf(documented).valid[0]?.body as Fields;

/** Asks a route by the client's `http`, with the query or the body that it needs. */
export async function raw({ kling }: Target, documented: DocumentedOperation) {
  const { path, method } = documented;
  const values = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => [name, '861254119619698760']);
  const params = { path: Object.fromEntries(values), query: plainQuery(documented) };
  const { data, error } = await (method === 'POST'
    ? kling.http.POST(routeOf(documented), { body: requestExample(documented) })
    : kling.http.GET(routeOf(documented), { params }));
  return data === undefined ? { error } : { data };
}
