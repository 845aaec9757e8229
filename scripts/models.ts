/** Reads what is known of models and prices, in `openapi/models.yaml` and `openapi/prices.yaml`, for the code and for the docs. */
import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { type OperationName, operations } from '../src/client/operations.ts';
import { isObject } from '../src/documents/json.ts';
import {
  type ApiOperation,
  certainties,
  dereference,
  type OpenApiDocument,
  resolve,
  type Schema,
} from '../src/documents/openapi.ts';
import { toTable } from './markers.ts';

type Value = string | number | boolean;
type Rules = Record<string, boolean | number | Value[]>;

interface Fact {
  operations: string[];
  when?: Rules;
  allows?: Rules;
  retired?: string;
  certainty?: string;
}

/** What is known of a model, with all that holds for its list. */
interface Known extends Omit<Fact, 'retired'> {
  model: string;
  certainty: string;
  /** The field that names the model, where it is not the first of `modelFields`. */
  field?: string;
  since: string;
  isRetired?: boolean;
}

interface ModelList {
  certainty: string;
  since: string;
  models: Record<string, Fact[]>;
}

interface Price {
  operations?: string[];
  route?: string;
  unit?: 'video' | 'image';
  when?: Rules;
  units: number | Record<string, Record<string, number>>;
  per: string;
  times?: string;
  range?: [number, number];
  certainty?: string;
  of?: string | null | undefined;
}

interface PriceList {
  source: string;
  certainty: string;
  of: string;
  dollars: Record<'video' | 'image', number>;
  prices: Price[];
  others: Price[];
}

const read = async (name: string) =>
  parse(await readFile(new URL(`../openapi/${name}.yaml`, import.meta.url), 'utf8'), {
    merge: true,
  });
const lists = Object.values(await read('models')) as ModelList[];
/** The prices as they stand in their file. */
export const priceList = (await read('prices')) as PriceList;

/** What openapi/models.yaml says. */
const writtenFacts = lists.flatMap(({ certainty, since, models }) =>
  Object.entries(models).flatMap(([model, all]) =>
    all.map(({ retired, ...fact }) => ({
      model,
      certainty,
      ...fact,
      since: retired ?? since,
      ...(retired && { isRetired: true }),
    })),
  ),
);
/** A price with all that holds for the whole list. */
const complete = ({ of = priceList.of, ...price }: Price) => ({
  operations: [],
  unit: 'video' as const,
  certainty: priceList.certainty,
  ...price,
  ...(of && { of }),
});
const prices = priceList.prices.map(complete);

const code = (text: string) => `\`${text}\``;

/** All certainties as a type. */
const certaintyType = Object.keys(certainties)
  .map((word) => `'${word}'`)
  .join(' | ');

/** The paths of all fields that written facts and prices ask for. */
const paths = [
  'model_name',
  ...writtenFacts.flatMap(({ when = {}, allows = {} }) => Object.keys({ ...when, ...allows })),
  ...prices.flatMap(({ when = {}, units, times = [] }) =>
    [Object.keys(when), Object.keys(units), times].flat(),
  ),
];

/** A create in a document, and the model that its path names; empty where the body names it. */
interface Create {
  document: OpenApiDocument;
  model: string;
  operation: ApiOperation;
  body: Schema | undefined;
}

/** The creates of an operation at Kling, whose routes have no prefix. */
function createsOf(documents: OpenApiDocument[], name: OperationName): Create[] {
  const line = operations[name];
  const routes = [line, ...Object.values(line)].flatMap((each) =>
    isObject(each) && typeof each.route === 'string' ? each.route : [],
  );
  return documents.flatMap((document) =>
    Object.entries(document.paths).flatMap(([path, { post: operation }]): Create[] => {
      const route = routes.find((each) => path === each || path.startsWith(`${each}/`));
      if (!route || !operation) return [];
      const schema = operation.requestBody?.content['application/json']?.schema;
      const body = schema && dereference(document, schema);
      return [{ document, model: path.slice(route.length + 1), operation, body }];
    }),
  );
}

/** The values of every field of a request that has an enum, by its path; of contents, their types. */
function valuesIn(schema: Schema | undefined, path = ''): [string, Value[]][] {
  const { enum: values, const: fixed, properties = {}, items } = schema ?? {};
  if (values || fixed !== undefined) return [[path, (values ?? [fixed]) as Value[]]];
  const inner = Object.entries(properties).flatMap(([name, field]) =>
    isObject(field) ? valuesIn(field, path ? `${path}.${name}` : name) : [],
  );
  const kinds = (items?.oneOf ?? []).flatMap((kind) => valuesIn(kind, `${path}[]`));
  const types = kinds.filter(([each]) => each.endsWith('[].type')).flatMap(([, each]) => each);
  return types.length ? [...inner, [`${path}[].type`, types]] : inner;
}

/** What each model takes whose creates have a path of their own: by the documents alone. */
const documentedFacts = (documents: OpenApiDocument[]) =>
  names.flatMap((name) => {
    const creates = createsOf(documents, name).filter(({ model }) => model);
    const all = new Set(creates.flatMap(({ body }) => valuesIn(body).map(([path]) => path)));
    return creates.map(({ model, operation, body }) => {
      const own = new Map(valuesIn(body));
      return {
        model,
        field: 'model',
        operations: [name],
        allows: Object.fromEntries([...all].map((path) => [path, own.get(path) ?? false])) as Rules,
        certainty: operation['x-certainty'] ?? 'inferred',
        since: operation['x-read'] ?? '',
      };
    });
  });

/** All that is known of models. */
const factsIn = (documents: OpenApiDocument[]): Known[] => [
  ...writtenFacts,
  ...documentedFacts(documents),
];

/** What a field is where it is left out. */
function defaultAt(document: OpenApiDocument, schema: Schema | undefined, path: string): unknown {
  let node = schema;
  for (const step of path.split('.')) {
    const field = node?.properties?.[step.replace('[]', '')];
    node = isObject(field) ? resolve(document, field as Schema) : undefined;
    if (step.endsWith('[]')) node = resolve(document, node?.items);
  }
  // This says no more than that the provider decides.
  return node?.default === 'auto' ? undefined : node?.default;
}

const names = Object.keys(operations) as OperationName[];

/** What `check` reads: facts, the defaults of the fields that they ask for, and operations that are served no more. */
export function modelsIn(documents: OpenApiDocument[]): string {
  const defaults = names.map((name) => {
    // Models agree on them, and no two generations have a field of the same name.
    const found = createsOf(documents, name).flatMap(({ document, body }) =>
      paths.map((path) => [path, defaultAt(document, body, path)]),
    );
    return [name, Object.fromEntries(found.filter(([, value]) => value !== undefined))];
  });
  const ended = names.flatMap((name) => {
    const [own, ...others] = createsOf(documents, name);
    const served = Object(own?.operation)['x-served'];
    if (!isObject(served)) return [];
    const { until, isContested = false, 'x-certainty': certainty = 'inferred' } = served;
    const elsewhere = others.flatMap(({ body }) => body?.required ?? []);
    return [[name, { until, isContested, certainty, ...(elsewhere.length && { elsewhere }) }]];
  });
  const json = (rows: unknown[][]) =>
    JSON.stringify(Object.fromEntries(rows.filter(([, row]) => Object.keys(Object(row)).length)));
  return `/** What is known of models. Made by scripts/generate.ts; do not edit. */
/** ${Object.keys(certainties)
    .map((word) => code(word))
    .join(', ')}: how certain something is. */
export type Certainty = ${certaintyType};
/** A value of a field. */
export type Value = string | number | boolean;
/** By the path of a field: whether it has to be given, how many entries it has at most, or which values it may have. */
export type Rules = Readonly<Record<string, boolean | number | readonly Value[]>>;
/** What a model does in some operations: when a request is such, these fields may be so; or since when it is retired. */
export interface Fact {
  model: string;
  operations: readonly string[];
  when?: Rules;
  allows?: Rules;
  isRetired?: boolean;
  /** The field that names the model, where it is not the first of \`modelFields\`. */
  field?: string;
  certainty: Certainty;
  since: string;
}
/** The fields that may name the model: one in each generation. */
export const modelFields: readonly string[] = ${JSON.stringify([...new Set(['model_name', ...factsIn(documents).flatMap(({ field = [] }) => field)])])};
/** By operation and path: what a field is where it is left out. */
export const defaults: Record<string, Record<string, Value>> = ${json(defaults)};
/** By operation: since when it is served no more, and the fields of a request that goes where it still is. */
export const ended: Record<string, { until: string; isContested: boolean; certainty: Certainty; elsewhere?: string[] }> = ${json(ended)};
export const facts: readonly Fact[] = ${JSON.stringify(factsIn(documents))};
`;
}

/** What `estimate` reads. */
export const pricesText = `/** What a request costs. Made by scripts/generate.ts; do not edit. */
/** What a request costs in units, or what a part of it does. */
export interface Price {
  operations: readonly string[];
  unit: 'video' | 'image';
  when?: Record<string, boolean | number | readonly (string | number | boolean)[]>;
  units: number | Record<string, Record<string, number>>;
  per: 'call' | 'image' | 'second' | '5 seconds';
  times?: string;
  range?: readonly [number, number];
  certainty: ${certaintyType};
  of?: string;
}
/** Dollars for one unit. */
export const dollars = ${JSON.stringify(priceList.dollars)};
export const prices: readonly Price[] = ${JSON.stringify(prices)};
`;

/** Rules in words: `mode` std or pro. */
function inWords(rules: Rules, needs = ''): string {
  const parts = Object.entries(rules).map(([field, rule]) => {
    if (typeof rule === 'boolean') return rule ? needs + code(field) : `no ${code(field)}`;
    if (typeof rule === 'number') return `at most ${rule} in ${code(field)}`;
    const isLong = rule.length > 4 && rule.every((each) => Number(each) > 0);
    return `${code(field)} ${isLong ? `${rule[0]} to ${rule.at(-1)}` : rule.join(', ')}`;
  });
  return parts.join('; ');
}

/** The capability map as a table. */
export const modelTable = (documents: OpenApiDocument[]): string =>
  toTable(
    ['model', 'operation', 'when', 'what it does', 'certainty', 'as of'],
    factsIn(documents).map(
      ({ model, operations, when = {}, allows = {}, isRetired, certainty, since }) => [
        code(model),
        operations.map(code).join(', '),
        inWords(when),
        isRetired ? '**retired**' : inWords(allows, 'needs ') || 'all of it',
        certainty,
        since,
      ],
    ),
  );

/** The prices as a table, in units and dollars. */
export function priceTable(): string {
  const rows = [...priceList.prices, ...priceList.others].map((price) => {
    const {
      operations,
      route,
      unit,
      when = {},
      units,
      per,
      certainty,
      of = 'unknown',
    } = complete(price);
    const cost = (each: number) =>
      `${each} ($${Number((each * priceList.dollars[unit]).toFixed(4))})`;
    const rates =
      typeof units === 'number' ? [] : Object.values(units).flatMap(Object.entries<number>);
    const costs = rates.map(([value, each]) => `${value} ${cost(each)}`).join(', ');
    const what = (route ? [route] : operations).map(code).join(', ');
    return [what, inWords(when), unit, costs || cost(Number(units)), per, certainty, of];
  });
  const heads = ['operation', 'when', 'pack for', 'units', 'per', 'certainty', 'as of'];
  return toTable(heads, rows);
}
