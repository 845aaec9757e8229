import type { TaskHandle } from './errors.ts';
import { checkWait, explainError, pollTimeout, Wait, type WaitOptions } from './poll.ts';
import { onAbort, within } from './sleep.ts';
import type { TaskFacts, TaskReader } from './task-reader.ts';

/** One object for all waits without options: thousands may sleep at once. */
const none = {};

/**
 * A task that exists at the provider. It holds no connection and no secret: keep it with `JSON.stringify(task)`, and
 * `kling.resume` makes it again, in another process and after any time.
 */
export class Task<Snapshot, Result> {
  readonly #reader: TaskReader<Result>;
  readonly #facts: TaskFacts;

  constructor(reader: TaskReader<Result>, facts: TaskFacts) {
    this.#reader = reader;
    this.#facts = facts;
  }

  /** The provider's id. Empty while it is not known whether the provider took the task. */
  get id(): string {
    return this.#facts.id ?? '';
  }

  /** The id that the task was created with on our side, where it is known. */
  get externalId(): string | undefined {
    return this.#facts.externalId;
  }

  /** Asks the provider once and gives the task as it stands. */
  async snapshot(options: { signal?: AbortSignal | undefined } = {}): Promise<Snapshot> {
    const { signal } = options;
    try {
      const read = (stop: AbortSignal) => this.#reader.read(this.#facts, stop);
      const { snapshot } = await within(pollTimeout, read, signal);
      // The document that types it describes it; what comes is checked wherever it is used.
      return snapshot as Snapshot;
    } catch (error) {
      throw explainError(error, this.toJSON(), signal);
    }
  }

  /**
   * Waits until the task has ended and gives its result.
   * @throws {TaskFailedError} the provider gave up on the task, with its reason
   * @throws what `watch` throws
   */
  result(options: WaitOptions<Snapshot> = none): Promise<Result> {
    return new Wait(this.#reader, this.#facts, options).result();
  }

  /**
   * Polls the task until it has ended, and gives the snapshot of each poll, the last one included. Errors on the way only
   * make the polls rarer; an unknown status counts as running.
   * @throws {TypeError} the timeout is not a positive number
   * @throws {TaskTimeoutError} the timeout passed, the task goes on
   * @throws {TaskAbortedError} the signal aborted, the task goes on
   * @throws {ApiError} the provider refuses to show the task
   * @throws {AnswerError} something that is not the provider has refused every poll for five minutes
   */
  watch(options: WaitOptions<Snapshot> = {}): AsyncGenerator<Snapshot, void, undefined> {
    checkWait(options);
    const closed = new AbortController();
    const steps = this.#steps(options, closed);
    const end = steps.return.bind(steps);
    // A generator's own `return` waits for its next `yield`: for a sleep and a request that nobody wants any more.
    steps.return = (value) => {
      closed.abort();
      return end(value);
    };
    return steps;
  }

  /** The task as plain data, for `kling.resume`. Holds no secret. */
  toJSON(): TaskHandle {
    return this.#reader.handleOf(this.#facts);
  }

  /** What `console.log` shows in Node: the id, and the status that was seen last. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    const { operation } = this.#reader;
    // The provider's own words, which may be anything.
    const status = (this.#facts.status ?? 'not polled yet').replace(/[^\w ]/g, '?').slice(0, 40);
    return `Task ${operation} ${this.id || this.externalId} (${status})`;
  }

  /** The polls of a wait, until `closed` aborts: silently, or with the error of `signal`. */
  async *#steps(options: WaitOptions<Snapshot>, closed: AbortController) {
    const { signal } = options;
    const forget = onAbort(signal, () => closed.abort(signal?.reason));
    const wait = new Wait(this.#reader, this.#facts, { ...options, signal: closed.signal });
    wait.start();
    try {
      for (let isOver = false; !isOver; ) {
        await wait.sleep();
        const step = await wait.poll();
        isOver = step?.outcome !== undefined;
        if (step) yield step.snapshot;
      }
    } catch (error) {
      if (!closed.signal.aborted || signal?.aborted) throw error;
    } finally {
      wait.stop();
      forget();
    }
  }
}
