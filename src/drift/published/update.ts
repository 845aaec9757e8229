import { isObject, objectOf, stepsOf, valueAt } from '../../documents/json.ts';
import { withoutProse } from './canonical.ts';
import { locate } from './compare.ts';
import { inline } from './inline.ts';
import { nameOf, operationsIn, pairOperations } from './match.ts';
import type { Overlay } from './overlay.ts';
import { comparePage, withOperations } from './page-diff.ts';
import type { PublishedPage } from './published.ts';
import { parsed } from './yaml.ts';
import { deleteIn, setIn, unshareIn } from './yaml-edit.ts';

/** How a vendored document is brought up to date. */
export interface UpdateOptions {
  /** The corrections to it: what they say already is not written into it. */
  overlay?: Overlay;
  /** Operations that are to go when no page has them, as `POST /v1/audio/text-to-audio`. */
  gone?: ReadonlySet<string>;
  /** The day on which the pages were read, as `2026-11-20`; operations that change are marked with it. */
  read?: string;
}

/** One change to the text: a value, or nothing where something is to go. */
interface Edit {
  steps: string[];
  value: unknown;
}

/**
 * A vendored document with the structure of the pages written into it. Our wording, comments and layout stay, the
 * pages' wording stays out; what is new has no description yet. Operations that are not vendored are left out, too.
 */
export function updateFrom(
  pages: PublishedPage | readonly PublishedPage[],
  text: string,
  options: UpdateOptions = {},
): string {
  const all: readonly PublishedPage[] = 'document' in pages ? [pages] : pages;
  const once = attempt(all, text, options);
  // Which branch is which may show only when the others are in place.
  return once.isRight ? once.text : attempt(all, once.text, options).text;
}

/** Changes shared schemas in place; if that reaches what no page speaks of, each use gets its own copy. */
function attempt(
  pages: readonly PublishedPage[],
  text: string,
  options: UpdateOptions,
): { text: string; isRight: boolean } {
  const shared = update(pages, text, options, false);
  if (shared === text || isRight(pages, text, shared, options)) {
    return { text: shared, isRight: true };
  }
  return { text: update(pages, text, options, true), isRight: false };
}

function update(
  pages: readonly PublishedPage[],
  text: string,
  options: UpdateOptions,
  isUnsharing: boolean,
): string {
  return pages.reduce((result, page) => {
    const { edits, changed } = editsFrom(page, result, options);
    const prepared = isUnsharing
      ? edits.reduce((at, { steps }) => unshareIn(at, steps), result)
      : result;
    const edited = edits.reduce(apply, prepared);
    const { read } = options;
    if (!read) return edited;
    return [...changed].reduce((at, steps) => setIn(at, [...steps, 'x-read'], read), edited);
  }, text);
}

const apply = (text: string, { steps, value }: Edit): string =>
  value === undefined ? deleteIn(text, steps) : setIn(text, steps, value);

const read = (text: string): object => parsed(text).object;

/** The operations of a document that a page has, and those that are to go. */
function concerned(text: string, page: PublishedPage, { gone }: UpdateOptions): Set<string> {
  const pairs = pairOperations(operationsIn(objectOf(read(text))), operationsIn(page.document));
  return new Set([...pairs.map(([ours]) => nameOf(ours)), ...(gone ?? [])]);
}

function editsFrom(page: PublishedPage, text: string, options: UpdateOptions) {
  const document = withOperations(read(text), concerned(text, page, options));
  const located = comparePage(document, page, options.overlay ?? { actions: [] });
  const copies = located.flatMap(
    ({ difference: { copies: given, vendored, published } }): [string, string][] =>
      given ?? [[vendored, published]],
  );
  const edits = [...new Map(copies)].map(([vendored, published]): Edit => {
    const steps = stepsOf(vendored);
    const value = withoutProse(valueAt(page.document, published));
    return { steps, value: described(steps, value) };
  });
  const names = new Set(located.map(({ operation }) => operation));
  const kept = operationsIn(document).filter((each) => names.has(nameOf(each)));
  const removed = located.filter(({ difference }) => difference.kind === 'operation-removed');
  const gone = new Set(removed.map(({ operation }) => operation));
  return {
    edits: inOrder(edits),
    changed: kept.filter((each) => !gone.has(nameOf(each))).map(({ at }) => stepsOf(at)),
  };
}

/** An answer must have a description; ours says no more than its number. */
function described(steps: string[], value: unknown): unknown {
  const isAnswer = steps.at(-2) === 'responses' && isObject(value);
  return isAnswer ? { description: `Status ${steps.at(-1)}.`, ...value } : value;
}

/** What is written first, then what goes, lists from their end, so that positions hold until they are used. */
function inOrder(edits: readonly Edit[]): Edit[] {
  const gone = edits.filter(({ value }) => value === undefined);
  const position = ({ steps }: Edit) => Number(steps.at(-1)) || 0;
  return [
    ...edits.filter(({ value }) => value !== undefined),
    ...gone.sort((a, b) => position(b) - position(a)),
  ];
}

/** Whether the pages are met now, and no operation changed that they do not speak of. */
function isRight(
  pages: readonly PublishedPage[],
  before: string,
  after: string,
  options: UpdateOptions,
): boolean {
  const touched = new Set(pages.flatMap((page) => [...concerned(before, page, options)]));
  const rest = operationsIn(objectOf(read(before))).map(nameOf);
  const others = new Set(rest.filter((name) => !touched.has(name)));
  const [was, is] = [before, after].map((text) => withOperations(read(text), others));
  const isMet = pages.every((page) => editsFrom(page, after, options).edits.length === 0);
  const strays = locate(inline(was), inline(is), false);
  return isMet && strays.length === 0;
}
