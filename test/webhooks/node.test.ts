import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { fromNode, toNode } from '../../src/webhooks/index.ts';
import { taskId } from '../support/kling.ts';
import { serve } from '../support/serve.ts';
import { flat, receiver, secret, signed } from './support.ts';

const path = '/kling?operation=textToAudio';

/** The receiver behind a server of node:http. */
async function listening(prepare: (incoming: object) => void | Promise<void> = () => {}) {
  const { receive } = receiver();
  const outcomes: string[] = [];
  const server = await serve(async (incoming, outgoing) => {
    await prepare(incoming);
    const { task, error, response } = await receive(fromNode(incoming), { secret });
    outcomes.push(task?.id ?? error?.reason ?? '');
    await toNode(response, outgoing);
  });
  return { ...server, outcomes };
}

const send = (url: string, body: BodyInit, headers: Record<string, string> = {}, to = path) =>
  fetch(url + to, { method: 'POST', body, headers });

/** Writes bytes as they are, and gives what comes back. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.end(text));
    socket.setEncoding('utf8').on('data', (chunk) => (answer += chunk));
    socket.on('end', () => resolve(answer)).on('error', reject);
  });
}

describe('under node:http', () => {
  it('a signed callback arrives', async () => {
    await using server = await listening();
    const body = flat({ task_status_msg: '雨' });
    expect((await send(server.url, body, signed(body))).status).toBe(200);
    expect((await send(server.url, `${body} `, signed(body))).status).toBe(401);
    expect(server.outcomes).toEqual([taskId, 'signature']);
  });

  it('a body that is too large is refused, and the connection lives on', async () => {
    await using server = await listening();
    const head = (length: number) =>
      `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n`;
    const large = `${head(5_000_000)}\r\n${'x'.repeat(5_000_000)}`;
    const answers = await raw(server.port, `${large}${head(0)}Connection: close\r\n\r\n`);
    expect(answers.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 401']);
    expect(server.failures).toEqual([]);
  });

  it('a body that nobody reads does not hold up the connection', async () => {
    await using server = await listening();
    const length = 5_000_000;
    const unread = `PUT ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: ${length}\r\n\r\n${'x'.repeat(length)}`;
    const next = `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\nConnection: close\r\n\r\n`;
    const answers = await raw(server.port, unread + next);
    expect(answers.match(/HTTP\/1.1 \d+/g)).toEqual(['HTTP/1.1 405', 'HTTP/1.1 401']);
  });

  it('a sender that goes away in the middle is no error of ours', async () => {
    await using server = await listening();
    const socket = connect(server.port, '127.0.0.1', () => {
      socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{"task`);
      setTimeout(() => socket.destroy(), 50);
    });
    while (server.outcomes.length === 0) await pause(10);
    expect(server.outcomes).toEqual(['slow']);
    expect(server.failures).toEqual([]);
  });

  it.each([
    `TRACE ${path} HTTP/1.1\r\nHost: x\r\n`,
    `GET ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n`,
    `POST http://other.example${path} HTTP/1.1\r\nHost: x\r\n`,
    `POST //${path} HTTP/1.1\r\nHost: x\r\n`,
    `POST ${path} HTTP/1.1\r\nHost: :::\r\n`,
    `POST ${path} HTTP/1.1\r\nHost: x\r\nX-Odd: \xe9\xff\r\n`,
    `OPTIONS * HTTP/1.1\r\nHost: x\r\n`,
  ])('a strange request gets an answer: %j', async (head) => {
    await using server = await listening();
    expect(await raw(server.port, `${head}Connection: close\r\n\r\n`)).toMatch(/^HTTP\/1.1 4\d\d /);
    expect(server.failures).toEqual([]);
  });
});

describe('under Express', () => {
  it.each(['body', 'rawBody'])('bytes that a parser has left in %s are taken', async (place) => {
    await using server = await listening(async (incoming) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming as AsyncIterable<Buffer>) chunks.push(chunk);
      Object.assign(incoming, { [place]: Buffer.concat(chunks) });
    });
    const body = flat();
    expect((await send(server.url, body, signed(body))).status).toBe(200);
  });

  it('text is taken, too', () => {
    const on = () => {};
    const incoming = { method: 'POST', headers: {}, body: 'as text', on, pause: on, resume: on };
    return expect(fromNode(incoming).text()).resolves.toBe('as text');
  });

  it('a body that was parsed already is a mistake in the program, which says what to do', async () => {
    await using server = await listening(async (incoming) => {
      for await (const _ of incoming as AsyncIterable<Buffer>);
      Object.assign(incoming, { body: {} });
    });
    await send(server.url, flat()).catch(() => {});
    const message = 'the raw body is gone: mount the route before express.json()';
    expect(server.failures).toEqual([new TypeError(message)]);
  });

  it('the address is the one before a router shortened it', () => {
    const on = () => {};
    const incoming = {
      url: '/',
      originalUrl: path,
      headers: { host: 'app.example' },
      on,
      pause: on,
      resume: on,
    };
    expect(fromNode(incoming).url).toBe(`http://app.example${path}`);
  });
});

it('a path cannot make itself another host', () => {
  const on = () => {};
  for (const url of [
    '//evil.example/x',
    '/\\evil.example/x',
    'http://evil.example/x',
    '@evil.example/',
  ]) {
    const incoming = { url, headers: { host: 'app.example' }, on, pause: on, resume: on };
    expect(new URL(fromNode(incoming).url).host).toBe('app.example');
  }
});
