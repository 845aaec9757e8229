import type { OperationName } from '../../src/client/operations.ts';
import { type ProviderName, pathOf, providers } from '../../src/documents/documents.ts';
import type { ApiOperation, OpenApiDocument } from '../../src/documents/openapi.ts';
import { everyone, exactly, published } from './mutant.ts';

/** An operation, whatever its path at each provider. */
export interface Target {
  method: 'get' | 'post';
  pathAt(provider: ProviderName): string;
}

export const create = (name: OperationName): Target => ({
  method: 'post',
  pathAt: (provider) => pathOf(provider, name),
});

export const list = (name: OperationName): Target => ({
  method: 'get',
  pathAt: (provider) => pathOf(provider, name),
});

/** The query for a task: Kling has one for each operation, the gateways have one for tasks of every kind. */
export const query = (name: OperationName): Target => ({
  method: 'get',
  pathAt(provider) {
    const wanted = `${pathOf(provider, name)}/{task_id}`;
    const isWanted = (path: string) =>
      new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`).test(wanted);
    const path = Object.keys(published[provider].paths).find(isWanted);
    if (!path) throw new TypeError(`${provider} publishes no query for ${name}`);
    return path;
  },
});

/** An operation in the document that is changed, and what stands around it. */
export interface Place {
  document: OpenApiDocument;
  /** All operations of the path. */
  item: OpenApiDocument['paths'][string];
  method: Target['method'];
  operation: ApiOperation;
}

/** Finds an operation in a document; there may be none. */
export function findPlace(
  document: OpenApiDocument,
  { method, pathAt }: Target,
  provider: ProviderName,
): Place | undefined {
  const item = document.paths[pathAt(provider)];
  const operation = item?.[method];
  return item && operation && { document, item, method, operation };
}

/** The providers that publish an operation. To remove one that we only inferred would be no change. */
export const publishing = (target: Target) =>
  everyone.filter(
    (provider) =>
      findPlace(published[provider], target, provider)?.operation['x-certainty'] !== 'inferred',
  );

/** How mutants call an operation of a provider. */
export function nameTarget({ method, pathAt }: Target, provider: ProviderName): string {
  const route = pathAt(provider).slice(providers[provider].prefix.length);
  return `${provider} ${method.toUpperCase()} ${route}`;
}

/** A pattern for the operation that a finding names. */
export const matching = (
  { method, pathAt }: Target,
  provider: ProviderName,
  found: string = method,
): RegExp => exactly(`${found.toUpperCase()} ${pathAt(provider)}`);

/** One query for each provider: the gateways have no other, and Kling's are alike. */
export const anyQuery = query('textToAudio');
