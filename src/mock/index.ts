import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { documents, type ProviderName, providerNames } from '../contract/documents.ts';
import type { Answer } from './answers.ts';
import { mediaFile } from './media-files.ts';
import { loadPrism } from './prism.ts';
import { mockProvider, type ProviderRequest } from './provider.ts';
import type { ScenarioName } from './scenarios.ts';
import { TaskMemory } from './tasks.ts';

export { type ScenarioName, scenarios } from './scenarios.ts';

/** How a mock is set up; every field may be left out. */
export interface MockOptions {
  /** Port to listen on; 0 takes a free one. @default 0 */
  port?: number | undefined;
  /** Address to listen on. @default '127.0.0.1' */
  host?: string | undefined;
  /** How many times faster than in life tasks go; `instant` ends them as they are created. @default 60 */
  speed?: number | 'instant' | undefined;
  /** How tasks go. @default 'normal' */
  scenario?: ScenarioName | undefined;
}

/** A running mock of all three providers. */
export interface Mock extends AsyncDisposable {
  /** Its address. A provider is below it: `${mock.url}/cometapi` is what `baseUrl` takes. */
  readonly url: string;
  readonly port: number;
  /** Stops it and ends every connection. */
  close(): Promise<void>;
}

/** A request's body may be as large as this. */
const maxBody = 10 * 1024 * 1024;

/**
 * Starts the mock: the providers' documents served by Prism, with the memory of tasks that Prism lacks, under
 * `/klingai`, `/cometapi` and `/deerapi`. Tasks go from submitted over processing to succeed, and their results play.
 * @throws when the port is taken, or the packages of Prism are not installed
 */
export async function startMock(options: MockOptions = {}): Promise<Mock> {
  const { port = 0, host = '127.0.0.1', speed = 60, scenario = 'normal' } = options;
  const memory = new TaskMemory();
  const now = Date.now;
  const prismFor = await loadPrism();
  const handlers = new Map<string, (request: ProviderRequest) => Promise<Answer>>();
  for (const provider of providerNames) {
    const ask = await prismFor(documents[provider]);
    handlers.set(provider, mockProvider({ provider, ask, memory, speed, scenario, now }));
  }

  async function answer(request: IncomingMessage): Promise<Answer> {
    const base = `http://${request.headers.host ?? `${host}:${port}`}`;
    const url = new URL(request.url ?? '/', base);
    if (url.pathname.startsWith('/media/')) return mediaFile(url.pathname, memory, now());
    const [, provider = '', path = '/'] = /^\/([a-z]+)(\/.*)$/.exec(url.pathname) ?? [];
    const handler = handlers.get(provider as ProviderName);
    if (!handler) return { status: 404, body: { message: `no such provider: ${url.pathname}` } };
    const text = await bodyOf(request);
    if (text === undefined) return { status: 413, body: { message: 'the body is too large' } };
    return handler({
      method: request.method ?? 'GET',
      path,
      query: Object.fromEntries(url.searchParams),
      headers: headersOf(request),
      base,
      ...parsed(text),
    });
  }

  const server = createServer((request, response) => {
    if (request.method === 'OPTIONS') return send(response, { status: 204, body: undefined });
    answer(request)
      .catch((): Answer => ({ status: 500, body: { message: 'the mock itself failed' } }))
      .then((made) => send(response, made));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://${host}:${taken}`, port: taken, close, [Symbol.asyncDispose]: close };
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

function parsed(text: string): Pick<ProviderRequest, 'body' | 'isMalformed'> {
  if (text === '') return { body: undefined, isMalformed: false };
  try {
    return { body: JSON.parse(text), isMalformed: false };
  } catch {
    return { body: text, isMalformed: true };
  }
}

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));

function send(response: ServerResponse, { status, body, headers = {} }: Answer): void {
  const isFile = body instanceof Uint8Array;
  response
    .writeHead(status, {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*, authorization',
      'access-control-expose-headers': '*',
      ...(isFile || body === undefined ? {} : { 'content-type': 'application/json' }),
      ...headers,
    })
    .end(isFile || body === undefined ? body : JSON.stringify(body));
}
