import { afterEach, assert, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  AnswerError,
  ApiError,
  CreateUncertainError,
  createKling,
  KlingError,
  klingai,
} from '../../src/index.ts';
import { type Answer, broken, html, type Seen, scripted } from '../support/fetch.ts';
import {
  anyInput,
  blind,
  finders,
  gatewayRefused,
  hinting,
  klingOf,
  nobodys,
  refused,
  strangersStatuses,
  taskId,
} from '../support/kling.ts';
import { eventually, failure, signAtOnce } from '../support/outcome.ts';
import { speaking } from '../support/speaking.ts';

const minute = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** Kling's refusal of a create, in words of its own. */
const refusedFor =
  (message: string, code = 1201) =>
  () =>
    Response.json({ code, message, request_id: 'r-1' }, { status: 400 });

/** The task as it was created, so many milliseconds ago. */
const madeBy =
  ({ looksLike }: ReturnType<typeof speaking>) =>
  (ms: number) =>
  () => {
    const createdAt = Date.now() - ms;
    return looksLike('submitted', { createdAt, updatedAt: createdAt });
  };

/** What the n-th create gets, the last one for ever; and what lookups get, by the time since the first of them. */
function provider(creates: [Answer, ...Answer[]], lookup: (since: number) => Answer) {
  let sent = 0;
  let first: number | undefined;
  const { fetch, requests, posts } = scripted(({ method, at }: Seen) => {
    if (method === 'POST') return creates[Math.min(sent++, creates.length - 1)] ?? {};
    first ??= at;
    return lookup(at - first);
  });
  const lookups = () => requests.filter(({ method }) => method === 'GET');
  return { fetch, requests, posts, lookups };
}

describe.each(blind)('a create of %s, which finds no task by its external id', (at) => {
  const { accepted, externalIdIn, input, name } = speaking(at);

  it.each(nobodys)(
    'is uncertain after any 4xx of nobody, and never sent again: %s',
    async (_, no) => {
      for (const status of strangersStatuses) {
        const { fetch, posts } = scripted(no(status), accepted());
        const create = klingOf(at, { fetch })[name].create(input);
        const error = await failure(eventually(create), CreateUncertainError);
        expect(error.task).toMatchObject({ externalId: externalIdIn(posts()[0]?.body) });
        expect(error.cause).toBeInstanceOf(AnswerError);
        expect(posts()).toHaveLength(1);
      }
    },
  );

  it.each<[string, Answer]>([
    ['1201', refused(1201, 400)],
    ['1303 with too little time', refused(1303, 429, { 'retry-after': '240' })],
    ['the gateway itself', gatewayRefused(403)],
    ['the gateway itself, under 500', gatewayRefused(500, 'invalid_request')],
  ])('is refused where somebody who knows says so: %s', async (_, answer) => {
    const { fetch, posts } = scripted(answer);
    await failure(eventually(klingOf(at, { fetch })[name].create(input)), ApiError);
    expect(posts()).toHaveLength(1);
  });
});

describe.each(hinting)('a create of %s, which perhaps finds tasks by external id', (at) => {
  const { accepted, input, inputAs, looksLike, missing, name } = speaking(at);
  const madeAgo = madeBy(speaking(at));
  const creating = (fetch: ReturnType<typeof provider>['fetch'], timeout = 2 * minute) =>
    klingOf(at, { fetch })[name].create(inputAs('mine'), { timeout });
  const lost = html(502);

  it('takes the task that a lookup finds after its response was lost, however late', async () => {
    const { fetch, posts, lookups } = provider([lost], (since) =>
      since < minute + 10_000 ? missing : madeAgo(since),
    );
    expect((await eventually(creating(fetch))).id).toBe(taskId);
    expect(posts()).toHaveLength(1);
    expect(lookups().at(-1)?.url).toMatch(/[/=]mine$/);
  });

  it.each<[string, Answer]>([
    ['1203', missing],
    ['1201', refused(1201, 400)],
    ['the gateway’s 400', gatewayRefused(400)],
    ['the gateway’s 404', gatewayRefused(404)],
    ['an empty list', { code: 0, data: [] }],
    ['nobody', html(404)],
  ])('is uncertain and never sent again while no lookup finds it: %s', async (_, miss) => {
    const { fetch, posts } = provider([lost, accepted()], () => miss);
    const begun = performance.now();
    const error = await failure(eventually(creating(fetch, 10 * minute)), CreateUncertainError);
    expect(performance.now() - begun).toBeGreaterThan(8 * minute);
    expect(error.task).toMatchObject({ externalId: 'mine' });
    expect(posts()).toHaveLength(1);
  });

  it('does not take a task of yesterday, nor the task of another external id', async () => {
    const { fetch } = provider([lost], () => madeAgo(24 * 60 * minute));
    const error = await failure(eventually(creating(fetch)), CreateUncertainError);
    expect(error.message).toMatch(/older/);
    const others = () => looksLike('submitted', { externalId: 'yours' });
    const { fetch: stranger } = provider([lost], others);
    await failure(eventually(creating(stranger)), CreateUncertainError);
  });

  it('is refused at once where somebody who knows says so', async () => {
    const { fetch, posts, lookups } = provider([refused(1201, 400)], () => missing);
    await failure(creating(fetch), ApiError);
    expect([posts(), lookups()]).toMatchObject([[{}], []]);
  });

  it('is uncertain at once when the key may not look it up, or the caller gives up', async () => {
    const { fetch, lookups } = provider([lost], () => gatewayRefused(403));
    await failure(eventually(creating(fetch), 10_000), CreateUncertainError);
    expect(lookups()).toHaveLength(1);
    const stop = new AbortController();
    const stopping = () => {
      stop.abort();
      return lost();
    };
    const aborted = provider([stopping], () => missing);
    const create = klingOf(at, aborted)[name].create(input, { signal: stop.signal });
    await failure(create, CreateUncertainError);
    expect(aborted.lookups()).toEqual([]);
  });

  it('has an error that finds the task later, and then does not prove that there is none', async () => {
    const { fetch } = provider([lost], (since) => (since < 3 * minute ? missing : madeAgo(since)));
    const error = await failure(eventually(creating(fetch)), CreateUncertainError);
    expect(await error.reconcile()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(2 * minute);
    expect(await error.reconcile()).toEqual({ ...error.task, id: taskId });
  });
});

describe.each(finders)('a create of %s, which finds tasks by external id', (at) => {
  const { accepted, externalIdIn, input, inputAs, looksLike, missing, name } = speaking(at);
  const madeAgo = madeBy(speaking(at));
  const creating = (fetch: ReturnType<typeof provider>['fetch'], given = input) =>
    klingOf(at, { fetch })[name].create(given, { timeout: 10 * minute });

  it.each(nobodys)('is looked up after any 4xx of nobody: %s', async (_, no) => {
    for (const status of strangersStatuses) {
      const { fetch, posts, lookups } = provider([no(status)], () => madeAgo(0));
      expect((await eventually(creating(fetch))).id).toBe(taskId);
      expect(posts()).toHaveLength(1);
      expect(lookups()).toHaveLength(1);
    }
  });

  describe.each([1200, 1201])('that is refused with %d', (code) => {
    const refusal = refusedFor('not like this', code);

    it('takes the task that an earlier copy of the request has made', async () => {
      const { fetch, requests, posts } = provider([refusal], () => madeAgo(300));
      const task = await eventually(creating(fetch));
      expect(task.id).toBe(taskId);
      expect(posts()).toHaveLength(1);
      expect(requests[1]?.url).toMatch(new RegExp(`[/=]${task.externalId}$`));
    });

    it('allows the clocks to differ by five minutes', async () => {
      const { fetch } = provider([refusal], () => madeAgo(5 * minute - 2_000));
      expect((await eventually(creating(fetch))).id).toBe(taskId);
      const { fetch: ahead } = provider([refusal], () => madeAgo(-5 * minute));
      expect((await eventually(creating(ahead))).id).toBe(taskId);
    });

    it.each([5 * minute + 2_000, 24 * 60 * minute])(
      'does not take a task that is %d ms old, and says so',
      async (age) => {
        const { fetch, posts } = provider([refusal], () => madeAgo(age));
        const create = creating(fetch, inputAs('yesterday'));
        const error = await failure(eventually(create), ApiError);
        expect(error.message).toMatch(/older|earlier/);
        expect(error.message).toMatch(/external/);
        expect(error.task).toMatchObject({
          provider: at,
          operation: name,
          id: taskId,
          externalId: 'yesterday',
        });
        expect(posts()).toHaveLength(1);
      },
    );

    it('is refused when one lookup finds nothing and nothing else speaks for a task', async () => {
      const { fetch, posts, lookups } = provider([refusal], () => missing);
      const error = await failure(eventually(creating(fetch), 10_000), ApiError);
      expect(error).toMatchObject({ code, requestId: 'r-1' });
      expect(error.task).toBeUndefined();
      expect(posts()).toHaveLength(1);
      expect(lookups()).toHaveLength(1);
    });

    const ofAnId = [
      'external_task_id already exists',
      'duplicate task',
      'this id has been used',
      'The External Task ID is duplicated',
    ];

    it.each(ofAnId)('is looked up until the task is there, as it says: %s', async (message) => {
      const { fetch, posts } = provider([refusedFor(message, code)], (since) =>
        since < 3 * minute ? missing : madeAgo(since),
      );
      expect((await eventually(creating(fetch))).id).toBe(taskId);
      expect(posts()).toHaveLength(1);
    });

    it.each(ofAnId)('is uncertain when time runs out, as it says: %s', async (message) => {
      const { fetch, posts } = provider([refusedFor(message, code)], () => missing);
      const begun = performance.now();
      const error = await failure(eventually(creating(fetch)), CreateUncertainError);
      expect(performance.now() - begun).toBeGreaterThan(8 * minute);
      expect(performance.now() - begun).toBeLessThanOrEqual(10 * minute);
      expect(error.task).toMatchObject({ externalId: externalIdIn(posts()[0]?.body) });
      expect(posts()).toHaveLength(1);
    });

    it('after an unclear end is looked up until the task is there', async () => {
      const creates: [Answer, Answer] = [broken('ECONNRESET'), refusal];
      const { fetch, posts } = provider(creates, (since) =>
        since < 4 * minute ? missing : madeAgo(since),
      );
      expect((await eventually(creating(fetch))).id).toBe(taskId);
      expect(posts()).toHaveLength(2);
    });

    it('after an unclear end is uncertain when time runs out', async () => {
      const { fetch, posts } = provider([html(502), refusal], () => missing);
      const begun = performance.now();
      await failure(eventually(creating(fetch)), CreateUncertainError);
      expect(performance.now() - begun).toBeGreaterThan(8 * minute);
      expect(posts()).toHaveLength(2);
    });
  });

  it('whose first copy was taken on the way is paid once: a hop that sends it twice', async () => {
    const taken: unknown[] = [];
    const { fetch, posts } = scripted(({ method, body }: Seen) => {
      if (method === 'GET') return taken.length ? madeAgo(0) : missing;
      taken.push(externalIdIn(body));
      return refusedFor('not like this');
    });
    expect((await eventually(creating(fetch))).id).toBe(taskId);
    expect(posts()).toHaveLength(1);
  });

  it.each([1102, 1300, 1301])('that is refused with %d is not looked up', async (code) => {
    const { fetch, requests } = provider([refused(code, 400)], () => missing);
    await failure(eventually(creating(fetch)), ApiError);
    expect(requests).toHaveLength(1);
  });

  it('whose answer is lost does not give the task of yesterday that has the same id', async () => {
    const { fetch, posts } = provider([broken('ECONNRESET')], () => madeAgo(24 * 60 * minute));
    const create = creating(fetch, inputAs('yesterday'));
    await failure(eventually(create), KlingError);
    expect(posts()).toHaveLength(1);
  });

  const lost: [string, Answer][] = [
    ['a reset', broken('ECONNRESET')],
    ['a page', html(502)],
    ['a page with 403', html(403)],
  ];

  it.each(lost)('is not sent again while lookups lag by 59 s, after %s', async (_, end) => {
    const { fetch, posts } = provider([end, refusedFor('duplicate')], (since) =>
      since < 59_000 ? missing : madeAgo(since),
    );
    expect((await eventually(creating(fetch))).id).toBe(taskId);
    expect(posts()).toHaveLength(1);
  });

  it.each(lost)('is sent again, once, after 60 s without the task, after %s', async (_, end) => {
    const { fetch, posts, lookups } = provider([end, accepted()], () => missing);
    const task = await eventually(creating(fetch));
    const [first, second] = posts();
    assert(first && second);
    expect(posts()).toHaveLength(2);
    expect(externalIdIn(second.body)).toBe(externalIdIn(first.body));
    expect(task.externalId).toBe(externalIdIn(first.body));
    const absent = second.at - (lookups()[0]?.at ?? 0);
    expect(absent).toBeGreaterThanOrEqual(minute);
    expect(absent).toBeLessThan(1.5 * minute);
  });

  it.each<[string, Answer]>([
    ['a page', html(502)],
    ['a page with 404', html(404)],
    ['a lost connection', broken('ECONNRESET')],
  ])('is sent again only after 60 s in a row, without %s between', async (_, trouble) => {
    let troubledAt: number | undefined;
    const { fetch, posts } = provider([broken('ECONNRESET'), accepted()], (since) => {
      if (since < 30_000 || troubledAt !== undefined) return missing;
      troubledAt = performance.now();
      return trouble;
    });
    await eventually(creating(fetch));
    const [, second] = posts();
    assert(second && troubledAt !== undefined);
    expect(second.at - troubledAt).toBeGreaterThanOrEqual(minute);
    expect(posts()).toHaveLength(2);
  });

  it.each(nobodys)('is not proven absent by what nobody said: %s', async (_, no) => {
    const { fetch, posts } = provider([broken('ECONNRESET')], () => no(404));
    await failure(eventually(creating(fetch)), CreateUncertainError);
    expect(posts()).toHaveLength(1);
  });

  it('is not taken for the task with another external id that a lookup shows', async () => {
    const yours = looksLike('submitted', { externalId: 'yours' });
    const { fetch, lookups } = provider([broken('ECONNRESET')], (since) =>
      since < 5_000 ? yours : madeAgo(since),
    );
    await eventually(creating(fetch));
    expect(lookups().length).toBeGreaterThan(1);
    expect(lookups().at(-1)?.at).toBeGreaterThanOrEqual((lookups()[0]?.at ?? 0) + 5_000);
  });
});

describe('a token that is refused', () => {
  const { accepted, missing } = speaking('klingai');
  const madeAgo = madeBy(speaking('klingai'));
  const create = (fetch: ReturnType<typeof scripted>['fetch']) => {
    signAtOnce();
    const pair = { accessKey: 'access-0123456789', secretKey: 'secret-0123456789' };
    const kling = createKling(klingai, pair, { fetch });
    return eventually(kling.textToAudio.create(anyInput));
  };

  it.each(nobodys)('is not renewed because of a 401 of nobody: %s', async (_, no) => {
    const { fetch, posts } = provider([no(401)], () => madeAgo(0));
    expect((await create(fetch)).id).toBe(taskId);
    expect(posts()).toHaveLength(1);
  });

  it.each<[string, Answer]>([
    ['1004', refused(1004, 401)],
    ['a gateway', gatewayRefused(401)],
  ])('is renewed, once, when somebody who knows says so: %s', async (_, no) => {
    const { fetch, requests } = provider([no, accepted()], () => missing);
    expect((await create(fetch)).id).toBe(taskId);
    expect(requests).toHaveLength(2);
  });
});
