import { isValid } from '../documents/check.ts';
import { isObject } from '../documents/json.ts';
import type { Parameter, Schema } from '../documents/openapi.ts';
import {
  type Constraint,
  formatPath,
  getAt,
  type Path,
  type Rule,
  removeRule,
  rulesOf,
  setAt,
} from './constraints.ts';
import { makeSamples, mergeSchemas } from './samples.ts';

/** A request that keeps every rule of its document. */
export interface ValidCase {
  name: string;
  body: unknown;
}

/** A request that its document refuses: a valid one with one change. */
export interface NegativeCase extends Constraint {
  name: string;
  /** The field that the rule is about, as `camera_control.config.zoom`; empty for the body as a whole. */
  field: string;
  /** The value of that field; undefined when the field is left out. */
  value: unknown;
  /**
   * Whether the request is refused for this rule alone. False where another rule of the same field refuses it as well, as
   * an enum of numbers does beside a minimum.
   */
  isAlone: boolean;
  body: unknown;
}

interface Hints {
  /** A request whose values are used where they keep the rules; it need not be complete. */
  example?: unknown;
}

/**
 * Makes requests that a schema allows: with the required fields only, with each of the other fields, with all together,
 * with every value of every enum and both ends of every limit, and this for each branch of a choice. The same schema
 * always gives the same requests.
 * @throws {TypeError} no value can be made for a required field
 */
export function validCases(schema: Schema, { example }: Hints = {}): ValidCase[] {
  return makeSamples(schema, example).map(({ name, value }) => ({ name, body: value }));
}

/**
 * Makes requests that a schema refuses: one for each way to break each of its rules. A rule that cannot be broken, or whose
 * keyword is not known here, has none; compare with `constraintsOf`.
 * @throws {TypeError} as `validCases`
 */
export function negativeCases(schema: Schema, hints: Hints = {}): NegativeCase[] {
  const valid = validCases(schema, hints).map(({ body }) => body);
  const rules = rulesOf(schema);
  return rules.flatMap((rule) => {
    const { path, keyword, pointer } = rule;
    const field = formatPath(path);
    const others = rules.filter(
      (each) =>
        each !== rule && formatPath(each.path) === field && !/\/(any|one)Of\//.test(each.pointer),
    );
    return breaksOf(rule, valuesAt(valid, path)).flatMap(({ what, values }) => {
      const changes = values.map((value) => ({
        value,
        bodies: changeBodies(valid, path, value),
        canBeAlone: !others.some((each) => isBroken(each, value)),
      }));
      const refused = findRefused(schema, rule, changes);
      if (!refused) return [];
      const name = `${field || 'the body'}: ${keyword}, ${what}`;
      return [{ name, field, keyword, pointer, ...refused }];
    });
  });
}

/** Every rule of a schema. */
export const constraintsOf = (schema: Schema): Constraint[] => rulesOf(schema).map(toConstraint);

const toConstraint = ({ pointer, keyword }: Rule): Constraint => ({ pointer, keyword });

/**
 * Valid cases, negative cases and constraints for the parameters of a query, and the query as a schema. Values that a query
 * cannot express, such as null, are left out.
 */
export function parameterCases(parameters: Parameter[]): {
  schema: Schema;
  valid: ValidCase[];
  negative: NegativeCase[];
  constraints: Constraint[];
} {
  const inQuery = parameters.filter((parameter) => parameter.in === 'query');
  const schema: Schema = {
    required: inQuery.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(inQuery.map(({ name, schema = {} }) => [name, schema])),
  };
  const canBeBroken = ({ keyword, schema: { type } }: Rule) =>
    keyword !== 'type' || type !== 'string';
  return {
    schema,
    valid: validCases(schema),
    negative: negativeCases(schema).filter(({ value }) => typeof value !== 'object'),
    constraints: rulesOf(schema).filter(canBeBroken).map(toConstraint),
  };
}

/** A value, the bodies that have it where the rule applies, and whether no other rule can refuse it. */
interface Change {
  value: unknown;
  bodies: Iterable<unknown>;
  canBeAlone: boolean;
}

/** The first body that is refused with the rule but not without it; where there is none, the first that is refused. */
function findRefused(schema: Schema, rule: Rule, changes: Change[]) {
  const rest = removeRule(schema, rule);
  let refused: Pick<NegativeCase, 'value' | 'body' | 'isAlone'> | undefined;
  for (const { value, bodies, canBeAlone } of changes) {
    for (const body of bodies) {
      if (isValid(schema, body)) continue;
      const isAlone = canBeAlone && isValid(rest, body);
      if (isAlone) return { value, body, isAlone };
      refused ??= { value, body, isAlone };
      if (!canBeAlone) break;
    }
  }
  return refused;
}

/** Each of the bodies with the value at the path, as far as a body has such a place. */
function* changeBodies(bodies: unknown[], path: Path, value: unknown): Generator<unknown> {
  if (path.length === 0) {
    yield value;
    return;
  }
  for (const body of bodies) {
    const parent = getAt(body, path.slice(0, -1));
    const hasPlace = Array.isArray(parent)
      ? Number(path.at(-1)) < parent.length
      : parent instanceof Object;
    if (hasPlace && getAt(body, path) !== value) yield setAt(body, path, value);
  }
}

/** The values that the bodies have at a path, each once. */
function valuesAt(bodies: unknown[], path: Path): unknown[] {
  const values = bodies.map((body) => getAt(body, path)).filter((value) => value !== undefined);
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** One way to break a rule: values for the field that it is about, the likeliest first; undefined leaves the field out. */
interface Break {
  what: string;
  values: unknown[];
}

/**
 * The ways to break a rule; none for a keyword that is not known here.
 * @param good values that the same field has in valid requests
 */
function breaksOf(rule: Rule, good: unknown[]): Break[] {
  const breaks = Object.entries(breakers[rule.keyword]?.(rule.schema, good) ?? {});
  const isBad = (value: unknown) => isAboutPresence(rule) || isBroken(rule, value);
  return breaks.map(([what, values]) => ({ what, values: values.filter(isBad) }));
}

/** Whether a value breaks the rule, whatever the rest of the schema says. */
function isBroken(rule: Rule, value: unknown): boolean {
  const { keyword, schema } = rule;
  if (value === undefined || isAboutPresence(rule)) return false;
  const { minContains = 1, maxContains = Number.POSITIVE_INFINITY } = schema;
  const alone = { [keyword]: Reflect.get(schema, keyword), minContains, maxContains };
  return !isValid(alone, value);
}

/** Whether the rule is about the field being there, not about its value. */
const isAboutPresence = ({ keyword }: Rule) => keyword === 'required' || keyword === 'properties';

/** A text that is in no enum, and that no provider takes for something else. */
const nonsense = 'none-of-these';

const breakers: Record<string, (schema: Schema, good: unknown[]) => Record<string, unknown[]>> = {
  required: () => ({ 'left out': [undefined] }),
  properties: (_, good) => ({ given: good }),
  // An object in place of a text, and a text in place of anything else: no provider converts one into the other.
  type: ({ type = [] }) => ({
    'another type': ['x', {}],
    null: [null],
    ...(type === 'integer' && { 'a fraction': [1.5] }),
  }),
  enum: ({ enum: values = [] }, good) => ({
    'not on the list': [...valuesBeside(values), ...good],
    ...(values.length > 0 &&
      values.every((value) => typeof value === 'number') &&
      valuesOutside(values)),
  }),
  const: ({ const: value }, good) => ({ 'another value': [...valuesBeside([value]), ...good] }),
  not: ({ not = {}, ...schema }, good) => ({
    'what it rules out': [
      ...[not.const, ...(not.enum ?? []), ...good],
      ...makeSamples(mergeSchemas(schema, not)).map(({ value }) => value),
    ],
  }),
  minimum: ({ minimum = 0 }) => ({ below: [round(minimum - 0.1), minimum - 1] }),
  maximum: ({ maximum = 0 }) => ({ above: [round(maximum + 0.1), maximum + 1] }),
  minLength: ({ minLength = 0 }) => ({ 'too short': ['x'.repeat(Math.max(0, minLength - 1))] }),
  maxLength: ({ maxLength = 0 }) => ({ 'too long': ['x'.repeat(maxLength + 1)] }),
  pattern: () => ({ 'of another form': [nonsense, ',', '', '0'] }),
  minItems: ({ minItems = 0 }, good) => ({ 'too few': resizeArrays(good, minItems - 1) }),
  maxItems: ({ maxItems = 0 }, good) => ({ 'too many': resizeArrays(good, maxItems + 1) }),
  contains: ({ contains: kind = {}, minContains = 1, maxContains = 0 }, good) => ({
    'too few of a kind': resizeKind(good, kind, minContains - 1),
    'too many of a kind': resizeKind(good, kind, maxContains + 1),
  }),
  anyOf: ({ anyOf = [] }, good) => ({ none: withoutBranch(anyOf, good) }),
  oneOf: ({ oneOf = [] }, good) => ({
    neither: withoutBranch(oneOf, good),
    both: [...combineObjects(distinctShapes(good))].filter(
      (value) => countFitting(oneOf, value) > 1,
    ),
  }),
};

/** Values of the same type that are not among these. */
function valuesBeside(values: unknown[]): unknown[] {
  const [first, second] = values;
  if (typeof first === 'boolean') return [true, false];
  if (typeof first !== 'number') return [nonsense];
  const between = typeof second === 'number' ? [(first + second) / 2] : [];
  const numbers = values.filter((value) => typeof value === 'number');
  return [...between, Math.max(...numbers) + 1];
}

/** Values beyond both ends of a list of numbers, as far away as two of them are from each other. */
function valuesOutside(values: number[]): Record<string, unknown[]> {
  const [first = 0, second = first + 1] = values.toSorted((a, b) => a - b);
  const step = second - first;
  return {
    'below the list': [round(Math.min(...values) - step)],
    'above the list': [round(Math.max(...values) + step)],
  };
}

function resizeArrays(values: unknown[], length: number): unknown[] {
  return values
    .filter((value) => Array.isArray(value))
    .map((value) =>
      Array.from({ length: Math.max(0, length) }, (_, at) => value[at % value.length]),
    );
}

/** The lists that have entries of a kind, with so many of them: the first is repeated. */
function resizeKind(values: unknown[], kind: Schema, length: number): unknown[] {
  const isOfKind = (item: unknown) => isValid(kind, item);
  return values
    .filter((value) => Array.isArray(value))
    .filter((value) => value.some(isOfKind))
    .map((value) => [
      ...Array.from({ length: Math.max(0, length) }, () => value.find(isOfKind)),
      ...value.filter((item) => !isOfKind(item)),
    ]);
}

/** An empty object, and each of the objects with one field less. */
function removeFields(values: unknown[]): unknown[] {
  const fewer = distinctShapes(values).flatMap((value) =>
    Object.keys(value).map((name) => {
      const { [name]: _, ...rest } = value;
      return rest;
    }),
  );
  return [{}, ...fewer];
}

/** Every pair of objects merged into one. */
function* combineObjects(objects: object[]): Generator<object> {
  for (const a of objects) for (const b of objects) yield { ...a, ...b };
}

const countFitting = (branches: Schema[], value: unknown) =>
  branches.filter((each) => isValid(each, value)).length;

/** Values that fit no branch: valid ones with a field less, or some where two have different values of a field. */
function withoutBranch(branches: Schema[], good: unknown[]): unknown[] {
  const fitsNone = (value: unknown) => countFitting(branches, value) === 0;
  const found = [...removeFields(good), nonsense].filter(fitsNone);
  if (found.some(isObject)) return found;
  for (const value of combineObjects(good.filter(isObject))) {
    if (fitsNone(value)) found.unshift(value);
    if (found.length > 20) break;
  }
  return found;
}

/** The first object for each set of field names. */
function distinctShapes(values: unknown[]): Record<string, unknown>[] {
  const byFields = new Map(
    values
      .filter(isObject)
      .reverse()
      .map((value) => [Object.keys(value).sort().join(), value]),
  );
  return [...byFields.values()];
}

const round = (value: number) => Number(value.toFixed(6));
