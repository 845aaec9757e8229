import {
  KlingError,
  TaskAbortedError,
  TaskFailedError,
  type TaskHandle,
  TaskTimeoutError,
} from './errors.ts';
import { longestTimer, orAbort, shareable, within } from './sleep.ts';
import type { SharedTimer, TimerPool } from './timer-pool.ts';

/** How a wait for a task goes. */
export interface WaitOptions<Snapshot> {
  /** Milliseconds that the wait may take; the task goes on after that. @default 3_600_000 */
  timeout?: number | undefined;
  /** Ends the wait at once; the task goes on. */
  signal?: AbortSignal | undefined;
  /** Told what was seen, each time the task was looked at. */
  onProgress?: ((snapshot: Snapshot) => void) | undefined;
  /**
   * Where callbacks are told of, by events whose type is the task's id: `receive` of `kling-fetch/webhooks` does that. Each
   * makes the wait look at once; without one it looks every half minute, so that a callback that is lost costs no more.
   */
  callback?: EventTarget | undefined;
}

/** What a task needs from the client that it belongs to. */
export interface TaskReader<Snapshot = Record<string, unknown>, Result = Record<string, unknown>> {
  /** Reads the task once. */
  read(handle: TaskHandle, signal?: AbortSignal): Promise<Snapshot>;
  /** Reads it together with others, where that costs less: a little later. */
  readWithOthers?(handle: TaskHandle, signal: AbortSignal): Promise<Snapshot>;
  /** The result, when the snapshot is that of a finished task and the result is really there. */
  resultOf(snapshot: Snapshot): Result | undefined;
  /** The provider's reason, when the snapshot is that of a failed task. */
  failureOf(snapshot: Snapshot): string | undefined;
  /** Whether reading again is pointless after this error. `asked` is when the task was asked for, Unix time in milliseconds. */
  isFatal(error: unknown, handle: TaskHandle, asked: number): boolean;
  retryAfter(error: unknown): number | undefined;
  /** On which the waits of a client sleep. */
  readonly timers: TimerPool;
  /** Milliseconds before the first look, and before the one after somebody told of a change. */
  readonly interval: number;
  /** Milliseconds before the first look at this task, where more is known of it. */
  firstPause?(handle: TaskHandle): number;
  /** Milliseconds until the next look at the task; where nobody knows, the interval grows from look to look. */
  pause?(handle: TaskHandle): number;
  /** Told of the last look at a task that has succeeded. */
  finished?(handle: TaskHandle, snapshot: Snapshot): void;
}

/** The deadline came; holds what was wrong last, if anything was. */
export class DeadlineReached extends Error {}

/** Milliseconds that one look may take: an answer that never comes must not cost the whole wait. */
export const pollTimeout = 30_000;

const longest = 15_000;
const longestAfterErrors = 60_000;
const longestWhenTold = 30_000;
const growth = 1.3;

/**
 * Sleeps and looks, until somebody has seen enough, the deadline comes or the signal aborts. An error only lengthens the
 * interval, because what is waited for has been paid; the deadline ends the wait all the same.
 *
 * Thousands of waits sleep at once, so it is no loop in a function, which holds much more: nothing is kept but the handle
 * and what the caller gave.
 */
export abstract class Wait<Snapshot, Result> {
  protected readonly source: TaskReader<Snapshot, Result>;
  protected readonly handle: TaskHandle;
  protected readonly options: WaitOptions<Snapshot>;
  readonly #deadline: number;
  #interval: number;
  #trouble: unknown;
  #slot: SharedTimer | undefined;
  #isTold = false;
  #isOver = false;

  constructor(
    source: TaskReader<Snapshot, Result>,
    handle: TaskHandle,
    options: WaitOptions<Snapshot>,
  ) {
    this.source = source;
    this.handle = handle;
    this.options = options;
    this.#interval = Math.ceil(Math.max(source.firstPause?.(handle) ?? source.interval, 1));
    // Whole numbers, here and below: others are kept in objects of their own.
    this.#deadline = Math.ceil(performance.now() + (options.timeout ?? 3_600_000));
    shareable(options.signal);
    options.signal?.addEventListener('abort', this);
    options.callback?.addEventListener(handle.id ?? '', this);
  }

  /** Told of each thing that is seen. Says by `next` that it wants to see more, by `stop` that it does not. */
  protected abstract seen(snapshot: Snapshot): void;
  /** Told why the wait has ended. */
  protected abstract failed(error: unknown): void;

  /** Sleeps, and looks once. */
  next(): void {
    if (this.#isOver || this.#isAborted()) return;
    const left = this.#deadline - performance.now();
    if (!(left > 0)) {
      this.fail(new DeadlineReached('deadline', { cause: this.#trouble }));
    } else if (this.#isTold) {
      void this.#poll();
    } else {
      // The last look comes at the deadline itself, so that no finished task is missed by a second.
      const pause = Math.min(jitter(this.#interval), left, longestTimer);
      this.#slot = this.source.timers.add(this, pause);
    }
  }

  /** Ends the wait. Leaves no timer and no listener behind. */
  stop(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#awake();
    this.options.signal?.removeEventListener('abort', this);
    this.options.callback?.removeEventListener(this.handle.id ?? '', this);
  }

  /** What it listens to: the signal, and whoever tells of changes. One while nobody sleeps cuts the next sleep short. */
  handleEvent(): void {
    if (this.#isOver || this.#isAborted()) return;
    this.#isTold = true;
    if (this.#slot) void this.#poll();
  }

  /** Called by the timers. */
  wake(): void {
    void this.#poll();
  }

  #isAborted(): boolean {
    const { signal } = this.options;
    if (signal?.aborted) this.fail(signal.reason);
    return signal?.aborted ?? false;
  }

  #awake(): void {
    if (this.#slot) this.source.timers.remove(this, this.#slot);
    this.#slot = undefined;
  }

  async #poll(): Promise<void> {
    const wasTold = this.#isTold;
    this.#isTold = false;
    this.#awake();
    const { source, handle } = this;
    const { signal, callback } = this.options;
    const asked = Date.now();
    let snapshot: Snapshot;
    try {
      // The last look needs a moment past the deadline.
      const limit = Math.min(Math.max(this.#deadline - performance.now(), 1_000), pollTimeout);
      const canWait = !wasTold && limit === pollTimeout && source.readWithOthers;
      const read = (stop: AbortSignal) =>
        canWait ? canWait(handle, stop) : source.read(handle, stop);
      snapshot = await within(limit, (stop) => orAbort(read(stop), stop), signal);
    } catch (error) {
      if (signal?.aborted || source.isFatal(error, handle, asked)) return this.fail(error);
      this.#trouble = error;
      const wanted = source.retryAfter(error) ?? 0;
      this.#interval = Math.max(wanted, Math.min(this.#interval * 2, longestAfterErrors));
      return this.next();
    }
    if (this.#isOver) return;
    this.#trouble = undefined;
    if (callback) {
      this.#interval = wasTold ? source.interval : Math.max(longestWhenTold, source.interval);
    } else {
      const grown = Math.min(this.#interval * growth, Math.max(longest, source.interval));
      this.#interval = Math.ceil(source.pause?.(handle) ?? grown);
    }
    try {
      this.seen(snapshot);
    } catch (error) {
      this.fail(error);
    }
  }

  /** Ends the wait, unless it is over: whoever is told of progress may have aborted it. */
  protected fail(error: unknown): void {
    if (this.#isOver) return;
    this.stop();
    this.failed(error);
  }
}

/** Up to a fifth more, so that many waits do not look at the same moment. */
const jitter = (ms: number) => ms * (1 + Math.random() * 0.2);

/** Whether a task has ended, one way or the other. */
export const hasEnded = <Snapshot>(
  { resultOf, failureOf }: TaskReader<Snapshot, unknown>,
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
    this.#settle(Promise.reject(attachTask(error, this.handle, this.options.signal)));
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
  cause,
});

/** The error with the handle on it. */
export function attachTask(error: unknown, handle: TaskHandle, signal?: AbortSignal): unknown {
  if (signal?.aborted)
    return new TaskAbortedError('the wait was aborted', factsOf(handle, signal.reason));
  if (error instanceof DeadlineReached)
    return new TaskTimeoutError('the task is still running', factsOf(handle, error.cause));
  if (error instanceof KlingError) error.task = { ...handle };
  return error;
}
