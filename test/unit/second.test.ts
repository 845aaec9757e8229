import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { second } from '../../src/client/dialect.ts';
import {
  ApiError,
  CreateUncertainError,
  createKling,
  klingai,
  klingai2,
  TaskFailedError,
} from '../../src/index.ts';
import { broken, scripted } from '../support/fetch.ts';
import { eventually, failure } from '../support/outcome.ts';

const apiKey = 'canary-key-0123456789';
const id = '861254119619698760';
const said = (data: unknown) => ({ code: 0, message: 'SUCCEED', request_id: 'r', data });
const task = (status: string, more: object = {}) => ({
  id,
  status,
  message: '',
  create_time: Date.now(),
  update_time: Date.now() + 1_000,
  outputs: [],
  billing: [],
  ...more,
});
const video = { type: 'video', id: '1', url: 'https://files.example/1.mp4', duration: '5.041' };
const input = { model: 'kling-3.0-turbo', prompt: 'rain' } as const;

function provider(...answers: Parameters<typeof scripted>) {
  const { fetch, requests, posts } = scripted(...answers);
  return { kling: createKling(klingai2, { apiKey }, { fetch }), requests, posts };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a task of the second generation', () => {
  it('is created at the route of its model, with our id in options and nowhere else', async () => {
    const { kling, posts } = provider(said(task('submitted')));
    const options = { callback_url: 'https://app.example/', external_task_id: 'mine' };
    const made = await kling.textToVideo.create({ ...input, settings: { duration: 7 }, options });
    expect(posts().map(({ url, body }) => [url, body])).toEqual([
      [
        `${klingai2.origin}/text-to-video/kling-3.0-turbo`,
        { prompt: 'rain', settings: { duration: 7 }, options },
      ],
    ]);
    expect(made.toJSON()).toMatchObject({ provider: 'klingai2', id, externalId: 'mine' });
    expect(made.toJSON().kind).toBe('kling-3.0-turbo 7 s');
  });

  it('gets an id of ours where the caller gives none', async () => {
    const { kling, posts } = provider(said(task('submitted')));
    const { externalId } = await kling.textToVideo.create(input);
    expect(posts()[0]?.body).toEqual({ prompt: 'rain', options: { external_task_id: externalId } });
  });

  it('is read with the others, and gives its videos', async () => {
    const done = task('succeeded', {
      outputs: [video, { type: 'image', url: 'https://x.example' }],
    });
    const { kling, requests } = provider(said([task('processing')]), said([done]));
    const { videos } = await eventually(kling.textToVideo.task(id).result());
    expect(videos).toEqual([video]);
    expect(new Set(requests.map(({ url }) => url))).toEqual(
      new Set([`${klingai2.origin}/tasks?task_ids=${id}`]),
    );
  });

  it('is finished only when its files are there', async () => {
    const { kling, requests } = provider(
      said([task('succeeded')]),
      said([task('succeeded', { outputs: [{ ...video, url: '' }] })]),
      said([task('succeeded', { outputs: [video] })]),
    );
    await eventually(kling.textToVideo.task(id).result());
    expect(requests).toHaveLength(3);
  });

  it('fails with the provider’s reason', async () => {
    const { kling } = provider(said([task('failed', { message: 'refused by the risk control' })]));
    const ends = failure(kling.textToVideo.task(id).result(), TaskFailedError);
    expect((await eventually(ends)).reason).toBe('refused by the risk control');
  });

  it('is found by its external id after a lost create, and is not created again', async () => {
    const { kling, posts, requests } = provider(
      broken('ECONNRESET'),
      said([]),
      said([task('submitted', { external_id: 'mine' })]),
    );
    const options = { external_task_id: 'mine' };
    const made = await eventually(kling.textToVideo.create({ ...input, options }));
    expect(made.id).toBe(id);
    expect(posts()).toHaveLength(1);
    expect(requests.at(-1)?.url).toBe(`${klingai2.origin}/tasks?external_task_ids=mine`);
  });

  it('exists when a repetition is refused as a duplicate', async () => {
    let creates = 0;
    // Taken at once, and shown only when somebody tries to create it again.
    const { kling, posts } = provider(({ method }) => {
      const isShown = creates > 1;
      if (method === 'GET')
        return said(isShown ? [task('submitted', { external_id: 'mine' })] : []);
      creates += 1;
      return creates === 1 ? broken('ECONNRESET') : duplicate();
    });
    const message = 'External_task_id mine already exists';
    const duplicate = () =>
      Response.json({ code: 1201, message, request_id: 'r' }, { status: 400 });
    const options = { external_task_id: 'mine' };
    const made = await eventually(kling.textToVideo.create({ ...input, options }));
    expect(made.id).toBe(id);
    expect(posts()).toHaveLength(2);
  });

  it('is unknown when the list is empty, which a new task may be for a minute', async () => {
    const { kling } = provider(said([]));
    const error = await failure(kling.textToVideo.task(id).snapshot(), ApiError);
    expect(error).toMatchObject({ code: 1203, status: 200 });
  });

  it('is not asked for by an id that would be read as two', async () => {
    const { kling, requests } = provider(said([]));
    await failure(kling.textToVideo.task('1,2').snapshot(), TypeError);
    const options = { external_task_id: 'a,b' };
    await failure(kling.textToVideo.create({ ...input, options }), TypeError);
    expect(requests).toHaveLength(0);
  });

  it.each([
    ['beside one that names none', [task('succeeded', { id: undefined }), task('processing')]],
    ['twice', [task('processing'), task('processing')]],
    ['among others', [task('failed', { id: '1' }), task('processing'), null, 7]],
  ])('is the one that is named, when it comes %s', async (_, data) => {
    const { kling } = provider(said(data));
    const snapshot = await kling.textToVideo.task(id).snapshot();
    expect(snapshot).toMatchObject({ id, status: 'processing' });
  });

  it('is none of several that have no name', async () => {
    const nameless = { id: undefined, external_id: undefined };
    const { kling, posts } = provider(
      broken('ECONNRESET'),
      said([task('submitted', { external_id: '' }), task('submitted', { id: '2' })]),
    );
    const error = await eventually(failure(kling.textToVideo.create(input), CreateUncertainError));
    expect(error.task.id).toBeUndefined();
    expect(posts()).toHaveLength(1);
    const other = provider(said([task('succeeded', nameless), task('failed', nameless)]));
    await expect(other.kling.textToVideo.task(id).snapshot()).rejects.toThrow('another task');
  });

  it('exists when it is named, whatever code stands beside its id', async () => {
    const { kling, posts } = provider(said(task('submitted', { code: 1201 })));
    expect((await kling.textToVideo.create(input)).id).toBe(id);
    expect(posts()).toHaveLength(1);
  });

  it.each(['mine', 'm'.repeat(64), 'do-not-repeat', 'x'.repeat(900)])(
    'that was taken is looked for until it is shown, by an id such as the %#. one',
    async (own) => {
      let lookups = 0;
      const message = `External_task_id ${own} already exists`;
      const { kling, posts } = provider(({ method }) => {
        if (method === 'POST')
          return Response.json({ code: 1201, message, request_id: 'r' }, { status: 400 });
        lookups += 1;
        return said(lookups < 6 ? [] : [task('submitted', { external_id: own })]);
      });
      const options = { external_task_id: own };
      const made = await eventually(kling.textToVideo.create({ ...input, options }));
      expect(made.id).toBe(id);
      expect(posts()).toHaveLength(1);
    },
  );

  it('is never another one', async () => {
    const { kling } = provider(said([task('succeeded', { id: '1', outputs: [video] })]));
    await expect(kling.textToVideo.task(id).snapshot()).rejects.toThrow('about another task');
  });
});

describe('try-on 3.0', () => {
  it('has a create that answers as the first generation did, and a query of its own', async () => {
    const image = { type: 'image', url: 'https://files.example/1.png' };
    const { kling, requests } = provider(
      said({ task_id: id, status: 'submitted', create_time: 1, update_time: 1 }),
      said([task('succeed', { outputs: [image] })]),
    );
    const contents = [
      { type: 'product_image', url: 'https://x.example/coat.png' },
      { type: 'person_image', url: 'https://x.example/person.png' },
    ] as never;
    const { images } = await eventually(kling.virtualTryOn.run({ contents }));
    expect(images).toEqual([image]);
    expect(
      requests.map(({ method, url }) => `${method} ${url.replace(klingai2.origin, '')}`),
    ).toEqual(['POST /solutions/virtual_try_on', `GET /solutions?task_ids=${id}`]);
  });
});

describe('the list of the second generation', () => {
  const page = (ids: string[], more: object = {}) =>
    said({
      result: ids.map((each) => task('succeeded', { id: each })),
      count: ids.length,
      ...more,
    });

  it('is asked for by POST, and gives what the document describes', async () => {
    const data = { next_cursor: 'c2', has_more: true };
    const { kling, requests } = provider(page(['1', '2'], data));
    const query = {
      limit: 2,
      filters: [{ key: 'status' as const, values: ['succeeded' as const] }],
    };
    const { result, count, next_cursor, has_more } = await kling.textToVideo.list(query);
    expect(result?.map((each) => each.id)).toEqual(['1', '2']);
    expect({ count, next_cursor, has_more }).toEqual({ count: 2, ...data });
    expect(requests).toMatchObject([
      { method: 'POST', url: `${klingai2.origin}/tasks`, body: query },
    ]);
  });

  it('of an account without tasks has no result', async () => {
    const { kling } = provider(said({ count: 0, has_more: false }));
    expect(await kling.textToVideo.list()).toEqual({ count: 0, has_more: false });
  });

  it('is sent again while the provider is busy, as a read', async () => {
    const busy = () =>
      Response.json({ code: 1302, message: 'slow', request_id: 'r' }, { status: 429 });
    const { kling, requests } = provider(busy, page(['1']));
    expect((await eventually(kling.omniVideo.list())).count).toBe(1);
    expect(requests).toHaveLength(2);
  });

  it.each([
    ['something else', {}],
    ['no list', { result: 7 }],
    ['an array', []],
  ])('is nobody’s word when it is %s', async (_, data) => {
    const { kling } = provider(said(data));
    await expect(kling.textToVideo.list()).rejects.toThrow(
      /the response is not a list|JSON without data/,
    );
  });

  const idsOf = async (tasks: AsyncIterable<{ id?: string }>) => {
    const ids: unknown[] = [];
    for await (const each of tasks) ids.push(each.id);
    return ids;
  };

  it('is read to its end by the cursors of its pages, each task once', async () => {
    const { kling, requests } = provider(
      page(['1', '2'], { next_cursor: 'c2', has_more: true }),
      page([], { next_cursor: 'c3', has_more: true }),
      page(['2', '3'], { next_cursor: 'c4', has_more: false }),
    );
    expect(await idsOf(kling.textToVideo.listAll({ limit: 2 }))).toEqual(['1', '2', '3']);
    expect(requests.map(({ body }) => body)).toEqual([
      { limit: 2 },
      { limit: 2, cursor: 'c2' },
      { limit: 2, cursor: 'c3' },
    ]);
  });

  it.each([
    ['has no cursor', {}, 1],
    ['names its own cursor', { next_cursor: 'c1' }, 1],
    ['repeats itself for ever', () => ({ next_cursor: `${Math.random()}`, has_more: true }), 2],
  ])('ends where a page %s', async (_, more, pages) => {
    const { kling, requests } = provider(() =>
      page(['1'], typeof more === 'function' ? more() : more),
    );
    expect(await idsOf(kling.imageToVideo.listAll({ cursor: 'c1' }))).toEqual(['1']);
    expect(requests).toHaveLength(pages);
  });

  it.each([
    ['has no cursor', {}],
    ['names its own cursor', { next_cursor: 'c1' }],
  ])('says so after the tasks of a page with others after it that %s', async (_, more) => {
    const { kling, requests } = provider(page(['1'], { has_more: true, ...more }));
    const found: unknown[] = [];
    const all = async () => {
      for await (const { id } of kling.imageToVideo.listAll({ cursor: 'c1' })) found.push(id);
    };
    await expect(all()).rejects.toThrow('the response is not a whole list');
    expect(found).toEqual(['1']);
    expect(requests).toHaveLength(1);
  });

  it('has each task once, also on one page, and those that have no id', async () => {
    const { kling } = provider(
      said({ result: [{ id: '1' }, { id: '1' }, {}], count: 3, next_cursor: 'a', has_more: true }),
      said({ result: [{ id: '2' }, {}], count: 2, next_cursor: 'b', has_more: true }),
      said({ result: [{}], count: 1, has_more: false }),
    );
    expect(await idsOf(kling.textToVideo.listAll())).toEqual([
      '1',
      undefined,
      '2',
      undefined,
      undefined,
    ]);
  });

  it.each([
    ['empty', []],
    ['nameless', [{}]],
  ])('ends where the cursors of %s pages go in a circle', async (_, result) => {
    let pages = 0;
    const { kling } = provider(() => {
      pages += 1;
      if (pages > 20) throw new Error('for ever');
      return said({ result, count: 0, next_cursor: `c${pages % 3}`, has_more: true });
    });
    expect((await idsOf(kling.textToVideo.listAll())).length).toBeLessThan(6);
  });

  it('is read no further than its reader goes', async () => {
    const { kling, requests } = provider(page(['1', '2'], { next_cursor: 'c2', has_more: true }));
    for await (const each of kling.textToVideo.listAll()) {
      const handle = kling.textToVideo.task(each.id ?? '').toJSON();
      expect(handle).toMatchObject({ operation: 'textToVideo', id: '1' });
      break;
    }
    expect(requests).toHaveLength(1);
  });

  it('of the first generation is read by its numbered pages under the same name', async () => {
    const pageOf = (...ids: string[]) =>
      said(ids.map((task_id) => ({ task_id, task_status: 'succeed' })));
    const { fetch, requests } = scripted(pageOf('1', '2'), pageOf('2', '3'), pageOf('4'));
    const kling = createKling(klingai, { apiKey }, { fetch });
    const ids: unknown[] = [];
    for await (const { task_id } of kling.textToVideo.listAll({ pageSize: 2 })) ids.push(task_id);
    expect(ids).toEqual(['1', '2', '3', '4']);
    const numbers = requests.map(({ url }) => new URL(url).searchParams.get('pageNum'));
    expect(numbers).toEqual([null, '2', '3']);
  });
});

describe('a field that the provider would ignore, and charge for what it makes', () => {
  it.each([
    ['text', 'callback'],
    ['a list', [{ callback_url: 'https://a.example' }]],
  ])('is refused where options are %s', async (_, options) => {
    const { kling, requests } = provider(said(task('submitted')));
    const wrong = { ...input, options } as never;
    await failure(kling.textToVideo.create(wrong), TypeError);
    expect(requests).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['no object', null, 'the input must be an object'],
    ['nothing', undefined, 'the input must be an object'],
    ['a text', 'a cat', 'the input must be an object'],
    ['a list', [input], 'the input must be an object'],
    ['named by an object', { ...input, options: { external_task_id: {} } }, 'not a task id: ""'],
    ['named by a list', { ...input, options: { external_task_id: ['a'] } }, 'not a task id: ""'],
  ])('is not looked for in an input that is %s', async (_, wrong, message) => {
    const { kling, requests } = provider(said(task('submitted')));
    const error = await failure(kling.textToVideo.create(wrong as never), TypeError);
    expect(error.message).toBe(message);
    expect(requests).toEqual([]);
  });

  it('and an id are found where the input is told by its toJSON', async () => {
    const { kling } = provider(said(task('submitted')));
    const told = { ...input, options: { external_task_id: 'mine' } };
    const made = await kling.textToVideo.create({ toJSON: () => told } as never);
    expect(made.toJSON()).toMatchObject({ externalId: 'mine', kind: 'kling-3.0-turbo' });
  });

  it('is told in a short line, however long it is', async () => {
    const { kling } = provider(said(task('submitted')));
    const long = 'a cat '.repeat(50_000);
    for (const wrong of [
      { ...input, [long]: 1 },
      { ...input, model: long },
    ])
      expect(
        (await failure(kling.textToVideo.create(wrong as never), TypeError)).message.length,
      ).toBeLessThan(400);
  });

  /** What the first generation's programs and typing mistakes send: nothing that the types let through. */
  it.each<[string, object, string]>([
    ['external_task_id', { external_task_id: 'mine' }, 'it is options.external_task_id there'],
    ['callback_url', { callback_url: 'https://a.example' }, 'it is options.callback_url there'],
    ['duration', { duration: 5 }, 'it is settings.duration there'],
    ['sound', { sound: 'on' }, 'it is settings.audio there'],
    ['mode', { mode: 'pro' }, 'it is settings.resolution there'],
    ['cfg_scale', { cfg_scale: 0.5 }, 'it would be ignored, and the result charged'],
    ['settings.audio', { settings: { audio: 'native' } }, 'it would be ignored'],
    ['options.external_id', { options: { external_id: 'mine' } }, 'it would be ignored'],
    ['settings.duration.0', { settings: { duration: [5] } }, 'it would be ignored'],
    ['constructor', { constructor: 1 }, 'it would be ignored'],
  ])('is refused before anything is sent: %s', async (name, more, why) => {
    const { kling, requests } = provider(said(task('submitted')));
    const create = kling.textToVideo.create({ ...input, ...more });
    const { message } = await failure(create, TypeError);
    expect(message).toContain(
      `klingai2 has no field "${name}" at /text-to-video/kling-3.0-turbo: ${why}`,
    );
    expect(requests).toEqual([]);
  });

  it('is refused in a list of contents, too', async () => {
    const { kling, requests } = provider(said(task('submitted')));
    const url = 'https://a.example/1.png';
    const contents = [{ type: 'first_frame' as const, url, image: url }];
    const create = kling.imageToVideo.create({ model: 'kling-2.5-turbo', contents } as never);
    await expect(create).rejects.toThrow('"contents.0.image" at /image-to-video/kling-2.5-turbo');
    expect(requests).toEqual([]);
  });

  it('is refused in the query of a list, which it would not narrow', async () => {
    const { kling, requests } = provider(said({ count: 0 }));
    await expect(kling.textToVideo.list({ pageSize: 5 } as never)).rejects.toThrow(TypeError);
    await expect(kling.textToVideo.listAll({ pageSize: 5 } as never).next()).rejects.toThrow(
      'no field "pageSize" at /tasks',
    );
    expect(requests).toEqual([]);
  });

  it.each<[string, object]>([
    ['of the first generation', { model_name: 'kling-v2-6', prompt: 'rain' }],
    ['that is not documented', { model: 'kling-4.0', prompt: 'rain' }],
  ])('cannot be told of a model %s, which is refused, too', async (_, wrong) => {
    const { kling, requests } = provider(said(task('submitted')));
    await expect(kling.textToVideo.create(wrong as never)).rejects.toThrow('which model is meant?');
    expect(requests).toEqual([]);
  });

  it('is the first generation’s own affair there: it refuses what it does not know', async () => {
    const { fetch, posts } = scripted(said({ task_id: id, task_status: 'submitted' }));
    const kling = createKling(klingai, { apiKey }, { fetch });
    await kling.textToAudio.create({ prompt: 'rain', duration: 5, speed: 1 } as never);
    expect(posts()[0]?.body).toMatchObject({ speed: 1 });
  });

  it('is none that a document has: what each may hold passes', async () => {
    const { kling, posts } = provider(said(task('submitted')));
    const settings = { resolution: '720p', aspect_ratio: '16:9', duration: 5 } as const;
    const options = { callback_url: 'https://a.example', watermark_info: { enabled: true } };
    await kling.textToVideo.create({ ...input, settings, options });
    const url = 'https://a.example/1.png';
    const contents = [
      { type: 'prompt', text: 'rain' } as const,
      { type: 'first_frame', url } as const,
    ];
    await kling.imageToVideo.create({ model: 'kling-3.0', contents });
    expect(posts().map(({ url: to }) => new URL(to).pathname)).toEqual([
      '/text-to-video/kling-3.0-turbo',
      '/image-to-video/kling-3.0',
    ]);
  });
});

describe('absence', () => {
  it.each([
    ['an object', {}],
    ['a page of a list', { result: [], count: 0 }],
  ])('is an empty list, and not %s', async (_, data) => {
    const { kling } = provider(said(data));
    const snapshot = kling.textToVideo.task(id).snapshot();
    await expect(snapshot).rejects.toThrow(/the response is not a list|JSON without data/);
  });

  it('after a lost create is proven by a minute of it, and then it is created again', async () => {
    let creates = 0;
    const { kling, posts, requests } = provider(({ method }) => {
      if (method === 'GET') return said([]);
      creates += 1;
      return creates === 1 ? broken('ECONNRESET') : said(task('submitted'));
    });
    const began = performance.now();
    const made = await eventually(kling.textToVideo.create(input));
    expect([made.id, posts().length]).toEqual([id, 2]);
    const again = (requests.findLast(({ method }) => method === 'POST')?.at ?? 0) - began;
    expect(again).toBeGreaterThanOrEqual(60_000);
    expect(posts()[0]?.body).toEqual(posts()[1]?.body);
  });

  it('with another key or host says that: a stored task is not lost', async () => {
    const { fetch } = scripted(said([]));
    const elsewhere = createKling(
      klingai2,
      { apiKey: 'another' },
      { fetch, baseUrl: 'https://api-beijing.klingai.com' },
    );
    const handle = {
      v: 1,
      provider: 'klingai2',
      operation: 'textToVideo',
      externalId: 'mine',
      createdAt: 1,
    } as const;
    const error = await failure(elsewhere.resume(handle).snapshot(), ApiError);
    expect(error.message).toContain('no such task is shown to this key at this address');
    expect(error.task).toEqual(handle);
  });

  it('of an id that a task of the first generation has is not proven: its id is taken', async () => {
    const message = 'External_task_id mine already exists';
    const older = { external_id: 'mine', create_time: Date.now() - 3_600_000 };
    const { kling, posts } = provider(({ method }) =>
      method === 'GET'
        ? said([task('succeeded', older)])
        : Response.json({ code: 1201, message, request_id: 'r' }, { status: 400 }),
    );
    const options = { external_task_id: 'mine' };
    const create = eventually(kling.textToVideo.create({ ...input, options }));
    await expect(create).rejects.toThrow('the external id belongs to an older task');
    expect(posts()).toHaveLength(1);
  });
});

it('a status that is a number is a text in the snapshot, as its type says', () => {
  expect(second.show({ id: '1', status: 0 }).snapshot).toEqual({ id: '1', status: '0' });
});
