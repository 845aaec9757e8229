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

/** Makes of an answer that begins to arrive one that has arrived. */
type Settle = (response: Response) => Promise<Response>;

/** Says of every failure to get an answer whether the request may have arrived. */
export const explained =
  (provider: string, settle: Settle) =>
  (fetch: Fetch): Fetch =>
  async (request) => {
    const begun = !request.signal.aborted;
    try {
      request.signal.throwIfAborted();
      return await orAbort(fetch(request).then(settle), request.signal);
    } catch (error) {
      const code = codeOf(error);
      const { host } = new URL(request.url);
      const why = request.signal.aborted
        ? 'the request was given up'
        : (code ?? 'the network failed');
      throw new ConnectionError(`no answer from ${host}: ${why}`, {
        cause: error,
        provider,
        sent: begun && !neverSent.has(code ?? ''),
      });
    }
  };

/** Answers are small; one that is larger than this is not the provider's. */
const largest = 10 * 1024 * 1024;

/** The body of an answer, once it is there to its end: one that breaks off in the middle is none. */
async function bodyOf({ body }: Response): Promise<Uint8Array<ArrayBuffer>[]> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = body?.getReader();
  for (let read = await reader?.read(); read && !read.done; read = await reader?.read()) {
    size += read.value.length;
    chunks.push(read.value);
    if (size <= largest) continue;
    await reader?.cancel();
    throw new Error('an answer of more than 10 MB');
  }
  return chunks;
}

/** The answer with its body, for whoever uses openapi-fetch by himself. */
export async function whole(response: Response): Promise<Response> {
  if (!response.body) return response;
  const { status, statusText, headers } = response;
  return new Response(new Blob(await bodyOf(response)), { status, statusText, headers });
}

/** Enough of an answer for our own calls, which read it as text: a second `Response` would cost as much as a request. */
export async function asText(response: Response): Promise<Response> {
  const chunks = await bodyOf(response);
  const decoder = new TextDecoder();
  const text = chunks.map((chunk) => decoder.decode(chunk, { stream: true })).join('');
  const { status, headers, ok } = response;
  return { status, headers, ok, text: async () => text + decoder.decode() } as Response;
}

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

function codeOf(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
    // Ports such as 1, which fetch never connects to, have no code.
    if (at.message === 'bad port') return at.message;
  }
  return undefined;
}
