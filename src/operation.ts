import type { Connection } from './connection.ts';
import { openTask } from './envelope.ts';
import {
  AnswerError,
  ApiError,
  ConnectionError,
  CreateUncertainError,
  KlingError,
  TaskAbortedError,
  type TaskHandle,
} from './errors.ts';
import { type OperationName, operations } from './operations.ts';
import { isBadRequest, isUnauthorized, patiently, tookNothing } from './retry.ts';
import { Task, type TaskSource, type WaitOptions } from './task.ts';
import type { CallOptions } from './types.ts';

type Fields = Record<string, unknown>;

/** How the operations of a client behave. */
export interface OperationOptions {
  /** Milliseconds before the first look at a new task; later looks are rarer. @default 1000 */
  interval?: number | undefined;
  /** Milliseconds that a create may take, waiting for a provider that takes nothing right now included. @default 120_000 */
  createTimeout?: number | undefined;
}

/** A new task may not be found yet for a while: Kling promises no immediate consistency. */
const graceOfNewTasks = 30_000;

/** One operation of one provider; its types are those of the provider's document, given in `createKling`. */
export function operation(
  connection: Connection,
  name: OperationName,
  { createTimeout = 120_000, interval = 1_000 }: OperationOptions,
) {
  const { route } = operations[name];
  const source = taskSource(connection, name, interval);
  const handle = (facts: Partial<TaskHandle>): TaskHandle => ({
    v: 1,
    provider: connection.provider.name,
    operation: name,
    createdAt: Date.now(),
    ...facts,
  });

  async function create(input: Fields, { signal, timeout = createTimeout }: CallOptions = {}) {
    // Minted here, outside of any repetition: it names this one task, whatever becomes of the answers.
    const externalId = String(input.external_task_id || crypto.randomUUID());
    const body = { ...input, external_task_id: externalId };
    const asked = handle({ externalId });
    try {
      const post = (stop: AbortSignal) =>
        connection.call({ method: 'post', route, body, signal: stop });
      const { task_id: id } = openTask(await patiently(post, { timeout, signal }));
      if (typeof id === 'string' && id !== '') return new Task(source, { ...asked, id });
    } catch (error) {
      throw createError(error, asked, signal);
    }
    const cause = new AnswerError('the answer names no task', { ...about(asked), status: 200 });
    throw createError(cause, asked, signal);
  }

  const methods = {
    create,
    async run(input: Fields, wait: WaitOptions<Fields> = {}) {
      const task = await create(input, { signal: wait.signal });
      return task.result(wait);
    },
    task: (id: string) => new Task(source, handle({ id: safeId(id) })),
    ...(connection.provider.routes[connection.provider.prefix + route]?.includes('get') && {
      async list(query: Fields = {}, { signal, timeout = createTimeout }: CallOptions = {}) {
        const get = (stop: AbortSignal) =>
          connection.call({ method: 'get', route, params: { query }, signal: stop });
        const data = await patiently(get, { timeout, signal });
        return (Array.isArray(data) ? data : []).map(openTask);
      },
    }),
  };
  return { methods, source };
}

const about = (task: TaskHandle) => ({ provider: task.provider, task });

/** What became of a create that gave no task: refused, never sent, or nobody knows. */
function createError(error: unknown, task: TaskHandle, signal?: AbortSignal): unknown {
  const facts = { ...about(task), cause: error };
  const isSent = error instanceof KlingError && !(error instanceof ConnectionError && !error.sent);
  if (!isSent && signal?.aborted) {
    return new TaskAbortedError('aborted before the task was created', facts);
  }
  if (!(error instanceof KlingError)) return error;
  if (!isSent || tookNothing(error)) {
    error.task = task;
    return error;
  }
  return new CreateUncertainError(
    `the task may exist, its answer was lost: ${error.message}`,
    facts,
  );
}

function taskSource(connection: Connection, name: OperationName, interval: number): TaskSource {
  const { route, result: listName } = operations[name];
  const { provider, call } = connection;
  return {
    interval,
    async read(handle, signal) {
      const id = handle.id ?? (provider.findsExternalIds ? handle.externalId : undefined);
      if (!id) throw new TypeError(`${provider.name} finds tasks by their own id only`);
      const params = { path: { task_id: safeId(id) } };
      return openTask(await call({ method: 'get', route: `${route}/{task_id}`, params, signal }));
    },
    resultOf: (snapshot) => {
      if (snapshot.task_status !== 'succeed') return undefined;
      const result = snapshot.task_result as Fields | null | undefined;
      // One gateway documents a single object where everybody else has a list.
      const list = [result?.[listName] ?? []].flat();
      return list.some(hasAddress) ? { ...result, [listName]: list } : undefined;
    },
    failureOf: ({ task_status, task_status_msg }) =>
      task_status === 'failed' ? String(task_status_msg ?? '') : undefined,
    isFatal: (error, { createdAt }) =>
      error instanceof TypeError ||
      isUnauthorized(error) ||
      (isBadRequest(error) && Date.now() - createdAt > graceOfNewTasks),
    retryAfter: (error) => (error instanceof ApiError ? error.retryAfter : undefined),
  };
}

const hasAddress = (item: unknown) =>
  typeof item === 'object' &&
  item !== null &&
  Object.entries(item).some(([key, value]) => key.startsWith('url') && value);

/** An id that cannot mean another route. */
function safeId(id: string): string {
  if (typeof id === 'string' && id && id !== '.' && id !== '..') return id;
  throw new TypeError(`not a task id: ${JSON.stringify(id)}`);
}
