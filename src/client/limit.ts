import { TaskTimeoutError } from './errors.ts';
import { sleep } from './sleep.ts';

/** Milliseconds between two checks for a free slot. */
const checkInterval = 200;
/** Milliseconds between two polls of the running tasks while a create waits for a slot. */
const pollInterval = 5_000;

type Poll = (signal: AbortSignal) => Promise<unknown>;

/**
 * Keeps the number of running tasks below the provider's limit, so that creates wait here, in order, instead of being
 * refused there. A task's slot is free again when anybody sees that the task has ended; while creates wait, the first of them
 * polls the running tasks. Each checks by a timer of its own whether it is its turn: nothing that one caller does wakes another.
 */
export class Limit {
  readonly #max: number;
  /** Creates that have a slot and no task yet. */
  #creating = 0;
  readonly #running = new Map<string, Poll>();
  readonly #queue: object[] = [];

  /** @param max tasks that may run at once */
  constructor(max: number) {
    if (!(max >= 1)) throw new TypeError(`maxRunning must be at least 1, not ${max}`);
    this.#max = max;
  }

  /**
   * Waits for a slot and creates a task in it. `poll` reads the task, so that its end is noticed.
   * @throws {TaskTimeoutError} there was no slot by the deadline
   */
  async run<T extends { id: string }>(
    create: () => Promise<T>,
    poll: (task: T, signal: AbortSignal) => Promise<unknown>,
    deadline: number,
    signal?: AbortSignal,
  ): Promise<T> {
    await this.#enter(deadline, signal);
    try {
      const task = await create();
      this.#running.set(task.id, (stop) => poll(task, stop));
      return task;
    } finally {
      this.#creating -= 1;
    }
  }

  /** Frees the slot of a task that has ended. */
  release(id: string): void {
    this.#running.delete(id);
  }

  async #enter(deadline: number, signal?: AbortSignal): Promise<void> {
    signal?.throwIfAborted();
    const turn = {};
    const stop = new AbortController();
    let nextPoll = performance.now() + pollInterval;
    this.#queue.push(turn);
    try {
      for (;;) {
        const free = this.#max - this.#running.size - this.#creating;
        const position = this.#queue.indexOf(turn);
        if (position < free) break;
        const left = deadline - performance.now();
        if (left <= 0) throw new TaskTimeoutError('no slot became free, nothing was created', {});
        await sleep(Math.min(checkInterval, left), signal);
        if (position > 0 || performance.now() < nextPoll) continue;
        nextPoll = Number.POSITIVE_INFINITY;
        void this.#pollRunning(stop.signal).then(() => {
          nextPoll = performance.now() + pollInterval;
        });
      }
      this.#creating += 1;
    } finally {
      stop.abort();
      this.#queue.splice(this.#queue.indexOf(turn), 1);
    }
  }

  async #pollRunning(signal: AbortSignal): Promise<void> {
    await Promise.allSettled([...this.#running.values()].map((poll) => poll(signal)));
  }
}
