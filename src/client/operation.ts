import { type Connection, checkId } from './connection.ts';
import { createError, createOnce } from './create.ts';
import { KlingError, TaskAbortedError, type TaskHandle } from './errors.ts';
import type { JsonObject } from './json.ts';
import { type OperationName, operations } from './operations.ts';
import { factsOf, pollTimeout, type WaitOptions } from './poll.ts';
import { retryWhileBusy } from './retry.ts';
import { kindOf } from './schedule.ts';
import { within } from './sleep.ts';
import { Task } from './task.ts';
import { readList, type Shared, taskReader } from './task-reader.ts';
import type { CallOptions } from './types.ts';

/** How the operations of a client behave. */
export interface OperationOptions {
  /**
   * Milliseconds before the first poll of a task; the intervals then grow to 15 s. Without it, the first poll comes after a
   * second or a thirtieth of the usual duration, and the others when such tasks usually end, which the client learns from
   * earlier tasks. @default 1_000 for a mock on this machine without `durations`
   */
  interval?: number | undefined;
  /**
   * Milliseconds that a create may take in all, including retries while the provider is busy, and the search for the task
   * when a response is lost. @default 120_000
   */
  createTimeout?: number | undefined;
  /** Milliseconds that one request of a create may take. @default 30_000 */
  requestTimeout?: number | undefined;
  /**
   * Tasks of this client that may run at once, as many as the account's resource pack allows: further creates wait in line
   * instead of being refused. @default no limit
   */
  maxRunning?: number | undefined;
}

/** One operation of one provider; its types are those of the provider's document, given in `createKling`. */
export function createOperation(
  connection: Connection,
  name: OperationName,
  options: OperationOptions,
  shared: Shared,
) {
  const { createTimeout = 120_000, requestTimeout = 30_000, interval } = options;
  const reader = taskReader(connection, name, shared, interval);
  const { limit } = shared;
  const { name: provider, prefix, routes } = connection.provider;
  const makeHandle = (facts: Partial<TaskHandle>): TaskHandle => ({
    v: 1,
    provider,
    operation: name,
    createdAt: Date.now(),
    ...facts,
  });

  async function create(input: JsonObject, { signal, timeout = createTimeout }: CallOptions = {}) {
    // Made here, outside of all retries, so that every attempt names the same task.
    const externalId = checkId(String(input.external_task_id || crypto.randomUUID()));
    const facts = { externalId, ...kindOf(input) };
    // A copy of the input as it is now: the caller may change it while the create waits to be sent, or sent again.
    const body = { ...JSON.parse(JSON.stringify(input)), external_task_id: externalId };
    const createTask = async () => {
      const id = await createOnce(connection, name, body, { timeout, requestTimeout, signal });
      // `createdAt` is now: the create may have waited long for its slot.
      return new Task(reader, makeHandle({ ...facts, id }));
    };
    // Tasks are read together where possible: hundreds may run while one create waits for a slot.
    const read = reader.readWithOthers ?? reader.read;
    const poll = (task: Awaited<ReturnType<typeof createTask>>, signal: AbortSignal) =>
      within(pollTimeout, (stop) => read(task.toJSON(), stop), signal);
    try {
      return await (limit ? limit.run(createTask, poll, signal) : createTask());
    } catch (error) {
      throw createError(error, makeHandle(facts), connection, signal);
    }
  }

  const methods = {
    create,
    run: async (input: JsonObject, wait: WaitOptions<JsonObject> = {}) =>
      waitForResult(await create(input, { signal: wait.signal }), wait),
    task: (id: string) => new Task(reader, makeHandle({ id: checkId(id) })),
    ...(routes[prefix + operations[name].route]?.includes('get') && {
      list(query: JsonObject = {}, { signal, timeout = createTimeout }: CallOptions = {}) {
        const read = (stop: AbortSignal) => readList(connection, name, query, stop);
        return retryWhileBusy(read, { timeout, requestTimeout, signal });
      },
    }),
  };
  return { methods, reader };
}

/** Waits for a task whose handle the caller does not have: every error must carry it, even one that `onProgress` throws. */
async function waitForResult<Result>(
  task: Task<JsonObject, Result>,
  wait: WaitOptions<JsonObject>,
) {
  try {
    return await task.result(wait);
  } catch (cause) {
    if (cause instanceof KlingError) throw cause;
    const why = 'your own error ended the wait';
    throw new TaskAbortedError(why, factsOf(task.toJSON(), cause));
  }
}
