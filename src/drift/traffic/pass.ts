import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import type { Fetch } from './http.ts';

/** A request that went through, and its answer. */
export interface Passed {
  method: string;
  url: URL;
  isSigned: boolean;
  /** The body of the request as text. */
  sent: string;
  /** Why there is no answer to look at. */
  why?: string;
  answer?: { status: number; headers: Record<string, string>; text: string };
}

/** A request's body may be as large as this; an answer's, too, to be looked at. */
const maxBody = 20_000_000;

/** Headers of one connection, and those that change when a body is unpacked. */
const ofConnection = new Set([
  ...['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding'],
  ...['upgrade', 'expect', 'host', 'content-length', 'content-encoding'],
]);

/** Hands a request on and its answer back: the answer as it comes, so that nothing waits for the look at it. */
export async function pass(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  { upstream, fetch }: { upstream: string; fetch: Fetch },
): Promise<Passed> {
  const { method = 'GET', headers } = incoming;
  const url = new URL(upstream.replace(/\/$/, '') + (incoming.url ?? '/'));
  const sent = await collected(incoming);
  const isSigned = headers.authorization !== undefined;
  const passed = { method, url, isSigned, sent: sent?.toString('utf8') ?? '' };
  if (!sent) {
    say(outgoing, 413, 'the body is too large for the proxy');
    return { ...passed, why: 'the request was too large' };
  }
  const gone = new AbortController();
  outgoing.once('close', () => outgoing.writableFinished || gone.abort());
  try {
    const init = { method, headers: kept(Object.entries(headers)), signal: gone.signal };
    const body = sent.length > 0 ? new Uint8Array(sent) : null;
    const response = await fetch(new Request(url, { ...init, body, redirect: 'manual' }));
    outgoing.writeHead(response.status, kept([...response.headers]));
    const text = await copied(response, outgoing);
    if (text === undefined) return { ...passed, why: 'the answer was too large' };
    const answer = { status: response.status, headers: Object.fromEntries(response.headers), text };
    return { ...passed, answer };
  } catch {
    const why = gone.signal.aborted ? 'the application hung up' : `no answer from ${url.host}`;
    if (outgoing.headersSent) outgoing.destroy();
    else say(outgoing, 502, why);
    return { ...passed, why };
  }
}

function kept(headers: [string, string | string[] | undefined][]): Record<string, string> {
  const passing = headers.filter(([name, value]) => !ofConnection.has(name) && value !== undefined);
  return Object.fromEntries(passing.map(([name, value]) => [name, String(value)]));
}

/** The body, read to its end so that an answer can arrive; undefined when it is too large. */
async function collected(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size <= maxBody) chunks.push(chunk);
  }
  return size > maxBody ? undefined : Buffer.concat(chunks);
}

/** Copies an answer through; gives its text, or nothing when it is too large to be looked at. */
async function copied({ body }: Response, outgoing: ServerResponse): Promise<string | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  async function* seen() {
    for await (const chunk of body ?? []) {
      size += chunk.length;
      if (size <= maxBody) chunks.push(chunk);
      yield chunk;
    }
  }
  await pipeline(seen, outgoing);
  return size > maxBody ? undefined : Buffer.concat(chunks).toString('utf8');
}

function say(outgoing: ServerResponse, status: number, message: string): void {
  outgoing.writeHead(status, { 'content-type': 'application/json' });
  outgoing.end(JSON.stringify({ message }));
}
