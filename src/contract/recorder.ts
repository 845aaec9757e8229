import { createHash } from 'node:crypto';
import { mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readBody } from '../client/body.ts';
import type { Fetch } from '../client/connection.ts';
import { valueAt } from '../documents/json.ts';
import { placesOf } from '../documents/places.ts';
import { type DocumentedOperation, findReader, resultFiles } from './documented.ts';
import { type Exchange, hasResult, isAccepted, refusalReason, taskIdIn } from './exchange.ts';
import { maxFileSize } from './files.ts';
import { parseModestJson } from './modest-json.ts';
import {
  filesFolder,
  maxKeptFile,
  type RecordedExchange,
  type RecordedFile,
  type Recording,
} from './recordings.ts';
import { Redactor } from './redact.ts';
import { askedIn, asking, externalIdIn, type TaskAt, tasksAt, withOnly } from './tasks.ts';

/** What is kept beside the form of the exchanges. */
export interface RecordOptions {
  /** Whether prompts, other free texts and the provider's messages are kept, and not hashed. @default false */
  texts?: boolean | undefined;
  /** Whether the files of results are fetched and kept, up to 50 MB each. @default false */
  files?: boolean | undefined;
}

/** Milliseconds in which a result's file has to come. */
const longestFetch = 60_000;

/** Tasks that may still change, and external ids that were sent before; beyond that the oldest are forgotten. */
const maxOpen = 2_000;
/** Exchanges that one task may have. */
const maxExchanges = 200;

/** A task whose recording may still grow. */
interface OpenTask {
  recording: Recording;
  path: string;
  redactor: Redactor;
  /** When the create was answered. */
  since: number;
  /** How many milliseconds after that the task was seen last. */
  seenAfter: number;
  hasFiles: boolean;
}

/**
 * Returns a function that keeps exchanges in a folder, which is made where needed: each task in a JSON file of its own, from its
 * create on, and other exchanges in one each. What says the same as before is kept once. A file is either written whole or not
 * at all.
 * @param fetch gets the files of results
 * @throws {TypeError} the folder cannot be made
 */
export async function openRecorder(
  folder: string,
  options: RecordOptions = {},
  fetch: Fetch = globalThis.fetch,
): Promise<(exchange: Exchange) => Promise<void>> {
  await mkdir(join(folder, options.files ? filesFolder : ''), { recursive: true }).catch(
    (cause) => {
      throw new TypeError(`recordings cannot be kept in ${folder}`, { cause });
    },
  );
  const recorder = new Recorder(folder, options, fetch);
  return (exchange) => recorder.add(exchange);
}

/** A task, and a body that shows it with its result. */
interface ShownTask {
  task: OpenTask;
  body: unknown;
}

class Recorder {
  readonly #folder: string;
  readonly #options: RecordOptions;
  readonly #fetch: Fetch;
  /** By operation and id, and by operation and external id. */
  readonly #tasks = new Map<string, OpenTask>();
  readonly #externalIds = new Set<string>();
  /** Settles when all that came so far was written: the file of a task is written anew each time. */
  #written: Promise<unknown> = Promise.resolve();
  #lastCreate = 0;

  constructor(folder: string, options: RecordOptions, fetch: Fetch) {
    this.#folder = folder;
    this.#options = options;
    this.#fetch = fetch;
  }

  async add(exchange: Exchange): Promise<void> {
    const now = Date.now();
    const results = await this.#inTurn(() => this.#keep(exchange, now));
    for (const { task, body } of this.#options.files ? results : []) {
      if (task.hasFiles) continue;
      task.hasFiles = true;
      const files = await this.#fetchFiles(exchange.documented, body);
      await this.#inTurn(() => {
        task.recording.files = files;
        return write(task.path, task.recording);
      });
    }
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#written.then(work);
    this.#written = done.catch(() => {});
    return done;
  }

  /** Keeps an exchange. Returns the tasks that it shows the result of. */
  async #keep(exchange: Exchange, now: number): Promise<ShownTask[]> {
    const { action } = exchange.documented;
    const parts = action === 'get' ? this.#partsOf(exchange) : [];
    for (const { task, part } of parts) await addExchange(task, part, now);
    if (parts.length > 0)
      return parts.flatMap(({ task, part }) =>
        hasResult(part) ? [{ task, body: part.body }] : [],
      );
    // A create that was refused for its credentials says nothing of its input.
    const isRead = exchange.isSigned && refusalReason(exchange) !== 'credentials';
    if (action === 'create' && isRead) await this.#keepCreate(exchange, now);
    else await this.#keepAlone(exchange);
    return action === 'list' ? this.#keepList(exchange, now) : [];
  }

  async #keepCreate(exchange: Exchange, now: number): Promise<void> {
    const { documented, requestBody } = exchange;
    const redactor = this.#createRedactor(exchange);
    const externalId = externalIdIn(documented.provider, requestBody);
    const recorded = redactExchange(redactor, exchange);
    if (this.#externalIds.has(externalId)) recorded.isExternalIdUsed = true;
    // Each has a time of its own, which tells their order.
    this.#lastCreate = Math.max(now, this.#lastCreate + 1);
    const time = new Date(this.#lastCreate).toISOString();
    const recording: Recording = {
      v: 2,
      provider: documented.provider,
      recorded: time,
      exchanges: [recorded],
    };
    const path = this.#pathOf(exchange, crypto.randomUUID().replaceAll('-', ''));
    await write(path, recording);
    const id = isAccepted(exchange) ? taskIdIn(exchange) : undefined;
    if (id === undefined) return;
    const task = { recording, path, redactor, since: now, seenAfter: 0, hasFiles: false };
    this.#tasks.set(keyOf(documented, id), task);
    if (!externalId) return;
    this.#tasks.set(keyOf(documented, externalId), task);
    this.#externalIds.add(externalId);
    for (const known of [this.#tasks, this.#externalIds]) {
      const [oldest] = known.keys();
      if (known.size > 2 * maxOpen && oldest !== undefined) known.delete(oldest);
    }
  }

  /** A list shows tasks, too: what it says of one that is open is kept as if it had been alone in the list. */
  async #keepList(exchange: Exchange, now: number): Promise<ShownTask[]> {
    const { documented } = exchange;
    const shown: ShownTask[] = [];
    for (const each of isAccepted(exchange) ? tasksAt(documented, exchange.body) : []) {
      const task = this.#taskOf(documented, idOf(documented, each));
      if (!task) continue;
      const body = withOnly(exchange.body, each);
      await addExchange(task, { ...exchange, body }, now);
      if (hasResult({ documented, body })) shown.push({ task, body: { data: each.value } });
    }
    return shown;
  }

  async #keepAlone(exchange: Exchange): Promise<void> {
    const recorded = redactExchange(this.#createRedactor(exchange), exchange);
    const { provider } = exchange.documented;
    const hash = createHash('sha256').update(JSON.stringify(recorded)).digest('hex');
    const path = this.#pathOf(exchange, hash);
    if (await stat(path).catch(() => undefined)) return;
    await write(path, { v: 2, provider, exchanges: [recorded] });
  }

  /** A query of several tasks as one for each that is open, with what the answer says of it: nothing of one that is left out. */
  #partsOf(exchange: Exchange): { task: OpenTask; part: Exchange }[] {
    const { documented, body } = exchange;
    const asked = askedIn(exchange);
    const shown = tasksAt(documented, body);
    if (asked.length === 1 && shown.length <= 1) {
      const [{ id } = { id: '' }] = asked;
      const [answered] = shown.map((each) => this.#taskOf(documented, idOf(documented, each)));
      const task = answered ?? this.#taskOf(documented, id);
      return task ? [{ task, part: exchange }] : [];
    }
    return asked.flatMap((each) => {
      const task = this.#taskOf(documented, each.id);
      if (!task) return [];
      const own = shown.find((one) => this.#taskOf(documented, idOf(documented, one)) === task);
      const nothing = withOnly(body, { pointer: shown[0]?.pointer ?? '', value: undefined });
      const part = own ? withOnly(body, own) : nothing;
      return [{ task, part: { ...exchange, ...asking(documented, each), body: part } }];
    });
  }

  #taskOf(documented: DocumentedOperation, id: string): OpenTask | undefined {
    return this.#tasks.get(keyOf(documented, id));
  }

  #createRedactor = ({ documented }: Exchange) =>
    new Redactor(documented.provider, this.#options.texts);

  #pathOf({ documented, status }: Exchange, unique: string): string {
    const { provider, operation } = documented;
    const name = `${provider}.${operation.operationId}.${status}.${unique.slice(0, 12)}.json`;
    return join(this.#folder, name);
  }

  async #fetchFiles(documented: DocumentedOperation, body: unknown): Promise<RecordedFile[]> {
    const files: RecordedFile[] = [];
    const get = findReader(documented);
    for (const { url, kind } of get ? resultFiles(get, body) : []) {
      if (!/^https?:\/\//.test(url) || files.some((file) => file.kind === kind)) continue;
      const bytes = await this.#fetchFile(url).catch(() => undefined);
      if (!bytes) continue;
      const file = `${createHash('sha256').update(bytes).digest('hex')}.${kind}`;
      await replace(join(this.#folder, filesFolder, file), bytes);
      files.push({ kind, bytes: bytes.length, name: file });
    }
    return files;
  }

  /** @throws it did not come, or is too large */
  async #fetchFile(url: string): Promise<Uint8Array | undefined> {
    const signal = AbortSignal.timeout(longestFetch);
    const { ok, body } = await this.#fetch(url, { signal });
    return ok ? readBody(body, maxKeptFile, signal) : undefined;
  }
}

/** A query that reads the tasks of several operations reads those of the first, too. */
const keyOf = (documented: DocumentedOperation, id: string) =>
  `${(findReader(documented) ?? documented).key} ${id}`;

const idOf = ({ provider }: DocumentedOperation, { value }: TaskAt) => {
  const id = valueAt(value, placesOf(provider).id);
  return typeof id === 'string' ? id : '';
};

/** Adds an exchange to a task's recording, unless it says the same as the one before. */
async function addExchange(task: OpenTask, exchange: Exchange, now: number): Promise<void> {
  const { recording, path, redactor } = task;
  const seen = now - task.since;
  const [after, recorded] = [
    timeOf(exchange, task.seenAfter, seen),
    redactExchange(redactor, exchange),
  ];
  task.seenAfter = Math.max(task.seenAfter, seen);
  const before = recording.exchanges.findLast(
    (each) => each.method === recorded.method && each.path === recorded.path,
  );
  if (before && JSON.stringify({ ...before, after: 0 }) === JSON.stringify(recorded)) return;
  if (recording.exchanges.length >= maxExchanges) return;
  const exchanges = [...recording.exchanges, { ...recorded, after }];
  if (await write(path, { ...recording, exchanges })) recording.exchanges = exchanges;
}

/**
 * When a state began that was seen now, in milliseconds after the create: the provider says when, but only what lies between
 * the last look at the task and this one can be right.
 */
function timeOf({ documented, body }: Exchange, before: number, seen: number): number {
  const { createdAt, updatedAt } = placesOf(documented.provider);
  const [task] = tasksAt(documented, body);
  const said = Number(valueAt(task?.value, updatedAt)) - Number(valueAt(task?.value, createdAt));
  return Math.max(before, Number.isFinite(said) && said > 0 ? Math.min(said, seen) : seen);
}

function redactExchange(redactor: Redactor, exchange: Exchange): RecordedExchange {
  const { documented, id, query, isSigned, requestBody, status, headers, body } = exchange;
  const retryAfter = headers['retry-after'];
  return {
    after: 0,
    method: documented.method,
    path: documented.path,
    ...(id !== undefined && { id: String(redactor.redact(id, 'id')) }),
    query: redactor.redactQuery(query),
    isSigned,
    ...(requestBody !== undefined && { request: redactor.redactRequest(documented, requestBody) }),
    status,
    contentType: headers['content-type']?.split(';')[0]?.trim() ?? '',
    ...(/^\d{1,6}$/.test(retryAfter ?? '') && retryAfter !== undefined && { retryAfter }),
    ...(body !== undefined && { body: redactor.redact(body) }),
  };
}

/** Writes a recording, unless it is so large that nobody could read it again. Returns whether it did. */
async function write(path: string, recording: Recording): Promise<boolean> {
  const text = `${JSON.stringify(recording, null, 2)}\n`;
  try {
    if (text.length > maxFileSize / 2) return false;
    parseModestJson(text);
  } catch {
    return false;
  }
  await replace(path, text);
  return true;
}

async function replace(path: string, content: string | Uint8Array): Promise<void> {
  const unfinished = `${path}.${crypto.randomUUID()}.part`;
  await writeFile(unfinished, content);
  await rename(unfinished, path);
}
