import type { IHttpConfig } from '@stoplight/prism-http';
import { documents, type ProviderName } from '../../documents/documents.ts';
import type { OpenApiDocument } from '../../documents/openapi.ts';
import { load, locate } from '../media/packages.ts';

/** A rule of the document that a request broke, as Prism reports it. */
export interface PrismViolation {
  /** Where it is in the request: `['body', 'prompt']`. */
  path?: readonly (string | number)[];
  /** The keyword of JSON Schema that is broken, such as `maxLength`. */
  code?: string | number;
  message: string;
  /** 0 is an error. */
  severity: number;
}

/** A request as Prism takes it. Described here, so that no type of this package needs those of Prism. */
export interface PrismRequest {
  method: 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace';
  url: { path: string; query: Record<string, string> };
  headers: Record<string, string>;
  body?: unknown;
}

/** Prism's result for a request: a response from the document's examples, and what was wrong with the request. */
export interface PrismAnswer {
  status: number;
  body: unknown;
  violations: PrismViolation[];
}

/** What Prism is told besides the request. */
interface Hints {
  /** The path as the document writes it, where that is known; saves Prism a search. */
  template?: string | undefined;
  /** Name of the example to answer with. @default the first */
  example?: string | undefined;
}

/** Lets Prism check a request and choose an example. */
export type AskPrism = (request: PrismRequest, hints: Hints) => Promise<PrismAnswer>;

/**
 * Finds out whether Prism is installed, without loading it.
 * @throws with the code MODULE_NOT_FOUND when it is not
 */
export function requirePrism(): void {
  locate('@stoplight/prism-http');
  locate('@stoplight/prism-core');
}

/** Loads Prism at the first call, and prepares each provider's document once. */
export function createPrismLoader(): (provider: ProviderName) => Promise<AskPrism> {
  let loaded: ReturnType<typeof loadPrism> | undefined;
  const asks = new Map<ProviderName, Promise<AskPrism>>();
  return (provider) => {
    loaded ??= loadPrism();
    const ask = asks.get(provider) ?? loaded.then((prismFor) => prismFor(documents[provider]));
    asks.set(provider, ask);
    return ask;
  };
}

/** Prism is an optional peer: it is loaded when a mock starts, never by the client. */
async function loadPrism() {
  const [{ createInstance, getHttpOperationsFromSpec }, { createLogger }] = await Promise.all([
    load<typeof import('@stoplight/prism-http')>('@stoplight/prism-http'),
    load<typeof import('@stoplight/prism-core')>('@stoplight/prism-core'),
  ]);
  const logger = createLogger('kling-fetch', { level: 'silent' });
  const prism = createInstance(createConfig(), { logger });

  return async (document: OpenApiDocument): Promise<AskPrism> => {
    // A copy, because Prism resolves references in place.
    const operations = await getHttpOperationsFromSpec(structuredClone(document));
    const at = (path: string) => operations.filter((operation) => operation.path === path);
    const byPath = new Map(operations.map(({ path }) => [path, at(path)]));
    return async (request, { template = '', example }) => {
      const likely = byPath.get(template) ?? operations;
      const result = await catchRefusal(() =>
        prism.request(request, likely, createConfig(example))(),
      );
      if (result._tag === 'Left') {
        // Prism's own refusals, such as of a missing key, name their status here.
        const { status = 500, message } = result.left as Error & { status?: number };
        return { status, body: undefined, violations: [{ message, severity: 0 }] };
      }
      const { output, validations } = result.right;
      return { status: output.statusCode, body: output.body, violations: validations.input };
    };
  };
}

/** Prism throws where it cannot read a content type: that is a refusal, too. */
const catchRefusal = <T>(ask: () => Promise<T>): Promise<T | { _tag: 'Left'; left: Error }> =>
  Promise.resolve()
    .then(ask)
    .catch((error) => ({
      _tag: 'Left',
      left: Object.assign(new Error(error.message), { status: 400 }),
    }));

/** A new one for each request, because Prism writes into it. */
const createConfig = (exampleKey?: string): IHttpConfig => ({
  isProxy: false,
  checkSecurity: true,
  validateRequest: true,
  validateResponse: false,
  errors: false,
  upstreamProxy: undefined,
  mock: { dynamic: false, ...(exampleKey && { exampleKey }) },
});
