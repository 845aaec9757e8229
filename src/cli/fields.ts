import { parse } from '../client/json.ts';
import { check, type Violation } from '../documents/check.ts';
import { join, valueAt } from '../documents/json.ts';
import type { Schema } from '../documents/openapi.ts';
import { findUnknown } from '../documents/unknown.ts';

/** Fields by name, as a document or a command's own flags describe them. Each becomes a flag. */
export type Fields = Record<string, Schema>;

/** `externalTaskId` and `external_task_id` as a flag or a command spells them: `external-task-id`. */
export function kebab(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replaceAll('_', '-')
    .toLowerCase();
}

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

/** How a field is written on the command line: booleans bare, lists of words with commas, objects and other arrays as JSON. */
export function kindOf({ type, items }: Schema): 'bare' | 'number' | 'list' | 'json' | 'text' {
  const types = [type].flat();
  if (types.includes('array') && items?.enum) return 'list';
  if (types.includes('boolean')) return 'bare';
  if (types.includes('number') || types.includes('integer')) return 'number';
  return types.includes('object') || types.includes('array') ? 'json' : 'text';
}

/** Whether a field takes the path of a file, whose bytes are then sent. */
export const takesFile = ({ 'x-media': limits }: Schema): boolean =>
  limits?.takes.includes('base64') === true;

/** Reads the value of a field. Text that is not of the field's kind stays text, and the check refuses it. */
export function parseValue(schema: Schema, text: string): unknown {
  const kind = kindOf(schema);
  if (kind === 'number') return /^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text;
  if (kind === 'list') return text.split(',').map((word) => word.trim());
  if (kind !== 'json') return text;
  return parse(text) ?? text;
}

/**
 * Checks the values and describes what is wrong with them, fields spelled as flags; empty when nothing is. `subject`
 * begins the lines about rules that concern several fields.
 */
export function describeViolations(
  schema: Schema,
  values: Record<string, unknown>,
  subject = 'this',
): string[] {
  const spellFields = (rule: string) =>
    rule.replace(/\w+/g, (word) => (schema.properties?.[word] ? flagOf(word) : word));
  const found = check(schema, values);
  // What a field may be says more than what each of the alternatives makes of it.
  const plain = found.filter(({ keyword }) => keyword !== 'oneOf').map(({ field }) => field || ' ');
  const shown = found.filter(({ keyword, field }) => keyword !== 'oneOf' || !plain.includes(field));
  const lines = shown.map((violation) => {
    const { field, rule } = violation;
    if (field === '') return `${subject} ${spellFields(rule)}`;
    // `camera_control.config.zoom`: the field that is a flag, then the steps into its JSON.
    const [top = '', ...steps] = field.split(/[.[\]]+/).filter(Boolean);
    const kind = kindOf(fieldsOf(schema)[top] ?? {});
    // Each word of a list was typed as the value of the flag.
    const isWhole = steps.length === 0 || kind === 'list';
    const place = isWhole ? '' : field.slice(top.length).replace(/^\./, '');
    const isBrokenJson = typeof values[top] === 'string' && kind === 'json';
    const value = valueAt(values, join('', top, ...steps));
    const ending = isBrokenJson ? ' in JSON' : describeValue(violation, value, isWhole);
    return `${flagOf(top)} ${place && `(${place}) `}${rule}${ending}`;
  });
  return [...new Set(lines)];
}

/** Describes the fields in the JSON of flags that the provider would ignore and do the rest, for money. */
export function describeIgnored(schema: Schema, values: Record<string, unknown>): string[] {
  return findUnknown(schema, values).map((unknown) => {
    const [top = '', ...steps] = unknown.path;
    const place = steps.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`));
    const who = schema.title ? ` to ${schema.title}` : '';
    const near = unknown.near === undefined ? '' : `; did you mean ${unknown.near}?`;
    const flag = `${flagOf(String(top))} (${place.join('').replace(/^\./, '')})`;
    return `${flag} is unknown${who} and would be ignored${near}`;
  });
}

/** Adds the wrong value where that helps. Prose is only counted, as a prompt must never be repeated. */
function describeValue({ keyword }: Violation, value: unknown, isWholeFlag: boolean): string {
  if (typeof value === 'number') return `, not ${value}`;
  if (typeof value !== 'string') return '';
  if (keyword.endsWith('Length')) return `; this has ${[...value].length.toLocaleString('en')}`;
  const isOneWord = isWholeFlag && /^\S{0,40}$/.test(value) && keyword !== 'oneOf';
  return isOneWord ? `, not ${value || 'an empty text'}` : '';
}
