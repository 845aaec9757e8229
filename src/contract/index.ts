export type { Action, OperationRef } from './answers/routes.ts';
export { check, type Violation } from './check.ts';
export type { ApiOperation, Media, OpenApiDocument, Parameter, Schema } from './document.ts';
export { documents, inputSchema, type ProviderName, pathOf, providerNames } from './documents.ts';
export { CouldNotCheck, type Finding, type Report } from './drift/finding.ts';
export {
  type CreatedTask,
  driftLive,
  type LiveOptions,
  type LiveReport,
} from './drift/live/index.ts';
export { type DriftProxy, driftProxy, type ProxyOptions } from './drift/proxy.ts';
export { type Recording, readRecordings } from './drift/record.ts';
export { type ReportDriftOptions, reportDrift } from './drift/report-drift.ts';
export { triangulate } from './drift/triangulate.ts';
export { toMatchContract } from './matcher.ts';
export { ruleOf } from './rules.ts';
export { type Answer, validate, validateAnswer } from './validate.ts';
