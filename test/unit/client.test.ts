import { inspect } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Operation } from '../../src/client/operation.ts';
import type { Contract } from '../../src/client/providers.ts';
import { documentedOperations } from '../../src/contract/documented.ts';
import { pathOf, providerNames, providers } from '../../src/documents/documents.ts';
import {
  AnswerError,
  ApiError,
  ConnectionError,
  cometapi,
  createKling,
  deerapi,
  type KlingOptions,
  klingai,
  type TaskHandle,
} from '../../src/index.ts';
import { broken, html, scripted, silence } from '../support/fetch.ts';
import { accepted, looksLike, refused, succeeded, taskId } from '../support/kling.ts';
import { tasks } from '../support/offered.ts';
import { failure } from '../support/outcome.ts';
import { speaking } from '../support/speaking.ts';

const input = { prompt: 'rain', duration: 5 };
const apiKey = 'k';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a client', () => {
  it.each(providerNames)('offers what the document of %s has', (name) => {
    const kling = createKling<Contract, string, { apiKey: string }>(providers[name], { apiKey });
    const methods = { create: ['create', 'run', 'task'], get: [] };
    const offered = new Map<string, string[]>();
    for (const { name: operation, action, others = [] } of documentedOperations(name)) {
      if (!operation || !action) continue;
      const own = action in methods ? methods[action as keyof typeof methods] : [action];
      for (const each of [operation, ...others])
        offered.set(each, [...new Set([...(offered.get(each) ?? []), ...own])].sort());
    }
    const { durations, http, resume, ...operations } = kling;
    const found = Object.entries(operations).map(([each, methods]) => [
      each,
      Object.keys(Object(methods)).sort(),
    ]);
    expect(new Map(found as [string, string[]][])).toEqual(offered);
    expect(durations && http && resume).toBeDefined();
  });

  it('offers nothing that the document does not have', () => {
    const { textToAudio = expect.fail('it has that') } = cometapi.offers;
    const kling = createKling({ ...klingai, offers: { textToAudio } }, { apiKey });
    expect(Object.keys(kling)).toEqual(['textToAudio', 'http', 'durations', 'resume']);
  });

  it.each(tasks)('sends the create of %s %s to its route and looks there', async (name, each) => {
    const { accepted, input, looksLike, readAt } = speaking(name, each);
    const { fetch, requests } = scripted(accepted(), looksLike('processing'));
    const kling = createKling<Contract, string, { apiKey: string }>(
      providers[name],
      { apiKey },
      { fetch },
    );
    // The operations share no input.
    const operation = Reflect.get(kling, each) as Operation<object, object, object>;
    await (await operation.create(input)).snapshot();
    const { origin } = providers[name];
    expect(requests.map(({ method, url }) => [method, url.replace(origin, '')])).toEqual([
      ['POST', pathOf(name, each)],
      ['GET', readAt],
    ]);
  });

  it('signs with an API key, or with a token made from a pair of keys', async () => {
    const { fetch, requests } = scripted(accepted());
    await createKling(klingai, { apiKey: 'sk' }, { fetch }).textToAudio.create(input);
    const pair = { accessKey: 'AK', secretKey: 'SK' };
    await createKling(klingai, pair, { fetch }).textToAudio.create(input);
    expect(requests[0]?.authorization).toBe('Bearer sk');
    expect(requests[1]?.authorization).toMatch(/^Bearer eyJ[\w-]+\.eyJ[\w-]+\.[\w-]{43}$/);
  });

  it('uses the global fetch of the moment when given none', async () => {
    const kling = createKling(cometapi, { apiKey: 'k' });
    const { fetch, requests } = scripted(accepted());
    vi.stubGlobal('fetch', fetch);
    await kling.textToAudio.create(input);
    expect(requests).toHaveLength(1);
  });

  it('does not let fetch follow a redirect', async () => {
    const redirects: unknown[] = [];
    const fetch = async (_: string, { redirect }: RequestInit) => {
      redirects.push(redirect);
      return Response.json(accepted());
    };
    await createKling(cometapi, { apiKey: 'k' }, { fetch }).textToAudio.create(input);
    expect(redirects).toEqual(['manual']);
  });

  it('first looks after the interval of its options', async () => {
    vi.useFakeTimers();
    const { fetch, requests } = scripted(succeeded);
    const kling = createKling(cometapi, { apiKey: 'k' }, { fetch, interval: 20_000 });
    const result = kling.textToAudio.task(taskId).result();
    await vi.advanceTimersByTimeAsync(19_999);
    expect(requests).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(5_000);
    await result;
  });

  it('gives creates as long as its options say', async () => {
    vi.useFakeTimers();
    const { fetch } = scripted(silence);
    const kling = createKling(cometapi, { apiKey: 'k' }, { fetch, createTimeout: 5_000 });
    const ended = failure(kling.textToAudio.create(input), Error);
    await vi.advanceTimersByTimeAsync(5_000);
    await ended;
  });
});

describe('the base address', () => {
  const route = '/v1/audio/text-to-audio';

  it.each([
    [undefined, `https://api.cometapi.com/kling${route}`],
    ['http://localhost:4010', `http://localhost:4010/kling${route}`],
    ['http://localhost:4010/', `http://localhost:4010/kling${route}`],
    ['http://localhost:4010/mock', `http://localhost:4010/mock/kling${route}`],
    ['http://localhost:4010/mock/', `http://localhost:4010/mock/kling${route}`],
  ])('%s is where the prefix comes after', async (baseUrl, url) => {
    const { fetch, requests } = scripted(accepted());
    const kling = createKling(cometapi, { apiKey: 'k' }, { fetch, baseUrl });
    await kling.textToAudio.create(input);
    expect(requests[0]?.url).toBe(url);
  });

  it('needs no prefix where the provider has none', async () => {
    const { fetch, requests } = scripted(accepted());
    const baseUrl = 'https://api-beijing.klingai.com';
    await createKling(klingai, { apiKey: 'k' }, { fetch, baseUrl }).textToAudio.create(input);
    expect(requests[0]?.url).toBe(`${baseUrl}${route}`);
  });

  it.each(['', 'localhost', '/kling'])('that is none is refused at once: %j', (baseUrl) => {
    expect(() => createKling(cometapi, { apiKey: 'k' }, { baseUrl })).toThrow(TypeError);
  });

  it.each(['user:canary@host', 'host?x=canary', 'host/#canary'])(
    'that routes cannot follow is refused, and not shown: %s',
    (address) => {
      const baseUrl = `https://${address}`;
      const create = () => createKling(cometapi, { apiKey: 'k' }, { baseUrl });
      expect(create).toThrow('a base URL has no user, password, ? or #');
      expect(create).not.toThrow('canary');
    },
  );
});

describe('http', () => {
  it('reaches every route of the document, prefixed and signed', async () => {
    const said = looksLike('processing');
    const { fetch, requests } = scripted(said);
    const kling = createKling(cometapi, { apiKey: 'k' }, { fetch });
    const path = { action: 'videos', action2: 'text2video', task_id: taskId };
    const { data } = await kling.http.GET('/v1/{action}/{action2}/{task_id}', { params: { path } });
    expect(data).toEqual(said);
    expect(requests[0]).toMatchObject({
      url: `https://api.cometapi.com/kling/v1/videos/text2video/${taskId}`,
      authorization: 'Bearer k',
    });
  });

  it.each(['..', '.', '', '\ud800'])('lets no parameter lead elsewhere: %j', async (task_id) => {
    const { fetch, requests } = scripted(looksLike('processing'));
    const kling = createKling(cometapi, { apiKey: 'k' }, { fetch });
    const path = { action: 'videos', action2: 'text2video' };
    const get = (task_id: string) =>
      kling.http.GET('/v1/{action}/{action2}/{task_id}', {
        params: { path: { ...path, task_id } },
      });
    await failure(get(task_id), TypeError);
    expect(requests).toHaveLength(0);
    await get('../a?b#c');
    expect(requests[0]?.url).toMatch(/\/text2video\/\.\.%2Fa%3Fb%23c$/);
  });

  it('says when there was no answer', async () => {
    const { fetch } = scripted(broken('ECONNRESET'));
    const kling = createKling(deerapi, { apiKey: 'k' }, { fetch });
    const post = kling.http.POST('/v1/audio/text-to-audio', { body: input });
    expect(await failure(post, ConnectionError)).toMatchObject({
      sent: true,
      provider: 'deerapi',
      message: 'deerapi: no answer from api.deerapi.com: ECONNRESET',
    });
  });
});

describe('a list', () => {
  const listing = (...answers: Parameters<typeof scripted>) => {
    const { fetch, requests } = scripted(...answers);
    return { kling: createKling(klingai, { apiKey: 'k' }, { fetch }), requests };
  };

  it('is one page of tasks', async () => {
    const { data } = looksLike('succeeded');
    const { kling, requests } = listing({ code: 0, data: [data] });
    expect(await kling.videoToAudio.list({ pageSize: 50, pageNum: 2 })).toEqual([
      { ...data, task_status: 'succeed' },
    ]);
    const url = new URL(requests[0]?.url ?? '');
    expect(url.pathname).toBe('/v1/audio/video-to-audio');
    expect(url.search).toBe('?pageSize=50&pageNum=2');
  });

  it('may be empty, and needs no query', async () => {
    const { kling, requests } = listing({ code: 0, data: [] });
    expect(await kling.textToVideo.list()).toEqual([]);
    expect(requests[0]?.url).toMatch(/\/v1\/videos\/text2video$/);
  });

  it('fails like a look', async () => {
    const { kling } = listing(refused(1201, 400), html(502));
    await failure(kling.textToAudio.list(), ApiError);
    await failure(kling.textToAudio.list(), AnswerError);
  });
});

describe('a handle', () => {
  const kling = createKling(klingai, { apiKey: 'k' });
  const handle = kling.textToAudio.task(taskId).toJSON();

  it('may be changed by its owner, which does not change the task', () => {
    const own = { ...handle };
    const task = kling.resume(own);
    own.id = 'another';
    expect(task.id).toBe(taskId);
  });

  it('makes the same task again, without asking anybody', () => {
    const { fetch, requests } = scripted(succeeded);
    const elsewhere = createKling(klingai, { apiKey: 'other' }, { fetch });
    const task = elsewhere.resume(JSON.parse(JSON.stringify(handle)));
    expect(task.id).toBe(taskId);
    expect(task.toJSON()).toEqual(handle);
    expect(requests).toHaveLength(0);
  });

  it.each<[string, unknown]>([
    ['cometapi textToAudio', { ...handle, provider: 'cometapi' }],
    ['klingai textToSong', { ...handle, operation: 'textToSong' }],
    ['klingai toString', { ...handle, operation: 'toString' }],
    ['klingai textToAudio', { ...handle, v: 2 }],
    ['something else', JSON.stringify(handle)],
    ['something else', {}],
    ['something else', undefined],
    ['something else', null],
  ])('that is %s is refused', (found, wrong) => {
    const resume = () => kling.resume(wrong as TaskHandle);
    expect(resume).toThrow(TypeError);
    expect(resume).toThrow(`klingai cannot resume a handle of ${found}`);
  });

  it.each(['..', '.', '', Number(taskId), undefined])('cannot have the id %j', (id) => {
    expect(() => kling.textToAudio.task(id as string)).toThrow(/^not a task id: /);
  });

  it('cannot lead to another route by a stored id, either', async () => {
    const { fetch, requests } = scripted({
      code: 0,
      data: { ...succeeded.data, task_id: '../a?b#c' },
    });
    const own = createKling(klingai, { apiKey: 'k' }, { fetch, interval: 1 });
    await failure(own.resume({ ...handle, id: '..' }).result(), TypeError);
    expect(requests).toHaveLength(0);
    await own.resume({ ...handle, id: '../a?b#c' }).result();
    expect(requests[0]?.url).toMatch(/\/v1\/audio\/text-to-audio\/\.\.%2Fa%3Fb%23c$/);
  });
});

describe('the key', () => {
  const canary = 'canary-key';
  const shown = (value: unknown) =>
    [inspect(value, { depth: 20, showHidden: true }), JSON.stringify(value)].join();

  it.each<[string, (options: KlingOptions) => { textToAudio: { task(id: string): unknown } }]>([
    ['cometapi', (options) => createKling(cometapi, { apiKey: canary }, options)],
    ['klingai', (options) => createKling(klingai, { apiKey: canary }, options)],
    [
      'klingai with a pair',
      (options) => createKling(klingai, { accessKey: canary, secretKey: canary }, options),
    ],
  ])('is nowhere to be seen in a client or a task: %s', (_, create) => {
    const kling = create({ fetch: scripted(succeeded).fetch });
    expect(shown(kling)).not.toContain(canary);
    expect(shown(kling.textToAudio.task(taskId))).not.toContain(canary);
  });

  it('is in no address', async () => {
    const { fetch, requests } = scripted(accepted(), succeeded);
    const kling = createKling(cometapi, { apiKey: canary }, { fetch, interval: 1 });
    await kling.textToAudio.run(input);
    expect(requests).toHaveLength(2);
    expect(requests.map(({ url }) => url).join()).not.toContain(canary);
  });
});
