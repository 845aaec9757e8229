import type { Offer, OperationName } from '../../src/client/operations.ts';
import {
  cometapi,
  createKling,
  deerapi,
  klingai,
  klingai2,
  type Provider,
} from '../../src/index.ts';
import { envelope, wireOf } from '../../test/chaos/shown.ts';
import type { Client, Connected, State, Wire } from './client.ts';

const words = {
  running: 'processing',
  finished: 'succeed',
  failed: 'failed',
  unknown: 'daydreaming',
};

/** How a provider's server speaks of the task with that id. */
function wire({ dialect, lookupProves }: Provider, offer: Offer): (id: string) => Wire {
  const { asked, externalIdIn, show, created, isList } = wireOf(dialect);
  return (id) => {
    const task = (state: State) => ({
      id,
      externalId: '',
      status: words[state],
      ...(state === 'failed' && { reason: 'content risk' }),
      ...(state === 'finished' && { url: 'https://files.example/1' }),
      createdAt: Number.NaN,
      updatedAt: Number.NaN,
    });
    return {
      created: envelope(created(task('running'), offer)),
      poll(state) {
        const shown = show(task(state), offer);
        return { body: envelope(isList ? [shown] : shown) };
      },
      // By external id where that is documented.
      finds({ pathname, searchParams }, create) {
        const own = lookupProves === 'nothing' ? undefined : externalIdIn(JSON.parse(create));
        const path = pathname.slice(pathname.lastIndexOf('/'));
        return asked(path, searchParams).ids.some((each) => each === id || each === own);
      },
      ...(isList && { missing: { status: 200, body: envelope([]) } }),
    };
  };
}

/** The one operation that is measured, of whichever provider. */
interface Operation {
  create(input: object): Promise<{ id: string }>;
  run(input: object, options: { signal?: AbortSignal | undefined }): Promise<unknown>;
}

const key = { apiKey: 'bench' };
/** With durations given, as against a real provider: without one, a client takes this machine's for a mock. */
const options = (baseUrl: string, requestTimeout?: number) => ({
  baseUrl,
  requestTimeout,
  durations: {},
});
type Open = (...of: Parameters<typeof options>) => Operation;

function client(provider: Provider, name: OperationName, input: object, open: Open): Client {
  const offer = provider.offers[name];
  if (!offer) throw new TypeError(`${provider.name} has no ${name}`);
  return {
    wire: wire(provider, offer),
    connect(...of): Connected {
      const operation = open(...of);
      return {
        create: async () => (await operation.create(input)).id,
        run: (signal) => operation.run(input, { signal }),
      };
    },
    scale: 120,
  };
}

const sound = { prompt: 'rain on a tin roof', duration: 5 };
const video = { prompt: 'a paper boat on a puddle', model: 'kling-3.0' };

/** kling-fetch with each of its providers, and what it makes there. */
export const kling = {
  klingai: client(
    klingai,
    'textToAudio',
    sound,
    (...of) => createKling(klingai, key, options(...of)).textToAudio,
  ),
  klingai2: client(
    klingai2,
    'textToVideo',
    video,
    (...of) => createKling(klingai2, key, options(...of)).textToVideo,
  ),
  cometapi: client(
    cometapi,
    'textToAudio',
    sound,
    (...of) => createKling(cometapi, key, options(...of)).textToAudio,
  ),
  deerapi: client(
    deerapi,
    'textToAudio',
    sound,
    (...of) => createKling(deerapi, key, options(...of)).textToAudio,
  ),
};
