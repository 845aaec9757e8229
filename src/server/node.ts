/** What is needed of a request of `node:http`, Express, Connect or Fastify's `raw`. */
export interface NodeRequest {
  method?: string | undefined;
  url?: string | undefined;
  /** Express: the address before a router shortened it. */
  originalUrl?: string | undefined;
  headers: Record<string, string | string[] | undefined>;
  /** What a body parser made of the body; bytes and text are taken as they are. */
  body?: unknown;
  /** Some hosts read the body and keep it here as it came. */
  rawBody?: unknown;
  readableEnded?: boolean;
  on(event: 'data' | 'end' | 'error', listener: (given: unknown) => void): unknown;
  pause(): unknown;
  resume(): unknown;
}

/** What is needed of a response of `node:http`. */
export interface NodeResponse {
  writeHead(status: number, headers: Record<string, string>): unknown;
  end(body: Uint8Array): unknown;
}

/**
 * A request of `node:http` or Express as a `Request`. The body has to be there as it came: mount the route before
 * `express.json()`, or give it `express.raw({ type: () => true })`.
 * @throws {TypeError} a body parser has taken the body
 */
export function fromNode(incoming: NodeRequest): Request {
  const { method = 'GET', headers } = incoming;
  const host = `http://${headers.host ?? headers[':authority']}`;
  const origin = URL.canParse(host) ? new URL(host).origin : 'http://localhost';
  const path = incoming.originalUrl ?? incoming.url ?? '/';
  // Glued, not resolved: a path such as `//evil/` must not become another host, by which origins are judged.
  const address = origin + path;
  // A Request knows neither TRACE nor CONNECT; nobody answers to HEAD.
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
  return new ReadableStream<Uint8Array>({
    start(stream) {
      incoming.on('data', (chunk) => {
        if (!isOpen) return;
        stream.enqueue(new Uint8Array(chunk as Uint8Array));
        if ((stream.desiredSize ?? 0) <= 0) incoming.pause();
      });
      incoming.on('end', () => isOpen && stream.close());
      incoming.on('error', (error) => isOpen && stream.error(error));
      incoming.pause();
    },
    pull: () => void incoming.resume(),
    // The rest is read and dropped, so that the answer arrives.
    cancel() {
      isOpen = false;
      incoming.resume();
    },
  });
}
