/** The fields of every create and the query parameters of every list. Made by scripts/generate.ts; do not edit. */

/** What may stand in a field: no object and no list; anything; an object with these fields; a list of such. */
export type Field = 'value' | 'any' | { readonly [name: string]: Field } | readonly [Field];

/** By provider and path. */
export const fields: Record<string, Record<string, { create: Field; list: string[] }>> = {
  klingai: {
    '/v1/audio/text-to-audio': {
      create: {
        prompt: 'value',
        duration: 'value',
        external_task_id: 'value',
        callback_url: 'value',
      },
      list: ['pageNum', 'pageSize'],
    },
    '/v1/audio/video-to-audio': {
      create: {
        video_id: 'value',
        video_url: 'value',
        sound_effect_prompt: 'value',
        bgm_prompt: 'value',
        asmr_mode: 'value',
        external_task_id: 'value',
        callback_url: 'value',
      },
      list: ['pageNum', 'pageSize'],
    },
    '/v1/videos/text2video': {
      create: {
        model_name: 'value',
        prompt: 'value',
        negative_prompt: 'value',
        multi_shot: 'value',
        shot_type: 'value',
        multi_prompt: [{ index: 'value', prompt: 'value', duration: 'value' }],
        sound: 'value',
        cfg_scale: 'value',
        mode: 'value',
        camera_control: {
          type: 'value',
          config: {
            horizontal: 'value',
            vertical: 'value',
            pan: 'value',
            tilt: 'value',
            roll: 'value',
            zoom: 'value',
          },
        },
        aspect_ratio: 'value',
        duration: 'value',
        watermark_info: { enabled: 'value' },
        external_task_id: 'value',
        callback_url: 'value',
      },
      list: ['pageNum', 'pageSize'],
    },
  },
  cometapi: {
    '/kling/v1/audio/text-to-audio': {
      create: {
        prompt: 'value',
        duration: 'value',
        external_task_id: 'value',
        callback_url: 'value',
      },
      list: [],
    },
    '/kling/v1/audio/video-to-audio': {
      create: {
        video_id: 'value',
        video_url: 'value',
        external_task_id: 'value',
        callback_url: 'value',
      },
      list: [],
    },
    '/kling/v1/videos/text2video': {
      create: {
        prompt: 'value',
        negative_prompt: 'value',
        aspect_ratio: 'value',
        model_name: 'value',
        cfg_scale: 'value',
        mode: 'value',
        duration: 'value',
        camera_control: {
          type: 'value',
          config: {
            horizontal: 'value',
            vertical: 'value',
            pan: 'value',
            tilt: 'value',
            roll: 'value',
            zoom: 'value',
          },
        },
        sound: 'value',
        external_task_id: 'value',
        callback_url: 'value',
      },
      list: [],
    },
  },
  deerapi: {
    '/kling/v1/audio/text-to-audio': {
      create: {
        prompt: 'value',
        duration: 'value',
        external_task_id: 'value',
        callback_url: 'value',
      },
      list: [],
    },
    '/kling/v1/audio/video-to-audio': {
      create: {
        video_id: 'value',
        video_url: 'value',
        external_task_id: 'value',
        callback_url: 'value',
      },
      list: [],
    },
    '/kling/v1/videos/text2video': {
      create: {
        prompt: 'value',
        negative_prompt: 'value',
        aspect_ratio: 'value',
        model_name: 'value',
        cfg_scale: 'value',
        mode: 'value',
        duration: 'value',
        camera_control: 'any',
        sound: 'value',
        external_task_id: 'value',
        callback_url: 'value',
      },
      list: [],
    },
  },
};
