import type { Shown } from './dialect.ts';
import { ConnectionError } from './errors.ts';
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

/** Requests that may be sent before their turn, so that a few waits need not wait for each other. */
const burst = 5;
/** Refusals in a row after which tasks are read singly for a while; a single one may be about an id among them. */
const mostRefusals = 2;

/**
 * Reads tasks by queries for several ids: at most ten requests a second, whatever the number of waits. While there are fewer
 * reads than that, each has a request of its own. Others share one, and wait for their turn when there are more than ten full ones
 * a second. A task that the answer leaves out is read singly: only that may say that there is no such task.
 */
export class IdReader implements SharedReader {
  readonly #reads: Omit<Reads, 'page'>;
  /** The most ids in one query. */
  readonly #most: number;
  /** The round that still takes ids. */
  #open: Round | undefined;
  /** When the next request has its turn, on the clock of `performance.now()`. */
  #turn = 0;
  #refusals = 0;
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
    const round = this.#roundFor();
    if (!round) return one(id, signal);
    await joinRound(round, id, signal, () => this.#run(round, signal));
    const shown = round.found.get(id);
    if (shown) return shown;
    if (round.error === undefined) return one(id, signal);
    // An error of its own for each reader, and none that ends a wait: only the provider's word about a task does.
    throw new ConnectionError('no answer about several tasks', { cause: round.error, sent: true });
  }

  /** The round for another id; undefined when that may be read singly, at once. */
  #roundFor(): Round | undefined {
    if (this.#open && this.#open.wanted.size < this.#most) return this.#open;
    const now = performance.now();
    const turn = Math.max(this.#turn, now);
    this.#turn = turn + perRequest;
    this.#open = turn - now < burst * perRequest ? undefined : new Round(turn);
    return this.#open;
  }

  async #run(round: Round, signal: AbortSignal): Promise<void> {
    // Nobody joins it any more: what was asked before would not be fresh for them.
    if (this.#open === round) this.#open = undefined;
    round.leasedUntil = performance.now() + 2 * longestRequest;
    try {
      await fillRound(round, (stop) => this.#reads.many([...round.wanted], stop), signal);
      this.#setRefusals(0);
    } catch (error) {
      if (signal.aborted) {
        round.leasedUntil = 0;
        return;
      }
      if (this.#reads.isRefusal(error)) this.#setRefusals(this.#refusals + 1);
      else round.error = error;
    }
    round.isDone = true;
  }

  #setRefusals(count: number): void {
    this.#refusals = count;
    if (count >= mostRefusals) this.#pauseEnds = performance.now() + pauseLength;
  }
}
