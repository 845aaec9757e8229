import { cometapi, createKling } from '../../dist/index.js';

export { answer } from './fetch.mjs';

export function connect(fetch) {
  const kling = createKling(cometapi, { apiKey: 'key' }, { fetch, interval: 4_000 });
  return {
    create: async (input) => (await kling.textToAudio.create(input)).id,
    read: (id) => kling.textToAudio.task(id).snapshot(),
    wait: (id) => kling.textToAudio.task(id).result(),
  };
}
