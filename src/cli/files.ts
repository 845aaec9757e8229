/** Writing files that the user named, and saying what a disk says. */
import { randomUUID } from 'node:crypto';
import { realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { UsageError } from './command.ts';

/**
 * Writes a file in one step: whoever reads it meanwhile gets the old one or the new one, never a half.
 * @throws {UsageError} it cannot be written; names the flag that asked for it
 */
export async function replaceFile(file: string, text: string, flag: string): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const partial = join(dirname(target), `.kling-fetch-${randomUUID()}.part`);
  try {
    await writeFile(partial, text, { flag: 'wx' });
    await rename(partial, target);
  } catch (error) {
    refuseWrite(flag)(error);
  } finally {
    await rm(partial, { force: true });
  }
}

/** For a file that cannot be written; names the flag that asked for it. */
export const refuseWrite = (flag: string) => (error: unknown) => {
  throw new UsageError(`${flag} cannot be written: ${describeDiskError(error)}`);
};

/** `no such file or directory`: what Node says, without the code before it and the path after it. */
export function describeDiskError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^E[A-Z]+: /, '').replace(/, .*$/s, '');
}
