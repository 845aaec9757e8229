import type { Offer, OperationName } from '../client/operations.ts';
import { documents, type ProviderName, providerNames, providers } from '../documents/documents.ts';
import { isWithin, join, nameOf, objectOf, parentOf, valueAt } from '../documents/json.ts';
import { type ApiOperation, dereference, operationsOf, type Schema } from '../documents/openapi.ts';
import { placesOf } from '../documents/places.ts';
import { type Format, formatAt } from '../documents/result-files.ts';
import { servedOf } from '../documents/rules.ts';
import { documentedFields, fieldsIn } from './fields.ts';
import { tasksAt } from './tasks.ts';

/**
 * What a request does: create a task, get one, or list a page of them; list or delete what is kept; or `call`, which is answered
 * at once.
 */
export type Action = 'create' | 'get' | 'list' | 'presets' | 'delete' | 'call';

/** How a caller refers to an operation: by route, by name, or by name and action. */
export type OperationRef =
  | OperationName
  | `${OperationName}.${Action}`
  | `${'GET' | 'POST'} /${string}`;

/** One operation of a provider's document, with its references resolved. */
export interface DocumentedOperation {
  provider: ProviderName;
  /** Method and path, as in findings: `GET /v1/audio/text-to-audio/{task_id}`. */
  key: string;
  method: string;
  path: string;
  operation: ApiOperation;
  /** The client's name for the operation; absent where the client has none. */
  name?: OperationName;
  action?: Action;
  /** Of a create whose model is a part of its path, that model. */
  model?: string;
  /** Of a route for the tasks of several operations, the others. */
  others?: OperationName[];
}

const operationsByProvider = new Map<ProviderName, DocumentedOperation[]>();

/**
 * Every operation of a provider's document.
 * @throws {TypeError} there is no such provider
 */
export function documentedOperations(provider: ProviderName): DocumentedOperation[] {
  const cached = operationsByProvider.get(provider);
  if (cached) return cached;
  const document = documents[provider];
  if (!document) {
    throw new TypeError(
      `there is no provider ${provider}; choose one of ${providerNames.join(', ')}`,
    );
  }
  const all = dereference(document, operationsOf(document)).map(({ path, method, operation }) => ({
    provider,
    key: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    operation,
    ...identifyRoute(provider, method, path),
  }));
  operationsByProvider.set(provider, all);
  return all;
}

/** What a route is to the client: names, action and model; empty where the client has none. */
type Identity = Pick<DocumentedOperation, 'name' | 'action' | 'model' | 'others'>;

function identifyRoute(provider: ProviderName, method: string, path: string): Identity {
  const { prefix, offers } = providers[provider];
  const own = path.startsWith(prefix) ? path.slice(prefix.length) : '';
  const all = Object.entries(offers) as [OperationName, Offer][];
  // A query that reads the tasks of several operations is that of each of them.
  const [name, ...others] = all.flatMap(([each, { tasks }]) => (tasks === own ? each : []));
  if (name)
    return { name, action: method === 'get' ? 'get' : 'list', ...(others[0] && { others }) };
  for (const [each, { route, result, tasks, ...kept }] of all) {
    if (own === `${route}/{task_id}` && method === 'get') return { name: each, action: 'get' };
    if (own === route && result === '') return { name: each, action: 'call' };
    if (own === route) return { name: each, action: method === 'post' ? 'create' : 'list' };
    const isModel = tasks !== undefined && own.startsWith(`${route}/`);
    if (isModel) return { name: each, action: 'create', model: own.slice(route.length + 1) };
    for (const action of ['presets', 'delete'] as const)
      if (kept[action] === own) return { name: each, action };
  }
  return {};
}

/** Whether a request costs nothing: it reads, or the document says so of a call. What nobody knows counts as paid. */
export const isFree = ({ action, operation }: DocumentedOperation): boolean =>
  action === 'get' || action === 'list' || action === 'presets' || 'x-free' in operation;

/** Whether a documented operation is one that the client calls so. */
export const isNamed = ({ name, others = [] }: DocumentedOperation, wanted: string): boolean =>
  name === wanted || others.some((each) => each === wanted);

/**
 * Finds the operation with this name and action, and for this model where its creates have a path each: without one, the first.
 * Undefined where the provider does not offer it.
 */
export function findOperation(
  provider: ProviderName,
  name: OperationName,
  action: Action,
  model?: string,
): DocumentedOperation | undefined {
  return documentedOperations(provider).find(
    (each) =>
      isNamed(each, name) &&
      each.action === action &&
      (model === undefined || each.model === undefined || each.model === model),
  );
}

/** Finds the operation that reads the tasks that another one makes or lists; undefined where there is none. */
export const findReader = ({
  provider,
  name,
}: DocumentedOperation): DocumentedOperation | undefined =>
  name && findOperation(provider, name, 'get');

/**
 * Finds the operations that a reference may mean: one, or all that have the name when there is no action.
 * @throws {TypeError} the provider's document has no such operation
 */
export function findByRef(provider: ProviderName, ref: string): DocumentedOperation[] {
  const all = documentedOperations(provider);
  const named = all.filter(
    (each) => each.key === ref || isNamed(each, ref.replace(`.${each.action}`, '')),
  );
  if (named.length > 0) return named;
  const [method = '', path = ''] = ref.split(' ');
  const requested = path ? findByRequest(provider, method, path) : undefined;
  if (requested) return [requested.documented];
  const known = all.map(({ key }) => key).join(', ');
  throw new TypeError(`${provider} has no operation ${ref}; it has ${known}`);
}

/** Finds the operation of a request and the values of its path's parameters. The path may begin with a prefix. */
export function findByRequest(
  provider: ProviderName,
  method: string,
  path: string,
): { documented: DocumentedOperation; params: Record<string, string> } | undefined {
  const matches = documentedOperations(provider).flatMap((each) => {
    if (each.method !== method) return [];
    const match = patternOf(each).exec(path);
    return match ? [{ documented: each, params: { ...match.groups } }] : [];
  });
  // Where two routes match, the one with fewer parameters is meant.
  const count = (params: object) => Object.keys(params).length;
  return matches.sort((a, b) => count(a.params) - count(b.params))[0];
}

const patterns = new WeakMap<DocumentedOperation, RegExp>();

/** What the paths of an operation's requests end with. */
function patternOf(documented: DocumentedOperation): RegExp {
  const steps = () => documented.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  const pattern = patterns.get(documented) ?? new RegExp(`${steps()}/?$`);
  patterns.set(documented, pattern);
  return pattern;
}

/** The JSON body that an operation takes; undefined where it takes none. */
const requestMedia = ({ operation }: DocumentedOperation) =>
  operation.requestBody?.content['application/json'];

/** The schema of the requests' body; undefined where an operation takes none. */
export const requestSchema = (documented: DocumentedOperation): Schema | undefined =>
  requestMedia(documented)?.schema;

/** The first example of a request's body. */
export const requestExample = (documented: DocumentedOperation): unknown =>
  Object.values(requestMedia(documented)?.examples ?? {})[0]?.value;

/**
 * A body of a create that fails for nothing that is served no more: where it has such a value, or leaves out a field that some
 * are known of, it gets that of the example.
 */
export function nameServed(create: DocumentedOperation, body: object): Record<string, unknown> {
  const example = objectOf(requestExample(create));
  const fields = Object.entries(requestSchema(create)?.properties ?? {}).filter(([name, field]) => {
    const { 'x-retired': retired } = Object(field) as Schema;
    const value = Reflect.get(body, name);
    return retired && (value === undefined || Object.hasOwn(retired, String(value)));
  });
  return {
    ...body,
    ...Object.fromEntries(
      fields.map(([name, field]) => [name, example[name] ?? servedOf(Object(field))[0]]),
    ),
  };
}

/** The documented JSON body of a response; undefined where none is documented. */
const responseMedia = ({ operation }: DocumentedOperation, status: number) =>
  operation.responses[status]?.content?.['application/json'];

/** The schema of a response's JSON body; undefined where none is documented. */
export const responseSchema = (
  documented: DocumentedOperation,
  status: number,
): Schema | undefined => responseMedia(documented, status)?.schema;

/** The documented examples of a response. */
const responseExamples = (documented: DocumentedOperation, status: number): unknown[] =>
  Object.values(responseMedia(documented, status)?.examples ?? {}).map(({ value }) => value);

/** A file of a task's result. */
export interface ResultFile {
  /** JSON pointer to its address. */
  pointer: string;
  /** Its address; empty where the response has none. */
  url: string;
  kind: Format;
  /** Seconds that it plays, as the response says; NaN where it says nothing. */
  seconds: number;
}

/** The files of the result in a response to a get or a call, without those that nobody asked for. */
export function resultFiles(get: DocumentedOperation, body: unknown): ResultFile[] {
  const { result } = placesOf(get.provider);
  // What a call is about stands beside the result; of a task, what it was made from does.
  const places =
    get.action === 'call' ? ['/data'] : tasksAt(get, body).map(({ pointer }) => pointer + result);
  const fields = documentedFields(responseSchema(get, 200) ?? {}, body);
  return fields.flatMap(({ pointer, name, value, isRequired }): ResultFile[] => {
    const place = places.find((each) => isWithin(pointer, each));
    const kind = place === undefined ? undefined : formatOf(body, pointer);
    const isUnwanted = value === '' && (name.startsWith('watermark') || !isRequired);
    if (!kind || isUnwanted || typeof value !== 'string') return [];
    const durationField = name.replace('watermark_', '').replace('url', 'duration');
    const seconds = Number(valueAt(body, `${parentOf(pointer)}/${durationField}`));
    return [{ pointer, url: value, kind, seconds }];
  });
}

/** The format of a file at a pointer: where its own name does not tell, nor that of the list, what the entry says that it is. */
function formatOf(body: unknown, pointer: string): Format | undefined {
  const type = valueAt(body, join(parentOf(pointer), 'type'));
  return formatAt(pointer) ?? formatAt(`/${type}/${nameOf(pointer)}`);
}

/** The service code in a response, and the JSON pointer to it. */
export function codeIn(
  documented: DocumentedOperation,
  body: unknown,
): { pointer: string; code: number } | undefined {
  for (const pointer of codesOf(documented).pointers) {
    const code = valueAt(body, pointer);
    if (typeof code === 'number') return { pointer, code };
  }
  return undefined;
}

/** The codes that are documented for a status; undefined when the status is not documented. */
export const codesOfStatus = (
  documented: DocumentedOperation,
  status: number,
): ReadonlySet<number> | undefined => codesOf(documented).byStatus.get(status);

/** The statuses for which a code is documented. */
export function statusesOfCode(documented: DocumentedOperation, code: number): number[] {
  const { byStatus } = codesOf(documented);
  return [...byStatus].filter(([, codes]) => codes.has(code)).map(([status]) => status);
}

/** The service codes of an operation, as the examples in its document show them. */
interface ServiceCodes {
  /** JSON pointers to them in a response. */
  pointers: string[];
  byStatus: Map<number, Set<number>>;
}

const codesByOperation = new Map<DocumentedOperation, ServiceCodes>();

/** The codes of an operation. A gateway passes Kling's refusals on, so Kling's codes for the same status are its codes too. */
function codesOf(documented: DocumentedOperation): ServiceCodes {
  const codes =
    codesByOperation.get(documented) ?? addKlingsCodes(codesInExamples(documented), documented);
  codesByOperation.set(documented, codes);
  return codes;
}

function codesInExamples(documented: DocumentedOperation): ServiceCodes {
  const pointers = new Set<string>();
  const byStatus = new Map<number, Set<number>>();
  for (const status of Object.keys(documented.operation.responses).map(Number)) {
    const codes = new Set<number>();
    byStatus.set(status, codes);
    const fields = responseExamples(documented, status).flatMap((example) => fieldsIn(example));
    for (const { name, value, pointer } of fields) {
      if (name !== 'code' || typeof value !== 'number') continue;
      pointers.add(pointer);
      codes.add(value);
    }
  }
  return { pointers: [...pointers], byStatus };
}

function addKlingsCodes(codes: ServiceCodes, { action, name }: DocumentedOperation): ServiceCodes {
  const klingOperation = documentedOperations('klingai').find(
    (each) => each.name === name && each.action === action,
  );
  if (!klingOperation) return codes;
  for (const [status, documentedCodes] of codesInExamples(klingOperation).byStatus) {
    for (const code of documentedCodes) codes.byStatus.get(status)?.add(code);
  }
  return codes;
}
