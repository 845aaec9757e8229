import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { operations } from 'kling-fetch';
import { limits, provider, redisUrl } from './settings.mjs';

const prefix = `kling:${provider.name}`;
/** The handle of every job, by external id. A handle without a task id: the create is being sent, or may have been. */
const tasksKey = `${prefix}:tasks`;
/** The external ids of the tasks that hold one of the account's places for running tasks. */
const runningKey = `${prefix}:running`;
/** Outcomes, by external id. */
const resultsKey = `${prefix}:results`;

/** Milliseconds that Redis has to respond when a process starts: it may be restarting, too. */
const startTimeout = 3_000;
let isGone = false;

// While Redis restarts, commands wait, however long it takes.
export const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
await connect();

/** Options that both queues and their workers need. */
export const connected = { connection: redis, prefix };

/** Jobs that end or wait on purpose throw errors of BullMQ; after any other error the job runs again. */
const retries = {
  attempts: 1_000_000,
  backoff: { type: 'fixed', delay: 5_000 },
  stackTraceLimit: 1,
};
const defaultJobOptions = { ...retries, removeOnComplete: true };

/** Inputs of the tasks to create. */
export const creates = new Queue('creates', { ...connected, defaultJobOptions });
/** Handles of running tasks, each delayed until its next poll. */
export const polls = new Queue('polls', { ...connected, defaultJobOptions });

for (const queue of [creates, polls]) queue.on('error', report);

/**
 * Orders a task. The same external id is the same task, however often it is ordered. BullMQ takes no id with a colon in it,
 * and none of digits only.
 */
export async function submit(operation, input, externalId = crypto.randomUUID()) {
  if (!Object.hasOwn(operations, operation)) throw new TypeError(`no such operation: ${operation}`);
  const data = { operation, input: { ...input, external_task_id: externalId } };
  await creates.add('create', data, { jobId: externalId });
  return externalId;
}

// One atomic step: when a job runs twice at once, only one of the two runs may send the create.
redis.defineCommand('claim', {
  numberOfKeys: 2,
  lua: `
    if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 1 then return 'known' end
    if redis.call('SCARD', KEYS[2]) >= tonumber(ARGV[3]) then return 'full' end
    redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
    redis.call('SADD', KEYS[2], ARGV[1])
    return 'yours'`,
});

/**
 * Claims a task before its create is sent, and a place for it. Resolves to `yours` when this run may send the create, `full`
 * when there is no place left, and `known` when an earlier run of the job has claimed it.
 */
export const claim = (handle) =>
  redis.claim(tasksKey, runningKey, handle.externalId, JSON.stringify(handle), limits.running);

/** Reads the handle stored for an external id; null when there is none. */
export const readHandle = async (id) => JSON.parse((await redis.hget(tasksKey, id)) ?? 'null');

/** Stores a handle, and returns it. */
export async function saveHandle(handle) {
  await redis.hset(tasksKey, handle.externalId, JSON.stringify(handle));
  return handle;
}

/** Takes the claim back, because nothing was created, and frees the place. */
export const release = (id) => redis.multi().hdel(tasksKey, id).srem(runningKey, id).exec();

/** Stores the outcome, unless there is one already, and frees the place. */
export const finish = (id, outcome) =>
  redis.multi().hsetnx(resultsKey, id, JSON.stringify(outcome)).srem(runningKey, id).exec();

/** Frees the place of a task without an outcome, which a human has to deal with. */
export const giveUp = (id) => redis.srem(runningKey, id);

/** Reads all outcomes, by external id. */
export async function readResults() {
  const all = Object.entries(await redis.hgetall(resultsKey));
  return Object.fromEntries(all.map(([id, outcome]) => [id, JSON.parse(outcome)]));
}

/** Waits until Redis responds. If it does not, says so in one line and ends the process. */
async function connect() {
  let reason = 'no response';
  const onError = ({ message, code }) => {
    reason = message || code;
  };
  redis.on('error', onError);
  const timer = setTimeout(() => {
    // Without what else is in the address, such as a password.
    const { host } = new URL(redisUrl);
    console.error(`no Redis at ${host} (${reason}): start redis-server, or set REDIS_URL`);
    process.exit(1);
  }, startTimeout);
  await new Promise((resolve) => redis.once('ready', resolve));
  clearTimeout(timer);
  redis.off('error', onError);
  redis.on('error', report);
}

/** Prints an error; while Redis is gone, only the first of those that its many connections meet. */
export function report({ message, code, syscall }) {
  if (isGone) return;
  if (!syscall) return console.error(message);
  console.error(`Redis is gone, waiting for it (${message || code})`);
  isGone = true;
  const comeBack = () => {
    isGone = false;
  };
  // Is not answered before Redis is there again, unless this process ends first.
  redis.ping().then(comeBack, comeBack);
}
