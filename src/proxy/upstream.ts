import type { Auth } from '../client/auth.ts';
import type { Fetch } from '../client/connection.ts';

/** What every answer of the proxy says, its own and the provider's: not to be kept, not to be taken for a page. */
const always = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** What may be said of an answer besides its body; a cookie of the provider's is not for the caller. */
const passedOn = ['retry-after', 'x-request-id'];

/** An answer of the proxy's own, in a form that the client understands. */
export const refuse = (status: number, message: string, headers: Record<string, string> = {}) =>
  Response.json({ message }, { status, headers: { ...always, ...headers } });

/** Sends one request with the key and nothing else of the caller's, through a fetch that takes the key out of the answer. */
export async function ask(
  fetch: Fetch,
  auth: Auth,
  url: string,
  init: RequestInit,
): Promise<Response> {
  for (let isRenewed = false; ; isRenewed = true) {
    const authorization = await auth.header();
    const headers = { authorization, 'content-type': 'application/json' };
    const answer = await fetch(new Request(url, { ...init, headers, redirect: 'manual' }));
    // Refused like this, nothing was created.
    if (isRenewed || answer.status !== 401 || !auth.renew) return cleaned(answer);
    auth.renew(Date.parse(answer.headers.get('date') ?? '') || undefined);
  }
}

async function cleaned(answer: Response): Promise<Response> {
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
