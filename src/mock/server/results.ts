/** What responses show of a task: the document's example with this task's own values, and with files that are really there. */
import { type OperationName, operations } from '../../client/operations.ts';
import {
  isObject,
  isWithin,
  type JsonObject,
  listOf,
  nameOf,
  objectOf,
} from '../../documents/json.ts';
import type { Schema } from '../../documents/openapi.ts';
import { filesIn, formatAt } from '../../documents/result-files.ts';
import { replaceValues } from './answers.ts';
import type { VisibleState } from './lifecycle.ts';
import { idFieldOf } from './target.ts';
import type { MockTask, Shape, TaskFile } from './tasks.ts';

/** Pictures of a series whose number is left to the model. */
const usualSeries = 4;
/** Items that a result has at most, more than any document allows: some take any number. */
const maxItems = 20;

/** The fields of a create, with the defaults of those that it leaves out. An empty text counts as absent. */
export function readAsked({ properties = {} }: Schema, input: JsonObject): JsonObject {
  const defaults = Object.entries(properties).flatMap(([name, field]) =>
    field instanceof Object && field.default !== undefined ? [[name, field.default]] : [],
  );
  const given = Object.entries(input).filter(([, value]) => value !== '' && value !== null);
  return Object.fromEntries([...defaults, ...given]);
}

/** Plans a result by the example of a finished task and what the create asked for. */
export function planShape(
  operation: OperationName,
  { properties = {} }: Schema,
  asked: JsonObject,
  example: unknown,
): Shape {
  const { result: list } = operations[operation];
  const result = objectOf(objectOf(objectOf(example).data).task_result);
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

/** The result of the example in the shape of a task's own. */
function shapeResult(example: unknown, operation: OperationName, { counts, repeats }: Shape) {
  const { result: list } = operations[operation];
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
  requestId: string;
}

/** The id of what a task makes that is kept, such as a voice. */
export const keptIdOf = ({ id }: Pick<MockTask, 'id'>): string => String(BigInt(id) + 1n);

/** The document's example response for a task, with this task's own values in place of the example's. */
export function fillIn(example: unknown, { task, state, base, requestId }: Filling): unknown {
  const { operation, shape, hasWatermark } = task;
  const { status, since, hasResult } = state;
  const duration = task.seconds.toFixed(1);
  let items = 0n;
  const values = {
    request_id: requestId,
    task_id: task.id,
    session_id: task.id,
    external_task_id: task.externalId,
    task_status: status,
    task_status_msg: status === 'failed' ? task.reason : '',
    created_at: task.createdAt,
    updated_at: since,
    watermark_info: { enabled: hasWatermark },
    ...(task.units && { final_unit_deduction: task.units }),
    ...(!hasWatermark && { watermark_url: undefined }),
    ...(task.isDeleted && { status: 'deleted' }),
    id: () => String(BigInt(task.id) + ++items),
    [idFieldOf(operation)]: keptIdOf(task),
    duration,
    duration_mp3: duration,
    duration_wav: duration,
  };
  const fillResult = (result: unknown) => {
    if (status === 'succeed' && !hasResult) return {};
    return replaceValues(shape ? shapeResult(result, operation, shape) : result, values);
  };
  const fillParent = (parent: unknown) =>
    replaceValues(parent, { ...values, id: shape?.parent ?? `${BigInt(task.id) - 1n}` });
  const more = { task_result: fillResult, parent_video: fillParent };
  const filled = replaceValues(example, { ...values, ...more });
  return nameFiles(filled, `${base}/media/${task.id}`);
}

/** Which files a response has, in the order in which they are numbered. */
export const listFiles = (body: unknown): TaskFile[] => [...orderFiles(body).values()];

/** The files of a response by the pointer to each, those of the result first. */
function orderFiles(body: unknown): Map<string, TaskFile> {
  const isResult = ({ pointer }: { pointer: string }) =>
    isWithin(pointer, '/data/task_result') ? 0 : 1;
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

/** Puts the addresses of the mock's own files into a response: `…/ID.png`, `…/ID-2.png`, `…/ID-2-watermark.png`. */
export function nameFiles(body: unknown, start: string): unknown {
  const files = orderFiles(body);
  const all = [...files.values()];
  const names = new Map([...files.keys()].map((key, at) => [key, fileName(start, all, at)]));
  return replaceFiles(body, (pointer) => names.get(pointer) ?? '');
}

/** A copy with other addresses of files. */
function replaceFiles(node: unknown, address: (pointer: string) => string, pointer = ''): unknown {
  if (typeof node === 'string') return node && formatAt(pointer) ? address(pointer) : node;
  if (typeof node !== 'object' || node === null) return node;
  const copied = Object.entries(node).map(([name, child]) => [
    name,
    replaceFiles(child, address, `${pointer}/${name}`),
  ]);
  return Array.isArray(node) ? copied.map(([, child]) => child) : Object.fromEntries(copied);
}
