import Replicate from 'replicate';

const words = {
  running: 'processing',
  finished: 'succeeded',
  failed: 'failed',
  unknown: 'dreaming',
};

export const wire = (id) => ({
  created: { id, status: 'starting', urls: {} },
  poll: (state) => ({
    body: {
      id,
      status: words[state],
      error: state === 'failed' ? 'content risk' : null,
      output: state === 'finished' ? 'rain' : null,
      urls: {},
    },
  }),
});

export function connect(baseUrl) {
  const replicate = new Replicate({ auth: 'key', baseUrl });
  const input = { prompt: 'rain' };
  return {
    create: async () => (await replicate.predictions.create({ model: 'a/b', input })).id,
    run: (signal) => replicate.run('a/b', { input, signal }),
  };
}
