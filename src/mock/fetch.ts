import type { App } from './app.ts';
import { wire } from './server.ts';

/** Answers requests without a socket; a scenario that breaks connections breaks them here, too. */
export function fetchFrom(app: App): (request: Request) => Promise<Response> {
  return async (request) => {
    const text = request.body ? await request.text() : '';
    const headers = Object.fromEntries(request.headers);
    const url = new URL(request.url);
    const answer = await app({ method: request.method, url, headers, text });
    if (answer.delay) await new Promise((resolve) => setTimeout(resolve, answer.delay));
    if (answer.spoil === 'reset') throw broken();
    if (answer.spoil === 'hang') return aborted(request.signal);
    const sent = wire(answer);
    const isEmpty = sent.body === undefined || request.method === 'HEAD';
    const body = sent.body instanceof Uint8Array ? new Uint8Array(sent.body) : sent.body;
    return new Response(isEmpty ? null : body, sent);
  };
}

const broken = () =>
  new TypeError('fetch failed', {
    cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }),
  });

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
  });
}
