import { Worker } from 'bullmq';
import { create } from './create.mjs';
import { poll } from './poll.mjs';
import { connected, creates, redis, report } from './queues.mjs';
import { limits, provider, silence } from './settings.mjs';

const common = {
  ...connected,
  lockDuration: silence,
  stalledInterval: silence / 2,
  // When a worker is killed, another one takes over its job, as often as that happens.
  maxStalledCount: 1_000_000,
};

await creates.setGlobalConcurrency(limits.creating);
const workers = [
  new Worker('creates', create, {
    ...common,
    concurrency: limits.creating,
    limiter: { max: limits.createsPerSecond, duration: 1_000 },
  }),
  new Worker('polls', poll, {
    ...common,
    concurrency: 50,
    limiter: { max: limits.pollsPerSecond, duration: 1_000 },
  }),
];
for (const worker of workers) {
  worker.on('error', report);
  worker.on('failed', (job, { message }) =>
    console.error(`${job?.queueName} ${job?.id}: ${message}`),
  );
}
console.log(`process ${process.pid} works for ${provider.name}`);

// Finishes the jobs under way; those that sleep are in Redis anyway.
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.once(signal, async () => {
    await Promise.all(workers.map((worker) => worker.close()));
    await creates.close();
    redis.disconnect();
    process.exit();
  });
}
