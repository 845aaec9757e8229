/** Compares two whole documents, operation by operation, and makes findings of the differences. */
import { type Finding, makeFinding } from '../../contract/finding.ts';
import { kinds, severityAtMost } from '../../contract/kinds.ts';
import { isObject, type JsonObject, join, stepsOf, valueAt } from '../../documents/json.ts';
import { compareOperation, compareWebhooks } from './compare-operations.ts';
import { compareSchemas } from './compare-schemas.ts';
import { type Difference, type Located, scopeOf } from './difference.ts';
import { limits } from './limits.ts';
import { inline } from './normalize.ts';
import { hasMoved, nameOf, type Operation, operationsIn, pairOperations } from './operations.ts';
import { applyOverlay, type Overlay } from './overlay.ts';
import type { PublishedPage } from './published-page.ts';
import { alternativesOf, type SchemaAt, shapeOf } from './schema-shape.ts';

/** How the two documents are to be read. */
export interface CompareOptions {
  /** The provider that every finding names. */
  provider: string;
  /** Whether the published document holds only what could be read, so that what it does not say is no finding. @default false */
  isPartial?: boolean;
}

/**
 * How a published OpenAPI document differs from the vendored one in meaning, as a caller sees it. Prose, examples, order,
 * references, tags, operation ids and extensions make no difference.
 *
 * Each finding's `location` is a JSON pointer to what changed: into the vendored document, or into the published one for
 * what is new there. It leads through `$ref` as if what is referred to stood in its place, so that
 * `#/paths/…/schema/properties/data/properties/task_id` is found behind a reference, too.
 * @throws {RangeError} a reference leads nowhere, or a document is too large
 */
export function compareDocuments(
  vendored: object,
  published: object,
  { provider, isPartial = false }: CompareOptions,
): Finding[] {
  return findingsOf(findDifferences(inline(vendored), inline(published), isPartial), provider);
}

/** The differences of two documents without references, operation by operation; moved fields are not yet joined. */
export function findDifferences(
  vendored: JsonObject,
  published: JsonObject,
  isPartial: boolean,
): Located[] {
  const ours = operationsIn(vendored);
  const theirs = operationsIn(published);
  const pairs = pairOperations(ours, theirs);
  const paired = new Set(pairs.flat());
  const located = [
    ...ours.filter((each) => !paired.has(each)).map(removedOperation),
    ...pairs.flatMap(([before, after]) => [
      ...(hasMoved(before, after) ? [movedOperation(before, after)] : []),
      ...compareOperation(before, after, isPartial),
    ]),
    ...theirs.filter((each) => !paired.has(each)).map(addedOperation),
    ...compareWebhooks(vendored, published, isPartial),
  ];
  return located.map((each) => capInferred(each, vendored));
}

/** What nobody says can be a warning at most, whatever became of it. */
function capInferred({ operation, difference }: Located, vendored: JsonObject): Located {
  const severity = severityAtMost(
    difference.severity ?? kinds[difference.kind].severity,
    isInferredAt(vendored, difference.vendored) ? 'warning' : 'breaking',
  );
  const isSame = severity === (difference.severity ?? kinds[difference.kind].severity);
  return { operation, difference: isSame ? difference : { ...difference, severity } };
}

/** Whether the innermost certainty around a pointer is that something was inferred. */
function isInferredAt(document: JsonObject, pointer: string): boolean {
  let node: unknown = document;
  let certainty: unknown;
  for (const step of stepsOf(pointer)) {
    node = valueAt(node, join('', step));
    certainty = (isObject(node) ? node['x-certainty'] : undefined) ?? certainty;
  }
  return certainty === 'inferred';
}

/** An operation in another place: whoever calls it has to be changed by hand, and so has our document. */
const movedOperation = (before: Operation, after: Operation): Located => ({
  operation: nameOf(before),
  difference: {
    kind: 'operation-moved',
    vendored: before.at,
    published: after.at,
    expected: nameOf(before),
    actual: nameOf(after),
    message: `${nameOf(before)} is now ${nameOf(after)}`,
    edits: [],
  },
});

const removedOperation = (operation: Operation): Located => ({
  operation: nameOf(operation),
  difference: {
    kind: 'operation-removed',
    vendored: operation.at,
    published: operation.at,
    expected: nameOf(operation),
    message: `${nameOf(operation)} is gone`,
  },
});

const addedOperation = (operation: Operation): Located => ({
  operation: nameOf(operation),
  difference: {
    kind: 'operation-added',
    vendored: operation.at,
    published: operation.at,
    actual: nameOf(operation),
    message: `${nameOf(operation)} is new`,
    edits: [],
  },
});

/**
 * How a page differs from the vendored document. A page for people states rules in its sentences that OpenAPI documents
 * leave to the overlay, so it differs only where neither the document nor the corrected document says the same.
 */
export function comparePage(document: object, page: PublishedPage, overlay: Overlay): Located[] {
  const differences = findDifferences(inline(document), page.document, page.isPartial);
  return page.isPartial ? withoutCorrected(differences, document, page, overlay) : differences;
}

/** The differences that the corrected document has, too: the others had been corrected by the overlay already. */
export function withoutCorrected(
  differences: readonly Located[],
  document: object,
  page: PublishedPage,
  overlay: Overlay,
): Located[] {
  if (differences.length === 0) return [];
  const pointers = new Set(differences.map(({ difference }) => difference.vendored));
  const corrected = inline(applyOverlay(document, overlay));
  return findDifferences(corrected, page.document, page.isPartial).filter(({ difference }) =>
    pointers.has(difference.vendored),
  );
}

/** Findings from differences with a page, which may be named: moved fields are joined, and nothing is said twice. */
export function findingsOf(
  located: readonly Located[],
  provider: string,
  page?: PublishedPage,
): Finding[] {
  const operations = [...new Set(located.map(({ operation }) => operation))];
  const findings = operations.flatMap((operation) => {
    const own = located.filter((each) => each.operation === operation);
    return joinMoves(own.map(({ difference }) => difference)).map((difference) =>
      toFinding(difference, operation, provider, page),
    );
  });
  return [...new Map(findings.map((each) => [JSON.stringify(each), each])).values()];
}

function toFinding(
  difference: Difference,
  operation: string,
  provider: string,
  page: PublishedPage | undefined,
): Finding {
  const line = page?.lineAt?.(difference.published);
  const { kind, severity, vendored, published, expected, actual, message } = difference;
  return makeFinding({
    kind,
    provider,
    operation,
    location: expected === undefined ? published : vendored,
    expected: expected ?? null,
    actual: actual ?? null,
    message,
    ...(severity ? { severity } : {}),
    ...(page ? { page: page.name } : {}),
    ...(line ? { line } : {}),
  });
}

/**
 * Joins fields of one response that went in one place and came in another: the same name with the same schema at another
 * depth has moved. The object that holds them is then neither gone nor new, unless something else in it is.
 */
function joinMoves(differences: readonly Difference[]): Difference[] {
  const bodies = new Set(differences.map(bodyOf));
  return [...bodies].flatMap((body) =>
    joinMovesInBody(differences.filter((difference) => bodyOf(difference) === body)),
  );
}

/** The pointer to the body that a difference is in, if it is in one. */
const bodyOf = ({ vendored }: Difference) =>
  /^.*?\/content\/[^/]*\/schema/.exec(vendored)?.[0] ?? '';

function joinMovesInBody(differences: Difference[]): Difference[] {
  const gone = differences.filter(({ kind }) => kind === 'response-field-removed');
  const fresh = differences.filter(({ kind }) => kind === 'response-field-added');
  if (gone.length === 0 || fresh.length === 0) return differences;
  const arrived = fresh.map((each) => treeOf(each, each.published));
  // Nothing is lost where nothing is joined: what went and what came are findings, too.
  if (arrived.flatMap(allFields).length > limits.moves) return differences;
  const taken = new Set<FieldTree>();
  // All that went is matched before it is decided what of the new is left.
  const left = new Map(
    gone.map((each) => [each, findMoves(treeOf(each, each.vendored), arrived, taken, each)]),
  );
  return differences.flatMap((difference) => {
    const moves = left.get(difference);
    if (moves) return moves.map((move) => move ?? difference);
    const tree = arrived[fresh.indexOf(difference)];
    return tree ? findNew(tree, difference, taken) : [difference];
  });
}

/** A field that came or went, with the fields below it. */
interface FieldTree {
  name: string;
  /** JSON pointer into the document that it stands in. */
  at: string;
  schemas: SchemaAt[];
  below: FieldTree[];
}

const treeOf = ({ field }: Difference, at: string): FieldTree =>
  growTree(field?.name ?? '', at, field?.schemas ?? [], 0);

/** Deep enough for any response, and an end for one that contains itself. */
const maxDepth = 12;

function growTree(name: string, at: string, schemas: SchemaAt[], depth: number): FieldTree {
  const shape = shapeOf(alternativesOf(schemas)[0] ?? []);
  const inner = shape.items.length > 0 ? shapeOf(alternativesOf(shape.items)[0] ?? []) : shape;
  const fields = depth < maxDepth && !shape.isRecursive ? [...(inner.fields ?? [])] : [];
  const below = fields.map(([key, field]) => growTree(key, field.at, field.schemas, depth + 1));
  return { name, at, schemas, below };
}

/** The moves of a field that went and of those below it; `undefined` means that the field itself is gone. */
function findMoves(
  tree: FieldTree,
  arrived: FieldTree[],
  taken: Set<FieldTree>,
  gone: Difference,
): (Difference | undefined)[] {
  const target = arrived.flatMap(allFields).find((each) => !taken.has(each) && isSame(tree, each));
  if (target) {
    for (const each of allFields(target)) taken.add(each);
    return [movedField(tree, target, gone)];
  }
  const below = tree.below.map((each) => ({ each, moves: findMoves(each, arrived, taken, gone) }));
  if (!below.some(({ moves }) => moves.some((move) => move !== undefined))) return [undefined];
  return below.flatMap(({ each, moves }) => moves.map((move) => move ?? goneField(each, gone)));
}

const allFields = (tree: FieldTree): FieldTree[] => [tree, ...tree.below.flatMap(allFields)];

const isSame = (a: FieldTree, b: FieldTree): boolean =>
  a.name === b.name &&
  compareSchemas(a.schemas, b.schemas, scopeOf('response', false)).length === 0;

/** A pointer as the field's path in words, `data.audios[].url`. */
function describePointer(pointer: string): string {
  const steps = stepsOf(pointer.replace(/^.*?\/schema(?=\/|$)/, ''));
  const words: string[] = [];
  for (let step = steps.shift(); step !== undefined; step = steps.shift()) {
    if (step === 'items') words.push('[]');
    // Of a choice, what follows is the branch; of an object, the name of a field.
    else if (step === 'properties') words.push(`.${steps.shift() ?? ''}`);
    else if (step === 'additionalProperties') words.push('.*');
    else steps.shift();
  }
  return words.join('').replace(/^\./, '');
}

/** What became of a part of a field is as bad as what became of the whole. */
const severityOf = ({ severity }: Difference) => (severity ? { severity } : {});

const movedField = (from: FieldTree, to: FieldTree, gone: Difference): Difference => ({
  kind: 'response-moved',
  ...severityOf(gone),
  vendored: from.at,
  published: to.at,
  expected: describePointer(from.at),
  actual: describePointer(to.at),
  message: `${describePointer(from.at)} moved to ${describePointer(to.at)}`,
});

const goneField = ({ at }: FieldTree, gone: Difference): Difference => ({
  kind: 'response-field-removed',
  ...severityOf(gone),
  vendored: at,
  published: at,
  expected: describePointer(at),
  message: `${describePointer(at)} is gone`,
});

/** What is new about a field once the fields that moved into it are taken out. */
function findNew(tree: FieldTree, difference: Difference, taken: Set<FieldTree>): Difference[] {
  if (taken.has(tree)) return [];
  if (!allFields(tree).some((each) => taken.has(each))) return [difference];
  return tree.below.flatMap((each) => {
    const actual = describePointer(each.at);
    const message = `${actual} is new`;
    return findNew(each, { ...difference, published: each.at, actual, message }, taken);
  });
}
