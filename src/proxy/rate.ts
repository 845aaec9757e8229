/** How much one client may do. */
export interface Rate {
  /** Requests that may come at once, and again in each `perSeconds`. */
  requests: number;
  perSeconds: number;
  /**
   * Who is asking: a user that `authorize` checks, or the address that your host vouches for; not something that a caller
   * can make up. @default everybody is the same one
   */
  by?: ((request: Request) => string) | undefined;
}

/** Beyond this many clients, the one that has been silent for longest is forgotten. */
const mostClients = 10_000;

/**
 * Counts requests, a bucket of tokens for each client. Gives the seconds that this one has to wait, 0 when it may go on.
 * @throws {TypeError} the numbers let nobody through
 */
export function limiter({
  requests,
  perSeconds,
  by = () => '',
}: Rate): (request: Request) => number {
  if (!(requests >= 1) || !(perSeconds > 0))
    throw new TypeError('rate needs requests and perSeconds');
  const buckets = new Map<string, { tokens: number; at: number }>();
  return (request) => {
    const client = by(request);
    const at = performance.now() / 1000;
    const last = buckets.get(client) ?? { tokens: requests, at };
    const tokens = Math.min(requests, last.tokens + ((at - last.at) * requests) / perSeconds);
    buckets.delete(client);
    buckets.set(client, { tokens: tokens < 1 ? tokens : tokens - 1, at });
    const [silent] = buckets.size > mostClients ? buckets.keys() : [];
    if (silent !== undefined) buckets.delete(silent);
    return tokens < 1 ? Math.ceil(((1 - tokens) * perSeconds) / requests) : 0;
  };
}
