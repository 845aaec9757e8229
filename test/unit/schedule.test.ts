import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type DurationEstimate,
  estimateFrom,
  firstPause,
  pauseAt,
} from '../../src/client/schedule.ts';
import { cometapi, createKling } from '../../src/index.ts';
import { randomFrom } from '../support/arbitrary.ts';
import { type Seen, scripted } from '../support/fetch.ts';
import { eventually } from '../support/outcome.ts';
import {
  costOf as costOfPolls,
  mean,
  pollsBy,
  pollsEvery,
  taught,
  times,
} from '../support/polls.ts';

const costOf = (estimate: DurationEstimate, seconds: readonly number[]) =>
  costOfPolls(pollsBy(estimate), seconds);

describe('an estimate', () => {
  // Looking every five seconds costs 160, every half second 160 as well; no way of looking costs less than 90.
  it('costs 1.15 of the least there is where the guess is right, with some twenty-five requests', () => {
    const { product, requests } = costOf(estimateFrom(319), times(319, 0.35));
    expect(product).toBeLessThan(1.15 * 90);
    expect(requests).toBeLessThan(26);
  });

  it.each([
    ['twice too long', 638],
    ['half as long', 160],
  ])('costs less than 1.5 of that where the guess is %s', (_, guess) => {
    expect(costOf(estimateFrom(guess), times(319, 0.35)).product).toBeLessThan(1.5 * 90);
  });

  it.each([319, 638, 160])(
    'costs 1.2 of it after ten tasks, whether the guess was %d s',
    (guess) => {
      const seconds = times(319, 0.35);
      const products = Array.from({ length: 20 }, (_, seed) => {
        const known = taught(estimateFrom(guess), times(319, 0.35, 10, seed + 50));
        return costOf(known, seconds).product;
      });
      expect(mean(products)).toBeLessThan(1.2 * 90);
    },
  );

  // The least for these is 57 and 129.
  it.each([
    [0.2, 57],
    [0.6, 129],
  ])('has learnt another spread from thirty tasks: %d', (sigma, least) => {
    const known = taught(estimateFrom(319), times(319, sigma, 30, 7));
    expect(costOf(known, times(319, sigma)).product).toBeLessThan(1.25 * least);
  });

  const uniform = (least: number, most: number, count = 2_000, seed = 3) => {
    const random = randomFrom(seed);
    return Array.from({ length: count }, () => least + (most - least) * random());
  };
  // None of these was looked at when the figures in it were chosen.
  it.each([
    ['the same for all', 0.5, uniform(318, 320)],
    ['anything from two minutes to eight', 1.0, uniform(120, 480)],
    [
      'two minutes for some and eight for others',
      1.05,
      uniform(110, 130, 600).concat(uniform(460, 500, 600, 4)),
    ],
    [
      'the sum of three steps',
      0.8,
      uniform(40, 160).map((each, nth) => each + (uniform(40, 160, 2_000, 5)[nth] ?? 0) + 60),
    ],
  ])(
    'costs hardly more than looking every five seconds, or much less, where times are %s',
    (_, most, seconds) => {
      const random = randomFrom(11);
      const seen = Array.from(
        { length: 30 },
        () => seconds[Math.floor(random() * seconds.length)] ?? 0,
      );
      const known = costOf(taught(estimateFrom(319), seen), seconds);
      const regular = costOfPolls(pollsEvery(5), seconds);
      expect(known.product).toBeLessThan(most * regular.product);
      expect(Math.max(...known.lags)).toBeLessThan(25);
    },
  );

  it('finds no task that takes its time more than 15 s late', () => {
    const seconds = times(319, 0.35).filter((each) => each > 95);
    expect(Math.max(...costOf(estimateFrom(319), seconds).lags)).toBeLessThanOrEqual(15.01);
  });

  it('looks every 15 s at a task that takes ten times as long as others', () => {
    expect(pauseAt(300_000, estimateFrom(30))).toBe(15_000);
  });

  it('looks once early on, for what fails or is done at once, and again when a task can be done', () => {
    expect(pollsBy(estimateFrom(319)).slice(0, 3)).toEqual([
      expect.closeTo(9.2, 1),
      expect.closeTo(108.4, 0),
      expect.any(Number),
    ]);
    expect(pollsBy(estimateFrom(30))[0]).toBe(1);
  });

  it.each([0, 1, 1e3, 1e6, 1e9, -5, 1e-9])(
    'at the age of %d ms is a pause that a timer can make',
    (age) => {
      for (const mean of [0.1, 3, 319, 1e5]) {
        expect(pauseAt(age, estimateFrom(mean))).toBeGreaterThan(0);
        expect(Number.isFinite(pauseAt(age, estimateFrom(mean)))).toBe(true);
      }
    },
  );

  it.each([Number.NaN, -86_400_000])(
    'looks every 15 s, and soon, at a task whose age makes no sense: %d ms',
    (age) => {
      expect(pauseAt(age, estimateFrom(319))).toBe(15_000);
      expect(firstPause(age, estimateFrom(319))).toBe(1_000);
    },
  );

  it('forgets slowly: of a thousand tasks the last ones count', () => {
    const slow = taught(estimateFrom(30), times(300, 0.2, 1_000));
    expect(Math.exp(slow.mu)).toBeGreaterThan(250);
    const quick = taught(slow, times(30, 0.2, 100));
    expect(Math.exp(quick.mu)).toBeLessThan(45);
  });
});

describe('a client', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** A gateway whose tasks take so many seconds, and what was asked of it. */
  const gateway = (seconds: number) =>
    scripted(({ method, body }: Seen) => {
      const now = Date.now();
      if (method === 'POST') {
        begun = now;
        return { code: 0, data: { task_id: '1', external_task_id: body.external_task_id } };
      }
      const isDone = now - begun >= seconds * 1_000;
      const end = {
        updated_at: begun + seconds * 1_000,
        task_result: { videos: [{ url: 'https://v' }] },
      };
      const task = {
        task_id: '1',
        task_status: isDone ? 'succeed' : 'processing',
        created_at: begun,
      };
      return { code: 0, data: isDone ? { ...task, ...end } : task };
    });
  let begun = 0;
  const kind = { prompt: 'p', model_name: 'kling-v2-6', mode: 'pro', duration: '10' } as const;

  it('learns how long tasks of one kind take, and gives that to the next one', async () => {
    const { fetch, requests } = gateway(60);
    const first = createKling(cometapi, { apiKey: 'k' }, { fetch });
    for (let count = 0; count < 20; count++) await eventually(first.textToVideo.run(kind));
    const kinds = ['textToVideo', 'textToVideo kling-v2-6 pro 10 s'];
    expect(Object.keys(first.durations).sort()).toEqual(kinds);
    const pollsOf = async (durations: Record<string, DurationEstimate>) => {
      const kling = createKling(cometapi, { apiKey: 'k' }, { fetch, durations });
      const before = requests.length;
      await eventually(kling.textToVideo.run(kind));
      return requests.length - before;
    };
    const learnt = JSON.parse(JSON.stringify(first.durations));
    const lagOf = async (durations: Record<string, DurationEstimate>) => {
      await pollsOf(durations);
      return Date.now() - begun - 60_000;
    };
    expect(await lagOf(learnt)).toBeLessThan(6_000);
    expect(await lagOf({})).toBeGreaterThan(8_000);
    // What was given is not what is learnt in.
    expect(learnt).toEqual(JSON.parse(JSON.stringify(first.durations)));
  });

  it('gives the result, whatever stands for its times', async () => {
    const { fetch } = scripted({
      code: 0,
      data: {
        task_status: 'succeed',
        created_at: { toString: 1 },
        updated_at: 5,
        task_result: { videos: [{ url: 'https://v' }] },
      },
    });
    const kling = createKling(cometapi, { apiKey: 'k' }, { fetch });
    const { videos } = await eventually(kling.textToVideo.task('1').result());
    expect(videos[0]?.url).toBe('https://v');
    expect(kling.durations).toEqual({});
  });

  it('looks when tasks of this kind end, where the interval is no number', async () => {
    const { fetch, requests } = gateway(60);
    const kling = createKling(cometapi, { apiKey: 'k' }, { fetch, interval: Number.NaN });
    await eventually(kling.textToVideo.run(kind));
    expect(requests.length).toBeLessThan(10);
  });

  it.each([
    ['a mock on this machine', { baseUrl: 'http://127.0.0.1:4010/cometapi' }, 1_000],
    ['a provider', {}, 9_200],
    [
      'this machine, when it is given durations',
      { baseUrl: 'http://127.0.0.1:1/cometapi', durations: {} },
      9_200,
    ],
    [
      'this machine, when it is given an interval',
      { baseUrl: 'http://[::1]:1/', interval: 200 },
      200,
    ],
  ])('looks at %s first when that is right', async (_, options, first) => {
    const { fetch, requests } = gateway(300);
    const kling = createKling(cometapi, { apiKey: 'k' }, { fetch, ...options });
    const task = await kling.textToVideo.create(kind);
    const created = performance.now();
    void task.result().catch(() => {});
    await vi.advanceTimersByTimeAsync(15_000);
    const [, look] = requests;
    expect((look?.at ?? 0) - created).toBeGreaterThanOrEqual(first);
    expect((look?.at ?? 0) - created).toBeLessThan(first * 1.25);
  });

  it('does not take one kind of task for another', async () => {
    const kling = createKling(cometapi, { apiKey: 'k' }, { fetch: gateway(60).fetch });
    for (let count = 0; count < 10; count++) await eventually(kling.textToVideo.run(kind));
    const task = await kling.textToVideo.create({ ...kind, mode: 'std' });
    expect(JSON.parse(JSON.stringify(task)).kind).toBe('kling-v2-6 std 10 s');
    await eventually(task.result());
    const [pro, std] = ['pro', 'std'].map(
      (mode) => kling.durations[`textToVideo kling-v2-6 ${mode} 10 s`],
    );
    expect(pro?.weight).toBe(11.5);
    expect(std?.weight).toBe(2.5);
  });

  it.each([
    [{ textToVideo: { mu: Number.NaN, sigma: 1, weight: 1 } }],
    [{ textToVideo: { mu: 1, sigma: 0, weight: 1 } }],
    [{ textToVideo: { mu: 1, sigma: Number.POSITIVE_INFINITY, weight: 1 } }],
    [{ textToVideo: null }],
    [{ textToVideo: { mu: 1, sigma: '1', weight: '1' } }],
  ])('does not begin with %j', (durations) => {
    expect(() => createKling(cometapi, { apiKey: 'k' }, { durations: durations as never })).toThrow(
      'durations.textToVideo needs the numbers mu, sigma and weight',
    );
  });

  it.each([null, '', '{}', 5, []])('is not %j', (durations) => {
    expect(() => createKling(cometapi, { apiKey: 'k' }, { durations: durations as never })).toThrow(
      'durations must be an object',
    );
  });
});
