/** Makes documents comparable: follows references, writes OpenAPI 3.0 as 3.1, leaves prose out. */

import { assertAtMost } from '../../contract/modest-json.ts';
import {
  decodeUri,
  isObject,
  type JsonObject,
  listOf,
  objectOf,
  textsOf,
  valueAt,
} from '../../documents/json.ts';
import { limits } from './limits.ts';

/** Keywords that hold a value, in which nothing is a reference. */
const values = new Set(['default', 'enum', 'const']);

/** Stands where a schema contains itself: what would follow has been compared already. */
const recursive = { 'x-recursive': true };

/**
 * A copy of a document in which every `$ref` is replaced by what it points to, and OpenAPI 3.0's `nullable` and
 * `exclusiveMaximum: true` are written as in 3.1. A pointer into the copy leads to where a thing is used, not to the
 * component that it comes from. Examples are left out, and so are components, which now stand where they are used.
 * @throws {RangeError} a reference leads nowhere or out of the document, or the copy grows too large
 */
export function inline(document: unknown): JsonObject {
  const count = counter();
  const copy = (
    node: unknown,
    open: readonly string[],
    depth: number,
    isNames = false,
  ): unknown => {
    count(node, depth);
    if (Array.isArray(node)) return node.map((item) => copy(item, open, depth + 1));
    if (!isObject(node)) return node;
    if (!isNames && typeof node.$ref === 'string') return follow(node, node.$ref, open, depth);
    for (const branches of isNames ? [] : [node.allOf, node.oneOf, node.anyOf]) {
      assertAtMost(limits.branches, listOf(branches).length, 'branches of one schema');
    }
    const kept = Object.entries(node).filter(([key]) => isNames || !/^examples?$/.test(key));
    const copied: JsonObject = Object.fromEntries(
      kept.map(([key, child]) => [
        key,
        !isNames && values.has(key)
          ? countAll(child, depth + 1, count)
          : copy(child, open, depth + 1, holdsNames(key, isNames)),
      ]),
    );
    return isNames ? copied : toOpenApi31(copied);
  };
  const follow = (node: JsonObject, pointer: string, open: readonly string[], depth: number) => {
    if (open.includes(pointer)) return recursive;
    const isPointer = pointer.startsWith('#') && pointer.length <= limits.line;
    const target = isPointer ? valueAt(document, decodeUri(pointer)) : undefined;
    if (target === undefined) throw new RangeError(`refers to ${pointer}, which is not in it`);
    const { $ref: _, ...siblings } = node;
    const inlined = copy(target, [...open, pointer], depth + 1);
    return isObject(inlined) ? { ...inlined, ...siblings } : inlined;
  };
  const { components, ...rest } = objectOf(document);
  const { securitySchemes } = objectOf(components);
  return objectOf(copy({ ...rest, components: { securitySchemes } }, [], 0));
}

/** Makes a function that counts the values of a document, and stops at the limits. */
function counter(): (node: unknown, depth: number) => void {
  let nodes = 0;
  return (node, depth) => {
    nodes += 1;
    if (nodes > limits.nodes || depth > limits.depth) {
      throw new RangeError('is too large once its references are followed');
    }
    const names = typeof node === 'object' && node !== null ? Object.keys(node) : [];
    assertAtMost(limits.entries, names.length, 'entries in one list or object');
    for (const name of names) assertAtMost(limits.name, name.length, 'characters in one name');
  };
}

/** The same value, with all that is in it counted. */
function countAll(value: unknown, depth: number, count: ReturnType<typeof counter>): unknown {
  count(value, depth);
  const inside = typeof value === 'object' && value !== null ? Object.values(value) : [];
  for (const each of inside) countAll(each, depth + 1, count);
  return value;
}

/** Whether a schema was cut off here because it contains itself. */
export const isRecursive = (schema: unknown): boolean =>
  isObject(schema) && schema['x-recursive'] === true;

const bounds = [
  ['maximum', 'exclusiveMaximum'],
  ['minimum', 'exclusiveMinimum'],
] as const;

/** Writes the keywords that only OpenAPI 3.0 has as JSON Schema does. */
function toOpenApi31({ nullable, ...schema }: JsonObject): JsonObject {
  let result = nullable === true ? withNull(schema) : schema;
  for (const [limit, exclusive] of bounds) {
    if (typeof result[exclusive] !== 'boolean') continue;
    const { [limit]: bound, [exclusive]: isExclusive, ...others } = result;
    result = { ...others, [isExclusive ? exclusive : limit]: bound };
  }
  return result;
}

/** The same schema, with null allowed. */
export function withNull(schema: JsonObject): JsonObject {
  const { type, enum: listed } = schema;
  return {
    ...schema,
    ...(type === undefined ? {} : { type: [...new Set([...textsOf(type), 'null'])] }),
    ...(Array.isArray(listed) ? { enum: [...new Set([...listed, null])] } : {}),
  };
}

/** Keywords of OpenAPI that only people read. */
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

/** Whether a keyword of OpenAPI is prose or an extension. */
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

/** Keywords whose keys are the provider's own names: a field called `title` is no prose. */
const tables = new Set([
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

/** Whether the keys under this one are names; `isName` says whether this key is itself a name. */
const holdsNames = (key: string, isName: boolean): boolean => !isName && tables.has(key);

/** Keywords whose order and repetitions mean nothing. */
const unordered = new Set(['enum', 'required', 'type']);

/** The meaning of a node as text: equal for two nodes that differ only in prose, order or repetitions. */
export function canonical(node: unknown): string {
  return JSON.stringify(sort(withoutProse(node))) ?? '';
}

function sort(node: unknown, key = ''): unknown {
  if (Array.isArray(node)) {
    const items = node.map((item) => sort(item));
    if (!unordered.has(key)) return items;
    return [...new Set(items.map((item) => JSON.stringify(item)))].sort();
  }
  if (!isObject(node)) return node;
  return Object.fromEntries(
    Object.keys(node)
      .sort()
      .map((name) => [name, sort(node[name], name)]),
  );
}
