/** Pages of tasks: by number, or by a cursor. */
import type { OperationName } from '../../client/operations.ts';
import { endOf } from '../../client/refusals.ts';
import { type JsonObject, listOf, objectOf } from '../../documents/json.ts';
import type { Schema } from '../../documents/openapi.ts';
import { stateAt } from './lifecycle.ts';
import { readAsked, resultOf } from './results.ts';
import type { Target } from './target.ts';
import type { MockTask } from './tasks.ts';

/** A page of a list that is read by a cursor. */
export interface CursorPage {
  tasks: MockTask[];
  /** Where the next one begins; undefined where there is none. */
  next: string | undefined;
}

/** How long ago a task may have been created that is listed where no time is given, in milliseconds: 30 days, as documented. */
const usualSpan = 30 * 24 * 3_600_000;

/** One page of tasks by the number of the page. */
export function pageOf<T>(
  items: readonly T[],
  { pageNum = '1', pageSize = '30' }: Record<string, string>,
): T[] {
  const [page, size] = [Number(pageNum), Number(pageSize)];
  return items.slice((page - 1) * size, page * size);
}

/**
 * One page of tasks, newest first, by what a request asks for: a cursor or two times, filters and a limit. Undefined where the cursor
 * is none of ours.
 */
export function cursorPage(
  tasks: readonly MockTask[],
  { schema, provider }: Pick<Target, 'schema' | 'provider'>,
  body: JsonObject,
  now: number,
): CursorPage | undefined {
  const asked = readAsked({ provider }, schema, body);
  const limit = Math.max(1, Math.floor(Number(asked.limit)) || 1);
  const cursor = readCursor(asked.cursor);
  if (asked.cursor !== undefined && !cursor) return undefined;
  const start = cursor?.start ?? Number(asked.start_time ?? now - usualSpan);
  const end = cursor?.end ?? Number(asked.end_time ?? now);
  const tests = listOf(asked.filters).map((filter) => readFilter(objectOf(filter), schema, now));
  const found = tasks.filter(
    (task) =>
      task.createdAt >= start &&
      task.createdAt <= end &&
      (cursor?.before === undefined || BigInt(task.id) < cursor.before) &&
      tests.every((test) => test(task)),
  );
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const hasMore = found.length > page.length && last !== undefined;
  const next = hasMore ? writeCursor([last.createdAt, start, last.id]) : undefined;
  return { tasks: page, next };
}

const writeCursor = (parts: unknown[]): string =>
  Buffer.from(parts.join('.')).toString('base64url');

/** What a cursor says; undefined where it is none. A time alone is one, too: that is how the document's own example looks. */
function readCursor(
  cursor: unknown,
): (Partial<Record<'start' | 'end', number>> & { before?: bigint }) | undefined {
  const text = Buffer.from(String(cursor ?? ''), 'base64url').toString();
  const [, end, start, before] = /^(\d{1,15})(?:\.(-?\d{1,15})\.(\d{1,30}))?$/.exec(text) ?? [];
  if (end === undefined) return undefined;
  return {
    end: Number(end),
    ...(start !== undefined && { start: Number(start) }),
    ...(before !== undefined && { before: BigInt(before) }),
  };
}

/** Whether a task is one that a filter lets through: by its status, or by what it makes. */
function readFilter(
  { key, values }: JsonObject,
  schema: Schema,
  now: number,
): (task: MockTask) => boolean {
  const wanted = listOf(values).map(String);
  if (key === 'status') {
    const words = wanted.map((word) => endOf(word) ?? word);
    return (task) => words.includes(stateAt(task, now).status);
  }
  const known = kindsIn(schema);
  return (task) => wanted.includes(kindOf(task, known));
}

/** The kinds of results that tasks may be listed by. */
const kindsIn = ({ properties = {} }: Schema): string[] =>
  (objectOf(properties.filters) as Schema).items?.oneOf
    ?.flatMap(
      ({ properties: { values } = {} }) => (values as Schema | undefined)?.items?.enum ?? [],
    )
    .map(String) ?? [];

/** What a task makes: as its operation is called, or else its result. */
function kindOf(task: MockTask, known: readonly string[]): string {
  const words = snakeCase(task.operation);
  return known.find((each) => words.endsWith(each)) ?? resultOf(task).replace(/s$/, '');
}

const snakeCase = (name: OperationName) =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
