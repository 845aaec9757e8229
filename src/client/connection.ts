import createClient, { type Client, defaultPathSerializer } from 'openapi-fetch';
import type { Auth } from './auth.ts';
import { readPieces } from './body.ts';
import { openEnvelope } from './envelope.ts';
import { ConnectionError } from './errors.ts';
import type { Provider } from './providers.ts';
import { retryWithNewToken } from './retry.ts';
import { orAbort } from './sleep.ts';

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

/** One client's connection to its provider. */
export interface Connection {
  provider: Provider;
  http: Client<AnyRoute>;
  /** Sends one request and opens the envelope of its response. */
  call(call: Call): Promise<unknown>;
}

/** Puts openapi-fetch on top of `fetch`: signing below it, opening envelopes above. */
export function connect(provider: Provider, auth: Auth, options: ConnectionOptions): Connection {
  const send = options.fetch ?? ((request) => globalThis.fetch(request));
  const baseUrl = checkAddress(options.baseUrl ?? provider.origin, options) + provider.prefix;
  const createHttpClient = (read: typeof bufferResponse) =>
    createClient<AnyRoute>({
      baseUrl,
      fetch: signRequests(auth)(withConnectionErrors(provider.name, read)(send)),
      // A redirect that is followed sends a create again, as a GET, or to another host.
      redirect: 'manual',
      pathSerializer(path, values) {
        for (const value of Object.values(values)) checkId(String(value));
        return defaultPathSerializer(path, values);
      },
    });
  const textClient = createHttpClient(readText);
  return {
    provider,
    http: createHttpClient(bufferResponse),
    call({ method, route, signal = null, ...init }) {
      return retryWithNewToken(async () => {
        const answer = await textClient.request(method, route, {
          ...init,
          signal,
          parseAs: 'text',
        });
        return openEnvelope(answer.response, answer.data ?? answer.error, provider.name);
      }, auth);
    },
  };
}

/** Whether this can be the id of a task: an address can hold it, and it does not lead to another route. */
export const isId = (id: unknown): id is string =>
  typeof id === 'string' && id !== '' && id !== '.' && id !== '..' && !/\p{Surrogate}/u.test(id);

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

/** What openapi-fetch calls. */
export type Fetch = (request: Request) => Promise<Response>;

/** Signs each request as it leaves. Above this, nothing ever holds a credential. */
const signRequests =
  (auth: Auth) =>
  (fetch: Fetch): Fetch =>
  async (request) => {
    request.headers.set('Authorization', await auth.header());
    return fetch(request);
  };

/** Reads the body of a response to its end, and removes the key that was sent for it. */
type ReadBody = (response: Response, authorization: string) => Promise<Response>;

/** The requests under way. A Request that nobody keeps may be collected as garbage, and then no longer hears its signal. */
const pendingRequests = new Set<Request>();

/** Turns network failures into a {@link ConnectionError}, which says whether the request may have arrived; removes the key from bodies. */
export const withConnectionErrors =
  (provider: string, read: ReadBody) =>
  (fetch: Fetch): Fetch =>
  async (request) => {
    const wasStarted = !request.signal.aborted;
    pendingRequests.add(request);
    try {
      request.signal.throwIfAborted();
      const key = request.headers.get('authorization') ?? '';
      const answer = async () => read(await fetch(request), key);
      return await orAbort(answer(), request.signal);
    } catch (error) {
      const code = codeOf(error);
      const { host } = new URL(request.url);
      const why = request.signal.aborted
        ? 'the request was aborted'
        : (code ?? 'the network failed');
      throw new ConnectionError(`no answer from ${host}: ${why}`, {
        cause: error,
        provider,
        sent: wasStarted && (!neverConnected.has(code ?? '') || wasConnected(error)),
      });
    } finally {
      pendingRequests.delete(request);
    }
  };

/** Bytes. Responses are small: a larger one is not the provider's. */
const maxBodyBytes = 10 * 1024 * 1024;

/** Characters. Anything shorter is not a key, and could stand anywhere in a text. */
const minKeyLength = 12;

/** The text without the key that was sent for it: should the other side repeat it, no error may show it. */
function removeKey(text: string, authorization: string): string {
  const key = authorization.replace(/^Bearer /, '');
  return key.length < minKeyLength ? text : text.replaceAll(key, '[key]');
}

/** The body of a response as text, read to its end: one that breaks off in the middle is an error. */
async function readTextBody(response: Response, authorization: string): Promise<string> {
  const { body, headers } = response;
  // A body of known length that is not compressed needs no counting: `fetch` itself fails when it is cut short.
  const isSmall = Number(headers.get('content-length') ?? Number.NaN) <= maxBodyBytes;
  if (isSmall && !headers.has('content-encoding')) {
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
  if (!response.body) return response;
  const { status, statusText, headers } = response;
  return new Response(await readTextBody(response, authorization), { status, statusText, headers });
};

/** As much of a response as our own calls need, which read it as text: a second `Response` costs as much as a request. */
const readText: ReadBody = async (response, authorization) => {
  const text = await readTextBody(response, authorization);
  const { status, headers, ok } = response;
  return { status, headers, ok, text: async () => text } as Response;
};

/** Node's codes for a connection that was never made. Browsers give none: there, a request may always have arrived. */
const neverConnected = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
  'bad port',
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
    // The error about a port that fetch never connects to, such as 1, has no code.
    if (at.message === 'bad port') return at.message;
  }
  return undefined;
}
