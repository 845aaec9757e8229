import { createRequire } from 'node:module';
import { dereference, type OpenApiDocument, type Schema } from '../documents/openapi.ts';

/**
 * What a value breaks, as ajv reports it, with the schema and the value concerned. Described here, so that no type of this
 * package needs those of ajv.
 */
export interface SchemaError {
  keyword: string;
  instancePath: string;
  schemaPath: string;
  /** What the rule was about, such as the name that is missing. */
  params: Record<string, string | number>;
  message?: string | undefined;
  schema?: unknown;
  parentSchema?: object | undefined;
  data?: unknown;
}

/** Says whether a value keeps a schema's rules, and keeps what the last one broke. */
export interface Validator {
  (value: unknown): boolean;
  errors?: SchemaError[] | null | undefined;
}

/**
 * Makes a validator from a schema of the document: 2020-12, strict, formats on. Takes a millisecond or more, so keep
 * what it gives.
 * @throws when the schema does not compile, which in other tools switches validation off without a word
 * @throws {TypeError} ajv or ajv-formats is not installed
 */
export function compile(document: OpenApiDocument, schema: Schema): Validator {
  ajv ??= makeAjv();
  return ajv.compile(dereference(document, schema));
}

let ajv: ReturnType<typeof makeAjv> | undefined;

/** ajv is an optional peer: loaded when it is first needed, so that all the rest works without it. */
function makeAjv() {
  const require = createRequire(import.meta.url);
  try {
    const { Ajv2020 }: typeof import('ajv/dist/2020.js') = require('ajv/dist/2020.js');
    const { default: addFormats }: typeof import('ajv-formats').default = require('ajv-formats');
    const made = new Ajv2020({
      strict: true,
      allowUnionTypes: true,
      allErrors: true,
      verbose: true,
    });
    addFormats(made);
    return made;
  } catch (cause) {
    const message = 'checking answers needs ajv: npm install --save-dev ajv ajv-formats';
    throw new TypeError(message, { cause });
  }
}
