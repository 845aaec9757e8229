/** What responses show of a task: the document's example with this task's own values, and with files that are really there. */

import type { OperationName } from '../../client/operations.ts';
import { endOf } from '../../client/refusals.ts';
import { offerOf } from '../../documents/documents.ts';
import {
  isObject,
  isWithin,
  type JsonObject,
  join,
  listOf,
  nameOf,
  objectOf,
  parentOf,
  valueAt,
} from '../../documents/json.ts';
import type { Schema } from '../../documents/openapi.ts';
import { placesOf } from '../../documents/places.ts';
import { filesIn, formatAt } from '../../documents/result-files.ts';
import { estimate } from '../../index.ts';
import { replaceValues } from './answers.ts';
import { isOver, type VisibleState } from './lifecycle.ts';
import { idFieldOf } from './target.ts';
import type { MockTask, Owner, Shape, TaskFile } from './tasks.ts';

/** Pictures of a series whose number is left to the model. */
const usualSeries = 4;
/** Items that a result has at most, more than any document allows: some take any number. */
const maxItems = 20;

/** The fields of a create and its settings, with the defaults of those that it leaves out. An empty text counts as absent. */
export function readAsked(
  { provider }: Pick<Owner, 'provider'>,
  schema: Schema,
  input: JsonObject,
): JsonObject {
  const asked = readFields(schema, input);
  const { settings } = placesOf(provider);
  if (!settings) return asked;
  const inner = schema.properties?.[nameOf(settings)];
  return { ...asked, ...readFields(Object(inner), objectOf(valueAt(input, settings))) };
}

function readFields({ properties = {} }: Schema, input: JsonObject): JsonObject {
  const defaults = Object.entries(properties).flatMap(([name, field]) =>
    field instanceof Object && field.default !== undefined ? [[name, field.default]] : [],
  );
  const given = Object.entries(input).filter(([, value]) => value !== '' && value !== null);
  return Object.fromEntries([...defaults, ...given]);
}

/** Plans a result by the example of a finished task and what the create asked for. */
export function planShape(
  owner: Owner,
  { properties = {} }: Schema,
  asked: JsonObject,
  example: unknown,
): Shape {
  const list = resultOf(owner);
  const result = objectOf(valueAt(taskIn(example), placesOf(owner.provider).result));
  const shown: JsonObject = { ...result, ...objectOf(listOf(result[list])[0]) };
  const repeated = Object.keys(properties).filter(
    (name) => name in shown && name !== list && formatAt(`/${name}`) === undefined,
  );
  const repeats = repeated.map((name) => {
    const none = Array.isArray(shown[name]) ? [] : isObject(shown[name]) ? {} : shown[name];
    return [name, replaceFiles(asked[name] ?? none, () => 'here')];
  });
  const { video_id: parent } = asked;
  return {
    counts: countItems(list, result, asked),
    repeats: Object.fromEntries(repeats),
    ...(typeof parent === 'string' && { parent }),
  };
}

/** Pictures are as many as `n` says; those of a type with a list of its own, such as `series_images`, as its amount says. */
function countItems(list: string, result: JsonObject, asked: JsonObject): Record<string, number> {
  const { result_type: type, n = 1 } = asked;
  const other = `${type}_${list}`;
  const count = (value: unknown, usual: number) =>
    Math.min(Math.max(Math.floor(Number(value)) || usual, 1), maxItems);
  if (other in result)
    return { [list]: 0, [other]: count(asked[`${type}_amount`] ?? 0, usualSeries) };
  return count(n, 1) > 1 ? { [list]: count(n, 1) } : {};
}

/** How many running tasks a task counts as: one for each item that was asked for. */
export const slotsOf = ({ counts }: Shape): number =>
  Math.max(
    1,
    Object.values(counts).reduce((sum, count) => sum + count, 0),
  );

/** The units that a task costs, as its provider would report them; undefined where no price is known. */
export function unitsOf(
  operation: OperationName,
  input: object,
  seconds: number,
  items: number,
): string | undefined {
  const { units, per } = estimate(operation, input) ?? {};
  if (units === undefined) return undefined;
  const counts = { second: seconds, '5 seconds': Math.ceil(seconds / 5), image: items };
  return String(Number((units * (per ? counts[per] : 1)).toFixed(4)));
}

/** The list that a result has, and a task without one; empty for a call. */
export const resultOf = ({ provider, operation }: Owner): string =>
  offerOf(provider, operation)?.result ?? '';

/** The task in a response, or the first of several. */
export function taskIn(body: unknown): unknown {
  const { data } = objectOf(body);
  return listOf(data)[0] ?? data;
}

/** The result of the example in the shape of a task's own; as it is where its items tell themselves what they are. */
function shapeResult(example: unknown, list: string, { counts, repeats }: Shape): unknown {
  if (Array.isArray(example)) return example;
  const result = objectOf(example);
  const repeat = (value: JsonObject): JsonObject =>
    Object.fromEntries(
      Object.entries(value).map(([name, old]) => [
        name,
        Object.hasOwn(repeats, name) ? repeats[name] : old,
      ]),
    );
  const [first] = listOf(result[list]);
  const lists = Object.entries(result).flatMap(([name, items]) => {
    if (!Array.isArray(items)) return [];
    const shown =
      counts[name] === undefined ? items : Array.from({ length: counts[name] }, () => first);
    const own = shown.map((item, index) =>
      isObject(item) ? { ...repeat(item), ...('index' in item && { index }) } : item,
    );
    return [[name, own]];
  });
  return { ...repeat(result), ...Object.fromEntries(lists) };
}

/** What an example is filled in with. */
export interface Filling {
  task: MockTask;
  state: VisibleState;
  /** The mock's own address, for the files of results. */
  base: string;
}

/** The id of what a task makes that is kept, such as a voice. */
export const keptIdOf = ({ id }: Pick<MockTask, 'id'>): string => String(BigInt(id) + 1n);

/** The document's example response about a task, with this task's own values in place of the example's. */
export function fillIn(example: unknown, filling: Filling & { requestId: string }): JsonObject {
  const { data, ...envelope } = objectOf(example);
  const filled = replaceValues(envelope, { request_id: filling.requestId });
  return { ...objectOf(filled), data: fillTask(taskIn(example), filling) };
}

/** The task of an example, with the values of another one. */
export function fillTask(example: unknown, { task, state, base }: Filling): unknown {
  const { provider, operation, shape, hasWatermark } = task;
  const { status, since, hasResult } = state;
  const places = placesOf(provider);
  const duration = task.seconds.toFixed(1);
  let items = 0n;
  const both = {
    external_task_id: task.externalId,
    watermark_info: { enabled: hasWatermark },
    ...(task.units && { final_unit_deduction: task.units }),
    ...(!hasWatermark && { watermark_url: undefined }),
    [idFieldOf(operation)]: keptIdOf(task),
  };
  const ofItems = {
    ...both,
    ...(task.isDeleted && { status: 'deleted' }),
    id: () => String(BigInt(task.id) + ++items),
    duration,
    duration_mp3: duration,
    duration_wav: duration,
  };
  const fillResult = (result: unknown) => {
    const hasNone = endOf(status) === 'succeed' && !hasResult;
    if (hasNone) return Array.isArray(result) ? [] : {};
    return replaceValues(shape ? shapeResult(result, resultOf(task), shape) : result, ofItems);
  };
  const fillParent = (parent: unknown) =>
    replaceValues(parent, { ...ofItems, id: shape?.parent ?? `${BigInt(task.id) - 1n}` });
  const filled = replaceValues(example, {
    ...ofItems,
    task_id: task.id,
    session_id: task.id,
    [nameOf(places.id)]: task.id,
    // The word of the document, where it has one for that.
    [nameOf(places.status)]: (word: unknown) =>
      endOf(String(word)) === endOf(status) && isOver(status) ? word : status,
    [nameOf(places.reason)]: status === 'failed' ? task.reason : '',
    // Where it stands beside all else, it is left out when there is none.
    [nameOf(places.externalId)]: task.externalId || (parentOf(places.externalId) ? '' : undefined),
    [nameOf(places.createdAt)]: task.createdAt,
    [nameOf(places.updatedAt)]: since,
    [nameOf(places.result)]: fillResult,
    billing: (charges: unknown) =>
      status === 'failed'
        ? charges
        : replaceValues(charges, { ...(task.units && { amount: task.units }) }),
    parent_video: fillParent,
  });
  return nameFiles(filled, `${base}/media/${task.id}`, places.result);
}

/** Which files a task shows, in the order in which they are numbered. */
export const listFiles = (task: unknown, result: string): TaskFile[] => [
  ...orderFiles(task, result).values(),
];

/** The files in a value by the pointer to each, those of the result first. */
function orderFiles(body: unknown, result: string): Map<string, TaskFile> {
  const isResult = ({ pointer }: { pointer: string }) => (isWithin(pointer, result) ? 0 : 1);
  const inOrder = filesIn(body).toSorted((a, b) => isResult(a) - isResult(b));
  return new Map(
    inOrder.map(({ pointer, format }) => [pointer, { format, name: nameOf(pointer) }]),
  );
}

/** Whether a file shows the same as another one, with a watermark. */
export const isMarked = ({ name }: TaskFile): boolean => name.startsWith('watermark_');

/** The name of the file in that place of a list: those after the first of a format have a number. */
export function fileName(id: string, files: readonly TaskFile[], at: number): string {
  const file = files[at] ?? { format: 'mp4', name: '' };
  const isLike = (each: TaskFile) =>
    each.format === file.format && isMarked(each) === isMarked(file);
  const nth = files.slice(0, at + 1).filter(isLike).length;
  return `${id}${nth > 1 ? `-${nth}` : ''}${isMarked(file) ? '-watermark' : ''}.${file.format}`;
}

/** Puts the addresses of the mock's own files into a value: `…/ID.png`, `…/ID-2.png`, `…/ID-2-watermark.png`. */
export function nameFiles(body: unknown, start: string, result = ''): unknown {
  const files = orderFiles(body, result);
  const all = [...files.values()];
  const names = new Map([...files.keys()].map((key, at) => [key, fileName(start, all, at)]));
  return replaceFiles(body, (pointer) => names.get(pointer) ?? '');
}

/** A copy with other addresses of files. */
function replaceFiles(root: unknown, address: (pointer: string) => string): unknown {
  const pointers = new Set(filesIn(root).map(({ pointer }) => pointer));
  const copy = (node: unknown, pointer: string): unknown => {
    if (pointers.has(pointer)) return address(pointer);
    if (typeof node !== 'object' || node === null) return node;
    const copied = Object.entries(node).map(([name, child]) => [
      name,
      copy(child, join(pointer, name)),
    ]);
    return Array.isArray(node) ? copied.map(([, child]) => child) : Object.fromEntries(copied);
  };
  return copy(root, '');
}
