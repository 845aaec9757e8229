export { check, type Violation } from './check.ts';
export type { ApiOperation, Media, OpenApiDocument, Parameter, Schema } from './document.ts';
export { documents, inputSchema, type ProviderName, pathOf, providerNames } from './documents.ts';
export { ruleOf } from './rules.ts';
