import { creates, polls, readResults, redis } from './queues.mjs';

for (const queue of [creates, polls]) {
  console.log(queue.name, JSON.stringify(await queue.getJobCounts()));
  // Jobs that only a human can decide.
  for (const { id, failedReason } of await queue.getFailed())
    console.log(`  ${id}: ${failedReason}`);
}
for (const [id, { error, result }] of Object.entries(await readResults())) {
  console.log(id, error ?? JSON.stringify(result));
}
await Promise.all([creates.close(), polls.close()]);
redis.disconnect();
