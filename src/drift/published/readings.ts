import type { Fetch } from '../../client/connection.ts';
import { CouldNotCheck, type Skipped } from '../../contract/finding.ts';
import type { ProviderName } from '../../documents/documents.ts';
import { type Coverage, coverageOf, namesHostOf, ownerOf } from './assign.ts';
import { type Contract, readContracts } from './contract-node.ts';
import { fetchPage } from './fetch-page.ts';
import { readFolder } from './folder-node.ts';
import { PageError, type PublishedPage, saysAnything } from './published.ts';

/** What is checked, and where what is published comes from. */
export interface DriftSpecOptions {
  /** One provider only. */
  provider?: ProviderName | undefined;
  /** A folder of pages; without it, the addresses in `openapi/sources.json` are fetched. */
  from?: string | undefined;
  /** Stands in for the global `fetch`, which is otherwise looked up at each call. */
  fetch?: Fetch | undefined;
  /** Milliseconds that each address has to answer in; all are asked at once. @default 30_000 */
  timeout?: number | undefined;
  /** Told after each page that was fetched, or could not be. */
  onProgress?: ((progress: { what: string; done: number; total: number }) => void) | undefined;
}

/** A page, and the operations that it is held against. */
interface Reading {
  page: PublishedPage;
  /** Where it was read when it was vendored. */
  address: string;
  /** The operations that it has. */
  found: Set<string>;
  /** Those that it should have, and that no page has. */
  gone: Set<string>;
}

/** What is vendored of a provider, and what was read now. */
export interface Reread {
  contract: Contract;
  readings: Reading[];
}

/**
 * Reads what is published now, from a folder or from the providers.
 * @throws {PageError} a file of the folder cannot be read, or none is about an operation that is vendored
 */
export async function reread(
  options: DriftSpecOptions,
): Promise<{ rereads: Reread[]; skipped: Skipped[] }> {
  const contracts = await readContracts();
  const wanted = contracts.filter(
    ({ provider }) => options.provider === undefined || provider === options.provider,
  );
  return options.from === undefined
    ? fromProviders(wanted, options)
    : fromFolder(options.from, wanted, contracts);
}

async function fromFolder(folder: string, wanted: Contract[], contracts: Contract[]) {
  const pages = await readFolder(folder);
  const skipped: Skipped[] = [];
  const owned = new Map<Contract, PublishedPage[]>();
  for (const page of pages) {
    const owner = saysAnything(page) ? ownerAmong(page, wanted, contracts) : undefined;
    if (owner) owned.set(owner, [...(owned.get(owner) ?? []), page]);
    else {
      const why = saysAnything(page)
        ? 'it names no host and no operation of one provider alone; name the provider'
        : 'no operation could be read in it';
      skipped.push({ what: page.name, why });
    }
  }
  const rereads = wanted.map((contract) => readingsOf(contract, owned.get(contract) ?? []));
  if (!rereads.some(({ readings }) => readings.some(isAbout))) {
    throw new PageError(`${folder} has no page about an operation that is vendored`);
  }
  const missing = rereads.flatMap((each) => unread(each, `no file in ${folder} has it`));
  return { rereads, skipped: [...skipped, ...missing] };
}

const isAbout = ({ found, gone }: Reading) => found.size + gone.size > 0;

/** A page that names nobody's host is taken for the one provider that was asked for. */
function ownerAmong(page: PublishedPage, wanted: Contract[], contracts: Contract[]) {
  const [only, ...others] = wanted;
  const isNamed = contracts.some((contract) => namesHostOf(page, contract));
  return only && others.length === 0 && !isNamed ? only : ownerOf(page, contracts);
}

async function fromProviders(contracts: Contract[], options: DriftSpecOptions) {
  const addressesOf = ({ sources }: Contract) => {
    const published = Object.values(sources).filter(({ certainty }) => certainty !== 'inferred');
    return [...new Set(published.map(({ address }) => address))];
  };
  const addresses = [...new Set(contracts.flatMap(addressesOf))];
  const skipped: Skipped[] = [];
  const pages = new Map<string, PublishedPage>();
  let done = 0;
  await Promise.all(
    addresses.map(async (address) => {
      const page = await pageAt(address, options).catch((error: unknown) => {
        if (!(error instanceof CouldNotCheck)) throw error;
        skipped.push({ what: address, why: error.message, failed: true });
      });
      if (page) pages.set(address, page);
      done += 1;
      options.onProgress?.({ what: address, done, total: addresses.length });
    }),
  );
  const rereads = contracts.map((contract) =>
    readingsOf(
      contract,
      addressesOf(contract).flatMap((address) => pages.get(address) ?? []),
    ),
  );
  const failed = new Set(skipped.map(({ what }) => what));
  const missing = rereads.flatMap((each) => unread(each, 'its page was not read', failed));
  return { rereads, skipped: [...skipped, ...missing] };
}

const defaultTimeout = 30_000;

async function pageAt(
  address: string,
  { fetch, timeout = defaultTimeout }: DriftSpecOptions,
): Promise<PublishedPage> {
  const page = await fetchPage(address, { fetch, timeout });
  if (saysAnything(page)) return page;
  throw new CouldNotCheck(`${address} has no operation that could be read`);
}

function readingsOf(contract: Contract, pages: readonly PublishedPage[]): Reread {
  const covered = pages.map((page): [PublishedPage, Coverage] => [
    page,
    coverageOf(page, contract),
  ]);
  // What one page has is not missing on another.
  const known = new Set(covered.flatMap(([, { found }]) => [...found]));
  const readings = covered.map(([page, { found, expected }]) => {
    const gone = new Set([...expected].filter((name) => !known.has(name)));
    for (const name of gone) known.add(name);
    const [first = ''] = [...found, ...gone];
    return { page, address: contract.sources[first]?.address ?? page.name, found, gone };
  });
  return { contract, readings };
}

/** The operations that nothing was held against, and why. */
function unread(
  { contract, readings }: Reread,
  why: string,
  failed: ReadonlySet<string> = new Set(),
): Skipped[] {
  const read = new Set(readings.flatMap(({ found, gone }) => [...found, ...gone]));
  return Object.entries(contract.sources)
    .filter(([name, { address }]) => !read.has(name) && !failed.has(address))
    .map(([name, { certainty }]) => ({
      what: `${contract.provider} ${name}`,
      why: certainty === 'inferred' ? 'the provider publishes nothing about it' : why,
    }));
}
