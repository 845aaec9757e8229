import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type JournalEntry, type Mock, scenarios, startMock } from '../../src/mock/index.ts';
import { control, rain, raw } from '../support/mock-clients.ts';
import { receiver } from '../support/receiver.ts';

interface Documented {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema?: object }> }> }>
  >;
}

let mock: Mock;
let document: Documented;
const ajv = new Ajv2020({ strict: false, validateFormats: false });
beforeAll(async () => {
  mock = await startMock({ speed: 1 });
  document = (await control(mock, 'GET', '/openapi.json')).body;
  ajv.addSchema(document, 'control');
});
beforeEach(() => mock.reset());
afterAll(() => mock.close());

const covered = new Set<string>();

/** Sends a request to the control API and checks the response against its document. */
async function call(
  method: string,
  template: string,
  path = template,
  body?: unknown,
  on: Pick<Mock, 'url'> = mock,
) {
  const answer = await control(on, method, path, body);
  const { responses } = document.paths[template]?.[method.toLowerCase()] ?? { responses: {} };
  const response = responses[answer.status];
  expect(response, `${method} ${template} ${answer.status} is documented`).toBeDefined();
  covered.add(`${method} ${template} ${answer.status}`);
  if (!response?.content) expect(answer.body).toBeUndefined();
  else {
    const pointer = [
      'paths',
      template,
      method.toLowerCase(),
      'responses',
      answer.status,
      'content',
      'application/json',
      'schema',
    ];
    const escaped = pointer.map((step) =>
      encodeURIComponent(String(step).replaceAll('~', '~0').replaceAll('/', '~1')),
    );
    // Of a response that is a reference, the schema is behind it.
    const validate = ajv.compile({ $ref: `control#/${escaped.join('/')}` });
    expect(validate(answer.body), JSON.stringify(validate.errors)).toBe(true);
  }
  return answer;
}

const create = async () => (await (await raw(mock).create()).json()).data.task_id as string;

describe('tasks', () => {
  it('are listed newest first, each with its states and its request', async () => {
    expect((await call('GET', '/tasks')).body).toEqual([]);
    const first = await create();
    const second = await create();
    const { body } = await call('GET', '/tasks');
    expect(body).toEqual(mock.tasks.map((task) => ({ ...task, age: expect.any(Number) })));
    expect(body.map(({ id }: { id: string }) => id)).toEqual([second, first]);
    expect(body[0]).toMatchObject({
      provider: 'klingai',
      operation: 'textToAudio',
      status: 'submitted',
      scenario: 'normal',
      input: rain,
      states: [{ status: 'submitted' }, { status: 'processing' }, { status: 'succeed' }],
    });
  });

  it('are advanced state by state, and past states stay as they were', async () => {
    const id = await create();
    const advance = () => call('POST', '/tasks/{id}/{action}', `/tasks/${id}/advance`);
    const { body: first } = await advance();
    const { body: second } = await advance();
    const { body: third } = await advance();
    expect([first, second, third].map(({ status }) => status)).toEqual([
      'processing',
      'succeed',
      'succeed',
    ]);
    expect(second.states.slice(0, 2)).toEqual(first.states.slice(0, 2));
    expect(third.states).toEqual(second.states);
    expect(third.createdAt).toBe(first.createdAt);
    const { data } = await (await raw(mock).get(`/${id}`)).json();
    expect(data).toMatchObject({ task_status: 'succeed', task_result: { audios: [{}] } });
  });

  it('fail when told to, unless they have ended', async () => {
    const id = await create();
    const act = (action: string) => call('POST', '/tasks/{id}/{action}', `/tasks/${id}/${action}`);
    expect((await act('fail')).body).toMatchObject({
      status: 'failed',
      reason: 'Failed from the control API',
    });
    const { data } = await (await raw(mock).get(`/${id}`)).json();
    expect(data).toMatchObject({
      task_status: 'failed',
      task_status_msg: 'Failed from the control API',
    });
    expect(await act('fail')).toEqual({
      status: 400,
      body: { message: 'the task has already ended: failed' },
    });
    mock.advance('1h');
    expect((await act('advance')).body.status).toBe('failed');
  });

  it('show a late result when they are advanced past succeed', async () => {
    const prefer = { prefer: 'scenario=succeed-before-url' };
    const { data } = await (await raw(mock).create(rain, prefer)).json();
    const advance = () => call('POST', '/tasks/{id}/{action}', `/tasks/${data.task_id}/advance`);
    await advance();
    expect((await advance()).body).toMatchObject({ status: 'succeed', hasResult: false });
    expect((await advance()).body).toMatchObject({ status: 'succeed', hasResult: true });
  });

  it('expire and are deleted', async () => {
    const id = await create();
    const { body } = await call('POST', '/tasks/{id}/{action}', `/tasks/${id}/expire`);
    expect(body.isExpired).toBe(true);
    expect(await call('DELETE', '/tasks/{id}', `/tasks/${id}`)).toEqual({ status: 204 });
    expect((await raw(mock).get(`/${id}`)).status).toBe(400);
    expect(await call('DELETE', '/tasks/{id}', `/tasks/${id}`)).toEqual({
      status: 404,
      body: { message: `no such task: ${id}` },
    });
    expect((await call('POST', '/tasks/{id}/{action}', `/tasks/${id}/fail`)).status).toBe(404);
  });

  it('take no other action, not even the name of a method that every object has', async () => {
    for (const action of ['explode', 'toString']) {
      const { status, body } = await call(
        'POST',
        '/tasks/{id}/{action}',
        `/tasks/${await create()}/${action}`,
      );
      expect([status, body.message]).toEqual([
        400,
        `no such action: ${action}; there are advance, fail, expire`,
      ]);
    }
  });
});

describe('rules', () => {
  it('are added, listed with the latest first, and cleared', async () => {
    const rules = [
      { scenario: 'fails', on: 'create', provider: 'klingai', operation: 'textToAudio', times: 3 },
      { scenario: 'concurrency-full', running: 5, chance: 0.5 },
    ];
    for (const rule of rules)
      expect((await call('POST', '/rules', '/rules', rule)).status).toBe(204);
    expect((await call('GET', '/rules')).body).toEqual(rules.toReversed());
    expect((await call('DELETE', '/rules')).status).toBe(204);
    expect((await call('GET', '/rules')).body).toEqual([]);
  });

  it.each([
    [undefined, /^no such scenario/],
    ['text', /^no such scenario/],
    [{}, /^no such scenario/],
    [{ scenario: 'nonsense' }, /^no such scenario: nonsense/],
    [{ scenario: ['fails'] }, /^no such scenario: \["fails"\]/],
    [{ scenario: { fails: 1 } }, /^no such scenario: \{"fails":1\}/],
    [{ scenario: 'fails', on: 'remove' }, /^on must be one of create, read, list, delete, any$/],
    [
      { scenario: 'fails', provider: 'x' },
      /^provider must be one of klingai, klingai2, cometapi, deerapi$/,
    ],
    [{ scenario: 'fails', operation: 'x' }, /^operation must be one of textToAudio/],
    [{ scenario: 'fails', times: 0 }, /^times must be a whole number, at least 1$/],
    [{ scenario: 'fails', times: 1.5 }, /^times must be/],
    [{ scenario: 'concurrency-full', running: '2' }, /^running must be a whole number/],
    [{ scenario: 'fails', chance: 1.1 }, /^chance must be/],
    [{ scenario: 'fails', chance: '0.5' }, /^chance must be/],
    [{ scenario: 'fails', times: null }, /^times must be/],
    [
      { scenario: 'fails', chanse: 0.3 },
      /^a rule has no field chanse; it may have scenario, on, provider, operation, times, chance, running$/,
    ],
  ])('are refused as %o, naming the field', async (rule, message) => {
    const { status, body } = await call('POST', '/rules', '/rules', rule);
    expect([status, body.message]).toEqual([400, expect.stringMatching(message)]);
    expect((await call('GET', '/rules')).body).toEqual([]);
  });
});

it('all scenarios are listed, each with what it means', async () => {
  const { body } = await call('GET', '/scenarios');
  const expected = Object.entries(scenarios).map(([name, { group, means }]) => ({
    name,
    group,
    means,
  }));
  expect(body).toEqual(expected);
});

it.each([
  [{ by: '5m' }, 300_000],
  [{ by: '90s' }, 90_000],
  [{ by: '1.5h' }, 5_400_000],
  [{ by: '2d' }, 172_800_000],
  [{ by: 250 }, 250],
  [{ by: '250ms' }, 250],
])('time is moved by %o', async (body, milliseconds) => {
  await create();
  const before = mock.tasks[0]?.age ?? 0;
  expect((await call('POST', '/advance', '/advance', body)).status).toBe(204);
  const moved = (mock.tasks[0]?.age ?? 0) - before;
  expect(moved).toBeGreaterThanOrEqual(milliseconds);
  // What has passed by itself meanwhile is not much.
  expect(moved).toBeLessThan(milliseconds + 60_000);
});

it.each([
  undefined,
  {},
  { by: 'soon' },
  { by: '-5m' },
  { by: '5 minutes' },
  { by: null },
  { by: ['5m'] },
])('time is not moved by %o', async (body) => {
  const { status, body: said } = await call('POST', '/advance', '/advance', body);
  expect([status, said.message]).toEqual([
    400,
    expect.stringMatching(/^not a duration: .*; write 90s, 5m or 2h$/),
  ]);
});

describe('the journal', () => {
  it('has each request with its response, violations, task and scenario', async () => {
    const id = await create();
    await raw(mock).create({ prompt: 'x'.repeat(201), duration: 3 });
    await raw(mock).get(`/${id}`);
    const { body }: { body: JournalEntry[] } = await call('GET', '/journal');
    expect(body).toEqual(mock.requests);
    expect(body).toMatchObject([
      {
        method: 'POST',
        status: 200,
        task: id,
        scenario: 'normal',
        request: rain,
        answer: { data: { task_id: id } },
      },
      {
        status: 400,
        violations: [expect.objectContaining({ path: ['body', 'prompt'], code: 'maxLength' })],
        answer: { code: 1201 },
      },
      { method: 'GET', path: `/klingai/v1/audio/text-to-audio/${id}`, status: 200, task: id },
    ]);
    const [first = 0, ...numbers] = body.map(({ number }) => number);
    expect(numbers).toEqual([first + 1, first + 2]);
  });

  it('has the query of what is asked for, cut like a body', async () => {
    await raw(mock).get('?pageNum=2&pageSize=5');
    // Longer than what a connection takes.
    const address = `${mock.url}/klingai/v1/audio/text-to-audio?pageSize=${'5'.repeat(30_000)}`;
    await mock.fetch(address, { headers: { authorization: 'Bearer any' } });
    const { body }: { body: JournalEntry[] } = await call('GET', '/journal');
    const [short, long] = body.map(({ query }) => query);
    expect(short).toEqual({ pageNum: '2', pageSize: '5' });
    expect(String(long)).toMatch(/^\{"pageSize":"5+…$/);
    expect(String(long).length).toBeLessThan(20_100);
    expect(body[0]).toMatchObject({ path: '/klingai/v1/audio/text-to-audio' });
    await create();
    expect(mock.requests.at(-1)).not.toHaveProperty('query');
  });

  it('is streamed as server-sent events while it is written', async () => {
    const stop = new AbortController();
    const events = await fetch(`${mock.url}/_mock/events`, { signal: stop.signal });
    expect(events.headers.get('content-type')).toBe('text/event-stream');
    covered.add('GET /events 200');
    const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
    let seen = (await reader?.read())?.value ?? '';
    await create();
    await raw(mock).create({});
    while (!/data:.*\n\ndata:.*\n\n/.test(seen)) seen += (await reader?.read())?.value ?? '';
    const entries = [...seen.matchAll(/^data: (.*)$/gm)].map(([, data = '']) => JSON.parse(data));
    expect(entries).toEqual(mock.requests);
    stop.abort();
  });

  it('is cleared with everything else at a reset', async () => {
    await create();
    mock.scenario('fails');
    expect((await call('POST', '/reset')).status).toBe(204);
    expect([mock.tasks, mock.requests, (await call('GET', '/rules')).body]).toEqual([[], [], []]);
  });
});

describe('health', () => {
  it('is good when Prism is there', async () => {
    await create();
    const health = { ready: true, prism: 'loaded' };
    expect(await call('GET', '/health')).toEqual({ status: 200, body: health });
  });

  it('is 503 while Prism is loading, and when it could not be loaded', async () => {
    let fail = () => {};
    const failing = new Promise<never>((_, reject) => {
      fail = () => reject(new Error('gone'));
    });
    const prism = '../../src/mock/server/prism.ts';
    // The source also where tests have the published mock, of which Prism is a part.
    const source = '../../src/mock/index.ts?source';
    vi.resetModules();
    vi.doMock(prism, () => failing);
    try {
      const fresh: typeof import('../../src/mock/index.ts') = await import(source);
      await using broken = await fresh.startMock();
      const health = () => call('GET', '/health', '/health', undefined, broken);
      expect(await health()).toEqual({ status: 503, body: { ready: false, prism: 'loading' } });
      fail();
      const failed = { status: 503, body: { ready: false, prism: 'failed' } };
      await vi.waitFor(async () => expect(await health()).toEqual(failed), { timeout: 60_000 });
    } finally {
      vi.doUnmock(prism);
      vi.resetModules();
    }
  });
});

describe('metrics', () => {
  /** The samples of a text in the format of Prometheus, each with its labels as they are written. */
  async function read(of: Pick<Mock, 'url'>): Promise<Record<string, number>> {
    const answer = await fetch(`${of.url}/_mock/metrics`);
    covered.add(`GET /metrics ${answer.status}`);
    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    const text = await answer.text();
    const label = '[a-z_]+="[^"\\\\\n]*"';
    const sample = `$1(?:\\{${label}(?:,${label})*\\})? \\d+\n`;
    const family = /^# HELP (\w+) .+\n# TYPE \1 (counter|gauge)\n/m;
    for (let rest = text; rest !== ''; ) {
      const [head = '', name = ''] = family.exec(rest) ?? [];
      const whole = new RegExp(`^(?:${sample.replace('$1', name)})*`).exec(rest.slice(head.length));
      expect(rest.startsWith(head) && head !== '', rest).toBe(true);
      rest = rest.slice(head.length + (whole?.[0].length ?? 0));
    }
    const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    const pairs = samples.map((line) => /^(.*) (\d+)$/.exec(line) ?? []);
    expect(new Set(pairs.map(([, name]) => name)).size).toBe(pairs.length);
    return Object.fromEntries(pairs.map(([, name = '', value]) => [name, Number(value)]));
  }

  it('count requests, files, tasks and callbacks, and a reset forgets the tasks alone', async () => {
    await using counted = await startMock({ speed: 'instant' });
    await using hook = await receiver();
    const send = raw(counted);
    const { data } = await (await send.create({ ...rain, callback_url: hook.url })).json();
    await send.get(`/${data.task_id}`);
    await send.create({ ...rain, callback_url: 'https://example.com/' });
    await send.create({ ...rain, callback_url: hook.url }, { prefer: 'scenario=callbacks-lost' });
    await send.create(rain, { prefer: 'scenario=fails' });
    await send.create({});
    await send.create(rain, { prefer: 'scenario=reset-before' }).catch(() => {});
    await fetch(send.to('/nowhere/"\n{}'), { headers: { authorization: 'Bearer x' } });
    await fetch(`${counted.url}/nowhere`);
    await fetch(`${counted.url}/media/1.mp3`);
    await control(counted, 'GET', '/tasks');
    const request = (provider: string, operation: string, status: number) =>
      `kling_mock_requests_total{provider="${provider}",operation="${operation}",status="${status}"}`;
    const sent = await vi.waitFor(
      async () => {
        const metrics = await read(counted);
        expect(metrics['kling_mock_callbacks_total{outcome="delivered"}']).toBe(2);
        return metrics;
      },
      { timeout: 60_000 },
    );
    const counters = {
      [request('klingai', 'textToAudio', 200)]: 5,
      [request('klingai', 'textToAudio', 400)]: 1,
      [request('klingai', 'textToAudio', 0)]: 1,
      [request('klingai', 'none', 404)]: 1,
      [request('none', 'none', 404)]: 1,
      'kling_mock_files_total{status="404"}': 1,
      'kling_mock_callbacks_total{outcome="delivered"}': 2,
      'kling_mock_callbacks_total{outcome="failed"}': 0,
      'kling_mock_callbacks_total{outcome="dropped"}': 0,
      'kling_mock_callbacks_total{outcome="lost"}': 1,
      'kling_mock_callbacks_total{outcome="refused"}': 1,
    };
    const tasks = (succeed: number, failed: number) => ({
      'kling_mock_tasks{state="submitted"}': 0,
      'kling_mock_tasks{state="processing"}': 0,
      'kling_mock_tasks{state="succeed"}': succeed,
      'kling_mock_tasks{state="failed"}': failed,
      'kling_mock_tasks{state="other"}': 0,
    });
    expect(sent).toEqual({ ...counters, ...tasks(3, 1) });
    counted.reset();
    expect(await read(counted)).toEqual({ ...counters, ...tasks(0, 0) });
  });

  it('tell of callbacks that nobody takes, and of those that a reset drops', async () => {
    await using counted = await startMock({ speed: 'instant', callbackRetries: 0 });
    await raw(counted).create({ ...rain, callback_url: 'http://127.0.0.1:9/' });
    const failed = 'kling_mock_callbacks_total{outcome="failed"}';
    await vi.waitFor(async () => expect((await read(counted))[failed]).toBe(2), {
      timeout: 60_000,
    });
    await using trying = await startMock({ speed: 'instant', callbackRetries: 1_000 });
    await raw(trying).create({ ...rain, callback_url: 'http://127.0.0.1:9/' });
    trying.reset();
    const dropped = 'kling_mock_callbacks_total{outcome="dropped"}';
    await vi.waitFor(async () => expect((await read(trying))[dropped]).toBe(2), {
      timeout: 60_000,
    });
  });
});

it('neither health nor metrics are for pages of another origin, or under another name', async () => {
  for (const path of ['/_mock/health', '/_mock/metrics']) {
    const page = { origin: 'https://evil.example' };
    expect((await fetch(mock.url + path, { headers: page })).status).toBe(403);
  }
});

it.each([
  ['GET', '/nothing', 404],
  ['PUT', '/tasks', 405],
  ['GET', '/reset', 405],
  ['POST', '/tasks/x/fail', 404],
  ['GET', '/', 404],
])('%s %s is %i', async (method, path, status) => {
  const answer = await control(mock, method, path);
  expect(answer).toEqual({ status, body: { message: `no ${method} ${path}` } });
});

it.each([
  ['PUT', '/tasks', 'GET'],
  ['HEAD', '/journal', 'GET'],
  ['GET', '/tasks/1', 'DELETE'],
  ['PATCH', '/rules', 'GET, POST, DELETE'],
  ['HEAD', '/events', 'GET'],
  ['PUT', '/events', 'GET'],
  ['POST', '/events', 'GET'],
])('%s %s is 405, and what is allowed there is %s', async (method, path, allow) => {
  for (const send of [fetch, mock.fetch]) {
    const answer = await send(`${mock.url}/_mock${path}`, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow]);
  }
});

it('without a connection events are refused with a message', async () => {
  const answer = await mock.fetch(`${mock.url}/_mock/events`);
  const message = 'events need a connection: mock.fetch has none';
  expect([answer.status, await answer.json()]).toEqual([404, { message }]);
});

it('a token that is not valid is refused wherever a key may be sent', async () => {
  for (const [template, item] of Object.entries(document.paths)) {
    for (const [name, { responses }] of Object.entries(item)) {
      if (!responses[401]) continue;
      const method = name.toUpperCase();
      const path = template.replace('{id}', '1').replace('{action}', 'fail');
      const headers = { authorization: 'Bearer a.b.c' };
      const answer = await fetch(`${mock.url}/_mock${path}`, { method, headers });
      expect([answer.status, await answer.json()]).toEqual([401, { message: 'not a valid token' }]);
      covered.add(`${method} ${template} 401`);
    }
  }
});

describe('the document of the control API', () => {
  it('is valid OpenAPI 3.1', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kling-control-'));
    const file = join(folder, 'control.json');
    await writeFile(file, JSON.stringify(document));
    const redocly = 'node_modules/@redocly/cli/bin/cli.js';
    const args = [redocly, 'lint', '--extends=spec', '--format=json', file];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    await rm(folder, { recursive: true });
    expect(JSON.parse(stdout).totals).toMatchObject({ errors: 0, warnings: 0 });
  });

  it('documents no response that these tests have not seen', () => {
    const documented = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, { responses }]) =>
        Object.keys(responses).map((status) => `${method.toUpperCase()} ${path} ${status}`),
      ),
    );
    expect([...covered].sort()).toEqual(documented.sort());
  });
});
