/** What it takes to see that a task is done: the looks at one video, and the requests of ten thousand waits at a time. */
import { createKling, klingai } from '../src/index.ts';
import { paceOf } from '../src/pace.ts';
import { Account } from '../test/support/account.ts';
import { costOf, looksBy, looksEvery, mean, taught, times } from '../test/support/looks.ts';
import { VirtualClock } from '../test/support/virtual-clock.ts';

/** Seconds that a video takes in the mean, and its spread. */
const [average, sigma] = [319, 0.35];

/** Requests and lag of a video by several ways of looking, and for times that are spread in other ways. */
export function looks() {
  const seconds = times(average, sigma, 20_000);
  const learnt = (guess: number, seen: readonly number[], all: readonly number[]) =>
    costOf(looksBy(taught(paceOf(guess), seen)), all);
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
    'the guess is right': costOf(looksBy(paceOf(average)), seconds),
    'it is twice too long': costOf(looksBy(paceOf(average * 2)), seconds),
    'it is half as long': costOf(looksBy(paceOf(average / 2)), seconds),
    'after ten tasks, whichever it was': {
      requests: of(({ requests }) => requests),
      lag: of(({ lag }) => lag),
      product: of(({ product }) => product),
    },
    'times spread by σ 0.2, after thirty (least: 57)': spread(0.2),
    'times spread by σ 0.6, after thirty (least: 129)': spread(0.6),
    'one video in fifty takes five times as long': costOf(looksBy(paceOf(average)), outliers),
    'every 5 s (ai, openai)': costOf(looksEvery(5), seconds),
    'every 6 s (runwayml)': costOf(looksEvery(6), seconds),
  };
}

/** Requests a second and seconds of lag of so many waits that begin together, with the list and without. */
export async function fleet(count: number, withList: boolean) {
  const account = new Account();
  const { batch, ...alone } = klingai;
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
  return { requests: account.asked.length / seconds, lag, seconds };
}
