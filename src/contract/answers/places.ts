import { isObject, join } from '../../documents/json.ts';
import type { Schema } from '../../documents/openapi.ts';
import { likest } from './sealed.ts';

/** A field that a document names, and what an answer has in its place. */
export interface Place {
  pointer: string;
  schema: Schema;
  /** Undefined when the answer has no such field. */
  value: unknown;
  isRequired: boolean;
}

/** Every documented field of an answer: those that are there, and those that are not but could be. */
export function placesOf(schema: Schema, value: unknown, pointer = ''): Place[] {
  const { properties = {}, required = [], items } = likest(schema, value);
  if (Array.isArray(value)) {
    return items ? value.flatMap((item, index) => placesOf(items, item, join(pointer, index))) : [];
  }
  const fields = isObject(value) ? value : {};
  return Object.entries(properties).flatMap(([name, field]): Place[] => {
    if (typeof field === 'boolean') return [];
    const at = join(pointer, name);
    const isRequired = required.includes(name);
    const place = { pointer: at, schema: field, value: fields[name], isRequired };
    // What is inside of a field that may be left out is not missing when it was.
    const isClosed = fields[name] === undefined && !isRequired;
    return [place, ...(isClosed ? [] : placesOf(field, fields[name], at))];
  });
}

/** A field or entry of an answer, whoever documents it. */
export interface Node {
  pointer: string;
  name: string;
  value: unknown;
}

/** Everything inside of a value, objects only: what stands in a list was not moved there. */
export function nodesIn(value: unknown, pointer: string, depth = 4): Node[] {
  if (!isObject(value) || depth === 0) return [];
  return Object.entries(value).flatMap(([name, child]) => {
    const at = join(pointer, name);
    return [{ pointer: at, name, value: child }, ...nodesIn(child, at, depth - 1)];
  });
}
