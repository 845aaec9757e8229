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

/** The requests under way. A Request follows its signal, and so is given up in time, only for as long as somebody keeps it. */
const underWay = new Set<Request>();

/** Says of every failure to get an answer whether the request may have arrived; of an answer, nothing that it repeats of the key. */
export const explained =
  (provider: string) =>
  (fetch: Fetch): Fetch =>
  async (request) => {
    const begun = !request.signal.aborted;
    underWay.add(request);
    try {
      request.signal.throwIfAborted();
      const key = request.headers.get('authorization') ?? '';
      return await orAbort(whole(fetch(request), key), request.signal);
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

/** An answer whose body has arrived, too: one that breaks off in the middle is none. */
async function whole(answer: Promise<Response>, authorization: string): Promise<Response> {
  const response = await answer;
  if (!response.body) return response;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  const reader = response.body.getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    size += read.value.length;
    chunks.push(read.value);
    if (size <= largest) continue;
    await reader.cancel();
    throw new Error('an answer of more than 10 MB');
  }
  const { status, statusText, headers } = response;
  const bytes = new Uint8Array(size);
  chunks.reduceRight((end, chunk) => {
    bytes.set(chunk, end - chunk.length);
    return end - chunk.length;
  }, size);
  const text = new TextDecoder().decode(bytes);
  const clean = withoutKey(text, authorization);
  return new Response(clean === text ? bytes : clean, { status, statusText, headers });
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
