import { kinds } from '../../contract/kinds.ts';
import { join } from '../../documents/json.ts';
import { below, type Difference, named, type Scope, show } from './difference.ts';
import { areDisjoint, compareFacts } from './facts-diff.ts';
import { compareFields, type Fields } from './fields-diff.ts';
import { alternativesOf, counterpart, type Place, type Shape, shapeOf } from './shape.ts';

/**
 * The differences between two schemas, each given as all that must hold. Every alternative that the caller may meet
 * (one he sends today, or one that may come back now) is held against the alternative of the other side that is
 * nearest to it.
 */
export function compareSchemas(
  before: readonly Place[],
  after: readonly Place[],
  scope: Scope,
): Difference[] {
  const pointers = [...before, { at: '|' }, ...after].map(({ at }) => at).join(' ');
  const key = `${scope.direction} ${pointers}`;
  const known = scope.known.get(key);
  if (known) return known;
  const differences = compareAlternatives(before, after, scope);
  scope.known.set(key, differences);
  return differences;
}

function compareAlternatives(
  before: readonly Place[],
  after: readonly Place[],
  scope: Scope,
): Difference[] {
  const vendored = alternativesOf(before).map(shapeOf);
  const published = alternativesOf(after).map(shapeOf);
  const isRequest = scope.direction === 'request';
  const [needed, offered] = isRequest ? [vendored, published] : [published, vendored];
  const used = new Set<number>();
  const differences = needed.flatMap((shape, index) => {
    const candidates = offered.map((other, position) => {
      const found = isRequest
        ? compareShapes(shape, other, scope)
        : compareShapes(other, shape, scope);
      return { position, found, cost: costOf(found), distance: Math.abs(position - index) };
    });
    const [nearest] = candidates.sort((a, b) => a.cost - b.cost || a.distance - b.distance);
    if (nearest) used.add(nearest.position);
    return nearest?.found ?? [];
  });
  const unused = offered.filter((_, position) => !used.has(position));
  const shown = unused.map((shape) => spare(shape, before, after, scope));
  return unique([...differences, ...shown]);
}

/** An alternative that nobody is harmed by: one more to send, or one less to come. */
function spare(
  shape: Shape,
  before: readonly Place[],
  after: readonly Place[],
  scope: Scope,
): Difference {
  const isRequest = scope.direction === 'request';
  const types = shape.facts.get('type')?.value;
  const branch = shape.branchAt ?? shape.at;
  const [vendored, published] = [before[0]?.at ?? '', after[0]?.at ?? ''];
  return {
    kind: isRequest ? 'request-type-loosened' : 'response-type-narrowed',
    vendored: isRequest ? vendored : branch,
    published: isRequest ? branch : published,
    expected: isRequest ? undefined : types,
    actual: isRequest ? types : undefined,
    message: `${named(scope)}: one alternative ${isRequest ? 'more' : 'less'} (${show(types)})`,
    copies: ['oneOf', 'anyOf'].map((name) => [join(vendored, name), join(published, name)]),
  };
}

const costs = { breaking: 10_000, warning: 100, info: 1 };

function costOf(differences: readonly Difference[]): number {
  const severities = differences.map(({ kind, severity }) => severity ?? kinds[kind].severity);
  return severities.reduce((sum, severity) => sum + costs[severity], 0);
}

/** Without repetitions: what is said beside alternatives is met once per alternative. */
function unique(differences: readonly Difference[]): Difference[] {
  const keyOf = ({ kind, vendored, published }: Difference) => `${kind} ${vendored} ${published}`;
  return [...new Map(differences.map((each) => [keyOf(each), each])).values()];
}

function compareShapes(before: Shape, after: Shape, scope: Scope): Difference[] {
  if (before.isRecursive || after.isRecursive) return [];
  const facts = compareFacts(before, after, scope);
  if (areDisjoint(before, after)) {
    // Another thing altogether: each keyword of either goes over, and nothing below is worth a word.
    const keywords = [...new Set([...before.keywords, ...after.keywords])];
    const copies = keywords.map((keyword): [string, string] => [
      join(before.at, keyword),
      join(after.at, keyword),
    ]);
    const types = facts.filter(({ kind }) => kind === `${scope.direction}-type-changed`);
    return types.map((found) => ({ ...found, copies }));
  }
  const fields = compareFields(
    fieldsIn(before, after),
    fieldsIn(after, before),
    scope,
    compareSchemas,
  );
  const items = compareItems(before, after, scope);
  return [...facts, ...fields, ...items];
}

const fieldsIn = (shape: Shape, other: Shape): Fields => ({
  fields: shape.fields,
  missingAt: ({ at }) => counterpart(at, other, shape),
  requiredAt: shape.requiredAt,
});

function compareItems(before: Shape, after: Shape, scope: Scope): Difference[] {
  if (before.items.length === 0 && after.items.length === 0) return [];
  if (after.items.length === 0 && scope.isPartial) return [];
  if (![before, after].every(isList)) return [];
  const entries = (shape: Shape) =>
    shape.items.length > 0 ? shape.items : [{ schema: true, at: join(shape.at, 'items') }];
  return compareSchemas(entries(before), entries(after), below(scope, '[]'));
}

const isList = ({ facts }: Shape) => [facts.get('type')?.value].flat().includes('array');
