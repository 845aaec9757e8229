/** A timer of a virtual clock, with as much of Node's own as Node's `fetch` needs. */
class VirtualTimer {
  /** When it is due; undefined when it has run or was cleared. */
  at: number | undefined;
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

/** What is under way but comes from no timer has ended after so many turns of the event loop, or never will. */
const mostTurns = 10_000;

/**
 * A clock that stands still until it is moved, and then jumps to the next timer: hours of waiting pass in seconds, and
 * nothing depends on how fast the machine is. Vitest's own looks through all timers for each that runs: with thousands of them,
 * most of a test's work is that.
 */
export class VirtualClock {
  #now = 1_000;
  readonly #start: number;
  /** Timers by when they are due; of those due at the same time, the one that was started first comes first. */
  readonly #timers = new Map<number, Set<VirtualTimer>>();
  /** Its keys, the next one last. */
  readonly #times: number[] = [];
  readonly #setImmediate = setImmediate;
  #uninstall = () => {};

  /** Begins at that Unix time in milliseconds. */
  constructor(start = Date.now()) {
    this.#start = start - this.#now;
  }

  /** Makes this process live by it. Only `setInterval` and `setImmediate` remain real. */
  install(): void {
    const { clearTimeout: clearReal, setTimeout: setReal } = globalThis;
    const { now } = performance;
    const { now: nowReal } = Date;
    const set = (run: (...rest: unknown[]) => void, ms = 0, ...rest: unknown[]) =>
      new VirtualTimer(
        () => run(...rest),
        (timer) => this.#set(timer, Math.ceil(this.#now + Math.max(ms, 1))),
      );
    const clear = (timer: VirtualTimer | undefined) => {
      if (timer instanceof VirtualTimer) this.#clear(timer);
      else clearReal(timer);
    };
    Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
    performance.now = () => this.#now;
    Date.now = () => this.#start + this.#now;
    this.#uninstall = () => {
      Object.assign(globalThis, { setTimeout: setReal, clearTimeout: clearReal });
      performance.now = now;
      Date.now = nowReal;
    };
  }

  /** Gives the process its own time back. */
  uninstall(): void {
    this.#uninstall();
  }

  /** How many timers there are. */
  get size(): number {
    return [...this.#timers.values()].reduce((sum, { size }) => sum + size, 0);
  }

  /** Unix time in milliseconds when the next timer is due, if there is any. */
  get next(): number | undefined {
    const next = this.#times.at(-1);
    return next === undefined ? undefined : this.#start + next;
  }

  /** Moves to that Unix time, and runs the first of the timers that are due by then. */
  moveTo(time: number): void {
    this.#now = Math.max(this.#now, time - this.#start);
    const next = this.#times.at(-1);
    if (next === undefined || next > this.#now) return;
    const [timer] = this.#timers.get(next) ?? [];
    if (!timer) return;
    this.#clear(timer);
    timer.run();
  }

  /** Lets what is already on its way inside this process come to its end. */
  async settle(turns = 1): Promise<void> {
    for (let turn = 0; turn < turns; turn++) {
      await new Promise((resolve) => this.#setImmediate(resolve));
    }
  }

  /** Lets so many milliseconds pass. */
  async pass(ms: number): Promise<void> {
    const end = Date.now() + ms;
    await this.settle();
    while ((this.next ?? Number.POSITIVE_INFINITY) <= end) {
      this.moveTo(this.next ?? end);
      await this.settle();
    }
    this.moveTo(end);
  }

  /** Lets time pass until this is settled, at most so many milliseconds. */
  async until<T>(work: Promise<T>, ms = Number.POSITIVE_INFINITY): Promise<T> {
    let isOver = false;
    const over = () => {
      isOver = true;
    };
    work.then(over, over);
    const end = Date.now() + ms;
    for (let turns = 0; !isOver; turns++) {
      await this.settle();
      if (isOver) break;
      if (this.next !== undefined) turns = 0;
      if (turns > mostTurns) throw new Error('nothing happens any more');
      if ((this.next ?? 0) > end) throw new Error(`not settled within ${ms} ms`);
      this.moveTo(this.next ?? Date.now());
    }
    return work;
  }

  #set(timer: VirtualTimer, at: number): void {
    this.#clear(timer);
    timer.at = at;
    const others = this.#timers.get(at);
    if (others) others.add(timer);
    else {
      this.#timers.set(at, new Set([timer]));
      this.#times.splice(this.#indexOf(at), 0, at);
    }
  }

  #clear(timer: VirtualTimer): void {
    const { at } = timer;
    if (at === undefined) return;
    timer.at = undefined;
    const others = this.#timers.get(at);
    others?.delete(timer);
    if (others?.size !== 0) return;
    this.#timers.delete(at);
    this.#times.splice(this.#indexOf(at), 1);
  }

  /** Where a time stands, or would stand, among the times. */
  #indexOf(at: number): number {
    let from = 0;
    let to = this.#times.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#times[middle] ?? 0) > at) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
