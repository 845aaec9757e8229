import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { isObject, type JsonObject } from '../documents/json.ts';
import { branchesFor, type Schema } from '../documents/openapi.ts';
import { readMedia } from '../node/base64.ts';
import { type Context, UsageError } from './command.ts';
import { flagOf } from './fields.ts';
import { tell } from './progress.ts';

/** What is there to read files: their folder, and who is told of them. */
type Place = Pick<Context, 'cwd' | 'stderr' | 'signal'>;

/**
 * A copy of an input in which the bytes stand in place of each file that a field names, as raw Base64. A file is checked by the
 * documented limits; an address is left as it is, and of a `data:` URL the prefix is removed.
 * @param schema that of the request
 * @throws {UsageError} there is no such file, it breaks a limit, or the field takes addresses only
 */
export async function readFiles(
  schema: Schema,
  input: JsonObject,
  place: Place,
): Promise<JsonObject> {
  const fields = Object.entries(input).map(async ([name, value]) => [
    name,
    await readInside(value, fieldIn([schema], input, name), [flagOf(name), ''], place),
  ]);
  return Object.fromEntries(await Promise.all(fields));
}

/** All that is said of a field of this very object. */
const fieldIn = (schemas: Schema[], value: JsonObject, name: string): Schema[] =>
  schemas
    .flatMap((each) => branchesFor(each, value))
    .flatMap(({ properties = {} }) => properties[name] ?? [])
    .filter((field) => typeof field === 'object');

/** @param place the flag, and the steps into its JSON, as a message shows them */
async function readInside(
  value: unknown,
  schemas: Schema[],
  [flag, inside]: [string, string],
  place: Place,
): Promise<unknown> {
  if (Array.isArray(value)) {
    const items = schemas.flatMap((each) => each.items ?? []);
    return Promise.all(
      value.map((each, at) => readInside(each, items, [flag, `${inside}[${at}]`], place)),
    );
  }
  if (isObject(value)) {
    const fields = Object.entries(value).map(async ([name, each]) => {
      const steps = `${inside}${inside && '.'}${name}`;
      return [name, await readInside(each, fieldIn(schemas, value, name), [flag, steps], place)];
    });
    return Object.fromEntries(await Promise.all(fields));
  }
  // An empty text counts as none.
  if (typeof value !== 'string' || !value) return value;
  return readField(value, schemas, flag + (inside && ` (${inside})`), place);
}

async function readField(
  value: string,
  schemas: Schema[],
  flag: string,
  { cwd, stderr, signal }: Place,
): Promise<string> {
  const [limits] = schemas.flatMap((each) => each['x-media'] ?? []);
  if (!limits || /^https?:/i.test(value)) return value;
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
  const refuse = (message: string) => new UsageError(message);
  const read = await readMedia(source, { field: flag, limits, name, signal, refuse });
  if (read.warning) tell({ stderr }, read.warning);
  return read.text;
}
