import type { PrismViolation } from './prism.ts';

/** One request and what became of it, as the control API shows it. */
export interface JournalEntry {
  /** Counts up from 1. */
  number: number;
  /** Unix time in milliseconds. */
  at: number;
  method: string;
  path: string;
  /** The request's body, or the beginning of a long one. */
  request: unknown;
  /** The status that was sent; 0 when no answer was. */
  status: number;
  /** The answer's body, or the beginning of a long one. */
  answer: unknown;
  violations: PrismViolation[];
  /** The task that the request was about. */
  task?: string;
  /** Name of the scenario that applied. */
  scenario?: string;
  /** What else happened. */
  note?: string;
}

/** A body with the text that it has on the wire, which tells how long it is. */
interface Body {
  value: unknown;
  text: string;
}

/** Entries kept; older ones are dropped. */
const limit = 500;
/** Characters of a body that are kept. */
const longest = 20_000;
/** Violations that are kept of one request. */
const most = 50;

/** What the mock has seen lately, and who wants to be told. */
export class Journal {
  #entries: JournalEntry[] = [];
  #count = 0;
  readonly #listeners = new Set<(entry: JournalEntry) => void>();

  /** The entries that are still kept, oldest first. */
  get entries(): readonly JournalEntry[] {
    return this.#entries.slice(-limit);
  }

  add(
    facts: Omit<JournalEntry, 'number' | 'request' | 'answer'>,
    bodies: { request: Body; answer: Body },
  ): void {
    this.#count += 1;
    const entry = {
      ...facts,
      violations: facts.violations.slice(0, most),
      number: this.#count,
      request: bounded(bodies.request),
      answer: bounded(bodies.answer),
    };
    this.#entries.push(entry);
    // Dropped many at a time, because each time moves all that stay.
    if (this.#entries.length > 2 * limit) this.#entries = this.#entries.slice(-limit);
    for (const listener of this.#listeners) listener(entry);
  }

  clear(): void {
    this.#entries = [];
  }

  /** Tells of each new entry, until the function that comes back is called. */
  listen(listener: (entry: JournalEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const bounded = ({ value, text }: Body): unknown =>
  text.length > longest ? `${text.slice(0, longest)}…` : value;
