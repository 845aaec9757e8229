/** Pages that Kling exports to Markdown: an operation is a section with bullets, tables of fields, notes on them and samples. */
import { assertAtMost } from '../../contract/modest-json.ts';
import { type JsonObject, join, objectOf } from '../../documents/json.ts';
import { limits } from './limits.ts';
import {
  aboutField,
  callsUnread,
  type Draft,
  draftOf,
  type PageLine,
  toDocument,
} from './page-document.ts';
import { type Places, placesOf } from './page-places.ts';
import { addRules, listing, type PageField, schemaOfType, withDefault } from './reference-lines.ts';
import { commentIn, schemaOfSample } from './sample.ts';

/** What a page says, and what of it nobody could understand. */
export interface ExportedPage {
  document: JsonObject;
  lines: PageLine[];
  places: () => Places;
  /** The address that the page names as its own. */
  source?: string;
  /** Operations, tables and rows that could not be read, each in words. */
  unread: string[];
}

const overview = /^### (API Overview|接口概览)$/;

/** Whether a text is such a page: it quotes its own address above everything else. */
export const isExport = (text: string): boolean => /^> (Source|来源): https?:/m.test(text);

type Part = 'header' | 'body' | 'path' | 'query' | 'answer';

/** The headings of the parts of an operation, which stand in English on Chinese pages, too. */
const parts: Record<string, Part> = {
  Headers: 'header',
  'Request Body': 'body',
  'Path Params': 'path',
  'Query Params': 'query',
  'Response Example': 'answer',
};

type Column = 'name' | 'type' | 'required' | 'default' | 'enum' | 'description';

const columns: Record<string, Column> = {
  'field path': 'name',
  field: 'name',
  type: 'type',
  required: 'required',
  default: 'default',
  enum: 'enum',
  description: 'description',
  字段路径: 'name',
  字段: 'name',
  类型: 'type',
  必填: 'required',
  默认值: 'default',
  可选值: 'enum',
  说明: 'description',
};

/** What callbacks are called here, by the field that tells their bodies from one another. */
const callbacks: Record<string, string> = { task_status: 'taskStatus', outputs: 'taskOutputs' };

/**
 * Reads such a page. It comes back as an OpenAPI document that holds what was understood and nothing else; the sentences,
 * those beside fields and in samples included, come back line by line.
 */
export function readExport(text: string): ExportedPage {
  const reader = new ExportReader(text.split(/\r?\n/));
  return reader.read();
}

class ExportReader {
  readonly #lines: readonly string[];
  readonly #drafts = new Map<string, Draft>();
  readonly #urls = new Set<string>();
  readonly #prose: PageLine[] = [];
  readonly #unread: string[] = [];
  #source: string | undefined;
  /** The title of the section, and what its bullets said so far. */
  #title = 'the page';
  #isOperation = false;
  #method: string | undefined;
  #path: string | undefined;
  #draft: Draft | undefined;
  #part: Part | undefined;
  #isNotes = false;
  #table: (Column | undefined)[] | undefined;
  /** The field that the last note was about; it may have no row of its own. */
  #noted: PageField | undefined;
  #hasAnswer = false;
  #isCodes = false;
  readonly #codes: Record<string, string> = {};
  readonly #webhooks: Record<string, JsonObject> = {};
  /** The lines of what is no part of an operation, by pointer. */
  readonly #places: [string, number][] = [];

  constructor(lines: readonly string[]) {
    this.#lines = lines;
  }

  read(): ExportedPage {
    for (let index = 0; index < this.#lines.length; ) index += this.#readAt(index);
    this.#endSection();
    const drafts = [...this.#drafts.values()];
    const document = {
      ...toDocument(drafts, [...this.#urls]),
      ...(Object.keys(this.#codes).length > 0 ? { 'x-codes': this.#codes } : {}),
      ...(Object.keys(this.#webhooks).length > 0 ? { webhooks: this.#webhooks } : {}),
    };
    const places = () => new Map([...this.#places, ...placesOf(drafts)]);
    const unread = [...this.#unread, ...callsUnread([...this.#drafts.values()], [...this.#urls])];
    const page = { document, lines: this.#prose, places, unread };
    return this.#source === undefined ? page : { ...page, source: this.#source };
  }

  /** Reads what begins at a line; returns how many lines that was. */
  #readAt(index: number): number {
    const raw = this.#lines[index] ?? '';
    const line = raw.trim();
    if (/^(```|~~~)/.test(line)) return this.#readFence(index);
    if (this.#isNotes && /^- `[^`]+`[:：] ```/.test(line)) {
      this.#noted = undefined;
      return this.#readFence(index);
    }
    if (/^#{1,6} /.test(raw)) this.#readHeading(line, index);
    else if (line.startsWith('|')) this.#readRow(line, index);
    else if (line !== '' && line !== '---' && !this.#readBullet(line, index))
      this.#say(line, index);
    if (!line.startsWith('|')) {
      this.#table = undefined;
      this.#isCodes = false;
    }
    return 1;
  }

  #say(text: string, index: number): void {
    const field = this.#noted;
    const { method = '', path = '' } = this.#draft ?? {};
    const about = field && { about: aboutField(method, path, field.name) };
    this.#prose.push({ line: index + 1, text, ...about });
    if (field) addRules(field, text, index + 1);
  }

  #readHeading(line: string, index: number): void {
    const level = line.indexOf(' ');
    const name = line.slice(level + 1).trim();
    this.#noted = undefined;
    if (level < 3) {
      this.#endSection();
      this.#title = `${name} (line ${index + 1})`;
    }
    if (overview.test(line)) this.#isOperation = true;
    if (level > 3) {
      this.#isNotes = this.#part !== undefined && /(Field Notes|字段补充说明)$/.test(name);
    } else {
      this.#isNotes = false;
      this.#part = level === 3 && Object.hasOwn(parts, name) ? parts[name] : undefined;
    }
    // A title says something to people, but the names of the parts are the layout.
    if (!overview.test(line) && this.#part === undefined) this.#say(name, index);
  }

  /** Ends the section of an operation. One without method and path, or without an answer, was not read. */
  #endSection(): void {
    if (this.#isOperation && !this.#draft)
      this.#unread.push(`the operation ${this.#title}: its method and path could not be read`);
    else if (this.#draft && !this.#hasAnswer)
      this.#unread.push(`the response of ${this.#draft.method} ${this.#draft.path}`);
    this.#isOperation = false;
    this.#hasAnswer = false;
    this.#method = undefined;
    this.#path = undefined;
    this.#draft = undefined;
    this.#part = undefined;
    this.#noted = undefined;
  }

  /** Reads a bullet of an overview or a note, or the line that names the page's address; returns whether the line is one. */
  #readBullet(line: string, index: number): boolean {
    const address = /^> (?:Source|来源): (https?:\S+)$/.exec(line)?.[1];
    if (address) this.#source ??= address;
    if (this.#isNotes) return this.#readNote(line, index);
    const [, label, value = ''] = /^- (Method|Path|Content-Type): `([^`]+)`$/.exec(line) ?? [];
    if (!label) return address !== undefined;
    if (label === 'Content-Type') {
      if (this.#draft && /^[\w.+-]+\/[\w.+-]+$/.test(value)) this.#draft.media = value;
      return this.#draft !== undefined;
    }
    if (label === 'Method') this.#method = value;
    else this.#path = value;
    this.#startOperation(index);
    return true;
  }

  #startOperation(index: number): void {
    const [method = '', path = ''] = [this.#method, this.#path];
    if (!/^(GET|POST|PUT|PATCH|DELETE)$/.test(method) || !/^\/[\w\-./{}:]+$/.test(path)) return;
    this.#draft = draftOf(this.#drafts, method, path, index + 1);
  }

  /** Reads the first line of a note on a field; what follows it is about the same field. */
  #readNote(line: string, index: number): boolean {
    const [, name, text = ''] = /^- `([^`]+)`[:：]\s*(.*)$/.exec(line) ?? [];
    if (name === undefined) return false;
    const known = this.#fields().find((field) => field.name === name);
    this.#noted = known ?? { name, schema: {}, isRequired: false };
    this.#say(text, index);
    return true;
  }

  #fields(): PageField[] {
    const part = this.#part;
    return part === 'body' || part === 'query' || part === 'header'
      ? (this.#draft?.[part] ?? [])
      : [];
  }

  #readRow(line: string, index: number): void {
    const cells = cellsOf(line);
    if (cells.every((cell) => /^:?-+:?$/.test(cell))) return;
    if (!this.#draft || this.#part === undefined || this.#part === 'answer' || this.#isNotes) {
      this.#readCode(cells, index);
      this.#say(cells.join(' | '), index);
      return;
    }
    if (!this.#table) {
      this.#table = cells.map((cell) => columns[cell.toLowerCase()]);
      if (!this.#table.includes('name') || !this.#table.includes('type'))
        this.#unread.push(`the table in line ${index + 1}`);
      return;
    }
    const table = this.#table;
    const cell = (column: Column) => {
      const text = cells[table.indexOf(column)] ?? '';
      return text === '-' ? '' : text;
    };
    const field = fieldOfRow(cell);
    if (field) this.#fields().push(Object.assign(field, { line: index + 1 }));
    else this.#unread.push(`the row in line ${index + 1}: ${cell('name') || 'it has no name'}`);
    assertAtMost(limits.entries, this.#fields().length, 'fields');
    if (cell('description')) {
      this.#noted = field;
      this.#say(cell('description'), index);
      this.#noted = undefined;
    }
  }

  /** Reads a row of a table that gives the HTTP status of every error code. */
  #readCode([status = '', code = '']: readonly string[], index: number): void {
    const isHead = /^http/i.test(status) && /code|码/i.test(code);
    const isCode = this.#isCodes && /^\d{3}$/.test(status) && /^\d+$/.test(code);
    if (isHead) this.#isCodes = true;
    else if (isCode) this.#codes[code] = status;
    if (isHead || isCode)
      this.#places.push([join('#/x-codes', ...(isHead ? [] : [code])), index + 1]);
  }

  /** Reads a block of code: a sample of an answer, a call, or an example beside a note. Returns its lines. */
  #readFence(index: number): number {
    const open = /(`{3,}|~{3,})/.exec(this.#lines[index] ?? '')?.[0] ?? '```';
    let end = index + 1;
    while (end < this.#lines.length && !this.#lines[end]?.trim().startsWith(open)) end += 1;
    const content = this.#lines.slice(index + 1, end);
    const isCall = content.some((line) => /^\s*curl\s/.test(line));
    for (const url of content.join('\n').match(/https?:\/\/[^\s'"\\]+/g) ?? []) {
      if (isCall) this.#urls.add(url);
    }
    for (const [offset, line] of content.entries()) {
      const text = this.#isNotes ? line.trim() : commentIn(line);
      if (text && this.#part !== undefined) this.#prose.push({ line: index + offset + 2, text });
    }
    const schema =
      this.#part === 'answer' && !this.#hasAnswer ? schemaOfSample(content) : undefined;
    if (this.#draft && schema) {
      this.#draft.responses.set('200', schema);
      this.#draft.samples.set('200', { line: index + 2, lines: content });
      this.#hasAnswer = true;
    }
    if (!this.#draft) this.#readCallback(content, index);
    return end + 1 - index;
  }

  /** A sample that looks like a task, on a page without operations, is what the provider sends to `callback_url`. */
  #readCallback(content: readonly string[], index: number): void {
    const schema = schemaOfSample(content);
    const name = Object.entries(callbacks).find(([field]) =>
      Object.hasOwn(objectOf(schema?.properties), field),
    )?.[1];
    if (!name || this.#webhooks[name]) return;
    for (const [offset, line] of content.entries()) {
      const text = commentIn(line);
      if (text) this.#prose.push({ line: index + offset + 2, text });
    }
    this.#places.push([join('#/webhooks', name), index + 2]);
    const requestBody = { content: { 'application/json': { schema } } };
    this.#webhooks[name] = { post: { requestBody } };
  }
}

/** The cells of a row of a table; a bar behind a backslash is part of the text. */
const cellsOf = (line: string): string[] =>
  line
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replaceAll('\\|', '|'));

/** The field of a row; `undefined` where its name or its type cannot be read. */
function fieldOfRow(cell: (column: Column) => string): PageField | undefined {
  const name = /^`?([A-Za-z_][\w.[\]-]*)`?$/.exec(cell('name'))?.[1];
  const type = schemaOfType(cell('type').replaceAll('`', ''));
  const need = cell('required');
  if (name === undefined || !type || !/^(yes|no|是|否|)$/i.test(need)) return undefined;
  const schema = withDefault(type, /^`(\S*)`$/.exec(cell('default'))?.[1]);
  const values = [...cell('enum').matchAll(/`([^`]*)`/g)].map(([, value = '']) => value);
  if (values.length > 0) Object.assign(schema, listing(values, schema));
  return { name, schema, isRequired: /^(yes|是)$/i.test(need) };
}
