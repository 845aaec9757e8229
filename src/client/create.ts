import { type Connection, isId } from './connection.ts';
import { openTask } from './envelope.ts';
import {
  AnswerError,
  ConnectionError,
  CreateUncertainError,
  KlingError,
  TaskAbortedError,
  type TaskHandle,
} from './errors.ts';
import type { JsonObject } from './json.ts';
import { type OperationName, operations } from './operations.ts';
import { isBadRequest, isMissing, isUnauthorized, tookNothing } from './refusals.ts';
import { type CallLimits, retryWhileBusy } from './retry.ts';
import { sleep, within } from './sleep.ts';

/** Milliseconds in a row that a task must be missing before it counts as absent: a new one may not be found at once. */
const minAbsence = 10_000;
/** Milliseconds that must be left to send a create again: one that is aborted at once may be paid for all the same. */
const minTimeLeft = 5_000;
/** Milliseconds that a lookup may take where nothing else limits it. */
const longestLookup = 30_000;

/**
 * Creates exactly one task, whatever becomes of the responses, and gives its id: after an unclear end it looks the task up
 * by its external id and takes what is there, and sends the create again only when it is proven absent. Throws the error
 * that ended it; {@link isUncertain} tells whether there may be a task all the same.
 */
export async function createOnce(
  connection: Connection,
  name: OperationName,
  body: JsonObject,
  { timeout, requestTimeout, signal }: CallLimits,
): Promise<string> {
  const { call, provider } = connection;
  const { route } = operations[name];
  const externalId = String(body.external_task_id);
  const send = async (stop: AbortSignal) =>
    idIn(await call({ method: 'post', route, body, signal: stop }), provider.name);
  const find = (stop: AbortSignal) => findTask(connection, name, externalId, stop);
  const deadline = performance.now() + timeout;
  const timeLeft = () => deadline - performance.now();
  const reserve = Math.min(requestTimeout, minTimeLeft);
  // The last error after which there may be a task.
  let unclear: unknown;
  for (;;) {
    try {
      return await retryWhileBusy(send, { timeout: timeLeft(), requestTimeout, reserve, signal });
    } catch (error) {
      // Aborted between two requests: whatever the reason, this create was not sent again.
      if (signal?.aborted && error === signal.reason) throw unclear ?? error;
      const isRefused = !isUncertain(error);
      if (!isRefused) unclear = error;
      // The second create may be refused because the first one was taken after all, and its external id is used up. So
      // the task is looked up once more before anybody is told that nothing was taken.
      else if (unclear === undefined) throw error;
      if (!provider.findsExternalIds || signal?.aborted) throw unclear;
      const found = await search(find, { timeLeft, requestTimeout, signal, error: unclear });
      if (found) return found;
      if (isRefused || timeLeft() <= reserve) throw error;
    }
  }
}

/** Whether there may be a task although no response named it. */
function isUncertain(error: unknown): boolean {
  if (!(error instanceof KlingError)) return false;
  return !(error instanceof ConnectionError && !error.sent) && !tookNothing(error);
}

/** Looks the task up until it is found or proven absent. Throws the error that left it unclear when neither happens in time. */
async function search(
  find: (signal: AbortSignal) => Promise<string | undefined>,
  {
    timeLeft,
    requestTimeout,
    signal,
    error,
  }: { timeLeft: () => number; error: unknown } & Omit<CallLimits, 'timeout'>,
): Promise<string | undefined> {
  let missing: number | undefined;
  for (let pause = 500; ; pause = Math.min(pause * 2, 5_000)) {
    // A slow response says how things stood when the request was sent.
    const asked = performance.now();
    try {
      const found = await within(Math.min(timeLeft(), requestTimeout), find, signal);
      missing ??= asked;
      if (found || asked - missing >= minAbsence) return found;
    } catch (lookupError) {
      missing = undefined;
      if (signal?.aborted || isUnauthorized(lookupError)) throw error;
    }
    if (timeLeft() <= pause) throw error;
    await sleep(pause, signal).catch(() => {
      throw error;
    });
  }
}

/**
 * The id of the task with that external id; undefined when the provider says that there is none. Where looking tasks up by
 * external id is not documented, any refusal of the request counts as that.
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
  // A task whose id no request can name would be paid for and lost.
  if (isId(id)) return id;
  throw new AnswerError('the response names no task', { provider, status: 200 });
}

/** The error of a create that gave no task: refused, never sent, aborted, or nobody knows. */
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
    const message = `the task may exist: ${why}`;
    return new CreateUncertainError(message, facts, find);
  }
  if (signal?.aborted && (isReason || !tookNothing(error)))
    return new TaskAbortedError('aborted before the task was created', facts);
  if (error instanceof KlingError) error.task = task;
  return error;
}
