/** What a comparison finds, and what it carries along as it goes down into a schema. */
import type { Kind, Severity } from '../../contract/kinds.ts';
import type { SchemaAt } from './schema-shape.ts';

/** A pointer into the vendored document and the one into the published document that corresponds to it. */
export type PointerPair = [vendored: string, published: string];

/** One difference between two documents. */
export interface Difference {
  kind: Kind;
  /** Only where it is not the kind's own. */
  severity?: Severity;
  /** JSON pointer into the vendored document: where it stands, or would stand. */
  vendored: string;
  /** JSON pointer into the published document: where it stands, or would stand. */
  published: string;
  /** What the vendored document says; `undefined` where it says nothing. */
  expected?: unknown;
  /** What the published document says; `undefined` where it says nothing. */
  actual?: unknown;
  message: string;
  /** What an update has to copy for the vendored document to say the same, if not just from `published` to `vendored`. */
  edits?: PointerPair[];
  /** The name and schemas of a field that came or went. */
  field?: { name: string; schemas: SchemaAt[] };
}

/** A difference and the operation that it is in; empty for the document as a whole. */
export interface Located {
  operation: string;
  difference: Difference;
}

/** Who sends what is compared: the caller sends requests, the provider responses. */
export type Direction = 'request' | 'response';

/** What is being compared. */
export interface Scope {
  direction: Direction;
  /** Whether the published document holds only what could be read, so that what it does not say is no difference. */
  isPartial: boolean;
  /** The field as messages name it, `data.task_id`; empty for the body as a whole. */
  field: string;
  /** The comparisons made so far, by their pointers. */
  compared: Map<string, Difference[]>;
}

/** The scope of a whole body. */
export const scopeOf = (direction: Direction, isPartial: boolean): Scope => ({
  direction,
  isPartial,
  field: '',
  compared: new Map(),
});

/** The scope of a field in this one; `[]` stands for the items of a list. */
export const enterField = (scope: Scope, name: string): Scope => ({
  ...scope,
  field: name === '[]' ? `${scope.field}[]` : [scope.field, name].filter(Boolean).join('.'),
});

/** The field of a scope, as a message names it. */
export const describeField = ({ field }: Scope): string => field || 'the body';

/** The types that a value may have, as a message names them; `undefined` stands for any. */
export const describeTypes = (types: readonly string[] | undefined): string =>
  types ? types.join(' or ') || 'no value' : 'anything';

/** Says what became of a value, `undefined` being none. */
export function describeChange<T>(
  before: T,
  after: T,
  describe: (value: T) => string = formatValue,
): string {
  if (before === undefined) return `${describe(after)} is new`;
  if (after === undefined) return `${describe(before)} is gone`;
  return `${describe(before)} became ${describe(after)}`;
}

const maxLength = 120;

/** A value in one short line. */
export function formatValue(value: unknown): string {
  const isStructure = (item: unknown) => typeof item === 'object' && item !== null;
  const isPlainList = Array.isArray(value) && !value.some(isStructure);
  const text = isPlainList
    ? value.map(String).join(', ')
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);
  return text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text;
}
