import { setTimeout as sleep } from 'node:timers/promises';
import { DelayedError, RateLimitError, UnrecoverableError } from 'bullmq';
import { isKlingError } from 'kling-fetch';
import { nextPause } from './poll.mjs';
import {
  claim,
  creates,
  finish,
  giveUp,
  polls,
  readHandle,
  release,
  saveHandle,
} from './queues.mjs';
import { grace, kling, provider, requestOptions, scaled } from './settings.mjs';

/** Codes of Kling and of HTTP for too many requests, or too many tasks at once. */
const busyCodes = new Set([429, 1302, 1303]);
/** Codes for trouble with the key or the account: every create is refused until somebody fixes it. */
const accountCodes = new Set([
  401, 402, 403, 1000, 1001, 1002, 1003, 1004, 1100, 1101, 1102, 1103, 1304,
]);

/** Creates the task of a job, once, however often the job runs, and queues its handle for polling. */
export async function create(job, token) {
  const handle = await createOnce(job, token);
  if (!handle) return;
  await polls.add('poll', handle, { jobId: handle.externalId, delay: nextPause(handle) });
}

/** Returns the handle of the job's task; undefined when the provider refused it for good. */
async function createOnce(job, token) {
  const { operation, input } = job.data;
  const handle = {
    v: 1,
    provider: provider.name,
    operation,
    externalId: input.external_task_id,
    createdAt: Date.now(),
  };
  const claimed = await claim(handle);
  if (claimed === 'full') await pauseFleet(scaled(2_000));
  return claimed === 'yours' ? send(job, token, handle) : recover(job, token, handle);
}

/** Sends the create. If this process dies from here on, the claim stays, and the next run of the job finds it. */
async function send(job, token, handle, { isAgain = false } = {}) {
  try {
    const task = await kling[handle.operation].create(job.data.input);
    return await saveHandle(task.toJSON());
  } catch (error) {
    // The task may exist: the next run of the job finds out.
    if (isKlingError(error, 'CreateUncertainError')) return postpone(job, token, scaled(2_000));
    if (isKlingError(error, 'ApiError')) return handleRefusal(handle, error, isAgain);
    // The create was never sent, so BullMQ may simply run the job again.
    if (isKlingError(error, 'ConnectionError')) await release(handle.externalId);
    throw error;
  }
}

/**
 * An earlier run claimed the task and may have sent the create: asks for the task where the provider finds it by its external id,
 * and sends again only where not finding it proves that there is none. Otherwise a human decides.
 */
async function recover(job, token, handle) {
  const claimed = await readHandle(handle.externalId);
  if (!claimed) return postpone(job, token, 0);
  if (claimed.id) return claimed;
  if (provider.lookupProves === 'nothing') return leaveToHuman(handle);
  let found;
  try {
    found = await find(claimed);
  } catch (error) {
    if (isKlingError(error)) return postpone(job, token, scaled(15_000));
    throw error;
  }
  if (found) return found;
  const left = claimed.createdAt + grace - Date.now();
  if (left > 0) return postpone(job, token, Math.min(left, scaled(5_000)));
  if (provider.lookupProves !== 'absence') return leaveToHuman(handle);
  return send(job, token, await saveHandle(handle), { isAgain: true });
}

/** Gives the place of the task back, and ends the job for good. */
async function leaveToHuman({ externalId }) {
  await giveUp(externalId);
  throw new UnrecoverableError(
    `${provider.name} may have the task, and no search by its external id proves that it has not`,
  );
}

/** Asks for the task by its external id; returns undefined when the provider says that there is none. */
async function find(handle) {
  try {
    const { task_id: id } = await kling.resume(handle).snapshot(requestOptions());
    return await saveHandle({ ...handle, id });
  } catch (error) {
    if (isKlingError(error, 'ApiError') && isMissing(error)) return undefined;
    throw error;
  }
}

/** Whether a refusal says that there is no such task. Where that would prove nothing, any refusal of the request counts as that. */
const isMissing = ({ code, status }) =>
  [1201, 1203].includes(code) ||
  (provider.lookupProves !== 'absence' && [400, 404].includes(status));

/** The provider refused the create, so nothing was created: pauses the fleet, or writes the refusal down as the outcome. */
async function handleRefusal(handle, error, isAgain) {
  const code = error.code ?? error.status;
  if (code === 1201 && provider.lookupProves === 'absence') {
    // 1201 also refuses an external id that is taken: an earlier create came through late, or Redis has lost its handle.
    const found = await find(handle);
    const late = !found && isAgain && (await sleep(scaled(10_000)).then(() => find(handle)));
    if (found || late) return found || late;
  }
  const isAccount = accountCodes.has(code);
  if (!isAccount && !busyCodes.has(code)) {
    await finish(handle.externalId, { error: error.message, code });
    return undefined;
  }
  await release(handle.externalId);
  if (isAccount) console.error(`all creates are refused: ${error.message}`);
  return pauseFleet(Math.max(scaled(isAccount ? 60_000 : 5_000), error.retryAfter ?? 0));
}

/** Puts the job back in its place in the queue, and keeps the whole fleet from creating for a while. */
async function pauseFleet(pause) {
  await creates.rateLimit(pause);
  throw new RateLimitError();
}

/** Puts the job to sleep; it runs again after the pause. */
async function postpone(job, token, pause) {
  await job.moveToDelayed(Date.now() + pause, token);
  throw new DelayedError();
}
