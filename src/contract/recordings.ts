import { createHash } from 'node:crypto';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { documents, type ProviderName, providerNames } from '../documents/documents.ts';
import { isObject, plainName } from '../documents/json.ts';
import { documentedOperations } from './documented.ts';
import type { Exchange } from './exchange.ts';
import { type FolderFile, readFiles, TooLargeError } from './files.ts';
import { parseModestJson } from './modest-json.ts';

/** One exchange as it is kept in a file. Placeholders stand for keys, prompts, ids and addresses. */
export interface Recording {
  /** Version of this format. */
  v: 1;
  provider: ProviderName;
  method: string;
  /** As in the document: `/v1/audio/text-to-audio/{task_id}`. */
  path: string;
  query: Record<string, string>;
  /** Whether credentials were sent. */
  isSigned: boolean;
  /** The body of the request; absent when there was none. */
  request?: unknown;
  status: number;
  /** Media type of the response, without parameters; empty when it had none. */
  contentType: string;
  /** The body of the response; absent when it was empty. */
  body?: unknown;
}

/**
 * Returns a function that keeps exchanges in a folder, one JSON file each. The folder is made where needed. Exchanges that
 * differ only in what the placeholders stand for are kept once. A file is either written whole or not at all.
 * @throws {TypeError} the folder cannot be made
 */
export async function openRecorder(folder: string): Promise<(exchange: Exchange) => Promise<void>> {
  await mkdir(folder, { recursive: true }).catch((cause) => {
    throw new TypeError(`recordings cannot be kept in ${folder}`, { cause });
  });
  return async (exchange) => {
    const recording = makeRecording(exchange);
    const text = `${JSON.stringify(recording, null, 2)}\n`;
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
    const { operationId } = exchange.documented.operation;
    const file = `${recording.provider}.${operationId}.${recording.status}.${hash}.json`;
    const path = join(folder, file);
    if (await stat(path).catch(() => undefined)) return;
    const unfinished = `${path}.${crypto.randomUUID()}.part`;
    await writeFile(unfinished, text);
    await rename(unfinished, path);
  };
}

/** Redacts an exchange. */
function makeRecording(exchange: Exchange): Recording {
  const { documented, query, isSigned, requestBody, status, headers, body } = exchange;
  const redact = createRedactor(documented.provider);
  return {
    v: 1,
    provider: documented.provider,
    method: documented.method,
    path: documented.path,
    query: redact(query) as Record<string, string>,
    isSigned,
    ...(requestBody !== undefined && { request: redact(requestBody) }),
    status,
    contentType: headers['content-type']?.split(';')[0]?.trim() ?? '',
    ...(body !== undefined && { body: redact(body) }),
  };
}

/**
 * Reads the recordings in a folder, in the order of the files' names. Files without the extension `.json` are ignored.
 * @throws {TypeError} there is no such folder, it has no recordings, a file in it is not a recording of this version, or
 * they are too many or too large
 */
export async function readRecordings(folder: string): Promise<Recording[]> {
  const recordings: Recording[] = [];
  try {
    for await (const file of readFiles(folder, '.json')) recordings.push(parseRecording(file));
  } catch (cause) {
    if (cause instanceof TypeError) throw cause;
    if (cause instanceof TooLargeError) throw new TypeError(cause.message);
    throw new TypeError(`there is no folder of recordings ${folder}`, { cause });
  }
  if (recordings.length === 0) throw new TypeError(`there are no recordings in ${folder}`);
  return recordings;
}

function parseRecording(file: FolderFile): Recording {
  const name = basename(file.path);
  if ('why' in file) throw new TypeError(`${name} ${file.why}`);
  try {
    const value = parseModestJson(file.text);
    if (isRecording(value)) return value;
  } catch {
    // The error below must not show what is in the file.
  }
  throw new TypeError(`${name} is not a recording of kling-fetch`);
}

function isRecording(value: unknown): value is Recording {
  if (!isObject(value) || value.v !== 1) return false;
  const provider = providerNames.find((each) => each === value.provider);
  return (
    provider !== undefined &&
    canBeSent(value.status, value.contentType) &&
    documentedOperations(provider).some(
      ({ method, path }) => method === value.method && path === value.path,
    )
  );
}

/** Whether a server can send that status and media type; it would fail with others. */
const canBeSent = (status: unknown, type: unknown): boolean =>
  Number.isInteger(status) &&
  Number(status) >= 200 &&
  Number(status) < 600 &&
  typeof type === 'string' &&
  /^[ -~\u0080-\u00ff]*$/.test(type);

/** Names of fields whose value is a status or a code, documented or not. */
const statusOrCode = /^(task_)?status$|^code$|^type$/;
const shortNumber = /^\d{1,4}(\.\d{1,3})?%?$/;
const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Makes a function that puts placeholders of the same type and form in place of whatever may be private. Use one function
 * for all parts of an exchange, so that what is equal in the request and the response stays equal. It keeps numbers below a
 * million, the words of the document, and the values of status and code fields. Everything else becomes a placeholder,
 * even a field's name when it does not look like a name.
 */
function createRedactor(provider: ProviderName): (value: unknown) => unknown {
  const words = documentWords(provider);
  const placeholders = new Map<string, string>();
  const counts = new Map<string, number>();

  function replace(value: string, form: string, make: (count: string) => string): string {
    const known = placeholders.get(value);
    if (known !== undefined) return known;
    const count = (counts.get(form) ?? 0) + 1;
    counts.set(form, count);
    const placeholder = make(String(count));
    placeholders.set(value, placeholder);
    return placeholder;
  }

  function redactText(value: string, name: string): string {
    if (value === '' || words.has(value) || shortNumber.test(value)) return value;
    if (statusOrCode.test(name) && /^[A-Za-z_]{1,24}$/.test(value)) return value;
    if (uuid.test(value)) {
      return replace(value, 'uuid', (n) => `00000000-0000-4000-8000-${n.padStart(12, '0')}`);
    }
    if (/^\d+$/.test(value)) {
      return replace(value, 'digits', (n) => `1${n.padStart(value.length - 1, '0')}`);
    }
    if (/^https?:\/\//.test(value) && URL.canParse(value)) {
      const ending = /\.(mp3|wav|mp4|mov|png|jpg)$/.exec(new URL(value).pathname)?.[0] ?? '';
      return replace(value, 'url', (n) => `https://example.com/${n}${ending}`);
    }
    return replace(value, name, (n) => `${name}-${n}`);
  }

  function redact(value: unknown, name: string): unknown {
    if (typeof value === 'string') return redactText(value, name);
    if (typeof value === 'number') return redactNumber(value);
    if (Array.isArray(value)) return value.map((item) => redact(item, name));
    if (!isObject(value)) return value;
    const fields = Object.entries(value).map(([key, child]) => {
      const plain = plainName.test(key) ? key : replace(key, 'field', (n) => `field-${n}`);
      return [plain, redact(child, plain)];
    });
    return Object.fromEntries(fields);
  }

  return (value) => redact(value, 'text');
}

/** Times keep their unit, and other large numbers their size. */
function redactNumber(value: number): number {
  const size = Math.abs(value);
  if (size < 1e6) return value;
  const digits = Math.floor(Math.log10(size));
  if (digits === 9) return 1_700_000_000;
  return digits === 12 ? 1_700_000_000_000 : Math.sign(value) * 10 ** digits;
}

const wordsByProvider = new Map<ProviderName, ReadonlySet<string>>();

/** The words of a provider's document: all values in its enums, and the messages of its examples. */
function documentWords(provider: ProviderName): ReadonlySet<string> {
  const words = wordsByProvider.get(provider) ?? new Set(collectWords(documents[provider], ''));
  wordsByProvider.set(provider, words);
  return words;
}

const fieldsWithWords = new Set(['enum', 'const', 'message', 'type']);

function collectWords(node: unknown, name: string): string[] {
  if (typeof node === 'string') return fieldsWithWords.has(name) ? [node] : [];
  if (Array.isArray(node)) return node.flatMap((item) => collectWords(item, name));
  if (!isObject(node)) return [];
  return Object.entries(node).flatMap(([key, child]) => collectWords(child, key));
}
