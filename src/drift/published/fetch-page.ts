/** Fetches what providers publish: pages, and the index of all their pages. */
import { createRequire } from 'node:module';
import { readBody } from '../../client/body.ts';
import { codeOf, type Fetch } from '../../client/connection.ts';
import { orAbort, within } from '../../client/sleep.ts';
import { maxFileSize } from '../../contract/files.ts';
import { CouldNotCheck } from '../../contract/finding.ts';
import {
  isComparable,
  PageError,
  type PublishedPage,
  readPublished,
  tooLargeError,
} from './published-page.ts';

/** How pages are fetched. */
export interface FetchOptions {
  /** Used in place of the global `fetch`. */
  fetch?: Fetch | undefined;
  /** How many milliseconds each address has to respond; all are fetched at the same time. @default 30_000 */
  timeout?: number | undefined;
}

/**
 * Fetches a page and reads it. An address without a file ending is requested as Markdown, with `.md` behind it, as all
 * three providers offer it: without, the response is a program for browsers.
 * @throws {CouldNotCheck} unreachable, no response in time, refused, or not readable; names the address
 */
export async function fetchPage(address: string, options: FetchOptions): Promise<PublishedPage> {
  const hasEnding = /\.\w+$/.test(new URL(address).pathname);
  const text = await fetchText(address, hasEnding ? address : `${address}.md`, options);
  const page = withReason(() => readPublished(text, address));
  if (!isComparable(page)) throw new CouldNotCheck(`${address} has nothing that could be read`);
  return page;
}

/**
 * Fetches the index of a provider's pages, and gives the addresses in it without their endings.
 * @throws {CouldNotCheck} as {@link fetchPage} does
 */
export async function fetchIndex(address: string, options: FetchOptions): Promise<string[]> {
  const text = await fetchText(address, address, options);
  const { origin } = new URL(address);
  const found = text.match(/https?:\/\/[^\s<>()"'\]]+/g) ?? [];
  const pages = found.filter((each) => each.startsWith(`${origin}/`) && each !== address);
  if (pages.length === 0) throw new CouldNotCheck(`${address} lists no page`);
  return [...new Set(pages.map((each) => each.replace(/[.,;]$/, '').replace(/\.md$/, '')))];
}

const accept = 'text/markdown, application/json, application/yaml;q=0.9, text/plain;q=0.8';

/** Says who asks: sites that refuse unknown programs can let this one in, and see what it is for. */
const { homepage } = createRequire(import.meta.url)('kling-fetch-cli/package.json');
const userAgent = `kling-fetch-drift (+${homepage})`;

async function fetchText(
  address: string,
  url: string,
  { fetch = globalThis.fetch, timeout = 30_000 }: FetchOptions,
): Promise<string> {
  const request = async (signal: AbortSignal) => {
    const response = await fetch(url, { signal, headers: { accept, 'user-agent': userAgent } });
    if (!response.ok) {
      await response.body?.cancel();
      throw new CouldNotCheck(describeRefusal(address, response.status));
    }
    return textOf(response, address);
  };
  try {
    // Not AbortSignal.timeout: followed through a Request, it may be collected as garbage before it fires.
    const text = await within(timeout, (signal) => orAbort(request(signal), signal));
    if (/^\s*<(!doctype\s+html|html[\s>])/i.test(text)) {
      throw new CouldNotCheck(
        `${address} answered with HTML, an empty page that a browser fills; its Markdown may have moved`,
      );
    }
    return text;
  } catch (error) {
    if (error instanceof CouldNotCheck) throw error;
    if (error instanceof PageError) throw new CouldNotCheck(error.message);
    if (error instanceof Error && error.name === 'TimeoutError') {
      throw new CouldNotCheck(`${address} did not answer within ${timeout} ms`);
    }
    const code = codeOf(error);
    throw new CouldNotCheck(`${address} cannot be reached${code ? ` (${code})` : ''}`);
  }
}

/** What is known of a status, and what to do. Kling's site was seen to answer 446 to programs in July 2026. */
function describeRefusal(address: string, status: number): string {
  if (status === 446) {
    return `${address} answered with HTTP 446, as Kling’s site does to programs; save the page from a browser and check it with --from`;
  }
  if (status === 404 || status === 410) {
    return `${address} answered with HTTP ${status}: the page has moved or is gone`;
  }
  return `${address} answered with HTTP ${status}`;
}

/** What is wrong with a page as the reason why it could not be checked. */
function withReason<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw error instanceof PageError ? new CouldNotCheck(error.message) : error;
  }
}

/** The body as text; it is read no further than the limit. */
async function textOf({ body }: Response, address: string): Promise<string> {
  try {
    return new TextDecoder().decode(await readBody(body, maxFileSize));
  } catch (error) {
    throw error instanceof RangeError ? tooLargeError(address) : error;
  }
}
