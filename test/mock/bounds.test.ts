import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { Budget } from '../../src/mock/server/budget.ts';
import { Journal } from '../../src/mock/server/journal.ts';
import { serve } from '../../src/mock/server/server.ts';
import { TaskMemory } from '../../src/mock/server/tasks.ts';
import { builtMock, control, rain, raw } from '../support/mock-clients.ts';

let mock: Mock;
const lines: string[] = [];
beforeAll(async () => {
  mock = await startMock({ speed: 'instant', log: (line) => lines.push(line) });
  await raw(mock).create();
});
beforeEach(() => {
  mock.reset();
  lines.length = 0;
});
afterAll(() => mock.close());

const json = { authorization: 'Bearer test', 'content-type': 'application/json' };
const create = '/klingai/v1/audio/text-to-audio';
const isAlive = async () => expect((await raw(mock).create()).status).toBe(200);

function socketTo(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => resolve(socket));
    socket.once('error', reject);
  });
}

/** Sends bytes as they are, and gives all that comes back. */
async function answerTo(bytes: string, port = mock.port): Promise<string> {
  const socket = await socketTo(port);
  let text = '';
  socket.on('data', (chunk) => (text += chunk));
  socket.write(bytes);
  await new Promise((resolve) =>
    socket.once('close', resolve).setTimeout(60_000, () => socket.destroy()),
  );
  return text;
}
const get = (path: string) =>
  answerTo(`GET ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n\r\n`);

describe('a request that is too large or makes no sense is refused with one line in the log, and the server stays up', () => {
  it('a body of 50 MB', async () => {
    const chunk = 'x'.repeat(1024 * 1024);
    const body = Readable.from(
      (function* () {
        for (let megabyte = 0; megabyte < 50; megabyte++) yield chunk;
      })(),
    );
    const init = { method: 'POST', headers: json, body: Readable.toWeb(body), duplex: 'half' };
    const answer = await fetch(mock.url + create, init as RequestInit);
    expect([answer.status, await answer.json()]).toEqual([
      413,
      { message: 'the body is too large' },
    ]);
    expect(lines).toEqual([`413 POST ${create}: the body is too large`]);
    await isAlive();
  });

  it.each([
    ['malformed JSON', '{"prompt":', json, 'the body is not JSON'],
    ['no body', '', json, expect.stringMatching(/prompt is required|[Bb]ody/)],
    ['null', 'null', json, expect.stringMatching(/body must be an object|[Bb]ody/)],
    ['a list', '[]', json, expect.stringMatching(/body must be/)],
    ['a text', '"x"', json, expect.stringMatching(/body must be/)],
    [
      'another content type',
      JSON.stringify(rain),
      { ...json, 'content-type': 'text/plain' },
      'Supported content types: application/json',
    ],
    [
      'a form',
      'prompt=x&duration=3',
      { ...json, 'content-type': 'application/x-www-form-urlencoded' },
      expect.any(String),
    ],
    [
      'a broken content type',
      JSON.stringify(rain),
      { ...json, 'content-type': ';;;' },
      expect.any(String),
    ],
    [
      'a number beyond all numbers',
      '{"prompt":"x","duration":1e999}',
      json,
      expect.stringMatching(/^duration must/),
    ],
    ['brackets without end', '['.repeat(100_000), json, 'the body is not JSON'],
  ])('%s', async (_, body, headers, message) => {
    const answer = await fetch(mock.url + create, { method: 'POST', body, headers });
    expect([answer.status, await answer.json()]).toEqual([
      400,
      expect.objectContaining({ code: 1201, message }),
    ]);
    expect(lines).toEqual([
      expect.stringMatching(/^400 POST \/klingai\/v1\/audio\/text-to-audio: /),
    ]);
    await isAlive();
  });

  it('ten thousand mistakes at once, of which some are reported', async () => {
    const multi_prompt = Array.from({ length: 10_000 }, () => ({
      index: 'x',
      prompt: 5,
      duration: 1,
    }));
    const answer = await fetch(raw(mock).to('/v1/videos/text2video'), {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ prompt: 'x', multi_prompt }),
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('sl-violations')?.length).toBeLessThan(4_001);
    expect(mock.requests[0]?.violations.length).toBeLessThan(51);
    expect(String(mock.requests[0]?.request).length).toBeLessThan(20_002);
    await isAlive();
  });

  it.each([
    '/klingai/../../../../etc/passwd',
    '/../../etc/passwd',
    '/media/../../../etc/passwd',
    '/media/..%2f..%2f..%2fetc%2fpasswd',
    '/media/%2e%2e/%2e%2e/etc/passwd',
    '//etc/passwd',
    '/klingai/v1/audio/text-to-audio/..%2f..%2fx',
    '/%00',
    '/%ff%fe',
    '/klingai%0d%0ainjected: yes',
  ])('the path %s', async (path) => {
    const answer = await get(path);
    expect(answer).toMatch(/^HTTP\/1\.1 (400|401|404) /);
    expect(answer).not.toMatch(/root:|injected: yes/);
    expect(lines.filter((line) => /[\r\n]/.test(line) || line.length > 300)).toEqual([]);
    expect(lines.length).toBeLessThanOrEqual(1);
    await isAlive();
  });

  it.each([
    ['not HTTP', '\u0016\u0003\u0001 hello\r\n\r\n'],
    [
      'the address of another host',
      'GET http://example.com/x HTTP/1.1\r\nhost: example.com\r\nconnection: close\r\n\r\n',
    ],
    ['an invalid host', 'GET / HTTP/1.1\r\nhost: a b\r\nconnection: close\r\n\r\n'],
    ['headers without end', `GET / HTTP/1.1\r\nx: ${'x'.repeat(100_000)}\r\n\r\n`],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nx',
    ],
  ])('%s', async (_, bytes) => {
    expect(await answerTo(bytes)).toMatch(/^HTTP\/1\.1 4\d\d /);
    expect(lines.length).toBeLessThanOrEqual(1);
    await isAlive();
  });

  it('a client that goes away in the middle of its body', async () => {
    const socket = await socketTo(mock.port);
    socket.write(`POST ${create} HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\nabc`);
    await sleep(50);
    socket.resetAndDestroy();
    await sleep(50);
    expect(mock.requests).toEqual([]);
    await isAlive();
  });

  it('a message with line breaks stays one line in the log', async () => {
    await raw(mock).create({
      ...rain,
      callback_url: 'http://example.com/\n\u001b[31m500 all is lost',
    });
    expect(lines).toEqual([expect.not.stringMatching(/\p{Cc}/u)]);
  });
});

describe('connections that send no request', () => {
  it('are held by the hundred, and all closed with the mock', async () => {
    const other = await startMock({ speed: 'instant' });
    const sockets: Socket[] = [];
    // No more at once than a listening socket can keep waiting.
    while (sockets.length < 400) {
      const more = Array.from({ length: 200 }, () => socketTo(other.port));
      sockets.push(...(await Promise.all(more)));
    }
    const closed = Promise.all(
      sockets.map(
        (socket) => new Promise((end) => socket.once('close', end).on('error', end).resume()),
      ),
    );
    expect((await raw(other).create()).status).toBe(200);
    await other.close();
    await closed;
  });

  it('are kept for half a minute where they are free, for programs that are busy in between', async () => {
    const { headers } = await raw(mock).create();
    expect(headers.get('keep-alive')).toBe('timeout=30');
  });

  it('are closed after a while, with one line in the log for many', async () => {
    const said: string[] = [];
    const log = (line: string) => said.push(line);
    const server = serve(async () => ({ status: 204, body: undefined }), {
      journal: new Journal(new Budget()),
      log,
      headersTimeout: 300,
    });
    const port = await new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
    );
    const half = await socketTo(port);
    half.write('GET / HTT');
    const sockets = [
      half,
      ...(await Promise.all(Array.from({ length: 200 }, () => socketTo(port)))),
    ];
    await Promise.all(
      sockets.map(
        (socket) => new Promise((end) => socket.once('close', end).on('error', end).resume()),
      ),
    );
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(204);
    const counts = said.map((line) =>
      Number(/^408: closed (\d+) connections that sent no request$/.exec(line)?.[1]),
    );
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(201);
    expect(said.length).toBeLessThan(20);
    server.close();
  });

  it('the connection of a client that never reads its events is closed', async () => {
    const journal = new Journal(new Budget());
    const server = serve(async () => ({ status: 204, body: undefined }), {
      journal,
      log: () => {},
    });
    const port = await new Promise<number>((resolve) =>
      server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port)),
    );
    const socket = await socketTo(port);
    socket.pause();
    socket.on('error', () => {});
    socket.write('GET /_mock/events HTTP/1.1\r\nhost: localhost\r\n\r\n');
    const count = () =>
      new Promise<number>((resolve) => server.getConnections((_, open) => resolve(open)));
    await vi.waitUntil(async () => (await count()) === 1, { timeout: 60_000 });
    const text = 'x'.repeat(19_000);
    const facts = { account: '', at: 0, method: 'GET', path: '/', status: 200, violations: [] };
    const isGivenUp = async () => {
      for (let entry = 0; entry < 100; entry++) {
        const body = { value: text, text };
        journal.add(facts, { request: body, answer: body });
      }
      return (await count()) === 0;
    };
    await vi.waitUntil(isGivenUp, { timeout: 60_000, interval: 1 });
    socket.destroy();
    server.close();
  });
});

describe('what grows is bounded', () => {
  it('readers of events: one too many is refused, and there is room again when one goes', async () => {
    const readers = new Map<AbortController, Response>();
    const read = async () => {
      const stop = new AbortController();
      const answer = await fetch(`${mock.url}/_mock/events`, { signal: stop.signal });
      // Kept, because an answer that nobody has is closed with the garbage.
      if (answer.ok) readers.set(stop, answer);
      else return { status: answer.status, body: await answer.json() };
      return { status: answer.status };
    };
    for (let reader = 0; reader < 50; reader++) expect((await read()).status).toBe(200);
    expect(await read()).toEqual({
      status: 503,
      body: { message: 'the mock has too many readers of events at once; close some of them' },
    });
    const [first] = readers.keys();
    first?.abort();
    await vi.waitUntil(async () => (await read()).status === 200, { timeout: 60_000 });
    for (const stop of readers.keys()) stop.abort();
  });

  it('rules: one too many is refused, from the page and in code', async () => {
    for (let rule = 0; rule < 1_000; rule++) mock.scenario('fails', { times: 1 });
    const message = 'there are 1000 rules: clear them first';
    expect(await control(mock, 'POST', '/rules', { scenario: 'fails' })).toEqual({
      status: 400,
      body: { message },
    });
    expect(() => mock.scenario('fails')).toThrow(message);
    mock.reset();
    mock.scenario('fails');
  });

  it('bodies of requests: large ones wait their turn, and those that never come hold up no small one', async () => {
    const head = `POST ${create} HTTP/1.1\r\nhost: x.localhost\r\nauthorization: Bearer x\r\n`;
    const type = 'content-type: application/json\r\nconnection: close\r\n';
    const stalled: Socket[] = [];
    for (let time = 0; time < 20; time++) {
      const socket = await socketTo(mock.port);
      socket.on('error', () => {}).write(`${head}${type}content-length: 9000000\r\n\r\n{`);
      stalled.push(socket);
    }
    await isAlive();
    const large = raw(mock).create({ ...rain, x: 'x'.repeat(1e6) });
    await isAlive();
    // Those that were waiting when they went away give up their turn, too.
    for (const socket of stalled.reverse()) socket.resetAndDestroy();
    expect((await large).status).toBe(200);
  });

  it('responses: while too much of them is not read, there are no more large ones', async () => {
    const large = new Uint8Array(40e6);
    const app = async ({ url }: { url: URL }) => ({
      status: 200,
      body: url.pathname === '/large' ? large : new Uint8Array(9),
    });
    const server = serve(app, { journal: new Journal(new Budget()), log: () => {} });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const status = async (path: string) => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`);
      await answer.body?.cancel();
      return answer.status;
    };
    const lazy: Socket[] = [];
    for (let time = 0; time < 3; time++) {
      const socket = await socketTo(port);
      const answered = once(socket, 'readable');
      socket.write('GET /large HTTP/1.1\r\nhost: localhost\r\n\r\n');
      await answered;
      lazy.push(socket.on('error', () => {}));
    }
    expect([await status('/large'), await status('/small')]).toEqual([503, 200]);
    for (const socket of lazy) socket.destroy();
    await vi.waitUntil(async () => (await status('/large')) === 200, { timeout: 60_000 });
    server.closeAllConnections();
    server.close();
  });

  it('the journal, in bytes', () => {
    const journal = new Journal(new Budget());
    // Longer than anything of which all is kept; what is longer is cut to the same.
    const long = 'x'.repeat(1e5);
    const body = { value: long, text: long };
    const violations = Array(50).fill({ path: ['body', long], message: long, severity: 0 });
    const facts = { account: '', at: 0, method: 'POST', path: long, status: 400, violations };
    journal.add(facts, { request: body, answer: body });
    const { length } = journal.json();
    expect(length).toBeLessThan(300_000);
    const enough = Math.ceil((64 * 1024 * 1024) / length) + 20;
    for (let time = 1; time < enough; time++) journal.add(facts, { request: body, answer: body });
    const all = journal.json();
    expect(all.length).toBeLessThan(64 * 1024 * 1024);
    expect(Buffer.from(all).includes(`"number":${enough},`)).toBe(true);
    expect(Buffer.from(all).includes('"number":1,')).toBe(false);
  });
});

describe('memory', () => {
  it('keeps the newest tasks, and the journal says which were dropped', async () => {
    await using small = await startMock({ speed: 'instant', maxTasks: 3 });
    const ids: string[] = [];
    for (let time = 0; time < 5; time++) {
      ids.push(
        (await (await raw(small).create({ ...rain, external_task_id: `id-${time}` })).json()).data
          .task_id,
      );
    }
    expect(small.tasks.map(({ id }) => id)).toEqual(ids.slice(2).reverse());
    expect(small.requests.map(({ note }) => note)).toEqual([
      undefined,
      undefined,
      undefined,
      `memory is full: task ${ids[0]} was dropped`,
      `memory is full: task ${ids[1]} was dropped`,
    ]);
    expect((await raw(small).get(`/${ids[0]}`)).status).toBe(400);
    expect((await raw(small).get('/id-1')).status).toBe(400);
    expect((await raw(small).create({ ...rain, external_task_id: 'id-0' })).status).toBe(200);
  });

  it('limits the size of all requests that it keeps, not only their number', () => {
    const memory = new TaskMemory(10_000, Math.random, new Budget());
    const facts = {
      provider: 'klingai',
      operation: 'textToAudio',
      account: 'a',
      externalId: '',
      seconds: 5,
      files: [],
      hasWatermark: false,
      scenario: 'normal',
      createdAt: 0,
      states: [],
      resultDelay: 0,
    } as const;
    const add = (size: number) => memory.add({ ...facts, states: [], body: new Uint8Array(size) });
    for (let time = 0; time < 100; time++) add(1024 * 1024);
    // What is kept beside the body counts, too.
    expect([...memory.all]).toHaveLength(63);
    const { task, dropped } = add(70 * 1024 * 1024);
    expect([...memory.all]).toEqual([task]);
    expect(dropped).toHaveLength(63);
  });

  it('keeps the latest requests in the journal', () => {
    const journal = new Journal(new Budget());
    const body = { value: 1, text: '1' };
    const facts = { account: '', at: 0, method: 'GET', path: '/', status: 200, violations: [] };
    for (let time = 0; time < 5_000; time++) journal.add(facts, { request: body, answer: body });
    const numbers = journal.entries().map(({ number }) => number);
    expect(numbers).toEqual(Array.from({ length: 500 }, (_, index) => 4_501 + index));
  });

  it('does not grow with the number of tasks created', { timeout: 120_000 }, () => {
    // A process of its own, because only there the garbage can be collected before it is measured.
    const program = `
      import { startMock } from ${JSON.stringify(builtMock)};
      const mock = await startMock({ speed: 'instant', maxTasks: 100 });
      const url = mock.url + '${create}';
      const headers = ${JSON.stringify(json)};
      const body = JSON.stringify({ prompt: 'x'.repeat(150), duration: 3 });
      async function many(count) {
        for (let time = 0; time < count; time++) {
          const { data } = await (await mock.fetch(url, { method: 'POST', headers, body })).json();
          await (await mock.fetch(url + '/' + data.task_id, { headers })).text();
        }
        gc();
        return process.memoryUsage().heapUsed;
      }
      const before = await many(150);
      const after = await many(300);
      console.log(JSON.stringify({ megabytes: (after - before) / 1e6, tasks: mock.tasks.length }));
      await mock.close();`;
    const args = ['--expose-gc', '--input-type=module', '-e', program];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stderr).toBe('');
    const { megabytes, tasks } = JSON.parse(stdout);
    expect(tasks).toBe(100);
    expect(megabytes).toBeLessThan(2.5);
  });
});
