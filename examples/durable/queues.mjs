import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { operations } from 'kling-fetch';
import { limits, provider, redisUrl } from './settings.mjs';

const prefix = `kling:${provider.name}`;
/** Every job's handle, by external id. One without the task's id: the create is being sent, or may have been. */
const tasksKey = `${prefix}:tasks`;
/** The external ids of the tasks that hold one of the account's places. */
const runningKey = `${prefix}:running`;
/** What came out, by external id. */
const resultsKey = `${prefix}:results`;

// A restart of Redis is waited for, however long it takes.
export const redis = new Redis(redisUrl, { maxRetriesPerRequest: null });
redis.on('error', ({ message }) => console.error(`redis: ${message}`));

/** What both queues and their workers need. */
export const connected = { connection: redis, prefix };

/** Ends on purpose come as errors of their own; whatever else is thrown is tried again. */
const again = { attempts: 1_000_000, backoff: { type: 'fixed', delay: 5_000 }, stackTraceLimit: 1 };
const defaultJobOptions = { ...again, removeOnComplete: true };

/** Inputs of tasks that are to be made. */
export const creates = new Queue('creates', { ...connected, defaultJobOptions });
/** Handles of tasks that run, each delayed until its next look. */
export const looks = new Queue('looks', { ...connected, defaultJobOptions });

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

// One step, so that of two runs of one job a single one may send, whatever becomes of the other.
redis.defineCommand('claim', {
  numberOfKeys: 2,
  lua: `
    if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 1 then return 'known' end
    if redis.call('SCARD', KEYS[2]) >= tonumber(ARGV[3]) then return 'full' end
    redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
    redis.call('SADD', KEYS[2], ARGV[1])
    return 'yours'`,
});

/** Says that a create is about to be sent: `yours` to send, `full`, or `known` from an earlier run of the job. */
export const claim = (handle) =>
  redis.claim(tasksKey, runningKey, handle.externalId, JSON.stringify(handle), limits.running);

/** The handle that is known for an external id. */
export const known = async (id) => JSON.parse((await redis.hget(tasksKey, id)) ?? 'null');

/** Keeps the handle. */
export async function keep(handle) {
  await redis.hset(tasksKey, handle.externalId, JSON.stringify(handle));
  return handle;
}

/** The provider took nothing: the claim is void. */
export const release = (id) => redis.multi().hdel(tasksKey, id).srem(runningKey, id).exec();

/** Writes what came out, once, and gives the place to another task. */
export const finish = (id, outcome) =>
  redis.multi().hsetnx(resultsKey, id, JSON.stringify(outcome)).srem(runningKey, id).exec();

/** Gives the place to another task without an outcome: somebody has to see to this one. */
export const giveUp = (id) => redis.srem(runningKey, id);

/** Everything that came out, by external id. */
export async function results() {
  const all = Object.entries(await redis.hgetall(resultsKey));
  return Object.fromEntries(all.map(([id, outcome]) => [id, JSON.parse(outcome)]));
}
