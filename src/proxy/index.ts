import { checkAddress, type Fetch, sendOnce } from '../client/connection.ts';
import { ConnectionError } from '../client/errors.ts';
import { text } from '../client/json.ts';
import type { OperationName } from '../client/operations.ts';
import type { Provider } from '../client/providers.ts';
import { orAbort, within } from '../client/sleep.ts';
import { type ProviderName, providerNames } from '../documents/documents.ts';
import { bytesOf } from '../server/body.ts';
import { type Action, addressOf, callOf, has, inputOf, type ProxyCall } from './call.ts';
import { SentCreates } from './repeats.ts';
import { noAnswer, type PlainAnswer, refuse, respond, send } from './upstream.ts';

export { fromNode, type NodeRequest, type NodeResponse, toNode } from '../server/node.ts';
export type { Action, ProxyCall } from './call.ts';

/** How much one caller may do. */
export interface Rate {
  /** Requests allowed in each `perSeconds`; all of them may come at once. */
  requests: number;
  perSeconds: number;
  /**
   * Who is asking: a user that `authorize` checks, or the address that your host vouches for; nothing that a caller can
   * make up. A create of another caller is never taken for a repeat. @default everybody counts as one caller
   */
  by?: ((request: Request) => string) | undefined;
}

/** What a proxy lets through, and for whom. */
export interface ProxyOptions {
  /** The operations that callers may use, and what they may do with each. Nothing else gets through. */
  allow: { readonly [O in OperationName]?: readonly Action[] };
  /** How many requests one caller may send: creates cost money. */
  rate: Rate;
  /**
   * Decides who may do what, for example that users read only their own tasks. It sees the request's headers; the body is in
   * `call.input`. @default everybody may do all that is allowed
   */
  authorize?: ((request: Request, call: ProxyCall) => boolean | Promise<boolean>) | undefined;
  /** Origins whose pages may use the proxy besides those of its own host, such as `https://app.example`. @default [] */
  origins?: readonly string[] | undefined;
  /** A larger body is refused. @default 65_536 */
  maxBytes?: number | undefined;
  /** Milliseconds that a request may take, with the provider's response. @default 60_000 */
  timeout?: number | undefined;
  /** Replaces the provider's origin: a mock, another region. */
  baseUrl?: string | undefined;
  /** Sends the requests. @default the global `fetch`, read at each call */
  fetch?: Fetch | undefined;
}

/**
 * The server's half of a client in a browser: a handler that adds the key, which stays on the server. The ordinary client
 * works through it, with its address as `baseUrl` and, in place of a key, whatever `authorize` checks. The provider's
 * responses pass unchanged. A create that comes twice, because a browser repeats it, is sent once.
 * @throws {TypeError} a credential is missing, the provider does not have what is allowed, or the rate lets nobody through
 */
export function createProxy<Credentials>(
  provider: Provider<Credentials>,
  credentials: NoInfer<Credentials>,
  options: ProxyOptions,
): (request: Request) => Promise<Response> {
  const { allow, authorize = () => true, timeout = 60_000, maxBytes = 65_536 } = options;
  const name = checkAllowed(provider.name, allow);
  const { by = () => '' } = options.rate;
  const secondsToWait = limiter(options.rate);
  const auth = provider.auth(credentials, (line) => console.warn(`kling-fetch: ${line}`));
  const base = checkAddress(options.baseUrl ?? provider.origin, options);
  const upstream = { provider: name, fetch: sendOnce(options.fetch), auth };
  const sentCreates = new SentCreates(name, timeout);

  async function answer(request: Request, signal: AbortSignal): Promise<PlainAnswer> {
    const call = callOf(name, request);
    if (!call) return refuse(404, 'no operation has this method and path');
    const { operation, action, id = 'none' } = call;
    // Not 404: the client would take that for a task that does not exist, and create it again.
    if (!allow[operation]?.includes(action) || !/^\w[\w.:=+~-]{0,127}$/.test(id))
      return refuse(403, 'the proxy does not let this through');
    const caller = by(request);
    const seconds = secondsToWait(caller);
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
    const sendIt = () => orAbort(send(upstream, url, init), signal);
    // Who asks is part of it: the same create of another caller is another task.
    return body && text(call.input?.external_task_id)
      ? sentCreates.sendOnce([caller, operation, body], sendIt, signal)
      : sendIt();
  }

  async function answerInTime(request: Request): Promise<Response> {
    try {
      return respond(await within(timeout, (signal) => answer(request, signal)));
    } catch (error) {
      const isTimeUp = error instanceof DOMException && error.name === 'TimeoutError';
      if (!isTimeUp && !(error instanceof ConnectionError)) throw error;
      return respond(noAnswer);
    }
  }

  return allowOrigins(options.origins ?? [], answerInTime);
}

type Handler = (request: Request) => Promise<Response>;

/** Lets pages of its own host and of these origins through, and answers their browsers' preflights. */
function allowOrigins(origins: readonly string[], handler: Handler): Handler {
  return async (request) => {
    const origin = request.headers.get('origin') ?? '';
    const isOwn = origin === '' || hostOf(origin) === hostOf(request.url);
    if (!isOwn && !origins.includes(origin))
      return respond(
        refuse(403, 'pages of this origin may not use the proxy: add it to `origins`'),
      );
    const isAsking = request.method === 'OPTIONS';
    const response = isAsking ? preflight(request) : await handler(request);
    response.headers.set('vary', 'origin');
    if (origin) response.headers.set('access-control-allow-origin', origin);
    response.headers.set('access-control-expose-headers', 'retry-after, x-request-id');
    return response;
  };
}

const hostOf = (address: string) => (URL.canParse(address) ? new URL(address).host : undefined);

/** Allows pages that may use the proxy to send headers of their own, for `authorize`. */
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

/** Checks that the provider's document has all that is allowed, and gives the provider's name. */
function checkAllowed(provider: string, allow: ProxyOptions['allow']): ProviderName {
  const name = providerNames.find((each) => each === provider);
  if (!name) throw new TypeError(`no document is known for ${provider}`);
  for (const [operation, actions] of Object.entries(allow)) {
    const missing = actions.find((action) => !has(name, operation as OperationName, action));
    if (missing) throw new TypeError(`${name} has no ${missing} of ${operation}`);
  }
  return name;
}

/** Beyond this many callers, the one that has been silent for longest is forgotten. */
const mostCallers = 10_000;

/**
 * Counts requests, with a bucket of tokens for each caller. The function it gives returns the seconds that a request has to
 * wait, 0 when it may go on.
 * @throws {TypeError} the numbers let nobody through
 */
function limiter({ requests, perSeconds }: Rate): (caller: string) => number {
  if (!(requests >= 1) || !(perSeconds > 0))
    throw new TypeError('rate needs requests and perSeconds');
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (caller) => {
    const at = performance.now() / 1000;
    const last = buckets.get(caller) ?? { tokens: requests, at };
    const tokens = Math.min(requests, last.tokens + ((at - last.at) * requests) / perSeconds);
    buckets.delete(caller);
    buckets.set(caller, { tokens: tokens < 1 ? tokens : tokens - 1, at });
    const [silent] = buckets.size > mostCallers ? buckets.keys() : [];
    if (silent !== undefined) buckets.delete(silent);
    return tokens < 1 ? Math.ceil(((1 - tokens) * perSeconds) / requests) : 0;
  };
}
