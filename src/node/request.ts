import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createUnzip } from 'node:zlib';
import { codeOf, type Fetch } from '../client/connection.ts';
import { orAbort } from '../client/sleep.ts';
import {
  checkHost,
  type HostAddress,
  isPublic,
  lookupAmong,
  parseAddress,
  type Route,
} from './address.ts';
import { Interruption, SaveError, saveError } from './save-error.ts';

/** How a file is requested. */
export interface RequestOptions {
  /**
   * Whether an address may be in a private network, or on this machine. Left out, it may only name this machine, as a mock's
   * does (`localhost`, `127.0.0.1`, `[::1]`); on a server that uses no mock, say `false`.
   */
  allowPrivate?: boolean | undefined;
  /**
   * Sends the requests, for instance through a proxy. It resolves the name of a host itself, once more after that was checked.
   * @default a connection to the very address that was checked
   */
  fetch?: Fetch | undefined;
}

const maxRedirects = 5;
const redirects = new Set([301, 302, 303, 307, 308]);

/**
 * Requests a file and follows redirects; each address is checked first.
 * @throws {SaveError} an address that is not allowed, or too many redirects
 * @throws {Interruption} no answer
 */
export async function requestFile(
  url: URL,
  headers: Record<string, string>,
  { allowPrivate, fetch }: RequestOptions,
  signal: AbortSignal,
): Promise<Response> {
  const route: Route = { isOutside: false };
  for (let current = url, count = 0; ; count++) {
    const addresses = await checkHost(current, route, allowPrivate, signal);
    const response = await orNoAnswer(current, signal, () =>
      fetch
        ? fetch(current.href, { signal, redirect: 'manual', headers })
        : connect(current, addresses, headers, signal),
    );
    const location = redirects.has(response.status) ? response.headers.get('location') : null;
    if (location === null) return response;
    dropBody(response);
    if (count === maxRedirects)
      throw saveError('download', `${url.host} redirects more than ${maxRedirects} times`);
    route.isOutside ||= addresses.some(({ address }) => isPublic(address));
    route.from = current;
    current = parseAddress(location, current);
  }
}

/** Lets go of a body. Not awaited: a sender that never ends need not agree. */
export function dropBody({ body }: Response): void {
  body?.cancel().catch(() => {});
}

async function orNoAnswer(
  { host }: URL,
  signal: AbortSignal,
  send: () => Promise<Response>,
): Promise<Response> {
  try {
    return await orAbort(send(), signal);
  } catch (error) {
    if (error instanceof SaveError) throw error;
    const code = codeOf(error);
    const why = `no answer from ${host}${code ? ` (${code})` : ''}; try again`;
    throw new Interruption(saveError('download', why, error));
  }
}

/** Sends one request to addresses that were checked. The name still counts for `Host` and for the certificate. */
function connect(
  url: URL,
  addresses: HostAddress[],
  headers: Record<string, string>,
  signal: AbortSignal,
): Promise<Response> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  const always = { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'kling-fetch' };
  return new Promise((resolve, reject) => {
    // A connection of its own: one that is kept alive could lead to an address that was not checked now.
    const init = { agent: false, lookup: lookupAmong(addresses), signal };
    request(url, { ...init, headers: { ...always, ...headers } }, (message) => {
      try {
        resolve(toResponse(message));
      } catch (error) {
        message.destroy();
        reject(error);
      }
    })
      .on('error', reject)
      // Node tells nothing else of one that changes to another protocol, unasked.
      .on('close', () => reject(new Error('the connection was closed')))
      .end();
  });
}

/** How bodies are unpacked that come packed although nobody asked for that. */
const unpackers: Partial<Record<string, () => ReturnType<typeof createUnzip>>> = {
  gzip: createUnzip,
  'x-gzip': createUnzip,
  deflate: createUnzip,
  br: createBrotliDecompress,
};

/** What storage services wrongly call an encoding; the bytes are those of the file. */
const notPacked = ['', 'identity', 'none', 'binary', 'utf-8', 'aws-chunked'];

/** A response as `fetch` gives it. */
function toResponse(message: IncomingMessage): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(message.headers))
    for (const each of [value ?? []].flat()) headers.append(name, each);
  const encoding = headers.get('content-encoding')?.toLowerCase() ?? 'identity';
  const unpack = Object.hasOwn(unpackers, encoding) ? unpackers[encoding] : undefined;
  if (!unpack && !notPacked.includes(encoding))
    throw saveError('download', 'the file came packed in a way that nobody asked for');
  // What breaks off is told by the stream that is read.
  const stream: Readable = unpack ? pipeline(message, unpack(), () => {}) : message;
  const pieces: AsyncIterator<Uint8Array<ArrayBuffer>> = stream[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => void stream.destroy(),
    },
    { highWaterMark: 0 },
  );
  const status = message.statusCode ?? 0;
  const hasBody = ![204, 205, 304].includes(status);
  if (!hasBody) message.destroy();
  return new Response(hasBody ? body : null, { status, headers });
}
