import { DelayedError, UnrecoverableError } from 'bullmq';
import { KlingError, operations } from 'kling-fetch';
import { finish, giveUp } from './queues.mjs';
import { inTime, kling, ms } from './settings.mjs';

const day = 86_400_000;

/** Looks at a task once. Until it has ended, the job goes back to sleep, with nothing in it but the handle. */
export async function look(job, token) {
  const handle = job.data;
  let pause = nextLook(handle);
  try {
    const outcome = outcomeOf(handle, await kling.resume(handle).snapshot(inTime()));
    if (outcome) return void (await finish(handle.externalId, outcome));
  } catch (error) {
    if (!(error instanceof KlingError)) throw error;
    // What is waited for has been paid, so trouble only makes the looks rarer.
    pause = Math.max(pause * 2, error.retryAfter ?? 0);
  }
  if (Date.now() - handle.createdAt > ms(day)) {
    await giveUp(handle.externalId);
    throw new UnrecoverableError(`task ${handle.id} has not ended in a day`);
  }
  await job.moveToDelayed(Date.now() + pause, token);
  throw new DelayedError();
}

/** Milliseconds until the next look at a task. */
export const nextLook = ({ operation, createdAt }) => pauseAt(operation, Date.now() - createdAt);

/** None before a third of the time that such tasks take, then twenty in that time; rarer for what takes much longer. */
export function pauseAt(operation, age) {
  const mean = ms(operations[operation].seconds * 1_000);
  const dense = Math.min(Math.max(mean / 20, age / 30), ms(60_000));
  const pause = Math.max(mean / 3 - age, dense);
  // Tasks that were made at once are not looked at at once.
  return Math.round(pause * (0.9 + Math.random() / 5));
}

/** What came out; nothing while the task runs, or while its result is not there yet. */
function outcomeOf({ operation, id }, { task_status: status, task_status_msg: why, task_result }) {
  if (status === 'failed') return { task: id, error: why || 'no reason was given' };
  const media = [task_result?.[operations[operation].result] ?? []].flat();
  const isThere = media.some((item) => item.url || item.url_mp3 || item.url_wav);
  return status === 'succeed' && isThere ? { task: id, result: task_result } : undefined;
}
