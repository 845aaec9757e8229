import createClient, { type Client } from 'openapi-fetch';
import type { Auth } from './auth.ts';
import { open } from './envelope.ts';
import type { Provider } from './providers.ts';
import { renewing } from './retry.ts';
import { explained, type Fetch, signed } from './transport.ts';

/** Where a connection goes, and through what. */
export interface ConnectionOptions {
  /** Stands in for the provider's origin: a mock, a proxy, another region. The provider's prefix is still added. */
  baseUrl?: string | undefined;
  /** Stands in for the global `fetch`, which is otherwise looked up at each call. */
  fetch?: Fetch | undefined;
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
  const http = createClient<AnyRoute>({
    baseUrl: new URL(options.baseUrl ?? provider.origin).href.replace(/\/$/, '') + provider.prefix,
    fetch: signed(auth)(explained(provider.name)(send)),
    // Following a redirect would send a create again, as a GET, or to another host.
    redirect: 'manual',
  });
  return {
    provider,
    http,
    call({ method, route, signal = null, ...init }) {
      return renewing(async () => {
        const answer = await http.request(method, route, { ...init, signal, parseAs: 'text' });
        return open(answer.response, answer.data ?? answer.error, provider.name);
      }, auth);
    },
  };
}
