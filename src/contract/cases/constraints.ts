import { join, stepsOf } from '../../documents/json.ts';
import type { Schema } from '../../documents/openapi.ts';
import type { Path } from './paths.ts';

/** One rule of a schema. */
export interface Constraint {
  /** JSON pointer from the schema to the rule, such as `/properties/prompt/maxLength` or `/required/0`. */
  pointer: string;
  /** The keyword of JSON Schema; `properties` for a field that must be left out. */
  keyword: string;
}

/** A rule, and what it is about. */
export interface Rule extends Constraint {
  /** Where the value is that it is about; items of a list are shown by the first. */
  path: Path;
  /** The schema that has the keyword. */
  schema: Schema;
}

/** Keywords that refuse nothing, and two that only lead on. */
const silent = new Set([
  ...['title', 'description', 'default', 'example', 'examples', 'deprecated', '$comment'],
  ...['readOnly', 'writeOnly', 'externalDocs', 'xml', 'properties', 'items'],
]);
const silentFormats = new Set<unknown>(['float', 'double', 'password']);

/** Every rule of a schema, of its fields, items and branches. A keyword that is not known here is one, too. */
export function rulesOf(schema: Schema, pointer = '', path: Path = []): Rule[] {
  const { required = [], properties = {}, items, oneOf = [], ...rest } = schema;
  const rule = (keyword: string, place = keyword, where = path): Rule => ({
    pointer: `${pointer}/${place}`,
    keyword,
    path: where,
    schema,
  });
  return [
    ...Object.entries(rest)
      .filter(refuses)
      .map(([keyword]) => rule(keyword)),
    ...required.map((name, index) => rule('required', `required/${index}`, [...path, name])),
    ...Object.entries(properties).flatMap(([name, field]) => {
      const place = join('properties', name);
      const where = [...path, name];
      if (field === false) return [rule('properties', place, where)];
      return field === true ? [] : rulesOf(field, `${pointer}/${place}`, where);
    }),
    ...(items ? rulesOf(items, `${pointer}/items`, [...path, 0]) : []),
    ...(oneOf.length ? [rule('oneOf')] : []),
    ...oneOf.flatMap((branch, index) => rulesOf(branch, `${pointer}/oneOf/${index}`, path)),
  ];
}

function refuses([keyword, value]: [string, unknown]): boolean {
  if (silent.has(keyword) || keyword.startsWith('x-')) return false;
  if (keyword === 'additionalProperties') return value !== true;
  return keyword !== 'format' || !silentFormats.has(value);
}

/** The schema without one of its rules. */
export function without(schema: Schema, { pointer }: Constraint): Schema {
  const copy = structuredClone(schema);
  const steps = stepsOf(pointer);
  const last = steps.pop() ?? '';
  const parent = steps.reduce<object>((from, step) => Reflect.get(from, step), copy);
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else Reflect.deleteProperty(parent, last);
  return copy;
}
