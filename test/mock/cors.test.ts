import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { rain } from '../support/mock-clients.ts';

let mock: Mock;
const lines: string[] = [];
beforeAll(async () => {
  mock = await startMock({ speed: 'instant', log: (line) => lines.push(line) });
});
afterAll(() => mock.close());

/** Sends headers that `fetch` does not allow. */
function ask(
  method: string,
  path: string,
  headers: Record<string, string>,
  { body = '', to = mock.port, host = '127.0.0.1' } = {},
): Promise<{ status: number; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const sent = request({ host, port: to, method, path, headers }, (answer) => {
      answer.resume();
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const create = '/klingai/v1/audio/text-to-audio';
const json = { authorization: 'Bearer test', 'content-type': 'application/json' };
const ours = [
  'http://localhost:3000',
  'http://localhost',
  'https://localhost:5173',
  'http://127.0.0.1:8080',
  'http://127.9.9.9',
  'http://[::1]:3000',
  'http://app.localhost:3000',
];
const strangers = [
  'https://example.com',
  'http://localhost.example.com',
  'http://127.0.0.1.example.com',
  'http://192.168.1.5:3000',
  'http://evillocalhost:3000',
  'null',
  'nonsense',
];

describe.each(ours)('a page of %s', (origin) => {
  it('passes its preflight, with its headers and into a private network', async () => {
    const { status, headers } = await ask('OPTIONS', create, {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'authorization,content-type,prefer',
      'access-control-request-private-network': 'true',
    });
    expect(status).toBe(204);
    expect(headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-headers': 'authorization,content-type,prefer',
      'access-control-allow-methods': expect.stringMatching(/POST/),
      'access-control-allow-private-network': 'true',
      vary: 'origin',
    });
  });

  it('may read responses, refusals, files and the control API', async () => {
    for (const [method, path] of [
      ['POST', create],
      ['GET', create],
      ['GET', '/media/1.mp3'],
      ['GET', '/_mock/tasks'],
      ['GET', '/nowhere'],
    ] as const) {
      const body = method === 'POST' ? JSON.stringify(rain) : '';
      const { headers } = await ask(method, path, { ...json, origin }, { body });
      expect(headers).toMatchObject({
        'access-control-allow-origin': origin,
        'access-control-expose-headers': expect.stringMatching(/sl-violations.*content-range/),
        vary: 'origin',
      });
    }
  });
});

describe.each(strangers)('a page of %s', (origin) => {
  it('is refused at its preflight, and when it sends without one', async () => {
    const preflight = await ask('OPTIONS', create, {
      origin,
      'access-control-request-method': 'POST',
      'access-control-request-private-network': 'true',
    });
    const before = mock.tasks.length;
    const { length } = lines;
    const body = JSON.stringify(rain);
    const sent = await ask('POST', create, { ...json, origin }, { body });
    const reset = await ask('POST', '/_mock/reset', { origin });
    for (const { status, headers } of [preflight, sent, reset]) {
      expect(status).toBe(403);
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
      expect(headers.vary).toBe('origin');
    }
    expect(mock.tasks).toHaveLength(before);
    expect(lines.slice(length)).toEqual(
      Array(2).fill(expect.stringMatching(/^403 POST .*: a page of another origin/)),
    );
  });
});

it('a request without an origin is no page’s and is answered', async () => {
  const { status, headers } = await ask('POST', create, json, { body: JSON.stringify(rain) });
  expect([status, headers['access-control-allow-origin']]).toEqual([200, undefined]);
});

it('a private network is allowed only when the preflight asks for it', async () => {
  const { headers } = await ask('OPTIONS', create, {
    origin: 'http://localhost:3000',
    'access-control-request-method': 'POST',
  });
  expect(headers['access-control-allow-private-network']).toBeUndefined();
});

describe('a mock that listens beyond this machine', () => {
  it('also allows pages of its own host', async () => {
    await using open = await startMock({ host: '0.0.0.0', allowHosts: ['192.168.1.5'] });
    expect(open.url).toBe(`http://127.0.0.1:${open.port}`);
    const from = (origin: string) =>
      ask('GET', '/_mock/rules', { origin, host: `192.168.1.5:${open.port}` }, { to: open.port });
    expect((await from('http://192.168.1.5:3000')).status).toBe(200);
    expect((await from('http://192.168.1.6:3000')).status).toBe(403);
  });

  it('answers to this machine and to the names it was given, and tells others how to be one', async () => {
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);
    await using open = await startMock({ host: '0.0.0.0', allowHosts: ['Mock', '10.1.2.3'], log });
    const to = open.port;
    const statusFor = async (host: string) =>
      (await ask('GET', '/_mock/rules', { host }, { to })).status;
    const own = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
    const addresses = own.map(({ address, family }) =>
      family === 'IPv6' ? `[${address}]` : address,
    );
    const good = ['localhost', 'x.localhost', '127.0.0.9', '0.0.0.0', 'mock', '10.1.2.3'];
    for (const host of [...good, ...addresses].flatMap((name) => [name, `${name}:${to}`])) {
      expect([host, await statusFor(host)]).toEqual([host, 200]);
    }
    expect(lines).toEqual([]);
    const bad = ['rebound.example', 'mock.example', '10.1.2.4', 'localhost.example', 'mock@x.y'];
    for (const host of bad) expect([host, await statusFor(host)]).toEqual([host, 403]);
    expect(lines).toHaveLength(bad.length);
    expect(lines[0]).toBe(
      '403 GET /_mock/rules: the host rebound.example is not allowed; if it is yours, start the mock with --allow-hosts rebound.example (in code: allowHosts)',
    );
  });

  it('on this machine alone may be given names, too', async () => {
    await using named = await startMock({ allowHosts: ['kling.test'] });
    const from = (host: string) => ask('GET', '/_mock/rules', { host }, { to: named.port });
    expect((await from('kling.test')).status).toBe(200);
    expect((await from('x.kling.test')).status).toBe(403);
  });

  it('is not assumed: a host name that resolves to this machine allows no page', async () => {
    const headers = { origin: 'http://rebound.example', host: 'rebound.example' };
    expect((await ask('GET', '/_mock/rules', headers)).status).toBe(403);
  });
});
