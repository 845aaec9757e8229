import { createLogger } from '@stoplight/prism-core';
import { getHttpOperationsFromSpec, ProblemJsonError } from '@stoplight/prism-http';
import { createClientFromOperations } from '@stoplight/prism-http/dist/client.js';
import { createServer } from '@stoplight/prism-http-server';
import { getHttpConfigFromRequest } from '@stoplight/prism-http-server/dist/getHttpConfigFromRequest.js';
import type { Send } from './contract.ts';

/** Prism at work: stop it with `close`. */
export interface Prism {
  url: string;
  /**
   * Asks Prism at its address. Each request has a connection of its own: Prism ends a free one after five seconds, and a
   * process that judges for as long learns of it too late.
   */
  connect: Send;
  /** Asks Prism within this process. It judges requests, but not its own answers, as it does at its address, in a third of the time. */
  fetch: Send;
  close(): Promise<void>;
}

const logger = createLogger('contract', { level: 'silent' });
const config = {
  isProxy: false,
  checkSecurity: true,
  validateRequest: true,
  validateResponse: true,
  errors: false,
  upstreamProxy: undefined,
  mock: { dynamic: false },
} as const;

/** Prism itself, on a free port of this machine, serving a document: the judge that knows nothing of this project. */
export async function startPrism(document: object): Promise<Prism> {
  const operations = await getHttpOperationsFromSpec(structuredClone(document));
  const server = createServer(operations, { cors: false, config, components: { logger } });
  const url = await server.listen(0, '127.0.0.1');

  /** Prism for the operations that a path can be of: to find them among all takes it as long as to judge. */
  const clients = new Map<string, ReturnType<typeof createClientFromOperations>>();
  const patterns = new Map(
    operations.map(({ path }) => [path, new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`)]),
  );
  function clientAt(pathname: string) {
    const own = operations.filter(({ path }) => patterns.get(path)?.test(pathname));
    const client =
      clients.get(pathname) ??
      createClientFromOperations(own.length > 0 ? own : operations, {
        ...config,
        validateResponse: false,
        logger,
      });
    clients.set(pathname, client);
    return client;
  }

  const fetch: Send = async (url, { method = 'GET', headers: sent, body }) => {
    const asked = {
      method: methods[method] ?? 'get',
      headers: Object.fromEntries(sent),
      body: body ? JSON.parse(String(body)) : undefined,
    };
    // Without its origin, which is no server of the document.
    const { pathname, search } = new URL(url);
    const preferred = getHttpConfigFromRequest({ ...asked, url: { path: pathname } });
    if (preferred._tag === 'Left') throw preferred.left;
    const mock = { ...config.mock, ...preferred.right, dynamic: false };
    const answered = clientAt(pathname).request(pathname + search, asked, { mock });
    const { status, headers, data, violations } = await answered.catch(refusal);
    // As its server writes them.
    const found = violations.input.map(({ path = [], message }) => ({
      location: ['request', ...path],
      message,
    }));
    const shown = new Headers(headers);
    if (found.length > 0) shown.set('sl-violations', JSON.stringify(found));
    const text = typeof data === 'string' ? data : JSON.stringify(data);
    return { status, headers: shown, text: async () => text };
  };

  const connect: Send = (url, init) => {
    init.headers.set('connection', 'close');
    return globalThis.fetch(url, init);
  };

  return { url, connect, fetch, close: () => server.close() };
}

const methods: Record<string, 'get' | 'post'> = { GET: 'get', POST: 'post' };

/** What Prism answers where it has no answer of the document. */
function refusal(error: Error & { status?: number }) {
  return {
    status: error.status ?? 500,
    headers: {},
    data: ProblemJsonError.toProblemJson(error),
    violations: { input: [], output: [] },
  };
}
