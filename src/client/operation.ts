import { type Connection, safeId } from './connection.ts';
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
   * Milliseconds before the first poll of a task; later polls are rarer, up to one in 15 s. Unless it is given, the first
   * poll comes early, after a second or a thirtieth of the time that such tasks take, and the others when such tasks
   * usually end, which the client learns from its own. @default 1_000 for a mock on this machine without `durations`
   */
  interval?: number | undefined;
  /**
   * Milliseconds that a create may take in all, with the retries while the provider is busy and with finding out what became
   * of a create whose response was lost. @default 120_000
   */
  createTimeout?: number | undefined;
  /** Milliseconds that one request of a create may take. @default 30_000 */
  requestTimeout?: number | undefined;
  /**
   * Tasks of this client that may run at once, as many as the account's rereader pack allows: further creates wait here, in
   * order, instead of being refused there. @default no limit
   */
  maxRunning?: number | undefined;
}

/** One operation of one provider; its types are those of the provider's document, given in `createKling`. */
export function operation(
  connection: Connection,
  name: OperationName,
  options: OperationOptions,
  shared: Shared,
) {
  const { createTimeout = 120_000, requestTimeout = 30_000, interval } = options;
  const reader = taskReader(connection, name, shared, interval);
  const { limit } = shared;
  const { name: provider, prefix, routes } = connection.provider;
  const handle = (facts: Partial<TaskHandle>): TaskHandle => ({
    v: 1,
    provider,
    operation: name,
    createdAt: Date.now(),
    ...facts,
  });

  async function create(input: JsonObject, { signal, timeout = createTimeout }: CallOptions = {}) {
    // Made here, outside of all retries: it names this one task, whatever becomes of the responses.
    const externalId = String(input.external_task_id || crypto.randomUUID());
    const facts = { externalId, ...kindOf(input) };
    // A copy of the input as it is now: the caller may change it while the create waits to be sent, or sent again.
    const body = { ...JSON.parse(JSON.stringify(input)), external_task_id: externalId };
    const make = async () => {
      const id = await createOnce(connection, name, body, { timeout, requestTimeout, signal });
      // `createdAt` is now: the create may have waited long for its slot.
      return new Task(reader, handle({ ...facts, id }));
    };
    // With others where that is possible: hundreds of tasks may run while one create waits for a slot.
    const read = reader.readWithOthers ?? reader.read;
    const poll = (task: Awaited<ReturnType<typeof make>>, signal: AbortSignal) =>
      within(pollTimeout, (stop) => read(task.toJSON(), stop), signal);
    try {
      return await (limit ? limit.run(make, poll, signal) : make());
    } catch (error) {
      throw createError(error, handle(facts), connection, signal);
    }
  }

  const methods = {
    create,
    run: async (input: JsonObject, wait: WaitOptions<JsonObject> = {}) =>
      waitForResult(await create(input, { signal: wait.signal }), wait),
    task: (id: string) => new Task(reader, handle({ id: safeId(id) })),
    ...(routes[prefix + operations[name].route]?.includes('get') && {
      list(query: JsonObject = {}, { signal, timeout = createTimeout }: CallOptions = {}) {
        const read = (stop: AbortSignal) => readList(connection, name, query, stop);
        return retryWhileBusy(read, { timeout, requestTimeout, signal });
      },
    }),
  };
  return { methods, reader };
}

/** Waits for a task whose handle only we have: no error may lose it, not even one that `onProgress` throws. */
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
