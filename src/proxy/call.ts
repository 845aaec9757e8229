import { fields } from '../../generated/fields.ts';
import { findExcess } from '../client/fields.ts';
import { isObject, parse } from '../client/json.ts';
import { type OperationName, operations } from '../client/operations.ts';
import type { Provider } from '../client/providers.ts';
import { decodeUri } from '../documents/json.ts';

/**
 * What can be done with an operation. `call` is for one that answers at once, and costs money where the provider charges for it.
 * `list` shows the tasks of the whole account, whoever created them; `presets` what the provider has for everybody; `delete` takes
 * away what is kept, whoever made it.
 */
export type Action = 'create' | 'read' | 'list' | 'call' | 'presets' | 'delete';

/** What a request asks for. */
export interface ProxyCall {
  operation: OperationName;
  action: Action;
  /** Of `read`: the task's id, or its external id. */
  id?: string;
  /** Of what is sent with a body: that body. It has no field, at any depth, that the document does not have there. */
  input?: Record<string, unknown>;
}

/** How one action is asked for. */
interface Route {
  action: Action;
  method: 'GET' | 'POST';
  /** With the provider's prefix. */
  path: string;
}

const routesByProvider = new Map<string, Map<OperationName, Route[]>>();

/** The routes of each operation that the provider's document has. */
function routesOf(provider: Provider): Map<OperationName, Route[]> {
  const known = routesByProvider.get(provider.name);
  if (known) return known;
  const names = Object.keys(operations) as OperationName[];
  const routes = new Map(names.map((name) => [name, findRoutes(provider, name)]));
  routesByProvider.set(provider.name, routes);
  return routes;
}

function findRoutes({ name, prefix }: Provider, operation: OperationName): Route[] {
  const { route, result, ...kept } = operations[operation];
  const at = (action: Action, method: Route['method'], own: string): Route[] =>
    fields[name]?.[prefix + own]?.[method] ? [{ action, method, path: prefix + own }] : [];
  const more = (['presets', 'delete'] as const).flatMap((action) => {
    const own = action in kept ? String(Reflect.get(kept, action)) : undefined;
    return own === undefined ? [] : at(action, action === 'delete' ? 'POST' : 'GET', own);
  });
  if (result === '') return [...at('call', 'POST', route), ...at('call', 'GET', route)];
  const creates = at('create', 'POST', route);
  // A task is read wherever one is made.
  const reads = creates.map(({ path }): Route => ({ action: 'read', method: 'GET', path }));
  return [...creates, ...reads, ...at('list', 'GET', route), ...more];
}

/** Whether the provider's document has an action. */
export const has = (provider: Provider, operation: OperationName, action: Action): boolean =>
  routesOf(provider)
    .get(operation)
    ?.some((route) => route.action === action) === true;

/** What a request asks for, by the end of its path: what stands before that is where the proxy is mounted. */
export function callOf(provider: Provider, { method, url }: Request): ProxyCall | undefined {
  const { pathname } = new URL(url);
  for (const [operation, routes] of routesOf(provider)) {
    for (const { action, ...route } of routes) {
      if (method !== route.method) continue;
      if (action !== 'read') {
        if (pathname.endsWith(route.path)) return { operation, action };
        continue;
      }
      const [, id] = new RegExp(`${route.path}/([^/]+)$`).exec(pathname) ?? [];
      if (id !== undefined) return { operation, action, id: decodeUri(id) };
    }
  }
  return undefined;
}

/** The path of a call at the provider, and what the document has there. */
function tableOf(provider: Provider, { operation, action }: ProxyCall) {
  const route = routesOf(provider)
    .get(operation)
    ?.find((each) => each.action === action);
  const { path = '' } = route ?? {};
  return { path, ...fields[provider.name]?.[path] };
}

/** The body that may be sent; when it may not, one line that says what is wrong. */
export function inputOf(
  provider: Provider,
  call: ProxyCall,
  body: Uint8Array,
): Record<string, unknown> | string {
  const input = parse(new TextDecoder().decode(body));
  if (!isObject(input)) return 'the body is not a JSON object';
  const excess = findExcess(input, tableOf(provider, call).POST);
  if (excess !== undefined)
    return `${provider.name} has no field ${JSON.stringify(excess.slice(0, 50))} in this operation`;
  // The server decides whom the provider calls.
  return 'callback_url' in input ? 'callback_url may not be set through the proxy' : input;
}

/** The path and query of a call at the provider. Parameters that the document does not have are left out. */
export function addressOf(provider: Provider, call: ProxyCall, url: string): string {
  const { path, GET: names = [] } = tableOf(provider, call);
  if (call.id !== undefined) return `${path}/${encodeURIComponent(call.id)}`;
  if (call.input) return path;
  const asked = [...new URL(url).searchParams].filter(([name]) => names.includes(name));
  return `${path}?${new URLSearchParams(asked)}`;
}
