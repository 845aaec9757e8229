import { isObject, type JsonObject, join, textsOf } from '../../documents/json.ts';
import { canonical, withoutProse } from './canonical.ts';

/** What one keyword of a schema says, and the JSON pointer to it. */
export interface Fact {
  value: unknown;
  at: string;
  /** Whether a limit is not allowed itself, as with `exclusiveMaximum`. */
  isExclusive?: boolean;
}

/** How the values of a limit relate: the largest, the least, or neither. */
export const limitKeywords: ReadonlyMap<string, 'most' | 'least' | 'other'> = new Map([
  ...['maximum', 'maxLength', 'maxItems', 'maxProperties', 'maxContains'].map(
    (keyword) => [keyword, 'most'] as const,
  ),
  ...['minimum', 'minLength', 'minItems', 'minProperties', 'minContains'].map(
    (keyword) => [keyword, 'least'] as const,
  ),
  ...[
    'multipleOf',
    'pattern',
    'format',
    'uniqueItems',
    'additionalProperties',
    'unevaluatedProperties',
    'unevaluatedItems',
    'patternProperties',
    'propertyNames',
    'dependentRequired',
    'dependentSchemas',
    'contains',
    'prefixItems',
    'not',
    'if',
    'then',
    'else',
    'contentEncoding',
    'contentMediaType',
  ].map((keyword) => [keyword, 'other'] as const),
]);

/** Formats that say how a number is kept, not which numbers there are. */
const storage = new Set(['float', 'double', 'int32', 'int64', 'password']);

/** Whether a keyword allows everything, and so says nothing. */
function isIdle(keyword: string, value: unknown): boolean {
  if (keyword === 'format') return storage.has(String(value));
  // A schema for further properties is compared as a field.
  if (keyword === 'additionalProperties') return value !== false;
  if (keyword === 'uniqueItems') return value !== true;
  return limitKeywords.get(keyword) === 'least' && keyword !== 'minimum' && value === 0;
}

/** The facts of a schema by keyword; `const` stands under `enum`, exclusive limits under the plain ones. */
export function factsOf(schema: JsonObject, at: string): Map<string, Fact> {
  const facts = new Map<string, Fact>();
  const values = 'const' in schema ? [schema.const] : schema.enum;
  const types = typesOf(schema.type, values);
  if (types) facts.set('type', { value: types, at: join(at, 'type' in schema ? 'type' : 'enum') });
  if (Array.isArray(values)) {
    const fitting = values.filter((value) => !types || fits(value, types));
    facts.set('enum', { value: fitting, at: join(at, 'const' in schema ? 'const' : 'enum') });
  }
  for (const keyword of limitKeywords.keys()) {
    const value = schema[keyword];
    if (value === undefined || isIdle(keyword, value)) continue;
    facts.set(keyword, { value: withoutProse(value), at: join(at, keyword) });
  }
  addExclusive(facts, schema, at);
  if ('default' in schema) facts.set('default', { value: schema.default, at: join(at, 'default') });
  return facts;
}

function typesOf(type: unknown, values: unknown): string[] | undefined {
  const named = type === undefined && Array.isArray(values) ? values.map(typeOf) : textsOf(type);
  if (named.length === 0) return undefined;
  const types = new Set(named);
  if (types.has('number')) types.delete('integer');
  return [...types].sort();
}

/** The type of a value, as JSON Schema names it. */
function typeOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
}

const fits = (value: unknown, types: string[]) => covers(types, [typeOf(value)]);

/** Whether every value of the second list of types is one of the first; `undefined` stands for any type. */
export function covers(types: string[] | undefined, others: string[] | undefined): boolean {
  if (!types) return true;
  const takes = (type: string) =>
    types.includes(type) || (type === 'integer' && types.includes('number'));
  return (others ?? everyType).every(takes);
}

const everyType = ['array', 'boolean', 'null', 'number', 'object', 'string'];

function addExclusive(facts: Map<string, Fact>, schema: JsonObject, at: string): void {
  const isWhole = facts.get('type')?.value?.toString() === 'integer';
  for (const [limit, keyword, step] of [
    ['maximum', 'exclusiveMaximum', -1],
    ['minimum', 'exclusiveMinimum', 1],
  ] as const) {
    const value = schema[keyword];
    if (typeof value !== 'number') continue;
    const fact: Fact = isWhole
      ? { value: value + step, at: join(at, keyword) }
      : { value, at: join(at, keyword), isExclusive: true };
    addFact(facts, limit, fact);
  }
}

/** Adds what another schema says that must hold, too: the stricter of the two counts. */
export function addFact(facts: Map<string, Fact>, keyword: string, fact: Fact): void {
  const known = facts.get(keyword);
  facts.set(keyword, known ? stricter(keyword, known, fact) : fact);
}

function stricter(keyword: string, a: Fact, b: Fact): Fact {
  if (keyword === 'type' && Array.isArray(a.value) && Array.isArray(b.value)) {
    const [first, second]: [string[], string[]] = [a.value, b.value];
    const common = [
      ...first.filter((type) => covers(second, [type])),
      ...second.filter((type) => covers(first, [type])),
    ];
    return { ...a, value: [...new Set(common)].sort() };
  }
  if (keyword === 'enum' && Array.isArray(a.value) && Array.isArray(b.value)) {
    const taken = new Set(b.value.map(canonical));
    return { ...a, value: a.value.filter((value) => taken.has(canonical(value))) };
  }
  if (keyword === 'default') return a;
  return isTighter(keyword, a, b) ? b : a;
}

/** Whether the second of two facts about a limit allows less than the first, or something else. */
export function isTighter(keyword: string, before: Fact, after: Fact): boolean {
  const order = limitKeywords.get(keyword);
  const [a, b] = [before.value, after.value];
  if (typeof a !== 'number' || typeof b !== 'number') return canonical(a) !== canonical(b);
  if (keyword === 'multipleOf') return !isMultiple(a, b);
  if (a === b) return Boolean(after.isExclusive) && !before.isExclusive;
  return order === 'most' ? b < a : b > a;
}

/** Whether the first number is a whole multiple of the second, floating point aside. */
const isMultiple = (a: number, b: number) => Math.abs(a / b - Math.round(a / b)) < 1e-9;

/** Whether a schema is one of an object's further fields. */
export const furtherFields = (schema: JsonObject): JsonObject | undefined =>
  isObject(schema.additionalProperties) && Object.keys(schema.additionalProperties).length > 0
    ? schema.additionalProperties
    : undefined;
