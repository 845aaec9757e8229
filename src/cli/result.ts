import { extname, join, parse, resolve } from 'node:path';
import { documents, type ProviderName, pathOf } from '../documents/documents.ts';
import type { JsonObject } from '../documents/json.ts';
import { dereference, type Schema } from '../documents/openapi.ts';
import { KlingError, type OperationName, operations } from '../index.ts';
import { checkTarget, save } from '../node/index.ts';
import { type Context, UsageError } from './command.ts';
import type { AnyTask } from './environment.ts';
import { kebab } from './fields.ts';
import type { Progress } from './progress.ts';

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
  /** The file for an item of the result of the task with this id: the first item, the second … */
  fileOf(id: string, index: number, format: Format): string;
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
  cwd: string,
  out?: string,
): Promise<Target> {
  const offered = formatsOf(provider, operation);
  const name = kebab(operation);
  const format = out === undefined ? offered[0] : offered.find((each) => endingOf(out) === each);
  if (!format) {
    const endings = offered.map((each) => `.${each}`).join(' or ');
    throw new UsageError(`--out must end in ${endings} for ${name}`);
  }
  const { dir, name: stem, ext } = parse(resolve(cwd, out ?? `${name}.${format}`));
  await checkTarget(join(dir, stem + ext));
  const base = (id: string) => (out === undefined ? `${name}-${toFileName(id)}` : stem);
  return {
    format,
    isChosen: out !== undefined,
    fileOf: (id, index, found) => {
      const number = index ? `-${index + 1}` : '';
      return join(dir, `${base(id)}${number}${out === undefined ? `.${found}` : ext}`);
    },
  };
}

/** The formats that the provider's document promises, the operation's own first. */
export function formatsOf(provider: ProviderName, operation: OperationName): Format[] {
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
export function addressesIn(result: JsonObject, format: Format): string[] {
  const { list, field } = formats[format];
  const items: unknown[] = [result[list] ?? []].flat();
  return items.flatMap((item) => {
    const url = item instanceof Object ? Reflect.get(item, field) : undefined;
    return typeof url === 'string' && url ? [url] : [];
  });
}

/** A task that exists, and what is to become of it. */
export interface FinishOptions {
  task: AnyTask;
  provider: ProviderName;
  operation: OperationName;
  context: Context;
  progress: Progress;
  /** Where the result goes; nowhere when only its addresses are asked for. */
  target: Target | undefined;
  /** When to stop waiting, Unix time in milliseconds. */
  deadline: number;
}

/** What a command prints: lines for people, one object for machines. */
export interface Printout {
  lines: string[];
  json: object;
}

/** Waits for the task, saves its result, and returns what to print. */
export async function finish(options: FinishOptions): Promise<Printout> {
  const { task, target, progress, deadline, context } = options;
  const result = await task.result({
    signal: context.signal,
    // The provider is asked once more, however late it is.
    timeout: Math.max(deadline - Date.now(), 1),
    onProgress: ({ task_status }) => progress.state(String(task_status)),
  });
  if (target) {
    const files = await saveAll(result, target, options);
    return { lines: files, json: { task, result, files } };
  }
  const lines = formatsOf(options.provider, options.operation).flatMap((format) =>
    addressesIn(result, format),
  );
  return { lines, json: { task, result, files: [] } };
}

async function saveAll(
  result: JsonObject,
  target: Target,
  { task, provider, operation, context, progress }: FinishOptions,
): Promise<string[]> {
  const present = formatsOf(provider, operation).filter(
    (format) => addressesIn(result, format).length > 0,
  );
  const format = chooseFormat(present, target);
  const files: string[] = [];
  for (const [index, url] of addressesIn(result, format).entries()) {
    const file = target.fileOf(task.id || task.externalId || '', index, format);
    progress.state('saving');
    try {
      await save(url, file, { signal: context.signal, onProgress: progress.received });
    } catch (error) {
      if (error instanceof KlingError) error.task = task.toJSON();
      throw error;
    }
    files.push(file);
  }
  return files;
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
