import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiError, createKling, klingai2, TaskFailedError } from '../../src/index.ts';
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
