import type { Kind, Severity } from '../../contract/kinds.ts';
import type { Place } from './shape.ts';

/** Who sends what is compared: the caller, or the provider. */
export type Direction = 'request' | 'response';

/** One difference between two documents, before it is somebody's finding. */
export interface Difference {
  kind: Kind;
  /** Where it is not the kind's own. */
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
  /** What would have to be copied for the vendored document to say the same, where it is not the two pointers. */
  copies?: [vendored: string, published: string][];
  /** The name and schema of a field that came or went. */
  field?: { name: string; places: Place[] };
}

/** A difference and the operation that it is in; none for the document as a whole. */
export interface Located {
  operation: string;
  difference: Difference;
}

/** What is being compared, as the comparison goes down into a schema. */
export interface Scope {
  direction: Direction;
  /** Whether the published document holds only what could be read: what it does not say is then no difference. */
  isPartial: boolean;
  /** The field in words, as `data.task_id`; empty for the body as a whole. */
  field: string;
  /** Comparisons made already, by their pointers. */
  known: Map<string, Difference[]>;
}

/** A value in a line, short. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null)) {
    return shorten(value.map(String).join(', '));
  }
  return shorten(typeof value === 'string' ? value : JSON.stringify(value));
}

const longest = 120;
const shorten = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

/** The field of a scope in words. */
export const named = ({ field }: Scope): string => field || 'the body';

/** The scope of a field below; `[]` stands for the entries of a list. */
export const below = (scope: Scope, name: string): Scope => ({
  ...scope,
  field: name === '[]' ? `${scope.field}[]` : [scope.field, name].filter(Boolean).join('.'),
});
