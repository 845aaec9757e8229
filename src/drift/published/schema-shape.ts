/** What a schema means, in whichever of its many ways it is written. */
import {
  isObject,
  type JsonObject,
  join,
  listOf,
  objectOf,
  textsOf,
} from '../../documents/json.ts';
import { canonical, isProse, isRecursive, withNull, withoutProse } from './normalize.ts';

/** A schema and the JSON pointer to it. */
export interface SchemaAt {
  schema: unknown;
  at: string;
  /** Whether it was made from several schemas, so that the pointer is only as near as can be. */
  isMerged?: boolean;
}

/** A field of an object, or a parameter. */
export interface Field {
  /** JSON pointer to the field. */
  at: string;
  /** JSON pointers to what says whether it is required. */
  requiredAt: string[];
  /** Whether it is required; `undefined` where nothing is said about that. */
  isRequired: boolean | undefined;
  /** The schemas that its value must meet, all of them. */
  schemas: SchemaAt[];
  /** Whether it is listed as required but not described. */
  isOnlyListed?: boolean;
}

/** What one keyword of a schema says, and the JSON pointer to it. */
export interface Constraint {
  value: unknown;
  at: string;
  /** Whether the limit itself is not allowed, as with `exclusiveMaximum`. */
  isExclusive?: boolean;
}

/** What a schema without alternatives means. */
export interface Shape {
  at: string;
  /** JSON pointers to all schemas that it was made from. */
  parts: string[];
  /** JSON pointer to the branch of `oneOf` or `anyOf` that it is, if it is one. */
  branchAt: string | undefined;
  /** By keyword; `const` stands under `enum`, exclusive limits under the plain ones. */
  constraints: Map<string, Constraint>;
  /** `undefined` where no field is named. */
  fields: Map<string, Field> | undefined;
  /** JSON pointers to the lists of required fields, or to where they would stand. */
  requiredAt: string[];
  items: SchemaAt[];
  /** Every keyword that is used, without prose. */
  keywords: string[];
  /** Whether the schema was cut off because it contains itself. */
  isRecursive: boolean;
}

/** Above this many combinations, a schema is not compared branch by branch. */
const maxAlternatives = 64;

/**
 * The alternatives of schemas which must all hold: `allOf` is taken apart, and every branch of `oneOf` and `anyOf` is
 * combined with what stands beside it. A schema without branches has one alternative.
 */
export function alternativesOf(schemas: readonly SchemaAt[]): SchemaAt[][] {
  let alternatives: SchemaAt[][] = [[]];
  const add = (choices: SchemaAt[][]) => {
    if (alternatives.length * choices.length > maxAlternatives) return;
    alternatives = alternatives.flatMap((held) => choices.map((choice) => [...held, ...choice]));
  };
  for (const { schema, at } of schemas) {
    if (!isObject(schema)) {
      add([[{ schema, at }]]);
      continue;
    }
    const { allOf, oneOf, anyOf, ...plain } = schema;
    add([[{ schema: plain, at }]]);
    for (const [index, member] of listOf(allOf).entries()) {
      add(alternativesOf([{ schema: member, at: join(at, 'allOf', index) }]));
    }
    add(branchesOf(oneOf, join(at, 'oneOf')));
    add(branchesOf(anyOf, join(at, 'anyOf')));
  }
  return alternatives;
}

function branchesOf(choice: unknown, at: string): SchemaAt[][] {
  const all = listOf(choice).map((schema, index) => ({ schema, at: join(at, index) }));
  if (all.length === 0) return [[]];
  const branches = all.filter(({ schema }) => objectOf(schema).type !== 'null');
  const orNull = (schema: JsonObject) => (branches.length < all.length ? withNull(schema) : schema);
  const simple = branches.flatMap(({ schema }) => plainValuesIn(schema) ?? []);
  const listing = simple.filter((each) => each.enum !== undefined).length;
  if (simple.length === branches.length && (listing === 0 || listing === simple.length)) {
    return [[{ schema: orNull(mergeBranches(simple)), at, isMerged: true }]];
  }
  return branches.flatMap(({ schema, at: branchAt }) =>
    alternativesOf([{ schema: isObject(schema) ? orNull(schema) : schema, at: branchAt }]),
  );
}

interface PlainValues {
  type: string[];
  enum?: unknown[];
}

function mergeBranches(branches: PlainValues[]): JsonObject {
  const values = branches.flatMap((branch) => branch.enum ?? []);
  const isTyped = branches.every((branch) => branch.type.length > 0);
  return {
    ...(isTyped ? { type: branches.flatMap((branch) => branch.type) } : {}),
    ...(values.length > 0 ? { enum: values } : {}),
  };
}

/** The types and values of a branch that names nothing else. */
function plainValuesIn(schema: unknown): PlainValues | undefined {
  if (!isObject(schema)) return undefined;
  const keys = keywordsOf(schema);
  if (keys.length === 0 || keys.some((key) => !['type', 'enum', 'const'].includes(key))) {
    return undefined;
  }
  const values = 'const' in schema ? [schema.const] : schema.enum;
  if (Array.isArray(values)) return { type: textsOf(schema.type), enum: values };
  return { type: textsOf(schema.type) };
}

const keywordsOf = (schema: unknown) =>
  Object.keys(objectOf(schema)).filter((key) => !isProse(key));

/** The shape of schemas that must all hold and have no alternatives left. */
export function shapeOf(schemas: readonly SchemaAt[]): Shape {
  const outer = schemas[0]?.at ?? '';
  const isBranch = ({ at }: SchemaAt) => /^\/(one|any)Of\/\d+$/.test(at.slice(outer.length));
  const shape: Shape = {
    at: outer,
    parts: schemas.map(({ at }) => at),
    branchAt: schemas.find(isBranch)?.at,
    constraints: new Map(),
    fields: fieldsOf(schemas),
    requiredAt: schemas.map(({ at }) => join(at, 'required')),
    items: [],
    keywords: schemas.flatMap(({ schema }) => keywordsOf(schema)),
    isRecursive: schemas.some(({ schema }) => isRecursive(schema)),
  };
  for (const { schema, at, isMerged } of schemas) {
    if (!isObject(schema)) continue;
    for (const [keyword, constraint] of constraintsOf(schema, at)) {
      addConstraint(shape.constraints, keyword, isMerged ? { ...constraint, at } : constraint);
    }
    if (isObject(schema.items)) shape.items.push({ schema: schema.items, at: join(at, 'items') });
  }
  const implied = shape.fields ? 'object' : shape.items.length > 0 ? 'array' : undefined;
  if (implied && !shape.constraints.has('type')) {
    shape.constraints.set('type', { value: [implied], at: join(shape.at, 'type') });
  }
  return shape;
}

/** Stands for the name of fields that may have any name. */
const anyName = '*';

function fieldsOf(schemas: readonly SchemaAt[]): Map<string, Field> | undefined {
  const objects = schemas.flatMap(({ schema, at }) => (isObject(schema) ? [{ schema, at }] : []));
  const hasRequired = objects.some(({ schema }) => Array.isArray(schema.required));
  const required = new Set(objects.flatMap(({ schema }) => textsOf(schema.required)));
  const requiredAt = schemas.map(({ at }) => join(at, 'required'));
  const fields = new Map<string, Field>();
  const refused = new Set<string>();
  const add = (name: string, value: SchemaAt) => {
    if (value.schema === false) refused.add(name);
    const isRequired = hasRequired ? required.has(name) : undefined;
    const field = fields.get(name) ?? { at: value.at, requiredAt, isRequired, schemas: [] };
    field.schemas.push(value);
    fields.set(name, field);
  };
  for (const { schema, at } of objects) {
    for (const [name, field] of Object.entries(objectOf(schema.properties))) {
      add(name, { schema: field, at: join(at, 'properties', name) });
    }
    const further = objectOf(schema.additionalProperties);
    if (Object.keys(further).length > 0) {
      add(anyName, { schema: further, at: join(at, 'additionalProperties') });
    }
  }
  for (const name of required) {
    if (fields.has(name)) continue;
    const at = requiredAt[0] ?? '';
    fields.set(name, { at, requiredAt, isRequired: true, schemas: [], isOnlyListed: true });
  }
  for (const name of refused) fields.delete(name);
  const namesAny = required.size > 0 || objects.some(({ schema }) => isObject(schema.properties));
  return namesAny || fields.size > 0 ? fields : undefined;
}

/** Where something that stands at a pointer in one shape would stand in another. */
export function counterpart(pointer: string, from: Shape, to: Shape): string {
  const holds = (part: string) => pointer.startsWith(`${part}/`);
  // The innermost part that holds it: the pointer to a branch begins with the pointer to what is said beside it.
  const part = from.parts.filter(holds).sort((a, b) => b.length - a.length)[0] ?? from.at;
  return (to.parts[from.parts.indexOf(part)] ?? to.at) + pointer.slice(part.length);
}

const upperLimits = ['maximum', 'maxLength', 'maxItems', 'maxProperties', 'maxContains'];
const lowerLimits = ['minimum', 'minLength', 'minItems', 'minProperties', 'minContains'];

/** Every keyword that limits values, types and lists of values aside. */
export const limitKeywords: readonly string[] = [
  ...upperLimits,
  ...lowerLimits,
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
];

/** Formats that say how a number is stored, not which numbers are allowed. */
const storageFormats = new Set(['float', 'double', 'int32', 'int64', 'password']);

function allowsEverything(keyword: string, value: unknown): boolean {
  if (keyword === 'format') return storageFormats.has(String(value));
  // A schema for further properties is compared as a field.
  if (keyword === 'additionalProperties') return value !== false;
  if (keyword === 'uniqueItems') return value !== true;
  return lowerLimits.includes(keyword) && keyword !== 'minimum' && value === 0;
}

function constraintsOf(schema: JsonObject, at: string): Map<string, Constraint> {
  const constraints = new Map<string, Constraint>();
  const values = 'const' in schema ? [schema.const] : schema.enum;
  const types = typesOf(schema.type, values);
  if (types) {
    constraints.set('type', { value: types, at: join(at, 'type' in schema ? 'type' : 'enum') });
  }
  if (Array.isArray(values)) {
    const fitting = values.filter((value) => !types || covers(types, [typeOf(value)]));
    const keyword = 'const' in schema ? 'const' : 'enum';
    constraints.set('enum', { value: fitting, at: join(at, keyword) });
  }
  for (const keyword of limitKeywords) {
    const value = schema[keyword];
    if (value === undefined || allowsEverything(keyword, value)) continue;
    constraints.set(keyword, { value: withoutProse(value), at: join(at, keyword) });
  }
  addExclusiveLimits(constraints, schema, at);
  if ('default' in schema) {
    constraints.set('default', { value: schema.default, at: join(at, 'default') });
  }
  return constraints;
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

const everyType = ['array', 'boolean', 'null', 'number', 'object', 'string'];

/** Whether every value of the second list of types belongs to the first; `undefined` stands for any type. */
export function covers(types: string[] | undefined, others: string[] | undefined): boolean {
  if (!types) return true;
  const takes = (type: string) =>
    types.includes(type) || (type === 'integer' && types.includes('number'));
  return (others ?? everyType).every(takes);
}

function addExclusiveLimits(
  constraints: Map<string, Constraint>,
  schema: JsonObject,
  at: string,
): void {
  const isInteger = constraints.get('type')?.value?.toString() === 'integer';
  for (const [limit, keyword, step] of [
    ['maximum', 'exclusiveMaximum', -1],
    ['minimum', 'exclusiveMinimum', 1],
  ] as const) {
    const value = schema[keyword];
    if (typeof value !== 'number') continue;
    const constraint: Constraint = isInteger
      ? { value: value + step, at: join(at, keyword) }
      : { value, at: join(at, keyword), isExclusive: true };
    addConstraint(constraints, limit, constraint);
  }
}

/** Adds what another schema says that must hold as well: the stricter of the two counts. */
function addConstraint(
  constraints: Map<string, Constraint>,
  keyword: string,
  constraint: Constraint,
): void {
  const known = constraints.get(keyword);
  constraints.set(keyword, known ? stricterOf(keyword, known, constraint) : constraint);
}

function stricterOf(keyword: string, a: Constraint, b: Constraint): Constraint {
  if (keyword === 'type') {
    const first = textsOf(a.value);
    const second = textsOf(b.value);
    const common = [
      ...first.filter((type) => covers(second, [type])),
      ...second.filter((type) => covers(first, [type])),
    ];
    return { ...a, value: [...new Set(common)].sort() };
  }
  if (keyword === 'enum') {
    const allowed = new Set(listOf(b.value).map(canonical));
    return { ...a, value: listOf(a.value).filter((value) => allowed.has(canonical(value))) };
  }
  if (keyword === 'default') return a;
  return isTighter(keyword, a, b) ? b : a;
}

/** Whether the second of two limits allows less than the first, or something else. */
export function isTighter(keyword: string, before: Constraint, after: Constraint): boolean {
  const was = before.value;
  const is = after.value;
  if (typeof was !== 'number' || typeof is !== 'number') return canonical(was) !== canonical(is);
  if (keyword === 'multipleOf') return !isMultiple(was, is);
  if (was === is) return Boolean(after.isExclusive) && !before.isExclusive;
  return upperLimits.includes(keyword) ? is < was : is > was;
}

/** Whether the first number is a multiple of the second, but for the error of floating point. */
const isMultiple = (a: number, b: number) => Math.abs(a / b - Math.round(a / b)) < 1e-9;
