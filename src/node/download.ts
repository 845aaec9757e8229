import { lookup } from 'node:dns/promises';
import { BlockList, isIPv6 } from 'node:net';
import { readPieces } from '../client/body.ts';
import { codeOf, type Fetch } from '../client/connection.ts';
import { orAbort } from '../client/sleep.ts';
import { saveError } from './save-error.ts';

/** How a file is downloaded. Every field may be left out. */
export interface DownloadOptions {
  /** Called after each piece with the bytes received so far, and with the total when the server sends it. */
  onProgress?: ((progress: { received: number; total?: number }) => void) | undefined;
  /** A larger file is refused. @default 1_073_741_824 (1 GiB) */
  maxBytes?: number | undefined;
  /** Used instead of the global `fetch`, which is otherwise looked up again for each download. */
  fetch?: Fetch | undefined;
}

const defaultMaxBytes = 2 ** 30;
const maxRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

/** The pieces of the file at an address. Pages of HTML, empty bodies and broken downloads are errors. */
export async function* download(
  url: string | URL,
  options: DownloadOptions,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const { maxBytes = defaultMaxBytes, onProgress } = options;
  const response = await fetchFile(url, options, signal);
  const total = totalOf(response);
  const refusal = describeRefusal(response, hostOf(url));
  if (refusal || (total ?? 0) > maxBytes) {
    await response.body?.cancel().catch(() => {});
    throw refusal ? saveError('download', refusal) : tooLarge(maxBytes);
  }
  let received = 0;
  for await (const piece of piecesOf(response, maxBytes, signal)) {
    received += piece.byteLength;
    onProgress?.(total === undefined ? { received } : { received, total });
    yield piece;
  }
  if (received === 0) throw saveError('download', 'the file was empty; try again');
  if (total !== undefined && received < total) throw cutOff(`${received} of ${total} bytes`);
}

/** Requests a file and follows redirects, but not from outside into this machine's own network. */
async function fetchFile(
  url: string | URL,
  { fetch = globalThis.fetch }: DownloadOptions,
  signal: AbortSignal,
): Promise<Response> {
  let current = url;
  for (let count = 0; ; count++) {
    const response = await fetchOnce(current, fetch, signal);
    const location = redirects.has(response.status) ? response.headers.get('location') : null;
    if (location === null) return response;
    await response.body?.cancel().catch(() => {});
    if (count === maxRedirects)
      throw saveError('download', `${hostOf(url)} redirects more than ${maxRedirects} times`);
    const next = URL.canParse(location, current) ? new URL(location, current) : undefined;
    if (!next || !/^https?:$/.test(next.protocol))
      throw saveError('download', `${hostOf(current)} redirects to an invalid address`);
    if ((await isPrivate(next)) && !(await isPrivate(new URL(url))))
      throw saveError('download', `${hostOf(current)} redirects into this machine’s own network`);
    current = next;
  }
}

async function fetchOnce(url: string | URL, fetch: Fetch, signal: AbortSignal): Promise<Response> {
  try {
    return await orAbort(fetch(String(url), { signal, redirect: 'manual' }), signal);
  } catch (error) {
    const code = codeOf(error);
    throw saveError(
      'download',
      `no answer from ${hostOf(url)}${code ? ` (${code})` : ''}; try again`,
      error,
    );
  }
}

function describeRefusal({ ok, status, headers }: Response, host: string): string | undefined {
  const advice = 'read the task again for a fresh address';
  if (!ok) return `HTTP ${status} from ${host}; ${advice}`;
  const isPage = /^text\/html/i.test(headers.get('content-type') ?? '');
  return isPage ? `${host} answered with a page of HTML; ${advice}` : undefined;
}

async function* piecesOf(
  { body }: Response,
  maxBytes: number,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  try {
    yield* readPieces(body, maxBytes, signal);
  } catch (error) {
    throw error instanceof RangeError ? tooLarge(maxBytes) : cutOff('a part', error);
  }
}

/** The size from `Content-Length`; undefined for a compressed body, of which more bytes arrive here. */
function totalOf({ headers }: Response): number | undefined {
  const length = headers.get('content-length');
  return length && !headers.has('content-encoding') ? Number(length) : undefined;
}

const tooLarge = (maxBytes: number) =>
  saveError('size', `it is larger than ${maxBytes.toLocaleString('en')} bytes; raise maxBytes`);
const cutOff = (what: string, cause?: unknown) =>
  saveError('download', `the download broke off after ${what}; try again`, cause);

const hostOf = (url: string | URL) => (URL.canParse(url) && new URL(url).host) || 'that address';

/** The addresses of this machine, and of networks that are not reachable from outside. */
const internal = new BlockList();
for (const [net, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  internal.addSubnet(net, prefix);
for (const [net, prefix] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
] as const)
  internal.addSubnet(net, prefix, 'ipv6');

/** Whether a URL leads to this machine or into its own network. A host that does not resolve is not private. */
async function isPrivate({ hostname }: URL): Promise<boolean> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const found = await lookup(host, { all: true }).catch(() => []);
  return found.some(({ address }) => internal.check(address, isIPv6(address) ? 'ipv6' : 'ipv4'));
}
