import { lookup } from 'node:dns/promises';
import { BlockList, isIPv4, type LookupFunction } from 'node:net';
import { codeOf, isLocalHost } from '../client/connection.ts';
import { orAbort } from '../client/sleep.ts';
import { Interruption, saveError } from './save-error.ts';

/** One of the addresses of a host. */
export type HostAddress = Awaited<ReturnType<typeof resolveHost>>[number];

/** How far the redirects of one request have come. */
export interface Route {
  /** The address that redirected here. */
  from?: URL;
  /** Whether one of the addresses so far was on the public internet: from there, no way leads back. */
  isOutside: boolean;
}

/** The networks of version 4 that are not part of the public internet, by IANA's registry of special addresses. */
const special = new BlockList();
for (const network of [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/3',
])
  special.addSubnet(network.split('/')[0] ?? '', Number(network.split('/')[1]));

/** In version 6 the public internet is one block, with holes: Teredo and the like, documentation, 6to4. */
const global6 = new BlockList();
global6.addSubnet('2000::', 3, 'ipv6');
const holes6 = new BlockList();
holes6.addSubnet('2001::', 23, 'ipv6');
holes6.addSubnet('2001:db8::', 32, 'ipv6');
holes6.addSubnet('2002::', 16, 'ipv6');
holes6.addSubnet('3fff::', 20, 'ipv6');

/** Whether an address is on the public internet: not this machine's, nor of a private or special network. */
export function isPublic(address: string): boolean {
  const plain = toPlain(address);
  if (isIPv4(plain)) return !special.check(plain);
  return global6.check(plain, 'ipv6') && !holes6.check(plain, 'ipv6');
}

/** An address without its zone, and the one of version 4 instead of the one of version 6 that leads to it (mapped, NAT64). */
function toPlain(address: string): string {
  if (isIPv4(address)) return address;
  const plain = new URL(`http://[${address.replace(/%.*/, '')}]`).hostname.slice(1, -1);
  const [, high, low] = /^(?:::ffff|64:ff9b:):([\da-f]+):([\da-f]+)$/.exec(plain) ?? [];
  if (!high || !low) return plain;
  const pair = (hex: string) =>
    `${Number.parseInt(hex, 16) >> 8}.${Number.parseInt(hex, 16) & 255}`;
  return `${pair(high)}.${pair(low)}`;
}

/** An address from a result or a redirect. @throws {SaveError} it is none that a file can be downloaded from */
export function parseAddress(address: string | URL, from?: URL): URL {
  const url = URL.canParse(address, from) ? new URL(address, from) : undefined;
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password) return url;
  const why = from
    ? `${from.host} redirects to an invalid address`
    : 'that is not a valid address: it begins with https:// or http://, and has no user or password';
  throw saveError('download', why);
}

/**
 * The addresses of a URL's host, each of which may be connected to. A host of the public internet always may; this machine when
 * the URL names it, as that of a mock does, unless `allowPrivate` is false; any private address when that is true; and none of
 * these once a redirect has come from outside. A public name that leads to a private address is refused.
 * @throws {SaveError} the host does not resolve, or is not allowed
 */
export async function checkHost(
  { hostname, host }: URL,
  route: Route,
  allowPrivate: boolean | undefined,
  signal: AbortSignal,
): Promise<HostAddress[]> {
  const found = await resolveHost(hostname, signal);
  const mayStayInside = ({ address }: HostAddress) =>
    allowPrivate ?? (isLocalHost(hostname) && /^(127\.|::1$)/.test(toPlain(address)));
  const isAllowed = (each: HostAddress) =>
    isPublic(each.address) || (!route.isOutside && mayStayInside(each));
  if (found.length > 0 && found.every(isAllowed)) return found;
  const why = route.from
    ? `${route.from.host} redirects into this machine’s own network`
    : `${host} is in a private network; if you trust that address, set allowPrivate`;
  throw saveError('download', why);
}

async function resolveHost(hostname: string, signal: AbortSignal) {
  try {
    return await orAbort(lookup(hostname.replace(/^\[|\]$/g, ''), { all: true }), signal);
  } catch (error) {
    const code = codeOf(error);
    const why = `${hostname} does not resolve to an address${code ? ` (${code})` : ''}`;
    throw new Interruption(saveError('download', `${why}; check it and the network`, error));
  }
}

/** What makes a connection go to addresses that were checked, instead of resolving the name again. */
export const lookupAmong =
  (addresses: HostAddress[]): LookupFunction =>
  (_, { all }, done) => {
    const [{ address, family } = { address: '', family: 4 }] = addresses;
    return all ? done(null, addresses) : done(null, address, family);
  };
