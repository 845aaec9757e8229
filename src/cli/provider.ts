/** What all commands share that ask a provider: flags, the fields of its document, and what they print. */
import type { Offer } from '../client/operations.ts';
import { type Action, findOperation, requestSchema } from '../contract/documented.ts';
import {
  documents,
  inputSchema,
  offerOf,
  type ProviderName,
  pathOf,
  providerNames,
  providersOf,
} from '../documents/documents.ts';
import { dereference, type Schema } from '../documents/openapi.ts';
import { type KlingEvent, type OperationName, operations } from '../index.ts';
import { type Call, type Flags, type Output, UsageError } from './command.ts';
import { type AnyKling, connect } from './environment.ts';
import { kebab } from './fields.ts';
import { baseUrlFlag, helpFlag } from './flags.ts';
import { describeRetry, type Progress, tell } from './progress.ts';

export const providerFlags = {
  provider: {
    type: 'string',
    enum: providerNames,
    default: 'klingai',
    description: 'The provider to use.',
  },
  ...baseUrlFlag,
  json: { type: 'boolean', description: 'Print one JSON object on stdout.' },
  quiet: {
    type: 'boolean',
    description: 'Print nothing on stderr but errors, and what finds a task that is created.',
  },
  ...helpFlag,
} satisfies Flags;

/** What a request takes that begins an operation: a body, or a query. @throws {UsageError} the provider has no such operation */
export function inputFields(
  provider: ProviderName,
  operation: OperationName,
  model?: string,
): Schema {
  requireOffered(provider, operation);
  const path = pathOf(provider, operation);
  if (documents[provider].paths[path]?.post) return inputSchema(provider, operation, model);
  return queryFields(provider, path);
}

/** What the list of an operation's tasks takes. @throws {UsageError} the provider has no such list */
export function listFields(provider: ProviderName, operation: OperationName): Schema {
  requireOffered(provider, operation);
  const documented = findOperation(provider, operation, 'list');
  const body = documented && requestSchema(documented);
  return body ?? queryFields(provider, pathOf(provider, operation));
}

/** What an action of an operation does, in the words of a document that has it. */
export function summaryOf(operation: OperationName, action: Action): string {
  const [provider = 'klingai'] = providersOf(operation);
  return `${findOperation(provider, operation, action)?.operation.summary}.`;
}

/** @throws {UsageError} the provider has no such operation; names those that have it */
export function requireOffered(provider: ProviderName, operation: OperationName): void {
  const owners = providersOf(operation);
  if (owners.includes(provider)) return;
  const others = `${owners.join(' and ')} ${owners.length === 1 ? 'does' : 'do'}`;
  throw new UsageError(`${provider} does not offer ${kebab(operation)}; ${others}`);
}

/** The operation's line in the table, as the provider has it. @throws {UsageError} it has no such operation */
export function offerFor(provider: ProviderName, operation: OperationName): Offer {
  requireOffered(provider, operation);
  return offerOf(provider, operation) ?? operations[operation];
}

/** The query of a route. */
export function queryFields(provider: ProviderName, path: string): Schema {
  const route = documents[provider].paths[path]?.get;
  if (!route) throw new UsageError(`${provider} cannot list tasks`);
  const parameters = dereference(documents[provider], route.parameters ?? []);
  const query = parameters.flatMap((each) => ('name' in each && each.in === 'query' ? [each] : []));
  return {
    type: 'object',
    required: query.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(
      query.map(({ name, description = '', schema }) => [name, { ...schema, description }]),
    ),
  };
}

/** Where everything goes that is neither a result nor an error: nowhere with `--quiet`. */
export const stderrOf = ({ options, context }: Call<typeof providerFlags>): Output =>
  options.quiet ? { write: () => {} } : context.stderr;

/** Passes on the client's retries. The provider is known without being named in each. */
export const tellRetries =
  (provider: ProviderName, retry: Progress['retry']) =>
  (event: KlingEvent): void => {
    if (event.type === 'retry') retry(event.reason.replace(`${provider}: `, ''), event.delay);
  };

/** Makes a client that tells of its retries and warnings, where no line moves. */
export function openClient(call: Call<typeof providerFlags>): AnyKling {
  const { provider, baseUrl } = call.options;
  const stderr = stderrOf(call);
  const onEvent = tellRetries(provider, (reason, delay) =>
    tell({ stderr }, describeRetry(reason, delay)),
  );
  const onWarning = (message: string) => tell({ stderr }, message);
  return connect(provider, call.context.env, { baseUrl, onEvent, onWarning });
}

/** What a command prints: lines for people, one object for machines. */
export interface Printout {
  lines: string[];
  json: object;
}

/** Prints lines, or with `--json` the object. */
export function print(
  { options, context }: Call<typeof providerFlags>,
  { lines, json }: Printout,
): void {
  const output = options.json ? [JSON.stringify(json)] : lines;
  for (const line of output) context.stdout.write(`${line}\n`);
}
