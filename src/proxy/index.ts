import { checkAddress, type Fetch, sendOnce } from '../client/connection.ts';
import { ConnectionError } from '../client/errors.ts';
import { text } from '../client/json.ts';
import type { OperationName } from '../client/operations.ts';
import type { Provider } from '../client/providers.ts';
import { checkTime, orAbort, within } from '../client/sleep.ts';
import { bytesOf } from '../server/body.ts';
import {
  type Action,
  addressOf,
  callsOf,
  type FoundCall,
  has,
  inputOf,
  type ProxyCall,
} from './call.ts';
import { checkRate, type Rate, rateInMemory } from './rate.ts';
import { SentCreates } from './repeats.ts';
import { noAnswer, type PlainAnswer, refuse, respond, send } from './upstream.ts';

export { fromNode, type NodeRequest, type NodeResponse, toNode } from '../server/node.ts';
export type { Action, ProxyCall } from './call.ts';
export type { Rate, RateStore } from './rate.ts';

/** Who is asking, whether somebody may, or nobody that is known. */
type Verdict = string | boolean | null | undefined;

/** What a proxy lets through, and for whom. */
export interface ProxyOptions {
  /** The operations that callers may use, and what they may do with each. Nothing else gets through. */
  allow: { readonly [O in OperationName]?: readonly Action[] };
  /**
   * How many requests one caller may send: creates and calls cost money. Only those that `authorize` lets through are counted, and a
   * create that comes twice is counted once.
   */
  rate: Rate;
  /**
   * Decides who may do what, for example that users read only their own tasks. It sees the request's headers; the body is in
   * `call.input`. Returns who is asking, such as the user's id: the rate is counted, and a repeated create recognised, for each
   * of them. `true` lets the request through and counts it with all others of which nothing more is known; anything else
   * refuses it. An answer that does not come within `timeout` refuses it with 503; an error is thrown on to your server.
   * @default everybody may do all that is allowed, and counts as one caller
   */
  authorize?: ((request: Request, call: ProxyCall) => Verdict | Promise<Verdict>) | undefined;
  /** Origins whose pages may use the proxy besides those of its own host, such as `https://app.example`. @default [] */
  origins?: readonly string[] | undefined;
  /**
   * The hosts under which the proxy is reached, such as `localhost:3000`. Requests to others are refused. A proxy on a machine
   * that only you should reach needs this, or `authorize`: a stranger's page whose host name leads to that machine (DNS
   * rebinding) is otherwise a page of the proxy's own host. @default any
   */
  hosts?: readonly string[] | undefined;
  /**
   * A larger body is refused. Where callers send pictures or sounds as Base64, allow 14_000_000 for each picture of 10 MB, and know
   * that every request that comes may take as much of the server's memory. @default 65_536
   */
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
 * responses pass unchanged. A create that comes twice to the same process, because a browser repeats it, is sent once.
 * @throws {TypeError} a credential is missing, the provider does not have what is allowed, or a number is no limit
 */
export function createProxy<Credentials>(
  provider: Provider<Credentials>,
  credentials: NoInfer<Credentials>,
  options: ProxyOptions,
): (request: Request) => Promise<Response> {
  const { allow, timeout = 60_000, maxBytes = 65_536 } = options;
  checkAllowed(provider, allow);
  checkRate(options.rate);
  checkTime('timeout', timeout);
  if (!(maxBytes > 0)) throw new TypeError('maxBytes must be a positive number of bytes');
  const { identify, count } = makeGates(options);
  const auth = provider.auth(credentials, (line) => console.warn(`kling-fetch: ${line}`));
  const base = checkAddress(options.baseUrl ?? provider.origin, options);
  const upstream = { provider: provider.name, fetch: sendOnce(options.fetch), auth };
  const sentCreates = new SentCreates(provider, timeout);

  async function answer(request: Request, signal: AbortSignal): Promise<PlainAnswer> {
    const calls = callsOf(provider, request);
    if (!calls.length) return refuse(404, 'no operation has this method and path');
    const call = calls.find(({ operation, action }) => allow[operation]?.includes(action));
    // Not 404: the client would take that for a task that does not exist, and create it again.
    if (!call || !mayName(provider, call))
      return refuse(403, 'the proxy does not let this through');
    if (request.method === 'POST') {
      const body = await bytesOf(request, maxBytes, signal);
      if (body === 'slow') return refuse(408, 'the body did not come in time');
      if (body === 'size') return refuse(413, `the body is larger than ${maxBytes} bytes`);
      const input = inputOf(provider, call, body);
      if (typeof input === 'string') return refuse(400, input);
      call.input = input;
    }
    const caller = await identify(request, call, signal);
    if (typeof caller !== 'string') return caller;
    const body = call.input ? JSON.stringify(call.input) : null;
    const init = { method: request.method, body, signal };
    const url = base + addressOf(provider, call, request.url);
    const admit = () => count(caller, signal);
    const sendIt = () => orAbort(send(upstream, url, init), signal);
    // Who asks is part of it: the same create of another caller is another task.
    return call.input && text(provider.dialect.externalIdIn(call.input))
      ? sentCreates.sendOnce([caller, url, body ?? ''], admit, sendIt, signal)
      : ((await admit()) ?? sendIt());
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

  return checkHost(options.hosts, allowOrigins(options.origins ?? [], answerInTime));
}

/** Whether a read names tasks, no more than the provider shows at once, by what can be an id. */
function mayName({ dialect }: Provider, { action, ids }: FoundCall): boolean {
  if (action !== 'read') return true;
  const isCount = ids.length > 0 && ids.length <= dialect.most;
  return isCount && ids.every((id) => /^\w[\w.:=+~-]{0,127}$/.test(id));
}

/** What a request has to pass before it is sent. */
function makeGates({ rate, authorize = () => true }: ProxyOptions) {
  const { store = rateInMemory() } = rate;

  async function ask(request: Request, found: FoundCall): Promise<string | PlainAnswer> {
    const { operation, action, input } = found;
    const call: ProxyCall = { operation, action, ...(input && { input }) };
    const calls = found.ids.length ? found.ids.map((id) => ({ ...call, id })) : [call];
    const verdicts = await Promise.all(calls.map(async (each) => authorize(request, each)));
    // Who asks for several tasks must be one and the same for each of them.
    const [verdict] = verdicts;
    if (verdicts.some((each) => each !== verdict)) return refuse(403, 'not allowed');
    if (verdict === true) return '';
    return (typeof verdict === 'string' && verdict) || refuse(403, 'not allowed');
  }

  async function take(caller: string): Promise<PlainAnswer | undefined> {
    try {
      const seconds: unknown = await store.take(caller, rate);
      if (!(typeof seconds === 'number' && seconds >= 0))
        throw new TypeError('take must return the seconds to wait');
      const later = { 'retry-after': String(Math.ceil(seconds)) };
      return seconds > 0 ? refuse(429, 'too many requests', later) : undefined;
    } catch (error) {
      console.warn('kling-fetch: the rate store failed, so requests are refused:', error);
      return refuse(503, 'the rate cannot be checked');
    }
  }

  return {
    /** Who asks; else why the request is refused. */
    identify: (request: Request, call: FoundCall, signal: AbortSignal) =>
      orTooLate(ask(request, call), signal),
    /** Counts the request; else says why it is refused. */
    count: (caller: string, signal: AbortSignal) => orTooLate(take(caller), signal),
  };
}

async function orTooLate<T>(work: Promise<T>, signal: AbortSignal): Promise<T | PlainAnswer> {
  try {
    return await orAbort(work, signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    return refuse(503, 'nobody said in time whether this may be sent');
  }
}

type Handler = (request: Request) => Promise<Response>;

/** Lets pages of its own host and of these origins through, and answers their browsers' preflights. */
function allowOrigins(origins: readonly string[], handler: Handler): Handler {
  return async (request) => {
    const origin = request.headers.get('origin') ?? '';
    // Browsers ask for an image, or follow a link, without naming the page's origin.
    const isOwn = origin
      ? hostOf(origin) === hostOf(request.url)
      : !request.headers.get('sec-fetch-site')?.endsWith('-site');
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

/** Lets requests to these hosts through. A browser says truly which host its page meant; other programs may say anything. */
function checkHost(hosts: readonly string[] | undefined, handler: Handler): Handler {
  return async (request) => {
    const host = request.headers.get('host') ?? new URL(request.url).host;
    return !hosts || hosts.includes(host.toLowerCase())
      ? handler(request)
      : respond(refuse(403, 'the proxy is not used under this host: add it to `hosts`'));
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

/** Checks that the provider's document has all that is allowed. */
function checkAllowed(provider: Provider, allow: ProxyOptions['allow']): void {
  for (const [operation, actions] of Object.entries(allow)) {
    const missing = actions.find((action) => !has(provider, operation as OperationName, action));
    if (missing) throw new TypeError(`${provider.name} has no ${missing} of ${operation}`);
  }
}
