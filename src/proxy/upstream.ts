import type { Auth } from '../client/auth.ts';
import { type Fetch, fetchText } from '../client/connection.ts';
import { type Answer, openEnvelope } from '../client/envelope.ts';
import { isBadToken } from '../client/refusals.ts';

/** Headers of every response, the proxy's own and the provider's: do not cache it, do not take it for a page. */
const always = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** The provider's headers that are passed on. A cookie of the provider's is not for the caller. */
const passedOn = ['retry-after', 'x-request-id'];

/** An answer as plain data, which can be given more than once. */
export interface PlainAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

/** A new response with this answer. */
export const respond = ({ status, headers, body }: PlainAnswer): Response =>
  new Response(body || null, { status, headers: { ...always, ...headers } });

/** A refusal of the proxy's own, in a form that the client understands. */
export const refuse = (
  status: number,
  message: string,
  headers: Record<string, string> = {},
): PlainAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: JSON.stringify({ error: { message, type: 'kling_fetch_proxy' } }),
});

/** What the caller is told when nothing came from the provider. */
export const noAnswer: PlainAnswer = refuse(502, 'the provider did not answer');

/** What the client makes of an answer: its data, or the error that it throws. */
export function openAnswer(answer: Answer, provider: string): unknown {
  try {
    return openEnvelope(answer, provider);
  } catch (error) {
    return error;
  }
}

/** How requests reach the provider. */
export interface Upstream {
  provider: string;
  /** Removes the key from the responses. */
  fetch: Fetch;
  auth: Auth;
}

/** Sends one request with the key and with none of the caller's headers. */
export async function send(
  { provider, fetch, auth }: Upstream,
  url: string,
  init: RequestInit,
): Promise<PlainAnswer> {
  for (let isRenewed = false; ; isRenewed = true) {
    const authorization = await auth.header();
    const headers = new Headers({ authorization, 'content-type': 'application/json' });
    const answer = await fetchText(provider, fetch, url, { ...init, headers });
    if (isRenewed || !auth.renew) return passOn(answer);
    const opened = openAnswer(answer, provider);
    // Nothing was created when somebody says that the token is bad. A page with status 401 does not say that.
    if (!isBadToken(opened)) return passOn(answer);
    auth.renew(opened.serverTime);
  }
}

function passOn({ status, headers, text: body }: Answer): PlainAnswer {
  if (status >= 300 && status < 400) return refuse(502, 'the provider answered with a redirect');
  // Some guards of websites answer 999, but no `Response` can be made with it.
  if (status < 200 || status > 599) return refuse(502, `the provider answered with HTTP ${status}`);
  const isJson = headers.get('content-type')?.includes('json');
  const kept = passedOn.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return {
    status,
    headers: {
      ...Object.fromEntries(kept),
      'content-type': isJson ? 'application/json' : 'text/plain; charset=utf-8',
    },
    body,
  };
}
