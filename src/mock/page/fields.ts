import { check } from '../../documents/check.ts';
import { isObject, type JsonObject, objectOf } from '../../documents/json.ts';
import type { Schema } from '../../documents/openapi.ts';

/** One field of an object in a request. */
export interface Field {
  /** Its name in the object; empty for a value in a list. */
  key: string;
  /** Named from the top, as `check` does: `camera_control.config.zoom`. */
  name: string;
  schema: Schema;
  isRequired: boolean;
}

/** The kind of control that a field has: `group` is for an object, `rows` for a list, `media` for a file or its address. */
export type ControlKind =
  | 'choice'
  | 'number'
  | 'group'
  | 'rows'
  | 'media'
  | 'json'
  | 'long'
  | 'text';

/** An enum of more values is rather typed than chosen from. */
const maxChoices = 20;

/** The fields of an object, in the document's order. */
export function fieldsOf({ properties = {}, required = [] }: Schema, name = ''): Field[] {
  return Object.entries(properties).flatMap(([key, schema]): Field[] => {
    if (!(schema instanceof Object)) return [];
    const isRequired = required.includes(key);
    return [{ key, name: name ? `${name}.${key}` : key, schema, isRequired }];
  });
}

/** What stands at a place of a list, as a field. */
export const itemOf = ({ name, schema }: Pick<Field, 'name' | 'schema'>, at: number): Field => ({
  key: '',
  name: `${name}[${at}]`,
  schema: schema.items ?? {},
  isRequired: true,
});

/** The kind of control for a field of this schema. */
export function controlOf({ name, schema }: Pick<Field, 'name' | 'schema'>): ControlKind {
  const types = [schema.type].flat();
  const isNumeric = types.includes('number') || types.includes('integer');
  const isChoice = schema.enum && (!isNumeric || schema.enum.length <= maxChoices);
  if (types.includes('boolean') || isChoice) return 'choice';
  // A number that may be text is an id of more digits than a number can hold.
  if (isNumeric && !types.includes('string')) return 'number';
  if (schema.properties) return 'group';
  if (types.includes('array') && schema.items?.type) return 'rows';
  if (types.includes('object') || types.includes('array')) return 'json';
  if (schema['x-media']) return 'media';
  return (schema.maxLength ?? 0) >= 100 || name.endsWith('prompt') ? 'long' : 'text';
}

/** The text of a value in a control; empty for undefined. */
export function formatValue(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** The value of a control's text. Text that does not fit the field stays text, which the check then complains about. */
export function parseValue(field: Pick<Field, 'name' | 'schema'>, text: string): unknown {
  if (text === '') return undefined;
  const kind = controlOf(field);
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (kind === 'choice') {
    return choicesOf(field.schema).find((each) => formatValue(each) === text) ?? text;
  }
  return kind === 'json' ? parseJson(text) : text;
}

/** The values to choose from; without an enum the field is a boolean. */
export const choicesOf = ({ enum: values = [true, false] }: Schema): unknown[] => values;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** A copy with another value; undefined removes the field. */
export function withKey(values: JsonObject, key: string, value: unknown): JsonObject {
  const { [key]: _, ...others } = values;
  return value === undefined ? others : { ...values, [key]: value };
}

/** A choice of which fields an object has, such as one picture or two. */
export interface Variant {
  titles: string[];
  branches: Schema[];
}

/** The choices of an object that a person can name: those with titles, or with one field of its own for each. */
export function variantsOf(schema: Schema): Variant[] {
  const all = [schema, ...(schema.allOf ?? [])].flatMap(({ oneOf }) => (oneOf ? [oneOf] : []));
  return all.flatMap((branches) => {
    const titles = branches.flatMap(({ title, required = [] }) => {
      return title ?? (required.length === 1 ? (required[0] ?? []) : []);
    });
    const isNamed = titles.length === branches.length && new Set(titles).size === titles.length;
    const keys = new Set(branches.flatMap(({ properties }) => Object.keys(properties ?? {})));
    const isChoice = branches.some((branch) => [...keys].some((key) => isLeftOut(branch, key)));
    return isNamed && (isChoice || branches.every(({ title }) => title))
      ? [{ titles, branches }]
      : [];
  });
}

/** Kinds of an object of which one field tells which it is: that field, and the schema for each of its values. */
export interface Tagged {
  key: string;
  kinds: Map<unknown, Schema>;
}

/** Finds the field by which a schema tells its kinds apart; undefined where it has none. */
export function taggedBy({ properties = {}, oneOf = [] }: Schema): Tagged | undefined {
  const key = Object.keys(properties).find(
    (name) =>
      objectOf(properties[name]).enum !== undefined &&
      oneOf.length > 0 &&
      oneOf.every((branch) => objectOf(branch.properties?.[name]).const !== undefined),
  );
  const tag = key === undefined ? undefined : properties[key];
  if (key === undefined || tag === undefined) return undefined;
  const kinds = oneOf.map((branch) => {
    const { [key]: own, ...others } = branch.properties ?? {};
    const fields = { [key]: tag, ...others };
    return [objectOf(own).const, { ...branch, properties: fields }] as const;
  });
  return { key, kinds: new Map(kinds) };
}

/** Whether a branch rules a field out. */
export function isLeftOut({ properties = {} }: Schema, key: string): boolean {
  const rule = properties[key];
  return rule === false || (isObject(rule) && (rule.const === '' || rule.type === 'null'));
}

/** Whether a field has no use in one of the branches: it is ruled out there, or needed in others alone. */
export function isUseless({ branches }: Variant, at: number, key: string): boolean {
  const branch = branches[at] ?? {};
  const isNamed = branch.required?.includes(key) || branch.properties?.[key] !== undefined;
  const isNeeded = branches.some(({ required = [] }) => required.includes(key));
  return isLeftOut(branch, key) || (isNeeded && !isNamed);
}

/** The branch that a value is meant for: the one that it breaks least, and of those the one that somebody picked. */
export function branchOf({ branches }: Variant, values: JsonObject, picked = -1): number {
  const costs = branches.map((branch, at) => {
    const found = check(branch, values);
    const missing = found.filter(({ keyword }) => keyword === 'required').length;
    // What is missing may still come.
    return (found.length - missing) * 1000 + (at === picked ? 0 : 1 + missing);
  });
  return costs.indexOf(Math.min(...costs));
}

/** The values with what a branch fixes, and without what it has no use for. */
export function takeBranch(variant: Variant, at: number, values: JsonObject): JsonObject {
  const { properties = {}, required = [] } = variant.branches[at] ?? {};
  const kept = Object.entries(values).filter(([key, value]) => {
    const fixed = objectOf(properties[key]).const;
    return !isUseless(variant, at, key) && (fixed === undefined || fixed === value);
  });
  const fixed = required.flatMap((key) => {
    const value = objectOf(properties[key]).const;
    return value === undefined ? [] : [[key, value] as const];
  });
  return { ...Object.fromEntries(kept), ...Object.fromEntries(fixed) };
}
