import type { AddressInfo } from 'node:net';
import { documents, type ProviderName } from '../documents/documents.ts';
import { type App, createApp } from './server/app.ts';
import { Callbacks } from './server/callbacks.ts';
import { Clock } from './server/clock.ts';
import { ruleOf, type TaskView, viewAll } from './server/control.ts';
import { fetchFrom } from './server/fetch.ts';
import { Journal, type JournalEntry } from './server/journal.ts';
import { isLocal } from './server/local.ts';
import { type AskPrism, loadPrism, requirePrism } from './server/prism.ts';
import { seededRandom } from './server/random.ts';
import { Replay } from './server/replay.ts';
import { scenarioOf } from './server/scenarios.ts';
import { serve } from './server/server.ts';
import { TaskMemory } from './server/tasks.ts';
import { type Rule, reset, type World } from './server/world.ts';

export type { TaskView } from './server/control.ts';
export type { JournalEntry } from './server/journal.ts';
export { scenarios } from './server/scenarios.ts';
export type { Rule } from './server/world.ts';

/** How a mock is set up; every field may be left out. */
export interface MockOptions {
  /** Port to listen on; 0 takes a free one. @default 0 */
  port?: number | undefined;
  /** Address to listen on. @default '127.0.0.1' */
  host?: string | undefined;
  /** How many times faster than in life tasks go; `instant` ends them as they are created. @default 60 */
  speed?: number | 'instant' | undefined;
  /** Name of the scenario that requests meet where no rule says another; `scenarios` has them all. @default 'normal' */
  scenario?: string | undefined;
  /** The same seed gives the same ids and the same chances. @default 1 */
  seed?: number | undefined;
  /**
   * Access keys and their secret keys: tokens made from others are refused. Unless it is given, any pair is good, only that the
   * secret of `mock-access-key` is `mock-secret-key`.
   */
  keys?: Readonly<Record<string, string>> | undefined;
  /** Tasks that are remembered; the oldest are dropped beyond that. @default 10_000 */
  maxTasks?: number | undefined;
  /** Hosts besides this machine that `callback_url` may name. @default [] */
  allowCallbacks?: readonly string[] | undefined;
  /** Signs the callbacks of Kling's own API: `whsec_` and Base64, as Kling gives it out. @default unsigned */
  webhookSecret?: string | undefined;
  /** How often a callback that was not answered with 2xx is sent again. @default 3 */
  callbackRetries?: number | undefined;
  /** Folder of recorded exchanges, as `drift --record` keeps them: what is in there is answered from it. */
  replay?: string | undefined;
  /** Told in a line what was refused or dropped. */
  log?: ((line: string) => void) | undefined;
}

/** A running mock of all three providers. */
export interface Mock extends AsyncDisposable {
  /** Its address. A provider is below it: `${mock.url}/cometapi` is what `baseUrl` takes. */
  readonly url: string;
  readonly port: number;
  /** The tasks as they stand, newest first. */
  readonly tasks: TaskView[];
  /** The latest requests and what became of them, oldest first. */
  readonly requests: readonly JournalEntry[];
  /**
   * The mock without a socket, for the client's `fetch` option or in the place of the global `fetch`. Requests to the
   * providers' own hosts are answered, too.
   */
  readonly fetch: typeof fetch;
  /**
   * Lays a scenario over the requests to come, which are creates unless scenario or rule say otherwise. The latest rule
   * that fits wins.
   */
  scenario(name: string, rule?: Omit<Rule, 'scenario'>): void;
  /** Moves the mock's time forward, so that a video of five minutes is there at once: `5m`, `90s`, or milliseconds. */
  advance(by: number | string): void;
  /** Forgets tasks, rules and journal. The clock goes on. */
  reset(): void;
  /** Stops it and ends every connection. */
  close(): Promise<void>;
}

/**
 * Starts the mock: the providers' documents served by Prism, with the memory of tasks that Prism lacks, under
 * `/klingai`, `/cometapi` and `/deerapi`. It listens at once; the first request waits until Prism is loaded.
 * @throws {TypeError} no such scenario, no recordings in that folder, or a number that cannot be
 * @throws when the port is taken, or (MODULE_NOT_FOUND) the packages of Prism are not installed
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { port = 0, host = '127.0.0.1' } = options;
  // Node would listen everywhere.
  if (host === '') throw new TypeError('host must not be empty');
  requirePrism();
  const world = worldOf(options, await recordedIn(options.replay));
  const prism = prismOnce();
  const app = createApp(world, prism);
  const { journal, log } = world;
  const server = serve(app, { journal, log, isOpen: !isLocal(host) });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  world.url = `http://${reachable(host)}:${taken}`;
  // Loading takes longer than listening, so it begins now and nobody waits for it here. Who asks is told of a failure.
  setImmediate(() => void prism('klingai').catch(() => {}));
  const close = () =>
    new Promise<void>((resolve) => {
      world.callbacks.clear();
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return mockOf({ url: world.url, port: taken, close }, world, app);
}

/** Where a server is reached from this machine that listens at an address. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

function mockOf(listening: Pick<Mock, 'url' | 'port' | 'close'>, world: World, app: App): Mock {
  const { clock, journal, rules, callbacks } = world;
  return {
    ...listening,
    [Symbol.asyncDispose]: listening.close,
    get tasks() {
      return viewAll(world);
    },
    get requests() {
      return journal.entries;
    },
    fetch: fetchFrom(app),
    scenario: (name, rule) => void rules.unshift(ruleOf({ ...rule, scenario: name })),
    advance(by) {
      clock.advance(by);
      callbacks.tick();
    },
    reset: () => reset(world),
  };
}

async function recordedIn(folder: string | undefined): Promise<Replay | undefined> {
  if (folder === undefined) return undefined;
  const { readRecordings } = await import('../contract/recordings.ts');
  return new Replay(await readRecordings(folder));
}

function worldOf(options: MockOptions, replay: Replay | undefined): World {
  const { speed = 60, scenario = 'normal', seed = 1, keys, maxTasks = 10_000 } = options;
  const { allowCallbacks: allowed = [], webhookSecret: secret, callbackRetries = 3 } = options;
  scenarioOf(scenario);
  if (speed !== 'instant' && !(speed > 0)) throw new TypeError('speed must be above 0, or instant');
  if (!(maxTasks >= 1)) throw new TypeError('maxTasks must be at least 1');
  // Whatever somebody sent, it is one line of a sensible length.
  const log = (line: string) => options.log?.(line.replace(/\p{Cc}+/gu, ' ').slice(0, 300));
  const clock = new Clock();
  const random = seededRandom(seed);
  const memory = new TaskMemory(maxTasks, random);
  const isKnown = ({ id }: { id: string }) => memory.get(id) !== undefined;
  const sending = { allowed, secret, retries: callbackRetries, isKnown, log };
  return {
    clock,
    random,
    memory,
    journal: new Journal(),
    callbacks: new Callbacks(clock, sending),
    rules: [],
    scenario,
    speed,
    keys,
    replay,
    url: '',
    log,
  };
}

/** Prism, loaded at the first call and asked for each provider's document once. */
function prismOnce(): (provider: ProviderName) => Promise<AskPrism> {
  let loaded: ReturnType<typeof loadPrism> | undefined;
  const asks = new Map<ProviderName, Promise<AskPrism>>();
  return (provider) => {
    loaded ??= loadPrism();
    const ask = asks.get(provider) ?? loaded.then((prismFor) => prismFor(documents[provider]));
    asks.set(provider, ask);
    return ask;
  };
}
