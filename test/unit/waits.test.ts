import { afterEach, assert, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type ProviderName, providerNames } from '../../src/documents/documents.ts';
import { AnswerError, ApiError } from '../../src/index.ts';
import { Account } from '../support/account.ts';
import { type Answer, broken, type EitherFetch, html, scripted } from '../support/fetch.ts';
import {
  gatewayRefused,
  klingOf,
  nobodys,
  refused,
  strangersStatuses,
  taskId,
} from '../support/kling.ts';
import { eventually, failure } from '../support/outcome.ts';
import { pagers, speaking } from '../support/speaking.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const minute = 60_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** A task that is a minute old, seen through these answers. */
function following(provider: ProviderName, ...answers: [Answer, ...Answer[]]) {
  const { fetch, requests } = scripted(...answers);
  return { task: klingOf(provider, { fetch }).resume(speaking(provider).handle), requests };
}

describe.each(providerNames)('a wait at %s', (provider) => {
  const { finished, looksToEnd, result } = speaking(provider);

  it.each(nobodys)('goes on after one 4xx of nobody: %s', async (_, no) => {
    for (const status of strangersStatuses) {
      const { task, requests } = following(provider, no(status), finished());
      expect(await eventually(task.result())).toEqual(result);
      expect(requests).toHaveLength(2);
    }
  });

  it('goes on after 4xx of all kinds for half an hour', async () => {
    const begun = performance.now();
    let nth = 0;
    const { task } = following(provider, () => {
      if (performance.now() - begun > 30 * minute) return finished();
      return html(strangersStatuses[nth++ % strangersStatuses.length] ?? 0);
    });
    expect(await eventually(task.result())).toEqual(result);
    expect(nth).toBeGreaterThan(10);
  });

  it.each<[string, Answer]>([
    ['credentials', refused(1002, 401)],
    ['credentials, by a gateway', gatewayRefused(401)],
    ['forbidden', refused(1103, 403)],
    ['forbidden, by a gateway', gatewayRefused(403)],
    ['a bad request', refused(1201, 400)],
    ['a bad request, by a gateway', gatewayRefused(400, 'invalid_request')],
    ['no such task', refused(1203, 404)],
  ])('ends at once when somebody who knows says what is final: %s', async (_, answer) => {
    const { task, requests } = following(provider, answer);
    const error = await failure(eventually(task.result()), ApiError);
    expect(error.task).toEqual(task.toJSON());
    expect(requests).toHaveLength(looksToEnd);
  });

  it.each<[string, Answer]>([
    ['busy', refused(1302, 429)],
    ['the provider’s own trouble', refused(5001, 503)],
    ['a gateway’s trouble', gatewayRefused(503)],
  ])('goes on when somebody who knows says what is not: %s', async (_, answer) => {
    const { task, requests } = following(provider, answer, answer, answer, finished());
    await eventually(task.result());
    expect(requests).toHaveLength(4);
  });
});

const [anyProvider] = providerNames as [ProviderName, ...ProviderName[]];
const { looksLike } = speaking(anyProvider);

/** A wait that a test makes poll when it likes, and what has become of it. */
function called(answer: Answer) {
  const { task, requests } = following(anyProvider, answer);
  const callback = new EventTarget();
  const result = task.result({ callback });
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  result.then(over, over);
  const poll = async () => {
    callback.dispatchEvent(new Event(taskId));
    await vi.advanceTimersByTimeAsync(0);
  };
  return { task, requests, result, poll, isOver: () => isOver };
}

describe.each(strangersStatuses)('a page with %d instead of an answer', (status) => {
  it('ends a wait after it has stood for 5 minutes, and no earlier', async () => {
    const { task, requests, result, poll, isOver } = called(html(status));
    const ended = failure(result, AnswerError);
    await poll();
    expect(requests).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(299_000);
    await poll();
    expect(requests.at(-1)?.at).toBe((requests[0]?.at ?? 0) + 299_000);
    expect(isOver()).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    await poll();
    expect(isOver()).toBe(true);
    const error = await ended;
    expect(error).toMatchObject({ status });
    expect(error.task).toEqual(task.toJSON());
    expect(vi.getTimerCount()).toBe(0);
  });

  it('ends a wait without callbacks soon after 5 minutes, too', async () => {
    const { task, requests } = following(anyProvider, html(status));
    const error = await failure(eventually(task.result()), AnswerError);
    expect(error).toMatchObject({ status, task: task.toJSON() });
    const stood = (requests.at(-1)?.at ?? 0) - (requests[0]?.at ?? 0);
    expect(stood).toBeGreaterThanOrEqual(5 * minute);
    expect(stood).toBeLessThan(7 * minute);
  });
});

describe.each([403, 404])('a page with %d that others interrupt', (status) => {
  it.each<[string, Answer]>([
    ['a task that runs', looksLike('processing')],
    ['a page with 502', html(502)],
    ['a page with another 4xx', html(status === 404 ? 403 : 404)],
    ['the provider’s own trouble', refused(5001, 503)],
  ])('must have stood for 5 minutes without %s in between', async (_, other) => {
    let answer: Answer = html(status);
    const { requests, result, poll, isOver } = called(() => answer);
    const ended = failure(result, AnswerError);
    await poll();
    await vi.advanceTimersByTimeAsync(200_000);
    answer = other;
    await poll();
    const interrupted = performance.now();
    answer = html(status);
    await poll();
    await vi.advanceTimersByTimeAsync(299_000);
    await poll();
    expect(requests.at(-1)?.at).toBe(interrupted + 299_000);
    expect(isOver()).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    await poll();
    expect(isOver()).toBe(true);
    await ended;
  });
});

describe.each<[string, Answer]>([
  ['502', html(502)],
  ['503', html(503)],
  ['200', html(200)],
  ['lost connections', broken('ECONNRESET')],
])('an outage of %s', (_, trouble) => {
  it.each(providerNames)('of half an hour ends no wait at %s', async (provider) => {
    const begun = performance.now();
    const { task } = following(provider, () =>
      performance.now() - begun > 30 * minute ? speaking(provider).finished() : trouble,
    );
    expect(await eventually(task.result())).toEqual(speaking(provider).result);
  });
});

describe('Retry-After', () => {
  const asking = (value: string) => (status: number) => () =>
    Response.json({ code: 1302, message: 'slowly' }, { status, headers: { 'retry-after': value } });
  const retryAfterOf = async (value: string) => {
    const { task } = following('klingai', asking(value)(429));
    return (await failure(task.snapshot(), ApiError)).retryAfter;
  };
  const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toUTCString();

  it.each([
    ['0', 0],
    ['7', 7_000],
    ['300', 300_000],
    ['301', 300_000],
    ['3600', 300_000],
    ['1000000000', 300_000],
  ])('in whole seconds is taken, up to five minutes: %s', async (value, expected) => {
    expect(await retryAfterOf(value)).toBe(expected);
  });

  it('as a date is taken, up to five minutes', async () => {
    const soon = (await retryAfterOf(inSeconds(100))) ?? 0;
    expect(soon).toBeGreaterThan(98_000);
    expect(soon).toBeLessThanOrEqual(100_000);
    expect(await retryAfterOf(inSeconds(86_400))).toBe(300_000);
    expect((await retryAfterOf(inSeconds(-100))) ?? 0).toBe(0);
  });

  it.each(['Infinity', '0x20', '1e9', '1.5', '-1', '+5', 'soon', '7 s', '7, 8', 'NaN'])(
    'of any other form is none: %s',
    async (value) => {
      expect(await retryAfterOf(value)).toBeUndefined();
    },
  );

  it.each(['3600', '1000000000', '0x20', 'Infinity'])(
    'of %s keeps no wait from its task for long',
    async (value) => {
      for (const provider of providerNames) {
        const { task, requests } = following(
          provider,
          asking(value)(503),
          speaking(provider).finished(),
        );
        await eventually(task.result());
        const pause = (requests[1]?.at ?? 0) - (requests[0]?.at ?? 0);
        expect(pause).toBeLessThan(7 * minute);
      }
    },
  );

  it('with a page of nobody is waited for', async () => {
    for (const provider of providerNames) {
      const page = () => new Response('<html>', { status: 503, headers: { 'retry-after': '100' } });
      const { task, requests } = following(provider, page, speaking(provider).finished());
      await eventually(task.result());
      const pause = (requests[1]?.at ?? 0) - (requests[0]?.at ?? 0);
      expect(pause).toBeGreaterThanOrEqual(100_000);
    }
  });
});

describe('a row of the list', () => {
  /** Thirty waits on an account whose list shows every task in that way. */
  async function waitFor(change: (row: Record<string, unknown>) => object) {
    vi.useRealTimers();
    const clock = new VirtualClock();
    clock.install();
    onTestFinished(() => clock.uninstall());
    const account = new Account();
    let shown = 0;
    account.meddle = ({ page }, honest) => {
      if (!page) return honest();
      const { data } = Object.assign({ data: [] as Record<string, unknown>[] }, honest());
      shown += data.length;
      return { code: 0, data: data.map(change) };
    };
    const ids = account.add(Array.from({ length: 30 }, (_, nth) => 40_000 + nth * 500));
    const fetch: EitherFetch = account.fetch;
    const [provider] = pagers;
    assert(provider);
    const { name } = speaking(provider);
    const kling = klingOf(provider, { fetch });
    const ends = await clock.until(
      Promise.allSettled(ids.map((id) => kling[name].task(id).result())),
    );
    return { account, ids, ends, shown };
  }
  const own = (ids: string[]) =>
    ids.map((id) => ({
      status: 'fulfilled',
      value: expect.objectContaining({
        audios: [expect.objectContaining({ url_mp3: `https://cdn/${id}.mp3` })],
      }),
    }));

  it('that shows a running task as failed ends no wait', async () => {
    const { ids, ends, shown } = await waitFor((row) => ({
      ...row,
      task_status: 'failed',
      task_status_msg: 'not so',
    }));
    expect(ends).toEqual(own(ids));
    expect(shown).toBeGreaterThan(0);
  });

  it('that shows a running task as finished, with other files, ends no wait', async () => {
    const file = { id: '1', url_mp3: 'https://cdn/other.mp3' };
    const { ids, ends, shown } = await waitFor((row) => ({
      ...row,
      task_status: 'succeed',
      task_result: { audios: [file] },
    }));
    expect(ends).toEqual(own(ids));
    expect(shown).toBeGreaterThan(0);
  });

  it('that shows an end is confirmed by a read of the task itself', async () => {
    const { account, ids, ends, shown } = await waitFor((row) => row);
    expect(ends).toEqual(own(ids));
    expect(shown).toBeGreaterThan(0);
    for (const id of ids) {
      const [last] = account
        .singles()
        .filter((asked) => asked.id === id)
        .slice(-1);
      expect(last?.at).toBeGreaterThanOrEqual(40_000 + ids.indexOf(id) * 500 - 100);
    }
  });

  it('that nobody asked for is ignored', async () => {
    const { ids, ends } = await waitFor((row) => ({
      ...row,
      task_id: `9${row.task_id}`,
      task_status: 'failed',
    }));
    expect(ends).toEqual(own(ids));
  });
});
