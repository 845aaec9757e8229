/** What the documents have, for tests that go through all of it. */
import { documentedOperations } from '../../src/contract/documented.ts';
import { type ProviderName, providerNames } from '../../src/documents/documents.ts';
import { type OperationName, operations } from '../../src/index.ts';

type Offered = [provider: ProviderName, operation: OperationName];

const having = (wanted: string): Offered[] =>
  providerNames.flatMap((provider) =>
    documentedOperations(provider).flatMap(({ name, action }): Offered[] =>
      name && action === wanted ? [[provider, name]] : [],
    ),
  );

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
