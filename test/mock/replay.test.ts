import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RecordedExchange, Recording } from '../../src/contract/recordings.ts';
import { providerNames } from '../../src/documents/documents.ts';
import { driftRecordings } from '../../src/drift/recordings.ts';
import { driftProxy } from '../../src/drift/traffic/proxy.ts';
import { TaskFailedError } from '../../src/index.ts';
import { type Mock, type MockOptions, startMock } from '../../src/mock/index.ts';
import { secondsOfMedia } from '../support/media.ts';
import { anyClientsOf, clientsOf, control, filmOf, rain, raw } from '../support/mock-clients.ts';
import { receiver } from '../support/receiver.ts';
import { asked, recordSession, takes } from '../support/recorded.ts';

const path = '/v1/audio/text-to-audio';
let folder: string;
let session: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kling-replay-'));
  session = join(folder, 'session');
  vi.useFakeTimers({ toFake: ['Date'] });
  await recordSession(session, { files: true });
});
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'] }));
afterEach(() => void vi.useRealTimers());
afterAll(() => rm(folder, { recursive: true }));

/** A mock that replays the session in real time, which a test moves on. */
const using =
  (test: (mock: Mock) => Promise<void>, more: MockOptions = { replayOnly: true }) =>
  async () => {
    await using mock = await startMock({ speed: 1, replay: session, ...more });
    await test(mock);
  };

describe('a recorded session', () => {
  it(
    'is lived through by the client: at the recorded times, with ids of its own for each task',
    using(async (mock) => {
      const { klingai: kling } = clientsOf(mock);
      const sounds = [asked.sound, asked.failing, asked.sound];
      const tasks = await Promise.all(sounds.map((input) => kling.textToAudio.create(input)));
      const video = await kling.textToVideo.create(asked.video);
      const [sound, failing, again] = tasks;
      expect(new Set([...tasks, video].map(({ id }) => id)).size).toBe(4);
      const seen = async () =>
        Promise.all([...tasks, video].map(async (task) => (await task.snapshot()).task_status));

      expect(await seen()).toEqual(['submitted', 'submitted', 'submitted', 'submitted']);
      mock.advance(`${takes.sound * 0.8}s`);
      expect(await seen()).toEqual(['processing', 'processing', 'processing', 'submitted']);
      mock.advance(`${takes.sound * 0.4}s`);
      expect(await seen()).toEqual(['succeed', 'failed', 'succeed', 'submitted']);
      mock.advance(`${takes.video - takes.sound * 1.2 - 2}s`);
      expect((await video.snapshot()).task_status).toBe('processing');
      mock.advance('3s');
      expect((await video.snapshot()).task_status).toBe('succeed');

      const failed = await failing?.result().catch((error: unknown) => error);
      expect(failed).toBeInstanceOf(TaskFailedError);
      expect(failed).toMatchObject({ reason: 'Refused by the risk control of the platform' });
      for (const task of [sound, again]) {
        const [audio] = (await task?.result())?.audios ?? [];
        for (const url of [audio?.url_mp3, audio?.url_wav]) {
          expect(url).toContain(`${mock.url}/media/${task?.id}`);
          const bytes = new Uint8Array(await (await fetch(url ?? '')).arrayBuffer());
          expect(await secondsOfMedia(bytes, url ?? '')).toBeCloseTo(3, 0);
        }
      }
      const { videos = [] } = await video.result();
      const bytes = new Uint8Array(await (await fetch(videos[0]?.url ?? '')).arrayBuffer());
      expect(await secondsOfMedia(bytes, '.mp4')).toBeCloseTo(5, 0);
      expect(await kling.textToAudio.list()).toHaveLength(3);
    }),
  );

  it(
    'is lived through by curl',
    using(async (mock) => {
      const run = promisify(execFile);
      const curl = async (...args: string[]) =>
        JSON.parse((await run('curl', ['-s', '-H', 'authorization: Bearer k', ...args])).stdout);
      const url = `${mock.url}/klingai${path}`;
      const json = ['-H', 'content-type: application/json', '-d', JSON.stringify(asked.sound)];
      const created = await curl(...json, url);
      mock.advance('20s');
      const { data } = await curl(`${url}/${created.data.task_id}`);
      expect(data).toMatchObject({ task_id: created.data.task_id, task_status: 'succeed' });
      const file = join(folder, 'curl.mp3');
      await run('curl', ['-s', '-o', file, data.task_result.audios[0].url_mp3]);
      expect(await secondsOfMedia(await readFile(file), file)).toBeCloseTo(3, 0);
    }),
  );

  it(
    'sends callbacks, is found by its external id, and stands in the journal',
    using(async (mock) => {
      await using hooks = await receiver();
      const sent = { ...asked.sound, external_task_id: 'mine', callback_url: hooks.url };
      const created = await raw(mock).create(sent);
      const { data } = (await created.json()) as { data: { task_id: string } };
      mock.advance('20s');
      await vi.waitFor(() => expect(hooks.statuses()).toEqual(['processing', 'succeed']), 30_000);
      expect(hooks.received[1]?.body.task_id).toBe(data.task_id);
      expect(await (await raw(mock).get('/mine')).json()).toMatchObject({
        data: { task_id: data.task_id, task_info: { external_task_id: 'mine' } },
      });
      expect(mock.requests[0]?.note).toMatch(
        /^replayed from klingai\.\w+\.200\.[\da-f]{12}\.json$/,
      );
      expect((await control(mock, 'GET', '/tasks')).body[0]).toMatchObject({ status: 'succeed' });
    }),
  );

  it(
    'is over at once where tasks are instant, and begins anew after a reset',
    using(
      async (mock) => {
        const { klingai: kling } = clientsOf(mock);
        for (const _ of [1, 2]) {
          const { audios } = await kling.textToAudio.run(asked.sound);
          expect(audios).toHaveLength(1);
          mock.reset();
        }
      },
      { speed: 'instant', replayOnly: true },
    ),
  );

  it(
    'gives way to a scenario that somebody lays on it',
    using(async (mock) => {
      mock.scenario('fails', { times: 1 });
      mock.scenario('rate-limit', { times: 1 });
      expect((await raw(mock).create(asked.sound)).status).toBe(429);
      const { klingai: kling } = clientsOf(mock);
      const task = await kling.textToAudio.create(asked.sound);
      mock.advance('2m');
      expect((await task.snapshot()).task_status).toBe('failed');
    }),
  );
});

it.each(providerNames)('a session with %s is replayed as well', async (provider) => {
  const own = await mkdtemp(join(folder, 'session-'));
  await using source = await startMock({ speed: 'instant' });
  const upstream = `${source.url}/${provider}`;
  await using proxy = await driftProxy({ provider, upstream, record: own });
  const baseUrl = proxy.url;
  const film = filmOf(provider);
  await anyClientsOf(source, 'test', { baseUrl })[provider].textToVideo.run(film);
  await proxy.close();
  await using mock = await startMock({ speed: 'instant', replay: own, replayOnly: true });
  const { videos } = await anyClientsOf(mock)[provider].textToVideo.run(film);
  expect(videos).toHaveLength(1);
  expect(mock.requests[0]?.note).toContain(`replayed from ${provider}.`);
  await expect(driftRecordings({ folder: own })).resolves.toMatchObject({ findings: [] });
});

describe('an input that was not recorded', () => {
  const other = { ...asked.sound, duration: 4 };
  it(
    'is generated',
    using(
      async (mock) => {
        const { cometapi } = clientsOf(mock);
        const task = await cometapi.textToAudio.create(other);
        mock.advance('1m');
        expect((await task.result()).audios).toHaveLength(1);
        expect(mock.requests[0]?.note).toBeUndefined();
      },
      { replayOnly: false },
    ),
  );

  it('is refused with replayOnly, in a line that names the nearest one', async () => {
    const lines: string[] = [];
    const options = { speed: 1, replay: session, replayOnly: true };
    await using mock = await startMock({ ...options, log: (line) => lines.push(line) });
    const refused = await raw(mock).create(other);
    expect([refused.status, await refused.json()]).toMatchObject([400, { code: 1201 }]);
    expect(lines).toEqual([
      expect.stringMatching(
        /^400 POST .*: this input was not recorded; klingai\.\S+ is nearest, and differs in duration$/,
      ),
    ]);
    expect((await raw(mock, 'deerapi').create(rain)).status).toBe(400);
    expect(lines[1]).toContain('and nothing of this operation was');
    expect(lines.join()).not.toContain('rain');
  });
});

/** A create as a recording has it, with that response. */
const exchange = (more: Partial<RecordedExchange> = {}): RecordedExchange => ({
  after: 0,
  method: 'POST',
  path,
  query: {},
  isSigned: true,
  request: rain,
  status: 200,
  contentType: 'application/json',
  body: task('submitted'),
  ...more,
});
const times = { created_at: 1_700_000_000_000, updated_at: 1_700_000_000_000 };
const task = (task_status: string, more: object = {}) => ({
  code: 0,
  message: 'SUCCEED',
  request_id: '00000000-0000-4000-8000-000000000001',
  data: { task_id: '100000000000000001', task_status, ...times, ...more },
});
const poll = (after: number, status: string, more: object = {}): RecordedExchange => {
  const { request: _, ...rest } = exchange({ body: task(status, more) });
  return { ...rest, after, method: 'GET', path: `${path}/{task_id}` };
};
const refused = (status: number, code: number, more: Partial<RecordedExchange> = {}) =>
  exchange({ status, body: { code, message: 'message-1', request_id: 'r' }, ...more });

/** Uses a mock that replays these, each in a file of its own and a second after the one before. */
async function replaying<T>(
  recordings: (Partial<Omit<Recording, 'exchanges'>> & { exchanges: unknown[] })[],
  use: (mock: Mock, own: string) => Promise<T>,
  options: MockOptions = {},
): Promise<T> {
  const own = await mkdtemp(join(folder, 'own-'));
  for (const [index, each] of recordings.entries()) {
    const recorded = new Date(1_700_000_000_000 + index * 1_000).toISOString();
    const recording = { v: 2, provider: 'klingai', recorded, ...each };
    await writeFile(join(own, `${9 - index}.json`), JSON.stringify(recording));
  }
  await using mock = await startMock({ speed: 1, replay: own, ...options });
  return await use(mock, own);
}

const statusOf = async (mock: Mock, id: string) => {
  const answer = (await (await raw(mock).get(`/${id}`)).json()) as ReturnType<typeof task>;
  return answer.data.task_status;
};
const createdBy = async (mock: Mock) => {
  const answer = (await (await raw(mock).create()).json()) as ReturnType<typeof task>;
  return answer.data.task_id;
};

describe('what was recorded of one input', () => {
  it('comes in the order in which it was recorded, and the last again', async () => {
    const recordings = [
      { exchanges: [refused(429, 1302, { retryAfter: '7' })] },
      { exchanges: [refused(400, 1301)] },
      { exchanges: [exchange(), poll(1_000, 'failed', { task_status_msg: 'why' })] },
      { exchanges: [exchange(), poll(2_000, 'processing')] },
    ];
    await replaying(recordings, async (mock) => {
      const busy = await raw(mock).create();
      expect([busy.status, busy.headers.get('retry-after')]).toEqual([429, '7']);
      const policy = await raw(mock).create();
      expect([policy.status, await policy.json()]).toMatchObject([400, { code: 1301 }]);
      const ids = [await createdBy(mock), await createdBy(mock), await createdBy(mock)];
      mock.advance('3s');
      const seen = await Promise.all(ids.map((id) => statusOf(mock, id)));
      expect(seen).toEqual(['failed', 'processing', 'processing']);
      const other = await fetch(`${mock.url}/klingai${path}`, {
        method: 'POST',
        body: JSON.stringify(rain),
        headers: { authorization: 'Bearer another', 'content-type': 'application/json' },
      });
      expect(other.status).toBe(429);
      mock.reset();
      mock.scenario('slow', { times: 1 });
      // A scenario about tasks makes one, and uses up nothing that was recorded.
      expect((await raw(mock).create()).status).toBe(200);
      expect((await raw(mock).create()).status).toBe(429);
    });
  });

  it('is taken as it was, although the document would have it otherwise', async () => {
    const broken = { ...rain, duration: 99 };
    const recordings = [{ exchanges: [exchange({ request: broken }), poll(0, 'succeed')] }];
    await replaying(recordings, async (mock) => {
      expect((await raw(mock).create(broken)).status).toBe(200);
      expect((await raw(mock).create({ ...rain, duration: 98 })).status).toBe(400);
      const nobody = await fetch(`${mock.url}/klingai${path}`, {
        method: 'POST',
        body: JSON.stringify(broken),
        headers: { 'content-type': 'application/json' },
      });
      expect(nobody.status).toBe(401);
    });
  });

  it('keeps what only the provider sends, and the delay of the result', async () => {
    const audios = [{ id: '1', url_mp3: 'u', url_wav: 'u', duration_mp3: '7.5' }];
    const recordings = [
      {
        exchanges: [
          exchange(),
          poll(1_000, 'succeed'),
          poll(3_000, 'succeed', { task_result: { audios }, final_unit_deduction: '2' }),
        ],
      },
    ];
    await replaying(recordings, async (mock) => {
      const id = await createdBy(mock);
      const data = async () =>
        ((await (await raw(mock).get(`/${id}`)).json()) as { data: object }).data;
      mock.advance('2s');
      const early = await data();
      expect(early).toHaveProperty('task_status', 'succeed');
      expect(early).toHaveProperty('task_result', {});
      mock.advance('2s');
      const url_mp3 = `${mock.url}/media/${id}.mp3`;
      expect(await data()).toMatchObject({
        final_unit_deduction: '2',
        task_result: { audios: [{ url_mp3, duration_mp3: '7.5' }] },
      });
      const bytes = new Uint8Array(await (await fetch(url_mp3)).arrayBuffer());
      expect(await secondsOfMedia(bytes, url_mp3)).toBeCloseTo(7.5, 0);
    });
  });

  it.each<[string, RecordedExchange[], string[]]>([
    ['without an end stays running', [poll(1_000, 'processing')], ['submitted', 'processing']],
    [
      'ends once only',
      [poll(1_000, 'failed'), poll(2_000, 'succeed'), poll(3_000, 'processing')],
      ['submitted', 'failed'],
    ],
    [
      'goes backwards where the provider did, and its order is that of its times',
      [poll(3_000, 'succeed'), poll(1_000, 'processing'), poll(2_000, 'submitted')],
      ['submitted', 'processing', 'submitted', 'succeed'],
    ],
    ['of nothing but a create stays as it is', [], ['submitted']],
    [
      'has polls that were refused',
      [{ ...poll(1_000, ''), status: 502, body: 'x' }],
      ['submitted'],
    ],
  ])('and %s', async (_, polls, expected) => {
    await replaying([{ exchanges: [exchange(), ...polls] }], async (mock) => {
      await createdBy(mock);
      mock.advance('1h');
      expect(mock.tasks[0]?.states.map(({ status }) => status)).toEqual(expected);
      expect(mock.tasks[0]?.status).toBe(expected.at(-1));
    });
  });

  it('has the recorded file only from the folder of files, and one of its own where that is gone', async () => {
    const audios = [{ id: '1', url_mp3: 'u', url_wav: 'u', duration_mp3: '3.0' }];
    const exchanges = [exchange(), poll(0, 'succeed', { task_result: { audios } })];
    const name = `${'0'.repeat(64)}.mp3`;
    const recordings = [{ exchanges, files: [{ kind: 'mp3', bytes: 5, name }] }];
    const served = async (mock: Mock, kind = 'mp3') => {
      const file = await fetch(`${mock.url}/media/${await createdBy(mock)}.${kind}`);
      return new Uint8Array(await file.arrayBuffer());
    };
    await replaying(recordings, async (mock, own) => {
      await mkdir(join(own, 'files'));
      await symlink(import.meta.filename, join(own, 'files', name));
      expect(await secondsOfMedia(await served(mock), '.mp3')).toBeGreaterThan(2);
      await rm(join(own, 'files', name));
      await writeFile(join(own, 'files', name), 'bytes');
      expect(Buffer.from(await served(mock)).toString()).toBe('bytes');
      expect(await secondsOfMedia(await served(mock, 'wav'), '.wav')).toBeCloseTo(3, 0);
    });
    for (const bad of ['../../etc/passwd', `/${name}`, `../${name}`, `${name}\n`, 5]) {
      const started = replaying(
        [{ exchanges, files: [{ kind: 'mp3', bytes: 1, name: bad }] as never }],
        async () => {},
      );
      await expect(started).rejects.toThrow('9.json is not a recording of kling-fetch');
    }
  });
});

describe('a folder', () => {
  it('that does not exist, holds something else, or has no create, is refused in a line', async () => {
    const none = join(folder, 'none');
    await expect(startMock({ replay: none })).rejects.toThrow(
      `there is no folder of recordings ${none}`,
    );
    await expect(startMock({ replayOnly: true })).rejects.toThrow('replayOnly needs replay');
    const start = (...recordings: Parameters<typeof replaying>[0]) =>
      replaying(recordings, async () => {});
    await expect(start({ exchanges: [] })).rejects.toThrow('9.json is not a recording');
    await expect(start({ v: 1 as never, exchanges: [] })).rejects.toThrow('record it again');
    await expect(start({ exchanges: [poll(0, 'succeed')] })).rejects.toThrow('of a create');
  });

  it('may have recordings of several providers, and operations that are not documented any more', async () => {
    const gone = exchange({ path: '/v1/gone' });
    const comet = exchange({ path: '/kling/v1/audio/text-to-audio' });
    const recordings = [
      { exchanges: [gone] },
      { exchanges: [exchange()] },
      { provider: 'cometapi' as const, exchanges: [{ ...comet, status: 429, body: {} }] },
    ];
    await replaying(recordings, async (mock) => {
      expect((await raw(mock).create()).status).toBe(200);
      expect((await raw(mock, 'cometapi').create()).status).toBe(429);
    });
  });

  it.each([
    { status: 99999 },
    { status: 600 },
    { status: 199 },
    { status: -1 },
    { status: 200.5 },
    { status: '200' },
    { contentType: 'text/html\nx-more: 1' },
    { contentType: 'text/\u{1f600}' },
    { contentType: undefined },
    { retryAfter: '1\nx-more: 1' },
    { after: -1 },
    { after: 1e300 },
    { after: 'soon' },
    { query: null },
    { query: { a: {} } },
    { path: 5 },
  ])('with what no server could have sent is refused: %j', async (facts) => {
    const started = replaying([{ exchanges: [{ ...exchange(), ...facts }] }], async () => {});
    await expect(started).rejects.toThrow('9.json is not a recording of kling-fetch');
  });

  it('holds the files of the session under the names of their hashes', async () => {
    const names = await readdir(join(session, 'files'));
    expect(names.length).toBeGreaterThanOrEqual(3);
    expect(names.every((name) => /^[\da-f]{64}\.(mp3|wav|mp4)$/.test(name))).toBe(true);
  });
});

it.each([204, 205, 304])('a response of %i has no body, whatever was recorded', async (status) => {
  const body = { code: 1302 };
  const seen = await replaying([{ exchanges: [exchange({ status, body })] }], async (mock) => {
    const answers = [];
    for (const send of [mock.fetch, fetch]) {
      const answer = await send(raw(mock).to(path), {
        method: 'POST',
        body: JSON.stringify(rain),
        headers: { authorization: 'Bearer test', 'content-type': 'application/json' },
      });
      answers.push([answer.status, await answer.text()]);
    }
    return answers;
  });
  expect(seen).toEqual([
    [status, ''],
    [status, ''],
  ]);
});
