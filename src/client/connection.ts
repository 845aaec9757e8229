import createClient, { type Client, defaultPathSerializer } from 'openapi-fetch';
import type { Auth } from './auth.ts';
import { readPieces } from './body.ts';
import { type Answer, openEnvelope } from './envelope.ts';
import { ConnectionError } from './errors.ts';
import type { OnEvent } from './events.ts';
import { parse } from './json.ts';
import { Slots } from './limit.ts';
import type { Provider } from './providers.ts';
import { isBadToken } from './refusals.ts';
import { orAbort, sleep, stopIfAborted } from './sleep.ts';

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

/** One request: of a task, with its id, of a list, with a query, or a create, with a body. */
interface Call {
  route: string;
  id?: string;
  query?: object;
  body?: object;
  /** Whether the answer may be without data. */
  isBare?: boolean;
  signal?: AbortSignal | undefined;
}

/** The most reads that one client has under way, as each takes a socket, and the milliseconds that one takes at most. */
const mostReads = 64;
const longestRead = 60_000;

/** One client's connection to its provider. All requests are signed here, also those of `kling.http`. */
export class Connection {
  readonly provider: Provider;
  /** openapi-fetch on the same connection. */
  readonly http: Client<Record<never, never>>;
  readonly onEvent: OnEvent;
  readonly #auth: Auth;
  readonly #baseUrl: string;
  readonly #fetch: Fetch;
  readonly #pending = new Set<Request>();
  readonly #reads = new Slots(mostReads, longestRead);

  constructor(provider: Provider, auth: Auth, options: ConnectionOptions, onEvent: OnEvent) {
    this.provider = provider;
    this.onEvent = onEvent;
    this.#auth = auth;
    this.#fetch = sendOnce(options.fetch);
    this.#baseUrl = checkAddress(options.baseUrl ?? provider.origin, options) + provider.prefix;
    this.http = createClient({
      baseUrl: this.#baseUrl,
      pathSerializer(path, values) {
        for (const value of Object.values(values)) checkId(String(value));
        return defaultPathSerializer(path, values);
      },
      fetch: async (request) => {
        const { method, headers, signal } = request;
        // A Request that nobody keeps may be collected as garbage, and then no longer hears its signal.
        this.#pending.add(request);
        try {
          const body = (await request.text()) || null;
          const { text, ...rest } = await this.#send(request.url, {
            method,
            headers,
            signal,
            body,
          });
          // A browser shows nothing of a redirect that is not followed.
          return rest.status === 0 ? Response.error() : new Response(text || null, rest);
        } finally {
          this.#pending.delete(request);
        }
      },
    });
  }

  /** Sends one request and opens the envelope of its response; once more with a new token when the old one was refused. */
  async call({ route, id, query, body, isBare, signal }: Call): Promise<unknown> {
    // Each waits with a timer of its own: nothing that another caller does may wake it.
    while (!body && this.#reads.taken >= mostReads) await this.#sleep(signal);
    const giveBack = body ? undefined : this.#reads.take();
    const url = new URL(this.#baseUrl + route + (id ? `/${encodeURIComponent(id)}` : ''));
    for (const [name, value] of Object.entries(query ?? {}))
      if (value !== undefined && value !== null) url.searchParams.set(name, String(value));
    const init = {
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
      // Next.js answers a request without a signal from memory.
      signal: signal ?? new AbortController().signal,
    };
    try {
      for (let isRenewed = false; ; isRenewed = true) {
        const answer = await this.#send(url.href, init);
        try {
          return openEnvelope(answer, this.provider.name, isBare);
        } catch (error) {
          if (isRenewed || !this.#auth.renew || !isBadToken(error)) throw error;
          this.#auth.renew(error.serverTime);
          this.onEvent({ type: 'token' });
        }
      }
    } finally {
      giveBack?.();
    }
  }

  async #sleep(signal?: AbortSignal): Promise<void> {
    try {
      await sleep(100 + 200 * Math.random(), signal);
    } catch (cause) {
      const facts = { provider: this.provider.name, cause, sent: false };
      throw new ConnectionError(
        'no answer in time to other reads, so this one was not sent',
        facts,
      );
    }
  }

  /** Signs a request and sends it. Outside of this, nothing ever holds a credential. */
  async #send(url: string, init: RequestInit): Promise<Answer> {
    const about = { method: init.method ?? 'GET', route: new URL(url).pathname };
    const headers = new Headers(init.headers);
    headers.set('Authorization', await this.#auth.header());
    if (init.body && !headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
    const began = performance.now();
    this.onEvent({ type: 'request', ...about });
    const answer = await fetchText(this.provider.name, this.#fetch, url, { ...init, headers });
    const { status } = answer;
    this.onEvent({ type: 'response', ...about, status, ms: performance.now() - began });
    return answer;
  }
}

/** Workers with an old compatibility date refuse the option instead of ignoring it. */
const supportsCache = () => typeof Request === 'function' && 'cache' in Request.prototype;

/** The platform's own, and not what a test or a framework puts in its place, which may want to read the body as a text. */
const platformFetch: unknown = globalThis.fetch;

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
    const isNodes = send === platformFetch && (globalThis as Node).process?.versions?.undici;
    const isDeno = 'Deno' in globalThis;
    // Elsewhere there may be no Blob, and in a test's browser one without a stream.
    const body = isDeno || isNodes ? new Blob([init.body]) : undefined;
    if (!body?.stream) return send(url, init);
    if (isDeno) return send(url, { ...init, body });
    const headers = new Headers(init.headers);
    headers.set('content-length', String(body.size));
    const once = { ...init, headers, body: body.stream(), duplex: 'half' };
    return send(url, once);
  };

/** How Node is told from browsers and other runtimes. */
interface Node {
  process?: { versions?: { undici?: string } };
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
  if (href !== origin + pathname) throw new TypeError('a base URL has no user, password, ? or #');
  const isPage = typeof window === 'object' && typeof document === 'object';
  if (isPage && !isLocalHost(hostname) && !options.dangerouslyAllowBrowser) {
    throw new TypeError(
      'visitors of a page see its key: use kling-fetch/proxy, or dangerouslyAllowBrowser',
    );
  }
  return href.replace(/\/$/, '');
}

/**
 * Sends one request and reads its response to the end, without the key that was sent for it. It follows no redirect, which would
 * send a create again, as a GET, or to another host; and no cache answers it.
 * @throws {ConnectionError} there was no response; says whether the request may have arrived
 */
export async function fetchText(
  provider: string,
  fetch: Fetch,
  url: string,
  init: RequestInit & { headers: Headers },
): Promise<Answer> {
  const { signal } = init;
  const wasStarted = !signal?.aborted;
  const key = init.headers.get('authorization')?.replace(/^Bearer /, '') ?? '';
  const cache = supportsCache() && { cache: 'no-store' as const };
  const send = async () => {
    const response = await fetch(url, { ...init, redirect: 'manual', ...cache });
    const { status, statusText } = response;
    const isShown = removeKey(response.headers.get('x-request-id') ?? '', key).includes('[key]');
    const headers = isShown ? new Headers() : response.headers;
    return { status, statusText, headers, text: removeKey(await readText(response), key) };
  };
  try {
    stopIfAborted(signal);
    return await orAbort(send(), signal);
  } catch (error) {
    const code = codeOf(error);
    const why = signal?.aborted ? 'the request was aborted' : (code ?? 'the network failed');
    throw new ConnectionError(`no answer from ${new URL(url).host}: ${why}`, {
      cause: error,
      provider,
      sent: wasStarted && (!neverConnected.has(code ?? '') || wasConnected(error)),
    });
  }
}

/** Bytes. Responses are small: a larger one is not the provider's. */
const maxBodyBytes = 10 * 1024 * 1024;

/** Characters. Anything shorter is not a key, and could stand anywhere in a text. */
const minKeyLength = 12;

/** The text without the key: should the other side repeat it, no error may show it. */
export function removeKey(text: string, key: string): string {
  if (key.length < minKeyLength) return text;
  // A key can be escaped in many ways, and is written in one way again.
  const escaped = JSON.stringify(key).slice(1, -1);
  const plain = text.includes('\\') ? (JSON.stringify(parse(text)) ?? text) : text;
  const clean = plain.includes(escaped) ? plain : text;
  return clean.replaceAll(escaped, '[key]').replaceAll(key, '[key]');
}

/** The body of a response, read to its end: one that breaks off in the middle is an error. */
async function readText(response: Response): Promise<string> {
  const { body, headers } = response;
  // A body of known length that is not compressed needs no counting: `fetch` itself fails when it is cut short. Without
  // streams, as in React Native, nothing can be counted.
  const isSmall = Number(headers.get('content-length') ?? Number.NaN) <= maxBodyBytes;
  if (!body?.getReader || (isSmall && !headers.has('content-encoding'))) return response.text();
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of readPieces(body, maxBodyBytes))
    text += decoder.decode(piece, { stream: true });
  return text + decoder.decode();
}

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
