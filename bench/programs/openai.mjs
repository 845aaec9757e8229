import OpenAI from 'openai';

export const answer = { id: '1', status: 'in_progress', object: 'vector_store.file' };

export function connect(fetch) {
  const openai = new OpenAI({ apiKey: 'key', fetch });
  const { files } = openai.vectorStores;
  const vector_store_id = 'v';
  return {
    create: async ({ file }) => (await files.create('v', { file_id: file })).id,
    read: (id) => files.retrieve(id, { vector_store_id }),
    wait: (id) => files.poll('v', id, { pollIntervalMs: 60_000 }),
  };
}
