import RunwayML from '@runwayml/sdk';

const words = { running: 'RUNNING', finished: 'SUCCEEDED', failed: 'FAILED', unknown: 'DREAMING' };

export const wire = (id) => ({
  created: { id },
  poll: (state) => ({
    body: {
      id,
      status: words[state],
      createdAt: '2026-11-21T00:00:00Z',
      ...(state === 'finished' && { output: ['https://files.example/1.mp4'] }),
      ...(state === 'failed' && { failure: 'content risk', failureCode: 'SAFETY.INPUT.TEXT' }),
    },
  }),
});

export function connect(baseURL, timeout) {
  const { textToVideo } = new RunwayML({ apiKey: 'key', baseURL, timeout });
  const input = { model: 'veo3.1', promptText: 'rain', ratio: '1280:720', duration: 4 };
  return {
    create: async () => (await textToVideo.create(input)).id,
    run: (abortSignal) => textToVideo.create(input).waitForTaskOutput({ abortSignal }),
  };
}
