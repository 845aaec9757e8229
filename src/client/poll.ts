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
  /** Called with the task as the provider shows it, after each poll. */
  onProgress?: ((snapshot: Snapshot) => void) | undefined;
  /**
   * Where callbacks are announced, by events whose type is the task's id: `receive` of `kling-fetch/webhooks` does that.
   * Each makes the wait poll at once. Without one it polls every half minute, so that a lost callback costs no more than that.
   */
  callback?: EventTarget | undefined;
}

/** The end of a task: its result, or why it failed. */
type Outcome<Result> = { result: Result } | { reason: string };

/** What a task needs from the client that it belongs to. */
export interface TaskReader<Snapshot = Record<string, unknown>, Result = Record<string, unknown>> {
  /** Reads the task once. */
  read(handle: TaskHandle, signal?: AbortSignal): Promise<Snapshot>;
  /** Reads it together with others, where that costs less: a little later. */
  readWithOthers?(handle: TaskHandle, signal: AbortSignal): Promise<Snapshot>;
  /** How the task has ended: its result, once that is really there, or the provider's reason for the failure. */
  outcomeOf(snapshot: Snapshot): Outcome<Result> | undefined;
  /** Whether polling again is pointless after this error. `requestedAt` is when the request was sent, Unix time in milliseconds. */
  isFatal(error: unknown, handle: TaskHandle, requestedAt: number): boolean;
  /** Milliseconds that the provider asked to wait with this error. */
  retryAfter(error: unknown): number | undefined;
  /** Wakes the waits of a client. */
  readonly timers: TimerPool;
  /** Milliseconds before the first poll, and before the next one after a callback. */
  readonly interval: number;
  /** Milliseconds before the first poll of this task, where more is known about it. */
  firstPause?(handle: TaskHandle): number;
  /** Milliseconds until the next poll of the task; where nobody knows, the interval grows from poll to poll. */
  pause?(handle: TaskHandle): number;
  /** Called with the last snapshot of a task that has succeeded. */
  onFinished?(handle: TaskHandle, snapshot: Snapshot): void;
}

/** Milliseconds that one poll may take: a response that never comes must not cost the whole wait. */
export const pollTimeout = 30_000;

const maxInterval = 15_000;
const maxIntervalAfterErrors = 60_000;
const intervalWithCallback = 30_000;
const intervalGrowth = 1.3;

/**
 * Sleeps and polls until its subclass has seen enough, the deadline passes or the signal aborts. An error only lengthens
 * the interval, because the task has been paid for; the deadline ends the wait all the same.
 *
 * This is an object and not a loop in a function because thousands of waits sleep at once: a suspended function holds much
 * more than the handle and the options that are kept here.
 */
export abstract class Wait<Snapshot, Result> {
  protected readonly reader: TaskReader<Snapshot, Result>;
  protected readonly handle: TaskHandle;
  protected readonly options: WaitOptions<Snapshot>;
  readonly #deadline: number;
  #interval: number;
  #lastError: unknown;
  #timer: SharedTimer | undefined;
  #wasCalledBack = false;
  #isOver = false;

  constructor(
    reader: TaskReader<Snapshot, Result>,
    handle: TaskHandle,
    options: WaitOptions<Snapshot>,
  ) {
    this.reader = reader;
    this.handle = handle;
    this.options = options;
    this.#interval = Math.ceil(Math.max(reader.firstPause?.(handle) ?? reader.interval, 1));
    // Integers, here and below: V8 boxes doubles.
    this.#deadline = Math.ceil(performance.now() + (options.timeout ?? 3_600_000));
    shareable(options.signal);
    options.signal?.addEventListener('abort', this);
    options.callback?.addEventListener(handle.id ?? '', this);
  }

  /** Called after each successful poll. Calls `next` to go on, or `stop` when it has seen enough. */
  protected abstract onSnapshot(snapshot: Snapshot): void;
  /** Called with the error that has ended the wait. */
  protected abstract onFailure(error: unknown): void;

  /** Sleeps, and polls once. */
  next(): void {
    if (this.#isOver || this.#isAborted()) return;
    const left = this.#deadline - performance.now();
    if (!(left > 0)) {
      this.fail(
        new TaskTimeoutError('the task is still running', factsOf(this.handle, this.#lastError)),
      );
    } else if (this.#wasCalledBack) {
      void this.#poll();
    } else {
      // The last poll comes at the deadline itself, so that no finished task is missed by a second.
      const pause = Math.min(jitter(this.#interval), left, longestTimer);
      this.#timer = this.reader.timers.add(this, pause);
    }
  }

  /** Ends the wait. Leaves no timer and no listener behind. */
  stop(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#clearTimer();
    this.options.signal?.removeEventListener('abort', this);
    this.options.callback?.removeEventListener(this.handle.id ?? '', this);
  }

  /** Hears the signal and the callbacks. A callback during a poll skips the next sleep. */
  handleEvent(): void {
    if (this.#isOver || this.#isAborted()) return;
    this.#wasCalledBack = true;
    if (this.#timer) void this.#poll();
  }

  /** Called by the timer. */
  wake(): void {
    void this.#poll();
  }

  #isAborted(): boolean {
    const { signal } = this.options;
    if (signal?.aborted) this.fail(signal.reason);
    return signal?.aborted ?? false;
  }

  #clearTimer(): void {
    if (this.#timer) this.reader.timers.remove(this, this.#timer);
    this.#timer = undefined;
  }

  async #poll(): Promise<void> {
    const wasCalledBack = this.#wasCalledBack;
    this.#wasCalledBack = false;
    this.#clearTimer();
    const { reader, handle } = this;
    const { signal, callback } = this.options;
    const requestedAt = Date.now();
    let snapshot: Snapshot;
    try {
      // The last poll needs a moment past the deadline.
      const limit = Math.min(Math.max(this.#deadline - performance.now(), 1_000), pollTimeout);
      const isUrgent = wasCalledBack || limit < pollTimeout;
      const read = (!isUrgent && reader.readWithOthers) || reader.read;
      snapshot = await within(limit, (stop) => orAbort(read(handle, stop), stop), signal);
    } catch (error) {
      if (signal?.aborted || reader.isFatal(error, handle, requestedAt)) return this.fail(error);
      this.#lastError = error;
      const wanted = reader.retryAfter(error) ?? 0;
      this.#interval = Math.max(wanted, Math.min(this.#interval * 2, maxIntervalAfterErrors));
      return this.next();
    }
    if (this.#isOver) return;
    this.#lastError = undefined;
    if (callback) {
      this.#interval = wasCalledBack
        ? reader.interval
        : Math.max(intervalWithCallback, reader.interval);
    } else {
      const grown = Math.min(
        this.#interval * intervalGrowth,
        Math.max(maxInterval, reader.interval),
      );
      this.#interval = Math.ceil(reader.pause?.(handle) ?? grown);
    }
    try {
      this.onSnapshot(snapshot);
    } catch (error) {
      this.fail(error);
    }
  }

  /** Ends the wait, unless it is over already: `onProgress` may have aborted it. */
  protected fail(error: unknown): void {
    if (this.#isOver) return;
    this.stop();
    this.onFailure(error);
  }
}

/** Up to a fifth more, so that many waits do not poll at the same moment. */
const jitter = (ms: number) => ms * (1 + Math.random() * 0.2);

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

  protected onSnapshot(snapshot: Snapshot): void {
    this.options.onProgress?.(snapshot);
    const outcome = this.reader.outcomeOf(snapshot);
    if (!outcome) this.next();
    else if ('reason' in outcome) {
      const reason = outcome.reason || 'no reason was given';
      this.fail(new TaskFailedError(reason, factsOf(this.handle)));
    } else {
      this.stop();
      this.#settle(outcome.result);
      this.reader.onFinished?.(this.handle, snapshot);
    }
  }

  protected onFailure(error: unknown): void {
    // No reject function of its own, which each of ten thousand waits would hold.
    this.#settle(Promise.reject(attachTask(error, this.handle, this.options.signal)));
  }
}

/** Polls a task each time that somebody asks for the next step. */
export class Steps<Snapshot> extends Wait<Snapshot, unknown> {
  #resolve = (_: Snapshot) => {};
  #reject = (_: unknown) => {};
  #end: { error: unknown } | undefined;

  /** Sleeps and polls until there is a snapshot. */
  step(): Promise<Snapshot> {
    return new Promise((resolve, reject) => {
      // It may have ended between two steps.
      if (this.#end) return reject(this.#end.error);
      this.#resolve = resolve;
      this.#reject = reject;
      this.next();
    });
  }

  protected onSnapshot(snapshot: Snapshot): void {
    this.#resolve(snapshot);
  }

  protected onFailure(error: unknown): void {
    this.#end = { error };
    this.#reject(error);
  }
}

/** What an error about a task carries. */
export const factsOf = ({ ...task }: TaskHandle, cause?: unknown) => ({
  provider: task.provider,
  task,
  cause,
});

/** The error that a wait ends with: about this task, and with its handle. */
export function attachTask(error: unknown, handle: TaskHandle, signal?: AbortSignal): unknown {
  if (signal?.aborted)
    return new TaskAbortedError('the wait was aborted', factsOf(handle, signal.reason));
  if (error instanceof KlingError) error.task = { ...handle };
  return error;
}
