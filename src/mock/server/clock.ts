/**
 * The mock's own time, which tasks and results live by: real time, plus what `advance` added. Tokens and signatures go by
 * real time, because nobody else's clock is moved with this one.
 */
export class Clock {
  #ahead = 0;

  /** Unix time in milliseconds, as the mock sees it. */
  readonly now = (): number => Date.now() + this.#ahead;

  /** Moves the time forward. Takes milliseconds, or a number with a unit: `90s`, `5m`, `2h`, `30d`. */
  advance(by: number | string): void {
    const ahead = this.#ahead + millisecondsOf(by);
    if (ahead > furthest) throw new TypeError('the clock goes no further than 100 years ahead');
    this.#ahead = ahead;
  }
}

/** Milliseconds that the clock may be ahead: beyond, there are no dates any more. */
const furthest = 100 * 365 * 8.64e7;

const units: Record<string, number> = { ms: 1, s: 1e3, m: 6e4, h: 3.6e6, d: 8.64e7 };

function millisecondsOf(by: number | string): number {
  const [, count = '', unit = 'ms'] = /^(\d+(?:\.\d+)?)(ms|s|m|h|d)?$/.exec(String(by)) ?? [];
  if (count === '') throw new TypeError(`not a length of time: ${by}; write 90s, 5m or 2h`);
  return Math.round(Number(count) * (units[unit] ?? 1));
}
