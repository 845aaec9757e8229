import { type JsonObject, listOf } from '../../src/documents/json.ts';

/** Changes a document, a response or a part of one in place. */
export type Edit = (node: JsonObject) => void;

/** Makes the edit for a path such as `data.*.task_id`; `*` stands for every item or field. */
export type EditAt = (path: string) => Edit;

/** Several edits as one. */
export const all =
  (...edits: Edit[]): Edit =>
  (node) => {
    for (const edit of edits) edit(node);
  };

type Act = (parent: JsonObject, key: string) => void;

/** Does something wherever a path leads. */
const at =
  (path: string, act: Act): Edit =>
  (node) =>
    visit(node, path.split('.'), act);

function visit(node: unknown, steps: string[], act: Act): void {
  if (typeof node !== 'object' || node === null) return;
  const parent = node as JsonObject;
  const [step = '', ...rest] = steps;
  for (const key of step === '*' ? Object.keys(parent) : [step]) {
    if (rest.length) visit(parent[key], rest, act);
    else act(parent, key);
  }
}

/** Sets a field, there or not. */
export const setTo =
  (value: unknown): EditAt =>
  (path) =>
    at(path, (parent, key) => {
      parent[key] = structuredClone(value);
    });

/** Makes another value out of the one that is there; does nothing where there is none. */
export const convert =
  (into: (value: unknown) => unknown): EditAt =>
  (path) =>
    at(path, (parent, key) => {
      if (key in parent) parent[key] = into(parent[key]);
    });

/** Removes a field. */
export const drop: EditAt = (path) =>
  at(path, (parent, key) => {
    delete parent[key];
  });

/** Gives a field another name. */
export const rename =
  (to: string): EditAt =>
  (path) =>
    at(path, (parent, key) => {
      if (!(key in parent)) return;
      parent[to] = parent[key];
      delete parent[key];
    });

/** Adds a value to a list, which is made where there is none. */
export const add =
  (value: unknown): EditAt =>
  (path) =>
    at(path, (parent, key) => {
      parent[key] = [...listOf(parent[key]), value];
    });

/** Removes a value from a list. */
const remove = (value: unknown): EditAt =>
  convert((list) => listOf(list).filter((each) => each !== value));

/** Puts other fields in the place of all that an object has. */
export function replaceFields(node: JsonObject, fields: JsonObject): void {
  for (const key of Object.keys(node)) delete node[key];
  Object.assign(node, fields);
}

// Edits of schemas, for the path to the schema of a field.

/** Where the schema of a field is: that of `videos.*.url` is at `properties.videos.items.properties.url`. */
export const schemaPath = (field: string): string =>
  field
    .split('.')
    .map((step) => (step === '*' ? 'items' : `properties.${step}`))
    .join('.');

/** Schema of any text. */
export const text = { type: 'string' };

/** Sets keywords; each may be a path further into the schema. */
export const set =
  (keywords: JsonObject): EditAt =>
  (path) =>
    all(...Object.entries(keywords).map(([key, value]) => setTo(value)(`${path}.${key}`)));

/** What a row of a table does to a schema: an edit, or just some keywords that it sets. */
export type SchemaEdit = { edit: EditAt } | { set: JsonObject };

/** Makes the edit of a row. */
export const editOf = (row: SchemaEdit): EditAt => ('edit' in row ? row.edit : set(row.set));

/** Removes a keyword. */
export const unset =
  (keyword: string): EditAt =>
  (path) =>
    drop(`${path}.${keyword}`);

/** Adds a value to those that are listed. */
export const addValue =
  (value: string): EditAt =>
  (path) =>
    add(value)(`${path}.enum`);

/** Removes a value from those that are listed. */
export const removeValue =
  (value: string): EditAt =>
  (path) =>
    remove(value)(`${path}.enum`);

/** Makes the field required. */
export const requireField: EditAt = (path) => {
  const { list, name } = requiredOf(path);
  return add(name)(list);
};

/** Makes the field optional. */
export const makeOptional: EditAt = (path) => {
  const { list, name } = requiredOf(path);
  return remove(name)(list);
};

/** Removes the field, which then cannot be required either. */
export const removeField: EditAt = (path) => all(drop(path), makeOptional(path));

/** The path to the list of required fields that may have the field, and its name. */
function requiredOf(path: string) {
  const [, around = '', name = ''] = /^(.*?)properties\.([^.]+)$/.exec(path) ?? [];
  return { list: `${around}required`, name };
}
