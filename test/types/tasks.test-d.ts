import { describe, expectTypeOf, it } from 'vitest';
import {
  type ApiError,
  type CreateUncertainError,
  cometapi,
  createKling,
  deerapi,
  klingai,
  type Output,
  type Snapshot,
  type Task,
  type TaskAbortedError,
  TaskFailedError,
  type TaskHandle,
  type TaskTimeoutError,
} from '../../src/index.ts';

const own = createKling(klingai, { apiKey: 'k' });
const comet = createKling(cometapi, { apiKey: 'k' });
const deer = createKling(deerapi, { apiKey: 'k' });

type Status = 'submitted' | 'processing' | 'succeed' | 'failed';

describe('a result', () => {
  it('has its list, without a question mark', async () => {
    const { audios } = await comet.textToAudio.run({ prompt: 'rain', duration: 5 });
    expectTypeOf(audios).toBeArray();
    expectTypeOf<NonNullable<(typeof audios)[0]>['url_mp3']>().toEqualTypeOf<string>();
    expectTypeOf(audios[0]?.duration_mp3).toEqualTypeOf<string | undefined>();
    // @ts-expect-error noUncheckedIndexedAccess: nobody promises a first one
    audios[0].url_mp3;
    // @ts-expect-error
    audios[0]?.url;
  });

  it('is that of the operation', async () => {
    const { videos } = await deer.textToVideo.task('1').result();
    expectTypeOf(videos[0]?.url).toEqualTypeOf<string | undefined>();
    const result = await own.videoToAudio.task('1').result();
    expectTypeOf(result.audios[0]?.url_wav).toEqualTypeOf<string | undefined>();
    expectTypeOf(result.videos?.[0]?.url).toEqualTypeOf<string | undefined>();
    // @ts-expect-error a text-to-audio task makes no videos
    (await own.textToAudio.task('1').result()).videos;
    // @ts-expect-error the list of the other operation may be missing
    result.videos[0];
  });

  it('is that of the provider', async () => {
    const { videos } = await own.textToVideo.task('1').result();
    expectTypeOf(videos[0]?.watermark_url).toEqualTypeOf<string | undefined>();
    // @ts-expect-error CometAPI documents no watermarked file
    (await comet.textToVideo.task('1').result()).videos[0]?.watermark_url;
  });

  it('can be named', () => {
    expectTypeOf<Output<typeof comet.textToAudio>['audios']>().toBeArray();
    type Video = { id: string; url: string; duration: string };
    expectTypeOf<{ videos: Video[] }>().toExtend<Output<typeof comet.textToVideo>>();
    expectTypeOf<object>().not.toExtend<Output<typeof comet.textToVideo>>();
  });
});

describe('a snapshot', () => {
  it("has the document's words for the status", async () => {
    const { task_status } = await comet.textToAudio.task('1').snapshot();
    expectTypeOf(task_status).toEqualTypeOf<Status>();
    expectTypeOf<Snapshot<typeof own.textToVideo>['task_status']>().toEqualTypeOf<Status>();
    expectTypeOf<Snapshot<typeof deer.videoToAudio>['task_status']>().toEqualTypeOf<Status>();
    // @ts-expect-error
    task_status === 'succeeded';
  });

  it('may have no result yet', async () => {
    const snapshot = await comet.textToAudio.task('1').snapshot();
    expectTypeOf(snapshot.task_result?.audios?.[0]?.url_mp3).toEqualTypeOf<string | undefined>();
    // @ts-expect-error
    snapshot.task_result.audios;
  });

  it('is what a watch gives and a listener is told', async () => {
    const task = comet.textToAudio.task('1');
    for await (const seen of task.watch({ timeout: 1 })) {
      expectTypeOf(seen).toEqualTypeOf<Snapshot<typeof comet.textToAudio>>();
    }
    task.result({
      onProgress: (seen) => expectTypeOf(seen).toEqualTypeOf<Snapshot<typeof comet.textToAudio>>(),
    });
    // @ts-expect-error
    task.watch({ timeOut: 1 });
  });

  it('is what a list is made of', async () => {
    const [first] = await own.textToAudio.list({ pageNum: 1, pageSize: 50 });
    expectTypeOf(first).toEqualTypeOf<Snapshot<typeof own.textToAudio> | undefined>();
    await own.textToAudio.list();
    // @ts-expect-error
    await own.textToAudio.list({ pageSize: '50' });
    // @ts-expect-error
    await own.textToAudio.list({ page: 1 });
  });
});

describe('a handle', () => {
  it('that was stored makes a task of any operation', async () => {
    const { videos, audios } = await comet.resume(JSON.parse('{}')).result();
    expectTypeOf(videos?.[0]?.url).toEqualTypeOf<string | undefined>();
    expectTypeOf(audios?.[0]?.url_mp3).toEqualTypeOf<string | undefined>();
    // @ts-expect-error nobody knows which operation it was
    audios[0];
    const { task_status } = await comet.resume(JSON.parse('{}')).snapshot();
    expectTypeOf(task_status).toEqualTypeOf<Status>();
  });

  it('of an error does, too', async () => {
    const { task } = new TaskFailedError('no', { reason: 'no' });
    const { audios } = await own.resume(task).result();
    expectTypeOf(audios?.[0]?.url_mp3).toEqualTypeOf<string | undefined>();
    expectTypeOf<(TaskFailedError | CreateUncertainError)['task']>().toEqualTypeOf<TaskHandle>();
    type Perhaps = ApiError | TaskTimeoutError | TaskAbortedError;
    expectTypeOf<Perhaps['task']>().toEqualTypeOf<TaskHandle | undefined>();
  });

  it('of a task does, too', () => {
    const task = own.textToAudio.task('1');
    expectTypeOf(task.toJSON()).toEqualTypeOf<TaskHandle>();
    own.resume(task.toJSON());
  });

  it('whose type says the operation makes exactly that task', async () => {
    const handle = {} as TaskHandle<'textToVideo'>;
    const { videos } = await own.resume(handle).result();
    expectTypeOf(videos[0]?.watermark_url).toEqualTypeOf<string | undefined>();
    expectTypeOf(own.resume(handle)).toEqualTypeOf(own.textToVideo.task('1'));
  });

  it('is nothing else', () => {
    // @ts-expect-error
    own.resume('861254119619698760');
    // @ts-expect-error
    own.resume({ id: '861254119619698760' });
    // @ts-expect-error ids do not fit a number
    own.textToAudio.task(861254);
  });
});

it('a task of one operation is no task of another', () => {
  expectTypeOf(own.textToAudio.task('1')).toExtend<
    Task<Snapshot<typeof own.textToAudio>, Output<typeof own.textToAudio>>
  >();
  type TextToAudioTask = ReturnType<typeof own.textToAudio.task>;
  expectTypeOf<TextToAudioTask>().not.toExtend<ReturnType<typeof own.textToVideo.task>>();
});
