import Replicate from 'replicate';

export const answer = { id: '1', status: 'processing', output: null, urls: {} };

export function connect(fetch) {
  const replicate = new Replicate({ auth: 'key', fetch });
  return {
    create: async (input) => (await replicate.predictions.create({ model: 'a/b', input })).id,
    read: (id) => replicate.predictions.get(id),
    wait: (id) => replicate.wait({ id, status: 'starting' }, { interval: 60_000 }),
  };
}
