import { type ProviderName, providers } from '../documents/documents.ts';
import {
  createKling,
  type KlingOptions,
  type OperationName,
  type Provider,
  type Task,
  type TaskHandle,
} from '../index.ts';
import { type Context, UsageError } from './command.ts';

type Fields = Record<string, unknown>;

/** One operation as the command line uses it: whose types are those of a document read at run time. */
interface AnyOperation {
  create(input: Fields, options: { signal?: AbortSignal | undefined }): Promise<AnyTask>;
  task(id: string): AnyTask;
  list?(query: Fields, options: { signal?: AbortSignal | undefined }): Promise<Fields[]>;
}

/** A task of any operation of any provider. */
export type AnyTask = Task<Fields, Fields>;

/** A client of any provider. */
export type AnyKling = Record<OperationName, AnyOperation> & {
  resume(handle: TaskHandle): AnyTask;
};

type Env = Context['env'];

/** Where each provider's key and address are: the one place that names environment variables. */
export const environment: Record<
  ProviderName,
  { baseUrl: string; credentials: Record<string, string>[] }
> = {
  klingai: {
    baseUrl: 'KLING_BASE_URL',
    credentials: [
      { apiKey: 'KLING_API_KEY' },
      { accessKey: 'KLING_ACCESS_KEY', secretKey: 'KLING_SECRET_KEY' },
    ],
  },
  cometapi: { baseUrl: 'COMETAPI_BASE_URL', credentials: [{ apiKey: 'COMETAPI_KEY' }] },
  deerapi: { baseUrl: 'DEERAPI_BASE_URL', credentials: [{ apiKey: 'DEERAPI_KEY' }] },
};

/** `KLING_API_KEY, or KLING_ACCESS_KEY with KLING_SECRET_KEY`. */
export function keysOf(provider: ProviderName): string {
  return environment[provider].credentials
    .map((set) => Object.values(set).join(' with '))
    .join(', or ');
}

/** Takes the values of all keys out of a text, of whichever provider: none may ever be printed. */
export function withoutKeys(env: Env): (text: string) => string {
  const keys = Object.values(environment)
    .flatMap(({ credentials }) => credentials.flatMap((set) => Object.values(set)))
    .map((variable) => env[variable] ?? '')
    // Shorter ones are placeholders, and parts of ordinary words.
    .filter((key) => key.length >= 8);
  return (text) => keys.reduce((clean, key) => clean.replaceAll(key, '***'), text);
}

/**
 * The client of a provider, with the key and the address that the environment holds.
 * @throws {UsageError} no key, or something that is none; not an address
 */
export function connect(provider: ProviderName, env: Env, options: KlingOptions): AnyKling {
  const set = variablesOf(provider, env);
  if (!set) throw new UsageError(`${provider} needs ${keysOf(provider)} in the environment`);
  const baseUrl = baseUrlOf(provider, env, options.baseUrl);
  const given = valuesOf(set, env);
  // Which provider, and so which types, is known at run time only; the table above holds what each one takes.
  const anyProvider = providers[provider] as object as Provider<object, string, Fields>;
  try {
    return createKling(anyProvider, given, { ...options, baseUrl }) as object as AnyKling;
  } catch (error) {
    // The client names the field, the user knows the variable.
    const said = error instanceof Error ? error.message : String(error);
    throw new UsageError(said.replace(/^\w+/, (field) => set[field] ?? field));
  }
}

/** The first set of variables that are all there: a key, or a pair of keys. */
const variablesOf = (provider: ProviderName, env: Env) =>
  environment[provider].credentials.find((each) => Object.values(each).every((name) => env[name]));
const valuesOf = (set: Record<string, string>, env: Env) =>
  Object.fromEntries(Object.entries(set).map(([field, name]) => [field, env[name] ?? '']));

/** The provider's key or keys; `undefined` when the environment has none. */
export function credentialsIn(provider: ProviderName, env: Env) {
  const set = variablesOf(provider, env);
  return set && valuesOf(set, env);
}

/**
 * The address that stands in for the provider's own, from the flag or the environment.
 * @throws {UsageError} it is none
 */
export function baseUrlOf(provider: ProviderName, env: Env, flag?: string): string | undefined {
  const { baseUrl: variable } = environment[provider];
  return addressOf(flag ?? (env[variable] || undefined), flag ? '--base-url' : variable);
}

function addressOf(value: string | undefined, where: string): string | undefined {
  if (value === undefined) return undefined;
  const url = URL.canParse(value) ? new URL(value) : undefined;
  // Never shown: an address may hold a password, which fetch does not take either.
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password) return value;
  throw new UsageError(`${where} must be an address like https://example.com, without a password`);
}
