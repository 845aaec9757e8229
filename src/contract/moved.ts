import { generic, isWithin, nameOf, parentOf, shown, valueAt } from '../documents/json.ts';
import type { Schema } from '../documents/openapi.ts';
import { type DocumentedField, documentedFields, type FieldAt, fieldsIn } from './fields.ts';
import { jsonType, type Problem } from './problems.ts';

/** A documented field that is not where it should be, and where it was found. */
interface Move {
  from: string;
  to: string;
}

/** The most fields that are searched for one that has moved. Among more, what is missing and what is new are findings, too. */
const maxSearched = 500;

/**
 * Finds fields that have moved or have a new name: they are missing in one place and undocumented in another. Such a move
 * is one problem instead of two, or of many where a whole envelope was nested or flattened. Entries of a list are searched
 * as one: what has moved in one of them has moved in all.
 */
export function mergeMoves(schema: Schema, body: unknown, problems: Problem[]): Problem[] {
  const pointers = problems
    .filter(({ kind }) => kind === 'answer-field-undocumented')
    .map(({ location: pointer }) => ({ pointer }));
  const added = groupEntries(pointers);
  if (added.length === 0 || added.length > maxSearched) return problems;
  const unknown = added.map(({ pointer, count }) => ({
    ...{ pointer, count },
    name: nameOf(pointer),
    value: valueAt(body, pointer),
  }));
  const missing = groupEntries(
    documentedFields(schema, body).filter(({ value }) => value === undefined),
  );
  const moves = findMoves(missing, unknown);
  if (moves.length === 0) return problems;
  const present = documentedFields(schema, body).filter(({ value }) => value !== undefined);
  const groups = groupMoves(moves, present);
  const isExplained = ({ kind, location }: Problem) => {
    const at = generic(location);
    if (kind === 'answer-field-missing')
      return moves.some(({ from }) => isWithin(generic(from), at));
    if (kind !== 'answer-field-undocumented') return false;
    return (
      moves.some(({ to }) => isWithin(generic(to), at)) ||
      groups.some(({ to, isWhole }) => isWhole && parentOf(at) === generic(to))
    );
  };
  const moved = groups.map(
    ({ from, to }): Problem => ({
      kind: 'answer-moved',
      location: from,
      expected: shown(from) || '/',
      actual: shown(to) || '/',
    }),
  );
  return [...problems.filter((each) => !isExplained(each)), ...moved];
}

/** A field of each entry of a list: the first one, and in how many entries it is. */
type Grouped<Field> = Field & { count: number };

/** Puts the same field of all entries of a list together. */
function groupEntries<Field extends Pick<FieldAt, 'pointer'>>(fields: Field[]): Grouped<Field>[] {
  const groups = new Map<string, Grouped<Field>>();
  for (const field of fields) {
    const key = generic(field.pointer);
    const group = groups.get(key);
    if (group) group.count += 1;
    else groups.set(key, { ...field, count: 1 });
  }
  return [...groups.values()];
}

/** Pairs each missing field with an unknown field, or with a field inside one. No field is used twice. */
function findMoves(missing: Grouped<DocumentedField>[], unknown: Grouped<FieldAt>[]): Move[] {
  const inside = unknown.flatMap(({ count, value, pointer }) =>
    fieldsIn(value, pointer).map((each) => ({ ...each, count })),
  );
  const free = new Set([...unknown, ...inside.slice(0, maxSearched)]);
  const outermost = new Set<FieldAt>(unknown);
  const moves: Move[] = [];
  const match = (field: (typeof missing)[number], isMatch: (candidate: FieldAt) => boolean) => {
    const isThere = (each: Grouped<FieldAt>) =>
      // Otherwise some entries lack the field, and have it nowhere else.
      isMatch(each) && hasType(field, each) && (!field.isRequired || each.count >= field.count);
    const candidates = [...free].filter(isThere);
    const best = candidates.sort((a, b) => distance(field, a) - distance(field, b))[0];
    if (!best || moves.some(({ from }) => from === field.pointer)) return;
    free.delete(best);
    moves.push({ from: field.pointer, to: best.pointer });
  };
  const fields = [...missing].sort((a, b) => Number(b.isRequired) - Number(a.isRequired));
  for (const field of fields) {
    // An optional field is only compared with the unknown fields themselves, not with what is inside them.
    match(field, (each) => each.name === field.name && (field.isRequired || outermost.has(each)));
  }
  for (const field of fields) match(field, (each) => isBeside(field, each) && isAlike(field, each));
  const hasMovedInside = (field: DocumentedField) =>
    moves.some(({ from }) => isWithin(from, field.pointer));
  for (const field of fields.filter(({ isRequired }) => isRequired)) {
    if (!hasMovedInside(field)) match(field, (each) => isBeside(field, each));
  }
  return moves;
}

function hasType({ schema }: DocumentedField, { value }: FieldAt): boolean {
  if (schema.type === undefined) return true;
  const types = [schema.type].flat();
  const type = jsonType(value);
  return types.includes(type) || (type === 'integer' && types.includes('number'));
}

const isBeside = (field: FieldAt, other: FieldAt) =>
  generic(parentOf(field.pointer)) === generic(parentOf(other.pointer));

/** Whether two names share enough words: `mp3_url` and `url_mp3`, `status` and `task_status`, `video` and `videos`. */
function isAlike(field: FieldAt, other: FieldAt): boolean {
  const words = splitWords(field.name);
  const otherWords = splitWords(other.name);
  const few = words.size < otherWords.size ? words : otherWords;
  const many = few === words ? otherWords : words;
  return few.size * 2 >= many.size && [...few].every((word) => many.has(word));
}

/** The words of a name in snake or camel case, in the singular. */
const splitWords = (name: string) =>
  new Set(
    name
      .replace(/([a-z])([A-Z])/g, '$1_$2')
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter((word) => word !== '')
      .map((word) => word.replace(/s$/, '')),
  );

/** How many steps lead from one field to the other. */
function distance(field: FieldAt, other: FieldAt): number {
  const steps = field.pointer.split('/');
  const otherSteps = other.pointer.split('/');
  let common = 0;
  while (common < steps.length && steps[common] === otherSteps[common]) common++;
  return steps.length + otherSteps.length - 2 * common;
}

interface MoveGroup extends Move {
  /** Whether an object has moved with all its fields. */
  isWhole: boolean;
}

/**
 * Fields that moved together become one move of the object that holds them, unless it has kept as many.
 * @param present the documented fields that are in their places
 */
function groupMoves(moves: Move[], present: FieldAt[]): MoveGroup[] {
  const byWay = new Map<string, Move[]>();
  for (const move of moves) {
    const isSameName = nameOf(move.from) === nameOf(move.to);
    const way = isSameName
      ? `${parentOf(move.from)} ${parentOf(move.to)}`
      : `${move.from} ${move.to}`;
    byWay.set(way, [...(byWay.get(way) ?? []), move]);
  }
  return [...byWay].flatMap(([way, group]): MoveGroup[] => {
    const [from = '', to = ''] = way.split(' ');
    // An object inside another one that moved has moved with it.
    const isInside = byWay.has(`${parentOf(from)} ${parentOf(to)}`) && nameOf(from) === nameOf(to);
    if (isInside) return [];
    const left = present.filter(
      ({ pointer }) => parentOf(pointer) === from && !isWithin(to, pointer),
    );
    if (group.length > 1 && group.length > left.length) return [{ from, to, isWhole: true }];
    return group.map((move) => ({ ...move, isWhole: false }));
  });
}
