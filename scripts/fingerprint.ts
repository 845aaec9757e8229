/** A short hash of what an operation means to a program: structure without prose. */
import { createHash } from 'node:crypto';
import { type OpenApiDocument, resolve } from '../src/documents/openapi.ts';

const prose = new Set([
  'description',
  'summary',
  'title',
  'example',
  'examples',
  'tags',
  'operationId',
]);

/** Follows references, drops prose, sorts keys; names of properties are kept whatever they are. */
function structure(document: OpenApiDocument, node: unknown, isNames = false): unknown {
  const value = resolve(document, node);
  if (Array.isArray(value)) return value.map((item) => structure(document, item));
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(
    ([key]) => isNames || !(prose.has(key) || key.startsWith('x-')),
  );
  return Object.fromEntries(
    kept
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, child]) => [key, structure(document, child, key === 'properties')]),
  );
}

export function fingerprint(document: OpenApiDocument, operation: object): string {
  return createHash('sha256')
    .update(JSON.stringify(structure(document, operation)))
    .digest('hex')
    .slice(0, 16);
}
