import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { findOperation } from '../../src/contract/documented.ts';
import type { Report } from '../../src/contract/finding.ts';
import { openRecorder } from '../../src/contract/recorder.ts';
import type { RecordedExchange, Recording } from '../../src/contract/recordings.ts';
import { objectOf } from '../../src/documents/json.ts';
import { driftRecordings } from '../../src/drift/recordings.ts';
import { driftProxy } from '../../src/drift/traffic/proxy.ts';
import { createKling, klingai } from '../../src/index.ts';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { fakeProvider } from '../support/fake-provider.ts';
import { asked, recordSession } from '../support/recorded.ts';

let folder: string;
let session: string;
let mock: Mock;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kling-recordings-'));
  session = join(folder, 'session');
  vi.useFakeTimers({ toFake: ['Date'] });
  await recordSession(session);
  mock = await startMock({ speed: 1 });
});
beforeEach(() => mock.reset());
afterEach(() => void vi.useRealTimers());
afterAll(async () => {
  await mock.close();
  await rm(folder, { recursive: true });
});

/** Runs `drift recordings`. */
async function run(args: string[], env: Record<string, string> = {}) {
  let [out, err] = ['', ''];
  const code = await main({
    argv: ['drift', 'recordings', ...args],
    env,
    cwd: folder,
    stdout: { write: (text) => (out += text) },
    stderr: { write: (text) => (err += text) },
  });
  return { code, out, err };
}

/** A copy of the session; each of its recordings as it becomes. */
async function copied(change: (recording: Recording, index: number) => unknown): Promise<string> {
  const copy = await mkdtemp(join(folder, 'copy-'));
  for (const [index, name] of (await readdir(session)).sort().entries()) {
    const recording: Recording = JSON.parse(await readFile(join(session, name), 'utf8'));
    await writeFile(join(copy, name), JSON.stringify(change(recording, index)));
  }
  return copy;
}

const changed = (recording: Recording, change: (exchange: RecordedExchange) => unknown) => ({
  ...recording,
  exchanges: recording.exchanges.map((each) => ({ ...each, ...objectOf(change(each)) })),
});
const dataOf = ({ body }: RecordedExchange) => objectOf(objectOf(body).data);

describe('drift recordings', () => {
  it('finds nothing in a session that nobody has touched', async () => {
    const { code, out, err } = await run(['session', '--fail-on', 'info', '--format', 'json']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({ findings: [], skipped: [] });
    expect(JSON.parse(out).checked).toBeGreaterThan(12);
  });

  it('finds two faults that were planted in it, and nothing else', async () => {
    const copy = await copied((recording, index) => {
      if (index === 0) {
        return changed(recording, ({ body, ...each }) => ({
          body: { ...objectOf(body), data: { ...dataOf({ body, ...each }), queue: 3 } },
        }));
      }
      // The video goes back to where it was.
      const isVideo = recording.exchanges[0]?.path.endsWith('text2video');
      const [create, ...polls] = recording.exchanges;
      return isVideo ? { ...recording, exchanges: [create, ...polls, polls[0]] } : recording;
    });
    const { code, out, err } = await run([copy, '--format', 'json']);
    expect(code).toBe(1);
    expect(err).toContain('drift: 1 finding at or above breaking');
    const found = JSON.parse(out).findings.map(
      ({ kind, operation, location }: Record<string, string>) => `${kind} ${operation} ${location}`,
    );
    expect(new Set(found)).toEqual(
      new Set([
        'answer-field-undocumented POST /v1/audio/text-to-audio /data/queue',
        'answer-field-undocumented GET /v1/audio/text-to-audio/{task_id} /data/queue',
        'state-backwards GET /v1/videos/text2video/{task_id} /data/task_status',
      ]),
    );
  });

  it('checks what it can, and says what it cannot', async () => {
    const copy = await copied((recording, index) => {
      if (index === 0) return { v: 1 };
      const gone = ({ path }: RecordedExchange) => ({ path: path.replace('/v1/', '/v0/') });
      return index === 1 ? changed(recording, gone) : recording;
    });
    await writeFile(join(copy, 'broken.json'), '{"v":');
    await writeFile(join(copy, 'deep.json'), '['.repeat(1_000));
    await mkdir(join(copy, 'folder.json'));
    const { code, out } = await run([copy, '--format', 'json']);
    expect(code).toBe(3);
    const { skipped, findings, checked } = JSON.parse(out);
    expect(findings).toEqual([]);
    expect(checked).toBeGreaterThan(3);
    expect(skipped.map(({ why }: { why: string }) => why).sort()).toEqual([
      'is a recording without times, of an older version: record it again',
      'is not a recording of kling-fetch',
      'is too large: more than 150 levels',
      'not in the document of klingai',
    ]);
  });

  it('is wrong usage without a folder of recordings', async () => {
    expect(await run([])).toMatchObject({ code: 2, err: expect.stringContaining('FOLDER') });
    const none = await run(['none']);
    expect(none).toMatchObject({
      code: 2,
      err: expect.stringContaining('no folder of recordings'),
    });
    // Nothing of this provider was recorded, so nothing was checked.
    expect(await run(['session', '--provider', 'deerapi'])).toMatchObject({ code: 3 });
  });

  it('takes a baseline, and appends a summary, as every check does', async () => {
    const copy = await copied((recording) =>
      changed(recording, ({ body }) => ({ body: { ...objectOf(body), extra: 1 } })),
    );
    const [baseline, summary] = [join(folder, 'baseline.json'), join(folder, 'summary.md')];
    const accept = ['--write-baseline', baseline, '--reason', 'known'];
    expect(await run([copy, '--fail-on', 'info', ...accept])).toMatchObject({ code: 0 });
    const more = ['--fail-on', 'info', '--baseline', baseline, '--summary', summary];
    expect(await run([copy, ...more])).toMatchObject({ code: 0 });
    expect(await readFile(summary, 'utf8')).toContain('known');
    expect(await run([copy, '--fail-on', 'info'])).toMatchObject({ code: 1 });
  });
});

describe('drift recordings --live', () => {
  const env = () => ({ KLING_API_KEY: 'any', KLING_BASE_URL: `${mock.url}/klingai` });

  it('asks the provider, creates nothing, and finds nothing where it responds as it did', async () => {
    const { code, out } = await run(['session', '--live', '--fail-on', 'info'], env());
    expect({ code, out }).toMatchObject({ code: 0 });
    expect(mock.tasks).toEqual([]);
    expect(mock.requests.length).toBeGreaterThan(10);
  });

  it('could not check a provider without its key', async () => {
    const { code, err } = await run(['session', '--live']);
    expect({ code, err }).toMatchObject({ code: 3, err: expect.stringContaining('KLING_API_KEY') });
  });

  it('finds fields that responses had when they were recorded, and have no more', async () => {
    const record = join(folder, 'lists');
    const kling = createKling(klingai, { apiKey: 'any' }, { baseUrl: `${mock.url}/klingai` });
    await kling.textToAudio.create(asked.sound);
    mock.advance('5m');
    await using proxy = await driftProxy({
      provider: 'klingai',
      upstream: `${mock.url}/klingai`,
      record,
    });
    await createKling(klingai, { apiKey: 'any' }, { baseUrl: proxy.url }).textToAudio.list();
    await proxy.close();
    const [name = ''] = await readdir(record);
    const text = await readFile(join(record, name), 'utf8');
    await writeFile(join(record, name), text.replace('"task_id"', '"queue": 1, "task_id"'));
    const baseUrl = `${mock.url}/klingai`;
    const live = () => ({
      credentials: { apiKey: 'any' },
      baseUrl,
      only: ['textToAudio'] as const,
    });
    const { findings } = await driftRecordings({ folder: record, live });
    expect(findings).toMatchObject([
      { kind: 'answer-field-undocumented', location: '/data/0/queue' },
      { kind: 'recording-differs', severity: 'info', location: '/data/0/queue' },
    ]);
  });
});

describe('what is recorded of a task', () => {
  /** Recordings that a use of a proxy before the mock leaves. */
  async function recordedBy(use: (url: string) => Promise<void>): Promise<Recording[]> {
    const record = await mkdtemp(join(folder, 'own-'));
    const upstream = `${mock.url}/klingai`;
    await using proxy = await driftProxy({ provider: 'klingai', upstream, record });
    await use(proxy.url);
    await proxy.close();
    const texts = (await readdir(record)).map((name) => readFile(join(record, name), 'utf8'));
    return (await Promise.all(texts)).map((text) => JSON.parse(text));
  }
  const statusesOf = ({ exchanges }: Recording) =>
    exchanges.map((each) => {
      const { data } = objectOf(each.body);
      return Array.isArray(data) ? objectOf(data[0]).task_status : dataOf(each).task_status;
    });

  it('is the same whether it is polled by its id, by its external id, or found in lists', async () => {
    const ways: ((id: string) => string)[] = [(id) => `/${id}`, () => '/mine ü', () => ''];
    for (const way of ways) {
      mock.reset();
      const recordings = await recordedBy(async (url) => {
        const sounds = `${url}/v1/audio/text-to-audio`;
        const headers = { authorization: 'Bearer any', 'content-type': 'application/json' };
        const body = JSON.stringify({ ...asked.sound, external_task_id: 'mine ü' });
        const created = await fetch(sounds, { method: 'POST', headers, body });
        const { data } = (await created.json()) as { data: { task_id: string } };
        for (let look = 0; look < 4; look++) {
          await fetch(sounds + way(data.task_id), { headers });
          mock.advance('15s');
          await fetch(sounds + way(data.task_id), { headers });
        }
      });
      const task = recordings.find(({ recorded }) => recorded);
      expect(task && new Set(statusesOf(task))).toEqual(
        new Set(['submitted', 'processing', 'succeed']),
      );
      expect(task?.exchanges).toHaveLength(4);
      expect(JSON.stringify(recordings)).not.toContain('mine');
    }
  });

  it('stays apart from other tasks that run beside it', async () => {
    const count = 20;
    // All at the same time, and yet one after the other.
    vi.useFakeTimers({ toFake: ['Date'] });
    const recordings = await recordedBy(async (baseUrl) => {
      const kling = createKling(klingai, { apiKey: 'any' }, { baseUrl });
      const tasks = await Promise.all(
        Array.from({ length: count }, (_, index) =>
          kling.textToAudio.create({ prompt: `sound ${index}`, duration: 3 }),
        ),
      );
      mock.advance('5m');
      await Promise.all(tasks.map((task) => task.snapshot()));
    });
    expect(recordings).toHaveLength(count);
    for (const each of recordings) expect(statusesOf(each)).toEqual(['submitted', 'succeed']);
    expect(new Set(recordings.map(({ recorded }) => recorded)).size).toBe(count);
  });

  it('is bounded, however often it changes', async () => {
    const record = join(folder, 'bounded');
    const keep = await openRecorder(record);
    const [create, get] = (['create', 'get'] as const).map((action) =>
      findOperation('klingai', 'textToAudio', action),
    );
    if (!create || !get) throw new Error('there is no such operation');
    const id = '861254119619000001';
    const exchange = (progress: number) => ({
      ...{ query: {}, isSigned: true, status: 200, headers: {} },
      body: { code: 0, data: { task_id: id, task_status: 'submitted', progress } },
    });
    await keep({ ...exchange(0), documented: create, requestBody: asked.sound });
    for (let look = 1; look <= 202; look++) await keep({ ...exchange(look), documented: get, id });
    const [name = ''] = await readdir(record);
    const recording: Recording = JSON.parse(await readFile(join(record, name), 'utf8'));
    expect(recording.exchanges).toHaveLength(200);
  });
});

it.each([
  [{ external_task_id: 'used long ago' }, 'CANARY: external_task_id must be unique', []],
  [{ callback_url: 'http://localhost/CANARY' }, 'CANARY', []],
  [{ callback_url: 'https://hooks.example/CANARY' }, 'CANARY', ['']],
  [{}, 'CANARY: duration is wrong', ['/duration']],
])(
  'a refusal of %j with %j is blamed on what the live one is',
  async (more, message, locations) => {
    const record = await mkdtemp(join(folder, 'refused-'));
    const refusal = () => Response.json({ code: 1201, message, request_id: 'r' }, { status: 400 });
    const fetched = async () => refusal();
    await using proxy = await driftProxy({ provider: 'klingai', record, fetch: fetched });
    await fetch(`${proxy.url}/v1/audio/text-to-audio`, {
      method: 'POST',
      headers: { authorization: 'Bearer any', 'content-type': 'application/json' },
      body: JSON.stringify({ ...asked.sound, ...more }),
    });
    await proxy.close();
    const found = ({ findings }: Report) => findings.map(({ location }) => location);
    expect(found(proxy.report())).toEqual(locations);
    expect(found(await driftRecordings({ folder: record }))).toEqual(locations);
    const [name = ''] = await readdir(record);
    expect(await readFile(join(record, name), 'utf8')).not.toContain('CANARY');
  },
);

describe('nothing secret is recorded', () => {
  const canary = /canary/i;
  const address = 'https://user@home:CANARY@videos.example/a.mp4?signature=CANARY#CANARY';
  const input = { prompt: `look at ${address}`, duration: 3, model: 'CANARY', CANARY: 12345678 };

  /** What the files of a recorder hold after one task, whose create and polls say everything again. */
  async function recorded(keep: object): Promise<string> {
    const record = await mkdtemp(join(folder, 'secret-'));
    const echo = { 'set-cookie': 'CANARY=1', 'x-key': 'sk-a-long-CANARY-key' };
    await using server = await fakeProvider({
      provider: 'klingai',
      mutate: (exchange) => ({
        ...exchange,
        answer: {
          ...exchange.answer,
          headers: { ...exchange.answer.headers, ...echo },
          body: {
            ...objectOf(exchange.answer.body),
            echo: [address, 'sk-a-long-CANARY-key', { CANARY: 'CANARY' }],
          },
        },
      }),
    }).listen();
    await using proxy = await driftProxy({
      provider: 'klingai',
      upstream: server.url,
      record,
      keep,
    });
    const headers = { authorization: 'Bearer sk-a-long-CANARY-key', cookie: 'CANARY=1' };
    const url = `${proxy.url}/v1/audio/text-to-audio`;
    const body = JSON.stringify({
      ...input,
      key: 'sk-a-long-CANARY-key',
      external_task_id: 'CANARY',
    });
    const json = { ...headers, 'content-type': 'application/json' };
    const created = await fetch(url, { method: 'POST', headers: json, body });
    const { data } = (await created.json()) as { data: { task_id: string } };
    await fetch(`${url}/${data.task_id}?key=CANARY`, { headers });
    await fetch(`${url}?pageNum=1&CANARY=CANARY`, { headers });
    await proxy.close();
    const names = await readdir(record);
    const texts = names.map((name) => readFile(join(record, name), 'utf8'));
    return [...names, ...(await Promise.all(texts))].join('\n');
  }

  it('where texts are hashed', async () => {
    const text = await recorded({});
    expect(text).toContain('"prompt": "sha256:');
    expect(text).not.toMatch(canary);
    expect(text).not.toMatch(/look at|12345678|authorization|cookie|videos\.example/);
  });

  it('nor where they are kept: neither keys, cookies and passwords, nor the queries of addresses', async () => {
    const text = await recorded({ texts: true });
    expect(text).toContain('"prompt": "look at https://videos.example/a.mp4"');
    expect(text.replace('"model": "CANARY"', '')).not.toMatch(canary);
  });
});
