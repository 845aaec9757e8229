import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ProviderName, providerNames } from '../documents/documents.ts';
import { isObject } from '../documents/json.ts';
import { documentedBy } from './answers/routes.ts';
import type { Exchange } from './exchange.ts';
import { redactor } from './redact.ts';

/** One exchange as it is kept: without keys, prompts, ids and addresses, which placeholders stand for. */
export interface Recording {
  /** Version of this form. */
  v: 1;
  provider: ProviderName;
  method: string;
  /** As the document writes it, `/v1/audio/text-to-audio/{task_id}`. */
  path: string;
  query: Record<string, string>;
  /** Whether credentials were sent. */
  isSigned: boolean;
  /** The body of the request; absent when there was none. */
  request?: unknown;
  status: number;
  /** Media type of the answer, without parameters; empty when it had none. */
  contentType: string;
  /** The answer; absent when it was empty. */
  body?: unknown;
}

/**
 * Keeps exchanges in a folder, which is made where needed, one JSON file for each. What differs in nothing but
 * placeholders is the same exchange and is kept once. A file is there wholly or not at all.
 * @throws {TypeError} there can be no such folder
 */
export async function recorder(folder: string): Promise<(exchange: Exchange) => Promise<void>> {
  await mkdir(folder, { recursive: true }).catch((cause) => {
    throw new TypeError(`recordings cannot be kept in ${folder}`, { cause });
  });
  return async (exchange) => {
    const recording = recordingOf(exchange);
    const text = `${JSON.stringify(recording, null, 2)}\n`;
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 12);
    const { operationId } = exchange.documented.operation;
    const path = join(
      folder,
      `${recording.provider}.${operationId}.${recording.status}.${hash}.json`,
    );
    if (await stat(path).catch(() => undefined)) return;
    const unfinished = `${path}.${crypto.randomUUID()}.part`;
    await writeFile(unfinished, text);
    await rename(unfinished, path);
  };
}

/** An exchange, redacted. */
function recordingOf(exchange: Exchange): Recording {
  const { documented, query, isSigned, sent, status, headers, body } = exchange;
  const redact = redactor(documented);
  return {
    v: 1,
    provider: documented.provider,
    method: documented.method,
    path: documented.path,
    query: redact(query) as Record<string, string>,
    isSigned,
    ...(sent !== undefined && { request: redact(sent) }),
    status,
    contentType: headers['content-type']?.split(';')[0]?.trim() ?? '',
    ...(body !== undefined && { body: redact(body) }),
  };
}

/**
 * Reads what a recorder kept, in the order of the files' names. Other files are left alone.
 * @throws {TypeError} there is no such folder, it has no recordings, or a file in it is none of this version
 */
export async function readRecordings(folder: string): Promise<Recording[]> {
  const files = await readdir(folder).catch((cause) => {
    throw new TypeError(`there is no folder of recordings ${folder}`, { cause });
  });
  const names = files.filter((name) => name.endsWith('.json')).sort();
  if (names.length === 0) throw new TypeError(`there are no recordings in ${folder}`);
  return Promise.all(names.map((name) => readRecording(join(folder, name), name)));
}

async function readRecording(path: string, name: string): Promise<Recording> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (isRecording(value)) return value;
  } catch {
    // Said below, without what is in the file.
  }
  throw new TypeError(`${name} is not a recording of kling-fetch`);
}

function isRecording(value: unknown): value is Recording {
  if (!isObject(value) || value.v !== 1) return false;
  const provider = providerNames.find((each) => each === value.provider);
  const isKnown = ({ method, path }: { method: string; path: string }) =>
    method === value.method && path === value.path;
  return (
    provider !== undefined &&
    canBeSent(value.status, value.contentType) &&
    documentedBy(provider).some(isKnown)
  );
}

/** Whether an answer can have that status and media type: a server fails that is told to send another. */
const canBeSent = (status: unknown, type: unknown): boolean =>
  Number.isInteger(status) &&
  Number(status) >= 200 &&
  Number(status) < 600 &&
  typeof type === 'string' &&
  /^[ -~\u0080-\u00ff]*$/.test(type);
