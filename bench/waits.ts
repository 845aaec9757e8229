/** What it takes to see that a task is done: the looks at one video, and the requests of ten thousand waits at a time. */
import { createKling, klingai } from '../src/index.ts';
import { paceOf } from '../src/pace.ts';
import { Account } from '../test/support/account.ts';
import { costOf, looksBy, looksEvery, mean, taught, times } from '../test/support/looks.ts';
import { VirtualClock } from './virtual-clock.ts';

/** Seconds that a video takes in the mean, and its spread. */
const [average, sigma] = [319, 0.35];

/** Requests and lag of a video by several ways of looking. */
export function looks() {
  const seconds = times(average, sigma, 20_000);
  const after = (guess: number) =>
    Array.from({ length: 20 }, (_, seed) => {
      const known = taught(paceOf(guess), times(average, sigma, 10, seed + 50));
      return costOf(looksBy(known), seconds.slice(0, 2_000));
    });
  const all = (costs: ReturnType<typeof costOf>[]) => ({
    requests: mean(costs.map(({ requests }) => requests)),
    lag: mean(costs.map(({ lag }) => lag)),
    product: mean(costs.map(({ product }) => product)),
  });
  return {
    'the guess is right': costOf(looksBy(paceOf(average)), seconds),
    'it is twice too long': costOf(looksBy(paceOf(average * 2)), seconds),
    'it is half as long': costOf(looksBy(paceOf(average / 2)), seconds),
    'after ten tasks, whichever it was': all([1, 2, 0.5].flatMap((off) => after(average * off))),
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
