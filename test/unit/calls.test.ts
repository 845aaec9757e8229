import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Call, Resource } from '../../src/client/operation.ts';
import {
  AnswerError,
  ApiError,
  ConnectionError,
  CreateUncertainError,
  createKling,
  klingai,
  TaskFailedError,
} from '../../src/index.ts';
import { broken, scripted, silence } from '../support/fetch.ts';
import { apiKey, looksLike, refused } from '../support/kling.ts';
import { calls, klingLike, resources } from '../support/offered.ts';
import { eventually, failure } from '../support/outcome.ts';

const said = (data: object) => ({ code: 0, message: 'SUCCEED', request_id: 'r', data });
type AnyCall = Call<object, unknown>;
type AnyResource = Resource<object, object, object, object, unknown>;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what answers at once', () => {
  it.each([
    ['post', 'POST', '/v1/audio/tts', { text: 'rain', voice_id: 'v' }],
    ['get', 'GET', '/account/costs?start_time=1&end_time=2', { start_time: 1, end_time: 2 }],
  ])('is sent by %s, once, and gives the data', async (method, sent, address, input) => {
    const { fetch, requests } = scripted(said({ session_id: '1' }));
    const name = method === 'post' ? 'textToSpeech' : 'accountUsage';
    const kling = createKling(klingai, { apiKey }, { fetch });
    const call = kling[name] as object as AnyCall;
    expect(await call.call(input)).toEqual({ session_id: '1' });
    expect(requests.map((each) => [each.method, each.url, each.body])).toEqual([
      [sent, klingai.origin + address, method === 'post' ? input : {}],
    ]);
  });

  const speech = (...answers: Parameters<typeof scripted>) => {
    const { fetch, requests } = scripted(...answers);
    const kling = createKling(klingai, { apiKey }, { fetch });
    return { call: kling.textToSpeech as object as AnyCall, requests };
  };

  it('is sent again while the provider is busy, which took nothing', async () => {
    const { call, requests } = speech(refused(1303, 429), said({ task_id: '1' }));
    expect(await eventually(call.call({}))).toEqual({ task_id: '1' });
    expect(requests).toHaveLength(2);
  });

  it.each([
    ['a connection that breaks', broken('ECONNRESET')],
    ['no response', silence],
  ])('is never sent again after %s: it may have been charged', async (_, answer) => {
    const { call, requests } = speech(answer);
    const error = await eventually(failure(call.call({}, { timeout: 5_000 }), ConnectionError));
    expect(error.sent).toBe(true);
    expect(error.message).toMatch(/; it may have arrived and been charged$/);
    expect(requests).toHaveLength(1);
  });

  it('is waited for until its own timeout, as nothing gives a lost answer again', async () => {
    const late = () =>
      new Promise<Response>((give) => {
        setTimeout(() => give(Response.json(said({ task_id: '1' }))), 100_000);
      });
    const { call } = speech(late);
    expect(await eventually(call.call({}))).toEqual({ task_id: '1' });
  });

  it('sends what the input was when it was called', async () => {
    const { call, requests } = speech(said({ task_id: '1' }));
    const input = { text: 'rain' };
    const answer = call.call(input);
    input.text = 'sun';
    await answer;
    expect(requests[0]?.body).toEqual({ text: 'rain' });
  });

  it('refuses an impossible timeout before anything is sent', async () => {
    const { call, requests } = speech(said({}));
    await failure(call.call({}, { timeout: -1 }), TypeError);
    // By its promise, as everything else does.
    await failure(call.call({ text: 1n }), TypeError);
    expect(requests).toHaveLength(0);
  });
});

describe.each(calls)('an answer of %s %s', (provider, operation) => {
  const answering = (data: object) => {
    const { fetch, requests } = scripted(said(data));
    const kling = createKling(klingLike(provider), { apiKey }, { fetch });
    return { call: kling[operation] as object as AnyCall, requests };
  };

  it('that says that it failed is no success', async () => {
    const { call } = answering({
      task_id: '1',
      task_status: 'failed',
      task_status_msg: 'no face',
    });
    const error = await failure(call.call({}), TaskFailedError);
    expect(error).toMatchObject({ reason: 'no face', task: { id: '1', provider, operation } });
    expect(error.message).not.toContain('charged');
  });

  it('with nothing in it is none', async () => {
    const { call, requests } = answering({});
    const { message } = await failure(call.call({}), AnswerError);
    const isPost = requests[0]?.method === 'POST';
    expect(message.includes('it may have arrived and been charged')).toBe(isPost);
  });

  it('with a code of its own inside is a refusal', async () => {
    const { call } = answering({ code: 1203, msg: 'no such pack' });
    const error = await failure(call.call({}), ApiError);
    expect(error).toMatchObject({ code: 1203, message: expect.stringContaining('no such pack') });
  });
});

describe('what is kept', () => {
  const voices = (...answers: Parameters<typeof scripted>) => {
    const { fetch, requests } = scripted(...answers);
    const kling = createKling(klingai, { apiKey }, { fetch });
    return { kept: kling.voices as object as AnyResource, requests };
  };

  it('is finished when it has its id', async () => {
    const done = (voice: object) =>
      looksLike('succeed', {
        task_result: { voices: [{ trial_url: 'https://x.example/1', ...voice }] },
      });
    const { kept, requests } = voices(done({}), done({ voice_id: '829836802793406551' }));
    const result = await eventually(kept.task('861254119619698760').result());
    expect(result).toMatchObject({ voices: [{ voice_id: '829836802793406551' }] });
    expect(requests).toHaveLength(2);
  });

  it('lists those that the provider has for everybody', async () => {
    const { kept, requests } = voices(said([{ task_id: '1' }] as object));
    expect(await kept.presets({ pageSize: 5 })).toEqual([{ task_id: '1' }]);
    expect(requests[0]?.url).toBe(`${klingai.origin}/v1/general/presets-voices?pageSize=5`);
  });

  it('is deleted by its id, by one request', async () => {
    const { kept, requests } = voices(said({ task_id: '1', task_status: 'succeed' }));
    await kept.delete('829836802793406551');
    expect(requests.map(({ method, url, body }) => [method, url, body])).toEqual([
      ['POST', `${klingai.origin}/v1/general/delete-voices`, { voice_id: '829836802793406551' }],
    ]);
  });

  it.each([
    ['no data', { code: 0, message: 'SUCCEED' }],
    ['empty data', said({})],
  ])('is deleted, too, where the answer has %s', async (_, answer) => {
    const { kept } = voices(answer);
    expect(await kept.delete('1')).toBeUndefined();
  });

  it('is not where the answer says that it failed', async () => {
    const { kept } = voices(said({ task_status: 'failed', task_status_msg: 'in use' }));
    expect(await failure(kept.delete('1'), TaskFailedError)).toMatchObject({ reason: 'in use' });
  });

  it.each([
    ['a connection that breaks', broken('ECONNRESET')],
    ['an abort', silence],
  ])('may be gone after %s, which is said', async (_, answer) => {
    const { kept } = voices(answer);
    const stop = new AbortController();
    const deleted = failure(kept.delete('1', { signal: stop.signal }), ConnectionError);
    await vi.advanceTimersByTimeAsync(100);
    stop.abort();
    expect((await deleted).message).toMatch(/; it may have been carried out$/);
  });

  it('is not gone where nothing was sent', async () => {
    const { kept } = voices(broken('ECONNREFUSED'));
    const { message } = await failure(kept.delete('1'), ConnectionError);
    expect(message).not.toContain('carried out');
  });

  it.each(['', '..'])('is not deleted by what is no id: %j', async (id) => {
    const { kept, requests } = voices(said({}));
    await failure(kept.delete(id), TypeError);
    expect(requests).toHaveLength(0);
  });

  it('says that the provider refused to delete it', async () => {
    const { kept } = voices(refused(1201, 400));
    expect(await failure(kept.delete('1'), ApiError)).toMatchObject({ code: 1201 });
  });
});

it('is both in the documents', () => {
  expect(calls.length).toBeGreaterThan(0);
  expect(resources.length).toBeGreaterThan(0);
});

it('a lost create that no page says can be looked up by its external id is never sent again', async () => {
  const { fetch, posts } = scripted(({ method }) =>
    method === 'POST' ? broken('ECONNRESET') : refused(1203, 404)(),
  );
  const { lipSync } = createKling(klingai, { apiKey }, { fetch });
  const create = lipSync.create as (input: object) => Promise<unknown>;
  await eventually(failure(create({}), CreateUncertainError));
  expect(posts()).toHaveLength(1);
});
