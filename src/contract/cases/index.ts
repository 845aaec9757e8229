import { check } from '../../documents/check.ts';
import type { Parameter, Schema } from '../../documents/openapi.ts';
import { breaksOf, isBroken } from './breaks.ts';
import { type Constraint, type Rule, rulesOf, without } from './constraints.ts';
import { at, fieldOf, type Path, put } from './paths.ts';
import { samplesOf } from './samples.ts';

export type { Constraint } from './constraints.ts';

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
  /** What stands there; undefined when the field is left out. */
  value: unknown;
  /**
   * Whether the request is refused for this rule alone. False where another rule of the same field says as much, as a
   * list of numbers does beside a minimum.
   */
  isAlone: boolean;
  body: unknown;
}

interface Hints {
  /** A request whose values are taken where they keep the rules; need not be complete. */
  example?: unknown;
}

/**
 * Requests that a schema allows: required fields only, every other field alone, all together, every value of every
 * list, every limit at both ends; for each branch of a choice. Always the same for the same schema.
 * @throws {TypeError} a field has to be there and no value for it can be thought of
 */
export function validCases(schema: Schema, { example }: Hints = {}): ValidCase[] {
  return samplesOf(schema, example).map(({ name, value }) => ({ name, body: value }));
}

/**
 * Requests that a schema refuses: one for each way to break each of its rules. A rule that cannot be broken, or whose
 * keyword is not known here, has none: compare with `constraintsOf`.
 * @throws {TypeError} as `validCases`
 */
export function negativeCases(schema: Schema, hints: Hints = {}): NegativeCase[] {
  const good = validCases(schema, hints).map(({ body }) => body);
  const rules = rulesOf(schema);
  return rules.flatMap((rule) => {
    const { path, keyword, pointer } = rule;
    const field = fieldOf(path);
    const always = rules.filter(
      (each) => each !== rule && fieldOf(each.path) === field && !each.pointer.includes('/oneOf/'),
    );
    return breaksOf(rule, valuesAt(good, path)).flatMap(({ what, values }) => {
      const changes = values.map((value) => ({
        value,
        bodies: changed(good, path, value),
        canBeAlone: !always.some((each) => isBroken(each, value)),
      }));
      const refused = firstRefused(schema, rule, changes);
      if (!refused) return [];
      const name = `${field || 'the body'}: ${keyword}, ${what}`;
      return [{ name, field, keyword, pointer, ...refused }];
    });
  });
}

/** Every rule of a schema. */
export function constraintsOf(schema: Schema): Constraint[] {
  return rulesOf(schema).map(plain);
}

const plain = ({ pointer, keyword }: Rule): Constraint => ({ pointer, keyword });

/** All three for the parameters of a query, and the query as a schema. What an address cannot say is left out: null. */
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
    constraints: rulesOf(schema).filter(canBeBroken).map(plain),
  };
}

/** A value, the bodies that have it at a rule's place, and whether no other rule can refuse it. */
interface Change {
  value: unknown;
  bodies: Iterable<unknown>;
  canBeAlone: boolean;
}

/** The first body that is refused with the rule and not without it, or else the first that is refused. */
function firstRefused(schema: Schema, rule: Rule, changes: Change[]) {
  const rest = without(schema, rule);
  let refused: Pick<NegativeCase, 'value' | 'body' | 'isAlone'> | undefined;
  for (const { value, bodies, canBeAlone } of changes) {
    for (const body of bodies) {
      if (check(schema, body).length === 0) continue;
      const isAlone = canBeAlone && check(rest, body).length === 0;
      if (isAlone) return { value, body, isAlone };
      refused ??= { value, body, isAlone };
      if (!canBeAlone) break;
    }
  }
  return refused;
}

/** Each of the bodies with the value at the place, where a body has such a place. */
function* changed(bodies: unknown[], path: Path, value: unknown): Generator<unknown> {
  if (path.length === 0) return yield value;
  for (const body of bodies) {
    const hasPlace = at(body, path.slice(0, -1)) instanceof Object;
    if (hasPlace && at(body, path) !== value) yield put(body, path, value);
  }
}

/** The values that the bodies have at one place, each once. */
function valuesAt(bodies: unknown[], path: Path): unknown[] {
  const values = bodies.map((body) => at(body, path)).filter((value) => value !== undefined);
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}
