import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Answer } from './answers.ts';
import type { App } from './app.ts';
import { corsFor } from './cors.ts';
import type { Journal } from './journal.ts';
import { maxBody, wire } from './wire.ts';

/** Milliseconds that a whole request may take to arrive. */
const requestTimeout = 60_000;
/** Bytes that wait for a reader of events before it is given up. */
const maxWaiting = 4 * 1024 * 1024;

/** What a server has besides the answers. */
export interface ServerOptions {
  journal: Journal;
  log: (line: string) => void;
  /** Whether it listens beyond this machine. */
  isOpen: boolean;
  /**
   * Milliseconds that a client may take to say what it wants. Loading Prism takes seconds on a busy machine, in which
   * nobody is listened to. @default 30_000
   */
  patience?: number;
}

/** The mock's HTTP server, not yet listening. */
export function serve(app: App, options: ServerOptions): Server {
  const { journal, log, isOpen, patience = 30_000 } = options;
  const limits = {
    headersTimeout: patience,
    requestTimeout,
    connectionsCheckingInterval: patience / 10,
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const cors = corsFor(request, isOpen);
    const say = (answer: Answer) => send(request, response, cors ?? { vary: 'origin' }, answer);
    const url = urlOf(request);
    if (!url) return say({ status: 400, body: { message: 'not a path' } });
    if (!cors) {
      const { origin, host } = request.headers;
      log(`403 ${request.method} ${url.pathname}: a page from elsewhere, ${origin ?? host}`);
      return say({ status: 403, body: { message: 'pages from elsewhere may not use this mock' } });
    }
    const { method = 'GET' } = request;
    if (method === 'OPTIONS') return say({ status: 204, body: undefined });
    if (url.pathname === '/_mock/events' && method === 'GET') {
      return streamEvents(response, cors, journal);
    }
    const text = await bodyOf(request);
    say(await app({ method, url, headers: headersOf(request), text }));
  }

  const server = createServer(limits, (request, response) => {
    answer(request, response).catch((error) => {
      // A client that has gone away in the middle needs no answer.
      if (request.errored) return;
      log(`500 ${request.method}: ${error instanceof Error ? error.message : error}`);
      response.destroy();
    });
  });
  refuseOthers(server, log);
  return server;
}

/** What is no HTTP, or never says what it wants: closed, with one line for many. */
function refuseOthers(server: Server, log: (line: string) => void): void {
  let idle = 0;
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // Already answered: what is still on its way to a closed socket is told as often as it comes.
    if (!socket.writable) return;
    const isLarge = error.code === 'HPE_HEADER_OVERFLOW';
    const status = isLarge ? '431 Request Header Fields Too Large' : '400 Bad Request';
    socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\n\r\n`);
    // Gone in the middle: nobody is there to be refused.
    if (error.code === 'ECONNRESET' || error.code === 'HPE_INVALID_EOF_STATE') return;
    if (isLarge) return log('431: the headers or the address are too large');
    if (error.code !== 'ERR_HTTP_REQUEST_TIMEOUT') return log('400: what came is no HTTP');
    idle += 1;
    if (idle > 1) return;
    setImmediate(() => {
      log(`408: closed ${idle} connections that asked for nothing`);
      idle = 0;
    });
  });
}

/** Where a request goes; what stands for a host in its path is a part of the path. */
function urlOf({ url = '/', headers }: IncomingMessage): URL | undefined {
  const base = `http://${headers.host ?? 'localhost'}`;
  if (!url.startsWith('/') || !URL.canParse(base)) return undefined;
  const address = new URL(base).origin + url;
  return URL.canParse(address) ? new URL(address) : undefined;
}

/** The body as text; undefined when it is larger than allowed. Read to its end, so that the answer arrives. */
function bodyOf(request: IncomingMessage): Promise<string | undefined> {
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

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

/** Sends an answer, late or spoilt where a scenario wants that. */
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
  if (answer.spoil === 'hang') return;
  if (answer.spoil === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const { status, headers, body } = wire(answer);
  response.writeHead(status, { ...cors, ...headers });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Tells of each journal entry as it comes, as server-sent events. */
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
