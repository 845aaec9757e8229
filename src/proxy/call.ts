import { dereference } from '../contract/document.ts';
import { documents, inputSchema, type ProviderName, pathOf } from '../contract/documents.ts';
import { type OperationName, operations } from '../operations.ts';

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

/** Which call a request is, by the end of its path: what stands before that is where the proxy is mounted. */
export function callOf(provider: ProviderName, { method, url }: Request): ProxyCall | undefined {
  const { pathname } = new URL(url);
  for (const operation of Object.keys(operations) as OperationName[]) {
    const route = pathOf(provider, operation);
    const at = pathname.lastIndexOf(route);
    const rest = at < 0 ? '//' : pathname.slice(at + route.length);
    if (!/^(\/[^/]+)?$/.test(rest)) continue;
    const item = documents[provider].paths[rest ? `${route}/{task_id}` : route];
    if (rest) return method === 'GET' && item?.get ? { operation, action: 'read', id: rest.slice(1) } : undefined;
    if (method === 'POST' && item?.post) return { operation, action: 'create' };
    return method === 'GET' && item?.get ? { operation, action: 'list' } : undefined;
  }
  return undefined;
}

/** The names that a call may use: fields of a create, parameters of a list, as the provider's document has them. */
export function namesOf(provider: ProviderName, { operation, action }: ProxyCall): Set<string> {
  if (action === 'create') {
    const fields = Object.keys(inputSchema(provider, operation).properties ?? {});
    // Where the provider posts to is for the server to say.
    return new Set(fields.filter((name) => name !== 'callback_url'));
  }
  const document = documents[provider];
  const spec = document.paths[pathOf(provider, operation)]?.get;
  const parameters = action === 'list' ? dereference(document, spec?.parameters ?? []) : [];
  return new Set(parameters.flatMap((each) => ('name' in each && each.in === 'query' ? each.name : [])));
}
