import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { providerNames } from '../../src/documents/documents.ts';
import { AnswerError, ApiError } from '../../src/index.ts';
import { type Answer, html, scripted, text } from '../support/fetch.ts';
import {
  finders,
  gatewayRefused,
  klingOf,
  nobodys,
  refused,
  strangersStatuses,
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

const json =
  (body: object, status = 400, headers: Record<string, string> = {}) =>
  () =>
    Response.json(body, { status, headers });

describe.each(providerNames)('an error of %s', (provider) => {
  const { handle } = speaking(provider);
  const snapshotOf = (answer: Answer) => {
    const kling = klingOf(provider, { fetch: scripted(answer).fetch });
    return kling.resume(handle).snapshot();
  };

  it.each<[string, Answer, object]>([
    ['by its code', refused(1201, 400), { code: 1201, status: 400, requestId: 'r-1' }],
    ['by its code under 200', refused(1201, 200), { code: 1201, status: 200 }],
    ['by its code under 503', refused(5001, 503), { code: 5001, status: 503 }],
    [
      'passed on, two levels down',
      json({ message: 'no', data: { data: { code: 1203, request_id: 'r-2' } } }, 500),
      { code: 1203, requestId: 'r-2' },
    ],
    ['in the shape of a gateway', gatewayRefused(400, 'invalid_request'), { status: 400 }],
    ['in that shape, with nothing but a text', json({ error: { message: 'no' } }, 403), {}],
    ['by a word', json({ code: 'rate_limited', message: 'slowly' }, 429), { status: 429 }],
  ])('is an ApiError when somebody who knows spoke: %s', async (_, answer, facts) => {
    expect(await failure(snapshotOf(answer), ApiError)).toMatchObject(facts);
  });

  it.each(nobodys)(
    'is an AnswerError under any status when nobody spoke: %s',
    async (_, answer) => {
      for (const status of [200, ...strangersStatuses, 429, 500, 503]) {
        const error = await failure(snapshotOf(answer(status)), AnswerError);
        expect(error).toMatchObject({ status });
      }
    },
  );

  it.each([403, 429, 503])('keeps the Retry-After of nobody, too: %d', async (status) => {
    const page = () => new Response('<html>', { status, headers: { 'retry-after': '7' } });
    const error = await failure(snapshotOf(page), AnswerError);
    expect(error).toMatchObject({ status, retryAfter: 7_000 });
  });

  it('has no Retry-After where none came', async () => {
    const error = await failure(snapshotOf(html(503)), AnswerError);
    expect(error).not.toHaveProperty('retryAfter', expect.anything());
  });
});

/** Answers that say strange things beside a task. */
const beside: [string, object][] = [
  ['code 200', { code: 200, message: 'success' }],
  ['code 1', { code: 1 }],
  ['an empty error', { error: {} }],
  ['an empty error and code 0', { code: 0, error: {} }],
];

describe.each(samples)('an answer of %s about %s that names a task', (provider, operation) => {
  const { accepted, finished, handle, input, result } = speaking(provider, operation);

  it.each(beside)('is a task that was created, beside %s', async (_, said) => {
    const { fetch, posts } = scripted({ ...accepted(), code: undefined, ...said });
    const task = await eventually(klingOf(provider, { fetch })[operation].create(input));
    expect(task.id).toBe(taskId);
    expect(posts()).toHaveLength(1);
  });

  it.each(beside)('shows how it stands, beside %s', async (_, said) => {
    const { fetch, requests } = scripted({ ...finished(), code: undefined, ...said });
    const kling = klingOf(provider, { fetch });
    const waited = kling.resume(handle).result();
    expect(await eventually(waited)).toEqual(result);
    expect(requests).toHaveLength(1);
  });
});

describe.each(samples)('an answer of %s about %s', (provider, operation) => {
  const { finished, looksLike, result, shows } = speaking(provider, operation);
  const other = finished({ id: '7' });

  it('that is about another task is an AnswerError', async () => {
    const kling = klingOf(provider, { fetch: scripted(other).fetch });
    await failure(kling[operation].task(taskId).snapshot(), AnswerError);
  });

  it('that is about another task does not end the wait', async () => {
    const failed = looksLike('failed', { id: '7' });
    const { fetch, requests } = scripted(other, failed, other, finished());
    const waited = klingOf(provider, { fetch })[operation].task(taskId).result();
    expect(await eventually(waited)).toEqual(result);
    expect(requests).toHaveLength(4);
  });

  it('may leave out the id of the task', async () => {
    const { fetch } = scripted(finished({ id: undefined }));
    const snapshot = await klingOf(provider, { fetch })[operation].task(taskId).snapshot();
    expect(snapshot).toMatchObject(shows('succeed'));
  });

  it('may have the id of the task as a number of 19 digits', async () => {
    const body = JSON.stringify(looksLike('processing')).replaceAll(
      `"${taskId}"`,
      '9223372036854775807',
    );
    const kling = klingOf(provider, { fetch: scripted(text(body)).fetch });
    const snapshot = await kling[operation].task('9223372036854775807').snapshot();
    expect(snapshot).toMatchObject(shows('processing'));
  });
});

describe.each(finders)('a task of %s that is asked for by its external id', (provider) => {
  const { finished, handle: ofTask, looksLike, result, shows } = speaking(provider);
  const withExternalId = (externalId?: unknown) => looksLike('processing', { externalId });
  const handle = () => {
    const { id: _, ...rest } = ofTask;
    return { ...rest, externalId: 'mine' };
  };
  const snapshotOf = (answer: Answer) =>
    klingOf(provider, { fetch: scripted(answer).fetch })
      .resume(handle())
      .snapshot();

  it('is not the task with another one', async () => {
    await failure(snapshotOf(withExternalId('yours')), AnswerError);
  });

  it.each([
    ['the same', withExternalId('mine')],
    ['an empty one', withExternalId('')],
    ['none', looksLike('processing')],
  ])('may be shown with %s', async (_, answer) => {
    expect(await snapshotOf(answer)).toMatchObject(shows('processing'));
  });

  it('is waited for although another one was shown in between', async () => {
    const mine = finished({ externalId: 'mine' });
    const yours = looksLike('failed', { externalId: 'yours' });
    const { fetch, requests } = scripted(yours, mine);
    const waited = klingOf(provider, { fetch }).resume(handle()).result();
    expect(await eventually(waited)).toEqual(result);
    expect(requests).toHaveLength(2);
  });
});
