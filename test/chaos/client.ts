/**
 * The application of the chaos test, a process that may be killed at any moment: makes and waits for all orders that its
 * journal does not know the end of, and ends by itself.
 */
import {
  ApiError,
  ConnectionError,
  CreateUncertainError,
  createKling,
  type Task,
  TaskFailedError,
  type TaskHandle,
  TaskTimeoutError,
} from '../../src/index.ts';
import { chance } from './chance.ts';
import { ClientClock } from './clock.ts';
import { type End, Journal } from './journal.ts';
import { lookupProves, type Order, orderOf, type ProviderName, providers } from './orders.ts';

const { url, file, seed, tasks, workers, name: life, now } = JSON.parse(process.argv[2] ?? '');
const clock = new ClientClock(now, life);
const showsMany = (name: ProviderName) => providers[name].sharedReader !== undefined;
let draws = 0;
Math.random = () => chance(seed, life, ++draws);
const journal = new Journal(file);
process.on('unhandledRejection', (error) => journal.note({ rejection: String(error) }));

// With durations given, as against a real provider: without them, a client takes this machine's for a mock.
const options = (name: ProviderName) => ({
  baseUrl: `${url}/${name}`,
  durations: {},
  fetch: clock.fetch,
  ...(showsMany(name) && { maxRunning: 300 }),
});
const key = { apiKey: 'chaos' };
const klings = {
  klingai: createKling(providers.klingai, key, options('klingai')),
  klingai2: createKling(providers.klingai2, key, options('klingai2')),
  cometapi: createKling(providers.cometapi, key, options('cometapi')),
  deerapi: createKling(providers.deerapi, key, options('deerapi')),
};

/** A client, as far as it is the same for every provider and operation. */
interface AnyKling {
  create(input: object): Promise<AnyTask>;
  resume(handle: TaskHandle): AnyTask;
}
type AnyTask = Task<unknown, object>;

function klingOf({ provider, operation }: Order): AnyKling {
  const kling = klings[provider] as object as Record<string, AnyKling> & AnyKling;
  const methods = kling[operation] as AnyKling;
  return { create: (input) => methods.create(input), resume: (handle) => kling.resume(handle) };
}

/** Many at once, where one response shows many tasks. */
const workersOf = (name: ProviderName) => (showsMany(name) ? 6 * workers : workers);

/** Milliseconds that a worker waits after a create of which nobody knows what became of it. */
const pauseAfterUncertain = 120_000;

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A handle of a task that may exist: of now, so that it has its time to be found. */
const intention = ({ provider, operation, externalId }: Order): TaskHandle => ({
  v: 1,
  provider,
  operation,
  externalId,
  createdAt: Date.now(),
});

/** Whether a task is found by its external id, and its absence proven. */
const isFound = (order: Order) => lookupProves(order) === 'absence';

/** Creates an order's task; returns its handle, one to search by, or what happened instead. */
async function create(order: Order): Promise<TaskHandle | End> {
  const { number } = order;
  for (;;) {
    journal.write(number, { isAsked: true });
    try {
      return (await klingOf(order).create(order.input)).toJSON();
    } catch (error) {
      if (error instanceof CreateUncertainError) return reconciled(order, error);
      if (error instanceof ApiError && !isNotNow(error))
        return { how: 'refused', what: error.message };
      const tookNothing =
        error instanceof ApiError || (error instanceof ConnectionError && !error.sent);
      if (!tookNothing) throw error;
      await sleep(5_000);
    }
  }
}

/** The provider has no task with that id, as far as it says. */
const isMissing = (error: unknown) =>
  error instanceof ApiError && (error.code === 1201 || error.code === 1203);

const isNotNow = ({ code, status }: ApiError) =>
  code === undefined ? status === 429 : code === 1302 || code === 1303;

async function reconciled(order: Order, error: CreateUncertainError): Promise<TaskHandle | End> {
  for (let tries = 0; tries < 3; tries++) {
    const handle = await error.reconcile().catch(() => undefined);
    if (handle) return handle;
    await sleep(1_000);
  }
  if (isFound(order)) return intention(order);
  return { how: 'uncertain', what: error.task.externalId ?? '' };
}

/** Waits for a task; undefined when the provider says that there never was one. */
async function wait(order: Order, handle: TaskHandle): Promise<End | undefined> {
  for (;;) {
    try {
      const result = await klingOf(order).resume(handle).result();
      return { how: 'finished', what: JSON.stringify(result) };
    } catch (error) {
      if (error instanceof TaskFailedError) return { how: 'failed', what: error.message };
      if (error instanceof TaskTimeoutError) continue;
      if (handle.id === undefined && isMissing(error)) return undefined;
      throw error;
    }
  }
}

async function settle(order: Order): Promise<void> {
  const { number } = order;
  const known = journal.of(number);
  let { handle } = known;
  // Killed between create and answer: where nobody finds tasks by external id, somebody has to decide.
  if (known.isAsked && !handle && !isFound(order))
    return journal.write(number, { end: { how: 'interrupted', what: '' } });
  if (known.isAsked && !handle) handle = intention(order);
  for (;;) {
    if (!handle) {
      const made = await create(order);
      if ('how' in made) return journal.write(number, { end: made });
      handle = made;
      if (handle.id) journal.write(number, { handle });
    }
    const end = await wait(order, handle);
    if (end) return journal.write(number, { end });
    handle = undefined;
  }
}

/** Takes one order of a provider after the other. Workers begin one after the other, too. */
async function worker(orders: Order[], begin: number): Promise<void> {
  await sleep(begin * 20_000);
  for (let order = orders.shift(); order; order = orders.shift()) {
    const { number } = order;
    await settle(order).catch((error: unknown) => {
      journal.write(number, { end: { how: 'wrong', what: String(error) } });
    });
    // Somebody has to look after this one before more is spent.
    if (journal.of(number).end?.how === 'uncertain') await sleep(pauseAfterUncertain);
  }
}

function measure(): void {
  const megabytes = Math.round(process.memoryUsage().heapUsed / 2 ** 20);
  if (megabytes > journal.megabytes) journal.note({ megabytes });
}

const open = Array.from({ length: tasks }, (_, number) => orderOf(number)).filter(
  ({ number }) => !journal.of(number).end,
);
// Without the server there is nothing to do.
process.once('disconnect', () => process.exit(1));
process.channel?.unref();
const watch = setInterval(measure, 100);
const work = Promise.all(
  (Object.keys(klings) as ProviderName[]).flatMap((name) => {
    const orders = open.filter(({ provider }) => provider === name);
    const count = workersOf(name);
    return Array.from({ length: count }, (_, nth) => worker(orders, nth / count));
  }),
);
await clock.until(work);
clearInterval(watch);
measure();
