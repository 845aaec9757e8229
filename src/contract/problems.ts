import { join } from '../documents/json.ts';
import type { Schema } from '../documents/openapi.ts';
import { ruleOf } from '../documents/rules.ts';
import type { SchemaError } from './ajv.ts';
import type { Kind } from './kinds.ts';

/** Something that is wrong with a response. */
export interface Problem {
  kind: Kind;
  /** JSON pointer into the body; `status` or `content-type` for what is not in the body. */
  location: string;
  expected: unknown;
  actual: unknown;
  /** Whether nobody says so: the rule was concluded from the rest. @default false */
  isInferred?: boolean;
}

/** Turns ajv's errors into one problem per location: where several rules are broken there, the one that explains most. */
export function problemsFrom(errors: SchemaError[]): Problem[] {
  const worst = new Map<string, SchemaError>();
  for (const error of keepBestBranch(errors)) {
    const location = locate(error);
    const known = worst.get(location);
    if (!known || rank(error) < rank(known)) worst.set(location, error);
  }
  return [...worst].map(([location, error]) => ({
    location,
    ...interpret(error),
    ...(isInferred(error) ? { isInferred: true } : {}),
  }));
}

const isInferred = ({ keyword, parentSchema }: SchemaError) =>
  ((parentSchema ?? {}) as Schema)['x-inferred']?.includes(keyword) === true;

/** Keywords in the order in which they explain an error; for all others the first error counts. */
const order = ['type', 'const', 'enum', 'required', 'unevaluatedProperties'];
const rank = ({ keyword }: SchemaError) => {
  const at = order.indexOf(keyword);
  return at < 0 ? order.length : at;
};

/** A value that matches no branch of a choice breaks rules in each of them. Keeps those of the branch with the fewest. */
function keepBestBranch(errors: SchemaError[]): SchemaError[] {
  const choice = errors.find(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf');
  if (!choice) return errors;
  const { schemaPath: path } = choice;
  const branches = new Map<string, SchemaError[]>();
  // The same choice may come for each entry of a list.
  const choices: SchemaError[] = [];
  const others: SchemaError[] = [];
  for (const error of errors) {
    const { schemaPath } = error;
    if (schemaPath.startsWith(`${path}/`)) {
      const branch = schemaPath.slice(path.length + 1).split('/')[0] ?? '';
      const known = branches.get(branch);
      if (known) known.push(error);
      else branches.set(branch, [error]);
    } else (schemaPath === path && error.keyword === choice.keyword ? choices : others).push(error);
  }
  const byLength = [...branches.values()].sort((a, b) => a.length - b.length);
  const best = byLength[0] ?? choices.map((each) => ({ ...each, keyword: 'choice' }));
  return keepBestBranch([...others, ...best]);
}

/** The name of a field that the schema does not have, where that is the error. */
const extraField = ({ params }: SchemaError) =>
  params.unevaluatedProperty ?? params.additionalProperty;

function locate(error: SchemaError): string {
  const { keyword, instancePath, params } = error;
  if (keyword === 'required') return join(instancePath, String(params.missingProperty));
  const extra = extraField(error);
  return extra === undefined ? instancePath : join(instancePath, extra);
}

function interpret(error: SchemaError): Omit<Problem, 'location'> {
  const { keyword, params, data } = error;
  const schema = (error.parentSchema ?? {}) as Schema;
  if (keyword === 'required') {
    const field = schema.properties?.[String(params.missingProperty)];
    const expected = typeof field === 'object' ? ruleOf(field) : 'a field';
    return { kind: 'answer-field-missing', expected, actual: 'nothing' };
  }
  const extra = extraField(error);
  if (extra !== undefined) {
    const actual = jsonType(Reflect.get(Object(data), extra));
    return { kind: 'answer-field-undocumented', expected: 'no such field', actual };
  }
  if (keyword === 'type') {
    const kind = data === null ? 'answer-null' : 'answer-type';
    const expected = [schema.type ?? params.type].flat().join(' or ');
    return { kind, expected, actual: jsonType(data) };
  }
  if (keyword === 'enum' || keyword === 'const') {
    const expected = schema.enum ?? [schema.const];
    return { kind: 'answer-enum', expected, actual: maskValue(data) };
  }
  return { kind: 'answer-value', expected: ruleOf(schema) || keyword, actual: maskValue(data) };
}

/** The JSON type of a value. */
export function jsonType(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'number';
  return typeof value;
}

/** A value in a form that may be shown: numbers as they are, and short words, which are the provider's and not a user's. */
export function maskValue(value: unknown): unknown {
  if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value !== 'string') return jsonType(value);
  return /^[A-Za-z_-]{0,24}$/.test(value) ? value : `a text of ${[...value].length} characters`;
}

/** Describes a problem in one line: what was found where, and what was documented. */
export function describeProblem(problem: Problem): string {
  const location = problem.location || 'the body';
  const describe = descriptions[problem.kind];
  return describe
    ? describe({ ...problem, location })
    : `${location} is ${formatList(problem.actual)}`;
}

const describeCode = ({ expected, actual }: Problem): string =>
  actual instanceof Object && 'code' in actual && 'status' in actual
    ? `${actual.code} came under ${actual.status}, not ${formatList(expected)}`
    : `${actual} came, and ${formatList(expected) || 'no code'} is documented`;

const descriptions: Partial<Record<Kind, (problem: Problem) => string>> = {
  'answer-field-missing': ({ location }) => `${location} is missing`,
  'answer-field-undocumented': ({ location }) => `${location} is not documented`,
  'answer-type': ({ location, actual, expected }) =>
    `${location} is ${withArticle(actual)}, not ${withArticle(expected)}`,
  'answer-null': ({ location }) => `${location} is null`,
  'answer-enum': ({ location, actual, expected }) =>
    `${location} is ${formatList(actual)}, not ${formatList(expected)}`,
  'answer-value': ({ location, actual, expected }) =>
    `${location} is ${formatList(actual)}, not ${formatList(expected)}`,
  'answer-time-unit': ({ location, actual }) =>
    `${location} is ${formatList(actual)}, not Unix time in milliseconds`,
  'answer-other-task': ({ location }) => `${location} is not that of the task asked for`,
  'answer-reason-missing': ({ location }) => `${location} is empty, though the task has failed`,
  'answer-time-order': ({ location, actual, expected }) =>
    `${location} is ${formatList(actual)}, before the task was created at ${formatList(expected)}`,
  'answer-moved': ({ expected, actual }) => `${expected} moved to ${actual}`,
  'answer-status': ({ expected, actual }) =>
    `${actual} came where ${formatList(expected)} is documented`,
  'answer-content-type': ({ expected, actual }) => `${actual} came, not ${formatList(expected)}`,
  'answer-code': describeCode,
  'answer-code-contested': describeCode,
  'limit-not-enforced': ({ location, expected, actual }) =>
    `${location}: ${formatList(actual)} was accepted, though it ${formatList(expected)}`,
  'limit-newly-enforced': ({ location, actual }) =>
    `${location}: ${formatList(actual)} was refused, though it follows every documented rule`,
  'auth-not-required': ({ actual }) => `${actual} came for a request without credentials`,
  'external-id-not-unique': () => 'a second task was created with the same external_task_id',
  'external-id-not-found': ({ actual }) => `${actual} came for the external id of a task`,
  'paging-ignored': ({ expected, actual }) =>
    `${formatList(actual)} came for ${formatList(expected)}`,
  'result-missing': ({ location }) => `${location} is empty, though the task has succeeded`,
  'result-unplayable': ({ location, actual }) => `the file of ${location} ${formatList(actual)}`,
  'recording-differs': ({ location, expected, actual }) =>
    `${location} is ${expected} and ${actual}`,
  'state-backwards': ({ expected, actual }) =>
    `${formatList(actual)} came after ${formatList(expected)}`,
};

/** A value, or the values of an array as `a, b or c`. */
function formatList(value: unknown): string {
  if (!Array.isArray(value)) return value === '' ? 'an empty text' : String(value);
  const items = value.map(formatList);
  if (items.length > 8) return `one of ${items.length} documented values`;
  return items.length > 1 ? `${items.slice(0, -1).join(', ')} or ${items.at(-1)}` : items.join('');
}

function withArticle(type: unknown): string {
  const word = String(type);
  if (word === 'nothing' || word === 'null') return word;
  return `${/^[aeio]/.test(word) ? 'an' : 'a'} ${word}`;
}
