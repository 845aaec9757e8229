import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { dereference, type OpenApiDocument, type Schema } from '../documents/openapi.ts';

/** A broken rule as ajv reports it. Described here, so that no type of this package needs those of ajv. */
export interface SchemaError {
  keyword: string;
  /** JSON pointer to the value. */
  instancePath: string;
  /** JSON pointer to the rule. */
  schemaPath: string;
  /** What the rule was about, such as the name that is missing. */
  params: Record<string, string | number>;
  message?: string | undefined;
  schema?: unknown;
  parentSchema?: object | undefined;
  data?: unknown;
}

/** Says whether a value keeps the rules of a schema, and has what the last value broke in `errors`. */
export interface Validator {
  (value: unknown): boolean;
  errors?: SchemaError[] | null | undefined;
}

/**
 * Makes a validator from a schema of the document: draft 2020-12, strict, with formats. This takes a millisecond or more,
 * so keep the result.
 * @throws when the schema does not compile. Other tools turn validation off then, and do not say so.
 */
export function compile(document: OpenApiDocument, schema: Schema): Validator {
  return ajv.compile(dereference(document, schema));
}

const ajv = new Ajv2020({
  ...{ strict: true, allowUnionTypes: true, allErrors: true, verbose: true },
  // To make the code of a validator smaller takes longer than all that it is asked for here.
  code: { optimize: false },
});
formats.default(ajv);
// These say what is known about a value or a rule, and forbid nothing.
for (const known of ['x-retired', 'x-retired-answer', 'x-inferred', 'x-media'])
  ajv.addKeyword(known);
