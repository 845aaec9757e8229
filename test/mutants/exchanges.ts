import { objectOf } from '../../src/documents/json.ts';
import type { FakeExchange } from '../support/fake-provider.ts';
import { anywhere } from './mutant.ts';

/** Requests of one kind, with the responses to them. */
export interface Exchanges {
  /** What mutants call them by. */
  method: 'POST' | 'GET' | 'any';
  /** A pattern for the operation that a finding names. */
  operation: RegExp;
  /** Whether they are refused. */
  isRefused?: boolean;
  include(exchange: FakeExchange): boolean;
}

type Action = FakeExchange['action'];

const succeeded =
  (...actions: Action[]) =>
  ({ action, answer }: FakeExchange) =>
    actions.includes(action) && answer.status === 200;

/** Creates that succeeded. */
export const creates: Exchanges = {
  method: 'POST',
  operation: /^POST /,
  include: succeeded('create'),
};

/** Queries of a task that succeeded. */
export const queries: Exchanges = {
  method: 'GET',
  operation: /^GET .*\{task_id\}$/,
  include: succeeded('get'),
};

/** Lists that succeeded. */
export const lists: Exchanges = {
  method: 'GET',
  operation: /^GET .*(audio|video)$/,
  include: succeeded('list'),
};

/** Creates and queries, which both show a task. */
export const tasks: Exchanges = {
  method: 'POST',
  operation: /^POST |^GET .*\{task_id\}$/,
  include: succeeded('create', 'get'),
};

/** Queries that show a finished task. */
export const results = narrow(
  queries,
  ({ answer }) => objectOf(objectOf(answer.body).data).task_status === 'succeed',
);

/** Refusals of any request. */
export const refusals: Exchanges = {
  method: 'any',
  isRefused: true,
  operation: anywhere,
  include: ({ action, answer }) => action !== 'file' && answer.status >= 400,
};

/** Only those of which it is also true. */
export function narrow(
  exchanges: Exchanges,
  include: Exchanges['include'],
  isRefused = exchanges.isRefused ?? false,
): Exchanges {
  return {
    ...exchanges,
    isRefused,
    include: (exchange) => exchanges.include(exchange) && include(exchange),
  };
}
