import { describe, expectTypeOf, it } from 'vitest';
import { createKling, type Input, klingai2, type Output, type Snapshot } from '../../src/index.ts';

const kling = createKling(klingai2, { apiKey: 'k' });
const prompt = 'rain';
const first = { type: 'first_frame', url: 'https://a.example/1.png' } as const;
const last = { type: 'last_frame', url: 'https://a.example/2.png' } as const;

describe('credentials of the second generation', () => {
  it('are a key alone', () => {
    // @ts-expect-error
    createKling(klingai2, { accessKey: 'a', secretKey: 's' });
  });
});

// None of these is ever called: to compile is all that they are for.
describe('an input of the second generation', () => {
  it('has the fields and values of its model', () => {
    const { create } = kling.textToVideo;
    () => create({ model: 'kling-3.0-turbo', prompt, settings: { duration: 12 } });
    () => create({ model: 'kling-2.6', prompt, settings: { duration: 10, audio: 'off' } });
    // @ts-expect-error
    () => create({ model: 'kling-2.6', prompt, settings: { duration: 12 } });
    // @ts-expect-error
    () => create({ model: 'kling-3.0-turbo', prompt, settings: { audio: 'native' } });
    // @ts-expect-error
    () => create({ model: 'kling-3.0-turbo', prompt, settings: { resolution: '4k' } });
    // @ts-expect-error
    () => create({ model: 'kling-4.0', prompt });
    // @ts-expect-error
    () => create({ prompt });
  });

  it('has contents that its model takes', () => {
    const { create } = kling.imageToVideo;
    () => create({ model: 'kling-3.0', contents: [first, last] });
    () => create({ model: 'kling-3.0-turbo', contents: [first] });
    // @ts-expect-error
    () => create({ model: 'kling-3.0-turbo', contents: [first, last] });
    // @ts-expect-error
    () => create({ model: 'kling-3.0', contents: [{ ...first, type: 'refer_image' }] });
  });

  it('has nothing of the first generation', () => {
    const { create } = kling.textToVideo;
    const model = 'kling-2.6';
    // @ts-expect-error
    () => create({ model, prompt, sound: 'on' });
    // @ts-expect-error
    () => create({ model, prompt, external_task_id: 'mine' });
    // @ts-expect-error
    () => create({ model, prompt, callback_url: 'https://a.example' });
    // @ts-expect-error
    () => create({ model_name: 'kling-v2-6', prompt });
    () => create({ model, prompt, options: { external_task_id: 'mine' } });
  });

  it('names its models', () => {
    expectTypeOf<Input<typeof kling.textToVideo>['model']>().toEqualTypeOf<
      'kling-3.0-turbo' | 'kling-3.0' | 'kling-2.6' | 'kling-2.5-turbo'
    >();
  });
});

describe('what the second generation gives', () => {
  it('is a list of outputs under the name of the first', () => {
    expectTypeOf<
      Output<typeof kling.textToVideo>['videos'][number]['url']
    >().toEqualTypeOf<string>();
    expectTypeOf<
      Output<typeof kling.virtualTryOn>['images'][number]['type']
    >().toEqualTypeOf<'image'>();
  });

  it('is a page with a cursor, and all pages one after the other', () => {
    type Task = Snapshot<typeof kling.textToVideo>;
    type Page = Awaited<ReturnType<typeof kling.omniVideo.list>>;
    expectTypeOf<Page['result']>().toEqualTypeOf<Task[] | undefined>();
    expectTypeOf<Page['next_cursor']>().toEqualTypeOf<string | undefined>();
    expectTypeOf(kling.omniVideo.listAll).returns.toEqualTypeOf<AsyncGenerator<Task, void>>();
    () => kling.textToVideo.list({ limit: 500, cursor: 'c' });
    // @ts-expect-error
    () => kling.textToVideo.list({ pageNum: 2 });
  });
});
