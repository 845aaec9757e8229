import { type Finding, finding } from '../../contract/finding.ts';
import type { JsonObject } from '../../documents/json.ts';
import { compareServers } from './access-diff.ts';
import type { Difference, Located } from './difference.ts';
import { inline } from './inline.ts';
import { nameOf, type Operation, operationsIn, pairOperations } from './match.ts';
import { joinMoves } from './moves.ts';
import { compareOperation } from './operation-diff.ts';
import { compareWebhooks } from './webhooks-diff.ts';

/** What is held against each other, and how it is to be read. */
export interface CompareOptions {
  /** Whose documents they are; every finding names it. */
  provider: string;
  /** Whether the published document holds only what could be read: what it does not say is no finding. @default false */
  isPartial?: boolean;
}

/**
 * What a published OpenAPI document says otherwise than the vendored one, by meaning and from the caller's side. Prose,
 * examples, order, references, tags, operation ids and extensions are no difference.
 *
 * Each finding's `location` is a JSON pointer to the thing that changed, into the vendored document, or into the
 * published one for what is new there. Pointers are pointers of use: they lead through `$ref` as if what it points to
 * stood in its place, so `#/paths/…/schema/properties/data/properties/task_id` is found behind a reference, too.
 * @throws {RangeError} a reference leads nowhere, or a document is too large
 */
export function compareDocuments(
  vendored: object,
  published: object,
  { provider, isPartial = false }: CompareOptions,
): Finding[] {
  const located = locate(inline(vendored), inline(published), isPartial);
  return findingsOf(located, provider);
}

/** The differences of two documents without references, operation by operation, moves not yet joined. */
export function locate(vendored: JsonObject, published: JsonObject, isPartial: boolean): Located[] {
  const [ours, theirs] = [operationsIn(vendored), operationsIn(published)];
  const pairs = pairOperations(ours, theirs);
  const paired = new Set(pairs.flat());
  const changed = pairs.flatMap(([before, after]) => [
    ...compareServers(before, after).map((difference) => ({
      operation: difference.vendored === before.at ? nameOf(before) : '',
      difference,
    })),
    ...compareOperation(before, after, isPartial).map((difference) => ({
      operation: nameOf(before),
      difference,
    })),
  ]);
  const gone = ours.filter((each) => !paired.has(each)).map(removed);
  const fresh = theirs.filter((each) => !paired.has(each)).map(added);
  const calls = compareWebhooks(vendored, published, isPartial);
  return [...gone, ...changed, ...fresh, ...calls];
}

const removed = (operation: Operation): Located => ({
  operation: nameOf(operation),
  difference: {
    kind: 'operation-removed',
    vendored: operation.at,
    published: operation.at,
    expected: nameOf(operation),
    message: `${nameOf(operation)} is gone`,
  },
});

const added = (operation: Operation): Located => ({
  operation: nameOf(operation),
  difference: {
    kind: 'operation-added',
    vendored: operation.at,
    published: operation.at,
    actual: nameOf(operation),
    message: `${nameOf(operation)} is new`,
    copies: [],
  },
});

/** Findings from differences: moves joined, and each said once. */
export function findingsOf(located: readonly Located[], provider: string): Finding[] {
  const operations = [...new Set(located.map(({ operation }) => operation))];
  const findings = operations.flatMap((operation) => {
    const own = located.filter((each) => each.operation === operation);
    return joinMoves(own.map(({ difference }) => difference)).map((difference) =>
      asFinding(difference, operation, provider),
    );
  });
  return [...new Map(findings.map((each) => [JSON.stringify(each), each])).values()];
}

function asFinding(difference: Difference, operation: string, provider: string): Finding {
  const { kind, severity, vendored, published, expected, actual, message } = difference;
  return finding({
    kind,
    provider,
    operation,
    location: expected === undefined ? published : vendored,
    expected: expected ?? null,
    actual: actual ?? null,
    message,
    ...(severity ? { severity } : {}),
  });
}
