import { afterEach, assert, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  AnswerError,
  ApiError,
  ConnectionError,
  CreateUncertainError,
  createKling,
  deerapi,
  isKlingError,
  KlingError,
  klingai,
  TaskAbortedError,
  TaskTimeoutError,
} from '../../src/index.ts';
import {
  type Answer,
  broken,
  html,
  reset,
  type Seen,
  scripted,
  silence,
  text,
} from '../support/fetch.ts';
import { accepted, audio, gatewayRefused, refused, succeeded, taskId } from '../support/kling.ts';
import { eventually, failure } from '../support/outcome.ts';
import { countedSignal } from '../support/signal.ts';

const input = { prompt: 'rain on a tin roof', duration: 5 };

/** A client whose creates get these responses. */
function creating(...answers: [Answer, ...Answer[]]) {
  const { fetch, posts } = scripted(...answers);
  const { textToAudio } = createKling(deerapi, { apiKey: 'k' }, { fetch });
  return {
    textToAudio,
    posts,
    externalIds: () => posts().map(({ body }) => body.external_task_id),
  };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a create', () => {
  it('sends the input unchanged, with an external id added', async () => {
    const { textToAudio, posts } = creating(accepted());
    const task = await textToAudio.create(input);
    expect(posts()).toHaveLength(1);
    const [post] = posts();
    expect(post).toMatchObject({
      url: 'https://api.deerapi.com/kling/v1/audio/text-to-audio',
      authorization: 'Bearer k',
    });
    expect(post?.body).toEqual({ ...input, external_task_id: task.externalId });
    expect(task.id).toBe(taskId);
    expect(task.externalId).toMatch(/^[0-9a-f-]{36}$/);
    expect(input).not.toHaveProperty('external_task_id');
  });

  it("keeps the user's own external id", async () => {
    const { textToAudio, externalIds } = creating(accepted());
    const task = await textToAudio.create({ ...input, external_task_id: 'mine' });
    expect(externalIds()).toEqual(['mine']);
    expect(task.toJSON().externalId).toBe('mine');
  });

  it('makes a new external id for each task', async () => {
    const { textToAudio, externalIds } = creating(accepted());
    await textToAudio.create(input);
    await textToAudio.create({ ...input, external_task_id: '' });
    expect(new Set(externalIds()).size).toBe(2);
    expect(externalIds()).not.toContain('');
  });

  it('keeps all 19 digits of an id that comes as a number', async () => {
    const body = '{"code":0,"data":{"task_id":9223372036854775807,"task_status":"submitted"}}';
    const { textToAudio } = creating(text(body));
    expect((await textToAudio.create(input)).id).toBe('9223372036854775807');
  });

  it('is followed by the wait for its result in run', async () => {
    const { textToAudio, posts } = creating(accepted(), succeeded);
    expect(await eventually(textToAudio.run(input))).toEqual({ audios: [audio] });
    expect(posts()).toHaveLength(1);
  });
});

describe('the input of a create', () => {
  it('is copied deeply at the call, even when it is sent again later', async () => {
    const { fetch, posts } = scripted(refused(1302, 429), accepted());
    const { textToVideo } = createKling(klingai, { apiKey: 'k' }, { fetch });
    const config = { zoom: 1 };
    const create = textToVideo.create({
      prompt: 'boat',
      camera_control: { type: 'simple', config },
    });
    config.zoom = 9;
    await eventually(create);
    expect(posts().map(({ body }) => body.camera_control)).toEqual([
      { type: 'simple', config: { zoom: 1 } },
      { type: 'simple', config: { zoom: 1 } },
    ]);
  });

  it('may be an object that structuredClone refuses, such as a reactive proxy', async () => {
    const { textToAudio, posts } = creating(accepted());
    await textToAudio.create(new Proxy(input, {}));
    expect(posts()[0]?.body).toMatchObject(input);
  });
});

describe('an abort whose reason is one of our own errors', () => {
  const reason = new ApiError('not like this', { status: 400, code: 1201 });
  reason.task = { v: 1, provider: 'deerapi', operation: 'textToAudio', id: 'paid', createdAt: 1 };

  it('ends in a TaskAbortedError while the provider refuses', async () => {
    const stop = new AbortController();
    const lost = new TaskTimeoutError('another', {});
    const { textToAudio, posts } = creating(refused(1302, 429));
    const create = textToAudio.create(input, { signal: stop.signal });
    setTimeout(() => stop.abort(lost), 500);
    const error = await failure(eventually(create, 1_000), TaskAbortedError);
    expect(error.cause).toBe(lost);
    expect(posts()).toHaveLength(1);
  });

  it('does not change that error', async () => {
    const { textToAudio, posts } = creating(accepted());
    const create = textToAudio.create(input, { signal: AbortSignal.abort(reason) });
    const error = await failure(create, TaskAbortedError);
    expect(error.task).toBeUndefined();
    expect(reason.task?.id).toBe('paid');
    expect(posts()).toEqual([]);
  });

  it('still ends in a CreateUncertainError once the create was sent', async () => {
    const stop = new AbortController();
    const { textToAudio } = creating(silence);
    const create = textToAudio.create(input, { signal: stop.signal });
    setTimeout(() => stop.abort(reason), 500);
    await failure(eventually(create, 1_000), CreateUncertainError);
    expect(reason.task?.id).toBe('paid');
  });
});

describe('a wait that the caller’s own options end', () => {
  it('has an error with the task that run created, when a listener throws', async () => {
    const { textToAudio } = creating(accepted(), succeeded);
    const run = textToAudio.run(input, { onProgress: () => assert.fail('not now') });
    const error = await failure(eventually(run), TaskAbortedError);
    expect(error.task?.id).toBe(taskId);
    expect(error.cause).toBeInstanceOf(Error);
  });

  it('does not even begin with a callback that is not a receiver', async () => {
    const { textToAudio, posts } = creating(accepted(), succeeded);
    const options: object = { callback: 'https://app.example' };
    await failure(textToAudio.run(input, options), TypeError);
    expect(posts()).toEqual([]);
  });
});

describe('a lost response', () => {
  it('has a handle made when it was lost, however long the create waited for its slot', async () => {
    let posts = 0;
    const { fetch } = scripted(({ method }: Seen) => {
      if (method === 'GET') return succeeded;
      return ++posts === 1 ? accepted() : html(502);
    });
    const { textToAudio } = createKling(deerapi, { apiKey: 'k' }, { fetch, maxRunning: 1 });
    await textToAudio.create(input);
    const begun = Date.now();
    const error = await failure(eventually(textToAudio.create(input)), CreateUncertainError);
    expect((error.task.createdAt ?? 0) - begun).toBeGreaterThanOrEqual(5_000);
  });

  it.each<[string, Answer]>([
    ['504 of a gateway, with a code of its own', refused(3001, 504)],
    ['424', html(424)],
    ['499', html(499)],
  ])('is any response that does not rule out a task: %s', async (_, answer) => {
    const { textToAudio } = creating(answer);
    await failure(eventually(textToAudio.create(input)), CreateUncertainError);
  });

  it('is not assumed when fetch returns a response without a promise', async () => {
    const fetch = () => Response.json(accepted()) as object as Promise<Response>;
    const { textToAudio } = createKling(deerapi, { apiKey: 'k' }, { fetch });
    expect((await textToAudio.create(input)).id).toBe(taskId);
  });

  it.each<[string, Answer]>([
    ['reset', broken('ECONNRESET')],
    ['a timeout of the network', broken('UND_ERR_HEADERS_TIMEOUT')],
    ['a failure without a code, as in browsers', new TypeError('Failed to fetch')],
    ['500', html(500)],
    ['502', html(502)],
    ['503', html(503)],
    ['504', html(504)],
    ['524', html(524)],
    ['500 in JSON', gatewayRefused(500)],
    ['503 in JSON', gatewayRefused(503)],
    ['500 with its status for a code', refused(500, 500)],
    ['5000', refused(5000, 500)],
    ['5001', refused(5001, 503)],
    ['5002', refused(5002, 504)],
    ['5000 under 200', refused(5000, 200)],
    ['5000 under 400', refused(5000, 400)],
    ['nothing', text('')],
    ['nothing with 204', () => new Response(null, { status: 204 })],
    ['half of it', text('{"code":0,"data":{"task_')],
    ['half of it, then a reset', reset],
    ['HTML with 200', html(200)],
    ['408', html(408)],
    ['409', html(409)],
    ['409 in JSON', gatewayRefused(409)],
    ['a redirect', html(301)],
    ['a redirect that keeps the method', html(307)],
    ['no id', { code: 0, data: { task_status: 'submitted' } }],
    ['an empty id', accepted('')],
    ['null for an id', accepted(null)],
    ['an id that leads elsewhere', accepted('..')],
    ['an id that no address can hold', text('{"code":0,"data":{"task_id":"\\ud800"}}')],
  ])('is never followed by a second create: %s', async (_, answer) => {
    const { textToAudio, posts, externalIds } = creating(answer, accepted());
    const error = await failure(eventually(textToAudio.create(input)), CreateUncertainError);
    expect(posts()).toHaveLength(1);
    expect(error).toMatchObject({ provider: 'deerapi', cause: expect.any(KlingError) });
    expect(error.message).toMatch(/: the task may exist: /);
    expect(error.task).toEqual({
      v: 1,
      provider: 'deerapi',
      operation: 'textToAudio',
      externalId: externalIds()[0],
      kind: '5 s',
      createdAt: expect.any(Number),
    });
  });

  it('is assumed when a create takes too long', async () => {
    const { textToAudio, posts } = creating(silence);
    const started = performance.now();
    const error = await failure(eventually(textToAudio.create(input)), CreateUncertainError);
    expect(performance.now() - started).toBe(30_000);
    expect(error.cause).toMatchObject({ cause: { name: 'TimeoutError' } });

    const { textToAudio: hasty } = creating(silence);
    const create = hasty.create(input, { timeout: 700 });
    await failure(eventually(create, 1_000), CreateUncertainError);
    expect(posts()).toHaveLength(1);
  });

  it.each(['createTimeout', 'requestTimeout'])(
    'does not happen with NaN as %s, which is refused',
    (name) => {
      const create = () => createKling(klingai, { apiKey: 'k' }, { [name]: Number.NaN });
      expect(create).toThrow(TypeError);
      expect(create).toThrow(name);
    },
  );

  it.each([0, -1])(
    'is not assumed when there is no time to send anything: %d ms',
    async (timeout) => {
      const { fetch, requests } = scripted(accepted());
      const { textToAudio } = createKling(klingai, { apiKey: 'k' }, { fetch });
      await failure(textToAudio.create(input, { timeout }), TypeError);
      expect(requests).toEqual([]);
    },
  );

  it('leads to the task by its external id when the provider has it after all', async () => {
    const { fetch } = scripted(broken('ECONNRESET'), succeeded, refused(1201, 400));
    const kling = createKling(deerapi, { apiKey: 'k' }, { fetch });
    const error = await failure(kling.textToAudio.create(input), CreateUncertainError);
    const handle = await error.reconcile();
    expect(handle).toEqual({ ...error.task, id: taskId });
    expect(await error.reconcile()).toBeUndefined();
    expect(JSON.stringify(error)).not.toContain('find');
  });

  it('has an error that isKlingError recognizes by its name, and no stranger’s', async () => {
    const { textToAudio } = creating(broken('ECONNRESET'));
    const error: unknown = await textToAudio.create(input).catch((error: unknown) => error);
    expect(isKlingError(error, 'CreateUncertainError')).toBe(true);
    expect(isKlingError(error, 'ApiError')).toBe(false);
    const stranger = Object.assign(new Error(), { name: 'CreateUncertainError' });
    expect(isKlingError(stranger, 'CreateUncertainError')).toBe(false);
  });
});

describe('where the provider finds tasks by external id, a lost response', () => {
  const missing = refused(1201, 400);
  const found = succeeded;
  function atKling(...answers: [Answer, ...Answer[]]) {
    const { fetch, requests } = scripted(...answers);
    const { textToAudio } = createKling(klingai, { apiKey: 'k' }, { fetch });
    const methods = () => requests.map(({ method }) => method).join(' ');
    return { textToAudio, requests, methods };
  }

  it.each<[string, Answer]>([
    ['a reset', broken('ECONNRESET')],
    ['503', refused(5001, 503)],
    ['an empty 200', text('')],
    ['HTML', html(502)],
    ['half of it', text('{"code":0,"data":{"task_')],
    ['a redirect', html(307)],
    ['409', html(409)],
    ['silence', silence],
  ])('is replaced by the task that is found: %s', async (_, lost) => {
    const { textToAudio, requests, methods } = atKling(lost, found);
    const task = await eventually(textToAudio.create(input));
    expect(task.id).toBe(taskId);
    expect(methods()).toBe('POST GET');
    expect(requests[1]?.url).toContain(`/v1/audio/text-to-audio/${task.externalId}`);
  });

  it('is followed by searches until one finds the task, even when some of them fail', async () => {
    const { textToAudio, methods } = atKling(
      broken('ECONNRESET'),
      missing,
      html(502),
      missing,
      broken('ECONNRESET'),
      found,
    );
    expect((await eventually(textToAudio.create(input))).id).toBe(taskId);
    expect(methods()).toBe('POST GET GET GET GET GET');
  });

  it('does not mean that there is no task when an early search gets a late response', async () => {
    const late = () =>
      new Promise<Answer>((answer) => {
        setTimeout(() => answer(missing), 12_000);
      });
    const { textToAudio, methods } = atKling(broken('ECONNRESET'), late, found);
    expect((await eventually(textToAudio.create(input))).id).toBe(taskId);
    expect(methods()).toBe('POST GET GET');
  });

  it('does not mean that there is no task before searches have said so for a minute in a row', async () => {
    const trouble = Array.from({ length: 5 }, () => html(502));
    const searches: Answer[] = [...trouble, missing, ...trouble, missing, found];
    const { textToAudio, methods } = atKling(broken('ECONNRESET'), ...searches);
    expect((await eventually(textToAudio.create(input))).id).toBe(taskId);
    expect(methods()).toBe(`POST${' GET'.repeat(searches.length)}`);
  });

  it('is not followed by a second create when there is no time for it', async () => {
    const { textToAudio, methods } = atKling(broken('ECONNRESET'), missing);
    const create = textToAudio.create(input, { timeout: 16_000 });
    await failure(eventually(create), CreateUncertainError);
    expect(methods()).toMatch(/^POST( GET)+$/);
  });

  it.each([400, 403, 404, 451])(
    'does not mean that there is no task because a search gets an HTML page with %d',
    async (status) => {
      const { textToAudio } = atKling(broken('ECONNRESET'), html(status));
      const error = await failure(eventually(textToAudio.create(input)), CreateUncertainError);
      await failure(error.reconcile(), AnswerError);
    },
  );

  it('is followed by a second create with the same external id when there is no task for a minute', async () => {
    const { fetch, requests } = scripted(broken('ECONNRESET'), ({ method }: Seen) =>
      method === 'GET' ? missing : accepted(),
    );
    const { textToAudio } = createKling(klingai, { apiKey: 'k' }, { fetch });
    const started = performance.now();
    await eventually(textToAudio.create(input));
    expect(performance.now() - started).toBeGreaterThanOrEqual(60_000);
    const posts = requests.filter(({ method }) => method === 'POST');
    expect(posts).toHaveLength(2);
    expect(new Set(posts.map(({ body }) => body.external_task_id)).size).toBe(1);
  });

  it.each<[string, Answer]>([
    ['as the first one exists', missing],
    ['for a reason of its own', refused(1102, 429)],
    ['as the provider cannot be reached', broken('ECONNREFUSED')],
  ])('ends in the task of the first create when the second is refused %s', async (_, refusal) => {
    let posts = 0;
    const { fetch } = scripted(({ method }: Seen) => {
      if (method === 'POST') return ++posts === 1 ? broken('ECONNRESET') : refusal;
      return posts === 1 ? missing : found;
    });
    const { textToAudio } = createKling(klingai, { apiKey: 'k' }, { fetch });
    expect((await eventually(textToAudio.create(input))).id).toBe(taskId);
    expect(posts).toBe(2);
  });

  /** A client whose first create is lost without a trace, and whose second one gets this response. */
  function lostThen(second: Answer) {
    let sent = 0;
    const { fetch, posts } = scripted(({ method }: Seen) => {
      if (method === 'GET') return missing;
      return ++sent === 1 ? broken('ECONNRESET') : second;
    });
    return { textToAudio: createKling(klingai, { apiKey: 'k' }, { fetch }).textToAudio, posts };
  }

  it('ends in a refusal when the second create is refused and there is still no task', async () => {
    const { textToAudio, posts } = lostThen(refused(1102, 429));
    const error = await failure(eventually(textToAudio.create(input)), ApiError);
    expect(error).toMatchObject({ code: 1102 });
    expect(posts()).toHaveLength(2);
  });

  it('stays uncertain when no search succeeds before the time is up', async () => {
    const { textToAudio, methods } = atKling(broken('ECONNRESET'));
    await failure(eventually(textToAudio.create(input)), CreateUncertainError);
    expect(methods()).toMatch(/^POST( GET)+$/);
  });

  it('stays uncertain when the signal aborts while the second create is refused', async () => {
    const { textToAudio, posts } = lostThen(refused(1302, 429));
    const stop = new AbortController();
    const create = textToAudio.create(input, { signal: stop.signal });
    setTimeout(() => stop.abort(), 70_000);
    await failure(eventually(create, 71_000), CreateUncertainError);
    expect(posts().length).toBeGreaterThan(1);
  });

  it('is followed by no more searches once the signal aborts', async () => {
    const stop = new AbortController();
    const { textToAudio, methods } = atKling(broken('ECONNRESET'), missing);
    const create = textToAudio.create(input, { signal: stop.signal });
    setTimeout(() => stop.abort(), 100);
    await failure(eventually(create, 1_000), CreateUncertainError);
    expect(methods()).toBe('POST GET');
  });
});

describe('a provider that cannot be reached', () => {
  it.each(['read', 'write'])(
    'is not one whose connection broke off during a %s',
    async (syscall) => {
      const cause = Object.assign(new Error('gone'), { code: 'EHOSTUNREACH', syscall });
      const { textToAudio } = creating(new TypeError('fetch failed', { cause }));
      await failure(textToAudio.create(input), CreateUncertainError);
    },
  );

  it.each(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT'])(
    'has no task, and the error says so: %s',
    async (code) => {
      const { textToAudio, posts } = creating(broken(code));
      const error = await failure(textToAudio.create(input), ConnectionError);
      expect(error).toMatchObject({
        sent: false,
        message: expect.stringContaining(`no answer from api.deerapi.com: ${code}`),
        cause: { message: expect.stringContaining('fetch failed') },
      });
      expect(error.task).toBeUndefined();
      expect(posts()).toHaveLength(1);
    },
  );

  it('includes a port that fetch never connects to', async () => {
    vi.useRealTimers();
    const kling = createKling(deerapi, { apiKey: 'x' }, { baseUrl: 'http://127.0.0.1:1' });
    const error = await failure(kling.textToAudio.create(input), ConnectionError);
    expect(error).toMatchObject({
      sent: false,
      message: expect.stringContaining('no answer from 127.0.0.1:1: no connection'),
    });
  });
});

describe('a provider that is busy', () => {
  it('gets no second create when too little time is left for a response, though lists are retried', async () => {
    const wait = { 'retry-after': '3' };
    const { fetch, requests, posts } = scripted(refused(1302, 429, wait));
    const { textToAudio } = createKling(klingai, { apiKey: 'k' }, { fetch });
    await failure(eventually(textToAudio.create(input, { timeout: 5_000 })), ApiError);
    expect(posts()).toHaveLength(1);
    await failure(eventually(textToAudio.list({}, { timeout: 5_000 })), ApiError);
    expect(requests).toHaveLength(3);
  });

  const gatewaysDate = () =>
    refused(1303, 429, { 'retry-after': new Date(Date.now() + 40_000).toUTCString() })();

  it.each<[string, Answer, number]>([
    ['1302', refused(1302, 429), 1_000],
    ['1303', refused(1303, 429), 1_000],
    ['1303 under 200', refused(1303, 200), 1_000],
    ['429 of a gateway', gatewayRefused(429), 1_000],
    ['Retry-After in seconds', refused(1303, 429, { 'retry-after': '40' }), 40_000],
    ['Retry-After as a date', gatewaysDate, 39_000],
    ['Retry-After of 0', refused(1303, 429, { 'retry-after': '0' }), 1_000],
  ])('gets the same create again later: %s', async (_, answer, pause) => {
    const { textToAudio, posts, externalIds } = creating(answer, answer, accepted());
    const task = await eventually(textToAudio.create(input));
    expect(externalIds()).toEqual([task.externalId, task.externalId, task.externalId]);
    const [first, second] = posts();
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(pause);
  });

  it('gets creates less and less often, for two minutes', async () => {
    vi.spyOn(Math, 'random').mockReturnValue(0);
    const { textToAudio, posts } = creating(refused(1303, 429));
    const error = await failure(eventually(textToAudio.create(input)), ApiError);
    expect(error).toMatchObject({ code: 1303 });
    expect(error.task).toBeUndefined();
    const at = posts().map((post) => post.at);
    const pauses = at.slice(1).map((time, n) => time - (at[n] ?? 0));
    expect(pauses).toEqual([1e3, 2e3, 4e3, 8e3, 16e3, 30e3, 30e3]);
  });

  it('is not waited for longer than the user allows', async () => {
    const { textToAudio, posts } = creating(refused(1303, 429, { 'retry-after': '40' }));
    const error = await failure(textToAudio.create(input, { timeout: 30_000 }), ApiError);
    expect(error).toMatchObject({ code: 1303, retryAfter: 40_000 });
    expect(posts()).toHaveLength(1);
  });

  it('may still lose the response in the end', async () => {
    const { textToAudio, posts, externalIds } = creating(refused(1303, 429), html(502));
    const { task } = await failure(eventually(textToAudio.create(input)), CreateUncertainError);
    expect(externalIds()).toEqual([task.externalId, task.externalId]);
    expect(posts()).toHaveLength(2);
  });
});

describe('a refusal', () => {
  it.each([
    [1100, 429],
    [1101, 429],
    [1102, 429],
    [1102, 400],
    [1102, 200],
    [1103, 403],
    [1200, 400],
    [1201, 400],
    [1202, 404],
    [1203, 404],
    [1300, 400],
    [1301, 400],
    [1304, 429],
    [1000, 401],
  ])('comes at once, after one create: %i under HTTP %i', async (code, status) => {
    const { textToAudio, posts } = creating(refused(code, status));
    const error = await failure(textToAudio.create(input), ApiError);
    expect(error).toMatchObject({ code, status });
    expect(error.task).toBeUndefined();
    expect(posts()).toHaveLength(1);
  });

  it.each<[string, Answer]>([
    ['400', gatewayRefused(400)],
    ['401', gatewayRefused(401)],
    ['403', gatewayRefused(403)],
    ['404', gatewayRefused(404)],
    ['a field missing, under 500', gatewayRefused(500, 'invalid_request')],
    ['a model that is not offered, under 503', gatewayRefused(503, 'model_not_found')],
  ])('of the gateway itself comes at once, too: %s', async (_, answer) => {
    const { textToAudio, posts } = creating(answer);
    await failure(textToAudio.create(input), ApiError);
    expect(posts()).toHaveLength(1);
  });
});

describe('an outdated token', () => {
  const pair = { accessKey: 'AK', secretKey: 'SK' };

  function signing(...answers: [Answer, ...Answer[]]) {
    const { fetch, posts } = scripted(...answers);
    return { kling: createKling(klingai, pair, { fetch }), posts };
  }

  it.each<[string, Answer]>([
    ['1003', refused(1003, 401)],
    ['1004', refused(1004, 401)],
  ])('is renewed once, for the same task: %s', async (_, answer) => {
    const { kling, posts } = signing(accepted(), answer, accepted());
    await kling.textToAudio.create(input);
    vi.setSystemTime(Date.now() + 600_000);
    await kling.textToAudio.create({ ...input, external_task_id: 'mine' });
    const [first, refusedOne, renewed] = posts();
    expect(posts()).toHaveLength(3);
    expect(refusedOne?.authorization).toBe(first?.authorization);
    expect(renewed?.authorization).not.toBe(first?.authorization);
    expect([refusedOne, renewed]).toMatchObject(
      Array(2).fill({ body: { external_task_id: 'mine' } }),
    );
  });

  it('is renewed for a poll, too', async () => {
    const { fetch, requests } = scripted(refused(1004, 401), succeeded);
    const kling = createKling(klingai, pair, { fetch });
    await kling.textToAudio.task(taskId).snapshot();
    expect(requests).toHaveLength(2);
  });

  it('that is refused again after its renewal is an error', async () => {
    const { kling, posts } = signing(refused(1000, 401));
    expect(await failure(kling.textToAudio.create(input), ApiError)).toMatchObject({ code: 1000 });
    expect(posts()).toHaveLength(2);
  });

  it('is not renewed because of a missing permission', async () => {
    const { kling, posts } = signing(refused(1103, 403));
    expect(await failure(kling.textToAudio.create(input), ApiError)).toMatchObject({ code: 1103 });
    expect(posts()).toHaveLength(1);
  });

  it('that cannot be signed is not a lost response', async () => {
    vi.spyOn(crypto.subtle, 'sign').mockRejectedValue(new RangeError('no crypto'));
    const { kling, posts } = signing(accepted());
    await failure(kling.textToAudio.create(input), RangeError);
    expect(posts()).toHaveLength(0);
  });
});

describe('an aborted create', () => {
  it('sends nothing when the signal had aborted before', async () => {
    const { textToAudio, posts } = creating(accepted());
    const create = textToAudio.create(input, { signal: AbortSignal.abort('enough') });
    const error = await failure(create, TaskAbortedError);
    expect(error.cause).toBe('enough');
    expect(error.task).toBeUndefined();
    expect(posts()).toHaveLength(0);
  });

  it('sends nothing when its token was still being signed, either', async () => {
    const { fetch, posts } = scripted(accepted());
    const kling = createKling(klingai, { accessKey: 'AK', secretKey: 'SK' }, { fetch });
    const { signal, abort } = countedSignal();
    const create = kling.textToAudio.create(input, { signal });
    abort();
    await failure(create, TaskAbortedError);
    expect(posts()).toHaveLength(0);
  });

  it('may have created the task when the request was under way, even when fetch ignores the signal', async () => {
    const { textToAudio, posts } = creating(silence);
    const { signal, abort } = countedSignal();
    const ended = failure(textToAudio.run(input, { signal }), CreateUncertainError);
    await vi.advanceTimersByTimeAsync(500);
    expect(posts()).toHaveLength(1);
    abort();
    const error = await eventually(ended, 10);
    expect(error.task).toMatchObject({ externalId: posts()[0]?.body.external_task_id });
  });

  it('ends at once while it waits to retry, and leaves no timer or listener behind', async () => {
    const { textToAudio, posts } = creating(refused(1303, 429));
    const { signal, abort, listeners } = countedSignal();
    const ended = failure(textToAudio.create(input, { signal }), TaskAbortedError);
    await vi.advanceTimersByTimeAsync(500);
    abort();
    await ended;
    expect(posts()).toHaveLength(1);
    expect(vi.getTimerCount()).toBe(0);
    expect(listeners()).toBe(0);
  });

  it('may have created the task when the response came in the same moment', async () => {
    const controller = new AbortController();
    const { textToAudio } = creating(() => {
      controller.abort();
      return html(502)();
    });
    const create = textToAudio.create(input, { signal: controller.signal });
    await failure(create, CreateUncertainError);
  });
});
