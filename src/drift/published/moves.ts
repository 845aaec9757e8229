import type { Difference, Scope } from './difference.ts';
import { compareSchemas } from './schema-diff.ts';
import { alternativesOf, type Place, shapeOf } from './shape.ts';

/** A field that came or went, with those below it. */
interface Node {
  name: string;
  /** JSON pointer into the document that it stands in. */
  at: string;
  places: Place[];
  below: Node[];
}

/**
 * Joins fields of one answer that went here and came there: the same name with the same schema at another depth has
 * moved. What holds them is then neither gone nor new, unless something else in it is.
 */
export function joinMoves(differences: readonly Difference[]): Difference[] {
  const bodies = new Set(differences.map(bodyOf));
  return [...bodies].flatMap((body) =>
    joinIn(differences.filter((difference) => bodyOf(difference) === body)),
  );
}

/** The pointer of the body that a difference is in, if it is in one. */
const bodyOf = ({ vendored }: Difference) =>
  /^.*?\/content\/[^/]*\/schema/.exec(vendored)?.[0] ?? '';

function joinIn(differences: Difference[]): Difference[] {
  const of = (kind: Difference['kind']) => differences.filter((each) => each.kind === kind);
  const [gone, fresh] = [of('response-field-removed'), of('response-field-added')];
  if (gone.length === 0 || fresh.length === 0) return differences;
  const arrived = fresh.map((each) => nodeOf(each, each.published));
  const taken = new Set<Node>();
  const left = gone.map((each) => ({
    each,
    rest: settle(nodeOf(each, each.vendored), arrived, taken),
  }));
  return differences.flatMap((difference) => {
    const lost = left.find(({ each }) => each === difference);
    if (lost) return lost.rest.map((outcome) => outcome ?? difference);
    const node = arrived[fresh.indexOf(difference)];
    return node ? remaining(node, difference, taken) : [difference];
  });
}

function nodeOf({ field }: Difference, at: string): Node {
  return nodeFrom(field?.name ?? '', at, field?.places ?? [], 0);
}

/** Deep enough for any answer, and an end for one that contains itself. */
const maxDepth = 12;

function nodeFrom(name: string, at: string, places: Place[], depth: number): Node {
  const shape = shapeOf(alternativesOf(places)[0] ?? []);
  const entries = shape.items.length > 0 ? shapeOf(alternativesOf(shape.items)[0] ?? []) : shape;
  const fields = depth < maxDepth && !shape.isRecursive ? [...(entries.fields ?? [])] : [];
  const below = fields.map(([key, field]) => nodeFrom(key, field.at, field.places, depth + 1));
  return { name, at, places, below };
}

/** The moves of a field that went and of those below it; `undefined` stands for the field itself being gone. */
function settle(node: Node, arrived: Node[], taken: Set<Node>): (Difference | undefined)[] {
  const target = arrived.flatMap(family).find((each) => !taken.has(each) && isSame(node, each));
  if (target) {
    for (const each of family(target)) taken.add(each);
    return [moved(node, target)];
  }
  const outcomes = node.below.map((each) => ({ each, found: settle(each, arrived, taken) }));
  if (!outcomes.some(({ found }) => found.some((outcome) => outcome !== undefined)))
    return [undefined];
  return outcomes.flatMap(({ each, found }) => found.map((outcome) => outcome ?? goneBelow(each)));
}

const family = (node: Node): Node[] => [node, ...node.below.flatMap(family)];

function isSame(a: Node, b: Node): boolean {
  if (a.name !== b.name) return false;
  const scope: Scope = { direction: 'response', isPartial: false, field: '', known: new Map() };
  return compareSchemas(a.places, b.places, scope).length === 0;
}

const words = (pointer: string) =>
  pointer
    .replace(/^.*?\/schema/, '')
    .replaceAll(/\/(?:properties|items|(?:all|one|any)Of\/\d+)(?=\/|$)/g, '')
    .slice(1)
    .replaceAll('/', '.');

const moved = (from: Node, to: Node): Difference => ({
  kind: 'response-moved',
  vendored: from.at,
  published: to.at,
  expected: words(from.at),
  actual: words(to.at),
  message: `${words(from.at)} moved to ${words(to.at)}`,
});

const goneBelow = ({ at }: Node): Difference => ({
  kind: 'response-field-removed',
  vendored: at,
  published: at,
  expected: words(at),
  message: `${words(at)} is gone`,
});

/** What is new about a field once moves are taken out. */
function remaining(node: Node, difference: Difference, taken: Set<Node>): Difference[] {
  if (taken.has(node)) return [];
  if (!family(node).some((each) => taken.has(each))) return [difference];
  return node.below.flatMap((each) =>
    remaining(
      each,
      {
        ...difference,
        published: each.at,
        actual: words(each.at),
        message: `${words(each.at)} is new`,
      },
      taken,
    ),
  );
}
