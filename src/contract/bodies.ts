import { isRefusal } from '../client/envelope.ts';
import { endOf } from '../client/refusals.ts';
import { documents } from '../documents/documents.ts';
import { isObject, parentOf, valueAt } from '../documents/json.ts';
import type { Schema } from '../documents/openapi.ts';
import { type Places, placesOf } from '../documents/places.ts';
import { compile, type Validator } from './ajv.ts';
import {
  codeIn,
  codesOfStatus,
  type DocumentedOperation,
  responseSchema,
  statusesOfCode,
} from './documented.ts';
import { type DocumentedField, documentedFields } from './fields.ts';
import type { Kind } from './kinds.ts';
import { mergeMoves } from './moved.ts';
import { jsonType, maskValue, type Problem, problemsFrom } from './problems.ts';

/** Finds what is wrong with the body of a response, by the schema that is documented for its status. */
export function findBodyProblems(
  documented: DocumentedOperation,
  status: number,
  body: unknown,
): Problem[] {
  const schema = responseSchema(documented, status);
  if (!schema) return [];
  const validate = validatorFor(documented, schema);
  const broken = validate(body) ? [] : problemsFrom(validate.errors ?? []);
  const found = mergeMoves(schema, body, broken);
  const locations = new Set(found.map(({ location }) => location));
  const fields = documentedFields(schema, body);
  const others = [
    ...findStatedRuleProblems(fields),
    ...findTaskProblems(fields, body, placesOf(documented.provider)),
  ].filter(({ location }) => !locations.has(location) && locations.add(location));
  return addCodeProblem(documented, status, body, [...found, ...others]);
}

/** The other statuses for which the body of a response would be right. */
export function statusesThatFit(
  documented: DocumentedOperation,
  status: number,
  body: unknown,
): number[] {
  const code = codeIn(documented, body)?.code;
  const candidates =
    code === undefined
      ? Object.keys(documented.operation.responses).map(Number)
      : statusesOfCode(documented, code);
  return candidates.filter((each) => each !== status && fits(documented, each, body));
}

/** Whether nothing is wrong with the body of a response, without finding out what is: that would take far longer. */
function fits(documented: DocumentedOperation, status: number, body: unknown): boolean {
  const schema = responseSchema(documented, status);
  if (!schema) return true;
  const isRight = validatorFor(documented, schema)(body);
  return isRight && findBodyProblems(documented, status, body).length === 0;
}

/** The kind of a wrong code. Nobody promises that the envelope's own is 0 under 200: samples have it so, and other codes were seen. */
export const kindOfCode = (status: number, pointer: string): Kind =>
  status < 300 && pointer === '/code' ? 'answer-code-contested' : 'answer-code';

/** Adds the problem of a wrong service code once, whether the schema restricts the code or only the examples list it. */
function addCodeProblem(
  documented: DocumentedOperation,
  status: number,
  body: unknown,
  problems: Problem[],
): Problem[] {
  const found = codeIn(documented, body);
  const codes = codesOfStatus(documented, status);
  if (!found || codes?.has(found.code)) return problems;
  const problem: Problem = {
    kind: kindOfCode(status, found.pointer),
    location: found.pointer,
    expected: [...(codes ?? [])],
    actual: found.code,
  };
  // A refusal with status 200 breaks the schema of the expected response in every field.
  if (status < 300 && isRefusal(found.code)) return [problem];
  return [problem, ...problems.filter(({ location }) => location !== found.pointer)];
}

const validators = new WeakMap<Schema, Validator>();
/** By the schema's text, as refusals have the same schema for every status. */
const validatorsByText = new Map<string, Validator>();

/** The validator of a schema: compiled when it is first needed, and then kept. */
function validatorFor({ provider }: DocumentedOperation, schema: Schema): Validator {
  const cached = validators.get(schema);
  if (cached) return cached;
  const text = JSON.stringify(schema);
  const validate = validatorsByText.get(text) ?? compile(documents[provider], sealObjects(schema));
  validatorsByText.set(text, validate);
  validators.set(schema, validate);
  return validate;
}

/** A schema with the keywords that open or close an object. */
interface SealableSchema extends Schema {
  additionalProperties?: unknown;
  unevaluatedProperties?: unknown;
}

/**
 * A copy of a schema in which every object that lists its fields takes no others. Documents leave objects open, so
 * without this no undocumented field would be found. An object that lists no fields, or says itself what else it takes,
 * stays as it is.
 */
export function sealObjects(schema: SealableSchema, isPart = false): SealableSchema {
  const { properties, items, allOf, anyOf, oneOf } = schema;
  const hasFields = properties !== undefined || allOf?.some((part) => part.properties) === true;
  // A branch cannot see the fields beside it. Where the object around it is sealed, the branch must stay open.
  const sealBranch = (branch: Schema) => sealObjects(branch, isPart || hasFields);
  const isOpen =
    schema.additionalProperties === undefined && schema.unevaluatedProperties === undefined;
  return {
    ...schema,
    ...(properties && { properties: sealProperties(properties) }),
    ...(items && { items: sealObjects(items) }),
    ...(allOf && { allOf: allOf.map((part) => sealObjects(part, true)) }),
    ...(anyOf && { anyOf: anyOf.map(sealBranch) }),
    ...(oneOf && { oneOf: oneOf.map(sealBranch) }),
    ...(hasFields && isOpen && !isPart && { unevaluatedProperties: false }),
  };
}

function sealProperties(
  properties: Record<string, Schema | boolean>,
): Record<string, Schema | boolean> {
  const entries = Object.entries(properties).map(([name, field]) => [
    name,
    typeof field === 'boolean' ? field : sealObjects(field),
  ]);
  return Object.fromEntries(entries);
}

/** A rule that a document states in words, as no keyword of JSON Schema can express it. */
interface StatedRule {
  kind: Kind;
  expected: string;
  /** Whether the rule is about this field. */
  appliesTo: (field: DocumentedField) => boolean;
  holds: (value: unknown) => boolean;
}

const isText = ({ schema }: DocumentedField) => [schema.type].flat().includes('string');

const statedRules: StatedRule[] = [
  {
    kind: 'answer-time-unit',
    expected: 'Unix time in milliseconds',
    appliesTo: ({ schema }) => /Unix time in milliseconds/.test(schema.description ?? ''),
    holds: (value) => typeof value !== 'number' || isTime(value),
  },
  {
    kind: 'answer-value',
    expected: 'an address',
    appliesTo: (field) => isText(field) && /(^|_)url(_|$)/.test(field.name),
    holds: (value) =>
      typeof value !== 'string' || value === '' || (/^https?:/.test(value) && URL.canParse(value)),
  },
  {
    kind: 'answer-value',
    expected: 'seconds as a number',
    appliesTo: (field) => isText(field) && /(^|_)duration(_|$)/.test(field.name),
    holds: (value) => typeof value !== 'string' || value === '' || /^\d+(\.\d+)?$/.test(value),
  },
];

/** Finds where a body breaks a rule that the document states in words. */
function findStatedRuleProblems(fields: DocumentedField[]): Problem[] {
  return fields.flatMap((field) =>
    statedRules
      // Most values break none, which is quicker to see than what their field is.
      .filter(({ appliesTo, holds }) => !holds(field.value) && appliesTo(field))
      .map(({ kind, expected }) => ({
        kind,
        location: field.pointer,
        expected,
        actual: maskValue(field.value),
      })),
  );
}

/** Finds where a task has no id or contradicts itself: it has failed and does not say why, or was changed before it was created. */
function findTaskProblems(fields: DocumentedField[], body: unknown, places: Places): Problem[] {
  const told = [places.id, places.reason, places.updatedAt];
  return fields.flatMap(({ name, pointer: location, value }): Problem[] => {
    const place = `/${name}`;
    if (!told.includes(place)) return [];
    const task = valueAt(body, parentOf(location));
    if (!isObject(task)) return [];
    if (place === places.id && value === '')
      return [{ kind: 'answer-value', location, expected: 'an id', actual: '' }];
    const isFailed = endOf(String(valueAt(task, places.status))) === 'failed';
    if (place === places.reason && isFailed && !hasText(value)) {
      const actual = jsonType(value);
      return [{ kind: 'answer-reason-missing', location, expected: 'a reason', actual }];
    }
    const created = valueAt(task, places.createdAt);
    const isEarlier = isTime(value) && isTime(created) && value < created;
    return place === places.updatedAt && isEarlier
      ? [{ kind: 'answer-time-order', location, expected: created, actual: value }]
      : [];
  });
}

/** Whether a value can be a time in milliseconds: between 1973 and 5138. */
const isTime = (value: unknown): value is number =>
  typeof value === 'number' && value >= 1e11 && value < 1e14;

const hasText = (value: unknown) => value !== undefined && value !== null && value !== '';
