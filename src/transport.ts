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

/** Says of every failure to get an answer whether the request may have arrived. */
export const explained =
  (provider: string) =>
  (fetch: Fetch): Fetch =>
  async (request) => {
    const begun = !request.signal.aborted;
    try {
      request.signal.throwIfAborted();
      return await orAbort(whole(fetch(request)), request.signal);
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

/** An answer whose body has arrived, too: one that breaks off in the middle is none. */
async function whole(answer: Promise<Response>): Promise<Response> {
  const response = await answer;
  await response.clone().arrayBuffer();
  return response;
}

/** Node's words for a connection that never came about. Browsers do not say; there a request may always have arrived. */
const neverSent = new Set([
  'EAI_AGAIN',
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'UND_ERR_CONNECT_TIMEOUT',
]);

function codeOf(error: unknown): string | undefined {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && typeof at.code === 'string') return at.code;
  }
  return undefined;
}
