/** What it takes to see that a task is done: the polls for one video, and the requests of ten thousand waits at a time. */

import { estimateFrom } from '../src/client/schedule.ts';
import { createKling, klingai } from '../src/index.ts';
import { Account } from '../test/support/account.ts';
import { costOf, mean, pollsBy, pollsEvery, taught, times } from '../test/support/polls.ts';
import { VirtualClock } from '../test/support/virtual-clock.ts';

/** Seconds that a video takes in the mean, and its spread. */
const average = 319;
const sigma = 0.35;

/** Requests and lag of a video by several schedules, and for durations that are spread in other ways. */
export function pollCosts() {
  const seconds = times(average, sigma, 20_000);
  const learnt = (guess: number, seen: readonly number[], all: readonly number[]) =>
    costOf(pollsBy(taught(estimateFrom(guess), seen)), all);
  const afterTen = [1, 2, 0.5].flatMap((off) =>
    Array.from({ length: 20 }, (_, seed) => {
      const seen = times(average, sigma, 10, seed + 50);
      return learnt(average * off, seen, seconds.slice(0, 2_000));
    }),
  );
  const of = (pick: (cost: ReturnType<typeof costOf>) => number) => mean(afterTen.map(pick));
  const spread = (sigma: number) =>
    learnt(average, times(average, sigma, 30, 7), times(average, sigma, 20_000));
  const outliers = seconds.map((each, nth) => (nth % 50 === 0 ? each * 5 : each));
  return {
    'the first guess is right': costOf(pollsBy(estimateFrom(average)), seconds),
    'the first guess is twice the true time': costOf(pollsBy(estimateFrom(average * 2)), seconds),
    'the first guess is half the true time': costOf(pollsBy(estimateFrom(average / 2)), seconds),
    'after ten tasks, whatever the first guess was': {
      requests: of(({ requests }) => requests),
      lag: of(({ lag }) => lag),
      product: of(({ product }) => product),
    },
    'after thirty tasks that vary little (σ 0.2; the optimum is 57)': spread(0.2),
    'after thirty tasks that vary a lot (σ 0.6; the optimum is 129)': spread(0.6),
    'one video in fifty takes five times as long': costOf(pollsBy(estimateFrom(average)), outliers),
    'a fixed interval of 5 s (ai, openai)': costOf(pollsEvery(5), seconds),
    'a fixed interval of 6 s (runwayml)': costOf(pollsEvery(6), seconds),
  };
}

/** Requests a second and seconds of lag of so many waits that begin together, with the list and without. */
export async function fleet(count: number, withList: boolean) {
  const account = new Account();
  const { sharedReader, ...alone } = klingai;
  const provider = withList ? klingai : alone;
  const kling = createKling(provider, { apiKey: 'key' }, { fetch: account.fetch });
  const clock = new VirtualClock();
  clock.install();
  const began = performance.now();
  const ids = account.add(times(average, sigma, count).map((each) => each * 1_000));
  const lags = ids.map(async (id) => {
    await kling.textToVideo.task(id).result();
    return account.lag(id) / 1_000;
  });
  const lag = mean(await clock.until(Promise.all(lags)));
  const seconds = (performance.now() - began) / 1_000;
  // A list only says that a task goes on: each end is seen by a read of its own.
  return { requests: account.asked.length / seconds, ends: count / seconds, lag, seconds };
}
