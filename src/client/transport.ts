import type { Auth } from './auth.ts';
import { ConnectionError } from './errors.ts';
import { orAbort } from './sleep.ts';

/** What openapi-fetch calls. */
export type Fetch = (request: Request) => Promise<Response>;

/** Signs each request as it leaves; above this, nothing ever holds a credential. */
export const signed =
  (auth: Auth) =>
  (fetch: Fetch): Fetch =>
  async (request) => {
    request.headers.set('Authorization', await auth.header());
    return fetch(request);
  };

/** Makes of an answer that begins to arrive one that has arrived, without the key that was sent for it. */
type Settle = (response: Response, authorization: string) => Promise<Response>;

/** The requests under way. A Request follows its signal, and so is given up in time, only for as long as somebody keeps it. */
const underWay = new Set<Request>();

/** Says of every failure to get an answer whether the request may have arrived; of an answer, nothing that it repeats of the key. */
export const explained =
  (provider: string, settle: Settle) =>
  (fetch: Fetch): Fetch =>
  async (request) => {
    const begun = !request.signal.aborted;
    underWay.add(request);
    try {
      request.signal.throwIfAborted();
      const key = request.headers.get('authorization') ?? '';
      const answer = async () => settle(await fetch(request), key);
      return await orAbort(answer(), request.signal);
    } catch (error) {
      const code = codeOf(error);
      const { host } = new URL(request.url);
      const why = request.signal.aborted
        ? 'the request was given up'
        : (code ?? 'the network failed');
      throw new ConnectionError(`no answer from ${host}: ${why}`, {
        cause: error,
        provider,
        sent: begun && (!neverSent.has(code ?? '') || hadBegun(error)),
      });
    } finally {
      underWay.delete(request);
    }
  };

/** Answers are small; one that is larger than this is not the provider's. */
const largest = 10 * 1024 * 1024;

/** What no error may show and nobody may log, should the other side repeat it. What is shorter than this is no key. */
const shortestKey = 12;

/** The text without the key that was sent for it. */
function withoutKey(text: string, authorization: string): string {
  const key = authorization.replace(/^Bearer /, '');
  return key.length < shortestKey ? text : text.replaceAll(key, '[key]');
}

/** The body of an answer, once it is there to its end: one that breaks off in the middle is none. */
async function textOf(response: Response, authorization: string): Promise<string> {
  const { body, headers } = response;
  // What says how long it is and is not packed needs no watching; `fetch` fails when it is cut short.
  const isSmall = Number(headers.get('content-length') ?? Number.NaN) <= largest;
  if (isSmall && !headers.has('content-encoding')) {
    return withoutKey(await response.text(), authorization);
  }
  const decoder = new TextDecoder();
  let [text, size] = ['', 0];
  const reader = body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.length;
    text += decoder.decode(read.value, { stream: true });
    if (size <= largest) continue;
    await reader?.cancel();
    throw new Error('an answer of more than 10 MB');
  }
  return withoutKey(text + decoder.decode(), authorization);
}

/** The answer with its body, for whoever uses openapi-fetch by himself. */
export const whole: Settle = async (response, authorization) => {
  if (!response.body) return response;
  const { status, statusText, headers } = response;
  return new Response(await textOf(response, authorization), { status, statusText, headers });
};

/** Enough of an answer for our own calls, which read it as text: a second `Response` would cost as much as a request. */
export const asText: Settle = async (response, authorization) => {
  const text = await textOf(response, authorization);
  const { status, headers, ok } = response;
  return { status, headers, ok, text: async () => text } as Response;
};

/** Node's words for a connection that never came about. Browsers do not say; there a request may always have arrived. */
const neverSent = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
  'bad port',
]);

/** The same words may also end a connection that was there. */
const hadBegun = (error: unknown): boolean =>
  error instanceof Error &&
  (('syscall' in error && /^(read|write)$/.test(String(error.syscall))) || hadBegun(error.cause));

/** The code of an error, or of what caused it. */
export function codeOf(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    // Ports such as 1, which fetch never connects to, have no code.
    if (at.message === 'bad port') return at.message;
  }
  return undefined;
}
