import type { Schema } from './openapi.ts';

/** The rules of a schema in words, for help texts and messages: `at most 200 characters`. Of an enum, what is served. */
export function ruleOf(schema: Schema): string {
  return rules.flatMap((rule) => rule(schema) ?? []).join(', ');
}

/** The values of an enum that are served; all of them where none is. */
export function servedOf({ enum: values = [], 'x-retired': retired = {} }: Schema): unknown[] {
  const served = values.filter((value) => !Object.hasOwn(retired, String(value)));
  return served.length > 0 ? served : values;
}

/** Which values are served no more, and since when, in words: `retired on 2026-09-15: kling-v1`; empty where none is known. */
export function describeRetired({ 'x-retired': retired = {} }: Schema): string {
  const days = [...new Set(Object.values(retired))];
  const of = (day: string) => Object.keys(retired).filter((value) => retired[value] === day);
  return days.map((day) => `retired on ${day}: ${of(day).join(', ')}`).join('; ');
}

type Rule = (schema: Schema) => string | undefined;

const formatNumber = (value: number) => value.toLocaleString('en');
const plural = (count: number, noun: string) =>
  `${formatNumber(count)} ${noun}${count === 1 ? '' : 's'}`;

const rules: Rule[] = [
  ({ type, enum: values, const: fixed }) =>
    values || fixed !== undefined || !type ? undefined : describeTypes([type].flat()),
  ({ const: fixed }) => (fixed === undefined ? undefined : `only ${format(fixed)}`),
  (schema) =>
    schema.enum &&
    (describeSteps(schema.enum) ?? `one of ${servedOf(schema).map(format).join(', ')}`),
  ({ minimum, maximum, enum: values }) =>
    values ? undefined : describeRange(minimum, maximum, 'from', formatNumber),
  ({ minLength, maxLength }) =>
    describeRange(minLength, maxLength, 'of', (bound) => plural(bound, 'character')),
  ({ minItems, maxItems }) =>
    describeRange(minItems, maxItems, 'with', (bound) => plural(bound, 'item')),
  ({ pattern }) => pattern && `matching ${pattern}`,
  ({ not }) =>
    not && ('const' in not ? `not ${format(not.const)}` : not.title && `not ${not.title}`),
];

function describeRange(
  least: number | undefined,
  most: number | undefined,
  word: string,
  show: (bound: number) => string,
): string | undefined {
  if (least !== undefined && most !== undefined) return `${word} ${least} to ${show(most)}`;
  if (most !== undefined) return `at most ${show(most)}`;
  return least === undefined ? undefined : `at least ${show(least)}`;
}

/** Describes an enum of many numbers, taken to be evenly spaced: `from 3 to 10 in steps of 0.1`. */
function describeSteps(values: unknown[]): string | undefined {
  const [first, second] = values;
  const last = values.at(-1);
  if (typeof first !== 'number' || typeof second !== 'number' || values.length < 5)
    return undefined;
  return `from ${first} to ${last} in steps of ${Number((second - first).toFixed(6))}`;
}

function describeTypes(types: string[]): string {
  const names: Record<string, string> = {
    string: 'text',
    integer: 'a whole number',
    number: 'a number',
  };
  return types
    .map(
      (type) =>
        names[type] ?? (type === 'null' ? 'null' : `${/^[aeio]/.test(type) ? 'an' : 'a'} ${type}`),
    )
    .join(' or ');
}

const format = (value: unknown) => (value === '' ? 'an empty text' : String(value));
