import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  AnswerError,
  ApiError,
  ConnectionError,
  CreateUncertainError,
  cometapi,
  createKling,
  KlingError,
  TaskAbortedError,
  TaskFailedError,
  type TaskHandle,
  TaskTimeoutError,
} from '../../src/index.ts';
import { type Answer, broken, html, scripted, text } from '../support/fetch.ts';
import { accepted, gatewayRefused, looksLike, refused } from '../support/kling.ts';
import { failure } from '../support/outcome.ts';

const task: TaskHandle = {
  v: 1,
  provider: 'cometapi',
  operation: 'textToAudio',
  id: '1',
  createdAt: 1,
};
const facts = { provider: 'cometapi', task, cause: new Error('deep') };

const everyKind: [string, KlingError][] = [
  ['ApiError', new ApiError('m', { ...facts, status: 400, code: 1201, requestId: 'r' })],
  ['ConnectionError', new ConnectionError('m', { ...facts, sent: true })],
  ['AnswerError', new AnswerError('m', { ...facts, status: 502 })],
  ['TaskFailedError', new TaskFailedError('m', { ...facts, reason: 'm' })],
  ['TaskTimeoutError', new TaskTimeoutError('m', facts)],
  ['AbortError', new TaskAbortedError('m', facts)],
  ['CreateUncertainError', new CreateUncertainError('m', facts, async () => undefined)],
];

describe.each(everyKind)('%s', (name, error) => {
  it('is a KlingError with a name, a message, a cause and the task', () => {
    expect(error).toBeInstanceOf(KlingError);
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name, provider: 'cometapi', task });
    expect(error.message).toMatch(/^cometapi task 1: m\b/);
    expect(String(error)).toBe(`${name}: ${error.message}`);
    expect(error.cause).toBe(facts.cause);
  });

  it('is plain data as JSON, without cause and stack', () => {
    const json = error.toJSON();
    expect(json).toMatchObject({ name, message: error.message, provider: 'cometapi', task });
    expect(json).not.toHaveProperty('cause');
    expect(json).not.toHaveProperty('stack');
    expect(structuredClone(json)).toEqual(json);
    expect(JSON.parse(JSON.stringify({ error }))).toMatchObject({ error: { name, task } });
  });
});

it('every error class tells which kind it is and no other', () => {
  const classes = everyKind.map(([, error]) => error.constructor);
  expect(new Set(classes).size).toBe(classes.length);
  for (const [, error] of everyKind) {
    expect(classes.filter((kind) => error instanceof kind)).toEqual([error.constructor]);
  }
});

it('an ApiError tells all that the provider said', () => {
  const error = new ApiError('m', {
    status: 400,
    code: 1201,
    reason: 'x',
    requestId: 'r',
    retryAfter: 1,
  });
  const said = { status: 400, code: 1201, reason: 'x', requestId: 'r', retryAfter: 1 };
  expect(error).toMatchObject(said);
  expect(error.toJSON()).toMatchObject(said);
});

afterEach(() => {
  vi.useRealTimers();
});

describe('an error', () => {
  const secret = 'canary-key';
  const prompt = 'canary-prompt';
  const failed = looksLike('failed', { task_status_msg: 'content risk' });

  it.each<[string, [Answer, ...Answer[]], new (...facts: never[]) => Error]>([
    ['refused', [refused(1201, 400)], ApiError],
    ['refused by a gateway', [gatewayRefused(500, 'invalid_request')], ApiError],
    ['not reached', [broken('ECONNREFUSED')], ConnectionError],
    ['lost', [broken('ECONNRESET')], CreateUncertainError],
    ['HTML', [html(502)], CreateUncertainError],
    ['half', [text('{"code":0')], CreateUncertainError],
    ['failed', [accepted(), failed], TaskFailedError],
    ['too late', [accepted(), looksLike('processing')], TaskTimeoutError],
    ['unauthorized', [accepted(), refused(1000, 401)], ApiError],
  ])('never holds the key or the prompt: %s', async (_, answers, kind) => {
    const { fetch, requests } = scripted(...answers);
    vi.useFakeTimers();
    const kling = createKling(cometapi, { apiKey: secret }, { fetch, interval: 1000 });
    const run = kling.textToAudio.run({ prompt, duration: 5 }, { timeout: 30_000 });
    const [error] = await Promise.all([failure(run, kind), vi.advanceTimersByTimeAsync(40_000)]);
    expect(requests[0]).toMatchObject({ authorization: `Bearer ${secret}`, body: { prompt } });
    const shown = [inspect(error, { depth: 20, showHidden: true }), JSON.stringify(error)].join();
    expect(shown).not.toContain(secret);
    expect(shown).not.toContain(prompt);
    expect(shown.toLowerCase()).not.toContain('authorization');
  });
});
