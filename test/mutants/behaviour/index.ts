import type { AnswerMutant } from '../mutant.ts';
import { accountRows } from './accounts.ts';
import { codeRows } from './codes.ts';
import { limitRows } from './limits.ts';
import { resultRows } from './results.ts';
import type { Row } from './row.ts';
import { stateRows } from './states.ts';
import { statusRows } from './statuses.ts';

const rows: Row[] = [
  ...statusRows,
  ...codeRows,
  ...limitRows,
  ...accountRows,
  ...resultRows,
  ...stateRows,
];

/** Mutants of what a provider does. */
export const behaviourMutants: AnswerMutant[] = rows.flatMap(
  ([providers, change, operation, location, words, behave, spend]) =>
    providers.map((provider) => ({
      name: `${provider} ${change}: ${words}`,
      provider,
      change,
      operation,
      location,
      history: 40,
      spend,
      mutation: (exchange) => {
        const answer = behave(exchange);
        return answer ? { ...exchange, answer } : exchange;
      },
    })),
);
