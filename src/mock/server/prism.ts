/** Prism, as far as it judges requests. Imported when a mock has started, because it takes longer to load than all the rest. */
import { matchPath } from '@stoplight/prism-http/dist/router/matchPath.js';
import { MatchType } from '@stoplight/prism-http/dist/router/types.js';
import { validateInput, validateSecurity } from '@stoplight/prism-http/dist/validator/index.js';
import type { ProviderName } from '../../documents/documents.ts';

/** An operation of a document, in Prism's form. */
type Operation = Parameters<typeof validateInput>[0]['resource'];

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

/** What Prism finds wrong with a request, and the status that it would refuse it with; 200 for a good one. */
export interface Verdict {
  status: number;
  violations: PrismViolation[];
}

/** Judges a request to a provider. The path as the document writes it saves a search, where it is known. */
export type Judge = (request: PrismRequest, template?: string) => Verdict;

/** What Prism makes of each document. */
const tables: Record<ProviderName, () => Promise<{ operations: object[] }>> = {
  klingai: () => import('../../../generated/prism/klingai.ts'),
  klingai2: () => import('../../../generated/prism/klingai2.ts'),
  cometapi: () => import('../../../generated/prism/cometapi.ts'),
  deerapi: () => import('../../../generated/prism/deerapi.ts'),
};

/** Loads the judge of the requests to a provider, which goes by its document. */
export async function loadJudge(provider: ProviderName): Promise<Judge> {
  const { operations } = await tables[provider]();
  return (request, template) => judge(operations as Operation[], request, template);
}

function judge(all: Operation[], request: PrismRequest, template?: string): Verdict {
  const likely = template === undefined ? all : all.filter(({ path }) => path === template);
  const there = likely.filter(({ path }) => isPathOf(path, request.url.path));
  const resource = there.find(({ method }) => method === request.method);
  if (!resource) return refuse(there.length ? 405 : 404, 'no such route');
  const asked = { resource, element: request };
  try {
    const results = [validateSecurity(asked), validateInput(asked)];
    const violations = results.flatMap((each) => (each._tag === 'Left' ? each.left : []));
    const isGood = violations.every(({ severity }) => severity > 0);
    return { status: isGood ? 200 : statusOf(resource, violations), violations };
  } catch (error) {
    // Prism throws where it cannot read a content type: that is a refusal, too.
    return refuse(400, error instanceof Error ? error.message : String(error));
  }
}

const refuse = (status: number, message: string): Verdict => ({
  status,
  violations: [{ message, severity: 0 }],
});

function isPathOf(template: string, path: string): boolean {
  const found = matchPath(path, template);
  return found._tag === 'Right' && found.right !== MatchType.NOMATCH;
}

/** The status of a refusal: of those that Prism would give, the first that the document has. */
function statusOf({ responses }: Operation, violations: PrismViolation[]): number {
  const codes = new Set(violations.map(({ code }) => code));
  const [first = 422, ...others] = codes.has(401)
    ? [401]
    : codes.has(415)
      ? [415, 422, 400]
      : [422, 400];
  const isDocumented = (status: number) => responses.some(({ code }) => code === String(status));
  return [first, ...others].find(isDocumented) ?? first;
}
