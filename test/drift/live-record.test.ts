import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type RecordedExchange,
  type Recording,
  readRecordings,
} from '../../src/contract/recordings.ts';
import type { LiveOptions } from '../../src/drift/live/live.ts';
import { driftRecordings } from '../../src/drift/recordings.ts';
import { driftProxy } from '../../src/drift/traffic/proxy.ts';
import { createKling, klingai } from '../../src/index.ts';
import { changing, checkFake, renaming } from '../support/drift.ts';
import { fakeProvider, type Mutation } from '../support/fake-provider.ts';

const timeout = 300_000;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kling-fetch-record-'));
});
afterAll(() => rm(folder, { recursive: true }));

let count = 0;
/** What a check of a fake provider leaves in a folder of its own. */
async function recorded(
  mutate?: Mutation,
  provider: 'klingai' | 'deerapi' = 'klingai',
  limits: Partial<LiveOptions> = {},
) {
  const record = join(folder, String(++count), 'deep');
  const options = { provider, ...(mutate && { mutate }) };
  const asked = {
    spend: 2,
    probeLimits: true,
    record,
    credentials: { apiKey: 'CANARYkey' },
    ...limits,
  };
  await checkFake(options, asked);
  return { record, recordings: await exchangesIn(record) };
}

let whole: ReturnType<typeof recorded> | undefined;
/** What a check of three operations leaves that spends and tries the limits, which several tests read and none changes. */
const wholeCheck = () => {
  whole ??= recorded();
  return whole;
};

/** A check of one operation with one task. */
const small = { only: ['textToAudio'], spend: 1, probeLimits: false } as const;

/** The recordings in a folder; none may be broken. */
async function recordingsIn(record: string): Promise<Recording[]> {
  const recordings: Recording[] = [];
  for await (const each of readRecordings(record)) {
    if ('why' in each) throw new Error(`${each.name} ${each.why}`);
    recordings.push(each.recording);
  }
  return recordings;
}

/** Their exchanges, in no order. */
const exchangesIn = async (record: string): Promise<RecordedExchange[]> =>
  (await recordingsIn(record)).flatMap(({ exchanges }) => exchanges);

describe('recordings', { timeout }, () => {
  it('hold one exchange each, or a task from its create on, with the routes of the document', async () => {
    const { record, recordings } = await wholeCheck();
    const files = await readdir(record);
    expect(files.every((name) => /^klingai\.\w+\.\d{3}\.[\da-f]{12}\.json$/.test(name))).toBe(true);
    expect(await recordingsIn(record)).toHaveLength(files.length);
    const seen = new Set(
      recordings.map(({ method, path, status }) => `${method} ${path} ${status}`),
    );
    expect(seen).toContain('GET /v1/audio/text-to-audio/{task_id} 200');
    expect(seen).toContain('GET /v1/audio/text-to-audio/{task_id} 401');
    expect(seen).toContain('POST /v1/audio/text-to-audio 400');
    expect(recordings.find(({ status }) => status === 401)?.isSigned).toBe(false);
  });

  it('have hashes and placeholders of the same type in place of private values', async () => {
    const { record } = await wholeCheck();
    const tasks = await recordingsIn(record);
    const isSound = ({ method, path, status }: RecordedExchange) =>
      method === 'POST' && path.endsWith('text-to-audio') && status === 200;
    const [created, ...polls] =
      tasks.find(({ exchanges }) => exchanges.some(isSound))?.exchanges ?? [];
    expect(created?.request).toEqual({
      prompt: expect.stringMatching(/^sha256:[\da-f]{16}:\d+$/),
      duration: 3,
      external_task_id: 'external_task_id-1',
    });
    expect(created?.body).toMatchObject({
      code: 0,
      data: {
        task_id: '100000000000000001',
        task_status: 'submitted',
        created_at: 1_700_000_000_000,
      },
    });
    const ids = ['100000000000000001', 'external_task_id-1'];
    expect(polls.map(({ id }) => id).every((id) => ids.includes(String(id)))).toBe(true);
    expect(JSON.stringify(polls.at(-1))).toContain('"url_mp3":"https://example.com/1.mp3"');
  });

  it('keep nothing secret, whatever the provider sends back', async () => {
    const canary = /CANARY|files\.example|kling-fetch-drift-|rain on a tin/;
    const mutate = changing('get', '/data', (data, { request, task }) => ({
      ...Object(data),
      echo: [request.authorization, { CANARYname: 'CANARY text', name: 'CANARY@example.com' }],
      phone: 15551234567890,
      task_status_msg: `CANARY ${task?.externalId}`,
    }));
    const { record } = await recorded(mutate, 'klingai', small);
    for (const name of await readdir(record)) {
      expect(`${name} ${await readFile(join(record, name), 'utf8')}`).not.toMatch(canary);
      expect(await readFile(join(record, name), 'utf8')).not.toMatch(
        /authorization|15551234567890/i,
      );
    }
  });

  it('of the same exchange are kept once', async () => {
    const record = join(folder, 'same');
    for (const seed of [1, 1]) await checkFake({ provider: 'deerapi', seed }, { record });
    const once = (await readdir(record)).length;
    await checkFake({ provider: 'deerapi', seed: 1 }, { record });
    expect((await readdir(record)).length).toBe(once);
  });

  it('are made by the proxy, too', async () => {
    const record = join(folder, 'proxy');
    await using server = await fakeProvider({ provider: 'klingai' }).listen();
    const proxy = await driftProxy({ provider: 'klingai', upstream: server.url, record });
    const kling = createKling(klingai, { apiKey: 'CANARY' }, { baseUrl: proxy.url, interval: 1 });
    await kling.textToAudio.run({ prompt: 'CANARY prompt', duration: 3 });
    await proxy.close();
    const recordings = await recordingsIn(record);
    expect(recordings).toHaveLength(1);
    const [first, ...others] = recordings[0]?.exchanges.map(({ method }) => method) ?? [];
    expect(first).toBe('POST');
    expect(others.length).toBeGreaterThan(0);
    expect(new Set(others)).toEqual(new Set(['GET']));
    expect(JSON.stringify(recordings)).not.toContain('CANARY');
    expect(await driftRecordings({ folder: record })).toMatchObject({ findings: [], skipped: [] });
  });

  it('that cannot be read are named in one line', async () => {
    const record = join(folder, 'none');
    await expect(recordingsIn(record)).rejects.toThrow('there is no folder of recordings');
    await mkdir(record);
    await expect(recordingsIn(record)).rejects.toThrow('there are no recordings in');
    const broken = await recorded(undefined, 'klingai', small);
    for (const text of ['', '{', '[]', '{"v":3}', '{"v":2,"provider":"nobody"}', '\u0000\u0001']) {
      await writeFile(join(broken.record, 'x.json'), text);
      await expect(recordingsIn(broken.record)).rejects.toThrow(
        'x.json is not a recording of kling-fetch',
      );
    }
    await writeFile(join(folder, 'file'), '');
    const check = checkFake({ provider: 'klingai' }, { record: join(folder, 'file') });
    await expect(check).rejects.toThrow('recordings cannot be kept in');
  });
});

/** What is found in the recordings of a folder. */
async function foundIn(folder: string) {
  const { findings, skipped } = await driftRecordings({ folder });
  expect(skipped).toEqual([]);
  return findings.map(({ kind, location }) => `${kind} ${location}`);
}

describe('recordings against the documents of today', { timeout }, () => {
  it.each([
    ['klingai', wholeCheck],
    ['deerapi', () => recorded(undefined, 'deerapi')],
  ] as const)('agree on a %s that keeps its document', async (_, check) => {
    const { record } = await check();
    expect(await foundIn(record)).toEqual([]);
  });

  it.each<[string, Mutation, string]>([
    [
      'a renamed field',
      renaming('get', '/data', 'task_status', 'status'),
      'answer-moved /data/task_status',
    ],
    [
      'a time in seconds',
      changing('get', '/data/updated_at', () => 1773367502),
      'answer-time-unit /data/updated_at',
    ],
    [
      'an id as a number',
      changing('get', '/data/task_id', () => 861254119619),
      'answer-type /data/task_id',
    ],
    [
      'a new word',
      changing('get', '/data/task_status', () => 'queued'),
      'answer-enum /data/task_status',
    ],
    ['a null', changing('get', '/data/task_status', () => null), 'answer-null /data/task_status'],
    [
      'a new field',
      changing('get', '/data', (data) => ({ ...Object(data), queue_position: 3 })),
      'answer-field-undocumented /data/queue_position',
    ],
    [
      'an address that is none',
      changing('get', '/data/task_result/audios/0/url_mp3', () => 'nowhere'),
      'answer-value /data/task_result/audios/0/url_mp3',
    ],
  ])('show %s as live answers do, placeholders or not', async (_what, mutate, expected) => {
    const { record } = await recorded(mutate, 'klingai', small);
    expect(await foundIn(record)).toContain(expected);
  });
});
