import { describe, expectTypeOf, it } from 'vitest';
import { cometapi, createKling, deerapi, type Input, klingai } from '../../src/index.ts';

const own = createKling(klingai, { apiKey: 'k' });
const comet = createKling(cometapi, { apiKey: 'k' });
const deer = createKling(deerapi, { apiKey: 'k' });

describe('an operation', () => {
  it('is there where the document of the provider has it', () => {
    type Names<P extends { types?: { offered: unknown } }> =
      | keyof NonNullable<P['types']>['offered']
      | 'http'
      | 'durations'
      | 'resume';
    expectTypeOf<keyof typeof own>().toEqualTypeOf<Names<typeof klingai>>();
    expectTypeOf<keyof typeof comet>().toEqualTypeOf<Names<typeof cometapi>>();
    expectTypeOf<keyof typeof deer>().toEqualTypeOf<Names<typeof deerapi>>();
    // @ts-expect-error its document does not have this
    comet.motionControl;
    // @ts-expect-error
    deer.imageToVideo;
  });

  it('can be listed at Kling only', () => {
    expectTypeOf(own.textToAudio.list).toBeFunction();
    expectTypeOf(own.videoToAudio.list).toBeFunction();
    expectTypeOf(own.textToVideo.list).toBeFunction();
    // @ts-expect-error CometAPI documents no lists
    comet.textToAudio.list;
    // @ts-expect-error
    comet.textToVideo.list;
    // @ts-expect-error nor does DeerAPI
    deer.videoToAudio.list;
  });
});

describe('text to audio', () => {
  it('takes a prompt and a duration', () => {
    comet.textToAudio.create({ prompt: 'rain', duration: 5 });
    own.textToAudio.run({ prompt: 'rain', duration: 4.5, external_task_id: 'a' });
    deer.textToAudio.run({ prompt: 'rain', duration: 5, callback_url: 'https://example.com' });
    // @ts-expect-error
    comet.textToAudio.create({ duration: 5 });
    // @ts-expect-error
    own.textToAudio.create({ prompt: 'rain' });
    // @ts-expect-error
    deer.textToAudio.run({});
    // @ts-expect-error
    comet.textToAudio.create();
  });

  it('takes a computed duration, but no text for one', () => {
    const seconds: number = 2 + 3;
    comet.textToAudio.create({ prompt: 'rain', duration: seconds });
    own.textToAudio.create({ prompt: 'rain', duration: seconds / 2 });
    deer.textToAudio.create({ prompt: 'rain', duration: Math.round(seconds) });
    // @ts-expect-error
    comet.textToAudio.create({ prompt: 'rain', duration: '5' });
  });

  it('takes nothing else', () => {
    // @ts-expect-error
    comet.textToAudio.create({ prompt: 'rain', duration: 5, negative_prompt: 'wind' });
    // @ts-expect-error
    own.textToAudio.create({ prompt: 'rain', duration: 5, model_name: 'kling-v3' });
    // @ts-expect-error
    deer.textToAudio.run({ prompt: 'rain', duration: 5, promt: 'wind' });
  });
});

describe('video to audio', () => {
  const url = 'https://example.com/a.mp4';

  it('takes either an id or an address', () => {
    own.videoToAudio.create({ video_id: '1' });
    own.videoToAudio.create({ video_url: url });
    comet.videoToAudio.create({ video_id: '1' });
    comet.videoToAudio.create({ video_url: url });
    deer.videoToAudio.create({ video_id: '1' });
    deer.videoToAudio.create({ video_url: url });
  });

  it('takes not both', () => {
    // @ts-expect-error
    own.videoToAudio.create({ video_id: '1', video_url: url });
    // @ts-expect-error
    comet.videoToAudio.create({ video_id: '1', video_url: url });
    // @ts-expect-error
    deer.videoToAudio.create({ video_id: '1', video_url: url });
  });

  it("takes Kling's own way to leave one out, an empty text, at Kling", () => {
    own.videoToAudio.create({ video_id: '1', video_url: '' });
    // @ts-expect-error
    comet.videoToAudio.create({ video_id: '1', video_url: '' });
  });

  it('takes not neither', () => {
    // @ts-expect-error
    own.videoToAudio.create({});
    // @ts-expect-error
    comet.videoToAudio.create({ external_task_id: 'a' });
    // @ts-expect-error
    deer.videoToAudio.create({});
  });

  it('takes prompts at Kling only', () => {
    own.videoToAudio.create({ video_id: '1', sound_effect_prompt: 'steps', asmr_mode: true });
    // @ts-expect-error
    comet.videoToAudio.create({ video_id: '1', sound_effect_prompt: 'steps' });
    // @ts-expect-error
    deer.videoToAudio.create({ video_id: '1', asmr_mode: true });
  });
});

describe('text to video', () => {
  const prompt = 'a paper boat on a puddle';

  it('takes the words of the document', () => {
    comet.textToVideo.create({ prompt, model_name: 'kling-v3', mode: 'pro', duration: '10' });
    own.textToVideo.create({ prompt, model_name: 'kling-v3', mode: '4k', duration: '15' });
    // @ts-expect-error
    comet.textToVideo.create({ prompt, model_name: 'kling-v9' });
    // @ts-expect-error
    comet.textToVideo.create({ prompt, mode: '4k' });
    // @ts-expect-error
    comet.textToVideo.create({ prompt, duration: '15' });
    // @ts-expect-error
    comet.textToVideo.create({ prompt, duration: 5 });
    // @ts-expect-error
    own.textToVideo.create({ prompt, aspect_ratio: '4:3' });
    // @ts-expect-error
    own.textToVideo.create({ prompt, sound: true });
  });

  it('takes any word where the document lists none', () => {
    deer.textToVideo.create({ prompt, model_name: 'whatever', mode: 'best' });
    // @ts-expect-error
    deer.textToVideo.create({ prompt, mode: 1 });
  });

  it('needs a prompt', () => {
    // @ts-expect-error
    comet.textToVideo.create({ model_name: 'kling-v3' });
    // @ts-expect-error
    deer.textToVideo.create({});
    // @ts-expect-error
    own.textToVideo.create({});
    // @ts-expect-error
    own.textToVideo.create({ multi_shot: false });
  });

  it('takes several shots at Kling, cut by you or by the model', () => {
    const shot = { index: 1, prompt, duration: '5' };
    own.textToVideo.create({ multi_shot: true, shot_type: 'customize', multi_prompt: [shot] });
    own.textToVideo.create({ multi_shot: true, shot_type: 'intelligence', prompt });
    // @ts-expect-error no prompt for the model to cut
    own.textToVideo.create({ multi_shot: true, shot_type: 'intelligence' });
    // @ts-expect-error no shots
    own.textToVideo.create({ multi_shot: true, shot_type: 'customize', prompt });
    // @ts-expect-error nobody cuts
    own.textToVideo.create({ multi_shot: true, prompt });
    own.textToVideo.create({
      multi_shot: true,
      shot_type: 'customize',
      // @ts-expect-error half a shot
      multi_prompt: [{ prompt }],
    });
    // @ts-expect-error
    comet.textToVideo.create({ prompt, multi_shot: true });
  });

  it('takes a camera', () => {
    comet.textToVideo.create({ prompt, camera_control: { type: 'simple', config: { zoom: 3 } } });
    own.textToVideo.create({ prompt, camera_control: { type: 'down_back' } });
    own.textToVideo.create({ prompt, camera_control: { type: 'simple', config: { zoom: 3 } } });
    own.textToVideo.create({ prompt, camera_control: { type: 'down_back', config: null } });
    deer.textToVideo.create({ prompt, camera_control: { type: 'down_back' } });
    // @ts-expect-error null is for presets
    own.textToVideo.create({ prompt, camera_control: { type: 'simple', config: null } });
    // @ts-expect-error a preset has no movement of your own
    own.textToVideo.create({ prompt, camera_control: { type: 'down_back', config: { zoom: 3 } } });
    // @ts-expect-error
    own.textToVideo.create({ prompt, camera_control: { type: 'sideways' } });
    // @ts-expect-error
    own.textToVideo.create({ prompt, camera_control: { type: 'simple' } });
    // @ts-expect-error
    comet.textToVideo.create({ prompt, camera_control: { type: 'simple', config: { zom: 3 } } });
  });
});

it('an input can be named', () => {
  const input: Input<typeof comet.textToAudio> = { prompt: 'rain', duration: 5 };
  comet.textToAudio.create(input);
  expectTypeOf<Input<typeof own.textToAudio>>().toHaveProperty('prompt').toEqualTypeOf<string>();
  type Wrong = { prompt: number; duration: number };
  expectTypeOf<Wrong>().not.toExtend<Input<typeof comet.textToAudio>>();
  // @ts-expect-error what Kling takes is more than what CometAPI takes
  comet.videoToAudio.create({} as Input<typeof own.videoToAudio>);
});

describe('a video from a picture', () => {
  const image = 'https://example.com/boat.png';
  const prompt = 'x';
  const shot = { index: 1, prompt, duration: '5' };
  const { imageToVideo } = own;
  const camera_control = { type: 'down_back' } as const;

  it('takes frames, masks or a camera, one of them', () => {
    imageToVideo.create({ image, prompt });
    imageToVideo.create({ image, image_tail: image, prompt });
    imageToVideo.create({ image_tail: image, prompt });
    imageToVideo.create({ image, image_tail: '', prompt, static_mask: image });
    imageToVideo.create({ image, prompt, camera_control: { type: 'down_back' } });
    const masks = [
      {
        mask: image,
        trajectories: [
          { x: 1, y: 2 },
          { x: 3, y: 4 },
        ],
      },
    ];
    imageToVideo.create({ image, prompt, static_mask: image, dynamic_masks: masks });
    // @ts-expect-error no frame
    imageToVideo.create({ prompt });
    // @ts-expect-error a last frame and a camera
    imageToVideo.create({ image, image_tail: image, prompt, camera_control });
    // @ts-expect-error masks and a camera
    imageToVideo.create({ image, prompt, static_mask: image, camera_control });
    // @ts-expect-error a last frame and masks
    imageToVideo.create({ image, image_tail: image, prompt, dynamic_masks: masks });
    // @ts-expect-error
    imageToVideo.create({ image, prompt, camera_control: { type: 'sideways' } });
    // @ts-expect-error
    imageToVideo.create({ image, prompt, imagetail: image });
  });

  it('takes shots and voices beside them', () => {
    imageToVideo.create({
      image,
      image_tail: image,
      multi_shot: true,
      shot_type: 'customize',
      multi_prompt: [shot],
      sound: 'on',
      voice_list: [{ voice_id: '1' }],
      element_list: [{ element_id: '829836802793406551' }],
    });
    const sound: 'on' | 'off' = Math.random() > 0.5 ? 'on' : 'off';
    imageToVideo.create({ image, prompt, sound });
    // @ts-expect-error no prompt
    imageToVideo.create({ image });
    // @ts-expect-error nobody cuts
    imageToVideo.create({ image, multi_shot: true, prompt });
    // @ts-expect-error voices without sound
    imageToVideo.create({ image, prompt, voice_list: [{ voice_id: '1' }] });
  });

  it('can be an input that is put together', () => {
    const input: Input<typeof own.imageToVideo> = { image, prompt };
    input.duration = '10';
    imageToVideo.create(input);
    imageToVideo.create({ ...input, prompt: 'y' });
  });
});

describe('an omni video', () => {
  const image_url = 'https://example.com/boat.png';
  const prompt = 'x';
  const video_url = 'https://example.com/boat.mp4';

  it('takes pictures, a video and elements', () => {
    own.omniVideo.create({ prompt, aspect_ratio: '16:9' });
    own.omniVideo.create({ prompt, image_list: [{ image_url, type: 'first_frame' }] });
    own.omniVideo.create({ prompt, video_list: [{ video_url, refer_type: 'base' }] });
    own.omniVideo.create({
      prompt,
      aspect_ratio: '1:1',
      video_list: [{ video_url, refer_type: 'feature' }],
      image_list: [{ image_url }],
    });
    const aspect_ratio = '16:9';
    // @ts-expect-error no ratio
    own.omniVideo.create({ prompt });
    // @ts-expect-error beside a video it is silent
    own.omniVideo.create({ prompt, video_list: [{ video_url }], sound: 'on' });
    const first = { image_url, type: 'first_frame' } as const;
    // @ts-expect-error a frame beside a video to change
    own.omniVideo.create({ prompt, image_list: [first], video_list: [{ video_url }] });
    // @ts-expect-error
    own.omniVideo.create({ prompt, aspect_ratio, image_list: [{ image_url, type: 'last' }] });
    // @ts-expect-error
    own.omniVideo.create({ prompt, aspect_ratio: '16:9', negative_prompt: 'x' });
  });
});
