import {
  type Action,
  type DocumentedOperation,
  documentedOperations,
  findByRequest,
  findOperation,
  requestSchema,
} from '../../contract/documented.ts';
import { groupOf, groups, type ProviderName, providerNames } from '../../documents/documents.ts';
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

/** The part of a draft that decides which fields it has. */
export type RequestType = Omit<Draft, 'values' | 'key'>;

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

/** The request in the provider's document; undefined if the provider does not offer it. */
export const documentedOf = ({
  provider,
  operation,
  kind,
}: RequestType): DocumentedOperation | undefined => findOperation(provider, operation, kind);

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

/** The parameters of a request that are no headers. */
const parametersOf = (type: RequestType): Parameter[] =>
  (documentedOf(type)?.operation.parameters ?? []).flatMap((each) =>
    'name' in each && ['path', 'query'].includes(each.in) ? [each] : [],
  );

/** The schema of a request's fields, as one object. */
export function schemaOf(type: RequestType): Schema {
  const documented = documentedOf(type);
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
  const body = documentedOf(type)?.operation.requestBody?.content['application/json'];
  return Object.entries(body?.examples ?? {}).map(([name, { value }]) => [name, objectOf(value)]);
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
  const { name: operation, action: kind, path: own } = found.documented;
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
  const values = { ...objectOf(request), ...Object.fromEntries([...asked, ...params]) };
  return { ...type, values };
}
