import { isObject } from './json.ts';
import type { Schema } from './openapi.ts';
import { ruleOf } from './rules.ts';

/** A rule of the document that a request breaks. */
export interface Violation {
  /** The field, as `camera_control.config.zoom`; empty for the body as a whole. */
  field: string;
  /** The rule in words. */
  rule: string;
  /** The keyword of JSON Schema that says it. */
  keyword: string;
}

type Check = (schema: Schema, value: unknown, field: string) => Violation[];

/**
 * Checks a request against its schema before it is sent. It knows the keywords that request bodies and parameters use
 * here (a test holds it against Prism), needs no library and evaluates no code, so it runs wherever the client does.
 */
export function check(schema: Schema, value: unknown, field = ''): Violation[] {
  if (schema.type !== undefined && ![schema.type].flat().some((type) => hasType(value, type))) {
    return [broken(schema, field, 'type')];
  }
  // Cases are made by checking many thousand bodies, and a schema has few of the keywords.
  const used = checks.filter(([name]) => schema[name] !== undefined);
  return used.flatMap(([, each]) => each(schema, value, field));
}

function hasType(value: unknown, type: string): boolean {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  // JSON has no other numbers: these would arrive as null.
  if (type === 'number') return Number.isFinite(value);
  if (type === 'object') return isObject(value);
  return typeof value === type;
}

const broken = (schema: Schema, field: string, keyword: string): Violation => ({
  field,
  rule: `must be ${ruleOf(schema)}`,
  keyword,
});

type Keyword = [name: keyof Schema, check: Check];

/** A keyword that either holds or is broken. */
const keyword = (
  name: keyof Schema,
  holds: (schema: Schema, value: unknown) => boolean,
): Keyword => [
  name,
  (schema, value, field) => (holds(schema, value) ? [] : [broken(schema, field, name)]),
];

/** Characters as JSON Schema counts them: not the halves of an emoji. */
function length(value: unknown): number {
  if (typeof value !== 'string') return Number.NaN;
  let count = 0;
  // Not as a list, which takes many times the memory of a text of megabytes.
  for (const _ of value) count += 1;
  return count;
}
const items = (value: unknown) => (Array.isArray(value) ? value.length : Number.NaN);

// A comparison with NaN is false, so each keyword leaves alone what it does not speak of.
const checks: Keyword[] = [
  keyword('const', ({ const: fixed }, value) => value === fixed),
  keyword('enum', ({ enum: values = [] }, value) => values.includes(value)),
  keyword('minimum', ({ minimum = 0 }, value) => !(Number(value) < minimum)),
  keyword('maximum', ({ maximum = 0 }, value) => !(Number(value) > maximum)),
  keyword('minLength', ({ minLength = 0 }, value) => !(length(value) < minLength)),
  keyword('maxLength', ({ maxLength = 0 }, value) => !(length(value) > maxLength)),
  keyword('minItems', ({ minItems = 0 }, value) => !(items(value) < minItems)),
  keyword('maxItems', ({ maxItems = 0 }, value) => !(items(value) > maxItems)),
  keyword('pattern', ({ pattern = '' }, value) => new RegExp(pattern, 'u').test(String(value))),
  keyword('not', ({ not = {} }, value) => check(not, value).length > 0),
  ['required', required],
  ['properties', properties],
  ['items', everyItem],
  ['contains', contains],
  ['allOf', allOf],
  ['anyOf', anyOf],
  ['oneOf', oneOf],
];

function required({ required: names = [] }: Schema, value: unknown, field: string): Violation[] {
  if (!isObject(value)) return [];
  return names
    .filter((name) => value[name] === undefined)
    .map((name) => ({ field: join(field, name), rule: 'is required', keyword: 'required' }));
}

function properties(
  { properties: known = {} }: Schema,
  value: unknown,
  field: string,
): Violation[] {
  if (!isObject(value)) return [];
  return Object.entries(known).flatMap(([name, schema]) => {
    if (value[name] === undefined || schema === true) return [];
    const place = join(field, name);
    if (schema === false)
      return [{ field: place, rule: 'must be left out', keyword: 'properties' }];
    return check(schema, value[name], place);
  });
}

function everyItem({ items: each }: Schema, value: unknown, field: string): Violation[] {
  if (!each || !Array.isArray(value)) return [];
  return value.flatMap((item, index) => check(each, item, `${field}[${index}]`));
}

/** So many entries may be of a kind, at least one unless the schema says otherwise. */
function contains(schema: Schema, value: unknown, field: string): Violation[] {
  const { contains: kind, minContains = 1, maxContains = Number.POSITIVE_INFINITY } = schema;
  if (!kind || !Array.isArray(value)) return [];
  const count = value.filter((item) => check(kind, item).length === 0).length;
  if (count >= minContains && count <= maxContains) return [];
  const [bound, limit] = count < minContains ? ['least', minContains] : ['most', maxContains];
  const rule = `must have at ${bound} ${limit} of ${kind.title ?? 'a kind'}`;
  return [{ field, rule, keyword: 'contains' }];
}

function allOf({ allOf: parts = [] }: Schema, value: unknown, field: string): Violation[] {
  return parts.flatMap((part) => check(part, value, field));
}

/** At least one branch must hold. Says what the nearest branch misses. */
function anyOf({ anyOf: branches = [] }: Schema, value: unknown, field: string): Violation[] {
  return nearest(
    branches.map((branch) => check(branch, value, field)),
    'anyOf',
  );
}

/** Exactly one branch may hold. Says what the nearest branch misses, or which fields exclude each other. */
function oneOf({ oneOf: branches }: Schema, value: unknown, field: string): Violation[] {
  if (!branches) return [];
  const results = branches.map((branch) => check(branch, value, field));
  const holding = results.filter((found) => found.length === 0).length;
  if (holding === 1) return [];
  const needed = branches.map((branch) => branch.required?.[0]);
  const isChoice =
    branches.every((branch) => branch.required?.length === 1) && new Set(needed).size > 1;
  if (isChoice)
    return [{ field, rule: `needs exactly one of ${needed.join(', ')}`, keyword: 'oneOf' }];
  if (holding > 1) return [{ field, rule: 'has fields that exclude each other', keyword: 'oneOf' }];
  return nearest(results, 'oneOf');
}

/** What the branch misses that is nearest to a value. */
function nearest(results: Violation[][], keyword: string): Violation[] {
  // What was given is meant, so a branch that only misses something is nearer than one that forbids something.
  const distance = (found: Violation[]) =>
    found.reduce((sum, { rule }) => sum + (rule === 'is required' ? 1 : 1.01), 0);
  const found = results.reduce((a, b) => (distance(b) < distance(a) ? b : a));
  return found.map((violation) => ({ ...violation, keyword }));
}

const join = (field: string, name: string) => (field ? `${field}.${name}` : name);
