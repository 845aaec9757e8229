/** The two ways into the mock: a server that listens, and a `fetch` function without one. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { isLocalHost } from '../../client/connection.ts';
import type { Answer } from './answers.ts';
import { type App, maxBody } from './app.ts';
import type { Journal } from './journal.ts';
import { faultStatus } from './scenarios.ts';

/** Milliseconds that a whole request may take to arrive. */
const requestTimeout = 60_000;
/** Bytes that may wait for a reader of events before its connection is closed. */
const maxWaiting = 4 * 1024 * 1024;

/** What a server needs besides the app. */
export interface ServerOptions {
  journal: Journal;
  log: (line: string) => void;
  /** Whether it listens beyond this machine. */
  isOpen: boolean;
  /**
   * Milliseconds that a client may take to send its headers. Loading Prism takes seconds on a busy machine, in which
   * nothing is read. @default 30_000
   */
  headersTimeout?: number;
}

/** Makes the mock's HTTP server, not yet listening. */
export function serve(app: App, options: ServerOptions): Server {
  const { journal, log, isOpen, headersTimeout = 30_000 } = options;
  const limits = {
    headersTimeout,
    requestTimeout,
    connectionsCheckingInterval: headersTimeout / 10,
  };

  async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const cors = corsHeaders(request, isOpen);
    const reply = (answer: Answer) => send(request, response, cors ?? { vary: 'origin' }, answer);
    const url = readUrl(request);
    if (!url) return reply({ status: 400, body: { message: 'the request has no valid path' } });
    if (!cors) {
      const { origin, host } = request.headers;
      log(`403 ${request.method} ${url.pathname}: a page of another origin, ${origin ?? host}`);
      const message = 'pages of other origins may not use this mock';
      return reply({ status: 403, body: { message } });
    }
    const { method = 'GET' } = request;
    if (method === 'OPTIONS') return reply({ status: 204, body: undefined });
    if (url.pathname === '/_mock/events' && method === 'GET') {
      return streamEvents(response, cors, journal);
    }
    const text = await readBody(request);
    reply(await app({ method, url, headers: readHeaders(request), text }));
  }

  const server = createServer(limits, (request, response) => {
    respond(request, response).catch((error) => {
      // A client that went away in the middle needs no response.
      if (request.errored) return;
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
  const base = `http://${headers.host ?? 'localhost'}`;
  if (!url.startsWith('/') || !URL.canParse(base)) return undefined;
  const address = new URL(base).origin + url;
  return URL.canParse(address) ? new URL(address) : undefined;
}

/** The body as text; undefined when it is too large. Read to its end even then, so that the response arrives. */
function readBody(request: IncomingMessage): Promise<string | undefined> {
  const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
  if (length === undefined && encoding === undefined) return Promise.resolve('');
  return new Promise((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > maxBody) chunks = [];
      else chunks.push(chunk);
    });
    request.on('end', () =>
      resolve(size > maxBody ? undefined : Buffer.concat(chunks).toString('utf8')),
    );
    request.on('error', reject);
  });
}

const readHeaders = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

/** Sends an answer, late or with a fault where its scenario wants that. */
function send(
  request: IncomingMessage,
  response: ServerResponse,
  cors: Record<string, string>,
  { delay, ...answer }: Answer,
): void {
  if (delay) {
    setTimeout(() => send(request, response, cors, answer), delay).unref();
    return;
  }
  if (answer.fault === 'hang') return;
  if (answer.fault === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const { status, headers, body } = encode(answer);
  response.writeHead(status, { ...cors, ...headers });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Sends each journal entry as it is written, as server-sent events. */
function streamEvents(
  response: ServerResponse,
  cors: Record<string, string>,
  journal: Journal,
): void {
  response.writeHead(200, {
    ...cors,
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
  });
  response.write(': listening\n\n');
  const stop = journal.listen((entry) => {
    response.write(`data: ${JSON.stringify(entry)}\n\n`);
    if (response.writableLength > maxWaiting) response.destroy();
  });
  response.on('close', stop);
}

/**
 * The headers that tell a browser what its page may do; undefined for a page that may neither read nor change anything.
 * Pages of this machine are allowed, and pages of the mock's own host where it listens beyond this machine.
 */
function corsHeaders(
  { headers, method }: IncomingMessage,
  isOpen: boolean,
): Record<string, string> | undefined {
  const { origin, host } = headers;
  // Somebody else's host name that resolves to this machine: to that page we are its own origin, and it sends none.
  if (!isOpen && host !== undefined && !isLocalHost(hostnameOf(host) ?? '')) return undefined;
  if (origin === undefined) return { vary: 'origin' };
  const { hostname = '' } = URL.canParse(origin) ? new URL(origin) : {};
  const isAllowed = isLocalHost(hostname) || (isOpen && hostname === hostnameOf(host));
  if (!isAllowed) return undefined;
  const common = {
    vary: 'origin',
    'access-control-allow-origin': origin,
    'access-control-expose-headers':
      'sl-violations, retry-after, content-range, accept-ranges, date',
  };
  return method === 'OPTIONS' ? { ...common, ...preflightHeaders(headers) } : common;
}

const hostnameOf = (host = '') =>
  URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : undefined;

function preflightHeaders(headers: IncomingMessage['headers']): Record<string, string> {
  const asked = headers['access-control-request-headers'];
  const isPrivate = headers['access-control-request-private-network'] === 'true';
  return {
    'access-control-allow-methods': 'GET, HEAD, POST, DELETE, OPTIONS',
    'access-control-max-age': '600',
    ...(asked && { 'access-control-allow-headers': asked }),
    ...(isPrivate && { 'access-control-allow-private-network': 'true' }),
  };
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
  const text = sent.length > maxBody ? undefined : sent.toString('utf8');
  const headers = Object.fromEntries(request.headers);
  // A request over a connection has it, and Prism checks the content type only where there is a length.
  if (text && !headers['content-length']) headers['content-length'] = String(sent.length);
  const answer = await app({ method, url: new URL(request.url), headers, text });
  if (answer.delay) await sleep(answer.delay, undefined, { signal }).catch(() => {});
  signal.throwIfAborted();
  if (answer.fault === 'reset') throw createResetError();
  if (answer.fault === 'hang') return waitForAbort(signal);
  const { body, ...rest } = encode(answer);
  const isEmpty = body === undefined || method === 'HEAD';
  // A copy, because a body may be a part of a file that is kept.
  return new Response(isEmpty ? null : typeof body === 'string' ? body : body.slice(), rest);
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
