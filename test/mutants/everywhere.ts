/**
 * The same few changes at every operation of every provider, as the documents have them: what is special about an operation has
 * mutants of its own, and each has to be looked at in its own place.
 */
import { type OperationName, operations } from '../../src/client/operations.ts';
import { type DocumentedOperation, requestSchema } from '../../src/contract/documented.ts';
import { offerOf, type ProviderName } from '../../src/documents/documents.ts';
import { isObject, objectOf } from '../../src/documents/json.ts';
import type { OpenApiDocument, Schema } from '../../src/documents/openapi.ts';
import { needsOf } from '../../src/drift/live/bodies.ts';
import { firstTasks } from '../support/drift.ts';
import type { FakeExchange } from '../support/fake-provider.ts';
import { type Documented, documentedAs } from '../support/offered.ts';
import {
  type AnswerMutant,
  anywhere,
  type DocumentMutant,
  exactly,
  naming,
  published,
} from './mutant.ts';

const everything = documentedAs('create', 'get', 'list', 'presets', 'delete', 'call');

const operationIn = (document: OpenApiDocument, { method, path }: DocumentedOperation) =>
  document.paths[path]?.[method.toLowerCase()];

const bodyIn = (document: OpenApiDocument, documented: DocumentedOperation): Schema =>
  operationIn(document, documented)?.requestBody?.content['application/json']?.schema ?? {};

/** The operations that somebody has published: to remove what we only inferred would be no change. */
const known = everything.filter(({ provider, documented }) => {
  const operation = operationIn(published[provider], documented);
  return operation !== undefined && operation['x-certainty'] !== 'inferred';
});

const removed = known.map(({ provider, documented }): DocumentMutant => {
  const { key, method, path } = documented;
  return {
    provider,
    name: `${provider} ${key}: removed`,
    change: 'operation removed',
    operation: exactly(key),
    location: anywhere,
    edit: (document) => void delete document.paths[path]?.[method.toLowerCase()],
  };
});

const grown = known
  .filter(({ documented }) => requestSchema(documented))
  .map(({ provider, documented }): DocumentMutant => {
    const field = 'mood_of_the_day';
    return {
      provider,
      name: `${provider} ${documented.key}, ${field}: needed`,
      change: 'request field required',
      operation: exactly(documented.key),
      location: naming(field),
      edit(document) {
        const schema = bodyIn(document, documented);
        schema.properties = { ...schema.properties, [field]: { type: 'string' } };
        schema.required = [...(schema.required ?? []), field];
      },
    };
  });

/** The first operation that makes pictures, and all calls: what others can be made from. */
const makers = (provider: ProviderName): OperationName[] =>
  everything
    .filter((each) => each.provider === provider)
    .filter(({ name }, index, all) => {
      const { result } = operations[name];
      const isFirst = all.findIndex((each) => operations[each.name].result === result) === index;
      return result === '' || (result === 'images' && isFirst);
    })
    .map(({ name }) => name);

/** Whether a check can come to a create: who makes no pictures has nothing for what is made from one. */
const isReached = ({ provider, documented }: Documented) =>
  !needsOf(documented).includes('image') ||
  everything.some(
    (each) =>
      each.provider === provider &&
      each.action === 'create' &&
      offerOf(provider, each.name)?.result === 'images' &&
      needsOf(each.documented).length === 0,
  );

/** What a provider answers to one operation alone, where it accepts. */
const answered = everything
  .filter(({ action }) => action !== 'get')
  .filter(isReached)
  .map(({ provider, name, action, documented }): AnswerMutant => {
    const isMeant = ({ action: its, name: of, request, answer }: FakeExchange) =>
      its === action &&
      of === name &&
      // Where each model has a path, only that one.
      (documented.model === undefined || request.path.endsWith(documented.path)) &&
      answer.status === 200 &&
      isObject(answer.body);
    return {
      provider,
      name: `${provider} ${documented.key}: answers in code as text`,
      change: 'answer retyped',
      operation: exactly(documented.key),
      location: naming('code'),
      only: [...new Set([...firstTasks(provider), ...makers(provider), name])],
      spend: 20,
      mutation(exchange) {
        if (!isMeant(exchange)) return exchange;
        const body = { ...objectOf(exchange.answer.body), code: '0' };
        return { ...exchange, answer: { ...exchange.answer, body } };
      },
    };
  });

export const mutantsEverywhere = { documents: [...removed, ...grown], answers: answered };
