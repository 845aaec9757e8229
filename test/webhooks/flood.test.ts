import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { succeeded, taskId } from '../support/kling.ts';
import { flat, post, secret, signed } from './support.ts';

// What is counted is counted for the whole process, by a clock that only tests of this file move far ahead.
beforeAll(() => void vi.resetModules());
afterAll(() => void vi.resetModules());
let hours = 0;
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  // So late that all places and turns of the test before are free again; no time passes after that.
  hours += 4;
  vi.advanceTimersByTime(hours * 3_600_000);
});
afterEach(() => {
  vi.useRealTimers();
});

const until = (check: () => void) => vi.waitFor(check, { timeout: 60_000, interval: 5 });

/** A process whose provider answers each request when it is let go; it knows every task. */
async function startProcess({ isSlow = false } = {}) {
  const { receiver } = await import('./support.ts');
  let waiting: (() => void)[] = [];
  const most = { atOnce: 0 };
  const { receive, requests } = receiver(async ({ url }) => {
    if (isSlow) await new Promise<void>((resolve) => waiting.push(resolve));
    most.atOnce = Math.max(most.atOnce, waiting.length);
    const task_id = url.split('/').at(-1);
    return { ...succeeded, data: { ...succeeded.data, task_id, request: requests.length } };
  });
  const letGo = () => {
    for (const go of waiting) go();
    waiting = [];
  };
  return { receive, requests, letGo, most, waiting: () => waiting.length };
}

type Receive = Awaited<ReturnType<typeof startProcess>>['receive'];
type Received = Awaited<ReturnType<Receive>>;

/** How many got each response. */
function count(all: Received[]) {
  const responses = all.map(({ error, response: { status, headers } }) =>
    [error?.reason, status, headers.get('retry-after')].filter(Boolean).join(' '),
  );
  return Object.fromEntries(
    [...new Set(responses)].map((each) => [each, responses.filter((one) => one === each).length]),
  );
}

const forged = (nth: number) => post(flat({ task_id: `forged-${nth}` }));
const many = (length: number, send: (nth: number) => Promise<Received>) =>
  Promise.all(Array.from({ length }, (_, nth) => send(nth)));

/** A message that the provider has signed; each has an id of its own. */
const genuine = (task_id = taskId) => {
  const body = flat({ task_id });
  return post(body, signed(body));
};

describe('unsigned callbacks', () => {
  it('are read back eight at once, however many come', async () => {
    const { receive, requests, letGo, waiting } = await startProcess({ isSlow: true });
    const receiving = many(500, (nth) => receive(forged(nth)));
    await until(() => expect(waiting()).toBe(8));
    letGo();
    expect(count(await receiving)).toEqual({ '200': 8, 'busy 503 1': 492 });
    expect(requests).toHaveLength(8);
  });

  it('are read back 120 times in a burst and twice in each second after it', async () => {
    const { receive, requests } = await startProcess();
    const flood = async () => {
      const all: Received[] = [];
      for (let nth = 0; nth < 200; nth++) all.push(await receive(forged(nth)));
      return count(all);
    };
    expect(await flood()).toEqual({ '200': 120, 'busy 503 1': 80 });
    vi.advanceTimersByTime(10_000);
    expect(await flood()).toEqual({ '200': 20, 'busy 503 1': 180 });
    vi.advanceTimersByTime(3_600_000);
    expect(await flood()).toEqual({ '200': 120, 'busy 503 1': 80 });
    expect(requests).toHaveLength(260);
  });

  it('that are equal and come at once are read back twice', async () => {
    const { receive, requests, letGo, waiting } = await startProcess({ isSlow: true });
    const receiving = many(200, () => receive(forged(1)));
    await until(() => expect(waiting()).toBe(1));
    letGo();
    await until(() => expect(waiting()).toBe(1));
    letGo();
    expect(count(await receiving)).toEqual({ '200': 8, 'busy 503 1': 192 });
    expect(requests).toHaveLength(2);
  });

  it('have the limits that the program sets, for all clients of the process together', async () => {
    const one = await startProcess();
    const other = await startProcess();
    const unsigned = { perMinute: 3 };
    const all = [];
    for (const { receive } of [one, other, one, other]) {
      all.push(await receive(forged(1), { unsigned }));
    }
    expect(count(all)).toEqual({ '200': 3, 'busy 503 20': 1 });
    expect([one.requests.length, other.requests.length]).toEqual([2, 1]);
  });

  it.each([
    { atOnce: 0 },
    { atOnce: Number.NaN },
    { perMinute: 0 },
    { perMinute: Number.NaN },
    { perMinute: -1 },
  ])('are not read back at all with a limit that lets nobody in: %j', async (unsigned) => {
    const { receive, requests } = await startProcess();
    const { error, response } = await receive(forged(1), { unsigned });
    expect([error?.reason, response.status]).toEqual(['busy', 503]);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(requests).toHaveLength(0);
    expect((await receive(forged(1))).task).toBeDefined();
  });

  it('that name no task and no operation do not use up the limit', async () => {
    const { receive } = await startProcess();
    for (let nth = 0; nth < 200; nth++) await receive(post('{}'));
    for (let nth = 0; nth < 200; nth++) await receive(post(flat(), {}, 'https://app.example/'));
    expect((await receive(forged(1))).task).toBeDefined();
  });

  it('give their places back when they fail', async () => {
    const { receiver } = await import('./support.ts');
    const { receive } = receiver(() => new Response('', { status: 503 }));
    const all = [];
    for (let nth = 0; nth < 20; nth++) all.push(await receive(forged(nth)));
    expect(count(all)).toEqual({ 'provider 503 5': 20 });
  });
});

describe('signed callbacks', () => {
  it('are received during a flood of unsigned ones', async () => {
    const flooded = await startProcess({ isSlow: true });
    const flood = many(500, (nth) => flooded.receive(forged(nth)));
    await until(() => expect(flooded.waiting()).toBe(8));
    const { receive } = await startProcess();
    const all = await many(200, (nth) => receive(genuine(`task-${nth}`), { secret }));
    expect(count(all)).toEqual({ '200': 200 });
    flooded.letGo();
    await flood;
  });

  it('of one task do not wait for an unsigned one', async () => {
    const { receive, requests, letGo, waiting } = await startProcess({ isSlow: true });
    const unsigned = receive(post(flat()));
    await until(() => expect(waiting()).toBe(1));
    const receiving = receive(genuine(), { secret });
    await until(() => expect(requests).toHaveLength(2));
    letGo();
    expect(count([await unsigned, await receiving])).toEqual({ '200': 2 });
  });

  it('of one task share the read-back that begins after they have come', async () => {
    const { receive, requests, letGo, waiting } = await startProcess({ isSlow: true });
    const claim = vi.fn(() => 'new' as const);
    const options = { secret, seen: { claim, confirm() {}, release() {} } };
    const first = receive(genuine(), options);
    await until(() => expect(waiting()).toBe(1));
    const receiving = many(300, () => receive(genuine(), options));
    await until(() => expect(claim).toHaveBeenCalledTimes(301));
    await new Promise(setImmediate);
    expect(waiting()).toBe(1);
    letGo();
    expect((await first).snapshot).toMatchObject({ request: 1 });
    await until(() => expect(waiting()).toBe(1));
    letGo();
    const all = await receiving;
    expect(count(all)).toEqual({ '200': 300 });
    expect(new Set(all.map(({ snapshot }) => JSON.stringify(snapshot))).size).toBe(1);
    // Not what the first has read, which may be older than what they tell of.
    expect(all[0]?.snapshot).toMatchObject({ request: 2 });
    expect(requests).toHaveLength(2);
  });

  it('of the same id in another account are read there', async () => {
    const one = await startProcess({ isSlow: true });
    const other = await startProcess();
    const first = one.receive(genuine(), { secret });
    await until(() => expect(one.waiting()).toBe(1));
    expect((await other.receive(genuine(), { secret })).task).toBeDefined();
    expect(other.requests).toHaveLength(1);
    one.letGo();
    await first;
  });
});

describe('read-backs of one task', () => {
  it('do not wait for one whose request its host has killed', async () => {
    vi.useRealTimers();
    vi.useFakeTimers();
    const { ReadBacks } = await import('../../src/webhooks/read-back.ts');
    const readBacks = new ReadBacks<string>();
    const { signal } = new AbortController();
    const killed = vi.fn(() => new Promise<never>(() => {}));
    void readBacks.read('task', 10_000, signal, killed);
    const read = vi.fn(async () => 'read');
    const all = Promise.all(
      Array.from({ length: 50 }, () => readBacks.read('task', 10_000, signal, read)),
    );
    await vi.advanceTimersByTimeAsync(9_900);
    expect(read).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(200);
    expect(new Set(await all)).toEqual(new Set(['read']));
    expect(read).toHaveBeenCalledOnce();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('are forgotten when they have ended, and when their requests were killed', async () => {
    const { ReadBacks } = await import('../../src/webhooks/read-back.ts');
    const readBacks = new ReadBacks<string>();
    const { signal } = new AbortController();
    const killed = () => new Promise<never>(() => {});
    for (let nth = 0; nth < 1_000; nth++) void readBacks.read(`${nth}`, 10_000, signal, killed);
    expect(readBacks.size).toBe(1_000);
    vi.advanceTimersByTime(10_000);
    expect(await readBacks.read('another', 10_000, signal, async () => 'read')).toBe('read');
    expect(readBacks.size).toBe(0);
  });

  it('share an error, and the next callback reads again', async () => {
    const { ReadBacks } = await import('../../src/webhooks/read-back.ts');
    const readBacks = new ReadBacks<string>();
    const { signal } = new AbortController();
    const fail = vi.fn(async () => Promise.reject(new Error('no')));
    const first = readBacks.read('task', 10_000, signal, fail);
    const others = [1, 2, 3].map(() => readBacks.read('task', 10_000, signal, fail));
    const ends = await Promise.allSettled([first, ...others]);
    expect(ends.map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
    expect(fail).toHaveBeenCalledTimes(2);
    expect(await readBacks.read('task', 10_000, signal, async () => 'read')).toBe('read');
  });
});
