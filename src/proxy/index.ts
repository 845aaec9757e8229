import {
  bufferResponse,
  type Fetch,
  safeAddress,
  withConnectionErrors,
} from '../client/connection.ts';
import { ConnectionError } from '../client/errors.ts';
import type { OperationName } from '../client/operations.ts';
import type { Provider } from '../client/providers.ts';
import { orAbort, within } from '../client/sleep.ts';
import { type ProviderName, providerNames } from '../documents/documents.ts';
import { bytesOf } from '../server/body.ts';
import { type Action, addressOf, callOf, has, inputOf, type ProxyCall } from './call.ts';
import { limiter, type Rate } from './rate.ts';
import { ask, refuse } from './upstream.ts';

export { fromNode, type NodeRequest, type NodeResponse, toNode } from '../server/node.ts';
export type { Action, ProxyCall } from './call.ts';
export type { Rate } from './rate.ts';

/** What a proxy lets through, and for whom. */
export interface ProxyOptions {
  /** The operations that callers may use, and what they may do with each; nothing else gets through. */
  allow: { readonly [O in OperationName]?: readonly Action[] };
  /** How much one caller may do: creates cost money. */
  rate: Rate;
  /**
   * Says who may do what, such as read only the tasks that are theirs. The request's headers are there; its body is in
   * `call.input`. @default everybody may do all that is allowed
   */
  authorize?: ((request: Request, call: ProxyCall) => boolean | Promise<boolean>) | undefined;
  /** Origins whose pages may use the proxy besides those of its own host, such as `https://app.example`. @default [] */
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
 * The server half of a client in a browser: a handler that adds the key, which stays on the server. The ordinary client
 * works through it, with `baseUrl` at its address and, in place of a key, whatever `authorize` looks for. The provider's
 * answers pass as they are.
 * @throws {TypeError} a credential is missing, the provider has not what is allowed, or the rate lets nobody through
 */
export function createProxy<Paths, Prefix extends string, Credentials>(
  provider: Provider<Paths, Prefix, Credentials>,
  credentials: NoInfer<Credentials>,
  options: ProxyOptions,
): (request: Request) => Promise<Response> {
  const { allow, authorize = () => true, timeout = 60_000, maxBytes = 65_536 } = options;
  const name = checked(provider.name, allow);
  const secondsToWait = limiter(options.rate);
  const auth = provider.auth(credentials, (line) => console.warn(`kling-fetch: ${line}`));
  const base = safeAddress(options.baseUrl ?? provider.origin, options);
  const fetch = withConnectionErrors(
    name,
    bufferResponse,
  )(options.fetch ?? ((request) => globalThis.fetch(request)));

  async function answer(request: Request, signal: AbortSignal): Promise<Response> {
    const call = callOf(name, request);
    if (!call) return refuse(404, 'no operation has this method and path');
    const { operation, action, id = 'none' } = call;
    // Not 404: the client would take that for a task that does not exist, and create it again.
    if (!allow[operation]?.includes(action) || !/^\w[\w.:=+~-]{0,127}$/.test(id))
      return refuse(403, 'the proxy does not let this through');
    const seconds = secondsToWait(request);
    if (seconds > 0) return refuse(429, 'too many requests', { 'retry-after': String(seconds) });
    if (action === 'create') {
      const body = await bytesOf(request, maxBytes, signal);
      if (body === 'slow') return refuse(408, 'the body did not come in time');
      if (body === 'size') return refuse(413, `the body is larger than ${maxBytes} bytes`);
      const input = inputOf(name, operation, body);
      if (typeof input === 'string') return refuse(400, input);
      call.input = input;
    }
    if (!(await authorize(request, call))) return refuse(403, 'not allowed');
    const body = call.input ? JSON.stringify(call.input) : null;
    const init = { method: request.method, body, signal };
    const url = base + addressOf(name, call, request.url);
    // Also raced here: a Request follows its signal only for as long as somebody keeps it.
    return orAbort(ask(fetch, auth, url, init), signal);
  }

  async function answerInTime(request: Request): Promise<Response> {
    try {
      return await within(timeout, (signal) => answer(request, signal));
    } catch (error) {
      const isTimeUp = error instanceof DOMException && error.name === 'TimeoutError';
      if (!isTimeUp && !(error instanceof ConnectionError)) throw error;
      return refuse(502, 'the provider did not answer');
    }
  }

  return forPagesOf(options.origins ?? [], answerInTime);
}

/** Lets pages of its own host and of these origins through, and tells their browsers so. */
function forPagesOf(origins: readonly string[], handler: Fetch): Fetch {
  return async (request) => {
    const origin = request.headers.get('origin') ?? '';
    const isOwn = origin === '' || hostOf(origin) === hostOf(request.url);
    if (!isOwn && !origins.includes(origin))
      return refuse(403, 'pages of this origin may not use the proxy, unless it is in `origins`');
    const isAsking = request.method === 'OPTIONS';
    const response = isAsking ? preflight(request) : await handler(request);
    response.headers.set('vary', 'origin');
    if (origin) response.headers.set('access-control-allow-origin', origin);
    response.headers.set('access-control-expose-headers', 'retry-after, x-request-id');
    return response;
  };
}

const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).host : undefined);

/** Pages that may use the proxy may send it headers of their own, for `authorize`. */
function preflight({ headers }: Request): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'access-control-allow-methods': 'GET, POST',
      'access-control-allow-headers': headers.get('access-control-request-headers') ?? '',
      'access-control-max-age': '600',
    },
  });
}

/** The provider's name, when its document has all that is allowed. */
function checked(provider: string, allow: ProxyOptions['allow']): ProviderName {
  const name = providerNames.find((each) => each === provider);
  if (!name) throw new TypeError(`no document is known for ${provider}`);
  for (const [operation, actions] of Object.entries(allow)) {
    const missing = actions.find((action) => !has(name, operation as OperationName, action));
    if (missing) throw new TypeError(`${name} has no ${missing} of ${operation}`);
  }
  return name;
}
