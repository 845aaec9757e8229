import { creates, readHandle, redis, release, saveHandle } from './queues.mjs';

const [externalId, taskId] = process.argv.slice(2);
const job = externalId && (await creates.getJob(externalId));
if (!job || !taskId) {
  console.error(
    'npm run settle -- EXTERNAL_ID TASK_ID, with "none" for TASK_ID when the provider has no such task',
  );
  process.exitCode = 2;
} else {
  if (taskId === 'none') await release(externalId);
  else await saveHandle({ ...(await readHandle(externalId)), id: taskId });
  // With the task's id the job goes on to polling; without a claim it sends the create.
  await job.retry();
}
await creates.close();
redis.disconnect();
