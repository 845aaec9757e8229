import type { Connection } from './connection.ts';
import { openTask } from './envelope.ts';
import { AnswerError, ApiError, type TaskHandle } from './errors.ts';
import { isObject, text } from './json.ts';
import type { Limit } from './limit.ts';
import { type OperationName, operations } from './operations.ts';
import type { TaskReader } from './poll.ts';
import { isBadRequest, isUnauthorized } from './refusals.ts';
import { type Durations, estimateFor, firstPause, learn, pauseAt } from './schedule.ts';
import type { TimerPool } from './timer-pool.ts';

type Fields = Record<string, unknown>;

/** What the operations of a client share. */
export interface Shared {
  readonly timers: TimerPool;
  readonly durations: Durations;
  readonly limit: Limit | undefined;
}

/** Milliseconds beyond which the times in an answer are not those of a task. */
const longestTask = 86_400_000;
/** A new task may not be found yet for a while: Kling promises no immediate consistency. */
const graceOfNewTasks = 30_000;

/** The tasks of one operation, as waits look at them; every `interval` milliseconds at first, where the caller says so. */
export function taskReader(
  connection: Connection,
  name: OperationName,
  { timers, durations, limit }: Shared,
  interval: number | undefined,
): TaskReader {
  const { provider } = connection;
  const resultOf = resultIn(operations[name].result);
  /** A place among the running tasks is free when anybody sees the end of one, or that nobody ever will. */
  const noticing = async (handle: TaskHandle, reading: Promise<Fields>, signal?: AbortSignal) => {
    const asked = Date.now();
    try {
      const snapshot = await reading;
      if (hasEnded(snapshot)) limit?.ended(handle.id ?? '');
      return snapshot;
    } catch (error) {
      // Whoever gave up may have any reason, such as the refusal of another task.
      if (!signal?.aborted && isFatal(error, handle, asked)) limit?.ended(handle.id ?? '');
      throw error;
    }
  };
  const one = (handle: TaskHandle, signal?: AbortSignal) =>
    readTask(connection, name, handle, signal);
  const batch = provider.batch?.({
    one,
    page: (query, signal) => readList(connection, name, query, signal),
    isWhole: (snapshot) =>
      snapshot.task_status !== 'succeed'
        ? snapshot.task_status !== ''
        : resultOf(snapshot) !== undefined,
    hasEnded,
    isRefusal: (error) => isBadRequest(error) || isUnauthorized(error),
  });
  return {
    read: (handle, signal) => noticing(handle, one(handle, signal), signal),
    ...(batch && {
      readWithOthers: (handle, signal) => noticing(handle, batch.read(handle, signal), signal),
    }),
    resultOf,
    failureOf: ({ task_status, task_status_msg }) =>
      task_status === 'failed' ? text(task_status_msg) : undefined,
    isFatal,
    retryAfter: (error) => (error instanceof ApiError ? error.retryAfter : undefined),
    timers,
    ...(interval !== undefined && interval >= 0 ? { interval } : pacing(durations)),
  };
}

async function readTask(
  { call, provider }: Connection,
  name: OperationName,
  handle: TaskHandle,
  signal?: AbortSignal,
): Promise<Fields> {
  const id = handle.id ?? (provider.findsExternalIds ? handle.externalId : undefined);
  if (!id) throw new TypeError(`${provider.name} finds tasks by their own id only`);
  const route = `${operations[name].route}/{task_id}`;
  const params = { path: { task_id: id } };
  const snapshot = openTask(await call({ method: 'get', route, params, signal }));
  if (snapshot.task_status) return snapshot;
  throw new AnswerError('the answer shows no task', { provider: provider.name, status: 200 });
}

/** One page of the account's tasks. */
export async function readList(
  { call, provider }: Connection,
  name: OperationName,
  query: Fields,
  signal: AbortSignal,
): Promise<Fields[]> {
  const { route } = operations[name];
  const data = await call({ method: 'get', route, params: { query }, signal });
  if (Array.isArray(data) && data.every(isObject)) return data.map(openTask);
  throw new AnswerError('the answer is no list', { provider: provider.name, status: 200 });
}

/** When to look: when tasks of this kind are known to end. */
const pacing = (
  durations: Durations,
): Pick<TaskReader, 'interval' | 'firstPause' | 'pause' | 'finished'> => ({
  interval: 1_000,
  firstPause: (handle) => firstPause(Date.now() - handle.createdAt, estimateFor(durations, handle)),
  pause: (handle) => pauseAt(Date.now() - handle.createdAt, estimateFor(durations, handle)),
  finished(handle, { created_at: begun, updated_at: ended }) {
    const took = Number.parseFloat(text(ended)) - Number.parseFloat(text(begun));
    if (took > 0 && took < longestTask) learn(durations, handle, took);
  },
});

const hasEnded = ({ task_status: status }: Fields) => status === 'succeed' || status === 'failed';

const isFatal: TaskReader['isFatal'] = (error, { createdAt }, asked) =>
  error instanceof TypeError ||
  isUnauthorized(error) ||
  (isBadRequest(error) && asked - createdAt > graceOfNewTasks);

/** The result of a finished task, once it is really there. */
const resultIn =
  (listName: string): TaskReader['resultOf'] =>
  ({ task_status, task_result }) => {
    if (task_status !== 'succeed') return undefined;
    const result = task_result as Fields | null | undefined;
    // One gateway documents a single object where everybody else has a list.
    const list = [result?.[listName] ?? []].flat().filter(isObject);
    return list.some(hasAddress) ? { ...result, [listName]: list } : undefined;
  };

const hasAddress = (item: Fields) =>
  Object.entries(item).some(([key, value]) => key.startsWith('url') && value && text(value));
