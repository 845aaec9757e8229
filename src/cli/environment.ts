import { isLocalHost } from '../client/connection.ts';
import { type ProviderName, providers } from '../documents/documents.ts';
import type { JsonObject } from '../documents/json.ts';
import {
  createKling,
  type KlingOptions,
  type OperationName,
  type Provider,
  type Task,
  type TaskHandle,
} from '../index.ts';
import { type Context, UsageError } from './command.ts';

/** A request of an operation, with what is sent and what ends it at once. */
type Send<Sent, Answer> = (
  sent: Sent,
  options: { signal?: AbortSignal | undefined },
) => Promise<Answer>;

/** An operation as the command line uses it; its fields come from a document that is read at run time. */
interface AnyOperation {
  create: Send<JsonObject, AnyTask>;
  task(id: string): AnyTask;
  /** A page as the document describes it, and the tasks of all pages. */
  list?: Send<JsonObject, unknown>;
  listAll?(
    query: JsonObject,
    options: { signal?: AbortSignal | undefined },
  ): AsyncIterable<JsonObject>;
  /** Those of what is kept, and of what answers at once. */
  presets?: Send<JsonObject, JsonObject[]>;
  delete?: Send<string, void>;
  call?: Send<JsonObject, JsonObject>;
}

/** A task of any operation of any provider. */
export type AnyTask = Task<JsonObject, JsonObject>;

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
  // The same account.
  klingai2: { baseUrl: 'KLING_BASE_URL', credentials: [{ apiKey: 'KLING_API_KEY' }] },
  cometapi: { baseUrl: 'COMETAPI_BASE_URL', credentials: [{ apiKey: 'COMETAPI_KEY' }] },
  deerapi: { baseUrl: 'DEERAPI_BASE_URL', credentials: [{ apiKey: 'DEERAPI_KEY' }] },
};

/** `KLING_API_KEY, or KLING_ACCESS_KEY with KLING_SECRET_KEY`. */
export function keysOf(provider: ProviderName): string {
  return environment[provider].credentials
    .map((set) => Object.values(set).join(' with '))
    .join(', or ');
}

/** Removes the values of all keys, of whichever provider, from a text: none may ever be printed. */
export function redactKeys(text: string, env: Env): string {
  const keys = Object.values(environment)
    .flatMap(({ credentials }) => credentials.flatMap((set) => Object.values(set)))
    .map((variable) => env[variable] ?? '')
    // Shorter ones are placeholders, and parts of ordinary words.
    .filter((key) => key.length >= 8);
  return keys.reduce((clean, key) => clean.replaceAll(key, '***'), text);
}

/**
 * Makes a client of a provider, with the key and the address from the environment.
 * @throws {UsageError} there is no key, or it cannot be one; the address is not one
 */
export function connect(provider: ProviderName, env: Env, options: KlingOptions): AnyKling {
  const set = variablesOf(provider, env);
  if (!set) throw new UsageError(`${provider} needs ${keysOf(provider)} in the environment`);
  const baseUrl = baseUrlOf(provider, env, options.baseUrl);
  if (baseUrl !== undefined && isInsecure(new URL(baseUrl)))
    throw new UsageError(`${baseUrl} would show the key to others: use https`);
  const credentials = valuesOf(set, env);
  // The provider, and with it the types, is known at run time only; the table above holds what each one takes.
  const anyProvider = providers[provider] as object as Provider<JsonObject>;
  try {
    const given = { ...options, baseUrl, allowInsecure: true };
    return createKling(anyProvider, credentials, given) as object as AnyKling;
  } catch (error) {
    // The client names the field, the user knows the variable.
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(message.replace(/^\w+/, (field) => set[field] ?? field));
  }
}

// Names that the public internet does not have, such as those of a mock in Docker, may go without https.
const isInsecure = ({ protocol, hostname }: URL) =>
  protocol !== 'https:' && !isLocalHost(hostname) && !/^[^.:]+$|\.internal$/.test(hostname);

/**
 * Whether the address of a result may lead inside, as `allowPrivate` of `save`: to the very server that the user named as the
 * provider's; to this machine, where that is on it; and never where the provider is asked at its own address.
 */
export function mayLeadInside(url: string, baseUrl: string | undefined): boolean | undefined {
  if (baseUrl === undefined || !URL.canParse(url)) return false;
  const { hostname, origin } = new URL(baseUrl);
  return isLocalHost(hostname) ? undefined : new URL(url).origin === origin;
}

/** The first set of variables that are all there: a key, or a pair of keys. */
const variablesOf = (provider: ProviderName, env: Env) =>
  environment[provider].credentials.find((set) => Object.values(set).every((name) => env[name]));

const valuesOf = (set: Record<string, string>, env: Env) =>
  Object.fromEntries(Object.entries(set).map(([field, name]) => [field, env[name] ?? '']));

/** The provider's key or keys; `undefined` when the environment has none. */
export function credentialsIn(provider: ProviderName, env: Env) {
  const set = variablesOf(provider, env);
  return set && valuesOf(set, env);
}

/**
 * The address to use instead of the provider's own, from the flag or the environment.
 * @throws {UsageError} it is not an address
 */
export function baseUrlOf(provider: ProviderName, env: Env, flag?: string): string | undefined {
  const { baseUrl: variable } = environment[provider];
  const address = flag ?? (env[variable] || undefined);
  if (address !== undefined) checkAddress(address, flag === undefined ? variable : '--base-url');
  return address;
}

function checkAddress(address: string, source: string): void {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url && /^https?:$/.test(url.protocol) && !url.username && !url.password) return;
  // Not repeated: an address may hold a password, which fetch does not take either.
  throw new UsageError(`${source} must be an address like https://example.com, without a password`);
}
