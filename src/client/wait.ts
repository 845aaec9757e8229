import {
  KlingError,
  TaskAbortedError,
  TaskFailedError,
  type TaskHandle,
  TaskTimeoutError,
} from './errors.ts';
import { DeadlineReached, type TaskSource, Wait } from './poll.ts';

/** Whether a task has ended, one way or the other. */
export const hasEnded = <Snapshot>(
  { resultOf, failureOf }: TaskSource<Snapshot, unknown>,
  snapshot: Snapshot,
): boolean => resultOf(snapshot) !== undefined || failureOf(snapshot) !== undefined;

/** Waits for the result of a task. */
export class ResultWait<Snapshot, Result> extends Wait<Snapshot, Result> {
  #settle = (_: Result | Promise<never>) => {};

  /** Begins, and gives the result or why there is none. */
  result(): Promise<Result> {
    return new Promise((settle) => {
      this.#settle = settle;
      this.next();
    });
  }

  protected seen(snapshot: Snapshot): void {
    this.options.onProgress?.(snapshot);
    const result = this.source.resultOf(snapshot);
    const reason = this.source.failureOf(snapshot);
    if (result === undefined && reason === undefined) {
      this.next();
      return;
    }
    if (result !== undefined) {
      this.stop();
      this.#settle(result);
      this.source.finished?.(this.handle, snapshot);
    } else this.fail(new TaskFailedError(reason || 'no reason was given', factsOf(this.handle)));
  }

  protected failed(error: unknown): void {
    // Not by a function of its own, which each of ten thousand waits would hold.
    this.#settle(Promise.reject(named(error, this.handle, this.options.signal)));
  }
}

/** Looks at a task each time that somebody asks for a step. */
export class Steps<Snapshot> extends Wait<Snapshot, unknown> {
  #resolve = (_: Snapshot) => {};
  #reject = (_: unknown) => {};
  #end: { error: unknown } | undefined;

  /** Sleeps and looks until there is something to see. */
  step(): Promise<Snapshot> {
    return new Promise((resolve, reject) => {
      // It may have ended while nobody asked.
      if (this.#end) return reject(this.#end.error);
      this.#resolve = resolve;
      this.#reject = reject;
      this.next();
    });
  }

  protected seen(snapshot: Snapshot): void {
    this.#resolve(snapshot);
  }

  protected failed(error: unknown): void {
    this.#end = { error };
    this.#reject(error);
  }
}

const factsOf = ({ ...task }: TaskHandle, cause?: unknown) => ({
  provider: task.provider,
  task,
  ...(cause === undefined ? {} : { cause }),
});

/** The error with the handle on it. */
export function named(error: unknown, handle: TaskHandle, signal?: AbortSignal): unknown {
  if (signal?.aborted)
    return new TaskAbortedError('the wait was aborted', factsOf(handle, signal.reason));
  if (error instanceof DeadlineReached)
    return new TaskTimeoutError('the task is still running', factsOf(handle, error.cause));
  if (error instanceof KlingError) error.task = { ...handle };
  return error;
}
