import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Recording } from '../../src/contract/recordings.ts';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { clientsOf, rain, raw } from '../support/mock-clients.ts';

const path = '/v1/audio/text-to-audio';
const times = { created_at: 1_700_000_000_000, updated_at: 1_700_000_000_000 };
const task = (task_status: string, more: object = {}) => ({
  code: 0,
  message: 'SUCCEED',
  request_id: '00000000-0000-4000-8000-000000000001',
  data: { task_id: '100000000000000001', task_status, ...times, ...more },
});
const audio = {
  id: '1',
  url_mp3: 'https://example.com/1.mp3',
  url_wav: 'https://example.com/1.wav',
  duration_mp3: '3.0',
  duration_wav: '3.0',
};

/** What a folder may hold, in an order in which no task goes. */
const recorded: (Partial<Recording> & Pick<Recording, 'method' | 'path'>)[] = [
  {
    method: 'GET',
    path: `${path}/{task_id}`,
    body: task('succeed', { task_result: { audios: [audio] }, brand_new: true }),
  },
  { method: 'GET', path: `${path}/{task_id}`, body: task('processing') },
  {
    method: 'GET',
    path: `${path}/{task_id}`,
    status: 400,
    body: { code: 1201, message: 'text-1', request_id: 'r' },
  },
  {
    method: 'GET',
    path: `${path}/{task_id}`,
    status: 502,
    contentType: 'text/html',
    body: '<html>text-1</html>',
  },
  { method: 'GET', path: `${path}/{task_id}`, body: task('submitted') },
  { method: 'POST', path, body: task('submitted') },
  { method: 'POST', path, status: 429, body: { code: 1302, message: 'slowly', request_id: 'r' } },
  {
    method: 'POST',
    path,
    status: 400,
    body: { code: 1201, message: 'as recorded', request_id: 'r' },
  },
  {
    method: 'POST',
    path,
    status: 401,
    isSigned: false,
    body: { code: 1001, message: 'who?', request_id: 'r' },
  },
];

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kling-replay-'));
  for (const [index, facts] of recorded.entries()) {
    const recording: Recording = {
      v: 1,
      provider: 'klingai',
      query: {},
      isSigned: true,
      status: 200,
      contentType: 'application/json',
      ...facts,
    };
    await writeFile(join(folder, `${index}.json`), JSON.stringify(recording));
  }
  await writeFile(join(folder, 'notes.txt'), 'not a recording');
});
afterAll(() => rm(folder, { recursive: true }));

const using = (test: (mock: Mock) => Promise<void>) => async () => {
  await using mock = await startMock({ speed: 1, replay: folder });
  await test(mock);
};

describe('a mock that replays', () => {
  it(
    'answers with what was recorded: temporary refusals first, then the states in order, the last one again and again',
    using(async (mock) => {
      const poll = async () => {
        const answer = await raw(mock).get('/861254119619690000');
        const text = await answer.text();
        return text.startsWith('{')
          ? JSON.parse(text).data.task_status
          : [answer.status, answer.headers.get('content-type'), text];
      };
      const seen = [await poll(), await poll(), await poll(), await poll(), await poll()];
      expect(seen).toEqual([
        [502, 'text/html', '<html>text-1</html>'],
        'submitted',
        'processing',
        'succeed',
        'succeed',
      ]);
      expect(mock.requests[0]).toMatchObject({ note: 'answered from a recording', status: 502 });
    }),
  );

  it(
    'takes the client through a refusal, a create and a result',
    using(async (mock) => {
      const { klingai: kling } = clientsOf(mock);
      const created = await kling.textToAudio.create(rain);
      expect(created.id).toBe('100000000000000001');
      expect((await created.result()).audios).toEqual([audio]);
      expect(mock.requests.map(({ status }) => status)).toEqual([429, 200, 502, 200, 200, 200]);
    }),
  );

  it(
    'refuses a bad request with a recorded refusal, which no good request gets',
    using(async (mock) => {
      const bad = await raw(mock).create({ duration: 3 });
      expect([bad.status, await bad.json()]).toMatchObject([400, { message: 'as recorded' }]);
      const nobody = await fetch(raw(mock).to(path), {
        method: 'POST',
        body: JSON.stringify(rain),
        headers: { 'content-type': 'application/json' },
      });
      expect([nobody.status, await nobody.json()]).toMatchObject([401, { message: 'who?' }]);
      expect((await raw(mock).create()).status).toBe(429);
      expect((await raw(mock).create()).status).toBe(200);
      expect((await raw(mock).create()).status).toBe(200);
    }),
  );

  it(
    'answers everything else as usual',
    using(async (mock) => {
      const { klingai: kling, cometapi } = clientsOf(mock);
      const video = await kling.textToVideo.create({ prompt: 'boat', model_name: 'kling-v3' });
      expect((await video.snapshot()).task_status).toBe('submitted');
      const sound = await cometapi.textToAudio.create(rain);
      mock.advance('1m');
      expect((await sound.result()).audios).toHaveLength(1);
      expect(await kling.textToAudio.list()).toEqual([]);
    }),
  );
});

it('a folder that does not exist, or holds something else, is refused in a line', async () => {
  const none = join(folder, 'none');
  await expect(startMock({ replay: none })).rejects.toThrow(
    `there is no folder of recordings ${none}`,
  );
  const bad = await mkdtemp(join(tmpdir(), 'kling-replay-'));
  await writeFile(join(bad, 'x.json'), '{}');
  await expect(startMock({ replay: bad })).rejects.toThrow(
    'x.json is not a recording of kling-fetch',
  );
  await rm(bad, { recursive: true });
});

/** Uses a mock with one recording, changed in this way. */
async function withOne<T>(facts: object, use: (mock: Mock) => Promise<T>): Promise<T> {
  const one = await mkdtemp(join(tmpdir(), 'kling-replay-'));
  const recording = {
    v: 1,
    provider: 'klingai',
    method: 'POST',
    path,
    query: {},
    isSigned: true,
    status: 429,
    contentType: 'application/json',
    body: { code: 1302 },
    ...facts,
  };
  try {
    await writeFile(join(one, 'x.json'), JSON.stringify(recording));
    await using mock = await startMock({ replay: one });
    return await use(mock);
  } finally {
    await rm(one, { recursive: true });
  }
}

it.each([
  { status: 99999 },
  { status: 600 },
  { status: 199 },
  { status: 100 },
  { status: 99 },
  { status: -1 },
  { status: 200.5 },
  { status: '200' },
  { contentType: 'text/html\nx-more: 1' },
  { contentType: 'text/\u{1f600}' },
  { contentType: 5 },
  { contentType: undefined },
])('a recording that no server could send is refused: %j', async (facts) => {
  const created = withOne(facts, (mock) => raw(mock).create());
  await expect(created).rejects.toThrow('x.json is not a recording of kling-fetch');
});

it.each([204, 205, 304])('a response of %i has no body, whatever was recorded', async (status) => {
  const seen = await withOne({ status }, async (mock) => {
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
