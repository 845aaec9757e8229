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

/** What a schema, or one keyword of it, says of values. */
interface Judge {
  /** Whether a value keeps it. Most do, and of the others many are only tried: this stops at the first thing that is wrong. */
  holds(value: unknown): boolean;
  /** What a value breaks, with fields as seen from the value itself. */
  find(value: unknown): Violation[];
}

/** Shared by all that holds. */
const nothing: Violation[] = [];

/** A schema is read once, and is not changed after that. */
const judges = new WeakMap<Schema, Judge>();

/**
 * Checks a request against its schema before it is sent. It knows the keywords that request bodies and parameters use
 * here (a test holds it against Prism), needs no library and evaluates no code, so it runs wherever the client does.
 */
export function check(schema: Schema, value: unknown, field = ''): Violation[] {
  const { holds, find } = judgeOf(schema);
  return holds(value) ? nothing : below(field, find(value));
}

/** Whether `check` finds nothing, without finding out what. */
export const isValid = (schema: Schema, value: unknown): boolean => judgeOf(schema).holds(value);

function judgeOf(schema: Schema): Judge {
  const known = judges.get(schema);
  if (known) return known;
  const made = readSchema(schema);
  judges.set(schema, made);
  return made;
}

function readSchema(schema: Schema): Judge {
  const used = keywords.filter(([name]) => schema[name] !== undefined);
  const rest = together(used.map(([, make]) => make(schema)));
  if (schema.type === undefined) return rest;
  const types = [schema.type].flat();
  const isTyped = (value: unknown) => types.some((type) => hasType(value, type));
  const wrongType = breaking(schema, 'type');
  return {
    holds: (value) => isTyped(value) && rest.holds(value),
    find: (value) => (isTyped(value) ? rest.find(value) : wrongType()),
  };
}

/** All of them have to hold. */
const together = (all: Judge[]): Judge => ({
  holds: (value) => all.every(({ holds }) => holds(value)),
  find: (value) => collect(all, ({ find }) => find(value)),
});

/** What is found in each of several places, mostly nothing. */
function collect<T>(places: T[], find: (place: T, index: number) => Violation[]): Violation[] {
  const all = places.map(find).filter((found) => found.length > 0);
  return all.length > 0 ? all.flat() : nothing;
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

type Keyword = [name: keyof Schema, make: (schema: Schema) => Judge];

/** A keyword that either holds or is broken. */
const keyword = (
  name: keyof Schema,
  holdsFor: (schema: Schema, value: unknown) => boolean,
): Keyword => [
  name,
  (schema) => {
    const holds = (value: unknown) => holdsFor(schema, value);
    const broken = breaking(schema, name);
    return { holds, find: (value) => (holds(value) ? nothing : broken()) };
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

// Each keyword leaves alone what it does not speak of; a comparison with NaN is false.
const keywords: Keyword[] = [
  keyword('const', ({ const: fixed }, value) => value === fixed),
  keyword('enum', ({ enum: values = [] }, value) => values.includes(value)),
  keyword('minimum', ({ minimum = 0 }, value) => !(Number(value) < minimum)),
  keyword('maximum', ({ maximum = 0 }, value) => !(Number(value) > maximum)),
  keyword(
    'minLength',
    ({ minLength = 0 }, value) =>
      typeof value !== 'string' || countTo(minLength, value) >= minLength,
  ),
  keyword(
    'maxLength',
    // No text has more characters than units, of which it knows the number.
    ({ maxLength = 0 }, value) =>
      typeof value !== 'string' ||
      value.length <= maxLength ||
      countTo(maxLength + 1, value) <= maxLength,
  ),
  keyword(
    'minItems',
    ({ minItems = 0 }, value) => !Array.isArray(value) || value.length >= minItems,
  ),
  keyword(
    'maxItems',
    ({ maxItems = 0 }, value) => !Array.isArray(value) || value.length <= maxItems,
  ),
  keyword('pattern', ({ pattern = '' }, value) => new RegExp(pattern, 'u').test(String(value))),
  keyword('not', ({ not = {} }, value) => !isValid(not, value)),
  ['required', required],
  ['properties', properties],
  ['items', everyItem],
  ['contains', contains],
  ['allOf', ({ allOf: parts = [] }) => together(parts.map(judgeOf))],
  ['anyOf', anyOf],
  ['oneOf', oneOf],
];

function required({ required: names = [] }: Schema): Judge {
  const missing = (name: string) => [{ field: name, rule: 'is required', keyword: 'required' }];
  return {
    holds: (value) => !isObject(value) || names.every((name) => value[name] !== undefined),
    find: (value) =>
      isObject(value)
        ? collect(names, (name) => (value[name] === undefined ? missing(name) : nothing))
        : nothing,
  };
}

function properties({ properties: known = {} }: Schema): Judge {
  const fields = Object.entries(known).flatMap(([name, schema]): [string, Judge][] => {
    if (schema === true) return [];
    return [[name, schema === false ? leftOut : judgeOf(schema)]];
  });
  return {
    holds: (value) =>
      !isObject(value) ||
      fields.every(([name, { holds }]) => value[name] === undefined || holds(value[name])),
    find: (value) =>
      isObject(value)
        ? collect(fields, ([name, { find }]) =>
            value[name] === undefined ? nothing : below(name, find(value[name])),
          )
        : nothing,
  };
}

/** Of a field that may not be there. */
const leftOut: Judge = {
  holds: () => false,
  find: () => [{ field: '', rule: 'must be left out', keyword: 'properties' }],
};

function everyItem({ items = {} }: Schema): Judge {
  const { holds, find } = judgeOf(items);
  return {
    holds: (value) => !Array.isArray(value) || value.every(holds),
    find: (value) =>
      collect(Array.isArray(value) ? value : [], (item, index) => below(`[${index}]`, find(item))),
  };
}

/** So many entries may be of a kind, at least one unless the schema says otherwise. */
function contains(schema: Schema): Judge {
  const { contains: kind = {}, minContains = 1, maxContains = Number.POSITIVE_INFINITY } = schema;
  const { holds: isOfKind } = judgeOf(kind);
  const count = (value: unknown[]) => value.filter(isOfKind).length;
  const isAllowed = (found: number) => found >= minContains && found <= maxContains;
  return {
    holds: (value) => !Array.isArray(value) || isAllowed(count(value)),
    find(value) {
      const found = Array.isArray(value) ? count(value) : minContains;
      if (isAllowed(found)) return nothing;
      const [bound, limit] = found < minContains ? ['least', minContains] : ['most', maxContains];
      const rule = `must have at ${bound} ${limit} of ${kind.title ?? 'a kind'}`;
      return [{ field: '', rule, keyword: 'contains' }];
    },
  };
}

/** At least one branch must hold. Says what the nearest branch misses. */
function anyOf({ anyOf: branches = [] }: Schema): Judge {
  const all = branches.map(judgeOf);
  const holds = (value: unknown) => all.some((branch) => branch.holds(value));
  return { holds, find: (value) => (holds(value) ? nothing : nearest(all, value, 'anyOf')) };
}

/** Exactly one branch may hold. Says what the nearest branch misses, or which fields exclude each other. */
function oneOf({ oneOf: branches = [] }: Schema): Judge {
  const all = branches.map(judgeOf);
  const needed = branches.map((branch) => branch.required?.[0]);
  const isChoice =
    branches.every((branch) => branch.required?.length === 1) && new Set(needed).size > 1;
  const say = (rule: string) => [{ field: '', rule, keyword: 'oneOf' }];
  const holding = (value: unknown) => all.filter(({ holds }) => holds(value)).length;
  return {
    holds: (value) => holding(value) === 1,
    find(value) {
      const count = holding(value);
      if (count === 1) return nothing;
      if (isChoice) return say(`needs exactly one of ${needed.join(', ')}`);
      if (count > 1) return say('has fields that exclude each other');
      return nearest(all, value, 'oneOf');
    },
  };
}

/** What the branch misses that is nearest to a value. */
function nearest(branches: Judge[], value: unknown, keyword: string): Violation[] {
  const results = branches.map(({ find }) => find(value));
  // What was given is meant, so a branch that only misses something is nearer than one that forbids something.
  const distance = (found: Violation[]) =>
    found.reduce((sum, { rule }) => sum + (rule === 'is required' ? 1 : 1.01), 0);
  const found = results.reduce((a, b) => (distance(b) < distance(a) ? b : a));
  return found.map((violation) => ({ ...violation, keyword }));
}

const join = (field: string, inside: string) =>
  !inside || inside.startsWith('[') ? field + inside : `${field}.${inside}`;
