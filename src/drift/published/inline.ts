import {
  decodeUri,
  isObject,
  type JsonObject,
  objectOf,
  textsOf,
  valueAt,
} from '../../documents/json.ts';
import { holdsNames } from './canonical.ts';

/** Far above any real document, and reached within a second. */
const limits = { nodes: 300_000, depth: 150 };

/** Keywords that hold a value, in which nothing is a reference. */
const values = new Set(['default', 'enum', 'const']);

/** Stands where a schema comes back to itself; what is there is known already. */
const recursive = { 'x-recursive': true };

/** Whether a schema was cut here because it contains itself. */
export const isRecursive = (schema: unknown): boolean =>
  isObject(schema) && schema['x-recursive'] === true;

/**
 * A copy of a document in which every `$ref` is replaced by what it points to, and OpenAPI 3.0's `nullable` and
 * `exclusiveMaximum: true` are written as 3.1 does. Pointers into it are pointers of use: what stands behind a reference
 * is found where it is used. Examples are left out, and components, as all of them are in place.
 * @throws {RangeError} a reference leads nowhere or out of the document, or the copy grows too large
 */
export function inline(document: unknown): JsonObject {
  let nodes = 0;
  const copy = (
    node: unknown,
    open: readonly string[],
    depth: number,
    isNames = false,
  ): unknown => {
    nodes += 1;
    if (nodes > limits.nodes || depth > limits.depth) {
      throw new RangeError('is too large once its references are followed');
    }
    if (Array.isArray(node)) return node.map((item) => copy(item, open, depth + 1));
    if (!isObject(node)) return node;
    if (!isNames && typeof node.$ref === 'string') return follow(node, node.$ref, open, depth);
    const kept = Object.entries(node).filter(([key]) => isNames || !/^examples?$/.test(key));
    const copied: JsonObject = Object.fromEntries(
      kept.map(([key, child]) => [
        key,
        !isNames && values.has(key)
          ? child
          : copy(child, open, depth + 1, holdsNames(key, isNames)),
      ]),
    );
    return isNames ? copied : modern(copied);
  };
  const follow = (node: JsonObject, pointer: string, open: readonly string[], depth: number) => {
    if (open.includes(pointer)) return recursive;
    const target = pointer.startsWith('#') ? valueAt(document, decodeUri(pointer)) : undefined;
    if (target === undefined) throw new RangeError(`refers to ${pointer}, which is not in it`);
    const { $ref: _, ...siblings } = node;
    const inlined = copy(target, [...open, pointer], depth + 1);
    return isObject(inlined) ? { ...inlined, ...siblings } : inlined;
  };
  const { components, ...rest } = objectOf(document);
  const { securitySchemes } = objectOf(components);
  return objectOf(copy({ ...rest, components: { securitySchemes } }, [], 0));
}

const bounds = [
  ['maximum', 'exclusiveMaximum'],
  ['minimum', 'exclusiveMinimum'],
] as const;

/** OpenAPI 3.0 said some things in its own words. */
function modern({ nullable, ...schema }: JsonObject): JsonObject {
  let result = nullable === true ? withNull(schema) : schema;
  for (const [limit, exclusive] of bounds) {
    if (typeof result[exclusive] !== 'boolean') continue;
    const { [limit]: bound, [exclusive]: isExclusive, ...others } = result;
    result = { ...others, [isExclusive ? exclusive : limit]: bound };
  }
  return result;
}

/** The same schema, null allowed. */
export function withNull(schema: JsonObject): JsonObject {
  const { type, enum: values } = schema;
  return {
    ...schema,
    ...(type === undefined ? {} : { type: [...new Set([...textsOf(type), 'null'])] }),
    ...(Array.isArray(values) ? { enum: [...new Set([...values, null])] } : {}),
  };
}
