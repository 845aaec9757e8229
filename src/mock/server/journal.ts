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
  /** The parameters of its query, if it had any, or the beginning of the text of long ones. */
  query?: unknown;
  /** The request's body, or the beginning of a long one. */
  request: unknown;
  /** The status that was sent; 0 when there was no response. */
  status: number;
  /** The response's body, or the beginning of a long one. */
  answer: unknown;
  /** The rules that the request broke; of severity 1, unknown fields, which are ignored, and retired models that were accepted. */
  violations: PrismViolation[];
  /** Who sent it: the same for all requests with one key, which nobody gets back from it. Empty without a key. */
  account: string;
  /** Why it was refused where no scenario asked for that: the field, and the rule that it broke. */
  why?: string;
  /** The id of the task that the request was about. */
  task?: string;
  /** Name of the scenario that applied. */
  scenario?: string;
  /** What else happened. */
  note?: string;
}

/** What is known of a request beside the bodies. */
export type JournalFacts = Omit<JournalEntry, 'number' | 'request' | 'answer'>;

/** Is told of each new entry: its JSON, and what it is about. */
type Listener = (entry: Uint8Array, facts: JournalFacts) => void;

/** A body, and its text as it is sent, which tells how long it is. */
interface Body {
  value: unknown;
  text: string;
}

/** Entries kept of each account, and shown of all; older ones are dropped. */
const maxEntries = 500;
/** Characters of a body that are kept. */
const maxText = 20_000;
/** Violations that are kept of one request. */
const maxViolations = 50;

/** Remembers the latest requests as text, and tells listeners about each new one. */
export class Journal {
  /** Each entry as JSON, by its number. */
  readonly #entries = new Map<number, Uint8Array>();
  /** The numbers of each account's entries, oldest first. */
  readonly #numbers = new Map<string, Set<number>>();
  #count = 0;
  readonly #budget: Budget;
  readonly #listeners = new Set<Listener>();

  constructor(budget: Budget) {
    this.#budget = budget;
  }

  /** The latest entries of an account, or of all, oldest first. */
  entries(account?: string): readonly JournalEntry[] {
    return this.#latest(account).map((entry) => fromBytes(entry) as JournalEntry);
  }

  /** The same as one JSON list, without reading them. */
  json(account?: string): Uint8Array {
    return joinJson(this.#latest(account));
  }

  #latest(account?: string): Uint8Array[] {
    if (account === undefined) return [...this.#entries.values()].slice(-maxEntries);
    const numbers = [...(this.#numbers.get(account) ?? [])];
    return numbers.flatMap((number) => this.#entries.get(number) ?? []);
  }

  add(facts: JournalFacts, bodies: { request: Body; answer: Body }): void {
    this.#count += 1;
    const number = this.#count;
    const { account } = facts;
    const entry = toBytes({
      ...facts,
      path: cut(facts.path),
      ...(facts.why !== undefined && { why: cut(facts.why) }),
      ...(facts.query !== undefined && { query: shorten(bodyOf(facts.query)) }),
      violations: facts.violations.slice(0, maxViolations).map(shortenViolation),
      number,
      request: shorten(bodies.request),
      answer: shorten(bodies.answer),
    });
    const numbers = this.#numbers.get(account) ?? new Set();
    this.#entries.set(number, entry);
    this.#numbers.set(account, numbers.add(number));
    this.#budget.keep(entry, entry.length, () => this.#drop(account, number));
    const [oldest = number] = numbers;
    if (numbers.size > maxEntries) this.#drop(account, oldest);
    for (const listener of this.#listeners) listener(entry, facts);
  }

  #drop(account: string, number: number): void {
    const entry = this.#entries.get(number);
    if (entry) this.#budget.release(entry);
    this.#entries.delete(number);
    const numbers = this.#numbers.get(account);
    numbers?.delete(number);
    if (numbers?.size === 0) this.#numbers.delete(account);
  }

  /** Clears the entries of one account, or all of them. */
  clear(account?: string): void {
    for (const each of account === undefined ? [...this.#numbers.keys()] : [account]) {
      for (const number of [...(this.#numbers.get(each) ?? [])]) this.#drop(each, number);
    }
  }

  /** Calls the listener for each new entry, until the returned function is called. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

const cut = (text: string, length = maxText / 10) =>
  text.length > length ? `${text.slice(0, length)}…` : text;

const bodyOf = (value: unknown): Body => ({ value, text: JSON.stringify(value) });

const shorten = ({ value, text }: Body): unknown =>
  text.length > maxText ? cut(text, maxText) : value;

const shortenViolation = ({ path, message, ...rest }: PrismViolation): PrismViolation => ({
  ...(path && { path: path.map((step) => (typeof step === 'string' ? cut(step) : step)) }),
  message: cut(message),
  ...rest,
});
