import type { JsonObject } from '../../documents/json.ts';
import {
  nameOf,
  normalPath,
  type Operation,
  operationsIn,
  pairOperations,
  serversOf,
} from './match.ts';
import type { PublishedPage } from './published.ts';

/** The part of a contract that says whose page a page is. */
interface Described {
  document: object;
  sources: Record<string, { address: string; certainty: string }>;
}

/** Whose page it is, by its hosts first, then by its paths; `undefined` when that stays open. */
export function ownerOf<T extends Described>(
  page: PublishedPage,
  contracts: readonly T[],
): T | undefined {
  const scored = contracts
    .map((contract) => ({ contract, score: scoreOf(page, contract) }))
    .sort((a, b) => b.score - a.score);
  const [first, second] = scored;
  return first && first.score > (second?.score ?? 0) ? first.contract : undefined;
}

/** Whether a page names a host that is a provider's. */
export const namesHostOf = (page: PublishedPage, contract: Described): boolean =>
  hostScore(page, contract) > 0;

function scoreOf(page: PublishedPage, contract: Described): number {
  const ours = new Set(operationsIn(contract.document as JsonObject).map(routeOf));
  const routes = operationsIn(page.document).filter((each) => ours.has(routeOf(each))).length;
  return hostScore(page, contract) * 1e6 + addressesNamed(page, contract).length * 1e3 + routes;
}

const routeOf = (operation: Operation) => `${operation.method} ${normalPath(operation.path)}`;

/** 2 for one of its hosts, 1 for another host of its domain. */
function hostScore(page: PublishedPage, { document }: Described): number {
  const hostsIn = (root: JsonObject) =>
    operationsIn(root)
      .flatMap(serversOf)
      .map((url) => new URL(url).host);
  const [ours, theirs] = [document as JsonObject, page.document].map(hostsIn);
  const domainOf = (host: string) => host.split('.').slice(-2).join('.');
  if (theirs?.some((host) => ours?.includes(host))) return 2;
  return theirs?.some((host) => ours?.map(domainOf).includes(domainOf(host))) ? 1 : 0;
}

/** The addresses that a page says it is from: by the path that it gives itself, or by its file's name. */
function addressesNamed(page: PublishedPage, { sources }: Described): string[] {
  const file = page.name.split(/[\\/]/).at(-1) ?? '';
  const addresses = [...new Set(Object.values(sources).map(({ address }) => address))];
  return addresses.filter(
    (address) =>
      address === page.name ||
      (page.source !== undefined && address.endsWith(`/${page.source}`)) ||
      address.endsWith(`/${file}`),
  );
}

/** What a page has of a provider's operations, and what it would have if nothing had gone. */
export interface Coverage {
  found: Set<string>;
  expected: Set<string>;
}

/**
 * A page speaks for the operations that were read at its address. One that has operations of several addresses is a
 * document of the whole provider, and speaks for all that the provider documents.
 */
export function coverageOf(page: PublishedPage, contract: Described): Coverage {
  const { document, sources } = contract;
  const pairs = pairOperations(operationsIn(document as JsonObject), operationsIn(page.document));
  const found = new Set(pairs.map(([ours]) => nameOf(ours)));
  const published = Object.entries(sources).filter(([, { certainty }]) => certainty !== 'inferred');
  const addressOf = new Map(published.map(([name, { address }]) => [name, address]));
  const addresses = new Set([...found].flatMap((name) => addressOf.get(name) ?? []));
  const isWhole = addresses.size > 1;
  for (const address of addressesNamed(page, contract)) addresses.add(address);
  const expected = published.filter(([, { address }]) => isWhole || addresses.has(address));
  return { found, expected: new Set(expected.map(([name]) => name)) };
}
