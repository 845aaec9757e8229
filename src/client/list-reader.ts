import type { Shown } from './dialect.ts';
import { ConnectionError } from './errors.ts';
import type { OnEvent } from './events.ts';
import { endOf } from './refusals.ts';
import { orAbort, sleep, stopIfAborted, within } from './sleep.ts';

/** How the list reader asks the provider. */
export interface Reads {
  /** Reads one task. */
  one(id: string, signal: AbortSignal): Promise<Shown>;
  /** A page of the list, the newest task first; pages count from 1. */
  page(query: { pageNum: number; pageSize: number }, signal: AbortSignal): Promise<Shown[]>;
  /** Whether the list itself was refused, which says nothing about a task. */
  isRefusal(error: unknown): boolean;
  onEvent: OnEvent;
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
/** Milliseconds between two checks whether a round is done. */
const checkInterval = 200;

/** A pass over the list for the tasks that are due at the same time. Plain data: each reader checks it by its own timer. */
class Round {
  /** When it begins, on the clock of `performance.now()`. */
  begins: number;
  /** The ids that are not found yet. */
  readonly wanted = new Set<string>();
  readonly found = new Map<string, Shown>();
  /** Until when one of its readers has promised to request the pages. Another takes over if that one is gone by then. */
  leasedUntil = 0;
  isDone = false;
  /** How many of the tasks it found are still to be read singly, too. */
  checksLeft = checks;
  /** What went wrong, for those whose task was not found. A refusal of the list is not among it. */
  error: unknown;

  constructor(begins: number) {
    this.begins = begins;
  }
}

/**
 * Reads tasks by pages of the provider's list when many are read at a time: then the number of requests grows with the
 * number of running tasks, not of polls, and stays at ten a second and one for each end. A list only saves reads of tasks that
 * go on: a task that is not on it, or whose end it shows, is read singly; so is every task for a minute after lists failed or
 * were out of date.
 */
export class ListReader {
  readonly #reads: Reads;
  #next: Round | undefined;
  /** The round before the next one; the two never run at the same time. */
  #last: Round | undefined;
  #singleReads = 0;
  #length = shortestRound;
  #roundEnds = 0;
  #pauseEnds = 0;
  /** Until it ends, no list is read for fewer tasks than this: for half as many it saved nothing. */
  #minimum = { count: 0, ends: 0 };
  #failures = 0;
  #staleReads = 0;
  #isOn = false;

  constructor(reads: Reads) {
    this.#reads = reads;
  }

  /** Reads the task: at once, or with others in a moment. Throws what reading it singly throws. */
  async read(id: string, signal: AbortSignal): Promise<Shown> {
    const { one } = this.#reads;
    const now = performance.now();
    if (now >= this.#roundEnds) {
      this.#singleReads = readsPerPage;
      this.#roundEnds = now + this.#length;
    }
    if (now < this.#pauseEnds || this.#singleReads-- > 0) return one(id, signal);
    const round = await this.#join(id, signal);
    const shown = round.found.get(id);
    // An error of its own for each reader, and none that ends a wait: only the provider's word about a task does.
    if (shown === undefined && round.error !== undefined)
      throw new ConnectionError('no page of the list', { cause: round.error, sent: true });
    if (shown !== undefined && !endOf(shown.status) && round.checksLeft-- <= 0) return shown;
    const own = await one(id, signal);
    if (shown !== undefined && !endOf(shown.status))
      this.#staleReads = endOf(own.status) ? this.#staleReads + 1 : 0;
    if (this.#staleReads >= checks) this.#pauseLists();
    return own;
  }

  /** Waits until the next round is done. Whoever finds it due first requests its pages, for all. */
  async #join(id: string, signal: AbortSignal): Promise<Round> {
    this.#next ??= new Round(this.#roundEnds);
    const round = this.#next;
    round.wanted.add(id);
    while (!round.isDone) {
      const now = performance.now();
      const lastEnds = !this.#last || this.#last.isDone ? 0 : this.#last.leasedUntil;
      stopIfAborted(signal);
      if (now >= Math.max(round.begins, round.leasedUntil, lastEnds))
        await this.#run(round, signal);
      else await sleep(Math.max(round.begins - now, checkInterval), signal);
    }
    return round;
  }

  async #run(round: Round, signal: AbortSignal): Promise<void> {
    // Nobody joins it any more: a list that has been requested already would not be fresh for them.
    if (this.#next === round) this.#next = undefined;
    this.#last = round;
    round.leasedUntil = performance.now() + longestRound + longestPage;
    try {
      await this.#request(round, signal);
      round.isDone = true;
    } catch (error) {
      if (signal.aborted) round.leasedUntil = 0;
      else this.#failed(round, error);
    }
  }

  async #request(round: Round, signal: AbortSignal): Promise<void> {
    const { wanted } = round;
    const began = performance.now();
    const all = wanted.size;
    if (began < this.#minimum.ends && all < this.#minimum.count) return;
    let pages = 0;
    for (let isEnd = false; !isEnd; ) {
      // Each page must still be able to save its reads, and so must all pages of the round together.
      const count = Math.min(
        mostPages,
        Math.max(pages, 1),
        Math.floor(wanted.size / readsPerPage),
        Math.min(Math.floor(all / readsPerPage), longestRound / perRequest) - pages,
      );
      if (count < 1 || performance.now() - began > longestRound) break;
      this.#setOn(true);
      const numbers = Array.from({ length: count }, (_, index) => pages + index + 1);
      const each = await Promise.all(numbers.map((number) => this.#page(round, number, signal)));
      pages += count;
      isEnd = each.some((length) => length < pageSize);
    }
    this.#failures = 0;
    if (all - wanted.size < pages * readsPerPage)
      this.#minimum = { count: 2 * all, ends: began + pauseLength };
    this.#length = Math.max(shortestRound, (pages + 2 * readsPerPage) * perRequest);
    this.#roundEnds = Math.max(this.#roundEnds, began + this.#length);
    if (this.#next) this.#next.begins = Math.max(this.#next.begins, this.#roundEnds);
  }

  /** Reads a page and keeps the tasks that somebody waits for. */
  async #page({ wanted, found }: Round, pageNum: number, signal: AbortSignal): Promise<number> {
    const { page } = this.#reads;
    const get = (stop: AbortSignal) => orAbort(page({ pageNum, pageSize }, stop), stop);
    const shown = await within(longestPage, get, signal);
    for (const task of shown) {
      // It may be anything, even something that no string can be made of.
      const id = task.id as string;
      if (task.status !== '' && wanted.delete(id)) found.set(id, task);
    }
    return shown.length;
  }

  #failed(round: Round, error: unknown): void {
    const isRefusal = this.#reads.isRefusal(error);
    if (!isRefusal) round.error = error;
    round.isDone = true;
    this.#failures += 1;
    // One failure may be an outage, in which ten thousand single reads would do no better.
    if (isRefusal || this.#failures > 1) this.#pauseLists();
  }

  #pauseLists(): void {
    this.#staleReads = 0;
    this.#pauseEnds = performance.now() + pauseLength;
    this.#setOn(false);
  }

  #setOn(on: boolean): void {
    if (on !== this.#isOn) this.#reads.onEvent({ type: 'lists', on });
    this.#isOn = on;
  }
}
