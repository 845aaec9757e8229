/** Finds out what a request is for. */
import { type OperationName, operations } from '../../client/operations.ts';
import {
  type Action,
  type DocumentedOperation,
  findByRequest,
  requestSchema,
} from '../../contract/documented.ts';
import { lookupProves, type ProviderName } from '../../documents/documents.ts';
import { decodeUri } from '../../documents/json.ts';
import type { ApiOperation, Schema } from '../../documents/openapi.ts';
import type { Caller } from './credentials.ts';
import { operationNames, type RequestKind } from './rules.ts';
import type { Owner } from './tasks.ts';

/** A request to a provider, before it is known what it is for. */
export interface MockRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  /** Undefined when there was none; the text when it is not JSON. */
  body: unknown;
  isMalformed: boolean;
  caller: Caller;
  /** The address of the mock itself, for the addresses of results. */
  base: string;
}

/** What a request is for. */
export interface Target extends Owner {
  action: Action;
  kind: RequestKind;
  /** The path as the document writes it. */
  template: string;
  spec: ApiOperation;
  /** Of the body. */
  schema: Schema;
  /** Which task, by its id or its external id; empty unless one is read. */
  which: { id?: string; externalId?: string };
}

const kinds: Record<Action, RequestKind> = {
  create: 'create',
  call: 'create',
  get: 'read',
  list: 'list',
  presets: 'list',
  delete: 'delete',
};

/** Finds out what a request is for; undefined when it is for none of the operations. */
export function findTarget(
  provider: ProviderName,
  { method, path, caller: { account } }: MockRequest,
): Target | undefined {
  const { documented, params = {} } = findByRequest(provider, method, path) ?? {};
  // Found in any longer path, too.
  if (!documented || documented.path.split('/').length !== path.split('/').length) return undefined;
  const { name, action } = documented.name ? documented : findKept(documented);
  if (!name || !action) return undefined;
  const id = decodeUri(params.task_id ?? '');
  const isNamed = lookupProves(provider, name) !== 'nothing';
  return {
    provider,
    operation: name,
    account,
    action,
    kind: action === 'call' && method === 'GET' ? 'read' : kinds[action],
    template: documented.path,
    spec: documented.operation,
    schema: requestSchema(documented) ?? {},
    which: isNamed ? { id, externalId: id } : { id },
  };
}

/** The field that has the id of what an operation makes and keeps; empty where it keeps nothing. */
export function idFieldOf(name: OperationName): string {
  const operation = operations[name];
  return 'id' in operation ? operation.id : '';
}

/** What is deleted by a route that has no name, because another one does the same. */
function findKept(documented: DocumentedOperation): { name?: OperationName; action?: Action } {
  const { required = [] } = requestSchema(documented) ?? {};
  const name = operationNames.find((each) => required.includes(idFieldOf(each)));
  return name ? { name, action: 'delete' } : {};
}
