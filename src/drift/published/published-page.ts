/** One page as a provider publishes it: OpenAPI, Markdown with OpenAPI in it, or text for people. */

import { describeTooLarge, maxFileSize } from '../../contract/files.ts';
import { assertAtMost, parseModestJson } from '../../contract/modest-json.ts';
import { isObject, type JsonObject } from '../../documents/json.ts';
import { isExport, readExport } from './export-page.ts';
import { limits, parseModestYaml } from './limits.ts';
import { inline } from './normalize.ts';
import { operationsIn } from './operations.ts';
import { descriptionsIn, linesAround, type PageLine } from './page-document.ts';
import { lineReader, placeReader } from './page-places.ts';
import { readReference } from './reference-page.ts';

/** A page that was read. */
export interface PublishedPage {
  /** Its file or address. */
  name: string;
  /** What it says, as an OpenAPI document in which no `$ref` is left. */
  document: JsonObject;
  /** Whether the document holds only what could be read from a page for people. */
  isPartial: boolean;
  /** The path of the OpenAPI document that a Markdown page says it shows, or the address that it says is its own. */
  source?: string;
  /** The sentences of a page for people; of OpenAPI, the descriptions of the fields of requests. */
  lines: PageLine[];
  /** Of a page with an OpenAPI block, the lines around it that name a field of a request. */
  around?: PageLine[];
  /** The line on which a thing of the document stands, counted from 1, or else what should hold it. */
  lineAt?: (pointer: string) => number | undefined;
  /** What of a page for people could not be understood, in words. */
  unread?: string[];
}

/** A page cannot be read. The message names the page and what is wrong with it. */
export class PageError extends Error {
  override readonly name = 'PageError';
}

/**
 * Reads a page: OpenAPI 3 as JSON or YAML, Markdown with one OpenAPI block in a fence, or a reference page as text, of
 * which as much is taken as can be understood. The text itself tells which it is; the name is mostly for messages.
 * @throws {PageError} empty, not text, too large, HTML, broken, no OpenAPI 3, or more than one OpenAPI block
 */
export function readPublished(text: string, name: string): PublishedPage {
  const content = text.replace(/^\uFEFF/, '');
  assertReadable(content, name);
  const blocks = fencesIn(content).filter((fence) => isOpenApi(fence.content));
  if (blocks.length > 1) {
    throw new PageError(
      `${name} has ${blocks.length} OpenAPI blocks; put each on a page of its own`,
    );
  }
  const [block] = blocks;
  if (block) {
    // Mintlify writes the path of the document behind the language.
    const source = block.info.split(/\s+/).find((word) => /\.(json|ya?ml)$/.test(word));
    const document = parseOpenApi(block.content, name);
    const page = {
      name,
      document,
      isPartial: false,
      lines: descriptionsIn(document, content),
      lineAt: lineReader(block.content, block.line),
    };
    const around = linesAround(document, content);
    return { ...page, around, ...(source ? { source } : {}) };
  }
  if (isJson(content) || isOpenApi(content) || /\.ya?ml$/i.test(name)) {
    const document = parseOpenApi(content, name);
    const lines = descriptionsIn(document, content);
    return { name, document, isPartial: false, lines, lineAt: lineReader(content) };
  }
  try {
    assertModestText(content);
    const { places, ...page } = isExport(content) ? readExport(content) : readReference(content);
    // For the limits: what was read has no references.
    inline(page.document);
    return { name, isPartial: true, ...page, lineAt: placeReader(places) };
  } catch (error) {
    throw new PageError(`${name} ${firstLineOf(error)}`);
  }
}

function assertModestText(content: string): void {
  const { line, lines, text } = limits;
  const all = content.split('\n', lines + 1);
  assertAtMost(lines, all.length, 'lines and no OpenAPI');
  assertAtMost(text, content.length, 'characters and no OpenAPI');
  for (const { length } of all) assertAtMost(line, length, 'characters in one line');
}

/** Whether a page has anything that could be compared: operations, callbacks or error codes. */
export const isComparable = ({ isPartial, document }: PublishedPage): boolean =>
  !isPartial ||
  operationsIn(document).length > 0 ||
  'webhooks' in document ||
  'x-codes' in document;

function assertReadable(content: string, name: string): void {
  if (content.length > maxFileSize) throw tooLargeError(name);
  if (content.trim() === '') throw new PageError(`${name} is empty`);
  if (/[\0\uFFFD]/.test(content)) throw new PageError(`${name} is not text in UTF-8`);
  if (/^\s*<(!doctype\s+html|html[\s>])/i.test(content)) {
    throw new PageError(`${name} is HTML; save its OpenAPI, Markdown or plain text instead`);
  }
}

/** The error for a page that is larger than allowed. */
export const tooLargeError = (name: string): PageError =>
  new PageError(`${name} ${describeTooLarge}`);

const isJson = (text: string) => /^\s*\{/.test(text);
const isOpenApi = (text: string) => /^(openapi|swagger)["']?\s*:/m.test(text) || hasJsonKey(text);
const hasJsonKey = (text: string) => isJson(text) && /"(openapi|swagger)"\s*:/.test(text);

function parseOpenApi(source: string, name: string): JsonObject {
  const value = parseText(source, name);
  const version = isObject(value) ? (value.openapi ?? value.swagger) : undefined;
  if (!isObject(value) || version === undefined) {
    throw new PageError(`${name} is not an OpenAPI document: it has no \`openapi\` at the top`);
  }
  if (!/^3\./.test(String(version))) {
    throw new PageError(`${name} is OpenAPI ${version}; only OpenAPI 3 is read`);
  }
  if (!isObject(value.paths)) throw new PageError(`${name} is OpenAPI without \`paths\``);
  try {
    return inline(value);
  } catch (error) {
    throw new PageError(`${name} ${firstLineOf(error)}`);
  }
}

function parseText(source: string, name: string): unknown {
  const parse = isJson(source) ? parseModestJson : parseModestYaml;
  try {
    return parse(source);
  } catch (error) {
    if (error instanceof RangeError) throw new PageError(`${name} ${firstLineOf(error)}`);
    const format = isJson(source) ? 'JSON' : 'YAML';
    throw new PageError(`${name} is not valid ${format}: ${firstLineOf(error)}`);
  }
}

/** The first line of an error's message, without the excerpt that parsers add. */
function firstLineOf(error: unknown): string {
  const [line = ''] = error instanceof Error ? error.message.split('\n', 1) : [];
  return line
    .slice(0, 500)
    .replace(/, ?"?\.\.\..*$/, '')
    .replace(/:$/, '')
    .slice(0, 200);
}

/** A block of code in Markdown. */
interface Fence {
  /** What follows the opening marks: the language, and whatever the author adds. */
  info: string;
  content: string;
  /** How many lines of the page stand above its content. */
  line: number;
}

/** The fenced blocks of a text; a last one that is not closed is included. */
function fencesIn(text: string): Fence[] {
  const fences: Fence[] = [];
  let open: { marks: string; info: string; line: number; lines: string[] } | undefined;
  const close = () => {
    if (open) fences.push({ info: open.info, content: open.lines.join('\n'), line: open.line });
    open = undefined;
  };
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const [, marks = '', info = ''] = /^ {0,3}(`{3,}|~{3,})\s*(.*)$/s.exec(line) ?? [];
    if (!open && marks) open = { marks, info: info.trim(), line: index + 1, lines: [] };
    else if (open && marks.startsWith(open.marks) && info === '') close();
    else open?.lines.push(line);
  }
  close();
  return fences;
}
