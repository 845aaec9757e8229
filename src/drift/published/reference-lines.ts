import type { JsonObject } from '../../documents/json.ts';

/** Something found on a page, and how many lines it took. */
type Found<T> = (T & { taken: number }) | undefined;

const method = 'GET|POST|PUT|PATCH|DELETE';

/** An operation in one line, as `POST/v1/tasks`, or taken apart: the method, and each step of the path below it. */
export function operationAt(lines: readonly string[]): Found<{ method: string; path: string }> {
  const [first = ''] = lines;
  const glued = new RegExp(String.raw`^(${method})\s*(/[\w\-./{}:]+)$`).exec(first);
  if (glued) return { method: glued[1] ?? '', path: glued[2] ?? '', taken: 1 };
  if (!new RegExp(`^(${method})$`).test(first)) return undefined;
  let path = '';
  let taken = 1;
  while (lines[taken]?.startsWith('/')) {
    path += lines[taken];
    taken += 1;
    if (!path.endsWith('/')) continue;
    path += lines[taken] ?? '';
    taken += 1;
  }
  return path.length > 1 ? { method: first, path, taken } : undefined;
}

/** A call of curl: its lines, and the addresses in it. */
export function curlAt(lines: readonly string[]): Found<{ urls: string[] }> {
  if (!/^curl\s/.test(lines[0] ?? '')) return undefined;
  let taken = 0;
  let text = '';
  do {
    text += `${lines[taken]}\n`;
    taken += 1;
  } while (
    taken < lines.length &&
    (/\\\n$/.test(text) || (text.match(/'/g) ?? []).length % 2 === 1)
  );
  return { urls: text.match(/https?:\/\/[^\s'"\\]+/g) ?? [], taken };
}

/** The parts of a page about one operation. */
export type Section = 'body' | 'query' | 'path' | 'header' | 'response';

const headings: [RegExp, Section][] = [
  [/^(request )?body( parameters)?$/i, 'body'],
  [/^query( string)? param(eter)?s?$/i, 'query'],
  [/^path param(eter)?s?$/i, 'path'],
  [/^(request )?headers?( parameters)?$|^authorizations?s$/i, 'header'],
  [/^responses?$/i, 'response'],
];

/** The section that a heading opens. */
export const sectionAt = (line: string): Section | undefined =>
  headings.find(([says]) => says.test(line))?.[1];

/** A status as a line of its own, perhaps with its media type. */
export function statusAt(line: string): { status: string; media?: string } | undefined {
  const [, status, media] = /^([1-5]\d\d)(?:\s*-\s*([\w.+-]+\/[\w.+-]+))?$/.exec(line) ?? [];
  return status ? { status, ...(media ? { media } : {}) } : undefined;
}

/** A field as a page shows it. */
export interface PageField {
  /** With dots for fields within fields. */
  name: string;
  schema: JsonObject;
  isRequired: boolean;
}

const types: Record<string, string> = {
  string: 'string',
  float: 'number',
  double: 'number',
  number: 'number',
  integer: 'integer',
  int: 'integer',
  long: 'integer',
  boolean: 'boolean',
  bool: 'boolean',
  object: 'object',
  array: 'array',
};
const typeWord = Object.keys(types).join('|');

function schemaOf(word: string): JsonObject | undefined {
  const [, values, list, plain] =
    new RegExp(`^(?:enum<(${typeWord})>|(${typeWord})\\[\\]|(${typeWord}))$`, 'i').exec(word) ?? [];
  const type = (name: string | undefined) => types[name?.toLowerCase() ?? ''];
  if (list) return { type: 'array', items: { type: type(list) } };
  return values || plain ? { type: type(values ?? plain) } : undefined;
}

/** A field in one line, as `durationfloatRequired`, or below each other: name, type, and what else is said. */
export function fieldAt(lines: readonly string[]): Found<PageField> {
  const [first = '', second = ''] = lines;
  const glued = new RegExp(
    String.raw`^([A-Za-z_][\w.-]*?)\s*((?:${typeWord})(?:\[\])?)\s*(Required|Optional)(?:\s*Default to\s*(.*))?$`,
  ).exec(first);
  if (glued) {
    const [, name = '', word = '', need, usual] = glued;
    const schema = schemaOf(word) ?? {};
    return { name, schema: withDefault(schema, usual), isRequired: need === 'Required', taken: 1 };
  }
  const schema = /^[A-Za-z_][\w.[\]-]*$/.test(first) ? schemaOf(second) : undefined;
  if (!schema) return undefined;
  const notes = lines.slice(2);
  const end = notes.findIndex(
    (line) => !/^(required|optional|header|query|path|deprecated|default(:| to ).*)$/i.test(line),
  );
  const said = end < 0 ? notes : notes.slice(0, end);
  const usual = said.flatMap((line) => /^default(?::| to )\s*(.*)$/i.exec(line)?.[1] ?? [])[0];
  return {
    name: first,
    schema: withDefault(schema, usual),
    isRequired: said.some((line) => /^required$/i.test(line)),
    taken: 2 + said.length,
  };
}

/** A default as the page writes it, in the field's type; left out when it does not fit. */
function withDefault(schema: JsonObject, written: string | undefined): JsonObject {
  const text = written?.trim().replaceAll(/^["'`]|["'`]$/g, '');
  if (text === undefined || text === '') return schema;
  if (schema.type === 'string') return { ...schema, default: text };
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'number' || typeof value === 'boolean'
      ? { ...schema, default: value }
      : schema;
  } catch {
    return schema;
  }
}
