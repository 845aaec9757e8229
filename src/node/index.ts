import { randomUUID } from 'node:crypto';
import { type FileHandle, open, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { within } from '../client/sleep.ts';
import { type DownloadOptions, download as downloadFrom } from './download.ts';
import { SaveError, saveError } from './save-error.ts';

export { SaveError };

/** How a result is saved. Every field may be left out. */
export interface SaveOptions extends DownloadOptions {
  /** Aborts the download at once. */
  signal?: AbortSignal | undefined;
  /** Milliseconds that the download may take in all. @default 1_800_000 */
  timeout?: number | undefined;
}

/** A file that has been saved completely. */
export interface Saved {
  /** The path, as it was given to `save`. */
  file: string;
  bytes: number;
}

/**
 * Downloads the file at an address, such as `audios[0].url_mp3` of a result, and saves it. The file appears only when it is
 * complete, and replaces one of the same name; until then the bytes are in a hidden file beside it. Only one piece at a time is
 * held in memory.
 * @throws {SaveError} no response or a refusal, an incomplete or too large file, no time left, no space or permission, aborted
 */
export async function save(
  url: string | URL,
  file: string,
  options: SaveOptions = {},
): Promise<Saved> {
  return withPartialFile(file, options.signal, async (partial, target, path) => {
    const write = (stop: AbortSignal) => writeFile(partial, downloadFrom(url, options, stop));
    await within(options.timeout ?? 1_800_000, write, options.signal);
    await partial.sync();
    const { size: bytes } = await partial.stat();
    // Before the rename: Windows cannot rename an open file, and some disks report only here that they are full.
    await partial.close();
    await rename(path, target);
    return { file, bytes };
  });
}

/**
 * The pieces of the file at an address, checked as `save` checks them, for what is no file, such as a pipe.
 * @throws {SaveError} what `save` throws, but for `disk`
 */
export async function* download(
  url: string | URL,
  options: SaveOptions = {},
): AsyncGenerator<Uint8Array, void> {
  const { signal = new AbortController().signal } = options;
  try {
    yield* downloadFrom(url, options, signal);
  } catch (error) {
    throw signal.aborted ? saveError('aborted', 'the download was aborted', signal.reason) : error;
  }
}

/**
 * Checks that a file can be saved there, before a task is paid for. Writes one byte into a file beside it and removes that.
 * @throws {SaveError} with the reason `disk`
 */
export async function checkTarget(file: string): Promise<void> {
  await withPartialFile(file, undefined, (partial) => partial.writeFile('.'));
}

/** Opens a hidden file in the target's folder, and removes it whatever happens. */
async function withPartialFile<T>(
  file: string,
  signal: AbortSignal | undefined,
  work: (partial: FileHandle, target: string, path: string) => Promise<T>,
): Promise<T> {
  try {
    // The file behind a link is replaced, not the link.
    const target = await realpath(file).catch(() => resolve(file));
    const existing = await stat(target).catch(() => undefined);
    if (existing && !existing.isFile())
      throw saveError('disk', 'that is not a file; give the name of one');
    const path = join(dirname(target), `.kling-fetch-${randomUUID()}.part`);
    const partial = await open(path, 'wx');
    try {
      return await work(partial, target, path);
    } finally {
      await partial.close().catch(() => {});
      await rm(path, { force: true }).catch(() => {});
    }
  } catch (error) {
    throw toSaveError(error, file, signal);
  }
}

/** What the codes of the file system mean, and what to do. */
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

function toSaveError(error: unknown, file: string, signal: AbortSignal | undefined): unknown {
  const about = (reason: SaveError['reason'], why: string, cause: unknown) =>
    saveError(reason, `${file} cannot be saved: ${why}`, cause);
  if (signal?.aborted) return about('aborted', 'the download was aborted', signal.reason);
  if (error instanceof SaveError) return about(error.reason, error.message, error.cause);
  if (!(error instanceof Error && 'code' in error && 'syscall' in error)) return error;
  const code = String(error.code);
  return about('disk', disk[code] ?? `the file system says ${code}; choose another folder`, error);
}
