import type { Schema } from '../../src/documents/openapi.ts';

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What a value is made with. */
export interface Making {
  random: () => number;
  /** Values by the names of their fields, in place of arbitrary ones; undefined leaves the field out where it may. */
  values: Record<string, (schema: Schema) => unknown>;
  /** Fields that have to be there, and lists that may not be empty. */
  must: ReadonlySet<string>;
}

export const pick = <T>(random: () => number, from: readonly T[]): T =>
  from[Math.floor(random() * from.length)] as T;

const texts = [
  '',
  'x',
  'SUCCEED',
  'success',
  'ein Wörtchen',
  '🎧 «雨»',
  'two\nlines',
  'long '.repeat(80),
];
const lengths = [0, 1, 2, 40];

/** A value that a schema allows: any of its branches, its list, its types; fields that may be left out are or are not. */
export function arbitrary(schema: Schema, making: Making, name = ''): unknown {
  const { random, values, must } = making;
  const known = values[name];
  if (known) return known(schema);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return pick(random, schema.enum);
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return arbitrary(pick(random, branches), making, name);
  const types = [schema.type ?? 'object'].flat();
  const type = pick(random, must.has(name) ? types.filter((each) => each !== 'null') : types);
  if (type === 'null') return null;
  if (type === 'boolean') return random() < 0.5;
  if (type === 'string') return pick(random, texts);
  if (type === 'integer' || type === 'number') {
    const isTime = /Unix time in milliseconds/.test(schema.description ?? '');
    return (isTime ? 1_722_769_557_000 : 0) + Math.floor(random() * 1000);
  }
  if (type === 'object') return object(schema, making);
  const length = Math.max(must.has(name) ? 1 : 0, pick(random, lengths));
  return Array.from({ length }, () => arbitrary(schema.items ?? {}, making));
}

function object({ properties = {}, required = [] }: Schema, making: Making): object {
  const fields = Object.entries(properties).flatMap(([name, field]) => {
    if (typeof field === 'boolean') return [];
    const isThere = required.includes(name) || making.must.has(name) || making.random() < 0.5;
    const value = isThere ? arbitrary(field, making, name) : undefined;
    return value === undefined ? [] : [[name, value]];
  });
  return Object.fromEntries(fields);
}
