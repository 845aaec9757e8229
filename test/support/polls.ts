import { type DurationEstimate, firstPause, learned, pauseAt } from '../../src/client/schedule.ts';
import { randomFrom } from './arbitrary.ts';

export const mean = (numbers: readonly number[]) =>
  numbers.reduce((sum, each) => sum + each, 0) / numbers.length;

/** Lognormal times of this mean and spread, by a seed. */
export function times(average: number, sigma: number, count = 2_000, seed = 1): number[] {
  const random = randomFrom(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const mu = Math.log(average) - sigma ** 2 / 2;
  return Array.from({ length: count }, () => Math.exp(mu + sigma * normal()));
}

/** Seconds of age at which a task is looked at. */
export function pollsBy(estimate: DurationEstimate): number[] {
  const first = firstPause(0, estimate) / 1_000;
  const polls = [first];
  for (let at = first; at < 20_000; polls.push(at)) at += pauseAt(at * 1_000, estimate) / 1_000;
  return polls;
}

/** The same at regular intervals. */
export const pollsEvery = (seconds: number): number[] =>
  Array.from({ length: Math.ceil(20_000 / seconds) }, (_, index) => (index + 1) * seconds);

/** Requests, mean lag in seconds, and their product, over tasks that take this long. */
export function costOf(looks: readonly number[], seconds: readonly number[]) {
  const seen = seconds.map((end) => looks.findIndex((at) => at >= end));
  const requests = mean(seen.map((index) => index + 1));
  const lags = seconds.map((end, nth) => (looks[seen[nth] ?? 0] ?? 0) - end);
  return { requests, lag: mean(lags), product: requests * mean(lags), lags };
}

/** An estimate that has seen tasks take this long. */
export const taught = (estimate: DurationEstimate, seconds: readonly number[]): DurationEstimate =>
  seconds.reduce((known, each) => learned(known, each * 1_000), estimate);
