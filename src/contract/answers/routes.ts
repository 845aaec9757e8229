import { type OperationName, operations } from '../../client/operations.ts';
import { documents, type ProviderName, pathOf, providerNames } from '../../documents/documents.ts';
import { type ApiOperation, dereference, operationsOf } from '../../documents/openapi.ts';

/** What is done with an operation's tasks: one is made, one looked at, or a page of them listed. */
export type Action = 'create' | 'get' | 'list';

/** An operation as a caller names it: by route, by name, or by name and action. */
export type OperationRef =
  | OperationName
  | `${OperationName}.${Action}`
  | `${'GET' | 'POST'} /${string}`;

/** One operation of a provider's document, its references followed. */
export interface Documented {
  provider: ProviderName;
  /** `GET /v1/audio/text-to-audio/{task_id}`: how findings name it. */
  key: string;
  method: string;
  path: string;
  operation: ApiOperation;
  /** The operation of the program that it belongs to; absent for what has no name there. */
  name?: OperationName;
  action?: Action;
}

const tables = new Map<ProviderName, Documented[]>();

/** Every operation of a provider's document. */
export function documentedBy(provider: ProviderName): Documented[] {
  const known = tables.get(provider);
  if (known) return known;
  const document = documents[provider];
  if (!document) {
    throw new TypeError(
      `there is no provider ${provider}; it is one of ${providerNames.join(', ')}`,
    );
  }
  const table = operationsOf(document).map(({ path, method, operation }) => ({
    provider,
    key: `${method.toUpperCase()} ${path}`,
    method: method.toUpperCase(),
    path,
    operation: dereference(document, operation),
    ...named(provider, method, path),
  }));
  tables.set(provider, table);
  return table;
}

function named(provider: ProviderName, method: string, path: string) {
  for (const name of Object.keys(operations) as OperationName[]) {
    const route = pathOf(provider, name);
    if (path === `${route}/{task_id}` && method === 'get') return { name, action: 'get' as const };
    if (path !== route) continue;
    return { name, action: method === 'post' ? ('create' as const) : ('list' as const) };
  }
  return {};
}

/** The operation of a name and action, where the provider offers it. */
export function documented(
  provider: ProviderName,
  name: OperationName,
  action: Action,
): Documented | undefined {
  return documentedBy(provider).find((each) => each.name === name && each.action === action);
}

/**
 * The operations that a reference may mean: one, or all of a bare name's.
 * @throws {TypeError} the provider's document has no such operation
 */
export function referred(provider: ProviderName, ref: string): Documented[] {
  const [method = '', path = ''] = ref.split(' ');
  const found = documentedBy(provider).filter(
    (each) =>
      each.key === ref ||
      each.name === ref ||
      (each.name !== undefined && `${each.name}.${each.action}` === ref),
  );
  const [matched] = path ? [matching(provider, method, path)] : [];
  if (found.length === 0 && matched) return [matched.documented];
  if (found.length > 0) return found;
  const known = documentedBy(provider).map(({ key }) => key);
  throw new TypeError(`${provider} has no operation ${ref}; it has ${known.join(', ')}`);
}

/** The operation that a request is for, whatever stands before its path, and what its path has in the places of parameters. */
export function matching(
  provider: ProviderName,
  method: string,
  path: string,
): { documented: Documented; params: Record<string, string> } | undefined {
  const matches = documentedBy(provider).flatMap((each) => {
    if (each.method !== method) return [];
    const pattern = each.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
    const match = new RegExp(`${pattern}/?$`).exec(path);
    return match ? [{ documented: each, params: { ...match.groups } }] : [];
  });
  // Of two routes that fit, the one with fewer places for anything is meant.
  const count = (params: object) => Object.keys(params).length;
  return matches.sort((a, b) => count(a.params) - count(b.params))[0];
}
