import type { Fetch } from '../../client/connection.ts';
import { orAbort, within } from '../../client/sleep.ts';
import { CouldNotCheck } from '../../contract/finding.ts';
import { maxPageSize, type PublishedPage, readPublished, tooLarge } from './published.ts';

/** How a page is fetched. */
export interface FetchPageOptions {
  /** Stands in for the global `fetch`, which is otherwise looked up at each call. */
  fetch?: Fetch | undefined;
  /** Milliseconds for the whole answer. */
  timeout: number;
}

const accept = 'text/markdown, application/json, application/yaml;q=0.9, text/plain;q=0.8';

/**
 * Fetches a page and reads it. One without a file ending is asked for as Markdown, with `.md` behind its address, as
 * all three providers offer it; what comes without is a program for browsers.
 * @throws {CouldNotCheck} unreachable, no answer in time, refused, or not readable; names the address
 */
export async function fetchPage(
  address: string,
  { fetch = globalThis.fetch, timeout }: FetchPageOptions,
): Promise<PublishedPage> {
  try {
    // Not AbortSignal.timeout: followed through a Request, it may be collected as garbage before it fires.
    return await within(timeout, (signal) => orAbort(read(address, fetch, signal), signal));
  } catch (error) {
    if (error instanceof CouldNotCheck) throw error;
    const name = error instanceof Error ? error.name : '';
    if (name === 'TimeoutError') {
      throw new CouldNotCheck(`${address} did not answer within ${timeout} ms`);
    }
    const isPage = error instanceof Error && name === 'PageError';
    throw new CouldNotCheck(
      isPage ? error.message : `${address} cannot be reached${codeIn(error)}`,
    );
  }
}

async function read(address: string, fetch: Fetch, signal: AbortSignal): Promise<PublishedPage> {
  const hasEnding = /\.\w+$/.test(new URL(address).pathname);
  const url = hasEnding ? address : `${address}.md`;
  const response = await fetch(new Request(url, { signal, headers: { accept } }));
  if (!response.ok) {
    await response.body?.cancel();
    throw new CouldNotCheck(`${address} answered with HTTP ${response.status}`);
  }
  return readPublished(await textOf(response, address), address);
}

/** The body as text, no further than the limit. */
async function textOf({ body }: Response, address: string): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.length;
    if (size > maxPageSize) throw tooLarge(address);
    text += decoder.decode(piece, { stream: true });
  }
  return text + decoder.decode();
}

function codeIn(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return ` (${at.code})`;
  }
  return '';
}
