import type { Field, FieldTable } from '../../generated/fields.ts';
import type { Query } from './dialect.ts';
import { isObject } from './json.ts';

/** How deep a value may be nested where the document lets anything stand. */
const mostLevels = 20;

/** The first field, or place in a list, that the document does not have, such as `config.speed`. */
export function findExcess(
  value: unknown,
  field: Field | undefined,
  level = 0,
): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, child] of Object.entries(value)) {
    const inner = level < mostLevels ? fieldIn(field, Array.isArray(value), name) : undefined;
    if (inner === undefined) return name;
    const excess = findExcess(child, inner, level + 1);
    if (excess !== undefined) return `${name}.${excess}`;
  }
  return undefined;
}

/** What may stand in a field of an object, or in a list; undefined when nothing may. */
function fieldIn(field: Field | undefined, isInList: boolean, name: string): Field | undefined {
  if (field === undefined || typeof field === 'string') return field === 'any' ? field : undefined;
  if (Array.isArray(field)) return isInList ? field[0] : undefined;
  return !isInList && Object.hasOwn(field, name)
    ? (field as Record<string, Field>)[name]
    : undefined;
}

/** Where the first generation's fields have gone that changed their names. */
const renamed = new Map([
  ['model_name', 'model'],
  ['mode', 'settings.resolution'],
  ['sound', 'settings.audio'],
  ['image', 'contents'],
  ['image_tail', 'contents'],
]);

/**
 * Checks that the document has the route of a request, and there each field of its body.
 * @throws {TypeError} it has not
 */
export function checkFields(provider: string, table: FieldTable, { route, body }: Query): void {
  if (!body) return;
  const field = table[route]?.POST;
  if (!isObject(field))
    throw new TypeError(`${provider} has no ${route.slice(0, 80)}: which model is meant?`);
  const name = findExcess(body, field);
  if (name === undefined) return;
  const holder = Object.keys(field).find((each) => fieldIn(field[each] as Field, false, name));
  const place = holder ? `${holder}.${name}` : renamed.get(name);
  const hint = place ? `it is ${place} there` : 'it would be ignored, and the result charged';
  throw new TypeError(
    `${provider} has no field ${JSON.stringify(name.slice(0, 80))} at ${route}: ${hint}`,
  );
}
