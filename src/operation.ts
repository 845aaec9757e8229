import { type Connection, safeId } from './connection.ts';
import { createError, createOnce, createSteps } from './create.ts';
import { isFields, openTask, text } from './envelope.ts';
import { AnswerError, ApiError, type TaskHandle } from './errors.ts';
import type { Limit } from './limit.ts';
import { type OperationName, operations } from './operations.ts';
import { learned, paceOf, pauseAt } from './pace.ts';
import type { TaskSource, WaitOptions } from './poll.ts';
import { isBadRequest, isUnauthorized, patiently } from './retry.ts';
import { Task } from './task.ts';
import type { CallOptions } from './types.ts';

type Fields = Record<string, unknown>;

/** How the operations of a client behave. */
export interface OperationOptions {
  /**
   * Milliseconds before the first look at a task; later looks are rarer, up to one in 15 s. Unless it is given, there is one
   * look after a second, and the others come when tasks of this kind are known to end, which the client learns from its own.
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

/** Milliseconds beyond which the times in an answer are not those of a task. */
const longestTask = 86_400_000;

/** A new task may not be found yet for a while: Kling promises no immediate consistency. */
const graceOfNewTasks = 30_000;

/** One operation of one provider; its types are those of the provider's document, given in `createKling`. */
export function operation(
  connection: Connection,
  name: OperationName,
  options: OperationOptions,
  limit: Limit | undefined,
) {
  const { route } = operations[name];
  const { createTimeout = 120_000, requestTimeout = 30_000, interval } = options;
  const source = { ...taskSource(connection, name, limit), ...pacing(name, interval) };
  const provider = connection.provider.name;
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
    const asked = handle({ externalId });
    const steps = createSteps(connection, name, { ...input, external_task_id: externalId });
    const make = async () => {
      const id = await createOnce(steps, { timeout, requestTimeout, signal });
      // A handle of now: the task may be much younger than the wish for it.
      return new Task(source, handle({ externalId, id }));
    };
    try {
      return await (limit
        ? limit.run(make, (task, stop) => task.snapshot({ signal: stop }), signal)
        : make());
    } catch (error) {
      throw createError(error, asked, connection, signal);
    }
  }

  const methods = {
    create,
    async run(input: Fields, wait: WaitOptions<Fields> = {}) {
      const task = await create(input, { signal: wait.signal });
      return task.result(wait);
    },
    task: (id: string) => new Task(source, handle({ id: safeId(id) })),
    ...(connection.provider.routes[connection.provider.prefix + route]?.includes('get') && {
      list: (query: Fields = {}, { signal, timeout = createTimeout }: CallOptions = {}) =>
        list(connection, route, query, { timeout, requestTimeout, signal }),
    }),
  };
  return { methods, source };
}

async function list(
  { call, provider }: Connection,
  route: string,
  query: Fields,
  limits: Parameters<typeof patiently>[1],
): Promise<Fields[]> {
  const get = (signal: AbortSignal) => call({ method: 'get', route, params: { query }, signal });
  const data = await patiently(get, limits);
  if (Array.isArray(data) && data.every(isFields)) return data.map(openTask);
  throw new AnswerError('the answer is no list', { provider: provider.name, status: 200 });
}

function taskSource(
  connection: Connection,
  name: OperationName,
  limit: Limit | undefined,
): Omit<TaskSource, 'interval'> {
  const { route, result: listName } = operations[name];
  const { provider, call } = connection;
  const resultOf: TaskSource['resultOf'] = (snapshot) => {
    if (snapshot.task_status !== 'succeed') return undefined;
    const result = snapshot.task_result as Fields | null | undefined;
    // One gateway documents a single object where everybody else has a list.
    const list = [result?.[listName] ?? []].flat().filter(isFields);
    return list.some(hasAddress) ? { ...result, [listName]: list } : undefined;
  };
  const isFatal: TaskSource['isFatal'] = (error, { createdAt }, asked) =>
    error instanceof TypeError ||
    isUnauthorized(error) ||
    (isBadRequest(error) && asked - createdAt > graceOfNewTasks);
  return {
    async read(handle, signal) {
      const id = handle.id ?? (provider.findsExternalIds ? handle.externalId : undefined);
      const asked = Date.now();
      if (!id) throw new TypeError(`${provider.name} finds tasks by their own id only`);
      const params = { path: { task_id: safeId(id) } };
      try {
        const answer = await call({ method: 'get', route: `${route}/{task_id}`, params, signal });
        const snapshot = openTask(answer);
        const { task_status: status } = snapshot;
        if (status === 'succeed' || status === 'failed') limit?.ended(id);
        if (status) return snapshot;
        throw new AnswerError('the answer shows no task', { provider: provider.name, status: 200 });
      } catch (error) {
        // Nobody will ever see this one end.
        if (isFatal(error, handle, asked)) limit?.ended(id);
        throw error;
      }
    },
    resultOf,
    failureOf: ({ task_status, task_status_msg }) =>
      task_status === 'failed' ? text(task_status_msg) : undefined,
    isFatal,
    retryAfter: (error) => (error instanceof ApiError ? error.retryAfter : undefined),
  };
}

/** When to look: as often as the caller says, or as it is known of this kind of task. */
function pacing(
  name: OperationName,
  interval: number | undefined,
): Pick<TaskSource, 'interval' | 'pause' | 'finished'> {
  if (interval !== undefined) return { interval };
  let pace = paceOf(operations[name].seconds);
  return {
    interval: 1_000,
    pause: (age) => pauseAt(age, pace),
    finished({ created_at: begun, updated_at: ended }) {
      const took = Number(ended) - Number(begun);
      if (took > 0 && took < longestTask) pace = learned(pace, took);
    },
  };
}

const hasAddress = (item: Fields) =>
  Object.entries(item).some(([key, value]) => key.startsWith('url') && value && text(value));
