import createClient, { type Client, defaultPathSerializer } from 'openapi-fetch';
import type { Auth } from './auth.ts';
import { readPieces } from './body.ts';
import { openEnvelope } from './envelope.ts';
import { ConnectionError } from './errors.ts';
import type { OnEvent } from './events.ts';
import { parse } from './json.ts';
import type { Provider } from './providers.ts';
import { isBadToken } from './refusals.ts';
import { orAbort, sleep } from './sleep.ts';

/** Where requests go, and through what. */
export interface ConnectionOptions {
  /** Replaces the provider's origin: a mock, a proxy, another region. The provider's prefix is still added. */
  baseUrl?: string | undefined;
  /** Sends the requests. @default the global `fetch`, read at each call */
  fetch?: Fetch | undefined;
  /** Allows `http:` to other machines, although anybody on the way can read the key. @default false */
  allowInsecure?: boolean | undefined;
  /**
   * Allows a key in a browser, where every visitor can read it; better keep it on a server, see `kling-fetch/proxy`. A
   * mock on this machine needs no permission. @default false
   */
  dangerouslyAllowBrowser?: boolean | undefined;
}

/** What sends a request: the standard `fetch` is one. Some frameworks answer a `Request` object from memory, so there is none. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** One request. */
interface Call {
  method: 'get' | 'post';
  route: string;
  body?: object;
  params?: object;
  signal?: AbortSignal | undefined;
}

/** As much of a document's types as it takes to call any route of any provider. */
type AnyRoute = Record<string, { get: Loose; post: Loose }>;
type Loose = {
  requestBody?: { content: { 'application/json': object } };
  responses: { 200: { content: { 'application/json': unknown } } };
};

/** The most reads that one client has under way; each takes a socket. */
const mostReads = 64;

/** As much of a `Request` as openapi-fetch needs. A real one costs as much as all the rest of a call. */
class PlainRequest {
  readonly url: string;
  constructor(url: string, init: RequestInit) {
    this.url = url;
    Object.assign(this, init);
  }
}

/** One client's connection to its provider: openapi-fetch on top of `fetch`, signing below it, opening envelopes above. */
export class Connection {
  readonly provider: Provider;
  /** openapi-fetch for the user, with real `Request`s for the user's middleware. */
  readonly http: Client<AnyRoute>;
  readonly onEvent: OnEvent;
  readonly #client: Client<AnyRoute>;
  readonly #auth: Auth;
  #reads = 0;

  constructor(provider: Provider, auth: Auth, options: ConnectionOptions, onEvent: OnEvent) {
    const send = sendOnce(options.fetch);
    const baseUrl = checkAddress(options.baseUrl ?? provider.origin, options) + provider.prefix;
    const signed = (read: ReadBody): Fetch =>
      signRequests(auth, withConnectionErrors(provider.name, read, withEvents(onEvent, send)));
    const common = {
      baseUrl,
      // A redirect that is followed sends a create again, as a GET, or to another host.
      redirect: 'manual',
      ...(supportsCache() && { cache: 'no-store' as const }),
      pathSerializer(path: string, values: Record<string, unknown>) {
        for (const value of Object.values(values)) checkId(String(value));
        return defaultPathSerializer(path, values);
      },
    } as const;
    const sendText = signed(readText);
    const sendRequest = signed(bufferResponse);
    this.provider = provider;
    this.onEvent = onEvent;
    this.#auth = auth;
    this.#client = createClient<AnyRoute>({
      ...common,
      Request: PlainRequest as typeof Request,
      fetch: (request) => sendText(request.url, request),
    });
    this.http = createClient<AnyRoute>({
      ...common,
      fetch: async (request) => sendRequest(request.url, await initOf(request)),
    });
  }

  /** Sends one request and opens the envelope of its response; once more with a new token when the old one was refused. */
  async call({ method, route, signal, ...init }: Call): Promise<unknown> {
    const isRead = method === 'get';
    // Each waits with a timer of its own: nothing that another caller does may wake it.
    while (isRead && this.#reads >= mostReads) await sleep(100 + 200 * Math.random(), signal);
    if (isRead) this.#reads += 1;
    try {
      for (let isRenewed = false; ; isRenewed = true) {
        // Next.js answers a request without a signal from memory.
        const stop = signal ?? new AbortController().signal;
        const request = { ...init, signal: stop, parseAs: 'text' } as const;
        const answer = await this.#client.request(method, route, request);
        try {
          return openEnvelope(answer.response, answer.data ?? answer.error, this.provider.name);
        } catch (error) {
          if (isRenewed || !this.#auth.renew || !isBadToken(error)) throw error;
          this.#auth.renew(error.serverTime);
          this.onEvent({ type: 'token' });
        }
      }
    } finally {
      if (isRead) this.#reads -= 1;
    }
  }
}

/** Old dates of Workers refuse the option instead of ignoring it. */
const supportsCache = () => typeof Request === 'function' && 'cache' in Request.prototype;

/**
 * Sends a body in a form that the platform cannot send again by itself: Deno repeats a text when a connection breaks, but not a
 * `Blob`; Node repeats it after a 421, but not a stream, which only its own `fetch` is sure to take.
 * @param fetch the user's own, if there is one
 */
export const sendOnce =
  (fetch?: Fetch): Fetch =>
  (url, init) => {
    const send = fetch ?? globalThis.fetch;
    if (typeof init.body !== 'string') return send(url, init);
    const body = new Blob([init.body]);
    if ('Deno' in globalThis) return send(url, { ...init, body });
    if (fetch || !(globalThis as Node).process?.versions?.undici) return send(url, init);
    const headers = new Headers(init.headers);
    headers.set('content-length', String(body.size));
    const once = { ...init, headers, body: body.stream(), duplex: 'half' };
    return send(url, once);
  };

/** How Node is told from browsers and other runtimes. */
interface Node {
  process?: { versions?: { undici?: string } };
}

/** What a user's own request asks for, in the form that is sent. */
async function initOf(request: Request): Promise<RequestInit> {
  const { method, headers, signal, redirect, cache } = request;
  const body = method === 'GET' || method === 'HEAD' ? null : await request.text();
  return { method, headers, body, signal, redirect, ...(supportsCache() && { cache }) };
}

/** Whether this can be the id of a task: an address can hold it, and it does not lead to another route. */
export const isId = (id: unknown): id is string =>
  typeof id === 'string' && id !== '' && id !== '.' && id !== '..' && !/[\ud800-\udfff]/u.test(id);

/** Checks an id that goes into an address. @throws {TypeError} it is not the id of a task */
export function checkId(id: string): string {
  if (isId(id)) return id;
  throw new TypeError(`not a task id: ${JSON.stringify(id)}`);
}

/** Whether a host name means this machine. */
export const isLocalHost = (hostname: string): boolean =>
  /^(127(\.\d{1,3}){3}|(.+\.)?localhost|\[?::1\]?)$/.test(hostname);

/** Checks the address that the key is sent to. @throws {TypeError} it would show the key to others, or is not a base URL */
export function checkAddress(address: string, options: ConnectionOptions): string {
  if (!/^https?:\/\/./i.test(address))
    throw new TypeError('a base URL begins with https://, or with http:// on this machine');
  const { protocol, hostname, href, origin, pathname } = new URL(address);
  if (protocol !== 'https:' && !isLocalHost(hostname) && !options.allowInsecure) {
    throw new TypeError(
      `${protocol}//${hostname} would show the key to others: use https, or allowInsecure`,
    );
  }
  // A query would swallow the routes; a password would show in errors.
  if (href !== origin + pathname) {
    throw new TypeError('a base URL has no user, password, ? or #');
  }
  const isPage = typeof window === 'object' && typeof document === 'object';
  if (isPage && !isLocalHost(hostname) && !options.dangerouslyAllowBrowser) {
    throw new TypeError(
      'visitors of a page see its key: use kling-fetch/proxy, or dangerouslyAllowBrowser',
    );
  }
  return href.replace(/\/$/, '');
}

/** Signs each request as it leaves. Above this, nothing ever holds a credential. */
const signRequests =
  (auth: Auth, fetch: Fetch): Fetch =>
  async (url, init) => {
    const headers = new Headers(init.headers);
    headers.set('Authorization', await auth.header());
    return fetch(url, { ...init, headers });
  };

/** Tells of each request and its response. */
const withEvents =
  (onEvent: OnEvent, fetch: Fetch): Fetch =>
  async (url, init) => {
    const about = { method: init.method ?? 'GET', route: new URL(url).pathname };
    const began = performance.now();
    onEvent({ type: 'request', ...about });
    const response = await fetch(url, init);
    onEvent({ type: 'response', ...about, status: response.status, ms: performance.now() - began });
    return response;
  };

/** Reads the body of a response to its end, and removes the key that was sent for it. */
type ReadBody = (response: Response, authorization: string) => Promise<Response>;

/** Turns network failures into a {@link ConnectionError}, which says whether the request may have arrived; removes the key from bodies. */
export const withConnectionErrors =
  (provider: string, read: ReadBody, fetch: Fetch): Fetch =>
  async (url, init) => {
    const { signal } = init;
    const wasStarted = !signal?.aborted;
    try {
      signal?.throwIfAborted();
      const key = new Headers(init.headers).get('authorization') ?? '';
      const answer = async () => read(await fetch(url, init), key);
      return await orAbort(answer(), signal);
    } catch (error) {
      const code = codeOf(error);
      const why = signal?.aborted ? 'the request was aborted' : (code ?? 'the network failed');
      throw new ConnectionError(`no answer from ${new URL(url).host}: ${why}`, {
        cause: error,
        provider,
        sent: wasStarted && (!neverConnected.has(code ?? '') || wasConnected(error)),
      });
    }
  };

/** Bytes. Responses are small: a larger one is not the provider's. */
const maxBodyBytes = 10 * 1024 * 1024;

/** Characters. Anything shorter is not a key, and could stand anywhere in a text. */
const minKeyLength = 12;

/** The text without the key that was sent for it: should the other side repeat it, no error may show it. */
function removeKey(text: string, authorization: string): string {
  const key = authorization.replace(/^Bearer /, '');
  if (key.length < minKeyLength) return text;
  // A key can be escaped in many ways, and is written in one way again.
  const escaped = JSON.stringify(key).slice(1, -1);
  const plain = text.includes('\\') ? (JSON.stringify(parse(text)) ?? text) : text;
  const clean = plain.includes(escaped) ? plain : text;
  return clean.replaceAll(escaped, '[key]').replaceAll(key, '[key]');
}

/** The body of a response as text, read to its end: one that breaks off in the middle is an error. */
async function readTextBody(response: Response, authorization: string): Promise<string> {
  const { body, headers } = response;
  // A body of known length that is not compressed needs no counting: `fetch` itself fails when it is cut short. Without
  // streams, as in React Native, nothing can be counted.
  const isSmall = Number(headers.get('content-length') ?? Number.NaN) <= maxBodyBytes;
  if (!body?.getReader || (isSmall && !headers.has('content-encoding'))) {
    return removeKey(await response.text(), authorization);
  }
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of readPieces(body, maxBodyBytes))
    text += decoder.decode(piece, { stream: true });
  return removeKey(text + decoder.decode(), authorization);
}

/** The response with its whole body, for those who use openapi-fetch themselves. */
export const bufferResponse: ReadBody = async (response, authorization) => {
  const { status, statusText, headers } = response;
  const text = await readTextBody(response, authorization);
  return new Response(text || null, { status, statusText, headers });
};

/** As much of a response as our own calls need, which read it as text: a second `Response` costs as much as a request. */
const readText: ReadBody = async (response, authorization) => {
  const text = await readTextBody(response, authorization);
  const { status, headers, ok } = response;
  return { status, headers, ok, text: async () => text } as Response;
};

/** The codes of a connection that was never made, of Node, Bun and Deno. Browsers give none: there, a request may always have arrived. */
const neverConnected = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
  'ConnectionRefused',
  'no connection',
]);

/** The same codes may also come from a connection that had been made. */
const wasConnected = (error: unknown): boolean =>
  error instanceof Error &&
  (('syscall' in error && /^(read|write)$/.test(String(error.syscall))) ||
    wasConnected(error.cause));

/** The code of an error, or of what caused it. */
export function codeOf(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    // Without a code come the errors of Deno, and the one about a port that fetch never connects to, such as 1.
    if (/client error \(Connect\)|^bad port$|to port \d+ are blocked$/.test(at.message))
      return 'no connection';
  }
  return undefined;
}
