import { randomUUID } from 'node:crypto';
import { type FileHandle, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type ErrorFacts, KlingError } from './errors.ts';
import type { Fetch } from './transport.ts';

/** How a result is saved; every field may be left out. */
export interface SaveOptions {
  /** Gives the download up at once. */
  signal?: AbortSignal | undefined;
  /** Told after each piece how many bytes have come, and of how many where the other side says so. */
  onProgress?: ((progress: { received: number; total?: number }) => void) | undefined;
  /** More than this is not taken. @default 1_073_741_824 (1 GiB) */
  maxBytes?: number | undefined;
  /** Stands in for the global `fetch`, which is otherwise looked up at each call. */
  fetch?: Fetch | undefined;
}

/** A file that is there, whole. */
export interface Saved {
  /** The file, as it was named to `save`. */
  file: string;
  bytes: number;
}

/** A result could not be saved; nothing half-written is left. The task keeps its result: save again. */
export class SaveError extends KlingError {
  override readonly name = 'SaveError';
  /**
   * Where it went wrong: `disk` (choose another place, or make room), `download` (try again, or read the task again
   * for a fresh address), `size` (raise `maxBytes`), `aborted` (you did).
   */
  readonly reason: 'disk' | 'download' | 'size' | 'aborted';

  constructor(message: string, facts: ErrorFacts & { reason: SaveError['reason'] }) {
    super(message, facts);
    this.reason = facts.reason;
  }
}

/**
 * Saves what is at an address, such as `audios[0].url_mp3` of a result. The file appears when it is whole, in place of
 * one of the same name; until then the bytes are beside it. Holds no more than a piece in memory.
 * @throws {SaveError} no answer or a refusal, half of a body, too much of it, no room or right to write, aborted
 */
export async function save(
  url: string | URL,
  file: string,
  options: SaveOptions = {},
): Promise<Saved> {
  return beside(file, options.signal, async (partial, target, path) => {
    const response = await answerOf(url, options);
    await writeFile(partial, measured(response, options));
    await partial.sync();
    const { size: bytes } = await partial.stat();
    // Before the rename: Windows renames no open file, and some disks are found full only here.
    await partial.close();
    await rename(path, target);
    return { file, bytes };
  });
}

/**
 * Makes sure that a file can be saved there, before a task is paid for. Writes a byte beside it and takes it away.
 * @throws {SaveError} with the reason `disk`
 */
export async function checkTarget(file: string): Promise<void> {
  await beside(file, undefined, (partial) => partial.writeFile('.'));
}

/** Opens a file of another name in the target's folder, and removes it whatever happens. */
async function beside<T>(
  file: string,
  signal: AbortSignal | undefined,
  work: (partial: FileHandle, target: string, path: string) => Promise<T>,
): Promise<T> {
  try {
    // The file behind a link is replaced, not the link.
    const target = await realpath(file).catch(() => resolve(file));
    const existing = await stat(target).catch(() => undefined);
    if (existing && !existing.isFile()) throw problem('disk', 'that is not a file; name one');
    const path = join(dirname(target), `.kling-fetch-${randomUUID()}.part`);
    const partial = await open(path, 'wx');
    try {
      return await work(partial, target, path);
    } finally {
      await partial.close().catch(() => {});
      await rm(path, { force: true }).catch(() => {});
    }
  } catch (error) {
    throw explained(error, file, signal);
  }
}

const defaultMaxBytes = 2 ** 30;

/** The answer to a GET, which is a file by all that can be seen from outside. */
async function answerOf(url: string | URL, options: SaveOptions): Promise<Response> {
  const { signal = null, maxBytes = defaultMaxBytes, fetch = globalThis.fetch } = options;
  let response: Response;
  try {
    response = await fetch(new Request(url, { signal }));
  } catch (error) {
    throw problem('download', `no answer from ${hostOf(url)}${codeIn(error)}; try again`, error);
  }
  const refused = refusalIn(response, hostOf(url));
  const isTooLarge = (totalOf(response) ?? 0) > maxBytes;
  if (!refused && !isTooLarge) return response;
  await response.body?.cancel().catch(() => {});
  throw refused ? problem('download', refused) : tooLarge(maxBytes);
}

function refusalIn({ ok, status, headers }: Response, host: string): string | undefined {
  const again = 'read the task again for a fresh address';
  if (!ok) return `HTTP ${status} from ${host}; ${again}`;
  const isPage = /^text\/html/i.test(headers.get('content-type') ?? '');
  return isPage ? `${host} answered with a page of HTML; ${again}` : undefined;
}

/** The pieces of a body, counted; ends with an error when they are too many or too few. */
async function* measured(
  response: Response,
  { maxBytes = defaultMaxBytes, onProgress, signal }: SaveOptions,
): AsyncGenerator<Uint8Array> {
  const total = totalOf(response);
  let received = 0;
  for await (const piece of piecesOf(response)) {
    signal?.throwIfAborted();
    received += piece.byteLength;
    if (received > maxBytes) throw tooLarge(maxBytes);
    onProgress?.(total === undefined ? { received } : { received, total });
    yield piece;
  }
  if (received === 0) throw problem('download', 'the answer was empty; try again');
  if (total !== undefined && received < total) throw cutOff(`${received} of ${total} bytes`);
}

async function* piecesOf({ body }: Response): AsyncGenerator<Uint8Array> {
  try {
    if (body) yield* body;
  } catch (error) {
    throw cutOff('a part', error);
  }
}

/** The announced size; of a compressed body it says nothing about the bytes that arrive here. */
function totalOf({ headers }: Response): number | undefined {
  const length = headers.get('content-length');
  return length && !headers.has('content-encoding') ? Number(length) : undefined;
}

/** An error whose message still lacks the file. */
const problem = (reason: SaveError['reason'], message: string, cause?: unknown) =>
  new SaveError(message, { reason, ...(cause === undefined ? {} : { cause }) });
const tooLarge = (maxBytes: number) =>
  problem('size', `it is larger than ${maxBytes.toLocaleString('en')} bytes; raise maxBytes`);
const cutOff = (what: string, cause?: unknown) =>
  problem('download', `the download broke off after ${what}; try again`, cause);

/** What the disk's words mean, and what to do. */
const disk: Record<string, string> = {
  EACCES: 'no permission to write there; choose another folder',
  EDQUOT: 'the disk quota is used up; make room or choose another folder',
  EFBIG: 'a file there may not be that large; choose another folder',
  ENAMETOOLONG: 'the name is too long; choose a shorter one',
  ENOENT: 'there is no such folder; make it first',
  ENOSPC: 'the disk is full; make room or choose another folder',
  ENOTDIR: 'its folder is a file; choose another folder',
  EPERM: 'no permission to write there; choose another folder',
  EROFS: 'the disk is read-only; choose another folder',
};

function explained(error: unknown, file: string, signal: AbortSignal | undefined): unknown {
  const named = (reason: SaveError['reason'], why: string, cause: unknown) =>
    problem(reason, `${file} cannot be saved: ${why}`, cause);
  if (signal?.aborted) return named('aborted', 'the download was aborted', signal.reason);
  if (error instanceof SaveError) return named(error.reason, error.message, error.cause);
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return error;
  const code = String(error.code);
  return named('disk', disk[code] ?? `the disk says ${code}; choose another folder`, error);
}

const hostOf = (url: string | URL) => (URL.canParse(url) && new URL(url).host) || 'that address';

function codeIn(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return ` (${at.code})`;
  }
  return '';
}
