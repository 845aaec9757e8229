import type { Shown } from './dialect.ts';
import { ConnectionError } from './errors.ts';
import { endOf } from './refusals.ts';
import {
  fillRound,
  joinRound,
  longestRequest,
  pauseLength,
  perRequest,
  type Reads,
  Round,
  type SharedReader,
} from './round.ts';

/** Tasks on a page: the most that Kling allows. */
const pageSize = 500;
/** A page has to save this many single reads. As many in each round are made singly, at once. */
const readsPerPage = 5;
/** Tasks of a round that are also read singly, to see whether the list is up to date. */
const checks = 3;
const shortestRound = 1_000;
/** The most pages that are requested at once. */
const mostPages = 8;
/** Milliseconds. A poll may wait for this round and the next: together they must not take longer than a poll may. */
const longestRound = 8_000;

/** A pass over the list for the tasks that are due at the same time. */
class ListRound extends Round {
  /** How many of the tasks it found are still to be read singly, too. */
  checksLeft = checks;
}

/**
 * Reads tasks by pages of the provider's list when many are read at a time: then the number of requests grows with the
 * number of running tasks, not of polls, and stays at ten a second and one for each end. A list only saves reads of tasks that
 * go on: a task that is not on it, or whose end it shows, is read singly; so is every task for a minute after lists failed or
 * were out of date.
 */
export class ListReader implements SharedReader {
  /** A round and the next one take no longer than a poll may. */
  readonly delay = 0;
  readonly #reads: Omit<Reads, 'many'>;
  #next: ListRound | undefined;
  /** The round before the next one; the two never run at the same time. */
  #last: ListRound | undefined;
  #singleReads = 0;
  #length = shortestRound;
  #roundEnds = 0;
  #pauseEnds = 0;
  /** Until it ends, no list is read for fewer tasks than this: for half as many it saved nothing. */
  #minimum = { count: 0, ends: 0 };
  #failures = 0;
  #staleReads = 0;
  #isOn = false;

  constructor(reads: Omit<Reads, 'many'>) {
    this.#reads = reads;
  }

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

  /** Waits until the next round is done. */
  async #join(id: string, signal: AbortSignal): Promise<ListRound> {
    this.#next ??= new ListRound(this.#roundEnds);
    const round = this.#next;
    const lastEnds = () => (!this.#last || this.#last.isDone ? 0 : this.#last.leasedUntil);
    const begins = () => Math.max(round.begins, lastEnds());
    await joinRound(round, id, signal, () => this.#run(round, signal), begins);
    return round;
  }

  async #run(round: ListRound, signal: AbortSignal): Promise<void> {
    // Nobody joins it any more: a list that has been requested already would not be fresh for them.
    if (this.#next === round) this.#next = undefined;
    this.#last = round;
    round.leasedUntil = performance.now() + longestRound + longestRequest;
    try {
      await this.#request(round, signal);
      round.isDone = true;
    } catch (error) {
      if (signal.aborted) round.leasedUntil = 0;
      else this.#failed(round, error);
    }
  }

  async #request(round: ListRound, signal: AbortSignal): Promise<void> {
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

  #page(round: Round, pageNum: number, signal: AbortSignal): Promise<number> {
    return fillRound(round, (stop) => this.#reads.page({ pageNum, pageSize }, stop), signal);
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
