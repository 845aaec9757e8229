import type { FakeExchange } from '../support/fake-provider.ts';

/** Which exchanges are meant. */
export type When = (exchange: FakeExchange) => boolean;

/** Answers with 200 that are JSON, by what was asked. */
const ok =
  (...actions: string[]): When =>
  ({ action, answer }) =>
    actions.includes(action) && answer.status === 200;

export const created = ok('create');
export const seen = ok('get');
export const listed = ok('list');
export const both = ok('create', 'get');
