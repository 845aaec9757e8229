import type { Shown } from './dialect.ts';
import { ConnectionError } from './errors.ts';
import { isBusy } from './refusals.ts';
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

/** Refusals in a row after which tasks are read singly for a while; a single one may be about an id among them. */
const mostRefusals = 2;
/** Milliseconds that a query may take: a poll has time for it and for the wait before it. */
const longestQuery = 4 * longestRequest;

/**
 * Reads tasks by queries for several ids, each a moment after its first reader has come: so there are at most ten a second, and
 * when full ones would be more than that, reads wait for their turn. A task that an answer leaves out is read singly, as is each
 * of a query that is refused: only an answer about itself may say that there is no such task.
 */
export class IdReader implements SharedReader {
  readonly #reads: Omit<Reads, 'page'>;
  /** The most ids in one query. */
  readonly #most: number;
  /** The round that still takes ids. */
  #open: Round | undefined;
  /** When the last round begins, on the clock of `performance.now()`. */
  #turn = 0;
  /** How many go into a query now: fewer after one that failed, which may be due to an id among them. */
  #size: number;
  #refusals = 0;
  #pauseEnds = 0;

  constructor(reads: Omit<Reads, 'page'>, most: number) {
    this.#reads = reads;
    this.#most = most;
    this.#size = most;
  }

  get delay(): number {
    return Math.max(this.#turn - performance.now(), 0);
  }

  async read(id: string, signal: AbortSignal): Promise<Shown> {
    const { one } = this.#reads;
    if (performance.now() < this.#pauseEnds) return one(id, signal);
    const round = this.#roundWithRoom();
    await joinRound(round, id, signal, () => this.#run(round, signal));
    const shown = round.found.get(id);
    if (shown) return shown;
    if (round.error === undefined) return one(id, signal);
    // An error of its own for each reader, and none that ends a wait: only the provider's word about a task does.
    throw new ConnectionError('no answer about several tasks', { cause: round.error, sent: true });
  }

  #roundWithRoom(): Round {
    // Where many wait, full ones are the only way to serve all.
    const room = this.delay < longestRequest ? this.#size : this.#most;
    if (this.#open && this.#open.wanted.size < room) return this.#open;
    this.#turn = Math.max(this.#turn, performance.now()) + perRequest;
    this.#open = new Round(this.#turn);
    return this.#open;
  }

  async #run(round: Round, signal: AbortSignal): Promise<void> {
    // Nobody joins it any more: what was asked before would not be fresh for them.
    if (this.#open === round) this.#open = undefined;
    round.leasedUntil = performance.now() + longestQuery + longestRequest;
    try {
      const ask = (stop: AbortSignal) => this.#reads.many([...round.wanted], stop);
      await fillRound(round, ask, signal, longestQuery);
      this.#refusals = 0;
      this.#size = Math.min(2 * this.#size, this.#most);
    } catch (error) {
      if (signal.aborted) {
        round.leasedUntil = 0;
        return;
      }
      if (this.#reads.isRefusal(error)) {
        if (++this.#refusals >= mostRefusals) this.#pauseEnds = performance.now() + pauseLength;
      } else {
        round.error = error;
        // What comes too fast would come faster.
        if (!isBusy(error)) this.#size = Math.ceil(this.#size / 2);
      }
    }
    round.isDone = true;
  }
}
