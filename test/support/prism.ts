import { createLogger } from '@stoplight/prism-core';
import { createInstance, getHttpOperationsFromSpec, ProblemJsonError } from '@stoplight/prism-http';
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

// Prism's server brings a package that looks for source maps at each look at a stack: all tests after it would pay for that.
Reflect.deleteProperty(Error, 'prepareStackTrace');

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

  // Its own client would read each path as a whole address first, which fails, and costs as much as to judge.
  const prism = createInstance(config, { logger });

  /** The operations that a path can be of: to find them among all takes Prism as long as to judge. */
  const known = new Map<string, typeof operations>();
  const patterns = new Map(
    operations.map(({ path }) => [path, new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`)]),
  );
  function operationsAt(pathname: string) {
    const own =
      known.get(pathname) ?? operations.filter(({ path }) => patterns.get(path)?.test(pathname));
    known.set(pathname, own);
    return own.length > 0 ? own : operations;
  }

  const fetch: Send = async (url, { method = 'GET', headers: sent, body }) => {
    // Without its origin, which is no server of the document.
    const { pathname, searchParams } = new URL(url);
    const asked = {
      method: methods[method] ?? 'get',
      url: { path: pathname, query: Object.fromEntries(searchParams) },
      headers: Object.fromEntries(sent),
      body: body ? JSON.parse(String(body)) : undefined,
    };
    const preferred = getHttpConfigFromRequest(asked);
    if (preferred._tag === 'Left') throw preferred.left;
    // A new configuration each time, because Prism writes into it.
    const mock = { ...config.mock, ...preferred.right, dynamic: false };
    const own = { ...config, validateResponse: false, mock };
    const answered = await prism.request(asked, operationsAt(pathname), own)();
    if (answered._tag === 'Left') return refusal(answered.left);
    const { output, validations } = answered.right;
    // As its server writes them.
    const found = validations.input.map(({ path = [], message }) => ({
      location: ['request', ...path],
      message,
    }));
    const headers = new Headers(output.headers);
    if (found.length > 0) headers.set('sl-violations', JSON.stringify(found));
    return answerOf(output.statusCode, output.body, headers);
  };

  const connect: Send = (url, init) => {
    init.headers.set('connection', 'close');
    return globalThis.fetch(url, init);
  };

  return { url, connect, fetch, close: () => server.close() };
}

const methods: Record<string, 'get' | 'post'> = { GET: 'get', POST: 'post' };

/** What Prism answers where it has no answer of the document. */
const refusal = (error: Error & { status?: number }) =>
  answerOf(error.status ?? 500, ProblemJsonError.toProblemJson(error), new Headers());

function answerOf(status: number, data: unknown, headers: Headers) {
  const text = typeof data === 'string' ? data : JSON.stringify(data);
  return { status, headers, text: async () => text };
}
