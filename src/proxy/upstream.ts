import type { Auth } from '../client/auth.ts';
import type { Fetch } from '../client/connection.ts';

/** Headers of every response, the proxy's own and the provider's: do not cache it, do not take it for a page. */
const always = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** The provider's headers that are passed on. A cookie of the provider's is not for the caller. */
const passedOn = ['retry-after', 'x-request-id'];

/** A refusal of the proxy's own, in a form that the client understands. */
export const refuse = (status: number, message: string, headers: Record<string, string> = {}) =>
  Response.json({ message }, { status, headers: { ...always, ...headers } });

/** Sends one request with the key and with none of the caller's headers. The fetch it uses removes the key from the response. */
export async function send(
  fetch: Fetch,
  auth: Auth,
  url: string,
  init: RequestInit,
): Promise<Response> {
  for (let isRenewed = false; ; isRenewed = true) {
    const authorization = await auth.header();
    const headers = { authorization, 'content-type': 'application/json' };
    const answer = await fetch(new Request(url, { ...init, headers, redirect: 'manual' }));
    // A request with a refused token has created nothing.
    if (isRenewed || answer.status !== 401 || !auth.renew) return passOn(answer);
    auth.renew(Date.parse(answer.headers.get('date') ?? '') || undefined);
  }
}

async function passOn(answer: Response): Promise<Response> {
  const { status, headers } = answer;
  if (status >= 300 && status < 400) return refuse(502, 'the provider answered with a redirect');
  const text = await answer.text();
  const isJson = headers.get('content-type')?.includes('json');
  const kept = passedOn.flatMap((name) => {
    const value = headers.get(name);
    return value === null ? [] : [[name, value]];
  });
  return new Response(text || null, {
    status,
    headers: {
      ...always,
      ...Object.fromEntries(kept),
      'content-type': isJson ? 'application/json' : 'text/plain; charset=utf-8',
    },
  });
}
