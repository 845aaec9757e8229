/** What a stranger tried in order to break the mock. */
import { request } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { secondsOfMedia } from '../support/media.ts';
import { rain, raw } from '../support/mock-clients.ts';

let mock: Mock;
const lines: string[] = [];
beforeAll(async () => {
  mock = await startMock({ speed: 'instant', log: (line) => lines.push(line) });
});
beforeEach(() => {
  mock.reset();
  lines.length = 0;
});
afterAll(() => mock.close());

const json = { authorization: 'Bearer test', 'content-type': 'application/json' };
const post = (path: string, body: string) =>
  fetch(mock.url + path, { method: 'POST', headers: json, body });

/** Sends a request with headers that fetch would not, and gives status and body. */
function send(
  path: string,
  headers: Record<string, string>,
  body?: string,
): Promise<[number | undefined, string]> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const sent = request(mock.url + path, { method, headers }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => {
        text += chunk;
      });
      answer.on('end', () => resolve([answer.statusCode, text]));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

describe('a duration that the document says is a text', () => {
  const create = '/deerapi/kling/v1/videos/text2video';

  it.each([
    ['Infinity', 5],
    ['1e9', 60],
    ['abc', 5],
    ['0', 5],
    ['-5', 5],
    ['', 5],
    ['7', 7],
  ])('of %j makes a file of %d s', async (duration, seconds) => {
    const created = await post(create, JSON.stringify({ prompt: 'x', duration }));
    const { data } = await created.json();
    const { data: task } = await (
      await fetch(`${mock.url}${create}/${data.task_id}`, { headers: json })
    ).json();
    expect(task.task_result.videos[0].duration).toBe(seconds.toFixed(1));
    const film = await fetch(`${mock.url}/media/${data.task_id}.mp4`);
    expect(await secondsOfMedia(new Uint8Array(await film.arrayBuffer()), '.mp4')).toBe(seconds);
  });
});

it('a body nested too deeply to be written again is refused, and everything else can still be read', async () => {
  const deep = `${'['.repeat(9_000)}${']'.repeat(9_000)}`;
  const paths = ['/klingai/v1/audio/text-to-audio', '/deerapi/kling/v1/videos/text2video', '/x'];
  for (const path of paths) {
    for (const body of [deep, `{"prompt":"x","duration":5,"y":${deep}}`]) {
      expect((await post(path, body)).status).toBeGreaterThanOrEqual(400);
    }
  }
  expect(mock.tasks).toEqual([]);
  for (const path of ['/_mock/tasks', '/_mock/journal']) {
    expect((await fetch(mock.url + path)).status).toBe(200);
  }
});

it('a chunked body needs its content type like any other', async () => {
  const path = '/klingai/v1/audio/text-to-audio';
  const pieces = { ...json, 'transfer-encoding': 'chunked' };
  const body = JSON.stringify(rain);
  expect(await send(path, { ...pieces, 'content-type': 'text/plain' }, body)).toEqual([
    400,
    expect.stringContaining('content type'),
  ]);
  expect((await send(path, pieces, body))[0]).toBe(200);
});

it('a request to a host name that is not this machine’s reads nothing, with or without an origin', async () => {
  const [status] = await send('/_mock/journal', { host: 'evil.example:4010' });
  expect(status).toBe(403);
  expect(lines).toEqual([
    '403 GET /_mock/journal: the host evil.example is not allowed; if it is yours, start the mock with --allow-hosts evil.example (in code: allowHosts)',
  ]);
  expect((await send('/_mock/journal', { host: 'localhost:1' }))[0]).toBe(200);
  expect((await send('/_mock/journal', { host: 'klingai.localhost' }))[0]).toBe(200);
});

it('headers that are too large are reported as that', async () => {
  const [status] = await send('/', { 'x-large': 'x'.repeat(40_000) });
  expect(status).toBe(431);
  expect(lines).toEqual(['431: the headers or the address are too large']);
});

describe('the clock', () => {
  it.each(['9'.repeat(310), '9'.repeat(20), '36501d'])(
    'goes no further than JavaScript’s dates: %s',
    (by) => {
      expect(() => mock.advance(by)).toThrow(/at most 100 years ahead/);
    },
  );

  it('has whole milliseconds', async () => {
    mock.advance(0.4);
    const { data } = await (await raw(mock).create()).json();
    expect(Number.isInteger(data.created_at)).toBe(true);
  });
});

it.each([
  [{ host: '' }, /host must not be empty/],
  [{ speed: 0 }, /speed must be above 0/],
  [{ speed: Number.NaN }, /speed must be above 0/],
  [{ maxTasks: Number.NaN }, /maxTasks must be at least 1/],
])('a mock with %j does not start', async (options, message) => {
  await expect(startMock(options)).rejects.toThrow(message);
});
