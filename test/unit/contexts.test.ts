import { AsyncLocalStorage } from 'node:async_hooks';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ProviderName, providerNames } from '../../src/documents/documents.ts';
import { randomFrom } from '../support/arbitrary.ts';
import { type EitherFetch, requestFrom } from '../support/fetch.ts';
import { klingOf } from '../support/kling.ts';
import { pagers, speaking } from '../support/speaking.ts';

/** How many callers there are, and how long an answer takes in milliseconds. */
const few = { callers: 12, latency: 150 };
const turn = setImmediate;

/** Lets what an event has set off come to its end. */
async function settle() {
  for (let count = 0; count < 3; count++) await new Promise((resolve) => turn(resolve));
}

interface Timer {
  owner: number;
  due: number;
  run: () => void;
}

/**
 * Callers that share a client and nothing else, as requests to a Worker do. Each has its own timers and fetches, which end with
 * it; what is set off by those of one must not be work of another; and who waits must have a timer or a fetch of its own
 * under way, since nothing else wakes it: workerd calls that a hang.
 */
class Contexts {
  readonly faults: string[] = [];
  readonly #storage = new AsyncLocalStorage<number>();
  readonly #timers = new Set<Timer>();
  /** Callers that have not ended. */
  readonly #callers = new Set<number>();
  /** Whose event it is that is being handled. */
  #active: number | undefined;

  /** Makes the timers those of their callers, one event at a time. The clock has to be a fake one already. */
  install() {
    vi.stubGlobal(
      'setTimeout',
      (work: (...rest: unknown[]) => void, ms = 0, ...rest: unknown[]) => {
        const owner = this.use('set a timer');
        const run = () => this.#storage.run(owner, work, ...rest);
        const timer: Timer = { owner, due: performance.now() + Math.max(ms, 1), run };
        this.#timers.add(timer);
        return timer;
      },
    );
    vi.stubGlobal('clearTimeout', (timer?: Timer) => {
      // What is over may be cleared by anybody.
      if (!timer || !this.#timers.delete(timer)) return;
      const owner = this.use('clear a timer');
      if (owner !== timer.owner) this.faults.push(`${owner} cleared a timer of ${timer.owner}`);
    });
  }

  /** Watches no longer: until then every promise of the process costs time, in the files after this one, too. */
  end() {
    this.#storage.disable();
  }

  /** The caller at work, who has to be the one whose event this is. */
  use(what: string): number {
    const owner = this.#storage.getStore() ?? -1;
    if (owner !== this.#active)
      this.faults.push(`an event of ${this.#active} made ${owner} ${what}`);
    return owner;
  }

  /** Begins the work of a caller; gives what became of it. */
  async begin<T>(caller: number, work: () => Promise<T>) {
    this.#active = caller;
    this.#callers.add(caller);
    const outcome: { value?: T; error?: unknown } = {};
    const end = (how: typeof outcome) => {
      Object.assign(outcome, how);
      this.#callers.delete(caller);
      for (const timer of this.#timers) if (timer.owner === caller) this.#timers.delete(timer);
    };
    this.#storage.run(caller, work).then(
      (value) => end({ value }),
      (error: unknown) => end({ error }),
    );
    await settle();
    return outcome;
  }

  /** Lets one event happen after the other until all callers have ended. */
  async run() {
    for (let events = 0; this.#callers.size > 0 && events < 30_000; events++) {
      const awake = new Set<number>();
      let first: Timer | undefined;
      for (const timer of this.#timers) {
        awake.add(timer.owner);
        if (!first || timer.due < first.due) first = timer;
      }
      for (const caller of this.#callers)
        if (!awake.has(caller)) this.faults.push(`${caller} waits for nothing of its own`);
      if (this.faults.length > 0 || !first) return;
      this.#timers.delete(first);
      vi.advanceTimersByTime(Math.max(first.due - performance.now(), 0));
      this.#active = first.owner;
      first.run();
      await settle();
    }
    if (this.#callers.size > 0) this.faults.push(`${this.#callers.size} have not ended`);
  }
}

/** A provider whose tasks take half a minute each. */
function slowProvider(provider: ProviderName, contexts: Contexts, latency: number) {
  const { accepted, idsIn, reading, task } = speaking(provider);
  const tasks = new Map<string, { caller: number; begun: number }>();
  const pages: number[] = [];
  const strangers: string[] = [];
  let running = 0;
  let reads = 0;
  let most = 0;
  const statusOf = (id: string) => {
    const { begun, caller } = tasks.get(id) ?? { begun: 0, caller: 0 };
    return performance.now() - begun > 25_000 + caller * 400 ? 'succeed' : 'processing';
  };
  const show = (id: string) => task(statusOf(id), { id });
  const fetch: EitherFetch = async (input, init) => {
    const { method, url } = requestFrom(input, init);
    const caller = contexts.use(`send a ${method}`);
    const isPage = new URL(url).searchParams.has('pageNum');
    const ids = idsIn(url);
    if (isPage) pages.push(caller);
    else if (method === 'GET' && !ids.some((id) => tasks.get(id)?.caller === caller))
      strangers.push(...ids);
    if (method === 'GET') most = Math.max(most, ++reads);
    await new Promise((resolve) => setTimeout(resolve, latency));
    if (method === 'GET') reads--;
    if (method === 'POST') {
      const made = `${800_000 + tasks.size}`;
      tasks.set(made, { caller, begun: performance.now() });
      const now = [...tasks.keys()].filter((each) => statusOf(each) !== 'succeed');
      running = Math.max(running, now.length);
      return Response.json(accepted(made));
    }
    if (!isPage) return Response.json(reading(...ids.map(show)));
    return Response.json({ code: 0, data: [...tasks.keys()].reverse().map(show) });
  };
  return { fetch, tasks, pages, strangers, running: () => running, most: () => most };
}

let contexts: Contexts;

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockImplementation(randomFrom(3));
  contexts = new Contexts();
  contexts.install();
});
afterEach(() => {
  contexts.end();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Callers of a client at module level. Some have a time after which they give up. */
async function runAll(
  provider: ProviderName,
  options: object = {},
  patience = (_: number) => 0,
  { callers, latency } = few,
) {
  const account = slowProvider(provider, contexts, latency);
  const { input, name } = speaking(provider);
  const kling = klingOf(provider, { fetch: account.fetch, ...options });
  const outcomes = [];
  for (let caller = 0; caller < callers; caller++) {
    const work = async () => {
      const stop = new AbortController();
      const ms = patience(caller);
      if (ms > 0) setTimeout(() => stop.abort(), ms);
      return kling[name].run(input, { signal: stop.signal });
    };
    outcomes.push(await contexts.begin(caller, work));
  }
  await contexts.run();
  return { ...account, outcomes };
}

describe.each(providerNames)('callers that share a client of %s', (provider) => {
  const { result } = speaking(provider);

  it('wait each by its own timers, and poll their own tasks', async () => {
    const { outcomes, strangers, tasks } = await runAll(provider);
    expect(contexts.faults).toEqual([]);
    expect(outcomes).toEqual(Array(few.callers).fill({ value: result }));
    expect(strangers).toEqual([]);
    expect(tasks.size).toBe(few.callers);
  });

  it('wait each by its own timers when some of them give up', async () => {
    const { outcomes, strangers } = await runAll(provider, {}, (caller) =>
      caller % 3 === 0 ? 3_000 + 500 * caller : 0,
    );
    expect(contexts.faults).toEqual([]);
    expect(strangers).toEqual([]);
    for (const [caller, { value, error }] of outcomes.entries()) {
      if (caller % 3 === 0) expect(error).toMatchObject({ name: 'AbortError' });
      else expect(value).toEqual(result);
    }
  });

  it('wait for their turn to read, each by its own timers', async () => {
    const many = { callers: 80, latency: 2_000 };
    const { outcomes, most } = await runAll(provider, {}, () => 0, many);
    expect(contexts.faults).toEqual([]);
    expect(outcomes).toEqual(Array(many.callers).fill({ value: result }));
    expect(most()).toBeLessThanOrEqual(64);
    expect(most()).toBeGreaterThan(1);
  });

  it('take turns with maxRunning, each by its own timers', async () => {
    const { outcomes, running } = await runAll(provider, { maxRunning: 6 });
    expect(contexts.faults).toEqual([]);
    expect(outcomes).toEqual(Array(few.callers).fill({ value: result }));
    expect(running()).toBeLessThanOrEqual(6);
    expect(running()).toBeGreaterThan(1);
  });
});

it.each(pagers)('the callers of %s share pages of the list all the same', async (provider) => {
  // A few would read their tasks by themselves.
  const many = { ...few, callers: 30 };
  const { pages, outcomes } = await runAll(provider, {}, undefined, many);
  const { result } = speaking(provider);
  expect(contexts.faults).toEqual([]);
  expect(outcomes).toEqual(Array(many.callers).fill({ value: result }));
  expect(pages.length).toBeGreaterThan(0);
});

describe('the measure', () => {
  it('finds a promise of another caller', async () => {
    let wake = () => {};
    const shared = new Promise<void>((resolve) => {
      wake = resolve;
    });
    const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    await contexts.begin(1, async () => {
      setTimeout(() => {}, 1_000);
      await shared;
      await sleep(1);
    });
    await contexts.begin(2, () => sleep(10).then(wake));
    await contexts.run();
    expect(contexts.faults).toEqual(['an event of 2 made 1 set a timer']);
  });

  it('finds who has nothing to wait for', async () => {
    await contexts.begin(1, () => new Promise(() => {}));
    await contexts.run();
    expect(contexts.faults[0]).toBe('1 waits for nothing of its own');
  });

  it('finds nothing where each waits for itself', async () => {
    const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
    for (let caller = 0; caller < 3; caller++) {
      await contexts.begin(caller, async () => {
        for (let count = 0; count < 3; count++) await sleep(10);
      });
    }
    await contexts.run();
    expect(contexts.faults).toEqual([]);
  });
});
