import { DelayedError, UnrecoverableError } from 'bullmq';
import { KlingError, operations } from 'kling-fetch';
import { finish, giveUp } from './queues.mjs';
import { kling, requestOptions, scaled } from './settings.mjs';

const day = 86_400_000;

/** Polls a task once. Until the task has ended, the job goes back to sleep with nothing but the handle in it. */
export async function poll(job, token) {
  const handle = job.data;
  let pause = nextPause(handle);
  try {
    const outcome = outcomeOf(handle, await kling.resume(handle).snapshot(requestOptions()));
    if (outcome) {
      await finish(handle.externalId, outcome);
      return;
    }
  } catch (error) {
    if (!(error instanceof KlingError)) throw error;
    // The task has been paid for, so we never drop it because a poll failed: we only poll less often.
    pause = Math.max(pause * 2, error.retryAfter ?? 0);
  }
  if (Date.now() - handle.createdAt > scaled(day)) {
    await giveUp(handle.externalId);
    throw new UnrecoverableError(`task ${handle.id} has not ended in a day`);
  }
  await job.moveToDelayed(Date.now() + pause, token);
  throw new DelayedError();
}

/** Milliseconds until the next poll of a task. */
export const nextPause = ({ operation, createdAt }) => pauseAt(operation, Date.now() - createdAt);

/**
 * Milliseconds until the next poll of a task of this age. The first poll comes after a third of the mean duration of such
 * tasks; from then on the interval is a twentieth of it, and longer for tasks that take much longer than that.
 */
export function pauseAt(operation, age) {
  const mean = scaled(operations[operation].seconds * 1_000);
  const interval = Math.min(Math.max(mean / 20, age / 30), scaled(60_000));
  const pause = Math.max(mean / 3 - age, interval);
  // Jitter, so that tasks created together are not polled together.
  return Math.round(pause * (0.9 + Math.random() / 5));
}

/** The outcome of a task; undefined while it runs, or while its result is not there yet. */
function outcomeOf({ operation, id }, { task_status: status, task_status_msg: why, task_result }) {
  if (status === 'failed') return { task: id, error: why || 'no reason was given' };
  const media = [task_result?.[operations[operation].result] ?? []].flat();
  const isThere = media.some((item) => item.url || item.url_mp3 || item.url_wav);
  return status === 'succeed' && isThere ? { task: id, result: task_result } : undefined;
}
