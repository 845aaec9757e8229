import { isObject, parse } from '../client/json.ts';
import { type OperationName, operations } from '../client/operations.ts';
import { documents, inputSchema, type ProviderName, pathOf } from '../documents/documents.ts';
import { decodeUri } from '../documents/json.ts';
import { dereference } from '../documents/openapi.ts';

/** What can be done with an operation. `list` shows the tasks of the whole account, whoever created them. */
export type Action = 'create' | 'read' | 'list';

/** What a request asks for. */
export interface ProxyCall {
  operation: OperationName;
  action: Action;
  /** Of `read`: the task's id, or its external id. */
  id?: string;
  /** Of `create`: the body. It has no field that the document does not have. */
  input?: Record<string, unknown>;
}

/** Whether the provider's document has an action. */
export function has(provider: ProviderName, operation: OperationName, action: Action): boolean {
  if (!Object.hasOwn(operations, operation)) return false;
  const route = pathOf(provider, operation);
  const item = documents[provider].paths[action === 'read' ? `${route}/{task_id}` : route];
  return item?.[action === 'create' ? 'post' : 'get'] !== undefined;
}

/** What a request asks for, by the end of its path: what stands before that is where the proxy is mounted. */
export function callOf(provider: ProviderName, { method, url }: Request): ProxyCall | undefined {
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
  provider: ProviderName,
  operation: OperationName,
  body: Uint8Array,
): Record<string, unknown> | string {
  const input = parse(new TextDecoder().decode(body));
  if (!isObject(input)) return 'the body is not a JSON object';
  const { properties = {} } = inputSchema(provider, operation);
  const unknown = Object.keys(input).find((field) => !Object.hasOwn(properties, field));
  if (unknown !== undefined)
    return `${provider} has no field ${JSON.stringify(unknown.slice(0, 50))} in this operation`;
  // The server decides whom the provider calls.
  return 'callback_url' in input ? 'callback_url may not be set through the proxy' : input;
}

/** The path and query of a call at the provider. Parameters that the document does not have are left out. */
export function addressOf(
  provider: ProviderName,
  { operation, action, id }: ProxyCall,
  url: string,
): string {
  const route = pathOf(provider, operation);
  if (action !== 'list') return id === undefined ? route : `${route}/${encodeURIComponent(id)}`;
  const document = documents[provider];
  const parameters = dereference(document, document.paths[route]?.get?.parameters ?? []);
  const names = parameters.flatMap((each) =>
    'name' in each && each.in === 'query' ? each.name : [],
  );
  const asked = [...new URL(url).searchParams].filter(([name]) => names.includes(name));
  return `${route}?${new URLSearchParams(asked)}`;
}
