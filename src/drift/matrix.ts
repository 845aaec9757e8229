import { type OperationName, operations } from '../client/operations.ts';
import {
  type Action,
  findOperation,
  requestSchema,
  responseSchema,
} from '../contract/documented.ts';
import {
  documents,
  inputSchema,
  type ProviderName,
  providerNames,
  providers,
} from '../documents/documents.ts';
import type { Schema } from '../documents/openapi.ts';
import { ruleOf } from '../documents/rules.ts';

/**
 * Compares the providers' documents, overlays applied, as Markdown tables: what each provider offers, then for each
 * operation the fields of the request, of the response to it, and of the task as it is polled. With `differences`, leaves
 * out what is the same everywhere and merges rows that are alike.
 */
export function matrix({ differences = false } = {}): string {
  const tables: Table[] = [
    { title: 'all operations', rows: generalRows() },
    ...bodies.flatMap(({ what, schemaFor }) =>
      operationNames.map((operation) => ({
        title: `${operation}: ${operations[operation].result ? what : what.replace(' to create', '')}`,
        rows: fieldRows((provider) => schemaFor(provider, operation)),
      })),
    ),
  ].filter(({ rows }) => rows.length > 0);
  const wanted = differences ? keepDifferences(tables) : tables;
  return `${wanted.map(renderTable).join('\n\n')}\n`;
}

const operationNames = Object.keys(operations) as OperationName[];

/** What is asked for, in the order in which it is shown. */
const actions: Action[] = ['create', 'get', 'list', 'presets', 'delete', 'call'];

/** The request that an operation begins with, or is. */
const beginningOf = (provider: ProviderName, name: OperationName) =>
  findOperation(provider, name, 'create') ?? findOperation(provider, name, 'call');

/** The bodies whose fields are compared. */
const bodies: {
  what: string;
  schemaFor(provider: ProviderName, name: OperationName): Schema | undefined;
}[] = [
  {
    what: 'request',
    schemaFor(...of) {
      const begin = beginningOf(...of);
      // Where each model has a path, what any of them takes.
      return begin?.model === undefined ? begin && requestSchema(begin) : inputSchema(...of);
    },
  },
  {
    what: 'response to create',
    schemaFor(...of) {
      const begin = beginningOf(...of);
      return begin && responseSchema(begin, 200);
    },
  },
  {
    what: 'response to get',
    schemaFor(...of) {
      const get = findOperation(...of, 'get');
      return get && responseSchema(get, 200);
    },
  },
];

/** How much a search by the external id of a task is worth. */
const foundByExternalId = {
  absence: 'yes',
  presence: 'documented, never observed',
  nothing: '',
};

function generalRows(): Row[] {
  const row = (what: string, describe: (provider: ProviderName) => string | undefined): Row => ({
    what,
    cells: forEachProvider(describe),
  });
  return [
    row('origin', (provider) => documents[provider].servers[0]?.url),
    row('prefix', (provider) => providers[provider].prefix),
    ...operationNames.map((name) => row(name, (provider) => describeActions(provider, name))),
    row('pages of a list', describePaging),
    row(
      'finds a task by its external id',
      (provider) => foundByExternalId[providers[provider].lookupProves],
    ),
    row('callbacks', (provider) => (documents[provider].webhooks ? 'documented' : '')),
    row('statuses', (provider) => {
      const statuses = beginningsOf(provider).flatMap(({ responses }) => Object.keys(responses));
      return joinDistinct(statuses, ', ');
    }),
    row('errors', describeErrors),
  ];
}

const joinDistinct = (texts: string[], separator: string) => [...new Set(texts)].join(separator);

const describeActions = (provider: ProviderName, name: OperationName) =>
  actions.filter((action) => findOperation(provider, name, action)).join(', ');

const beginningsOf = (provider: ProviderName) =>
  operationNames.flatMap((name) => beginningOf(provider, name)?.operation ?? []);

function describePaging(provider: ProviderName): string {
  const lists = operationNames.flatMap((name) =>
    (['list', 'presets'] as const).flatMap((action) => findOperation(provider, name, action) ?? []),
  );
  const rules = lists
    .flatMap(({ operation: { parameters = [] } }) => parameters)
    .flatMap((each) => ('name' in each && each.in === 'query' ? [each] : []))
    .map(({ name, schema = {} }) => `\`${name}\` ${describeSchema(schema)}`);
  const inBodies = lists.flatMap((list) => [...describeFields(requestSchema(list) ?? {})]);
  const posted = inBodies.map(([name, rule]) => `\`${name}\` ${rule}`);
  return joinDistinct([...rules, ...posted], '; ');
}

function describeErrors(provider: ProviderName): string {
  const shapes = beginningsOf(provider).flatMap(({ responses }) =>
    Object.entries(responses)
      .filter(([status]) => !status.startsWith('2'))
      .flatMap(([, { content }]) => content?.['application/json']?.schema ?? [])
      .map(describeShape),
  );
  return joinDistinct(shapes, ' or ');
}

/** The names of an object's fields, as `{ error: { message } }`. */
function describeShape({ properties = {}, oneOf, anyOf }: Schema): string {
  const branches = oneOf ?? anyOf;
  if (branches) return branches.map(describeShape).join(' or ');
  const names = Object.entries(properties).map(([name, each]) => {
    const inner = each instanceof Object ? describeShape(each) : '';
    return inner ? `${name}: ${inner}` : name;
  });
  return names.length > 0 ? `{ ${names.join(', ')} }` : '';
}

/** A row for each field that any provider has. */
function fieldRows(schemaFor: (provider: ProviderName) => Schema | undefined): Row[] {
  const fields = forEachProvider((provider) => describeFields(schemaFor(provider) ?? {}));
  const names = new Set(providerNames.flatMap((provider) => [...(fields[provider]?.keys() ?? [])]));
  return [...names].map((name) => ({
    what: `\`${name}\``,
    cells: forEachProvider((provider) => fields[provider]?.get(name)),
  }));
}

/** The rules in words of every field of a schema, by the field's path. */
function describeFields(schema: Schema, path = ''): Map<string, string> {
  const { properties = {}, items } = schema;
  const own = Object.entries(properties).flatMap(([name, each]): [string, string][] => {
    if (!(each instanceof Object)) return [];
    const at = path ? `${path}.${name}` : name;
    return [[at, describeSchema(each, describeNeed(schema, name))], ...describeFields(each, at)];
  });
  return new Map([...own, ...(items ? describeFields(items, `${path}[]`) : [])]);
}

function describeSchema(schema: Schema, need?: string): string {
  const { default: value, 'x-retired': retired } = schema;
  return [
    ruleOf(schema) || 'anything',
    retired && `retired ${Object.keys(retired).join(' and ')}`,
    need,
    value !== undefined && `default ${value}`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** Whether a field is required: always, or in some branches of the object's choices. */
function describeNeed(schema: Schema, name: string): string | undefined {
  const { required = [], oneOf = [], anyOf = [], allOf = [] } = schema;
  const needs = (parts: Schema[]) => parts.map((part) => describeNeed(part, name));
  const choices = [...allOf.map((part) => [part]), oneOf, anyOf].map(needs);
  const isAlways = choices.some(
    (each) => each.length > 0 && each.every((need) => need === 'required'),
  );
  if (required.includes(name) || isAlways) return 'required';
  return choices.flat().some(Boolean) ? 'sometimes required' : undefined;
}

/** A value for each provider; absent where there is none. */
type PerProvider<T> = Partial<Record<ProviderName, T>>;

interface Row {
  what: string;
  cells: PerProvider<string>;
}

/** Rows about the same thing. */
interface Table {
  title: string;
  rows: Row[];
}

/** Asks for each provider; leaves out empty texts and `undefined`. */
function forEachProvider<T>(ask: (provider: ProviderName) => T | undefined): PerProvider<T> {
  const values: PerProvider<T> = {};
  for (const provider of providerNames) {
    const value = ask(provider);
    if (value) values[provider] = value;
  }
  return values;
}

/** A table as Markdown, with a column for each provider. */
function renderTable({ title, rows }: Table): string {
  const lines = [
    [title, ...providerNames],
    ['---', ...providerNames.map(() => '---')],
    ...rows.map(({ what, cells }) => [what, ...providerNames.map((name) => cells[name] ?? '–')]),
  ];
  return lines.map((line) => `| ${line.map(escapeCell).join(' | ')} |`).join('\n');
}

const escapeCell = (cell: string) => cell.replace(/\s+/g, ' ').replaceAll('|', '\\|');

/** Keeps the rows in which the providers differ, and merges rows, and then tables, that are alike. */
export function keepDifferences(tables: readonly Table[]): Table[] {
  const differing = tables.map(({ title, rows }) => {
    const wanted = rows.filter((row) => differs(row) && !isExplainedByOwner(row, rows));
    return { title, rows: mergeAlike(wanted, 'what', ({ cells }) => cellsAsText(cells)) };
  });
  return mergeAlike(
    differing.filter(({ rows }) => rows.length > 0),
    'title',
    ({ rows }) => JSON.stringify(rows),
  );
}

const cellsAsText = (cells: Row['cells']) =>
  JSON.stringify(providerNames.map((name) => cells[name] ?? ''));
const differs = ({ cells }: Row) => new Set(providerNames.map((name) => cells[name])).size > 1;
const whereFilled = ({ cells }: Row) => providerNames.filter((name) => cells[name]).join();

/** Whether the row of a field only repeats that its object is missing at some providers. */
function isExplainedByOwner(row: Row, rows: readonly Row[]): boolean {
  const isSame = new Set(Object.values(row.cells)).size === 1;
  const owner = row.what.replace(/(\[\])?\.[^.]+`$/, '`');
  return (
    isSame &&
    owner !== row.what &&
    rows.some((each) => each.what === owner && whereFilled(each) === whereFilled(row))
  );
}

/** Makes one item of all that are alike; it lists the names of all. */
function mergeAlike<K extends string, T extends Record<K, string>>(
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
