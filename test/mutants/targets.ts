import type { OperationName } from '../../src/client/operations.ts';
import { type ProviderName, pathOf, providers } from '../../src/documents/documents.ts';
import type { ApiOperation, OpenApiDocument } from '../../src/documents/openapi.ts';
import { everyone, exactly, published } from './mutant.ts';

/** Says which operation of a provider is meant. */
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
/** The query of a task: Kling has one for each operation, the gateways have one for tasks of every kind. */
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

export function placeIn(
  document: OpenApiDocument,
  { method, pathAt }: Target,
  provider: ProviderName,
): Place | undefined {
  const item = document.paths[pathAt(provider)];
  const operation = item?.[method];
  return item && operation && { document, item, method, operation };
}

/** The providers that publish an operation. Where it was only inferred, that it is not published is how things are. */
export const publishersOf = (target: Target) =>
  everyone.filter(
    (provider) =>
      placeIn(published[provider], target, provider)?.operation['x-certainty'] !== 'inferred',
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

/** Every query at the gateways is the same one; of Kling's this one is changed. */
export const anyQuery = query('textToAudio');
