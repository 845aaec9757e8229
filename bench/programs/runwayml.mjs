import RunwayML from '@runwayml/sdk';

export const answer = {
  id: '1',
  status: 'RUNNING',
  createdAt: '2026-11-21T00:00:00Z',
  progress: 0.5,
};

export function connect(fetch) {
  const runway = new RunwayML({ apiKey: 'key', fetch });
  return {
    create: async (input) => (await runway.textToVideo.create(input)).id,
    read: (id) => runway.tasks.retrieve(id),
    wait: (id) => runway.tasks.retrieve(id).waitForTaskOutput(),
  };
}
