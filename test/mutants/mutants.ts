import { answerMutants } from './answers.ts';
import { behaviourMutants } from './behaviour.ts';
import type { Mutant } from './mutant.ts';
import { operationMutants } from './operations.ts';
import { requestMutants } from './requests.ts';
import { responseMutants } from './responses.ts';

/** Every mutant, those of documents first. */
export const mutants: readonly Mutant[] = [
  ...requestMutants,
  ...operationMutants,
  ...responseMutants,
  ...answerMutants,
  ...behaviourMutants,
];
