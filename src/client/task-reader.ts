import type { Connection } from './connection.ts';
import { hasEnded, openTask } from './envelope.ts';
import { AnswerError, ApiError, type TaskHandle } from './errors.ts';
import { isObject, type JsonObject, text } from './json.ts';
import type { Limit } from './limit.ts';
import { type OperationName, operations } from './operations.ts';
import type { TaskReader } from './poll.ts';
import { isBadRequest, isUnauthorized } from './refusals.ts';
import { type Durations, estimateFor, firstPause, learn, pauseAt } from './schedule.ts';
import type { TimerPool } from './timer-pool.ts';

/** What the operations of a client share. */
export interface Shared {
  readonly timers: TimerPool;
  readonly durations: Durations;
  readonly limit: Limit | undefined;
}

/** Milliseconds; no task takes longer, so times further apart are not those of a task. */
const longestTask = 86_400_000;
/** Milliseconds in which a new task may not be found yet: Kling does not promise immediate consistency. */
const graceOfNewTasks = 30_000;

/** How the tasks of one operation are read and when they are polled; with `interval`, first after so many milliseconds. */
export function taskReader(
  connection: Connection,
  name: OperationName,
  { timers, durations, limit }: Shared,
  interval: number | undefined,
): TaskReader {
  const { provider } = connection;
  const outcomeOf = outcomeWith(operations[name].result);
  /** Frees the task's slot among the running ones when it has ended, or when nobody will ever see its end. */
  const releaseSlotOnEnd = async (
    handle: TaskHandle,
    reading: Promise<JsonObject>,
    signal?: AbortSignal,
  ) => {
    const requestedAt = Date.now();
    try {
      const snapshot = await reading;
      if (hasEnded(snapshot)) limit?.release(handle.id ?? '');
      return snapshot;
    } catch (error) {
      // A caller who gave up may have any reason, such as the refusal of another task.
      if (!signal?.aborted && isFatal(error, handle, requestedAt)) limit?.release(handle.id ?? '');
      throw error;
    }
  };
  const one = (handle: TaskHandle, signal?: AbortSignal) =>
    readTask(connection, name, handle, signal);
  const list = provider.listReader?.({
    one,
    page: (query, signal) => readList(connection, name, query, signal),
    isComplete: (snapshot) =>
      outcomeOf(snapshot) !== undefined || !['', 'succeed'].includes(text(snapshot.task_status)),
    isRefusal: (error) => isBadRequest(error) || isUnauthorized(error),
  });
  return {
    read: (handle, signal) => releaseSlotOnEnd(handle, one(handle, signal), signal),
    ...(list && {
      readWithOthers: (handle, signal) =>
        releaseSlotOnEnd(handle, list.read(handle, signal), signal),
    }),
    outcomeOf,
    isFatal,
    retryAfter: (error) => (error instanceof ApiError ? error.retryAfter : undefined),
    timers,
    ...(interval !== undefined && interval >= 0 ? { interval } : schedule(durations)),
  };
}

async function readTask(
  { call, provider }: Connection,
  name: OperationName,
  handle: TaskHandle,
  signal?: AbortSignal,
): Promise<JsonObject> {
  const id = handle.id ?? (provider.findsExternalIds ? handle.externalId : undefined);
  if (!id) throw new TypeError(`${provider.name} finds tasks by their own id only`);
  const route = `${operations[name].route}/{task_id}`;
  const params = { path: { task_id: id } };
  const snapshot = openTask(await call({ method: 'get', route, params, signal }));
  if (snapshot.task_status) return snapshot;
  throw new AnswerError('the response shows no task', { provider: provider.name, status: 200 });
}

/** One page of the account's tasks. */
export async function readList(
  { call, provider }: Connection,
  name: OperationName,
  query: JsonObject,
  signal: AbortSignal,
): Promise<JsonObject[]> {
  const { route } = operations[name];
  const data = await call({ method: 'get', route, params: { query }, signal });
  if (Array.isArray(data) && data.every(isObject)) return data.map(openTask);
  throw new AnswerError('the response is not a list', { provider: provider.name, status: 200 });
}

/** When to poll: when tasks of this kind usually end. */
const schedule = (
  durations: Durations,
): Pick<TaskReader, 'interval' | 'firstPause' | 'pause' | 'onFinished'> => ({
  interval: 1_000,
  firstPause: (handle) => firstPause(Date.now() - handle.createdAt, estimateFor(durations, handle)),
  pause: (handle) => pauseAt(Date.now() - handle.createdAt, estimateFor(durations, handle)),
  onFinished(handle, { created_at: begun, updated_at: ended }) {
    const took = Number.parseFloat(text(ended)) - Number.parseFloat(text(begun));
    if (took > 0 && took < longestTask) learn(durations, handle, took);
  },
});

const isFatal: TaskReader['isFatal'] = (error, { createdAt }, requestedAt) =>
  error instanceof TypeError ||
  isUnauthorized(error) ||
  (isBadRequest(error) && requestedAt - createdAt > graceOfNewTasks);

/** How a task has ended, whose result has this list: a finished task without its files counts as running. */
const outcomeWith =
  (listName: string): TaskReader['outcomeOf'] =>
  ({ task_status, task_status_msg, task_result }) => {
    if (task_status === 'failed') return { reason: text(task_status_msg) };
    if (task_status !== 'succeed') return undefined;
    const result = task_result as JsonObject | null | undefined;
    // One gateway documents a single object where everybody else has a list.
    const list = [result?.[listName] ?? []].flat().filter(isObject);
    return list.some(hasAddress) ? { result: { ...result, [listName]: list } } : undefined;
  };

const hasAddress = (item: JsonObject) =>
  Object.entries(item).some(([key, value]) => key.startsWith('url') && value && text(value));
