import { describe, expect, it } from 'vitest';
import { accepting, changing, checkFake, refusing } from '../support/drift.ts';
import type { FakeExchange } from '../support/fake-provider.ts';

const timeout = 300_000;
const isCreate = ({ action }: FakeExchange) => action === 'create';
const isPaid = (each: FakeExchange) => isCreate(each) && each.request.authorization !== null;

describe('a check that may spend', { timeout }, () => {
  it.each([1, 4])('%i creates exactly as many tasks', async (spend) => {
    for (const provider of ['klingai', 'cometapi'] as const) {
      const { fake, tasks } = await checkFake({ provider }, { spend });
      expect(fake.accepted()).toBe(spend);
      expect(tasks).toHaveLength(spend);
    }
  });

  it('follows each task to its end and says what it cost', async () => {
    const mutate = changing('get', '/data', (data) => ({
      ...Object(data),
      final_unit_deduction: '0.25',
    }));
    const { tasks, findings } = await checkFake({ provider: 'klingai', mutate }, { spend: 3 });
    // A video costs more: what is charged is compared with the prices.
    expect(findings).toMatchObject([
      {
        ...{ kind: 'cost-differs', severity: 'warning', actual: 0.25 },
        operation: 'GET /v1/videos/text2video/{task_id}',
      },
    ]);
    expect(tasks.map(({ operation }) => operation)).toEqual([
      'POST /v1/audio/text-to-audio',
      'POST /v1/videos/text2video',
      'POST /v1/audio/video-to-audio',
    ]);
    for (const task of tasks) {
      expect(task).toMatchObject({ status: 'succeed', units: '0.25', isProbe: false });
      expect(task).toMatchObject({ provider: 'klingai', why: 'a valid create', isCertain: true });
      expect(task.externalId).toMatch(/^kling-fetch-drift-/);
    }
  });

  it('fetches every file of a result, without the key', async () => {
    const { fake } = await checkFake({ provider: 'klingai' }, { spend: 1 });
    const files = fake.exchanges.filter(({ action }) => action === 'file');
    expect(files.map(({ request }) => request.path.slice(-3))).toEqual(
      expect.arrayContaining(['mp3', 'wav']),
    );
    for (const { request } of files) expect(request.authorization).toBeNull();
  });

  it('stops all creates at the first probe that is accepted, and names its task, rule and cost', async () => {
    const lax = accepting((each) => isPaid(each) && !('prompt' in each.request.body));
    const billed = changing('get', '/data', (data) => ({
      ...Object(data),
      final_unit_deduction: '2',
    }));
    const { fake, tasks, findings, skipped } = await checkFake(
      { provider: 'klingai', mutate: (each) => billed(lax(each)) },
      { spend: 9, probeLimits: true },
    );
    expect(fake.accepted()).toBe(1);
    expect(tasks).toMatchObject([
      {
        ...{ id: fake.tasks.at(-1)?.id, isProbe: true, isCertain: true, status: 'succeed' },
        ...{ operation: 'POST /v1/audio/text-to-audio', why: 'prompt: required, left out' },
        ...{ externalId: fake.tasks.at(-1)?.externalId, units: '2' },
      },
    ]);
    expect(findings).toMatchObject([
      { kind: 'limit-not-enforced', location: '/prompt', severity: 'info' },
    ]);
    const left = skipped.filter(({ failed }) => failed);
    expect(left.map(({ why }) => why)).toEqual(
      Array(4).fill('a create that breaks a rule was accepted'),
    );
    expect(left[0]?.what).toMatch(/^POST .*: (\d+) of \d+ creates that break a rule$/);
    expect(left.at(-1)?.what).toBe('more tasks to their end');
  });

  it('tries an external id a second time only when that is asked for and it may spend more', async () => {
    const mutate = accepting(
      (each) =>
        isPaid(each) &&
        each.tasks.some(
          ({ externalId }) =>
            externalId !== '' && externalId === each.request.body.external_task_id,
        ),
    );
    for (const [spend, probeLimits, probes] of [
      [1, true, []],
      [2, true, [true]],
      [3, true, [true]],
      [2, false, [false]],
    ] as const) {
      const asked = { spend, probeLimits, only: ['textToAudio'] as const };
      const { fake, tasks } = await checkFake({ provider: 'klingai', mutate }, asked);
      expect(tasks.map(({ isProbe }) => isProbe)).toEqual([false, ...probes]);
      expect(fake.accepted()).toBe(tasks.length);
    }
  });

  it('counts a second create as spent when the same external id leads to the first task', async () => {
    const first = accepting((each) => {
      const known = each.tasks.find(
        ({ externalId }) => externalId && externalId === each.request.body.external_task_id,
      );
      if (isPaid(each)) each.task = known;
      return isPaid(each) && known !== undefined;
    });
    const { findings, tasks } = await checkFake(
      { provider: 'klingai', mutate: first },
      { spend: 3, probeLimits: true },
    );
    expect(findings).toEqual([]);
    expect(tasks.map(({ isProbe }) => isProbe)).toEqual([false, true]);
    expect(new Set(tasks.map(({ id }) => id)).size).toBe(1);
  });

  it('lists the result of a failed task as not checked', async () => {
    const fails = changing('get', '/data', (data) => ({
      ...Object(data),
      task_status: 'failed',
      task_status_msg: 'The content was refused',
      task_result: {},
    }));
    const { findings, skipped, tasks } = await checkFake(
      { provider: 'klingai', mutate: fails },
      { spend: 1 },
    );
    expect(findings).toEqual([]);
    expect(tasks).toMatchObject([{ status: 'failed' }]);
    expect(skipped).toContainEqual({
      what: expect.stringContaining('result of textToAudio'),
      why: 'the task failed',
    });
  });

  it('waits for a result that comes after success', async () => {
    let polls = 0;
    const late = changing('get', '/data', (data, { task }) =>
      task && task.polls >= task.life.length && ++polls < 4
        ? { ...Object(data), task_result: {} }
        : data,
    );
    const { findings } = await checkFake({ provider: 'klingai', mutate: late }, { spend: 1 });
    expect(findings).toEqual([]);
    expect(polls).toBeGreaterThan(3);
  });

  it('tries another body when one is refused, before it spends on something else', async () => {
    const mutate = refusing(
      (each) => isCreate(each) && String(each.request.body.prompt).length > 100,
      400,
      1201,
    );
    const { findings, tasks } = await checkFake({ provider: 'klingai', mutate }, { spend: 1 });
    expect(findings).toMatchObject([{ kind: 'limit-newly-enforced' }]);
    expect(tasks).toMatchObject([{ operation: 'POST /v1/audio/text-to-audio', status: 'succeed' }]);
  });
});
