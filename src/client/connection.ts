import createClient, { type Client, defaultPathSerializer } from 'openapi-fetch';
import type { Auth } from './auth.ts';
import { open } from './envelope.ts';
import type { Provider } from './providers.ts';
import { renewing } from './retry.ts';
import { asText, explained, type Fetch, signed, whole } from './transport.ts';

/** Where a connection goes, and through what. */
export interface ConnectionOptions {
  /** Stands in for the provider's origin: a mock, a proxy, another region. The provider's prefix is still added. */
  baseUrl?: string | undefined;
  /** Stands in for the global `fetch`, which is otherwise looked up at each call. */
  fetch?: Fetch | undefined;
  /** Allows `http:` to other machines, where anybody on the way can read the key. @default false */
  allowInsecure?: boolean | undefined;
  /**
   * Allows a key in a browser, where every visitor can read it; better keep it on a server, see `kling-fetch/proxy`. A
   * mock on this machine needs no permission. @default false
   */
  dangerouslyAllowBrowser?: boolean | undefined;
}

/** One request. */
interface Call {
  method: 'get' | 'post';
  route: string;
  body?: object;
  params?: object;
  signal?: AbortSignal | undefined;
}

/** Enough of a document to call any route of any provider. */
type AnyRoute = Record<string, { get: Loose; post: Loose }>;
type Loose = {
  requestBody?: { content: { 'application/json': object } };
  responses: { 200: { content: { 'application/json': unknown } } };
};

/** A provider as one client reaches it. */
export interface Connection {
  provider: Provider<unknown, string, never>;
  http: Client<AnyRoute>;
  /** Sends one request and opens its answer. */
  call(call: Call): Promise<unknown>;
}

/** Puts openapi-fetch on top of `fetch`: signing below, opening answers above. */
export function connect(
  provider: Provider<unknown, string, never>,
  auth: Auth,
  options: ConnectionOptions,
): Connection {
  const send = options.fetch ?? ((request) => globalThis.fetch(request));
  const baseUrl = safeAddress(options.baseUrl ?? provider.origin, options) + provider.prefix;
  const clientBy = (settle: typeof whole) =>
    createClient<AnyRoute>({
      baseUrl,
      fetch: signed(auth)(explained(provider.name, settle)(send)),
      // Following a redirect would send a create again, as a GET, or to another host.
      redirect: 'manual',
      pathSerializer(path, values) {
        for (const value of Object.values(values)) safeId(String(value));
        return defaultPathSerializer(path, values);
      },
    });
  const calls = clientBy(asText);
  return {
    provider,
    http: clientBy(whole),
    call({ method, route, signal = null, ...init }) {
      return renewing(async () => {
        const answer = await calls.request(method, route, { ...init, signal, parseAs: 'text' });
        return open(answer.response, answer.data ?? answer.error, provider.name);
      }, auth);
    },
  };
}

/** Whether this is an id that cannot mean another route, and that an address can hold. */
export const isId = (id: unknown): id is string =>
  typeof id === 'string' && id !== '' && id !== '.' && id !== '..' && !/\p{Surrogate}/u.test(id);

/** An id from outside, which goes into an address. */
export function safeId(id: string): string {
  if (isId(id)) return id;
  throw new TypeError(`not a task id: ${JSON.stringify(id)}`);
}

/** Whether this is an address of this machine. */
export const isLocal = (address: string): boolean =>
  /^(127(\.\d+){3}|localhost|.+\.localhost|\[::1\])$/.test(new URL(address).hostname);

/** Where the key may be sent to. */
export function safeAddress(address: string, options: ConnectionOptions): string {
  const { protocol, hostname, href, origin, pathname } = new URL(address);
  if (protocol !== 'https:' && !isLocal(address) && !options.allowInsecure) {
    throw new TypeError(
      `${protocol}//${hostname} would show the key to others: use https, or allowInsecure`,
    );
  }
  // Anything else would swallow the routes, or go into errors.
  if (href !== origin + pathname) {
    throw new TypeError('a base URL is a host and a path: no user, password, ? or # in it');
  }
  const isPage = typeof window === 'object' && typeof document === 'object';
  if (isPage && !isLocal(address) && !options.dangerouslyAllowBrowser) {
    throw new TypeError(
      'a key in a browser is everybody’s: keep it on a server (kling-fetch/proxy), or set dangerouslyAllowBrowser',
    );
  }
  return href.replace(/\/$/, '');
}
