import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { offerOf, providerNames, providers } from '../../src/documents/documents.ts';
import { createKling, klingai } from '../../src/index.ts';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { anyClientsOf, clientsOf, filmOf, rain, raw } from '../support/mock-clients.ts';

let mock: Mock;
// At the speed of real life: nothing changes by itself while these tests run.
beforeAll(async () => {
  mock = await startMock({ speed: 1 });
});
beforeEach(() => mock.reset());
afterAll(() => mock.close());

describe.each(providerNames)('a task of %s', (provider) => {
  const { dialect } = providers[provider];
  const offer = offerOf(provider, 'textToVideo');
  const { seconds = 0 } = offer ?? {};

  it('keeps the time of its creation, and changes the other with each state', async () => {
    const task = await anyClientsOf(mock)[provider].textToVideo.create(filmOf(provider));
    const look = async () => dialect.show(await task.snapshot());
    const first = await look();
    mock.advance(seconds * 200 + 1_000);
    const second = await look();
    mock.advance(seconds * 1_000);
    const third = await look();
    expect(first.updated).toBe(first.created);
    expect([second.created, third.created]).toEqual([first.created, first.created]);
    expect(second.updated - first.created).toBe(seconds * 200);
    expect(third.updated - first.created).toBe(seconds * 1_000);
  });

  it('has a result when it succeeds and not before', async () => {
    const task = await anyClientsOf(mock)[provider].textToVideo.create(filmOf(provider));
    const look = async () => offer && dialect.resultIn(await task.snapshot(), offer);
    mock.advance(seconds * 1_000 - 4_000);
    expect(await look()).toBeUndefined();
    mock.advance('4s');
    const url = expect.stringMatching(`^${mock.url}/media/\\d+\\.mp4$`);
    const duration = expect.stringMatching(/^\d+\.0$/);
    expect(await look()).toMatchObject({ videos: [{ url, duration }] });
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
    const { textToVideo } = anyClientsOf(mock)[provider];
    const made = await textToVideo.create(filmOf(provider, { externalId: 'rain-1' }));
    const { dialect, prefix, lookupProves } = providers[provider];
    const offer = offerOf(provider, 'textToVideo');
    if (!offer) throw new Error('no films');
    const { route, id, query = {} } = dialect.get(offer, ['rain-1'], true);
    const path = [prefix + route, ...(id === undefined ? [] : [id])].join('/');
    const to = `${raw(mock, provider).to(path)}?${new URLSearchParams({ ...query })}`;
    const found = await fetch(to, { headers: { authorization: 'Bearer test' } });
    const { data } = await found.json();
    if (lookupProves === 'nothing') expect(found.status).toBe(400);
    else expect(dialect.show(dialect.tasksIn(data)?.[0]).id).toBe(made.id);
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
    expect(await answer.json()).toMatchObject({ message: expect.stringMatching(/already exists/) });
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
