import { creates, polls, redis, submit } from '../queues.mjs';

const [name, count] = process.argv.slice(2);
for (let nth = 0; nth < Number(count); nth++) {
  const [operation, more] =
    nth % 2 ? ['textToVideo', { model_name: 'kling-v3' }] : ['textToAudio', { duration: 5 }];
  const input = { prompt: `order ${nth}`, ...more };
  // Twice, like an application that does not know whether its first order arrived.
  await submit(operation, input, `${name}-${nth}`);
  await submit(operation, input, `${name}-${nth}`);
}
await Promise.all([creates.close(), polls.close()]);
redis.disconnect();
