import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Report } from '../../contract/finding.ts';
import { recorder } from '../../contract/record.ts';
import { type ProviderName, providers } from '../../documents/documents.ts';
import { openBook } from './book.ts';
import type { Fetch } from './http.ts';
import { pass } from './pass.ts';

/** How a proxy is set up. */
export interface ProxyOptions {
  provider: ProviderName;
  /** Port to listen on, at 127.0.0.1; 0 takes a free one. @default 0 */
  port?: number | undefined;
  /** Where requests go. @default the provider's origin */
  upstream?: string | undefined;
  /** Keeps every exchange in this folder, redacted. */
  record?: string | undefined;
  /** Stands in for the global `fetch`. */
  fetch?: Fetch | undefined;
}

/** A running proxy. */
export interface DriftProxy extends AsyncDisposable {
  /** Its address, for `baseUrl`. */
  readonly url: string;
  readonly port: number;
  /** What the traffic said so far. Keys and prompts are not in it. */
  report(): Report;
  /** Stops it, ends every connection, and waits for the last look. */
  close(): Promise<void>;
}

/**
 * Starts a proxy between an application and its provider. Everything goes through as it is, and is looked at: answers
 * against the document, requests against its rules, and tasks as they go on.
 * @throws {Error} the port is taken
 * @throws {TypeError} an option is of no use
 */
export async function driftProxy(options: ProxyOptions): Promise<DriftProxy> {
  const { provider, port = 0, record, upstream = providers[provider].origin } = options;
  if (!/^https?:/.test(upstream) || !URL.canParse(upstream)) {
    throw new TypeError('upstream is not an address such as https://api.example.com');
  }
  const fetch = options.fetch ?? ((request: Request) => globalThis.fetch(request));
  const book = openBook(provider, record === undefined ? undefined : await recorder(record));
  const working = new Set<Promise<void>>();

  const server = createServer((incoming, outgoing) => {
    const work = pass(incoming, outgoing, { upstream, fetch })
      .then((seen) => seen && book.add(seen))
      .catch(() => {})
      .finally(() => working.delete(work));
    working.add(work);
  });
  await new Promise<void>((resolve, reject) => {
    const refused = ({ code }: NodeJS.ErrnoException) =>
      reject(new Error(`cannot listen on port ${port}: ${code}`));
    server.once('error', refused).listen(port, '127.0.0.1', resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  async function close(): Promise<void> {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    await Promise.all(working);
  }
  return {
    url: `http://127.0.0.1:${taken}`,
    port: taken,
    report: book.report,
    close,
    [Symbol.asyncDispose]: close,
  };
}
