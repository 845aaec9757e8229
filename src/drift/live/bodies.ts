/** Bodies for creates and calls that keep every rule, with files and ids that the check has made itself. */
import { setAt } from '../../contract/constraints.ts';
import {
  type DocumentedOperation,
  nameServed,
  requestExample,
  requestSchema,
  resultFiles,
} from '../../contract/documented.ts';
import { documentedFields, fieldsIn } from '../../contract/fields.ts';
import { resultsOf, type TaskAt, tasksAt } from '../../contract/tasks.ts';
import { check } from '../../documents/check.ts';
import { offerOf } from '../../documents/documents.ts';
import { join, objectOf, stepsOf, valueAt } from '../../documents/json.ts';
import type { Schema } from '../../documents/openapi.ts';
import { placesOf } from '../../documents/places.ts';
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
  const { id } = placesOf(get.provider);
  for (const task of tasksAt(get, answer)) {
    const [first] = resultsOf(get, task);
    const list = resultList(get, task);
    // `videos[].id` is what other operations call `video_id`; `task_id` stands beside that.
    add(list.replace(/s$/, '_id'), objectOf(first).id);
    if (list === 'videos') add('task_id', valueAt(task.value, id));
  }
}

/** The name of the list in a result; a call has no own in the table. */
const resultList = ({ provider, name }: DocumentedOperation, { value }: TaskAt): string =>
  (name && offerOf(provider, name)?.result) ||
  (Object.keys(objectOf(valueAt(value, placesOf(provider).result)))[0] ?? '');

/** What a body of the operation needs that has to be made first: `video`, `session_id`. Each is named once. */
export const needsOf = (create: DocumentedOperation): string[] => [
  ...new Set(sourcesIn(requestSchema(create), requestExample(create)).map(({ need }) => need)),
];

/** Where a body has the address of a file or an id that a provider has given, and what that has to be. */
function sourcesIn(schema: Schema | undefined, body: unknown): { pointer: string; need: string }[] {
  return documentedFields(schema ?? {}, body).flatMap(({ pointer, name, schema: field, value }) => {
    const media = field['x-media'] ?? field.items?.['x-media'];
    const all = Array.isArray(value)
      ? value.map((each, index) => [join(pointer, index), each])
      : [[pointer, value]];
    return all.flatMap(([at, text]) => {
      if (typeof text !== 'string') return [];
      // Ids of many digits are somebody's; others, such as that of a speaker, are names.
      const isId = name.endsWith('_id') && /^\d{15,}$/.test(text);
      const need = media?.kind ?? (isId ? name : undefined);
      return need === undefined ? [] : [{ pointer: String(at), need }];
    });
  });
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
  const found = sourcesIn(schema, requestExample(create));
  const example = found.reduce(
    (body, { pointer, need }) =>
      setAt(body, stepsOf(pointer), sources.get(need) ?? valueAt(body, pointer)),
    requestExample(create),
  );
  const all = Object.entries(objectOf(example));
  // What a choice requires is not among what the schema itself does.
  const needed = all.filter(
    ([name]) =>
      schema.required?.includes(name) || found.some(({ pointer }) => stepsOf(pointer)[0] === name),
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
