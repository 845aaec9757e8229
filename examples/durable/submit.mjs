import { creates, polls, redis, submit } from './queues.mjs';

const operations = ['textToVideo', 'textToAudio'];
const [prompt, count = '1', operation = 'textToVideo'] = process.argv.slice(2);
if (!prompt || !(Number(count) >= 1) || !operations.includes(operation)) {
  console.error(
    'npm run submit -- "a paper boat on a puddle" [how many, at least 1] [textToVideo or textToAudio]',
  );
  process.exit(2);
}
const more = operation === 'textToAudio' ? { duration: 5 } : { model_name: 'kling-v3' };
const input = { prompt, ...more };
for (let left = Number(count); left > 0; left--) console.log(await submit(operation, input));
await Promise.all([creates.close(), polls.close()]);
redis.disconnect();
