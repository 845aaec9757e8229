import { randomUUID } from 'node:crypto';
import { fsync, type Stats } from 'node:fs';
import { lstat, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { codeOf } from '../client/connection.ts';
import { SaveError, saveError } from './save-error.ts';

/** A hidden file beside the one that it will become. */
interface PartialFile {
  write(piece: Uint8Array): Promise<void>;
  /** Empties it. */
  restart(): Promise<void>;
}

/** What is written to the file, and whether it then replaces the one of that name. */
interface Replacement {
  fill: (partial: PartialFile) => Promise<void>;
  isRehearsal?: boolean;
}

/**
 * Fills a hidden file in the folder of another one, which it then replaces; whatever happens, it is removed.
 * @returns its bytes
 * @throws {SaveError} the disk refuses, or what `fill` throws
 */
export async function replaceFile(
  file: string,
  { fill, isRehearsal = false }: Replacement,
): Promise<number> {
  try {
    const { target, mode } = await findTarget(file);
    const path = join(dirname(target), `.kling-fetch-${randomUUID()}.part`);
    // At no time may anybody read it who cannot read the file that it replaces.
    const partial = await onDisk(open(path, 'wx', mode === undefined ? 0o666 : 0o600));
    let bytes = 0;
    try {
      await fill({
        async write(piece) {
          for (let at = 0; at < piece.length; ) {
            const writing = partial.write(piece, at, piece.length - at, bytes);
            const { bytesWritten } = await onDisk(writing);
            at += bytesWritten;
            bytes += bytesWritten;
          }
        },
        async restart() {
          await onDisk(partial.truncate(0));
          bytes = 0;
        },
      });
      if (mode !== undefined) await onDisk(partial.chmod(mode));
      // Where handles are emulated, as by Yarn, `partial.sync` is missing.
      await onDisk(promisify(fsync)(partial.fd));
      // Before the rename: Windows cannot rename an open file, and some disks report only here that they are full.
      await onDisk(partial.close());
      if (!isRehearsal) await onDisk(rename(path, target));
      return bytes;
    } finally {
      await partial.close().catch(() => {});
      await rm(path, { force: true }).catch(() => {});
    }
  } catch (error) {
    if (!(error instanceof SaveError)) throw error;
    throw saveError(error.reason, `${file} cannot be saved: ${error.message}`, error.cause);
  }
}

/** The file that is replaced: the one behind a link. Its mode is that of the file that is there now, if there is one. */
async function findTarget(file: string): Promise<{ target: string; mode?: number }> {
  const target = await realpath(file).catch(() => resolve(file));
  const existing = await stat(target).catch(() => undefined);
  if (existing && !existing.isFile())
    throw saveError('disk', 'that is not a file; give the name of one');
  const entry = await onDisk(lstat(file).catch(orMissing));
  if (!entry) return { target };
  // In a folder like /tmp, anybody can plant a link to one's own files, and nobody can replace a file of others.
  const [around, folder] = await onDisk(
    Promise.all([stat(dirname(resolve(file))), stat(dirname(target))]),
  );
  const me = process.getuid?.();
  const isShared = ({ mode }: Stats) => (mode & 0o1000) !== 0;
  if (isShared(around) && entry.isSymbolicLink() && entry.uid !== me)
    throw saveError('disk', 'somebody else made that link; choose another name');
  const owners = [0, folder.uid, (existing ?? entry).uid];
  if (isShared(folder) && me !== undefined && !owners.includes(me))
    throw saveError('disk', 'that file is somebody else’s; choose another name');
  return existing ? { target, mode: existing.mode & 0o777 } : { target };
}

/** A name that is free is no error; one that no file can have is. */
function orMissing(error: unknown): undefined {
  if (codeOf(error) !== 'ENOENT') throw error;
}

/** What the codes of the file system mean, and what to do. */
const meanings: Record<string, string> = {
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

/** Whatever a call of the file system throws, also an emulated one, becomes a SaveError. */
async function onDisk<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    const why = meanings[code] ?? `the file system says ${code}; choose another folder`;
    throw saveError('disk', why, error);
  }
}
