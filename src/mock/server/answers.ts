import type { OperationName } from '../../client/operations.ts';
import type { ProviderName } from '../../documents/documents.ts';
import { isObject, type JsonObject } from '../../documents/json.ts';
import type { PrismViolation } from './prism.ts';
import type { Fault } from './scenarios.ts';

/** A response on its way out, and what the journal records about it. */
export interface Answer {
  status: number;
  /** Bytes and strings are sent as they are, everything else as JSON. */
  body: unknown;
  /** The body as JSON, where it has been written already. */
  text?: string | undefined;
  headers?: Record<string, string>;
  /** What goes wrong with it on its way. */
  fault?: Fault;
  /** Milliseconds before it is sent. */
  delay?: number;
  violations?: PrismViolation[];
  /** The id of the task that it is about. */
  task?: string;
  /** What the request was for; absent where it was for no provider, or for none of its operations. */
  provider?: ProviderName;
  operation?: OperationName | undefined;
  /** Who sent it. */
  account?: string;
  /** Name of the scenario that applied. */
  scenario?: string;
  /** What else happened, for the journal. */
  note?: string;
  /** Why the request was refused, where no scenario asked for that. */
  why?: string | undefined;
  /** Whether it is of the mock itself, its page or its control API, and none of a provider's. */
  isOwn?: boolean;
}

/** A copy with other values under the given names, at any depth: undefined removes a name, a function makes a value of the old one. */
export function replaceValues(node: unknown, values: JsonObject): unknown {
  if (Array.isArray(node)) return node.map((item) => replaceValues(item, values));
  if (!isObject(node)) return node;
  const copy: JsonObject = {};
  for (const [key, child] of Object.entries(node)) {
    const other = values[key];
    if (!Object.hasOwn(values, key)) copy[key] = replaceValues(child, values);
    else if (other !== undefined) copy[key] = typeof other === 'function' ? other(child) : other;
  }
  return copy;
}

/** A request id: a UUID made of random numbers from 0 to 1. */
export function createRequestId(random: () => number): string {
  const parts = Array.from({ length: 4 }, () => Math.floor(random() * 2 ** 32));
  const hex = parts.map((part) => part.toString(16).padStart(8, '0')).join('');
  const part = (from: number, to?: number) => hex.slice(from, to);
  return `${part(0, 8)}-${part(8, 12)}-4${part(13, 16)}-8${part(17, 20)}-${part(20)}`;
}
