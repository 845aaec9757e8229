import { isObject, type JsonObject } from '../../documents/json.ts';
import { fencesIn } from './fence.ts';
import { inline } from './inline.ts';
import { operationsIn } from './match.ts';
import { type PageLine, readReference } from './reference.ts';
import { yaml } from './yaml.ts';

/** A page as a provider publishes it, read. */
export interface PublishedPage {
  /** Its file or address. */
  name: string;
  /** What it says, as an OpenAPI document without references. */
  document: JsonObject;
  /** Whether the document holds only what could be read from a page for people. */
  isPartial: boolean;
  /** The path of the OpenAPI document that a Markdown page says it shows. */
  source?: string;
  /** The sentences of a page for people, by line; none where the page is OpenAPI. */
  lines: PageLine[];
}

/** A page that cannot be read. The message names the page, what is wrong with it, and what to do. */
export class PageError extends Error {
  override readonly name = 'PageError';
}

/** The most that a page may have, in bytes or characters. */
export const maxPageSize = 5 * 1024 * 1024;

/** The most lines that a page for people may have. */
const maxLines = 20_000;

/**
 * Reads a page: OpenAPI 3 as JSON or YAML, Markdown with one OpenAPI block in a fence, or a reference page as text, of
 * which the facts are taken that can be read. What it is shows in the text; the name is for messages.
 * @throws {PageError} empty, not text, too large, HTML, broken, no OpenAPI 3, or more than one OpenAPI block
 */
export function readPublished(text: string, name: string): PublishedPage {
  const content = text.replace(/^\uFEFF/, '');
  refuse(content, name);
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
    const page = { name, document: parse(block.content, name), isPartial: false, lines: [] };
    return source ? { ...page, source } : page;
  }
  if (isJson(content) || isOpenApi(content) || /\.ya?ml$/i.test(name)) {
    return { name, document: parse(content, name), isPartial: false, lines: [] };
  }
  if (content.split('\n', maxLines + 1).length > maxLines) {
    throw new PageError(
      `${name} has more than ${maxLines.toLocaleString('en')} lines and no OpenAPI`,
    );
  }
  const { document, lines } = readReference(content);
  return { name, document, isPartial: true, lines };
}

/** Whether anything was found on a page that could be compared. */
export const saysAnything = (page: PublishedPage): boolean =>
  !page.isPartial || operationsIn(page.document).length > 0;

function refuse(content: string, name: string): void {
  if (content.length > maxPageSize) throw tooLarge(name);
  if (content.trim() === '') throw new PageError(`${name} is empty`);
  if (/[\0\uFFFD]/.test(content)) throw new PageError(`${name} is not text in UTF-8`);
  if (/^\s*<(!doctype\s+html|html[\s>])/i.test(content)) {
    throw new PageError(`${name} is a page of HTML; take its OpenAPI, Markdown or plain text`);
  }
}

/** The error for a page above the limit. */
export const tooLarge = (name: string): PageError =>
  new PageError(
    `${name} is larger than ${maxPageSize / 1024 / 1024} MB, which no page of a provider is`,
  );

const isJson = (text: string) => /^\s*\{/.test(text);
const isOpenApi = (text: string) => /^(openapi|swagger)["']?\s*:/m.test(text) || hasJsonKey(text);
const hasJsonKey = (text: string) => isJson(text) && /"(openapi|swagger)"\s*:/.test(text);

function parse(source: string, name: string): JsonObject {
  const value = isJson(source) ? parseJson(source, name) : parseYaml(source, name);
  const version = isObject(value) ? (value.openapi ?? value.swagger) : undefined;
  if (!isObject(value) || version === undefined) {
    throw new PageError(`${name} is no OpenAPI document: it has no \`openapi\` at its top`);
  }
  if (!/^3\./.test(String(version))) {
    throw new PageError(`${name} is OpenAPI ${version}; only OpenAPI 3 is read`);
  }
  if (!isObject(value.paths)) throw new PageError(`${name} is OpenAPI without \`paths\``);
  try {
    return inline(value);
  } catch (error) {
    throw new PageError(`${name} ${reason(error)}`);
  }
}

function parseJson(source: string, name: string): unknown {
  try {
    return JSON.parse(source);
  } catch (error) {
    throw new PageError(`${name} is not valid JSON: ${reason(error)}`);
  }
}

/** Far more than people write, far less than a bomb needs. */
const maxAliasCount = 100;

function parseYaml(source: string, name: string): unknown {
  const { parse: parseDocument } = yaml();
  try {
    return parseDocument(source, { maxAliasCount, logLevel: 'error' });
  } catch (error) {
    throw new PageError(`${name} is not valid YAML: ${reason(error)}`);
  }
}

/** The first line of what went wrong, without the excerpt that parsers add. */
function reason(error: unknown): string {
  const [line = ''] = error instanceof Error ? error.message.split('\n') : [];
  return line
    .replace(/, ?"?\.\.\..*$/, '')
    .replace(/:$/, '')
    .slice(0, 200);
}
