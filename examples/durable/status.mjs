import { creates, looks, redis, results } from './queues.mjs';

for (const queue of [creates, looks]) {
  console.log(queue.name, JSON.stringify(await queue.getJobCounts()));
  // What nobody but you can decide.
  for (const { id, failedReason } of await queue.getFailed())
    console.log(`  ${id}: ${failedReason}`);
}
for (const [id, { error, result }] of Object.entries(await results())) {
  console.log(id, error ?? JSON.stringify(result));
}
await Promise.all([creates.close(), looks.close()]);
redis.disconnect();
