import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from './app.ts';
import { maxBody, wire } from './wire.ts';

/** The requests under way. A Request follows its signal, and so is given up in time, only for as long as somebody keeps it. */
const underWay = new Set<Request>();

/** Answers requests without a socket; a scenario that breaks connections breaks them here, too. */
export function fetchFrom(app: App): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    underWay.add(request);
    return answered(app, request).finally(() => underWay.delete(request));
  };
}

async function answered(app: App, request: Request): Promise<Response> {
  const { method, signal } = request;
  signal.throwIfAborted();
  const sent = Buffer.from(await request.arrayBuffer());
  const text = sent.length > maxBody ? undefined : sent.toString('utf8');
  const headers = Object.fromEntries(request.headers);
  // A request that goes over a socket has it, and Prism looks at no content type without it.
  if (text && !headers['content-length']) headers['content-length'] = String(sent.length);
  const answer = await app({ method, url: new URL(request.url), headers, text });
  if (answer.delay) await sleep(answer.delay, undefined, { signal }).catch(() => {});
  signal.throwIfAborted();
  if (answer.spoil === 'reset') throw broken();
  if (answer.spoil === 'hang') return aborted(signal);
  const { body, ...rest } = wire(answer);
  const isEmpty = body === undefined || method === 'HEAD';
  // A copy, because a body may be a part of a file that is kept.
  return new Response(isEmpty ? null : typeof body === 'string' ? body : body.slice(), rest);
}

const broken = () =>
  new TypeError('fetch failed', {
    cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }),
  });

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}
