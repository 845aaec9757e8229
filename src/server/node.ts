/** As much as {@link fromNode} needs of a request of `node:http`, Express, Connect or Fastify's `raw`. */
export interface NodeRequest {
  method?: string | undefined;
  url?: string | undefined;
  /** In Express, the address before a router shortened it. */
  originalUrl?: string | undefined;
  headers: Record<string, string | string[] | undefined>;
  /** What a body parser made of the body. Bytes and text are used as they are. */
  body?: unknown;
  /** The body as it came, which some hosts keep here. */
  rawBody?: unknown;
  readableEnded?: boolean;
  on(event: 'data' | 'end' | 'error', listener: (given: unknown) => void): unknown;
  pause(): unknown;
  resume(): unknown;
}

/** As much as {@link toNode} needs of a response of `node:http`. */
export interface NodeResponse {
  writeHead(status: number, headers: Record<string, string>): unknown;
  end(body: Uint8Array): unknown;
}

/**
 * Turns a request of `node:http` or Express into a `Request`. The body must still be there as it came: mount the route before
 * `express.json()`, or give the route `express.raw({ type: () => true })`.
 * @throws {TypeError} a body parser has taken the body
 */
export function fromNode(incoming: NodeRequest): Request {
  const { method = 'GET', headers } = incoming;
  const host = `http://${headers.host ?? headers[':authority']}`;
  const origin = URL.canParse(host) ? new URL(host).origin : 'http://localhost';
  const path = incoming.originalUrl ?? incoming.url ?? '/';
  // Concatenated, not resolved: a path such as `//evil/` must not become another host, because the host decides which origins are allowed.
  const address = origin + path;
  // A Request cannot be made with TRACE or CONNECT; HEAD is refused in the end, as they should be.
  const isKnown = !/^(CONNECT|TRACE|TRACK)$/i.test(method);
  const hasBody = isKnown && !/^(GET|HEAD)$/i.test(method);
  const init = {
    method: isKnown ? method : 'HEAD',
    headers: Object.entries(headers)
      .filter(([name, value]) => value !== undefined && !name.startsWith(':'))
      .map(([name, value]): [string, string] => [name, [value].flat().join(', ')]),
    body: hasBody ? bodyOf(incoming) : null,
    duplex: 'half',
  };
  return new Request(path.startsWith('/') && URL.canParse(address) ? address : origin, init);
}

/** Sends a `Response` through `node:http` or Express. */
export async function toNode(response: Response, outgoing: NodeResponse): Promise<void> {
  const body = new Uint8Array(await response.arrayBuffer());
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(body);
}

function bodyOf(incoming: NodeRequest): BodyInit {
  const kept = [incoming.rawBody, incoming.body].find(
    (body) => typeof body === 'string' || body instanceof Uint8Array,
  );
  if (typeof kept === 'string') return kept;
  if (kept) return new Uint8Array(kept as Uint8Array);
  if (incoming.readableEnded) {
    throw new TypeError('the raw body is gone: mount the route before express.json()');
  }
  let isOpen = true;
  let isRead = false;
  const source: UnderlyingDefaultSource<Uint8Array> = {
    start(stream) {
      incoming.on('error', (error) => isOpen && stream.error(error));
    },
    pull(stream) {
      if (!isRead) {
        incoming.on('data', (chunk) => {
          if (!isOpen) return;
          stream.enqueue(new Uint8Array(chunk as Uint8Array));
          incoming.pause();
        });
        incoming.on('end', () => isOpen && stream.close());
      }
      isRead = true;
      incoming.resume();
    },
    // The rest is read and dropped, so that the response arrives.
    cancel() {
      isOpen = false;
      incoming.resume();
    },
  };
  // Touches nothing until somebody reads: what nobody has touched, Node drops itself once the response is sent. Otherwise a large
  // body would stay in the connection, and no further request would get through.
  return new ReadableStream(source, { highWaterMark: 0 });
}
