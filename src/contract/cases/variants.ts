import type { Schema } from '../../documents/openapi.ts';

/**
 * What a schema allows, without its choice: one schema for each branch, in which the branch's rules stand beside the
 * common ones. Where both have a rule of one kind the branch's stands, so values made from this are to be checked.
 */
export function variantsOf(schema: Schema): Schema[] {
  const { oneOf, ...common } = schema;
  return oneOf ? oneOf.flatMap((branch) => variantsOf(merged(common, branch))) : [schema];
}

function merged(a: Schema, b: Schema): Schema {
  const properties = { ...a.properties };
  for (const [name, field] of Object.entries(b.properties ?? {})) {
    const known = properties[name];
    const isBoth = known instanceof Object && field instanceof Object;
    properties[name] = isBoth ? merged(known, field) : known === false ? false : field;
  }
  return {
    ...a,
    ...b,
    required: [...(a.required ?? []), ...(b.required ?? [])],
    properties,
    ...(a.items && b.items && { items: merged(a.items, b.items) }),
  };
}
