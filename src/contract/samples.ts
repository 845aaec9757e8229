import { isValid } from '../documents/check.ts';
import type { Schema } from '../documents/openapi.ts';

/** A value that keeps all the rules, and a name that says what is special about it. */
export interface Sample {
  name: string;
  value: unknown;
}

type Make = (schema: Schema, example: unknown) => Sample[];

/**
 * Makes the values of a schema that are worth trying: every value of an enum, both ends of every limit, every field of an
 * object alone and all of them together, and this for each branch of a choice. The simplest comes first.
 * @param example a value that is preferred where it keeps the rules; it need not be complete
 * @throws {TypeError} no value can be made for a required field
 */
export function makeSamples(schema: Schema, example?: unknown): Sample[] {
  const given = [example, schema.default].filter((value) => value !== undefined).map(toSample);
  const listed = schema.const === undefined ? schema.enum : [schema.const];
  const types = [schema.type ?? (schema.properties ? 'object' : 'string')].flat();
  const made =
    listed?.map(toSample) ?? types.flatMap((type) => makers[type]?.(schema, example) ?? []);
  // The example of an object is not its simplest value, as it may have optional fields.
  const all = types.includes('object') ? [...made, ...given] : [...given, ...made];
  return removeRepeats(all.filter(({ value }) => isValid(schema, value)));
}

const makers: Record<string, Make> = {
  null: () => [toSample(null)],
  boolean: () => [true, false].map(toSample),
  integer: makeNumbers,
  number: makeNumbers,
  string: makeStrings,
  array: makeArrays,
  object: makeObjects,
};

function makeNumbers({ minimum, maximum }: Schema): Sample[] {
  return [minimum, maximum, 0, 1].filter((value) => value !== undefined).map(toSample);
}

/** Characters are code points, so an emoji is one character. */
function makeStrings({ minLength, maxLength, pattern }: Schema): Sample[] {
  const lengths = [minLength, maxLength].filter((length) => length !== undefined);
  const matches = (text: string) => new RegExp(pattern ?? '', 'u').test(text);
  const matching = pattern === undefined ? [] : candidates.filter(matches);
  return [
    ...['x', matching[0], matching.at(-1)].filter((text) => text !== undefined).map(toSample),
    ...lengths.map((length) => ({ name: `${length} characters`, value: 'x'.repeat(length) })),
    ...lengths.map((length) => ({ name: `${length} emoji`, value: '🎧'.repeat(length) })),
  ];
}

/** The texts that a pattern is tried with. A pattern that matches none of them needs an example in the document. */
const candidates = Array.from({ length: 100 }, (_, number) => String(number));

function makeArrays({ items = {}, minItems = 0, maxItems }: Schema, example: unknown): Sample[] {
  const samples = makeSamples(items, Array.isArray(example) ? example[0] : undefined);
  const filled = (length: number, value: unknown) => Array.from({ length }, () => value);
  const simplest = samples[0]?.value;
  // An empty list says little, so it is not the first.
  const lengths = [Math.max(minItems, 1), minItems, maxItems ?? minItems];
  return [
    ...lengths.map((length) => ({ name: `${length} items`, value: filled(length, simplest) })),
    ...samples.map(({ name, value }) => ({
      name: `an item: ${name}`,
      value: filled(Math.max(minItems, 1), value),
    })),
  ];
}

function makeObjects(schema: Schema, example: unknown): Sample[] {
  const variants = expandChoices(schema);
  const tried = new Set<string>();
  const wasTried = (field: Field) => {
    const key = JSON.stringify([field.name, field.schema]);
    return tried.has(key) || !tried.add(key);
  };
  const branches = [...new Set(variants.flatMap((variant) => variant.branches))];
  const shown = new Set<string>();
  let impossible: string | undefined;
  const made = variants.flatMap((variant, index) => {
    const ids = variant.branches.map((branch) => branches.indexOf(branch));
    const pairs = ids.flatMap((a) => ids.map((b) => `${a} ${b}`));
    // Several choices are combined until every branch was seen beside every other.
    if (index > 0 && pairs.every((pair) => shown.has(pair))) return [];
    const isNew = index === 0 || !ids.every((id) => shown.has(`${id} ${id}`));
    const fields = makeFields(variant.schema, example);
    const empty = fields.find((field) => field.isRequired && field.samples.length === 0);
    impossible ??= empty?.name;
    // A branch of one choice may rule out a branch of another.
    const samples = empty ? [] : combineFields(schema, fields, isNew ? wasTried : undefined);
    if (samples.length > 0) for (const pair of pairs) shown.add(pair);
    const label = variants.length > 1 ? `branch ${index + 1}: ` : '';
    return samples.map(({ name, value }) => ({ name: label + name, value }));
  });
  const isWhole = branches.every((_, id) => shown.has(`${id} ${id}`)) && made.length > 0;
  if (impossible !== undefined && !isWhole)
    throw new TypeError(`no value keeps the rules of ${impossible}; give one in an example`);
  return made;
}

/** What a schema with choices allows when one branch of each is taken. */
interface Variant {
  schema: Schema;
  branches: Schema[];
}

/**
 * What a schema with choices allows, as schemas without one: the rules of a branch of each beside the common ones. Where two
 * have the same keyword, the last wins, so values that are made from these have to be checked.
 */
function expandChoices(schema: Schema): Variant[] {
  const { anyOf = [], oneOf = [], allOf = [], ...common } = schema;
  const own = [anyOf, oneOf].map((branches) =>
    branches.flatMap((branch) =>
      expandChoices(branch).map((each) => ({ ...each, branches: [branch, ...each.branches] })),
    ),
  );
  const choices = [...own.filter(({ length }) => length > 0), ...allOf.map(expandChoices)];
  return choices.reduce<Variant[]>(
    (variants, choice) =>
      variants.flatMap((a) =>
        choice.map((b) => ({
          schema: mergeSchemas(a.schema, b.schema),
          branches: [...a.branches, ...b.branches],
        })),
      ),
    [{ schema: common, branches: [] }],
  );
}

/** Both in one. */
export function mergeSchemas(a: Schema, b: Schema): Schema {
  const properties = { ...a.properties };
  for (const [name, field] of Object.entries(b.properties ?? {})) {
    const known = properties[name];
    if (known instanceof Object && field instanceof Object) {
      properties[name] = mergeSchemas(known, field);
    } else {
      properties[name] = known === false ? false : field;
    }
  }
  return {
    ...a,
    ...b,
    required: [...(a.required ?? []), ...(b.required ?? [])],
    properties,
    ...(a.items && b.items && { items: mergeSchemas(a.items, b.items) }),
  };
}

interface Field {
  name: string;
  schema: Schema;
  isRequired: boolean;
  samples: Sample[];
}

/** The fields that a branch allows, with their samples; required ones first. */
function makeFields({ properties = {}, required = [] }: Schema, example: unknown): Field[] {
  const names = [...new Set([...required, ...Object.keys(properties)])];
  return names.flatMap((name) => {
    const given = properties[name] ?? true;
    if (given === false) return [];
    const schema = given === true ? {} : given;
    const hint = example instanceof Object ? Reflect.get(example, name) : undefined;
    const samples = makeSamples(schema, hint);
    return [{ name, schema, isRequired: required.includes(name), samples }];
  });
}

/**
 * Objects with the required fields only, with each value of each field added to these, and with all fields together.
 * @param wasTried whether a field had all its values before; without it, they are not added one by one
 */
function combineFields(
  schema: Schema,
  fields: Field[],
  wasTried?: (field: Field) => boolean,
): Sample[] {
  const requiredOnly: Record<string, unknown> = Object.fromEntries(
    fields
      .filter((field) => field.isRequired)
      .map(({ name, samples }) => [name, samples[0]?.value]),
  );
  const holds = ({ value }: Sample) => isValid(schema, value);
  const addField = (body: object, { name, samples }: Field) =>
    samples
      .map((each) => ({ name: `${name}: ${each.name}`, value: { ...body, [name]: each.value } }))
      .filter(holds);
  let together = requiredOnly;
  for (const field of fields) together = addField(together, field)[0]?.value ?? together;
  return [
    { name: 'required only', value: requiredOnly },
    // A field that has the same rules in several branches is tried with all its values in one of them only.
    ...(wasTried ? fields : []).flatMap((field) =>
      addField(requiredOnly, field).slice(0, wasTried?.(field) ? 1 : field.samples.length),
    ),
    { name: 'all together', value: together },
  ].filter(holds);
}

const toSample = (value: unknown): Sample => ({ name: JSON.stringify(value).slice(0, 60), value });

/** Keeps each value once, with its first name. */
function removeRepeats(samples: Sample[]): Sample[] {
  const seen = new Set<string>();
  return samples.filter(({ value }) => {
    const text = JSON.stringify(value);
    return !seen.has(text) && seen.add(text);
  });
}
