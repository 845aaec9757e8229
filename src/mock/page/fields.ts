import type { Schema } from '../../documents/openapi.ts';
import { isValues, type Values } from './draft.ts';

/** One field of a request; those of an object in it are fields of their own. */
export interface Field {
  /** As in `check`: `camera_control.config.zoom`. */
  name: string;
  path: readonly string[];
  schema: Schema;
  isRequired: boolean;
}

/** How a field is typed in. */
export type ControlKind = 'choice' | 'number' | 'json' | 'long' | 'text';

/** Every field of an object's schema, in the document's order. */
export function fieldsOf(schema: Schema, path: readonly string[] = []): Field[] {
  const { properties = {}, required = [] } = schema;
  return Object.entries(properties).flatMap(([key, child]): Field[] => {
    if (!(child instanceof Object)) return [];
    const own = [...path, key];
    if (child.properties) return fieldsOf(child, own);
    const isRequired = path.length === 0 && required.includes(key);
    return [{ name: own.join('.'), path: own, schema: child, isRequired }];
  });
}

/** How a field of this schema is typed in. */
export function controlOf({ name, schema }: Pick<Field, 'name' | 'schema'>): ControlKind {
  const types = [schema.type].flat();
  if (types.includes('number') || types.includes('integer')) return 'number';
  if (types.includes('boolean') || schema.enum) return 'choice';
  if (types.includes('object') || types.includes('array')) return 'json';
  return (schema.maxLength ?? 0) >= 100 || name.endsWith('prompt') ? 'long' : 'text';
}

/** The values that a field may have, where it is a choice. */
export const choicesOf = ({ enum: values = [true, false] }: Schema): unknown[] => values;

/** A value as it is typed in; nothing for undefined. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

/** What a text says. One that is not of the field's kind stays a text, for the check to complain about. */
export function valueFrom(field: Pick<Field, 'name' | 'schema'>, text: string): unknown {
  if (text === '') return undefined;
  const kind = controlOf(field);
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (kind === 'choice')
    return choicesOf(field.schema).find((each) => textOf(each) === text) ?? text;
  return kind === 'json' ? parsed(text) : text;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The value at a path; undefined when there is none. */
export function valueAt(values: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, key) => (isValues(at) ? at[key] : undefined), values);
}

/** A copy with another value at a path. Undefined takes the field away, and objects that are empty then. */
export function withValue(values: Values, path: readonly string[], value: unknown): Values {
  const [key = '', ...rest] = path;
  const old = values[key];
  const next = rest.length > 0 ? withValue(isValues(old) ? old : {}, rest, value) : value;
  const isGone =
    next === undefined || (rest.length > 0 && Object.keys(next as Values).length === 0);
  if (!isGone) return { ...values, [key]: next };
  const { [key]: _, ...others } = values;
  return others;
}
