import { type Connection, isId, safeId } from './connection.ts';
import { openTask } from './envelope.ts';
import {
  AnswerError,
  ConnectionError,
  CreateUncertainError,
  KlingError,
  TaskAbortedError,
  type TaskHandle,
} from './errors.ts';
import { type OperationName, operations } from './operations.ts';
import { isBadRequest, isMissing, isUnauthorized, tookNothing } from './refusals.ts';
import { type CallLimits, retryWhileBusy } from './retry.ts';
import { sleep, within } from './sleep.ts';

/** What creating once needs: sending, and looking for the task where the provider documents that. */
interface CreateSteps {
  /** Sends the create, and gives the id of the task. */
  send(signal: AbortSignal): Promise<string>;
  /** Looks for the task by its external id: its id, or nothing when the provider says that there is none. */
  find?: ((signal: AbortSignal) => Promise<string | undefined>) | undefined;
}

/** A task may not be found yet a moment after it was made; this long in a row it has to be missing. */
const graceOfLookups = 10_000;
/** Milliseconds that have to be left to send it again: a create that is given up at once may be paid for all the same. */
const leastTime = 5_000;
/** Milliseconds that a lookup without another limit may take. */
const longestLookup = 30_000;

/**
 * Makes exactly one task, whatever becomes of the answers: after an unclear ending it looks for the task and takes what is
 * there, and sends the create again only when there is none. Throws what ended it; {@link isUncertain} tells whether there
 * may be a task.
 */
export async function createOnce(
  { send, find }: CreateSteps,
  { timeout, requestTimeout, signal }: CallLimits,
): Promise<string> {
  const deadline = performance.now() + timeout;
  const left = () => deadline - performance.now();
  const reserve = Math.min(requestTimeout, leastTime);
  // The last ending that may have left a task behind.
  let unclear: unknown;
  for (;;) {
    try {
      return await retryWhileBusy(send, { timeout: left(), requestTimeout, reserve, signal });
    } catch (error) {
      // Given up between two requests: whatever the reason is, nobody was asked for anything.
      if (signal?.aborted && error === signal.reason) throw unclear ?? error;
      const isRefused = !isUncertain(error);
      if (!isRefused) unclear = error;
      // A repetition is also refused because the first one was taken after all: its external id is used up. And before
      // anybody hears that nothing was taken, there is time to look once more.
      else if (unclear === undefined) throw error;
      if (!find || signal?.aborted) throw unclear;
      const found = await search(find, { left, requestTimeout, signal, error: unclear });
      if (found) return found;
      if (isRefused || left() <= reserve) throw error;
    }
  }
}

/** Whether there may be a task although no answer named it. */
function isUncertain(error: unknown): boolean {
  if (!(error instanceof KlingError)) return false;
  return !(error instanceof ConnectionError && !error.sent) && !tookNothing(error);
}

/** Looks until the task is found or proven absent. Throws what made the ending unclear when neither can be had. */
async function search(
  find: (signal: AbortSignal) => Promise<string | undefined>,
  {
    left,
    requestTimeout,
    signal,
    error,
  }: { left: () => number; error: unknown } & Omit<CallLimits, 'timeout'>,
): Promise<string | undefined> {
  let missing: number | undefined;
  for (let pause = 500; ; pause = Math.min(pause * 2, 5_000)) {
    // An answer that was long on its way tells of the moment when it was asked for.
    const asked = performance.now();
    try {
      const found = await within(Math.min(left(), requestTimeout), find, signal);
      missing ??= asked;
      if (found || asked - missing >= graceOfLookups) return found;
    } catch (trouble) {
      missing = undefined;
      if (signal?.aborted || isUnauthorized(trouble)) throw error;
    }
    if (left() <= pause) throw error;
    await sleep(pause, signal).catch(() => {
      throw error;
    });
  }
}

/** The requests behind one create. */
export function createSteps(
  connection: Connection,
  name: OperationName,
  body: Record<string, unknown>,
): CreateSteps {
  const { call, provider } = connection;
  const { route } = operations[name];
  const externalId = safeId(String(body.external_task_id));
  return {
    async send(signal) {
      return idIn(await call({ method: 'post', route, body, signal }), provider.name);
    },
    find: provider.findsExternalIds
      ? (signal) => findTask(connection, name, externalId, signal)
      : undefined,
  };
}

/**
 * The id of the task of that external id; undefined when the provider says that there is none, or, where looking by
 * external id is not documented, in any way that it does not show it.
 */
async function findTask(
  { call, provider }: Connection,
  name: OperationName,
  externalId: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const route = `${operations[name].route}/{task_id}` as const;
  const params = { path: { task_id: externalId } };
  try {
    return idIn(await call({ method: 'get', route, params, signal }), provider.name);
  } catch (error) {
    if ((provider.findsExternalIds ? isMissing : isBadRequest)(error)) return undefined;
    throw error;
  }
}

function idIn(answer: unknown, provider: string): string {
  const { task_id: id } = openTask(answer);
  // A task by an id that cannot be asked for would be paid, and lost.
  if (isId(id)) return id;
  throw new AnswerError('the answer names no task', { provider, status: 200 });
}

/** What became of a create that gave no task: refused, never sent, or nobody knows. */
export function createError(
  error: unknown,
  task: TaskHandle,
  connection: Connection,
  signal?: AbortSignal,
): unknown {
  const facts = { provider: task.provider, task, cause: error };
  // The caller's own reason may be an error of ours, such as the refusal of another task.
  const isReason = signal?.aborted === true && error === signal.reason;
  if (!isReason && isUncertain(error)) {
    const why = error instanceof Error ? error.message : '';
    const find = async () => {
      const name = task.operation as OperationName;
      const id = await within(longestLookup, (stop) =>
        findTask(connection, name, task.externalId ?? '', stop),
      );
      return id === undefined ? undefined : { ...task, id };
    };
    const message = `the task may exist, its answer was lost: ${why}`;
    return new CreateUncertainError(message, facts, find);
  }
  if (signal?.aborted && (isReason || !tookNothing(error)))
    return new TaskAbortedError('aborted before the task was created', facts);
  if (error instanceof KlingError) error.task = task;
  return error;
}
