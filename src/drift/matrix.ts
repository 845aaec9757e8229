import { type OperationName, operations } from '../client/operations.ts';
import {
  documents,
  type ProviderName,
  pathOf,
  providerNames,
  providers,
} from '../documents/documents.ts';
import { type ApiOperation, dereference, type Schema } from '../documents/openapi.ts';
import { ruleOf } from '../documents/rules.ts';
import { type Row, saidBy, type Table, tableOf, whereTheyDiffer } from './table.ts';

/**
 * The providers' documents, overlays applied, side by side as Markdown: what they offer, then per operation a row for
 * each field of the request, of the answer to it, and of the task as it is looked at. With `differences`, only what is
 * not the same everywhere, like rows in one.
 */
export function matrix({ differences = false } = {}): string {
  const tables: Table[] = [
    { title: 'all operations', rows: generalRows() },
    ...bodies.flatMap(({ what, schemaOf }) =>
      operationNames.map((operation) => ({
        title: `${operation}: ${what}`,
        rows: fieldRows((name) => schemaOf(name, operation)),
      })),
    ),
  ];
  const wanted = differences ? whereTheyDiffer(tables) : tables;
  return `${wanted.map(tableOf).join('\n\n')}\n`;
}

const operationNames = Object.keys(operations) as OperationName[];

/** One of the requests that an operation is made of. */
interface Route {
  word: string;
  suffix: string;
  method: 'get' | 'post';
}
const create: Route = { word: 'create', suffix: '', method: 'post' };
const get: Route = { word: 'get', suffix: '/{task_id}', method: 'get' };
const list: Route = { word: 'list', suffix: '', method: 'get' };

/** The route as the provider's document has it, references followed. */
function operationAt(name: ProviderName, operation: OperationName, { suffix, method }: Route) {
  const found = documents[name].paths[pathOf(name, operation) + suffix]?.[method];
  return found && dereference(documents[name], found);
}

type Content = ApiOperation['responses'][string]['content'];
const schemaIn = (content: Content) => content?.['application/json']?.schema;

/** The bodies whose fields are compared. */
const bodies: {
  what: string;
  schemaOf(name: ProviderName, operation: OperationName): Schema | undefined;
}[] = [
  {
    what: 'request',
    schemaOf: (...at) => schemaIn(operationAt(...at, create)?.requestBody?.content),
  },
  {
    what: 'answer to create',
    schemaOf: (...at) => schemaIn(operationAt(...at, create)?.responses['200']?.content),
  },
  {
    what: 'answer to get',
    schemaOf: (...at) => schemaIn(operationAt(...at, get)?.responses['200']?.content),
  },
];

function generalRows(): Row[] {
  const row = (what: string, say: (name: ProviderName) => string | undefined) => ({
    what,
    says: saidBy(providerNames, say),
  });
  return [
    row('origin', (name) => documents[name].servers[0]?.url),
    row('prefix', (name) => providers[name].prefix),
    ...operationNames.map((operation) => row(operation, (name) => routesOf(name, operation))),
    row('pages of a list', pagingOf),
    row('a task by its external id', (name) => (providers[name].findsExternalIds ? 'yes' : '')),
    row('callbacks', (name) => (documents[name].webhooks ? 'documented' : '')),
    row('statuses', (name) =>
      joined(
        createsOf(name).flatMap((each) => Object.keys(each.responses)),
        ', ',
      ),
    ),
    row('errors', errorsOf),
  ];
}

const joined = (texts: string[], separator: string) => [...new Set(texts)].join(separator);

const routesOf = (name: ProviderName, operation: OperationName) =>
  [create, get, list]
    .filter((route) => operationAt(name, operation, route))
    .map(({ word }) => word)
    .join(', ');

const createsOf = (name: ProviderName) =>
  operationNames.flatMap((operation) => operationAt(name, operation, create) ?? []);

function pagingOf(name: ProviderName): string {
  const lists = operationNames.flatMap((operation) => operationAt(name, operation, list) ?? []);
  const query = lists
    .flatMap(({ parameters = [] }) => parameters)
    .flatMap((each) => ('name' in each && each.in === 'query' ? [each] : []));
  return joined(
    query.map((each) => `\`${each.name}\` ${rulesOf(each.schema ?? {})}`),
    '; ',
  );
}

function errorsOf(name: ProviderName): string {
  const shapes = createsOf(name).flatMap(({ responses }) =>
    Object.entries(responses)
      .filter(([status]) => !status.startsWith('2'))
      .flatMap(([, { content }]) => schemaIn(content) ?? [])
      .map(shapeOf),
  );
  return joined(shapes, ' or ');
}

/** The names in an object, as `{ error: { message } }`. */
function shapeOf({ properties = {}, oneOf, anyOf }: Schema): string {
  const branches = oneOf ?? anyOf;
  if (branches) return branches.map(shapeOf).join(' or ');
  const names = Object.entries(properties).map(([name, each]) => {
    const inner = each instanceof Object ? shapeOf(each) : '';
    return inner ? `${name}: ${inner}` : name;
  });
  return names.length > 0 ? `{ ${names.join(', ')} }` : '';
}

/** A row for each field that any provider has. */
function fieldRows(schemaOf: (name: ProviderName) => Schema | undefined): Row[] {
  const fields = saidBy(providerNames, (name) => fieldsIn(schemaOf(name) ?? {}));
  const names = new Set(providerNames.flatMap((name) => [...(fields[name]?.keys() ?? [])]));
  return [...names].map((field) => ({
    what: `\`${field}\``,
    says: saidBy(providerNames, (name) => fields[name]?.get(field)),
  }));
}

/** Every field of a schema by its path, with its rules in words. */
function fieldsIn(schema: Schema, path = ''): Map<string, string> {
  const { properties = {}, items } = schema;
  const own = Object.entries(properties).flatMap(([name, each]): [string, string][] => {
    if (!(each instanceof Object)) return [];
    const at = path ? `${path}.${name}` : name;
    return [[at, rulesOf(each, needOf(schema, name))], ...fieldsIn(each, at)];
  });
  return new Map([...own, ...(items ? fieldsIn(items, `${path}[]`) : [])]);
}

function rulesOf(schema: Schema, need?: string): string {
  const { default: value } = schema;
  return [ruleOf(schema) || 'anything', need, value !== undefined && `default ${value}`]
    .filter(Boolean)
    .join(', ');
}

/** Whether a field has to be there: always, or in some of the forms that the object may take. */
function needOf({ required = [], oneOf = [] }: Schema, name: string): string | undefined {
  const inBranches = oneOf.filter((branch) => branch.required?.includes(name)).length;
  if (required.includes(name) || (inBranches > 0 && inBranches === oneOf.length)) return 'required';
  return inBranches > 0 ? 'sometimes required' : undefined;
}
