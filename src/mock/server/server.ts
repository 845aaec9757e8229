/** The two ways into the mock: a server that listens, and a `fetch` function without one. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setImmediate } from 'node:timers';
import { sleep } from '../../client/sleep.ts';
import type { Answer } from './answers.ts';
import { type App, maxBody } from './app.ts';
import { Gate } from './gate.ts';
import type { Journal } from './journal.ts';
import { checkAccess, createHostCheck, hostOf } from './origins.ts';
import { faultStatus } from './scenarios.ts';

/** Milliseconds that a whole request may take to arrive. */
const requestTimeout = 60_000;
/** Milliseconds that a client may read nothing of its response. */
const readTimeout = 60_000;
/** Bytes that the larger bodies of requests may have together while they arrive; further ones wait their turn. */
const maxArriving = 4 * maxBody;
/** Bytes that larger responses may have together while nobody has read them; further ones are refused. */
const maxUnread = 128 * 1024 * 1024;
/** Bytes from which a body is a larger one. */
const largeSize = 16 * 1024;
/** Readers of events at a time. */
const maxReaders = 50;
/** Bytes that may wait for a reader of events before its connection is closed. */
const maxWaiting = 1024 * 1024;

/** What a server needs besides the app. */
export interface ServerOptions {
  journal: Journal;
  log: (line: string) => void;
  /** Is told of each request that is refused because of its host or its origin. */
  onRefused?: (request: { method: string; url: URL }, why: string) => void;
  /** Host names that it answers to, besides those of this machine. @default none */
  hosts?: readonly string[];
  /**
   * Milliseconds that a client may take to send its headers. Loading Prism takes seconds on a busy machine, in which
   * nothing is read. @default 30_000
   */
  headersTimeout?: number;
}

/** Makes the mock's HTTP server, not yet listening. */
export function serve(app: App, options: ServerOptions): Server {
  const { journal, log, onRefused, hosts = [], headersTimeout = 30_000 } = options;
  const isAllowed = createHostCheck(hosts);
  const arriving = new Gate(maxArriving);
  const outlet = new Outlet();
  const events = new Events(journal);
  const limits = {
    headersTimeout,
    requestTimeout,
    // Where the same process has been busy for longer, the connection that it uses next would just have been closed.
    keepAliveTimeout: headersTimeout,
    connectionsCheckingInterval: headersTimeout / 10,
  };

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { headers, refused } = checkAccess(request, isAllowed);
    const cors = headers ?? { vary: 'origin' };
    const reply = (answer: Answer) => outlet.send(request, response, cors, answer);
    const url = readUrl(request);
    if (!url) return reply({ status: 400, body: { message: 'the request has no valid path' } });
    const { method = 'GET' } = request;
    if (refused !== undefined) {
      log(`403 ${method} ${url.pathname}: ${refused}`);
      onRefused?.({ method, url }, refused);
      return reply({ status: 403, body: { message: refused } });
    }
    if (method === 'OPTIONS') return reply({ status: 204, body: undefined });
    if (url.pathname === '/_mock/events' && method === 'GET') {
      return events.add(response, cors) ? undefined : reply(tooMany('readers of events'));
    }
    const use = async () =>
      app({ method, url, headers: readHeaders(request), body: await readBody(request) });
    const size = sizeOf(request);
    reply(await (size > largeSize ? arriving.hold(size, use) : use()));
  }

  const server = createServer(limits, (request, response) => {
    respond(request, response).catch((error) => {
      // A client that went away in the middle needs no response.
      if (request.destroyed) return;
      log(`500 ${request.method}: ${error instanceof Error ? error.message : error}`);
      response.destroy();
    });
  });
  refuseBadConnections(server, log);
  return server;
}

/** Closes connections that send no HTTP or nothing at all, with one line in the log for many idle ones. */
function refuseBadConnections(server: Server, log: (line: string) => void): void {
  let idle = 0;
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // Already refused: what still arrives at a closed socket would be reported again and again.
    if (!socket.writable) return;
    const isLarge = error.code === 'HPE_HEADER_OVERFLOW';
    const status = isLarge ? '431 Request Header Fields Too Large' : '400 Bad Request';
    socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`);
    // The client went away in the middle: nobody is there to be refused.
    if (error.code === 'ECONNRESET' || error.code === 'HPE_INVALID_EOF_STATE') return;
    if (isLarge) return log('431: the headers or the address are too large');
    if (error.code !== 'ERR_HTTP_REQUEST_TIMEOUT') return log('400: not an HTTP request');
    idle += 1;
    if (idle > 1) return;
    setImmediate(() => {
      log(`408: closed ${idle} connections that sent no request`);
      idle = 0;
    });
  });
}

/** The address of a request; what looks like a host in its path is a part of the path. */
function readUrl({ url = '/', headers }: IncomingMessage): URL | undefined {
  const host = hostOf(headers.host ?? 'localhost');
  if (!url.startsWith('/') || !host) return undefined;
  const address = host.origin + url;
  return URL.canParse(address) ? new URL(address) : undefined;
}

/** Bytes that a request's body may take: as many as any may where it does not say. */
function sizeOf({ headers }: IncomingMessage): number {
  const { 'content-length': length, 'transfer-encoding': encoding } = headers;
  return encoding === undefined ? Math.min(Number(length ?? 0), maxBody) : maxBody;
}

/** The body; undefined when it is too large. Read to its end even then, so that the response arrives. */
function readBody(request: IncomingMessage): Promise<Uint8Array | undefined> {
  if (sizeOf(request) === 0) return Promise.resolve(new Uint8Array());
  let chunks: Buffer[] = [];
  let size = 0;
  // Not `for await`, which costs a small body more than all the rest of its way.
  return new Promise((resolve, reject) => {
    const fail = () => request.readableEnded || reject(new Error('the client went away'));
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBody) chunks = [];
      else chunks.push(chunk);
    });
    request.on('end', () => resolve(size > maxBody ? undefined : Buffer.concat(chunks)));
    request.on('close', fail);
    if (request.destroyed) fail();
  });
}

const readHeaders = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

const tooMany = (what: string): Answer => ({
  status: 503,
  headers: { 'retry-after': '1' },
  body: { message: `the mock has too many ${what} at once; close some of them` },
});

/** Sends answers, and holds no more of them than a bound while their clients do not read. */
class Outlet {
  #unread = 0;

  /** Sends an answer, late or with a fault where its scenario wants that. */
  send(
    request: IncomingMessage,
    response: ServerResponse,
    cors: Record<string, string>,
    { delay, ...answer }: Answer,
  ): void {
    if (delay) {
      setTimeout(() => this.send(request, response, cors, answer), delay).unref();
      return;
    }
    if (answer.fault === 'hang') return;
    if (answer.fault === 'reset') {
      response.socket?.resetAndDestroy();
      return;
    }
    const { status, headers, body } = encode(answer);
    // Bytes are outside the heap, which a text would fill while it waits. A short one leaves in one piece with its headers.
    const isLong = typeof body === 'string' && body.length > largeSize / 4;
    const sent = request.method === 'HEAD' ? undefined : isLong ? Buffer.from(body) : body;
    const size = sent?.length ?? 0;
    if (size > largeSize) {
      // One alone is always sent, however large.
      if (this.#unread > 0 && this.#unread + size > maxUnread) {
        this.send(request, response, cors, tooMany('responses that nobody reads'));
        return;
      }
      this.#unread += size;
      response.once('close', () => {
        this.#unread -= size;
      });
    }
    response.setTimeout(readTimeout, () => response.destroy());
    response.writeHead(status, { ...cors, ...headers });
    response.end(sent);
  }
}

/** Sends each journal entry as it is written to all who listen, as server-sent events. */
class Events {
  readonly #readers = new Set<ServerResponse>();

  constructor(journal: Journal) {
    journal.listen((entry) => this.#send(entry));
  }

  /** Adds a reader; false when there are too many. */
  add(response: ServerResponse, cors: Record<string, string>): boolean {
    if (this.#readers.size >= maxReaders) return false;
    this.#readers.add(response);
    response.on('close', () => this.#readers.delete(response));
    const headers = { 'content-type': 'text/event-stream', 'cache-control': 'no-store' };
    response.writeHead(200, { ...cors, ...headers });
    response.write(': listening\n\n');
    return true;
  }

  #send(entry: Uint8Array): void {
    if (this.#readers.size === 0) return;
    // The same bytes for all of them.
    const event = Buffer.concat([Buffer.from('data: '), entry, Buffer.from('\n\n')]);
    for (const reader of this.#readers) {
      reader.write(event);
      if (reader.writableLength > maxWaiting) reader.destroy();
    }
  }
}

/** The requests under way. Node drops a Request that nobody keeps, and an abort of its signal would be missed. */
const underWay = new Set<Request>();

/** Makes a `fetch` that answers without a connection; a scenario that breaks connections makes it fail as one would. */
export function createFetch(app: App): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    underWay.add(request);
    return answerRequest(app, request).finally(() => underWay.delete(request));
  };
}

async function answerRequest(app: App, request: Request): Promise<Response> {
  const { method, signal } = request;
  signal.throwIfAborted();
  const sent = Buffer.from(await request.arrayBuffer());
  const body = sent.length > maxBody ? undefined : sent;
  const headers = Object.fromEntries(request.headers);
  // A request over a connection has it, and Prism checks the content type only where there is a length.
  if (sent.length > 0 && !headers['content-length'])
    headers['content-length'] = String(sent.length);
  const answer = await app({ method, url: new URL(request.url), headers, body });
  if (answer.delay) await sleep(answer.delay, signal).catch(() => {});
  signal.throwIfAborted();
  if (answer.fault === 'reset') throw createResetError();
  if (answer.fault === 'hang') return waitForAbort(signal);
  const { body: reply, ...rest } = encode(answer);
  const isEmpty = reply === undefined || method === 'HEAD';
  // A copy, because a body may be a part of a file that is kept.
  return new Response(isEmpty ? null : typeof reply === 'string' ? reply : reply.slice(), rest);
}

/** The error of Node's `fetch` when a connection breaks. */
const createResetError = () =>
  new TypeError('fetch failed', {
    cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }),
  });

function waitForAbort(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

/** Statuses whose responses never have a body: a `Response` with one cannot be made. */
const bodiless = new Set([204, 205, 304]);

/** An answer as it is sent. */
interface Encoded {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer> | string | undefined;
}

/** Status, headers and bytes of an answer, with the fault that its scenario wants. */
function encode({ status, headers = {}, body, text, fault }: Answer): Encoded {
  if (fault === 'html') {
    const page = '<html><body><h1>502 Bad Gateway</h1></body></html>';
    return { status: faultStatus.html, ...withLength({ 'content-type': 'text/html' }, page) };
  }
  if (fault === 'empty') return { status, ...withLength({}, '') };
  if (body === undefined || bodiless.has(status)) return { status, headers, body: undefined };
  if (body instanceof Uint8Array) {
    // All bytes here were made here, and none are shared between threads.
    return { status, ...withLength(headers, body as Uint8Array<ArrayBuffer>) };
  }
  const json = typeof body === 'string' ? body : (text ?? JSON.stringify(body));
  const sent = fault === 'truncated' ? json.slice(0, json.length / 2) : json;
  return { status, ...withLength({ 'content-type': 'application/json', ...headers }, sent) };
}

/** Adds the body's length, with which a body leaves together with its headers. */
function withLength(headers: Record<string, string>, body: NonNullable<Encoded['body']>) {
  const length = typeof body === 'string' ? Buffer.byteLength(body) : body.length;
  return { headers: { ...headers, 'content-length': String(length) }, body };
}
