import { afterAll, beforeAll, vi } from 'vitest';

/**
 * Lets the pauses between two requests pass at once in the tests of a file or a group; the clocks say afterwards that they have passed.
 * Limits of time stay as they are, so that it makes no difference how fast the machine is.
 * @param pauses milliseconds of the shortest and the longest pause that is left out
 */
export function withoutWaits(pauses: { shortest?: number; longest?: number } = {}): void {
  const { shortest = 400, longest = 4_000 } = pauses;
  const { now } = performance;
  const { now: unixNow } = Date;
  beforeAll(() => {
    const { setTimeout: start } = globalThis;
    let passed = 0;
    performance.now = () => now.call(performance) + passed;
    // A whole number, as it always is.
    Date.now = () => Math.floor(unixNow() + passed);
    const hurried = (run: (...rest: unknown[]) => void, ms = 0, ...rest: unknown[]) => {
      // In the client and in downloads, what ends a limit has this name.
      const isLimit = run.name === 'late';
      if (isLimit || ms < shortest || ms > longest) return start(run, ms, ...rest);
      const due = performance.now() + ms;
      const leap = () => {
        passed += Math.max(due - performance.now(), 0);
        run(...rest);
      };
      return start(leap, 1);
    };
    vi.stubGlobal('setTimeout', hurried);
  });
  afterAll(() => {
    vi.unstubAllGlobals();
    Object.assign(performance, { now });
    Object.assign(Date, { now: unixNow });
  });
}
