import { afterEach, assert, beforeEach, describe, expect, it, vi } from 'vitest';
import { providerNames } from '../../src/documents/documents.ts';
import { createKling, type KlingOptions, klingai } from '../../src/index.ts';
import { Account } from '../support/account.ts';
import { type Answer, broken, html, scripted } from '../support/fetch.ts';
import { accepted, anyInput, apiKey, type Fields, klingOf, refused } from '../support/kling.ts';
import { samples } from '../support/offered.ts';
import { eventually, signAtOnce } from '../support/outcome.ts';
import { pagers, speaking } from '../support/speaking.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

/** What a client told, in order, and when. */
function listener() {
  const events: Fields[] = [];
  const onEvent = (event: object) => {
    events.push({ ...event, at: performance.now() });
  };
  const of = (type: string) => events.filter((event) => event.type === type);
  return { events, onEvent, of };
}

function listening(provider: (typeof providerNames)[number], ...answers: [Answer, ...Answer[]]) {
  const { fetch, requests, posts } = scripted(...answers);
  const { events, onEvent, of } = listener();
  return { kling: klingOf(provider, { fetch, onEvent }), requests, posts, events, of };
}

describe.each(samples)('onEvent of a client of %s, in a run of %s', (provider, operation) => {
  const { accepted, finished, input, looksLike, route, readRoute } = speaking(provider, operation);

  it('tells of each request and its response', async () => {
    const { kling, requests, events, of } = listening(
      provider,
      accepted(),
      looksLike('processing'),
      html(502),
      finished(),
    );
    await eventually(kling[operation].run(input));
    expect(requests).toHaveLength(4);
    const routes = [route, readRoute, readRoute, readRoute].map((each) =>
      expect.stringContaining(each),
    );
    const methods = ['post', 'get', 'get', 'get'];
    expect(of('request').map(({ method }) => String(method).toLowerCase())).toEqual(methods);
    expect(of('response').map(({ method }) => String(method).toLowerCase())).toEqual(methods);
    expect(of('response').map(({ status }) => status)).toEqual([200, 200, 502, 200]);
    for (const type of ['request', 'response'])
      expect(of(type).map((event) => event.route)).toEqual(routes);
    expect(of('request').map(({ at }) => at)).toEqual(requests.map(({ at }) => at));
    const both = events.filter(({ type }) => /^re(quest|sponse)$/.test(String(type)));
    expect(both.map(({ type }) => type)).toEqual(requests.flatMap(() => ['request', 'response']));
  });

  it('tells how long a response took', async () => {
    const slowly = () =>
      new Promise<Answer>((answer) => {
        setTimeout(() => answer(accepted()), 3_000);
      });
    const { kling, of } = listening(provider, slowly);
    await eventually(kling[operation].create(input));
    const [response] = of('response');
    expect(response?.ms).toBeGreaterThanOrEqual(3_000);
    expect(response?.ms).toBeLessThan(3_100);
  });

  it('tells plain facts, and no secret', async () => {
    const { kling, events } = listening(
      provider,
      refused(1302, 429),
      accepted(),
      html(502),
      finished(),
    );
    await eventually(kling[operation].run(input));
    expect(events.length).toBeGreaterThan(5);
    expect(structuredClone(events)).toEqual(events);
    expect(JSON.parse(JSON.stringify(events))).toEqual(events);
    expect(JSON.stringify(events)).not.toContain(apiKey);
    expect(JSON.stringify(events)).not.toContain(anyInput.prompt);
  });
});

describe.each(providerNames)('a retry at %s', (provider) => {
  const { accepted, finished, handle, input, looksLike, name, route: own } = speaking(provider);

  it('of a create is told, with the reason and how long it waits', async () => {
    const { kling, posts, of } = listening(
      provider,
      refused(1302, 429),
      refused(1303, 429, { 'retry-after': '20' }),
      accepted(),
    );
    await eventually(kling[name].create(input));
    const retries = of('retry');
    expect(retries).toHaveLength(2);
    for (const [nth, { reason, delay, route }] of retries.entries()) {
      expect(String(reason)).not.toBe('');
      expect(typeof reason).toBe('string');
      expect(route).toContain(own);
      const pause = (posts()[nth + 1]?.at ?? 0) - (posts()[nth]?.at ?? 0);
      expect(Math.abs(Number(delay) - pause)).toBeLessThan(pause / 4);
    }
    expect(retries.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('1302'),
      expect.stringContaining('1303'),
    ]);
  });

  it.each<[string, Answer]>([
    ['busy', refused(1302, 429)],
    ['a page', html(502)],
    ['a lost connection', broken('ECONNRESET')],
  ])('of a poll is told, too: %s', async (_, trouble) => {
    const { fetch, requests } = scripted(trouble, finished());
    const { onEvent, of } = listener();
    await eventually(klingOf(provider, { fetch, onEvent }).resume(handle).result());
    const [retry, ...more] = of('retry');
    expect(more).toEqual([]);
    const pause = (requests[1]?.at ?? 0) - (requests[0]?.at ?? 0);
    expect(Math.abs(Number(retry?.delay) - pause)).toBeLessThan(pause / 4);
  });

  it('is not told where none was needed', async () => {
    const { kling, of } = listening(provider, accepted(), looksLike('processing'), finished());
    await eventually(kling[name].run(input));
    expect(of('retry')).toEqual([]);
    expect(of('token')).toEqual([]);
    expect(of('lists')).toEqual([]);
  });

  it('sends no response event for a request that got none', async () => {
    const { kling, of } = listening(provider, broken('ECONNREFUSED'));
    await eventually(kling[name].create(input).catch(() => {}));
    expect(of('request')).toHaveLength(1);
    expect(of('response')).toEqual([]);
  });
});

describe('a token', () => {
  it('that is renewed is told, once', async () => {
    signAtOnce();
    const pair = { accessKey: 'access-0123456789', secretKey: 'secret-0123456789' };
    const { fetch, posts } = scripted(refused(1004, 401), accepted());
    const { onEvent, of } = listener();
    const kling = createKling(klingai, pair, { fetch, onEvent } as KlingOptions);
    await eventually(kling.textToAudio.create(anyInput));
    expect(posts()).toHaveLength(2);
    expect(of('token')).toHaveLength(1);
  });
});

describe('lists', () => {
  it('that go off and on again are told', async () => {
    const account = new Account();
    const { onEvent, of } = listener();
    const [provider] = pagers;
    assert(provider);
    const { name } = speaking(provider);
    account.meddle = ({ page, at }, honest) =>
      page && at < 30_000
        ? Response.json({ code: 1103, message: 'no' }, { status: 403 })
        : honest();
    const ids = account.add(Array.from({ length: 60 }, (_, nth) => 200_000 + nth * 100));
    const kling = klingOf(provider, { fetch: account.fetch, onEvent, interval: 1_000 });
    await eventually(Promise.all(ids.map((id) => kling[name].task(id).result())));
    const told = of('lists');
    const off = told.findIndex(({ on }) => on === false);
    expect(off).toBeGreaterThanOrEqual(0);
    expect(told.slice(off + 1)).toContainEqual(expect.objectContaining({ on: true }));
    expect(account.pages().filter(({ at }) => at > 30_000)).not.toEqual([]);
  });
});
