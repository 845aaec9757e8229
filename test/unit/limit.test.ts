import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKling, klingai, TaskAbortedError } from '../../src/index.ts';
import { broken, type Seen, scripted, silence } from '../support/fetch.ts';
import { accepted, looksLike, refused, succeeded } from '../support/kling.ts';
import { failure } from '../support/outcome.ts';

const input = { prompt: 'rain', duration: 5 };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A client that may have two tasks at once; `finish` ends the tasks of these ids. */
function limited() {
  const finished = new Set<string>();
  let created = 0;
  const { fetch, posts } = scripted(({ method, url }: Seen) => {
    if (method === 'POST') return accepted(`task-${++created}`);
    const id = url.split('/').at(-1) ?? '';
    return finished.has(id)
      ? looksLike('succeed', { ...succeeded.data, task_id: id })
      : looksLike('processing', { task_id: id });
  });
  const kling = createKling(klingai, { apiKey: 'k' }, { fetch, maxRunning: 2 });
  return { kling, posts, finish: (id: string) => finished.add(id) };
}

/** The order in which creates got through. */
function order(...creates: Promise<{ id: string }>[]) {
  const ids: string[] = [];
  for (const create of creates) void create.then(({ id }) => ids.push(id));
  return ids;
}

describe('with maxRunning, a create', () => {
  it('with an impossible external id is refused at once, although no slot is free', async () => {
    const { kling, posts } = limited();
    await kling.textToAudio.create(input);
    await kling.textToAudio.create(input);
    const create = kling.textToAudio.create({ ...input, external_task_id: '..' });
    await failure(create, TypeError);
    expect(posts()).toHaveLength(2);
  });

  it('waits for a place, in order, and takes the one of a task that was seen to end', async () => {
    const { kling, posts, finish } = limited();
    const create = () => kling.textToAudio.create(input);
    const first = await create();
    const ids = order(create(), create(), create());
    await vi.advanceTimersByTimeAsync(0);
    expect(posts()).toHaveLength(2);
    finish(first.id);
    await first.snapshot();
    await vi.advanceTimersByTimeAsync(200);
    expect(ids).toEqual(['task-2', 'task-3']);
    expect(posts()).toHaveLength(3);
  });

  it('takes the place of a task that nobody looks at', async () => {
    const { kling, finish } = limited();
    await kling.textToAudio.create(input);
    await kling.textToVideo.create({ prompt: 'boat' });
    const ids = order(kling.textToAudio.create(input));
    await vi.advanceTimersByTimeAsync(11_000);
    expect(ids).toEqual([]);
    finish('task-2');
    await vi.advanceTimersByTimeAsync(6_000);
    expect(ids).toEqual(['task-3']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('for several pictures takes as many places, or waits until it is alone', async () => {
    const { kling, posts, finish } = limited();
    const pictures = (n: number) => kling.imageGeneration.create({ prompt: 'boat', n });
    const ids = order(pictures(1), pictures(2), pictures(1), pictures(9));
    const sent = async (count: number) => {
      await vi.advanceTimersByTimeAsync(6_000);
      expect(posts().map(({ body }) => body.n)).toEqual([1, 2, 1, 9].slice(0, count));
    };
    await sent(1);
    finish('task-1');
    await sent(2);
    finish('task-2');
    await sent(3);
    finish('task-3');
    await sent(4);
    expect(ids).toHaveLength(4);
  });

  it('for a series takes a place for each of its pictures', async () => {
    const { kling, posts } = limited();
    const series = { model_name: 'kling-v3-omni', prompt: 'boat', result_type: 'series' } as const;
    void kling.omniImage.create({ ...series, series_amount: 2 });
    void kling.omniImage.create({ ...series, series_amount: 'auto' }).catch(() => {});
    await vi.advanceTimersByTimeAsync(6_000);
    expect(posts()).toHaveLength(1);
  });

  it('looks at many tasks without a warning from Node', async () => {
    const warnings: string[] = [];
    const note = ({ name }: Error) => warnings.push(name);
    process.on('warning', note);
    let looks = 0;
    const { fetch, posts } = scripted(({ method }: Seen) => {
      if (method === 'POST') return accepted(`task-${posts().length}`);
      looks += 1;
      return silence();
    });
    const kling = createKling(klingai, { apiKey: 'k' }, { fetch, maxRunning: 20 });
    const stop = new AbortController();
    for (let count = 0; count < 20; count++) await kling.textToAudio.create(input);
    const waiting = Array.from({ length: 20 }, () =>
      failure(kling.textToAudio.create(input, { signal: stop.signal }), TaskAbortedError),
    );
    await vi.advanceTimersByTimeAsync(7_000);
    stop.abort();
    await Promise.all(waiting);
    await vi.advanceTimersByTimeAsync(0);
    process.off('warning', note);
    // Five by themselves, the others by a page of the list.
    expect(looks).toBe(6);
    expect(vi.getTimerCount()).toBe(0);
    expect(warnings).not.toContain('MaxListenersExceededWarning');
  });

  it('gives its place back when it is refused', async () => {
    const { fetch, posts } = scripted(refused(1201, 400));
    const kling = createKling(klingai, { apiKey: 'k' }, { fetch, maxRunning: 1 });
    for (let count = 0; count < 3; count++) await failure(kling.textToAudio.create(input), Error);
    expect(posts()).toHaveLength(3);
  });

  it('can be given up while it waits, without taking anybody’s place', async () => {
    const { kling, finish } = limited();
    const stop = new AbortController();
    const first = await kling.textToAudio.create(input);
    await kling.textToAudio.create(input);
    const given = kling.textToAudio.create(input, { signal: stop.signal });
    const ids = order(kling.textToAudio.create(input));
    stop.abort();
    await failure(given, TaskAbortedError);
    finish(first.id);
    await first.snapshot();
    await vi.advanceTimersByTimeAsync(200);
    expect(ids).toEqual(['task-3']);
  });
});

it('one task by two creates of the same name has one place', async () => {
  let posts = 0;
  const { fetch } = scripted(({ method }: Seen) => {
    if (method === 'GET') return succeeded;
    return ++posts === 2
      ? broken('ECONNRESET')
      : accepted(posts === 1 ? undefined : `new-${posts}`);
  });
  const { textToAudio } = createKling(klingai, { apiKey: 'k' }, { fetch, maxRunning: 2 });
  const named = { ...input, external_task_id: 'mine' };
  const tasks = await Promise.all([textToAudio.create(named), textToAudio.create(named)]);
  expect(new Set(tasks.map(({ id }) => id)).size).toBe(1);
  await textToAudio.create(input);
  expect(posts).toBe(3);
});

it('maxRunning below 1 is refused', () => {
  expect(() => createKling(klingai, { apiKey: 'k' }, { maxRunning: 0 })).toThrow(/at least 1/);
});
