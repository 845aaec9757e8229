import { connect, environment } from '../../src/cli/environment.ts';
import type { Call, Resource } from '../../src/client/operation.ts';
import type { OperationName } from '../../src/client/operations.ts';
import {
  constraintsOf,
  negativeCases,
  parameterCases,
  validCases,
} from '../../src/contract/cases.ts';
import {
  type DocumentedOperation,
  findOperation,
  nameServed,
  requestExample,
  requestSchema,
} from '../../src/contract/documented.ts';
import { externalIdIn, resultsOf } from '../../src/contract/tasks.ts';
import { offerOf, type ProviderName, providers } from '../../src/documents/documents.ts';
import { objectOf, valueAt } from '../../src/documents/json.ts';
import type { ApiOperation, Parameter, Schema } from '../../src/documents/openapi.ts';
import { placesOf } from '../../src/documents/places.ts';
import type { KlingOptions, ListedOperation, Operation } from '../../src/index.ts';
import { addLater } from './content-rules.ts';
import { type Documented, documentedAs } from './offered.ts';
import { speaking } from './speaking.ts';

export type Fields = Record<string, unknown>;

/** A rule that Prism found broken. */
export interface PrismViolation {
  /** Where: `request` or `response`, then `body` or `query`, then the fields. */
  location: string[];
  message: string;
}

/** One request as it left the client, and its answer. */
interface Exchange {
  method: string;
  path: string;
  query: Fields;
  body: unknown;
  status: number;
  answer: unknown;
  violations: PrismViolation[];
}

type AnyResource = Resource<Fields, Fields, Fields, Fields, unknown>;

/** A client of any provider, as loosely typed as a document that is read at run time needs it. */
interface AnyClient
  extends Record<
    OperationName,
    Operation<Fields, Fields, Fields> &
      Partial<Pick<AnyResource, 'presets' | 'delete'>> &
      Partial<Pick<ListedOperation<Fields, Fields, Fields, Fields, unknown>, 'list' | 'listAll'>> &
      Partial<Pick<Call<Fields, unknown>, 'call'>>
  > {
  http: {
    GET(path: string, init?: object): Promise<{ error?: unknown; data?: unknown }>;
    POST(path: string, init?: object): Promise<{ error?: unknown; data?: unknown }>;
  };
}

/** A provider's client, and all that goes through it. */
export interface Target {
  provider: ProviderName;
  kling: AnyClient;
  exchanges: Exchange[];
  /** What Prism is asked to answer with, until it is set anew. */
  prefer: { code?: string; example?: string };
  /** Keeps the key back. */
  isAnonymous: boolean;
  /** The external ids of creates. Who asks for these is told that there is no such task. */
  externalIds: Set<string>;
  /** How often somebody did. */
  lookups: number;
  /** Told of each request before it is sent. */
  beforeRequest: (request: { method: string; url: string }) => void;
  /** Brings a request to who answers it. */
  fetch: Send;
}

/** A `fetch`, as the client calls it: its body is a text. */
export type Send = (url: string, init: RequestInit & { headers: Headers }) => Promise<Answer>;

/** What is read of an answer. */
type Answer = Pick<Response, 'status' | 'headers' | 'text'>;

/** The operations of a provider that take a body: creates, for each model where it has a path, and calls that are posted. */
export const bodiesOf = (provider: ProviderName): Documented[] =>
  documentedAs('create', 'call').filter(
    (each) => each.provider === provider && each.documented.method === 'POST',
  );

/** The requests of a provider that only ask: lists, and what has nothing but a query. */
export const queriesOf = (provider: ProviderName): Documented[] =>
  documentedAs('get', 'list', 'presets', 'call').filter(
    ({ action, documented: { method, path }, ...each }) =>
      each.provider === provider &&
      (action === 'list' || (method === 'GET' && !path.includes('{'))),
  );

/** A key for every provider. */
const keys = Object.fromEntries(
  Object.values(environment).map(({ credentials }) => [
    Object.values(credentials[0] ?? {})[0],
    'a-key',
  ]),
);

/** A client at an address, with a made-up key and no patience. */
export function targetAt(provider: ProviderName, baseUrl: string): Target {
  return watched(provider, keys, { baseUrl, interval: 1 });
}

/** A client of a provider itself, or of what stands in for it, with the key and the address of the environment. */
export function liveTarget(provider: ProviderName): Target {
  return watched(provider, process.env, {});
}

function watched(
  provider: ProviderName,
  env: Record<string, string | undefined>,
  options: KlingOptions,
): Target {
  const target: Omit<Target, 'kling'> = {
    provider,
    exchanges: [],
    prefer: {},
    isAnonymous: false,
    externalIds: new Set(),
    lookups: 0,
    beforeRequest() {},
    fetch: globalThis.fetch,
  };
  const { idsIn, missing } = speaking(provider);
  async function fetch(href: string, init: RequestInit): Promise<Response> {
    const { method = 'GET' } = init;
    target.beforeRequest({ method, url: href });
    // A refused create may be looked up. It made no task, and a server of examples shows one for any id.
    if (idsIn(href).some((id) => id && target.externalIds.has(decodeURIComponent(id)))) {
      target.lookups++;
      return typeof missing === 'function' ? missing() : Response.json(missing);
    }
    const headers = new Headers(init.headers);
    const prefer = Object.entries(target.prefer).map((pair) => pair.join('='));
    if (prefer.length) headers.set('prefer', prefer.join(', '));
    if (target.isAnonymous) headers.delete('authorization');
    const body = init.body ? JSON.parse(String(init.body)) : undefined;
    target.externalIds.add(externalIdIn(provider, body));
    const response = await target.fetch(href, { ...init, headers });
    const text = await response.text();
    const url = new URL(href);
    target.exchanges.push({
      method,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      body,
      status: response.status,
      answer: jsonOf(text),
      violations: violationsIn(response.headers),
    });
    return busyForADay(response, text);
  }
  const kling = connect(provider, env, { ...options, fetch }) as object as AnyClient;
  return Object.assign(target, { kling });
}

/** What a text says as plain JSON: a number stays one. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An answer whose text was read. Who is busy has one wait longer than any call has time for, so that the client gives up at once. */
function busyForADay({ status, headers }: Answer, text: string): Response {
  const told = new Headers(headers);
  if (status === 429) told.set('retry-after', '86400');
  return new Response(text || null, { status, headers: told });
}

/** All the requests to an operation that its document allows or refuses, and its rules. */
export function casesOf(documented: DocumentedOperation): Cases {
  const cases = made.get(documented) ?? makeCases(documented);
  made.set(documented, cases);
  return cases;
}

/** What a create or a call takes at the least, as the client takes it, so that it fails for nothing that is served no more. */
export function plainInput(documented: DocumentedOperation): Fields {
  const [plain] = casesOf(documented).valid;
  if (!isFields(plain?.body)) throw new Error(`nothing is taken by ${documented.key}`);
  return inputFor(documented, nameServed(documented, plain.body));
}

/** What the client takes to send a body: where each model has a path, with the model. */
export const inputFor = ({ model }: DocumentedOperation, body: Fields): Fields =>
  model === undefined ? body : { model, ...body };

interface Cases extends ReturnType<typeof parameterCases> {
  schema: Schema;
}

/** A second or two for the largest, so once is enough. */
const made = new Map<DocumentedOperation, Cases>();

function makeCases(documented: DocumentedOperation): Cases {
  const schema = requestSchema(documented);
  if (!schema) return parameterCases((documented.operation.parameters ?? []) as Parameter[]);
  const example = exampleOf(documented);
  const cases = {
    schema,
    valid: [...validCases(schema, { example }), ...examplesIn(documented)],
    negative: negativeCases(schema, { example }),
    constraints: constraintsOf(schema),
  };
  return addLater(documented.path, cases, requestExample(documented));
}

/** The requests that the document shows as examples. */
function examplesIn({ operation }: DocumentedOperation) {
  const body = operation.requestBody?.content['application/json'];
  return Object.entries(body?.examples ?? {}).map(([name, { value }]) => ({ name, body: value }));
}

/** The values that the document's examples of a request show. */
export const exampleOf = (documented: DocumentedOperation): Fields =>
  Object.assign({}, ...examplesIn(documented).map(({ body }) => body));

/** The examples of an answer, by their names. */
export function examplesOf(
  operation: ApiOperation | undefined,
  status = '200',
): Record<string, Fields> {
  const examples = operation?.responses[status]?.content?.['application/json']?.examples ?? {};
  return Object.fromEntries(
    Object.entries(examples).map(([name, { value }]) => [name, value as Fields]),
  );
}

/** The task that a document shows in one of its states, in the client's words, and the name of that example. */
export function taskIn(provider: ProviderName, name: OperationName, state: string) {
  const { dialect } = providers[provider];
  const all = Object.entries(examplesOf(findOperation(provider, name, 'get')?.operation));
  for (const [example, answer] of all) {
    const task = valueAt(answer, placesOf(provider).read);
    if (isFields(task) && dialect.show(task).status === state) return { example, task };
  }
  throw new Error(`${provider} shows no ${name} in the state ${state}`);
}

/** The result of a task that has succeeded, as the client gives it. */
export function resultIn(provider: ProviderName, name: OperationName, task: Fields): Fields {
  const { result = '' } = offerOf(provider, name) ?? {};
  const list = resultsOf({ provider, name }, { pointer: '', value: task });
  return { ...objectOf(valueAt(task, placesOf(provider).result)), [result]: list };
}

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What became of a promise. */
export async function settled<T>(promise: Promise<T>): Promise<{ value?: T; error?: unknown }> {
  return promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
}

/**
 * Does something that sends one request, and gives that exchange, too. After a server's error the client may ask what
 * has become of a create; those questions are not given.
 */
export async function exchanged<T>(target: Target, act: (signal: AbortSignal) => Promise<T>) {
  const { exchanges } = target;
  const before = exchanges.length;
  // One answer is enough: a client that asks what became of a create, or goes on to ask, is told to stop.
  const stop = new AbortController();
  target.externalIds.clear();
  target.lookups = 0;
  target.beforeRequest = () => {
    if ((exchanges[before]?.status ?? 0) >= 500 || target.lookups > 0) stop.abort();
  };
  const outcome = await settled(act(stop.signal));
  const [exchange, ...more] = exchanges.slice(before);
  if (!exchange || (more.length > 0 && exchange.status < 500)) {
    const cause = outcome.error;
    throw new Error(`${exchanges.length - before} requests were sent, not one`, { cause });
  }
  return { ...outcome, exchange };
}

/** What Prism says in the header of an answer. Of very many violations it sends the beginning only, which is no JSON. */
function violationsIn(headers: Headers): PrismViolation[] {
  const text = headers.get('sl-violations');
  if (!text) return [];
  try {
    return JSON.parse(text);
  } catch {
    return [{ location: ['request'], message: text }];
  }
}
