import { afterAll, beforeAll, vi } from 'vitest';

/** Milliseconds of the shortest and the longest wait that is left out: pauses between two requests, which no limit is as short as. */
const waits = { shortest: 400, longest: 4_000 };

/**
 * Lets the pauses between two requests pass at once in the tests of a file, which say nothing about how long they are. Limits of time
 * are longer than these, and stay.
 */
export function withoutWaits(): void {
  beforeAll(() => {
    const { setTimeout: start } = globalThis;
    const isWait = (ms: number) => ms >= waits.shortest && ms <= waits.longest;
    const hurried = (run: () => void, ms = 0, ...rest: []) =>
      start(run, isWait(ms) ? 1 : ms, ...rest);
    vi.stubGlobal('setTimeout', hurried);
  });
  afterAll(() => void vi.unstubAllGlobals());
}
