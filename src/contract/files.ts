/** Reading files that others wrote: how much there is shows while they are read, as a size on disk may be no size at all. */
import { open, opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const mebibyte = 1024 * 1024;

/** The most bytes of one file, page, baseline or recording. */
export const maxFileSize = 5 * mebibyte;

/** The most entries of a folder and the folders in it, and the most that all files together have. */
interface FolderLimits {
  entries: number;
  mebibytes: number;
}
const usualLimits: FolderLimits = { entries: 2000, mebibytes: 20 };

/** What is said of a file that is larger than that. */
export const describeTooLarge = `is larger than ${maxFileSize / mebibyte} MB; nothing that belongs here is that large`;

/** Something is larger than it may be. The message says what follows the name of a file or a folder. */
export class TooLargeError extends Error {
  override readonly name = 'TooLargeError';
}

/**
 * Reads a file, no further than the limit: a device or a growing file ends there, too.
 * @throws {TooLargeError} it goes on after the limit
 * @throws {Error} what the disk says
 */
export async function readTextFile(path: string): Promise<string> {
  const file = await open(path);
  try {
    // Most files are small, and a folder has thousands: memory for the largest would be cleared out for each.
    let bytes = Buffer.allocUnsafe(64 * 1024);
    let size = 0;
    for (;;) {
      if (size === bytes.length)
        bytes = Buffer.concat([bytes], Math.min(4 * size, maxFileSize + 1));
      const { bytesRead } = await file.read(bytes, size, bytes.length - size);
      if (bytesRead === 0) return bytes.toString('utf8', 0, size);
      size += bytesRead;
      if (size > maxFileSize) throw new TooLargeError(describeTooLarge);
    }
  } finally {
    await file.close();
  }
}

/** A file of a folder, and its text or why there is none. */
export type FolderFile = { path: string } & ({ text: string } | { why: string });

/**
 * Reads a file, or the files of a folder, one after the other in the order of their names; hidden ones are left out. What is no file
 * (a device, a pipe, a link to a folder) or too large comes with the reason why it cannot be read.
 * @param ending of a folder only files with this ending, and no folders in it; without, everything
 * @param limits how much of a folder may be read @default 2,000 entries and 20 MB
 * @throws {TooLargeError} there are too many files, or they are too large together
 * @throws {Error} what the disk says of the folder
 */
export async function* readFiles(
  folder: string,
  ending?: string,
  limits = usualLimits,
): AsyncGenerator<FolderFile, void> {
  let size = 0;
  const isOne = (await stat(folder)).isFile();
  for (const path of isOne ? [folder] : (await listFiles(folder, ending, limits)).sort()) {
    const file = await readEntry(path);
    size += 'text' in file ? file.text.length : 0;
    if (size > limits.mebibytes * mebibyte) {
      throw new TooLargeError(`${folder} has more than ${limits.mebibytes} MB of files`);
    }
    yield file;
  }
}

async function listFiles(
  folder: string,
  ending: string | undefined,
  { entries: maxEntries }: FolderLimits,
): Promise<string[]> {
  const files: string[] = [];
  const folders = [folder];
  let entries = 0;
  for (const each of folders) {
    for await (const entry of await opendir(each)) {
      entries += 1;
      if (entries > maxEntries) {
        throw new TooLargeError(`${folder} has more than ${maxEntries} files`);
      }
      if (entry.name.startsWith('.')) continue;
      const path = join(each, entry.name);
      if (entry.isDirectory()) folders.push(...(ending === undefined ? [path] : []));
      else if (path.endsWith(ending ?? '')) files.push(path);
    }
  }
  return files;
}

async function readEntry(path: string): Promise<FolderFile> {
  try {
    // A pipe is not even opened: that would wait for somebody to write into it.
    const isFile = (await stat(path)).isFile();
    return isFile ? { path, text: await readTextFile(path) } : { path, why: 'is not a file' };
  } catch (error) {
    if (error instanceof TooLargeError) return { path, why: error.message };
    const { code } = error as NodeJS.ErrnoException;
    return { path, why: `cannot be read${code ? ` (${code})` : ''}` };
  }
}
