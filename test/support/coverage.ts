import type { NegativeCase, ValidCase } from '../../src/contract/cases.ts';
import {
  type Constraint,
  formatPath,
  getAt,
  type Path,
  type Rule,
  removeRule,
  rulesOf,
} from '../../src/contract/constraints.ts';
import { isValid } from '../../src/documents/check.ts';
import { documents, type ProviderName } from '../../src/documents/documents.ts';
import {
  type ApiOperation,
  dereference,
  operationsOf,
  type Parameter,
  type Schema,
} from '../../src/documents/openapi.ts';

/** Of each kind of thing that a document has: how many there are, and which of them no exchange has met. */
export type Coverage = Record<string, { all: number; missing: string[] }>;

/** What of a request and its answer tells what was met. */
interface Exchange {
  method: string;
  path: string;
  query: Record<string, unknown>;
  body: unknown;
  status: number;
  answer: unknown;
}

/** One thing to be met. */
interface Item {
  kind: string;
  name: string;
  isMet(exchange: Exchange): boolean;
}

/** How much of a provider's document was met in real requests and answers. */
export function coverageOf(provider: ProviderName, exchanges: Exchange[]): Coverage {
  const document = documents[provider];
  const routes = operationsOf(document).map(({ path, method, operation }) => ({
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`),
    placeholders: path.split('{').length,
    method: method.toUpperCase(),
    operation: dereference(document, operation),
  }));
  // A request belongs to the route that fits it with the fewest placeholders.
  const closest = routes.toSorted((a, b) => a.placeholders - b.placeholders);
  const routeOf = ({ method, path }: Exchange) =>
    closest.find((route) => route.method === method && route.pattern.test(path));
  const coverage: Coverage = {};
  const count = (kind: string, name: string, isMet: boolean) => {
    coverage[kind] ??= { all: 0, missing: [] };
    coverage[kind].all++;
    if (!isMet) coverage[kind].missing.push(name);
  };
  const placed = exchanges.map((exchange) => ({ exchange, route: routeOf(exchange) }));
  for (const route of routes) {
    const theirs = placed.flatMap((each) => (each.route === route ? [each.exchange] : []));
    for (const { kind, name, isMet } of itemsOf(route.operation))
      count(kind, `${route.operation.operationId} ${name}`.trim(), theirs.some(isMet));
  }
  const codes = new Set(routes.flatMap(({ operation }) => codesIn(operation.responses)));
  const met = new Set(exchanges.flatMap(({ answer }) => codesIn(answer)));
  for (const code of codes) count('codes', JSON.stringify(code), met.has(code));
  return coverage;
}

/** The requests that keep the rules, without those that meet nothing of their operation that none before them has met. */
export function telling<C extends ValidCase>(operation: ApiOperation, valid: C[]): C[] {
  let open = itemsOf(operation);
  return valid.filter(({ body }) => {
    const exchange = { method: '', path: '', query: {}, body, status: 200, answer: undefined };
    const rest = open.filter(({ isMet }) => !isMet(exchange));
    const isTelling = rest.length < open.length;
    open = rest;
    return isTelling;
  });
}

/** How many of the rules have a request that breaks them, or, where they only keep branches apart, one that needs them. */
export function rulesMet(
  sets: {
    schema: Schema;
    valid: ValidCase[];
    negative: NegativeCase[];
    constraints: Constraint[];
  }[],
): Coverage[string] {
  const missing = sets.flatMap(({ schema, valid, negative, constraints }) => {
    const broken = new Set(negative.map(({ pointer }) => pointer));
    return constraints.filter((rule) => {
      if (broken.has(rule.pointer)) return false;
      const rest = removeRule(schema, rule);
      return !valid.some(({ body }) => !isValid(rest, body));
    });
  });
  const all = sets.reduce((sum, { constraints }) => sum + constraints.length, 0);
  return { all, missing: missing.map(({ pointer }) => pointer) };
}

/** Everything that was not met. */
export function missingIn(coverage: Coverage): string[] {
  return Object.entries(coverage).flatMap(([kind, { missing }]) =>
    missing.map((name) => `${kind}: ${name}`),
  );
}

/** The rows as a table, one column for each provider. */
export function tableOf(coverages: Map<string, Coverage>): string {
  const kinds = [...new Set([...coverages.values()].flatMap((coverage) => Object.keys(coverage)))];
  const cell = (coverage: Coverage, kind: string) => {
    const { all, missing } = coverage[kind] ?? { all: 0, missing: [] };
    return all ? `${all - missing.length} of ${all}` : '-';
  };
  const rows = kinds.map((kind) => [
    kind,
    ...[...coverages.values()].map((each) => cell(each, kind)),
  ]);
  return [['covered', ...coverages.keys()], ...rows]
    .map((row) =>
      row
        .map((text, at) => text.padEnd(at ? 12 : 14))
        .join('')
        .trimEnd(),
    )
    .join('\n');
}

function itemsOf(operation: ApiOperation): Item[] {
  const parameters = (operation.parameters ?? []) as Parameter[];
  const body = operation.requestBody?.content['application/json']?.schema ?? {};
  const places = new Map(rulesOf(body).map(({ path }) => [formatPath(path), path]));
  places.delete('');
  return [
    { kind: 'operations', name: '', isMet: isAccepted },
    ...parameters.map(({ name, in: where }) => ({
      kind: 'parameters',
      name,
      isMet: (exchange: Exchange) =>
        isAccepted(exchange) && (where !== 'query' || name in exchange.query),
    })),
    ...[...places].map(([name, path]) => ({
      kind: 'body fields',
      name,
      isMet: (exchange: Exchange) =>
        isAccepted(exchange) && valuesIn(exchange.body, path).length > 0,
    })),
    ...rulesOf(body).flatMap((rule) => itemsOfRule(rule, ({ body }) => valuesIn(body, rule.path))),
    ...parameters.flatMap(({ name, schema = {} }) =>
      rulesOf(schema, '', [name]).flatMap((rule) =>
        itemsOfRule(rule, ({ query }) => (name in query ? [Number(query[name])] : [])),
      ),
    ),
    ...Object.keys(operation.responses).map((status) => ({
      kind: 'statuses',
      name: status,
      isMet: (exchange: Exchange) => exchange.status === Number(status),
    })),
  ];
}

/** The values at a path: of a list, in any of its items. */
function valuesIn(value: unknown, [step, ...rest]: Path): unknown[] {
  if (step === undefined) return value === undefined ? [] : [value];
  if (typeof step === 'number') {
    return Array.isArray(value) ? value.flatMap((item) => valuesIn(item, rest)) : [];
  }
  return valuesIn(getAt(value, [step]), rest);
}

/** Each value of a list, each branch of a choice, and each limit from both sides. */
function itemsOfRule(rule: Rule, valuesOfRule: (exchange: Exchange) => unknown[]): Item[] {
  const { keyword, schema, path } = rule;
  const field = formatPath(path) || 'the body';
  const accepts = (holds: (value: unknown) => boolean) => (exchange: Exchange) =>
    isAccepted(exchange) && valuesOfRule(exchange).some(holds);
  const limit = limits[keyword] && Reflect.get(schema, keyword);
  if (typeof limit === 'number') {
    const sign = keyword.startsWith('max') ? 1 : -1;
    const size = limits[keyword] ?? Number;
    const isBeyond = (exchange: Exchange) =>
      valuesOfRule(exchange).some((value) => sign * (size(value) - limit) > 0);
    const isInEmoji = (value: unknown) =>
      typeof value === 'string' && value.length === 2 * limit && size(value) === limit;
    const emoji: [string, Item['isMet']] = ['kept in emoji', accepts(isInEmoji)];
    const items: [string, Item['isMet']][] = [
      ['kept', accepts((value) => size(value) === limit)],
      ['broken', (exchange) => exchange.status === 400 && isBeyond(exchange)],
      // One character each, whatever the number of bytes or of units in UTF-16.
      ...(keyword.endsWith('Length') ? [emoji] : []),
    ];
    return items.map(([what, isMet]) => ({
      kind: 'limits',
      name: `${field} ${keyword} ${what}`,
      isMet,
    }));
  }
  const branches = keyword === 'oneOf' || keyword === 'anyOf' ? (schema[keyword] ?? []) : [];
  return [
    ...valuesOf(rule).map((value) => ({
      kind: 'values',
      name: `${field} ${JSON.stringify(value)}`,
      isMet: accepts((each) => each === value),
    })),
    ...branches.map((branch, index) => ({
      kind: 'branches',
      name: `${field} ${index + 1}`,
      isMet: accepts((value) => value !== undefined && isValid(branch, value)),
    })),
  ];
}

/** How large a value is, as each limit counts it. */
const limits: Record<string, (value: unknown) => number> = {
  minimum: Number,
  maximum: Number,
  minLength: (value) => (typeof value === 'string' ? [...value].length : Number.NaN),
  maxLength: (value) => (typeof value === 'string' ? [...value].length : Number.NaN),
  minItems: (value) => (Array.isArray(value) ? value.length : Number.NaN),
  maxItems: (value) => (Array.isArray(value) ? value.length : Number.NaN),
};

function valuesOf({ keyword, schema }: Rule): unknown[] {
  if (keyword === 'enum') return schema.enum ?? [];
  if (keyword === 'const') return [schema.const];
  return keyword === 'type' && schema.type === 'boolean' && schema.const === undefined
    ? [true, false]
    : [];
}

/** All that stands under the name `code`, in examples, in answers, and as lists and constants in schemas. */
function codesIn(node: unknown): unknown[] {
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([name, value]) => {
    if (name !== 'code') return codesIn(value);
    if (typeof value !== 'object' || value === null) return [value];
    return 'const' in value ? [value.const] : 'enum' in value ? (value.enum as unknown[]) : [];
  });
}

const isAccepted = ({ status }: Exchange) => status === 200;
