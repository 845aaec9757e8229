import { lstat, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { endOf } from '../../client/refusals.ts';
import { type DocumentedOperation, findOperation, resultFiles } from '../../contract/documented.ts';
import { type Exchange, hasResult, isAccepted, taskStateIn } from '../../contract/exchange.ts';
import {
  filesFolder,
  maxKeptFile,
  type RecordedExchange,
  type RecordedFile,
  type Recording,
  readRecordings,
  toExchange,
} from '../../contract/recordings.ts';
import { inputKey, readInput } from '../../contract/redact.ts';
import { type JsonObject, listOf, objectOf, plainName, valueAt } from '../../documents/json.ts';
import { placesOf } from '../../documents/places.ts';
import type { Answer } from './answers.ts';
import { fromBytes, toBytes } from './budget.ts';
import { isOver } from './lifecycle.ts';
import { secondsOf } from './looks.ts';
import type { Target } from './target.ts';
import type { Course } from './tasks.ts';

/** What was recorded of one create: how it was refused, or what became of its task. */
export interface RecordedCreate {
  /** Name of the file that has it. */
  name: string;
  /** How it was refused; undefined where it was not. */
  refusal?: Answer;
  course: Course;
}

/** All recorded creates of one input, in the order in which they were sent. */
interface Input {
  create: DocumentedOperation;
  /** Its fields as JSON, covered. */
  fields: Uint8Array;
  creates: RecordedCreate[];
}

/** Accounts and inputs of which it is remembered how many creates were answered. */
const maxRemembered = 10_000;
/** Recorded inputs that one without a recording is compared with. */
const maxCompared = 1_000;

/** Finds what was recorded of a create by its input, whatever external id and `callback_url` it comes with. */
export class Replay {
  readonly #inputs = new Map<string, Input>();
  /** How many recorded creates of an input each account has had. */
  readonly #used = new Map<string, number>();

  /**
   * Reads the recordings in a folder.
   * @throws {TypeError} it cannot be read, or has no create in it
   */
  static async read(folder: string): Promise<Replay> {
    const replay = new Replay();
    const found: {
      recorded: string;
      key: string;
      input: Omit<Input, 'creates'>;
      one: RecordedCreate;
    }[] = [];
    for await (const each of readRecordings(folder)) {
      if ('why' in each) throw new TypeError(`${each.name} ${each.why}`);
      const { recorded, provider, exchanges } = each.recording;
      const first = exchanges[0] && toExchange(provider, exchanges[0]);
      if (recorded === undefined || first?.documented.action !== 'create') continue;
      const create = first.documented;
      const request = exchanges[0]?.request;
      const fields = toBytes(readInput(create, request));
      const one = readCreate(folder, each.name, each.recording);
      found.push({ recorded, key: inputKey(create, request), input: { create, fields }, one });
    }
    if (found.length === 0) throw new TypeError(`there are no recordings in ${folder} of a create`);
    // Files that were recorded at the same time keep the order of their names.
    const inOrder = found.sort((a, b) => Date.parse(a.recorded) - Date.parse(b.recorded));
    for (const { key, input, one } of inOrder) {
      const known = replay.#inputs.get(key) ?? { ...input, creates: [] };
      known.creates.push(one);
      replay.#inputs.set(key, known);
    }
    return replay;
  }

  /** What the account's next create with that input leads to; undefined where none was recorded. `use` makes it the last. */
  find(target: Target, body: unknown): (RecordedCreate & { use: () => void }) | undefined {
    const create = findCreate(target);
    if (!create) return undefined;
    const key = inputKey(create, body);
    const { creates = [] } = this.#inputs.get(key) ?? {};
    const account = JSON.stringify([target.account, key]);
    const used = this.#used.get(account) ?? 0;
    const next = creates[Math.min(used, creates.length - 1)];
    const use = () => {
      this.#used.delete(account);
      this.#used.set(account, used + 1);
      const [oldest] = this.#used.keys();
      if (this.#used.size > maxRemembered && oldest !== undefined) this.#used.delete(oldest);
    };
    return next && { ...next, use };
  }

  /** Says in a line that an input was not recorded, and which one comes nearest. */
  describeMiss(target: Target, body: unknown): string {
    const why = 'this input was not recorded';
    const create = findCreate(target);
    const wanted = create && readInput(create, body);
    const candidates = [...this.#inputs.values()].filter((each) => each.create === create);
    const [nearest] = candidates
      .slice(0, maxCompared)
      .map(({ fields, creates }) => ({
        name: creates[0]?.name,
        differing: findDiffering(wanted ?? {}, objectOf(fromBytes(fields))),
      }))
      .sort((a, b) => a.differing.length - b.differing.length);
    if (!nearest) return `${why}, and nothing of this operation was`;
    return `${why}; ${nearest.name} is nearest, and differs in ${nearest.differing.join(', ')}`;
  }

  /** Begins anew with the first recording of each input, for one account or for all. */
  rewind(account?: string): void {
    for (const key of this.#used.keys())
      if (account === undefined || JSON.parse(key)[0] === account) this.#used.delete(key);
  }
}

const findCreate = ({ provider, operation, model }: Target) =>
  findOperation(provider, operation, 'create', model);

/** The names of the fields that are not the same in both. */
function findDiffering(a: JsonObject, b: JsonObject): string[] {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  const text = (value: unknown) => JSON.stringify(value ?? null);
  const differing = names.filter((name) => text(a[name]) !== text(b[name]));
  return differing.map((name) => (plainName.test(name) ? name : '…'));
}

function readCreate(folder: string, name: string, recording: Recording): RecordedCreate {
  const { provider, exchanges, files = [] } = recording;
  const course = readCourse(folder, recording, files);
  const [first] = exchanges;
  const create = first && toExchange(provider, first);
  if (!first || !create || isAccepted(create)) return { name, course };
  return { name, course, refusal: toAnswer(first) };
}

function toAnswer({ status, contentType, retryAfter, body }: RecordedExchange): Answer {
  const headers = {
    ...(contentType && { 'content-type': contentType }),
    ...(retryAfter && { 'retry-after': retryAfter }),
  };
  return { status, body, headers };
}

/** What became of a task, up to its first end. */
function readCourse(
  folder: string,
  { provider, exchanges }: Recording,
  files: RecordedFile[],
): Course {
  const course: Course = {
    states: [],
    shown: new Map(),
    file: (kind) => readKept(folder, files, kind),
  };
  const inOrder = [...exchanges].sort((a, b) => a.after - b.after);
  for (const recorded of inOrder) {
    const exchange = toExchange(provider, recorded);
    if (!exchange || !isAccepted(exchange)) continue;
    const isCreate = exchange.documented.action === 'create';
    const body = objectOf(exchange.body);
    const data = objectOf(listOf(body.data)[0] ?? body.data);
    const shown = { ...exchange, body: { ...body, data } };
    const said = isCreate ? 'submitted' : taskStateIn(shown.body)?.status;
    if (said === undefined) continue;
    const status = endOf(said) ?? said;
    const last = course.states.at(-1);
    if (last && isOver(last.status) && last.status !== status) break;
    if (last?.status !== status) course.states.push({ status, after: recorded.after });
    course.shown.set(isCreate ? 'create' : status, toBytes(shown.body));
    if (status === 'failed')
      course.reason ??= String(valueAt(data, placesOf(provider).reason) ?? '');
    if (isCreate || !hasResult(shown)) continue;
    course.resultAfter ??= recorded.after;
    course.seconds ??= readSeconds(shown);
  }
  return course;
}

/** How long the result plays, as far as the mock can make it. */
function readSeconds({ documented, body }: Exchange): number | undefined {
  const { provider, name } = documented;
  const get = name && findOperation(provider, name, 'get');
  const said = get && resultFiles(get, body).find(({ seconds }) => seconds > 0);
  return said && secondsOf({ duration: said.seconds });
}

/** The bytes of a file that was recorded; undefined where none of that kind was, or it is there no more. */
async function readKept(
  folder: string,
  files: RecordedFile[],
  kind: string,
): Promise<Uint8Array | undefined> {
  const file = files.find((each) => each.kind === kind);
  if (!file) return undefined;
  const path = join(folder, filesFolder, file.name);
  // Not what a link leads to: who gives the recordings away does not give that away.
  const found = await lstat(path).catch(() => undefined);
  return found?.isFile() && found.size <= maxKeptFile ? readFile(path) : undefined;
}
