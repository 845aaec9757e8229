import { join, objectOf, stepsOf } from '../documents/json.ts';
import type { Schema } from '../documents/openapi.ts';

/** One rule of a schema. */
export interface Constraint {
  /** JSON pointer from the schema to the rule, such as `/properties/prompt/maxLength` or `/required/0`. */
  pointer: string;
  /** The keyword of JSON Schema; `properties` for a field that must be left out. */
  keyword: string;
}

/** A rule with the value and the schema that it is about. */
export interface Rule extends Constraint {
  /** Where the value is that the rule is about; for the items of an array, the first one. */
  path: Path;
  /** The schema that has the keyword. */
  schema: Schema;
}

/** Keywords that restrict nothing by themselves, and two that only contain other schemas. */
const withoutEffect = new Set([
  ...['minContains', 'maxContains'],
  ...['title', 'description', 'default', 'example', 'examples', 'deprecated', '$comment'],
  ...['readOnly', 'writeOnly', 'externalDocs', 'xml', 'properties', 'items'],
]);
const formatsWithoutEffect = new Set<unknown>(['float', 'double', 'int64', 'password']);

/** Every rule of a schema and of its fields, items and branches, also those with a keyword that this file does not know. */
export function rulesOf(schema: Schema, pointer = '', path: Path = []): Rule[] {
  const {
    required = [],
    properties = {},
    items,
    allOf = [],
    anyOf = [],
    oneOf = [],
    ...rest
  } = schema;
  const rule = (keyword: string, steps = keyword, where = path): Rule => ({
    pointer: `${pointer}/${steps}`,
    keyword,
    path: where,
    schema,
  });
  return [
    ...Object.entries(rest)
      .filter(restricts)
      .map(([keyword]) => rule(keyword)),
    ...required.map((name, index) => rule('required', `required/${index}`, [...path, name])),
    ...Object.entries(properties).flatMap(([name, field]) => {
      const steps = join('properties', name);
      const where = [...path, name];
      if (field === false) return [rule('properties', steps, where)];
      return field === true ? [] : rulesOf(field, `${pointer}/${steps}`, where);
    }),
    ...(items ? rulesOf(items, `${pointer}/items`, [...path, 0]) : []),
    ...allOf.flatMap((part, index) => rulesOf(part, `${pointer}/allOf/${index}`, path)),
    ...Object.entries({ anyOf, oneOf }).flatMap(([keyword, branches]) => [
      ...(branches.length ? [rule(keyword)] : []),
      ...branches.flatMap((each, index) => rulesOf(each, `${pointer}/${keyword}/${index}`, path)),
    ]),
  ];
}

function restricts([keyword, value]: [string, unknown]): boolean {
  if (withoutEffect.has(keyword) || keyword.startsWith('x-')) return false;
  if (keyword === 'additionalProperties') return value !== true;
  return keyword !== 'format' || !formatsWithoutEffect.has(value);
}

/** The schema without one of its rules; all that is beside the way to the rule is the same as before, not a copy. */
export function removeRule(schema: Schema, { pointer }: Constraint): Schema {
  return without(schema, stepsOf(pointer));
}

function without<T>(value: T, steps: string[]): T;
function without(value: unknown, [step = '', ...rest]: string[]): unknown {
  if (Array.isArray(value)) {
    const at = Number(step);
    return rest.length > 0 ? value.with(at, without(value[at], rest)) : value.toSpliced(at, 1);
  }
  const { [step]: inside, ...others } = objectOf(value);
  return rest.length > 0 ? { ...others, [step]: without(inside, rest) } : others;
}

/** Where something is in a request: names of fields and indexes of items. */
export type Path = readonly (string | number)[];

/** A path as messages show it: `multi_prompt[0].prompt`. */
export function formatPath(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '');
}

/** The value at a path; undefined when there is none. */
export function getAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (from, step) => (from instanceof Object ? Reflect.get(from, step) : undefined),
    value,
  );
}

/** A copy with another value at a path; undefined removes the one that is there. */
export function setAt(value: unknown, path: Path, what: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return what;
  if (Array.isArray(value)) return value.with(Number(step), setAt(value[Number(step)], rest, what));
  const copy: Record<string, unknown> = { ...(value as object) };
  const inside = setAt(copy[step], rest, what);
  if (inside === undefined) delete copy[step];
  else copy[step] = inside;
  return copy;
}
