import { type Field, fields } from '../../generated/fields.ts';
import { isObject, parse } from '../client/json.ts';
import { type OperationName, operations } from '../client/operations.ts';
import type { Provider } from '../client/providers.ts';
import { decodeUri } from '../documents/json.ts';

/** What can be done with an operation. `list` shows the tasks of the whole account, whoever created them. */
export type Action = 'create' | 'read' | 'list';

/** What a request asks for. */
export interface ProxyCall {
  operation: OperationName;
  action: Action;
  /** Of `read`: the task's id, or its external id. */
  id?: string;
  /** Of `create`: the body. It has no field, at any depth, that the document does not have there. */
  input?: Record<string, unknown>;
}

const pathOf = ({ prefix }: Provider, operation: OperationName) =>
  prefix + operations[operation].route;

/** What the document has at an operation's path: the fields of its create, the parameters of its list. */
const tableOf = (provider: Provider, operation: OperationName) =>
  fields[provider.name]?.[pathOf(provider, operation)];

/** Whether the provider's document has an action. */
export function has(provider: Provider, operation: OperationName, action: Action): boolean {
  if (!Object.hasOwn(operations, operation) || !tableOf(provider, operation)) return false;
  const offer = provider.offers[operation];
  return offer !== undefined && offer.result !== '' && (action !== 'list' || offer.get === true);
}

/** What a request asks for, by the end of its path: what stands before that is where the proxy is mounted. */
export function callOf(provider: Provider, { method, url }: Request): ProxyCall | undefined {
  const { pathname } = new URL(url);
  for (const operation of Object.keys(operations) as OperationName[]) {
    const found = new RegExp(`${pathOf(provider, operation)}(?:/([^/]+))?$`).exec(pathname);
    if (!found) continue;
    const id = found[1] && decodeUri(found[1]);
    if (method === 'GET')
      return id === undefined ? { operation, action: 'list' } : { operation, action: 'read', id };
    if (method === 'POST' && id === undefined) return { operation, action: 'create' };
  }
  return undefined;
}

/** The body of a create that may be sent; when it may not, one line that says what is wrong. */
export function inputOf(
  provider: Provider,
  operation: OperationName,
  body: Uint8Array,
): Record<string, unknown> | string {
  const input = parse(new TextDecoder().decode(body));
  if (!isObject(input)) return 'the body is not a JSON object';
  const excess = findExcess(input, tableOf(provider, operation)?.create);
  if (excess !== undefined)
    return `${provider.name} has no field ${JSON.stringify(excess.slice(0, 50))} in this operation`;
  // The server decides whom the provider calls.
  return 'callback_url' in input ? 'callback_url may not be set through the proxy' : input;
}

/** How deep a value may be nested where the document lets anything stand. */
const mostLevels = 20;

/** The first field, or place in a list, that the document does not have, such as `config.speed`. */
function findExcess(value: unknown, field: Field | undefined, level = 0): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, child] of Object.entries(value)) {
    const inner = level < mostLevels ? fieldIn(field, Array.isArray(value), name) : undefined;
    if (inner === undefined) return name;
    const excess = findExcess(child, inner, level + 1);
    if (excess !== undefined) return `${name}.${excess}`;
  }
  return undefined;
}

/** What may stand in a field of an object, or in a list; undefined when nothing may. */
function fieldIn(field: Field | undefined, isInList: boolean, name: string): Field | undefined {
  if (field === undefined || typeof field === 'string') return field === 'any' ? field : undefined;
  if (Array.isArray(field)) return isInList ? field[0] : undefined;
  return !isInList && Object.hasOwn(field, name)
    ? (field as Record<string, Field>)[name]
    : undefined;
}

/** The path and query of a call at the provider. Parameters that the document does not have are left out. */
export function addressOf(
  provider: Provider,
  { operation, action, id }: ProxyCall,
  url: string,
): string {
  const path = pathOf(provider, operation);
  if (action !== 'list') return id === undefined ? path : `${path}/${encodeURIComponent(id)}`;
  const names = tableOf(provider, operation)?.list;
  const asked = [...new URL(url).searchParams].filter(([name]) => names?.includes(name));
  return `${path}?${new URLSearchParams(asked)}`;
}
