import { basename } from 'node:path';
import { type ProviderName, providerNames } from '../documents/documents.ts';
import { isObject, listOf } from '../documents/json.ts';
import { documentedOperations } from './documented.ts';
import type { Exchange } from './exchange.ts';
import { type FolderFile, readFiles, TooLargeError } from './files.ts';
import { parseModestJson } from './modest-json.ts';
import { fillCovered } from './redact.ts';

/** One exchange as it is kept. Placeholders and hashes stand for keys, prompts, ids and addresses. */
export interface RecordedExchange {
  /** Milliseconds since the create of the task that it is about; 0 where it is about none. */
  after: number;
  method: string;
  /** As in the document: `/v1/audio/text-to-audio/{task_id}`. */
  path: string;
  /** The placeholder for the id in the path. */
  id?: string;
  query: Record<string, string>;
  /** Whether credentials were sent. */
  isSigned: boolean;
  /** The body of the request; absent when there was none. Each free text is `sha256:`, a part of its hash, and its length. */
  request?: unknown;
  /** Whether the same external id had been sent with a create before. */
  isExternalIdUsed?: boolean;
  status: number;
  /** Media type of the response, without parameters; empty when it had none. */
  contentType: string;
  /** The header of that name, where the response had one. */
  retryAfter?: string;
  /** The body of the response; absent when it was empty. */
  body?: unknown;
}

/** A file of a result that was recorded, too. */
export interface RecordedFile {
  kind: string;
  /** How large it is. */
  bytes: number;
  /** Its name in the folder `files` beside the recording, which is its SHA-256. */
  name: string;
}

/** A task from its create on, or a single exchange that is about no task, as one file keeps it. */
export interface Recording {
  /** Version of this format. */
  v: 2;
  provider: ProviderName;
  /** When the create was answered, as ISO 8601; absent where there is no create. */
  recorded?: string;
  /** In the order in which they happened, without those that say the same as the one before. */
  exchanges: RecordedExchange[];
  files?: RecordedFile[];
}

/** The folder beside the recordings that holds the files of results. */
export const filesFolder = 'files';

/** The most bytes of such a file. */
export const maxKeptFile = 50_000_000;

/** The name of such a file: it can lead nowhere else. */
const fileName = /^[\da-f]{64}\.(mp3|wav|mp4)$/;

/** A recording and the name of its file, or why that file cannot be read as one. */
export type NamedRecording = { name: string } & ({ recording: Recording } | { why: string });

/** More than of other folders: a day of an application makes thousands. */
const folderLimits = { entries: 20_000, mebibytes: 100 };

/**
 * Reads the recordings in a folder, one after the other in the order of the files' names. Files without the extension `.json`
 * are ignored.
 * @throws {TypeError} there is no such folder, it has no recordings, or they are too many or too large together
 */
export async function* readRecordings(folder: string): AsyncGenerator<NamedRecording, void> {
  let count = 0;
  try {
    for await (const file of readFiles(folder, '.json', folderLimits)) {
      count += 1;
      yield parseRecording(file);
    }
  } catch (cause) {
    if (cause instanceof TooLargeError) throw new TypeError(cause.message);
    if (cause instanceof Error && 'code' in cause)
      throw new TypeError(`there is no folder of recordings ${folder}`, { cause });
    throw cause;
  }
  if (count === 0) throw new TypeError(`there are no recordings in ${folder}`);
}

function parseRecording(file: FolderFile): NamedRecording {
  const name = basename(file.path);
  if ('why' in file) return { name, why: file.why };
  let value: unknown;
  try {
    value = parseModestJson(file.text);
  } catch (error) {
    // What a syntax error says would show what is in the file.
    if (error instanceof RangeError) return { name, why: error.message };
  }
  if (isRecording(value)) return { name, recording: value };
  const isOld = isObject(value) && value.v === 1;
  const why = isOld
    ? 'is a recording without times, of an older version: record it again'
    : 'is not a recording of kling-fetch';
  return { name, why };
}

/** The longest time from a create to an exchange about its task, in milliseconds: results are kept for 30 days. */
const maxAfter = 100 * 24 * 3_600_000;

function isRecording(value: unknown): value is Recording {
  if (!isObject(value) || value.v !== 2) return false;
  const { provider, recorded, exchanges, files = [] } = value;
  return (
    providerNames.some((each) => each === provider) &&
    (recorded === undefined || isTime(recorded)) &&
    listOf(exchanges).length > 0 &&
    listOf(exchanges).every(isExchange) &&
    Array.isArray(files) &&
    files.every(isFile)
  );
}

const isTime = (value: unknown) => typeof value === 'string' && !Number.isNaN(Date.parse(value));

const isExchange = (value: unknown): value is RecordedExchange =>
  isObject(value) &&
  typeof value.method === 'string' &&
  typeof value.path === 'string' &&
  Number.isFinite(value.after) &&
  Number(value.after) >= 0 &&
  Number(value.after) <= maxAfter &&
  (value.id === undefined || typeof value.id === 'string') &&
  isObject(value.query) &&
  Object.values(value.query).every((each) => typeof each === 'string') &&
  typeof value.isSigned === 'boolean' &&
  (value.retryAfter === undefined || isHeader(value.retryAfter)) &&
  canBeSent(value.status, value.contentType);

const isFile = (value: unknown): value is RecordedFile =>
  isObject(value) &&
  typeof value.kind === 'string' &&
  Number.isInteger(value.bytes) &&
  typeof value.name === 'string' &&
  fileName.test(value.name);

/** Whether a server can send that status and media type; it would fail with others. */
const canBeSent = (status: unknown, type: unknown): boolean =>
  Number.isInteger(status) && Number(status) >= 200 && Number(status) < 600 && isHeader(type);

const isHeader = (value: unknown): boolean =>
  typeof value === 'string' && /^[ -~\u0080-\u00ff]*$/.test(value);

/**
 * A recorded exchange in the form that the checks need, with a text of the same length in the place of each that was hashed.
 * Undefined where today's document of the provider has no such operation.
 */
export function toExchange(
  provider: ProviderName,
  { method, path, id, query, isSigned, request, status, contentType, body }: RecordedExchange,
): Exchange | undefined {
  const documented = documentedOperations(provider).find(
    (each) => each.method === method && each.path === path,
  );
  if (!documented) return undefined;
  return {
    documented,
    query,
    isSigned,
    status,
    headers: { 'content-type': contentType },
    body,
    ...(id !== undefined && { id }),
    ...(request !== undefined && { requestBody: fillCovered(request) }),
  };
}
