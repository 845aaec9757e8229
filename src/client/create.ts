import { isId } from './connection.ts';
import type { Query, Shown } from './dialect.ts';
import {
  AnswerError,
  ApiError,
  ConnectionError,
  CreateUncertainError,
  KlingError,
  type TaskHandle,
} from './errors.ts';
import {
  isBadRequest,
  isMissing,
  isUnauthorized,
  mayBeDuplicate,
  saysDuplicate,
  tookNothing,
} from './refusals.ts';
import { type CallLimits, retryWhileBusy } from './retry.ts';
import { sleep, within } from './sleep.ts';
import { graceOfNewTasks, type TaskReader } from './task-reader.ts';

/** Milliseconds that must be left to send a create again: one that is aborted at once may be paid for all the same. */
export const minTimeLeft = 5_000;
/** Milliseconds for the lookup after a refusal that only perhaps has to do with the external id. */
const longestDoubt = 15_000;
/** Milliseconds that a lookup may take where nothing else limits it. */
const longestLookup = 30_000;
/** Milliseconds that two clocks may differ by: a task that is older than the create by more is another one. */
const clockTolerance = 300_000;

/** What is known about a create: where it goes, and the handle that its task will have. */
interface Order {
  reader: Pick<TaskReader, 'connection' | 'lookupProves' | 'request'>;
  handle: TaskHandle;
  request: Query;
}

/**
 * Creates exactly one task, whatever becomes of the responses, and gives its id. After an unclear end it looks the task up by
 * its external id, where that proves anything, and takes what is there. It sends the create again only when the task is proven
 * absent.
 * @throws what `Operation.create` throws, or the signal's reason when nothing was created
 */
export async function createOnce(order: Order, limits: CallLimits): Promise<string> {
  const { handle, reader, request } = order;
  const { connection } = reader;
  const { dialect } = connection.provider;
  const { signal, requestTimeout, deadline, onRetry } = limits;
  const reserve = Math.min(requestTimeout, minTimeLeft);
  const send = async (stop: AbortSignal) =>
    idOf(dialect.show(await connection.call({ ...request, signal: stop })), handle.provider);
  // The last error after which there may be a task.
  let unclear: unknown;
  for (;;) {
    try {
      return await retryWhileBusy(send, { ...limits, reserve });
    } catch (error) {
      // The second of two copies is refused because the first was taken. Then there is a task, and not finding it proves nothing.
      const isDuplicate = mayBeDuplicate(error);
      const wasTaken = isDuplicate && (unclear !== undefined || saysDuplicate(error));
      if (wasTaken || isUncertain(error, signal)) unclear = error;
      const proves = signal?.aborted ? 'nothing' : reader.lookupProves;
      if (unclear === undefined && !(proves === 'absence' && isDuplicate)) throw error;
      if (proves === 'nothing') throw uncertainError(unclear, order);
      // Milliseconds of absence that prove that there is no task: none do for one that was taken, one lookup is enough for a refusal.
      const isEndless = wasTaken || proves !== 'absence';
      const absence = isEndless
        ? Number.POSITIVE_INFINITY
        : error === unclear
          ? graceOfNewTasks
          : 0;
      // A refusal that is most likely what it says is not held back for long when nobody answers.
      const searchEnds =
        absence === 0 ? Math.min(deadline, performance.now() + longestDoubt) : deadline;
      const found = await search(order, absence, { ...limits, deadline: searchEnds });
      if (found === 'unknown') throw uncertainError(error, order);
      if (found) return adopt(found, error, order);
      if (error !== unclear) throw error;
      if (deadline - performance.now() <= reserve) throw uncertainError(error, order);
      onRetry('there is no such task: it is created again', 0);
    }
  }
}

/** A task that was found by its external id, and when the provider says that it was created. */
interface Found {
  id: string;
  createdAt: number;
}

/** Whether a request may have been carried out although no response says so. */
export function isUncertain(error: unknown, signal?: AbortSignal): error is KlingError {
  // Aborted between two requests: whatever the reason, this one was not sent.
  if (!(error instanceof KlingError) || (signal?.aborted && error === signal.reason)) return false;
  return !(error instanceof ConnectionError && !error.sent) && !tookNothing(error);
}

/** Looks the task up until it is found, or until it has been absent for so long; 'unknown' when neither happens in time. */
async function search(
  order: Order,
  absence: number,
  { deadline, requestTimeout, signal, onRetry }: CallLimits,
): Promise<Found | undefined | 'unknown'> {
  const reason = 'the task may exist: it is looked up';
  let missing: number | undefined;
  for (let delay = 500; ; delay = Math.min(delay * 2, 5_000)) {
    // A slow response says how things stood when the request was sent.
    const asked = performance.now();
    try {
      const limit = Math.min(deadline - asked, requestTimeout);
      const found = await within(limit, (stop) => findTask(order, stop), signal);
      missing ??= asked;
      if (found || asked - missing >= absence) return found;
    } catch (error) {
      missing = undefined;
      if (isUnauthorized(error)) return 'unknown';
    }
    if (signal?.aborted || performance.now() + delay >= deadline) return 'unknown';
    onRetry(reason, delay);
    // An abort ends the next lookup.
    await sleep(delay, signal).catch(() => {});
  }
}

/**
 * The task with the external id of this create; undefined when the provider says that there is none. Where that would prove
 * nothing, any refusal of the request counts as that.
 */
async function findTask(
  { reader, handle }: Order,
  signal: AbortSignal,
): Promise<Found | undefined> {
  try {
    const found = await reader.request({ externalId: handle.externalId ?? '' }, signal);
    const { created } = found;
    // Milliseconds by the documents; some gateways have seconds.
    const isSeconds = created < 1e11;
    return { id: idOf(found, handle.provider), createdAt: isSeconds ? created * 1_000 : created };
  } catch (error) {
    const isProof = reader.lookupProves === 'absence';
    if ((isProof ? isMissing : isBadRequest)(error)) return undefined;
    throw error;
  }
}

/** The id of a task that was found by the external id of this create; yesterday's task under the same id is not its result. */
function adopt(found: Found, error: unknown, order: Order): string {
  const { id, createdAt } = found;
  if (!isOlder(found, order)) return id;
  const older = { ...order.handle, id, createdAt };
  const message = `the external id belongs to an older task, of ${new Date(createdAt).toISOString()}`;
  if (error instanceof ApiError && tookNothing(error))
    throw new ApiError(message, { ...error, task: older, cause: error });
  throw uncertainError(error, { ...order, handle: older }, message);
}

/** Whether a task is older than the create, by more than two clocks may differ. */
const isOlder = ({ createdAt }: Found, { handle }: Order): boolean =>
  createdAt > 0 && createdAt < (handle.createdAt ?? 0) - clockTolerance;

function idOf({ id }: Shown, provider: string): string {
  // A task whose id no request can name would be paid for and lost.
  if (isId(id)) return id;
  throw new AnswerError('the response names no task', { provider, status: 200 });
}

/** The error of a create after which nobody knows whether there is a task. */
function uncertainError(cause: unknown, order: Order, note?: string): CreateUncertainError {
  const { handle } = order;
  const { provider } = handle;
  const why = note ?? (cause instanceof Error ? cause.message.replace(`${provider}: `, '') : '');
  return new CreateUncertainError(
    `the task may exist: ${why}`,
    { task: handle, cause },
    async () => {
      const found = await within(longestLookup, (signal) => findTask(order, signal));
      return found && !isOlder(found, order) ? { ...handle, id: found.id } : undefined;
    },
  );
}
