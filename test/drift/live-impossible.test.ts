import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { CouldNotCheck } from '../../src/contract/finding.ts';
import { driftLive } from '../../src/drift/live/live.ts';
import { accepting, answering, checkFake } from '../support/drift.ts';
import type { FakeExchange } from '../support/fake-provider.ts';
import { broken, html, silence, text } from '../support/fetch.ts';
import { eventually, failure } from '../support/outcome.ts';

const timeout = 300_000;
type Serve = () => Response | Promise<Response>;
const options = { provider: 'cometapi', credentials: { apiKey: 'key' }, pollInterval: 1 } as const;
const checkAgainst = (serve: Serve, more: object = {}) =>
  driftLive({ ...options, fetch: async () => serve(), timeout: 5_000, ...more });

describe('an answer that is not the provider’s', { timeout }, () => {
  it.each<[string, Serve, string]>([
    ['a page of HTML', html(200), 'a page of HTML came (HTTP 200)'],
    ['a page of HTML that claims to be JSON', text('<!doctype html><p>hello'), 'a page of HTML'],
    [
      'a redirect',
      () => new Response(null, { status: 302, headers: { location: 'https://login.example' } }),
      'a redirect came',
    ],
    ["a proxy's 502", html(502), 'a page of HTML came (HTTP 502)'],
    [
      "a proxy's 504 in plain text",
      text('upstream timed out', 504, 'text/plain'),
      "a proxy's error came (HTTP 504)",
    ],
    ['an empty 503', text('', 503), "a proxy's error came (HTTP 503)"],
    ['a login of the network', text('{}', 511), 'the network asked for a login'],
    [
      'a refused connection',
      () => {
        throw broken('ECONNREFUSED');
      },
      'no answer from api.cometapi.com: ECONNREFUSED',
    ],
    [
      'a host that does not exist',
      () => {
        throw broken('ENOTFOUND');
      },
      'ENOTFOUND',
    ],
    [
      'an answer that breaks off',
      () =>
        new Response(new ReadableStream({ start: (stream) => stream.error(broken('ECONNRESET')) })),
      'ECONNRESET',
    ],
    [
      'refused credentials',
      () => Response.json({ error: { message: 'no', type: 't' } }, { status: 401 }),
      'refused the credentials',
    ],
  ])('%s is not drift: it could not be checked', async (what, serve, message) => {
    // The one without credentials is right to come back with 401; all that follows is not.
    const report = checkAgainst(serve);
    if (what !== 'refused credentials') {
      expect((await failure(report, CouldNotCheck)).message).toContain(message);
    } else {
      const { findings, skipped } = await report;
      expect(findings).toEqual([]);
      expect(skipped.filter(({ failed }) => failed)[0]?.why).toContain(message);
    }
  });

  it('ends the check when it comes half-way, and the report says what was not checked', async () => {
    let asked = 0;
    const mutate = (exchange: FakeExchange) =>
      ++asked > 7 ? answering(() => true, { status: 502, body: '<html>' })(exchange) : exchange;
    const { findings, skipped, checked } = await checkFake(
      { provider: 'cometapi', mutate },
      { spend: 1, probeLimits: true },
    );
    expect(findings).toEqual([]);
    expect(checked).toBeGreaterThan(0);
    const failed = skipped.filter((entry) => entry.failed);
    expect(failed.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'textToVideo: an unknown id',
        'textToVideo: creates that break a rule',
      ]),
    );
    for (const { why } of failed) expect(why).toContain('HTTP 502');
  });

  it('names the task that may exist when the answer to a create is lost', async () => {
    const mutate = answering(({ action, answer }) => action === 'create' && answer.status === 200, {
      status: 504,
      body: 'gateway timeout',
    });
    const { fake, skipped, tasks } = await checkFake({ provider: 'klingai', mutate }, { spend: 3 });
    expect(tasks).toMatchObject([
      { id: '', externalId: fake.tasks.at(-1)?.externalId, isCertain: false, isProbe: false },
    ]);
    expect(skipped.filter(({ failed }) => failed)).toEqual([
      { what: 'tasks to their end', why: expect.stringContaining('HTTP 504'), failed: true },
    ]);
  });
});

describe('the timeout', { timeout }, () => {
  it('ends the check of a provider that never answers, even when fetch ignores the signal', async () => {
    const error = await failure(checkAgainst(silence, { timeout: 200 }), CouldNotCheck);
    expect(error.message).toBe('no answer from api.cometapi.com: the time was up');
  });

  it('ends the check of a server that accepts the connection and sends nothing', async () => {
    const server = createServer(() => {});
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const check = driftLive({ ...options, baseUrl, timeout: 300 });
      await expect(check).rejects.toThrow('the time was up');
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  it('ends the check of a task that never ends, which then does not count as checked', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    let polls = 0;
    const stuck = (exchange: FakeExchange) => {
      if (exchange.task) exchange.task.life = ['processing'];
      if (exchange.action === 'get') polls += 1;
      return exchange;
    };
    const checking = checkFake(
      { provider: 'klingai', mutate: stuck },
      { spend: 1, pollInterval: 10_000, timeout: 3_600_000 },
    );
    const { skipped, findings, tasks } = await eventually(checking);
    expect(polls).toBeGreaterThan(300);
    expect(findings).toEqual([]);
    expect(tasks).toHaveLength(1);
    expect(skipped).toContainEqual({
      what: 'tasks to their end',
      why: expect.stringContaining('the time was up'),
      failed: true,
    });
  });

  it('can be cut short by the signal', async () => {
    const stop = new AbortController();
    setTimeout(() => stop.abort(new Error('secret reason')), 50);
    const error = await failure(checkAgainst(silence, { signal: stop.signal }), CouldNotCheck);
    expect(error.message).toContain('the check was stopped');
  });
});

describe('refusals that are not drift', { timeout }, () => {
  const busy = (code: number) => ({ code, message: 'slow down', request_id: 'r' });

  it('a provider that takes no more polls at the moment is asked again a little later', async () => {
    let refused = 0;
    const mutate = (exchange: FakeExchange) =>
      exchange.action === 'get' && refused++ < 2
        ? answering(() => true, { status: 429, body: busy(1303) })(exchange)
        : exchange;
    const { findings, skipped } = await checkFake({ provider: 'klingai', mutate });
    expect(findings).toEqual([]);
    expect(skipped.filter(({ failed }) => failed)).toEqual([]);
  });

  const unclear = (status: number) =>
    `the answer to a create was no clear refusal (HTTP ${status})`;
  it.each([
    [
      'no more tasks at once',
      1303,
      429,
      'the provider takes no more requests at the moment (HTTP 429, code 1303)',
      unclear(429),
    ],
    [
      'an empty account',
      1102,
      429,
      'the account may not do this (HTTP 429, code 1102)',
      'the account may not do this (HTTP 429, code 1102)',
    ],
    [
      'a broken provider',
      5000,
      500,
      'the provider is not working at the moment (HTTP 500, code 5000)',
      unclear(500),
    ],
  ])('%s is skipped, with the reason', async (_what, code, status, why, whyNotTheOthers) => {
    const isPaid = ({ action, request }: FakeExchange) =>
      action === 'create' && request.authorization !== null;
    const mutate = answering(isPaid, { status, body: busy(code) });
    const { findings, skipped } = await checkFake(
      { provider: 'klingai', mutate },
      { spend: 1, probeLimits: true },
    );
    expect(findings).toEqual([]);
    const [first, ...others] = skipped.filter((entry) => entry.failed);
    expect(first?.why).toBe(why);
    expect(others.length).toBeGreaterThan(1);
    for (const entry of others) expect(entry.why).toBe(whyNotTheOthers);
  });

  it('a task that the provider does not know could not be checked', async () => {
    const { findings, skipped } = await checkFake({ provider: 'deerapi' }, { task: '42' });
    expect(findings).toEqual([]);
    expect(skipped).toContainEqual({
      what: 'task 42',
      why: expect.stringContaining('no such task'),
      failed: true,
    });
  });

  it('a refusal of a text’s content is not a new rule', async () => {
    const mutate = (exchange: FakeExchange) =>
      exchange.action === 'create' && exchange.answer.status === 200
        ? { ...exchange, answer: exchange.refuse(400, 1301) }
        : exchange;
    const { findings, skipped } = await checkFake({ provider: 'klingai', mutate }, { spend: 1 });
    expect(findings).toEqual([]);
    expect(skipped.some(({ why }) => why === 'its content was refused')).toBe(true);
  });
});

describe('options', () => {
  it.each([
    [{ baseUrl: 'localhost:4010' }, 'baseUrl is not an address'],
    [{ baseUrl: 'http://user:secret@127.0.0.1' }, 'baseUrl is not an address'],
    [{ baseUrl: 'https://api.example.com/?to=' }, 'baseUrl is not an address'],
    [{ baseUrl: 'http://api.example.com' }, 'baseUrl would show the key to others: use https'],
    [{ spend: -1 }, 'spend is a number of tasks'],
    [{ spend: 1.5 }, 'spend is a number of tasks'],
    [{ probeLimits: true }, 'it needs spend, 1 or more'],
    [{ credentials: { apiKey: '' } }, 'apiKey is missing'],
  ])('%j is refused in a line', async (wrong, message) => {
    const error = await failure(checkAgainst(silence, wrong), TypeError);
    expect(error.message).toContain(message);
    expect(error.message).not.toContain('\n');
  });

  it('baseUrl keeps a path of its own, and the prefix is added', async () => {
    const urls: string[] = [];
    const fetch = async (url: string) => {
      urls.push(url);
      return html(200)();
    };
    const check = driftLive({ ...options, fetch, baseUrl: 'http://127.0.0.1:1/region/' });
    await failure(check, CouldNotCheck);
    expect(urls).toEqual([expect.stringMatching(/^http:\/\/127\.0\.0\.1:1\/region\/kling\/v1\//)]);
  });
});

it('nothing secret gets into the report or the progress', { timeout }, async () => {
  const canary = 'CANARY-9f8e7d';
  const lines: string[] = [];
  const leaks = (exchange: FakeExchange) =>
    answering(() => exchange.action !== 'file', {
      body: {
        code: canary,
        message: `${exchange.request.authorization} ${JSON.stringify(exchange.request.body)}`,
        [canary]: canary,
        data: {
          task_id: `https://files.example/x?token=${canary}`,
          task_status: canary,
          prompt: canary,
          created_at: canary,
        },
      },
    })(exchange);
  for (const mutate of [leaks, accepting(() => true)]) {
    const report = await checkFake(
      { provider: 'klingai', mutate },
      {
        credentials: { apiKey: canary },
        onProgress: (line) => lines.push(line),
        spend: 1,
        probeLimits: true,
      },
    );
    const { findings, skipped, checked, tasks } = report;
    expect(findings.length).toBeGreaterThan(0);
    const said = JSON.stringify({ findings, skipped, checked, lines });
    expect(said).not.toContain(canary);
    expect(JSON.stringify(tasks.map(({ id: _id, ...rest }) => rest))).not.toContain(canary);
  }
});
