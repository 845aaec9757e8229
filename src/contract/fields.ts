import { isObject, join } from '../documents/json.ts';
import type { Schema } from '../documents/openapi.ts';

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
export function documentedFields(schema: Schema, value: unknown, pointer = ''): DocumentedField[] {
  const { properties = {}, required = [], items } = chooseBranch(schema, value);
  if (Array.isArray(value)) {
    return items
      ? value.flatMap((item, index) => documentedFields(items, item, join(pointer, index)))
      : [];
  }
  const values = isObject(value) ? value : {};
  return Object.entries(properties).flatMap(([name, field]): DocumentedField[] => {
    if (typeof field === 'boolean') return [];
    const at = join(pointer, name);
    const isRequired = required.includes(name);
    const documented = { pointer: at, name, schema: field, value: values[name], isRequired };
    // When an optional field was left out, nothing inside it is missing.
    const isLeftOut = values[name] === undefined && !isRequired;
    return [documented, ...(isLeftOut ? [] : documentedFields(field, values[name], at))];
  });
}

/** Replaces the schema's `anyOf` or `oneOf` by the branch whose field names fit the value best. */
function chooseBranch(schema: Schema, value: unknown): Schema {
  const branches = schema.anyOf ?? schema.oneOf;
  if (!branches || typeof value !== 'object' || value === null) return schema;
  const names = Object.keys(value);
  const score = ({ properties = {}, required = [] }: Schema) =>
    names.filter((name) => name in properties).length +
    required.filter((name) => names.includes(name)).length / 2;
  const best = branches.reduce((a, b) => (score(b) > score(a) ? b : a));
  const { anyOf: _anyOf, oneOf: _oneOf, ...common } = schema;
  return {
    ...common,
    ...chooseBranch(best, value),
    properties: { ...common.properties, ...best.properties },
    required: [...(common.required ?? []), ...(best.required ?? [])],
  };
}
