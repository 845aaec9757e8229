import { check, type Violation } from '../documents/check.ts';
import type { Schema } from '../documents/openapi.ts';
import { kebab } from './words.ts';

/** Fields by name, as a document or a command's own options describe them. Each is a flag. */
export type Fields = Record<string, Schema>;

/** The flag of a field. */
export const flagOf = (field: string) => `--${kebab(field)}`;

/** The fields of an object's schema. */
export function fieldsOf({ properties = {} }: Schema): Fields {
  return Object.fromEntries(
    Object.entries(properties).filter(
      (entry): entry is [string, Schema] => entry[1] instanceof Object,
    ),
  );
}

/** How a field is written on the command line: booleans bare, objects and arrays as JSON. */
export function kindOf({ type }: Schema): 'bare' | 'number' | 'json' | 'text' {
  const types = [type].flat();
  if (types.includes('boolean')) return 'bare';
  if (types.includes('number') || types.includes('integer')) return 'number';
  return types.includes('object') || types.includes('array') ? 'json' : 'text';
}

/** What an argument says. One that is not of the field's kind stays a text, for the check to complain about. */
export function valueFrom(schema: Schema, argument: string): unknown {
  const kind = kindOf(schema);
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(argument) ? Number(argument) : argument;
  if (kind !== 'json') return argument;
  try {
    return JSON.parse(argument);
  } catch {
    return argument;
  }
}

/**
 * What is wrong with the values, in the words of the command line; nothing when they keep the rules. `whole` is what a
 * rule that is about no single field is about.
 */
export function complaints(
  schema: Schema,
  values: Record<string, unknown>,
  whole = 'this',
): string[] {
  const spelled = (rule: string) =>
    rule.replace(/\w+/g, (word) => (schema.properties?.[word] ? flagOf(word) : word));
  const lines = check(schema, values).map((violation) => {
    const { field, rule } = violation;
    if (field === '') return `${whole} ${spelled(rule)}`;
    const [top = '', ...rest] = field.split(/(?=[.[])/);
    const place = rest.join('').replace(/^\./, '');
    const isJson =
      typeof values[top] === 'string' && kindOf(fieldsOf(schema)[top] ?? {}) === 'json';
    const given = isJson ? ' in JSON' : shown(violation, rest, values[top]);
    return `${flagOf(top)} ${place && `(${place}) `}${rule}${given}`;
  });
  return [...new Set(lines)];
}

/** The value given, where it tells something and is no prose of the user: prompts are counted, never shown. */
function shown({ keyword }: Violation, rest: string[], top: unknown): string {
  const value = rest.reduce(step, top);
  if (typeof value === 'number') return `, not ${value}`;
  if (typeof value !== 'string') return '';
  if (keyword.endsWith('Length')) return `; this has ${[...value].length.toLocaleString('en')}`;
  const isWord = rest.length === 0 && /^\S{0,40}$/.test(value) && keyword !== 'oneOf';
  return isWord ? `, not ${value || 'an empty text'}` : '';
}

function step(value: unknown, name: string): unknown {
  const key = name.replace(/^\.|^\[|\]$/g, '');
  return value instanceof Object ? Reflect.get(value, key) : undefined;
}
