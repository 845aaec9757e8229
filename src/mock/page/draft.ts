import {
  type Action,
  type DocumentedOperation,
  documentedOperations,
  findByRequest,
  findOperation,
  requestSchema,
} from '../../contract/documented.ts';
import {
  groupOf,
  groups,
  inputSchema,
  type ProviderName,
  providerNames,
} from '../../documents/documents.ts';
import { decodeUri, isObject, type JsonObject, objectOf } from '../../documents/json.ts';
import type { ApiOperation, Parameter, Schema } from '../../documents/openapi.ts';
import { type OperationName, operations } from '../../index.ts';
import type { JournalEntry } from '../server/journal.ts';

/** A request in the form. */
export interface Draft {
  provider: ProviderName;
  operation: OperationName;
  kind: Action;
  /** The fields by name: those of the body, or the parameters in path and query. A chosen file stands there by its name. */
  values: JsonObject;
  /** The API key that it is sent with. @default 'any' */
  key?: string;
}

/** The part of a draft that decides which fields it has: of the values, the model, where each has a route of its own. */
export type RequestType = Omit<Draft, 'values' | 'key'> & Partial<Pick<Draft, 'values'>>;

/** The names of all operations. */
export const operationNames = Object.keys(operations) as OperationName[];

/** What a request can do, as the page says it. */
export const kindTitles: Record<Action, string> = {
  call: 'Call',
  create: 'Create',
  get: 'Get',
  list: 'List',
  presets: 'Presets',
  delete: 'Delete',
};

/** The name of an operation in words: `Text to audio`. */
export function titleOf(operation: string): string {
  const words = operation.replace(/_|(?=[A-Z])/g, ' ').toLowerCase();
  return words.replace(/^./, (first) => first.toUpperCase());
}

/** The request in the provider's document, that of the first model where there is none; undefined if the provider does not offer it. */
export const documentedOf = ({
  provider,
  operation,
  kind,
  values: { model } = {},
}: RequestType): DocumentedOperation | undefined =>
  findOperation(provider, operation, kind, String(model)) ??
  findOperation(provider, operation, kind);

/** That an operation is documented and no longer served, in words. */
export const describeServed = ({
  until,
  isContested,
}: NonNullable<ApiOperation['x-served']>): string =>
  `${isContested ? 'contested: ' : ''}retired on ${until}`;

/** The operations that a provider offers, by their headings. */
export function operationsOfProvider(provider: ProviderName): OperationName[] {
  const offered = new Set(documentedOperations(provider).map(({ name }) => name));
  const names = operationNames.filter((name) => offered.has(name));
  return groups.flatMap((group) => names.filter((name) => groupOf(name) === group));
}

/** The kinds of requests that a provider offers for an operation; the first is what it is there for. */
export const kindsOf = (type: Omit<RequestType, 'kind'>): Action[] =>
  (Object.keys(kindTitles) as Action[]).filter((kind) => documentedOf({ ...type, kind }));

/** The parameters of a request that are no headers. To get a task, one is enough, also where there are several to choose from. */
function parametersOf(type: RequestType): Parameter[] {
  const all = (documentedOf(type)?.operation.parameters ?? []).flatMap((each) =>
    'name' in each && ['path', 'query'].includes(each.in) ? [each] : [],
  );
  return type.kind === 'get' ? all.slice(0, 1).map((each) => ({ ...each, required: true })) : all;
}

const modelSchemas = new Map<DocumentedOperation, Schema>();

/** What a model takes whose route is its own, with all models to choose from. */
function schemaOfModel(
  { provider, operation }: RequestType,
  documented: DocumentedOperation,
): Schema {
  const known = modelSchemas.get(documented);
  if (known) return known;
  const { model } = inputSchema(provider, operation).properties ?? {};
  const { title, ...one } = inputSchema(provider, operation, documented.model);
  const schema = { ...one, properties: { ...one.properties, ...(model && { model }) } };
  modelSchemas.set(documented, schema);
  return schema;
}

/** The schema of a request's fields, as one object. */
export function schemaOf(type: RequestType): Schema {
  const documented = documentedOf(type);
  if (documented?.model !== undefined) return schemaOfModel(type, documented);
  if (documented?.method === 'POST') return requestSchema(documented) ?? {};
  const fields = parametersOf(type);
  return {
    type: 'object',
    required: fields.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(
      fields.map(({ name, description = '', schema }) => [name, { ...schema, description }]),
    ),
  };
}

/** The document's examples of a request, by name. */
export function examplesOf(type: RequestType): [name: string, values: JsonObject][] {
  const { model, operation } = documentedOf(type) ?? {};
  const body = operation?.requestBody?.content['application/json'];
  const named = model === undefined ? {} : { model };
  return Object.entries(body?.examples ?? {}).map(([name, { value }]) => [
    name,
    { ...named, ...objectOf(value) },
  ]);
}

/** A draft to start with: the document's first example, or the examples of its parameters. */
export function createDraft(type: RequestType): Draft {
  const given = parametersOf(type).flatMap(({ name, example }) =>
    example === undefined ? [] : [[name, example]],
  );
  return { ...type, values: examplesOf(type)[0]?.[1] ?? Object.fromEntries(given) };
}

/** The draft that makes the same request as a journal entry; undefined if it was for no operation, or not an object. */
export function draftFrom({ method, path, query, request }: JournalEntry): Draft | undefined {
  const [, first = '', route = ''] = /^\/(\w+)(\/.*)$/.exec(path) ?? [];
  const provider = providerNames.find((each) => each === first);
  const found = provider && findByRequest(provider, method, route);
  if (!found || (method === 'POST' && !isObject(request))) return undefined;
  const { name: operation, action: kind, path: own, model } = found.documented;
  // A route further down is another one, although the end of it is the same.
  if (!operation || !kind || route.split('/').length !== own.split('/').length) return undefined;
  const params = Object.entries(found.params).map(([name, text]) => [name, decodeUri(text)]);
  const type = { provider, operation, kind };
  const { properties = {} } = schemaOf(type);
  const asked = Object.entries(objectOf(query)).map(([name, text]) => {
    const schema = properties[name];
    const isNumber = schema instanceof Object && /^(integer|number)$/.test(String(schema.type));
    // All of a query is text. What is no number stays what it is, and is shown to be wrong.
    return [name, isNumber && String(Number(text)) === text ? Number(text) : text];
  });
  const named = model === undefined ? {} : { model };
  const values = {
    ...named,
    ...objectOf(request),
    ...Object.fromEntries([...asked, ...params]),
  };
  return { ...type, values };
}
