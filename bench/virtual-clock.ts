/** A clock that only goes when everybody sleeps: the minutes of ten thousand waits pass in seconds, to the millisecond. */
export class VirtualClock {
  #now = 1_000;
  #last = 0;
  /** Timers by the time when they are due. */
  readonly #due = new Map<number, Map<number, () => void>>();
  readonly #whenOf = new Map<number, number>();
  readonly #real = { setImmediate, setTimeout, clearTimeout };
  readonly #date = Date.now();

  /** Makes this process live by it. */
  install(): void {
    const set = (run: (...rest: unknown[]) => void, ms = 0, ...rest: unknown[]) => {
      const id = ++this.#last;
      const when = Math.ceil(this.#now + Math.max(ms, 1));
      const timers = this.#due.get(when) ?? new Map();
      this.#due.set(
        when,
        timers.set(id, () => run(...rest)),
      );
      this.#whenOf.set(id, when);
      return id;
    };
    const clear = (id: number) => {
      this.#due.get(this.#whenOf.get(id) ?? 0)?.delete(id);
      this.#whenOf.delete(id);
    };
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
    performance.now = () => this.#now;
    Date.now = () => this.#date + this.#now;
  }

  /** Lets time pass until this is settled. */
  async until<T>(work: Promise<T>): Promise<T> {
    let isOver = false;
    const over = () => {
      isOver = true;
    };
    work.then(over, over);
    while (!isOver) {
      await new Promise((resolve) => this.#real.setImmediate(resolve));
      if (isOver) break;
      this.#now += 1;
      const timers = this.#due.get(this.#now);
      this.#due.delete(this.#now);
      for (const [id, run] of timers ?? []) {
        this.#whenOf.delete(id);
        run();
      }
    }
    return work;
  }
}
