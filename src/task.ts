import {
  KlingError,
  TaskAbortedError,
  TaskFailedError,
  type TaskHandle,
  TaskTimeoutError,
} from './errors.ts';
import { DeadlineReached, longestLook, type PollOptions, poll } from './poll.ts';
import { within } from './sleep.ts';

/** How a wait for a task goes. */
export interface WaitOptions<Snapshot> extends PollOptions {
  /** Told what was seen, each time the task was looked at. */
  onProgress?: ((snapshot: Snapshot) => void) | undefined;
  /**
   * Where callbacks are told of, by events whose type is the task's id: `receive` of `kling-fetch/webhooks` does that. Each
   * makes the wait look at once; without one it looks every half minute, so that a callback that is lost costs no more.
   */
  callback?: EventTarget | undefined;
}

/** What a task needs from the client that it belongs to. */
export interface TaskSource<Snapshot = Record<string, unknown>, Result = Record<string, unknown>> {
  /** Reads the task once. */
  read(handle: TaskHandle, signal?: AbortSignal): Promise<Snapshot>;
  /** The result, when the snapshot is that of a finished task and the result is really there. */
  resultOf(snapshot: Snapshot): Result | undefined;
  /** The provider's reason, when the snapshot is that of a failed task. */
  failureOf(snapshot: Snapshot): string | undefined;
  /** Whether reading again is pointless after this error. `asked` is when the task was asked for, Unix time in milliseconds. */
  isFatal(error: unknown, handle: TaskHandle, asked: number): boolean;
  retryAfter(error: unknown): number | undefined;
  /** Milliseconds before the first look. */
  readonly interval: number;
}

/**
 * A task that exists at the provider. It holds no connection and no secret: keep it with `JSON.stringify(task)`, and
 * `kling.resume` makes it again, in another process and after any time.
 */
export class Task<Snapshot, Result> {
  readonly #source: TaskSource<Snapshot, Result>;
  readonly #handle: TaskHandle;

  constructor(source: TaskSource<Snapshot, Result>, handle: TaskHandle) {
    this.#source = source;
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
      const read = (stop: AbortSignal) => this.#source.read(this.#handle, stop);
      return await within(longestLook, read, options.signal);
    } catch (error) {
      throw this.#named(error, options.signal);
    }
  }

  /**
   * Looks at the task until it has ended, and gives each thing it sees, the last one included. Trouble on the way only
   * makes the looks rarer; a status that nobody knows counts as running.
   * @throws {TaskTimeoutError} our patience ended, the task goes on
   * @throws {TaskAbortedError} the signal aborted, the task goes on
   * @throws {ApiError} the provider refuses to show the task
   */
  watch(options: WaitOptions<Snapshot> = {}): AsyncGenerator<Snapshot, void, undefined> {
    const closed = new AbortController();
    const steps = this.#closable(options, closed);
    const end = steps.return.bind(steps);
    // By itself a generator goes on to its next `yield` first, through a pause and a request that nobody wants any more.
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
  async result(options: WaitOptions<Snapshot> = {}): Promise<Result> {
    let last: Snapshot | undefined;
    for await (const snapshot of this.#steps(options)) last = snapshot;
    const result = last && this.#source.resultOf(last);
    if (result !== undefined) return result;
    const reason = (last && this.#source.failureOf(last)) || 'no reason was given';
    throw new TaskFailedError(reason, this.#facts());
  }

  /** The task as plain data, for `kling.resume`. Holds no secret. */
  toJSON(): TaskHandle {
    return { ...this.#handle };
  }

  /** The looks of a wait, until `closed` aborts. */
  async *#closable(options: WaitOptions<Snapshot>, closed: AbortController) {
    const { signal } = options;
    const forward = () => closed.abort(signal?.reason);
    if (signal?.aborted) forward();
    signal?.addEventListener('abort', forward, { once: true });
    try {
      yield* this.#steps(options, closed.signal);
    } finally {
      signal?.removeEventListener('abort', forward);
    }
  }

  /** The looks of a wait, until `end` aborts: with the error of `signal`, or without a word. */
  async *#steps(
    { signal, timeout, onProgress, callback }: WaitOptions<Snapshot>,
    end: AbortSignal | undefined = signal,
  ): AsyncGenerator<Snapshot, void, undefined> {
    const { interval, resultOf, failureOf, isFatal, retryAfter, read } = this.#source;
    let asked = 0;
    try {
      for await (const snapshot of poll({
        look: (stop) => {
          asked = Date.now();
          return read(this.#handle, stop);
        },
        isDone: (seen) => resultOf(seen) !== undefined || failureOf(seen) !== undefined,
        isFatal: (error) => isFatal(error, this.#handle, asked),
        retryAfter,
        first: interval,
        timeout,
        signal: end,
        listen: callback && ((look) => listenTo(callback, this.id, look)),
      })) {
        onProgress?.(snapshot);
        yield snapshot;
      }
    } catch (error) {
      if (end?.aborted && !signal?.aborted) return;
      throw this.#named(error, signal);
    }
  }

  #facts(cause?: unknown) {
    const task = this.toJSON();
    return { provider: task.provider, task, ...(cause === undefined ? {} : { cause }) };
  }

  /** The error with the handle on it. */
  #named(error: unknown, signal?: AbortSignal): unknown {
    if (signal?.aborted)
      return new TaskAbortedError('the wait was aborted', this.#facts(signal.reason));
    if (error instanceof DeadlineReached) {
      return new TaskTimeoutError('the task is still running', this.#facts(error.cause));
    }
    if (error instanceof KlingError) error.task = this.toJSON();
    return error;
  }
}

function listenTo(target: EventTarget, type: string, listener: () => void): () => void {
  target.addEventListener(type, listener);
  return () => target.removeEventListener(type, listener);
}
