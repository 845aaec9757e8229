import { codeOf, type Fetch } from '../client/connection.ts';
import { orAbort } from '../client/sleep.ts';
import { isPrivate } from './private.ts';
import { problem } from './save-error.ts';

/** How a file is fetched; every field may be left out. */
export interface DownloadOptions {
  /** Told after each piece how many bytes have come, and of how many where the other side says so. */
  onProgress?: ((progress: { received: number; total?: number }) => void) | undefined;
  /** More than this is not taken. @default 1_073_741_824 (1 GiB) */
  maxBytes?: number | undefined;
  /** Stands in for the global `fetch`, which is otherwise looked up at each call. */
  fetch?: Fetch | undefined;
}

const defaultMaxBytes = 2 ** 30;
const mostRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

/** The pieces of what is at an address, which is a file by all that can be seen from outside. */
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
  for await (const piece of piecesOf(response, signal)) {
    received += piece.byteLength;
    if (received > maxBytes) throw tooLarge(maxBytes);
    onProgress?.(total === undefined ? { received } : { received, total });
    yield piece;
  }
  if (received === 0) throw problem('download', 'the answer was empty; try again');
  if (total !== undefined && received < total) throw cutOff(`${received} of ${total} bytes`);
}

/** The answer to a GET, redirects followed, but not from the world into this machine's own network. */
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
      throw problem('download', `${hostOf(at)} redirects to what is no address`);
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

async function* piecesOf({ body }: Response, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  try {
    for (;;) {
      signal.throwIfAborted();
      const read = await (reader && orAbort(reader.read(), signal));
      if (!read || read.done) return;
      yield read.value;
    }
  } catch (error) {
    throw cutOff('a part', error);
  } finally {
    // Not waited for: a sender that never ends need not agree.
    reader?.cancel().catch(() => {});
  }
}

/** The announced size; of a compressed body it says nothing about the bytes that arrive here. */
function totalOf({ headers }: Response): number | undefined {
  const length = headers.get('content-length');
  return length && !headers.has('content-encoding') ? Number(length) : undefined;
}

const tooLarge = (maxBytes: number) =>
  problem('size', `it is larger than ${maxBytes.toLocaleString('en')} bytes; raise maxBytes`);
const cutOff = (what: string, cause?: unknown) =>
  problem('download', `the download broke off after ${what}; try again`, cause);

const hostOf = (url: string | URL) => (URL.canParse(url) && new URL(url).host) || 'that address';
