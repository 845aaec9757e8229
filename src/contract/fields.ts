import { isObject, join } from '../documents/json.ts';
import type { Schema } from '../documents/openapi.ts';
import { mergeSchemas } from './samples.ts';

/** A field in the body of a response, whether or not the document names it. */
export interface FieldAt {
  /** JSON pointer into the body. */
  pointer: string;
  name: string;
  value: unknown;
}

/** A field that the document names. Its value is undefined when the body does not have it. */
export interface DocumentedField extends FieldAt {
  schema: Schema;
  isRequired: boolean;
}

/** All fields in a value. Those in arrays are left out, as this is used to find where a field has moved to. */
export function fieldsIn(value: unknown, pointer = '', depth = 4): FieldAt[] {
  if (!isObject(value) || depth === 0) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const at = join(pointer, name);
    return [{ pointer: at, name, value: child }, ...fieldsIn(child, at, depth - 1)];
  });
}

/** Every field that the schema documents, whether or not the body has it. */
export const documentedFields = (schema: Schema, value: unknown): DocumentedField[] =>
  addFields([], schema, value, '');

/** One list for all: an answer may have ten thousand tasks. */
function addFields(all: DocumentedField[], schema: Schema, value: unknown, pointer: string) {
  const { properties = {}, required = [], items } = chooseBranch(schema, value);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      if (items) addFields(all, items, item, join(pointer, index));
    return all;
  }
  const values = isObject(value) ? value : {};
  for (const [name, field] of Object.entries(properties)) {
    if (typeof field === 'boolean') continue;
    const at = join(pointer, name);
    const isRequired = required.includes(name);
    all.push({ pointer: at, name, schema: field, value: values[name], isRequired });
    // When an optional field was left out, nothing inside it is missing.
    if (values[name] !== undefined || isRequired) addFields(all, field, values[name], at);
  }
  return all;
}

/** A schema with its choices made: each `anyOf` and `oneOf` is the branch that fits the value best, beside the common rules. */
function chooseBranch(schema: Schema, value: unknown): Schema {
  const { anyOf, oneOf, allOf = [], ...common } = schema;
  if ((!anyOf && !oneOf && allOf.length === 0) || typeof value !== 'object' || value === null)
    return schema;
  const chosen = [anyOf, oneOf].flatMap((branches) =>
    branches?.length ? branches.reduce((a, b) => (score(b, value) > score(a, value) ? b : a)) : [],
  );
  return [...allOf, ...chosen]
    .map((part) => chooseBranch(part, value))
    .reduce(mergeSchemas, common);
}

/** How well the names of a value's fields fit a branch. */
function score({ properties = {}, required = [] }: Schema, value: object): number {
  const names = Object.keys(value);
  const isOther = (field: Schema | boolean | undefined, given: unknown) =>
    field instanceof Object && field.const !== undefined && field.const !== given;
  return (
    names.filter((name) => name in properties).length +
    required.filter((name) => names.includes(name)).length / 2 -
    // What names the branch counts more than whatever else it has.
    100 * names.filter((name) => isOther(properties[name], Reflect.get(value, name))).length
  );
}
