/** Which pages may use a mock: nothing but a browser can be made to send requests for somebody else. */
import type { IncomingMessage } from 'node:http';
import { networkInterfaces } from 'node:os';
import { isLocalHost } from '../../client/connection.ts';

/** Tells whether a mock answers to a host name. */
export type HostCheck = (hostname: string) => boolean;

/**
 * Makes the check of the `Host` header. It protects from pages whose own name was made to resolve to this machine: to them
 * the mock is of the same origin. Names of this machine, its addresses and the given names are allowed.
 * @param names the address that the mock listens on, and what else was allowed
 */
export function createHostCheck(names: readonly string[]): HostCheck {
  const allowed = new Set(names.map((name) => hostnameOf(name) ?? hostnameOf(`[${name}]`)));
  return (hostname) => isLocalHost(hostname) || allowed.has(hostname) || isOwnAddress(hostname);
}

/** Asked anew each time, because a machine changes its addresses. */
const isOwnAddress = (hostname: string) =>
  Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .some(
      ({ address }) => hostnameOf(address.includes(':') ? `[${address}]` : address) === hostname,
    );

/** The last `Host` header and what is in it: nearly all requests have the same. */
let last: { header: string; url: URL | undefined } | undefined;

/** The address that a `Host` header stands for; undefined where it is none. */
export function hostOf(header: string): URL | undefined {
  if (last?.header !== header) {
    const address = `http://${header}`;
    last = { header, url: URL.canParse(address) ? new URL(address) : undefined };
  }
  return last.url;
}

/** The host in a `Host` header, as a URL spells it: in lower case, without its port. */
const hostnameOf = (host = '') => hostOf(host)?.hostname;

/** What a request is told about who may read the answer; `refused` instead where it is not answered at all. */
type Access =
  | { headers: Record<string, string>; refused?: undefined }
  | { refused: string; headers?: undefined };

/**
 * Decides on a request. Pages of this machine are allowed, and those of the host that the request itself is for; a request
 * that names neither a host nor an origin is no browser's.
 */
export function checkAccess({ headers, method }: IncomingMessage, isAllowed: HostCheck): Access {
  const { origin, host } = headers;
  const hostname = hostnameOf(host);
  if (host !== undefined && !isAllowed(hostname ?? '')) {
    const fix = `start the mock with --allow-hosts ${hostname} (in code: allowHosts)`;
    return { refused: `the host ${hostname} is not allowed; if it is yours, ${fix}` };
  }
  if (origin === undefined) return { headers: { vary: 'origin' } };
  const { hostname: page = '' } = URL.canParse(origin) ? new URL(origin) : {};
  if (!isLocalHost(page) && page !== hostname) {
    return { refused: `a page of another origin, ${origin}, may not use this mock` };
  }
  const common = {
    vary: 'origin',
    'access-control-allow-origin': origin,
    'access-control-expose-headers':
      'sl-violations, retry-after, content-range, accept-ranges, date',
  };
  return {
    headers: method === 'OPTIONS' ? { ...common, ...preflightHeaders(headers) } : common,
  };
}

function preflightHeaders(headers: IncomingMessage['headers']): Record<string, string> {
  const asked = headers['access-control-request-headers'];
  const isPrivate = headers['access-control-request-private-network'] === 'true';
  return {
    'access-control-allow-methods': 'GET, HEAD, POST, DELETE, OPTIONS',
    'access-control-max-age': '600',
    ...(asked && { 'access-control-allow-headers': asked }),
    ...(isPrivate && { 'access-control-allow-private-network': 'true' }),
  };
}
