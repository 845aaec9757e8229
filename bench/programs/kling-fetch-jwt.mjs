// Kling's own API with a key pair: every request is signed with a token.
import { createKling, klingai } from '../../dist/index.js';

export { answer } from './fetch.mjs';

export function connect(fetch) {
  const kling = createKling(
    klingai,
    { accessKey: 'a', secretKey: 'b'.repeat(32) },
    { fetch, interval: 4_000 },
  );
  return {
    create: async (input) => (await kling.textToAudio.create(input)).id,
    read: (id) => kling.textToAudio.task(id).snapshot(),
    wait: (id) => kling.textToAudio.task(id).result(),
  };
}
