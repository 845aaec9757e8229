import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers';
import type { ProviderName } from '../documents/documents.ts';
import { servePage } from './page-files.ts';
import { Accounts, createRandom } from './server/accounts.ts';
import { type App, createApp } from './server/app.ts';
import { Budget } from './server/budget.ts';
import { Callbacks } from './server/callbacks.ts';
import { addRule, advanceTime } from './server/control.ts';
import { Journal, type JournalEntry } from './server/journal.ts';
import { Clock } from './server/lifecycle.ts';
import { type CallbackOutcome, Counters } from './server/metrics.ts';
import type { Judge } from './server/prism.ts';
import { createRecord, type RequestRecord, toLine } from './server/records.ts';
import type { Replay } from './server/replay.ts';
import { type Rule, readRule } from './server/rules.ts';
import { findScenario } from './server/scenarios.ts';
import { createFetch, serve } from './server/server.ts';
import { type TaskView, viewTasks } from './server/task-view.ts';
import { TaskMemory } from './server/tasks.ts';
import { reset, type World } from './server/world.ts';
import { openSession, type Session, type SessionOptions } from './session.ts';

export type { JournalEntry } from './server/journal.ts';
export type { RequestRecord } from './server/records.ts';
export type { Rule } from './server/rules.ts';
export { scenarios } from './server/scenarios.ts';
export type { TaskView } from './server/task-view.ts';
export type { Session, SessionOptions } from './session.ts';

/** Settings of a mock, all of them optional. */
export interface MockOptions {
  /** Port to listen on; 0 takes a free one. @default 0 */
  port?: number | undefined;
  /** Address to listen on. @default '127.0.0.1' */
  host?: string | undefined;
  /**
   * Names under which others reach the mock, such as that of a container. It answers to this machine's names and addresses,
   * to `host` and to these, and refuses any other with 403. @default []
   */
  allowHosts?: readonly string[] | undefined;
  /** How many times faster than in real life tasks run; `instant` ends them as they are created. @default 60 */
  speed?: number | 'instant' | undefined;
  /** Name of the scenario that applies where no rule does; `scenarios` has them all. @default 'normal' */
  scenario?: string | undefined;
  /** The same seed gives the same ids and the same random choices. @default 1 */
  seed?: number | undefined;
  /**
   * Access keys and their secret keys: tokens of any other pair are refused.
   * @default any pair is accepted, and tokens of `mock-access-key` must be signed with `mock-secret-key`
   */
  keys?: Readonly<Record<string, string>> | undefined;
  /** How many tasks are remembered; beyond that, or beyond 64 MB with all requests, the oldest go. @default 10_000 */
  maxTasks?: number | undefined;
  /** Hosts besides this machine that `callback_url` may name. @default [] */
  allowCallbacks?: readonly string[] | undefined;
  /** Signs the callbacks of Kling's own API: `whsec_` and Base64, the form in which Kling issues it. @default unsigned */
  webhookSecret?: string | undefined;
  /** How often a callback is sent again after a response other than 2xx. @default 3 */
  callbackRetries?: number | undefined;
  /**
   * Folder of recordings that `drift --record` has made. A create whose input is in there, whatever its external id and
   * `callback_url`, is answered with a task of the mock's own that lives through what was recorded, or is refused likewise.
   */
  replay?: string | undefined;
  /** Whether other creates are refused instead of generated. @default false */
  replayOnly?: boolean | undefined;
  /** Called with a line for each request that was refused and each callback that was not sent. */
  log?: ((line: string) => void) | undefined;
  /**
   * Whether `log` is called for every request to a provider and for every file: status, method, path, what was wrong or
   * unknown in it, and the time it took. @default false
   */
  logRequests?: boolean | undefined;
  /**
   * Called for every request to a provider and for every file, and for those that are refused because of the host or the
   * page that they came from.
   */
  onRequest?: ((record: RequestRecord) => void) | undefined;
}

/** A running mock of all providers. */
export interface Mock extends AsyncDisposable {
  /** Its address. Each provider is below it: pass `${mock.url}/cometapi` as `baseUrl`. */
  readonly url: string;
  /** The port that it listens on. */
  readonly port: number;
  /** The tasks as they are now, newest first. */
  readonly tasks: TaskView[];
  /** The latest requests and their responses, oldest first. */
  readonly requests: readonly JournalEntry[];
  /**
   * The mock without a connection, for the client's `fetch` option or in place of the global `fetch`. Also answers
   * requests to the providers' own hosts.
   */
  readonly fetch: typeof fetch;
  /**
   * Applies a scenario to the requests to come: to creates, unless the scenario or the rule says otherwise. The latest
   * rule that fits wins.
   */
  scenario(name: string, rule?: Omit<Rule, 'scenario'>): void;
  /** Moves the mock's time forward, so that a video of five minutes is there at once: `5m`, `90s`, or milliseconds. */
  advance(by: number | string): void;
  /** Clears tasks, rules and journal. The mock's time stays. */
  reset(): void;
  /**
   * Opens a part of the mock for one test: nothing that other keys do is seen or felt there.
   * @throws {TypeError} the key is in use, or cannot be one
   */
  session(options?: SessionOptions): Session;
  /** Stops listening and closes every connection. */
  close(): Promise<void>;
}

/**
 * Starts a mock of all providers, their requests judged by Prism, under `/klingai`, `/klingai2`, `/cometapi` and `/deerapi`, with a
 * memory of tasks that Prism does not have. Where two are one host, both answer the routes of either, for one account. It listens
 * at once; the first request waits until Prism is loaded.
 * @throws {TypeError} no such scenario, no recordings in that folder, or a number out of range
 * @throws when the port is taken
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { port = 0, host = '127.0.0.1', allowHosts = [] } = options;
  // Node would listen on every address.
  if (host === '') throw new TypeError('host must not be empty');
  const world = createWorld(options, await loadReplay(options.replay));
  const app = createApp(world, { prism, servePage });
  const { journal, log } = world;
  const server = serve(app, {
    journal,
    log,
    hosts: [host, ...allowHosts],
    onRefused: (request, why) =>
      world.onRequest?.(createRecord(request, { status: 403, body: undefined, why }, 0)),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  world.url = `http://${reachableHost(host)}:${taken}`;
  setImmediate(() => void loadPrism(world));
  const close = () =>
    new Promise<void>((resolve) => {
      world.callbacks.clear();
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return createMock({ url: world.url, port: taken, close }, world, app);
}

/** The host under which this machine reaches a server that listens on an address. */
function reachableHost(address: string): string {
  if (address === '0.0.0.0' || address === '0') return '127.0.0.1';
  if (address === '::') return '[::1]';
  return address.includes(':') ? `[${address}]` : address;
}

function createMock(listening: Pick<Mock, 'url' | 'port' | 'close'>, world: World, app: App): Mock {
  return {
    ...listening,
    [Symbol.asyncDispose]: listening.close,
    get tasks() {
      return viewTasks(world);
    },
    get requests() {
      return world.journal.entries();
    },
    fetch: createFetch(app),
    scenario: (name, rule) => addRule(world, readRule({ ...rule, scenario: name })),
    advance: (by) => advanceTime(world, by),
    reset: () => reset(world),
    session: (options) => openSession(world, app, options),
  };
}

const judges = new Map<ProviderName, Promise<Judge>>();
/** Loads a judge at the first call. Kept, as even a repeated import is a noticeable part of a request. */
function prism(provider: ProviderName): Promise<Judge> {
  const judge =
    judges.get(provider) ??
    import('./server/prism.ts').then((loaded) => loaded.loadJudge(provider));
  judges.set(provider, judge);
  return judge;
}

/** Loading takes longer than listening, so it begins early and is not waited for. If it fails, requests are told. */
async function loadPrism(world: World): Promise<void> {
  const loaded = await import('./server/prism.ts').catch(() => undefined);
  world.prism = loaded ? 'loaded' : 'failed';
}

async function loadReplay(folder: string | undefined): Promise<Replay | undefined> {
  if (folder === undefined) return undefined;
  const { Replay: loaded } = await import('./server/replay.ts');
  return loaded.read(folder);
}

function createWorld(options: MockOptions, replay: Replay | undefined): World {
  const { speed = 60, scenario = 'normal', seed = 1, keys, maxTasks = 10_000 } = options;
  const { allowCallbacks: allowed = [], webhookSecret: secret, callbackRetries = 3 } = options;
  findScenario(scenario);
  if (speed !== 'instant' && !(speed > 0)) throw new TypeError('speed must be above 0, or instant');
  if (options.replayOnly && !replay) throw new TypeError('replayOnly needs replay');
  if (!(maxTasks >= 1)) throw new TypeError('maxTasks must be at least 1');
  const log = (line: string) => options.log?.(toLine(line));
  const clock = new Clock();
  const random = createRandom(seed);
  const budget = new Budget();
  const accounts = new Accounts(clock, seed, budget);
  const memory = new TaskMemory(maxTasks, random, budget);
  const logsAll = options.logRequests ?? false;
  const counters = new Counters();
  const sending = {
    allowed,
    secret,
    retries: callbackRetries,
    now: (account: string) => accounts.now(account),
    find: (id: string) => memory.get(id),
    // The line of the create says it, where it has one.
    log: logsAll ? () => {} : log,
    count: (outcome: CallbackOutcome) => counters.callbacks.add(outcome),
  };
  return {
    clock,
    accounts,
    random,
    memory,
    journal: new Journal(budget),
    callbacks: new Callbacks(sending),
    rules: [],
    defaults: [{ scenario }],
    speed,
    keys,
    replay,
    replaysOnly: options.replayOnly ?? false,
    url: '',
    log,
    logsAll,
    onRequest: options.onRequest,
    counters,
    prism: 'loading',
  };
}
