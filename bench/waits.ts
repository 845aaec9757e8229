/** What it takes to see that a task is done: the polls for one video, and the requests of ten thousand waits at a time. */

import { estimateFrom } from '../src/client/schedule.ts';
import { createKling, klingai, klingai2 } from '../src/index.ts';
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

/** The providers that show several tasks at once; `isAlone` for waits that know nothing of each other. */
const opened = {
  klingai(fetch: Fetch, isAlone: boolean) {
    const { sharedReader, ...alone } = klingai;
    return createKling(isAlone ? alone : klingai, { apiKey: 'key' }, { fetch });
  },
  klingai2(fetch: Fetch, isAlone: boolean) {
    const { sharedReader, ...alone } = klingai2;
    return createKling(isAlone ? alone : klingai2, { apiKey: 'key' }, { fetch });
  },
};
type Fetch = Account['fetch'];

/** Requests a second and seconds of lag of so many waits that begin together, with what they share and without. */
export async function fleet(name: keyof typeof opened, count: number, isAlone = false) {
  const account = new Account();
  const { textToVideo: videos } = opened[name](account.fetch, isAlone);
  const clock = new VirtualClock();
  clock.install();
  const began = performance.now();
  const ids = account.add(times(average, sigma, count).map((each) => each * 1_000));
  const lags = ids.map(async (id) => {
    await videos.task(id).result();
    return account.lag(id) / 1_000;
  });
  const lag = mean(await clock.until(Promise.all(lags)));
  const seconds = (performance.now() - began) / 1_000;
  const { asked } = account;
  const unseen = new Set(ids);
  const round = asked.findIndex((each) => {
    for (const id of each.ids ?? []) unseen.delete(id);
    return unseen.size === 0;
  });
  return {
    requests: asked.length / seconds,
    // A list only says that a task goes on: each end is seen by a read of its own.
    ends: count / seconds,
    // Until each task was looked at once; only where queries name their tasks.
    round: round + 1,
    lag,
    seconds,
  };
}
