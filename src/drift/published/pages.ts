/** Reads what the providers publish now, and finds out which page is about which operations. */
import { readBody } from '../../client/body.ts';
import type { Fetch } from '../../client/connection.ts';
import { codeOf } from '../../client/connection.ts';
import { orAbort, within } from '../../client/sleep.ts';
import { maxFileSize, readFiles, TooLargeError } from '../../contract/files.ts';
import { CouldNotCheck, type Skipped } from '../../contract/finding.ts';
import type { ProviderName } from '../../documents/documents.ts';
import type { JsonObject } from '../../documents/json.ts';
import {
  nameOf,
  normalPath,
  type Operation,
  operationsIn,
  pairOperations,
  serversOf,
} from './operations.ts';
import {
  isComparable,
  PageError,
  type PublishedPage,
  readPublished,
  tooLargeError,
} from './published-page.ts';
import { type Contract, readContracts } from './vendored.ts';

/** What is checked, and where what is published comes from. */
export interface DriftSpecOptions {
  /** Only this provider. */
  provider?: ProviderName | undefined;
  /** A folder of pages; without it, the addresses in `openapi/sources.json` are fetched. */
  from?: string | undefined;
  /** Used in place of the global `fetch`. */
  fetch?: Fetch | undefined;
  /** How many milliseconds each address has to respond; all are fetched at the same time. @default 30_000 */
  timeout?: number | undefined;
  /** Called after each page that was fetched, or could not be. */
  onProgress?: ((progress: { what: string; done: number; total: number }) => void) | undefined;
}

/** A page, and the operations that it is compared with. */
interface AssignedPage {
  page: PublishedPage;
  /** Where it was read when it was vendored. */
  address: string;
  /** The operations that it has. */
  found: Set<string>;
  /** The operations that it should have, and that no page has. */
  gone: Set<string>;
}

/** What is vendored of a provider, and the pages that it publishes now. */
export interface ProviderPages {
  contract: Contract;
  pages: AssignedPage[];
}

/**
 * Reads what is published now, from a folder or from the providers.
 * @throws {PageError} the folder cannot be read, or all of it could and nothing is about an operation that is vendored
 */
export async function readPages(
  options: DriftSpecOptions,
): Promise<{ providers: ProviderPages[]; skipped: Skipped[] }> {
  const contracts = await readContracts();
  const wanted = contracts.filter(
    ({ provider }) => options.provider === undefined || provider === options.provider,
  );
  return options.from === undefined
    ? readFromProviders(wanted, options)
    : readFromFolder(options.from, wanted, contracts);
}

async function readFromFolder(folder: string, wanted: Contract[], contracts: Contract[]) {
  const { pages: read, skipped } = await readFolder(folder);
  const isAllRead = skipped.length === 0;
  const pagesOf = new Map(wanted.map((contract): [Contract, PublishedPage[]] => [contract, []]));
  for (const page of read) {
    if (!isComparable(page)) {
      skipped.push({ what: page.name, why: 'no operation could be read in it', failed: true });
      continue;
    }
    const owner = ownerAmong(page, wanted, contracts);
    if (owner) pagesOf.get(owner)?.push(page);
    else {
      const why = 'no host and no operation in it belongs to just one provider; set the provider';
      skipped.push({ what: page.name, why, failed: true });
    }
  }
  const providers = [...pagesOf].map(([contract, pages]) => assignOperations(contract, pages));
  const isAbout = ({ found, gone }: AssignedPage) => found.size + gone.size > 0;
  if (isAllRead && !providers.some(({ pages }) => pages.some(isAbout))) {
    throw new PageError(`${folder} has no page about an operation that is vendored`);
  }
  const missing = providers.flatMap((each) =>
    skippedOperations(each, `no file in ${folder} has it`),
  );
  return { providers, skipped: [...skipped, ...missing] };
}

async function readFromProviders(contracts: Contract[], options: DriftSpecOptions) {
  const addressesOf = (contract: Contract) => [
    ...new Set(publishedSources(contract).map(({ address }) => address)),
  ];
  const addresses = [...new Set(contracts.flatMap(addressesOf))];
  const skipped: Skipped[] = [];
  const pages = new Map<string, PublishedPage>();
  let done = 0;
  await Promise.all(
    addresses.map(async (address) => {
      const page = await fetchPage(address, options).catch((error: unknown) => {
        if (!(error instanceof CouldNotCheck)) throw error;
        skipped.push({ what: address, why: error.message, failed: true });
      });
      if (page) pages.set(address, page);
      done += 1;
      options.onProgress?.({ what: address, done, total: addresses.length });
    }),
  );
  const providers = contracts.map((contract) =>
    assignOperations(
      contract,
      addressesOf(contract).flatMap((address) => pages.get(address) ?? []),
    ),
  );
  const failed = new Set(skipped.map(({ what }) => what));
  const missing = providers.flatMap((each) =>
    skippedOperations(each, 'its page was not read', failed),
  );
  return { providers, skipped: [...skipped, ...missing] };
}

/** What a provider publishes, by operation: what was inferred has no page of its own. */
const publishedSources = ({ sources }: Contract) =>
  Object.entries(sources)
    .map(([name, source]) => ({ name, ...source }))
    .filter(({ certainty }) => certainty !== 'inferred');

function assignOperations(contract: Contract, pages: readonly PublishedPage[]): ProviderPages {
  const covered = pages.map((page) => ({ page, ...coverageOf(page, contract) }));
  // What one page has is not missing on another.
  const known = new Set(covered.flatMap(({ found }) => [...found]));
  const assigned = covered.map(({ page, found, expected }) => {
    const gone = new Set(expected.filter((name) => !known.has(name)));
    for (const name of gone) known.add(name);
    const [first = ''] = [...found, ...gone];
    return { page, address: contract.sources[first]?.address ?? page.name, found, gone };
  });
  return { contract, pages: assigned };
}

/**
 * The operations that a page has, and those that it would have if none had gone. A page describes the operations that
 * were read at its address; one with operations of several addresses is a document of the whole provider, and describes
 * all that the provider publishes.
 */
function coverageOf(page: PublishedPage, contract: Contract) {
  const pairs = pairOperations(operationsIn(contract.document), operationsIn(page.document));
  const found = new Set(pairs.map(([ours]) => nameOf(ours)));
  const published = publishedSources(contract);
  const isFound = ({ name }: { name: string }) => found.has(name);
  const addresses = new Set(published.filter(isFound).map(({ address }) => address));
  const isWhole = addresses.size > 1;
  for (const address of addressesNamed(page, contract)) addresses.add(address);
  const expected = published.filter(({ address }) => isWhole || addresses.has(address));
  return { found, expected: expected.map(({ name }) => name) };
}

/** The operations that were compared with nothing, and why. */
function skippedOperations(
  { contract, pages }: ProviderPages,
  why: string,
  failed: ReadonlySet<string> = new Set(),
): Skipped[] {
  const read = new Set(pages.flatMap(({ found, gone }) => [...found, ...gone]));
  return Object.entries(contract.sources)
    .filter(([name, { address }]) => !read.has(name) && !failed.has(address))
    .map(([name, { certainty }]) => ({
      what: `${contract.provider} ${name}`,
      why: certainty === 'inferred' ? 'the provider publishes nothing about it' : why,
    }));
}

/** A page that names no provider's host is taken for a page of the one provider that was asked for. */
function ownerAmong(page: PublishedPage, wanted: Contract[], contracts: Contract[]) {
  const [only, ...others] = wanted;
  const isNamed = contracts.some((contract) => scoreHosts(page, contract) > 0);
  return only && others.length === 0 && !isNamed ? only : ownerOf(page, contracts);
}

/** The provider that a page is from, by its hosts first, then by its paths; `undefined` when that stays open. */
function ownerOf(page: PublishedPage, contracts: readonly Contract[]): Contract | undefined {
  const [first, second] = contracts
    .map((contract) => ({ contract, score: scoreOf(page, contract) }))
    .sort((a, b) => b.score - a.score);
  return first && first.score > (second?.score ?? 0) ? first.contract : undefined;
}

function scoreOf(page: PublishedPage, contract: Contract): number {
  const routeOf = ({ method, path }: Operation) => `${method} ${normalPath(path)}`;
  const ours = new Set(operationsIn(contract.document).map(routeOf));
  const routes = operationsIn(page.document).filter((each) => ours.has(routeOf(each))).length;
  return scoreHosts(page, contract) * 1e6 + addressesNamed(page, contract).length * 1e3 + routes;
}

/** 2 for one of the provider's hosts, 1 for another host of its domain. */
function scoreHosts(page: PublishedPage, contract: Contract): number {
  const ours = hostsIn(contract.document);
  const theirs = hostsIn(page.document);
  if (theirs.some((host) => ours.includes(host))) return 2;
  const domainOf = (host: string) => host.split('.').slice(-2).join('.');
  return theirs.some((host) => ours.map(domainOf).includes(domainOf(host))) ? 1 : 0;
}

const hostsByDocument = new WeakMap<JsonObject, string[]>();

function hostsIn(document: JsonObject): string[] {
  const urls = () => new Set(operationsIn(document).flatMap(serversOf));
  const hosts = hostsByDocument.get(document) ?? [...urls()].map((url) => new URL(url).host);
  hostsByDocument.set(document, hosts);
  return hosts;
}

/** The addresses that a page says it is from: by the path of the document that it shows, or by its file's name. */
function addressesNamed(page: PublishedPage, { sources }: Contract): string[] {
  const file = page.name.split(/[\\/]/).at(-1) ?? '';
  const addresses = [...new Set(Object.values(sources).map(({ address }) => address))];
  return addresses.filter(
    (address) =>
      address === page.name ||
      (page.source !== undefined && address.endsWith(`/${page.source}`)) ||
      address.endsWith(`/${file}`),
  );
}

/**
 * Reads every file of a folder and of the folders in it as a page; hidden ones are left out. A file that cannot be read
 * as a page is among the skipped.
 * @throws {PageError} no such folder, nothing in it, or too much
 */
export async function readFolder(
  folder: string,
): Promise<{ pages: PublishedPage[]; skipped: Skipped[] }> {
  const pages: PublishedPage[] = [];
  const skipped: Skipped[] = [];
  const skip = (what: string, why: string) => skipped.push({ what, why, failed: true });
  try {
    for await (const file of readFiles(folder)) {
      if ('why' in file) skip(file.path, file.why);
      else addPage(file.path, file.text);
    }
  } catch (error) {
    if (error instanceof TooLargeError) throw new PageError(error.message);
    throw new PageError(`${folder} is not a folder that can be read`);
  }
  if (pages.length + skipped.length === 0) throw new PageError(`there is no file in ${folder}`);
  return { pages, skipped };

  function addPage(path: string, text: string): void {
    try {
      pages.push(readPublished(text, path));
    } catch (error) {
      if (!(error instanceof PageError)) throw error;
      // The file is named already.
      skip(path, error.message.replace(`${path} `, ''));
    }
  }
}

const defaultTimeout = 30_000;

/**
 * Fetches a page and reads it.
 * @throws {CouldNotCheck} unreachable, no response in time, refused, or not readable; names the address
 */
async function fetchPage(
  address: string,
  { fetch = globalThis.fetch, timeout = defaultTimeout }: DriftSpecOptions,
): Promise<PublishedPage> {
  try {
    // Not AbortSignal.timeout: followed through a Request, it may be collected as garbage before it fires.
    const request = (signal: AbortSignal) => requestPage(address, fetch, signal);
    return await within(timeout, (signal) => orAbort(request(signal), signal));
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

const accept = 'text/markdown, application/json, application/yaml;q=0.9, text/plain;q=0.8';

/**
 * An address without a file ending is requested as Markdown, with `.md` behind it, as all three providers offer it:
 * without, the response is a program for browsers.
 */
async function requestPage(
  address: string,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<PublishedPage> {
  const hasEnding = /\.\w+$/.test(new URL(address).pathname);
  const url = hasEnding ? address : `${address}.md`;
  const response = await fetch(url, { signal, headers: { accept } });
  if (!response.ok) {
    await response.body?.cancel();
    throw new CouldNotCheck(`${address} answered with HTTP ${response.status}`);
  }
  const page = readPublished(await textOf(response, address), address);
  if (!isComparable(page)) {
    throw new CouldNotCheck(`${address} has no operation that could be read`);
  }
  return page;
}

/** The body as text; it is read no further than the limit. */
async function textOf({ body }: Response, address: string): Promise<string> {
  try {
    return new TextDecoder().decode(await readBody(body, maxFileSize));
  } catch (error) {
    throw error instanceof RangeError ? tooLargeError(address) : error;
  }
}
