import { creates, keep, known, redis, release } from './queues.mjs';

const [externalId, taskId] = process.argv.slice(2);
const job = externalId && (await creates.getJob(externalId));
if (!job || !taskId) {
  console.error(
    'npm run settle -- EXTERNAL_ID TASK_ID, or "none" when the provider has no such task',
  );
  process.exitCode = 2;
} else {
  if (taskId === 'none') await release(externalId);
  else await keep({ ...(await known(externalId)), id: taskId });
  // With the task's id it goes on to the looks, without a claim it is sent.
  await job.retry();
}
await creates.close();
redis.disconnect();
