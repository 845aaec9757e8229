/** What the documents have, for tests that go through all of it. */
import {
  type Action,
  type DocumentedOperation,
  documentedOperations,
  findOperation,
} from '../../src/contract/documented.ts';
import { type ProviderName, providerNames, providers } from '../../src/documents/documents.ts';
import { type klingai, type OperationName, operations } from '../../src/index.ts';

/** One request that a provider's document has, by what the client calls it. */
export interface Documented {
  provider: ProviderName;
  name: OperationName;
  action: Action;
  documented: DocumentedOperation;
}

/** Every request for one of these, at each provider that has it. */
export const documentedAs = (...actions: Action[]): Documented[] =>
  providerNames.flatMap((provider) =>
    documentedOperations(provider).flatMap((documented): Documented[] => {
      const { name, action } = documented;
      return name && action && actions.includes(action)
        ? [{ provider, name, action, documented }]
        : [];
    }),
  );

/** A provider, as if it were the one that has everything: what a test sends is what its document has. */
export const klingLike = (provider: ProviderName) => providers[provider] as typeof klingai;

type Offered = [provider: ProviderName, operation: OperationName];

/** Once each, also where each model has a path. */
const having = (action: Action): Offered[] =>
  documentedAs(action)
    .filter(
      ({ provider, name, documented }) => findOperation(provider, name, action) === documented,
    )
    .map(({ provider, name }) => [provider, name]);

/** Every operation that makes a task, at each provider that has it. */
export const tasks = having('create');

/** Every operation that answers at once. */
export const calls = having('call');

/** Every operation whose results are kept and deleted. */
export const resources = having('delete');

/** One of them for each list that a result may have, at each provider: what no operation has for itself need not be tried with all. */
export const samples = tasks.filter(
  ([provider, name], index) =>
    tasks.findIndex(
      ([other, each]) => other === provider && operations[each].result === operations[name].result,
    ) === index,
);
