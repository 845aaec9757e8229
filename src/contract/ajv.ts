import type { ErrorObject } from 'ajv';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { dereference, type OpenApiDocument, type Schema } from './document.ts';

/** What a value breaks, as ajv reports it. */
export type SchemaError = ErrorObject;

/**
 * Makes a validator from a schema of the document: 2020-12, strict, formats on.
 * @throws when the schema does not compile, which in other tools switches validation off without a word
 */
export function compile(document: OpenApiDocument, schema: Schema): ValidateFunction {
  return ajv().compile(dereference(document, schema));
}

function ajv(): Ajv2020 {
  const made = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
  formats.default(made);
  return made;
}
