import { orAbort, shareable, sleep } from './sleep.ts';

/** Milliseconds between two polls of the running tasks while a create waits for a slot. */
const pollInterval = 5_000;

type Poll = (signal: AbortSignal) => Promise<unknown>;

/**
 * Keeps the number of running tasks below the provider's limit, so that creates wait here, in order, instead of being
 * refused there. A task's slot is free again when anybody sees that the task has ended; while creates wait, the limit polls
 * the running tasks itself.
 */
export class Limit {
  readonly #max: number;
  #taken = 0;
  readonly #running = new Map<string, Poll>();
  readonly #queue: (() => void)[] = [];
  #polling: AbortController | undefined;

  /** @param max tasks that may run at once */
  constructor(max: number) {
    if (!(max >= 1)) throw new TypeError(`maxRunning must be at least 1, not ${max}`);
    this.#max = max;
  }

  /** Waits for a slot and creates a task in it. `poll` reads the task, so that its end is noticed. */
  async run<T extends { id: string }>(
    create: () => Promise<T>,
    poll: (task: T, signal: AbortSignal) => Promise<unknown>,
    signal?: AbortSignal,
  ): Promise<T> {
    await this.#enter(signal);
    try {
      const task = await create();
      // A task that was there already, by the same external id, has its slot.
      if (this.#running.has(task.id)) this.#leave();
      this.#running.set(task.id, (stop) => poll(task, stop));
      return task;
    } catch (error) {
      this.#leave();
      throw error;
    }
  }

  /** Frees the slot of a task that has ended. */
  release(id: string): void {
    if (this.#running.delete(id)) this.#leave();
  }

  async #enter(signal?: AbortSignal): Promise<void> {
    if (this.#taken < this.#max) {
      this.#taken += 1;
      return;
    }
    let enter = () => {};
    const turn = new Promise<void>((resolve) => {
      enter = resolve;
    });
    this.#queue.push(enter);
    void this.#pollRunning();
    shareable(signal);
    try {
      await orAbort(turn, signal);
    } catch (reason) {
      const position = this.#queue.indexOf(enter);
      // Aborted at the moment its turn came: the slot goes to the next.
      if (position < 0) this.#leave();
      else this.#queue.splice(position, 1);
      throw reason;
    } finally {
      if (this.#queue.length === 0) {
        this.#polling?.abort();
        this.#polling = undefined;
      }
    }
  }

  #leave(): void {
    const next = this.#queue.shift();
    if (next) next();
    else this.#taken -= 1;
  }

  /** Polls the running tasks as long as creates wait for a slot. */
  async #pollRunning(): Promise<void> {
    if (this.#polling) return;
    this.#polling = new AbortController();
    const { signal } = this.#polling;
    while (!signal.aborted) {
      await sleep(pollInterval, signal).catch(() => {});
      if (!signal.aborted)
        await Promise.allSettled([...this.#running.values()].map((poll) => poll(signal)));
    }
  }
}
