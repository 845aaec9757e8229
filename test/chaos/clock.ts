/**
 * A clock that goes faster than the real one, the same in every process that knows when it began: what takes a provider
 * hours passes in seconds, with the client's own intervals and limits as they are.
 */
export interface Clock {
  /** When it began, real Unix time in milliseconds. */
  epoch: number;
  /** How many times faster it goes. */
  scale: number;
}

export const now = ({ epoch, scale }: Clock) => epoch + (Date.now() - epoch) * scale;

/** Makes this whole process live by the clock: its timers, `Date.now` and `performance.now`. */
export function liveBy({ epoch, scale }: Clock): void {
  const real = { date: Date.now, now: performance.now.bind(performance), setTimeout };
  Date.now = () => epoch + (real.date() - epoch) * scale;
  performance.now = () => real.now() * scale;
  const fast = (run: (...rest: unknown[]) => void, ms = 0, ...rest: unknown[]) =>
    real.setTimeout(run, ms / scale, ...rest);
  globalThis.setTimeout = Object.assign(fast, setTimeout);
}
