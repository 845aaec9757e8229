import { extname, join, parse, resolve } from 'node:path';
import { documents, type ProviderName, pathOf } from '../documents/documents.ts';
import { dereference, type Schema } from '../documents/openapi.ts';
import { type OperationName, operations } from '../index.ts';
import { checkTarget } from '../node/index.ts';
import { UsageError } from './command.ts';
import { kebab } from './words.ts';

/** Where each format is in a result: in which list, in which field of its items. */
const formats = {
  mp3: { list: 'audios', field: 'url_mp3' },
  wav: { list: 'audios', field: 'url_wav' },
  mp4: { list: 'videos', field: 'url' },
};

/** `mp3`, `wav` or `mp4`. */
export type Format = keyof typeof formats;

/** Where a result goes. */
export interface Target {
  /** Where the result of a task with this id goes: its first item, its second … */
  fileOf(id: string, index: number, format: Format): string;
  format: Format;
  /** Whether the user asked for this format. */
  isChosen: boolean;
}

/**
 * Where the result of an operation will go. A file can be written there, or this throws: it is asked before a task is
 * paid for.
 * @throws {UsageError} a format that the operation does not give
 * @throws {SaveError} no file can be written there
 */
export async function targetFor(
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
  const base = (id: string) => (out === undefined ? `${name}-${fileName(id)}` : stem);
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
  const read = document.paths[`${pathOf(provider, operation)}/{task_id}`]?.get;
  const schema = dereference(document, read?.responses['200'])?.content?.['application/json'];
  const result = at(schema?.schema, 'data', 'task_result');
  return names
    .filter((name) => at(at(result, formats[name].list)?.items, formats[name].field))
    .sort((a, b) => Number(isOwn(operation, b)) - Number(isOwn(operation, a)));
}

/** The addresses of a result's items in one format. */
export function addressesIn(result: Record<string, unknown>, format: Format): string[] {
  const { list, field } = formats[format];
  const items: unknown[] = [result[list] ?? []].flat();
  return items.flatMap((item) => {
    const url = item instanceof Object ? Reflect.get(item, field) : undefined;
    return typeof url === 'string' && url ? [url] : [];
  });
}

const names = Object.keys(formats) as Format[];
const isOwn = (operation: OperationName, name: Format) =>
  formats[name].list === operations[operation].result;
const endingOf = (file: string) => extname(file).slice(1).toLowerCase();

/** An id as part of a file's name, whatever characters it has. */
const fileName = (id: string) => id.replace(/[^\w-]/g, '_').slice(0, 100);

function at(schema: Schema | undefined, ...path: string[]): Schema | undefined {
  return path.reduce<Schema | undefined>((from, name) => {
    const found = from?.properties?.[name];
    return found instanceof Object ? found : undefined;
  }, schema);
}
