import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ProviderName, providerNames } from '../../src/documents/documents.ts';
import {
  AnswerError,
  ApiError,
  ConnectionError,
  CreateUncertainError,
  KlingError,
  type OperationName,
  TaskAbortedError,
  TaskFailedError,
  TaskTimeoutError,
} from '../../src/index.ts';
import { type Answer, broken, html, scripted, silence } from '../support/fetch.ts';
import {
  type AnyKling,
  anyInput,
  apiKey,
  gatewayRefused,
  klingOf,
  refused,
  taskId,
} from '../support/kling.ts';
import { samples } from '../support/offered.ts';
import { eventually, failure } from '../support/outcome.ts';
import { speaking } from '../support/speaking.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a time that is none', () => {
  const listing = providerNames.filter(
    (provider) => klingOf(provider)[speaking(provider).name].list,
  );
  type Operation = AnyKling[OperationName];
  type Use = (operation: Operation, input: object, timeout: number) => Promise<unknown>;
  const uses: [string, Use][] = [
    [
      'timeout of create',
      (operation, input, timeout) => operation.create({ ...input }, { timeout }),
    ],
    ['timeout of run', (operation, input, timeout) => operation.run({ ...input }, { timeout })],
    ['timeout of result', (operation, _, timeout) => operation.task(taskId).result({ timeout })],
    [
      'timeout of watch',
      (operation, _, timeout) => operation.task(taskId).watch({ timeout }).next(),
    ],
  ];
  const values = [Number.NaN, 0, -1, Number.NEGATIVE_INFINITY];

  describe.each(values)('%d', (value) => {
    it.each(uses)('is refused before anything is sent: %s', async (_, use) => {
      for (const provider of providerNames) {
        const { accepted, finished, input, name } = speaking(provider);
        const { fetch, requests } = scripted(accepted(), finished());
        const operation = klingOf(provider, { fetch })[name];
        await failure(eventually((async () => use(operation, input, value))()), TypeError);
        expect(requests).toEqual([]);
      }
    });

    it('is refused before anything is sent: timeout of list', async () => {
      expect(listing.length).toBeGreaterThan(0);
      for (const provider of listing) {
        const { fetch, requests } = scripted({ code: 0, data: [] });
        const { name } = speaking(provider);
        const list = async () => klingOf(provider, { fetch })[name].list?.({}, { timeout: value });
        await failure(eventually(list()), TypeError);
        expect(requests).toEqual([]);
      }
    });

    it.each(['createTimeout', 'requestTimeout'])(
      'is refused before anything is sent: %s of createKling',
      async (option) => {
        for (const provider of providerNames) {
          const { accepted, finished, input, name } = speaking(provider);
          const { fetch, requests } = scripted(accepted(), finished());
          // At createKling or at the call.
          const create = async () =>
            klingOf(provider, { fetch, [option]: value })[name].create(input);
          await failure(eventually(create()), TypeError);
          expect(requests).toEqual([]);
        }
      },
    );
  });

  it('is not one that is endless', async () => {
    for (const provider of providerNames) {
      const { accepted, finished, input, name, result } = speaking(provider);
      const { fetch } = scripted(accepted(), finished());
      const timeout = Number.POSITIVE_INFINITY;
      const kling = klingOf(provider, { fetch, createTimeout: timeout });
      expect(await eventually(kling[name].run(input, { timeout }))).toEqual(result);
    }
  });
});

describe.each(providerNames)('the timeout of run at %s', (provider) => {
  const { accepted, input, looksLike, name } = speaking(provider);

  it.each<[string, Answer]>([
    ['is busy', refused(1302, 429)],
    ['gives pages', html(502)],
    ['is silent', silence],
    ['cannot be reached', broken('ECONNREFUSED')],
  ])('covers a create when the provider %s', async (_, answer) => {
    const { fetch } = scripted(answer);
    const run = klingOf(provider, { fetch })[name].run(input, { timeout: 8_000 });
    await failure(eventually(run, 10_000), KlingError);
  });

  it('covers create and wait together', async () => {
    const slowly = () =>
      new Promise<Answer>((answer) => {
        setTimeout(() => answer(accepted()), 6_000);
      });
    const { fetch } = scripted(slowly, looksLike('processing'));
    const run = klingOf(provider, { fetch })[name].run(input, { timeout: 8_000 });
    const error = await failure(eventually(run, 10_000), TaskTimeoutError);
    expect(error.task?.id).toBe(taskId);
  });
});

describe.each(providerNames)('an error of %s has no task where there can be none:', (provider) => {
  const { accepted, input, name } = speaking(provider);
  const createWith = (answer: Answer, options: object = {}, more: object = {}) => {
    const { fetch, posts } = scripted(answer);
    return { create: klingOf(provider, { fetch, ...more })[name].create(input, options), posts };
  };

  it.each<[string, Answer]>([
    ['a refusal', refused(1301, 400)],
    ['a refusal of a gateway', gatewayRefused(400, 'invalid_request')],
    ['a refusal for minutes', refused(1303, 429)],
    ['a refusal of the key', refused(1002, 401)],
  ])('%s', async (_, answer) => {
    const { create } = createWith(answer);
    const error = await failure(eventually(create), ApiError);
    expect(error.task).toBeUndefined();
    expect(JSON.parse(JSON.stringify(error))).not.toHaveProperty('task');
  });

  it('a request that was never sent', async () => {
    const { create } = createWith(broken('ECONNREFUSED'));
    const error = await failure(eventually(create), ConnectionError);
    expect(error).toMatchObject({ sent: false });
    expect(error.task).toBeUndefined();
  });

  it.each(['create', 'run'] as const)('a signal that was aborted before %s', async (method) => {
    const { fetch, requests } = scripted(accepted());
    const call = klingOf(provider, { fetch })[name][method](input, {
      signal: AbortSignal.abort('enough'),
    });
    const error = await failure(call, TaskAbortedError);
    expect(error.task).toBeUndefined();
    expect(error.cause).toBe('enough');
    expect(requests).toEqual([]);
  });

  it('a signal that aborts between two refused creates', async () => {
    const stop = new AbortController();
    const { create, posts } = createWith(refused(1303, 429), { signal: stop.signal });
    const ended = failure(create, TaskAbortedError);
    await vi.advanceTimersByTimeAsync(500);
    stop.abort();
    expect((await ended).task).toBeUndefined();
    expect(posts()).toHaveLength(1);
  });

  it('a signal that aborts while the create waits for its turn', async () => {
    const { fetch, posts } = scripted(accepted());
    const kling = klingOf(provider, { fetch, maxRunning: 1 });
    await eventually(kling[name].create(input));
    const stop = new AbortController();
    const ended = failure(kling[name].create(input, { signal: stop.signal }), TaskAbortedError);
    await vi.advanceTimersByTimeAsync(500);
    stop.abort();
    expect((await ended).task).toBeUndefined();
    expect(posts()).toHaveLength(1);
  });
});

describe.each(providerNames)('an error of %s has the task where there may be one:', (provider) => {
  const { accepted, externalIdIn, input, looksLike, name } = speaking(provider);

  it.each<[string, Answer]>([
    ['a lost answer', broken('ECONNRESET')],
    ['a page', html(502)],
  ])('%s', async (_, answer) => {
    const { fetch, posts } = scripted(answer);
    const create = klingOf(provider, { fetch })[name].create(input);
    const error = await failure(eventually(create), CreateUncertainError);
    const externalId = externalIdIn(posts()[0]?.body);
    expect(error.task).toMatchObject({ provider, operation: name, externalId });
  });

  it('the wait for it was aborted', async () => {
    const stop = new AbortController();
    const { fetch } = scripted(accepted(), looksLike('processing'));
    const run = klingOf(provider, { fetch })[name].run(input, { signal: stop.signal });
    const ended = failure(run, TaskAbortedError);
    await vi.advanceTimersByTimeAsync(5_000);
    stop.abort();
    expect((await ended).task).toMatchObject({ provider, operation: name, id: taskId });
  });
});

describe.each(providerNames)('the message of an error of %s', (provider) => {
  const { handle, input, looksLike, name } = speaking(provider);
  const processing = looksLike('processing');
  const taskWith = (answer: Answer) => {
    const kling = klingOf(provider, { fetch: scripted(answer).fetch });
    return kling.resume(handle);
  };
  /** That it begins with provider and task, and says this. */
  const about = (said: string) =>
    expect.stringMatching(new RegExp(`^${provider}\\b.*\\b${taskId}\\b.*${said}`));

  it.each([
    [1301, 400],
    [1303, 429],
    [1002, 401],
    [1102, 200],
  ])('begins with the provider and ends with code and request: %d', async (code, status) => {
    const { fetch } = scripted(refused(code, status));
    const create = klingOf(provider, { fetch })[name].create(input);
    const { message } = await failure(eventually(create), ApiError);
    expect(message).toMatch(new RegExp(`^${provider}\\b.*because of ${code}.*${code}.*r-1\\W*$`));
  });

  it('ends with the id of the request where a gateway hid it in its text', async () => {
    const { fetch } = scripted(gatewayRefused(400, 'invalid_request'));
    const create = klingOf(provider, { fetch })[name].create(input);
    const error = await failure(eventually(create), ApiError);
    expect(error.requestId).toBe('20260313abc');
    expect(error.message).toMatch(new RegExp(`^${provider}\\b.*not like this.*20260313abc\\W*$`));
  });

  it('names the task of a refused poll', async () => {
    const { message } = await failure(taskWith(refused(1203, 404)).snapshot(), ApiError);
    expect(message).toEqual(about('because of 1203.*1203.*r-1\\W*$'));
  });

  it('names the task that the provider gave up on, and why', async () => {
    const failed = looksLike('failed', { reason: 'Image pixel is invalid' });
    const { message } = await failure(eventually(taskWith(failed).result()), TaskFailedError);
    expect(message).toEqual(about('Image pixel is invalid'));
  });

  it('names the task that takes too long', async () => {
    const result = taskWith(processing).result({ timeout: 5_000 });
    const { message } = await failure(eventually(result), TaskTimeoutError);
    expect(message).toEqual(about('still running'));
  });

  it('names the task whose wait is aborted', async () => {
    const result = taskWith(processing).result({ signal: AbortSignal.abort() });
    expect((await failure(result, TaskAbortedError)).message).toEqual(about('abort'));
  });

  it('names the task that a page was shown for', async () => {
    const { message } = await failure(taskWith(html(502)).snapshot(), AnswerError);
    expect(message).toEqual(about('502'));
  });

  it.each<[string, Answer]>([
    ['no connection', broken('ECONNREFUSED')],
    ['a lost one', broken('ECONNRESET')],
    ['a page', html(502)],
  ])('begins with the provider after %s, too', async (_, answer) => {
    const { fetch } = scripted(answer);
    const create = klingOf(provider, { fetch })[name].create(input);
    const { message } = await failure(eventually(create), KlingError);
    expect(message).toMatch(new RegExp(`^${provider}\\b`));
  });
});

describe('an unknown id', () => {
  it.each(samples)('ends the wait in about a second: %s, %s', async (provider, operation) => {
    const { looksToEnd, missing } = speaking(provider, operation);
    for (const answer of [refused(1201, 400), missing]) {
      const { fetch, requests } = scripted(answer);
      const begun = performance.now();
      const result = klingOf(provider, { fetch })[operation].task('nope').result();
      await failure(eventually(result), ApiError);
      expect(performance.now() - begun).toBeLessThanOrEqual(2_500);
      expect(requests).toHaveLength(looksToEnd);
    }
  });

  it.each(samples)('of a task just created is waited for: %s, %s', async (provider, operation) => {
    const { accepted, finished, input, missing, result } = speaking(provider, operation);
    const { fetch } = scripted(accepted(), missing, missing, finished());
    const run = klingOf(provider, { fetch, interval: 1_000 })[operation].run(input);
    expect(await eventually(run)).toEqual(result);
  });

  it.each(samples)('makes a handle without a time: %s, %s', (provider, operation) => {
    const handle = JSON.parse(JSON.stringify(klingOf(provider)[operation].task('7')));
    expect(handle).toEqual({ v: 1, provider, operation, id: '7' });
    expect(klingOf(provider).resume(handle).id).toBe('7');
  });
});

describe.each(samples)('console.log of a task of %s, %s', (provider, operation) => {
  it('shows its id and status, and nothing secret', async () => {
    const { accepted, finished, input, looksLike } = speaking(provider, operation);
    const { fetch } = scripted(accepted(), looksLike('processing'), finished());
    const kling = klingOf(provider, { fetch });
    const task = await eventually(kling[operation].create(input));
    expect(inspect(task)).toContain(taskId);
    await task.snapshot();
    expect(inspect(task)).toContain(taskId);
    expect(inspect(task)).toContain('processing');
    await task.snapshot();
    expect(inspect(task)).toContain('succeed');
    expect(inspect(task, { depth: 20, showHidden: true })).not.toContain(apiKey);
    expect(inspect(task)).not.toContain(anyInput.prompt);
  });
});

describe('a baseUrl without a scheme', () => {
  const addresses = [
    'localhost:4010',
    '127.0.0.1:4010',
    'example.com',
    'example.com/kling',
    'localhost',
  ];

  it.each(addresses)('is refused with a message that says so: %s', (baseUrl) => {
    for (const provider of providerNames as ProviderName[]) {
      const create = () => klingOf(provider, { baseUrl });
      expect(create).toThrow(TypeError);
      expect(create).toThrow(/https?:\/\/|scheme/);
      expect(create).not.toThrow(/allowInsecure|localhost:\/\//);
    }
  });
});
