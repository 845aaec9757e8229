import { createFalClient } from '@fal-ai/client';

const words = {
  running: 'IN_PROGRESS',
  finished: 'COMPLETED',
  failed: 'COMPLETED',
  unknown: 'DREAMING',
};
const failure = { detail: [{ loc: ['body'], msg: 'content risk', type: 'content_policy' }] };

export const wire = (request_id) => ({
  created: { request_id, status: 'IN_QUEUE', queue_position: 0 },
  poll(state, path) {
    if (path.endsWith('/status')) return { body: { request_id, status: words[state], logs: [] } };
    // A task that failed is known by its result.
    return state === 'failed'
      ? { status: 422, body: failure }
      : { body: { audio: { url: 'https://files.example/1.mp3' } } };
  },
});

export function connect(baseUrl) {
  // It has no base URL of its own to set.
  const local = (url, init) => fetch(new URL(new URL(url).pathname, baseUrl), init);
  const fal = createFalClient({
    credentials: 'key',
    fetch: local,
    suppressLocalCredentialsWarning: true,
  });
  const input = { prompt: 'rain' };
  return {
    create: async () => (await fal.queue.submit('a/b', { input })).request_id,
    run: (abortSignal) => fal.subscribe('a/b', { input, abortSignal }),
  };
}
