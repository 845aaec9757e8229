/** A timer of a virtual clock, with as much of Node's own as Node's `fetch` needs. */
class VirtualTimer {
  readonly run: () => void;
  readonly #start: (timer: VirtualTimer) => void;

  constructor(run: () => void, start: (timer: VirtualTimer) => void) {
    this.run = run;
    this.#start = start;
    start(this);
  }

  /** Starts it again. */
  refresh(): this {
    this.#start(this);
    return this;
  }

  /** Virtual timers never keep a process alive. */
  unref(): this {
    return this;
  }
}

/**
 * A clock that stands still until it is moved, and then jumps to the next timer: hours of waiting pass in seconds, and
 * nothing depends on how fast the machine is.
 */
export class VirtualClock {
  #now = 1_000;
  readonly #start: number;
  /** When each timer is due; of those due at the same time, the one that was started first comes first. */
  readonly #due = new Map<VirtualTimer, number>();
  readonly #setImmediate = setImmediate;

  /** Begins at that Unix time in milliseconds. */
  constructor(start = Date.now()) {
    this.#start = start - this.#now;
  }

  /** Makes this process live by it. Only `setInterval` and `setImmediate` remain real. */
  install(): void {
    const { clearTimeout: clearReal } = globalThis;
    const set = (run: (...rest: unknown[]) => void, ms = 0, ...rest: unknown[]) =>
      new VirtualTimer(
        () => run(...rest),
        (timer) => {
          this.#due.delete(timer);
          this.#due.set(timer, Math.ceil(this.#now + Math.max(ms, 1)));
        },
      );
    const clear = (timer: VirtualTimer | undefined) => {
      if (timer instanceof VirtualTimer) this.#due.delete(timer);
      else clearReal(timer);
    };
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
    performance.now = () => this.#now;
    Date.now = () => this.#start + this.#now;
  }

  /** Unix time in milliseconds when the next timer is due, if there is any. */
  get next(): number | undefined {
    if (this.#due.size === 0) return undefined;
    let next = Number.POSITIVE_INFINITY;
    for (const due of this.#due.values()) next = Math.min(next, due);
    return this.#start + next;
  }

  /** Moves to that Unix time, and runs the first of the timers that are due by then. */
  moveTo(time: number): void {
    this.#now = Math.max(this.#now, time - this.#start);
    const next = (this.next ?? Number.POSITIVE_INFINITY) - this.#start;
    if (next > this.#now) return;
    for (const [timer, due] of this.#due) {
      if (due > next) continue;
      this.#due.delete(timer);
      timer.run();
      return;
    }
  }

  /** Lets what is already on its way inside this process come to its end. */
  async settle(turns = 1): Promise<void> {
    for (let turn = 0; turn < turns; turn++) {
      await new Promise((resolve) => this.#setImmediate(resolve));
    }
  }

  /** Lets time pass until this is settled. */
  async until<T>(work: Promise<T>): Promise<T> {
    let isOver = false;
    const over = () => {
      isOver = true;
    };
    work.then(over, over);
    while (!isOver) {
      await this.settle();
      if (!isOver) this.moveTo(this.next ?? Date.now());
    }
    return work;
  }
}
