import { fields } from '../../generated/fields.ts';
import { findExcess } from '../client/fields.ts';
import { isObject, parse } from '../client/json.ts';
import type { Offer, OperationName } from '../client/operations.ts';
import type { Provider } from '../client/providers.ts';
import { decodeUri } from '../documents/json.ts';

/**
 * What can be done with an operation. `call` is for one that answers at once, and costs money where the provider charges for it.
 * `list` shows the tasks of the whole account, whoever created them, where the provider tells them not apart also those of other operations; `presets` what the provider has for everybody; `delete` takes
 * away what is kept, whoever made it.
 */
export type Action = 'create' | 'read' | 'list' | 'call' | 'presets' | 'delete';

/** What a request asks for. */
export interface ProxyCall {
  operation: OperationName;
  action: Action;
  /** Of `read`: the task's id, or its external id. A request that reads several tasks is a call for each of them. */
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
  /** Of `read`: the parameters that name tasks. Without any, the id stands at the end of the path. */
  ids?: readonly string[] | undefined;
}

const routesByProvider = new Map<string, Map<OperationName, Route[]>>();

/** The routes of each operation that the provider's document has. */
function routesOf(provider: Provider): Map<OperationName, Route[]> {
  const known = routesByProvider.get(provider.name);
  if (known) return known;
  const all = Object.entries(provider.offers) as [OperationName, Offer][];
  const routes = new Map(all.map(([name, offer]) => [name, findRoutes(provider, offer)]));
  routesByProvider.set(provider.name, routes);
  return routes;
}

function findRoutes({ name, prefix }: Provider, offer: Offer): Route[] {
  const { route, result, tasks } = offer;
  const table = fields[name] ?? {};
  const at = (action: Action, method: Route['method'], own = ''): Route[] =>
    own && table[prefix + own]?.[method] ? [{ action, method, path: prefix + own }] : [];
  if (result === '') return [...at('call', 'POST', route), ...at('call', 'GET', route)];
  // Where the model is a part of the path, there is one for each.
  const below = Object.keys(table).filter((path) => tasks && path.startsWith(`${prefix + route}/`));
  const models = below.map((path) => path.slice(prefix.length));
  const creates = [route, ...models].flatMap((each) => at('create', 'POST', each));
  const ids = tasks ? table[prefix + tasks]?.GET : undefined;
  // A task is read wherever one is made, or where all of them are.
  const reads = tasks
    ? [{ action: 'read', method: 'GET', path: prefix + tasks, ids } as const]
    : creates.map(({ path }): Route => ({ action: 'read', method: 'GET', path }));
  const lists = tasks ? at('list', 'POST', tasks) : at('list', 'GET', route);
  const kept = [...at('presets', 'GET', offer.presets), ...at('delete', 'POST', offer.delete)];
  return [...creates, ...reads, ...lists, ...kept];
}

/** Whether the provider's document has an action. */
export const has = (provider: Provider, operation: OperationName, action: Action): boolean =>
  routesOf(provider)
    .get(operation)
    ?.some((route) => route.action === action) === true;

/** A call, and the route that it was found by. */
export interface FoundCall extends ProxyCall {
  route: Route;
  /** Of `read`: all tasks that it names. */
  ids: string[];
}

/**
 * What a request asks for, by the end of its path: what stands before that is where the proxy is mounted. Operations that share a
 * route are all in it.
 */
export function callsOf(provider: Provider, { method, url }: Request): FoundCall[] {
  return [...routesOf(provider)].flatMap(([operation, routes]) =>
    routes.flatMap((route): FoundCall[] => {
      const ids = method === route.method ? idsIn(route, new URL(url)) : undefined;
      return ids ? [{ operation, action: route.action, route, ids }] : [];
    }),
  );
}

/** The tasks that an address names; undefined where it is not one of this route. */
function idsIn({ action, path, ids: names }: Route, url: URL): string[] | undefined {
  const { pathname, searchParams } = url;
  if (action !== 'read' || names) {
    if (!pathname.endsWith(path)) return undefined;
    return (
      names?.flatMap((name) => searchParams.getAll(name)).flatMap((each) => each.split(',')) ?? []
    );
  }
  const [, id] = new RegExp(`${path}/([^/]+)$`).exec(pathname) ?? [];
  return id === undefined ? undefined : [decodeUri(id)];
}

/** The body that may be sent; when it may not, one line that says what is wrong. */
export function inputOf(
  provider: Provider,
  { route }: FoundCall,
  body: Uint8Array,
): Record<string, unknown> | string {
  const input = parse(new TextDecoder().decode(body));
  if (!isObject(input)) return 'the body is not a JSON object';
  const excess = findExcess(input, fields[provider.name]?.[route.path]?.POST);
  if (excess !== undefined)
    return `${provider.name} has no field ${JSON.stringify(excess.slice(0, 50))} in this operation`;
  // The server decides whom the provider calls.
  const { options } = input;
  const isCalledBack = [input, isObject(options) ? options : {}].some(
    (each) => 'callback_url' in each,
  );
  return isCalledBack ? 'callback_url may not be set through the proxy' : input;
}

/** The path and query of a call at the provider. Parameters that the document does not have are left out. */
export function addressOf(
  provider: Provider,
  { route, ids, input }: FoundCall,
  url: string,
): string {
  const { path, action, ids: own } = route;
  const { GET: names = [] } = fields[provider.name]?.[path] ?? {};
  if (action === 'read' && !own) return `${path}/${encodeURIComponent(ids[0] ?? '')}`;
  if (input) return path;
  const asked = [...new URL(url).searchParams].filter(([name]) => names.includes(name));
  return `${path}?${new URLSearchParams(asked)}`;
}
