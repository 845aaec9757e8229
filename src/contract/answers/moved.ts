import { isWithin, nameOf, parentOf, shown, valueAt } from '../../documents/json.ts';
import type { Schema } from '../../documents/openapi.ts';
import { type Node, nodesIn, type Place, placesOf } from './places.ts';
import { kindOf, type Problem } from './problems.ts';

/** A documented field that is not in its place, and where it was found. */
interface Move {
  from: string;
  to: string;
}

/**
 * Fields that are missing in one place and undocumented in another have moved or got another name: one problem in
 * place of two, and of a heap where a whole envelope was nested or flattened.
 */
export function withMoves(schema: Schema, body: unknown, problems: Problem[]): Problem[] {
  const extra = ofKind(problems, 'answer-field-undocumented');
  if (extra.length === 0) return problems;
  const absent = placesOf(schema, body).filter(({ value }) => value === undefined);
  const strangers = extra.map((pointer) => ({
    pointer,
    name: nameOf(pointer),
    value: valueAt(body, pointer),
  }));
  const moves = findMoves(absent, strangers);
  if (moves.length === 0) return problems;
  const groups = groupsOf(moves);
  const isExplained = ({ kind, location }: Problem) =>
    kind === 'answer-field-missing'
      ? moves.some(({ from }) => isWithin(from, location))
      : kind === 'answer-field-undocumented' &&
        (moves.some(({ to }) => isWithin(to, location)) ||
          groups.some(({ to, isWhole }) => isWhole && parentOf(location) === to));
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

const ofKind = (problems: Problem[], wanted: Problem['kind']) =>
  problems.filter(({ kind }) => kind === wanted).map(({ location }) => location);

/** Which absent field each stranger is, or holds; every one is used once. */
function findMoves(absent: Place[], strangers: Node[]): Move[] {
  const free = new Set(strangers.flatMap((node) => [node, ...nodesIn(node.value, node.pointer)]));
  const tops = new Set(strangers);
  const moves: Move[] = [];
  const match = (place: Place, isIt: (node: Node) => boolean) => {
    const near = [...free].filter((node) => fits(place, node) && isIt(node));
    const best = near.sort((a, b) => distance(place, a) - distance(place, b))[0];
    if (!best || moves.some(({ from }) => from === place.pointer)) return;
    free.delete(best);
    moves.push({ from: place.pointer, to: best.pointer });
  };
  const places = [...absent].sort((a, b) => Number(b.isRequired) - Number(a.isRequired));
  for (const place of places) {
    // What may be left out is only looked for where something is that nobody knows, not inside of that.
    match(
      place,
      (node) => node.name === nameOf(place.pointer) && (place.isRequired || tops.has(node)),
    );
  }
  for (const place of places) match(place, (node) => isBeside(place, node) && isAlike(place, node));
  const isHolder = (place: Place) => moves.some(({ from }) => isWithin(from, place.pointer));
  for (const place of places.filter(({ isRequired }) => isRequired)) {
    if (!isHolder(place)) match(place, (node) => isBeside(place, node));
  }
  return moves;
}

function fits({ schema }: Place, { value }: Node): boolean {
  const types = schema.type === undefined ? [] : [schema.type].flat();
  const kind = kindOf(value);
  return (
    types.length === 0 || types.includes(kind) || (kind === 'integer' && types.includes('number'))
  );
}

const isBeside = (place: Place, node: Node) => parentOf(place.pointer) === parentOf(node.pointer);

/** `mp3_url` and `url_mp3`, `status` and `task_status`, `video` and `videos`. */
function isAlike(place: Place, node: Node): boolean {
  const [a, b] = [wordsOf(nameOf(place.pointer)), wordsOf(node.name)];
  const [few, many] = a.size < b.size ? [a, b] : [b, a];
  return few.size * 2 >= many.size && [...few].every((word) => many.has(word));
}

const wordsOf = (name: string) =>
  new Set(
    name
      .replace(/([a-z])([A-Z])/g, '$1_$2')
      .toLowerCase()
      .split(/[^a-z0-9]+/)
      .filter((word) => word !== '')
      .map((word) => word.replace(/s$/, '')),
  );

/** Steps from one place to the other. */
function distance(place: Place, node: Node): number {
  const [a, b] = [place.pointer.split('/'), node.pointer.split('/')];
  let common = 0;
  while (common < a.length && a[common] === b[common]) common++;
  return a.length + b.length - 2 * common;
}

interface Group extends Move {
  /** Whether an object has moved with all its fields. */
  isWhole: boolean;
}

/** Fields that went the same way together are one move of what holds them. */
function groupsOf(moves: Move[]): Group[] {
  const byWay = new Map<string, Move[]>();
  for (const move of moves) {
    const isKept = nameOf(move.from) === nameOf(move.to);
    const way = isKept ? `${parentOf(move.from)} ${parentOf(move.to)}` : `${move.from} ${move.to}`;
    byWay.set(way, [...(byWay.get(way) ?? []), move]);
  }
  return [...byWay].flatMap(([way, group]): Group[] => {
    const [from = '', to = ''] = way.split(' ');
    // An object inside of one that moved has moved with it.
    const isInside = byWay.has(`${parentOf(from)} ${parentOf(to)}`) && nameOf(from) === nameOf(to);
    const [first] = group;
    if (isInside) return [];
    if (group.length > 1) return [{ from, to, isWhole: true }];
    return first ? [{ ...first, isWhole: false }] : [];
  });
}
