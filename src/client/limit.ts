import { orAbort, shareable, sleep } from './sleep.ts';

/** Milliseconds between two looks at the running tasks while somebody waits for a place. */
const pace = 5_000;

type Look = (signal: AbortSignal) => Promise<unknown>;

/**
 * Keeps the number of running tasks below a provider's limit, so that creates wait here, in order, instead of being refused
 * there. A task gives its place back when anybody sees that it has ended; while creates wait, the limit looks itself.
 */
export class Limit {
  readonly #max: number;
  #taken = 0;
  readonly #running = new Map<string, Look>();
  readonly #queue: (() => void)[] = [];
  #sweeping: AbortController | undefined;

  /** @param max tasks that may run at once */
  constructor(max: number) {
    if (!(max >= 1)) throw new TypeError(`maxRunning must be at least 1, not ${max}`);
    this.#max = max;
  }

  /** Waits for a place, and makes a task in it. `look` reads a task, by which its end is noticed. */
  async run<T extends { id: string }>(
    create: () => Promise<T>,
    look: (task: T, signal: AbortSignal) => Promise<unknown>,
    signal?: AbortSignal,
  ): Promise<T> {
    await this.#enter(signal);
    try {
      const task = await create();
      // A task that was there already, by the same external id, has a place.
      if (this.#running.has(task.id)) this.#leave();
      this.#running.set(task.id, (stop) => look(task, stop));
      return task;
    } catch (error) {
      this.#leave();
      throw error;
    }
  }

  /** A task has ended. */
  ended(id: string): void {
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
    void this.#sweep();
    shareable(signal);
    try {
      await orAbort(turn, signal);
    } catch (reason) {
      const place = this.#queue.indexOf(enter);
      // Aborted in the moment that its turn came: the place goes to the next.
      if (place < 0) this.#leave();
      else this.#queue.splice(place, 1);
      throw reason;
    } finally {
      if (this.#queue.length === 0) {
        this.#sweeping?.abort();
        this.#sweeping = undefined;
      }
    }
  }

  #leave(): void {
    const next = this.#queue.shift();
    if (next) next();
    else this.#taken -= 1;
  }

  /** Looks at the running tasks as long as creates wait for them. */
  async #sweep(): Promise<void> {
    if (this.#sweeping) return;
    this.#sweeping = new AbortController();
    const { signal } = this.#sweeping;
    while (!signal.aborted) {
      await sleep(pace, signal).catch(() => {});
      if (!signal.aborted)
        await Promise.allSettled([...this.#running.values()].map((look) => look(signal)));
    }
  }
}
