import { check } from '../../documents/check.ts';
import type { Schema } from '../../documents/openapi.ts';
import { variantsOf } from './variants.ts';

/** A value that keeps all the rules, and what is special about it. */
export interface Sample {
  name: string;
  value: unknown;
}

type Make = (schema: Schema, example: unknown) => Sample[];

/**
 * The values of a schema that are worth a try: every value of a list, both ends of every limit, every field of an
 * object alone and all of them together, for each branch of a choice. The plainest comes first.
 * @param example a value that is preferred where it keeps the rules; need not be complete
 * @throws {TypeError} a field has to be there and no value for it can be thought of
 */
export function samplesOf(schema: Schema, example?: unknown): Sample[] {
  const given = [example, schema.default].filter((value) => value !== undefined).map(sample);
  const listed = schema.const === undefined ? schema.enum : [schema.const];
  const types = [schema.type ?? (schema.properties ? 'object' : 'string')].flat();
  const made =
    listed?.map(sample) ?? types.flatMap((type) => makers[type]?.(schema, example) ?? []);
  // Of an object the example is not the plainest value: it may have fields that nobody has to send.
  const all = types.includes('object') ? [...made, ...given] : [...given, ...made];
  return unique(all.filter(({ value }) => check(schema, value).length === 0));
}

const makers: Record<string, Make> = {
  null: () => [sample(null)],
  boolean: () => [true, false].map(sample),
  integer: numbers,
  number: numbers,
  string: strings,
  array: arrays,
  object: objects,
};

function numbers({ minimum, maximum }: Schema): Sample[] {
  return [minimum, maximum, 0, 1].filter((value) => value !== undefined).map(sample);
}

/** Characters are counted as code points, so an emoji is one of them. */
function strings({ minLength, maxLength, pattern }: Schema): Sample[] {
  const lengths = [minLength, maxLength].filter((length) => length !== undefined);
  const matching = pattern === undefined ? [] : digits.filter((text) => match(pattern, text));
  return [
    ...['x', matching[0], matching.at(-1)].filter((text) => text !== undefined).map(sample),
    ...lengths.map((length) => ({ name: `${length} characters`, value: 'x'.repeat(length) })),
    ...lengths.map((length) => ({ name: `${length} emoji`, value: '🎧'.repeat(length) })),
  ];
}

/** What a pattern is tried with. Patterns of other things need an example in the document. */
const digits = Array.from({ length: 100 }, (_, number) => String(number));
const match = (pattern: string, text: string) => new RegExp(pattern, 'u').test(text);

function arrays({ items = {}, minItems = 0, maxItems }: Schema, example: unknown): Sample[] {
  const samples = samplesOf(items, Array.isArray(example) ? example[0] : undefined);
  const filled = (length: number, value: unknown) => Array.from({ length }, () => value);
  const plain = samples[0]?.value;
  const lengths = [minItems, ...(maxItems === undefined ? [] : [maxItems])];
  return [
    ...lengths.map((length) => ({ name: `${length} items`, value: filled(length, plain) })),
    ...samples.map(({ name, value }) => ({
      name: `an item: ${name}`,
      value: filled(Math.max(minItems, 1), value),
    })),
  ];
}

function objects(schema: Schema, example: unknown): Sample[] {
  const variants = variantsOf(schema);
  const tried = new Set<string>();
  return variants.flatMap((variant, index) => {
    const label = variants.length > 1 ? `branch ${index + 1}: ` : '';
    const fields = fieldsOf(variant, example);
    const samples = fieldByField(schema, fields, (field) => {
      const key = JSON.stringify([field.name, field.schema]);
      return tried.has(key) || !tried.add(key);
    });
    return samples.map(({ name, value }) => ({ name: label + name, value }));
  });
}

interface Field {
  name: string;
  schema: Schema;
  isRequired: boolean;
  samples: Sample[];
}

/** The fields that a branch allows, required ones first. */
function fieldsOf({ properties = {}, required = [] }: Schema, example: unknown): Field[] {
  const names = [...new Set([...required, ...Object.keys(properties)])];
  return names.flatMap((name) => {
    const given = properties[name] ?? true;
    if (given === false) return [];
    const schema = given === true ? {} : given;
    const hint = example instanceof Object ? Reflect.get(example, name) : undefined;
    const samples = samplesOf(schema, hint);
    const isRequired = required.includes(name);
    if (isRequired && samples.length === 0) {
      throw new TypeError(`no value keeps the rules of ${name}; give one in an example`);
    }
    return [{ name, schema, isRequired, samples }];
  });
}

/** Required fields only, each value of each field on top of them, and all fields together. */
function fieldByField(
  schema: Schema,
  fields: Field[],
  wasTried: (field: Field) => boolean,
): Sample[] {
  const plain: Record<string, unknown> = Object.fromEntries(
    fields
      .filter((field) => field.isRequired)
      .map(({ name, samples }) => [name, samples[0]?.value]),
  );
  const holds = ({ value }: Sample) => check(schema, value).length === 0;
  const onTopOf = (body: object, { name, samples }: Field) =>
    samples
      .map((each) => ({ name: `${name}: ${each.name}`, value: { ...body, [name]: each.value } }))
      .filter(holds);
  let together = plain;
  for (const field of fields) together = onTopOf(together, field)[0]?.value ?? together;
  return [
    { name: 'required only', value: plain },
    // Values of a field with the same rules in each branch are tried in one of them.
    ...fields.flatMap((field) =>
      onTopOf(plain, field).slice(0, wasTried(field) ? 1 : field.samples.length),
    ),
    { name: 'all together', value: together },
  ];
}

const sample = (value: unknown): Sample => ({ name: JSON.stringify(value).slice(0, 60), value });

/** Each value once, under its first name. */
function unique(samples: Sample[]): Sample[] {
  const seen = new Set<string>();
  return samples.filter(({ value }) => {
    const text = JSON.stringify(value);
    return !seen.has(text) && seen.add(text);
  });
}
