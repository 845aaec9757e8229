import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { mediaLimits } from '../../generated/media-limits.ts';
import { readBody } from '../client/body.ts';
import { KlingError } from '../client/errors.ts';
import {
  checkFile,
  describeLimits,
  type FileFacts,
  type FileLimits,
  formatBytes,
  formatOf,
} from '../documents/files.ts';
import { readPicture } from '../documents/pictures.ts';
import { type Container, readSeconds } from '../documents/seconds.ts';
import { type DownloadOptions, receive } from './download.ts';

/** The providers, each with the fields of its operations that take files. */
type Limits = typeof mediaLimits;

/** A field that takes a file as Base64: `imageToVideo.image`, `omniVideo.image_list.image_url`. */
export type MediaField<Provider extends keyof Limits = 'klingai'> = {
  // What takes an address only has no use for Base64.
  [Field in Name<Limits[Provider]>]: Limits[Provider][Field] extends { takes: 'url'[] }
    ? never
    : Field;
}[Name<Limits[Provider]>];
type Name<Fields> = keyof Fields & string;

/** How a file is read. Every field may be left out. */
export interface Base64Options<Provider = 'klingai'> extends DownloadOptions {
  /** Whose limits count. @default 'klingai' */
  provider?: Provider | undefined;
  /** Called with one line about what could not be checked: how long a sound plays. @default console.warn */
  onWarning?: ((message: string) => void) | undefined;
}

/** A file cannot be read, or breaks a limit of the field that it is for. The message names the file, the limit and what to do. */
export class FileError extends KlingError {
  override readonly name = 'FileError';
}

/**
 * A file as the raw Base64 that a create takes: `image: await base64('./boat.png', 'imageToVideo.image')`. Its type, bytes, sides,
 * ratio and length are checked before by what the provider documents for that field.
 * @param source a path; an address, which is downloaded; a `data:` URL; a Blob; or the bytes
 * @throws {FileError} it cannot be read, or breaks a limit
 * @throws {SaveError} it cannot be downloaded
 * @throws {TypeError} there is no such field, or it takes addresses only
 */
export async function base64<Provider extends keyof Limits = 'klingai'>(
  source: string | URL | Blob | Uint8Array,
  field: MediaField<NoInfer<Provider>>,
  options: Base64Options<Provider> = {},
): Promise<string> {
  const { provider = 'klingai', onWarning = console.warn } = options;
  const table: Record<string, Record<string, FileLimits>> = mediaLimits;
  const limits = table[provider]?.[field];
  if (!limits?.takes.includes('base64')) {
    const why = limits ? 'takes addresses only' : 'is no field that takes a file';
    throw new TypeError(`${field} of ${provider} ${why}`);
  }
  const { text, warning } = await readMedia(source, {
    field,
    limits,
    signal: options.signal,
    async download(url, maxBytes) {
      const pieces: Uint8Array[] = [];
      for await (const piece of receive(url, { ...options, maxBytes })) pieces.push(piece);
      return Buffer.concat(pieces);
    },
    refuse: (message, facts) => new FileError(message, facts),
  });
  if (warning) onWarning(`kling-fetch: ${warning}`);
  return text;
}

/** What a file is read for. */
interface Purpose {
  /** What messages call the field. */
  field: string;
  limits: FileLimits;
  /** What messages call the file. @default its path or address */
  name?: string;
  signal?: AbortSignal | undefined;
  /** Gives the bytes at an address; absent where none is read. Passed in, so that the command line has no second `SaveError`. */
  download?: (url: URL, maxBytes: number) => Promise<Uint8Array>;
  /** Makes the error that is thrown for a file that cannot be sent. */
  refuse: (message: string, facts: { cause?: unknown }) => Error;
}

/** Characters of a name that a message shows whole. What is longer may be the file itself, as Base64 of another kind. */
const longestName = 300;

/** Reads a file, checks it by the limits of the field, and gives its Base64. */
export async function readMedia(
  source: string | URL | Blob | Uint8Array,
  { field, limits, name = nameOf(source), ...purpose }: Purpose,
): Promise<{ text: string; warning?: string }> {
  const named = name.length > longestName ? `${name.slice(0, 40)}…` : name;
  const takes = `${field} takes ${describeLimits(limits) || `any ${limits.kind}`}`;
  const refuse = (why: string, cause?: unknown) =>
    purpose.refuse(`${named} ${why}; ${takes}`, { ...(cause !== undefined && { cause }) });
  const { maxBytes = defaultMaxBytes } = limits;
  const bytes = await readBytes(source, maxBytes, purpose).catch((error) => {
    const isTooLarge = error instanceof RangeError || error.reason === 'size';
    if (isTooLarge) throw refuse(`has more than ${formatBytes(maxBytes)}`);
    if (error instanceof KlingError) throw error;
    throw refuse(
      `cannot be read: ${/^E(NOENT|NAMETOOLONG)$/.test(error.code) ? 'there is no such file' : error.message}`,
      error,
    );
  });
  const facts = factsOf(bytes);
  const found = checkFile(limits, facts);
  if (found.length > 0) throw refuse(found.join(', '));
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
  if (!limits.seconds || facts.seconds !== undefined) return { text };
  const [least, most] = limits.seconds;
  return {
    text,
    warning: `how long ${named} plays is unknown; ${field} takes ${least} to ${most} s`,
  };
}

const containers: Record<string, Container> = {
  mp3: 'mp3',
  wav: 'wav',
  mp4: 'mp4',
  m4a: 'mp4',
  mov: 'mp4',
};

/** What the bytes of a file say about it. What is not found in them is undefined. */
function factsOf(bytes: Uint8Array): FileFacts {
  const format = formatOf(bytes);
  const { width, height } = readPicture(bytes) ?? {};
  const container = containers[format ?? ''];
  const seconds = container && readSeconds(bytes, container);
  return { format, bytes: bytes.length, width, height, seconds };
}

/** Larger than any documented limit. */
const defaultMaxBytes = 200_000_000;

/** @throws {RangeError} there are more bytes than that */
async function readBytes(
  source: string | URL | Blob | Uint8Array,
  maxBytes: number,
  { signal, download }: Pick<Purpose, 'signal' | 'download'>,
): Promise<Uint8Array> {
  if (source instanceof Uint8Array) {
    if (source.length > maxBytes) throw new RangeError();
    return source;
  }
  if (source instanceof Blob) return readBody(source.stream(), maxBytes, signal);
  const url = /^(https?|data|file):/i.test(String(source)) ? new URL(source) : undefined;
  if (url?.protocol === 'data:')
    return readBytes(await (await fetch(url)).blob(), maxBytes, { signal });
  if (url && url.protocol !== 'file:' && download) return download(url, maxBytes);
  return readPath(url ? fileURLToPath(url) : String(source), maxBytes);
}

/** Reads a file that is not larger than that; a device or a pipe, whose size nobody knows, is not read. */
async function readPath(path: string, maxBytes: number): Promise<Uint8Array> {
  const file = await stat(path);
  if (!file.isFile()) throw new Error('it is no file');
  if (file.size > maxBytes) throw new RangeError();
  return readFile(path);
}

/** What to call a file in a message: of a `data:` URL, only that it is one; of an address, no query, which may be a password. */
function nameOf(source: string | URL | Blob | Uint8Array): string {
  if (source instanceof Uint8Array) return 'the file';
  if (source instanceof Blob) return 'name' in source ? String(source.name) : 'the file';
  const text = String(source);
  if (/^data:/i.test(text)) return 'the data: URL';
  return /^https?:/i.test(text) ? text.replace(/[?#].*/s, '') : text;
}
