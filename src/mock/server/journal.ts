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
  /** The rules of the document that the request broke. */
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

/** Remembers the latest requests, and tells listeners about each new one. */
export class Journal {
  #entries: JournalEntry[] = [];
  #count = 0;
  readonly #listeners = new Set<(entry: JournalEntry) => void>();

  /** The entries that are still kept, oldest first. */
  get entries(): readonly JournalEntry[] {
    return this.#entries.slice(-maxEntries);
  }

  add(
    facts: Omit<JournalEntry, 'number' | 'request' | 'answer'>,
    bodies: { request: Body; answer: Body },
  ): void {
    this.#count += 1;
    const entry = {
      ...facts,
      violations: facts.violations.slice(0, maxViolations),
      number: this.#count,
      request: shorten(bodies.request),
      answer: shorten(bodies.answer),
    };
    this.#entries.push(entry);
    // Dropped many at a time, because each time moves all that stay.
    if (this.#entries.length > 2 * maxEntries) this.#entries = this.#entries.slice(-maxEntries);
    for (const listener of this.#listeners) listener(entry);
  }

  clear(): void {
    this.#entries = [];
  }

  /** Calls the listener with each new entry, until the returned function is called. */
  listen(listener: (entry: JournalEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const shorten = ({ value, text }: Body): unknown =>
  text.length > maxText ? `${text.slice(0, maxText)}…` : value;
