import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OperationName } from '../../src/client/operations.ts';
import { findByRequest, isFree } from '../../src/contract/documented.ts';
import {
  offerOf,
  type ProviderName,
  providerNames,
  providers,
} from '../../src/documents/documents.ts';
import { needsOf } from '../../src/drift/live/bodies.ts';
import { driftLive, type LiveOptions } from '../../src/drift/live/live.ts';
import { type Mock, scenarios, startMock } from '../../src/mock/index.ts';
import { documentedAs } from '../support/offered.ts';

let mock: Mock;

beforeAll(async () => {
  // So slow that a check sees every task while it runs.
  mock = await startMock({ speed: 10 });
  // Loading Prism takes real time.
  for (const provider of providerNames) await mock.fetch(`${mock.url}/${provider}/v1/nothing`);
});
afterAll(() => mock.close());
beforeEach(() => {
  mock.reset();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A whole check of the mock, in time that passes only while no file is being made. Tells which creates had credentials. */
async function check(options: Omit<LiveOptions, 'credentials'>) {
  const making = new Set<Promise<unknown>>();
  const creates: string[] = [];
  const fetch = (url: string, init?: RequestInit) => {
    const answer = mock.fetch(url, init);
    const { method = 'GET' } = init ?? {};
    const asked = findByRequest(options.provider, method, new URL(url).pathname);
    const isPaid = method === 'POST' && !(asked && isFree(asked.documented));
    if (isPaid && new Headers(init?.headers).has('authorization')) creates.push(url);
    if (url.includes('/media/')) {
      making.add(answer);
      void answer.finally(() => making.delete(answer));
    }
    return answer;
  };
  const baseUrl = `${mock.url}/${options.provider}`;
  const checking = driftLive({ credentials: { apiKey: 'test' }, baseUrl, fetch, ...options });
  let isOver = false;
  const over = () => {
    isOver = true;
  };
  checking.then(over, over);
  while (!isOver) {
    await Promise.all(making);
    await vi.advanceTimersByTimeAsync(500);
  }
  const report = await checking;
  const failed = report.skipped.filter((entry) => entry.failed);
  return { ...report, failed, creates };
}

/** Some of a provider's operations, which a check can make all files for. */
const some = (provider: ProviderName) => {
  const creates = documentedAs('create').filter((each) => each.provider === provider);
  const needs = (name: OperationName) =>
    creates.flatMap((each) => (each.name === name ? needsOf(each.documented) : []));
  const made = new Set<string>();
  const names = new Set<OperationName>();
  for (const _ of creates)
    for (const { name } of creates)
      if (needs(name).every((need) => made.has(need))) {
        names.add(name);
        made.add(`${offerOf(provider, name)?.result.replace(/s$/, '')}`);
      }
  const only = [...names].slice(0, 3);
  return { only, operation: only[0] };
};

const isKlings = (provider: ProviderName) => providers[provider].origin.endsWith('klingai.com');

/**
 * The scenarios that are tried at a provider. Kling refuses in one form and the gateways in another, and each of two dialects has its
 * own states: each code is tried at the first provider of its form, what else there is at the first of its dialect, and at the others
 * one of each status and verdict.
 */
const triedAt = (provider: ProviderName) => {
  const isFirst = (same: (name: ProviderName) => unknown) =>
    providerNames.find((each) => same(each) === same(provider)) === provider;
  const isFirstOfForm = isFirst(isKlings);
  const isFirstOfDialect = isFirst((name) => providers[name].dialect);
  const tried = new Set<string>();
  // From the end, where those are that take the least time.
  const all = Object.entries(scenarios).reverse();
  return all.filter(([, { refuse, drift }]) => {
    const like = `${refuse?.status} ${drift[provider].join()}`;
    const isNew = (refuse ? isFirstOfForm : isFirstOfDialect) || !tried.has(like);
    tried.add(like);
    return isNew;
  });
};

describe.each(providerNames)('a check of the mock as %s', { timeout: 120_000 }, (provider) => {
  const three = some(provider);
  // A scenario does the same to each of them. This one runs so long that it is polled on its way.
  const one = three.only.slice(-2, -1);

  it('finds nothing and creates nothing without `spend`', async () => {
    const { findings, failed, skipped, creates, checked } = await check({ provider });
    expect({ findings, failed, creates }).toEqual({ findings: [], failed: [], creates: [] });
    expect(mock.tasks).toEqual([]);
    expect(checked).toBeGreaterThan(10);
    for (const { why } of skipped) expect(why).toContain('not asked for');
  });

  it('finds nothing, and leaves out nothing that it could check, when it may spend', async () => {
    const more = { provider, ...three, spend: 9, probeLimits: true };
    const first = await check({ provider, only: one, spend: 1 });
    const { findings, skipped, checked, tasks } = await check({
      ...more,
      task: first.tasks[0]?.id,
    });
    expect({ findings, skipped }).toEqual({ findings: [], skipped: [] });
    expect(tasks.length).toBeGreaterThan(5);
    expect(checked).toBeGreaterThan(50);
  });

  it.each(triedAt(provider))('says what it should of %s', async (name, { drift }) => {
    mock.scenario(name);
    const { findings, failed } = await check({ provider, only: one, spend: 2 });
    const said = new Set<string>(findings.map(({ kind }) => kind));
    if (failed.length > 0) said.add('unchecked');
    expect({ said: [...said].sort(), findings, failed }).toEqual({
      said: [...drift[provider]].sort(),
      findings,
      failed,
    });
  });
});
