import { hasEnded } from './envelope.ts';
import type { TaskHandle } from './errors.ts';
import type { JsonObject } from './json.ts';
import { orAbort, sleep, within } from './sleep.ts';

/** How a batch asks the provider. */
export interface Reads {
  one(handle: TaskHandle, signal?: AbortSignal): Promise<JsonObject>;
  /** A page of the list, the newest task first; pages count from 1. */
  page(query: { pageNum: number; pageSize: number }, signal: AbortSignal): Promise<JsonObject[]>;
  /** Whether the list may be believed about this task, or only a reading of its own: it may be done, but not yet shown whole. */
  isWhole(snapshot: JsonObject): boolean;
  /** Whether the list itself is refused, which says nothing about a task. */
  isRefusal(error: unknown): boolean;
}

/** Tasks on a page, the most that Kling gives. */
const pageSize = 500;
/** So many readings a page of the list has to save. As many in each round go by themselves, at once. */
const worth = 5;
/** So many tasks of a round are read again by themselves, to see whether the list is up to date. */
const checks = 3;
/** Milliseconds per request, in the long run. */
const perRequest = 100;
const shortestRound = 1_000;
/** Pages asked for at once, at most. */
const widest = 8;
/** A round that took longer, or used up more time of the next, would be too long for a look that waits for both. */
const longestRound = 8_000;
const longestPage = 5_000;
/** Milliseconds without lists, when they failed twice or told of the past; and with fewer, when they saved nothing. */
const rest = 60_000;

/** The readings that share one run over the list. */
interface Round {
  /** The ids that are looked for, until they are found. */
  readonly wanted: Set<string>;
  readonly found: Map<string, JsonObject>;
  readonly stop: AbortController;
  done: Promise<void>;
  /** Who still waits for it. */
  readers: number;
  checks: number;
  /** What went wrong, which each reader is told who did not find his task; not a refusal. */
  error?: unknown;
}

/**
 * Reads tasks by pages of the provider's list when many are read at a time: then the requests grow with the tasks that run,
 * not with the looks at them, and stay at ten a second. A list only saves readings. A task that is not on it, or that it
 * shows half done, is read by itself; so is everything for a minute after lists have failed or were found to be out of date.
 */
export class ListReader {
  readonly #reads: Reads;
  #next: Round | undefined;
  /** The round before the next one. */
  #last: Promise<void> = Promise.resolve();
  #alone = 0;
  #length = shortestRound;
  #roundEnds = 0;
  #restEnds = 0;
  /** How many have to be looked for until then, because for fewer the list saved nothing. */
  #least = { count: 0, ends: 0 };
  #failures = 0;
  #doubts = 0;

  constructor(reads: Reads) {
    this.#reads = reads;
  }

  /** Reads the task: at once, or with others in a moment. Throws what reading it by itself throws. */
  async read(handle: TaskHandle, signal: AbortSignal): Promise<JsonObject> {
    const { one } = this.#reads;
    const now = performance.now();
    if (now >= this.#roundEnds) {
      this.#alone = worth;
      this.#roundEnds = now + this.#length;
    }
    if (!handle.id || now < this.#restEnds || this.#alone-- > 0) return one(handle, signal);
    const round = await this.#join(handle.id, signal);
    const shown = round.found.get(handle.id);
    if (shown === undefined && round.error !== undefined) throw round.error;
    if (shown !== undefined && (hasEnded(shown) || round.checks-- <= 0)) return shown;
    const own = await one(handle, signal);
    if (shown !== undefined) this.#doubts = hasEnded(own) ? this.#doubts + 1 : 0;
    if (this.#doubts >= checks) this.#rest();
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
      // Nobody waits for it any more: no timer and no request stay behind.
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
    if (began < this.#least.ends && all < this.#least.count) return;
    let pages = 0;
    for (let isEnd = false; !isEnd; ) {
      // Never more pages than would have been worth it, had each of them shown what it should.
      const wide = Math.min(
        widest,
        Math.max(pages, 1),
        Math.floor(wanted.size / worth),
        Math.min(Math.floor(all / worth), longestRound / perRequest) - pages,
      );
      if (wide < 1 || performance.now() - began > longestRound) break;
      const numbers = Array.from({ length: wide }, (_, index) => pages + index + 1);
      const each = await Promise.all(numbers.map((number) => this.#page(round, number)));
      pages += wide;
      isEnd = each.some((length) => length < pageSize);
    }
    this.#failures = 0;
    if (all - wanted.size < pages * worth) this.#least = { count: 2 * all, ends: began + rest };
    this.#length = Math.max(shortestRound, (pages + 2 * worth) * perRequest);
    this.#roundEnds = Math.max(this.#roundEnds, began + this.#length);
  }

  /** Reads a page and keeps what somebody wants of it. */
  async #page({ wanted, found, stop }: Round, pageNum: number): Promise<number> {
    const { page, isWhole } = this.#reads;
    const get = (signal: AbortSignal) => orAbort(page({ pageNum, pageSize }, signal), signal);
    const shown = await within(longestPage, get, stop.signal);
    for (const snapshot of shown) {
      // Anything may be in its place, even what no string can be made of.
      const id = snapshot.task_id as string;
      if (isWhole(snapshot) && wanted.delete(id)) found.set(id, snapshot);
    }
    return shown.length;
  }

  #failed(round: Round, error: unknown): void {
    // Nobody waits for it any more, which says nothing about the list.
    if (round.stop.signal.aborted) return;
    const isRefusal = this.#reads.isRefusal(error);
    if (!isRefusal) round.error = error;
    this.#failures += 1;
    // Once may be an outage, in which ten thousand readings would be no better.
    if (isRefusal || this.#failures > 1) this.#rest();
  }

  #rest(): void {
    this.#doubts = 0;
    this.#restEnds = performance.now() + rest;
  }
}
