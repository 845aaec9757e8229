import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Answer } from './answers.ts';
import type { App } from './app.ts';
import type { Journal } from './journal.ts';
import { isLocal } from './local.ts';

/** A request's body may be as large as this. */
const maxBody = 10 * 1024 * 1024;
/** Milliseconds that a client may take to say what it wants. */
const headersTimeout = 15_000;

/** The mock's HTTP server, not yet listening. */
export function serve(app: App, journal: Journal, log: (line: string) => void): Server {
  const server = createServer(
    { headersTimeout, requestTimeout: 60_000 },
    async (request, response) => {
      const url = urlOf(request);
      if (!url) return send(request, response, { status: 400, body: { message: 'not a path' } });
      if (request.method === 'OPTIONS')
        return send(request, response, { status: 204, body: undefined });
      if (url.pathname === '/_mock/events') return streamEvents(request, response, journal);
      const text = await bodyOf(request).catch(() => '');
      if (text === undefined) log(`refused a body of more than ${maxBody / 1024 / 1024} MB`);
      const headers = headersOf(request);
      const answer = await app({ method: request.method ?? 'GET', url, headers, text });
      send(request, response, answer);
    },
  );
  server.on('clientError', (_, socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  return server;
}

function urlOf({ url = '/', headers }: IncomingMessage): URL | undefined {
  const base = `http://${headers.host ?? 'localhost'}`;
  return URL.canParse(url, base) ? new URL(url, base) : undefined;
}

/** The body as text; undefined when it is larger than allowed. Read to its end, so that the answer arrives. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= maxBody) chunks.push(chunk);
  }
  return size > maxBody ? undefined : Buffer.concat(chunks).toString('utf8');
}

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

/** Sends an answer, late or spoilt where a scenario wants that. */
function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  if (answer.delay) {
    const { delay, ...rest } = answer;
    setTimeout(() => send(request, response, rest), delay);
    return;
  }
  if (answer.spoil === 'hang') return;
  if (answer.spoil === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  const { status, headers, body } = wire(answer);
  response.writeHead(status, { ...corsFor(request), ...headers });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Status, headers and bytes of an answer, as they leave. */
export function wire({ status, headers = {}, body, spoil }: Answer): {
  status: number;
  headers: Record<string, string>;
  body: Uint8Array | string | undefined;
} {
  if (spoil === 'html') {
    const page = '<html><body><h1>502 Bad Gateway</h1></body></html>';
    return { status: 502, headers: { 'content-type': 'text/html' }, body: page };
  }
  if (spoil === 'empty') return { status, headers: { 'content-length': '0' }, body: undefined };
  if (body === undefined) return { status, headers, body };
  if (body instanceof Uint8Array) {
    return { status, headers: { ...headers, 'content-length': String(body.length) }, body };
  }
  const text = JSON.stringify(body);
  const json = { 'content-type': 'application/json', ...headers };
  return {
    status,
    headers: json,
    body: spoil === 'truncated' ? text.slice(0, text.length / 2) : text,
  };
}

/** Pages of this machine may use the mock, others may not. */
function corsFor({ headers }: IncomingMessage): Record<string, string> {
  const { origin = '' } = headers;
  const isOurs = URL.canParse(origin) && isLocal(new URL(origin).hostname);
  if (!isOurs) return { vary: 'origin' };
  const asked = headers['access-control-request-headers'];
  return {
    vary: 'origin',
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, HEAD, POST, DELETE, OPTIONS',
    'access-control-allow-private-network': 'true',
    'access-control-expose-headers':
      'sl-violations, retry-after, content-range, accept-ranges, date',
    'access-control-max-age': '600',
    ...(asked && { 'access-control-allow-headers': asked }),
  };
}

/** Tells of each journal entry as it comes, as server-sent events. */
function streamEvents(request: IncomingMessage, response: ServerResponse, journal: Journal): void {
  response.writeHead(200, {
    ...corsFor(request),
    'content-type': 'text/event-stream',
    'cache-control': 'no-store',
  });
  response.write(': listening\n\n');
  const stop = journal.listen((entry) => response.write(`data: ${JSON.stringify(entry)}\n\n`));
  response.on('close', stop);
}
