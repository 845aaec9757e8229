import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { providerNames, providers } from '../../src/documents/documents.ts';
import { createKling, klingai } from '../../src/index.ts';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { clientsOf, rain, raw } from '../support/mock-clients.ts';

let mock: Mock;
// At the speed of real life: nothing changes by itself while these tests run.
beforeAll(async () => {
  mock = await startMock({ speed: 1 });
});
beforeEach(() => mock.reset());
afterAll(() => mock.close());

describe.each(providerNames)('a task of %s', (provider) => {
  it('keeps its created_at, and changes its updated_at with each state', async () => {
    const task = await clientsOf(mock)[provider].textToAudio.create(rain);
    const first = await task.snapshot();
    mock.advance('7s');
    const second = await task.snapshot();
    mock.advance('1m');
    const third = await task.snapshot();
    expect(first.updated_at).toBe(first.created_at);
    expect([second.created_at, third.created_at]).toEqual([first.created_at, first.created_at]);
    expect(second.updated_at - first.created_at).toBe(6_000);
    expect(third.updated_at - first.created_at).toBe(30_000);
  });

  it('has a result when it succeeds and not before', async () => {
    const task = await clientsOf(mock)[provider].textToAudio.create(rain);
    mock.advance('26s');
    expect((await task.snapshot()).task_result?.audios).toBeUndefined();
    mock.advance('4s');
    expect((await task.snapshot()).task_result?.audios).toEqual([
      expect.objectContaining({
        url_mp3: expect.stringMatching(`^${mock.url}/media/\\d+\\.mp3$`),
        url_wav: expect.stringMatching(`^${mock.url}/media/\\d+\\.wav$`),
        duration_mp3: '3.0',
      }),
    ]);
  });
});

it('a video of five minutes is there at once when the time is advanced', async () => {
  const began = performance.now();
  const task = await clientsOf(mock).klingai.textToVideo.create({
    prompt: 'a boat',
    model_name: 'kling-v3',
  });
  const result = task.result();
  await task.snapshot();
  mock.advance('5m');
  mock.advance('19s');
  expect((await result).videos).toHaveLength(1);
  expect(performance.now() - began).toBeLessThan(60_000);
});

it.each([
  [{ speed: 'instant' }, 0],
  [{}, 500],
  [{ speed: 300 }, 100],
] as const)('at %o a sound is there after %i ms', async (options, milliseconds) => {
  await using other = await startMock(options);
  await clientsOf(other).klingai.textToAudio.create(rain);
  const [task] = other.tasks;
  const [{ since: born = 0 } = {}, , { since: done = 0 } = {}] = task?.states ?? [];
  expect(done - born).toBe(milliseconds);
});

it('the answer to a create says submitted, whatever the speed', async () => {
  await using instant = await startMock({ speed: 'instant' });
  const { data } = await (await raw(instant).create()).json();
  expect(data).toMatchObject({ task_status: 'submitted', updated_at: data.created_at });
  const { data: next } = await (await raw(instant).get(`/${data.task_id}`)).json();
  expect(next).toMatchObject({ task_status: 'succeed', task_result: { audios: [{}] } });
});

it('a list shows each task as reading it does, newest first, and enforces the limits of pages', async () => {
  const { klingai: kling } = clientsOf(mock, 'lister');
  const tasks = [];
  for (const prompt of ['a', 'b', 'c']) {
    tasks.unshift(await kling.textToAudio.create({ prompt, duration: 3 }));
    mock.advance('9s');
  }
  mock.advance('5s');
  const alone = await Promise.all(tasks.map((task) => task.snapshot()));
  expect(alone.map(({ task_status }) => task_status)).toEqual([
    'processing',
    'processing',
    'succeed',
  ]);
  expect(await kling.textToAudio.list()).toEqual(alone);
  expect(await kling.textToAudio.list({ pageNum: 2, pageSize: 2 })).toEqual(alone.slice(2));
  for (const query of [{ pageSize: 0 }, { pageSize: 501 }, { pageNum: 0 }, { pageNum: 1001 }]) {
    await expect(kling.textToAudio.list(query)).rejects.toMatchObject({ status: 400, code: 1201 });
  }
  expect(await kling.videoToAudio.list()).toEqual([]);
  expect(await clientsOf(mock, 'another').klingai.textToAudio.list()).toEqual([]);
});

it.each([
  'pageNum=',
  'pageSize=',
  'pageNum',
  'pageNum=1&pageSize=',
  'pageNum=0x1',
  'pageNum=1e1',
  'pageNum=1.0',
  'pageSize=%201',
  'pageSize=+1',
])('a page is a whole number in digits, not %s', async (query) => {
  const answer = await raw(mock).get(`?${query}`);
  const [, field = ''] = /(\w+)[^&]*$/.exec(query) ?? [];
  expect([answer.status, await answer.json()]).toEqual([
    400,
    expect.objectContaining({
      code: 1201,
      message: expect.stringMatching(`^${field} must be a whole number, from 1 to `),
    }),
  ]);
  expect(mock.requests[0]?.violations).toMatchObject([{ path: ['query', field], code: 'type' }]);
});

describe('an external id', () => {
  const named = { ...rain, external_task_id: 'rain-1' };

  it.each(providerNames)('finds the task at %s where that is documented', async (provider) => {
    const made = await raw(mock, provider).create(named);
    const { data } = await made.json();
    const found = await raw(mock, provider).get('/rain-1');
    const answer = await found.json();
    if (providers[provider].lookupProves === 'nothing') expect(found.status).toBe(400);
    else expect(answer).toMatchObject({ data: { task_id: data.task_id } });
  });

  it('is unique in an account, across operations, and free in another account', async () => {
    const { klingai: kling } = clientsOf(mock);
    const made = await raw(mock).create(named);
    expect(made.status).toBe(200);
    const again = await raw(mock).create(named);
    expect([again.status, await again.json()]).toMatchObject([400, { code: 1201 }]);
    const video = { prompt: 'boat', model_name: 'kling-v3', external_task_id: 'rain-1' };
    const answer = await fetch(raw(mock).to('/v1/videos/text2video'), {
      method: 'POST',
      body: JSON.stringify(video),
      headers: { authorization: 'Bearer test', 'content-type': 'application/json' },
    });
    expect(await answer.json()).toMatchObject({ message: expect.stringMatching(/unique/) });
    await clientsOf(mock, 'other').klingai.textToAudio.create(named);
    expect(await kling.textToAudio.list()).toHaveLength(1);
  });

  it('counts as absent when it is empty', async () => {
    for (const time of [1, 2]) {
      const { status } = await raw(mock).create({ ...rain, external_task_id: '' });
      expect([time, status]).toEqual([time, 200]);
    }
  });
});

it.each([
  ['klingai', { code: 1201, message: 'Task not found' }],
  ['cometapi', { error: { message: 'Task not found' } }],
  ['deerapi', { error: { message: 'Task not found' } }],
] as const)('an id that %s never gave is refused with 400', async (provider, body) => {
  const answer = await raw(mock, provider).get('/861254119619690000');
  expect([answer.status, await answer.json()]).toMatchObject([400, body]);
});

it('a task of another operation is not found under this one', async () => {
  const { id } = await clientsOf(mock).klingai.textToVideo.create({
    prompt: 'boat',
    model_name: 'kling-v3',
  });
  await expect(clientsOf(mock).klingai.textToAudio.task(id).snapshot()).rejects.toMatchObject({
    code: 1201,
  });
});

it('tasks outlive the tokens that they were made with', async () => {
  const credentials = { accessKey: 'mock-access-key', secretKey: 'mock-secret-key' };
  const connect = () => createKling(klingai, credentials, { baseUrl: `${mock.url}/klingai` });
  const { id } = await connect().textToAudio.create(rain);
  // A token of another second.
  vi.useFakeTimers({ now: Date.now() + 1_000, toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  expect((await connect().textToAudio.task(id).snapshot()).task_id).toBe(id);
  expect(await connect().textToAudio.list()).toHaveLength(1);
});
