/** Reads what the providers publish now, and finds out which page is about which operations. */
import { stat } from 'node:fs/promises';
import type { Fetch } from '../../client/connection.ts';
import { operations as allOperations, type OperationName } from '../../client/operations.ts';
import { readFiles, TooLargeError } from '../../contract/files.ts';
import { CouldNotCheck, type Skipped } from '../../contract/finding.ts';
import { type ProviderName, pathOf } from '../../documents/documents.ts';
import type { JsonObject } from '../../documents/json.ts';
import { fetchIndex, fetchPage } from './fetch-page.ts';
import {
  nameOf,
  normalPath,
  type Operation,
  operationsIn,
  pairOperations,
  serversOf,
  withOperations,
} from './operations.ts';
import { isComparable, PageError, type PublishedPage, readPublished } from './published-page.ts';
import { type Contract, readContracts } from './vendored.ts';

/** What is checked, and where what is published comes from. */
export interface DriftSpecOptions {
  /** Only this provider. */
  provider?: ProviderName | undefined;
  /** Only these operations; what else is on the pages is compared, but nobody has to have it. */
  operations?: readonly OperationName[] | undefined;
  /** A page, or a folder of pages; without it, the addresses in `openapi/sources.json` are fetched. */
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
  /** The addresses that its index has now; none where the index was not read. */
  index?: string[] | undefined;
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
    : readFromFolder(options.from, wanted, contracts, options);
}

async function readFromFolder(
  folder: string,
  wanted: Contract[],
  contracts: Contract[],
  options: DriftSpecOptions,
) {
  const { pages: read, skipped } = await readFolder(folder);
  const isAllRead = skipped.length === 0;
  const pagesOf = new Map(wanted.map((contract): [Contract, PublishedPage[]] => [contract, []]));
  for (const page of read) {
    if (!isComparable(page)) {
      skipped.push({ what: page.name, why: 'nothing in it could be read', failed: true });
      continue;
    }
    const owners = ownersAmong(page, wanted, contracts);
    for (const owner of owners) pagesOf.get(owner)?.push(page);
    if (owners.length === 0) {
      const why = 'no host and no operation in it belongs to just one provider; set the provider';
      skipped.push({ what: page.name, why, failed: true });
    }
  }
  const providers = [...pagesOf].map(([contract, pages]) => assignOperations(contract, pages));
  const isAbout = ({ page, found, gone }: AssignedPage) =>
    found.size + gone.size > 0 || operationsIn(page.document).length === 0;
  if (isAllRead && !providers.some(({ pages }) => pages.some(isAbout))) {
    throw new PageError(`${folder} has no page about an operation that is vendored`);
  }
  // Whoever names one page means what is on it, and the operations that he names of its provider.
  const isOne = (await stat(folder)).isFile();
  const missing = providers.flatMap((each) => {
    if (isOne && (!options.operations || each.pages.length === 0)) return [];
    const why = isOne ? `${folder} does not have it` : `no file in ${folder} has it`;
    return skippedOperations(each, why, options);
  });
  return { providers, skipped: [...skipped, ...missing, ...providers.flatMap(unreadIn)] };
}

async function readFromProviders(contracts: Contract[], options: DriftSpecOptions) {
  const addressesOf = (contract: Contract) => [
    ...new Set([
      ...publishedSources(contract)
        .filter(({ name }) => isWanted(name, contract, options))
        .map(({ address }) => address),
      // Of the others, those in a layout that can be read: their sentences are kept.
      ...contract.others.filter((address) => contract.pages[address]),
    ]),
  ];
  const addresses = [...new Set(contracts.flatMap(addressesOf))];
  const skipped: Skipped[] = [];
  const skip = (what: string) => (error: unknown) => {
    if (!(error instanceof CouldNotCheck)) throw error;
    skipped.push({ what, why: error.message, failed: true });
  };
  const readIndex = async ({ index }: Contract) => {
    if (!index || options.operations) return undefined;
    return (await fetchIndex(index.address, options).catch(skip(index.address))) ?? undefined;
  };
  // At the same time as the pages.
  const indexes = contracts.map(readIndex);
  const pages = new Map<string, PublishedPage>();
  let done = 0;
  await Promise.all(
    addresses.map(async (address) => {
      const page = await fetchPage(address, options).catch(skip(address));
      if (page) pages.set(address, page);
      done += 1;
      options.onProgress?.({ what: address, done, total: addresses.length });
    }),
  );
  const providers = await Promise.all(
    contracts.map(async (contract, position): Promise<ProviderPages> => {
      const own = addressesOf(contract).flatMap((address) => pages.get(address) ?? []);
      return { ...assignOperations(contract, own), index: await indexes[position] };
    }),
  );
  const failed = new Set(skipped.map(({ what }) => what));
  const missing = providers.flatMap((each) =>
    skippedOperations(each, 'its page was not read', options, failed),
  );
  return { providers, skipped: [...skipped, ...missing, ...providers.flatMap(unreadIn)] };
}

/** What is on the pages and could not be understood. */
const unreadIn = ({ pages }: ProviderPages): Skipped[] =>
  pages.flatMap(({ page }) =>
    (page.unread ?? []).map((what) => ({
      what: `${page.name}: ${what}`,
      why: 'it could not be read',
      failed: true,
    })),
  );

/** Whether somebody asked for an operation of the document; one that serves all kinds of tasks belongs to each. */
function isWanted(name: string, { provider }: Contract, { operations }: DriftSpecOptions): boolean {
  if (!operations) return true;
  const path = name.split(' ')[1] ?? '';
  const pattern = new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);
  return operations.some((operation) => {
    const { route, ...entry } = allOperations[operation];
    const own = pathOf(provider, operation);
    const prefix = own.slice(0, own.length - route.length);
    const more = 'presets' in entry ? [prefix + entry.presets, prefix + entry.delete] : [];
    return path === own || more.includes(path) || pattern.test(`${own}/{task_id}`);
  });
}

/** What a provider publishes, by operation: what was inferred has no page of its own. */
const publishedSources = ({ sources }: Contract) =>
  Object.entries(sources)
    .map(([name, source]) => ({ name, ...source }))
    .filter(({ certainty }) => certainty !== 'inferred');

function assignOperations(contract: Contract, pages: readonly PublishedPage[]): ProviderPages {
  const covered = pages
    .map((page) => withOwnOperations(page, contract))
    .map((page) => ({ page, ...coverageOf(page, contract) }));
  // What one page has is not missing on another.
  const known = new Set(covered.flatMap(({ found }) => [...found]));
  const assigned = covered.map(({ page, found, expected }) => {
    const gone = new Set(expected.filter((name) => !known.has(name)));
    for (const name of gone) known.add(name);
    const [first = ''] = [...found, ...gone];
    const named = addressesNamed(page, contract)[0] ?? page.name;
    return { page, address: contract.sources[first]?.address ?? named, found, gone };
  });
  return { contract, pages: assigned };
}

/** A page of one address without the operations that were read at another: several pages repeat them, and differ in words. */
function withOwnOperations(page: PublishedPage, contract: Contract): PublishedPage {
  const named = addressesNamed(page, contract);
  if (!page.isPartial || named.length === 0) return page;
  const others = pairOperations(operationsIn(contract.document), operationsIn(page.document))
    .filter(([ours]) => !named.includes(contract.sources[nameOf(ours)]?.address ?? named[0] ?? ''))
    .map(([, theirs]) => nameOf(theirs));
  if (others.length === 0) return page;
  const names = operationsIn(page.document).map(nameOf);
  const own = new Set(names.filter((name) => !others.includes(name)));
  return { ...page, document: withOperations(page.document, own) };
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
  options: DriftSpecOptions,
  failed: ReadonlySet<string> = new Set(),
): Skipped[] {
  const read = new Set(pages.flatMap(({ found, gone }) => [...found, ...gone]));
  return Object.entries(contract.sources)
    .filter(([name, { address }]) => !read.has(name) && !failed.has(address))
    .filter(([name]) => isWanted(name, contract, options))
    .map(([name, { certainty }]): Skipped => {
      const what = `${contract.provider} ${name}`;
      return certainty === 'inferred'
        ? { what, why: 'the provider publishes nothing about it' }
        : { what, why, failed: true };
    });
}

/** A page that names no provider's host is taken for a page of the one provider that was asked for. */
function ownersAmong(page: PublishedPage, wanted: Contract[], contracts: Contract[]): Contract[] {
  const [only, ...others] = wanted;
  const isNamed = contracts.some((contract) => scoreHosts(page, contract) > 0);
  return only && others.length === 0 && !isNamed ? [only] : ownersOf(page, contracts);
}

/**
 * The provider that a page is from, by its hosts first, then by its paths; none when that stays open. A page that several
 * were read from, such as that of the error codes, is each one's.
 */
function ownersOf(page: PublishedPage, contracts: readonly Contract[]): Contract[] {
  const scored = contracts.map((contract) => ({ contract, score: scoreOf(page, contract) }));
  const most = Math.max(...scored.map(({ score }) => score));
  const best = scored.filter(({ score }) => score === most && score > 0);
  const isShared = best.every(({ contract }) => addressesNamed(page, contract).length > 0);
  return best.length === 1 || isShared ? best.map(({ contract }) => contract) : [];
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

/** The addresses that a page says it is from: its own, the path of the document that it shows, or its file's name. */
function addressesNamed(page: PublishedPage, { sources, others }: Contract): string[] {
  const file = page.name.split(/[\\/]/).at(-1) ?? '';
  const addresses = [
    ...new Set([...Object.values(sources).map(({ address }) => address), ...others]),
  ];
  const named = addresses.filter(
    (address) =>
      address === page.name || (page.source !== undefined && isSamePage(page.source, address)),
  );
  // Pages may share the last part of their addresses, and then the file's name says nothing.
  const alike = addresses.filter((address) => address.endsWith(`/${file}`));
  return named.length > 0 || alike.length > 1 ? named : alike;
}

/** Whether a page names an address as its own. The same page has another host in another language. */
const isSamePage = (source: string, address: string): boolean =>
  URL.canParse(source)
    ? new URL(source).pathname === new URL(address).pathname
    : address.endsWith(`/${source}`);

/**
 * Reads a file, or every file of a folder and of the folders in it, as a page; hidden ones are left out. A file that cannot
 * be read as a page is among the skipped.
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
    throw new PageError(`${folder} is no page and no folder that can be read`);
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
