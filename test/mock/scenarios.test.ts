import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { type ProviderName, providerNames, providers } from '../../src/documents/documents.ts';
import {
  AnswerError,
  ApiError,
  ConnectionError,
  CreateUncertainError,
  type KlingEvent,
  TaskFailedError,
  TaskTimeoutError,
} from '../../src/index.ts';
import { type Mock, scenarios, startMock } from '../../src/mock/index.ts';
import {
  anyClientsOf,
  clientsOf,
  filmOf,
  filmRequest,
  rain,
  raw,
} from '../support/mock-clients.ts';
import { withoutWaits } from '../support/waits.ts';

let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ speed: 1 });
  // Waits until Prism is loaded, so that no test's own timeout has to.
  await raw(mock).create();
});
beforeEach(() => mock.reset());
afterAll(() => mock.close());

/** Creates a film and waits for it while hours pass. Returns the result or the error. */
async function outcomeFor(
  provider: ProviderName,
  { timeout = 60_000, createTimeout = 60_000 } = {},
) {
  const { textToVideo } = anyClientsOf(mock, 'test', { createTimeout })[provider];
  try {
    const task = await textToVideo.create(filmOf(provider));
    const result = task.result({ timeout }).catch((error: unknown) => error);
    mock.advance('1h');
    return await result;
  } catch (error) {
    return error;
  }
}

const refusedWith = (status: number, facts: object = {}) =>
  expect.objectContaining({ name: 'ApiError', status, ...facts });
const result = expect.objectContaining({ videos: [expect.anything()] });

/** The outcome of each scenario about the task itself, the same for every provider. */
const onTasks: Record<string, unknown> = {
  normal: result,
  fails: expect.objectContaining({ name: 'TaskFailedError', reason: 'Image pixel is invalid' }),
  'fails-policy': expect.objectContaining({
    name: 'TaskFailedError',
    reason: 'Refused by the risk control of the platform',
  }),
  slow: result,
  stuck: expect.objectContaining({ name: 'TaskTimeoutError' }),
  'succeed-before-url': result,
  'unknown-status': result,
  latency: result,
  'callbacks-lost': result,
  'callbacks-repeated': result,
  'callbacks-reordered': result,
  'unknown-404': result,
  'concurrency-full': result,
};

/** Kling's code and every provider's status of each scenario that refuses a create. */
const onCreates: Record<string, { status: number; code: number }> = {
  'content-policy': { status: 400, code: 1301 },
  'rate-limit': { status: 429, code: 1302 },
  'rate-limit-retry-after': { status: 429, code: 1302 },
  'out-of-credit': { status: 429, code: 1102 },
};

/** What arrives under each scenario with a fault, and how many tasks there are afterwards. */
const onTheWay: Record<string, { tasks: number; answer: unknown }> = {
  'html-502': { tasks: 0, answer: { status: 502, type: 'text/html', text: /^<html>/ } },
  'empty-200': { tasks: 1, answer: { status: 200, type: null, text: /^$/ } },
  'truncated-json': {
    tasks: 1,
    answer: { status: 200, type: 'application/json', text: /^\{"code":0,.*[^}]$/ },
  },
  'reset-before': { tasks: 0, answer: 'ECONNRESET' },
  'reset-after': { tasks: 1, answer: 'ECONNRESET' },
  hang: { tasks: 1, answer: 'TimeoutError' },
};

describe.each(providerNames)('%s', (provider) => {
  withoutWaits();

  it.each(Object.entries(onTasks))('scenario %s', async (name, expected) => {
    mock.scenario(name);
    expect(await outcomeFor(provider, name === 'stuck' ? { timeout: 20 } : {})).toEqual(expected);
  });

  it.each(Object.entries(onCreates))('scenario %s', async (name, { status, code }) => {
    mock.scenario(name);
    const isOwn = providers[provider].origin === providers.klingai.origin;
    const known = isOwn ? { code } : { requestId: expect.any(String) };
    // Too short for a create to be repeated after a pause, and long for one.
    expect(await outcomeFor(provider, { createTimeout: 5_000 })).toEqual(
      refusedWith(status, known),
    );
    expect(mock.tasks).toEqual([]);
  });

  it.each(Object.entries(onTheWay))('scenario %s', async (name, { answer, tasks }) => {
    mock.scenario(name);
    const stop = new AbortController();
    const { signal } = stop;
    const [url, init] = filmRequest(mock, provider);
    const seeing = fetch(url, { ...init, signal }).then(
      async (response) => ({
        status: response.status,
        type: response.headers.get('content-type'),
        text: await response.text(),
      }),
      (error: Error & { cause?: { code: string } }) => error.cause?.code ?? error.name,
    );
    if (name === 'hang') {
      await vi.waitUntil(() => mock.tasks.length > 0, { timeout: 60_000 });
      await sleep(100);
      stop.abort(new DOMException('no answer', 'TimeoutError'));
    }
    const seen = await seeing;
    if (typeof answer === 'string') expect(seen).toBe(answer);
    else {
      const { text, ...rest } = answer as { text: RegExp };
      expect(seen).toEqual({ ...rest, text: expect.stringMatching(text) });
    }
    expect(mock.tasks).toHaveLength(tasks);
    const statuses: Record<string, number> = { 'html-502': 502, 'empty-200': 200 };
    const sent = name === 'truncated-json' ? 200 : (statuses[name] ?? 0);
    expect(mock.requests).toEqual([expect.objectContaining({ scenario: name, status: sent })]);
  });
});

it('the tables above and below leave no scenario out', () => {
  const covered = [onTasks, onCreates, onTheWay].flatMap((table) => Object.keys(table));
  const others = Object.keys(scenarios).filter((name) => !covered.includes(name));
  expect(others.filter((name) => !/^(code-\d{4}|gateway-\d{3})/.test(name))).toEqual([]);
  expect(others.filter((name) => name.startsWith('code-'))).toHaveLength(21);
  for (const { means } of Object.values(scenarios)) expect(means).toMatch(/^\S.*\S$/);
});

describe('every code of Kling', () => {
  const codes = Object.keys(scenarios).filter((name) => name.startsWith('code-'));
  const statusOf = (code: number) =>
    ({ 1103: 403, 1202: 404, 1203: 404, 5000: 500, 5001: 503, 5002: 504 })[code] ??
    { 10: 401, 11: 429, 12: 400, 13: code > 1301 ? 429 : 400 }[Math.floor(code / 100)];

  it.each(codes)('%s, in the body and by its status', async (name) => {
    const code = Number(name.slice(5));
    const answer = await raw(mock).create(rain, { prefer: `scenario=${name}` });
    expect([answer.status, await answer.json()]).toEqual([
      statusOf(code),
      {
        code,
        message: expect.stringMatching(/\S/),
        request_id: expect.stringMatching(/^[\da-f-]{36}$/),
      },
    ]);
    expect(mock.tasks).toEqual([]);
  });
});

describe('errors of a gateway', () => {
  const names = Object.keys(scenarios).filter((name) => name.startsWith('gateway-'));
  const own = {
    error: {
      message: expect.stringMatching(/\(request id: \w+\)$/),
      type: 'comet_api_error',
      param: '',
    },
  };
  const passedOn = {
    message: 'No such voice',
    data: { data: { code: 1201, message: 'No such voice' } },
  };

  it('have both forms, every documented status, and the reasons that are permanent', () => {
    expect(names).toEqual(
      expect.arrayContaining([
        ...[400, 401, 403, 429, 500, 503, 504, 524].map((status) => `gateway-${status}`),
        'gateway-400-kling',
        'gateway-500-invalid_request',
        'gateway-503-model_not_found',
      ]),
    );
  });

  it.each(names)('%s', async (name) => {
    const answer = await raw(mock, 'cometapi').create(rain, { prefer: `scenario=${name}` });
    expect(answer.status).toBe(Number(name.slice(8, 11)));
    expect(await answer.json()).toMatchObject(name === 'gateway-400-kling' ? passedOn : own);
  });

  it('reach the client with their code or reason', async () => {
    mock.scenario('gateway-400-kling');
    expect(await outcomeFor('cometapi')).toEqual(refusedWith(400, { code: 1201 }));
    mock.scenario('gateway-503-model_not_found');
    expect(await outcomeFor('cometapi')).toEqual(refusedWith(503, { reason: 'model_not_found' }));
  });

  it('that another provider does not have are sent as the gateway sends them', async () => {
    const answer = await raw(mock).create(rain, { prefer: 'scenario=gateway-524' });
    expect([answer.status, await answer.json()]).toMatchObject([524, own]);
  });
});

describe('what the client does about a fault', () => {
  withoutWaits();

  const kling = (apiKey = 'test') => clientsOf(mock, apiKey).klingai;

  it('a task created before the connection broke is adopted, not created twice', async () => {
    mock.scenario('reset-after', { times: 1 });
    const task = await kling().textToAudio.create(rain);
    expect(mock.tasks.map(({ id }) => id)).toEqual([task.id]);
  });

  it('a create that never arrived is sent again', async () => {
    mock.scenario('reset-before', { times: 1 });
    // Absence is proven after a minute, which passes here between two lookups.
    const now = performance.now.bind(performance);
    let passed = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now() + passed);
    const onEvent = ({ type }: KlingEvent) => {
      if (type === 'retry') passed += 30_000;
    };
    const { klingai } = clientsOf(mock, 'test', { onEvent });
    const task = await klingai.textToAudio.create(rain);
    vi.restoreAllMocks();
    expect(mock.tasks.map(({ id }) => id)).toEqual([task.id]);
  });

  it('a gateway that hangs, and finds no external ids, leaves it open whether there is a task', async () => {
    mock.scenario('hang');
    const { deerapi } = clientsOf(mock, 'test', { requestTimeout: 300 });
    await expect(deerapi.textToAudio.create(rain)).rejects.toBeInstanceOf(CreateUncertainError);
  });

  it('Retry-After is waited for, and then the task is created', async () => {
    mock.scenario('rate-limit-retry-after', { times: 1 });
    const began = performance.now();
    await kling().textToAudio.create(rain);
    expect(performance.now() - began).toBeGreaterThan(990);
    expect(mock.requests.map(({ status }) => status)).toEqual([429, 200]);
  });

  it.each([
    ['html-502', AnswerError],
    ['truncated-json', AnswerError],
    ['reset-before', ConnectionError],
    ['gateway-500', ApiError],
  ] as const)('%s while polling does not end the wait', async (name, kind) => {
    const task = await kling().textToAudio.create(rain);
    mock.scenario(name, { on: 'read', times: 2 });
    await expect(task.snapshot()).rejects.toBeInstanceOf(kind);
    mock.advance('1m');
    expect(await task.result()).toMatchObject({ audios: [{}] });
  });
});

describe('the lifecycle of a task', () => {
  it('slow takes five times as long', async () => {
    await raw(mock).create(rain, { prefer: 'scenario=slow' });
    const [task] = mock.tasks;
    expect(task?.states.map(({ since }) => since - (task?.createdAt ?? 0))).toEqual([
      0, 30_000, 150_000,
    ]);
  });

  it('succeed comes before the address, even in an instant mock', async () => {
    // The mock's time stands still but for `advance`, so that no machine is too slow for the first request.
    vi.useFakeTimers({ toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    await using instant = await startMock({ speed: 'instant' });
    for (const [each, wait] of [
      [mock, '31s'],
      [instant, 0],
    ] as const) {
      const { data } = await (
        await raw(each).create(rain, { prefer: 'scenario=succeed-before-url' })
      ).json();
      each.advance(wait);
      const early = await (await raw(each).get(`/${data.task_id}`)).json();
      each.advance('20s');
      const late = await (await raw(each).get(`/${data.task_id}`)).json();
      expect([early.data, late.data]).toMatchObject([
        { task_status: 'succeed', task_result: {} },
        { task_status: 'succeed', task_result: { audios: [{}] } },
      ]);
      expect(early.data.task_result.audios).toBeUndefined();
    }
  });

  it('an unknown status takes the place of processing', async () => {
    const { data } = await (
      await raw(mock).create(rain, { prefer: 'scenario=unknown-status' })
    ).json();
    mock.advance('10s');
    const { data: seen } = await (await raw(mock).get(`/${data.task_id}`)).json();
    expect(seen.task_status).toBe('reviewing');
  });

  it('concurrency is full while two tasks run, or the number that the rule says', async () => {
    const status = async () => (await raw(mock).create()).status;
    mock.scenario('concurrency-full');
    expect([await status(), await status(), await status()]).toEqual([200, 200, 429]);
    mock.advance('31s');
    expect(await status()).toBe(200);
    mock.scenario('concurrency-full', { running: 3 });
    expect([await status(), await status(), await status()]).toEqual([200, 200, 429]);
    expect((await raw(mock).create(rain, { authorization: 'Bearer other' })).status).toBe(200);
  });

  it('latency is at least half a second', async () => {
    const began = performance.now();
    await raw(mock).create(rain, { prefer: 'scenario=latency' });
    expect(performance.now() - began).toBeGreaterThanOrEqual(499);
  });

  it('a failure has its reason, and no result', async () => {
    mock.scenario('fails');
    const error = await outcomeFor('klingai');
    expect(error).toBeInstanceOf(TaskFailedError);
    mock.scenario('stuck');
    expect(await outcomeFor('klingai', { timeout: 20 })).toBeInstanceOf(TaskTimeoutError);
  });
});
