import { cometapi, createKling, deerapi, klingai, type Provider } from '../../src/index.ts';
import type { Client, Connected, State, Wire } from './client.ts';

const words: Record<State, string> = {
  running: 'processing',
  finished: 'succeed',
  failed: 'failed',
  unknown: 'daydreaming',
};
const task_result = { audios: [{ id: '1', url_mp3: 'https://files.example/1.mp3' }] };
const envelope = (data: object) => ({ code: 0, message: 'SUCCEED', request_id: 'r-1', data });

const wire =
  ({ lookupProves }: Provider) =>
  (task_id: string): Wire => ({
    created: envelope({ task_id, task_status: 'submitted' }),
    poll: (state) => ({
      body: envelope({
        task_id,
        task_status: words[state],
        task_status_msg: state === 'failed' ? 'content risk' : '',
        task_result: state === 'finished' ? task_result : {},
      }),
    }),
    // By external id where that is documented.
    finds: (path, create) =>
      path.endsWith(`/${task_id}`) ||
      (lookupProves !== 'nothing' && path.endsWith(`/${JSON.parse(create).external_task_id}`)),
  });

const input = { prompt: 'rain on a tin roof', duration: 5 };

/** The one operation that is measured, of whichever provider. */
interface TextToAudio {
  create(input: object): Promise<{ id: string }>;
  run(input: object, options: { signal?: AbortSignal | undefined }): Promise<unknown>;
}

const connected = ({ textToAudio }: { textToAudio: TextToAudio }): Connected => ({
  create: async () => (await textToAudio.create(input)).id,
  run: (signal) => textToAudio.run(input, { signal }),
});

const key = { apiKey: 'bench' };
/** With durations given, as against a real provider: without one, a client takes this machine's for a mock. */
const options = (baseUrl: string, requestTimeout?: number) => ({
  baseUrl,
  requestTimeout,
  durations: {},
});
const open = {
  klingai: (...of: Parameters<typeof options>) => createKling(klingai, key, options(...of)),
  cometapi: (...of: Parameters<typeof options>) => createKling(cometapi, key, options(...of)),
  deerapi: (...of: Parameters<typeof options>) => createKling(deerapi, key, options(...of)),
};

/** kling-fetch with each of its providers. */
export const kling: Record<keyof typeof open, Client> = {
  klingai: { wire: wire(klingai), connect: (...of) => connected(open.klingai(...of)), scale: 120 },
  cometapi: {
    wire: wire(cometapi),
    connect: (...of) => connected(open.cometapi(...of)),
    scale: 120,
  },
  deerapi: { wire: wire(deerapi), connect: (...of) => connected(open.deerapi(...of)), scale: 120 },
};
