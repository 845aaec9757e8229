import { lstat, open, rename, stat } from 'node:fs/promises';
import { extname, join, parse, resolve, sep } from 'node:path';
import { codeOf } from '../client/connection.ts';
import { orAbort } from '../client/sleep.ts';
import { findOperation, responseSchema } from '../contract/documented.ts';
import { offerOf, type ProviderName, providers } from '../documents/documents.ts';
import { formatOf } from '../documents/files.ts';
import { type JsonObject, listOf, objectOf, valueAt } from '../documents/json.ts';
import { type Schema, schemaAt, withBranches } from '../documents/openapi.ts';
import { placesOf } from '../documents/places.ts';
import { type Format, fileFields, filesIn, formats } from '../documents/result-files.ts';
import { KlingError, type OperationName, operations, type TaskHandle } from '../index.ts';
import { checkTarget, download, SaveError, save } from '../node/index.ts';
import { type Context, Interruption, UsageError } from './command.ts';
import { type AnyTask, mayLeadInside } from './environment.ts';
import { kebab } from './fields.ts';
import { oneLine, type Progress } from './progress.ts';
import type { Printout } from './provider.ts';

/** The endings that a file of each format may have: what is called PNG may be another picture, and its bytes say which. */
const endings: Record<Format, string[]> = {
  mp3: ['mp3'],
  wav: ['wav'],
  mp4: ['mp4'],
  png: ['png', 'jpg', 'jpeg', 'webp'],
};

/** Where a result goes. */
export interface Target {
  /** The file for an item of the result of the task with this id: the first item, the second … Absent for stdout. */
  fileOf?: (id: string, index: number, format: Format) => string;
  format: Format;
  /** Whether the user asked for this format. */
  isChosen: boolean;
}

/**
 * Decides where the result of an operation will go, and makes sure that a file can be written there: called before a
 * task is paid for. Undefined where the result has no files, or is kept at the provider.
 * @param count how many files the request asks for, as far as that is known
 * @throws {UsageError} a format that the operation does not give, a file that nobody named is in the way, or stdout for several files
 * @throws {SaveError} no file can be written there
 */
export async function prepareTarget(
  provider: ProviderName,
  operation: OperationName,
  { cwd, stdout }: Pick<Context, 'cwd' | 'stdout'>,
  chosen?: string,
  count = 1,
): Promise<Target | undefined> {
  const out = chosen ?? '.';
  const offered = formatsOf(provider, operation);
  const name = kebab(operation);
  if (offered.length === 0) {
    if (chosen === undefined) return undefined;
    throw new UsageError(`${name} gives no files at ${provider}; leave out --out`);
  }
  const path = resolve(cwd, out);
  const isNamed = out !== '-' && !(await isFolder(out, path));
  const ending = extname(out).slice(1).toLowerCase();
  const format = isNamed ? offered.find((each) => endings[each].includes(ending)) : offered[0];
  if (!format) {
    const all = offered.flatMap((each) => endings[each].map((one) => `.${one}`)).join(' or ');
    throw new UsageError(`--out must end in ${all} for ${name}, or be a folder`);
  }
  if (out === '-') {
    if (count > 1) throw new UsageError(`--out - takes one file, and this asks for ${count}`);
    if (!stdout.isTTY) return { format, isChosen: false };
    throw new UsageError(`--out - would write a ${format} to the terminal; send it to a program`);
  }
  const { dir, name: stem, ext } = parse(isNamed ? path : join(path, `${name}.${format}`));
  await checkTarget(join(dir, stem + ext));
  const target: Target = {
    format,
    isChosen: isNamed,
    fileOf: (id, index, found) => {
      const base = isNamed ? stem : `${name}-${toFileName(id)}`;
      return join(dir, `${base}${index ? `-${index + 1}` : ''}${isNamed ? ext : `.${found}`}`);
    },
  };
  if (isNamed) await checkFurther(target, count);
  return target;
}

/** Makes sure that the files after the first one, which nobody named, can be written and replace nothing. */
async function checkFurther({ fileOf, format }: Target, count: number): Promise<void> {
  for (let index = 1; index < count; index++) {
    const file = fileOf?.('', index, format) ?? '';
    await checkTarget(file);
    if (!(await isTaken(file))) continue;
    const why = `${file} is there already, and one of ${count} files would replace it`;
    throw new UsageError(`${why}; move it away, or choose another --out`);
  }
}

/** The files for the items of a result, one after the other; those beside a file that was named replace nothing. */
async function* filesFor(
  { fileOf, format, isChosen }: Target,
  { id, progress }: Saving,
): AsyncGenerator<string | undefined, never> {
  for (let index = 0; ; index++) {
    const file = fileOf?.(id, index, format);
    if (!file || index === 0 || !isChosen || !(await isTaken(file))) yield file;
    else progress.note(`${file} is there already, and is not replaced`);
  }
}

/** Whether there is a file of this name. */
const isTaken = (file: string): Promise<boolean> =>
  lstat(file).then(
    () => true,
    () => false,
  );

/** Whether the user named a folder: one that is there, or that ends like one. */
async function isFolder(out: string, path: string): Promise<boolean> {
  if (out.endsWith('/') || out.endsWith(sep)) return true;
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

/** The answer about a finished task, or of an operation that has none, as the provider's document describes it. */
function resultSchema(provider: ProviderName, operation: OperationName): Schema | undefined {
  const offer = offerOf(provider, operation);
  if (!offer) return undefined;
  const documented = findOperation(provider, operation, offer.result ? 'get' : 'call');
  const { read, result } = placesOf(provider);
  const schema = schemaAt(documented && responseSchema(documented, 200), read + result);
  if (!offer.output) return schema;
  // A list for what all operations make, and this one makes one type of it.
  const types = schema?.items ? withBranches(schema.items) : [];
  const own = types.find((branch) => schemaAt(branch, '/type')?.const === offer.output);
  return own && { properties: { [offer.result]: { type: 'array', items: own } } };
}

/** The formats that the provider's document promises, the operation's own first. What is kept at the provider has none. */
export function formatsOf(provider: ProviderName, operation: OperationName): Format[] {
  const { result, ...entry } = operations[operation];
  if ('presets' in entry) return [];
  const fields = fileFields(resultSchema(provider, operation)).filter(isWanted);
  const isOwn = ({ pointer }: { pointer: string }) => pointer.startsWith(`/${result}/`);
  const formats = [...fields.filter(isOwn), ...fields].map(({ format }) => format);
  return [...new Set(formats)];
}

/** A copy with a watermark is nothing that a result is wanted for. */
const isWanted = ({ pointer }: { pointer: string }) => !/\/watermark_[^/]*$/.test(pointer);

/** The addresses of a result's files in one format. */
const addressesIn = (result: JsonObject, format: Format): string[] =>
  filesIn(result)
    .filter((file) => file.format === format && isWanted(file))
    .map(({ url }) => url);

/** A result on lines: the addresses of its files in all formats, or what it made that is kept at the provider. */
export const formatResult = (
  provider: ProviderName,
  operation: OperationName,
  result: JsonObject,
): string[] => [
  ...formatsOf(provider, operation).flatMap((format) => addressesIn(result, format).map(oneLine)),
  ...formatKept(operation, result),
];

/** What is kept at the provider, each on a line: its id, and what else is said of it in a word. */
export function formatKept(operation: OperationName, result: JsonObject): string[] {
  const { result: list, ...entry } = operations[operation];
  if (!('id' in entry)) return [];
  return listOf(result[list]).map((item) => {
    const { [entry.id]: id, ...more } = objectOf(item);
    const words = [id, ...Object.values(more)].filter((word) => word && !(word instanceof Object));
    return words.map((word) => oneLine(String(word))).join('\t');
  });
}

/** Where files come from, and what shows how they come. */
interface Saving {
  /** What a file in a folder is named after. */
  id: string;
  /** Absent where the result is none of a task. */
  task?: TaskHandle;
  provider: ProviderName;
  operation: OperationName;
  /** The address that the user gave instead of the provider's own. */
  baseUrl: string | undefined;
  context: Context;
  progress: Progress;
}

/** A task that exists, and what is to become of it. */
export interface FinishOptions extends Omit<Saving, 'id' | 'task'> {
  task: AnyTask;
  /** Where the result goes; nowhere when only its addresses are asked for. */
  target: Target | undefined;
  /** When to stop waiting, Unix time in milliseconds. */
  deadline: number;
  /** The units that it was to cost, where they are known. */
  expected?: number | undefined;
}

/** Waits for the task, saves its result, and returns what to print. */
export async function finish(options: FinishOptions): Promise<Printout> {
  const { task, provider, operation, target, progress, deadline, context, expected } = options;
  let spent: string | undefined;
  const result = await task.result({
    signal: context.signal,
    // The provider is asked once more, however late it is.
    timeout: Math.max(deadline - Date.now(), 1),
    onProgress: (snapshot) => {
      progress.state(providers[provider].dialect.show(snapshot).status);
      spent = spentIn(provider, snapshot);
    },
  });
  if (!target) {
    progress.total({ spent, expected });
    return { lines: formatResult(provider, operation, result), json: { task, result, files: [] } };
  }
  const id = task.id || task.externalId || '';
  const { files, bytes } = await saveAll(result, target, { ...options, id, task: task.toJSON() });
  progress.total({ bytes, spent, expected });
  return { lines: files, json: { task, result, files } };
}

/** Saves the files of an answer that has no task, and returns what to print. */
export async function saveAnswer(
  answer: JsonObject,
  target: Target,
  options: Omit<Saving, 'id' | 'task'>,
): Promise<Printout> {
  const { provider, progress } = options;
  const { id } = providers[provider].dialect.show(answer);
  const saving = { ...options, id: String(id || Date.now()) };
  const result = objectOf(valueAt(answer, placesOf(provider).result));
  const { files, bytes } = await saveAll(result, target, saving);
  progress.total({ bytes, spent: spentIn(provider, answer) });
  return { lines: files, json: { result: answer, files } };
}

/** What the provider says that something cost: `3 units`, `0.42 USD`. Anything but a number would be no cost. */
function spentIn(provider: ProviderName, snapshot: JsonObject): string | undefined {
  const bill = valueAt(snapshot, placesOf(provider).billing);
  const charges = (Array.isArray(bill) ? bill : [{ amount: bill }]).map(objectOf);
  const sums = new Map<string, number>();
  for (const { amount, charge_type: type, currency } of charges) {
    if (!/^\d{1,9}(\.\d{1,9})?$/.test(String(amount))) continue;
    const kind = type === 'cash' ? oneLine(String(currency ?? 'in cash')) : 'units';
    sums.set(kind, (sums.get(kind) ?? 0) + Number(amount));
  }
  const parts = [...sums].map(([kind, sum]) => `${Number(sum.toFixed(6))} ${kind}`);
  return parts.join(' and ') || undefined;
}

/** Saves the files of a result, and gives their names and how many bytes they have in all. */
async function saveAll(
  result: JsonObject,
  target: Target,
  saving: Saving,
): Promise<{ files: string[]; bytes: number }> {
  const { task, provider, operation, baseUrl, context, progress } = saving;
  const present = formatsOf(provider, operation).filter(
    (format) => addressesIn(result, format).length > 0,
  );
  const format = chooseFormat(present, target);
  const files: string[] = [];
  let bytes = 0;
  const urls = addressesIn(result, format);
  if (!target.fileOf && urls.length > 1)
    throw new SaveError(`the result has ${urls.length} files, and stdout takes one`, {
      reason: 'disk',
      task,
    });
  const names = filesFor({ ...target, format }, saving);
  for (const url of urls) {
    const { value: file } = await names.next();
    const allowPrivate = mayLeadInside(url, baseUrl);
    const options = { signal: context.signal, onProgress: progress.received, allowPrivate };
    progress.state('saving');
    try {
      const saved =
        file === undefined
          ? await print(url, context, { ...options, expect: formats[format].kind })
          : await save(url, file, options);
      bytes += saved.bytes;
    } catch (error) {
      if (error instanceof KlingError && task) error.task = task;
      throw error;
    }
    if (file !== undefined) files.push(target.isChosen ? file : await renameByBytes(file));
  }
  return { files, bytes };
}

/** Gives a picture, whose format no address says, the ending that its bytes ask for; our own names only. */
async function renameByBytes(file: string): Promise<string> {
  const { dir, name, ext } = parse(file);
  const handle = await open(file);
  const { buffer } = await handle.read(Buffer.alloc(12)).finally(() => handle.close());
  const format = formatOf(buffer) ?? '';
  if (!endings.png.includes(ext.slice(1)) || !endings.png.includes(format)) return file;
  const renamed = join(dir, `${name}.${format}`);
  await rename(file, renamed);
  return renamed;
}

/** Writes the file at an address to stdout, a piece at a time. */
async function print(
  url: string,
  { stdout, signal }: Context,
  options: Parameters<typeof download>[1],
): Promise<{ bytes: number }> {
  let bytes = 0;
  for await (const piece of download(url, options)) {
    const writing = new Promise<void>((written, reject) => {
      stdout.write(piece, (error) => (error ? reject(explainWriteError(error)) : written()));
    });
    // A reader that does not read must not keep the user from ending this.
    await orAbort(writing, signal).catch((cause) => {
      if (!signal?.aborted) throw cause;
      throw new SaveError('the download was aborted', { reason: 'aborted', cause });
    });
    bytes += piece.byteLength;
  }
  return { bytes };
}

/** A reader that goes away has seen enough. Any other reason is like a disk that does not take the file. */
function explainWriteError(error: Error): Error {
  const code = codeOf(error);
  if (code === 'EPIPE') return new Interruption('SIGPIPE');
  return new SaveError(`cannot write to stdout: ${code}`, { reason: 'disk', cause: error });
}

/** The target's format, or another one that is there; but somebody who asked for a format gets no other. */
function chooseFormat(present: Format[], { format, isChosen }: Target): Format {
  if (present.includes(format)) return format;
  const [other] = present;
  if (other === undefined) throw new UsageError(`the result has no ${format}, nor any other file`);
  if (!isChosen) return other;
  const advice = `wait for it again with an --out that ends in .${other}`;
  throw new UsageError(`the result has no ${format}, only ${other}; ${advice}`);
}

/** Makes an id part of a file's name, whatever characters it has. */
const toFileName = (id: string) => id.replace(/[^\w-]/g, '_').slice(0, 100);
