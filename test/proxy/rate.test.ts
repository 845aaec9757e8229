import { runInNewContext } from 'node:vm';
import ts from 'typescript';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { klingai } from '../../src/index.ts';
import { createProxy, type RateStore } from '../../src/proxy/index.ts';
import { mostCallers, rateInMemory } from '../../src/proxy/rate.ts';
import { blocksIn } from '../support/docs.ts';
import { accepted } from '../support/kling.ts';
import { home, input, key, proxied, route, said, userOf } from './support.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('the rate', () => {
  it('is kept for each client', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { get, seen } = proxied({ rate: { requests: 3, perSeconds: 30 }, authorize: userOf });
    const ask = async (user: string) => (await get(`${route}/1`, { 'x-user': user })).status;
    expect([
      await ask('a'),
      await ask('a'),
      await ask('a'),
      await ask('a'),
      await ask('b'),
    ]).toEqual([200, 200, 200, 429, 200]);
    vi.advanceTimersByTime(29_999);
    expect([await ask('a'), await ask('b')]).toEqual([429, 200]);
    vi.advanceTimersByTime(2);
    expect([await ask('a'), await ask('a'), await ask('a'), await ask('a')]).toEqual([
      200, 200, 200, 429,
    ]);
    expect(seen).toHaveLength(8);
  });

  it('holds in any time as long as that, wherever it begins', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const { get, seen } = proxied({ rate: { requests: 3, perSeconds: 30 } });
    const waits: (string | null)[] = [];
    for (const ms of [0, 29_000, 0, 0, 1_000, 0, 28_000, 1_000, 0]) {
      vi.advanceTimersByTime(ms);
      waits.push((await get(`${route}/1`)).headers.get('retry-after'));
    }
    expect(waits).toEqual([null, null, null, '1', null, '29', '1', null, null]);
    expect(seen).toHaveLength(6);
  });

  it('is everybody’s together unless somebody says who asks', async () => {
    const { get } = proxied({ rate: { requests: 1, perSeconds: 3_600 } });
    await get(`${route}/1`);
    const response = await get(`${route}/2`);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(3_500);
    expect(await said(response)).toEqual([429, 'too many requests']);
  });

  it('counts only what authorize lets through', async () => {
    const authorize = vi.fn().mockReturnValue(true).mockReturnValueOnce(false);
    const { post, get } = proxied({ authorize, rate: { requests: 1, perSeconds: 3_600 } });
    const responses = [await post('[]'), await get(`${route}/1`), await get(`${route}/1`)];
    expect(responses.map(({ status }) => status)).toEqual([400, 403, 200]);
    expect((await get(`${route}/1`)).status).toBe(429);
  });

  it('is kept for ten thousand callers at most: a new one waits until one of them has nothing that counts', async () => {
    expect(mostCallers).toBe(10_000);
    vi.useFakeTimers({ toFake: ['performance'] });
    const rate = { requests: 1, perSeconds: 3_600, store: rateInMemory(20) };
    const { get } = proxied({ rate, authorize: userOf });
    const answerFor = async (user: number) => {
      const { status, headers } = await get(`${route}/1`, { 'x-user': String(user) });
      return [status, headers.get('retry-after')];
    };
    const none = [200, null];
    expect(await answerFor(1)).toEqual(none);
    vi.advanceTimersByTime(1_000_000);
    for (let user = 2; user <= 20; user++) expect(await answerFor(user)).toEqual(none);
    expect([await answerFor(0), await answerFor(1), await answerFor(2)]).toEqual([
      [429, '2600'],
      [429, '2600'],
      [429, '3600'],
    ]);
    vi.advanceTimersByTime(2_600_000);
    expect([await answerFor(0), await answerFor(1), await answerFor(2)]).toEqual([
      none,
      [429, '1000'],
      [429, '1000'],
    ]);
  });

  it('of the docs’ sample holds against made-up tokens', async () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const sent = vi.fn(async () => Response.json(accepted()));
    vi.stubGlobal('fetch', sent);
    const [sample] = blocksIn('docs/browser-and-proxy.md', 'ts');
    const { outputText } = ts.transpileModule(sample?.code ?? '', {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
    });
    const exports: { handler?: (request: Request) => Promise<Response> } = {};
    const context = {
      exports,
      require: () => ({ klingai, createProxy }),
      process: { env: { KLING_API_KEY: key } },
    };
    const users: Map<string, string> = runInNewContext(`${outputText};users`, context);
    users.set('laptop', 'ada').set('phone', 'ada').set('tablet', 'bob');
    const statuses = async (tokens: string[], duration = 5) => {
      const counts: Record<number, number> = {};
      for (const token of tokens) {
        const body = JSON.stringify({ prompt: 'rain', duration });
        const headers = { authorization: `Bearer ${token}` };
        const init = { method: 'POST', body, headers };
        const { status } = (await exports.handler?.(new Request(home + route, init))) ?? {};
        counts[status ?? 0] = (counts[status ?? 0] ?? 0) + 1;
      }
      return counts;
    };
    const times = (count: number, token: string) => Array<string>(count).fill(token);
    const madeUp = Array.from({ length: 100 }, (_, number) => `made-up-${number}`);
    expect(await statuses(['laptop'], 10)).toEqual({ 403: 1 });
    expect(await statuses(times(60, 'laptop'))).toEqual({ 200: 60 });
    expect(await statuses(madeUp)).toEqual({ 403: 100 });
    vi.advanceTimersByTime(1_000);
    expect(await statuses(times(60, 'laptop'))).toEqual({ 429: 60 });
    vi.advanceTimersByTime(1_000);
    expect(await statuses(times(60, 'phone'))).toEqual({ 429: 60 });
    expect(sent).toHaveBeenCalledTimes(60);
    expect(await statuses(['tablet'])).toEqual({ 200: 1 });
  });

  it('can be counted in a store of many processes', async () => {
    const rate = { requests: 3, perSeconds: 30 };
    const counts = new Map<string, number>();
    const store: RateStore = {
      async take(caller, { requests, perSeconds }) {
        const count = (counts.get(caller) ?? 0) + 1;
        counts.set(caller, count);
        return count > requests ? perSeconds / 4 : 0;
      },
    };
    const processes = [1, 2].map(() => proxied({ rate: { ...rate, store }, authorize: userOf }));
    const answers: unknown[] = [];
    for (let round = 0; round < 2; round++) {
      for (const { get } of processes) {
        const { status, headers } = await get(`${route}/1`, { 'x-user': 'ada' });
        answers.push([status, headers.get('retry-after')]);
      }
    }
    expect(answers).toEqual([
      [200, null],
      [200, null],
      [200, null],
      [429, '8'],
    ]);
    expect([...counts]).toEqual([['ada', 4]]);
  });

  it('of the docs’ store is for parts of a second, too: no count stays for ever', async () => {
    const known = new Map<string, { count: number; ms: number }>();
    // Like Redis: what it cannot read is an error of that command alone.
    class Redis {
      readonly #results: unknown[] = [];
      multi = () => this;
      set(key: string, count: number, unit: string, time: number, _: 'NX') {
        const isTime = Number.isInteger(time);
        if (isTime && !known.has(key))
          known.set(key, { count, ms: unit === 'PX' ? time : 1_000 * time });
        return this.#add(isTime ? 'OK' : undefined);
      }
      incr(key: string) {
        const { count, ms } = known.get(key) ?? { count: 0, ms: -1 };
        known.set(key, { count: count + 1, ms });
        return this.#add(count + 1);
      }
      ttl = (key: string) => this.#add(Math.round((known.get(key)?.ms ?? -2) / 1_000));
      pttl = (key: string) => this.#add(known.get(key)?.ms ?? -2);
      exec = async () => this.#results.splice(0);
      #add(result: unknown) {
        this.#results.push([null, result]);
        return this;
      }
    }
    const sample = blocksIn('docs/browser-and-proxy.md', 'js').find(({ code }) =>
      code.includes('ioredis'),
    );
    const code = sample?.code.replace(/^import.*$/m, '').replace('export const', 'var');
    const context: { store?: RateStore } = {};
    runInNewContext(code ?? '', Object.assign(context, { Redis, process: { env: {} } }));
    const rate = { requests: 2, perSeconds: 0.5 };
    const waits = [];
    for (let times = 0; times < 3; times++) waits.push(await context.store?.take('ada', rate));
    expect(waits).toEqual([0, 0, 0.5]);
    expect([...known.values()]).toEqual([{ count: 3, ms: 500 }]);
  });

  it.each<[string, () => unknown]>([
    ['throws', () => Promise.reject(new Error('connection lost'))],
    ['throws at once', () => JSON.parse('<x>')],
    ['says nothing', () => undefined],
    ['says no number', () => 'OK'],
    ['says NaN', () => Number.NaN],
    ['says less than nothing', () => -1],
  ])('lets nobody through when its store %s', async (_, take) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const store = { take } as RateStore;
    const { post, seen } = proxied({ rate: { requests: 3, perSeconds: 30, store } });
    expect(await said(await post(input))).toEqual([503, 'the rate cannot be checked']);
    expect(seen).toEqual([]);
    expect(warn).toHaveBeenCalledOnce();
  });

  it.each([
    { requests: 0, perSeconds: 1 },
    { requests: 1, perSeconds: 0 },
    { requests: Number.NaN, perSeconds: 1 },
    { requests: 1.5, perSeconds: 1 },
    { requests: Number.POSITIVE_INFINITY, perSeconds: 1 },
    { requests: 1, perSeconds: Number.POSITIVE_INFINITY },
  ])('that lets nobody through is a mistake: %j', (rate) => {
    expect(() => proxied({ rate })).toThrow('rate needs requests and perSeconds');
  });
});
