import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { second } from '../../src/client/dialect.ts';
import { IdReader } from '../../src/client/id-reader.ts';
import { sleep } from '../../src/client/sleep.ts';
import { ApiError, createKling, klingai2 } from '../../src/index.ts';
import { randomFrom } from '../support/arbitrary.ts';
import { type Answer, html, scripted, silence } from '../support/fetch.ts';
import { failure } from '../support/outcome.ts';
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

const said = (data: unknown): Answer => ({ code: 0, message: '', request_id: 'r', data });
const refused = (code: number, message = 'no'): Answer =>
  Response.json({ code, message, request_id: 'r' }, { status: 400 });
const idsOf = (count: number) => Array.from({ length: count }, (_, nth) => `${800_000 + nth}`);

type Meddle = (ids: string[], honest: () => Answer) => Answer | Promise<Answer>;

/** An account whose tasks take so many milliseconds; they come in another order than asked for. */
function account(count: number, { ms = 20_000, meddle = (_, honest) => honest() }: Options = {}) {
  const known = new Set(idsOf(count));
  const ends = performance.now() + ms;
  const asked: { at: number; ids: string[]; path: string }[] = [];
  const video = { type: 'video', id: 'v' };
  const task = (id: string) => ({
    id,
    status: performance.now() < ends ? 'processing' : 'succeeded',
    create_time: 1,
    update_time: 2,
    outputs: performance.now() < ends ? [] : [{ ...video, url: `https://cdn/${id}.mp4` }],
  });
  const { fetch } = scripted(async ({ url }) => {
    const { pathname, searchParams } = new URL(url);
    const ids = searchParams.get('task_ids')?.split(',') ?? [];
    asked.push({ at: performance.now(), ids, path: pathname });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const shown = () => ids.filter((id) => known.has(id)).map(task);
    return meddle(ids, () =>
      ids.length > 20 ? refused(1201, 'cannot exceed 20 in total') : said(shown().reverse()),
    );
  });
  const kling = createKling(klingai2, { apiKey: 'k' }, { fetch });
  const urlOf = async (id: string) =>
    (await kling.textToVideo.task(id).result()).videos[0]?.url ?? '';
  return { kling, asked, urlOf, waits: () => Promise.all(idsOf(count).map(urlOf)) };
}
type Options = { ms?: number; meddle?: Meddle };

describe('many waits of the second generation', () => {
  /** A reader of tasks that go on, and the requests that it sends. */
  function reading() {
    const sent: { at: number; ids: string[] }[] = [];
    const reads = {
      one: () => expect.unreachable(),
      many: async (ids: string[]) => {
        sent.push({ at: performance.now(), ids });
        return ids.map((id) => second.show({ id, status: 'processing' }));
      },
      isRefusal: () => false,
      onEvent() {},
    };
    return { sent, reader: new IdReader(reads, second.most) };
  }

  it('of 1,000 cost 50 requests a poll, ten a second', async () => {
    const { sent, reader } = reading();
    const { signal } = new AbortController();
    const ids = idsOf(1_000);
    const began = performance.now();
    const polls = ids.map((id) => reader.read(id, signal));
    const shown = await eventually(Promise.all(polls), 60_000);
    expect(shown.map(({ id }) => id)).toEqual(ids);
    expect(sent).toHaveLength(50);
    expect(new Set(sent.flatMap((each) => each.ids)).size).toBe(1_000);
    for (const [nth, { at }] of sent.entries())
      expect(at - began).toBeGreaterThanOrEqual(100 * (nth + 1) - 1);
  });

  it('of 10,000 have 500 turns, a tenth of a second each', async () => {
    const { reader } = reading();
    const stop = new AbortController();
    const polls = Promise.allSettled(idsOf(10_000).map((id) => reader.read(id, stop.signal)));
    expect(reader.delay).toBe(50_000);
    stop.abort();
    await polls;
  });

  it('each get their own result, whatever the order of the answer, and end by what it says', async () => {
    const { waits, asked } = account(150);
    const urls = await eventually(waits());
    expect(urls).toEqual(idsOf(150).map((id) => `https://cdn/${id}.mp4`));
    const most = Math.max(...asked.map(({ ids }) => ids.length));
    expect(most).toBe(20);
    // No task was read once more after the query that showed its end.
    const polls = asked.flatMap(({ ids }) => ids).length;
    expect(asked.length).toBeLessThan(polls / 3);
  });

  it('may wait longer for their turn than a request may take', async () => {
    const { fetch, requests } = scripted(refused(1201));
    const sharedReader = () => ({
      delay: 60_000,
      async read(id: string, signal: AbortSignal) {
        await sleep(50_000, signal);
        const outputs = [{ type: 'video', url: 'https://cdn/1.mp4' }];
        return second.show({ id, status: 'succeeded', outputs });
      },
    });
    const kling = createKling({ ...klingai2, sharedReader }, { apiKey: 'k' }, { fetch });
    const began = performance.now();
    const { videos } = await eventually(kling.textToVideo.task('1').result());
    expect(videos[0]?.url).toBe('https://cdn/1.mp4');
    // The first poll comes after a few seconds, and there was no second one.
    expect(performance.now() - began).toBeLessThan(60_000);
    expect(requests).toEqual([]);
  });

  it('of several operations share their queries', async () => {
    const { kling, asked } = account(12);
    const operations = [kling.textToVideo, kling.imageToVideo, kling.omniVideo];
    const ids = idsOf(12);
    const results = ids.map((id, nth) => operations[nth % 3]?.task(id).result());
    await eventually(Promise.all(results));
    const mixed = asked.filter(
      (each) => new Set(each.ids.map((id) => ids.indexOf(id) % 3)).size > 1,
    );
    expect(mixed.length).toBeGreaterThan(0);
  });

  it('do not share with what is read elsewhere', async () => {
    const { kling, asked } = account(4, {
      meddle: (ids, honest) => (ids.includes('x') ? said([]) : honest()),
    });
    const [a = '', b = ''] = idsOf(2);
    const tryOn = kling.virtualTryOn.task(a).snapshot();
    const video = kling.textToVideo.task(b).snapshot();
    await eventually(Promise.all([tryOn, video]));
    expect(asked.map(({ path }) => path).sort()).toEqual(['/solutions', '/tasks']);
  });

  it('a task that is asked for by hand is read at once, and alone', async () => {
    const { kling, asked } = account(1);
    const began = performance.now();
    await eventually(kling.textToVideo.task('800000').snapshot());
    expect(asked).toEqual([{ at: began, ids: ['800000'], path: '/tasks' }]);
  });
});

describe('a query for several tasks', () => {
  it('that is refused is read one by one, and no other suffers', async () => {
    const bad = '800003';
    const meddle: Meddle = (ids, honest) =>
      ids.includes(bad) ? refused(1201, 'task_ids is invalid') : honest();
    const { asked, urlOf } = account(60, { meddle });
    const ends = Promise.allSettled(idsOf(60).map(urlOf));
    const settled = await eventually(ends);
    const failed = settled.filter(({ status }) => status === 'rejected');
    expect(failed).toMatchObject([{ reason: { name: 'ApiError', code: 1201, task: { id: bad } } }]);
    // Those who stood beside it were asked for singly, once, and together again after that.
    expect(asked.filter(({ ids }) => ids.length === 1).length).toBeLessThan(40);
  });

  it('is left alone for a minute when all are refused', async () => {
    const meddle: Meddle = (ids, honest) => (ids.length > 1 ? refused(1201) : honest());
    const { waits, asked } = account(60, { meddle });
    expect(await eventually(waits())).toHaveLength(60);
    expect(asked.filter(({ ids }) => ids.length > 1).length).toBeLessThan(5);
  });

  it.each([403, 404, 414])(
    'that something in between blocks with %i is read one by one',
    async (status) => {
      const bad = '800003';
      const meddle: Meddle = (ids, honest) => (ids.includes(bad) ? html(status) : honest());
      const { asked, urlOf } = account(40, { meddle });
      const settled = await eventually(Promise.allSettled(idsOf(40).map(urlOf)));
      const failed = settled.filter((each) => each.status === 'rejected');
      expect(failed).toMatchObject([
        { reason: { name: 'AnswerError', status, task: { id: bad } } },
      ]);
      expect(asked.filter(({ ids }) => !ids.includes(bad)).length).toBeLessThan(100);
    },
  );

  it.each<[string, Answer]>([
    ['always fails at the provider', () => Response.json({ code: 5000 }, { status: 500 })],
    ['always takes too long', () => sleep(25_000).then(() => said([]))],
    ['always comes as a page', html(502)],
  ])('that %s becomes one for fewer, down to one', async (_, answer) => {
    const meddle: Meddle = (ids, honest) => (ids.length > 1 ? answer : honest());
    const { waits } = account(60, { meddle });
    const began = performance.now();
    expect(await eventually(waits())).toHaveLength(60);
    expect(performance.now() - began).toBeLessThan(400_000);
  });

  it('that fails is one for half as many, until it is answered', async () => {
    const sizes: number[] = [];
    const reads = {
      one: () => expect.unreachable(),
      async many(ids: string[]) {
        sizes.push(ids.length);
        if (ids.length > 3) throw new Error('too much');
        return ids.map((id) => second.show({ id, status: 'processing' }));
      },
      isRefusal: () => false,
      onEvent() {},
    };
    const reader = new IdReader(reads, second.most);
    const { signal } = new AbortController();
    const poll = () => Promise.allSettled(idsOf(20).map((id) => reader.read(id, signal)));
    await eventually(poll());
    await eventually(poll());
    const settled = await eventually(poll());
    expect(settled.every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(sizes).toEqual([20, 10, 10, 3, 3, 3, 3, 3, 3, 2]);
  });

  it('may take longer than a page of a list', async () => {
    const meddle: Meddle = (_, honest) => sleep(8_000).then(honest);
    const { waits, asked } = account(60, { meddle });
    const began = performance.now();
    expect(await eventually(waits())).toHaveLength(60);
    expect(performance.now() - began).toBeLessThan(100_000);
    expect(asked.length).toBeLessThan(60);
  });

  it('fails for hundreds without more requests than ten a second', async () => {
    const outage = performance.now() + 30_000;
    const meddle: Meddle = (_, honest) => (performance.now() < outage ? html(502) : honest());
    const { waits, asked } = account(200, { meddle });
    const began = performance.now();
    expect(await eventually(waits())).toHaveLength(200);
    expect(performance.now() - began).toBeLessThan(200_000);
    const ends = asked.at(-1)?.at ?? 0;
    expect(asked.length).toBeLessThan((ends - began) / 100 + 20);
  });

  it('that is too early is not made twenty', async () => {
    let left = 12;
    const limited = () => Response.json({ code: 1302, message: 'no' }, { status: 429 });
    const meddle: Meddle = (_, honest) => (left-- > 0 ? limited : honest());
    const { waits, asked } = account(40, { meddle });
    expect(await eventually(waits())).toHaveLength(40);
    expect(asked.length).toBeLessThan(60);
  });

  it.each<[string, object]>([
    ['names two', { id: '1,2' }],
    ['is a number', { id: 8_612_541 }],
    ['leads elsewhere', { id: '..' }],
  ])('never has an id that %s', async (_, facts) => {
    const { kling, asked, urlOf } = account(19);
    const handle = { v: 1, provider: 'klingai2', operation: 'textToVideo', ...facts } as const;
    const bad = failure(kling.resume(handle).result(), TypeError);
    const others = Promise.all(idsOf(19).map(urlOf));
    const began = performance.now();
    await eventually(bad);
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(await eventually(others)).toHaveLength(19);
    expect(asked.flatMap(({ ids }) => ids).every((each) => each.startsWith('8000'))).toBe(true);
    expect(asked.length).toBeLessThan(40);
  });

  it('that leaves a task out proves nothing about it: it is read by itself', async () => {
    const meddle: Meddle = (ids, honest) => (ids.length > 1 ? said([]) : honest());
    const { waits } = account(30, { meddle });
    expect(await eventually(waits())).toHaveLength(30);
  });

  it('leaves out what there is not, which ends the wait for that task alone', async () => {
    const { urlOf, kling } = account(30);
    const others = Promise.all(idsOf(30).map(urlOf));
    const lost = failure(kling.textToVideo.task('1').result(), ApiError);
    const error = await eventually(lost);
    expect(error).toMatchObject({ code: 1203, task: { id: '1' } });
    expect(error.message).toContain('to this key at this address');
    expect(await eventually(others)).toHaveLength(30);
  });

  it('of a new task may leave it out for a minute', async () => {
    let isShown = false;
    const { kling, urlOf } = account(30, {
      ms: 60_000,
      meddle: (_, honest) => (isShown ? honest() : said([])),
    });
    const createdAt = Date.now();
    const facts = { v: 1, provider: 'klingai2', operation: 'textToVideo', createdAt } as const;
    const results = idsOf(30).map((id) => kling.resume({ ...facts, id }).result());
    await clock.pass(50_000);
    isShown = true;
    expect(await eventually(Promise.all(results))).toHaveLength(30);
    expect(await eventually(urlOf('800000'))).toContain('800000');
  });

  it.each<[string, Answer]>([
    ['breaks', html(502)],
    ['is rate limited', () => refused(1302)],
    ['never comes', silence],
    ['is about nothing', said({})],
    ['holds anything', said([null, 7, { id: { toString: 1 }, status: 'submitted' }])],
  ])('may go wrong: it %s, and every wait has its result', async (_, answer) => {
    let left = 3;
    const meddle: Meddle = (_, honest) => (left-- > 0 ? answer : honest());
    const { waits } = account(60, { meddle });
    expect(await eventually(waits())).toHaveLength(60);
  });
});

it('all waits given up leave no timer and no request', async () => {
  const { kling } = account(100);
  const stop = new AbortController();
  const { signal } = stop;
  const ends = idsOf(100).map((id) => kling.textToVideo.task(id).result({ signal }));
  const settled = Promise.allSettled(ends);
  await clock.pass(3_100);
  stop.abort();
  expect((await settled).every(({ status }) => status === 'rejected')).toBe(true);
  await clock.pass(400);
});
