import { stat } from 'node:fs/promises';
import { extname, join, parse, resolve, sep } from 'node:path';
import { codeOf } from '../client/connection.ts';
import { orAbort } from '../client/sleep.ts';
import { documents, type ProviderName, pathOf } from '../documents/documents.ts';
import type { JsonObject } from '../documents/json.ts';
import { dereference, type Schema } from '../documents/openapi.ts';
import { KlingError, type OperationName, operations } from '../index.ts';
import { checkTarget, download, SaveError, save } from '../node/index.ts';
import { kindOf } from '../node/media-kind.ts';
import { type Context, Interruption, UsageError } from './command.ts';
import { type AnyTask, mayLeadInside } from './environment.ts';
import { kebab } from './fields.ts';
import { oneLine, type Progress } from './progress.ts';
import type { Printout } from './provider.ts';

const formatNames = ['mp3', 'wav', 'mp4'] as const;

/** `mp3`, `wav` or `mp4`. */
export type Format = (typeof formatNames)[number];

/** Where each format is in a result: in which list, in which field of its items. */
const formats: Record<Format, { list: string; field: string }> = {
  mp3: { list: 'audios', field: 'url_mp3' },
  wav: { list: 'audios', field: 'url_wav' },
  mp4: { list: 'videos', field: 'url' },
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
 * task is paid for.
 * @throws {UsageError} a format that the operation does not give
 * @throws {SaveError} no file can be written there
 */
export async function prepareTarget(
  provider: ProviderName,
  operation: OperationName,
  { cwd, stdout }: Pick<Context, 'cwd' | 'stdout'>,
  out = '.',
): Promise<Target> {
  const offered = formatsOf(provider, operation);
  const name = kebab(operation);
  const path = resolve(cwd, out);
  const isNamed = out !== '-' && !(await isFolder(out, path));
  const format = isNamed ? offered.find((each) => endingOf(out) === each) : offered[0];
  if (!format) {
    const endings = offered.map((each) => `.${each}`).join(' or ');
    throw new UsageError(`--out must end in ${endings} for ${name}, or be a folder`);
  }
  if (out === '-') {
    if (!stdout.isTTY) return { format, isChosen: false };
    throw new UsageError(`--out - would write a ${format} to the terminal; send it to a program`);
  }
  const { dir, name: stem, ext } = parse(isNamed ? path : join(path, `${name}.${format}`));
  await checkTarget(join(dir, stem + ext));
  return {
    format,
    isChosen: isNamed,
    fileOf: (id, index, found) => {
      const base = isNamed ? stem : `${name}-${toFileName(id)}`;
      return join(dir, `${base}${index ? `-${index + 1}` : ''}${isNamed ? ext : `.${found}`}`);
    },
  };
}

/** Whether the user named a folder: one that is there, or that ends like one. */
async function isFolder(out: string, path: string): Promise<boolean> {
  if (out.endsWith('/') || out.endsWith(sep)) return true;
  return (await stat(path).catch(() => undefined))?.isDirectory() === true;
}

/** The formats that the provider's document promises, the operation's own first. */
function formatsOf(provider: ProviderName, operation: OperationName): Format[] {
  const document = documents[provider];
  const poll = document.paths[`${pathOf(provider, operation)}/{task_id}`]?.get;
  const response = dereference(document, poll?.responses['200'])?.content?.['application/json'];
  const result = propertyAt(response?.schema, 'data', 'task_result');
  const isOwn = (name: Format) => formats[name].list === operations[operation].result;
  return formatNames
    .filter((name) => {
      const { list, field } = formats[name];
      return propertyAt(propertyAt(result, list)?.items, field);
    })
    .sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
}

/** The addresses of a result's items in one format. */
function addressesIn(result: JsonObject, format: Format): string[] {
  const { list, field } = formats[format];
  const items: unknown[] = [result[list] ?? []].flat();
  return items.flatMap((item) => {
    const url = item instanceof Object ? Reflect.get(item, field) : undefined;
    return typeof url === 'string' && url ? [url] : [];
  });
}

/** The addresses of a result in all formats, each on a line of its own. */
export const printAddresses = (
  provider: ProviderName,
  operation: OperationName,
  result: JsonObject,
): string[] =>
  formatsOf(provider, operation).flatMap((format) => addressesIn(result, format).map(oneLine));

/** A task that exists, and what is to become of it. */
export interface FinishOptions {
  task: AnyTask;
  provider: ProviderName;
  operation: OperationName;
  /** The address that the user gave instead of the provider's own. */
  baseUrl: string | undefined;
  context: Context;
  progress: Progress;
  /** Where the result goes; nowhere when only its addresses are asked for. */
  target: Target | undefined;
  /** When to stop waiting, Unix time in milliseconds. */
  deadline: number;
}

/** Waits for the task, saves its result, and returns what to print. */
export async function finish(options: FinishOptions): Promise<Printout> {
  const { task, provider, operation, target, progress, deadline, context } = options;
  let units: string | undefined;
  const result = await task.result({
    signal: context.signal,
    // The provider is asked once more, however late it is.
    timeout: Math.max(deadline - Date.now(), 1),
    onProgress: ({ task_status, final_unit_deduction: spent }) => {
      progress.state(String(task_status));
      // Of the three providers only Kling says so. Anything but a number would be no cost.
      units = /^\d{1,9}(\.\d{1,9})?$/.test(String(spent)) ? String(spent) : undefined;
    },
  });
  if (!target) {
    progress.total({ units });
    const lines = printAddresses(provider, operation, result);
    return { lines, json: { task, result, files: [] } };
  }
  const { files, bytes } = await saveAll(result, target, options);
  progress.total({ bytes, units });
  return { lines: files, json: { task, result, files } };
}

/** Saves the items of a result, and gives the files and how many bytes they have in all. */
async function saveAll(
  result: JsonObject,
  target: Target,
  { task, provider, operation, baseUrl, context, progress }: FinishOptions,
): Promise<{ files: string[]; bytes: number }> {
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
      task: task.toJSON(),
    });
  for (const [index, url] of urls.entries()) {
    const file = target.fileOf?.(task.id || task.externalId || '', index, format);
    const allowPrivate = mayLeadInside(url, baseUrl);
    const options = { signal: context.signal, onProgress: progress.received, allowPrivate };
    progress.state('saving');
    try {
      const saved =
        file === undefined
          ? await print(url, context, { ...options, expect: kindOf(`file.${format}`) })
          : await save(url, file, options);
      bytes += saved.bytes;
    } catch (error) {
      if (error instanceof KlingError) error.task = task.toJSON();
      throw error;
    }
    if (file !== undefined) files.push(file);
  }
  return { files, bytes };
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

const endingOf = (file: string) => extname(file).slice(1).toLowerCase();

/** Makes an id part of a file's name, whatever characters it has. */
const toFileName = (id: string) => id.replace(/[^\w-]/g, '_').slice(0, 100);

function propertyAt(schema: Schema | undefined, ...path: string[]): Schema | undefined {
  return path.reduce<Schema | undefined>((from, name) => {
    const found = from?.properties?.[name];
    return found instanceof Object ? found : undefined;
  }, schema);
}
