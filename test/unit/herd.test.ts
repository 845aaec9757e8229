import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { providerNames } from '../../src/documents/documents.ts';
import { type Answer, type Seen, scripted, silence } from '../support/fetch.ts';
import { blind, klingOf } from '../support/kling.ts';
import { speaking } from '../support/speaking.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

let clock: VirtualClock;
/** None of the waits may take longer than five minutes. */
const eventually = <T>(work: Promise<T>) => clock.until(work, 300_000);

beforeEach(() => {
  clock = new VirtualClock();
  clock.install();
});
afterEach(() => {
  clock.uninstall();
});

const count = 200;

// A list that shows nothing helps nobody.
it.each(providerNames)(
  'two hundred waits at %s send no more than 64 reads at once, and all get their results',
  async (provider) => {
    const { idsIn, name, reading, result, task } = speaking(provider);
    let open = 0;
    let most = 0;
    const answer = async ({ url }: Seen): Promise<Answer> => {
      most = Math.max(most, ++open);
      await new Promise((resolve) => setTimeout(resolve, 200));
      open--;
      if (new URL(url).searchParams.has('pageNum')) return { code: 0, data: [] };
      return reading(...idsIn(url).map((id) => task('succeed', { id })));
    };
    const { fetch, requests } = scripted(answer);
    const kling = klingOf(provider, { fetch });
    const results = Array.from({ length: count }, (_, nth) =>
      kling[name].task(`${800_000 + nth}`).result(),
    );
    const all = await eventually(Promise.all(results));
    expect(all).toEqual(Array(count).fill(result));
    expect(most).toBeLessThanOrEqual(64);
    expect(most).toBeGreaterThan(1);
    expect(requests.length).toBeLessThan(count * 4);
  },
);

describe.each(blind)('reads at %s that never come', (provider) => {
  const { finished, name, result } = speaking(provider);
  const stuck = 100;
  const all = 130;

  /** A hundred waits whose first reads get no answer, and thirty others. */
  function waitFor(signal?: AbortSignal) {
    const asked = new Set<string>();
    const { fetch } = scripted(({ url }: Seen): Answer => {
      const id = url.split('/').at(-1) ?? '';
      const isFirst = !asked.has(id);
      asked.add(id);
      return isFirst && Number(id) < stuck ? silence : finished({ id });
    });
    const kling = klingOf(provider, { fetch, interval: 1_000 });
    return Array.from({ length: all }, (_, id) =>
      kling[name].task(`${id}`).result(signal && id < stuck ? { signal } : {}),
    );
  }

  it('keep the others from their turn for half a minute at most', async () => {
    const results = await eventually(Promise.all(waitFor()));
    expect(results).toEqual(Array(all).fill(result));
    expect(performance.now()).toBeLessThan(240_000);
  });

  it('are over when their waits are given up', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 3_000);
    const results = await eventually(Promise.allSettled(waitFor(stop.signal)));
    expect(performance.now()).toBeLessThan(60_000);
    for (const [id, { status }] of results.entries())
      expect(status).toBe(id < stuck ? 'rejected' : 'fulfilled');
  });
});
