import { isObject } from './json.ts';
import type { OperationName } from './operations.ts';

/** What is known about how long tasks of one kind take. */
export interface DurationEstimate {
  /** Mean of the natural logarithm of the seconds. */
  mu: number;
  /** Its standard deviation. */
  sigma: number;
  /** How many tasks it is learnt from, the first guess included. */
  weight: number;
}

/** Durations by operation, and by operation and kind of task. Plain data. */
export type Durations = Record<string, DurationEstimate>;

/** The first guess counts as much as so many finished tasks. */
const weightOfGuess = 1.5;
/** How many seconds of lag a request is worth, times 2. Gives about twenty-five requests for a video that takes five minutes. */
const cost = 0.387;
/** The longest gap in seconds between two polls once the end may be near. */
const longest = 15;
/** By how much regular intervals grow. */
const growth = 1.3;
/** Milliseconds; no task takes longer, so times further apart are not those of a task. */
const longestTask = 86_400_000;

/** A first guess from a mean time in seconds: tasks of one kind take from half of it to double, and the mean may be wrong. */
export function estimateFrom(mean: number): DurationEstimate {
  const sigma = 0.4;
  return { mu: Math.log(mean) - sigma ** 2 / 2, sigma, weight: weightOfGuess };
}

/** Milliseconds until the first poll of a task of this age: early, for tasks that fail or finish at once. */
export const firstPause = (age: number, { mu }: DurationEstimate): number =>
  age >= 0 ? Math.max((Math.exp(mu) / 32) * 1_000 - age, 1_000) : 1_000;

/**
 * Milliseconds until the next poll of a task of this age. Nothing is polled while the task can hardly be done; then the
 * likelier the end, the shorter the gap: the best gap falls with the square root of the hazard, here that of a lognormal
 * distribution. The constants cost least over three cases: the guess is right, it is wrong by a factor of two, it is learnt.
 */
export function pauseAt(age: number, { mu, sigma }: DurationEstimate): number {
  // This clock was set back, or is behind that of the machine that made the handle.
  if (!(age >= 0)) return longest * 1_000;
  const at = Math.max(age / 1_000, 1);
  const begin = Math.exp(mu - 2.5 * sigma);
  if (at < begin) return (begin - at + 0.1) * 1_000;
  let gap = longest;
  // A task that takes this much longer than others is probably stuck.
  if (at > Math.exp(mu + 3.5 * sigma)) return gap * 1_000;
  // The gap depends on the hazard in its own middle: a few rounds of approximation find it.
  for (let round = 0; round < 4; round++) {
    const middle = at + gap / 2;
    const z = (Math.log(middle) - mu) / sigma;
    // An approximation of the normal distribution's hazard, flatter far from the mean.
    const hazard = Math.log1p(Math.exp(1.88 * z + 1.6)) / (1.88 * sigma * middle);
    gap = Math.min(longest, (gap + Math.sqrt(cost / hazard)) / 2);
  }
  return gap * 1_000;
}

/** The estimate after one more task, which took this many milliseconds. About the last thirty tasks count, all the same. */
export function learned({ mu, sigma, weight }: DurationEstimate, took: number): DurationEstimate {
  const more = Math.min(weight + 1, 30);
  const off = Math.log(Math.max(took / 1_000, 0.1)) - mu;
  const variance = sigma ** 2 + (off ** 2 * (1 - 1 / more) - sigma ** 2) / more;
  return { mu: mu + off / more, sigma: Math.max(Math.sqrt(variance), 0.1), weight: more };
}

/** What the traits of an input say about how long its task takes: the model, the quality, and the seconds, rounded. */
export function kindOf([model, quality, duration]: unknown[]): { kind?: string } {
  const seconds = Math.round(Number(duration));
  const parts = [model, quality, seconds > 0 && `${seconds} s`];
  const kind = parts.filter((part) => typeof part === 'string').join(' ');
  return kind ? { kind } : {};
}

/** What is known about a task before its first poll. */
interface NewTask {
  kind?: string;
  createdAt?: number;
}

/** When to poll the tasks of one operation. All times are in milliseconds, an age is that of the task. */
export class Schedule {
  /** Before the first poll where nothing better is known, and before the next one after a callback. */
  readonly interval: number;
  readonly #durations: Durations;
  readonly #operation: OperationName;
  readonly #seconds: number;
  readonly #isRegular: boolean;

  /**
   * @param seconds that such tasks usually take, for as long as nothing has been learnt
   * @param interval before the first poll, the others follow at growing intervals; without it, they follow the usual durations
   */
  constructor(
    durations: Durations,
    operation: OperationName,
    seconds: number,
    interval: number | undefined,
  ) {
    this.interval = interval ?? 1_000;
    this.#durations = durations;
    this.#operation = operation;
    this.#seconds = seconds;
    this.#isRegular = interval !== undefined;
  }

  /** Until the first poll. */
  first({ kind, createdAt }: NewTask, age: number): number {
    // Of a task that is known by its id only, nobody knows whether it exists or is long done.
    if (this.#isRegular || createdAt === undefined) return this.interval;
    return firstPause(age, this.#estimate(kind));
  }

  /** Until the next poll, this long after the last one. */
  next({ kind }: NewTask, age: number, last: number): number {
    if (!this.#isRegular) return pauseAt(age, this.#estimate(kind));
    return Math.min(last * growth, Math.max(longest * 1_000, this.interval));
  }

  /** Learns how long such tasks take from one that has succeeded, and took so many milliseconds. */
  learn({ kind }: NewTask, took: number): void {
    if (this.#isRegular || !(took > 0 && took < longestTask)) return;
    const durations = this.#durations;
    if (kind) durations[`${this.#operation} ${kind}`] = learned(this.#estimate(kind), took);
    durations[this.#operation] = learned(this.#estimate(), took);
  }

  /** The estimate for tasks of this kind; for the first ones of a kind, that of the operation. */
  #estimate(kind?: string): DurationEstimate {
    const operation = this.#operation;
    const all = this.#durations[operation] ?? estimateFrom(this.#seconds);
    if (!kind) return all;
    const guess = { ...all, weight: Math.min(all.weight, weightOfGuess) };
    return this.#durations[`${operation} ${kind}`] ?? guess;
  }
}

/** A copy to learn in. @throws {TypeError} this is not what `kling.durations` gave */
export function copyDurations(durations: Readonly<Durations> = {}): Durations {
  // Such as text that nobody has parsed, in which there would be no estimate to refuse.
  if (!isObject(durations)) throw new TypeError('durations must be an object');
  for (const [name, estimate] of Object.entries(durations)) {
    const { mu, sigma, weight } = Object(estimate) as DurationEstimate;
    if ([mu, sigma, weight].every(Number.isFinite) && Math.min(sigma, weight) > 0) continue;
    throw new TypeError(`durations.${name} needs the numbers mu, sigma and weight`);
  }
  return { ...durations };
}
