import type { ProviderName } from '../../../src/documents/documents.ts';
import type { ChangeName } from '../changes.ts';
import type { Edit, Node } from '../edit.ts';
import { any, t2a } from '../places.ts';

/** A change of an operation, as a line of a table. */
export type Row = [
  ProviderName,
  operation: string,
  ChangeName,
  location: RegExp,
  words: string,
  (item: Node, paths: Node) => void,
];

/** Where the fields of a task are. */
export const d = 'properties.data.properties.';
/** Edits the schema of what is answered when all is well. */
export const answer = (edit: Edit): Edit => {
  return (operation) => {
    const { responses } = operation as {
      responses: Record<string, { content: Record<string, { schema: Node }> }>;
    };
    const schema = responses['200']?.content['application/json']?.schema;
    if (schema) edit(schema);
  };
};
/** Edits a create, or a query. */
export const inPost = (edit: Edit) => (item: Node) => edit(item.post as Node);
export const inGet = (edit: Edit) => (item: Node) => edit(item.get as Node);
/** Puts all that is in `data` one deeper. */
export const nestedData: Edit = (schema) => {
  const properties = schema.properties as Record<string, Node>;
  properties.data = { type: 'object', properties: { data: properties.data } };
};
/** The queries that are changed, one of each provider. */
export const tasks: [ProviderName, string][] = [
  ['klingai', `GET ${t2a}/{task_id}`],
  ['cometapi', `GET ${any}`],
  ['deerapi', `GET ${any}`],
];
