import type { PlannedResponse } from './endings.ts';

interface Kept {
  response: PlannedResponse;
  until: number;
  /** It says that there is no such task. */
  isMissing: boolean;
}

/** A cache on the way that keeps answers although it was told not to, and gives them to whoever asks for the same address. */
export class Cache {
  readonly #kept = new Map<string, Kept>();

  keep(address: string, kept: Kept): void {
    this.#kept.set(address, kept);
  }

  /** The answer that it has kept for this address, if it is not too old. */
  find(address: string, now: number): Kept | undefined {
    const kept = this.#kept.get(address);
    return kept && now < kept.until ? kept : undefined;
  }
}
