import { isObject } from '../../documents/json.ts';

/** Keywords of OpenAPI that say something to people only. */
const prose = new Set([
  'description',
  'summary',
  'title',
  'example',
  'examples',
  'externalDocs',
  'tags',
  'operationId',
  'deprecated',
  'xml',
]);

/** Keywords whose keys are names of the provider's own, so none of them is a keyword. */
const named = new Set([
  'properties',
  'patternProperties',
  'dependentSchemas',
  '$defs',
  'paths',
  'webhooks',
  'responses',
  'headers',
  'content',
  'callbacks',
  'schemas',
  'parameters',
  'requestBodies',
  'securitySchemes',
]);

/** Keywords whose order and repetitions mean nothing. */
const unordered = new Set(['enum', 'required', 'type']);

/** Whether what stands under this key is a table of names; `isNames` says whether the key itself is one of them. */
export const holdsNames = (key: string, isNames: boolean): boolean => !isNames && named.has(key);

/** Whether a key of OpenAPI is prose, or an extension. */
export const isProse = (key: string): boolean => prose.has(key) || key.startsWith('x-');

/** A copy without prose and extensions. */
export function withoutProse(node: unknown, isNames = false): unknown {
  if (Array.isArray(node)) return node.map((item) => withoutProse(item));
  if (!isObject(node)) return node;
  const kept = Object.entries(node).filter(([key]) => isNames || !isProse(key));
  return Object.fromEntries(
    kept.map(([key, child]) => [key, withoutProse(child, holdsNames(key, isNames))]),
  );
}

/** What a node means, as a text: the same for two nodes that differ in prose, order or repetitions only. */
export function canonical(node: unknown): string {
  return JSON.stringify(sorted(withoutProse(node))) ?? '';
}

function sorted(node: unknown, key = ''): unknown {
  if (Array.isArray(node)) {
    const items = node.map((item) => sorted(item));
    if (!unordered.has(key)) return items;
    return [...new Set(items.map((item) => JSON.stringify(item)))].sort();
  }
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.keys(node)
      .sort()
      .map((name) => [name, sorted(node[name], name)]),
  );
}
