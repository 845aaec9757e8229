import type { Shown } from './dialect.ts';
import {
  AnswerError,
  ApiError,
  ConnectionError,
  KlingError,
  TaskAbortedError,
  TaskFailedError,
  type TaskHandle,
  TaskTimeoutError,
} from './errors.ts';
import { isBlocked } from './refusals.ts';
import { checkTime, longestTimer, onAbort, sleep, stopIfAborted, within } from './sleep.ts';
import type { Outcome, TaskFacts, TaskReader } from './task-reader.ts';

/** How a wait for a task goes. */
export interface WaitOptions<Snapshot> {
  /** Milliseconds that the wait may take, in `run` with the create; the task goes on after that. @default 3_600_000 */
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

/** Checks the options of a wait, before anything is sent. @throws {TypeError} one of them is impossible */
export function checkWait({ timeout, callback }: WaitOptions<never>): void {
  checkTime('timeout', timeout);
  if (callback && typeof callback.addEventListener !== 'function')
    throw new TypeError('callback must be what `receive` announces callbacks to');
}

/** Milliseconds that a wait may take where its caller does not say. */
export const defaultTimeout = 3_600_000;
/** Milliseconds that one poll may take once it has its turn: a response that never comes must not cost the whole wait. */
export const pollTimeout = 30_000;

const maxIntervalAfterErrors = 60_000;
const intervalWithCallback = 30_000;
/** Milliseconds after which a refusal that is nobody's word ends a wait all the same: it will not go away by itself. */
const longestBlock = 300_000;
/** It must have come so often, too: two polls may be five minutes apart. */
const leastBlocks = 3;
/** Milliseconds after which a callback is noticed where it cannot wake another request's wait. */
const callbackCheck = 500;

/** In Cloudflare Workers, what belongs to one request must not be woken by another: it would never go on. */
const isWorker = globalThis.navigator?.userAgent === 'Cloudflare-Workers';

/**
 * A wait for a task: sleeps until the schedule says so, polls, and decides. An error only lengthens the next sleep, because the
 * task has been paid for; the provider's own final word, the deadline and the signal end the wait.
 */
export class Wait<Snapshot, Result> {
  readonly #reader: TaskReader<Result>;
  readonly #facts: TaskFacts;
  readonly #options: WaitOptions<Snapshot>;
  readonly #deadline: number;
  #interval: number;
  /** The last error, and since when there have been errors like it. */
  #trouble: { error: unknown; times: number; since: number } | undefined;
  /** Ends a sleep when a callback comes; one that came during a poll has aborted it already. */
  #callback: AbortController | undefined;

  constructor(reader: TaskReader<Result>, facts: TaskFacts, options: WaitOptions<Snapshot>) {
    this.#reader = reader;
    this.#facts = facts;
    const { callback } = reader.shared;
    this.#options = callback ? { ...options, callback: options.callback ?? callback } : options;
    // Integers, here and below: V8 boxes doubles, of each of thousands of waits.
    this.#deadline = Math.ceil(performance.now() + (options.timeout ?? defaultTimeout));
    this.#interval = Math.ceil(Math.max(reader.schedule.first(facts, this.#age()), 1));
  }

  /** Checks the options, and begins to hear callbacks. @throws {TypeError} one of the options is impossible */
  start(): void {
    checkWait(this.#options);
    if (!this.#options.callback) return;
    this.#callback = new AbortController();
    this.#options.callback.addEventListener(this.#facts.id ?? '', this);
  }

  /** Sleeps and polls until the task has ended. While thousands of waits sleep, each keeps no more than its own fields. */
  async result(): Promise<Result> {
    this.start();
    for (;;) {
      await this.sleep();
      const outcome = (await this.poll())?.outcome;
      if (!outcome) continue;
      this.stop();
      if ('result' in outcome) return outcome.result;
      throw new TaskFailedError(outcome.reason, { ...this.#about(), reason: outcome.reason });
    }
  }

  /** Hears callbacks no more. */
  stop(): void {
    this.#options.callback?.removeEventListener(this.#facts.id ?? '', this);
  }

  /** Hears a callback. */
  handleEvent(): void {
    this.#callback?.abort();
  }

  /** Sleeps until the next poll is due. Throws when the deadline has passed, or the signal has aborted. */
  sleep(): Promise<void> {
    const { signal } = this.#options;
    const left = this.#deadline - performance.now();
    if (signal?.aborted) throw this.#end(signal.reason);
    if (left <= 0)
      throw this.#end(new TaskTimeoutError('the task is still running', this.#about()));
    // The last poll comes at the deadline itself, so that no finished task is missed by a second.
    const ms = Math.min(spread(this.#interval), left);
    if (this.#callback) return this.#sleepOrCallback(ms, this.#callback);
    // An abort ends the next poll before it begins.
    return signal ? sleep(ms, signal).catch(() => {}) : sleep(ms);
  }

  /** Polls once, and gives the task and its end if it has one; undefined after an error. Throws what ends the wait before that. */
  async poll(): Promise<{ snapshot: Snapshot; outcome?: Outcome<Result> | undefined } | undefined> {
    const { signal, onProgress } = this.#options;
    const requestedAt = Date.now();
    const wasCalledBack = this.#callback?.signal.aborted ?? false;
    if (wasCalledBack) this.#callback = new AbortController();
    const longest = pollTimeout + this.#reader.delay;
    // The last poll needs a moment past the deadline.
    const limit = Math.min(Math.max(this.#deadline - performance.now(), 1_000), longest);
    const isUrgent = wasCalledBack || limit < longest;
    const read = (stop: AbortSignal) => this.#reader.read(this.#facts, stop, isUrgent);
    let shown: Shown;
    try {
      shown = await within(limit, read, signal);
    } catch (error) {
      const isFinal = this.#reader.isFinal(error, this.#facts, requestedAt);
      if (signal?.aborted || isFinal || this.#isBlockedForLong(error)) throw this.#end(error);
      const wanted = Math.min(this.#interval * 2, maxIntervalAfterErrors);
      this.#interval = Math.ceil(Math.max(retryAfter(error), wanted));
      const reason = error instanceof Error ? error.message : '';
      this.#reader.onRetry(reason, this.#interval);
      return undefined;
    }
    this.#trouble = undefined;
    this.#interval = Math.ceil(this.#nextInterval(wasCalledBack));
    // The document that types it describes it; what comes is checked wherever it is used.
    const snapshot = shown.snapshot as Snapshot;
    try {
      onProgress?.(snapshot);
      stopIfAborted(signal);
    } catch (cause) {
      // The caller of `run` has no handle but this: whatever its own listener throws must carry one.
      const facts = { ...this.#about(), cause };
      throw this.#end(new TaskAbortedError('your own onProgress ended the wait', facts));
    }
    const outcome = this.#reader.outcomeOf(shown);
    if (outcome && 'result' in outcome)
      this.#reader.schedule.learn(this.#facts, shown.updated - shown.created);
    return { snapshot, outcome };
  }

  /** The error that ends the wait: about this task, and with its handle. */
  #end(error: unknown): unknown {
    this.stop();
    return explainError(error, this.#about().task, this.#options.signal);
  }

  async #sleepOrCallback(ms: number, callback: AbortController): Promise<void> {
    const { signal } = this.#options;
    const until = performance.now() + ms;
    const forget = onAbort(signal, () => callback.abort());
    for (let left = ms; left > 0 && !callback.signal.aborted; left = until - performance.now()) {
      const check = isWorker ? callbackCheck : longestTimer;
      await sleep(Math.min(left, check), isWorker ? undefined : callback.signal).catch(() => {});
    }
    forget();
  }

  /** Milliseconds since the task was created; since the wait began, where nobody knows. */
  #age(): number {
    const { createdAt } = this.#facts;
    if (createdAt !== undefined) return Date.now() - createdAt;
    return performance.now() - this.#deadline + (this.#options.timeout ?? defaultTimeout);
  }

  /** Milliseconds until the next poll after one that went well. */
  #nextInterval(wasCalledBack: boolean): number {
    const { schedule } = this.#reader;
    if (!this.#callback) return schedule.next(this.#facts, this.#age(), this.#interval);
    return wasCalledBack ? schedule.interval : Math.max(intervalWithCallback, schedule.interval);
  }

  /** Keeps the error, and tells whether the same refusal by nobody has stood for so long that it must end the wait. */
  #isBlockedForLong(error: unknown): boolean {
    const now = performance.now();
    const last = this.#trouble;
    const isSame =
      isBlocked(error) && isBlocked(last?.error) && error.status === last?.error.status;
    const times = isSame ? last.times + 1 : 1;
    this.#trouble = { error, times, since: isSame ? last.since : now };
    return isSame && times >= leastBlocks && now - last.since >= longestBlock;
  }

  /** What errors carry. */
  #about() {
    return { task: this.#reader.handleOf(this.#facts), cause: this.#trouble?.error };
  }
}

/** Milliseconds that the other side asked to wait, also in the page of a list that several waits share. */
function retryAfter(error: unknown): number {
  if (error instanceof ConnectionError) return retryAfter(error.cause);
  return (
    (error instanceof ApiError || error instanceof AnswerError ? error.retryAfter : undefined) ?? 0
  );
}

/** Up to a fifth more, so that many waits do not poll at the same moment; in round numbers, because timers of one length share a list. */
function spread(ms: number): number {
  const grain = 10 ** Math.max(0, Math.floor(Math.log10(ms / 100)));
  return Math.ceil((ms * (1 + Math.random() * 0.2)) / grain) * grain;
}

/** The error of whoever waits for a task or reads it: with the task's handle, and its own class after an abort. */
export function explainError(error: unknown, task: TaskHandle, signal?: AbortSignal): unknown {
  if (signal?.aborted)
    return new TaskAbortedError('the wait was aborted', { task, cause: signal.reason });
  if (error instanceof KlingError && !error.task) {
    error.task = task;
    const { provider, id } = task;
    if (id) error.message = error.message.replace(`${provider}:`, `${provider} task ${id}:`);
  }
  return error;
}
