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

/** Entries kept; older ones are dropped. */
const limit = 500;
/** Characters of a body that are kept. */
const longest = 20_000;

/** What the mock has seen lately, and who wants to be told. */
export class Journal {
  #entries: JournalEntry[] = [];
  #count = 0;
  readonly #listeners = new Set<(entry: JournalEntry) => void>();

  /** The entries that are still kept, oldest first. */
  get entries(): readonly JournalEntry[] {
    return this.#entries;
  }

  add(facts: Omit<JournalEntry, 'number'>): void {
    this.#count += 1;
    const { request, answer } = facts;
    const entry = {
      ...facts,
      number: this.#count,
      request: bounded(request),
      answer: bounded(answer),
    };
    this.#entries.push(entry);
    if (this.#entries.length > limit) this.#entries.shift();
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

function bounded(body: unknown): unknown {
  if (body instanceof Uint8Array) return `${body.length} bytes`;
  const text = JSON.stringify(body) ?? '';
  return text.length > longest ? `${text.slice(0, longest)}…` : body;
}
