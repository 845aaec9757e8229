import { documentedOperations } from '../../contract/documented.ts';
import { check, type Violation } from '../../documents/check.ts';
import { documents, type ProviderName } from '../../documents/documents.ts';
import { objectOf, plainName, valueAt } from '../../documents/json.ts';
import type { ApiOperation, Schema, UnknownAnswer } from '../../documents/openapi.ts';
import { describeUnknown, findUnknown } from '../../documents/unknown.ts';
import { type Answer, createRequestId, replaceValues } from './answers.ts';
import type { Caller } from './credentials.ts';
import type { PrismViolation, Verdict } from './prism.ts';
import { chooseExample, readPassedOn } from './scenarios.ts';
import { type MockRequest, type Target, unknownModel } from './target.ts';

/** How a request is refused. */
export interface Refusal {
  status: number;
  /** Name of the document's example. @default '1201', or the first of that status */
  example?: string | undefined;
  /** Our message instead of the example's. */
  message?: string | undefined;
  /** Whose document has it, where the provider's own does not have that status. @default the provider's own */
  from?: ProviderName | undefined;
}

/** The parts of a request that a document has rules for. */
interface Contents {
  query: Record<string, string>;
  body: unknown;
}

/** How a query for many tasks is refused whose ids are wrong: by an example of the document, or with our own message. */
function checkIds(
  { which, idParameters, spec }: Target,
  { query }: Contents,
): Omit<Refusal, 'status'> | undefined {
  if (!idParameters) return undefined;
  const { own, external } = idParameters;
  if (which.length === 0) return { example: 'noIds' };
  if (query[own] && query[external])
    return { message: `${own} and ${external} exclude each other` };
  const isWhole = Object.values(query).every((ids) => !ids.split(',').includes(''));
  return isWhole && checkQuery(spec, query).length > 0 ? { example: 'tooManyIds' } : undefined;
}

/** Refuses requests as one provider does. Prism decides that a request is bad; this gives the refusal its form and message. */
export class Refusals {
  readonly #provider: ProviderName;
  readonly #random: () => number;

  constructor(provider: ProviderName, random: () => number) {
    this.#provider = provider;
    this.#random = random;
  }

  /** Refuses as the document shows it: with the example of that status and name, or else the status's first. */
  refuse(spec: ApiOperation, { status, example = '1201', message, from }: Refusal): Answer {
    const isOwn = from === undefined || String(status) in spec.responses;
    const { responses } = isOwn ? spec : firstOperation(from);
    // A status that no document has takes the form of a bad request.
    const response = responses[status] ?? responses['400'];
    const examples = response?.content?.['application/json']?.examples ?? {};
    const { name, passesOn } = chooseExample(examples, example, from);
    const values = {
      ...(passesOn && readPassedOn(status, example)),
      request_id: createRequestId(this.#random),
      ...(message && { message }),
    };
    return { status, body: replaceValues(examples[name]?.value ?? { message }, values) };
  }

  /** Refuses a request that breaks a rule, and says why in the log. */
  refuseFor(why: string, spec: ApiOperation, status: number, code = '1201'): Answer {
    const message = status === 401 ? undefined : why;
    return { ...this.refuse(spec, { status, example: code, message }), why };
  }

  /** Refuses bad credentials and whatever Prism finds wrong; undefined when the request is good. */
  judge(
    request: Contents,
    target: Target,
    caller: Caller,
    { status, violations }: Verdict,
  ): Answer | undefined {
    const { spec } = target;
    const refused = this.#refusalOf(caller);
    if (status === 401 || refused) {
      const answer = this.refuseFor('no valid credentials', spec, 401, refused ?? '1002');
      return { ...answer, violations };
    }
    const wrong = checkIds(target, request);
    if (wrong) {
      const answer = this.refuse(spec, { status: 400, ...wrong });
      return { ...answer, why: String(objectOf(answer.body).message), violations };
    }
    if (status === 200) {
      const [found] = checkQuery(spec, request.query);
      if (!found) return this.#refuseRetired(request, spec);
      const { field, rule, keyword: code } = found;
      const message = `${field} ${rule}`;
      const violation = { path: ['query', field], code, message, severity: 0 };
      return { ...this.refuseFor(message, spec, 400), violations: [violation] };
    }
    const why = describeViolation(spec, request, violations);
    return { ...this.refuseFor(why, spec, status), violations };
  }

  /** The code for credentials that are not good here: a token is none where only API keys are taken, and no other code was seen there. */
  #refusalOf({ refused, isToken }: Caller): Caller['refused'] {
    const scheme = '/components/securitySchemes/bearer/bearerFormat';
    const takesTokens = valueAt(documents[this.#provider], scheme) === 'JWT';
    return !takesTokens && (refused || isToken) ? '1002' : refused;
  }

  /** Refuses what is served no more, where it is known how the provider does; undefined when everything is served. */
  #refuseRetired({ body }: Contents, spec: ApiOperation): Answer | undefined {
    const [found] = findRetired(schemasOf(spec).body, body);
    if (!found?.answer) return undefined;
    const { answer, violation } = found;
    const refused = this.refuseFor(violation.message, spec, answer.status, String(answer.code));
    return { ...refused, violations: [violation] };
  }

  /** Refuses to show a task that nobody has, or to delete what nobody has: as somebody has seen it, or else as it is documented. */
  refuseUnknownId(spec: ApiOperation, isAsDocumented = false, what = 'Task'): Answer {
    const answers = (spec.parameters ?? []).flatMap((each) =>
      'name' in each ? (each['x-unknown'] ?? []) : [],
    );
    const wasSeen = (each: UnknownAnswer) => each['x-certainty'] === 'observed';
    const { status = 400, code } = answers.find((each) => wasSeen(each) !== isAsDocumented) ?? {};
    const example = code === undefined ? undefined : String(code);
    return this.refuse(spec, { status, example, message: `${what} not found` });
  }

  /** Refuses a request for none of the mock's operations. */
  refuseUnknown(request: MockRequest, { status, violations }: Verdict): Answer {
    const spec = firstOperation(this.#provider);
    const refused = this.#refusalOf(request.caller);
    const model = unknownModel(this.#provider, request);
    if (model !== undefined && status !== 401 && !refused)
      return this.refuseFor(`the model ${model} is not supported`, spec, 400);
    if (status === 401 || (status === 200 && refused)) {
      return this.refuseFor('no valid credentials', spec, 401, refused ?? '1002');
    }
    // The document knows the route, but the mock has no such tasks: a gateway's query for tasks of all kinds.
    if (status === 200) return this.refuseFor('Task not found', spec, 400);
    const why = violations[0]?.message ?? 'no such route';
    const documentedStatus = '404' in spec.responses ? 404 : status;
    const code = status === 405 ? '1202' : '1203';
    return { ...this.refuseFor(why, spec, documentedStatus, code), violations };
  }
}

/** A provider's first operation; any would do, because all of them refuse in the same way. */
function firstOperation(provider: ProviderName): ApiOperation {
  const [first] = documentedOperations(provider);
  if (!first) throw new TypeError(`the document of ${provider} is empty`);
  return first.operation;
}

/** Says in one line which field breaks which rule. */
function describeViolation(
  operation: ApiOperation,
  { body, query }: Contents,
  violations: PrismViolation[],
): string {
  const schema = operation.requestBody?.content['application/json']?.schema;
  const inBody = schema ? check(schema, body) : [];
  const inQuery = checkQuery(operation, query);
  const [found] = [...inBody, ...inQuery];
  return found
    ? `${found.field || 'the body'} ${found.rule}`
    : (violations[0]?.message ?? 'refused');
}

/** A retired value in a request, or the default of a field that it leaves out. */
interface Retired {
  violation: PrismViolation;
  /** How the provider refuses it, where that is known. */
  answer: Schema['x-retired-answer'];
}

/** Finds what a create names, or has by default, although it is served no more. */
function findRetired({ properties = {} }: Schema, body: unknown): Retired[] {
  return Object.entries(properties).flatMap(([field, schema]) => {
    if (!(schema instanceof Object)) return [];
    const { default: usual, 'x-retired': retired = {}, 'x-retired-answer': answer } = schema;
    // An empty text counts as absent.
    const named = objectOf(body)[field] || undefined;
    const value = named ?? usual;
    if (typeof value !== 'string' || !Object.hasOwn(retired, value)) return [];
    const what = named === undefined ? `is missing, and its default ${value}` : `${value}`;
    const message = `${field} ${what} was retired on ${retired[value]}`;
    const severity = answer ? 0 : 1;
    return [{ answer, violation: { path: ['body', field], code: 'retired', message, severity } }];
  });
}

/**
 * Finds what a request has that breaks no rule and is reported all the same: fields and parameters that its operation does not
 * have, and values that are served no more where it is not known how that is refused.
 */
export function findDoubtful(operation: ApiOperation, { body, query }: Contents): PrismViolation[] {
  const schemas = schemasOf(operation);
  const retired = findRetired(schemas.body, body)
    .map(({ violation }) => violation)
    .filter(({ severity }) => severity > 0);
  const unknown = (['body', 'query'] as const).flatMap((part) =>
    findUnknown(schemas[part], part === 'body' ? body : query).map((unknown) => {
      const path = [part, ...unknown.path];
      // For the log, which must not show what may be no name at all.
      const name = unknown.path.map((step) => (isName(step) ? step : '…')).join('.');
      return { path, code: 'unknown', message: `${name} ${describeUnknown(unknown)}`, severity: 1 };
    }),
  );
  return [...unknown, ...retired];
}

const isName = (step: string | number) => typeof step === 'number' || plainName.test(step);

const knownSchemas = new WeakMap<ApiOperation, Record<'body' | 'query', Schema>>();

/** What an operation takes. */
function schemasOf(operation: ApiOperation) {
  const known = knownSchemas.get(operation);
  if (known) return known;
  const parameters = (operation.parameters ?? []).flatMap((each) =>
    'name' in each && each.in === 'query' ? [[each.name, each.schema ?? true] as const] : [],
  );
  const content = operation.requestBody?.content['application/json'];
  const schemas = {
    body: content?.schema ?? {},
    query: { properties: Object.fromEntries(parameters) },
  };
  knownSchemas.set(operation, schemas);
  return schemas;
}

/** Finds what is wrong in a query. Prism accepts empty values, and whole numbers in forms that only JavaScript knows. */
function checkQuery({ parameters = [] }: ApiOperation, query: Record<string, string>): Violation[] {
  if (Object.keys(query).length === 0) return [];
  return parameters.flatMap((parameter) => {
    if (!('name' in parameter) || parameter.in !== 'query' || !parameter.schema) return [];
    const text = query[parameter.name];
    if (text === undefined) return [];
    const isText = [parameter.schema.type].flat().includes('string');
    // Those that are no text are whole numbers in all documents.
    const value = /^-?\d+$/.test(text) ? Number(text) : Number.NaN;
    return check(parameter.schema, isText ? text : value, parameter.name);
  });
}
