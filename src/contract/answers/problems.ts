import { join } from '../../documents/json.ts';
import type { Schema } from '../../documents/openapi.ts';
import { ruleOf } from '../../documents/rules.ts';
import type { SchemaError } from '../ajv.ts';
import type { Kind } from '../kinds.ts';

/** One thing that is wrong with the body of an answer. */
export interface Problem {
  kind: Kind;
  /** JSON pointer into the body; `status` or `content-type` for what is not in it. */
  location: string;
  expected: unknown;
  actual: unknown;
}

/** What ajv says, one problem for each place: of a choice what the nearest branch says, of a place the worst. */
export function problemsOf(errors: SchemaError[]): Problem[] {
  const worst = new Map<string, SchemaError>();
  for (const error of nearest(errors)) {
    const place = locationOf(error);
    const known = worst.get(place);
    if (!known || rank(error) < rank(known)) worst.set(place, error);
  }
  return [...worst].map(([location, error]) => ({ location, ...meaningOf(error) }));
}

/** Keywords from the one that explains most; of others the first counts. */
const order = ['type', 'const', 'enum', 'required', 'unevaluatedProperties'];
const rank = ({ keyword }: SchemaError) => {
  const at = order.indexOf(keyword);
  return at < 0 ? order.length : at;
};

/** A value that fits no branch breaks rules in all of them; those of the branch that it misses least are meant. */
function nearest(errors: SchemaError[]): SchemaError[] {
  const choice = errors.find(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
  if (!choice) return errors;
  const isInside = (error: SchemaError) => error.schemaPath.startsWith(`${choice.schemaPath}/`);
  const branches = grouped(errors.filter(isInside), (error) => branchOf(error, choice));
  const [best = [{ ...choice, keyword: 'choice' }]] = [...branches.values()].sort(
    (a, b) => a.length - b.length,
  );
  return nearest([...errors.filter((each) => each !== choice && !isInside(each)), ...best]);
}

const branchOf = (error: SchemaError, choice: SchemaError) =>
  error.schemaPath.slice(choice.schemaPath.length + 1).split('/')[0] ?? '';

function grouped<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}

function locationOf({ keyword, instancePath, params }: SchemaError): string {
  if (keyword === 'required') return join(instancePath, String(params.missingProperty));
  const extra = params.unevaluatedProperty ?? params.additionalProperty;
  return extra === undefined ? instancePath : join(instancePath, extra);
}

function meaningOf(error: SchemaError): Omit<Problem, 'location'> {
  const { keyword, params, data } = error;
  const schema = (error.parentSchema ?? {}) as Schema;
  if (keyword === 'required') {
    const field = schema.properties?.[String(params.missingProperty)];
    const expected = typeof field === 'object' ? ruleOf(field) : 'a field';
    return { kind: 'answer-field-missing', expected, actual: 'nothing' };
  }
  const extra = params.unevaluatedProperty ?? params.additionalProperty;
  if (extra !== undefined) {
    const actual = kindOf(Reflect.get(Object(data), extra));
    return { kind: 'answer-field-undocumented', expected: 'no such field', actual };
  }
  if (keyword === 'type') {
    const expected = [schema.type ?? params.type].flat().join(' or ');
    return { kind: data === null ? 'answer-null' : 'answer-type', expected, actual: kindOf(data) };
  }
  if (keyword === 'enum' || keyword === 'const') {
    const expected = schema.enum ?? [schema.const];
    return { kind: 'answer-enum', expected, actual: safe(data) };
  }
  return { kind: 'answer-value', expected: ruleOf(schema) || keyword, actual: safe(data) };
}

/** The JSON type of a value. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

/** A value as it may be shown: numbers, and words that are a provider's and not a user's. */
export function safe(value: unknown): unknown {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return kindOf(value);
  return /^[A-Za-z_-]{0,24}$/.test(value) ? value : `a text of ${[...value].length} characters`;
}
