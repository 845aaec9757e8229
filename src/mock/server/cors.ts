import type { IncomingMessage } from 'node:http';
import { isLocal } from './local.ts';

/**
 * What a page's browser is told; undefined when the page is a stranger's, who may neither read nor change anything here.
 * Pages of this machine are ours, and those of the mock's own host where it listens beyond this machine.
 */
export function corsFor(
  { headers, method }: IncomingMessage,
  isOpen: boolean,
): Record<string, string> | undefined {
  const { origin, host } = headers;
  // A stranger's name that was made to lead here is no stranger to its own pages, so their requests name no origin.
  if (!isOpen && host !== undefined && !isLocal(hostnameOf(host) ?? '')) return undefined;
  if (origin === undefined) return { vary: 'origin' };
  const { hostname = '' } = URL.canParse(origin) ? new URL(origin) : {};
  const isOurs = isLocal(hostname) || (isOpen && hostname === hostnameOf(host));
  if (!isOurs) return undefined;
  const common = {
    vary: 'origin',
    'access-control-allow-origin': origin,
    'access-control-expose-headers':
      'sl-violations, retry-after, content-range, accept-ranges, date',
  };
  return method === 'OPTIONS' ? { ...common, ...preflight(headers) } : common;
}

const hostnameOf = (host = '') =>
  URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : undefined;

function preflight(headers: IncomingMessage['headers']): Record<string, string> {
  const asked = headers['access-control-request-headers'];
  const isPrivate = headers['access-control-request-private-network'] === 'true';
  return {
    'access-control-allow-methods': 'GET, HEAD, POST, DELETE, OPTIONS',
    'access-control-max-age': '600',
    ...(asked && { 'access-control-allow-headers': asked }),
    ...(isPrivate && { 'access-control-allow-private-network': 'true' }),
  };
}
