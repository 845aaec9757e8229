import { Queue } from 'bullmq';
import { Redis } from 'ioredis';

/** Reads what a fleet has left in Redis. */
export async function readState(url, provider) {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  const prefix = `kling:${provider}`;
  const queues = ['creates', 'polls'].map((name) => new Queue(name, { connection: redis, prefix }));
  const all = await Promise.all(queues.map((queue) => queue.getFailed()));
  const open = await Promise.all(
    queues.map((queue) => queue.getJobCountByTypes('wait', 'delayed', 'active')),
  );
  const results = Object.entries(await redis.hgetall(`${prefix}:results`));
  const state = {
    results: new Map(results.map(([id, outcome]) => [id, JSON.parse(outcome)])),
    /** Why a task is left to a human, by external id. */
    uncertain: new Map(all.flat().map(({ id, failedReason }) => [id, failedReason])),
    /** How many jobs are not done yet. */
    open: open[0] + open[1],
    running: await redis.scard(`${prefix}:running`),
  };
  await Promise.all(queues.map((queue) => queue.close()));
  redis.disconnect();
  return state;
}

/** Finds what a fleet did wrong, one line each; none when all is well. */
export function findErrors({ provider, ordered, lookupProves }, { state, tasks, twice }) {
  const { results, uncertain, open, running } = state;
  const created = new Map();
  for (const task of tasks)
    created.set(task.externalId, [...(created.get(task.externalId) ?? []), task]);
  const errors = [];
  const expect = (holds, message) => holds || errors.push(`${provider}: ${message}`);
  expect(open === 0, `${open} jobs are not done`);
  expect(running === 0, `${running} places were never given back`);
  for (const id of ordered) {
    const outcome = results.get(id);
    const [task, ...more] = created.get(id) ?? [];
    expect(outcome || uncertain.has(id), `${id} is lost`);
    expect(more.length === 0, `${id} was created ${more.length + 1} times`);
    expect(!outcome || outcome.task === task?.id, `${id} has the outcome of another task`);
    if (task && outcome)
      expect('result' in outcome === (task.status === 'succeed'), `${id} has the wrong outcome`);
    // Only an absence that proves nothing is left to a human, and no task that can be found.
    const mayBeLeft = lookupProves === 'nothing' || (lookupProves === 'presence' && !task);
    expect(mayBeLeft || !uncertain.has(id), `${id}: ${uncertain.get(id)}`);
  }
  const orderedIds = new Set(ordered);
  for (const id of [...created.keys(), ...results.keys()])
    expect(orderedIds.has(id), `${id} was not ordered`);
  for (const id of twice)
    expect(!orderedIds.has(id), `${id}: a create was sent although the task existed`);
  return errors;
}
