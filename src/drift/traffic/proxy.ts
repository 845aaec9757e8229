import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { type Fetch, isLocalHost, removeKey } from '../../client/connection.ts';
import { findByRequest } from '../../contract/documented.ts';
import { type Exchange, notFromProvider, parseBody, readAnswer } from '../../contract/exchange.ts';
import type { Report } from '../../contract/finding.ts';
import { openRecorder, type RecordOptions } from '../../contract/recorder.ts';
import { type ProviderName, providers } from '../../documents/documents.ts';
import { decodeUri } from '../../documents/json.ts';
import { ReportBuilder } from './report-builder.ts';

/** How a drift proxy is set up. */
export interface DriftProxyOptions {
  provider: ProviderName;
  /** Port to listen on, at 127.0.0.1; 0 takes a free one. @default 0 */
  port?: number | undefined;
  /** Where requests go. @default the provider's origin */
  upstream?: string | undefined;
  /** Keeps each task and every other exchange in this folder, redacted. */
  record?: string | undefined;
  /** What is kept with `record` beside the form of the exchanges. */
  keep?: RecordOptions | undefined;
  /** Used instead of the global `fetch`. */
  fetch?: Fetch | undefined;
}

/** A running proxy. */
export interface DriftProxy extends AsyncDisposable {
  /** Its address, for `baseUrl`. */
  readonly url: string;
  readonly port: number;
  /** What the checks of the traffic have found so far, without keys and prompts. */
  report(): Report;
  /** Stops the proxy, ends every connection, and waits for the checks under way. */
  close(): Promise<void>;
}

/**
 * Starts a proxy between an application and its provider. Everything passes through unchanged, and is checked on the way:
 * responses against the document, requests against its rules, and tasks from one response to the next. What is for another
 * host, or would leave the upstream address, is refused and listed as skipped.
 * @throws {Error} the port is in use
 * @throws {TypeError} an option cannot be used
 */
export async function driftProxy(options: DriftProxyOptions): Promise<DriftProxy> {
  const { provider, port = 0, record } = options;
  const upstream = readAddress(options.upstream ?? providers[provider].origin, 'upstream');
  const fetch = options.fetch ?? globalThis.fetch;
  const report = new ReportBuilder();
  const recordExchange =
    record === undefined ? undefined : await openRecorder(record, options.keep, fetch);
  const pending = new Set<Promise<void>>();

  const server = createServer((incoming, outgoing) => {
    const refusal = refusalOf(incoming, upstream);
    if (refusal !== undefined) {
      sendError(outgoing, refusal.status, refusal.why);
      incoming.resume();
      report.skipOnce({ what: 'a request', why: `the proxy refused it: ${refusal.why}` });
      return;
    }
    const check = forward(incoming, outgoing, { upstream, fetch })
      .then((forwarded) => checkForwarded(provider, forwarded, report, recordExchange))
      .catch(() => {
        report.skipOnce({ what: 'an exchange', why: 'it could not be checked', failed: true });
      })
      .finally(() => pending.delete(check));
    pending.add(check);
  });
  // Node hands such a connection over and forgets it: a tunnel leads to anybody.
  server.on('connect', (_, socket) => {
    socket.on('error', () => {});
    socket.end('HTTP/1.1 405 Method Not Allowed\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
  });
  await new Promise<void>((resolve, reject) => {
    const fail = ({ code }: NodeJS.ErrnoException) =>
      reject(new Error(`cannot listen on port ${port}: ${code}`));
    server.once('error', fail).listen(port, '127.0.0.1', resolve);
  });
  const { port: actualPort } = server.address() as AddressInfo;
  async function close(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    await Promise.all(pending);
  }
  return {
    url: `http://127.0.0.1:${actualPort}`,
    port: actualPort,
    report: () => report.build(),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/**
 * Reads the address that keys are sent to.
 * @throws {TypeError} not an address, one with a user, a password, a query or a fragment, or one that would show the key to
 *   others; names the option
 */
export function readAddress(address: string, option: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isBase = url && /^https?:$/.test(url.protocol) && url.href === url.origin + url.pathname;
  if (!isBase) throw new TypeError(`${option} is not an address such as https://api.example.com`);
  if (url.protocol === 'http:' && !isLocalHost(url.hostname))
    throw new TypeError(`${option} would show the key to others: use https`);
  return url;
}

/** Why a request is not forwarded: it is for somebody else, or would leave the provider's address. */
function refusalOf(
  { method, url = '', headers }: IncomingMessage,
  upstream: URL,
): { status: number; why: string } | undefined {
  if (method === 'TRACE' || headers.upgrade !== undefined) {
    return { status: 501, why: 'it asks for something that the proxy cannot do' };
  }
  const isOurs = (host: string | undefined) => {
    const address = `http://${host}`;
    // A page whose name was made to lead here names itself: it must not read what the provider answers.
    return (
      host === upstream.host || (URL.canParse(address) && isLocalHost(new URL(address).hostname))
    );
  };
  const [, authority] = absoluteForm.exec(url) ?? [];
  if (!isOurs(headers.host) || (authority !== undefined && !isOurs(authority))) {
    return { status: 421, why: 'it is for another host' };
  }
  return addressOf(url, upstream) ? undefined : { status: 400, why: 'its target is not a path' };
}

/** A target with the host in it, as clients send it to a proxy. */
const absoluteForm = /^https?:\/\/([^/?#]*)/i;

/** The address that a target stands for; `undefined` when it is none, or lies outside of the upstream address. */
function addressOf(target: string, upstream: URL): URL | undefined {
  const path = target
    .replace(absoluteForm, '')
    .replace(/^(?!\/)/, absoluteForm.test(target) ? '/' : '');
  const steps = decodeUri(path.split('?')[0] ?? '').split(/[/\\]/);
  if (!/^\/(?![/\\])/.test(path) || steps.includes('..')) return undefined;
  const base = upstream.href.replace(/\/$/, '');
  return URL.canParse(base + path) ? new URL(base + path) : undefined;
}

/** A request that was forwarded, and the response to it. */
interface Forwarded {
  method: string;
  url: URL;
  /** The header with the key; empty where there is none. */
  authorization: string;
  requestBody: string;
  /** Why there is no response to check. */
  why?: string;
  response?: { status: number; headers: Record<string, string>; text: string };
}

/** Bytes of the largest request that is forwarded, and of the largest response that is checked. */
const maxBodyBytes = 20_000_000;

/** Headers that belong to one connection, and those that change when a body is decompressed. */
const connectionHeaders = new Set([
  ...['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding'],
  ...['upgrade', 'expect', 'host', 'content-length', 'content-encoding'],
  ...['proxy-authorization', 'proxy-authenticate', 'proxy-authentication-info'],
]);

/** Forwards a request and streams the response back as it comes, so that no check delays it. */
async function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { upstream, fetch }: { upstream: URL; fetch: Fetch },
): Promise<Forwarded> {
  const { method = 'GET', headers } = incoming;
  const url = addressOf(incoming.url ?? '', upstream) ?? upstream;
  const body = await readRequestBody(incoming);
  const { authorization = '' } = headers;
  const request = { method, url, authorization, requestBody: body?.toString('utf8') ?? '' };
  if (!body) {
    sendError(outgoing, 413, 'the body is too large for the proxy');
    return { ...request, why: 'the request was too large' };
  }
  const hangUp = new AbortController();
  outgoing.once('close', () => outgoing.writableFinished || hangUp.abort());
  try {
    const init = { method, headers: keepHeaders(Object.entries(headers)), signal: hangUp.signal };
    const bytes = body.length > 0 ? new Uint8Array(body) : null;
    const response = await fetch(url.href, { ...init, body: bytes, redirect: 'manual' });
    outgoing.writeHead(response.status, keepHeaders([...response.headers]));
    const text = await streamBody(response, outgoing);
    if (text === undefined) return { ...request, why: 'the response was too large' };
    const result = { status: response.status, headers: Object.fromEntries(response.headers), text };
    return { ...request, response: result };
  } catch {
    const why = hangUp.signal.aborted ? 'the application hung up' : `no answer from ${url.host}`;
    if (outgoing.headersSent) outgoing.destroy();
    else sendError(outgoing, 502, why);
    return { ...request, why };
  }
}

/** The headers that go on: without those of the connection, to which `connection` may add others. */
function keepHeaders(headers: [string, string | string[] | undefined][]): Record<string, string> {
  const named = headers.flatMap(([name, value]) => (name === 'connection' ? [String(value)] : []));
  const own = new Set(named.flatMap((names) => names.toLowerCase().split(/[\s,]+/)));
  const forwarded = headers.filter(
    ([name, value]) => !connectionHeaders.has(name) && !own.has(name) && value !== undefined,
  );
  return Object.fromEntries(forwarded.map(([name, value]) => [name, String(value)]));
}

/** Reads the body of a request to its end, so that a response can be sent; undefined when it is too large. */
async function readRequestBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size <= maxBodyBytes) chunks.push(chunk);
  }
  return size > maxBodyBytes ? undefined : Buffer.concat(chunks);
}

/** Streams the body of a response to the application, and returns its text; undefined when it is too large to check. */
async function streamBody(
  { body }: Response,
  outgoing: ServerResponse,
): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  async function* copyChunks() {
    for await (const chunk of body ?? []) {
      size += chunk.length;
      if (size <= maxBodyBytes) chunks.push(chunk);
      yield chunk;
    }
  }
  await pipeline(copyChunks, outgoing);
  return size > maxBodyBytes ? undefined : Buffer.concat(chunks).toString('utf8');
}

function sendError(outgoing: ServerResponse, status: number, message: string): void {
  outgoing.writeHead(status, { 'content-type': 'application/json' });
  outgoing.end(JSON.stringify({ message }));
}

/** Checks what was forwarded, adds the result to the report, and records the exchange if there is a recorder. */
async function checkForwarded(
  provider: ProviderName,
  forwarded: Forwarded,
  report: ReportBuilder,
  recordExchange: ((exchange: Exchange) => Promise<void>) | undefined,
): Promise<void> {
  const { method, url, response } = forwarded;
  const match = findByRequest(provider, method, url.pathname);
  if (!match) {
    const what = `${method} ${maskPath(url.pathname)}`;
    report.skipOnce({ what, why: `not in the document of ${provider}` });
    return;
  }
  const what = match.documented.key;
  const exchange = response && toExchange(forwarded, response, match);
  const why = forwarded.why ?? (exchange && notFromProvider(exchange));
  if (why || !exchange) {
    report.skipOnce({ what, why: why ?? 'no response came', failed: true });
    return;
  }
  report.addExchange(exchange);
  await recordExchange?.(exchange);
}

function toExchange(
  { url, authorization, requestBody }: Forwarded,
  { status, headers, text }: NonNullable<Forwarded['response']>,
  { documented, params }: NonNullable<ReturnType<typeof findByRequest>>,
): Exchange {
  const parsedRequest = parseBody(removeKey(requestBody, authorization.replace(/^Bearer /i, '')));
  return {
    documented,
    query: Object.fromEntries(url.searchParams),
    isSigned: authorization !== '',
    status,
    ...readAnswer(text, Object.entries(headers), authorization),
    ...(params.task_id !== undefined && { id: decodeUri(params.task_id) }),
    ...(parsedRequest !== undefined && { requestBody: parsedRequest }),
  };
}

/** Masks the segments of a path that may be somebody's id or name. */
function maskPath(path: string): string {
  const segments = path.split('/').slice(1);
  const mask = (segment: string) => (/^(?!.*\d{5})[a-z\d-]{0,24}$/.test(segment) ? segment : '…');
  return segments.map((segment) => `/${mask(segment)}`).join('');
}
