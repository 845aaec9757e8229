import { setTimeout as sleep } from 'node:timers/promises';
import { DelayedError, RateLimitError, UnrecoverableError } from 'bullmq';
import { isKlingError } from 'kling-fetch';
import { nextLook } from './look.mjs';
import { claim, creates, finish, giveUp, keep, known, looks, release } from './queues.mjs';
import { grace, inTime, kling, ms, provider } from './settings.mjs';

/** Kling's codes and HTTP's: too fast, or too many tasks at once. */
const notNow = new Set([429, 1302, 1303]);
/** The key or the account, which would have every create refused until somebody puts it right. */
const account = new Set([
  401, 402, 403, 1000, 1001, 1002, 1003, 1004, 1100, 1101, 1102, 1103, 1304,
]);

/** Makes the task of a job, once, however often the job runs, and hands it on to the looks. */
export async function create(job, token) {
  const handle = await taskOf(job, token);
  if (!handle) return;
  await looks.add('look', handle, { jobId: handle.externalId, delay: nextLook(handle) });
}

/** The handle of the job's task; none when the provider refused it for good. */
async function taskOf(job, token) {
  const { operation, input } = job.data;
  const wish = {
    v: 1,
    provider: provider.name,
    operation,
    externalId: input.external_task_id,
    createdAt: Date.now(),
  };
  const claimed = await claim(wish);
  if (claimed === 'full') await everybodyWaits(ms(2_000));
  return claimed === 'yours' ? send(job, token, wish) : recover(job, token, wish);
}

/** Sends the create. Whatever ends this process from here on, the claim stays and the next run begins with it. */
async function send(job, token, wish, { isAgain = false } = {}) {
  try {
    const task = await kling[wish.operation].create(job.data.input);
    return await keep(task.toJSON());
  } catch (error) {
    // Nobody knows: the next run looks for it.
    if (isKlingError(error, 'CreateUncertainError')) return later(job, token, ms(2_000));
    if (isKlingError(error, 'ApiError')) return refused(wish, error, isAgain);
    // Never sent. Thrown, it is tried again.
    if (isKlingError(error, 'ConnectionError')) await release(wish.externalId);
    throw error;
  }
}

/** An earlier run has claimed it and may have sent it: the task is looked for, and sent again only when there is none. */
async function recover(job, token, wish) {
  const mark = await known(wish.externalId);
  if (!mark || mark.id) return mark ?? later(job, token, 0);
  if (!provider.findsExternalIds) {
    await giveUp(wish.externalId);
    throw new UnrecoverableError(`${provider.name} may have taken it, and cannot be asked`);
  }
  let found;
  try {
    found = await find(mark);
  } catch (error) {
    if (isKlingError(error)) return later(job, token, ms(15_000));
    throw error;
  }
  if (found) return found;
  const left = mark.createdAt + grace - Date.now();
  if (left > 0) return later(job, token, Math.min(left, ms(5_000)));
  return send(job, token, await keep(wish), { isAgain: true });
}

/** The task by its external id; nothing when the provider says that there is none. */
async function find(mark) {
  try {
    const { task_id: id } = await kling.resume(mark).snapshot(inTime());
    return await keep({ ...mark, id });
  } catch (error) {
    if (isKlingError(error, 'ApiError') && [1201, 1203].includes(error.code)) return undefined;
    throw error;
  }
}

/** The provider took nothing: not now, not from this account, or never. */
async function refused(wish, error, isAgain) {
  const code = error.code ?? error.status;
  if (code === 1201 && provider.findsExternalIds) {
    // An external id that is used up is refused so, too: the first one was only late, or Redis has lost what it knew.
    const found = await find(wish);
    const late = !found && isAgain && (await sleep(ms(10_000)).then(() => find(wish)));
    if (found || late) return found || late;
  }
  const pause = notNow.has(code) ? ms(5_000) : account.has(code) ? ms(60_000) : undefined;
  if (pause === undefined) {
    await finish(wish.externalId, { error: error.message, code });
    return undefined;
  }
  await release(wish.externalId);
  if (account.has(code)) console.error(`${provider.name} takes no create: ${error.message}`);
  return everybodyWaits(Math.max(pause, error.retryAfter ?? 0));
}

/** Puts the job back to where it was, and keeps the whole fleet from creating for a while. */
async function everybodyWaits(pause) {
  await creates.rateLimit(pause);
  throw new RateLimitError();
}

async function later(job, token, pause) {
  await job.moveToDelayed(Date.now() + pause, token);
  throw new DelayedError();
}
