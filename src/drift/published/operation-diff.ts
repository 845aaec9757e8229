import { compareSecurity } from './access-diff.ts';
import { compareRequestBody } from './body-diff.ts';
import type { Difference, Direction, Scope } from './difference.ts';
import type { Operation } from './match.ts';
import { compareParameters } from './parameters-diff.ts';
import { compareResponses } from './responses-diff.ts';

/** Everything that differs between two versions of an operation, its address aside. */
export function compareOperation(
  before: Operation,
  after: Operation,
  isPartial: boolean,
): Difference[] {
  const known = new Map<string, Difference[]>();
  const scope = (direction: Direction): Scope => ({ direction, isPartial, field: '', known });
  return [
    ...compareSecurity(before, after, isPartial),
    ...compareParameters(before, after, scope('request')),
    ...compareRequestBody(before, after, scope('request')),
    ...compareResponses(before, after, scope('response')),
  ];
}
