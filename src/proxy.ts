import { connect } from './connection.ts';
import { documents, type ProviderName, pathOf } from './contract/documents.ts';
import { parse } from './envelope.ts';
import { ConnectionError } from './errors.ts';
import type { OperationName } from './operations.ts';
import type { Provider } from './providers.ts';
import { type Action, callOf, namesOf, type ProxyCall } from './proxy/call.ts';
import { limiter, type Rate } from './proxy/rate.ts';
import { ask, refuse } from './proxy/upstream.ts';
import { bytesOf } from './server/body.ts';
import { within } from './sleep.ts';
import { explained, type Fetch } from './transport.ts';

export type { Action, ProxyCall } from './proxy/call.ts';
export type { Rate } from './proxy/rate.ts';
export { fromNode, type NodeRequest, type NodeResponse, toNode } from './server/node.ts';

/** What a proxy lets through, and for whom. */
export interface ProxyOptions {
  /** The operations that callers may use, and what they may do with each; nothing else gets through. */
  allow: { readonly [O in OperationName]?: readonly Action[] };
  /** How much a caller may do: creates cost money. */
  rate: Rate;
  /**
   * Says who may do what, such as read only the tasks that are his. The request's headers are there, its body is in
   * `call.input`. @default everybody who gets here may do all that is allowed
   */
  authorize?: ((request: Request, call: ProxyCall) => boolean | Promise<boolean>) | undefined;
  /** Origins of other sites whose pages may use the proxy, such as `https://app.example`. @default only pages of its own host */
  origins?: readonly string[] | undefined;
  /** A larger body is refused. @default 65_536 */
  maxBytes?: number | undefined;
  /** Milliseconds that a request may take, the provider's answer included. @default 60_000 */
  timeout?: number | undefined;
  /** Stands in for the provider's origin: a mock, another region. */
  baseUrl?: string | undefined;
  /** Stands in for the global `fetch`, which is otherwise looked up at each call. */
  fetch?: Fetch | undefined;
}

/**
 * The server half for clients in browsers: a handler that adds the key, which never leaves the server. The ordinary client
 * works through it, with `baseUrl` at its address and, in place of a key, whatever `authorize` looks for. Answers come
 * through as they are.
 * @throws {TypeError} a credential is missing, the provider does not have what is allowed, or the rate lets nobody through
 */
export function createProxy<Paths, Prefix extends string, Credentials>(
  provider: Provider<Paths, Prefix, Credentials>,
  credentials: NoInfer<Credentials>,
  options: ProxyOptions,
): (request: Request) => Promise<Response> {
  const { timeout = 60_000, baseUrl = provider.origin, origins = [] } = options;
  const name = nameOf(provider, options.allow);
  const secondsToWait = limiter(options.rate);
  const auth = provider.auth(credentials, (warning) => console.warn(`kling-fetch: ${warning}`));
  // Only for its checks of the address: a key does not go just anywhere.
  connect(provider, auth, options);
  const send = options.fetch ?? ((request) => globalThis.fetch(request));
  const fetch = explained(provider.name)(send);

  async function answer(request: Request, signal: AbortSignal): Promise<Response> {
    const call = callOf(name, request);
    if (!call) return refuse(404, 'no operation has this method and path');
    // Not 404: the client would take that for a task that does not exist, and create it again.
    if (!options.allow[call.operation]?.includes(call.action) || !isId(call.id ?? 'none'))
      return refuse(403, 'this proxy does not pass that on');
    const seconds = secondsToWait(request);
    if (seconds) return refuse(429, 'too many requests', { 'retry-after': String(seconds) });
    const refused = await complete(call, request, signal);
    if (refused) return refused;
    if (!(await authorize(request, call))) return refuse(403, 'not allowed');
    
    return ask(fetch, auth, url, { method, body, signal })
  }

  return async (request) => {
    const origin = request.headers.get('origin') ?? '';
    const isOwn = !origin || (URL.canParse(origin) && new URL(origin).host === new URL(request.url).host);
    if (!isOwn && !origins.includes(origin))
      return refuse(403, 'pages of this origin may not use the proxy: list it in origins');
    ...
  };
}
