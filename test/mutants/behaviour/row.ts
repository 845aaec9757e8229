import type { ProviderName } from '../../../src/documents/documents.ts';
import type { FakeAnswer } from '../../support/fake-answers.ts';
import type { FakeExchange } from '../../support/fake-provider.ts';
import type { ChangeName } from '../changes.ts';

/** Another answer, or undefined for the one there is. */
export type Behaviour = (exchange: FakeExchange) => FakeAnswer | undefined;

/** A way to behave, as a line of a table. */
export type Row = [
  readonly ProviderName[],
  ChangeName,
  operation: RegExp,
  location: RegExp,
  words: string,
  Behaviour,
  /** Tasks that the check may create, where four do not show it. */
  spend?: number,
];

/** Whether it came with credentials. */
export const isKnown = ({ request }: FakeExchange) => Boolean(request.authorization);

/** Behaves otherwise in one case. */
export const when =
  (
    is: (exchange: FakeExchange) => unknown,
    then: (exchange: FakeExchange) => FakeAnswer,
  ): Behaviour =>
  (exchange) =>
    is(exchange) ? then(exchange) : undefined;
/** The same answer, changed. */
export const sending = (change: Partial<FakeAnswer>) => (exchange: FakeExchange) => ({
  ...exchange.answer,
  ...change,
});
/** An answer of Kling's form. */
export const json = (status: number, body: unknown): FakeAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body,
});
export const error = (code: number) => ({ code, message: 'No', request_id: 'r-1' });
/** The refusal of a create that breaks a rule. */
export const bad = ({ refuse }: FakeExchange) => refuse(400, 1201);
