export { check, type Violation } from '../documents/check.ts';
export {
  documents,
  inputSchema,
  type ProviderName,
  pathOf,
  providerNames,
} from '../documents/documents.ts';
export type {
  ApiOperation,
  Media,
  OpenApiDocument,
  Parameter,
  Schema,
} from '../documents/openapi.ts';
export { ruleOf } from '../documents/rules.ts';
export type { Action, OperationRef } from './documented.ts';
export type { Finding } from './finding.ts';
export { type Answer, toMatchContract, validate, validateAnswer } from './validate.ts';
