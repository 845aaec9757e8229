import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { legacy } from '../../src/client/dialect.ts';
import { ListReader } from '../../src/client/list-reader.ts';
import { createKling, klingai, TaskAbortedError } from '../../src/index.ts';
import { Account } from '../support/account.ts';
import { randomFrom } from '../support/arbitrary.ts';
import { html, silence, withRequest } from '../support/fetch.ts';
import { failure } from '../support/outcome.ts';
import { mean, times as seconds } from '../support/polls.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

let clock: VirtualClock;
/** None of the waits may take longer than two hours. */
const eventually = <T>(work: Promise<T>, ms = 7_200_000) => clock.until(work, ms);

beforeEach(() => {
  clock = new VirtualClock();
  clock.install();
  vi.spyOn(Math, 'random').mockImplementation(randomFrom(7));
});
afterEach(() => {
  vi.restoreAllMocks();
  clock.uninstall();
  expect(clock.size).toBe(0);
});

/** Milliseconds around half a minute, as sounds take. */
const times = (count: number, seed = 1) =>
  seconds(30, 0.35, count, seed).map((each) => each * 1_000);

/** Waits for all of them; gives how late each was known, in milliseconds. */
async function waitFor(account: Account, ids: string[], timeout = 3_600_000): Promise<number[]> {
  const kling = createKling(klingai, { apiKey: 'k' }, { fetch: account.fetch });
  const lags = ids.map(async (id) => {
    const { audios } = await kling.textToAudio.task(id).result({ timeout });
    expect(audios[0]?.url_mp3).toBe(`https://cdn/${id}.mp3`);
    return account.lag(id);
  });
  return eventually(Promise.all(lags));
}

describe('many waits on one operation', () => {
  it('share pages of the list: ten requests a second and one for each end, whatever the number of waits', async () => {
    const account = new Account();
    const ids = account.add(times(200));
    const began = performance.now();
    const lags = await waitFor(account, ids);
    const took = (performance.now() - began) / 1_000;
    expect((account.asked.length - ids.length) / took).toBeLessThan(10);
    expect(account.pages().length).toBeGreaterThan(10);
    expect(mean(lags)).toBeLessThan(3_000);
    // In any one second, too, the first polls and the one that sees each end apart.
    const lastReads = new Set(new Map(account.singles().map((read) => [read.id, read])).values());
    const perSecond = new Map<number, number>();
    for (const { at } of account.asked.slice(20).filter((each) => !lastReads.has(each))) {
      const second = Math.floor(at / 1_000);
      perSecond.set(second, (perSecond.get(second) ?? 0) + 1);
    }
    expect(Math.max(...perSecond.values())).toBeLessThan(30);
  });

  it('find what is far down the list, and are no more requests for that', async () => {
    const account = new Account();
    const ids = account.add(times(100));
    account.add(times(4_400, 2));
    const began = performance.now();
    await waitFor(account, ids);
    const took = (performance.now() - began) / 1_000;
    expect(Math.max(...account.pages().map(({ page }) => page ?? 0))).toBeGreaterThan(8);
    expect((account.asked.length - ids.length) / took).toBeLessThan(10);
  });
});

it('a list that is slow and does not show what is looked for keeps no look from its turn', async () => {
  const account = new Account();
  account.latency = 4_000;
  const ids = account.add(times(60));
  const others = Array.from({ length: 100 }, (_, nth) => ({ task_id: `${nth}` }));
  account.meddle = ({ page }, honest) => (page ? { code: 0, data: others } : honest());
  expect(Math.max(...(await waitFor(account, ids)))).toBeLessThan(30_000);
});

it('a page that never comes, and does not listen to its signal, ends its round after 5 s', async () => {
  const batch = new ListReader({
    one: async () => legacy.show({}),
    page: silence,
    isRefusal: () => false,
    onEvent() {},
  });
  const looks = times(20).map((_, nth) => batch.read(`${nth}`, new AbortController().signal));
  const settled = await eventually(Promise.allSettled(looks), 7_000);
  expect(settled.filter(({ status }) => status === 'rejected')).toHaveLength(15);
});

it('a wait that is given up for another one’s refusal keeps its place among the running tasks', async () => {
  const account = new Account();
  const made = account.add(times(20));
  account.meddle = ({ method }, honest) =>
    method === 'POST' ? { code: 0, data: { task_id: made.shift() } } : honest();
  const options = { fetch: account.fetch, maxRunning: 20 };
  const kling = createKling(klingai, { apiKey: 'k' }, options);
  const create = () => kling.textToAudio.create({ prompt: 'rain', duration: 5 });
  const tasks = await eventually(Promise.all(made.map(create)));
  const stop = new AbortController();
  const ends = Promise.allSettled(tasks.map((task) => task.result({ signal: stop.signal })));
  await clock.pass(1_500);
  stop.abort(new TypeError('not a task id'));
  await ends;
  const posts = () => account.asked.filter(({ method }) => method === 'POST').length;
  const next = create();
  await clock.pass(1_000);
  expect(posts()).toBe(20);
  account.meddle = ({ id }) => ({ code: 0, data: { task_id: id ?? '1', task_status: 'failed' } });
  await eventually(next);
});

it('a few waits read their tasks by themselves, at once', async () => {
  const account = new Account();
  const ids = account.add(times(5));
  await waitFor(account, ids);
  expect(account.pages().length).toBeLessThan(account.singles().length / 10);
});

/** Each of them leaves every wait with its result, though the list is of no use. */
describe('the list may', () => {
  const inTrouble = async (meddle: Account['meddle']) => {
    const account = new Account();
    account.meddle = meddle;
    const ids = account.add(times(30));
    const lags = await waitFor(account, ids);
    expect(lags).toHaveLength(30);
    return { account, lag: mean(lags) };
  };
  const onPages =
    (answer: Account['meddle']): Account['meddle'] =>
    (asked, honest) =>
      asked.page ? answer(asked, honest) : honest();

  it.each<[string, Account['meddle']]>([
    ['be refused', () => Response.json({ code: 1201, message: 'no' }, { status: 400 })],
    ['be forbidden', () => Response.json({ code: 1103, message: 'no' }, { status: 403 })],
    ['be gone', html(404)],
    ['break', html(502)],
    ['be rate limited', () => Response.json({ code: 1302, message: 'slow' }, { status: 429 })],
    ['be no list', () => ({ code: 0, data: { tasks: [] } })],
    ['be a list of anything', () => ({ code: 0, data: [null] })],
    [
      'name what no string can be made of',
      () => ({ code: 0, data: [{ task_id: { toString: 1 }, task_status: 'submitted' }] }),
    ],
    ['never come', silence],
    ['be empty', () => ({ code: 0, data: [] })],
    ['show other tasks only', () => ({ code: 0, data: [{ task_id: '1', task_status: 'failed' }] })],
  ])('%s', async (_, answer) => {
    const { account, lag } = await inTrouble(onPages(answer));
    // A minute without lists after two of them: they cost next to nothing.
    expect(account.pages().length).toBeLessThan(12);
    expect(lag).toBeLessThan(20_000);
  });

  it.each<[string, number, (task: Record<string, unknown>) => object]>([
    ['show no results', 3_000, ({ task_result, ...task }) => task],
    ['show no states', 3_000, ({ task_status, ...task }) => task],
    ['show a state that nobody knows', 8_000, (task) => ({ ...task, task_status: 'queueing' })],
    ['be of the past', 8_000, (task) => ({ ...task, task_status: 'processing', task_result: {} })],
  ])('%s', async (_, longest, change) => {
    const { lag } = await inTrouble(
      onPages((_, honest) => {
        const { data } = honest() as unknown as { data: Record<string, unknown>[] };
        return { code: 0, data: data.map(change) };
      }),
    );
    expect(lag).toBeLessThan(longest);
  });

  it('lose every fourth answer', async () => {
    let count = 0;
    const { lag } = await inTrouble((_, honest) => (count++ % 4 ? honest() : html(503)()));
    expect(lag).toBeLessThan(20_000);
  });
});

describe('giving up', () => {
  it('one wait leaves the others alone', async () => {
    const account = new Account();
    const ids = account.add(times(60));
    const kling = createKling(klingai, { apiKey: 'k' }, { fetch: account.fetch });
    const stop = new AbortController();
    const results = ids.map((id, index) => {
      const wait = index % 2 ? {} : { signal: stop.signal };
      return kling.textToAudio.task(id).result(wait);
    });
    const ends = Promise.allSettled(results);
    // In the middle of a shared look, and between looks.
    await clock.pass(1_150);
    stop.abort();
    const settled = await eventually(ends);
    for (const [index, { status }] of settled.entries()) {
      expect(status).toBe(index % 2 ? 'fulfilled' : 'rejected');
    }
  });

  it.each([1_050, 1_500, 2_050, 2_150, 10_300])(
    'all of them after %d ms leaves no timer and no request',
    async (ms) => {
      const account = new Account();
      account.latency = 300;
      const ids = account.add(times(60));
      const open = new Set<Request>();
      const fetch = withRequest((request) => {
        open.add(request);
        request.signal.addEventListener('abort', () => open.delete(request));
        return account.fetch(request).finally(() => open.delete(request));
      });
      const kling = createKling(klingai, { apiKey: 'k' }, { fetch });
      const stop = new AbortController();
      const ends = ids.map((id) =>
        failure(kling.textToAudio.task(id).result({ signal: stop.signal }), TaskAbortedError),
      );
      await clock.pass(ms);
      stop.abort();
      await Promise.all(ends);
      await clock.pass(0);
      expect(open.size).toBe(0);
      // The answers that the account still owes.
      await clock.pass(300);
    },
  );

  it('a wait ends at its deadline, and sees what is done by then', async () => {
    const account = new Account();
    const ids = account.add(Array.from({ length: 100 }, () => 59_500));
    const lags = await waitFor(account, ids, 60_000);
    expect(Math.max(...lags)).toBeLessThan(1_500);
  });
});
