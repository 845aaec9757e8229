import type { Documented } from '../../contract/answers/routes.ts';
import { check } from '../../documents/check.ts';
import { isObject } from '../../documents/json.ts';
import type { Schema } from '../../documents/openapi.ts';
import { exampleOf } from './refusals.ts';

type Fields = Record<string, unknown>;

/** Which end of its limits a field is put to. */
type End = 'least' | 'most' | 'middle';

const words = 'rain on a tin roof, a slow river and a far bell, ';

/**
 * Bodies that keep every rule. The first is the cheapest: nothing that may be left out, texts as long as they may be and
 * numbers as small. Then the other way round, and something between. Only fields that have to be sent, and texts with a
 * limit, are touched: what goes together beyond that is said by no schema.
 */
export function trialsOf(documented: Documented, source?: Fields): Fields[] {
  const schema = documented.operation.requestBody?.content['application/json']?.schema ?? {};
  const example = exampleOf(documented);
  const shown = Object.entries(isObject(example) ? example : {});
  const needed = shown.filter(([name]) => schema.required?.includes(name));
  const bodyAt = (end: End) => {
    const fields = Object.fromEntries(end === 'least' ? needed : shown);
    return stretched(schema, { ...fields, ...source }, end);
  };
  const ends: End[] = ['least', 'most', 'middle'];
  return ends.map(bodyAt).filter((body) => check(schema, body).length === 0);
}

function stretched({ properties = {}, required = [] }: Schema, base: Fields, end: End): Fields {
  const fields = Object.entries(properties).flatMap(([name, field]) => {
    if (typeof field === 'boolean') return [];
    const isMeant = required.includes(name) || name in base;
    const { minimum, maximum, maxLength, enum: list } = field;
    if (maxLength !== undefined && (isMeant || end === 'least'))
      return [[name, textFor(maxLength, end)]];
    if (!isMeant || minimum === undefined || maximum === undefined) return [];
    return [[name, numberFor(list?.map(Number) ?? [minimum, maximum], end)]];
  });
  return { ...base, ...Object.fromEntries(fields) };
}

const textFor = (maxLength: number, end: End) =>
  end === 'least' ? words.repeat(Math.ceil(maxLength / words.length)).slice(0, maxLength) : 'rain';

/** Of a list, for the middle, one that is no whole number. */
function numberFor(values: number[], end: End): number | undefined {
  if (end === 'least') return Math.min(...values);
  if (end === 'most') return Math.max(...values);
  const between = values.filter((value) => !Number.isInteger(value));
  return between[Math.floor(between.length / 2)] ?? values[0];
}
