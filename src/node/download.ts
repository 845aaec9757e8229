import { lookup } from 'node:dns/promises';
import { BlockList, isIPv6 } from 'node:net';
import { readPieces } from '../client/body.ts';
import { codeOf, type Fetch } from '../client/connection.ts';
import { orAbort } from '../client/sleep.ts';
import { problem } from './save-error.ts';

/** How a file is downloaded. Every field may be left out. */
export interface DownloadOptions {
  /** Called after each piece with the bytes received so far, and with the total where the server says it. */
  onProgress?: ((progress: { received: number; total?: number }) => void) | undefined;
  /** A larger file is refused. @default 1_073_741_824 (1 GiB) */
  maxBytes?: number | undefined;
  /** Replaces the global `fetch`, which is otherwise taken anew at each call. */
  fetch?: Fetch | undefined;
}

const defaultMaxBytes = 2 ** 30;
const mostRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

/** The pieces of the file at an address. Pages of HTML, empty bodies and broken downloads are errors. */
export async function* download(
  url: string | URL,
  options: DownloadOptions,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const { maxBytes = defaultMaxBytes, onProgress } = options;
  const response = await answerOf(url, options, signal);
  const total = totalOf(response);
  const refused = refusalIn(response, hostOf(url));
  if (refused || (total ?? 0) > maxBytes) {
    await response.body?.cancel().catch(() => {});
    throw refused ? problem('download', refused) : tooLarge(maxBytes);
  }
  let received = 0;
  for await (const piece of piecesOf(response, maxBytes, signal)) {
    received += piece.byteLength;
    onProgress?.(total === undefined ? { received } : { received, total });
    yield piece;
  }
  if (received === 0) throw problem('download', 'the file was empty; try again');
  if (total !== undefined && received < total) throw cutOff(`${received} of ${total} bytes`);
}

/** The response to a GET. Redirects are followed, but not from outside into this machine's own network. */
async function answerOf(
  url: string | URL,
  { fetch = globalThis.fetch }: DownloadOptions,
  signal: AbortSignal,
): Promise<Response> {
  let at = url;
  for (let count = 0; ; count++) {
    const response = await once(at, fetch, signal);
    const location = redirects.has(response.status) ? response.headers.get('location') : null;
    if (location === null) return response;
    await response.body?.cancel().catch(() => {});
    if (count === mostRedirects) throw problem('download', `${hostOf(url)} redirects without end`);
    const next = URL.canParse(location, at) ? new URL(location, at) : undefined;
    if (!next || !/^https?:$/.test(next.protocol))
      throw problem('download', `${hostOf(at)} redirects to something that is not an address`);
    if ((await isPrivate(next)) && !(await isPrivate(new URL(url))))
      throw problem('download', `${hostOf(at)} redirects into this machine’s own network`);
    at = next;
  }
}

async function once(url: string | URL, fetch: Fetch, signal: AbortSignal): Promise<Response> {
  try {
    return await orAbort(fetch(new Request(url, { signal, redirect: 'manual' })), signal);
  } catch (error) {
    const code = codeOf(error);
    throw problem(
      'download',
      `no answer from ${hostOf(url)}${code ? ` (${code})` : ''}; try again`,
      error,
    );
  }
}

function refusalIn({ ok, status, headers }: Response, host: string): string | undefined {
  const again = 'read the task again for a fresh address';
  if (!ok) return `HTTP ${status} from ${host}; ${again}`;
  const isPage = /^text\/html/i.test(headers.get('content-type') ?? '');
  return isPage ? `${host} answered with a page of HTML; ${again}` : undefined;
}

async function* piecesOf(
  { body }: Response,
  maxBytes: number,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  try {
    signal.throwIfAborted();
    yield* readPieces(body, maxBytes, signal);
  } catch (error) {
    throw error instanceof RangeError ? tooLarge(maxBytes) : cutOff('a part', error);
  }
}

/** The announced size. That of a compressed body says nothing about the bytes that arrive here. */
function totalOf({ headers }: Response): number | undefined {
  const length = headers.get('content-length');
  return length && !headers.has('content-encoding') ? Number(length) : undefined;
}

const tooLarge = (maxBytes: number) =>
  problem('size', `it is larger than ${maxBytes.toLocaleString('en')} bytes; raise maxBytes`);
const cutOff = (what: string, cause?: unknown) =>
  problem('download', `the download broke off after ${what}; try again`, cause);

const hostOf = (url: string | URL) => (URL.canParse(url) && new URL(url).host) || 'that address';

/** The addresses of this machine, and of networks that are not reachable from outside. */
const own = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  own.addSubnet(net, prefix);
for (const [net, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  own.addSubnet(net, prefix, 'ipv6');

/** Whether an address leads to this machine or into its own network. A host that does not resolve is not private. */
async function isPrivate({ hostname }: URL): Promise<boolean> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const found = await lookup(host, { all: true }).catch(() => []);
  return found.some(({ address }) => own.check(address, isIPv6(address) ? 'ipv6' : 'ipv4'));
}
