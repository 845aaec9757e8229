// What this package creates and waits for is a file in a vector store.
import OpenAI from 'openai';

const words = {
  running: 'in_progress',
  finished: 'completed',
  failed: 'failed',
  unknown: 'dreaming',
};

export const wire = (id) => ({
  created: { id, object: 'vector_store.file', status: 'in_progress' },
  poll: (state) => ({ body: { id, object: 'vector_store.file', status: words[state] } }),
});

export function connect(baseURL, timeout) {
  const { files } = new OpenAI({ apiKey: 'key', baseURL, timeout }).vectorStores;
  const input = { file_id: 'f' };
  return {
    create: async () => (await files.create('v', input))?.id,
    run: (signal) => files.createAndPoll('v', input, { signal }),
  };
}
