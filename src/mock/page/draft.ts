import {
  documents,
  inputSchema,
  type ProviderName,
  pathOf,
  providerNames,
} from '../../documents/documents.ts';
import { decodeUri } from '../../documents/json.ts';
import { type ApiOperation, dereference, type Schema } from '../../documents/openapi.ts';
import { type OperationName, operations } from '../../index.ts';
import type { JournalEntry } from '../server/journal.ts';
import type { RequestKind } from '../server/world.ts';

/** The fields of a request by name: a body, or the parameters of a path or a query. */
export type Values = Record<string, unknown>;

/** A request that is being written. */
export interface Draft {
  provider: ProviderName;
  operation: OperationName;
  kind: RequestKind;
  values: Values;
}

/** What says which form a request has. */
export type Choice = Omit<Draft, 'values'>;

/** The names of all operations. */
export const operationNames = Object.keys(operations) as OperationName[];

/** `Text to audio` */
export const titleOf = (operation: string): string =>
  operation.replace(/^./, (first) => first.toUpperCase()).replace(/[A-Z]/g, spaced);

const spaced = (letter: string, at: number) => (at === 0 ? letter : ` ${letter.toLowerCase()}`);

/** The path of a request in the provider's document. */
export function routeOf({ provider, operation, kind }: Choice): string {
  const path = pathOf(provider, operation);
  return kind === 'read' ? `${path}/{task_id}` : path;
}

/** What the document says of a request; undefined when the provider does not offer it. */
export function specOf(choice: Choice): ApiOperation | undefined {
  const item = documents[choice.provider].paths[routeOf(choice)];
  return choice.kind === 'create' ? item?.post : item?.get;
}

/** The requests that a provider offers for an operation. */
export function kindsOf(choice: Omit<Choice, 'kind'>): RequestKind[] {
  const all: RequestKind[] = ['create', 'read', 'list'];
  return all.filter((kind) => specOf({ ...choice, kind }));
}

/** The fields that a request takes, as one object. */
export function schemaOf(choice: Choice): Schema {
  const { provider, operation, kind } = choice;
  if (kind === 'create') return inputSchema(provider, operation);
  const parameters = dereference(documents[provider], specOf(choice)?.parameters ?? []);
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

/** The example requests of the document by name. */
export function examplesOf(choice: Choice): [name: string, values: Values][] {
  const body = specOf(choice)?.requestBody?.content['application/json'];
  const examples = dereference(documents[choice.provider], body?.examples ?? {});
  return Object.entries(examples).map(([name, { value }]) => [name, { ...(value as Values) }]);
}

/** A request for a start: the document's first example. */
export function draftFor(choice: Choice): Draft {
  return { ...choice, values: examplesOf(choice)[0]?.[1] ?? {} };
}

/** The request of a journal entry; undefined when it was for none of the operations, or had no fields. */
export function draftOf({ method, path, request }: JournalEntry): Draft | undefined {
  const [, name = '', route = ''] = /^\/(\w+)(\/.*)$/.exec(path) ?? [];
  const provider = providerNames.find((each) => each === name);
  if (!provider) return undefined;
  for (const operation of operationNames) {
    const own = pathOf(provider, operation);
    const isCreate = method === 'POST' && route === own;
    if (isCreate && isValues(request))
      return { provider, operation, kind: 'create', values: request };
    if (method === 'GET' && route.startsWith(`${own}/`)) {
      const values = { task_id: decodeUri(route.slice(own.length + 1)) };
      return { provider, operation, kind: 'read', values };
    }
  }
  return undefined;
}

/** Whether a value has fields. */
export const isValues = (value: unknown): value is Values =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
