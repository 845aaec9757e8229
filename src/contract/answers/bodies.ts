import { documents } from '../../documents/documents.ts';
import type { Media, Schema } from '../../documents/openapi.ts';
import { compile, type Validator } from '../ajv.ts';
import { codeIn, codesOf, statusesOf } from './codes.ts';
import { meaningProblems } from './meanings.ts';
import { withMoves } from './moved.ts';
import { type Problem, problemsOf } from './problems.ts';
import type { Documented } from './routes.ts';
import { sealed } from './sealed.ts';

const validators = new WeakMap<Schema, Validator>();
/** By the schema's text: refusals have the same schema under every status. */
const compiled = new Map<string, Validator>();

/** Compiled when it is first needed, and kept. */
function validatorOf({ provider }: Documented, schema: Schema): Validator {
  const known = validators.get(schema);
  if (known) return known;
  const text = JSON.stringify(schema);
  const validate = compiled.get(text) ?? compile(documents[provider], sealed(schema));
  compiled.set(text, validate);
  validators.set(schema, validate);
  return validate;
}

/** What is documented as the body under a status. */
export function mediaOf(documented: Documented, status: number): Record<string, Media> | undefined {
  return documented.operation.responses[status]?.content;
}

/** What is wrong with a body, under the schema of a status. */
export function bodyProblems(documented: Documented, status: number, body: unknown): Problem[] {
  const schema = mediaOf(documented, status)?.['application/json']?.schema;
  if (!schema) return [];
  const validate = validatorOf(documented, schema);
  const broken = validate(body) ? [] : problemsOf(validate.errors ?? []);
  const found = withMoves(schema, body, broken);
  const places = new Set(found.map(({ location }) => location));
  const meant = meaningProblems(schema, body).filter(({ location }) => !places.has(location));
  return withCode(documented, status, body, [...found, ...meant]);
}

/** A wrong code is one problem, whether the schema knows it or only the examples do. */
function withCode(
  documented: Documented,
  status: number,
  body: unknown,
  problems: Problem[],
): Problem[] {
  const found = codeIn(documented, body);
  const codes = codesOf(documented).byStatus.get(status);
  if (!found || codes?.has(found.code)) return problems;
  const { pointer, code } = found;
  const problem: Problem = {
    kind: 'answer-code',
    location: pointer,
    expected: [...(codes ?? [])],
    actual: code,
  };
  // A refusal with 200 breaks the schema of what was asked for in every line.
  if (status < 300) return [problem];
  return [problem, ...problems.filter(({ location }) => location !== pointer)];
}

/** The status that an answer would have been right under, when it is wrong under its own. */
export function statusFor(documented: Documented, status: number, body: unknown): number[] {
  const code = codeIn(documented, body)?.code;
  const statuses = Object.keys(documented.operation.responses).map(Number);
  const candidates = code === undefined ? statuses : statusesOf(documented, code);
  return candidates.filter(
    (each) => each !== status && bodyProblems(documented, each, body).length === 0,
  );
}
