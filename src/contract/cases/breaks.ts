import { check } from '../../documents/check.ts';
import { isObject } from '../../documents/json.ts';
import type { Schema } from '../../documents/openapi.ts';
import type { Rule } from './constraints.ts';

/** One way to break a rule: values for the place that it is about, the likeliest first; undefined leaves it out. */
export interface Break {
  what: string;
  values: unknown[];
}

/**
 * The ways to break a rule; none for a keyword that is not known here.
 * @param good values that the same place has in requests that keep every rule
 */
export function breaksOf(rule: Rule, good: unknown[]): Break[] {
  const breaks = Object.entries(breakers[rule.keyword]?.(rule.schema, good) ?? {});
  const isBad = (value: unknown) => isPresence(rule) || isBroken(rule, value);
  return breaks.map(([what, values]) => ({ what, values: values.filter(isBad) }));
}

/** Whether a value breaks the rule, whatever the rest of the schema says. */
export function isBroken(rule: Rule, value: unknown): boolean {
  const { keyword, schema } = rule;
  if (value === undefined || isPresence(rule)) return false;
  return check({ [keyword]: Reflect.get(schema, keyword) }, value).length > 0;
}

/** Whether the rule is about a field being there, not about its value. */
const isPresence = ({ keyword }: Rule) => keyword === 'required' || keyword === 'properties';

/** What no list holds, and no provider mistakes for anything. */
const nonsense = 'none-of-these';

const breakers: Record<string, (schema: Schema, good: unknown[]) => Record<string, unknown[]>> = {
  required: () => ({ 'left out': [undefined] }),
  properties: (_, good) => ({ given: good }),
  // Texts are answered with an object and all else with a text: nobody turns the one into the other.
  type: ({ type = [] }) => ({
    'another type': ['x', {}],
    null: [null],
    ...(type === 'integer' && { 'a fraction': [1.5] }),
  }),
  enum: ({ enum: values = [] }, good) => ({
    'not on the list': [...besides(values), ...good],
    ...(values.length > 0 && values.every((value) => typeof value === 'number') && outside(values)),
  }),
  const: ({ const: value }, good) => ({ 'another value': [...besides([value]), ...good] }),
  not: ({ not = {} }) => ({ 'the one value': [not.const, ...(not.enum ?? [])] }),
  minimum: ({ minimum = 0 }) => ({ below: [round(minimum - 0.1), minimum - 1] }),
  maximum: ({ maximum = 0 }) => ({ above: [round(maximum + 0.1), maximum + 1] }),
  minLength: ({ minLength = 0 }) => ({ 'too short': ['x'.repeat(Math.max(0, minLength - 1))] }),
  maxLength: ({ maxLength = 0 }) => ({ 'too long': ['x'.repeat(maxLength + 1)] }),
  pattern: () => ({ 'of another form': [nonsense, '', '0'] }),
  minItems: ({ minItems = 0 }, good) => ({ 'too few': resized(good, minItems - 1) }),
  maxItems: ({ maxItems = 0 }, good) => ({ 'too many': resized(good, maxItems + 1) }),
  oneOf: ({ oneOf = [] }, good) => {
    const fits = (value: unknown) => oneOf.filter((each) => check(each, value).length === 0).length;
    return {
      neither: [...reduced(good), nonsense].filter((value) => fits(value) === 0),
      both: combined(good).filter((value) => fits(value) > 1),
    };
  },
};

/** Values of the same type that are not among these. */
function besides(values: unknown[]): unknown[] {
  const [first, second] = values;
  if (typeof first === 'boolean') return [true, false];
  if (typeof first !== 'number') return [nonsense];
  const between = typeof second === 'number' ? [(first + second) / 2] : [];
  return [...between, Math.max(...values.map(Number)) + 1];
}

/** Beyond both ends of a list of numbers, by as much as two of them differ. */
function outside(values: number[]): Record<string, unknown[]> {
  const [first = 0, second = first + 1] = values.toSorted((a, b) => a - b);
  const step = second - first;
  return {
    'below the list': [round(Math.min(...values) - step)],
    'above the list': [round(Math.max(...values) + step)],
  };
}

function resized(values: unknown[], length: number): unknown[] {
  return values
    .filter((value) => Array.isArray(value))
    .map((value) =>
      Array.from({ length: Math.max(0, length) }, (_, at) => value[at % value.length]),
    );
}

/** Objects with nothing, and with one field less. */
function reduced(values: unknown[]): unknown[] {
  const fewer = shapes(values).flatMap((value) =>
    Object.keys(value).map((name) => {
      const { [name]: _, ...rest } = value;
      return rest;
    }),
  );
  return [{}, ...fewer];
}

/** Each two objects as one. */
function combined(values: unknown[]): unknown[] {
  const objects = shapes(values);
  return objects.flatMap((a) => objects.map((b) => ({ ...a, ...b })));
}

/** The first object for each set of fields. */
function shapes(values: unknown[]): Record<string, unknown>[] {
  const byFields = new Map(
    values
      .filter(isObject)
      .reverse()
      .map((value) => [Object.keys(value).sort().join(), value]),
  );
  return [...byFields.values()];
}

const round = (value: number) => Number(value.toFixed(6));
