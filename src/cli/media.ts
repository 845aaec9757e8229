import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ProviderName } from '../documents/documents.ts';
import { isObject, type JsonObject } from '../documents/json.ts';
import type { OperationName } from '../index.ts';
import { limitsOf, readMedia } from '../node/base64.ts';
import { FileError } from '../node/index.ts';
import { type Context, UsageError } from './command.ts';
import { flagOf } from './fields.ts';
import { tell } from './progress.ts';

/** Where the fields with files are: of which provider and operation, in which folder. */
interface Place extends Pick<Context, 'cwd' | 'stderr' | 'signal'> {
  provider: ProviderName;
  operation: OperationName;
}

/**
 * A copy of an input in which the bytes stand in place of each file that a field names, as raw Base64. A file is checked by the
 * documented limits; an address is left as it is, and of a `data:` URL the prefix is removed.
 * @throws {UsageError} there is no such file, it breaks a limit, or the field takes addresses only
 */
export async function readFiles(input: JsonObject, place: Place): Promise<JsonObject> {
  const fields = Object.entries(input).map(async ([name, value]) => [
    name,
    await readInside(value, [place.operation, name], '', place),
  ]);
  return Object.fromEntries(await Promise.all(fields));
}

/** @param inside the steps into the flag's JSON, as a message shows them */
async function readInside(
  value: unknown,
  path: string[],
  inside: string,
  place: Place,
): Promise<unknown> {
  if (Array.isArray(value)) {
    return Promise.all(value.map((each, at) => readInside(each, path, `${inside}[${at}]`, place)));
  }
  if (isObject(value)) {
    const fields = Object.entries(value).map(async ([name, each]) => [
      name,
      await readInside(each, [...path, name], `${inside}${inside && '.'}${name}`, place),
    ]);
    return Object.fromEntries(await Promise.all(fields));
  }
  // An empty text counts as none.
  return typeof value === 'string' && value ? readField(value, path, inside, place) : value;
}

async function readField(
  value: string,
  path: string[],
  inside: string,
  { provider, cwd, stderr, signal }: Place,
): Promise<string> {
  const limits = limitsOf(provider, path.join('.'));
  if (!limits || /^https?:/i.test(value)) return value;
  const flag = flagOf(path[1] ?? '') + (inside && ` (${inside})`);
  if (!limits.takes.includes('base64')) {
    throw new UsageError(`${flag} takes an address only, such as https://example.com/file`);
  }
  const isData = /^(data|file):/i.test(value);
  const file = resolve(cwd, value);
  // The beginning of a JPEG looks like a path, and a long path like Base64; `base64 FILE` breaks the lines.
  const looksEncoded = value.length >= 64 && /^[A-Za-z\d+/\r\n]+={0,2}$/.test(value);
  const isBase64 = looksEncoded && !existsSync(file);
  const source = isData ? value : isBase64 ? Buffer.from(value, 'base64') : file;
  const name = isData || isBase64 ? `what ${flag} holds` : value;
  try {
    const read = await readMedia(source, { field: flag, limits, name, signal });
    if (read.warning) tell({ stderr }, read.warning);
    return read.text;
  } catch (error) {
    throw error instanceof FileError ? new UsageError(error.message) : error;
  }
}
