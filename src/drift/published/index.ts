export { type CompareOptions, compareDocuments } from './compare.ts';
export { driftSpec, type UpdatedFile, updateSpec } from './drift-spec.ts';
export { PageError, type PublishedPage, readPublished } from './published.ts';
export type { DriftSpecOptions } from './readings.ts';
export { type UpdateOptions, updateFrom } from './update.ts';
