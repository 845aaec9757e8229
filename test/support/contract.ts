import { connect, environment } from '../../src/cli/environment.ts';
import type { Call, Resource } from '../../src/client/operation.ts';
import type { OperationName } from '../../src/client/operations.ts';
import {
  constraintsOf,
  negativeCases,
  parameterCases,
  validCases,
} from '../../src/contract/cases.ts';
import { findOperation, nameServed } from '../../src/contract/documented.ts';
import {
  documents,
  inputSchema,
  type ProviderName,
  pathOf,
  providerNames,
} from '../../src/documents/documents.ts';
import { type ApiOperation, dereference, type Parameter } from '../../src/documents/openapi.ts';
import type { KlingOptions, Operation } from '../../src/index.ts';
import { withRequest } from './fetch.ts';
import { type Documented, documentedAs } from './offered.ts';

export type Fields = Record<string, unknown>;

/** A rule that Prism found broken. */
export interface PrismViolation {
  /** Where: `request` or `response`, then `body` or `query`, then the fields. */
  location: string[];
  message: string;
}

/** One request as it left the client, and its answer. */
export interface Exchange {
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
      Partial<Pick<AnyResource, 'list' | 'presets' | 'delete'>> &
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
  /** Told of each request before it is sent. */
  beforeRequest: (request: Request) => void;
}

/** The operations of a provider that take a body: creates, and calls that are posted. */
export const bodiesOf = (provider: ProviderName): OperationName[] =>
  documentedAs('create', 'call').flatMap((each) =>
    each.provider === provider && each.documented.method === 'POST' ? [each.name] : [],
  );

/** The requests of a provider that have nothing but a query: lists, presets, and calls that are not posted. */
export const queriesOf = (provider: ProviderName): Documented[] =>
  documentedAs('list', 'presets', 'call').filter(
    (each) => each.provider === provider && each.documented.method === 'GET',
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
    beforeRequest() {},
  };
  const externalIds = new Set<unknown>();
  const fetch = withRequest(async (request) => {
    target.beforeRequest(request);
    const { pathname } = new URL(request.url);
    // A refused create may be looked up. It made no task, and a server of examples shows one for any id.
    if (externalIds.has(decodeURIComponent(pathname.split('/').at(-1) ?? ''))) return noSuchTask();
    const prefer = Object.entries(target.prefer).map((pair) => pair.join('='));
    if (prefer.length) request.headers.set('prefer', prefer.join(', '));
    if (target.isAnonymous) request.headers.delete('authorization');
    const sent = await request.clone().text();
    const body = sent ? JSON.parse(sent) : undefined;
    if (isFields(body)) externalIds.add(body.external_task_id);
    const response = busyForADay(await globalThis.fetch(request));
    const url = new URL(request.url);
    target.exchanges.push({
      method: request.method,
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      body,
      status: response.status,
      answer: await response
        .clone()
        .json()
        .catch(() => undefined),
      violations: violationsIn(response.headers),
    });
    return response;
  });
  const kling = connect(provider, env, { ...options, fetch }) as object as AnyClient;
  return Object.assign(target, { kling });
}

const noSuchTask = () => Response.json({ code: 1203, message: 'no such task' }, { status: 404 });

/** What a busy provider says, with a longer wait than any call has time for, so that the client gives up at once. */
function busyForADay(response: Response): Response {
  if (response.status !== 429) return response;
  const headers = new Headers(response.headers);
  headers.set('retry-after', '86400');
  return new Response(response.body, { status: response.status, headers });
}

/** All the requests to an operation that its document allows or refuses, and its rules. */
export function casesOf(provider: ProviderName, name: OperationName) {
  const key = `${provider} ${name}`;
  const cases = made.get(key) ?? makeCases(provider, name);
  made.set(key, cases);
  return cases;
}

/** What a create takes at the least, so that it fails for nothing that is served no more. */
export function plainInput(provider: ProviderName, name: OperationName): Fields {
  const [plain] = casesOf(provider, name).valid;
  if (!isFields(plain?.body)) throw new Error(`${provider} takes nothing for ${name}`);
  const create = findOperation(provider, name, 'create') ?? findOperation(provider, name, 'call');
  return create ? nameServed(create, plain.body) : plain.body;
}

/** A second or two for the largest, so once is enough. */
const made = new Map<string, ReturnType<typeof makeCases>>();

function makeCases(provider: ProviderName, name: OperationName) {
  const schema = inputSchema(provider, name);
  const example = exampleOf(provider, name);
  return {
    schema,
    valid: [...validCases(schema, { example }), ...examplesIn(provider, name)],
    negative: negativeCases(schema, { example }),
    constraints: constraintsOf(schema),
  };
}

/** The requests that the document shows as examples of a create. */
function examplesIn(provider: ProviderName, name: OperationName) {
  const body = operationAt(provider, name, 'create')?.requestBody?.content['application/json'];
  return Object.entries(body?.examples ?? {}).map(([name, { value }]) => ({ name, body: value }));
}

/** The values that the document's examples of a create show. */
export const exampleOf = (provider: ProviderName, name: OperationName): Fields =>
  Object.assign({}, ...examplesIn(provider, name).map(({ body }) => body));

/** The same for the query of a request that has nothing else. */
export const queryCasesOf = ({ documented: { operation } }: Documented) =>
  parameterCases((operation.parameters ?? []) as Parameter[]);

/** An operation of the document by what it is for, without references. */
export function operationAt(
  provider: ProviderName,
  name: OperationName,
  kind: 'create' | 'read' | 'list',
): ApiOperation | undefined {
  const path = pathOf(provider, name) + (kind === 'read' ? '/{task_id}' : '');
  return resolved[provider].paths[path]?.[kind === 'create' ? 'post' : 'get'];
}

const resolved = Object.fromEntries(
  providerNames.map((provider) => [
    provider,
    dereference(documents[provider], documents[provider]),
  ]),
) as typeof documents;

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

/** The task that a document shows in one of its states. */
export function taskIn(provider: ProviderName, name: OperationName, state: string): Fields {
  const { data } = examplesOf(operationAt(provider, name, 'read'))[state] ?? {};
  if (!isFields(data)) throw new Error(`${provider} shows no ${name} in the state ${state}`);
  return data;
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
  // One answer is enough: a client that asks what became of a create is told to stop.
  const stop = new AbortController();
  target.beforeRequest = () => {
    if ((exchanges[before]?.status ?? 0) >= 500) stop.abort();
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
