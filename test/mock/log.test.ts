import { connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Mock, type RequestRecord, startMock } from '../../src/mock/index.ts';
import { control, rain, raw, soundPath } from '../support/mock-clients.ts';

let mock: Mock;
const lines: string[] = [];
beforeAll(async () => {
  const log = (line: string) => lines.push(line);
  mock = await startMock({ speed: 'instant', log, logRequests: true });
});
beforeEach(() => {
  mock.reset();
  lines.length = 0;
});
afterAll(() => mock.close());

const path = `/klingai${soundPath.klingai}`;
/** A line with the milliseconds left out. */
const withoutTime = () => lines.map((line) => line.replace(/ \(\d+ ms\)$/, ''));

it('every request to a provider and every file is one line: status, method, path, milliseconds', async () => {
  const { data } = await (await raw(mock).create()).json();
  await raw(mock).get(`/${data.task_id}?key=in-the-query`);
  await fetch(`${mock.url}/media/${data.task_id}.mp3`);
  await fetch(`${mock.url}/media/1.mp3`);
  await fetch(`${mock.url}/nowhere`);
  expect(lines).toEqual([
    expect.stringMatching(/^200 POST \S+ \(\d+ ms\)$/),
    ...Array(4).fill(expect.stringMatching(/ \(\d+ ms\)$/)),
  ]);
  expect(withoutTime().slice(1)).toEqual([
    `200 GET ${path}/${data.task_id}`,
    `200 GET /media/${data.task_id}.mp3`,
    '404 GET /media/1.mp3',
    expect.stringMatching(/^404 GET \/nowhere: no such provider/),
  ]);
});

it('says which scenario applied, also where no response came', async () => {
  await raw(mock).create(rain, { prefer: 'scenario=rate-limit' });
  await raw(mock)
    .create(rain, { prefer: 'scenario=reset-before' })
    .catch(() => {});
  expect(withoutTime()).toEqual([
    `429 POST ${path}: rate-limit`,
    `none POST ${path}: reset-before`,
  ]);
});

it('counts the delay of a scenario', async () => {
  await raw(mock).create(rain, { prefer: 'scenario=latency' });
  expect(Number(/\((\d+) ms\)/.exec(lines[0] ?? '')?.[1])).toBeGreaterThanOrEqual(500);
});

it('leaves out the page and the control API, which the page polls', async () => {
  await fetch(mock.url);
  await control(mock, 'GET', '/tasks');
  await control(mock, 'POST', '/rules', { scenario: 'nonsense' });
  expect(lines).toEqual([]);
});

it('has no key, no prompt, no odd name of a field and no query', async () => {
  const authorization = 'Bearer sk-secret';
  await raw(mock).create({ ...rain, prompt: 'secret' }, { authorization });
  await raw(mock).create({ prompt: 'secret', duration: 99 }, { authorization });
  await raw(mock).create({ ...rain, 'sk-secret': 1, 'a secret': 'secret' }, { authorization });
  await raw(mock).create(rain, { authorization: 'Secret secret' });
  await raw(mock).get('?token=secret', { authorization });
  expect(lines).toHaveLength(5);
  expect(lines.join('\n')).not.toMatch(/secret/i);
  expect(lines[2]).toMatch(/: … is unknown and ignored; … is unknown and ignored \(/);
});

it('nothing in it is obeyed by a terminal', async () => {
  const socket = connect(mock.port, '127.0.0.1');
  const odd = '\u001b[31m\u009b2J\u202e\u2028';
  const head = `host: localhost\r\nauthorization: Bearer x\r\nprefer: scenario="\u009b2J${odd.slice(5)}"`;
  const body = JSON.stringify({ ...rain, [odd]: 1, callback_url: `http://example.com/${odd}` });
  const lead = `POST ${path}/${encodeURI(odd)}\u009b HTTP/1.1`;
  const rest = `content-type: application/json\r\nconnection: close\r\ncontent-length: ${Buffer.byteLength(body)}`;
  socket.end(Buffer.from(`${lead}\r\n${head}\r\n${rest}\r\n\r\n${body}`));
  await new Promise((end) => socket.resume().once('close', end));
  await raw(mock).create({ ...rain, [odd]: 1, callback_url: `http://example.com/${odd}` });
  expect(lines.length).toBeGreaterThan(0);
  for (const line of lines) expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
});

it('no line is long', async () => {
  const { length } = 'x'.repeat(8_000);
  await raw(mock).get(`/${'x'.repeat(length)}`);
  await raw(mock).create(rain, { prefer: `scenario=${'x'.repeat(length)}` });
  await raw(mock).create(
    Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`unknown_field_${at}`, at])),
  );
  expect(lines).toHaveLength(3);
  for (const line of lines) {
    expect(line.length).toBeLessThan(400);
    expect(line).toMatch(/\(\d+ ms\)$/);
  }
});

describe('the record of a request', () => {
  let recorded: Mock;
  const records: RequestRecord[] = [];
  beforeAll(async () => {
    recorded = await startMock({
      speed: 'instant',
      onRequest: (record) => records.push(record),
    });
  });
  beforeEach(() => void records.splice(0));
  afterAll(() => recorded.close());

  const facts = {
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    account: '',
    violations: [],
    unknown: [],
    duration: expect.any(Number),
  };

  it('says what it was for, who sent it and how it ended', async () => {
    const { data } = await (await raw(recorded).create()).json();
    await raw(recorded)
      .create(rain, { prefer: 'scenario=reset-before' })
      .catch(() => {});
    await fetch(`${recorded.url}/media/${data.task_id}.mp3`);
    await fetch(`${recorded.url}/nowhere?a=b`);
    await fetch(`${recorded.url}/klingai/`, { headers: { origin: 'https://evil.example' } });
    await control(recorded, 'GET', '/tasks');
    const [entry] = recorded.requests;
    const sound = { provider: 'klingai', operation: 'textToAudio', account: entry?.account };
    expect(entry?.account).not.toBe('');
    expect(records).toEqual([
      { ...facts, ...sound, status: 200, method: 'POST', path, scenario: 'normal' },
      { ...facts, ...sound, status: 0, method: 'POST', path, scenario: 'reset-before' },
      { ...facts, status: 200, method: 'GET', path: `/media/${data.task_id}.mp3` },
      {
        ...facts,
        status: 404,
        method: 'GET',
        path: '/nowhere',
        why: expect.stringMatching(/^no such provider/),
      },
      {
        ...facts,
        status: 403,
        method: 'GET',
        path: '/klingai/',
        why: expect.stringMatching(/^a page of another origin/),
      },
    ]);
  });

  it('names the fields that break a rule or are unknown, and has neither key nor prompt nor odd name', async () => {
    const authorization = 'Bearer sk-secret';
    const body = { ...rain, promt: 'secret', 'sk-secret': 1, 'a secret': { secret: 'secret' } };
    await raw(recorded).create({ ...body, prompt: 'secret', duration: 99 }, { authorization });
    await raw(recorded).create('"secret', { authorization });
    await raw(recorded).get('?token=secret', { authorization });
    expect(records.map(({ violations, unknown }) => ({ violations, unknown }))).toEqual([
      {
        violations: ['enum', 'maximum'].map((rule) => ({ field: 'body.duration', rule })),
        unknown: ['body.promt', 'body.…', 'body.…'],
      },
      { violations: [], unknown: [] },
      { violations: [], unknown: ['query.token'] },
    ]);
    expect(JSON.stringify(records)).not.toMatch(/secret/i);
  });

  it('has bounds, whatever was sent', async () => {
    const fields = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, at) => [`field_${at}`, at]),
    );
    await raw(recorded).create({ ...rain, ...fields });
    await raw(recorded).get(`/${'x'.repeat(8_000)}`);
    await raw(recorded).create(rain, { prefer: `scenario=${'x'.repeat(8_000)}` });
    expect(records).toHaveLength(3);
    for (const record of records) expect(JSON.stringify(record).length).toBeLessThan(1_500);
  });
});
