/** One provider’s document, overlays applied. Made by scripts/generate.ts; do not edit. */
export const document: object = {
  openapi: '3.1.0',
  info: {
    title: 'Kling (own API, legacy generation)',
    version: '2026-11-20',
    description:
      "Transcribed for kling-fetch from Kling's reference pages. Kling publishes no OpenAPI document. The wording is ours; names, types, limits and example values are the provider's. What the pages leave unsaid or say only in prose is in overlays/klingai.yaml.",
  },
  servers: [
    { url: 'https://api-singapore.klingai.com', description: 'Everywhere outside mainland China' },
    {
      url: 'https://api-beijing.klingai.com',
      description: 'Mainland China; its keys do not work elsewhere',
    },
    { url: 'https://api.klingai.com', description: 'The former host, still answering old clients' },
  ],
  security: [{ bearer: [] }],
  tags: [
    { name: 'text-to-audio', description: 'A sound from a text.' },
    { name: 'video-to-audio', description: 'A sound for a video.' },
    { name: 'text-to-video', description: 'A video from a text.' },
  ],
  paths: {
    '/v1/audio/text-to-audio': {
      post: {
        operationId: 'createTextToAudio',
        tags: ['text-to-audio'],
        summary: 'Turn a text into a sound',
        'x-certainty': 'transcribed',
        'x-source': 'https://kling.ai/document-api/api/video/audio-generation/text-to-audio',
        'x-read': '2026-11-20',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['prompt', 'duration'],
                properties: {
                  prompt: {
                    type: 'string',
                    maxLength: 200,
                    description: 'What should be heard. At most 200 characters.',
                  },
                  duration: {
                    type: 'number',
                    format: 'float',
                    minimum: 3,
                    maximum: 10,
                    description: 'Length of the sound in seconds, 3.0 to 10.0 with one decimal.',
                    enum: [
                      3, 3.1, 3.2, 3.3, 3.4, 3.5, 3.6, 3.7, 3.8, 3.9, 4, 4.1, 4.2, 4.3, 4.4, 4.5,
                      4.6, 4.7, 4.8, 4.9, 5, 5.1, 5.2, 5.3, 5.4, 5.5, 5.6, 5.7, 5.8, 5.9, 6, 6.1,
                      6.2, 6.3, 6.4, 6.5, 6.6, 6.7, 6.8, 6.9, 7, 7.1, 7.2, 7.3, 7.4, 7.5, 7.6, 7.7,
                      7.8, 7.9, 8, 8.1, 8.2, 8.3, 8.4, 8.5, 8.6, 8.7, 8.8, 8.9, 9, 9.1, 9.2, 9.3,
                      9.4, 9.5, 9.6, 9.7, 9.8, 9.9, 10,
                    ],
                  },
                  external_task_id: { $ref: '#/components/schemas/ExternalTaskId' },
                  callback_url: { $ref: '#/components/schemas/CallbackUrl' },
                },
              },
              examples: { minimal: { value: { prompt: 'Rain on a tin roof', duration: 5 } } },
            },
          },
        },
        responses: {
          '200': {
            description: 'The task was accepted.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/TaskAccepted' },
                examples: { submitted: { $ref: '#/components/examples/accepted' } },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/ServerError' },
          '503': { $ref: '#/components/responses/Unavailable' },
          '504': { $ref: '#/components/responses/Timeout' },
        },
      },
      get: {
        operationId: 'listTextToAudio',
        tags: ['text-to-audio'],
        summary: 'List text-to-audio tasks',
        'x-certainty': 'transcribed',
        'x-source': 'https://kling.ai/document-api/api/video/audio-generation/text-to-audio',
        'x-read': '2026-11-20',
        parameters: [
          { $ref: '#/components/parameters/pageNum' },
          { $ref: '#/components/parameters/pageSize' },
        ],
        responses: {
          '200': {
            description: 'One page of tasks.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: {
                    code: { $ref: '#/components/schemas/SuccessCode' },
                    message: { $ref: '#/components/schemas/Message' },
                    request_id: { $ref: '#/components/schemas/RequestId' },
                    data: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/TextToAudioTask' },
                    },
                  },
                  required: ['code', 'message', 'request_id', 'data'],
                  'x-inferred': ['required'],
                },
                examples: {
                  page: {
                    value: {
                      code: 0,
                      message: 'SUCCEED',
                      request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                      data: [
                        {
                          task_id: '861254119619698760',
                          task_status: 'submitted',
                          task_info: { external_task_id: 'rain-1' },
                          created_at: 1722769557708,
                          updated_at: 1722769557708,
                        },
                      ],
                    },
                  },
                  empty: {
                    value: {
                      code: 0,
                      message: 'SUCCEED',
                      request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                      data: [],
                    },
                  },
                },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/ServerError' },
          '503': { $ref: '#/components/responses/Unavailable' },
          '504': { $ref: '#/components/responses/Timeout' },
        },
      },
    },
    '/v1/audio/text-to-audio/{task_id}': {
      get: {
        operationId: 'getTextToAudio',
        tags: ['text-to-audio'],
        summary: 'Get one text-to-audio task',
        'x-certainty': 'transcribed',
        'x-source': 'https://kling.ai/document-api/api/video/audio-generation/text-to-audio',
        'x-read': '2026-11-20',
        parameters: [{ $ref: '#/components/parameters/taskId' }],
        responses: {
          '200': {
            description: 'The task in its current state.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: {
                    code: { $ref: '#/components/schemas/SuccessCode' },
                    message: { $ref: '#/components/schemas/Message' },
                    request_id: { $ref: '#/components/schemas/RequestId' },
                    data: { $ref: '#/components/schemas/TextToAudioTask' },
                  },
                  required: ['code', 'message', 'request_id', 'data'],
                  'x-inferred': ['required'],
                },
                examples: {
                  submitted: { $ref: '#/components/examples/submitted' },
                  processing: { $ref: '#/components/examples/processing' },
                  succeed: {
                    value: {
                      code: 0,
                      message: 'SUCCEED',
                      request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                      data: {
                        task_id: '861254119619698760',
                        task_status: 'succeed',
                        task_status_msg: '',
                        task_info: { external_task_id: 'rain-1' },
                        task_result: {
                          audios: [
                            {
                              id: '861254119619698761',
                              url_mp3: 'https://example.com/861254119619698761.mp3',
                              url_wav: 'https://example.com/861254119619698761.wav',
                              duration_mp3: '5.0',
                              duration_wav: '5.0',
                            },
                          ],
                        },
                        final_unit_deduction: '0.25',
                        created_at: 1722769557708,
                        updated_at: 1722769569708,
                      },
                    },
                  },
                  failed: { $ref: '#/components/examples/failed' },
                },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/ServerError' },
          '503': { $ref: '#/components/responses/Unavailable' },
          '504': { $ref: '#/components/responses/Timeout' },
        },
      },
    },
    '/v1/audio/video-to-audio': {
      post: {
        operationId: 'createVideoToAudio',
        tags: ['video-to-audio'],
        summary: 'Make a sound for a video',
        'x-certainty': 'transcribed',
        'x-source': 'https://kling.ai/document-api/api/video/audio-generation/video-to-audio',
        'x-read': '2026-11-20',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: {
                  video_id: {
                    type: 'string',
                    description:
                      'A video made by Kling within the last 30 days, 3.0 to 20.0 s long. Either this or `video_url`.',
                  },
                  video_url: {
                    type: 'string',
                    description:
                      'Address of an .mp4 or .mov file of at most 100 MB, 3.0 to 20.0 s long. Either this or `video_id`.',
                  },
                  sound_effect_prompt: {
                    type: 'string',
                    maxLength: 200,
                    description: 'Sound effects to add. At most 200 characters.',
                  },
                  bgm_prompt: {
                    type: 'string',
                    maxLength: 200,
                    description: 'Music to put underneath. At most 200 characters.',
                  },
                  asmr_mode: {
                    type: 'boolean',
                    default: false,
                    description: 'Bring out fine detail; meant for very close recordings.',
                  },
                  external_task_id: { $ref: '#/components/schemas/ExternalTaskId' },
                  callback_url: { $ref: '#/components/schemas/CallbackUrl' },
                },
                oneOf: [
                  {
                    required: ['video_id'],
                    properties: {
                      video_id: { type: 'string', minLength: 1 },
                      video_url: { type: 'string', const: '' },
                    },
                  },
                  {
                    required: ['video_url'],
                    properties: {
                      video_url: { type: 'string', minLength: 1 },
                      video_id: { type: 'string', const: '' },
                    },
                  },
                ],
              },
              examples: { minimal: { value: { video_url: 'https://example.com/clip.mp4' } } },
            },
          },
        },
        responses: {
          '200': {
            description: 'The task was accepted.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/TaskAccepted' },
                examples: { submitted: { $ref: '#/components/examples/accepted' } },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/ServerError' },
          '503': { $ref: '#/components/responses/Unavailable' },
          '504': { $ref: '#/components/responses/Timeout' },
        },
      },
      get: {
        operationId: 'listVideoToAudio',
        tags: ['video-to-audio'],
        summary: 'List video-to-audio tasks',
        'x-certainty': 'transcribed',
        'x-source': 'https://kling.ai/document-api/api/video/audio-generation/video-to-audio',
        'x-read': '2026-11-20',
        parameters: [
          { $ref: '#/components/parameters/pageNum' },
          { $ref: '#/components/parameters/pageSize' },
        ],
        responses: {
          '200': {
            description: 'One page of tasks.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: {
                    code: { $ref: '#/components/schemas/SuccessCode' },
                    message: { $ref: '#/components/schemas/Message' },
                    request_id: { $ref: '#/components/schemas/RequestId' },
                    data: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/VideoToAudioTask' },
                    },
                  },
                  required: ['code', 'message', 'request_id', 'data'],
                  'x-inferred': ['required'],
                },
                examples: {
                  page: {
                    value: {
                      code: 0,
                      message: 'SUCCEED',
                      request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                      data: [
                        {
                          task_id: '861254119619698760',
                          task_status: 'submitted',
                          task_info: { external_task_id: 'rain-1' },
                          created_at: 1722769557708,
                          updated_at: 1722769557708,
                        },
                      ],
                    },
                  },
                  empty: {
                    value: {
                      code: 0,
                      message: 'SUCCEED',
                      request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                      data: [],
                    },
                  },
                },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/ServerError' },
          '503': { $ref: '#/components/responses/Unavailable' },
          '504': { $ref: '#/components/responses/Timeout' },
        },
      },
    },
    '/v1/audio/video-to-audio/{task_id}': {
      get: {
        operationId: 'getVideoToAudio',
        tags: ['video-to-audio'],
        summary: 'Get one video-to-audio task',
        'x-certainty': 'transcribed',
        'x-source': 'https://kling.ai/document-api/api/video/audio-generation/video-to-audio',
        'x-read': '2026-11-20',
        parameters: [{ $ref: '#/components/parameters/taskId' }],
        responses: {
          '200': {
            description: 'The task in its current state.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: {
                    code: { $ref: '#/components/schemas/SuccessCode' },
                    message: { $ref: '#/components/schemas/Message' },
                    request_id: { $ref: '#/components/schemas/RequestId' },
                    data: { $ref: '#/components/schemas/VideoToAudioTask' },
                  },
                  required: ['code', 'message', 'request_id', 'data'],
                  'x-inferred': ['required'],
                },
                examples: {
                  submitted: { $ref: '#/components/examples/submitted' },
                  processing: { $ref: '#/components/examples/processing' },
                  succeed: {
                    value: {
                      code: 0,
                      message: 'SUCCEED',
                      request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                      data: {
                        task_id: '861254119619698760',
                        task_status: 'succeed',
                        task_status_msg: '',
                        task_info: {
                          external_task_id: 'rain-1',
                          parent_video: {
                            id: '861254119619698700',
                            url: 'https://example.com/861254119619698700.mp4',
                            duration: '5.0',
                          },
                        },
                        task_result: {
                          videos: [
                            {
                              id: '861254119619698762',
                              url: 'https://example.com/861254119619698762.mp4',
                              duration: '5.0',
                            },
                          ],
                          audios: [
                            {
                              id: '861254119619698761',
                              url_mp3: 'https://example.com/861254119619698761.mp3',
                              url_wav: 'https://example.com/861254119619698761.wav',
                              duration_mp3: '5.0',
                              duration_wav: '5.0',
                            },
                          ],
                        },
                        final_unit_deduction: '0.25',
                        final_balance_deduction: { quota: '0', list_price: '0' },
                        created_at: 1722769557708,
                        updated_at: 1722769569708,
                      },
                    },
                  },
                  failed: { $ref: '#/components/examples/failed' },
                },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/ServerError' },
          '503': { $ref: '#/components/responses/Unavailable' },
          '504': { $ref: '#/components/responses/Timeout' },
        },
      },
    },
    '/v1/videos/text2video': {
      post: {
        operationId: 'createTextToVideo',
        tags: ['text-to-video'],
        summary: 'Turn a text into a video',
        'x-certainty': 'transcribed',
        'x-source': 'https://kling.ai/document-api/api/video/3-0-omni/text-to-video/legacy',
        'x-read': '2026-11-20',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
                type: 'object',
                properties: {
                  model_name: {
                    type: 'string',
                    enum: [
                      'kling-v1',
                      'kling-v1-6',
                      'kling-v2-master',
                      'kling-v2-1-master',
                      'kling-v2-5-turbo',
                      'kling-v2-6',
                      'kling-v3',
                    ],
                    default: 'kling-v1',
                    description:
                      'Which model draws the video. Left out, it is one that is no longer served.',
                    'x-retired': {
                      'kling-v1': '2026-09-15',
                      'kling-v1-6': '2026-09-15',
                      'kling-v2-master': '2026-09-15',
                      'kling-v2-1-master': '2026-09-15',
                    },
                    'x-retired-answer': { status: 404, code: 1203 },
                  },
                  prompt: {
                    type: 'string',
                    maxLength: 2500,
                    description:
                      'What should be seen. At most 2,500 characters. Ignored when every shot has its own prompt.',
                  },
                  negative_prompt: {
                    type: 'string',
                    maxLength: 2500,
                    description: 'What should not be seen. At most 2,500 characters.',
                  },
                  multi_shot: {
                    type: 'boolean',
                    default: false,
                    description: 'Several shots in one video.',
                  },
                  shot_type: {
                    type: 'string',
                    enum: ['customize', 'intelligence'],
                    description:
                      'With `multi_shot`, who cuts the shots, you (`customize`, by `multi_prompt`) or the model (`intelligence`).',
                  },
                  multi_prompt: {
                    type: 'array',
                    minItems: 1,
                    maxItems: 6,
                    description:
                      'With `shot_type` `customize`, one entry per shot; their durations add up to `duration`.',
                    items: {
                      type: 'object',
                      properties: {
                        index: { type: 'integer', description: 'Place of the shot in the video.' },
                        prompt: {
                          type: 'string',
                          maxLength: 512,
                          description: 'What this shot shows. At most 512 characters.',
                        },
                        duration: {
                          type: 'string',
                          pattern: '^([1-9]|1[0-5])$',
                          description: 'Seconds of this shot, at least 1.',
                        },
                      },
                    },
                  },
                  sound: {
                    type: 'string',
                    enum: ['on', 'off'],
                    default: 'off',
                    description: 'Whether the video comes with sound; models from kling-v2-6 on.',
                  },
                  cfg_scale: {
                    type: 'number',
                    format: 'float',
                    minimum: 0,
                    maximum: 1,
                    default: 0.5,
                    description:
                      'How closely the prompt is followed, 0 to 1. Not for kling-v2.x models.',
                  },
                  mode: {
                    type: 'string',
                    enum: ['std', 'pro', '4k'],
                    default: 'std',
                    description: 'Standard or professional quality; 4k for kling-v3 only.',
                  },
                  camera_control: {
                    type: 'object',
                    description: 'How the camera moves. Left out, the model decides.',
                    properties: {
                      type: {
                        type: 'string',
                        enum: [
                          'simple',
                          'down_back',
                          'forward_up',
                          'right_turn_forward',
                          'left_turn_forward',
                        ],
                        description: 'A preset, or `simple` for one axis of your own.',
                      },
                      config: {
                        type: ['object', 'null'],
                        description: 'With `simple`, exactly one axis that is not 0.',
                        properties: {
                          horizontal: {
                            type: 'number',
                            format: 'float',
                            minimum: -10,
                            maximum: 10,
                            description: 'Move left (-) or right (+).',
                          },
                          vertical: {
                            type: 'number',
                            format: 'float',
                            minimum: -10,
                            maximum: 10,
                            description: 'Move down (-) or up (+).',
                          },
                          pan: {
                            type: 'number',
                            format: 'float',
                            minimum: -10,
                            maximum: 10,
                            description:
                              'Turn left (-) or right (+); until 2025 the page meant up and down.',
                          },
                          tilt: {
                            type: 'number',
                            format: 'float',
                            minimum: -10,
                            maximum: 10,
                            description:
                              'Turn down (-) or up (+); until 2025 the page meant left and right.',
                          },
                          roll: {
                            type: 'number',
                            format: 'float',
                            minimum: -10,
                            maximum: 10,
                            description: 'Roll against (-) or with (+) the clock.',
                          },
                          zoom: {
                            type: 'number',
                            format: 'float',
                            minimum: -10,
                            maximum: 10,
                            description:
                              'Longer focal length, so closer (-), or shorter, so a wider view (+). CometAPI says the opposite of the same field.',
                          },
                        },
                      },
                    },
                    oneOf: [
                      {
                        required: ['type', 'config'],
                        properties: {
                          type: { type: 'string', const: 'simple' },
                          config: {
                            type: 'object',
                            oneOf: [
                              {
                                required: ['horizontal'],
                                properties: { horizontal: { type: 'number', not: { const: 0 } } },
                              },
                              {
                                required: ['vertical'],
                                properties: { vertical: { type: 'number', not: { const: 0 } } },
                              },
                              {
                                required: ['pan'],
                                properties: { pan: { type: 'number', not: { const: 0 } } },
                              },
                              {
                                required: ['tilt'],
                                properties: { tilt: { type: 'number', not: { const: 0 } } },
                              },
                              {
                                required: ['roll'],
                                properties: { roll: { type: 'number', not: { const: 0 } } },
                              },
                              {
                                required: ['zoom'],
                                properties: { zoom: { type: 'number', not: { const: 0 } } },
                              },
                            ],
                          },
                        },
                      },
                      {
                        required: ['type'],
                        properties: {
                          type: {
                            type: 'string',
                            enum: [
                              'down_back',
                              'forward_up',
                              'right_turn_forward',
                              'left_turn_forward',
                            ],
                          },
                          config: { type: 'null' },
                        },
                      },
                    ],
                  },
                  aspect_ratio: {
                    type: 'string',
                    enum: ['16:9', '9:16', '1:1'],
                    default: '16:9',
                    description: 'Width to height.',
                  },
                  duration: {
                    type: 'string',
                    enum: ['3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15'],
                    default: '5',
                    description:
                      'Length in seconds. Which lengths a model offers depends on model and mode; older ones take 5 and 10 only.',
                  },
                  watermark_info: {
                    type: 'object',
                    description: 'Ask for a second, watermarked file.',
                    properties: {
                      enabled: { type: 'boolean', description: 'Whether to make it.' },
                    },
                  },
                  external_task_id: { $ref: '#/components/schemas/ExternalTaskId' },
                  callback_url: { $ref: '#/components/schemas/CallbackUrl' },
                },
                oneOf: [
                  {
                    title: 'One shot',
                    required: ['prompt'],
                    properties: {
                      prompt: { type: 'string' },
                      multi_shot: { type: 'boolean', const: false },
                    },
                  },
                  {
                    title: 'Shots cut by the model',
                    required: ['prompt', 'multi_shot', 'shot_type'],
                    properties: {
                      prompt: { type: 'string' },
                      multi_shot: { type: 'boolean', const: true },
                      shot_type: { type: 'string', const: 'intelligence' },
                    },
                  },
                  {
                    title: 'Shots of your own',
                    required: ['multi_shot', 'shot_type', 'multi_prompt'],
                    properties: {
                      multi_shot: { type: 'boolean', const: true },
                      shot_type: { type: 'string', const: 'customize' },
                      multi_prompt: {
                        type: 'array',
                        items: {
                          type: 'object',
                          required: ['index', 'prompt', 'duration'],
                          properties: {
                            index: { type: 'integer' },
                            prompt: { type: 'string' },
                            duration: { type: 'string' },
                          },
                        },
                      },
                    },
                  },
                ],
              },
              examples: {
                minimal: { value: { prompt: 'A paper boat on a puddle', model_name: 'kling-v3' } },
                shots: {
                  value: {
                    model_name: 'kling-v3',
                    multi_shot: true,
                    shot_type: 'customize',
                    multi_prompt: [
                      { index: 1, prompt: 'A paper boat on a puddle', duration: '2' },
                      { index: 2, prompt: 'The boat leaves the puddle', duration: '3' },
                    ],
                  },
                },
              },
            },
          },
        },
        responses: {
          '200': {
            description: 'The task was accepted.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/TaskAccepted' },
                examples: { submitted: { $ref: '#/components/examples/accepted' } },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/ServerError' },
          '503': { $ref: '#/components/responses/Unavailable' },
          '504': { $ref: '#/components/responses/Timeout' },
        },
      },
      get: {
        operationId: 'listTextToVideo',
        tags: ['text-to-video'],
        summary: 'List text-to-video tasks',
        'x-certainty': 'transcribed',
        'x-source': 'https://kling.ai/document-api/api/video/3-0-omni/text-to-video/legacy',
        'x-read': '2026-11-20',
        parameters: [
          { $ref: '#/components/parameters/pageNum' },
          { $ref: '#/components/parameters/pageSize' },
        ],
        responses: {
          '200': {
            description: 'One page of tasks.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: {
                    code: { $ref: '#/components/schemas/SuccessCode' },
                    message: { $ref: '#/components/schemas/Message' },
                    request_id: { $ref: '#/components/schemas/RequestId' },
                    data: {
                      type: 'array',
                      items: { $ref: '#/components/schemas/TextToVideoTask' },
                    },
                  },
                  required: ['code', 'message', 'request_id', 'data'],
                  'x-inferred': ['required'],
                },
                examples: {
                  page: {
                    value: {
                      code: 0,
                      message: 'SUCCEED',
                      request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                      data: [
                        {
                          task_id: '861254119619698760',
                          task_status: 'submitted',
                          task_info: { external_task_id: 'rain-1' },
                          created_at: 1722769557708,
                          updated_at: 1722769557708,
                        },
                      ],
                    },
                  },
                  empty: {
                    value: {
                      code: 0,
                      message: 'SUCCEED',
                      request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                      data: [],
                    },
                  },
                },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/ServerError' },
          '503': { $ref: '#/components/responses/Unavailable' },
          '504': { $ref: '#/components/responses/Timeout' },
        },
      },
    },
    '/v1/videos/text2video/{task_id}': {
      get: {
        operationId: 'getTextToVideo',
        tags: ['text-to-video'],
        summary: 'Get one text-to-video task',
        'x-certainty': 'transcribed',
        'x-source': 'https://kling.ai/document-api/api/video/3-0-omni/text-to-video/legacy',
        'x-read': '2026-11-20',
        parameters: [{ $ref: '#/components/parameters/taskId' }],
        responses: {
          '200': {
            description: 'The task in its current state.',
            content: {
              'application/json': {
                schema: {
                  type: 'object',
                  properties: {
                    code: { $ref: '#/components/schemas/SuccessCode' },
                    message: { $ref: '#/components/schemas/Message' },
                    request_id: { $ref: '#/components/schemas/RequestId' },
                    data: { $ref: '#/components/schemas/TextToVideoTask' },
                  },
                  required: ['code', 'message', 'request_id', 'data'],
                  'x-inferred': ['required'],
                },
                examples: {
                  submitted: { $ref: '#/components/examples/submitted' },
                  processing: { $ref: '#/components/examples/processing' },
                  succeed: {
                    value: {
                      code: 0,
                      message: 'SUCCEED',
                      request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                      data: {
                        task_id: '861254119619698760',
                        task_status: 'succeed',
                        task_status_msg: '',
                        task_info: { external_task_id: 'rain-1' },
                        watermark_info: { enabled: false },
                        task_result: {
                          videos: [
                            {
                              id: '861254119619698762',
                              url: 'https://example.com/861254119619698762.mp4',
                              watermark_url: 'https://example.com/861254119619698762-watermark.mp4',
                              duration: '5.0',
                            },
                          ],
                        },
                        final_unit_deduction: '2',
                        final_balance_deduction: { quota: '0', list_price: '0' },
                        created_at: 1722769557708,
                        updated_at: 1722769569708,
                      },
                    },
                  },
                  failed: { $ref: '#/components/examples/failed' },
                },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/ServerError' },
          '503': { $ref: '#/components/responses/Unavailable' },
          '504': { $ref: '#/components/responses/Timeout' },
        },
      },
    },
  },
  webhooks: {
    taskStatus: {
      post: {
        operationId: 'onTaskStatus',
        summary: 'A task changed its status',
        description:
          'Sent to `callback_url`, flat and not wrapped in `code` and `data`. Accounts with a webhook secret get the three signature headers, all others get none. How often an unanswered callback is repeated is not documented.',
        'x-certainty': 'transcribed',
        'x-source': 'https://kling.ai/document-api/api/get-started/callbacks',
        'x-read': '2026-11-20',
        parameters: [
          {
            name: 'webhook-id',
            in: 'header',
            required: false,
            schema: { type: 'string' },
            description: 'The same for every repetition of one message.',
          },
          {
            name: 'webhook-timestamp',
            in: 'header',
            required: false,
            schema: { type: 'string' },
            description: 'Unix time in seconds; trust it for five minutes.',
          },
          {
            name: 'webhook-signature',
            in: 'header',
            required: false,
            schema: { type: 'string' },
            description: 'One or more `v1,<base64>`, separated by spaces.',
          },
        ],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/Callback' },
              examples: {
                succeed: {
                  value: {
                    task_id: '861254119619698760',
                    task_status: 'succeed',
                    task_status_msg: '',
                    created_at: 1722769557708,
                    updated_at: 1722769569708,
                    final_unit_deduction: '2',
                    final_balance_deduction: { quota: '0', list_price: '0' },
                    task_info: { external_task_id: 'rain-1' },
                    task_result: {
                      videos: [
                        {
                          id: '861254119619698762',
                          url: 'https://example.com/861254119619698762.mp4',
                          duration: '5.0',
                        },
                      ],
                    },
                  },
                },
              },
            },
          },
        },
        responses: { '200': { description: 'Received.' } },
      },
    },
  },
  components: {
    securitySchemes: {
      bearer: {
        type: 'http',
        scheme: 'bearer',
        description: 'An API key, or a JWT (HS256) made from access key and secret key.',
      },
    },
    parameters: {
      taskId: {
        name: 'task_id',
        in: 'path',
        required: true,
        schema: { type: 'string' },
        description: 'The id that Kling gave the task, or the `external_task_id` that you gave it.',
        'x-unknown': [
          {
            status: 404,
            code: 1203,
            description: 'No task has this id, by the table of codes.',
            'x-certainty': 'transcribed',
            'x-source': 'https://kling.ai/document-api/apiReference/commonInfo',
          },
          {
            status: 400,
            code: 1201,
            description: 'No task has this id.',
            'x-certainty': 'observed',
            'x-observed': '2026-07-30',
            'x-source': 'a live probe that a public client reports',
          },
        ],
      },
      pageNum: {
        name: 'pageNum',
        in: 'query',
        required: false,
        schema: { type: 'integer', minimum: 1, maximum: 1000, default: 1 },
        description: 'Which page, 1 to 1000.',
      },
      pageSize: {
        name: 'pageSize',
        in: 'query',
        required: false,
        schema: { type: 'integer', minimum: 1, maximum: 500, default: 30 },
        description: 'Tasks per page, 1 to 500.',
      },
    },
    schemas: {
      ExternalTaskId: {
        type: 'string',
        description:
          'A name of your own for the task, unique within the account. Tasks can be looked up by it.',
      },
      CallbackUrl: { type: 'string', description: 'Address that is told when the status changes.' },
      SuccessCode: {
        type: 'integer',
        description:
          '0 when the request was accepted. Any other value refuses it, under HTTP 200 too.',
      },
      Message: { type: 'string', description: 'What the code means.' },
      RequestId: {
        type: 'string',
        description: 'Id of this request: quote it when you ask the provider about it.',
      },
      TaskStatus: {
        type: 'string',
        enum: ['submitted', 'processing', 'succeed', 'failed'],
        description: 'The state of the task.',
      },
      ServiceCode: {
        type: 'integer',
        enum: [
          1000, 1001, 1002, 1003, 1004, 1100, 1101, 1102, 1103, 1200, 1201, 1202, 1203, 1300, 1301,
          1302, 1303, 1304, 5000, 5001, 5002,
        ],
        description: 'What went wrong. The HTTP status alone does not tell.',
      },
      Error: {
        type: 'object',
        required: ['code', 'message', 'request_id'],
        properties: {
          code: { $ref: '#/components/schemas/ServiceCode' },
          message: { $ref: '#/components/schemas/Message' },
          request_id: { $ref: '#/components/schemas/RequestId' },
        },
      },
      TaskInfo: {
        type: 'object',
        properties: { external_task_id: { $ref: '#/components/schemas/ExternalTaskId' } },
      },
      TaskAccepted: {
        type: 'object',
        properties: {
          code: { $ref: '#/components/schemas/SuccessCode' },
          message: { $ref: '#/components/schemas/Message' },
          request_id: { $ref: '#/components/schemas/RequestId' },
          data: {
            type: 'object',
            properties: {
              task_id: { type: 'string', description: 'The id that Kling gave the task.' },
              task_info: { $ref: '#/components/schemas/TaskInfo' },
              task_status: { $ref: '#/components/schemas/TaskStatus' },
              created_at: { type: 'integer', description: 'Unix time in milliseconds.' },
              updated_at: { type: 'integer', description: 'Unix time in milliseconds.' },
            },
            required: ['task_id', 'task_status', 'created_at', 'updated_at'],
            'x-inferred': ['required'],
          },
        },
        required: ['code', 'message', 'request_id', 'data'],
        'x-inferred': ['required'],
      },
      Audio: {
        type: 'object',
        properties: {
          id: { type: 'string', description: 'Id of the sound.' },
          url_mp3: { type: 'string', description: 'The sound as MP3. Gone after 30 days.' },
          url_wav: { type: 'string', description: 'The sound as WAV. Gone after 30 days.' },
          duration_mp3: { type: 'string', description: 'Seconds of the MP3.' },
          duration_wav: { type: 'string', description: 'Seconds of the WAV.' },
        },
        required: ['id', 'url_mp3', 'url_wav', 'duration_mp3', 'duration_wav'],
        'x-inferred': ['required'],
      },
      Video: {
        type: 'object',
        properties: {
          id: { type: 'string', description: 'Id of the video.' },
          url: { type: 'string', description: 'The video as MP4. Gone after 30 days.' },
          duration: { type: 'string', description: 'Seconds of the video.' },
        },
        required: ['id', 'url', 'duration'],
        'x-inferred': ['required'],
      },
      FinalBalanceDeduction: {
        type: 'object',
        properties: {
          quota: { type: 'string', description: 'Amount taken from the balance.' },
          list_price: { type: 'string', description: 'Amount before discounts.' },
        },
      },
      TextToAudioTask: {
        type: 'object',
        properties: {
          task_id: { type: 'string', description: 'The id that Kling gave the task.' },
          task_status: { $ref: '#/components/schemas/TaskStatus' },
          task_status_msg: { type: 'string', description: 'Why the task failed.' },
          task_info: { $ref: '#/components/schemas/TaskInfo' },
          task_result: {
            type: 'object',
            properties: {
              audios: { type: 'array', items: { $ref: '#/components/schemas/Audio' } },
            },
          },
          final_unit_deduction: { type: 'string', description: 'Units that the task cost.' },
          created_at: { type: 'integer', description: 'Unix time in milliseconds.' },
          updated_at: { type: 'integer', description: 'Unix time in milliseconds.' },
          final_balance_deduction: { $ref: '#/components/schemas/FinalBalanceDeduction' },
        },
        required: ['task_id', 'task_status', 'created_at', 'updated_at'],
        'x-inferred': ['required'],
      },
      VideoToAudioTask: {
        type: 'object',
        properties: {
          task_id: { type: 'string', description: 'The id that Kling gave the task.' },
          task_status: { $ref: '#/components/schemas/TaskStatus' },
          task_status_msg: { type: 'string', description: 'Why the task failed.' },
          task_info: {
            type: 'object',
            properties: {
              external_task_id: { $ref: '#/components/schemas/ExternalTaskId' },
              parent_video: { $ref: '#/components/schemas/Video' },
            },
          },
          task_result: {
            type: 'object',
            properties: {
              videos: { type: 'array', items: { $ref: '#/components/schemas/Video' } },
              audios: { type: 'array', items: { $ref: '#/components/schemas/Audio' } },
            },
          },
          final_unit_deduction: { type: 'string', description: 'Units that the task cost.' },
          final_balance_deduction: { $ref: '#/components/schemas/FinalBalanceDeduction' },
          created_at: { type: 'integer', description: 'Unix time in milliseconds.' },
          updated_at: { type: 'integer', description: 'Unix time in milliseconds.' },
        },
        required: ['task_id', 'task_status', 'created_at', 'updated_at'],
        'x-inferred': ['required'],
      },
      TextToVideoTask: {
        type: 'object',
        properties: {
          task_id: { type: 'string', description: 'The id that Kling gave the task.' },
          task_status: { $ref: '#/components/schemas/TaskStatus' },
          task_status_msg: { type: 'string', description: 'Why the task failed.' },
          task_info: { $ref: '#/components/schemas/TaskInfo' },
          watermark_info: {
            type: 'object',
            properties: {
              enabled: {
                type: 'boolean',
                description: 'Whether a watermarked file was asked for.',
              },
            },
          },
          task_result: {
            type: 'object',
            properties: {
              videos: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: {
                    id: { type: 'string', description: 'Id of the video.' },
                    url: { type: 'string', description: 'The video as MP4. Gone after 30 days.' },
                    watermark_url: {
                      type: 'string',
                      description: 'The watermarked file, where asked for.',
                    },
                    duration: { type: 'string', description: 'Seconds of the video.' },
                  },
                  required: ['id', 'url', 'duration'],
                  'x-inferred': ['required'],
                },
              },
            },
          },
          final_unit_deduction: { type: 'string', description: 'Units that the task cost.' },
          final_balance_deduction: { $ref: '#/components/schemas/FinalBalanceDeduction' },
          created_at: { type: 'integer', description: 'Unix time in milliseconds.' },
          updated_at: { type: 'integer', description: 'Unix time in milliseconds.' },
        },
        required: ['task_id', 'task_status', 'created_at', 'updated_at'],
        'x-inferred': ['required'],
      },
      Callback: {
        type: 'object',
        properties: {
          task_id: { type: 'string', description: 'The id that Kling gave the task.' },
          task_status: { $ref: '#/components/schemas/TaskStatus' },
          task_status_msg: { type: 'string', description: 'Why the task failed.' },
          created_at: { type: 'integer', description: 'Unix time in milliseconds.' },
          updated_at: { type: 'integer', description: 'Unix time in milliseconds.' },
          final_unit_deduction: { type: 'string', description: 'Units that the task cost.' },
          final_balance_deduction: { $ref: '#/components/schemas/FinalBalanceDeduction' },
          task_info: {
            type: 'object',
            properties: {
              parent_video: { $ref: '#/components/schemas/Video' },
              external_task_id: { $ref: '#/components/schemas/ExternalTaskId' },
            },
          },
          task_result: {
            type: 'object',
            properties: {
              images: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: {
                    index: { type: 'integer', description: 'Place of the picture.' },
                    url: { type: 'string', description: 'The picture.' },
                  },
                },
              },
              videos: { type: 'array', items: { $ref: '#/components/schemas/Video' } },
            },
          },
        },
        required: ['task_id', 'task_status'],
        'x-inferred': ['required'],
      },
    },
    examples: {
      accepted: {
        value: {
          code: 0,
          message: 'SUCCEED',
          request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
          data: {
            task_id: '861254119619698760',
            task_info: { external_task_id: 'rain-1' },
            task_status: 'submitted',
            created_at: 1722769557708,
            updated_at: 1722769557708,
          },
        },
      },
      submitted: {
        value: {
          code: 0,
          message: 'SUCCEED',
          request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
          data: {
            task_id: '861254119619698760',
            task_status: 'submitted',
            task_status_msg: '',
            task_info: { external_task_id: 'rain-1' },
            created_at: 1722769557708,
            updated_at: 1722769557708,
          },
        },
      },
      processing: {
        value: {
          code: 0,
          message: 'SUCCEED',
          request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
          data: {
            task_id: '861254119619698760',
            task_status: 'processing',
            task_status_msg: '',
            task_info: { external_task_id: 'rain-1' },
            created_at: 1722769557708,
            updated_at: 1722769561708,
          },
        },
      },
      failed: {
        value: {
          code: 0,
          message: 'SUCCEED',
          request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
          data: {
            task_id: '861254119619698760',
            task_status: 'failed',
            task_status_msg: 'Refused by the risk control of the platform',
            task_info: { external_task_id: 'rain-1' },
            task_result: {},
            created_at: 1722769557708,
            updated_at: 1722769569708,
          },
        },
      },
    },
    responses: {
      BadRequest: {
        description: 'The request breaks a rule; repeating it does not help.',
        'x-source': 'https://kling.ai/document-api/api/get-started/error-codes',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
            examples: {
              '1200': {
                value: {
                  code: 1200,
                  message: 'The parameters are not valid',
                  request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                },
              },
              '1201': {
                value: {
                  code: 1201,
                  message: 'A field has a value that is not allowed',
                  request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                },
              },
              '1300': {
                value: {
                  code: 1300,
                  message: 'Refused by a policy of the platform',
                  request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                },
              },
              '1301': {
                value: {
                  code: 1301,
                  message: 'Refused by the content policy',
                  request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                },
              },
            },
          },
        },
      },
      Unauthorized: {
        description: 'The credentials are missing, wrong or out of date.',
        'x-source': 'https://kling.ai/document-api/api/get-started/error-codes',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
            examples: {
              '1000': {
                value: {
                  code: 1000,
                  message: 'Authentication failed',
                  request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                },
              },
              '1001': {
                value: {
                  code: 1001,
                  message: 'The Authorization header is empty',
                  request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                },
              },
              '1002': {
                value: {
                  code: 1002,
                  message: 'The Authorization header is not valid',
                  request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                },
              },
              '1003': {
                value: {
                  code: 1003,
                  message: 'The token is not valid yet',
                  request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                },
              },
              '1004': {
                value: {
                  code: 1004,
                  message: 'The token has expired',
                  request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                },
              },
            },
          },
        },
      },
      Forbidden: {
        description: 'The account may not use this operation or model.',
        'x-source': 'https://kling.ai/document-api/api/get-started/error-codes',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
            examples: {
              '1103': {
                value: {
                  code: 1103,
                  message: 'The account may not use this model',
                  request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                },
              },
            },
          },
        },
      },
      NotFound: {
        description: 'No such operation or resource.',
        'x-source': 'https://kling.ai/document-api/api/get-started/error-codes',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
            examples: {
              '1202': {
                value: {
                  code: 1202,
                  message: 'No such method',
                  request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                },
              },
              '1203': {
                value: {
                  code: 1203,
                  message: 'No such resource',
                  request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                },
              },
            },
          },
        },
      },
      TooManyRequests: {
        description:
          "Two different things under one status; 1302 and 1303 pass by waiting, the account's troubles do not.",
        'x-source': 'https://kling.ai/document-api/api/get-started/error-codes',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
            examples: {
              '1100': {
                value: {
                  code: 1100,
                  message: 'The account is not in order',
                  request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                },
              },
              '1101': {
                value: {
                  code: 1101,
                  message: 'The account is in arrears',
                  request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                },
              },
              '1102': {
                value: {
                  code: 1102,
                  message: 'The resource pack is used up or has expired',
                  request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                },
              },
              '1302': {
                value: {
                  code: 1302,
                  message: 'Too many requests',
                  request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                },
              },
              '1303': {
                value: {
                  code: 1303,
                  message: 'Too many tasks at once for the resource pack',
                  request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                },
              },
              '1304': {
                value: {
                  code: 1304,
                  message: 'This address is not on the list of allowed ones',
                  request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                },
              },
            },
          },
        },
      },
      ServerError: {
        description: "Something broke on the provider's side.",
        'x-source': 'https://kling.ai/document-api/api/get-started/error-codes',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
            examples: {
              '5000': {
                value: {
                  code: 5000,
                  message: 'Internal error',
                  request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                },
              },
            },
          },
        },
      },
      Unavailable: {
        description: 'The provider is closed for maintenance.',
        'x-source': 'https://kling.ai/document-api/api/get-started/error-codes',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
            examples: {
              '5001': {
                value: {
                  code: 5001,
                  message: 'Temporarily unavailable',
                  request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                },
              },
            },
          },
        },
      },
      Timeout: {
        description: 'The provider did not manage in time.',
        'x-source': 'https://kling.ai/document-api/api/get-started/error-codes',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
            examples: {
              '5002': {
                value: {
                  code: 5002,
                  message: 'Internal timeout',
                  request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
                },
              },
            },
          },
        },
      },
    },
  },
  jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
};
