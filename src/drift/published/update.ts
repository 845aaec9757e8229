/** Brings a vendored document up to date with the pages that are published. */
import { isDeepStrictEqual } from 'node:util';
import { assertAtMost } from '../../contract/modest-json.ts';
import { isObject, type JsonObject, stepsOf, valueAt } from '../../documents/json.ts';
import { comparePage, findDifferences } from './compare-documents.ts';
import type { PointerPair } from './difference.ts';
import { limits } from './limits.ts';
import { inline, withoutProse } from './normalize.ts';
import { nameOf, operationsIn, pairOperations, withOperations } from './operations.ts';
import type { Overlay } from './overlay.ts';
import type { PublishedPage } from './published-page.ts';
import { deleteIn, editable, setIn, unshareIn, type Yaml, yamlOf } from './yaml.ts';

/** How a vendored document is brought up to date. */
export interface UpdateOptions {
  /** The corrections to it: what they say already is not written into it. */
  overlay?: Overlay;
  /** Operations that are to go when no page has them, as `POST /v1/audio/text-to-audio`. */
  gone?: ReadonlySet<string>;
  /** The day on which the pages were read, as `2026-11-20`; operations that change are marked with it. */
  read?: string;
}

/**
 * A vendored document with the structure of the pages written into it. Our wording and comments stay, and the pages' wording
 * stays out; what is new has no description yet. Operations that are not vendored are left out, too. Where nothing changes
 * it is the same object.
 * @throws {RangeError} a page differs in too many places, or the result has references that lead nowhere
 */
export function updateFrom(
  pages: readonly PublishedPage[],
  source: Yaml,
  options: UpdateOptions = {},
): Yaml {
  const once = tryUpdate(pages, source, options);
  // Which branch of a choice corresponds to which may show only when the others are in place.
  return once.isDone ? once.result : tryUpdate(pages, once.result, options).result;
}

/** Changes shared schemas in place; if that reaches what no page describes, each use gets its own copy. */
function tryUpdate(
  pages: readonly PublishedPage[],
  source: Yaml,
  options: UpdateOptions,
): { result: Yaml; isDone: boolean } {
  const shared = update(pages, source, options, false);
  if (shared === source || isUpToDate(pages, source.value, shared.value, options)) {
    return { result: shared, isDone: true };
  }
  return { result: update(pages, source, options, true), isDone: false };
}

/** The value to write where the steps lead, or `undefined` to remove what is there. */
interface Edit {
  steps: string[];
  value: unknown;
}

function update(
  pages: readonly PublishedPage[],
  source: Yaml,
  options: UpdateOptions,
  isUnsharing: boolean,
): Yaml {
  return pages.reduce((result, page) => {
    const { edits, changed } = editsFrom(page, result.value, options);
    const { read } = options;
    const raised = read ? operationsToTrust(page, result.value, options) : [];
    const marks = [
      ...(read ? changed.map((steps) => ({ steps: [...steps, 'x-read'], value: read })) : []),
      ...raised.map((steps) => ({ steps: [...steps, 'x-certainty'], value: 'published' })),
    ];
    if (edits.length + marks.length === 0) return result;
    const document = editable(result.document);
    if (isUnsharing) for (const { steps } of edits) unshareIn(document, steps);
    for (const { steps, value } of [...edits, ...marks]) {
      if (value === undefined) deleteIn(document, steps);
      else setIn(document, steps, value);
    }
    return yamlOf(document);
  }, source);
}

/** The operations that were transcribed from text for people, and that a page has as OpenAPI now. */
function operationsToTrust(
  page: PublishedPage,
  document: JsonObject,
  options: UpdateOptions,
): string[][] {
  if (page.isPartial) return [];
  const concerned = operationsConcerned(document, page, { ...options, gone: new Set() });
  return operationsIn(document)
    .filter((each) => concerned.has(nameOf(each)))
    .filter(({ operation }) => operation['x-certainty'] === 'transcribed')
    .map(({ at }) => stepsOf(at));
}

/** The edits after which the document says what the page says, and the operations that they change. */
function editsFrom(
  page: PublishedPage,
  whole: JsonObject,
  options: UpdateOptions,
): { edits: Edit[]; changed: string[][] } {
  const document = withOperations(whole, operationsConcerned(whole, page, options));
  const located = comparePage(document, page, options.overlay ?? { actions: [] });
  assertAtMost(limits.edits, located.length, 'differences');
  const pairs = located.flatMap(
    ({ difference: { edits, vendored, published } }): PointerPair[] =>
      edits ?? [[vendored, published]],
  );
  const edits = [...new Map(pairs)].map(([vendored, published]): Edit => {
    const steps = stepsOf(vendored);
    const value = withoutProse(valueAt(page.document, published));
    return { steps, value: describeResponse(steps, value) };
  });
  const written = edits.reduce((sum, { value }) => sum + (JSON.stringify(value)?.length ?? 0), 0);
  assertAtMost(limits.written, written, 'characters to be written');
  const removed = located.filter(({ difference }) => difference.kind === 'operation-removed');
  const gone = new Set(removed.map(({ operation }) => operation));
  const names = new Set(
    located.map(({ operation }) => operation).filter((name) => !gone.has(name)),
  );
  const changed = operationsIn(document).filter((each) => names.has(nameOf(each)));
  return { edits: sortEdits(edits), changed: changed.map(({ at }) => stepsOf(at)) };
}

/** The operations of a document that a page has, and those that are to go. */
function operationsConcerned(
  document: JsonObject,
  page: PublishedPage,
  { gone = new Set() }: UpdateOptions,
): Set<string> {
  const pairs = pairOperations(operationsIn(document), operationsIn(page.document));
  return new Set([...pairs.map(([ours]) => nameOf(ours)), ...gone]);
}

/** OpenAPI demands a description of every response; ours says no more than the status. */
function describeResponse(steps: string[], value: unknown): unknown {
  const isResponse = steps.at(-2) === 'responses' && isObject(value);
  return isResponse ? { description: `Status ${steps.at(-1)}.`, ...value } : value;
}

/** Removals come last, and from the end of lists, so that no edit shifts the positions that others use. */
function sortEdits(edits: readonly Edit[]): Edit[] {
  const position = ({ steps }: Edit) => Number(steps.at(-1)) || 0;
  const written = edits.filter(({ value }) => value !== undefined);
  const gone = edits.filter(({ value }) => value === undefined);
  return [...written, ...gone.sort((a, b) => position(b) - position(a))];
}

/** Whether the document says what the pages say now, and no operation changed that they do not describe. */
function isUpToDate(
  pages: readonly PublishedPage[],
  before: JsonObject,
  after: JsonObject,
  options: UpdateOptions,
): boolean {
  if (pages.some((page) => editsFrom(page, after, options).edits.length > 0)) return false;
  const concerned = new Set(
    pages.flatMap((page) => [...operationsConcerned(before, page, options)]),
  );
  const names = operationsIn(before).map(nameOf);
  const others = new Set(names.filter((name) => !concerned.has(name)));
  const was = withOperations(before, others);
  const is = withOperations(after, others);
  return isDeepStrictEqual(was, is) || findDifferences(inline(was), inline(is), false).length === 0;
}
