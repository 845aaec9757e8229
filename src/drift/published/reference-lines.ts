/** What single lines of a reference page say: operations, sections, fields, samples, and rules in sentences. */
import type { JsonObject } from '../../documents/json.ts';

/** Something found on a page, and how many lines it took. */
type Found<T> = (T & { taken: number }) | undefined;

const method = 'GET|POST|PUT|PATCH|DELETE';

/** The longest path that an operation can have. */
const maxPath = 500;

/** An operation in one line, as `POST/v1/tasks`, or taken apart: the method, then each step of the path in its own line. */
export function operationAt(lines: readonly string[]): Found<{ method: string; path: string }> {
  const [first = ''] = lines;
  const glued = new RegExp(String.raw`^(${method})\s*(/[\w\-./{}:]{1,${maxPath}})$`).exec(first);
  if (glued) return { method: glued[1] ?? '', path: glued[2] ?? '', taken: 1 };
  if (!new RegExp(`^(${method})$`).test(first)) return undefined;
  let path = '';
  let taken = 1;
  while (lines[taken]?.startsWith('/') && path.length <= maxPath) {
    path += lines[taken];
    taken += 1;
    if (!path.endsWith('/')) continue;
    path += lines[taken] ?? '';
    taken += 1;
  }
  const isPath = path.length > 1 && path.length <= maxPath;
  return isPath ? { method: first, path, taken } : undefined;
}

/** A call with curl: its lines, and the addresses in it. */
export function curlAt(lines: readonly string[]): Found<{ urls: string[] }> {
  if (!/^curl\s/.test(lines[0] ?? '')) return undefined;
  let taken = 0;
  let text = '';
  let isQuoted = false;
  let line = '';
  do {
    line = lines[taken] ?? '';
    text += `${line}\n`;
    taken += 1;
    isQuoted = ((line.match(/'/g) ?? []).length % 2 === 1) !== isQuoted;
  } while (taken < lines.length && (line.endsWith('\\') || isQuoted));
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
  headings.find(([heading]) => heading.test(line))?.[1];

/** A status in a line of its own, perhaps with its media type. */
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
  /** The line of the page that it stands on, counted from 1. */
  line?: number;
  /** The lines of the sentences that its rules were read from, by keyword. */
  ruleLines?: Record<string, number>;
}

/** Adds the limits and values that a sentence about a field states. */
export function addRules(field: PageField, sentence: string, line: number): void {
  const rules = rulesIn(sentence, field.schema);
  Object.assign(field.schema, rules);
  for (const keyword of Object.keys(rules)) {
    field.ruleLines ??= {};
    field.ruleLines[keyword] = line;
  }
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

/** A field in one line, as `durationfloatRequired`, or in several: its name, its type, and what else is said of it. */
export function fieldAt(lines: readonly string[]): Found<PageField> {
  const [first = '', second = ''] = lines;
  const glued = new RegExp(
    String.raw`^([A-Za-z_][\w.-]{0,200}?)\s*((?:${typeWord})(?:\[\])?)\s*(Required|Optional)(?:\s*Default to\s*(.*))?$`,
    's',
  ).exec(first);
  if (glued) {
    const [, name = '', word = '', need, usual] = glued;
    const schema = schemaOfType(word) ?? {};
    return { name, schema: withDefault(schema, usual), isRequired: need === 'Required', taken: 1 };
  }
  const schema = /^[A-Za-z_][\w.[\]-]{0,200}$/.test(first) ? schemaOfType(second) : undefined;
  if (!schema) return undefined;
  const notes = lines.slice(2);
  const end = notes.findIndex(
    (line) => !/^(required|optional|header|query|path|deprecated|default(:| to ).*)$/i.test(line),
  );
  const said = end < 0 ? notes : notes.slice(0, end);
  const usual = said.flatMap((line) => /^default(?::| to )\s*(.*)$/is.exec(line)?.[1] ?? [])[0];
  return {
    name: first,
    schema: withDefault(schema, usual),
    isRequired: said.some((line) => /^required$/i.test(line)),
    taken: 2 + said.length,
  };
}

export function schemaOfType(word: string): JsonObject | undefined {
  const [, values, list, plain] =
    new RegExp(`^(?:enum<(${typeWord})>|(${typeWord})\\[\\]|(${typeWord}))$`, 'i').exec(word) ?? [];
  const type = (name: string | undefined) => types[name?.toLowerCase() ?? ''];
  if (list) return { type: 'array', items: { type: type(list) } };
  return values || plain ? { type: type(values ?? plain) } : undefined;
}

/** Adds a default as the page writes it, in the field's type; one that does not fit is left out. */
export function withDefault(schema: JsonObject, written: string | undefined): JsonObject {
  const text = written?.trim().replaceAll(/^["'`]|["'`]$/g, '');
  // Pages were made by a program that writes nothing as None.
  if (!text || text === 'None') return schema;
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

const number = String.raw`(-?\d+(?:\.\d+)?)`;
const isNumeric = ({ type }: JsonObject) => type === 'number' || type === 'integer';
const isString = ({ type }: JsonObject) => type === 'string';
const toRange = (least?: string, most?: string) => ({
  minimum: Number(least),
  maximum: Number(most),
});
const toMaxLength = (most = '') => ({ maxLength: Number(most.replaceAll(',', '')) });

/** How pages put a rule into words, and the keywords that it stands for. */
const rules: {
  sentence: RegExp;
  applies: (schema: JsonObject) => boolean;
  keywords: (...found: string[]) => JsonObject;
}[] = [
  {
    sentence:
      /(?:cannot exceed|max(?:imum)?(?: string)?(?: length)?(?: of)?|maximum length of [\w ]{1,60} is|at most|no more than|up to)[:\s]*([\d,]+)\s*characters/i,
    applies: isString,
    keywords: toMaxLength,
  },
  { sentence: /maximum string length:\s*([\d,]+)/i, applies: isString, keywords: toMaxLength },
  { sentence: /\b([\d,]+) characters max/i, applies: isString, keywords: toMaxLength },
  { sentence: /(?:超过|最多)\s*([\d,]+)\s*个?字符/, applies: isString, keywords: toMaxLength },
  {
    sentence: new RegExp(
      String.raw`(?:range(?:s from)?|取值范围)\s*[:：]?\s*[[(]?\s*${number}\s*[s秒]?\s*(?:-|–|—|~|to|,|至)\s*${number}`,
      'i',
    ),
    applies: isNumeric,
    keywords: toRange,
  },
  {
    sentence: new RegExp(String.raw`required range:\s*${number}\s*<=?\s*x\s*<=?\s*${number}`, 'i'),
    applies: isNumeric,
    keywords: toRange,
  },
];

const list =
  /(?:enum(?:erated)? values?|available options|optional values|枚举值|可选值)\s*[:：]\s*(.+)$/i;

/** The values that a field lists, in its type; a word among numbers is one of the values, too. */
export function listing(values: readonly string[], schema: JsonObject): JsonObject {
  if (!isNumeric(schema)) return { enum: values };
  const isNumber = (value: string) => /^-?\d+(\.\d+)?$/.test(value);
  const listed = values.map((value) => (isNumber(value) ? Number(value) : value));
  return { enum: listed, ...(values.every(isNumber) ? {} : { type: [schema.type, 'string'] }) };
}

/** The limits and values that a sentence about a field states, as keywords of JSON Schema. */
export function rulesIn(sentence: string, schema: JsonObject): JsonObject {
  // Runs of blanks and endless lines are no sentences, and slow to search. Only a list may be long: a part of it would be wrong.
  const text = sentence.replaceAll(/\s+/g, ' ');
  const found = rules.flatMap((rule) => {
    const match = rule.applies(schema) ? rule.sentence.exec(text.slice(0, 1000)) : null;
    return match ? [rule.keywords(...match.slice(1))] : [];
  });
  const values = isString(schema) || isNumeric(schema) ? valuesIn(list.exec(text)?.[1] ?? '') : [];
  // A number may be listed under a word, too, but not words alone.
  const isList = values.length > 1 && (isString(schema) || values.some((each) => /^\d/.test(each)));
  return Object.assign({}, ...found, isList ? listing(values, schema) : {});
}

/** The values that a list begins with, up to the first thing that is none. */
function valuesIn(list: string): string[] {
  const parts = list
    .replaceAll(/[（(][^（()）]*[)）]/g, '')
    // What each of them means comes after the list.
    .replace(/[.;。；]\s.*$/, '')
    .split(/[,、，]|\s+or\s+|\s+and\s+/)
    .map((part) => part.trim());
  const names = parts.map((part) => /^[`'"]?([\w:-]+(?:\.\w+)*)[`'"]?\.?$/.exec(part)?.[1]);
  const end = names.indexOf(undefined);
  return (end < 0 ? names : names.slice(0, end)).flatMap((name) => name ?? []);
}
