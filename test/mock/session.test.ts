import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { createKling, klingai } from '../../src/index.ts';
import { type Mock, type Session, startMock } from '../../src/mock/index.ts';
import { Accounts, createRandom, News } from '../../src/mock/server/accounts.ts';
import { Budget } from '../../src/mock/server/budget.ts';
import { Journal } from '../../src/mock/server/journal.ts';
import { Clock, planLifecycle } from '../../src/mock/server/lifecycle.ts';
import type { MockTask } from '../../src/mock/server/tasks.ts';
import { rain, raw, soundPath } from '../support/mock-clients.ts';

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ speed: 1 });
});
beforeEach(() => mock.reset());
afterAll(() => mock.close());

const clientOf = ({ key, options }: Session, more = {}) =>
  createKling(klingai, { apiKey: key }, { ...options('klingai'), ...more });
const create = async (key: string, body: unknown = rain) => {
  const { create } = raw(mock, 'klingai', mock.fetch);
  const answer = await create(body, { authorization: `Bearer ${key}` });
  return { status: answer.status, body: await answer.json() };
};
/** Sends to the control API with a key. */
const control = async (key: string, method: string, path: string, body?: unknown) => {
  const answer = await fetch(`${mock.url}/_mock${path}`, {
    method,
    headers: { authorization: `Bearer ${key}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text && JSON.parse(text) };
};

describe('with a key, the control API', () => {
  it('lays rules on its account alone, which win over those of the server', async () => {
    mock.scenario('code-5001');
    expect((await control('a', 'POST', '/rules', { scenario: 'code-5002' })).status).toBe(204);
    expect([(await create('a')).status, (await create('b')).status]).toEqual([504, 503]);
    expect((await control('a', 'GET', '/rules')).body).toEqual([{ scenario: 'code-5002' }]);
    expect((await control('b', 'GET', '/rules')).body).toEqual([]);
    await control('b', 'DELETE', '/rules');
    expect((await create('a')).status).toBe(504);
    await control('a', 'DELETE', '/rules');
    expect([(await create('a')).status, (await create('b')).status]).toEqual([503, 503]);
  });

  it('clears nothing when the key is empty or none', async () => {
    await create('a');
    for (const key of ['', 'two words']) {
      expect((await control(key, 'POST', '/reset')).status).toBe(401);
    }
    expect(mock.tasks).toHaveLength(1);
  });

  it('moves the time of its account alone', async () => {
    await create('a');
    await create('b');
    await control('a', 'POST', '/advance', { by: '6m' });
    expect(mock.tasks.map(({ status }) => status)).toEqual(['submitted', 'succeed']);
    const [file] = (await control('a', 'GET', '/tasks')).body;
    expect((await fetch(`${mock.url}/media/${file.id}.mp3`)).status).toBe(200);
    mock.advance('6m');
    expect(mock.tasks.map(({ status }) => status)).toEqual(['succeed', 'succeed']);
  });

  it('shows, changes and clears what is of its account alone', async () => {
    const { body } = await create('a');
    await create('b');
    const seen = async (key: string) => [
      (await control(key, 'GET', '/tasks')).body.length,
      (await control(key, 'GET', '/journal')).body.length,
    ];
    expect([await seen('a'), await seen('b'), await seen('c')]).toEqual([
      [1, 1],
      [1, 1],
      [0, 0],
    ]);
    const path = `/tasks/${body.data.task_id}`;
    expect((await control('b', 'POST', `${path}/fail`)).status).toBe(404);
    expect((await control('b', 'DELETE', path)).status).toBe(404);
    await control('a', 'POST', '/advance', { by: '6m' });
    await control('a', 'POST', '/reset');
    expect([await seen('a'), await seen('b')]).toEqual([
      [0, 0],
      [1, 1],
    ]);
    await create('a');
    expect(mock.tasks[0]?.status).toBe('submitted');
  });

  it('is for all accounts where what is sent is no key, as of a proxy in front of the mock', async () => {
    await create('a');
    const headers = { authorization: 'Basic abc' };
    const answer = await fetch(`${mock.url}/_mock/tasks`, { headers });
    expect(await answer.json()).toHaveLength(1);
  });

  it('counts running tasks by the time of the account', async () => {
    await control('a', 'POST', '/rules', { scenario: 'concurrency-full', running: 1 });
    const statuses = [(await create('a')).status, (await create('a')).status];
    await control('a', 'POST', '/advance', { by: '6m' });
    expect([...statuses, (await create('a')).status]).toEqual([200, 429, 200]);
  });
});

describe('a rule with a chance', () => {
  async function draw(key: string, meanwhile?: () => Promise<unknown>) {
    await using other = mock.session({ key });
    other.scenario('code-5000', { chance: 0.5 });
    const drawn: number[] = [];
    for (let time = 0; time < 20; time++) {
      drawn.push((await create(key)).status);
      await meanwhile?.();
    }
    return drawn;
  }

  it('draws the same for the same key, whatever others do, and not the same for another', async () => {
    const first = await draw('a');
    expect(new Set(first)).toEqual(new Set([200, 500]));
    expect(await draw('a', () => create('b'))).toEqual(first);
    expect(await draw('c')).not.toEqual(first);
  });

  it('leaves the requests that it does not apply to to the next rule, and counts them not', async () => {
    mock.scenario('code-5000', { chance: 1, times: 1 });
    mock.scenario('code-5001', { chance: 0, times: 1 });
    expect([(await create('a')).status, (await create('a')).status]).toEqual([500, 200]);
  });
});

describe('two hundred sessions at once', () => {
  it('each have their own scenario and clock, and none disturbs another', async () => {
    const scenarios = ['normal', 'fails', 'code-1303', 'slow'];
    const run = async (_: unknown, index: number) => {
      await using session = mock.session();
      const name = scenarios[index % scenarios.length] ?? '';
      session.scenario(name, { times: 1 });
      const first = (await create(session.key)).status;
      session.advance('1m');
      const second = (await create(session.key)).status;
      const requests = session.requests.map(({ account }) => account);
      const statuses = session.tasks.map(({ status }) => status);
      session.check();
      return {
        name,
        first,
        second,
        statuses,
        requests: new Set(requests).size,
        sent: requests.length,
      };
    };
    const all = await Promise.all(Array.from({ length: 200 }, run));
    const expected = (_: unknown, index: number) => {
      const name = scenarios[index % scenarios.length] ?? '';
      const old = { normal: ['succeed'], fails: ['failed'], 'code-1303': [], slow: ['processing'] };
      const statuses = ['submitted', ...(old[name as keyof typeof old] ?? [])];
      const first = name === 'code-1303' ? 429 : 200;
      return { name, first, second: 200, statuses, requests: 1, sent: 2 };
    };
    expect(all).toEqual(Array.from({ length: 200 }, expected));
    expect([mock.tasks, mock.requests]).toEqual([[], []]);
  });
});

describe('a session', () => {
  it('ends a wait when its time is moved, with one poll, and not one before', async () => {
    await using session = mock.session();
    const polls: string[] = [];
    let isFirst = () => {};
    const polled = new Promise<void>((resolve) => {
      isFirst = resolve;
    });
    const task = await clientOf(session, { fetch: session.fetch }).textToAudio.create(rain);
    const result = task.result({
      onProgress({ task_status }) {
        polls.push(task_status ?? '');
        isFirst();
      },
    });
    await polled;
    vi.useFakeTimers();
    try {
      session.advance('6m');
      expect((await result).audios).toHaveLength(1);
    } finally {
      vi.useRealTimers();
    }
    expect(polls).toEqual(['submitted', 'succeed']);
  });

  it('ends a wait at once, without any sleep, when its task has ended before', async () => {
    await using quick = await startMock({ speed: 'instant' });
    await using session = quick.session();
    const { textToAudio } = clientOf(session, { fetch: session.fetch });
    await textToAudio.run(rain);
    vi.useFakeTimers();
    try {
      // More than a client may read singly in a second where nothing is announced.
      for (let time = 0; time < 10; time++) await textToAudio.run(rain);
    } finally {
      vi.useRealTimers();
    }
    expect(session.requests).toHaveLength(22);
  });

  it('tells its clients of each change, also of a result that comes late', async () => {
    await using session = mock.session();
    session.scenario('succeed-before-url');
    const seen: string[] = [];
    const task = await clientOf(session).textToAudio.create(rain);
    for await (const { task_status = '' } of task.watch()) {
      seen.push(task_status);
      await control(session.key, 'POST', `/tasks/${task.id}/advance`);
    }
    expect(seen).toEqual(['submitted', 'processing', 'succeed', 'succeed']);
  });

  it('tells them when a change is due by itself, until the task has ended', async () => {
    vi.useFakeTimers();
    try {
      const createdAt = Date.now();
      const states = planLifecycle(createdAt, 10_000, { resultDelay: 0.5 });
      const task = { id: '1', createdAt, ...states } as MockTask;
      const news = new News(
        (id) => (id === '1' ? task : undefined),
        () => Date.now(),
      );
      const told: number[] = [];
      news.addEventListener('1', () => told.push(Date.now() - createdAt));
      news.follow('1');
      news.follow('2');
      await vi.advanceTimersByTimeAsync(60_000);
      expect(told).toEqual([2_000, 10_000, 15_000]);
      news.tell();
      expect(told).toHaveLength(3);
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('tells its clients when the control API lets a task fail', async () => {
    await using session = mock.session();
    session.scenario('stuck');
    const task = await clientOf(session).textToAudio.create(rain);
    const failed = expect(task.result()).rejects.toThrow('Failed from the control API');
    await control(session.key, 'POST', `/tasks/${task.id}/fail`);
    await failed;
  });

  it('takes any key, and replaces it in its own fetch, but adds none', async () => {
    await using session = mock.session();
    const url = `https://api-singapore.klingai.com${soundPath.klingai}`;
    await session.fetch(url, { headers: { authorization: 'Bearer of-the-application' } });
    expect(session.requests).toHaveLength(1);
    expect((await session.fetch(url)).status).toBe(401);
    expect(session.requests).toHaveLength(1);
  });

  it('has a key to itself, which can be one', async () => {
    const session = mock.session({ key: 'mine' });
    expect(() => mock.session({ key: 'mine' })).toThrow('the session mine is open already');
    await session[Symbol.asyncDispose]();
    await using again = mock.session({ key: 'mine' });
    expect(again.key).toBe('mine');
    for (const key of ['', 'with space', 'a.b.c'])
      expect(() => mock.session({ key })).toThrow('the key of a session must be an API key');
  });

  it('closed twice, leaves alone the next one with its key', async () => {
    const first = mock.session({ key: 'mine' });
    await first[Symbol.asyncDispose]();
    await using next = mock.session({ key: 'mine' });
    await create('mine');
    await first[Symbol.asyncDispose]();
    expect(next.tasks).toHaveLength(1);
    expect(() => mock.session({ key: 'mine' })).toThrow('open already');
  });

  it('outlives a reset of the mock, and begins anew there', async () => {
    await using session = mock.session();
    session.scenario('code-5000');
    session.advance('6m');
    mock.reset();
    const task = await clientOf(session).textToAudio.create(rain);
    expect(session.tasks).toMatchObject([{ status: 'submitted' }]);
    const result = task.result();
    session.advance('6m');
    expect((await result).audios).toHaveLength(1);
  });
});

describe('the findings of a session', () => {
  const path = `/klingai${soundPath.klingai}`;

  it('are the requests that break a rule, name no field or route of a document, or no task', async () => {
    await using session = mock.session();
    const authorization = `Bearer ${session.key}`;
    await create(session.key, { ...rain, duration: 99 });
    await create(session.key, { ...rain, promt: 'x' });
    await fetch(`${mock.url}/klingai/v1/nowhere`, { headers: { authorization } });
    await fetch(`${mock.url}/klingia/v1/nowhere`, { headers: { authorization } });
    await raw(mock).get('/861254119619690000', { authorization });
    await create('somebody-else', { duration: 99 });
    expect(session.findings).toEqual([
      `POST ${path} (400): duration must be from 3 to 10 in steps of 0.1`,
      `POST ${path} (200): promt is unknown and ignored; did you mean prompt?`,
      expect.stringMatching(/^GET \/klingai\/v1\/nowhere \(404\): \w/),
      expect.stringMatching(/^GET \/klingia\/v1\/nowhere \(404\): no such provider/),
      `GET ${path}/861254119619690000 (400): Task not found`,
    ]);
    expect(() => session.check()).toThrow(/wrong requests.*\n {2}POST .*duration must be from 3/s);
  });

  it('are not what a scenario did', async () => {
    await using session = mock.session();
    for (const name of ['code-1301', 'html-502', 'reset-before', 'rate-limit']) {
      session.scenario(name, { times: 1 });
      await create(session.key).catch(() => {});
    }
    session.scenario('unknown-404');
    const authorization = `Bearer ${session.key}`;
    expect((await raw(mock).get('/861254119619690000', { authorization })).status).toBe(404);
    session.check();
    expect(session.requests).toHaveLength(5);
  });

  it('may be allowed by a part of their line, or all of them', async () => {
    await using session = mock.session();
    await create(session.key, { ...rain, duration: 99 });
    await create(session.key, { ...rain, promt: 'x' });
    session.allow(/promt is unknown/g);
    expect(session.findings).toHaveLength(1);
    session.reset();
    expect(session.findings).toHaveLength(1);
    session.allow('duration');
    session.check();
    await create(session.key, {});
    expect(session.findings).toHaveLength(1);
    session.allow();
    session.check();
  });

  it('name what comes after a hundred that are meant', async () => {
    await using session = mock.session();
    session.allow('promt');
    for (let sent = 0; sent < 100; sent++) await create(session.key, { ...rain, promt: 'x' });
    await create(session.key, { ...rain, promt: 'x' });
    session.check();
    await create(session.key, { ...rain, duration: 99 });
    expect(() => session.check()).toThrow('more requests were wrong');
    session.allow();
    session.check();
  });

  it('are bodies that are too large, too', async () => {
    await using session = mock.session();
    await create(session.key, { ...rain, prompt: 'x'.repeat(11 * 1024 * 1024) });
    await create(session.key, { ...rain, more: Array(50_000).fill(1) });
    expect(session.findings).toEqual([
      expect.stringMatching(/\(413\): the body is too large$/),
      expect.stringMatching(/\(413\): the body has too many values$/),
    ]);
  });

  it('hide a key that is cut off or encoded in the path', async () => {
    const key = 'secret+/secret+/secret+/secret';
    await using session = mock.session({ key });
    const headers = { authorization: `Bearer ${key}` };
    for (const path of [`${'a'.repeat(80)}/${key}`, encodeURIComponent(key)]) {
      await fetch(`${mock.url}/klingai/${path}`, { headers });
    }
    expect(session.findings).toHaveLength(2);
    expect(session.findings.join('\n')).not.toMatch(/secret/);
  });

  it('show neither key nor prompt', async () => {
    await using session = mock.session({ key: 'secret-key' });
    const authorization = 'Bearer secret-key';
    await create('secret-key', { prompt: 'a secret', duration: 99 });
    await create('secret-key', { ...rain, 'a secret': 1, 'secret-key': 1 });
    await fetch(`${mock.url}/klingai/secret-key?x=a+secret`, { headers: { authorization } });
    expect(session.findings.length).toBeGreaterThanOrEqual(4);
    expect(session.findings.join('\n')).not.toMatch(/secret/);
  });
});

describe('what accounts take', () => {
  it('is bounded: the one that was not used for longest goes, those of sessions stay', () => {
    const accounts = new Accounts(new Clock(), 1, new Budget());
    const now = accounts.now('');
    const news = new News(
      () => undefined,
      () => 0,
    );
    accounts.hold('session', news);
    for (const name of ['session', 'old']) accounts.open(name).clock.advance('1h');
    for (let key = 0; key < 70_000; key++) {
      accounts.open(`key ${key}`).clock.advance('1h');
      if (key % 1_000 === 0) accounts.find('old');
    }
    const ahead = (name: string) => accounts.now(name) >= now + 3_600_000;
    expect(['session', 'old', 'key 0', 'key 69999'].map(ahead)).toEqual([true, true, false, true]);
  });

  it('does not shorten the journal of another', () => {
    const journal = new Journal(new Budget());
    const body = { value: 1, text: '1' };
    const add = (account: string) =>
      journal.add(
        { account, at: 0, method: 'GET', path: '/', status: 200, violations: [] },
        { request: body, answer: body },
      );
    add('a');
    for (let time = 0; time < 2_000; time++) add('b');
    expect([journal.entries('a').length, journal.entries('b').length]).toEqual([1, 500]);
    expect(journal.entries()).toHaveLength(500);
    journal.clear('b');
    expect(journal.entries()).toHaveLength(1);
  });

  it('draws differ by name, and are the same for the same', () => {
    const draw = (seed: number, name: string) => createRandom(seed, name)();
    expect(draw(1, 'a')).toBe(draw(1, 'a'));
    expect(new Set([draw(1, 'a'), draw(1, 'b'), draw(2, 'a')]).size).toBe(3);
  });
});
