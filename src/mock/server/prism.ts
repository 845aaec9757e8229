import type { IHttpConfig } from '@stoplight/prism-http';
import type { OpenApiDocument } from '../../documents/openapi.ts';
import { load, locate } from '../packages.ts';

/** A rule of the document that a request broke, as Prism reports it. */
export interface PrismViolation {
  path?: readonly (string | number)[];
  code?: string | number;
  message: string;
  severity: number;
}

/** A request as Prism takes it. Described here, so that no type of this package needs those of Prism. */
export interface PrismRequest {
  method: 'get' | 'put' | 'post' | 'delete' | 'options' | 'head' | 'patch' | 'trace';
  url: { path: string; query: Record<string, string> };
  headers: Record<string, string>;
  body?: unknown;
}

/** What Prism makes of a request: an answer from the document's examples, and what was wrong with the request. */
export interface PrismAnswer {
  status: number;
  body: unknown;
  violations: PrismViolation[];
}

/** What Prism is told besides the request. */
interface Hints {
  /** The path as the document writes it, where that is known; it saves Prism a search. */
  template?: string | undefined;
  /** Name of the example to answer with. @default the first */
  example?: string | undefined;
}

/** Asks Prism. */
export type AskPrism = (request: PrismRequest, hints: Hints) => Promise<PrismAnswer>;

/**
 * Finds out whether Prism is installed, without loading it.
 * @throws with the code MODULE_NOT_FOUND when it is not
 */
export function requirePrism(): void {
  locate('@stoplight/prism-http');
  locate('@stoplight/prism-core');
}

/** Prism is an optional peer: it is loaded when a mock starts, never by the client. */
export async function loadPrism() {
  const [{ createInstance, getHttpOperationsFromSpec }, { createLogger }] = await Promise.all([
    load<typeof import('@stoplight/prism-http')>('@stoplight/prism-http'),
    load<typeof import('@stoplight/prism-core')>('@stoplight/prism-core'),
  ]);
  const logger = createLogger('kling-fetch', { level: 'silent' });
  const prism = createInstance(configFor(), { logger });

  return async (document: OpenApiDocument): Promise<AskPrism> => {
    // Prism resolves references in place; the caller's document is not its to change.
    const operations = await getHttpOperationsFromSpec(structuredClone(document));
    const at = (path: string) => operations.filter((operation) => operation.path === path);
    const byPath = new Map(operations.map(({ path }) => [path, at(path)]));
    return async (request, { template = '', example }) => {
      const likely = byPath.get(template) ?? operations;
      const result = await answered(() => prism.request(request, likely, configFor(example))());
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

/** Prism throws where it cannot read a content type: that, too, is a refusal. */
const answered = <T>(ask: () => Promise<T>): Promise<T | { _tag: 'Left'; left: Error }> =>
  Promise.resolve()
    .then(ask)
    .catch((error) => ({
      _tag: 'Left',
      left: Object.assign(new Error(error.message), { status: 400 }),
    }));

/** Made anew for each request: Prism writes into it. */
const configFor = (exampleKey?: string): IHttpConfig => ({
  isProxy: false,
  checkSecurity: true,
  validateRequest: true,
  validateResponse: false,
  errors: false,
  upstreamProxy: undefined,
  mock: { dynamic: false, ...(exampleKey && { exampleKey }) },
});
