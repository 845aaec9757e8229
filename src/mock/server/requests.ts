import { type OperationName, operations } from '../../client/operations.ts';
import { documents, type ProviderName, pathOf, providers } from '../../documents/documents.ts';
import { decodeUri } from '../../documents/json.ts';
import type { ApiOperation } from '../../documents/openapi.ts';
import type { PrismRequest } from './prism.ts';
import type { Owner } from './tasks.ts';
import type { RequestKind } from './world.ts';

/** A request, as far as it can be told without knowing what it is for. */
export interface MockRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  /** Undefined when there was none; the text when it is no JSON. */
  body: unknown;
  /** Characters of the body. */
  size: number;
  isMalformed: boolean;
  /** Where the mock itself is reached, for the addresses of results. */
  base: string;
}

/** What a request is for: an operation's create, one of its tasks, or their list. */
export interface Target extends Owner {
  kind: RequestKind;
  /** The path as the document writes it. */
  template: string;
  spec: ApiOperation;
  /** Which task, by its id or by the name that it was given; empty unless one is read. */
  which: { id?: string; externalId?: string };
}

/** What a request is for; undefined when it is for none of the operations. */
export function targetOf(
  provider: ProviderName,
  { method, path }: MockRequest,
  account: string,
): Target | undefined {
  for (const operation of Object.keys(operations) as OperationName[]) {
    const route = pathOf(provider, operation);
    if (path !== route && !path.startsWith(`${route}/`)) continue;
    const rest = path.slice(route.length + 1);
    const kind = rest ? 'read' : method === 'POST' ? 'create' : 'list';
    const template = rest ? `${route}/{task_id}` : route;
    const spec = documents[provider].paths[template]?.[method.toLowerCase()];
    const id = decodeUri(rest);
    const which = providers[provider].findsExternalIds ? { id, externalId: id } : { id };
    return spec && { provider, operation, account, kind, template, spec, which };
  }
  return undefined;
}

/** The request as Prism takes it, which knows the scheme `Bearer` in these letters alone. */
export const toPrism = ({ method, path, query, headers, body }: MockRequest): PrismRequest => ({
  method: method.toLowerCase() as PrismRequest['method'],
  url: { path, query },
  headers: {
    ...headers,
    ...(headers.authorization && {
      authorization: headers.authorization.replace(/^bearer /i, 'Bearer '),
    }),
  },
  body,
});
