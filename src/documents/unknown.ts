import { isObject, listOf } from './json.ts';
import { branchesFor, type Schema } from './openapi.ts';

/** A field that no document has. A provider ignores it, so that a typing mistake would pass without a word. */
export interface UnknownField {
  /** Where it is: `['camera_control', 'config', 'zom']`. */
  path: (string | number)[];
  /** The known field that was probably meant. */
  near?: string | undefined;
}

/** The most that are found in one request. */
const maxFound = 20;

/** Finds the fields of a value, at any depth, that its schema does not name. */
export function findUnknown(schema: Schema, value: unknown): UnknownField[] {
  const found: UnknownField[] = [];
  collect([schema], value, [], found);
  return found;
}

/** @param schemas all that speak of the value: what one of them names is known */
function collect(
  schemas: Schema[],
  value: unknown,
  path: UnknownField['path'],
  found: UnknownField[],
): void {
  if (found.length >= maxFound) return;
  const all = schemas.flatMap((each) => branchesFor(each, value));
  const items = all.flatMap(({ items: each }) => each ?? []);
  for (const [index, item] of items.length > 0 ? listOf(value).entries() : []) {
    collect(items, item, [...path, index], found);
  }
  const known = all.flatMap(({ properties = {} }) => Object.entries(properties));
  // An object without named fields may have any.
  if (!isObject(value) || known.length === 0) return;
  for (const [name, child] of Object.entries(value)) {
    const named = known.filter(([each]) => each === name).map(([, each]) => each);
    const inner = named.filter((each) => typeof each === 'object');
    if (named.length > 0) collect(inner, child, [...path, name], found);
    else if (found.length < maxFound) {
      found.push({ path: [...path, name], near: findNear(name, [...new Map(known).keys()]) });
    }
  }
}

/** What is said of an unknown field after its name. */
export const describeUnknown = ({ near }: UnknownField): string =>
  `is unknown and ignored${near === undefined ? '' : `; did you mean ${near}?`}`;

/** The name that was probably meant; undefined where none is near, or the word is too long to be one. */
function findNear(word: string, names: string[]): string | undefined {
  if (word.length > 40) return undefined;
  const [nearest] = names
    .map((name) => ({ name, mistakes: countMistakes(word.toLowerCase(), name.toLowerCase()) }))
    .sort((a, b) => a.mistakes - b.mistakes);
  return nearest && nearest.mistakes <= word.length / 2 ? nearest.name : undefined;
}

/** The typing mistakes between two words: their Levenshtein distance. */
export function countMistakes(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries()) {
      const replaced = (row[j] ?? 0) + (letter === other ? 0 : 1);
      const omitted = (row[j + 1] ?? 0) + 1;
      const added = (next[j] ?? 0) + 1;
      next.push(Math.min(replaced, omitted, added));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
