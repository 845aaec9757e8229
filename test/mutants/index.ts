import { answerMutants } from './answers/index.ts';
import { behaviourMutants } from './behaviour/index.ts';
import type { Mutant } from './mutant.ts';
import { operationMutants } from './operations/index.ts';
import { requestMutants } from './requests/index.ts';

/** Every mutant, those of documents first. */
export const mutants: readonly Mutant[] = [
  ...requestMutants,
  ...operationMutants,
  ...answerMutants,
  ...behaviourMutants,
];
