import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import type { Fetch } from '../../client/connection.ts';
import { findByRequest } from '../../contract/documented.ts';
import { type Exchange, notFromProvider, parseBody } from '../../contract/exchange.ts';
import type { Report } from '../../contract/finding.ts';
import { openRecorder } from '../../contract/recordings.ts';
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
  /** Keeps every exchange in this folder, redacted. */
  record?: string | undefined;
  /** Used instead of the global `fetch`. */
  fetch?: Fetch | undefined;
}

/** A running proxy. */
export interface DriftProxy extends AsyncDisposable {
  /** Its address, for `baseUrl`. */
  readonly url: string;
  readonly port: number;
  /** What the traffic has shown so far, without keys and prompts. */
  report(): Report;
  /** Stops the proxy, ends every connection, and waits for the checks under way. */
  close(): Promise<void>;
}

/**
 * Starts a proxy between an application and its provider. Everything passes through unchanged, and is checked on the way:
 * answers against the document, requests against its rules, and tasks from one answer to the next.
 * @throws {Error} the port is in use
 * @throws {TypeError} an option cannot be used
 */
export async function driftProxy(options: DriftProxyOptions): Promise<DriftProxy> {
  const { provider, port = 0, record, upstream = providers[provider].origin } = options;
  if (!/^https?:/.test(upstream) || !URL.canParse(upstream)) {
    throw new TypeError('upstream is not an address such as https://api.example.com');
  }
  const fetch = options.fetch ?? ((request: Request) => globalThis.fetch(request));
  const report = new ReportBuilder();
  const keep = record === undefined ? undefined : await openRecorder(record);
  const working = new Set<Promise<void>>();

  const server = createServer((incoming, outgoing) => {
    const work = forward(incoming, outgoing, { upstream, fetch })
      .then((forwarded) => checkForwarded(provider, forwarded, report, keep))
      .catch(() => {})
      .finally(() => working.delete(work));
    working.add(work);
  });
  await new Promise<void>((resolve, reject) => {
    const refuse = ({ code }: NodeJS.ErrnoException) =>
      reject(new Error(`cannot listen on port ${port}: ${code}`));
    server.once('error', refuse).listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  async function close(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    await Promise.all(working);
  }
  return {
    url: `http://127.0.0.1:${taken}`,
    port: taken,
    report: () => report.build(),
    close,
    [Symbol.asyncDispose]: close,
  };
}

/** A request that was forwarded, and the answer to it. */
interface Forwarded {
  method: string;
  url: URL;
  isSigned: boolean;
  /** The body of the request as text. */
  sent: string;
  /** Why there is no answer to check. */
  why?: string;
  answer?: { status: number; headers: Record<string, string>; text: string };
}

/** The largest request that is forwarded, and the largest answer that is checked. */
const maxBody = 20_000_000;

/** Headers that belong to one connection, and those that change when a body is decompressed. */
const connectionHeaders = new Set([
  ...['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding'],
  ...['upgrade', 'expect', 'host', 'content-length', 'content-encoding'],
]);

/** Forwards a request and streams the answer back as it comes, so that no check delays it. */
async function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { upstream, fetch }: { upstream: string; fetch: Fetch },
): Promise<Forwarded> {
  const { method = 'GET', headers } = incoming;
  const url = new URL(upstream.replace(/\/$/, '') + (incoming.url ?? '/'));
  const sent = await readBody(incoming);
  const isSigned = headers.authorization !== undefined;
  const request = { method, url, isSigned, sent: sent?.toString('utf8') ?? '' };
  if (!sent) {
    sendError(outgoing, 413, 'the body is too large for the proxy');
    return { ...request, why: 'the request was too large' };
  }
  const gone = new AbortController();
  outgoing.once('close', () => outgoing.writableFinished || gone.abort());
  try {
    const init = { method, headers: keepHeaders(Object.entries(headers)), signal: gone.signal };
    const body = sent.length > 0 ? new Uint8Array(sent) : null;
    const response = await fetch(new Request(url, { ...init, body, redirect: 'manual' }));
    outgoing.writeHead(response.status, keepHeaders([...response.headers]));
    const text = await streamBody(response, outgoing);
    if (text === undefined) return { ...request, why: 'the answer was too large' };
    const answer = { status: response.status, headers: Object.fromEntries(response.headers), text };
    return { ...request, answer };
  } catch {
    const why = gone.signal.aborted ? 'the application hung up' : `no answer from ${url.host}`;
    if (outgoing.headersSent) outgoing.destroy();
    else sendError(outgoing, 502, why);
    return { ...request, why };
  }
}

function keepHeaders(headers: [string, string | string[] | undefined][]): Record<string, string> {
  const kept = headers.filter(
    ([name, value]) => !connectionHeaders.has(name) && value !== undefined,
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, String(value)]));
}

/** The body of a request; undefined when it is too large. Reads it to its end in any case, so that an answer can be sent. */
async function readBody(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size <= maxBody) chunks.push(chunk);
  }
  return size > maxBody ? undefined : Buffer.concat(chunks);
}

/** Streams the body of an answer to the application, and gives its text; undefined when it is too large to be checked. */
async function streamBody(
  { body }: Response,
  outgoing: ServerResponse,
): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  async function* copyChunks() {
    for await (const chunk of body ?? []) {
      size += chunk.length;
      if (size <= maxBody) chunks.push(chunk);
      yield chunk;
    }
  }
  await pipeline(copyChunks, outgoing);
  return size > maxBody ? undefined : Buffer.concat(chunks).toString('utf8');
}

function sendError(outgoing: ServerResponse, status: number, message: string): void {
  outgoing.writeHead(status, { 'content-type': 'application/json' });
  outgoing.end(JSON.stringify({ message }));
}

/** Checks what was forwarded, adds the result to the report, and keeps the exchange where that is wanted. */
async function checkForwarded(
  provider: ProviderName,
  forwarded: Forwarded,
  report: ReportBuilder,
  keep: ((exchange: Exchange) => Promise<void>) | undefined,
): Promise<void> {
  const { method, url, answer } = forwarded;
  const found = findByRequest(provider, method, url.pathname);
  if (!found) {
    const what = `${method} ${maskPath(url.pathname)}`;
    report.skipOnce({ what, why: `not in the document of ${provider}` });
    return;
  }
  const what = found.documented.key;
  const exchange = answer && toExchange(forwarded, answer, found);
  const why = forwarded.why ?? (exchange && notFromProvider(exchange));
  if (why || !exchange) {
    report.skipOnce({ what, why: why ?? 'no answer came', failed: true });
    return;
  }
  report.addExchange(exchange);
  await keep?.(exchange);
}

function toExchange(
  { url, isSigned, sent }: Forwarded,
  { status, headers, text }: NonNullable<Forwarded['answer']>,
  { documented, params }: NonNullable<ReturnType<typeof findByRequest>>,
): Exchange {
  const body = parseBody(sent);
  return {
    documented,
    query: Object.fromEntries(url.searchParams),
    isSigned,
    status,
    headers,
    body: parseBody(text),
    text,
    ...(params.task_id !== undefined && { id: decodeUri(params.task_id) }),
    ...(body !== undefined && { sent: body }),
  };
}

/** Masks the steps of a path that may be somebody's id or name. */
function maskPath(path: string): string {
  const steps = path.split('/').slice(1);
  return steps.map((step) => `/${/^(?!.*\d{5})[a-z\d-]{0,24}$/.test(step) ? step : '…'}`).join('');
}
