import { longestTimer } from './sleep.ts';

/** Something to wake. */
interface Sleeper {
  wake(): void;
}

/** A timer, and those whom it wakes. */
export interface SharedTimer {
  readonly due: number;
  readonly sleepers: Set<Sleeper>;
  readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * Timers for thousands of waits at once. Those that are due at nearly the same time share one: a timer for each would cost
 * a wait as much memory as everything else that it holds.
 */
export class TimerPool {
  readonly #shared = new Map<number, SharedTimer>();

  /** Wakes this sleeper after so many milliseconds, or up to a hundredth more. */
  add(sleeper: Sleeper, ms: number): SharedTimer {
    const grain = 10 ** Math.max(0, Math.floor(Math.log10(ms / 100)));
    const now = performance.now();
    const due = Math.ceil((now + ms) / grain) * grain;
    const shared = this.#shared.get(due) ?? this.#open(due, due - now);
    shared.sleepers.add(sleeper);
    return shared;
  }

  /** Wakes this sleeper no more. The last one clears the timer. */
  remove(sleeper: Sleeper, { due, sleepers, timer }: SharedTimer): void {
    if (!sleepers.delete(sleeper) || sleepers.size > 0) return;
    clearTimeout(timer);
    this.#shared.delete(due);
  }

  #open(due: number, ms: number): SharedTimer {
    const sleepers = new Set<Sleeper>();
    const timer = setTimeout(
      () => {
        this.#shared.delete(due);
        for (const sleeper of sleepers) sleeper.wake();
      },
      Math.min(ms, longestTimer),
    );
    const shared = { due, sleepers, timer };
    this.#shared.set(due, shared);
    return shared;
  }
}
