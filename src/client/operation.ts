import { type Connection, safeId } from './connection.ts';
import { createError, createOnce, createSteps } from './create.ts';
import { KlingError, TaskAbortedError, type TaskHandle } from './errors.ts';
import { type OperationName, operations } from './operations.ts';
import { pollTimeout, type WaitOptions } from './poll.ts';
import { retryWhileBusy } from './retry.ts';
import { kindOf } from './schedule.ts';
import { within } from './sleep.ts';
import { Task } from './task.ts';
import { readList, type Shared, taskReader } from './task-reader.ts';
import type { CallOptions } from './types.ts';

type Fields = Record<string, unknown>;

/** How the operations of a client behave. */
export interface OperationOptions {
  /**
   * Milliseconds before the first look at a task; later looks are rarer, up to one in 15 s. Unless it is given, there is one
   * early look, after a second or a thirtieth of the time that such tasks take, and the others come when they are known to
   * end, which the client learns from its own. @default 1_000 for a mock on this machine, where no `durations` are given
   */
  interval?: number | undefined;
  /**
   * Milliseconds that a create may take in all: waiting for a provider that takes nothing right now, and finding out what
   * became of a create whose answer was lost. @default 120_000
   */
  createTimeout?: number | undefined;
  /** Milliseconds that one request of a create may take. @default 30_000 */
  requestTimeout?: number | undefined;
  /**
   * Tasks of this client that may run at once, as the account's resource pack allows it: further creates wait here, in
   * order, instead of being refused there. @default without limit
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
  const source = taskReader(connection, name, shared, interval);
  const { limit } = shared;
  const { name: provider, prefix, routes } = connection.provider;
  const handle = (facts: Partial<TaskHandle>): TaskHandle => ({
    v: 1,
    provider,
    operation: name,
    createdAt: Date.now(),
    ...facts,
  });

  async function create(input: Fields, { signal, timeout = createTimeout }: CallOptions = {}) {
    // Minted here, outside of any repetition: it names this one task, whatever becomes of the answers.
    const externalId = String(input.external_task_id || crypto.randomUUID());
    const facts = { externalId, ...kindOf(input) };
    // What is asked for is what stands there now, however long it waits to be sent, or sent again.
    const body = JSON.parse(JSON.stringify(input));
    const steps = createSteps(connection, name, { ...body, external_task_id: externalId });
    const make = async () => {
      const id = await createOnce(steps, { timeout, requestTimeout, signal });
      // A handle of now: the task may be much younger than the wish for it.
      return new Task(source, handle({ ...facts, id }));
    };
    // As waits look: hundreds may run while one create waits for a place.
    const read = source.readWithOthers ?? source.read;
    const look = (task: Awaited<ReturnType<typeof make>>, signal: AbortSignal) =>
      within(pollTimeout, (stop) => read(task.toJSON(), stop), signal);
    try {
      return await (limit ? limit.run(make, look, signal) : make());
    } catch (error) {
      throw createError(error, handle(facts), connection, signal);
    }
  }

  const methods = {
    create,
    run: async (input: Fields, wait: WaitOptions<Fields> = {}) =>
      resultOf(await create(input, { signal: wait.signal }), wait),
    task: (id: string) => new Task(source, handle({ id: safeId(id) })),
    ...(routes[prefix + operations[name].route]?.includes('get') && {
      list(query: Fields = {}, { signal, timeout = createTimeout }: CallOptions = {}) {
        const read = (stop: AbortSignal) => readList(connection, name, query, stop);
        return retryWhileBusy(read, { timeout, requestTimeout, signal });
      },
    }),
  };
  return { methods, source };
}

/** The result of a task that nobody else has: no error may lose it, not even that of an `onProgress`. */
async function resultOf<Result>(task: Task<Fields, Result>, wait: WaitOptions<Fields>) {
  try {
    return await task.result(wait);
  } catch (cause) {
    if (cause instanceof KlingError) throw cause;
    const facts = task.toJSON();
    const why = 'the wait was ended by an error in what it was given, see its cause';
    throw new TaskAbortedError(why, { provider: facts.provider, task: facts, cause });
  }
}
