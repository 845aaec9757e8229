import { type ProviderName, providerNames } from '../documents/documents.ts';

/** What each provider says to one question; nothing where it has none of it. */
export interface Row {
  what: string;
  says: Says<string>;
}

/** Rows of which each is about the same thing. */
export interface Table {
  title: string;
  rows: Row[];
}

type Says<T> = Partial<Record<ProviderName, T>>;

/** What each of the providers says; empty texts and `undefined` are left out. */
export function saidBy<T>(
  names: readonly ProviderName[],
  say: (name: ProviderName) => T | undefined,
): Says<T> {
  const said: Says<T> = {};
  for (const name of names) {
    const answer = say(name);
    if (answer) said[name] = answer;
  }
  return said;
}

/** A table as Markdown, a column per provider. */
export function tableOf({ title, rows }: Table): string {
  const lines = [
    [title, ...providerNames],
    ['---', ...providerNames.map(() => '---')],
    ...rows.map(({ what, says }) => [what, ...providerNames.map((name) => says[name] ?? '–')]),
  ];
  return lines.map((cells) => `| ${cells.map(escaped).join(' | ')} |`).join('\n');
}

const escaped = (cell: string) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|');

/** The rows in which the providers are not all the same; like rows become one, and so do like tables. */
export function whereTheyDiffer(tables: readonly Table[]): Table[] {
  const differing = tables.map(({ title, rows }) => {
    const wanted = rows.filter((row) => differs(row) && !goesWithout(row, rows));
    return { title, rows: merged(wanted, 'what', ({ says }) => textOf(says)) };
  });
  return merged(
    differing.filter(({ rows }) => rows.length > 0),
    'title',
    ({ rows }) => JSON.stringify(rows),
  );
}

const textOf = (says: Row['says']) => JSON.stringify(providerNames.map((name) => says[name] ?? ''));
const differs = ({ says }: Row) => new Set(providerNames.map((name) => says[name])).size > 1;
const presence = ({ says }: Row) => providerNames.filter((name) => says[name]).join();

/** Whether all there is to say about a field is that its object is missing somewhere. */
function goesWithout(row: Row, rows: readonly Row[]): boolean {
  const isSame = new Set(Object.values(row.says)).size === 1;
  const owner = row.what.replace(/(\[\])?\.[^.]+`$/, '`');
  return (
    isSame &&
    owner !== row.what &&
    rows.some((each) => each.what === owner && presence(each) === presence(row))
  );
}

/** One item for all that are alike, with their names in a list. */
function merged<K extends string, T extends Record<K, string>>(
  items: readonly T[],
  name: K,
  likenessOf: (item: T) => string,
): T[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = likenessOf(item);
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].flatMap(([first, ...rest]) =>
    first ? [{ ...first, [name]: [first, ...rest].map((each) => each[name]).join(', ') }] : [],
  );
}
