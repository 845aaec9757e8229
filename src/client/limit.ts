import { TaskTimeoutError } from './errors.ts';
import { sleep, stopIfAborted } from './sleep.ts';

/** Milliseconds between two checks for a free slot. */
const checkInterval = 200;
/** Milliseconds between two polls of the running tasks while a create waits for a slot. */
const pollInterval = 5_000;
/** Milliseconds beyond its time after which a create counts as killed by its host: then nobody gives its slot back. */
const longestDelay = 30_000;
/** Checks that one in the line may miss while each of the others makes them; then it counts as killed, too. */
const mostMissed = 50;

type Poll = (signal: AbortSignal) => Promise<unknown>;

/** One that waits in the line. */
interface Turn {
  seen: number;
  readonly size: number;
}

/** How many slots all of these take. */
const sizeOf = (all: Iterable<{ size: number }>) => {
  let sum = 0;
  for (const { size } of all) sum += size;
  return sum;
};

/** So many things at once. What is not given back in time counts as killed by its host, as requests are in Workers. */
export class Slots {
  readonly max: number;
  readonly #longest: number;
  readonly #taken = new Set<{ until: number; size: number }>();

  /** @param longest milliseconds after which a slot is free again in any case */
  constructor(max: number, longest: number) {
    this.max = max;
    this.#longest = longest;
  }

  /** How many are taken. */
  get taken(): number {
    const now = performance.now();
    for (const slot of this.#taken) if (slot.until < now) this.#taken.delete(slot);
    return sizeOf(this.#taken);
  }

  /** Takes so many, also beyond `max`, and gives the function that gives them back. */
  take(size = 1): () => void {
    const slot = { until: performance.now() + this.#longest, size };
    this.#taken.add(slot);
    return () => this.#taken.delete(slot);
  }
}

/**
 * Keeps the number of running tasks below the provider's limit, so that creates wait here, in order, instead of being
 * refused there. A task's slot is free again when anybody sees that the task has ended; while creates wait, the first of them
 * polls the running tasks. Each checks by a timer of its own whether it is its turn: nothing that one caller does wakes another.
 */
export class Limit {
  /** Creates that have a slot and no task yet. */
  readonly #creating: Slots;
  readonly #running = new Map<string, { poll: Poll; size: number }>();
  /** Creates that wait for a slot, in order, and when each of them checked last. */
  #queue: Turn[] = [];
  /** How often somebody in the line has checked: its clock, which stands still while the machine sleeps. */
  #checks = 0;
  readonly #provider: string;

  /**
   * @param max tasks that may run at once
   * @param createTimeout milliseconds that a create may take
   */
  constructor(max: number, provider: string, createTimeout: number) {
    if (!(max >= 1)) throw new TypeError(`maxRunning must be at least 1, not ${max}`);
    this.#creating = new Slots(max, createTimeout + longestDelay);
    this.#provider = provider;
  }

  /**
   * Waits for as many slots as the task takes, and creates it in them. `poll` reads the task, so that its end is noticed. One that
   * takes more than there are waits until it is alone.
   * @throws {TaskTimeoutError} there was no slot by the deadline
   */
  async run<T extends { id: string }>(
    create: () => Promise<T>,
    poll: (task: T, signal: AbortSignal) => Promise<unknown>,
    deadline: number,
    signal?: AbortSignal,
    size = 1,
  ): Promise<T> {
    const leave = await this.#enter(deadline, size, signal);
    try {
      const task = await create();
      this.#running.set(task.id, { poll: (stop) => poll(task, stop), size });
      return task;
    } finally {
      leave();
    }
  }

  /** Frees the slot of a task that has ended. */
  release(id: string): void {
    this.#running.delete(id);
  }

  async #enter(deadline: number, size: number, signal?: AbortSignal): Promise<() => void> {
    stopIfAborted(signal);
    const turn = { seen: 0, size };
    const stop = new AbortController();
    let nextPoll = performance.now() + pollInterval;
    try {
      for (;;) {
        const now = performance.now();
        const ahead = this.#takePlace(turn);
        const taken = ahead + sizeOf(this.#running.values()) + this.#creating.taken;
        if (taken === 0 || taken + size <= this.#creating.max) return this.#creating.take(size);
        if (now >= deadline) {
          const facts = { provider: this.#provider };
          throw new TaskTimeoutError('no slot became free, and nothing was created', facts);
        }
        if (ahead === 0 && now >= nextPoll) {
          nextPoll = Number.POSITIVE_INFINITY;
          const polls = [...this.#running.values()].map(({ poll }) => poll(stop.signal));
          void Promise.allSettled(polls).then(() => {
            nextPoll = performance.now() + pollInterval;
          });
        }
        await sleep(Math.min(checkInterval, deadline - now), signal);
      }
    } finally {
      stop.abort();
      this.#queue = this.#queue.filter((each) => each !== turn);
    }
  }

  /** The slots that those take who are before a turn in the line, without those that no longer check. */
  #takePlace(turn: Turn): number {
    this.#checks += 1;
    turn.seen = this.#checks;
    const oldest = this.#checks - mostMissed * this.#queue.length;
    this.#queue = this.#queue.filter(({ seen }) => seen >= oldest);
    if (!this.#queue.includes(turn)) this.#queue.push(turn);
    return sizeOf(this.#queue.slice(0, this.#queue.indexOf(turn)));
  }
}
