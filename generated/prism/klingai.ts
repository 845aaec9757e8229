/** The operations of a document, as Prism reads them. Made by scripts/generate.ts; do not edit. */
export const operations: object[] = [
  {
    path: '/v1/audio/text-to-audio',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: '10f7d2317e31e',
        contents: [
          {
            id: 'cc7f6f7bb5080',
            mediaType: 'application/json',
            examples: [
              {
                id: '92f7ff8aa780d',
                key: 'minimal',
                value: { prompt: 'Rain on a tin roof', duration: 5 },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
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
                    3, 3.1, 3.2, 3.3, 3.4, 3.5, 3.6, 3.7, 3.8, 3.9, 4, 4.1, 4.2, 4.3, 4.4, 4.5, 4.6,
                    4.7, 4.8, 4.9, 5, 5.1, 5.2, 5.3, 5.4, 5.5, 5.6, 5.7, 5.8, 5.9, 6, 6.1, 6.2, 6.3,
                    6.4, 6.5, 6.6, 6.7, 6.8, 6.9, 7, 7.1, 7.2, 7.3, 7.4, 7.5, 7.6, 7.7, 7.8, 7.9, 8,
                    8.1, 8.2, 8.3, 8.4, 8.5, 8.6, 8.7, 8.8, 8.9, 9, 9.1, 9.2, 9.3, 9.4, 9.5, 9.6,
                    9.7, 9.8, 9.9, 10,
                  ],
                },
                external_task_id: {
                  type: 'string',
                  description:
                    'A name of your own for the task, unique within the account. Tasks can be looked up by it.',
                },
                callback_url: {
                  type: 'string',
                  description: 'Address that is told when the status changes.',
                },
              },
              'x-stoplight': { id: 'd47d8bcb2b708' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/audio/text-to-audio',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      query: [
        {
          id: '63be177cef019',
          name: 'pageNum',
          style: 'form',
          examples: [],
          description: 'Which page, 1 to 1000.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 1000,
            default: 1,
            'x-stoplight': { id: '9499922b29da3' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
        {
          id: '47947aed8dfe5',
          name: 'pageSize',
          style: 'form',
          examples: [],
          description: 'Tasks per page, 1 to 500.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 500,
            default: 30,
            'x-stoplight': { id: '22c1013bd419a' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/audio/text-to-audio/{task_id}',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      path: [
        {
          id: 'a08a5fc7acf56',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description:
            'The id that Kling gave the task, or the `external_task_id` that you gave it.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: '4be0624773d6c' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description', 'x-unknown'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/audio/video-to-audio',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: '364acd96ae77d',
        contents: [
          {
            id: '45cd14f2f1b83',
            mediaType: 'application/json',
            examples: [
              {
                id: '01c6560dfe719',
                key: 'minimal',
                value: { video_url: 'https://example.com/clip.mp4' },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
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
                  'x-media': {
                    kind: 'video',
                    formats: ['mp4', 'mov'],
                    maxBytes: 100000000,
                    seconds: [3, 20],
                    takes: ['url'],
                  },
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
                external_task_id: {
                  type: 'string',
                  description:
                    'A name of your own for the task, unique within the account. Tasks can be looked up by it.',
                },
                callback_url: {
                  type: 'string',
                  description: 'Address that is told when the status changes.',
                },
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
              'x-stoplight': { id: 'f1b1b13f7b69e' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/audio/video-to-audio',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      query: [
        {
          id: 'a84047664df0c',
          name: 'pageNum',
          style: 'form',
          examples: [],
          description: 'Which page, 1 to 1000.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 1000,
            default: 1,
            'x-stoplight': { id: '74a8dc884eb2f' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
        {
          id: '48cbe4779683e',
          name: 'pageSize',
          style: 'form',
          examples: [],
          description: 'Tasks per page, 1 to 500.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 500,
            default: 30,
            'x-stoplight': { id: '7eb2501996895' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/audio/video-to-audio/{task_id}',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      path: [
        {
          id: '96d8b2851cdc6',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description:
            'The id that Kling gave the task, or the `external_task_id` that you gave it.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: 'a1d4918940139' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description', 'x-unknown'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/text2video',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: '6bfe41a190058',
        contents: [
          {
            id: '2d22a6aab7f5d',
            mediaType: 'application/json',
            examples: [
              {
                id: '55588f4dbdbd0',
                key: 'minimal',
                value: { prompt: 'A paper boat on a puddle', model_name: 'kling-v3' },
              },
              {
                id: 'a0c0281d894f1',
                key: 'shots',
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
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
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
                    required: ['index', 'prompt', 'duration'],
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
                  description:
                    'How the camera moves. Left out, the model decides. Only retired models are documented to take it.',
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
                  properties: { enabled: { type: 'boolean', description: 'Whether to make it.' } },
                },
                external_task_id: {
                  type: 'string',
                  description:
                    'A name of your own for the task, unique within the account. Tasks can be looked up by it.',
                },
                callback_url: {
                  type: 'string',
                  description: 'Address that is told when the status changes.',
                },
              },
              oneOf: [
                {
                  title: 'One shot',
                  type: 'object',
                  required: ['prompt'],
                  properties: {
                    prompt: { type: 'string' },
                    multi_shot: { type: 'boolean', const: false },
                  },
                },
                {
                  title: 'Shots cut by the model',
                  type: 'object',
                  required: ['prompt', 'multi_shot', 'shot_type'],
                  properties: {
                    prompt: { type: 'string' },
                    multi_shot: { type: 'boolean', const: true },
                    shot_type: { type: 'string', const: 'intelligence' },
                  },
                },
                {
                  title: 'Shots of your own',
                  type: 'object',
                  required: ['multi_shot', 'shot_type', 'multi_prompt'],
                  properties: {
                    multi_shot: { type: 'boolean', const: true },
                    shot_type: { type: 'string', const: 'customize' },
                    multi_prompt: {
                      type: 'array',
                      items: {
                        type: 'object',
                        properties: {
                          index: {
                            type: 'integer',
                            description: 'Place of the shot in the video.',
                          },
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
                        required: ['index', 'prompt', 'duration'],
                      },
                    },
                  },
                },
              ],
              'x-stoplight': { id: '15217c89a3f2c' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/text2video',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      query: [
        {
          id: '65f73e40595fe',
          name: 'pageNum',
          style: 'form',
          examples: [],
          description: 'Which page, 1 to 1000.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 1000,
            default: 1,
            'x-stoplight': { id: 'e2a15f90dc763' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
        {
          id: 'c939e54afa11d',
          name: 'pageSize',
          style: 'form',
          examples: [],
          description: 'Tasks per page, 1 to 500.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 500,
            default: 30,
            'x-stoplight': { id: 'a93acf98b54fa' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/text2video/{task_id}',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      path: [
        {
          id: 'f1ba5c0b198c1',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description:
            'The id that Kling gave the task, or the `external_task_id` that you gave it.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: '95beed6494788' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description', 'x-unknown'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/image2video',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: '2eeccb287b548',
        contents: [
          {
            id: 'a6be9906aa08f',
            mediaType: 'application/json',
            examples: [
              {
                id: 'c277af51bceee',
                key: 'minimal',
                value: {
                  image: 'https://example.com/boat.png',
                  prompt: 'The boat drifts on the puddle',
                  model_name: 'kling-v3',
                },
              },
              {
                id: '7aae5ce943578',
                key: 'lastFrame',
                value: {
                  model_name: 'kling-v3',
                  image: 'https://example.com/boat.png',
                  image_tail: 'https://example.com/boat-at-sea.png',
                  prompt: 'The boat leaves the puddle',
                  mode: 'pro',
                  duration: '5',
                },
              },
              {
                id: '89116c58ef5c5',
                key: 'shots',
                value: {
                  model_name: 'kling-v3',
                  image: 'https://example.com/boat.png',
                  multi_shot: true,
                  shot_type: 'customize',
                  multi_prompt: [
                    {
                      index: 1,
                      prompt: 'The boat lies on the puddle, beside <<<element_1>>>',
                      duration: '2',
                    },
                    { index: 2, prompt: 'The boat leaves the puddle', duration: '4' },
                  ],
                  element_list: [{ element_id: '829836802793406551' }],
                  duration: '6',
                  sound: 'on',
                  mode: '4k',
                  watermark_info: { enabled: true },
                  external_task_id: 'boat-1',
                  callback_url: 'https://example.com/kling',
                },
              },
              {
                id: 'd85f78e9b6cd4',
                key: 'voices',
                value: {
                  model_name: 'kling-v2-6',
                  image: 'https://example.com/captain.png',
                  prompt: 'The captain <<<voice_1>>> says: "Land ahead!"',
                  voice_list: [{ voice_id: '829877809978941442' }],
                  sound: 'on',
                  mode: 'pro',
                  duration: '10',
                },
              },
              {
                id: '889c24faacf15',
                key: 'camera',
                value: {
                  model_name: 'kling-v3',
                  image: 'https://example.com/boat.png',
                  prompt: 'The boat drifts',
                  camera_control: { type: 'simple', config: { zoom: -3 } },
                },
              },
              {
                id: '35dcdc1e7c830',
                key: 'masks',
                value: {
                  model_name: 'kling-v3',
                  image: 'https://example.com/boat.png',
                  prompt: 'The boat drifts',
                  static_mask: 'https://example.com/puddle-mask.png',
                  dynamic_masks: [
                    {
                      mask: 'https://example.com/boat-mask.png',
                      trajectories: [
                        { x: 120, y: 200 },
                        { x: 240, y: 210 },
                      ],
                    },
                  ],
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              properties: {
                model_name: {
                  type: 'string',
                  enum: [
                    'kling-v1',
                    'kling-v1-5',
                    'kling-v1-6',
                    'kling-v2-master',
                    'kling-v2-1',
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
                    'kling-v1-5': '2026-09-15',
                    'kling-v1-6': '2026-09-15',
                    'kling-v2-master': '2026-09-15',
                    'kling-v2-1': '2026-09-15',
                    'kling-v2-1-master': '2026-09-15',
                  },
                  'x-retired-answer': { status: 404, code: 1203 },
                },
                image: {
                  type: 'string',
                  description:
                    'The first frame: an address or raw Base64. JPG or PNG, at most 10 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1.',
                  'x-media': {
                    kind: 'image',
                    formats: ['jpg', 'jpeg', 'png'],
                    maxBytes: 10000000,
                    minSide: 300,
                    ratio: [0.4, 2.5],
                    takes: ['url', 'base64'],
                  },
                },
                image_tail: {
                  type: 'string',
                  description:
                    'The last frame: an address or raw Base64. JPG or PNG, at most 10 MB, each side at least 300 pixels. No model that is served takes it without `image`.',
                  'x-media': {
                    kind: 'image',
                    formats: ['jpg', 'jpeg', 'png'],
                    maxBytes: 10000000,
                    minSide: 300,
                    takes: ['url', 'base64'],
                  },
                },
                prompt: {
                  type: 'string',
                  maxLength: 2500,
                  description:
                    'What should happen. At most 2,500 characters. Refers to pictures, elements and voices as `<<<image_1>>>`, `<<<element_1>>>` and `<<<voice_1>>>`. Ignored when every shot has its own prompt.',
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
                    required: ['index', 'prompt', 'duration'],
                  },
                },
                element_list: {
                  type: 'array',
                  maxItems: 3,
                  description: 'Elements that appear in the video, at most three.',
                  items: {
                    type: 'object',
                    required: ['element_id'],
                    properties: {
                      element_id: {
                        type: ['string', 'integer'],
                        format: 'int64',
                        description:
                          'Id of an element, as the element operations give it. Write it as text: it has more digits than a number holds.',
                        pattern: '^\\d+$',
                      },
                    },
                  },
                },
                voice_list: {
                  type: 'array',
                  maxItems: 2,
                  description:
                    'Voices that speak in the video, at most two; they need `sound` and raise the price. The page rules them out beside `element_list`, and shows both in a sample.',
                  items: {
                    type: 'object',
                    properties: {
                      voice_id: {
                        type: 'string',
                        description:
                          'Id of a voice, as the voice operations give it; the voices of text-to-speech have ids of another kind.',
                      },
                    },
                    required: ['voice_id'],
                    'x-inferred': ['required'],
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
                static_mask: {
                  type: 'string',
                  description:
                    'A picture in the ratio of `image`: what it marks stays where it is. An address or raw Base64. Only retired models are documented to take masks.',
                  'x-media': { kind: 'image', takes: ['url', 'base64'] },
                },
                dynamic_masks: {
                  type: 'array',
                  maxItems: 6,
                  description:
                    'What moves where, at most six. Only retired models are documented to take masks.',
                  items: {
                    type: 'object',
                    required: ['mask', 'trajectories'],
                    properties: {
                      mask: {
                        type: 'string',
                        description:
                          'A picture that marks what moves, as large as `static_mask`, or the task fails. An address or raw Base64.',
                        'x-media': { kind: 'image', takes: ['url', 'base64'] },
                      },
                      trajectories: {
                        type: 'array',
                        minItems: 2,
                        maxItems: 77,
                        description: 'The way that it takes: 2 to 77 points for five seconds.',
                        items: {
                          type: 'object',
                          properties: {
                            x: { type: 'integer', description: 'Pixels from the left.' },
                            y: { type: 'integer', description: 'Pixels from the bottom.' },
                          },
                          required: ['x', 'y'],
                          'x-inferred': ['required'],
                        },
                      },
                    },
                  },
                },
                camera_control: {
                  type: 'object',
                  description:
                    'How the camera moves. Left out, the model decides. Only retired models are documented to take it.',
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
                  properties: { enabled: { type: 'boolean', description: 'Whether to make it.' } },
                },
                external_task_id: {
                  type: 'string',
                  description:
                    'A name of your own for the task, unique within the account. Tasks can be looked up by it.',
                },
                callback_url: {
                  type: 'string',
                  description: 'Address that is told when the status changes.',
                },
              },
              allOf: [
                {
                  oneOf: [
                    {
                      title: 'One shot',
                      type: 'object',
                      required: ['prompt'],
                      properties: {
                        prompt: { type: 'string' },
                        multi_shot: { type: 'boolean', const: false },
                      },
                    },
                    {
                      title: 'Shots cut by the model',
                      type: 'object',
                      required: ['prompt', 'multi_shot', 'shot_type'],
                      properties: {
                        prompt: { type: 'string' },
                        multi_shot: { type: 'boolean', const: true },
                        shot_type: { type: 'string', const: 'intelligence' },
                      },
                    },
                    {
                      title: 'Shots of your own',
                      type: 'object',
                      required: ['multi_shot', 'shot_type', 'multi_prompt'],
                      properties: {
                        multi_shot: { type: 'boolean', const: true },
                        shot_type: { type: 'string', const: 'customize' },
                        multi_prompt: {
                          type: 'array',
                          items: {
                            type: 'object',
                            properties: {
                              index: {
                                type: 'integer',
                                description: 'Place of the shot in the video.',
                              },
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
                            required: ['index', 'prompt', 'duration'],
                          },
                        },
                      },
                    },
                  ],
                },
                {
                  anyOf: [
                    {
                      title: 'From the first frame on',
                      required: ['image'],
                      properties: {
                        image: { type: 'string', minLength: 1 },
                        image_tail: { type: 'string', const: '' },
                        camera_control: false,
                      },
                    },
                    {
                      title: 'Up to the last frame',
                      required: ['image_tail'],
                      properties: {
                        image_tail: { type: 'string', minLength: 1 },
                        static_mask: { type: 'string', const: '' },
                        dynamic_masks: false,
                        camera_control: false,
                      },
                    },
                    {
                      title: 'With a moving camera',
                      required: ['image'],
                      properties: {
                        image: { type: 'string', minLength: 1 },
                        image_tail: { type: 'string', const: '' },
                        static_mask: { type: 'string', const: '' },
                        dynamic_masks: false,
                      },
                    },
                  ],
                },
                {
                  anyOf: [
                    { title: 'Without voices', properties: { voice_list: false } },
                    {
                      title: 'With sound',
                      required: ['sound'],
                      properties: { sound: { type: 'string', const: 'on' } },
                    },
                  ],
                },
              ],
              'x-stoplight': { id: '08e9070a3aa70' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/image2video',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      query: [
        {
          id: 'd748fe527845f',
          name: 'pageNum',
          style: 'form',
          examples: [],
          description: 'Which page, 1 to 1000.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 1000,
            default: 1,
            'x-stoplight': { id: '708c8d2799f78' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
        {
          id: '2d016e2c3eaa7',
          name: 'pageSize',
          style: 'form',
          examples: [],
          description: 'Tasks per page, 1 to 500.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 500,
            default: 30,
            'x-stoplight': { id: '8e8c54c7bf9fa' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/image2video/{task_id}',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      path: [
        {
          id: '7d58a0504826d',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description:
            'The id that Kling gave the task, or the `external_task_id` that you gave it.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: '2febad71117d9' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description', 'x-unknown'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/omni-video',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: 'c83601d78837c',
        contents: [
          {
            id: '38dd3d104c155',
            mediaType: 'application/json',
            examples: [
              {
                id: 'e51223512df54',
                key: 'minimal',
                value: {
                  prompt: 'A paper boat on a puddle',
                  model_name: 'kling-v3-omni',
                  aspect_ratio: '16:9',
                },
              },
              {
                id: '230ba4b064e8c',
                key: 'references',
                value: {
                  model_name: 'kling-video-o1',
                  prompt:
                    '<<<element_1>>> folds the boat of <<<image_1>>>, moving like <<<video_1>>>',
                  image_list: [{ image_url: 'https://example.com/boat.png' }],
                  element_list: [{ element_id: '829836802793406551' }],
                  video_list: [
                    {
                      video_url: 'https://example.com/hands.mp4',
                      refer_type: 'feature',
                      keep_original_sound: 'no',
                    },
                  ],
                  aspect_ratio: '9:16',
                  duration: '8',
                  mode: 'std',
                  watermark_info: { enabled: true },
                  external_task_id: 'boat-1',
                  callback_url: 'https://example.com/kling',
                },
              },
              {
                id: '473b8d27d1aee',
                key: 'edit',
                value: {
                  model_name: 'kling-v3-omni',
                  prompt: 'Turn the boat in <<<video_1>>> into a swan',
                  video_list: [
                    {
                      video_url: 'https://example.com/boat.mp4',
                      refer_type: 'base',
                      keep_original_sound: 'yes',
                    },
                  ],
                },
              },
              {
                id: '5dbea007acfe6',
                key: 'shots',
                value: {
                  model_name: 'kling-v3-omni',
                  multi_shot: true,
                  shot_type: 'customize',
                  multi_prompt: [
                    { index: 1, prompt: 'A paper boat on a puddle', duration: '2' },
                    { index: 2, prompt: 'The boat leaves the puddle', duration: '3' },
                  ],
                  aspect_ratio: '1:1',
                },
              },
              {
                id: '2809013f6d7e7',
                key: 'frames',
                value: {
                  model_name: 'kling-v3-omni',
                  prompt: 'The boat leaves the puddle',
                  image_list: [
                    { image_url: 'https://example.com/boat.png', type: 'first_frame' },
                    { image_url: 'https://example.com/boat-at-sea.png', type: 'end_frame' },
                  ],
                  duration: '7',
                  sound: 'on',
                  mode: '4k',
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              properties: {
                model_name: {
                  type: 'string',
                  enum: ['kling-video-o1', 'kling-v3-omni'],
                  default: 'kling-video-o1',
                  description: 'Which model draws the video.',
                },
                prompt: {
                  type: 'string',
                  maxLength: 2500,
                  description:
                    'What should be seen. At most 2,500 characters. Refers to pictures, elements and the video as `<<<image_1>>>`, `<<<element_1>>>` and `<<<video_1>>>`. Ignored when every shot has its own prompt.',
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
                    required: ['index', 'prompt', 'duration'],
                  },
                },
                image_list: {
                  type: 'array',
                  description:
                    'Pictures to refer to, or as the first and the last frame. Together with the elements at most seven, or four beside a video or an element that was made from a video. With kling-video-o1, more than two allow no frames.',
                  items: {
                    type: 'object',
                    required: ['image_url'],
                    properties: {
                      image_url: {
                        type: 'string',
                        description:
                          'An address or raw Base64. JPG or PNG, at most 10 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1.',
                        'x-media': {
                          kind: 'image',
                          formats: ['jpg', 'jpeg', 'png'],
                          maxBytes: 10000000,
                          minSide: 300,
                          ratio: [0.4, 2.5],
                          takes: ['url', 'base64'],
                        },
                      },
                      type: {
                        type: 'string',
                        enum: ['first_frame', 'end_frame'],
                        description:
                          'Which frame the picture is. Left out, it is there to refer to.',
                      },
                    },
                  },
                  maxItems: 7,
                  not: {
                    title: 'one with a last frame and no first',
                    items: {
                      type: 'object',
                      properties: { type: { not: { const: 'first_frame' } } },
                    },
                    not: {
                      items: {
                        type: 'object',
                        properties: { type: { not: { const: 'end_frame' } } },
                      },
                    },
                  },
                },
                element_list: {
                  type: 'array',
                  description:
                    'Elements that appear in the video, at most seven together with the pictures. At most three may be made from a video, and none beside a video. With a frame at most three, and with kling-video-o1 none beside both frames.',
                  items: {
                    type: 'object',
                    required: ['element_id'],
                    properties: {
                      element_id: {
                        type: ['string', 'integer'],
                        format: 'int64',
                        description:
                          'Id of an element, as the element operations give it. Write it as text: it has more digits than a number holds.',
                        pattern: '^\\d+$',
                      },
                    },
                  },
                  maxItems: 7,
                },
                video_list: {
                  type: 'array',
                  maxItems: 1,
                  description: 'A video to refer to or to change, at most one.',
                  items: {
                    type: 'object',
                    required: ['video_url'],
                    properties: {
                      video_url: {
                        type: 'string',
                        description:
                          'Address of an MP4 or MOV of at most 200 MB and 3 to 10 seconds, with kling-v3-omni 15, each side 720 to 2,160 pixels, 24 to 60 frames a second.',
                        'x-media': {
                          kind: 'video',
                          formats: ['mp4', 'mov'],
                          maxBytes: 200000000,
                          minSide: 720,
                          maxSide: 2160,
                          seconds: [3, 15],
                          takes: ['url'],
                        },
                      },
                      refer_type: {
                        type: 'string',
                        enum: ['feature', 'base'],
                        default: 'base',
                        description:
                          'Whether the video is changed (`base`) or only referred to (`feature`).',
                      },
                      keep_original_sound: {
                        type: 'string',
                        enum: ['yes', 'no'],
                        description: 'Whether the sound of this video stays.',
                      },
                    },
                  },
                },
                sound: {
                  type: 'string',
                  enum: ['on', 'off'],
                  default: 'off',
                  description:
                    'Whether the video comes with sound. It has to be off with a video, and with kling-video-o1.',
                },
                mode: {
                  type: 'string',
                  enum: ['std', 'pro', '4k'],
                  default: 'pro',
                  description: 'Standard or professional quality; 4k for kling-v3-omni only.',
                },
                aspect_ratio: {
                  type: 'string',
                  enum: ['16:9', '9:16', '1:1'],
                  description: 'Width to height.',
                },
                duration: {
                  type: 'string',
                  enum: ['3', '4', '5', '6', '7', '8', '9', '10', '11', '12', '13', '14', '15'],
                  default: '5',
                  description:
                    'Length in seconds; at most 10 with kling-video-o1, which takes 5 and 10 only for a text alone or a first frame. Ignored when a video is changed: the length stays, and is paid in whole seconds.',
                },
                watermark_info: {
                  type: 'object',
                  description: 'Ask for a second, watermarked file.',
                  properties: { enabled: { type: 'boolean', description: 'Whether to make it.' } },
                },
                external_task_id: {
                  type: 'string',
                  description:
                    'A name of your own for the task, unique within the account. Tasks can be looked up by it.',
                },
                callback_url: {
                  type: 'string',
                  description: 'Address that is told when the status changes.',
                },
              },
              allOf: [
                {
                  oneOf: [
                    {
                      title: 'One shot',
                      type: 'object',
                      required: ['prompt'],
                      properties: {
                        prompt: { type: 'string' },
                        multi_shot: { type: 'boolean', const: false },
                      },
                    },
                    {
                      title: 'Shots cut by the model',
                      type: 'object',
                      required: ['prompt', 'multi_shot', 'shot_type'],
                      properties: {
                        prompt: { type: 'string' },
                        multi_shot: { type: 'boolean', const: true },
                        shot_type: { type: 'string', const: 'intelligence' },
                      },
                    },
                    {
                      title: 'Shots of your own',
                      type: 'object',
                      required: ['multi_shot', 'shot_type', 'multi_prompt'],
                      properties: {
                        multi_shot: { type: 'boolean', const: true },
                        shot_type: { type: 'string', const: 'customize' },
                        multi_prompt: {
                          type: 'array',
                          items: {
                            type: 'object',
                            properties: {
                              index: {
                                type: 'integer',
                                description: 'Place of the shot in the video.',
                              },
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
                            required: ['index', 'prompt', 'duration'],
                          },
                        },
                      },
                    },
                  ],
                },
                {
                  anyOf: [
                    {
                      title: 'Without a video',
                      properties: {
                        video_list: { type: 'array', maxItems: 0, items: { type: 'null' } },
                      },
                      allOf: [
                        {
                          anyOf: [
                            {
                              title: 'In a ratio of your own',
                              required: ['aspect_ratio'],
                              properties: { aspect_ratio: { type: 'string' } },
                            },
                            {
                              title: 'In the ratio of the first frame',
                              required: ['image_list'],
                              properties: {
                                image_list: {
                                  type: 'array',
                                  not: {
                                    title: 'one without a first frame',
                                    items: {
                                      type: 'object',
                                      properties: { type: { not: { const: 'first_frame' } } },
                                    },
                                  },
                                },
                              },
                            },
                          ],
                        },
                      ],
                    },
                    {
                      title: 'With a video to refer to',
                      not: { title: 'one with shots of your own', required: ['multi_prompt'] },
                      required: ['video_list'],
                      properties: {
                        sound: { type: 'string', const: 'off' },
                        image_list: { type: 'array', maxItems: 4 },
                        element_list: { type: 'array', maxItems: 4 },
                        video_list: {
                          type: 'array',
                          minItems: 1,
                          items: {
                            type: 'object',
                            required: ['refer_type'],
                            properties: { refer_type: { type: 'string', const: 'feature' } },
                          },
                        },
                      },
                      allOf: [
                        {
                          anyOf: [
                            {
                              title: 'In a ratio of your own',
                              required: ['aspect_ratio'],
                              properties: { aspect_ratio: { type: 'string' } },
                            },
                            {
                              title: 'In the ratio of the first frame',
                              required: ['image_list'],
                              properties: {
                                image_list: {
                                  type: 'array',
                                  not: {
                                    title: 'one without a first frame',
                                    items: {
                                      type: 'object',
                                      properties: { type: { not: { const: 'first_frame' } } },
                                    },
                                  },
                                },
                              },
                            },
                          ],
                        },
                      ],
                    },
                    {
                      title: 'With a video to change',
                      required: ['video_list'],
                      properties: {
                        sound: { type: 'string', const: 'off' },
                        image_list: {
                          type: 'array',
                          maxItems: 4,
                          items: { type: 'object', properties: { type: false } },
                        },
                        element_list: { type: 'array', maxItems: 4 },
                        video_list: {
                          type: 'array',
                          minItems: 1,
                          items: {
                            type: 'object',
                            properties: { refer_type: { type: 'string', const: 'base' } },
                          },
                        },
                      },
                    },
                  ],
                },
              ],
              'x-stoplight': { id: 'cdbe2000a1a7d' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/omni-video',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      query: [
        {
          id: 'b690056fe4fec',
          name: 'pageNum',
          style: 'form',
          examples: [],
          description: 'Which page, 1 to 1000.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 1000,
            default: 1,
            'x-stoplight': { id: '965dde71c6b78' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
        {
          id: '8eb28559fee9f',
          name: 'pageSize',
          style: 'form',
          examples: [],
          description: 'Tasks per page, 1 to 500.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 500,
            default: 30,
            'x-stoplight': { id: '9c845be40ad8f' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/omni-video/{task_id}',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      path: [
        {
          id: 'dd8b1e18098f4',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description:
            'The id that Kling gave the task, or the `external_task_id` that you gave it.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: 'a46c3e6026fc9' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description', 'x-unknown'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/motion-control',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: '72c4747034385',
        contents: [
          {
            id: 'eeb73d548ad56',
            mediaType: 'application/json',
            examples: [
              {
                id: '896458ae5cda7',
                key: 'minimal',
                value: {
                  model_name: 'kling-v3',
                  image_url: 'https://example.com/sailor.png',
                  video_url: 'https://example.com/dance.mp4',
                  character_orientation: 'image',
                  mode: 'std',
                },
              },
              {
                id: '5323d05d1b66a',
                key: 'element',
                value: {
                  model_name: 'kling-v3',
                  image_url: 'https://example.com/sailor.png',
                  video_url: 'https://example.com/dance.mp4',
                  character_orientation: 'video',
                  mode: 'pro',
                  prompt: 'A sailor dances on deck',
                  element_list: [{ element_id: '829836802793406551' }],
                  keep_original_sound: 'no',
                  watermark_info: { enabled: true },
                  external_task_id: 'dance-1',
                  callback_url: 'https://example.com/kling',
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['image_url', 'video_url', 'character_orientation', 'mode'],
              properties: {
                model_name: {
                  type: 'string',
                  enum: ['kling-v2-6', 'kling-v3'],
                  default: 'kling-v2-6',
                  description: 'Which model draws the video.',
                },
                image_url: {
                  type: 'string',
                  description:
                    'One figure that can be seen clearly: an address or raw Base64. JPG or PNG, at most 10 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1.',
                  'x-media': {
                    kind: 'image',
                    formats: ['jpg', 'jpeg', 'png'],
                    maxBytes: 10000000,
                    minSide: 300,
                    maxSide: 65536,
                    ratio: [0.4, 2.5],
                    takes: ['url', 'base64'],
                  },
                },
                video_url: {
                  type: 'string',
                  description:
                    'The movement: address of an MP4 or MOV of at most 100 MB, each side 340 to 3,850 pixels; 3 to 30 seconds, or 3 to 10 when `character_orientation` is `image`.',
                  'x-media': {
                    kind: 'video',
                    formats: ['mp4', 'mov'],
                    maxBytes: 100000000,
                    minSide: 340,
                    maxSide: 3850,
                    seconds: [3, 30],
                    takes: ['url'],
                  },
                },
                character_orientation: {
                  type: 'string',
                  enum: ['image', 'video'],
                  description:
                    'Whether the figure faces as in the picture or as in the video. With an element, as in the video.',
                },
                mode: {
                  type: 'string',
                  enum: ['std', 'pro'],
                  description: 'Standard or professional quality.',
                },
                prompt: {
                  type: 'string',
                  maxLength: 2500,
                  description: 'What else should be seen. At most 2,500 characters.',
                },
                element_list: {
                  type: 'array',
                  maxItems: 1,
                  description: 'An element that the figure is, at most one; kling-v3 only.',
                  items: {
                    type: 'object',
                    required: ['element_id'],
                    properties: {
                      element_id: {
                        type: ['string', 'integer'],
                        format: 'int64',
                        description:
                          'Id of an element, as the element operations give it. Write it as text: it has more digits than a number holds.',
                        pattern: '^\\d+$',
                      },
                    },
                  },
                },
                keep_original_sound: {
                  type: 'string',
                  enum: ['yes', 'no'],
                  default: 'yes',
                  description: 'Whether the sound of the video stays.',
                },
                watermark_info: {
                  type: 'object',
                  description: 'Ask for a second, watermarked file.',
                  properties: { enabled: { type: 'boolean', description: 'Whether to make it.' } },
                },
                external_task_id: {
                  type: 'string',
                  description:
                    'A name of your own for the task, unique within the account. Tasks can be looked up by it.',
                },
                callback_url: {
                  type: 'string',
                  description: 'Address that is told when the status changes.',
                },
              },
              'x-stoplight': { id: 'd2f10c362a582' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/motion-control',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      query: [
        {
          id: 'e3f16c916e1de',
          name: 'pageNum',
          style: 'form',
          examples: [],
          description: 'Which page, 1 to 1000.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 1000,
            default: 1,
            'x-stoplight': { id: 'a740571e87223' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
        {
          id: '4c1235803fd08',
          name: 'pageSize',
          style: 'form',
          examples: [],
          description: 'Tasks per page, 1 to 500.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 500,
            default: 30,
            'x-stoplight': { id: '92d1ff200ca4d' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/motion-control/{task_id}',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      path: [
        {
          id: '98c19c65c5a47',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description:
            'The id that Kling gave the task, or the `external_task_id` that you gave it.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: '73739ec11d002' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description', 'x-unknown'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/avatar/image2video',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: 'cced69c81f1c0',
        contents: [
          {
            id: '94b6e3fa87bfc',
            mediaType: 'application/json',
            examples: [
              {
                id: '0d673f2df31f3',
                key: 'minimal',
                value: {
                  image: 'https://example.com/captain.png',
                  sound_file: 'https://example.com/ahoy.mp3',
                },
              },
              {
                id: '012d201d9463a',
                key: 'rich',
                value: {
                  image: 'iVBORw0KGgo=',
                  audio_id: '861254119619698761',
                  prompt: 'Laughs, then waves at the camera',
                  mode: 'pro',
                  watermark_info: { enabled: true },
                  external_task_id: 'captain-1',
                  callback_url: 'https://example.com/told',
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['image'],
              properties: {
                image: {
                  type: 'string',
                  description:
                    'Who speaks: a picture with one face, as an address or as Base64 without a `data:` prefix. A .jpg, .jpeg or .png of at most 10 MB, at least 300 px on each side, 1:2.5 to 2.5:1. If there are several faces, none of them can be chosen.',
                  'x-media': {
                    kind: 'image',
                    formats: ['jpg', 'jpeg', 'png'],
                    maxBytes: 10000000,
                    minSide: 300,
                    ratio: [0.4, 2.5],
                    takes: ['url', 'base64'],
                  },
                },
                audio_id: {
                  type: 'string',
                  description:
                    'What is said, as the id of a sound that text-to-speech made within the last 30 days, 2 to 300 s long. Either this or `sound_file`.',
                },
                sound_file: {
                  type: 'string',
                  description:
                    'What is said, as an address or as Base64. An .mp3, .wav, .m4a or .aac of at most 5 MB, 2 to 300 s long. Either this or `audio_id`.',
                  'x-media': {
                    kind: 'audio',
                    formats: ['mp3', 'wav', 'm4a', 'aac'],
                    maxBytes: 5000000,
                    seconds: [2, 300],
                    takes: ['url', 'base64'],
                  },
                },
                prompt: {
                  type: 'string',
                  maxLength: 2500,
                  description:
                    'What the person does and feels, and how the camera moves. At most 2500 characters.',
                },
                mode: {
                  type: 'string',
                  enum: ['std', 'pro'],
                  default: 'std',
                  description: 'Standard, or professional at a higher price and quality.',
                },
                watermark_info: {
                  type: 'object',
                  description: 'Ask for a second, watermarked file.',
                  properties: { enabled: { type: 'boolean', description: 'Whether to make it.' } },
                },
                external_task_id: {
                  type: 'string',
                  description:
                    'A name of your own for the task, unique within the account. Tasks can be looked up by it.',
                },
                callback_url: {
                  type: 'string',
                  description: 'Address that is told when the status changes.',
                },
              },
              oneOf: [
                {
                  title: 'Speech that Kling made',
                  required: ['audio_id'],
                  properties: {
                    audio_id: { type: 'string', minLength: 1 },
                    sound_file: { type: 'string', const: '' },
                  },
                },
                {
                  title: 'A sound of your own',
                  required: ['sound_file'],
                  properties: {
                    sound_file: { type: 'string', minLength: 1 },
                    audio_id: { type: 'string', const: '' },
                  },
                },
              ],
              'x-stoplight': { id: '0957da714f180' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/avatar/image2video',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      query: [
        {
          id: 'a4eb051a1b05e',
          name: 'pageNum',
          style: 'form',
          examples: [],
          description: 'Which page, 1 to 1000.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 1000,
            default: 1,
            'x-stoplight': { id: '33629d86e6043' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
        {
          id: 'b38c446fedc8d',
          name: 'pageSize',
          style: 'form',
          examples: [],
          description: 'Tasks per page, 1 to 500.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 500,
            default: 30,
            'x-stoplight': { id: '4c959415e5474' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/avatar/image2video/{task_id}',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      path: [
        {
          id: '461575a365469',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description:
            'The id that Kling gave the task, or the `external_task_id` that you gave it.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: 'd4074544a3685' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description', 'x-unknown'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/advanced-lip-sync',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: '961ec503dfbda',
        contents: [
          {
            id: 'd958511ae7671',
            mediaType: 'application/json',
            examples: [
              {
                id: 'd701c43e07a81',
                key: 'minimal',
                value: {
                  session_id: '861254119619698700',
                  face_choose: [
                    {
                      face_id: '0',
                      sound_file: 'https://example.com/ahoy.mp3',
                      sound_start_time: 0,
                      sound_end_time: 3000,
                      sound_insert_time: 1000,
                    },
                  ],
                },
              },
              {
                id: '07ef70d471cf8',
                key: 'rich',
                value: {
                  session_id: '861254119619698700',
                  face_choose: [
                    {
                      face_id: '0',
                      audio_id: '861254119619698761',
                      sound_start_time: 500,
                      sound_end_time: 4500,
                      sound_insert_time: 0,
                      sound_volume: 1.5,
                      original_audio_volume: 0.2,
                    },
                  ],
                  watermark_info: { enabled: true },
                  external_task_id: 'ahoy-1',
                  callback_url: 'https://example.com/told',
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['session_id', 'face_choose'],
              properties: {
                session_id: {
                  type: 'string',
                  description: 'The session that identify-face opened for the video.',
                },
                face_choose: {
                  type: 'array',
                  minItems: 1,
                  maxItems: 1,
                  description: 'Whose lips move, and to which sound. One face only for now.',
                  items: {
                    type: 'object',
                    required: [
                      'face_id',
                      'sound_start_time',
                      'sound_end_time',
                      'sound_insert_time',
                    ],
                    properties: {
                      face_id: {
                        type: 'string',
                        description: 'The face, as identify-face names it.',
                      },
                      audio_id: {
                        type: 'string',
                        description:
                          'What is said, as the id of a sound that text-to-speech made within the last 30 days, 2 to 60 s long. Either this or `sound_file`.',
                      },
                      sound_file: {
                        type: 'string',
                        description:
                          'What is said, as an address or as Base64. An .mp3, .wav, .m4a or .aac of at most 5 MB, 2 to 60 s long. Either this or `audio_id`.',
                        'x-media': {
                          kind: 'audio',
                          formats: ['mp3', 'wav', 'm4a', 'aac'],
                          maxBytes: 5000000,
                          seconds: [2, 60],
                          takes: ['url', 'base64'],
                        },
                      },
                      sound_start_time: {
                        type: 'integer',
                        format: 'int64',
                        description:
                          'Where in the sound the cut begins, in milliseconds. The cut has to be at least 2000 ms long.',
                        minimum: 0,
                      },
                      sound_end_time: {
                        type: 'integer',
                        format: 'int64',
                        description:
                          'Where in the sound the cut ends, in milliseconds, at the latest where the sound does. The cut has to be at least 2000 ms long.',
                        minimum: 2000,
                      },
                      sound_insert_time: {
                        type: 'integer',
                        format: 'int64',
                        description:
                          'Where in the video the cut begins, in milliseconds. It has to share at least 2 s with the time in which the face is seen, and end before the video does.',
                        minimum: 0,
                      },
                      sound_volume: {
                        type: 'number',
                        format: 'float',
                        minimum: 0,
                        maximum: 2,
                        default: 1,
                        description: 'How loud the sound is, 0 to 2.',
                      },
                      original_audio_volume: {
                        type: 'number',
                        format: 'float',
                        minimum: 0,
                        maximum: 2,
                        default: 1,
                        description:
                          "How loud the video's own sound is, 0 to 2. Has no effect on a silent video.",
                      },
                    },
                    oneOf: [
                      {
                        title: 'Speech that Kling made',
                        required: ['audio_id'],
                        properties: {
                          audio_id: { type: 'string', minLength: 1 },
                          sound_file: { type: 'string', const: '' },
                        },
                      },
                      {
                        title: 'A sound of your own',
                        required: ['sound_file'],
                        properties: {
                          sound_file: { type: 'string', minLength: 1 },
                          audio_id: { type: 'string', const: '' },
                        },
                      },
                    ],
                  },
                },
                watermark_info: {
                  type: 'object',
                  description: 'Ask for a second, watermarked file.',
                  properties: { enabled: { type: 'boolean', description: 'Whether to make it.' } },
                },
                external_task_id: {
                  type: 'string',
                  description:
                    'A name of your own for the task, unique within the account. The page does not say that the task can be looked up by it.',
                },
                callback_url: {
                  type: 'string',
                  description: 'Address that is told when the status changes.',
                },
              },
              'x-stoplight': { id: 'e8962269e1451' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/advanced-lip-sync',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      query: [
        {
          id: '06af2b6a7a310',
          name: 'pageNum',
          style: 'form',
          examples: [],
          description: 'Which page, 1 to 1000.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 1000,
            default: 1,
            'x-stoplight': { id: 'ce4d3612cdc71' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
        {
          id: 'be28a17c8ab2d',
          name: 'pageSize',
          style: 'form',
          examples: [],
          description: 'Tasks per page, 1 to 500.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 500,
            default: 30,
            'x-stoplight': { id: '2e836cbb49d73' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/advanced-lip-sync/{task_id}',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      path: [
        {
          id: '71f80ecb0f8cb',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description:
            'The id that Kling gave the task. The page does not say that an `external_task_id` finds it, too.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: '0168bbf6652b2' },
          },
          explicitProperties: [
            'name',
            'in',
            'required',
            'schema',
            'description',
            'x-only-by-id',
            'x-unknown',
          ],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/identify-face',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: '9fb17d28b416f',
        contents: [
          {
            id: '80935219cf8b3',
            mediaType: 'application/json',
            examples: [
              {
                id: '71434d5cfb6a6',
                key: 'minimal',
                value: { video_url: 'https://example.com/clip.mp4' },
              },
              { id: 'd2768296c8171', key: 'rich', value: { video_id: '861254119619698762' } },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              properties: {
                video_id: {
                  type: 'string',
                  description:
                    'A video made by Kling within the last 30 days, at most 60 s long. Either this or `video_url`.',
                },
                video_url: {
                  type: 'string',
                  description:
                    'Address of an .mp4 or .mov file of at most 100 MB, 720p or 1080p, 512 to 2160 px on each side, 2 to 60 s long. Either this or `video_id`.',
                  'x-media': {
                    kind: 'video',
                    formats: ['mp4', 'mov'],
                    maxBytes: 100000000,
                    minSide: 512,
                    maxSide: 2160,
                    seconds: [2, 60],
                    takes: ['url'],
                  },
                },
              },
              oneOf: [
                {
                  title: 'A video of Kling',
                  required: ['video_id'],
                  properties: {
                    video_id: { type: 'string', minLength: 1 },
                    video_url: { type: 'string', const: '' },
                  },
                },
                {
                  title: 'A video of your own',
                  required: ['video_url'],
                  properties: {
                    video_url: { type: 'string', minLength: 1 },
                    video_id: { type: 'string', const: '' },
                  },
                },
              ],
              'x-stoplight': { id: '9f6db18de6257' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/effects',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: '79a1d44f7a5d6',
        contents: [
          {
            id: 'd436f87704096',
            mediaType: 'application/json',
            examples: [
              {
                id: '2d1677898c5ec',
                key: 'minimal',
                value: {
                  effect_scene: 'color_mixing',
                  input: { image: 'https://example.com/boat.png' },
                },
              },
              {
                id: '408e623ba33c5',
                key: 'rich',
                value: {
                  effect_scene: 'hug_pro',
                  input: {
                    images: ['https://example.com/left.png', 'https://example.com/right.png'],
                  },
                  external_task_id: 'hug-1',
                  callback_url: 'https://example.com/told',
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['effect_scene', 'input'],
              properties: {
                effect_scene: {
                  type: 'string',
                  description:
                    "The scene. Kling adds and withdraws some every month, so any name may be sent. Some for one picture: color_mixing, pet_lion_pro, zoom_out, running_man. Some for two: hug_pro, kiss_pro, cheers_2026, fight_pro. Kling's effects center shows all of them.",
                  'x-retired': {
                    celebration: '2025-12-30',
                    c4d_cartoon: '2025-12-30',
                    kiss: '2026-01-30',
                    fight: '2026-01-30',
                    hug: '2026-01-30',
                    thumbs_up: '2026-01-30',
                    tiger_hug: '2026-01-30',
                    pet_lion: '2026-01-30',
                    '3d_cartoon_1': '2026-01-30',
                    magic_match_tree: '2026-07-03',
                  },
                },
                input: {
                  type: 'object',
                  description: 'The picture or the two pictures that the scene is made for.',
                  properties: {
                    image: {
                      type: 'string',
                      description:
                        'The picture of a scene for one, as an address or as Base64 without a `data:` prefix. A .jpg, .jpeg or .png of at most 10 MB, at least 300 px on each side, 1:2.5 to 2.5:1.',
                      'x-media': {
                        kind: 'image',
                        formats: ['jpg', 'jpeg', 'png'],
                        maxBytes: 10000000,
                        minSide: 300,
                        ratio: [0.4, 2.5],
                        takes: ['url', 'base64'],
                      },
                    },
                    images: {
                      type: 'array',
                      minItems: 2,
                      maxItems: 2,
                      description:
                        'The pictures of a scene for two, left and right, each by the same rules as `image`.',
                      items: {
                        type: 'string',
                        'x-media': {
                          kind: 'image',
                          formats: ['jpg', 'jpeg', 'png'],
                          maxBytes: 10000000,
                          minSide: 300,
                          ratio: [0.4, 2.5],
                          takes: ['url', 'base64'],
                        },
                      },
                    },
                  },
                  oneOf: [
                    {
                      title: 'A scene for one picture',
                      required: ['image'],
                      properties: { image: { type: 'string', minLength: 1 }, images: false },
                    },
                    {
                      title: 'A scene for two pictures',
                      required: ['images'],
                      properties: {
                        images: { type: 'array' },
                        image: { type: 'string', const: '' },
                      },
                    },
                  ],
                },
                external_task_id: {
                  type: 'string',
                  description:
                    'A name of your own for the task, unique within the account. Tasks can be looked up by it.',
                },
                callback_url: {
                  type: 'string',
                  description: 'Address that is told when the status changes.',
                },
              },
              'x-stoplight': { id: '6ff597f429dc6' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/effects',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      query: [
        {
          id: '7ca348b3187cd',
          name: 'pageNum',
          style: 'form',
          examples: [],
          description: 'Which page, 1 to 1000.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 1000,
            default: 1,
            'x-stoplight': { id: '855578e58f5f2' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
        {
          id: '814dda0aff203',
          name: 'pageSize',
          style: 'form',
          examples: [],
          description: 'Tasks per page, 1 to 500.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 500,
            default: 30,
            'x-stoplight': { id: '1523f42ed2614' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/effects/{task_id}',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      path: [
        {
          id: '7b15088a2fd5b',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description:
            'The id that Kling gave the task, or the `external_task_id` that you gave it.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: 'b5ca673905c1a' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description', 'x-unknown'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/images/generations',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: 'f2ca29fc187ad',
        contents: [
          {
            id: '2b536486fe3ce',
            mediaType: 'application/json',
            examples: [
              {
                id: '9e9888b25f3ed',
                key: 'minimal',
                value: { prompt: 'A paper boat on a puddle' },
              },
              {
                id: '95fb21ff9136e',
                key: 'text',
                value: {
                  model_name: 'kling-v3',
                  prompt: 'A paper boat on a puddle',
                  negative_prompt: 'people',
                  element_list: [{ element_id: '829836802793406551' }],
                  resolution: '2k',
                  n: 2,
                  aspect_ratio: '3:2',
                  watermark_info: { enabled: true },
                },
              },
              {
                id: 'c1efd10441261',
                key: 'picture',
                value: {
                  model_name: 'kling-v2-1',
                  prompt: 'The same child in a raincoat',
                  image: 'https://example.com/child.png',
                  image_reference: 'subject',
                  image_fidelity: 0.6,
                  human_fidelity: 0.7,
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['prompt'],
              properties: {
                model_name: {
                  type: 'string',
                  enum: ['kling-v2-1', 'kling-v3'],
                  default: 'kling-v3',
                  description: 'Which model draws the pictures.',
                },
                prompt: {
                  type: 'string',
                  maxLength: 2500,
                  description: 'What should be seen. At most 2,500 characters.',
                },
                negative_prompt: {
                  type: 'string',
                  maxLength: 2500,
                  description:
                    'What should not be seen. At most 2,500 characters. Not together with `image`.',
                },
                image: {
                  type: 'string',
                  description:
                    'A picture to go by: its address, or the file as Base64 without a `data:` prefix. Needed with `image_reference`.',
                  'x-media': {
                    kind: 'image',
                    formats: ['jpg', 'jpeg', 'png'],
                    maxBytes: 10000000,
                    minSide: 300,
                    ratio: [0.4, 2.5],
                    takes: ['url', 'base64'],
                  },
                },
                image_reference: {
                  type: 'string',
                  enum: ['subject', 'face'],
                  description:
                    'What to take from `image`, the traits of a figure (`subject`) or the looks of a face (`face`, for which the picture has to show exactly one).',
                },
                image_fidelity: {
                  type: 'number',
                  format: 'float',
                  minimum: 0,
                  maximum: 1,
                  default: 0.5,
                  description: 'How closely `image` is followed, 0 to 1. For kling-v2-1 only.',
                },
                human_fidelity: {
                  type: 'number',
                  format: 'float',
                  minimum: 0,
                  maximum: 1,
                  default: 0.45,
                  description:
                    'How closely the face in `image` is followed, 0 to 1. For kling-v2-1 and `subject` only.',
                },
                element_list: {
                  type: 'array',
                  maxItems: 10,
                  description: 'Elements to show. Together with `image` at most 10.',
                  items: {
                    type: 'object',
                    required: ['element_id'],
                    properties: {
                      element_id: {
                        type: ['string', 'integer'],
                        format: 'int64',
                        description:
                          'Id of an element, as the element operations give it. Write it as text: it has more digits than a number holds.',
                        pattern: '^\\d+$',
                      },
                    },
                  },
                },
                resolution: {
                  type: 'string',
                  enum: ['1k', '2k'],
                  default: '1k',
                  description: 'Resolution of the pictures.',
                },
                n: {
                  type: 'integer',
                  minimum: 1,
                  maximum: 9,
                  default: 1,
                  description: 'How many pictures, 1 to 9. Each counts as one running task.',
                },
                aspect_ratio: {
                  type: 'string',
                  enum: ['16:9', '9:16', '1:1', '4:3', '3:4', '3:2', '2:3', '21:9'],
                  default: '16:9',
                  description: 'Width to height.',
                },
                watermark_info: {
                  type: 'object',
                  description: 'Ask for a second, watermarked file.',
                  properties: { enabled: { type: 'boolean', description: 'Whether to make it.' } },
                },
                external_task_id: {
                  type: 'string',
                  description:
                    'A name of your own for the task, unique within the account. Tasks can be looked up by it.',
                },
                callback_url: {
                  type: 'string',
                  description: 'Address that is told when the status changes.',
                },
              },
              oneOf: [
                {
                  title: 'From a text',
                  properties: { image: { type: 'string', const: '' }, image_reference: false },
                },
                {
                  title: 'From a picture',
                  required: ['image'],
                  properties: {
                    image: { type: 'string', minLength: 1 },
                    negative_prompt: { type: 'string', const: '' },
                    element_list: {
                      type: 'array',
                      maxItems: 9,
                      items: {
                        type: 'object',
                        required: ['element_id'],
                        properties: {
                          element_id: {
                            type: ['string', 'integer'],
                            format: 'int64',
                            description:
                              'Id of an element, as the element operations give it. Write it as text: it has more digits than a number holds.',
                            pattern: '^\\d+$',
                          },
                        },
                      },
                    },
                  },
                },
              ],
              'x-stoplight': { id: '109838c5c8504' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/images/generations',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      query: [
        {
          id: 'e5fcad75c1620',
          name: 'pageNum',
          style: 'form',
          examples: [],
          description: 'Which page, 1 to 1000.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 1000,
            default: 1,
            'x-stoplight': { id: '1ad8506bdd698' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
        {
          id: 'eb646ed6f5d8b',
          name: 'pageSize',
          style: 'form',
          examples: [],
          description: 'Tasks per page, 1 to 500.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 500,
            default: 30,
            'x-stoplight': { id: '4a8d27d084074' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/images/generations/{task_id}',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      path: [
        {
          id: 'b192fc8bf77da',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description:
            'The id that Kling gave the task, or the `external_task_id` that you gave it.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: '8c0b54e167815' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description', 'x-unknown'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/images/omni-image',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: '09144bdbcbc28',
        contents: [
          {
            id: 'db9af1ab0c655',
            mediaType: 'application/json',
            examples: [
              {
                id: '3d5e7e375a74a',
                key: 'minimal',
                value: { prompt: 'A paper boat on a puddle' },
              },
              {
                id: 'c2849cf56fcfc',
                key: 'references',
                value: {
                  model_name: 'kling-image-o1',
                  prompt: 'The boat of <<<image_1>>> on the puddle of <<<image_2>>>',
                  image_list: [
                    { image: 'https://example.com/boat.png' },
                    { image: 'https://example.com/puddle.png' },
                  ],
                  element_list: [{ element_id: '829836802793406551' }],
                  resolution: '2k',
                  n: 2,
                  aspect_ratio: '3:2',
                },
              },
              {
                id: 'abccc07353091',
                key: 'series',
                value: {
                  model_name: 'kling-v3-omni',
                  prompt: 'A paper boat in four kinds of weather',
                  resolution: '4k',
                  result_type: 'series',
                  series_amount: 4,
                  aspect_ratio: '16:9',
                  watermark_info: { enabled: true },
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['prompt'],
              properties: {
                model_name: {
                  type: 'string',
                  enum: ['kling-image-o1', 'kling-v3-omni'],
                  default: 'kling-image-o1',
                  description: 'Which model draws the pictures.',
                },
                prompt: {
                  type: 'string',
                  maxLength: 2500,
                  description:
                    'What should be seen and what should not. At most 2,500 characters. `<<<image_1>>>` means the first picture of `image_list`.',
                },
                image_list: {
                  type: 'array',
                  maxItems: 10,
                  description: 'Pictures to go by. Together with `element_list` at most 10.',
                  items: {
                    type: 'object',
                    required: ['image'],
                    properties: {
                      image: {
                        type: 'string',
                        minLength: 1,
                        description: 'Its address, or the file as Base64 without a `data:` prefix.',
                        'x-media': {
                          kind: 'image',
                          formats: ['jpg', 'jpeg', 'png'],
                          maxBytes: 10000000,
                          minSide: 300,
                          ratio: [0.4, 2.5],
                          takes: ['url', 'base64'],
                        },
                      },
                    },
                  },
                },
                element_list: {
                  type: 'array',
                  maxItems: 10,
                  description: 'Elements to show. Together with `image_list` at most 10.',
                  items: {
                    type: 'object',
                    required: ['element_id'],
                    properties: {
                      element_id: {
                        type: ['string', 'integer'],
                        format: 'int64',
                        description:
                          'Id of an element, as the element operations give it. Write it as text: it has more digits than a number holds.',
                        pattern: '^\\d+$',
                      },
                    },
                  },
                },
                resolution: {
                  type: 'string',
                  enum: ['1k', '2k', '4k'],
                  default: '1k',
                  description: 'Resolution of the pictures; 4k for kling-v3-omni only.',
                },
                result_type: {
                  type: 'string',
                  enum: ['single', 'series'],
                  default: 'single',
                  description:
                    'Pictures that stand alone, or a series of them; a series for kling-v3-omni only.',
                },
                n: {
                  type: 'integer',
                  minimum: 1,
                  maximum: 9,
                  default: 1,
                  description:
                    'How many pictures, 1 to 9. Each counts as one running task. Ignored for a series.',
                },
                series_amount: {
                  type: ['integer', 'string'],
                  enum: [2, 3, 4, 5, 6, 7, 8, 9, 'auto'],
                  default: 4,
                  description:
                    'How many pictures the series has, 2 to 9, or `auto` to leave it to the model. Each counts as one running task. Ignored without `series`.',
                },
                aspect_ratio: {
                  type: 'string',
                  enum: ['16:9', '9:16', '1:1', '4:3', '3:4', '3:2', '2:3', '21:9', 'auto'],
                  default: 'auto',
                  description:
                    'Width to height; `auto` follows what is given. kling-v3-omni has no `auto` for a text alone.',
                },
                watermark_info: {
                  type: 'object',
                  description: 'Ask for a second, watermarked file.',
                  properties: { enabled: { type: 'boolean', description: 'Whether to make it.' } },
                },
                external_task_id: {
                  type: 'string',
                  description:
                    'A name of your own for the task, unique within the account. Tasks can be looked up by it.',
                },
                callback_url: {
                  type: 'string',
                  description: 'Address that is told when the status changes.',
                },
              },
              oneOf: [
                {
                  title: 'Image O1',
                  properties: {
                    model_name: { type: 'string', const: 'kling-image-o1' },
                    resolution: { type: 'string', enum: ['1k', '2k'] },
                    result_type: { type: 'string', const: 'single' },
                  },
                },
                {
                  title: '3.0 Omni',
                  required: ['model_name'],
                  properties: { model_name: { type: 'string', const: 'kling-v3-omni' } },
                },
              ],
              'x-stoplight': { id: '2e75253138ee9' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/images/omni-image',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      query: [
        {
          id: '5455d56b14360',
          name: 'pageNum',
          style: 'form',
          examples: [],
          description: 'Which page, 1 to 1000.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 1000,
            default: 1,
            'x-stoplight': { id: '780e9a7748142' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
        {
          id: 'c96e896c13636',
          name: 'pageSize',
          style: 'form',
          examples: [],
          description: 'Tasks per page, 1 to 500.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 500,
            default: 30,
            'x-stoplight': { id: '9408289a3801c' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/images/omni-image/{task_id}',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      path: [
        {
          id: '969e2ff2e1b55',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description:
            'The id that Kling gave the task, or the `external_task_id` that you gave it.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: '584d93b6c9e5f' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description', 'x-unknown'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/images/multi-image2image',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: '5f9c3e6bcf7f8',
        contents: [
          {
            id: 'a5404f9b5049e',
            mediaType: 'application/json',
            examples: [
              {
                id: '38f66f375e12b',
                key: 'minimal',
                value: { subject_image_list: [{ subject_image: 'https://example.com/boat.png' }] },
              },
              {
                id: '88c46c72646e2',
                key: 'scene',
                value: {
                  model_name: 'kling-v2-1',
                  prompt: 'A paper boat that sails past a lighthouse',
                  subject_image_list: [
                    { subject_image: 'https://example.com/boat.png' },
                    { subject_image: 'https://example.com/lighthouse.png' },
                  ],
                  scene_image: 'https://example.com/harbour.png',
                  style_image: 'https://example.com/woodcut.png',
                  n: 2,
                  aspect_ratio: '9:16',
                  watermark_info: { enabled: true },
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['subject_image_list'],
              properties: {
                model_name: {
                  type: 'string',
                  enum: ['kling-v2-1'],
                  default: 'kling-v2-1',
                  description: 'Which model draws the pictures.',
                },
                prompt: {
                  type: 'string',
                  maxLength: 2500,
                  description: 'What should be seen. At most 2,500 characters.',
                },
                subject_image_list: {
                  type: 'array',
                  minItems: 1,
                  maxItems: 4,
                  description:
                    'One to four pictures of what should be seen. Kling does not cut it out; do that first.',
                  items: {
                    type: 'object',
                    required: ['subject_image'],
                    properties: {
                      subject_image: {
                        type: 'string',
                        description: 'Its address, or the file as Base64 without a `data:` prefix.',
                        'x-media': {
                          kind: 'image',
                          formats: ['jpg', 'jpeg', 'png'],
                          maxBytes: 10000000,
                          minSide: 300,
                          ratio: [0.4, 2.5],
                          takes: ['url', 'base64'],
                        },
                      },
                    },
                  },
                },
                scene_image: {
                  type: 'string',
                  description:
                    'A picture of the surroundings: its address, or the file as Base64 without a `data:` prefix.',
                  'x-media': {
                    kind: 'image',
                    formats: ['jpg', 'jpeg', 'png'],
                    maxBytes: 10000000,
                    minSide: 300,
                    ratio: [0.4, 2.5],
                    takes: ['url', 'base64'],
                  },
                },
                style_image: {
                  type: 'string',
                  description:
                    'A picture in the style to draw in: its address, or the file as Base64 without a `data:` prefix.',
                  'x-media': {
                    kind: 'image',
                    formats: ['jpg', 'jpeg', 'png'],
                    maxBytes: 10000000,
                    minSide: 300,
                    ratio: [0.4, 2.5],
                    takes: ['url', 'base64'],
                  },
                },
                n: {
                  type: 'integer',
                  minimum: 1,
                  maximum: 9,
                  default: 1,
                  description: 'How many pictures, 1 to 9. Each counts as one running task.',
                },
                aspect_ratio: {
                  type: 'string',
                  enum: ['16:9', '9:16', '1:1', '4:3', '3:4', '3:2', '2:3', '21:9'],
                  default: '16:9',
                  description: 'Width to height.',
                },
                watermark_info: {
                  type: 'object',
                  description: 'Ask for a second, watermarked file.',
                  properties: { enabled: { type: 'boolean', description: 'Whether to make it.' } },
                },
                external_task_id: {
                  type: 'string',
                  description:
                    'A name of your own for the task, unique within the account. Tasks can be looked up by it.',
                },
                callback_url: {
                  type: 'string',
                  description: 'Address that is told when the status changes.',
                },
              },
              'x-stoplight': { id: '9f84fca9521d9' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/images/multi-image2image',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      query: [
        {
          id: 'b2ae137bde16b',
          name: 'pageNum',
          style: 'form',
          examples: [],
          description: 'Which page, 1 to 1000.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 1000,
            default: 1,
            'x-stoplight': { id: '78c17dd1af8a3' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
        {
          id: 'bd75286c2da49',
          name: 'pageSize',
          style: 'form',
          examples: [],
          description: 'Tasks per page, 1 to 500.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 500,
            default: 30,
            'x-stoplight': { id: '85414d5a7ba68' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/images/multi-image2image/{task_id}',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      path: [
        {
          id: 'e60b629e5ba31',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description:
            'The id that Kling gave the task, or the `external_task_id` that you gave it.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: 'df5902cd487cb' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description', 'x-unknown'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/images/editing/expand',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: 'a92c2d0bb2f95',
        contents: [
          {
            id: 'ec19f679d58eb',
            mediaType: 'application/json',
            examples: [
              {
                id: 'cb81506682dee',
                key: 'minimal',
                value: {
                  image: 'https://example.com/boat.png',
                  up_expansion_ratio: 0.2,
                  down_expansion_ratio: 0.2,
                  left_expansion_ratio: 0.5,
                  right_expansion_ratio: 0.5,
                },
              },
              {
                id: '77aa974edc0cb',
                key: 'prompt',
                value: {
                  image: 'https://example.com/boat.png',
                  up_expansion_ratio: 0,
                  down_expansion_ratio: 0,
                  left_expansion_ratio: 0.75,
                  right_expansion_ratio: 0.75,
                  prompt: 'A wide harbour at dusk',
                  n: 2,
                  watermark_info: { enabled: true },
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: [
                'image',
                'up_expansion_ratio',
                'down_expansion_ratio',
                'left_expansion_ratio',
                'right_expansion_ratio',
              ],
              properties: {
                image: {
                  type: 'string',
                  description:
                    'The picture: its address, or the file as Base64 without a `data:` prefix.',
                  'x-media': {
                    kind: 'image',
                    formats: ['jpg', 'jpeg', 'png'],
                    maxBytes: 10000000,
                    minSide: 300,
                    ratio: [0.4, 2.5],
                    takes: ['url', 'base64'],
                  },
                },
                up_expansion_ratio: {
                  type: 'number',
                  format: 'float',
                  minimum: 0,
                  maximum: 2,
                  description:
                    'How much to add above the picture, in multiples of its height, 0 to 2. The new picture may have at most three times the area of the old one.',
                },
                down_expansion_ratio: {
                  type: 'number',
                  format: 'float',
                  minimum: 0,
                  maximum: 2,
                  description:
                    'How much to add below the picture, in multiples of its height, 0 to 2. The new picture may have at most three times the area of the old one.',
                },
                left_expansion_ratio: {
                  type: 'number',
                  format: 'float',
                  minimum: 0,
                  maximum: 2,
                  description:
                    'How much to add to the left of the picture, in multiples of its width, 0 to 2. The new picture may have at most three times the area of the old one.',
                },
                right_expansion_ratio: {
                  type: 'number',
                  format: 'float',
                  minimum: 0,
                  maximum: 2,
                  description:
                    'How much to add to the right of the picture, in multiples of its width, 0 to 2. The new picture may have at most three times the area of the old one.',
                },
                prompt: {
                  type: 'string',
                  maxLength: 2500,
                  description: 'What should be seen in what is added. At most 2,500 characters.',
                },
                n: {
                  type: 'integer',
                  minimum: 1,
                  maximum: 9,
                  default: 1,
                  description: 'How many pictures, 1 to 9. Each counts as one running task.',
                },
                watermark_info: {
                  type: 'object',
                  description: 'Ask for a second, watermarked file.',
                  properties: { enabled: { type: 'boolean', description: 'Whether to make it.' } },
                },
                external_task_id: {
                  type: 'string',
                  description:
                    'A name of your own for the task, unique within the account. Tasks can be looked up by it.',
                },
                callback_url: {
                  type: 'string',
                  description: 'Address that is told when the status changes.',
                },
              },
              'x-stoplight': { id: 'cbc278a10e58d' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/images/editing/expand',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      query: [
        {
          id: 'd6588566cd377',
          name: 'pageNum',
          style: 'form',
          examples: [],
          description: 'Which page, 1 to 1000.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 1000,
            default: 1,
            'x-stoplight': { id: 'e1e7c0fc121ba' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
        {
          id: '53ff9226cbcbf',
          name: 'pageSize',
          style: 'form',
          examples: [],
          description: 'Tasks per page, 1 to 500.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 500,
            default: 30,
            'x-stoplight': { id: '8bffc9155bb00' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/images/editing/expand/{task_id}',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      path: [
        {
          id: 'dbd2e5f6fb60f',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description:
            'The id that Kling gave the task, or the `external_task_id` that you gave it.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: '16c078aff2daa' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description', 'x-unknown'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/general/ai-multi-shot',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: 'de13fff791690',
        contents: [
          {
            id: '71a9dd85bd1f1',
            mediaType: 'application/json',
            examples: [
              {
                id: '3394c254e0bb9',
                key: 'minimal',
                value: { element_frontal_image: 'https://example.com/boat.png' },
              },
              {
                id: 'd0d2fe2d910c7',
                key: 'rich',
                value: {
                  element_frontal_image: 'iVBORw0KGgo=',
                  external_task_id: 'boat-1',
                  callback_url: 'https://example.com/told',
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['element_frontal_image'],
              properties: {
                element_frontal_image: {
                  type: 'string',
                  description:
                    'The element from the front, as an address or as Base64 without a `data:` prefix. A .jpg, .jpeg or .png of at most 10 MB, at least 300 px on each side, 1:2.5 to 2.5:1.',
                  'x-media': {
                    kind: 'image',
                    formats: ['jpg', 'jpeg', 'png'],
                    maxBytes: 10000000,
                    minSide: 300,
                    ratio: [0.4, 2.5],
                    takes: ['url', 'base64'],
                  },
                },
                external_task_id: {
                  type: 'string',
                  description:
                    'A name of your own for the task, unique within the account. The page does not say that the task can be looked up by it.',
                },
                callback_url: {
                  type: 'string',
                  description: 'Address that is told when the status changes.',
                },
              },
              'x-stoplight': { id: 'ecef77ab2979c' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/general/ai-multi-shot',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      query: [
        {
          id: 'fe7ebe1d6a2c8',
          name: 'pageNum',
          style: 'form',
          examples: [],
          description: 'Which page, 1 to 1000.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 1000,
            default: 1,
            'x-stoplight': { id: '9dfe2da2384a3' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
        {
          id: '9f360f63eec90',
          name: 'pageSize',
          style: 'form',
          examples: [],
          description: 'Tasks per page, 1 to 500.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 500,
            default: 30,
            'x-stoplight': { id: '7d635c33d1ba8' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/general/ai-multi-shot/{task_id}',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      path: [
        {
          id: '9fe221b73f5af',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description:
            'The id that Kling gave the task. The page does not say that an `external_task_id` finds it, too.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: '124a42567c75d' },
          },
          explicitProperties: [
            'name',
            'in',
            'required',
            'schema',
            'description',
            'x-only-by-id',
            'x-unknown',
          ],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/images/kolors-virtual-try-on',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: 'de8e764c8c0ce',
        contents: [
          {
            id: '700b5d6f6939f',
            mediaType: 'application/json',
            examples: [
              {
                id: '8d3a9ec769bef',
                key: 'minimal',
                value: {
                  human_image: 'https://example.com/person.png',
                  cloth_image: 'https://example.com/coat.png',
                },
              },
              {
                id: '9078a30c6f7cb',
                key: 'both',
                value: {
                  model_name: 'kolors-virtual-try-on-v1-5',
                  human_image: 'https://example.com/person.png',
                  cloth_image: 'https://example.com/coat-and-trousers.png',
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['human_image', 'cloth_image'],
              properties: {
                model_name: {
                  type: 'string',
                  enum: ['kolors-virtual-try-on-v1', 'kolors-virtual-try-on-v1-5'],
                  default: 'kolors-virtual-try-on-v1',
                  description: 'Which model dresses the person.',
                },
                human_image: {
                  type: 'string',
                  description:
                    'A picture of the person: its address, or the file as Base64 without a `data:` prefix.',
                  'x-media': {
                    kind: 'image',
                    formats: ['jpg', 'jpeg', 'png'],
                    maxBytes: 10000000,
                    minSide: 300,
                    takes: ['url', 'base64'],
                  },
                },
                cloth_image: {
                  type: 'string',
                  description:
                    'A picture of the garment, as it is sold or on white: its address, or the file as Base64 without a `data:` prefix. With kolors-virtual-try-on-v1-5 it may show a top and a bottom together, but no other pair.',
                  'x-media': {
                    kind: 'image',
                    formats: ['jpg', 'jpeg', 'png'],
                    maxBytes: 10000000,
                    minSide: 300,
                    takes: ['url', 'base64'],
                  },
                },
                external_task_id: {
                  type: 'string',
                  description:
                    'A name of your own for the task, unique within the account. Tasks can be looked up by it.',
                },
                callback_url: {
                  type: 'string',
                  description: 'Address that is told when the status changes.',
                },
              },
              'x-stoplight': { id: '05bc135dc00d2' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/images/kolors-virtual-try-on',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      query: [
        {
          id: 'd61547bbd8814',
          name: 'pageNum',
          style: 'form',
          examples: [],
          description: 'Which page, 1 to 1000.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 1000,
            default: 1,
            'x-stoplight': { id: '871f276a28ea6' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
        {
          id: 'e1799fec19070',
          name: 'pageSize',
          style: 'form',
          examples: [],
          description: 'Tasks per page, 1 to 500.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 500,
            default: 30,
            'x-stoplight': { id: '419978cc5c387' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/images/kolors-virtual-try-on/{task_id}',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      path: [
        {
          id: '448a5fff7feed',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description:
            'The id that Kling gave the task, or the `external_task_id` that you gave it.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: '19a543dba4990' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description', 'x-unknown'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/audio/tts',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: 'bf7c88217b3c6',
        contents: [
          {
            id: '16aaa61a706c9',
            mediaType: 'application/json',
            examples: [
              {
                id: '9835dfa16a8b0',
                key: 'minimal',
                value: { text: 'All aboard', voice_id: 'oversea_male1', voice_language: 'en' },
              },
              {
                id: '8b361ea11e8db',
                key: 'rich',
                value: {
                  text: 'All aboard, the boat leaves at noon',
                  voice_id: 'oversea_male1',
                  voice_language: 'en',
                  voice_speed: 1.2,
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['text', 'voice_id', 'voice_language'],
              properties: {
                text: {
                  type: 'string',
                  maxLength: 1000,
                  description: 'What is read out. At most 1000 characters.',
                },
                voice_id: {
                  type: 'string',
                  description:
                    "Who reads, such as oversea_male1: an id from Kling's voice guide. The voices that you made have ids of another kind, which do not work here.",
                },
                voice_language: {
                  type: 'string',
                  enum: ['zh', 'en'],
                  description: 'Language of the voice. It has to fit the voice.',
                },
                voice_speed: {
                  type: 'number',
                  format: 'float',
                  minimum: 0.8,
                  maximum: 2,
                  default: 1,
                  description:
                    'How fast it is read, 0.8 to 2.0 with one decimal. Kling rounds anything else.',
                },
              },
              'x-stoplight': { id: 'a01e1df23bf4a' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/general/custom-voices',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: '82028a00cc59c',
        contents: [
          {
            id: '6ba184e63351a',
            mediaType: 'application/json',
            examples: [
              {
                id: 'a73fe9b4abf9d',
                key: 'minimal',
                value: { voice_name: 'Captain', voice_url: 'https://example.com/captain.mp3' },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['voice_name'],
              properties: {
                voice_name: {
                  type: 'string',
                  maxLength: 20,
                  description: 'What to call the voice. At most 20 characters.',
                },
                voice_url: {
                  type: 'string',
                  description:
                    'Address of an .mp3, .wav, .mp4 or .mov file in which one person speaks for 5 to 30 s, without noise.',
                  'x-media': {
                    kind: 'audio',
                    formats: ['mp3', 'wav', 'mp4', 'mov'],
                    seconds: [5, 30],
                    takes: ['url'],
                  },
                },
                video_id: {
                  type: 'string',
                  description:
                    'A video made by Kling in which one person speaks for 5 to 30 s: of kling-v2-6 with sound, of an avatar or of a lip-sync.',
                },
                external_task_id: {
                  type: 'string',
                  description:
                    'A name of your own for the task, unique within the account. Tasks can be looked up by it.',
                },
                callback_url: {
                  type: 'string',
                  description: 'Address that is told when the status changes.',
                },
              },
              oneOf: [
                {
                  title: 'From a recording',
                  required: ['voice_name', 'voice_url'],
                  properties: {
                    voice_name: { type: 'string' },
                    voice_url: { type: 'string', minLength: 1 },
                  },
                },
                {
                  title: 'From a video of Kling',
                  required: ['voice_name', 'video_id'],
                  properties: {
                    voice_name: { type: 'string' },
                    video_id: { type: 'string', minLength: 1 },
                    voice_url: { type: 'string', const: '' },
                  },
                },
              ],
              'x-stoplight': { id: '7bae3b95fde15' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/general/custom-voices',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      query: [
        {
          id: '1cd7450df744a',
          name: 'pageNum',
          style: 'form',
          examples: [],
          description: 'Which page, 1 to 1000.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 1000,
            default: 1,
            'x-stoplight': { id: '445da018497be' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
        {
          id: '6d5ce85d82317',
          name: 'pageSize',
          style: 'form',
          examples: [],
          description: 'Voices per page, 1 to 1000.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 1000,
            default: 30,
            'x-stoplight': { id: '32d3e5d16e92e' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/general/custom-voices/{task_id}',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      path: [
        {
          id: 'add033930e68d',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description:
            'The id that Kling gave the task, or the `external_task_id` that you gave it.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: 'ab72a08fb8cd5' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description', 'x-unknown'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/general/presets-voices',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      query: [
        {
          id: '2b3fa44ea3eb0',
          name: 'pageNum',
          style: 'form',
          examples: [],
          description: 'Which page, 1 to 1000.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 1000,
            default: 1,
            'x-stoplight': { id: 'f7ff4c5e9d6a3' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
        {
          id: '37a5b74b00360',
          name: 'pageSize',
          style: 'form',
          examples: [],
          description: 'Voices per page, 1 to 1000.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 1000,
            default: 30,
            'x-stoplight': { id: 'faa661899f557' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/general/delete-voices',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: '8a1fb9261cb59',
        contents: [
          {
            id: 'a21b3b3f6d6aa',
            mediaType: 'application/json',
            examples: [
              { id: '2ae33a1835ea5', key: 'minimal', value: { voice_id: '850087542757535834' } },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['voice_id'],
              properties: {
                voice_id: {
                  type: 'string',
                  description: "Id of the voice. Kling's own voices cannot be deleted.",
                },
              },
              'x-stoplight': { id: '827c01aa13cc1' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/general/advanced-custom-elements',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: '549a0dd5d0e48',
        contents: [
          {
            id: '7fad6a871364c',
            mediaType: 'application/json',
            examples: [
              {
                id: '56174c9d76aac',
                key: 'minimal',
                value: {
                  element_name: 'Paper boat',
                  element_description: 'A boat folded from a newspaper',
                  reference_type: 'image_refer',
                  element_image_list: {
                    frontal_image: 'https://example.com/boat.png',
                    refer_images: [{ image_url: 'https://example.com/boat-side.png' }],
                  },
                },
              },
              {
                id: '43b80370fbcd6',
                key: 'video',
                value: {
                  element_name: 'Captain',
                  element_description: 'An old man in a blue coat',
                  reference_type: 'video_refer',
                  element_video_list: {
                    refer_videos: [{ video_url: 'https://example.com/captain.mp4' }],
                  },
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['element_name', 'element_description', 'reference_type'],
              properties: {
                element_name: {
                  type: 'string',
                  maxLength: 20,
                  description: 'What to call the element. At most 20 characters.',
                },
                element_description: {
                  type: 'string',
                  maxLength: 100,
                  description: 'What the element is. At most 100 characters.',
                },
                reference_type: {
                  type: 'string',
                  enum: ['video_refer', 'image_refer'],
                  description:
                    'Whether a video or pictures show what the element looks like. Models differ in which of the two they take.',
                },
                element_image_list: {
                  type: 'object',
                  description: 'With `image_refer`, the pictures.',
                  properties: {
                    frontal_image: {
                      type: 'string',
                      description:
                        'The element from the front. Address or raw Base64 of a picture.',
                      'x-media': {
                        kind: 'image',
                        formats: ['jpg', 'jpeg', 'png'],
                        maxBytes: 10000000,
                        minSide: 300,
                        ratio: [0.4, 2.5],
                        takes: ['url', 'base64'],
                      },
                    },
                    refer_images: {
                      type: 'array',
                      minItems: 1,
                      maxItems: 3,
                      description: 'One to three pictures from other sides or closer up.',
                      items: {
                        type: 'object',
                        properties: {
                          image_url: {
                            type: 'string',
                            description: 'Address or raw Base64 of a picture.',
                            'x-media': {
                              kind: 'image',
                              formats: ['jpg', 'jpeg', 'png'],
                              maxBytes: 10000000,
                              minSide: 300,
                              ratio: [0.4, 2.5],
                              takes: ['url', 'base64'],
                            },
                          },
                        },
                      },
                    },
                  },
                },
                element_video_list: {
                  type: 'object',
                  description:
                    'With `video_refer`, the video. A voice that is heard in it becomes a voice of your own, which the element has.',
                  properties: {
                    refer_videos: {
                      type: 'array',
                      minItems: 1,
                      maxItems: 1,
                      description: 'One video, of a person in a realistic style.',
                      items: {
                        type: 'object',
                        properties: {
                          video_url: {
                            type: 'string',
                            description:
                              'Address of an .mp4 or .mov file in 1080p, 16:9 or 9:16, 3 to 8 s long, of at most 200 MB.',
                            'x-media': {
                              kind: 'video',
                              formats: ['mp4', 'mov'],
                              maxBytes: 200000000,
                              seconds: [3, 8],
                              takes: ['url'],
                            },
                          },
                        },
                      },
                    },
                  },
                },
                element_voice_id: {
                  type: 'string',
                  description:
                    'Id of a voice that the element speaks with. For pictures, only where they show a person.',
                },
                tag_list: {
                  type: 'array',
                  description: 'Tags to find it under.',
                  items: {
                    type: 'object',
                    properties: {
                      tag_id: {
                        type: 'string',
                        enum: [
                          'o_101',
                          'o_102',
                          'o_103',
                          'o_104',
                          'o_105',
                          'o_106',
                          'o_107',
                          'o_108',
                        ],
                        description:
                          'In this order: popular, character, animal, thing, clothes, place, effect, other.',
                      },
                    },
                    required: ['tag_id'],
                    'x-inferred': ['required'],
                  },
                },
                external_task_id: {
                  type: 'string',
                  description:
                    'A name of your own for the task, unique within the account. Tasks can be looked up by it.',
                },
                callback_url: {
                  type: 'string',
                  description: 'Address that is told when the status changes.',
                },
              },
              oneOf: [
                {
                  title: 'From pictures',
                  required: ['reference_type', 'element_image_list'],
                  properties: {
                    reference_type: { type: 'string', const: 'image_refer' },
                    element_image_list: {
                      type: 'object',
                      required: ['frontal_image', 'refer_images'],
                      properties: {
                        frontal_image: { type: 'string' },
                        refer_images: {
                          type: 'array',
                          items: {
                            type: 'object',
                            required: ['image_url'],
                            properties: { image_url: { type: 'string' } },
                          },
                        },
                      },
                    },
                    element_video_list: false,
                  },
                },
                {
                  title: 'From a video',
                  required: ['reference_type', 'element_video_list'],
                  properties: {
                    reference_type: { type: 'string', const: 'video_refer' },
                    element_video_list: {
                      type: 'object',
                      required: ['refer_videos'],
                      properties: {
                        refer_videos: {
                          type: 'array',
                          items: {
                            type: 'object',
                            required: ['video_url'],
                            properties: { video_url: { type: 'string', minLength: 1 } },
                          },
                        },
                      },
                    },
                  },
                },
              ],
              'x-stoplight': { id: '60dd04fd01270' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/general/advanced-custom-elements',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      query: [
        {
          id: '2669b22cd08a5',
          name: 'pageNum',
          style: 'form',
          examples: [],
          description: 'Which page, 1 to 1000.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 1000,
            default: 1,
            'x-stoplight': { id: '4f4a4b222b193' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
        {
          id: '18a429d6ef82c',
          name: 'pageSize',
          style: 'form',
          examples: [],
          description: 'Tasks per page, 1 to 500.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 500,
            default: 30,
            'x-stoplight': { id: '5c7c739ac914c' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/general/advanced-custom-elements/{task_id}',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      path: [
        {
          id: '297fa8694cdeb',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description:
            'The id that Kling gave the task, or the `external_task_id` that you gave it.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: 'cb31936ca4ad9' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description', 'x-unknown'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/general/advanced-presets-elements',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      query: [
        {
          id: 'ba38b2ecb24fe',
          name: 'pageNum',
          style: 'form',
          examples: [],
          description: 'Which page, 1 to 1000.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 1000,
            default: 1,
            'x-stoplight': { id: 'b95efe65b2e76' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
        {
          id: '720d2c7f7d819',
          name: 'pageSize',
          style: 'form',
          examples: [],
          description: 'Tasks per page, 1 to 500.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 500,
            default: 30,
            'x-stoplight': { id: '8cfe283bedc82' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/general/delete-advanced-elements',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: 'b0ec7a8533127',
        contents: [
          {
            id: '9dd67032dd319',
            mediaType: 'application/json',
            examples: [
              { id: 'b4cf91e22eef8', key: 'minimal', value: { element_id: '829836802793406551' } },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['element_id'],
              properties: {
                element_id: {
                  type: 'string',
                  description:
                    "Id of the element, as text. Kling's own elements cannot be deleted.",
                },
              },
              'x-stoplight': { id: '60e643ffddf3d' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/general/delete-elements',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: 'f63d9eea31c42',
        contents: [
          {
            id: '43d0ac8dd5ca1',
            mediaType: 'application/json',
            examples: [
              { id: '5557b8056cb17', key: 'minimal', value: { element_id: '829836802793406551' } },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['element_id'],
              properties: {
                element_id: {
                  type: 'string',
                  description:
                    "Id of the element, as text. Kling's own elements cannot be deleted.",
                },
              },
              'x-stoplight': { id: 'ce621ec542ad7' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/account/costs',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      query: [
        {
          id: '56d1c294e09e8',
          name: 'start_time',
          style: 'form',
          examples: [{ id: 'f46cc1c302614', value: 1726124664368, key: 'default' }],
          description: 'Start of the time in question, as Unix time in milliseconds.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            example: 1726124664368,
            'x-stoplight': { id: '992e8b259e1b8' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'example', 'description'],
        },
        {
          id: '7a656161b0d98',
          name: 'end_time',
          style: 'form',
          examples: [{ id: '0e3574055fc08', value: 1727366400000, key: 'default' }],
          description: 'End of the time in question, as Unix time in milliseconds.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            example: 1727366400000,
            'x-stoplight': { id: '1ebd072773795' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'example', 'description'],
        },
        {
          id: 'fc9035647c40b',
          name: 'resource_pack_name',
          style: 'form',
          examples: [],
          description: 'Only the pack of this name.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: '3b780ccf39919' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/account/billing/balance',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: 'c1a789d97d949',
        contents: [
          {
            id: '490d4e20d5546',
            mediaType: 'application/json',
            examples: [
              {
                id: '6f7b3e36d985f',
                key: 'minimal',
                value: { start_time: 1741284003293, end_time: 1741370403293 },
              },
              { id: '6e74a78fd37e8', key: 'next', value: { cursor: 'c2VlbiA1MCBvZiAxMjA' } },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              properties: {
                start_time: {
                  type: 'integer',
                  format: 'int64',
                  description:
                    'Only tasks created from then on, as Unix time in milliseconds. Needed without `cursor`, ignored with it.',
                },
                end_time: {
                  type: 'integer',
                  format: 'int64',
                  description:
                    'Only tasks created until then, as Unix time in milliseconds. Needed without `cursor`, ignored with it.',
                },
                limit: {
                  type: 'integer',
                  maximum: 500,
                  default: 500,
                  description: 'How many at once. At most 500. Ignored with `cursor`.',
                },
                filters: {
                  type: 'array',
                  description: 'Only tasks that fit one value of every key. Ignored with `cursor`.',
                  items: {
                    type: 'object',
                    required: ['key', 'values'],
                    properties: {
                      key: {
                        type: 'string',
                        enum: ['api_key_name'],
                        description: 'What to filter by.',
                      },
                      values: {
                        type: 'array',
                        items: { type: 'string' },
                        description: 'Values, one of which has to fit.',
                      },
                    },
                  },
                },
                cursor: {
                  type: 'string',
                  description: 'Where to go on: the `next_cursor` of the page before.',
                },
              },
              oneOf: [
                {
                  title: 'First page',
                  required: ['start_time', 'end_time'],
                  properties: {
                    start_time: { type: 'integer' },
                    end_time: { type: 'integer' },
                    cursor: { type: 'string', const: '' },
                  },
                },
                {
                  title: 'Next page',
                  required: ['cursor'],
                  properties: { cursor: { type: 'string', minLength: 1 } },
                },
              ],
              'x-stoplight': { id: '4fc2789d4b2c6' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/account/billing/package',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: '09c3cdd7d57b5',
        contents: [
          {
            id: 'f4c67cfef7470',
            mediaType: 'application/json',
            examples: [
              {
                id: '10080b74006eb',
                key: 'minimal',
                value: { start_time: 1741284003293, end_time: 1741370403293 },
              },
              { id: 'f179b5b629a00', key: 'next', value: { cursor: 'c2VlbiA1MCBvZiAxMjA' } },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              properties: {
                start_time: {
                  type: 'integer',
                  format: 'int64',
                  description:
                    'Only tasks created from then on, as Unix time in milliseconds. Needed without `cursor`, ignored with it.',
                },
                end_time: {
                  type: 'integer',
                  format: 'int64',
                  description:
                    'Only tasks created until then, as Unix time in milliseconds. Needed without `cursor`, ignored with it.',
                },
                limit: {
                  type: 'integer',
                  maximum: 500,
                  default: 500,
                  description: 'How many at once. At most 500. Ignored with `cursor`.',
                },
                filters: {
                  type: 'array',
                  description: 'Only tasks that fit one value of every key. Ignored with `cursor`.',
                  items: {
                    type: 'object',
                    required: ['key', 'values'],
                    properties: {
                      key: {
                        type: 'string',
                        enum: ['api_key_name', 'product_type', 'package_name', 'package_id'],
                        description:
                          'What to filter by; not by `package_name` and `package_id` at once. The values of `product_type` are `video`, `image` and `try-on`.',
                      },
                      values: {
                        type: 'array',
                        items: { type: 'string' },
                        description: 'Values, one of which has to fit.',
                      },
                    },
                  },
                },
                cursor: {
                  type: 'string',
                  description: 'Where to go on: the `next_cursor` of the page before.',
                },
              },
              oneOf: [
                {
                  title: 'First page',
                  required: ['start_time', 'end_time'],
                  properties: {
                    start_time: { type: 'integer' },
                    end_time: { type: 'integer' },
                    cursor: { type: 'string', const: '' },
                  },
                },
                {
                  title: 'Next page',
                  required: ['cursor'],
                  properties: { cursor: { type: 'string', minLength: 1 } },
                },
              ],
              'x-stoplight': { id: '2a96260b05168' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/multi-image2video',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: '8b8325ea0eb59',
        contents: [
          {
            id: '7cb86d772887f',
            mediaType: 'application/json',
            examples: [
              {
                id: '48cfbceaff510',
                key: 'minimal',
                value: {
                  image_list: [{ image: 'https://example.com/boat.png' }],
                  prompt: 'The boat drifts on a puddle',
                },
              },
              {
                id: 'c0040d8b7a73f',
                key: 'pictures',
                value: {
                  model_name: 'kling-v1-6',
                  image_list: [
                    { image: 'https://example.com/boat.png' },
                    { image: 'https://example.com/puddle.png' },
                  ],
                  prompt: 'The boat drifts on the puddle',
                  negative_prompt: 'people',
                  mode: 'pro',
                  duration: '10',
                  aspect_ratio: '1:1',
                  watermark_info: { enabled: true },
                  external_task_id: 'boat-1',
                  callback_url: 'https://example.com/kling',
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['image_list', 'prompt'],
              properties: {
                model_name: {
                  type: 'string',
                  enum: ['kling-v1-6'],
                  default: 'kling-v1-6',
                  description: 'Which model draws the video.',
                },
                image_list: {
                  type: 'array',
                  minItems: 1,
                  maxItems: 4,
                  description:
                    'One to four pictures. They are not cropped, so show no more of each than should be seen.',
                  items: {
                    type: 'object',
                    required: ['image'],
                    properties: {
                      image: {
                        type: 'string',
                        description:
                          'An address or raw Base64. JPG or PNG, at most 10 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1.',
                        'x-media': {
                          kind: 'image',
                          formats: ['jpg', 'jpeg', 'png'],
                          maxBytes: 10000000,
                          minSide: 300,
                          ratio: [0.4, 2.5],
                          takes: ['url', 'base64'],
                        },
                      },
                    },
                  },
                },
                prompt: {
                  type: 'string',
                  maxLength: 2500,
                  description: 'What should happen. At most 2,500 characters.',
                },
                negative_prompt: {
                  type: 'string',
                  maxLength: 2500,
                  description: 'What should not be seen. At most 2,500 characters.',
                },
                mode: {
                  type: 'string',
                  enum: ['std', 'pro'],
                  default: 'std',
                  description: 'Standard or professional quality.',
                },
                duration: {
                  type: 'string',
                  enum: ['5', '10'],
                  default: '5',
                  description: 'Length in seconds.',
                },
                aspect_ratio: {
                  type: 'string',
                  enum: ['16:9', '9:16', '1:1'],
                  default: '16:9',
                  description: 'Width to height.',
                },
                watermark_info: {
                  type: 'object',
                  description: 'Ask for a second, watermarked file.',
                  properties: { enabled: { type: 'boolean', description: 'Whether to make it.' } },
                },
                external_task_id: {
                  type: 'string',
                  description:
                    'A name of your own for the task, unique within the account. Tasks can be looked up by it.',
                },
                callback_url: {
                  type: 'string',
                  description: 'Address that is told when the status changes.',
                },
              },
              'x-stoplight': { id: 'a7f88cf281d55' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/multi-image2video',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      query: [
        {
          id: '2058e7d425f4a',
          name: 'pageNum',
          style: 'form',
          examples: [],
          description: 'Which page, 1 to 1000.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 1000,
            default: 1,
            'x-stoplight': { id: 'f2c413528bd77' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
        {
          id: 'c882a95e5bfa4',
          name: 'pageSize',
          style: 'form',
          examples: [],
          description: 'Tasks per page, 1 to 500.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 500,
            default: 30,
            'x-stoplight': { id: '3fbd43d6b6f97' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/multi-image2video/{task_id}',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      path: [
        {
          id: '11712ff343c71',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description:
            'The id that Kling gave the task, or the `external_task_id` that you gave it.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: '01b1db87d5ea3' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description', 'x-unknown'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/video-extend',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      body: {
        id: '5a27bcf6b8ff3',
        contents: [
          {
            id: '083e98810da6a',
            mediaType: 'application/json',
            examples: [
              { id: '0569349b62bb4', key: 'minimal', value: { video_id: '861254119619698762' } },
              {
                id: '054ac1de254f6',
                key: 'prompt',
                value: {
                  video_id: '861254119619698762',
                  prompt: 'The boat drifts on',
                  negative_prompt: 'people',
                  cfg_scale: 0.7,
                  watermark_info: { enabled: true },
                  external_task_id: 'boat-1',
                  callback_url: 'https://example.com/kling',
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['video_id'],
              properties: {
                video_id: {
                  type: 'string',
                  description:
                    'Id of a video of text2video, image2video or this operation, younger than 30 days and made by V1.0, V1.5 or V1.6. It grows by four to five seconds, to three minutes at most.',
                },
                prompt: {
                  type: 'string',
                  maxLength: 2500,
                  description: 'What should happen. At most 2,500 characters.',
                },
                negative_prompt: {
                  type: 'string',
                  maxLength: 2500,
                  description: 'What should not be seen. At most 2,500 characters.',
                },
                cfg_scale: {
                  type: 'number',
                  format: 'float',
                  minimum: 0,
                  maximum: 1,
                  default: 0.5,
                  description:
                    'How closely the prompt is followed, 0 to 1. V1.0 takes neither this nor `negative_prompt`.',
                },
                watermark_info: {
                  type: 'object',
                  description: 'Ask for a second, watermarked file.',
                  properties: { enabled: { type: 'boolean', description: 'Whether to make it.' } },
                },
                external_task_id: {
                  type: 'string',
                  description:
                    'A name of your own for the task, unique within the account. Tasks can be looked up by it.',
                },
                callback_url: {
                  type: 'string',
                  description: 'Address that is told when the status changes.',
                },
              },
              'x-stoplight': { id: '64f93af19c851' },
            },
          },
        ],
        required: true,
      },
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/video-extend',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      query: [
        {
          id: '7df7d6dbd4929',
          name: 'pageNum',
          style: 'form',
          examples: [],
          description: 'Which page, 1 to 1000.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 1000,
            default: 1,
            'x-stoplight': { id: '9789c7288e1f2' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
        {
          id: '88c800c3d8421',
          name: 'pageSize',
          style: 'form',
          examples: [],
          description: 'Tasks per page, 1 to 500.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'integer',
            minimum: 1,
            maximum: 500,
            default: 30,
            'x-stoplight': { id: 'f9005be58e115' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
  {
    path: '/v1/videos/video-extend/{task_id}',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description: 'An API key, or a JWT (HS256) made from access key and secret key.',
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
        },
      ],
    ],
    request: {
      path: [
        {
          id: 'ffe4cf616bd42',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description:
            'The id that Kling gave the task, or the `external_task_id` that you gave it.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: '68f42bb64942a' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description', 'x-unknown'],
        },
      ],
    },
    responses: [
      { code: '200' },
      { code: '400' },
      { code: '401' },
      { code: '403' },
      { code: '404' },
      { code: '429' },
      { code: '500' },
      { code: '503' },
      { code: '504' },
    ],
  },
];
