import {
  documents,
  inputSchema,
  type ProviderName,
  pathOf,
  providerNames,
} from '../../documents/documents.ts';
import { decodeUri, isObject, type JsonObject, objectOf, valueAt } from '../../documents/json.ts';
import { type ApiOperation, dereference, type Schema } from '../../documents/openapi.ts';
import { type OperationName, operations } from '../../index.ts';
import type { JournalEntry } from '../server/journal.ts';
import type { RequestKind } from '../server/rules.ts';

/** A request in the form. */
export interface Draft {
  provider: ProviderName;
  operation: OperationName;
  kind: RequestKind;
  /** The fields by name: those of the body, or the parameters in path and query. */
  values: JsonObject;
  /** The API key that it is sent with. @default 'any' */
  key?: string;
}

/** The part of a draft that decides which fields it has. */
export type RequestType = Omit<Draft, 'values' | 'key'>;

/** The names of all operations. */
export const operationNames = Object.keys(operations) as OperationName[];

/** The name of an operation in words: `Text to audio`. */
export function titleOf(operation: string): string {
  const words = operation.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.replace(/^./, (first) => first.toUpperCase());
}

/** The path of a request in the provider's document. */
export function routeOf({ provider, operation, kind }: RequestType): string {
  const path = pathOf(provider, operation);
  return kind === 'read' ? `${path}/{task_id}` : path;
}

/** The request in the provider's document; undefined if the provider does not offer it. */
export function specOf(type: RequestType): ApiOperation | undefined {
  const item = documents[type.provider].paths[routeOf(type)];
  return type.kind === 'create' ? item?.post : item?.get;
}

/** The operations that a provider offers. */
export const operationsOfProvider = (provider: ProviderName): OperationName[] =>
  operationNames.filter((operation) => specOf({ provider, operation, kind: 'create' }));

/** The kinds of requests that a provider offers for an operation. */
export function kindsOf(type: Omit<RequestType, 'kind'>): RequestKind[] {
  const all: RequestKind[] = ['create', 'read', 'list'];
  return all.filter((kind) => specOf({ ...type, kind }));
}

/** The schema of a request's fields, as one object. */
export function schemaOf(type: RequestType): Schema {
  const { provider, operation, kind } = type;
  if (kind === 'create') return inputSchema(provider, operation);
  const parameters = dereference(documents[provider], specOf(type)?.parameters ?? []);
  const fields = parameters.flatMap((each) =>
    'name' in each && ['path', 'query'].includes(each.in) ? [each] : [],
  );
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
  const body = specOf(type)?.requestBody?.content['application/json'];
  const examples = dereference(documents[type.provider], body?.examples ?? {});
  return Object.entries(examples).map(([name, { value }]) => [name, objectOf(value)]);
}

/** The lists in the result of a finished task: `videos`, `audios`. */
export function resultListsOf({ provider, operation }: Omit<RequestType, 'kind'>): string[] {
  const response = specOf({ provider, operation, kind: 'read' })?.responses['200'];
  const schema = response?.content?.['application/json']?.schema;
  const pointer = '/properties/data/properties/task_result/properties';
  return Object.keys(objectOf(valueAt(dereference(documents[provider], schema), pointer)));
}

/** A draft to start with: the document's first example, or no values if there is none. */
export function createDraft(type: RequestType): Draft {
  return { ...type, values: examplesOf(type)[0]?.[1] ?? {} };
}

/** The draft that makes the same request as a journal entry; undefined if it was for no operation, or not an object. */
export function draftFrom({ method, path, request }: JournalEntry): Draft | undefined {
  const [, name = '', route = ''] = /^\/(\w+)(\/.*)$/.exec(path) ?? [];
  const provider = providerNames.find((each) => each === name);
  if (!provider) return undefined;
  for (const operation of operationNames) {
    const createRoute = pathOf(provider, operation);
    const isCreate = method === 'POST' && route === createRoute;
    if (isCreate && isObject(request)) {
      return { provider, operation, kind: 'create', values: request };
    }
    if (method === 'GET' && route.startsWith(`${createRoute}/`)) {
      const values = { task_id: decodeUri(route.slice(createRoute.length + 1)) };
      return { provider, operation, kind: 'read', values };
    }
  }
  return undefined;
}
