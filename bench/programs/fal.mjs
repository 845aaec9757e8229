import { createFalClient } from '@fal-ai/client';

export const answer = { status: 'IN_PROGRESS', request_id: '1', logs: [] };

export function connect(fetch) {
  const fal = createFalClient({ credentials: 'key', fetch, suppressLocalCredentialsWarning: true });
  return {
    create: async (input) => (await fal.queue.submit('a/b', { input })).request_id,
    read: (requestId) => fal.queue.status('a/b', { requestId }),
    wait: (requestId) => fal.queue.subscribeToStatus('a/b', { requestId, pollInterval: 60_000 }),
  };
}
