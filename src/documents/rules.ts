import type { Schema } from './openapi.ts';

/** The rules of a schema in words, as help texts and messages say them: `at most 200 characters`. */
export function ruleOf(schema: Schema): string {
  return rules.flatMap((rule) => rule(schema) ?? []).join(', ');
}

type Rule = (schema: Schema) => string | undefined;

const plural = (count: number, noun: string) =>
  `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;

const rules: Rule[] = [
  ({ type, enum: values, const: fixed }) =>
    values || fixed !== undefined || !type ? undefined : nouns([type].flat()),
  ({ const: fixed }) => (fixed === undefined ? undefined : `only ${show(fixed)}`),
  ({ enum: values }) => values && (steps(values) ?? `one of ${values.map(show).join(', ')}`),
  ({ minimum, maximum, enum: values }) =>
    values ? undefined : between(minimum, maximum, 'from', (bound) => bound.toLocaleString('en')),
  ({ minLength, maxLength }) =>
    between(minLength, maxLength, 'of', (bound) => plural(bound, 'character')),
  ({ minItems, maxItems }) => between(minItems, maxItems, 'with', (bound) => plural(bound, 'item')),
  ({ pattern }) => pattern && `matching ${pattern}`,
  ({ not }) => (not && 'const' in not ? `not ${show(not.const)}` : undefined),
];

function between(
  least: number | undefined,
  most: number | undefined,
  word: string,
  show: (bound: number) => string,
): string | undefined {
  if (least !== undefined && most !== undefined) return `${word} ${least} to ${show(most)}`;
  if (most !== undefined) return `at most ${show(most)}`;
  return least === undefined ? undefined : `at least ${show(least)}`;
}

/** `from 3 to 10 in steps of 0.1`, when a list of numbers is that. */
function steps(values: unknown[]): string | undefined {
  const [first, second] = values;
  const last = values.at(-1);
  if (typeof first !== 'number' || typeof second !== 'number' || values.length < 5)
    return undefined;
  return `from ${first} to ${last} in steps of ${Number((second - first).toFixed(6))}`;
}

function nouns(types: string[]): string {
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

const show = (value: unknown) => (value === '' ? 'an empty text' : String(value));
