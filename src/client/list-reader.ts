import { hasEnded } from './envelope.ts';
import type { TaskHandle } from './errors.ts';
import type { JsonObject } from './json.ts';
import { orAbort, sleep, within } from './sleep.ts';

/** How the list reader asks the provider. */
export interface Reads {
  /** Reads one task. */
  one(handle: TaskHandle, signal?: AbortSignal): Promise<JsonObject>;
  /** A page of the list, the newest task first; pages count from 1. */
  page(query: { pageNum: number; pageSize: number }, signal: AbortSignal): Promise<JsonObject[]>;
  /** Whether the list shows all of this task: one that has succeeded may be there before its files are. */
  isComplete(snapshot: JsonObject): boolean;
  /** Whether the list itself was refused, which says nothing about a task. */
  isRefusal(error: unknown): boolean;
}

/** Tasks on a page: the most that Kling allows. */
const pageSize = 500;
/** A page has to save this many single reads. As many in each round are made singly, at once. */
const readsPerPage = 5;
/** Tasks of a round that are also read singly, to see whether the list is up to date. */
const checks = 3;
/** Milliseconds between requests, on average. */
const perRequest = 100;
const shortestRound = 1_000;
/** The most pages that are requested at once. */
const mostPages = 8;
/** Milliseconds. A poll may wait for this round and the next: together they must not take longer than a poll may. */
const longestRound = 8_000;
const longestPage = 5_000;
/** Milliseconds without lists after they failed twice or were out of date, and with fewer lists after they saved nothing. */
const pauseLength = 60_000;

/** The reads that share one pass over the list. */
interface Round {
  /** The ids that are not found yet. */
  readonly wanted: Set<string>;
  readonly found: Map<string, JsonObject>;
  readonly stop: AbortController;
  done: Promise<void>;
  /** How many still wait for it. */
  readers: number;
  checks: number;
  /** What went wrong, for those whose task was not found. A refusal of the list is not among it. */
  error?: unknown;
}

/**
 * Reads tasks by pages of the provider's list when many are read at a time: then the number of requests grows with the
 * number of running tasks, not of polls, and stays at ten a second. A list only saves reads. A task that is not on it, or
 * that it shows incompletely, is read singly; so is every task for a minute after lists failed or were out of date.
 */
export class ListReader {
  readonly #reads: Reads;
  #next: Round | undefined;
  /** The round before the next one is done. */
  #last: Promise<void> = Promise.resolve();
  #singleReads = 0;
  #length = shortestRound;
  #roundEnds = 0;
  #pauseEnds = 0;
  /** How many tasks a list must be for until then, because for fewer it saved nothing. */
  #minimum = { count: 0, ends: 0 };
  #failures = 0;
  #staleReads = 0;

  constructor(reads: Reads) {
    this.#reads = reads;
  }

  /** Reads the task: at once, or with others in a moment. Throws what reading it singly throws. */
  async read(handle: TaskHandle, signal: AbortSignal): Promise<JsonObject> {
    const { one } = this.#reads;
    const now = performance.now();
    if (now >= this.#roundEnds) {
      this.#singleReads = readsPerPage;
      this.#roundEnds = now + this.#length;
    }
    if (!handle.id || now < this.#pauseEnds || this.#singleReads-- > 0) return one(handle, signal);
    const round = await this.#join(handle.id, signal);
    const shown = round.found.get(handle.id);
    if (shown === undefined && round.error !== undefined) throw round.error;
    if (shown !== undefined && (hasEnded(shown) || round.checks-- <= 0)) return shown;
    const own = await one(handle, signal);
    if (shown !== undefined) this.#staleReads = hasEnded(own) ? this.#staleReads + 1 : 0;
    if (this.#staleReads >= checks) this.#pauseLists();
    return own;
  }

  async #join(id: string, signal: AbortSignal): Promise<Round> {
    this.#next ??= this.#plan();
    const round = this.#next;
    round.wanted.add(id);
    round.readers += 1;
    try {
      await orAbort(round.done, signal);
      return round;
    } finally {
      round.readers -= 1;
      // Nobody waits for it any more: clear its timer and abort its requests.
      if (round.readers === 0) round.stop.abort();
    }
  }

  #plan(): Round {
    const round: Round = {
      wanted: new Set(),
      found: new Map(),
      stop: new AbortController(),
      done: this.#last,
      readers: 0,
      checks,
    };
    round.done = this.#run(round).catch((error) => this.#failed(round, error));
    this.#last = round.done;
    return round;
  }

  async #run(round: Round): Promise<void> {
    const { wanted, stop } = round;
    try {
      await orAbort(round.done, stop.signal);
      await sleep(this.#roundEnds - performance.now(), stop.signal);
    } catch {
      return;
    } finally {
      this.#next = undefined;
    }
    const began = performance.now();
    const all = wanted.size;
    if (began < this.#minimum.ends && all < this.#minimum.count) return;
    let pages = 0;
    for (let isEnd = false; !isEnd; ) {
      // Never more pages than would have been worth it, had each of them shown the tasks it should.
      const wide = Math.min(
        mostPages,
        Math.max(pages, 1),
        Math.floor(wanted.size / readsPerPage),
        Math.min(Math.floor(all / readsPerPage), longestRound / perRequest) - pages,
      );
      if (wide < 1 || performance.now() - began > longestRound) break;
      const numbers = Array.from({ length: wide }, (_, index) => pages + index + 1);
      const each = await Promise.all(numbers.map((number) => this.#page(round, number)));
      pages += wide;
      isEnd = each.some((length) => length < pageSize);
    }
    this.#failures = 0;
    if (all - wanted.size < pages * readsPerPage)
      this.#minimum = { count: 2 * all, ends: began + pauseLength };
    this.#length = Math.max(shortestRound, (pages + 2 * readsPerPage) * perRequest);
    this.#roundEnds = Math.max(this.#roundEnds, began + this.#length);
  }

  /** Reads a page and keeps the tasks that somebody waits for. */
  async #page({ wanted, found, stop }: Round, pageNum: number): Promise<number> {
    const { page, isComplete } = this.#reads;
    const get = (signal: AbortSignal) => orAbort(page({ pageNum, pageSize }, signal), signal);
    const shown = await within(longestPage, get, stop.signal);
    for (const snapshot of shown) {
      // It may be anything, even something that no string can be made of.
      const id = snapshot.task_id as string;
      if (isComplete(snapshot) && wanted.delete(id)) found.set(id, snapshot);
    }
    return shown.length;
  }

  #failed(round: Round, error: unknown): void {
    // It was aborted because nobody waits for it any more, which says nothing about the list.
    if (round.stop.signal.aborted) return;
    const isRefusal = this.#reads.isRefusal(error);
    if (!isRefusal) round.error = error;
    this.#failures += 1;
    // One failure may be an outage, in which ten thousand single reads would do no better.
    if (isRefusal || this.#failures > 1) this.#pauseLists();
  }

  #pauseLists(): void {
    this.#staleReads = 0;
    this.#pauseEnds = performance.now() + pauseLength;
  }
}
