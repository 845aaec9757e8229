import type { FileLimits } from './files.ts';
import { stepsOf, valueAt } from './json.ts';

/** The little that this project needs to know of an OpenAPI document's form. */

/** A JSON Schema as it stands in an OpenAPI 3.1 document; only the keywords that are read by name. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  format?: string;
  title?: string;
  description?: string;
  default?: unknown;
  const?: unknown;
  enum?: unknown[];
  not?: Schema;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  required?: string[];
  properties?: Record<string, Schema | boolean>;
  items?: Schema;
  /** What some entries of a list are; `title` names one of them. */
  contains?: Schema;
  minContains?: number;
  maxContains?: number;
  allOf?: Schema[];
  oneOf?: Schema[];
  anyOf?: Schema[];
  /** Values that are documented and no longer served, with the date since when. */
  'x-retired'?: Record<string, string>;
  /** How a request with one of those is refused; absent where nobody has seen it. */
  'x-retired-answer'?: { status: number; code: number };
  /** What a file must be like that the field takes. */
  'x-media'?: FileLimits;
  /** The keywords beside it that only an inferred correction has put there. */
  'x-inferred'?: string[];
}

/**
 * How certain something is. Stands at each operation, and below it at whatever differs: `x-certainty`, with the page in
 * `x-source`, and for what was observed the date in `x-observed`. Corrections may carry it, too.
 */
export const certainties = {
  published: 'the provider publishes it as OpenAPI',
  transcribed: 'taken from the provider’s pages',
  observed: 'seen in responses of the provider, on the day and by whom the table says',
  'third-party': 'published by somebody else who uses the provider',
  inferred: 'concluded from the rest, or from another provider; nobody says so',
} as const;

/** `published`, `transcribed`, `observed`, `third-party` or `inferred`. */
type Certainty = keyof typeof certainties;

/** The answer to a task id that nobody has, of which there may be several. */
export interface UnknownAnswer {
  status: number;
  code: number;
  'x-certainty': Certainty;
}

/** A body of one media type. */
export interface Media {
  schema?: Schema;
  examples?: Record<string, { value?: unknown; $ref?: string }>;
}

/** A parameter in the path, the query or a header. */
export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  example?: unknown;
  schema?: Schema;
  /** At the id of a task: the answers to one that does not exist. */
  'x-unknown'?: UnknownAnswer[];
  /** At the id of a task: that the page does not say that the task is found by its external id, too. */
  'x-only-by-id'?: true;
}

/** One method of one path. */
export interface ApiOperation {
  operationId: string;
  summary?: string;
  tags?: string[];
  parameters?: (Parameter | { $ref: string })[];
  requestBody?: { required?: boolean; content: Record<string, Media> };
  responses: Record<
    string,
    {
      description?: string;
      content?: Record<string, Media>;
      $ref?: string;
      'x-certainty'?: Certainty;
    }
  >;
  'x-certainty'?: Certainty;
  'x-source'?: string;
  'x-read'?: string;
  /** Of what is documented and no longer served: since when. Contested where others say that it is. */
  'x-served'?: { until: string; isContested?: boolean };
  /**
   * That a call costs nothing, and how many seconds have to be between two. Without it, a call counts as paid. To read a task or a
   * list is free everywhere.
   */
  'x-free'?: { everySeconds: number };
}

/** An OpenAPI document, as far as this project reads it. */
export interface OpenApiDocument {
  openapi: string;
  info: { title: string; version: string; description?: string };
  servers: { url: string; description?: string }[];
  paths: Record<string, Record<string, ApiOperation>>;
  webhooks?: Record<string, Record<string, ApiOperation>>;
  components?: Record<string, Record<string, unknown>>;
}

/** A schema, its parts and its alternatives, and theirs: all that may speak of the same value. */
export const withBranches = (schema: Schema): Schema[] => [
  schema,
  ...[schema.allOf, schema.oneOf, schema.anyOf].flatMap((each = []) => each.flatMap(withBranches)),
];

/** Those of them that speak of this very value: not the alternatives whose constants it contradicts. */
export const branchesFor = (schema: Schema, value: unknown): Schema[] => {
  const isOther = ({ properties = {} }: Schema) =>
    Object.entries(properties).some(([name, field]) => {
      const { const: fixed } = Object(field) as Schema;
      const given: unknown = Object(value)[name];
      return fixed !== undefined && given !== undefined && given !== fixed;
    });
  const rest = [schema.allOf, schema.oneOf, schema.anyOf].flatMap((each = []) =>
    each.flatMap((branch) => branchesFor(branch, value)),
  );
  return isOther(schema) ? [] : [schema, ...rest];
};

/** What stands at a pointer in the values of a schema without references; undefined where it has no such field. */
export const schemaAt = (schema: Schema | undefined, pointer: string): Schema | undefined =>
  stepsOf(pointer).reduce<Schema | undefined>((from, step) => {
    const found = /^\d+$/.test(step) ? from?.items : from?.properties?.[step];
    return found instanceof Object ? found : undefined;
  }, schema);

/** Follows `$ref` to its end within the document; anything else comes back as it is. */
export function resolve<T>(document: OpenApiDocument, node: T): Exclude<T, { $ref: string }> {
  let value: unknown = node;
  while (typeof value === 'object' && value !== null && '$ref' in value)
    value = valueAt(document, String(value.$ref));
  return value as Exclude<T, { $ref: string }>;
}

/** A copy of the node in which every `$ref` is replaced by what it points to: the same copy each time, as nobody changes it. */
export function dereference<T>(document: OpenApiDocument, node: T, made = new Map()): T {
  const value: unknown = resolve(document, node);
  if (typeof value !== 'object' || value === null) return value as T;
  if (made.has(value)) return made.get(value);
  const copy = (Array.isArray(value) ? [] : {}) as Record<string, unknown>;
  made.set(value, copy);
  for (const [key, each] of Object.entries(value)) copy[key] = dereference(document, each, made);
  return copy as T;
}

/** The values of a keyword that is there in all the schemas. */
function shared<K extends keyof Schema>(schemas: Schema[], key: K): NonNullable<Schema[K]>[] {
  const values = schemas.flatMap(({ [key]: value }) => (value == null ? [] : [value]));
  return values.length === schemas.length ? values : [];
}

/** What at least one of several schemas lets through, without the rules between fields; described as by the first. */
export function widestOf(schemas: Schema[]): Schema {
  const [first = {}] = schemas;
  const all = unique(schemas);
  if (all.length <= 1) return first;
  const words = (['type', 'title', 'description', 'default', 'format', 'x-media'] as const).filter(
    (key) => first[key] !== undefined,
  );
  const fields = all.flatMap(({ properties = {} }) => Object.entries(properties));
  const partsOf = (name: string) =>
    fields.flatMap(([each, field]) => (each === name && typeof field === 'object' ? field : []));
  const names = [...new Set(fields.map(([name]) => name))];
  const items = shared(all, 'items');
  const branches = all.flatMap((each) => each.oneOf ?? []);
  const titles = [...new Set(branches.map(({ title }) => title))];
  const values = [...new Set(shared(all, 'enum').flat())];
  const [needed = [], ...others] = shared(all, 'required');
  const required = needed.filter((name) => others.every((each) => each.includes(name)));
  const limits = {
    minimum: Math.min(...shared(all, 'minimum')),
    maximum: Math.max(...shared(all, 'maximum')),
    minItems: Math.min(...shared(all, 'minItems')),
    maxItems: Math.max(...shared(all, 'maxItems')),
    maxLength: Math.max(...shared(all, 'maxLength')),
  };
  return {
    ...Object.fromEntries(words.map((key) => [key, first[key]])),
    ...(values.length > 0 && { enum: values }),
    ...(names.length > 0 && {
      required,
      properties: Object.fromEntries(names.map((name) => [name, widestOf(partsOf(name))])),
    }),
    ...(items.length > 0 && { items: widestOf(items) }),
    // Branches of one title are the same choice.
    ...(branches.length > 0 && {
      oneOf: titles.map((each) => widestOf(branches.filter(({ title }) => title === each))),
    }),
    ...Object.fromEntries(Object.entries(limits).filter(([, limit]) => Number.isFinite(limit))),
  };
}

const unique = (schemas: Schema[]): Schema[] => [
  ...new Map(schemas.map((each) => [JSON.stringify(each), each])).values(),
];

/** Every operation of the document, callbacks aside, in the document's order. */
export function operationsOf(
  document: OpenApiDocument,
): { path: string; method: string; operation: ApiOperation }[] {
  return Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
}
