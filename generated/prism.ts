/** The operations of every document, as Prism reads them. Made by scripts/generate.ts; do not edit. */
export const operations: Record<string, object[]> = {
  klingai: [
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
                      3, 3.1, 3.2, 3.3, 3.4, 3.5, 3.6, 3.7, 3.8, 3.9, 4, 4.1, 4.2, 4.3, 4.4, 4.5,
                      4.6, 4.7, 4.8, 4.9, 5, 5.1, 5.2, 5.3, 5.4, 5.5, 5.6, 5.7, 5.8, 5.9, 6, 6.1,
                      6.2, 6.3, 6.4, 6.5, 6.6, 6.7, 6.8, 6.9, 7, 7.1, 7.2, 7.3, 7.4, 7.5, 7.6, 7.7,
                      7.8, 7.9, 8, 8.1, 8.2, 8.3, 8.4, 8.5, 8.6, 8.7, 8.8, 8.9, 9, 9.1, 9.2, 9.3,
                      9.4, 9.5, 9.6, 9.7, 9.8, 9.9, 10,
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
  ],
  cometapi: [
    {
      path: '/kling/v1/audio/text-to-audio',
      method: 'post',
      security: [
        [
          {
            id: '2d2dfce502b5c',
            key: 'bearer',
            extensions: {},
            description: 'A CometAPI key.',
            type: 'http',
            scheme: 'bearer',
          },
        ],
      ],
      request: {
        body: {
          id: 'a390df7e06e6c',
          contents: [
            {
              id: '23e970c34da60',
              mediaType: 'application/json',
              examples: [
                {
                  id: '61bc906f431b0',
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
                    description: 'What should be heard. At most 200 characters.',
                    maxLength: 200,
                  },
                  duration: {
                    description: 'Length of the sound in seconds, 3.0 to 10.0 with one decimal.',
                    type: 'number',
                    minimum: 3,
                    maximum: 10,
                    enum: [
                      3, 3.1, 3.2, 3.3, 3.4, 3.5, 3.6, 3.7, 3.8, 3.9, 4, 4.1, 4.2, 4.3, 4.4, 4.5,
                      4.6, 4.7, 4.8, 4.9, 5, 5.1, 5.2, 5.3, 5.4, 5.5, 5.6, 5.7, 5.8, 5.9, 6, 6.1,
                      6.2, 6.3, 6.4, 6.5, 6.6, 6.7, 6.8, 6.9, 7, 7.1, 7.2, 7.3, 7.4, 7.5, 7.6, 7.7,
                      7.8, 7.9, 8, 8.1, 8.2, 8.3, 8.4, 8.5, 8.6, 8.7, 8.8, 8.9, 9, 9.1, 9.2, 9.3,
                      9.4, 9.5, 9.6, 9.7, 9.8, 9.9, 10,
                    ],
                  },
                  external_task_id: {
                    type: 'string',
                    description: 'A name of your own for the task, unique within the account.',
                  },
                  callback_url: {
                    type: 'string',
                    description: 'Address that is told when the status changes.',
                  },
                },
                'x-stoplight': { id: '0ab5e63821035' },
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
        { code: '429' },
        { code: '500' },
        { code: '503' },
        { code: '504' },
        { code: '524' },
      ],
    },
    {
      path: '/kling/v1/audio/video-to-audio',
      method: 'post',
      security: [
        [
          {
            id: '2d2dfce502b5c',
            key: 'bearer',
            extensions: {},
            description: 'A CometAPI key.',
            type: 'http',
            scheme: 'bearer',
          },
        ],
      ],
      request: {
        body: {
          id: '09530dc16ec7f',
          contents: [
            {
              id: '9f8923ca13fa9',
              mediaType: 'application/json',
              examples: [
                {
                  id: '18c40eab39ccf',
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
                      'A video made by Kling within the last 30 days, 3 to 20 s long. Either this or `video_url`.',
                  },
                  video_url: {
                    type: 'string',
                    description:
                      'Address of an MP4 or MOV of at most 100 MB, 720p or 1080p, 3 to 20 s long. Either this or `video_id`.',
                  },
                  external_task_id: {
                    type: 'string',
                    description: 'A name of your own for the task, unique within the account.',
                  },
                  callback_url: {
                    type: 'string',
                    description: 'Address that is told when the status changes.',
                  },
                },
                oneOf: [
                  {
                    required: ['video_id'],
                    properties: { video_id: { type: 'string' }, video_url: false },
                  },
                  {
                    required: ['video_url'],
                    properties: { video_url: { type: 'string' }, video_id: false },
                  },
                ],
                'x-stoplight': { id: 'caa9fa4537b53' },
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
        { code: '429' },
        { code: '500' },
        { code: '503' },
        { code: '504' },
        { code: '524' },
      ],
    },
    {
      path: '/kling/v1/videos/text2video',
      method: 'post',
      security: [
        [
          {
            id: '2d2dfce502b5c',
            key: 'bearer',
            extensions: {},
            description: 'A CometAPI key.',
            type: 'http',
            scheme: 'bearer',
          },
        ],
      ],
      request: {
        body: {
          id: '2e68e95369dc1',
          contents: [
            {
              id: '00eb8c8534f69',
              mediaType: 'application/json',
              examples: [
                {
                  id: '52f01bd52c497',
                  key: 'minimal',
                  value: {
                    prompt: 'A paper boat on a puddle',
                    model_name: 'kling-v3',
                    mode: 'std',
                    duration: '5',
                    sound: 'off',
                  },
                },
              ],
              encodings: [],
              schema: {
                $schema: 'https://json-schema.org/draft/2020-12/schema',
                type: 'object',
                required: ['prompt'],
                properties: {
                  prompt: {
                    type: 'string',
                    description: 'What should be seen. At most 500 characters.',
                    maxLength: 500,
                  },
                  negative_prompt: {
                    type: 'string',
                    description: 'What should not be seen. At most 200 characters.',
                    maxLength: 200,
                  },
                  aspect_ratio: {
                    type: 'string',
                    enum: ['16:9', '9:16', '1:1'],
                    description: 'Width to height; 1280x720, 720x1280 or 960x960 as a rule.',
                    default: '16:9',
                  },
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
                      'Which model draws the video. Left out, it is one that Kling no longer serves.',
                    'x-retired': {
                      'kling-v1': '2026-09-15',
                      'kling-v1-6': '2026-09-15',
                      'kling-v2-master': '2026-09-15',
                      'kling-v2-1-master': '2026-09-15',
                    },
                  },
                  cfg_scale: {
                    type: 'number',
                    description: 'How closely the prompt is followed, 0 to 1.',
                    minimum: 0,
                    maximum: 1,
                  },
                  mode: {
                    type: 'string',
                    enum: ['std', 'pro'],
                    default: 'std',
                    description: 'Standard, or professional at a higher price.',
                  },
                  duration: {
                    type: 'string',
                    default: '5',
                    description: 'Length in seconds, 5 or 10.',
                    enum: ['5', '10'],
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
                        description: 'A preset, or `simple` for your own.',
                      },
                      config: {
                        type: 'object',
                        description: 'Your own movement.',
                        properties: {
                          horizontal: {
                            type: 'integer',
                            description: 'Move left (-) or right (+). From -10 to 10.',
                            minimum: -10,
                            maximum: 10,
                          },
                          vertical: {
                            type: 'integer',
                            description: 'Move down (-) or up (+). From -10 to 10.',
                            minimum: -10,
                            maximum: 10,
                          },
                          pan: {
                            type: 'integer',
                            description: 'Turn left (-) or right (+). From -10 to 10.',
                            minimum: -10,
                            maximum: 10,
                          },
                          tilt: {
                            type: 'integer',
                            description: 'Turn down (-) or up (+). From -10 to 10.',
                            minimum: -10,
                            maximum: 10,
                          },
                          roll: {
                            type: 'integer',
                            description: 'Roll against (-) or with (+) the clock. From -10 to 10.',
                            minimum: -10,
                            maximum: 10,
                          },
                          zoom: {
                            type: 'integer',
                            description:
                              'Zoom out (-) or in (+) by this page; Kling says the opposite: closer (-), a wider view (+). From -10 to 10.',
                            minimum: -10,
                            maximum: 10,
                          },
                        },
                      },
                    },
                  },
                  sound: {
                    type: 'string',
                    enum: ['on', 'off'],
                    description: 'Whether the video comes with sound. Left out, the model decides.',
                  },
                  external_task_id: {
                    type: 'string',
                    description:
                      'A name of your own for the task, unique within the account. Tasks can be queried by it.',
                  },
                  callback_url: {
                    type: 'string',
                    description: 'Address that is told when the status changes.',
                  },
                },
                'x-stoplight': { id: 'b22f3fb936baf' },
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
        { code: '429' },
        { code: '500' },
        { code: '503' },
        { code: '504' },
        { code: '524' },
      ],
    },
    {
      path: '/kling/v1/{action}/{action2}/{task_id}',
      method: 'get',
      security: [
        [
          {
            id: '2d2dfce502b5c',
            key: 'bearer',
            extensions: {},
            description: 'A CometAPI key.',
            type: 'http',
            scheme: 'bearer',
          },
        ],
      ],
      request: {
        path: [
          {
            id: 'a6233985e1d51',
            name: 'action',
            style: 'simple',
            examples: [],
            description: 'First part of the create route: audio, videos or images.',
            required: true,
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'string',
              'x-stoplight': { id: '76eb35b7fd0b2' },
            },
            explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
          },
          {
            id: '65dabe7d7b034',
            name: 'action2',
            style: 'simple',
            examples: [],
            description: 'Second part of the create route, such as text-to-audio or text2video.',
            required: true,
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'string',
              'x-stoplight': { id: 'b24395836c453' },
            },
            explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
          },
          {
            id: '2410860733b2b',
            name: 'task_id',
            style: 'simple',
            examples: [],
            description: 'The id from the response to the create.',
            required: true,
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'string',
              'x-stoplight': { id: '5c6cb15a7c37d' },
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
        { code: '429' },
        { code: '500' },
        { code: '503' },
        { code: '504' },
        { code: '524' },
      ],
    },
    {
      path: '/kling/v1/audio/text-to-audio/{task_id}',
      method: 'get',
      security: [
        [
          {
            id: '2d2dfce502b5c',
            key: 'bearer',
            extensions: {},
            description: 'A CometAPI key.',
            type: 'http',
            scheme: 'bearer',
          },
        ],
      ],
      request: {
        path: [
          {
            id: '4eb9924a0924e',
            name: 'task_id',
            style: 'simple',
            examples: [],
            description:
              'The id from the response to the create. The page of text2video also names the `external_task_id`, which nobody was seen to try.',
            required: true,
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'string',
              'x-stoplight': { id: '9e12f580abab2' },
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
        { code: '429' },
        { code: '500' },
        { code: '503' },
        { code: '504' },
        { code: '524' },
      ],
    },
    {
      path: '/kling/v1/audio/video-to-audio/{task_id}',
      method: 'get',
      security: [
        [
          {
            id: '2d2dfce502b5c',
            key: 'bearer',
            extensions: {},
            description: 'A CometAPI key.',
            type: 'http',
            scheme: 'bearer',
          },
        ],
      ],
      request: {
        path: [
          {
            id: 'f8b61f57fc39e',
            name: 'task_id',
            style: 'simple',
            examples: [],
            description:
              'The id from the response to the create. The page of text2video also names the `external_task_id`, which nobody was seen to try.',
            required: true,
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'string',
              'x-stoplight': { id: '0debe85289645' },
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
        { code: '429' },
        { code: '500' },
        { code: '503' },
        { code: '504' },
        { code: '524' },
      ],
    },
    {
      path: '/kling/v1/videos/text2video/{task_id}',
      method: 'get',
      security: [
        [
          {
            id: '2d2dfce502b5c',
            key: 'bearer',
            extensions: {},
            description: 'A CometAPI key.',
            type: 'http',
            scheme: 'bearer',
          },
        ],
      ],
      request: {
        path: [
          {
            id: '478c32fe51042',
            name: 'task_id',
            style: 'simple',
            examples: [],
            description:
              'The id from the response to the create. The page of text2video also names the `external_task_id`, which nobody was seen to try.',
            required: true,
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'string',
              'x-stoplight': { id: '43311771399bc' },
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
        { code: '429' },
        { code: '500' },
        { code: '503' },
        { code: '504' },
        { code: '524' },
      ],
    },
  ],
  deerapi: [
    {
      path: '/kling/v1/audio/text-to-audio',
      method: 'post',
      security: [
        [
          {
            id: '2d2dfce502b5c',
            key: 'bearer',
            extensions: {},
            description: 'A DeerAPI key.',
            type: 'http',
            scheme: 'bearer',
          },
        ],
      ],
      request: {
        body: {
          id: 'a390df7e06e6c',
          contents: [
            {
              id: '23e970c34da60',
              mediaType: 'application/json',
              examples: [
                {
                  id: '61bc906f431b0',
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
                    description: 'What should be heard. At most 200 characters.',
                    maxLength: 200,
                  },
                  duration: {
                    description: 'Length of the sound in seconds, 3.0 to 10.0 with one decimal.',
                    type: 'number',
                    minimum: 3,
                    maximum: 10,
                    enum: [
                      3, 3.1, 3.2, 3.3, 3.4, 3.5, 3.6, 3.7, 3.8, 3.9, 4, 4.1, 4.2, 4.3, 4.4, 4.5,
                      4.6, 4.7, 4.8, 4.9, 5, 5.1, 5.2, 5.3, 5.4, 5.5, 5.6, 5.7, 5.8, 5.9, 6, 6.1,
                      6.2, 6.3, 6.4, 6.5, 6.6, 6.7, 6.8, 6.9, 7, 7.1, 7.2, 7.3, 7.4, 7.5, 7.6, 7.7,
                      7.8, 7.9, 8, 8.1, 8.2, 8.3, 8.4, 8.5, 8.6, 8.7, 8.8, 8.9, 9, 9.1, 9.2, 9.3,
                      9.4, 9.5, 9.6, 9.7, 9.8, 9.9, 10,
                    ],
                  },
                  external_task_id: {
                    type: 'string',
                    description: 'A name of your own for the task, unique within the account.',
                  },
                  callback_url: {
                    type: 'string',
                    description: 'Address that is told when the status changes.',
                  },
                },
                'x-stoplight': { id: '0ab5e63821035' },
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
        { code: '429' },
        { code: '500' },
        { code: '503' },
      ],
    },
    {
      path: '/kling/v1/audio/video-to-audio',
      method: 'post',
      security: [
        [
          {
            id: '2d2dfce502b5c',
            key: 'bearer',
            extensions: {},
            description: 'A DeerAPI key.',
            type: 'http',
            scheme: 'bearer',
          },
        ],
      ],
      request: {
        body: {
          id: '09530dc16ec7f',
          contents: [
            {
              id: '9f8923ca13fa9',
              mediaType: 'application/json',
              examples: [
                {
                  id: '18c40eab39ccf',
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
                      'A video made by Kling within the last 30 days, 3 to 20 s long. Either this or `video_url`.',
                  },
                  video_url: {
                    type: 'string',
                    description:
                      'Address of an MP4 or MOV of at most 100 MB, 720p or 1080p, 3 to 20 s long. Either this or `video_id`.',
                  },
                  external_task_id: {
                    type: 'string',
                    description: 'A name of your own for the task, unique within the account.',
                  },
                  callback_url: {
                    type: 'string',
                    description: 'Address that is told when the status changes.',
                  },
                },
                oneOf: [
                  {
                    required: ['video_id'],
                    properties: { video_id: { type: 'string' }, video_url: false },
                  },
                  {
                    required: ['video_url'],
                    properties: { video_url: { type: 'string' }, video_id: false },
                  },
                ],
                'x-stoplight': { id: 'caa9fa4537b53' },
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
        { code: '429' },
        { code: '500' },
        { code: '503' },
      ],
    },
    {
      path: '/kling/v1/videos/text2video',
      method: 'post',
      security: [
        [
          {
            id: '2d2dfce502b5c',
            key: 'bearer',
            extensions: {},
            description: 'A DeerAPI key.',
            type: 'http',
            scheme: 'bearer',
          },
        ],
      ],
      request: {
        body: {
          id: '2e68e95369dc1',
          contents: [
            {
              id: '00eb8c8534f69',
              mediaType: 'application/json',
              examples: [
                {
                  id: '52f01bd52c497',
                  key: 'minimal',
                  value: {
                    prompt: 'A paper boat on a puddle',
                    model_name: 'kling-v3',
                    mode: 'std',
                    duration: '5',
                    sound: 'off',
                  },
                },
              ],
              encodings: [],
              schema: {
                $schema: 'https://json-schema.org/draft/2020-12/schema',
                type: 'object',
                required: ['prompt'],
                properties: {
                  prompt: { type: 'string', description: 'What should be seen.' },
                  negative_prompt: { type: 'string', description: 'What should not be seen.' },
                  aspect_ratio: { type: 'string', description: 'Width to height.' },
                  model_name: {
                    type: 'string',
                    description: 'Which model draws the video.',
                    'x-retired': {
                      'kling-v1': '2026-09-15',
                      'kling-v1-6': '2026-09-15',
                      'kling-v2-master': '2026-09-15',
                      'kling-v2-1-master': '2026-09-15',
                    },
                  },
                  cfg_scale: { type: 'number', description: 'How closely the prompt is followed.' },
                  mode: { type: 'string', description: 'Quality of the video.' },
                  duration: { type: 'string', description: 'Length in seconds.' },
                  camera_control: {
                    type: 'object',
                    additionalProperties: true,
                    description: 'How the camera moves. The page lists no fields.',
                  },
                  sound: { type: 'string', description: 'Whether the video comes with sound.' },
                  external_task_id: {
                    type: 'string',
                    description: 'A name of your own for the task.',
                  },
                  callback_url: {
                    type: 'string',
                    description: 'Address that is told when the status changes.',
                  },
                },
                'x-stoplight': { id: 'b22f3fb936baf' },
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
        { code: '429' },
        { code: '500' },
        { code: '503' },
      ],
    },
    {
      path: '/kling/v1/{action}/{action2}/{task_id}',
      method: 'get',
      security: [
        [
          {
            id: '2d2dfce502b5c',
            key: 'bearer',
            extensions: {},
            description: 'A DeerAPI key.',
            type: 'http',
            scheme: 'bearer',
          },
        ],
      ],
      request: {
        path: [
          {
            id: 'a6233985e1d51',
            name: 'action',
            style: 'simple',
            examples: [],
            description: 'First part of the create route: audio, videos or images.',
            required: true,
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'string',
              'x-stoplight': { id: '76eb35b7fd0b2' },
            },
            explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
          },
          {
            id: '65dabe7d7b034',
            name: 'action2',
            style: 'simple',
            examples: [],
            description: 'Second part of the create route, such as text-to-audio or text2video.',
            required: true,
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'string',
              'x-stoplight': { id: 'b24395836c453' },
            },
            explicitProperties: ['name', 'in', 'required', 'schema', 'description'],
          },
          {
            id: '2410860733b2b',
            name: 'task_id',
            style: 'simple',
            examples: [],
            description: 'The id from the response to the create.',
            required: true,
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'string',
              'x-stoplight': { id: '5c6cb15a7c37d' },
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
        { code: '429' },
        { code: '500' },
        { code: '503' },
      ],
    },
    {
      path: '/kling/v1/audio/text-to-audio/{task_id}',
      method: 'get',
      security: [
        [
          {
            id: '2d2dfce502b5c',
            key: 'bearer',
            extensions: {},
            description: 'A DeerAPI key.',
            type: 'http',
            scheme: 'bearer',
          },
        ],
      ],
      request: {
        path: [
          {
            id: '4eb9924a0924e',
            name: 'task_id',
            style: 'simple',
            examples: [],
            description: 'The id from the response to the create.',
            required: true,
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'string',
              'x-stoplight': { id: '9e12f580abab2' },
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
        { code: '429' },
        { code: '500' },
        { code: '503' },
      ],
    },
    {
      path: '/kling/v1/audio/video-to-audio/{task_id}',
      method: 'get',
      security: [
        [
          {
            id: '2d2dfce502b5c',
            key: 'bearer',
            extensions: {},
            description: 'A DeerAPI key.',
            type: 'http',
            scheme: 'bearer',
          },
        ],
      ],
      request: {
        path: [
          {
            id: 'f8b61f57fc39e',
            name: 'task_id',
            style: 'simple',
            examples: [],
            description: 'The id from the response to the create.',
            required: true,
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'string',
              'x-stoplight': { id: '0debe85289645' },
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
        { code: '429' },
        { code: '500' },
        { code: '503' },
      ],
    },
    {
      path: '/kling/v1/videos/text2video/{task_id}',
      method: 'get',
      security: [
        [
          {
            id: '2d2dfce502b5c',
            key: 'bearer',
            extensions: {},
            description: 'A DeerAPI key.',
            type: 'http',
            scheme: 'bearer',
          },
        ],
      ],
      request: {
        path: [
          {
            id: '478c32fe51042',
            name: 'task_id',
            style: 'simple',
            examples: [],
            description: 'The id from the response to the create.',
            required: true,
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'string',
              'x-stoplight': { id: '43311771399bc' },
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
        { code: '429' },
        { code: '500' },
        { code: '503' },
      ],
    },
  ],
};
