import { longestTimer } from './sleep.ts';

/** What sleeps on a timers. */
interface Sleeper {
  wake(): void;
}

/** Those who are woken at the same moment. */
export interface SharedTimer {
  readonly due: number;
  readonly sleepers: Set<Sleeper>;
  readonly timer: ReturnType<typeof setTimeout>;
}

/**
 * Wakes sleepers. Those who are due at nearly the same time share one timer: ten thousand waits sleep at once, and a timer
 * of its own would cost each as much as all else that it holds.
 */
export class TimerPool {
  readonly #slots = new Map<number, SharedTimer>();

  /** Wakes this one after so many milliseconds, or up to a hundredth more. */
  add(sleeper: Sleeper, ms: number): SharedTimer {
    const grain = 10 ** Math.max(0, Math.floor(Math.log10(ms / 100)));
    const now = performance.now();
    const due = Math.ceil((now + ms) / grain) * grain;
    const slot = this.#slots.get(due) ?? this.#open(due, due - now);
    slot.sleepers.add(sleeper);
    return slot;
  }

  /** Does not wake this one any more. The last one leaves no timer behind. */
  remove(sleeper: Sleeper, { due, sleepers, timer }: SharedTimer): void {
    if (!sleepers.delete(sleeper) || sleepers.size > 0) return;
    clearTimeout(timer);
    this.#slots.delete(due);
  }

  #open(due: number, ms: number): SharedTimer {
    const sleepers = new Set<Sleeper>();
    const timer = setTimeout(
      () => {
        this.#slots.delete(due);
        for (const sleeper of sleepers) sleeper.wake();
      },
      Math.min(ms, longestTimer),
    );
    const slot = { due, sleepers, timer };
    this.#slots.set(due, slot);
    return slot;
  }
}
