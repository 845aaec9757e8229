import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { providerNames } from '../../src/documents/documents.ts';
import { AnswerError, ApiError } from '../../src/index.ts';
import { type Answer, html, scripted, text } from '../support/fetch.ts';
import {
  anyInput,
  finders,
  finished,
  gatewayRefused,
  klingOf,
  looksLike,
  nobodys,
  oldHandle,
  operationNames,
  refused,
  strangersStatuses,
  taskId,
} from '../support/kling.ts';
import { samples } from '../support/offered.ts';
import { eventually, failure } from '../support/outcome.ts';

const [name] = operationNames;

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
  const snapshotOf = (answer: Answer) => {
    const kling = klingOf(provider, { fetch: scripted(answer).fetch });
    return kling.resume(oldHandle(provider, name)).snapshot();
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
  it.each(beside)('is a task that was created, beside %s', async (_, said) => {
    const { fetch, posts } = scripted({
      ...said,
      data: { task_id: taskId, task_status: 'submitted' },
    });
    const task = await eventually(klingOf(provider, { fetch })[operation].create(anyInput));
    expect(task.id).toBe(taskId);
    expect(posts()).toHaveLength(1);
  });

  it.each(beside)('shows how it stands, beside %s', async (_, said) => {
    const { fetch, requests } = scripted({ ...finished(operation), code: undefined, ...said });
    const kling = klingOf(provider, { fetch });
    const result = kling.resume(oldHandle(provider, operation)).result();
    expect(await eventually(result)).toEqual(finished(operation).data.task_result);
    expect(requests).toHaveLength(1);
  });
});

describe.each(samples)('an answer of %s about %s', (provider, operation) => {
  const other = finished(operation, { task_id: '7' });
  const mine = finished(operation);

  it('that is about another task is an AnswerError', async () => {
    const kling = klingOf(provider, { fetch: scripted(other).fetch });
    await failure(kling[operation].task(taskId).snapshot(), AnswerError);
  });

  it('that is about another task does not end the wait', async () => {
    const failed = looksLike('failed', { task_id: '7' });
    const { fetch, requests } = scripted(other, failed, other, mine);
    const result = klingOf(provider, { fetch })[operation].task(taskId).result();
    expect(await eventually(result)).toEqual(mine.data.task_result);
    expect(requests).toHaveLength(4);
  });

  it('may leave out the id of the task', async () => {
    const { task_id: _, ...data } = mine.data;
    const kling = klingOf(provider, { fetch: scripted({ ...mine, data }).fetch });
    expect(await kling[operation].task(taskId).snapshot()).toMatchObject({
      task_status: 'succeed',
    });
  });

  it('may have the id of the task as a number of 19 digits', async () => {
    const body = '{"code":0,"data":{"task_id":9223372036854775807,"task_status":"processing"}}';
    const kling = klingOf(provider, { fetch: scripted(text(body)).fetch });
    const snapshot = await kling[operation].task('9223372036854775807').snapshot();
    expect(snapshot).toMatchObject({ task_status: 'processing' });
  });
});

describe.each(finders)('a task of %s that is asked for by its external id', (provider) => {
  const withExternalId = (external_task_id?: string) =>
    looksLike('processing', { task_info: { external_task_id } });
  const handle = () => {
    const { id: _, ...rest } = oldHandle(provider, name);
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
    ['none', withExternalId()],
    ['no task_info', looksLike('processing')],
  ])('may be shown with %s', async (_, answer) => {
    expect(await snapshotOf(answer)).toMatchObject({ task_status: 'processing' });
  });

  it('is waited for although another one was shown in between', async () => {
    const mine = finished(name, { task_info: { external_task_id: 'mine' } });
    const yours = looksLike('failed', { task_info: { external_task_id: 'yours' } });
    const { fetch, requests } = scripted(yours, mine);
    const result = klingOf(provider, { fetch }).resume(handle()).result();
    expect(await eventually(result)).toEqual(mine.data.task_result);
    expect(requests).toHaveLength(2);
  });
});
