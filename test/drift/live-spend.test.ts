import { describe, expect, it } from 'vitest';
import { accepting, changing, checkFake, refusing } from '../support/drift.ts';
import type { FakeExchange } from '../support/fake-provider.ts';

const timeout = 300_000;
const isCreate = ({ action }: FakeExchange) => action === 'create';

describe('a check that may spend', { timeout }, () => {
  it.each([1, 2, 3, 5, 9])('%i creates exactly as many tasks', async (spend) => {
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
    expect(findings).toEqual([]);
    expect(tasks.map(({ operation }) => operation)).toEqual([
      'POST /v1/audio/text-to-audio',
      'POST /v1/videos/text2video',
      'POST /v1/audio/video-to-audio',
    ]);
    for (const task of tasks) {
      expect(task).toMatchObject({ status: 'succeed', units: '0.25', isAccident: false });
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

  it('counts tasks that were created by accident', async () => {
    const mutate = accepting((each) => isCreate(each) && !('prompt' in each.request.body));
    const { fake, tasks, findings } = await checkFake(
      { provider: 'cometapi', mutate },
      { spend: 2 },
    );
    expect(fake.accepted()).toBe(2);
    expect(tasks.map(({ isAccident }) => isAccident)).toEqual([true, false]);
    expect(findings).toMatchObject([{ kind: 'limit-not-enforced', location: '/prompt' }]);
  });

  it('with nothing to spend stops at the first create that is accepted, and names its task', async () => {
    const { fake, tasks, skipped } = await checkFake({
      provider: 'klingai',
      mutate: accepting(isCreate),
    });
    expect(fake.accepted()).toBe(1);
    expect(tasks).toMatchObject([{ id: fake.tasks.at(-1)?.id, isAccident: true }]);
    const left = skipped.filter(({ why }) => why.includes('may cost money'));
    expect(left).toHaveLength(3);
  });

  it('tries an external id a second time only when it may spend more, as it may be accepted', async () => {
    const mutate = accepting(
      (each) =>
        isCreate(each) &&
        each.tasks.some(
          ({ externalId }) =>
            externalId !== '' && externalId === each.request.body.external_task_id,
        ),
    );
    for (const spend of [1, 2, 3]) {
      const { fake, tasks } = await checkFake({ provider: 'klingai', mutate }, { spend });
      expect(fake.accepted()).toBe(spend);
      expect(tasks).toHaveLength(spend);
    }
  });

  it('does not report a second task when the same external id leads to the first one', async () => {
    const first = accepting((each) => {
      const known = each.tasks.find(
        ({ externalId }) => externalId && externalId === each.request.body.external_task_id,
      );
      if (isCreate(each)) each.task = known;
      return isCreate(each) && known !== undefined;
    });
    const { findings, tasks } = await checkFake(
      { provider: 'klingai', mutate: first },
      { spend: 2 },
    );
    expect(findings).toEqual([]);
    expect(tasks.filter(({ isAccident }) => isAccident)).toEqual([]);
  });

  it('lists the result of a failed task as not checked', async () => {
    const fails = changing('get', '/data', (data) => ({
      ...Object(data),
      task_status: 'failed',
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
