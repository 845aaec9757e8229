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

/** Failures in a row after which tasks are read singly for a while; a single one may be about an id among them. */
const mostFailures = 2;

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
  #failures = 0;
  #pauseEnds = 0;

  constructor(reads: Omit<Reads, 'page'>, most: number) {
    this.#reads = reads;
    this.#most = most;
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
    if (this.#open && this.#open.wanted.size < this.#most) return this.#open;
    this.#turn = Math.max(this.#turn, performance.now()) + perRequest;
    this.#open = new Round(this.#turn);
    return this.#open;
  }

  async #run(round: Round, signal: AbortSignal): Promise<void> {
    // Nobody joins it any more: what was asked before would not be fresh for them.
    if (this.#open === round) this.#open = undefined;
    round.leasedUntil = performance.now() + 2 * longestRequest;
    try {
      await fillRound(round, (stop) => this.#reads.many([...round.wanted], stop), signal);
      this.#failures = 0;
    } catch (error) {
      if (signal.aborted) {
        round.leasedUntil = 0;
        return;
      }
      if (!this.#reads.isRefusal(error)) round.error = error;
      // What comes too fast would come twenty times as fast.
      if (!isBusy(error) && ++this.#failures >= mostFailures)
        this.#pauseEnds = performance.now() + pauseLength;
    }
    round.isDone = true;
  }
}
