import { check, type Violation } from '../../documents/check.ts';
import { documents, type ProviderName } from '../../documents/documents.ts';
import { type ApiOperation, dereference, operationsOf } from '../../documents/openapi.ts';
import { type Answer, replaced } from './answers.ts';
import type { Caller } from './credentials.ts';
import type { PrismAnswer, PrismViolation } from './prism.ts';
import { uuid } from './random.ts';
import type { MockRequest, Target } from './requests.ts';

/** How a request is refused. */
export interface Refusal {
  status: number;
  /** Name of the document's example. @default '1201', or the first of that status */
  example?: string | undefined;
  /** Our words instead of the example's. */
  message?: string | undefined;
  /** Whose document has it, where the provider's own does not know that status. @default the provider's own */
  from?: ProviderName | undefined;
}

/** One provider's way to say no. Prism decides that a request is refused; this gives it form and words. */
export class Refusals {
  readonly #provider: ProviderName;
  readonly #random: () => number;

  constructor(provider: ProviderName, random: () => number) {
    this.#provider = provider;
    this.#random = random;
  }

  /** A refusal as the document shows it: the example of that status and name, or the status's first. */
  refuse(spec: ApiOperation, { status, example = '1201', message, from }: Refusal): Answer {
    const isOwn = from === undefined || String(status) in spec.responses;
    const { responses } = isOwn ? spec : anyOf(from);
    const document = documents[isOwn ? this.#provider : from];
    // Of a status that nobody has, a bad request has the form.
    const response = dereference(document, responses[status] ?? responses['400'] ?? {});
    const examples = response.content?.['application/json']?.examples ?? {};
    const shown = example in examples ? examples[example] : Object.values(examples)[0];
    const values = { request_id: uuid(this.#random), ...(message && { message }) };
    return { status, body: replaced(shown?.value ?? { message }, values) };
  }

  /** The same, for a request that breaks a rule; it is in the log, too. */
  refuseFor(why: string, spec: ApiOperation, status: number, code = '1201'): Answer {
    const message = status === 401 ? undefined : why;
    return { ...this.refuse(spec, { status, example: code, message }), why };
  }

  /** What Prism or the credentials refuse; nothing when the request is good. */
  judge(
    request: MockRequest,
    { spec }: Pick<Target, 'spec'>,
    { refused }: Caller,
    { status, violations }: PrismAnswer,
  ): Answer | undefined {
    if (status === 401 || refused) {
      const answer = this.refuseFor('no valid credentials', spec, 401, refused ?? '1002');
      return { ...answer, violations };
    }
    if (status === 200) {
      const [found] = brokenInQuery(this.#provider, spec, request.query);
      if (!found) return undefined;
      const { field, rule, keyword: code } = found;
      const message = `${field} ${rule}`;
      const violation = { path: ['query', field], code, message, severity: 0 };
      return { ...this.refuseFor(message, spec, 400), violations: [violation] };
    }
    const why = wordsFor(this.#provider, spec, request, violations);
    return { ...this.refuseFor(why, spec, status), violations };
  }

  /** What becomes of a request that is for no operation of ours. */
  elsewhere({ refused }: Caller, { status, violations }: PrismAnswer): Answer {
    const spec = anyOf(this.#provider);
    if (status === 401 || (status === 200 && refused)) {
      return this.refuseFor('no valid credentials', spec, 401, refused ?? '1002');
    }
    // The document knows the route and the mock makes no such tasks: a gateway's query for all kinds of them.
    if (status === 200) return this.refuseFor('Task not found', spec, 400);
    const why = violations[0]?.message ?? 'no such route';
    const shownAs = '404' in spec.responses ? 404 : status;
    const code = status === 405 ? '1202' : '1203';
    return { ...this.refuseFor(why, spec, shownAs, code), violations };
  }
}

/** An operation of a provider: all refuse in the same way. */
function anyOf(provider: ProviderName): ApiOperation {
  const [first] = operationsOf(documents[provider]);
  if (!first) throw new TypeError(`the document of ${provider} is empty`);
  return first.operation;
}

/** What is wrong with a request, in one line that names field and rule. */
function wordsFor(
  provider: ProviderName,
  operation: ApiOperation,
  { body, query }: { body: unknown; query: Record<string, string> },
  violations: PrismViolation[],
): string {
  const document = documents[provider];
  const schema = operation.requestBody?.content['application/json']?.schema;
  const inBody = schema ? check(dereference(document, schema), body) : [];
  const inQuery = brokenInQuery(provider, operation, query);
  const [found] = [...inBody, ...inQuery];
  return found
    ? `${found.field || 'the body'} ${found.rule}`
    : (violations[0]?.message ?? 'refused');
}

/** What is wrong in a query. Prism takes also what is left empty, and what only JavaScript calls a whole number. */
function brokenInQuery(
  provider: ProviderName,
  { parameters = [] }: ApiOperation,
  query: Record<string, string>,
): Violation[] {
  if (Object.keys(query).length === 0) return [];
  return dereference(documents[provider], parameters).flatMap((parameter) => {
    if (!('name' in parameter) || parameter.in !== 'query' || !parameter.schema) return [];
    const text = query[parameter.name];
    if (text === undefined) return [];
    // All parameters that there are in queries are whole numbers.
    const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
    return check(parameter.schema, value, parameter.name);
  });
}
