/** Finds out what a request is for. */
import { type OperationName, operations } from '../../client/operations.ts';
import {
  type Action,
  type DocumentedOperation,
  findByRequest,
  requestSchema,
} from '../../contract/documented.ts';
import {
  lookupProves,
  offerOf,
  type ProviderName,
  pathsOf,
  providerNames,
  providers,
} from '../../documents/documents.ts';
import { decodeUri } from '../../documents/json.ts';
import type { ApiOperation, Schema } from '../../documents/openapi.ts';
import type { Caller } from './credentials.ts';
import { operationNames, type RequestKind } from './rules.ts';
import type { Owner, Reader } from './tasks.ts';

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
export interface Target extends Owner, Reader {
  action: Action;
  /** The model, where that is in the path. */
  model?: string | undefined;
  kind: RequestKind;
  /** The path as the document writes it. */
  template: string;
  spec: ApiOperation;
  /** Of the body. */
  schema: Schema;
  /** Which tasks, by their ids or external ids; none unless they are read. */
  which: { id?: string; externalId?: string }[];
  /** The parameters of the query that have many ids; undefined where one stands in the path. */
  idParameters?: { own: string; external: string } | undefined;
}

const kinds: Record<Action, RequestKind> = {
  create: 'create',
  call: 'create',
  get: 'read',
  list: 'list',
  presets: 'list',
  delete: 'delete',
};

/**
 * Finds out what a request is for: the provider that its address names, or another one of the same host. Without a target when it
 * is for none of the operations.
 */
export function findTarget(
  named: ProviderName,
  request: MockRequest,
): { provider: ProviderName; target?: Target } {
  const { origin } = providers[named];
  const same = providerNames.filter((each) => providers[each].origin === origin);
  const all = [named, ...same.filter((each) => each !== named)];
  for (const provider of all) {
    const target = findAt(provider, request);
    if (target) return { provider, target };
  }
  return { provider: all.find((each) => unknownModel(each, request) !== undefined) ?? named };
}

/** The model of a create whose path has one that the provider does not have; undefined for all other requests. */
export function unknownModel(
  provider: ProviderName,
  { method, path }: Pick<MockRequest, 'method' | 'path'>,
): string | undefined {
  const { offers, prefix } = providers[provider];
  const [, route = '', model] = /^(.+)\/([^/]+)$/.exec(path) ?? [];
  const name = operationNames.find((each) => prefix + offers[each]?.route === route);
  const hasModels = name && method === 'POST' && !pathsOf(provider, name).has('');
  return hasModels ? model : undefined;
}

function findAt(
  provider: ProviderName,
  { method, path, query, caller: { account } }: MockRequest,
): Target | undefined {
  const { documented, params = {} } = findByRequest(provider, method, path) ?? {};
  // Found in any longer path, too.
  if (!documented || documented.path.split('/').length !== path.split('/').length) return undefined;
  const { name, action } = documented.name ? documented : findKept(documented);
  if (!name || !action) return undefined;
  const id = decodeUri(params.task_id ?? '');
  const isNamed = lookupProves(provider, name) !== 'nothing';
  const { others = [] } = documented;
  const idParameters = action === 'get' ? readParameters(provider, name) : undefined;
  const idsIn = (parameter = '') => (query[parameter] || '').split(',').filter(Boolean);
  return {
    provider,
    operation: name,
    operations: [name, ...others],
    // What reads the tasks of many operations reads those of the other generation, too.
    seesOthers: others.length > 0,
    account,
    action,
    model: documented.model,
    kind: action === 'call' && method === 'GET' ? 'read' : kinds[action],
    template: documented.path,
    spec: documented.operation,
    schema: requestSchema(documented) ?? {},
    idParameters,
    which: idParameters
      ? [
          ...idsIn(idParameters.own).map((each) => ({ id: each })),
          ...idsIn(idParameters.external).map((each) => ({ externalId: each })),
        ]
      : [isNamed ? { id, externalId: id } : { id }],
  };
}

/** The parameters in which the dialect of a provider asks for tasks by their ids. */
function readParameters(provider: ProviderName, name: OperationName): Target['idParameters'] {
  const offer = offerOf(provider, name);
  const nameFor = (isExternal: boolean) =>
    Object.keys(
      offer ? (providers[provider].dialect.get(offer, ['0'], isExternal).query ?? {}) : {},
    )[0];
  const [own, external] = [nameFor(false), nameFor(true)];
  return own && external ? { own, external } : undefined;
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
