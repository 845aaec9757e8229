import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import {
  maxPageSize,
  PageError,
  type PublishedPage,
  readPublished,
  tooLarge,
} from './published.ts';

/**
 * Reads every file of a folder and of the folders in it as a page, hidden ones left out.
 * @throws {PageError} no such folder, nothing in it, or a file that cannot be read
 */
export async function readFolder(folder: string): Promise<PublishedPage[]> {
  const names = await readdir(folder, { recursive: true }).catch(() => {
    throw new PageError(`${folder} is no folder that can be read`);
  });
  const visible = names.filter((name) => !/(^|[\\/])\./.test(name)).sort();
  const files: { file: string; size: number }[] = [];
  for (const name of visible) {
    const file = join(folder, name);
    const facts = await stat(file);
    if (facts.isFile()) files.push({ file, size: facts.size });
  }
  if (files.length === 0) throw new PageError(`${folder} has no file in it`);
  const pages: PublishedPage[] = [];
  for (const { file, size } of files) {
    if (size > maxPageSize) throw tooLarge(file);
    pages.push(readPublished(await readFile(file, 'utf8'), file));
  }
  return pages;
}
