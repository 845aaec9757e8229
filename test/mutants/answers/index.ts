import type { Node } from '../edit.ts';
import { type AnswerMutant, naming } from '../mutant.ts';
import { fieldRows } from './fields.ts';
import { meaningRows } from './meanings.ts';
import { refusalRows } from './refusals.ts';
import type { Row } from './row.ts';
import { typeRows } from './types.ts';

const rows: Row[] = [...fieldRows, ...typeRows, ...meaningRows, ...refusalRows];

/** Mutants of fields in answers. */
export const answerMutants: AnswerMutant[] = rows.flatMap(
  ([providers, change, when, operation, fields, words, edit]) =>
    providers.map((provider) => ({
      name: `${provider} ${String(operation).slice(1, 6).replace(/\W/g, '') || 'any'} ${fields}: ${words} (${change})`,
      provider,
      change,
      operation,
      location: naming(fields),
      history: 3,
      mutation: (exchange) => {
        if (!when(exchange)) return exchange;
        const body = structuredClone(exchange.answer.body) as Node;
        edit(body);
        return { ...exchange, answer: { ...exchange.answer, body } };
      },
    })),
);
