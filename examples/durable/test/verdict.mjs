import { Queue } from 'bullmq';
import { Redis } from 'ioredis';

/** What a fleet has left in Redis. */
export async function leftBy(url, provider) {
  const redis = new Redis(url, { maxRetriesPerRequest: null });
  const prefix = `kling:${provider}`;
  const queues = ['creates', 'looks'].map((name) => new Queue(name, { connection: redis, prefix }));
  const all = await Promise.all(queues.map((queue) => queue.getFailed()));
  const open = await Promise.all(
    queues.map((queue) => queue.getJobCountByTypes('wait', 'delayed', 'active')),
  );
  const results = Object.entries(await redis.hgetall(`${prefix}:results`));
  const left = {
    results: new Map(results.map(([id, outcome]) => [id, JSON.parse(outcome)])),
    /** What is left to a human, by external id. */
    uncertain: new Map(all.flat().map(({ id, failedReason }) => [id, failedReason])),
    /** Jobs that are not done yet. */
    open: open[0] + open[1],
    running: await redis.scard(`${prefix}:running`),
  };
  await Promise.all(queues.map((queue) => queue.close()));
  redis.disconnect();
  return left;
}

/** What is wrong with what a fleet did, in a line each; nothing when all is well. */
export function faultsOf({ provider, ordered, findsExternalIds }, { left, tasks, twice }) {
  const { results, uncertain, open, running } = left;
  const made = new Map();
  for (const task of tasks) made.set(task.externalId, [...(made.get(task.externalId) ?? []), task]);
  const wrong = [];
  const expect = (holds, message) => holds || wrong.push(`${provider}: ${message}`);
  expect(open === 0, `${open} jobs are not done`);
  expect(running === 0, `${running} places were never given back`);
  for (const id of ordered) {
    const outcome = results.get(id);
    const [task, ...more] = made.get(id) ?? [];
    expect(outcome || uncertain.has(id), `${id} is lost`);
    expect(more.length === 0, `${id} was made ${more.length + 1} times`);
    expect(!outcome || outcome.task === task?.id, `${id} has the outcome of another task`);
    if (task && outcome)
      expect('result' in outcome === (task.status === 'succeed'), `${id} ended otherwise`);
    expect(!findsExternalIds || !uncertain.has(id), `${id}: ${uncertain.get(id)}`);
  }
  const known = new Set(ordered);
  for (const id of [...made.keys(), ...results.keys()])
    expect(known.has(id), `${id} was not ordered`);
  for (const id of twice) if (known.has(id)) expect(false, `${id} was sent although it was made`);
  return wrong;
}
