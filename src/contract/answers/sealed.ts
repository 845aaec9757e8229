import type { Schema } from '../../documents/openapi.ts';

/** The keywords beyond {@link Schema} that open or close an object. */
export interface Sealable extends Schema {
  allOf?: Sealable[];
  additionalProperties?: unknown;
  unevaluatedProperties?: unknown;
}

/**
 * A copy of a schema in which every object that lists its fields takes no others. Documents leave objects open, so
 * without this an undocumented field is never seen. An object that lists no fields, or says itself what else it
 * takes, stays as it is.
 */
export function sealed(schema: Sealable, isPart = false): Sealable {
  const { properties, items, allOf, anyOf, oneOf } = schema;
  const isListed = properties !== undefined || allOf?.some((part) => part.properties) === true;
  // What is closed outside must not be closed inside of a branch, which does not know the fields beside it.
  const branch = (each: Schema) => sealed(each, isPart || isListed);
  const isOpen =
    schema.additionalProperties === undefined && schema.unevaluatedProperties === undefined;
  return {
    ...schema,
    ...(properties && { properties: mapValues(properties) }),
    ...(items && { items: sealed(items) }),
    ...(allOf && { allOf: allOf.map((part) => sealed(part, true)) }),
    ...(anyOf && { anyOf: anyOf.map(branch) }),
    ...(oneOf && { oneOf: oneOf.map(branch) }),
    ...(isListed && isOpen && !isPart && { unevaluatedProperties: false }),
  };
}

function mapValues(properties: Record<string, Schema | boolean>): Record<string, Schema | boolean> {
  const entries = Object.entries(properties).map(([name, field]) => [
    name,
    typeof field === 'boolean' ? field : sealed(field),
  ]);
  return Object.fromEntries(entries);
}

/** The schema, and in place of its choices the branch that a value is most like: by the names of its fields. */
export function likest(schema: Schema, value: unknown): Schema {
  const branches = schema.anyOf ?? schema.oneOf;
  if (!branches || typeof value !== 'object' || value === null) return schema;
  const names = Object.keys(value);
  const score = ({ properties = {}, required = [] }: Schema) =>
    names.filter((name) => name in properties).length +
    required.filter((name) => names.includes(name)).length / 2;
  const best = branches.reduce((a, b) => (score(b) > score(a) ? b : a));
  const { anyOf: _anyOf, oneOf: _oneOf, ...common } = schema;
  return {
    ...common,
    ...likest(best, value),
    properties: { ...common.properties, ...best.properties },
    required: [...(common.required ?? []), ...(best.required ?? [])],
  };
}
