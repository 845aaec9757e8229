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

/** What a value breaks, with fields as seen from the value itself. */
type Check = (value: unknown) => Violation[];

/** Shared by all that holds: nearly every check of nearly every value. */
const nothing: Violation[] = [];

/** A schema is read once, and is not changed after that. */
const compiled = new WeakMap<Schema, Check>();

/**
 * Checks a request against its schema before it is sent. It knows the keywords that request bodies and parameters use
 * here (a test holds it against Prism), needs no library and evaluates no code, so it runs wherever the client does.
 */
export function check(schema: Schema, value: unknown, field = ''): Violation[] {
  return below(field, checkOf(schema)(value));
}

function checkOf(schema: Schema): Check {
  const known = compiled.get(schema);
  if (known) return known;
  const made = compile(schema);
  compiled.set(schema, made);
  return made;
}

function compile(schema: Schema): Check {
  const types = schema.type === undefined ? undefined : [schema.type].flat();
  const used = keywords.filter(([name]) => schema[name] !== undefined);
  const checks = used.map(([, make]) => make(schema));
  const wrongType = types && breaking(schema, 'type');
  const [only] = checks;
  const rest =
    only && checks.length === 1 ? only : (value: unknown) => collect(checks, (each) => each(value));
  if (!types || !wrongType) return rest;
  return (value) => (types.some((type) => hasType(value, type)) ? rest(value) : wrongType());
}

/** What is found in each of several places, mostly nothing. */
function collect<T>(places: T[], find: (place: T, index: number) => Violation[]): Violation[] {
  let all: Violation[][] | undefined;
  places.forEach((place, index) => {
    const found = find(place, index);
    if (found.length === 0) return;
    all ??= [];
    all.push(found);
  });
  return all?.flat() ?? nothing;
}

/** The same violations, seen from the value that has this field. */
function below(field: string, found: Violation[]): Violation[] {
  if (!field || found.length === 0) return found;
  return found.map((each) => ({ ...each, field: join(field, each.field) }));
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

/** Says that a keyword is broken. A rule is put into words when it is first needed, and once. */
function breaking(schema: Schema, keyword: string): () => Violation[] {
  let rule: string | undefined;
  return () => {
    rule ??= `must be ${ruleOf(schema)}`;
    return [{ field: '', rule, keyword }];
  };
}

type Keyword = [name: keyof Schema, make: (schema: Schema) => Check];

/** A keyword that either holds or is broken. */
const keyword = (
  name: keyof Schema,
  holdsFor: (schema: Schema) => (value: unknown) => boolean,
): Keyword => [
  name,
  (schema) => {
    const holds = holdsFor(schema);
    const broken = breaking(schema, name);
    return (value) => (holds(value) ? nothing : broken());
  },
];

/**
 * The characters of a text up to a number, as JSON Schema counts them: not the halves of an emoji. Not as a list, which
 * takes many times the memory of a text of megabytes.
 */
function countTo(limit: number, text: string): number {
  let count = 0;
  for (const _ of text) {
    count += 1;
    if (count >= limit) break;
  }
  return count;
}

const isText = (value: unknown) => typeof value === 'string';

// Each keyword leaves alone what it does not speak of; a comparison with NaN is false.
const keywords: Keyword[] = [
  keyword(
    'const',
    ({ const: fixed }) =>
      (value) =>
        value === fixed,
  ),
  keyword(
    'enum',
    ({ enum: values = [] }) =>
      (value) =>
        values.includes(value),
  ),
  keyword(
    'minimum',
    ({ minimum = 0 }) =>
      (value) =>
        !(Number(value) < minimum),
  ),
  keyword(
    'maximum',
    ({ maximum = 0 }) =>
      (value) =>
        !(Number(value) > maximum),
  ),
  keyword(
    'minLength',
    ({ minLength = 0 }) =>
      (value) =>
        !isText(value) || countTo(minLength, value) >= minLength,
  ),
  keyword(
    'maxLength',
    ({ maxLength = 0 }) =>
      // No text has more characters than units, of which it knows the number.
      (value) =>
        !isText(value) || value.length <= maxLength || countTo(maxLength + 1, value) <= maxLength,
  ),
  keyword(
    'minItems',
    ({ minItems = 0 }) =>
      (value) =>
        !Array.isArray(value) || value.length >= minItems,
  ),
  keyword(
    'maxItems',
    ({ maxItems = 0 }) =>
      (value) =>
        !Array.isArray(value) || value.length <= maxItems,
  ),
  keyword('pattern', ({ pattern = '' }) => {
    const matching = new RegExp(pattern, 'u');
    return (value) => matching.test(String(value));
  }),
  keyword(
    'not',
    ({ not = {} }) =>
      (value) =>
        check(not, value).length > 0,
  ),
  ['required', required],
  ['properties', properties],
  ['items', everyItem],
  ['contains', contains],
  ['allOf', allOf],
  ['anyOf', anyOf],
  ['oneOf', oneOf],
];

function required({ required: names = [] }: Schema): Check {
  const missing = (name: string) => [{ field: name, rule: 'is required', keyword: 'required' }];
  return (value) => {
    if (!isObject(value)) return nothing;
    return collect(names, (name) => (value[name] === undefined ? missing(name) : nothing));
  };
}

function properties({ properties: known = {} }: Schema): Check {
  const fields = Object.entries(known);
  return (value) => {
    if (!isObject(value)) return nothing;
    return collect(fields, ([name, schema]) => {
      if (value[name] === undefined || schema === true) return nothing;
      if (schema === false)
        return [{ field: name, rule: 'must be left out', keyword: 'properties' }];
      return below(name, check(schema, value[name]));
    });
  };
}

function everyItem({ items: each }: Schema): Check {
  return (value) => {
    if (!each || !Array.isArray(value)) return nothing;
    return collect(value, (item, index) => below(`[${index}]`, check(each, item)));
  };
}

/** So many entries may be of a kind, at least one unless the schema says otherwise. */
function contains(schema: Schema): Check {
  const { contains: kind, minContains = 1, maxContains = Number.POSITIVE_INFINITY } = schema;
  return (value) => {
    if (!kind || !Array.isArray(value)) return nothing;
    const count = value.filter((item) => check(kind, item).length === 0).length;
    if (count >= minContains && count <= maxContains) return nothing;
    const [bound, limit] = count < minContains ? ['least', minContains] : ['most', maxContains];
    const rule = `must have at ${bound} ${limit} of ${kind.title ?? 'a kind'}`;
    return [{ field: '', rule, keyword: 'contains' }];
  };
}

function allOf({ allOf: parts = [] }: Schema): Check {
  return (value) => collect(parts, (part) => check(part, value));
}

/** At least one branch must hold. Says what the nearest branch misses. */
function anyOf({ anyOf: branches = [] }: Schema): Check {
  return (value) =>
    nearest(
      branches.map((branch) => check(branch, value)),
      'anyOf',
    );
}

/** Exactly one branch may hold. Says what the nearest branch misses, or which fields exclude each other. */
function oneOf({ oneOf: branches = [] }: Schema): Check {
  const needed = branches.map((branch) => branch.required?.[0]);
  const isChoice =
    branches.every((branch) => branch.required?.length === 1) && new Set(needed).size > 1;
  const say = (rule: string) => [{ field: '', rule, keyword: 'oneOf' }];
  return (value) => {
    const results = branches.map((branch) => check(branch, value));
    const holding = results.filter((found) => found.length === 0).length;
    if (holding === 1) return nothing;
    if (isChoice) return say(`needs exactly one of ${needed.join(', ')}`);
    if (holding > 1) return say('has fields that exclude each other');
    return nearest(results, 'oneOf');
  };
}

/** What the branch misses that is nearest to a value. */
function nearest(results: Violation[][], keyword: string): Violation[] {
  // What was given is meant, so a branch that only misses something is nearer than one that forbids something.
  const distance = (found: Violation[]) =>
    found.reduce((sum, { rule }) => sum + (rule === 'is required' ? 1 : 1.01), 0);
  const found = results.reduce((a, b) => (distance(b) < distance(a) ? b : a));
  if (found.length === 0) return nothing;
  return found.map((violation) => ({ ...violation, keyword }));
}

const join = (field: string, inside: string) =>
  !inside || inside.startsWith('[') ? field + inside : `${field}.${inside}`;
