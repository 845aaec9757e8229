/** Bodies for creates and calls that keep every rule, with files and ids that the check has made itself. */
import { type OperationName, operations } from '../../client/operations.ts';
import {
  type DocumentedOperation,
  nameServed,
  requestExample,
  requestSchema,
  resultFiles,
} from '../../contract/documented.ts';
import { fieldsIn } from '../../contract/fields.ts';
import { check } from '../../documents/check.ts';
import { isObject, listOf, objectOf, valueAt } from '../../documents/json.ts';
import type { Schema } from '../../documents/openapi.ts';
import { formats } from '../../documents/result-files.ts';

export type Fields = Record<string, unknown>;

/** What the check has made so far and others can be made from: addresses of files by their kinds, ids by their fields. */
export type Sources = Map<string, string>;

/** Adds to the sources what an answer shows: its files, and the ids of what it is about. */
export function addSources(sources: Sources, get: DocumentedOperation, answer: unknown): void {
  for (const { url, kind } of resultFiles(get, answer)) {
    if (url) sources.set(formats[kind].kind, url);
  }
  const add = (name: string, value: unknown) => {
    if (typeof value === 'string' && value !== '') sources.set(name, value);
  };
  for (const { name, value } of fieldsIn(valueAt(answer, '/data'))) {
    if (name.endsWith('_id') && name !== 'task_id') add(name, value);
  }
  const list = get.name === undefined ? '' : resultList(get.name, answer);
  const [first] = listOf(valueAt(answer, `/data/task_result/${list}`));
  // `videos[].id` is what other operations call `video_id`; `task_id` stands beside that.
  add(list.replace(/s$/, '_id'), objectOf(first).id);
  if (list === 'videos') add('task_id', valueAt(answer, '/data/task_id'));
}

/** The name of the list in a result; a call has no own in the table. */
const resultList = (name: OperationName, answer: unknown): string =>
  operations[name].result || (Object.keys(objectOf(valueAt(answer, '/data/task_result')))[0] ?? '');

/** What a body of the operation needs that has to be made first: `video`, `session_id`. Each is named once. */
export function needsOf(create: DocumentedOperation): string[] {
  return findNeeds(mediaKinds(requestSchema(create)), requestExample(create));
}

function findNeeds(kinds: ReadonlyMap<string, string>, value: unknown, name?: string): string[] {
  const needs = new Set<string>();
  const note: Replace = (need, text) => {
    needs.add(need);
    return text;
  };
  replaceSources(kinds, value, note, name);
  return [...needs];
}

type Replace = (need: string, value: string) => string;

/** A copy of a body in which addresses of files, and ids that a provider has given, are replaced. */
function replaceSources(
  kinds: ReadonlyMap<string, string>,
  value: unknown,
  replace: Replace,
  name = '',
): unknown {
  if (Array.isArray(value)) return value.map((item) => replaceSources(kinds, item, replace, name));
  if (isObject(value)) {
    const fields = Object.entries(value).map(([key, child]) => [
      key,
      replaceSources(kinds, child, replace, key),
    ]);
    return Object.fromEntries(fields);
  }
  if (typeof value !== 'string') return value;
  const kind = kinds.get(name);
  if (kind !== undefined) return replace(kind, value);
  // Ids of many digits are somebody's; others, such as that of a speaker, are names.
  return name.endsWith('_id') && /^\d{15,}$/.test(value) ? replace(name, value) : value;
}

/** The kinds of files that fields take, by the names of the fields. */
function mediaKinds(schema: Schema | undefined): Map<string, string> {
  const { properties = {}, items, oneOf = [] } = schema ?? {};
  const own = Object.entries(properties).flatMap(([name, field]): [string, string][] => {
    if (!(field instanceof Object)) return [];
    const media = field['x-media'] ?? field.items?.['x-media'];
    return [...(media ? [[name, media.kind] as [string, string]] : []), ...mediaKinds(field)];
  });
  return new Map([
    ...own,
    ...(items ? mediaKinds(items) : []),
    ...oneOf.flatMap((branch) => [...mediaKinds(branch)]),
  ]);
}

/** Which end of its limits a field is set to. */
type End = 'least' | 'most' | 'middle';

/** One body is made for each end, and one round of tasks can be paid for with each. */
export const ends: readonly End[] = ['least', 'most', 'middle'];

/**
 * Makes bodies that keep every rule. The first is the cheapest: no optional fields, texts as long and numbers as small as
 * allowed. The second is the opposite, the third something in between. Only required fields and texts with a limit are
 * changed, as no schema says what else goes together; where even that breaks a rule, the document's example is left as it is.
 */
export function makeBodies(create: DocumentedOperation, sources: Sources): Fields[] {
  const schema = requestSchema(create) ?? {};
  const replace: Replace = (need, value) => sources.get(need) ?? value;
  const kinds = mediaKinds(schema);
  const example = replaceSources(kinds, requestExample(create), replace);
  const all = Object.entries(objectOf(example));
  // What a choice requires is not among what the schema itself does.
  const needed = all.filter(
    ([name, value]) => schema.required?.includes(name) || findNeeds(kinds, value, name).length > 0,
  );
  const makeBody = (end: End) =>
    setLimits(schema, nameServed(create, Object.fromEntries(end === 'least' ? needed : all)), end);
  const holds = (body: Fields) => check(schema, body).length === 0;
  const bodies = ends.map(makeBody).filter(holds);
  return bodies.length > 0 ? bodies : [nameServed(create, objectOf(example))].filter(holds);
}

function setLimits({ properties = {}, required = [] }: Schema, body: Fields, end: End): Fields {
  const fields = Object.entries(properties).flatMap(([name, field]) => {
    if (typeof field === 'boolean') return [];
    const isUsed = required.includes(name) || name in body;
    const { minimum, maximum, maxLength, enum: list } = field;
    if (maxLength !== undefined && (isUsed || end === 'least')) {
      return [[name, makeText(maxLength, end)]];
    }
    if (!isUsed || minimum === undefined || maximum === undefined) return [];
    return [[name, pickNumber(list?.map(Number) ?? [minimum, maximum], end)]];
  });
  return { ...body, ...Object.fromEntries(fields) };
}

const words = 'rain on a tin roof, a slow river and a far bell, ';

const makeText = (maxLength: number, end: End) =>
  end === 'least' ? words.repeat(Math.ceil(maxLength / words.length)).slice(0, maxLength) : 'rain';

/** The least or the most of the values; for the middle a fraction, where there is one. */
function pickNumber(values: number[], end: End): number | undefined {
  if (end === 'least') return Math.min(...values);
  if (end === 'most') return Math.max(...values);
  const fractions = values.filter((value) => !Number.isInteger(value));
  return fractions[Math.floor(fractions.length / 2)] ?? values[0];
}
