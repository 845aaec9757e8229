import {
  isObject,
  type JsonObject,
  join,
  listOf,
  objectOf,
  textsOf,
} from '../../documents/json.ts';
import { isProse } from './canonical.ts';
import { addFact, type Fact, factsOf, furtherFields } from './facts.ts';
import { isRecursive, withNull } from './inline.ts';

/** A schema and the JSON pointer to it. */
export interface Place {
  schema: unknown;
  at: string;
  /** Whether the schema was made from several, so that the pointer is as near as can be. */
  isMerged?: boolean;
}

/** A field of an object, or a parameter. */
export interface Field {
  /** JSON pointer to the field. */
  at: string;
  /** JSON pointers to what says whether it is required. */
  requiredAt: string[];
  /** Whether it has to be there; `undefined` where nothing is said about that. */
  isRequired: boolean | undefined;
  /** All that is said about its value. */
  places: Place[];
  /** Whether it is named among the required ones and described nowhere. */
  isMentioned?: boolean;
}

/** What a schema without alternatives means, whichever way it is written. */
export interface Shape {
  at: string;
  /** JSON pointers to all schemas that it was made from. */
  parts: string[];
  /** JSON pointer to the branch that makes it an alternative, if it is one of several. */
  branchAt: string | undefined;
  /** By keyword; `const` stands under `enum`, exclusive limits under the plain ones. */
  facts: Map<string, Fact>;
  /** `undefined` where no field is named. */
  fields: Map<string, Field> | undefined;
  /** JSON pointers to the lists of required fields, or to where they would stand. */
  requiredAt: string[];
  items: Place[];
  /** Every keyword that is used, prose left out. */
  keywords: string[];
  /** Whether the schema was cut because it contains itself. */
  isRecursive: boolean;
}

/** Above this many combinations a schema is not compared branch by branch. */
const maxAlternatives = 64;

/**
 * The alternatives that schemas leave which must all hold: `allOf` is taken apart, and every branch of `oneOf` and
 * `anyOf` stands together with what is said beside it. A schema without branches has one alternative.
 */
export function alternativesOf(places: readonly Place[]): Place[][] {
  let alternatives: Place[][] = [[]];
  const add = (choices: Place[][]) => {
    if (alternatives.length * choices.length > maxAlternatives) return;
    alternatives = alternatives.flatMap((held) => choices.map((choice) => [...held, ...choice]));
  };
  for (const { schema, at } of places) {
    if (!isObject(schema)) {
      add([[{ schema, at }]]);
      continue;
    }
    const { allOf, oneOf, anyOf, ...plain } = schema;
    add([[{ schema: plain, at }]]);
    for (const [index, member] of listOf(allOf).entries()) {
      add(alternativesOf([{ schema: member, at: join(at, 'allOf', index) }]));
    }
    add(branchesOf(oneOf, join(at, 'oneOf')));
    add(branchesOf(anyOf, join(at, 'anyOf')));
  }
  return alternatives;
}

function branchesOf(choice: unknown, at: string): Place[][] {
  const all = listOf(choice).map((schema, index) => ({ schema, at: join(at, index) }));
  if (all.length === 0) return [[]];
  const branches = all.filter(({ schema }) => objectOf(schema).type !== 'null');
  const orNull = (schema: JsonObject) => (branches.length < all.length ? withNull(schema) : schema);
  const simple = branches.flatMap(({ schema }) => valuesIn(schema) ?? []);
  const listing = simple.filter((each) => each.enum !== undefined).length;
  if (simple.length === branches.length && (listing === 0 || listing === simple.length)) {
    return [[{ schema: orNull(merged(simple)), at, isMerged: true }]];
  }
  return branches.flatMap(({ schema, at: place }) =>
    alternativesOf([{ schema: isObject(schema) ? orNull(schema) : schema, at: place }]),
  );
}

interface Values {
  type: string[];
  enum?: unknown[];
}

function merged(branches: Values[]): JsonObject {
  const values = branches.flatMap((branch) => branch.enum ?? []);
  const isTyped = branches.every((branch) => branch.type.length > 0);
  return {
    ...(isTyped ? { type: branches.flatMap((branch) => branch.type) } : {}),
    ...(values.length > 0 ? { enum: values } : {}),
  };
}

/** A branch that does nothing but name types or values. */
function valuesIn(schema: unknown): Values | undefined {
  if (!isObject(schema)) return undefined;
  const keys = Object.keys(schema).filter(isSaying);
  if (keys.length === 0 || keys.some((key) => !['type', 'enum', 'const'].includes(key))) {
    return undefined;
  }
  const values = 'const' in schema ? [schema.const] : schema.enum;
  if (Array.isArray(values)) return { type: textsOf(schema.type), enum: values };
  return { type: textsOf(schema.type) };
}

const isSaying = (key: string) => !isProse(key);

/** One shape of schemas that must all hold and have no alternatives left. */
export function shapeOf(places: readonly Place[]): Shape {
  const shape: Shape = {
    at: places[0]?.at ?? '',
    parts: places.map(({ at }) => at),
    branchAt: places.find(({ at }) => /^\/(one|any)Of\/\d+$/.test(at.slice(places[0]?.at.length)))
      ?.at,
    facts: new Map(),
    fields: undefined,
    requiredAt: places.map(({ at }) => join(at, 'required')),
    items: [],
    keywords: places.flatMap(({ schema }) => Object.keys(objectOf(schema))).filter(isSaying),
    isRecursive: places.some(({ schema }) => isRecursive(schema)),
  };
  for (const { schema, at, isMerged } of places) {
    if (!isObject(schema)) continue;
    for (const [keyword, fact] of factsOf(schema, at)) {
      addFact(shape.facts, keyword, isMerged ? { ...fact, at } : fact);
    }
    if (isObject(schema.items)) shape.items.push({ schema: schema.items, at: join(at, 'items') });
  }
  shape.fields = fieldsOf(places);
  const implied = shape.fields ? 'object' : shape.items.length > 0 ? 'array' : undefined;
  if (implied && !shape.facts.has('type')) {
    shape.facts.set('type', { value: [implied], at: join(shape.at, 'type') });
  }
  return shape;
}

/** What fields are called that may have any name. */
const anyName = '*';

function fieldsOf(places: readonly Place[]): Map<string, Field> | undefined {
  const objects = places.flatMap(({ schema, at }) => (isObject(schema) ? [{ schema, at }] : []));
  const isSaid = objects.some(({ schema }) => Array.isArray(schema.required));
  const required = new Set(objects.flatMap(({ schema }) => textsOf(schema.required)));
  const requiredAt = places.map(({ at }) => join(at, 'required'));
  const fields = new Map<string, Field>();
  const refused = new Set<string>();
  const add = (name: string, place: Place) => {
    if (place.schema === false) refused.add(name);
    const isRequired = isSaid ? required.has(name) : undefined;
    const field = fields.get(name) ?? { at: place.at, requiredAt, isRequired, places: [] };
    field.places.push(place);
    fields.set(name, field);
  };
  for (const { schema, at } of objects) {
    for (const [name, field] of Object.entries(objectOf(schema.properties))) {
      add(name, { schema: field, at: join(at, 'properties', name) });
    }
    const further = furtherFields(schema);
    if (further) add(anyName, { schema: further, at: join(at, 'additionalProperties') });
  }
  const unnamed = [...required].filter((name) => !fields.has(name));
  for (const name of unnamed) {
    const at = requiredAt[0] ?? '';
    fields.set(name, { at, requiredAt, isRequired: true, places: [], isMentioned: true });
  }
  for (const name of refused) fields.delete(name);
  const isNaming = required.size > 0 || objects.some(({ schema }) => isObject(schema.properties));
  return isNaming || fields.size > 0 ? fields : undefined;
}

/** Where something would stand in one shape that stands at a pointer in another. */
export function counterpart(pointer: string, from: Shape, to: Shape): string {
  const holds = (part: string) => pointer.startsWith(`${part}/`);
  // The innermost part that holds it: a branch stands within what is said beside it.
  const part = from.parts.filter(holds).sort((a, b) => b.length - a.length)[0] ?? from.at;
  return (to.parts[from.parts.indexOf(part)] ?? to.at) + pointer.slice(part.length);
}
