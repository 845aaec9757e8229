import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { AnswerError, ApiError, createKling, deerapi } from '../../src/index.ts';
import { type Answer, html, scripted, text } from '../support/fetch.ts';
import { audio, gatewayRefused, looksLike, refused, taskId } from '../support/kling.ts';
import { failure } from '../support/outcome.ts';

function reading(answer: Answer, id = taskId) {
  const { fetch } = scripted(answer);
  const kling = createKling(deerapi, { apiKey: 'k' }, { fetch, interval: 1 });
  return kling.textToAudio.task(id);
}

const look = (answer: Answer, id?: string) => reading(answer, id).snapshot();
const refusal = (answer: Answer) => failure(look(answer), ApiError);

describe('a refusal', () => {
  it.each([
    [1102, 429],
    [1102, 400],
    [1102, 200],
    [1201, 400],
    [5000, 500],
    [-1, 200],
  ])('is told by its code, %i under HTTP %i', async (code, status) => {
    expect(await refusal(refused(code, status))).toMatchObject({
      message: expect.stringContaining(`because of ${code}`),
      provider: 'deerapi',
      status,
      code,
      requestId: 'r-1',
    });
  });

  it('keeps its code when that is written as a string', async () => {
    expect(await refusal({ code: '1303', message: 'too many', data: {} })).toMatchObject({
      code: 1303,
    });
  });

  it("of a gateway has a reason, and its request id is in the message's brackets", async () => {
    expect(await refusal(gatewayRefused(503, 'model_not_found'))).toMatchObject({
      message: expect.stringContaining('not like this (request id: 20260313abc)'),
      status: 503,
      code: undefined,
      reason: 'model_not_found',
      requestId: '20260313abc',
    });
  });

  it("of a gateway may come without a reason, a parameter, a request id or an HTTP error's status", async () => {
    const error = { message: 'no', type: 'comet_api_error', code: '' };
    expect(await refusal({ error })).toMatchObject({
      message: expect.stringContaining('no'),
      status: 200,
      code: undefined,
      reason: undefined,
      requestId: undefined,
    });
  });

  it.each([200, 400])(
    'of Kling that a gateway passes on is two levels down, HTTP %i',
    async (status) => {
      const inner = {
        code: 1201,
        message: expect.stringContaining('Voice id not found'),
        request_id: 'r-2',
      };
      const body = {
        message: 'Voice id not found',
        data: { data: inner, message: 'failed' },
      };
      expect(await refusal(() => Response.json(body, { status }))).toMatchObject({
        message: expect.stringContaining('Voice id not found'),
        status,
        code: 1201,
        requestId: 'r-2',
      });
    },
  );

  it('in a shape that nobody documents keeps its words', async () => {
    const body = {
      code: 'quota_used_up',
      message: 'come back tomorrow',
      data: null,
    };
    expect(await refusal(() => Response.json(body, { status: 500 }))).toMatchObject({
      message: expect.stringContaining('come back tomorrow'),
      status: 500,
      code: undefined,
      reason: 'quota_used_up',
    });
  });

  it('has the request id of a header when the body names none', async () => {
    const headers = { 'x-request-id': 'r-3' };
    const answer = () => Response.json({ error: { message: 'no' } }, { status: 403, headers });
    expect((await refusal(answer)).requestId).toBe('r-3');
  });

  it('tells how long to wait, in both forms of Retry-After', async () => {
    const wait = async (value: string) =>
      (await refusal(refused(1303, 429, { 'retry-after': value }))).retryAfter;
    expect(await wait('7')).toBe(7_000);
    vi.useFakeTimers({ now: Date.UTC(2026, 0, 1), toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    expect(await wait('Thu, 01 Jan 2026 00:01:00 GMT')).toBe(60_000);
    expect(await wait(new Date(0).toUTCString())).toBe(0);
    expect(await wait('soon')).toBeUndefined();
  });
});

describe("what is not the provider's answer", () => {
  it('tells how long to wait, too', async () => {
    const headers = { 'retry-after': '7' };
    const list = () => Response.json([{ error: 'busy' }], { status: 503, headers });
    const error = await failure(look(list), AnswerError);
    expect(error).toMatchObject({ status: 503, retryAfter: 7_000 });
  });

  it('says at least its status', async () => {
    const answer = () => Response.json({}, { status: 400 });
    const { message } = await failure(look(answer), AnswerError);
    expect(message).toMatch(/JSON without data.*HTTP 400/);
  });

  it.each<[string, Answer, number, RegExp]>([
    ['HTML with 502', html(502), 502, /text\/html instead.*HTTP 502/],
    ['HTML with 200', html(200), 200, /text\/html instead.*HTTP 200/],
    ['nothing with 200', text(''), 200, /an empty body.*HTTP 200/],
    ['nothing with 204', () => new Response(null, { status: 204 }), 204, /an empty body.*HTTP 204/],
    ['half of it', text('{"code":0,"data":{"ta'), 200, /broken JSON.*HTTP 200/],
    ['a number', text('42'), 200, /JSON without data.*HTTP 200/],
    ['no data', { code: 0, message: 'SUCCEED' }, 200, /JSON without data.*HTTP 200/],
    ['null for data', { code: 0, data: null }, 200, /JSON without data.*HTTP 200/],
    ['a redirect', html(301), 301, /text\/html instead.*HTTP 301/],
  ])('is told apart from a refusal: %s', async (_, answer, status, message) => {
    const error = await failure(look(answer), AnswerError);
    expect(error).toMatchObject({ status, provider: 'deerapi' });
    expect(error.message).toMatch(message);
    expect(error).not.toBeInstanceOf(ApiError);
  });

  it('does not even need a content type', async () => {
    const error = await failure(
      look(() => new Response(new Blob(['?']))),
      AnswerError,
    );
    expect(error.message).toMatch(/text instead.*HTTP 200/);
  });
});

describe('a task', () => {
  it('is given as its provider describes it', async () => {
    const said = looksLike('processing');
    expect(await look(said)).toEqual(said.data);
  });

  it.each([
    ['succeeded', 'succeed'],
    ['SUCCESS', 'succeed'],
    ['SUCCEED', 'succeed'],
    ['completed', 'succeed'],
    ['FAILURE', 'failed'],
    ['FAILED', 'failed'],
    ['queued', 'queued'],
    ['constructor', 'constructor'],
  ])('has one word for each end: %s is %s', async (seen, word) => {
    expect(await look(looksLike(seen))).toMatchObject({ task_status: word });
  });

  it('may be wrapped once more by a gateway, which then has a status of its own', async () => {
    const { data } = looksLike('succeed', { task_result: { audios: [audio] } });
    const wrapped = {
      code: 'success',
      message: '',
      data: { status: 'SUCCESS', progress: '100%', data },
    };
    expect(await look(wrapped)).toMatchObject(data);
    expect(await reading(wrapped).result()).toEqual({ audios: [audio] });
    const outside = { code: 0, data: { task_id: taskId, status: 'FAILURE', data: {} } };
    expect(await look(outside)).toMatchObject({ task_status: 'failed' });
  });

  it.each([['861254119619698760'], ['9223372036854775807']])(
    'keeps the %s that comes as a number, digit by digit',
    async (digits) => {
      const body = `{"code":0,"request_id" : ${digits},"data":{"task_id": ${digits},"task_status":"processing",
      "task_result":{"videos":[{"id":${digits}}]},"created_at":1773367502225,"paid":7,"index":1}}`;
      expect(await look(text(body), digits)).toMatchObject({
        task_id: digits,
        task_result: { videos: [{ id: digits }] },
        created_at: 1773367502225,
        paid: 7,
        index: 1,
      });
    },
  );

  it('is read the same when a text in it looks like an id', async () => {
    const message = 'say "id": 12 or "task_id":13.5';
    const body = JSON.stringify(looksLike('failed', { task_status_msg: message, id: 1.5 }));
    expect(await look(text(body))).toMatchObject({ task_status_msg: message, id: 1.5 });
  });

  it('may have null wherever something may be missing', async () => {
    const nothing = { task_result: null, task_status_msg: null, task_info: null };
    expect(await look(looksLike('processing', nothing))).toMatchObject(nothing);
  });
});
