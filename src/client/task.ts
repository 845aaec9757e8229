import type { TaskHandle } from './errors.ts';
import {
  attachTask,
  pollTimeout,
  ResultWait,
  Steps,
  type TaskReader,
  type WaitOptions,
} from './poll.ts';
import { shareable, within } from './sleep.ts';

const nothing = {};

/**
 * A task that exists at the provider. It holds no connection and no secret: keep it with `JSON.stringify(task)`, and
 * `kling.resume` makes it again, in another process and after any time.
 */
export class Task<Snapshot, Result> {
  readonly #reader: TaskReader<Snapshot, Result>;
  readonly #handle: TaskHandle;

  constructor(reader: TaskReader<Snapshot, Result>, handle: TaskHandle) {
    this.#reader = reader;
    this.#handle = handle;
  }

  /** The provider's id. Empty while it is not known whether the provider took the task. */
  get id(): string {
    return this.#handle.id ?? '';
  }

  /** The id that the task was created with on our side, where it is known. */
  get externalId(): string | undefined {
    return this.#handle.externalId;
  }

  /** Asks the provider once and gives the task as it stands. */
  async snapshot(options: { signal?: AbortSignal | undefined } = {}): Promise<Snapshot> {
    try {
      const read = (stop: AbortSignal) => this.#reader.read(this.#handle, stop);
      return await within(pollTimeout, read, options.signal);
    } catch (error) {
      throw attachTask(error, this.#handle, options.signal);
    }
  }

  /**
   * Polls the task until it has ended, and gives the snapshot of each poll, the last one included. Errors on the way only
   * make the polls rarer; an unknown status counts as running.
   * @throws {TaskTimeoutError} the timeout passed, the task goes on
   * @throws {TaskAbortedError} the signal aborted, the task goes on
   * @throws {ApiError} the provider refuses to show the task
   */
  watch(options: WaitOptions<Snapshot> = {}): AsyncGenerator<Snapshot, void, undefined> {
    const closed = new AbortController();
    const steps = this.#closable(options, closed);
    const end = steps.return.bind(steps);
    // A generator's own `return` waits for its next `yield`: for a sleep and a request that nobody wants any more.
    steps.return = (value) => {
      closed.abort();
      return end(value);
    };
    return steps;
  }

  /**
   * Waits until the task has ended and gives its result.
   * @throws {TaskFailedError} the provider gave up on the task, with its reason
   * @throws what `watch` throws
   */
  result(options: WaitOptions<Snapshot> = nothing): Promise<Result> {
    return new ResultWait(this.#reader, this.#handle, options).result();
  }

  /** The task as plain data, for `kling.resume`. Holds no secret. */
  toJSON(): TaskHandle {
    return { ...this.#handle };
  }

  /** The polls of a wait, until `closed` aborts: silently, or with the error of `signal`. */
  async *#closable(options: WaitOptions<Snapshot>, closed: AbortController) {
    const { signal } = options;
    const forward = () => closed.abort(signal?.reason);
    if (signal?.aborted) forward();
    shareable(signal);
    signal?.addEventListener('abort', forward, { once: true });
    const steps = new Steps(this.#reader, this.#handle, { ...options, signal: closed.signal });
    try {
      for (let isOver = false; !isOver; ) {
        const snapshot = await steps.step();
        options.onProgress?.(snapshot);
        yield snapshot;
        isOver = this.#reader.outcomeOf(snapshot) !== undefined;
      }
    } catch (error) {
      if (!closed.signal.aborted || signal?.aborted) throw attachTask(error, this.#handle, signal);
    } finally {
      steps.stop();
      signal?.removeEventListener('abort', forward);
    }
  }
}
