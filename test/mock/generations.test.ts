/** Two generations of one API side by side: one account, and what was seen of the newer one. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { jwt } from '../../src/client/auth.ts';
import { nameServed, requestExample } from '../../src/contract/documented.ts';
import { validateAnswer } from '../../src/contract/validate.ts';
import { providerNames, providers } from '../../src/documents/documents.ts';
import { type JsonObject, listOf, objectOf } from '../../src/documents/json.ts';
import { filesIn } from '../../src/documents/result-files.ts';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { bodiesOf } from '../support/contract.ts';

let mock: Mock;
const lines: string[] = [];
beforeAll(async () => {
  mock = await startMock({ speed: 1, logRequests: true, log: (line) => lines.push(line) });
});
beforeEach(() => {
  mock.reset();
  lines.splice(0);
});
afterAll(() => mock.close());

const host = providers.klingai2.origin;
const film = '/text-to-video/kling-3.0-turbo';
const legacyFilm = '/v1/videos/text2video';

/** A request to a provider's own host, or to another base; the status and the body. */
async function call(path: string, body?: unknown, { base = host, key = 'test' } = {}) {
  const answer = await mock.fetch(base + path, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      'content-type': 'application/json',
      ...(key && { authorization: `Bearer ${key}` }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const found = objectOf(await answer.json());
  return { status: answer.status, code: found.code, message: found.message, body: found };
}

const tasksIn = ({ body }: { body: JsonObject }) =>
  (Array.isArray(body.data) ? body.data : listOf(objectOf(body.data).result)).map(objectOf);
const idsIn = (answer: { body: JsonObject }) => tasksIn(answer).map(({ id }) => id);

/** Creates a film, and gives its id. */
async function create(options: object = {}, more: object = {}): Promise<string> {
  const { body } = await call(film, { prompt: 'a boat', options, ...more });
  return String(objectOf(body.data).id);
}

describe('one account', () => {
  /** Literals of one host, and the routes of each. */
  const same = providerNames.filter((name) => providers[name].origin === host);

  it.each(same)('%s answers the routes of both, as the host itself does', async (name) => {
    expect(same.length).toBeGreaterThan(1);
    for (const base of [`${mock.url}/${name}`, host]) {
      expect((await call(film, { prompt: 'a boat' }, { base })).status).toBe(200);
      const legacy = { prompt: 'a boat', model_name: 'kling-v3' };
      expect((await call(legacyFilm, legacy, { base })).status).toBe(200);
    }
    expect(new Set(mock.tasks.map(({ provider }) => provider))).toEqual(new Set(same));
  });

  it('has one namespace of external ids, whichever route takes them first', async () => {
    const legacy = (id: string) => ({ prompt: 'x', model_name: 'kling-v3', external_task_id: id });
    const second = (id: string) => ({ prompt: 'x', options: { external_task_id: id } });
    const taken = (id: string) => ({
      status: 400,
      code: 1201,
      message: `External_task_id ${id} already exists`,
    });
    expect((await call(legacyFilm, legacy('a'))).status).toBe(200);
    expect(await call(film, second('a'))).toMatchObject(taken('a'));
    expect((await call(film, second('b'))).status).toBe(200);
    expect(await call(legacyFilm, legacy('b'))).toMatchObject(taken('b'));
    expect(await call(film, second('b'))).toMatchObject(taken('b'));
    expect(mock.tasks).toHaveLength(2);
    expect((await call(film, second('a'), { key: 'other' })).status).toBe(200);
    const gateway = { base: `${mock.url}/cometapi/kling` };
    expect((await call(legacyFilm, legacy('b'), gateway)).status).toBe(200);
    // An empty one counts as none.
    for (const _ of [1, 2]) expect((await call(film, second(''))).status).toBe(200);
  });

  it('shows what was created at legacy routes in the new shape, with files that are there', async () => {
    const made = bodiesOf('klingai').filter(({ action }) => action === 'create');
    for (const [at, { documented }] of made.entries()) {
      const body = nameServed(documented, objectOf(requestExample(documented)));
      const sent = { ...body, external_task_id: `old-${at}` };
      expect((await call(documented.path, sent)).status, documented.path).toBe(200);
    }
    // What was answered at once is no task.
    for (const { action, documented } of bodiesOf('klingai'))
      if (action === 'call') await call(documented.path, requestExample(documented));
    expect(mock.tasks.length).toBeGreaterThan(made.length);
    mock.advance('1h');
    const { body } = await call('/tasks', { limit: 500 });
    const page = objectOf(body.data);
    expect(page.count).toBe(made.length);
    const shown = { status: 200, headers: { 'content-type': 'application/json' }, body };
    expect(validateAnswer('klingai2', 'POST /tasks', shown)).toEqual([]);
    for (const task of listOf(page.result).map(objectOf)) {
      expect(task).toMatchObject({
        status: 'succeeded',
        external_id: expect.stringMatching(/^old-/),
      });
      const { files = [] } = mock.tasks.find(({ id }) => id === task.id) ?? {};
      // Several files of one item, `url_1` and `url_2`, are outputs of their own.
      const numbered = files.filter(({ name }) => /_\d+$/.test(name));
      const least = Math.max(1, numbered.length);
      expect(listOf(task.outputs).length, String(task.external_id)).toBeGreaterThanOrEqual(least);
      for (const { url } of filesIn(task)) expect((await mock.fetch(url)).status).toBe(200);
    }
    const kinds = listOf(page.result).flatMap((task) =>
      listOf(objectOf(task).outputs).map((output) => objectOf(output).type),
    );
    expect(new Set(kinds)).toEqual(new Set(['video', 'image', 'audio', 'voice', 'element']));
  });
});

describe('a query for tasks', () => {
  it('takes ids of either kind, at most 20, and leaves out what nobody has', async () => {
    const ids = [await create({ external_task_id: 'a' }), await create({ external_task_id: 'b' })];
    expect(new Set(idsIn(await call(`/tasks?task_ids=${ids}`)))).toEqual(new Set(ids));
    expect(new Set(idsIn(await call(`/tasks?external_task_ids=b%2Ca,c`)))).toEqual(new Set(ids));
    expect(idsIn(await call(`/tasks?task_ids=${ids[0]},1,${ids[0]}`))).toEqual([ids[0]]);
    expect(await call('/tasks?task_ids=1')).toMatchObject({
      status: 200,
      code: 0,
      body: { data: [] },
    });
    const many = (count: number) => Array.from({ length: count }, (_, at) => at + 1).join();
    for (const kind of ['task_ids', 'external_task_ids']) {
      expect((await call(`/tasks?${kind}=${many(20)}`)).status).toBe(200);
      expect(await call(`/tasks?${kind}=${many(21)}`)).toMatchObject({
        status: 400,
        code: 1201,
        message: 'cannot exceed 20 in total',
      });
    }
    const other = { key: 'other' };
    expect(idsIn(await call(`/tasks?task_ids=${ids}`, undefined, other))).toEqual([]);
  });

  it.each([
    ['', 'task_ids or external_task_ids is required'],
    ['?task_ids=', 'task_ids or external_task_ids is required'],
    ['?start_time=1', 'task_ids or external_task_ids is required'],
    ['?task_ids=1&external_task_ids=a', 'task_ids and external_task_ids exclude each other'],
  ])('with %j is refused', async (query, message) => {
    for (const path of ['/tasks', '/solutions'])
      expect(await call(path + query)).toMatchObject({ status: 400, code: 1201, message });
  });

  it('has the tasks of its own family alone', async () => {
    const { body } = await call('/solutions/virtual_try_on', {
      contents: [
        { type: 'person_image', url: 'https://example.com/a.png' },
        { type: 'product_image', url: 'https://example.com/b.png' },
      ],
      options: { external_task_id: 'coat' },
    });
    const id = objectOf(body.data).task_id;
    const own = await create();
    mock.advance('10m');
    expect(idsIn(await call(`/tasks?task_ids=${id},${own}`))).toEqual([own]);
    expect(tasksIn(await call(`/solutions?task_ids=${id},${own}`))).toMatchObject([
      { id, status: 'succeed', outputs: [{ type: 'image' }] },
    ]);
    expect(idsIn(await call('/solutions', {}))).toEqual([id]);
  });

  it('tells of a failure why, and what it cost', async () => {
    mock.scenario('fails', { times: 1, provider: 'klingai2', operation: 'textToVideo' });
    const asked = { settings: { resolution: '1080p', duration: 6 } };
    const [failed, running, done] = [await create(), await create(), await create({}, asked)];
    const marked = await create({ watermark_info: { enabled: true } });
    for (const id of [failed, done, marked])
      await mock.fetch(`${mock.url}/_mock/tasks/${id}/advance`, { method: 'POST' });
    for (const id of [failed, done, marked])
      await mock.fetch(`${mock.url}/_mock/tasks/${id}/advance`, { method: 'POST' });
    const found = tasksIn(await call(`/tasks?task_ids=${[failed, running, done, marked]}`));
    const byId = Object.fromEntries(found.map((each) => [each.id, each]));
    expect(byId[failed]).toMatchObject({
      status: 'failed',
      message: 'Image pixel is invalid',
      outputs: [],
      billing: [{ amount: '0' }],
    });
    expect(byId[running]).toMatchObject({
      status: 'submitted',
      message: '',
      outputs: [],
      billing: [],
    });
    expect(byId[done]).toMatchObject({
      status: 'succeeded',
      billing: [{ charge_type: 'unit', package_type: 'video', amount: '6' }],
    });
    expect(listOf(byId[done]?.outputs)[0]).not.toHaveProperty('watermark_url');
    expect(listOf(byId[marked]?.outputs)[0]).toMatchObject({
      watermark_url: expect.stringMatching(/-watermark\.mp4$/),
    });
    for (const task of [byId[running], byId[done]]) expect(task).not.toHaveProperty('external_id');
    const { failed: seen } = Object.fromEntries(mock.tasks.map((task) => [task.status, task]));
    expect(seen).toMatchObject({
      id: failed,
      input: { model: 'kling-3.0-turbo', prompt: 'a boat' },
    });
  });

  it('is refused or broken by a rule for an operation whose task it asks for', async () => {
    const id = await create();
    mock.scenario('rate-limit', { on: 'read', operation: 'omniVideo' });
    expect((await call(`/tasks?task_ids=${id}`)).status).toBe(200);
    mock.scenario('rate-limit', { on: 'read', operation: 'textToVideo' });
    expect((await call(`/tasks?task_ids=${id}`)).status).toBe(429);
  });
});

describe('a list by cursor', () => {
  it('of an account without tasks has neither a result nor a cursor', async () => {
    for (const path of ['/tasks', '/solutions'])
      expect((await call(path, {})).body.data).toEqual({ count: 0, has_more: false });
  });

  it('goes on from page to page, whatever is created meanwhile', async () => {
    const ids = [];
    for (let count = 0; count < 5; count++) {
      ids.unshift(await create());
      mock.advance('1s');
    }
    const seen: unknown[] = [];
    let cursor: unknown;
    for (let pages = 0; pages < 3; pages++) {
      const answer = await call('/tasks', { limit: 2, ...(cursor !== undefined && { cursor }) });
      const { count, has_more, next_cursor } = objectOf(answer.body.data);
      expect([count, has_more]).toEqual(pages < 2 ? [2, true] : [1, false]);
      seen.push(...idsIn(answer));
      cursor = next_cursor;
      await create();
    }
    expect(cursor).toBeUndefined();
    expect(seen).toEqual(ids);
    const none = await call('/tasks', { cursor: '!' });
    expect(none.body.data).toEqual({ count: 0, has_more: false });
    expect(mock.requests.at(-1)?.note).toBe('the cursor is of no page');
    expect((await call('/tasks', { limit: 501 })).status).toBe(400);
    expect(idsIn(await call('/solutions', { limit: 0 }))).toEqual([]);
  });

  it('takes times, as numbers or text, a status and a kind of result', async () => {
    const old = await create();
    mock.advance('40d');
    const born = mock.tasks[0]?.createdAt ?? 0;
    const young = await create();
    const { body } = await call('/v1/images/generations', { prompt: 'x', model_name: 'kling-v3' });
    const image = objectOf(body.data).task_id;
    const ids = async (asked: object) => idsIn(await call('/tasks', asked));
    expect(await ids({})).toEqual([image, young]);
    expect(await ids({ start_time: born, end_time: born + 1 })).toEqual([old]);
    expect(await ids({ start_time: `${born}` })).toEqual([image, young, old]);
    const by = (key: string, ...values: string[]) => ({
      start_time: 0,
      filters: [{ key, values }],
    });
    expect(await ids(by('status', 'succeeded'))).toEqual([old]);
    expect(await ids(by('status', 'submitted', 'failed'))).toEqual([image, young]);
    expect(await ids(by('product_type', 'image'))).toEqual([image]);
    expect(await ids(by('product_type', 'video'))).toEqual([young, old]);
    expect(await ids(by('product_type', 'try_on'))).toEqual([]);
  });
});

describe('a create', () => {
  it('of a model that there is not is refused as a bad request, wherever it is sent', async () => {
    for (const base of [host, `${mock.url}/klingai2`, `${mock.url}/klingai`])
      expect(await call('/text-to-video/kling-9', { prompt: 'x' }, { base })).toMatchObject({
        status: 400,
        code: 1201,
        message: 'the model kling-9 is not supported',
      });
    expect((await call('/text-to-sound/kling-9', { prompt: 'x' })).status).toBe(404);
    const gateway = { base: `${mock.url}/cometapi` };
    expect((await call(film, { prompt: 'x' }, gateway)).status).toBe(404);
  });

  it('ignores what it does not know, an external id in the old place included, and says so', async () => {
    const sent = {
      prompt: 'a boat',
      external_task_id: 'mine',
      callback_url: 'http://127.0.0.1:9/',
      settings: { seconds: 3 },
    };
    for (const _ of [1, 2]) expect((await call(film, sent)).status).toBe(200);
    expect(mock.tasks.map(({ externalId }) => externalId)).toEqual(['', '']);
    expect(mock.requests[0]?.violations.map(({ path, code }) => [path?.join('.'), code])).toEqual([
      ['body.external_task_id', 'unknown'],
      ['body.callback_url', 'unknown'],
      ['body.settings.seconds', 'unknown'],
    ]);
    expect(lines[0]).toMatch(
      /external_task_id is unknown and ignored; .*settings\.seconds is unknown/,
    );
  });

  it('takes an API key alone', async () => {
    const credentials = { accessKey: 'mock-access-key', secretKey: 'mock-secret-key' };
    const token = (await jwt(credentials).header()).replace('Bearer ', '');
    const ask = (key: string, path: string) => call(path, undefined, { key });
    expect((await ask(token, `${legacyFilm}?pageNum=1`)).status).toBe(200);
    for (const key of [token, ''])
      expect(await ask(key, '/tasks?task_ids=1')).toMatchObject({ status: 401, code: 1002 });
    expect(await ask('', legacyFilm)).toMatchObject({ status: 401, code: 1001 });
  });
});
