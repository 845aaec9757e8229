import type { OperationName } from '../../src/client/operations.ts';
import type { ProviderName } from '../../src/documents/documents.ts';
import { nameOf, parentOf, valueAt } from '../../src/documents/json.ts';
import { driftLive, type LiveOptions } from '../../src/drift/live/live.ts';
import {
  type FakeExchange,
  type FakeOptions,
  fakeProvider,
  type Mutation,
} from './fake-provider.ts';
import { documentedAs, tasks } from './offered.ts';

/** The first call and the first operation whose results are kept, of those that a provider has. */
export const oneOfEachKind = (provider: ProviderName): OperationName[] =>
  (['call', 'delete'] as const).flatMap((action) =>
    documentedAs(action)
      .filter((each) => each.provider === provider)
      .slice(0, 1)
      .map(({ name }) => name),
  );

/** A provider's first three operations that make tasks: what does not depend on the operation is tried on these. */
export const firstTasks = (provider: ProviderName): OperationName[] =>
  tasks.flatMap(([from, name]) => (from === provider ? [name] : [])).slice(0, 3);

/** A check of a fake provider's first operations if nothing else is said, in which nothing waits longer than it has to. */
export async function checkFake(
  { provider, ...fakeOptions }: FakeOptions,
  options: Partial<LiveOptions> = {},
) {
  const fake = fakeProvider({ provider, history: 3, ...fakeOptions });
  const asked: LiveOptions<ProviderName> = {
    provider,
    credentials: { apiKey: 'key' },
    // Of this machine: there is no wait between two calls that a provider counts.
    baseUrl: 'http://localhost',
    only: firstTasks(provider),
    fetch: fake.fetch,
    pollInterval: 1,
    timeout: 60_000,
    ...options,
  };
  return { fake, ...(await driftLive(asked)) };
}

type Fields = Record<string, unknown>;
type Action = FakeExchange['action'];
type When = (exchange: FakeExchange) => boolean;

const isYes = ({ answer }: FakeExchange) => answer.status === 200;

/** Another value at a place of the right answers of an action, wherever that place is; undefined takes it away. */
export function changing(
  action: Action,
  pointer: string,
  change: (value: unknown, exchange: FakeExchange) => unknown,
): Mutation {
  const name = nameOf(pointer);
  return (exchange) => {
    if (exchange.action !== action || !isYes(exchange)) return exchange;
    const body = structuredClone(exchange.answer.body);
    if (!pointer) return answeredBy(exchange, { body: change(body, exchange) });
    const parent = valueAt(body, parentOf(pointer));
    if (!(parent instanceof Object) || !(name in parent)) return exchange;
    const value = change(Reflect.get(parent, name), exchange);
    if (value === undefined) Reflect.deleteProperty(parent, name);
    else Reflect.set(parent, name, value);
    return answeredBy(exchange, { body });
  };
}

/** The fields of an object in right answers, in another way. */
export const reshaping = (action: Action, pointer: string, change: (fields: Fields) => unknown) =>
  changing(action, pointer, (value) => change(value as Fields));

/** Another name for a field. */
export const renaming = (action: Action, pointer: string, from: string, to: string) =>
  reshaping(action, pointer, ({ [from]: value, ...rest }) =>
    value === undefined ? rest : { ...rest, [to]: value },
  );

/** Another answer where one is meant; what is not said stays. */
export const answering =
  (when: When, how: Partial<FakeExchange['answer']>): Mutation =>
  (exchange) =>
    when(exchange) ? answeredBy(exchange, how) : exchange;

/** A yes where the provider would refuse. */
export const accepting =
  (when: When): Mutation =>
  (exchange) =>
    exchange.answer.status >= 400 && when(exchange)
      ? answeredBy(exchange, exchange.accept())
      : exchange;

/** A refusal where the provider would say yes. */
export const refusing =
  (when: When, status: number, code?: number): Mutation =>
  (exchange) =>
    isYes(exchange) && when(exchange)
      ? answeredBy(exchange, exchange.refuse(status, code))
      : exchange;

const answeredBy = (exchange: FakeExchange, how: Partial<FakeExchange['answer']>) => ({
  ...exchange,
  answer: { ...exchange.answer, ...how },
});
