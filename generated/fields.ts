/** The fields of every body and the parameters of every query. Made by scripts/generate.ts; do not edit. */

/** What may stand in a field: no object and no list; anything; an object with these fields; a list of such. */
export type Field = 'value' | 'any' | { readonly [name: string]: Field } | readonly [Field];

/** By path. */
export type FieldTable = Record<string, { POST?: Field; GET?: string[] }>;

export const klingai: FieldTable = {
  '/v1/audio/text-to-audio': {
    POST: { prompt: 'value', duration: 'value', external_task_id: 'value', callback_url: 'value' },
    GET: ['pageNum', 'pageSize'],
  },
  '/v1/audio/video-to-audio': {
    POST: {
      video_id: 'value',
      video_url: 'value',
      sound_effect_prompt: 'value',
      bgm_prompt: 'value',
      asmr_mode: 'value',
      external_task_id: 'value',
      callback_url: 'value',
    },
    GET: ['pageNum', 'pageSize'],
  },
  '/v1/videos/text2video': {
    POST: {
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
    GET: ['pageNum', 'pageSize'],
  },
  '/v1/videos/image2video': {
    POST: {
      model_name: 'value',
      image: 'value',
      image_tail: 'value',
      prompt: 'value',
      negative_prompt: 'value',
      multi_shot: 'value',
      shot_type: 'value',
      multi_prompt: [{ index: 'value', prompt: 'value', duration: 'value' }],
      element_list: [{ element_id: 'value' }],
      voice_list: [{ voice_id: 'value' }],
      sound: 'value',
      cfg_scale: 'value',
      mode: 'value',
      static_mask: 'value',
      dynamic_masks: [{ mask: 'value', trajectories: [{ x: 'value', y: 'value' }] }],
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
      duration: 'value',
      watermark_info: { enabled: 'value' },
      external_task_id: 'value',
      callback_url: 'value',
    },
    GET: ['pageNum', 'pageSize'],
  },
  '/v1/videos/omni-video': {
    POST: {
      model_name: 'value',
      prompt: 'value',
      multi_shot: 'value',
      shot_type: 'value',
      multi_prompt: [{ index: 'value', prompt: 'value', duration: 'value' }],
      image_list: [{ image_url: 'value', type: 'value' }],
      element_list: [{ element_id: 'value' }],
      video_list: [{ video_url: 'value', refer_type: 'value', keep_original_sound: 'value' }],
      sound: 'value',
      mode: 'value',
      aspect_ratio: 'value',
      duration: 'value',
      watermark_info: { enabled: 'value' },
      external_task_id: 'value',
      callback_url: 'value',
    },
    GET: ['pageNum', 'pageSize'],
  },
  '/v1/videos/motion-control': {
    POST: {
      model_name: 'value',
      image_url: 'value',
      video_url: 'value',
      character_orientation: 'value',
      mode: 'value',
      prompt: 'value',
      element_list: [{ element_id: 'value' }],
      keep_original_sound: 'value',
      watermark_info: { enabled: 'value' },
      external_task_id: 'value',
      callback_url: 'value',
    },
    GET: ['pageNum', 'pageSize'],
  },
  '/v1/videos/avatar/image2video': {
    POST: {
      image: 'value',
      audio_id: 'value',
      sound_file: 'value',
      prompt: 'value',
      mode: 'value',
      watermark_info: { enabled: 'value' },
      external_task_id: 'value',
      callback_url: 'value',
    },
    GET: ['pageNum', 'pageSize'],
  },
  '/v1/videos/advanced-lip-sync': {
    POST: {
      session_id: 'value',
      face_choose: [
        {
          face_id: 'value',
          audio_id: 'value',
          sound_file: 'value',
          sound_start_time: 'value',
          sound_end_time: 'value',
          sound_insert_time: 'value',
          sound_volume: 'value',
          original_audio_volume: 'value',
        },
      ],
      watermark_info: { enabled: 'value' },
      external_task_id: 'value',
      callback_url: 'value',
    },
    GET: ['pageNum', 'pageSize'],
  },
  '/v1/videos/identify-face': { POST: { video_id: 'value', video_url: 'value' } },
  '/v1/videos/effects': {
    POST: {
      effect_scene: 'value',
      input: { image: 'value', images: ['value'] },
      external_task_id: 'value',
      callback_url: 'value',
    },
    GET: ['pageNum', 'pageSize'],
  },
  '/v1/images/generations': {
    POST: {
      model_name: 'value',
      prompt: 'value',
      negative_prompt: 'value',
      image: 'value',
      image_reference: 'value',
      image_fidelity: 'value',
      human_fidelity: 'value',
      element_list: [{ element_id: 'value' }],
      resolution: 'value',
      n: 'value',
      aspect_ratio: 'value',
      watermark_info: { enabled: 'value' },
      external_task_id: 'value',
      callback_url: 'value',
    },
    GET: ['pageNum', 'pageSize'],
  },
  '/v1/images/omni-image': {
    POST: {
      model_name: 'value',
      prompt: 'value',
      image_list: [{ image: 'value' }],
      element_list: [{ element_id: 'value' }],
      resolution: 'value',
      result_type: 'value',
      n: 'value',
      series_amount: 'value',
      aspect_ratio: 'value',
      watermark_info: { enabled: 'value' },
      external_task_id: 'value',
      callback_url: 'value',
    },
    GET: ['pageNum', 'pageSize'],
  },
  '/v1/images/multi-image2image': {
    POST: {
      model_name: 'value',
      prompt: 'value',
      subject_image_list: [{ subject_image: 'value' }],
      scene_image: 'value',
      style_image: 'value',
      n: 'value',
      aspect_ratio: 'value',
      watermark_info: { enabled: 'value' },
      external_task_id: 'value',
      callback_url: 'value',
    },
    GET: ['pageNum', 'pageSize'],
  },
  '/v1/images/editing/expand': {
    POST: {
      image: 'value',
      up_expansion_ratio: 'value',
      down_expansion_ratio: 'value',
      left_expansion_ratio: 'value',
      right_expansion_ratio: 'value',
      prompt: 'value',
      n: 'value',
      watermark_info: { enabled: 'value' },
      external_task_id: 'value',
      callback_url: 'value',
    },
    GET: ['pageNum', 'pageSize'],
  },
  '/v1/general/ai-multi-shot': {
    POST: { element_frontal_image: 'value', external_task_id: 'value', callback_url: 'value' },
    GET: ['pageNum', 'pageSize'],
  },
  '/v1/images/kolors-virtual-try-on': {
    POST: {
      model_name: 'value',
      human_image: 'value',
      cloth_image: 'value',
      external_task_id: 'value',
      callback_url: 'value',
    },
    GET: ['pageNum', 'pageSize'],
  },
  '/v1/audio/tts': {
    POST: { text: 'value', voice_id: 'value', voice_language: 'value', voice_speed: 'value' },
  },
  '/v1/general/custom-voices': {
    POST: {
      voice_name: 'value',
      voice_url: 'value',
      video_id: 'value',
      external_task_id: 'value',
      callback_url: 'value',
    },
    GET: ['pageNum', 'pageSize'],
  },
  '/v1/general/presets-voices': { GET: ['pageNum', 'pageSize'] },
  '/v1/general/delete-voices': { POST: { voice_id: 'value' } },
  '/v1/general/advanced-custom-elements': {
    POST: {
      element_name: 'value',
      element_description: 'value',
      reference_type: 'value',
      element_image_list: { frontal_image: 'value', refer_images: [{ image_url: 'value' }] },
      element_video_list: { refer_videos: [{ video_url: 'value' }] },
      element_voice_id: 'value',
      tag_list: [{ tag_id: 'value' }],
      external_task_id: 'value',
      callback_url: 'value',
    },
    GET: ['pageNum', 'pageSize'],
  },
  '/v1/general/advanced-presets-elements': { GET: ['pageNum', 'pageSize'] },
  '/v1/general/delete-advanced-elements': { POST: { element_id: 'value' } },
  '/v1/general/delete-elements': { POST: { element_id: 'value' } },
  '/account/costs': { GET: ['start_time', 'end_time', 'resource_pack_name'] },
  '/account/billing/balance': {
    POST: {
      start_time: 'value',
      end_time: 'value',
      limit: 'value',
      filters: [{ key: 'value', values: ['value'] }],
      cursor: 'value',
    },
  },
  '/account/billing/package': {
    POST: {
      start_time: 'value',
      end_time: 'value',
      limit: 'value',
      filters: [{ key: 'value', values: ['value'] }],
      cursor: 'value',
    },
  },
  '/v1/videos/multi-image2video': {
    POST: {
      model_name: 'value',
      image_list: [{ image: 'value' }],
      prompt: 'value',
      negative_prompt: 'value',
      mode: 'value',
      duration: 'value',
      aspect_ratio: 'value',
      watermark_info: { enabled: 'value' },
      external_task_id: 'value',
      callback_url: 'value',
    },
    GET: ['pageNum', 'pageSize'],
  },
  '/v1/videos/video-extend': {
    POST: {
      video_id: 'value',
      prompt: 'value',
      negative_prompt: 'value',
      cfg_scale: 'value',
      watermark_info: { enabled: 'value' },
      external_task_id: 'value',
      callback_url: 'value',
    },
    GET: ['pageNum', 'pageSize'],
  },
};

export const cometapi: FieldTable = {
  '/kling/v1/audio/text-to-audio': {
    POST: { prompt: 'value', duration: 'value', external_task_id: 'value', callback_url: 'value' },
  },
  '/kling/v1/audio/video-to-audio': {
    POST: {
      video_id: 'value',
      video_url: 'value',
      external_task_id: 'value',
      callback_url: 'value',
    },
  },
  '/kling/v1/videos/text2video': {
    POST: {
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
  },
  '/kling/v1/videos/image2video': {
    POST: {
      image: 'value',
      image_tail: 'value',
      prompt: 'value',
      negative_prompt: 'value',
      model_name: 'value',
      cfg_scale: 'value',
      mode: 'value',
      duration: 'value',
      static_mask: 'value',
      dynamic_masks: [{ mask: 'value', trajectories: [{ x: 'value', y: 'value' }] }],
      external_task_id: 'value',
      callback_url: 'value',
    },
  },
  '/kling/v1/videos/omni-video': {
    POST: {
      prompt: 'value',
      model_name: 'value',
      image_list: [{ image_url: 'value', type: 'value' }],
      element_list: [{ element_id: 'value' }],
      video_list: [{ video_url: 'value', refer_type: 'value' }],
      mode: 'value',
      aspect_ratio: 'value',
      duration: 'value',
      callback_url: 'value',
      external_task_id: 'value',
    },
  },
  '/kling/v1/videos/avatar/image2video': {
    POST: {
      image: 'value',
      audio_id: 'value',
      sound_file: 'value',
      prompt: 'value',
      mode: 'value',
      external_task_id: 'value',
      callback_url: 'value',
    },
  },
  '/kling/v1/videos/advanced-lip-sync': {
    POST: {
      session_id: 'value',
      face_choose: [
        {
          face_id: 'value',
          audio_id: 'value',
          sound_file: 'value',
          sound_start_time: 'value',
          sound_end_time: 'value',
          sound_insert_time: 'value',
          sound_volume: 'value',
          original_sound_volume: 'value',
        },
      ],
      external_task_id: 'value',
      callback_url: 'value',
    },
  },
  '/kling/v1/videos/identify-face': { POST: { video_id: 'value', video_url: 'value' } },
  '/kling/v1/videos/effects': {
    POST: {
      effect_scene: 'value',
      input: {
        image: 'value',
        images: ['value'],
        duration: 'value',
        model_name: 'value',
        mode: 'value',
      },
      external_task_id: 'value',
      callback_url: 'value',
    },
  },
  '/kling/v1/images/generations': {
    POST: {
      prompt: 'value',
      negative_prompt: 'value',
      image: 'value',
      image_fidelity: 'value',
      n: 'value',
      aspect_ratio: 'value',
      callback_url: 'value',
      model_name: 'value',
      subject_image_list: [{ subject_image: 'value' }],
      scence_image: 'value',
      style_image: 'value',
      external_task_id: 'value',
    },
  },
  '/kling/v1/images/kolors-virtual-try-on': {
    POST: {
      model_name: 'value',
      human_image: 'value',
      cloth_image: 'value',
      external_task_id: 'value',
      callback_url: 'value',
    },
  },
  '/kling/v1/audio/tts': {
    POST: { text: 'value', voice_id: 'value', voice_language: 'value', voice_speed: 'value' },
  },
  '/kling/v1/videos/multi-image2video': {
    POST: {
      image_list: [{ image: 'value' }],
      model_name: 'value',
      prompt: 'value',
      negative_prompt: 'value',
      mode: 'value',
      duration: 'value',
      aspect_ratio: 'value',
      external_task_id: 'value',
      callback_url: 'value',
    },
  },
  '/kling/v1/videos/video-extend': {
    POST: {
      task_id: 'value',
      video_id: 'value',
      prompt: 'value',
      negative_prompt: 'value',
      cfg_scale: 'value',
      callback_url: 'value',
      external_task_id: 'value',
    },
  },
};

export const deerapi: FieldTable = {
  '/kling/v1/audio/text-to-audio': {
    POST: { prompt: 'value', duration: 'value', external_task_id: 'value', callback_url: 'value' },
  },
  '/kling/v1/audio/video-to-audio': {
    POST: {
      video_id: 'value',
      video_url: 'value',
      external_task_id: 'value',
      callback_url: 'value',
    },
  },
  '/kling/v1/videos/text2video': {
    POST: {
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
  },
  '/kling/v1/videos/omni-video': {
    POST: {
      prompt: 'value',
      model_name: 'value',
      image_list: [{ image_url: 'value', type: 'value' }],
      mode: 'value',
      aspect_ratio: 'value',
      duration: 'value',
      callback_url: 'value',
      external_task_id: 'value',
    },
  },
  '/kling/v1/images/generations': {
    POST: {
      prompt: 'value',
      negative_prompt: 'value',
      image: 'value',
      image_fidelity: 'value',
      n: 'value',
      aspect_ratio: 'value',
      callback_url: 'value',
      model_name: 'value',
      subject_image_list: [{ subject_image: 'value' }],
      scence_image: 'value',
      style_image: 'value',
      external_task_id: 'value',
    },
  },
  '/kling/v1/audio/tts': {
    POST: { text: 'value', voice_id: 'value', voice_language: 'value', voice_speed: 'value' },
  },
  '/kling/v1/videos/multi-image2video': {
    POST: {
      image_list: [{ image: 'value' }],
      model_name: 'value',
      prompt: 'value',
      negative_prompt: 'value',
      mode: 'value',
      duration: 'value',
      aspect_ratio: 'value',
      external_task_id: 'value',
      callback_url: 'value',
    },
  },
};

export const klingai2: FieldTable = {
  '/tasks': {
    POST: {
      start_time: 'value',
      end_time: 'value',
      cursor: 'value',
      limit: 'value',
      filters: [{ key: 'value', values: ['value'] }],
    },
    GET: ['task_ids', 'external_task_ids'],
  },
  '/text-to-video/kling-3.0-turbo': {
    POST: {
      prompt: 'value',
      settings: { resolution: 'value', aspect_ratio: 'value', duration: 'value' },
      options: {
        callback_url: 'value',
        external_task_id: 'value',
        watermark_info: { enabled: 'value' },
      },
    },
  },
  '/text-to-video/kling-3.0': {
    POST: {
      prompt: 'value',
      settings: {
        multi_shot: 'value',
        audio: 'value',
        resolution: 'value',
        aspect_ratio: 'value',
        duration: 'value',
      },
      options: {
        callback_url: 'value',
        external_task_id: 'value',
        watermark_info: { enabled: 'value' },
      },
    },
  },
  '/text-to-video/kling-2.6': {
    POST: {
      prompt: 'value',
      settings: { audio: 'value', resolution: 'value', aspect_ratio: 'value', duration: 'value' },
      options: {
        callback_url: 'value',
        external_task_id: 'value',
        watermark_info: { enabled: 'value' },
      },
    },
  },
  '/text-to-video/kling-2.5-turbo': {
    POST: {
      prompt: 'value',
      settings: { resolution: 'value', aspect_ratio: 'value', duration: 'value' },
      options: {
        callback_url: 'value',
        external_task_id: 'value',
        watermark_info: { enabled: 'value' },
      },
    },
  },
  '/image-to-video/kling-3.0-turbo': {
    POST: {
      contents: [{ type: 'value', url: 'value', text: 'value' }],
      settings: { resolution: 'value', duration: 'value' },
      options: {
        callback_url: 'value',
        external_task_id: 'value',
        watermark_info: { enabled: 'value' },
      },
    },
  },
  '/image-to-video/kling-3.0': {
    POST: {
      contents: [{ type: 'value', url: 'value', text: 'value', element_id: 'value', id: 'value' }],
      settings: { multi_shot: 'value', audio: 'value', resolution: 'value', duration: 'value' },
      options: {
        callback_url: 'value',
        external_task_id: 'value',
        watermark_info: { enabled: 'value' },
      },
    },
  },
  '/image-to-video/kling-2.6': {
    POST: {
      contents: [{ type: 'value', url: 'value', text: 'value', voice_id: 'value', id: 'value' }],
      settings: { audio: 'value', resolution: 'value', duration: 'value' },
      options: {
        callback_url: 'value',
        external_task_id: 'value',
        watermark_info: { enabled: 'value' },
      },
    },
  },
  '/image-to-video/kling-2.5-turbo': {
    POST: {
      contents: [{ type: 'value', url: 'value', text: 'value' }],
      settings: { resolution: 'value', duration: 'value' },
      options: {
        callback_url: 'value',
        external_task_id: 'value',
        watermark_info: { enabled: 'value' },
      },
    },
  },
  '/omni-video/kling-3.0-omni': {
    POST: {
      contents: [{ type: 'value', text: 'value', url: 'value', id: 'value', element_id: 'value' }],
      settings: {
        multi_shot: 'value',
        audio: 'value',
        resolution: 'value',
        aspect_ratio: 'value',
        duration: 'value',
      },
      options: {
        callback_url: 'value',
        external_task_id: 'value',
        watermark_info: { enabled: 'value' },
      },
    },
  },
  '/omni-video/kling-o1': {
    POST: {
      contents: [{ type: 'value', text: 'value', url: 'value', id: 'value', element_id: 'value' }],
      settings: { audio: 'value', resolution: 'value', aspect_ratio: 'value', duration: 'value' },
      options: {
        callback_url: 'value',
        external_task_id: 'value',
        watermark_info: { enabled: 'value' },
      },
    },
  },
  '/motion-control/kling-3.0': {
    POST: {
      contents: [{ type: 'value', text: 'value', url: 'value', element_id: 'value', id: 'value' }],
      settings: { character_orientation: 'value', audio: 'value', resolution: 'value' },
      options: {
        callback_url: 'value',
        external_task_id: 'value',
        watermark_info: { enabled: 'value' },
      },
    },
  },
  '/motion-control/kling-2.6': {
    POST: {
      contents: [{ type: 'value', text: 'value', url: 'value' }],
      settings: { character_orientation: 'value', audio: 'value', resolution: 'value' },
      options: {
        callback_url: 'value',
        external_task_id: 'value',
        watermark_info: { enabled: 'value' },
      },
    },
  },
  '/solutions/virtual_try_on': {
    POST: {
      contents: [{ type: 'value', url: 'value' }],
      settings: { keep_face: 'value', keep_pose: 'value', keep_background: 'value' },
      options: {
        callback_url: 'value',
        external_task_id: 'value',
        watermark: { enabled: 'value' },
      },
    },
  },
  '/solutions': {
    POST: {
      start_time: 'value',
      end_time: 'value',
      cursor: 'value',
      limit: 'value',
      filters: [{ key: 'value', values: ['value'] }],
    },
    GET: ['task_ids', 'external_task_ids'],
  },
};

/** By provider. */
export const fields: Record<string, FieldTable> = { klingai, cometapi, deerapi, klingai2 };
