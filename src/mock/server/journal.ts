import { type Budget, fromBytes, joinJson, toBytes } from './budget.ts';
import type { PrismViolation } from './prism.ts';

/** One request and its response, as the control API shows them. */
export interface JournalEntry {
  /** Counts up from 1. */
  number: number;
  /** Unix time in milliseconds, by the mock's clock. */
  at: number;
  method: string;
  /** The path without its query. */
  path: string;
  /** The request's body, or the beginning of a long one. */
  request: unknown;
  /** The status that was sent; 0 when there was no response. */
  status: number;
  /** The response's body, or the beginning of a long one. */
  answer: unknown;
  /** The rules that the request broke; of severity 1, unknown fields, which are ignored, and retired models that were accepted. */
  violations: PrismViolation[];
  /** The id of the task that the request was about. */
  task?: string;
  /** Name of the scenario that applied. */
  scenario?: string;
  /** What else happened. */
  note?: string;
}

/** A body, and its text as it is sent, which tells how long it is. */
interface Body {
  value: unknown;
  text: string;
}

/** Entries kept; older ones are dropped. */
const maxEntries = 500;
/** Characters of a body that are kept. */
const maxText = 20_000;
/** Violations that are kept of one request. */
const maxViolations = 50;

/** Remembers the latest requests as text, and tells listeners about each new one. */
export class Journal {
  /** Each entry as JSON, by its number. */
  readonly #entries = new Map<number, Uint8Array>();
  #count = 0;
  readonly #budget: Budget;
  readonly #listeners = new Set<(entry: Uint8Array) => void>();

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** The entries that are still kept, oldest first. */
  get entries(): readonly JournalEntry[] {
    return [...this.#entries.values()].map((entry) => fromBytes(entry) as JournalEntry);
  }

  /** All of them as one JSON list, without reading them. */
  get json(): Uint8Array {
    return joinJson([...this.#entries.values()]);
  }

  add(
    facts: Omit<JournalEntry, 'number' | 'request' | 'answer'>,
    bodies: { request: Body; answer: Body },
  ): void {
    this.#count += 1;
    const number = this.#count;
    const entry = toBytes({
      ...facts,
      path: cut(facts.path),
      violations: facts.violations.slice(0, maxViolations).map(shortenViolation),
      number,
      request: shorten(bodies.request),
      answer: shorten(bodies.answer),
    });
    this.#entries.set(number, entry);
    this.#budget.keep(entry, entry.length, () => this.#entries.delete(number));
    if (this.#entries.size > maxEntries) this.#drop(number - maxEntries);
    for (const listener of this.#listeners) listener(entry);
  }

  #drop(number: number): void {
    const entry = this.#entries.get(number);
    if (entry) this.#budget.release(entry);
    this.#entries.delete(number);
  }

  clear(): void {
    for (const number of this.#entries.keys()) this.#drop(number);
  }

  /** Calls the listener with the JSON of each new entry, until the returned function is called. */
  listen(listener: (entry: Uint8Array) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const cut = (text: string, length = maxText / 10) =>
  text.length > length ? `${text.slice(0, length)}…` : text;

const shorten = ({ value, text }: Body): unknown =>
  text.length > maxText ? cut(text, maxText) : value;

const shortenViolation = ({ path, message, ...rest }: PrismViolation): PrismViolation => ({
  ...(path && { path: path.map((step) => (typeof step === 'string' ? cut(step) : step)) }),
  message: cut(message),
  ...rest,
});
