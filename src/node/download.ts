import { readPieces } from '../client/body.ts';
import { checkTime, longestTimer, onAbort, sleep } from '../client/sleep.ts';
import { parseAddress } from './address.ts';
import { describeStart, describeWrongType, type MediaKind } from './media-kind.ts';
import { dropBody, type RequestOptions, requestFile } from './request.ts';
import { Interruption, saveError } from './save-error.ts';

/** How a file is downloaded. Every field may be left out. */
export interface DownloadOptions extends RequestOptions {
  /** Aborts the download at once. */
  signal?: AbortSignal | undefined;
  /** Milliseconds that the download may take in all, with the time that whoever reads it takes. @default 1_800_000 */
  timeout?: number | undefined;
  /**
   * Called after each piece with the bytes received so far, and with the total when the server sends it. The bytes begin at zero
   * again when `save` has to begin anew.
   */
  onProgress?: ((progress: { received: number; total?: number }) => void) | undefined;
  /** A larger file is refused. @default 1_073_741_824 (1 GiB) */
  maxBytes?: number | undefined;
  /** What the file has to be. @default for `save` what its name says; without that, anything but text, XML or JSON */
  expect?: MediaKind | undefined;
}

const defaultMaxBytes = 2 ** 30;
const maxAttempts = 5;
/** Milliseconds before the second attempt; each further pause is twice as long. */
const firstPause = 250;

/** How far a download has come, and what names the file that it is of, so that no other is gone on with. */
interface Part {
  /** Whether the server has once begun to send the file. */
  hasBegun: boolean;
  received: number;
  total?: number | undefined;
  validator?: { header: 'etag' | 'last-modified'; value: string } | undefined;
}

/** Lets go of all pieces so far. */
type Restart = () => Promise<void>;

/**
 * The pieces of the file at an address, checked. A download that breaks off goes on where it was, if the server allows it.
 * @param restart for a reader that can begin anew where the server does not
 */
export async function* receive(
  url: string | URL,
  options: DownloadOptions,
  restart?: Restart,
): AsyncGenerator<Uint8Array, void> {
  const { timeout = 1_800_000, signal } = options;
  checkTime('timeout', timeout);
  const stop = new AbortController();
  const late = () => stop.abort(new DOMException('no answer in time', 'TimeoutError'));
  const timer = setTimeout(late, Math.min(timeout, longestTimer));
  const forget = onAbort(signal, () => stop.abort(signal?.reason));
  try {
    yield* receiveAll(parseAddress(url), options, stop.signal, restart);
  } catch (error) {
    if (signal?.aborted) throw saveError('aborted', 'the download was aborted', signal.reason);
    throw error;
  } finally {
    clearTimeout(timer);
    forget();
    // The reader may have gone while a request was under way.
    stop.abort();
  }
}

async function* receiveAll(
  url: URL,
  options: DownloadOptions,
  signal: AbortSignal,
  restart: Restart | undefined,
): AsyncGenerator<Uint8Array, void> {
  const part: Part = { hasBegun: false, received: 0 };
  for (let attempt = 1; ; attempt++) {
    try {
      return yield* receivePart(url, part, options, signal, restart);
    } catch (error) {
      if (!(error instanceof Interruption)) throw error;
      const mayGoOn = part.received === 0 || part.validator || restart;
      const isLast = attempt === maxAttempts || signal.aborted;
      if (!part.hasBegun || !mayGoOn || isLast) throw error.error;
      await sleep(firstPause * 2 ** (attempt - 1), signal).catch((cause) => {
        throw saveError('download', error.message, cause);
      });
    }
  }
}

/** Requests what is missing: at first everything. */
async function* receivePart(
  url: URL,
  part: Part,
  options: DownloadOptions,
  signal: AbortSignal,
  restart: Restart | undefined,
): AsyncGenerator<Uint8Array, void> {
  const response = await requestFile(url, describeRest(part), options, signal);
  let isRest = false;
  try {
    isRest = part.received > 0 && continues(response, part);
    if (part.received > 0 && !isRest) await checkOther(response, url, part, restart);
    if (!isRest) checkWhole(response, url, part, options);
  } catch (error) {
    dropBody(response);
    throw error;
  }
  const { maxBytes = defaultMaxBytes, onProgress } = options;
  const pieces = piecesOf(response, maxBytes, part.received, signal);
  for await (const piece of isRest ? pieces : checkStart(pieces, url, options)) {
    part.received += piece.byteLength;
    const { received, total } = part;
    if (total !== undefined && received > total) throw wrong(`${url.host} sent more than it said`);
    onProgress?.(total === undefined ? { received } : { received, total });
    yield piece;
  }
  const { received, total } = part;
  if (received === 0) throw wrong('the file was empty; try again');
  if (total !== undefined && received < total)
    throw new Interruption(cutOff(`${received} of ${total} bytes`));
}

/** Asks for the rest of a file, or for all of it if it is not the same any more. */
function describeRest({ received, validator }: Part): Record<string, string> {
  if (!received || !validator) return {};
  return { range: `bytes=${received}-`, 'if-range': validator.value };
}

/** Whether a response is the rest of the same file, to its end. Some servers send a part of another one. */
function continues({ status, headers }: Response, part: Part): boolean {
  const range = headers.get('content-range') ?? '';
  const [, from, to, total] = (/^bytes (\d+)-(\d+)\/(\d+)$/.exec(range) ?? []).map(Number);
  const { received, validator } = part;
  const isSame = validator && headers.get(validator.header) === validator.value;
  if (status !== 206 || !isSame || headers.has('content-encoding')) return false;
  if (from !== received || total === undefined || to !== total - 1) return false;
  if (part.total !== undefined && part.total !== total) return false;
  part.total = total;
  return true;
}

/** Begins anew when a response is another file instead of the rest. */
async function checkOther(
  { ok, status }: Response,
  { host }: URL,
  part: Part,
  restart: Restart | undefined,
): Promise<void> {
  if (status >= 500 || status === 429)
    throw new Interruption(wrong(`HTTP ${status} from ${host}; try again`));
  if (!ok && status !== 416) return;
  await startOver(part, restart);
  if (!ok || status === 206)
    throw new Interruption(wrong(`${host} did not send the rest of the file; try again`));
}

async function startOver(part: Part, restart: Restart | undefined): Promise<void> {
  if (!restart) throw cutOff(`${part.received} bytes, and its rest cannot be had`);
  await restart();
  part.received = 0;
}

/** Checks a response from the beginning of the file, and notes what it says about that. */
function checkWhole(
  { ok, status, headers }: Response,
  { host }: URL,
  part: Part,
  { maxBytes = defaultMaxBytes, expect }: DownloadOptions,
): void {
  if (!ok) throw wrong(`HTTP ${status} from ${host}; ${advice}`);
  if (status === 206) throw wrong(`${host} sent a part of the file, unasked (HTTP 206); ${advice}`);
  const what = describeWrongType(headers.get('content-type'), expect);
  if (what) throw insteadOf(host, what, expect);
  const isPacked = headers.has('content-encoding');
  const length = headers.get('content-length');
  // Of a packed body, more bytes arrive here than it says.
  part.total = length && !isPacked ? Number(length) : undefined;
  part.validator = isPacked ? undefined : validatorOf(headers);
  if ((part.total ?? 0) > maxBytes) throw tooLarge(maxBytes);
  part.hasBegun = true;
}

/** What names this very version of a file: a strong ETag, or a time of change that cannot stand for two versions. */
function validatorOf(headers: Headers): Part['validator'] {
  const etag = headers.get('etag');
  if (etag) return /^"[^"]*"$/.test(etag) ? { header: 'etag', value: etag } : undefined;
  const modified = headers.get('last-modified');
  const age = Date.parse(headers.get('date') ?? '') - Date.parse(modified ?? '');
  return modified && age >= 1_000 ? { header: 'last-modified', value: modified } : undefined;
}

async function* piecesOf(
  { body }: Response,
  maxBytes: number,
  received: number,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  try {
    yield* readPieces(body, maxBytes - received, signal);
  } catch (error) {
    throw error instanceof RangeError
      ? tooLarge(maxBytes)
      : new Interruption(cutOff('a part', error));
  }
}

/** Holds the first pieces back until they are seen to be no text, whatever their type says. */
async function* checkStart(
  pieces: AsyncIterable<Uint8Array>,
  { host }: URL,
  { expect }: DownloadOptions,
): AsyncGenerator<Uint8Array> {
  let start: Uint8Array = new Uint8Array();
  let what: string | undefined;
  for await (const piece of pieces) {
    if (what) {
      yield piece;
      continue;
    }
    start = start.length ? Buffer.concat([start, piece]) : piece;
    what = describeStart(start, false);
    if (what && what !== 'media') throw insteadOf(host, what, expect);
    if (what) yield start;
  }
  if (!what && start.length) throw insteadOf(host, describeStart(start, true) ?? '', expect);
}

const advice = 'read the task again for a fresh address';
const wrong = (why: string) => saveError('download', why);
const insteadOf = (host: string, what: string, expect: MediaKind | undefined) =>
  wrong(`${host} answered with ${what}${expect ? ` instead of ${expect}` : ''}; ${advice}`);
const tooLarge = (maxBytes: number) =>
  saveError('size', `it is larger than ${maxBytes.toLocaleString('en')} bytes; raise maxBytes`);
const cutOff = (what: string, cause?: unknown) =>
  saveError('download', `the download broke off after ${what}; try again`, cause);
