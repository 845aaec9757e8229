/** The operations of a document, as Prism reads them. Made by scripts/generate.ts; do not edit. */
export const operations: object[] = [
  {
    path: '/tasks',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description:
            'An API key. A JWT made from access key and secret key is refused with 401 and 1002.',
          type: 'http',
          scheme: 'bearer',
        },
      ],
    ],
    request: {
      query: [
        {
          id: '07f3e42cdc8d3',
          name: 'task_ids',
          style: 'form',
          examples: [],
          description: 'Ids that Kling gave the tasks, at most 20, with commas between them.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            pattern: '^[^,]+(,[^,]+){0,19}$',
            'x-stoplight': { id: '84fdba949e945' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description', 'x-unknown'],
        },
        {
          id: '889faaeaa6bfd',
          name: 'external_task_ids',
          style: 'form',
          examples: [],
          description:
            'Ids that you gave the tasks, at most 20, with commas between them. One that has a comma cannot be asked for.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            pattern: '^[^,]+(,[^,]+){0,19}$',
            'x-stoplight': { id: 'deb7d26109121' },
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
    path: '/tasks',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description:
            'An API key. A JWT made from access key and secret key is refused with 401 and 1002.',
          type: 'http',
          scheme: 'bearer',
        },
      ],
    ],
    request: {
      body: {
        id: 'af0964b47c17c',
        contents: [
          {
            id: 'ab413d87b5714',
            mediaType: 'application/json',
            examples: [
              { id: '819cdf11c930a', key: 'minimal', value: {} },
              {
                id: '346a161c05b4e',
                key: 'filtered',
                value: {
                  start_time: 1781193600000,
                  end_time: 1781516352968,
                  limit: 500,
                  filters: [
                    { key: 'status', values: ['succeeded', 'failed'] },
                    { key: 'product_type', values: ['video'] },
                  ],
                },
              },
              {
                id: '35f5f18c1cefe',
                key: 'next',
                value: { cursor: 'MTc4MTA4MDc3ODgwMg', limit: 500 },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              properties: {
                start_time: {
                  type: ['integer', 'string'],
                  format: 'int64',
                  description:
                    'Tasks created from then on, in Unix time in milliseconds. Left out, 30 days before the end.',
                  pattern: '^\\d+$',
                },
                end_time: {
                  type: ['integer', 'string'],
                  format: 'int64',
                  description:
                    'Tasks created until then, in Unix time in milliseconds, later than the start. Left out, now.',
                  pattern: '^\\d+$',
                },
                cursor: {
                  type: 'string',
                  description:
                    'The `next_cursor` of the page before. With it, the times do not count.',
                },
                limit: {
                  type: 'integer',
                  default: 100,
                  description: 'Tasks per page, at most 500.',
                  maximum: 500,
                },
                filters: {
                  type: 'array',
                  description: 'Only tasks like these; all filters hold.',
                  items: {
                    type: 'object',
                    properties: {
                      key: {
                        type: 'string',
                        enum: ['status', 'product_type'],
                        description: 'What to go by.',
                      },
                      values: {
                        type: 'array',
                        items: { type: 'string' },
                        description:
                          'With `status` any of its four words, with `product_type` video, image or try_on.',
                      },
                    },
                    required: ['key', 'values'],
                    'x-inferred': ['required'],
                    oneOf: [
                      {
                        title: 'By status',
                        type: 'object',
                        properties: {
                          key: { type: 'string', const: 'status' },
                          values: {
                            type: 'array',
                            items: {
                              type: 'string',
                              enum: ['submitted', 'processing', 'succeeded', 'failed'],
                              description: 'The state of the task.',
                            },
                          },
                        },
                      },
                      {
                        title: 'By kind of result',
                        type: 'object',
                        properties: {
                          key: { type: 'string', const: 'product_type' },
                          values: {
                            type: 'array',
                            items: { type: 'string', enum: ['video', 'image', 'try_on'] },
                          },
                        },
                      },
                    ],
                  },
                },
              },
              'x-stoplight': { id: '127bf898bc089' },
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
    path: '/text-to-video/kling-3.0-turbo',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description:
            'An API key. A JWT made from access key and secret key is refused with 401 and 1002.',
          type: 'http',
          scheme: 'bearer',
        },
      ],
    ],
    request: {
      body: {
        id: '453c220b9a35d',
        contents: [
          {
            id: '7c9b0da677371',
            mediaType: 'application/json',
            examples: [
              {
                id: 'f80f7aede5631',
                key: 'minimal',
                value: { prompt: 'A paper boat on a puddle' },
              },
              {
                id: '3f0b8160b3f6b',
                key: 'shots',
                value: {
                  prompt:
                    'shot 1, 2, A paper boat on a puddle; shot 2, 4, The boat leaves the puddle;',
                  settings: { resolution: '1080p', aspect_ratio: '9:16', duration: 6 },
                  options: {
                    callback_url: 'https://example.com/kling',
                    external_task_id: 'rain-1',
                    watermark_info: { enabled: true },
                  },
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
                  maxLength: 3072,
                  description:
                    'What should be seen, and what should not. At most 3,072 characters; Kling advises 2,500. Shots of your own are written as `shot 1, 2, words; shot 2, 3, words;`: at most six, each with its number, its seconds, at least one, that add up to `duration`, and at most 512 characters of words.',
                },
                settings: {
                  type: 'object',
                  description: 'How the video turns out.',
                  properties: {
                    resolution: {
                      type: 'string',
                      enum: ['720p', '1080p'],
                      default: '720p',
                      description: 'Picture lines of the video, in lower case.',
                    },
                    aspect_ratio: {
                      type: 'string',
                      enum: ['16:9', '9:16', '1:1'],
                      default: '16:9',
                      description: 'Width to height.',
                    },
                    duration: {
                      type: 'integer',
                      enum: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
                      default: 5,
                      description: 'Length in seconds.',
                    },
                  },
                },
                options: {
                  type: 'object',
                  description: 'What holds for every operation.',
                  properties: {
                    callback_url: {
                      type: 'string',
                      description: 'Address that is told when the status changes.',
                    },
                    external_task_id: {
                      type: 'string',
                      description:
                        'A name of your own for the task, unique within the account, legacy tasks included. Tasks can be looked up by it, unless it has a comma.',
                    },
                    watermark_info: {
                      type: 'object',
                      description: 'Ask for a second, watermarked file.',
                      properties: {
                        enabled: {
                          type: 'boolean',
                          default: false,
                          description: 'Whether to make it.',
                        },
                      },
                    },
                  },
                },
              },
              'x-stoplight': { id: '3ea3aece311df' },
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
    path: '/text-to-video/kling-3.0',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description:
            'An API key. A JWT made from access key and secret key is refused with 401 and 1002.',
          type: 'http',
          scheme: 'bearer',
        },
      ],
    ],
    request: {
      body: {
        id: 'd474312422e53',
        contents: [
          {
            id: '391f356ecaa67',
            mediaType: 'application/json',
            examples: [
              {
                id: '25149d5932567',
                key: 'minimal',
                value: { prompt: 'A paper boat on a puddle' },
              },
              {
                id: 'd0c00eb69f494',
                key: 'sound',
                value: {
                  prompt: 'shot 1, 4, A paper boat on a puddle; shot 2, 8, Rain drums on it;',
                  settings: {
                    multi_shot: true,
                    audio: 'native',
                    resolution: '4k',
                    aspect_ratio: '1:1',
                    duration: 12,
                  },
                  options: { external_task_id: 'rain-1' },
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
                  maxLength: 3072,
                  description:
                    'What should be seen, and what should not. At most 3,072 characters; Kling advises 2,500. Shots of your own are written as `shot 1, 2, words; shot 2, 3, words;`: at most six, each with its number, its seconds, at least one, that add up to `duration`, and at most 512 characters of words.',
                },
                settings: {
                  type: 'object',
                  description: 'How the video turns out.',
                  properties: {
                    multi_shot: {
                      type: 'boolean',
                      default: true,
                      description:
                        'Whether the video may have several shots. With false, the shots that a prompt lists make one.',
                    },
                    audio: {
                      type: 'string',
                      enum: ['native', 'off'],
                      default: 'off',
                      description: 'Whether the video comes with sound of its own.',
                    },
                    resolution: {
                      type: 'string',
                      enum: ['720p', '1080p', '4k'],
                      default: '720p',
                      description: 'Picture lines of the video, in lower case.',
                    },
                    aspect_ratio: {
                      type: 'string',
                      enum: ['16:9', '9:16', '1:1'],
                      default: '16:9',
                      description: 'Width to height.',
                    },
                    duration: {
                      type: 'integer',
                      enum: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
                      default: 5,
                      description: 'Length in seconds.',
                    },
                  },
                },
                options: {
                  type: 'object',
                  description: 'What holds for every operation.',
                  properties: {
                    callback_url: {
                      type: 'string',
                      description: 'Address that is told when the status changes.',
                    },
                    external_task_id: {
                      type: 'string',
                      description:
                        'A name of your own for the task, unique within the account, legacy tasks included. Tasks can be looked up by it, unless it has a comma.',
                    },
                    watermark_info: {
                      type: 'object',
                      description: 'Ask for a second, watermarked file.',
                      properties: {
                        enabled: {
                          type: 'boolean',
                          default: false,
                          description: 'Whether to make it.',
                        },
                      },
                    },
                  },
                },
              },
              'x-stoplight': { id: '1d2cf4f5f4061' },
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
    path: '/text-to-video/kling-2.6',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description:
            'An API key. A JWT made from access key and secret key is refused with 401 and 1002.',
          type: 'http',
          scheme: 'bearer',
        },
      ],
    ],
    request: {
      body: {
        id: '2d65901472394',
        contents: [
          {
            id: '062f07cb8a41a',
            mediaType: 'application/json',
            examples: [
              {
                id: '0874078ec274e',
                key: 'minimal',
                value: { prompt: 'A paper boat on a puddle' },
              },
              {
                id: '16994135f0386',
                key: 'sound',
                value: {
                  prompt: 'Rain drums on a paper boat',
                  settings: {
                    audio: 'native',
                    resolution: '1080p',
                    aspect_ratio: '16:9',
                    duration: 10,
                  },
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
                  maxLength: 2500,
                  description:
                    'What should be seen, and what should not. At most 2,500 characters.',
                },
                settings: {
                  type: 'object',
                  description: 'How the video turns out.',
                  properties: {
                    audio: {
                      type: 'string',
                      enum: ['native', 'off'],
                      default: 'off',
                      description:
                        'Whether the video comes with sound of its own, for which it has to have 1080p.',
                    },
                    resolution: {
                      type: 'string',
                      enum: ['720p', '1080p'],
                      default: '720p',
                      description: 'Picture lines of the video, in lower case.',
                    },
                    aspect_ratio: {
                      type: 'string',
                      enum: ['16:9', '9:16', '1:1'],
                      default: '16:9',
                      description: 'Width to height.',
                    },
                    duration: {
                      type: 'integer',
                      enum: [5, 10],
                      default: 5,
                      description: 'Length in seconds.',
                    },
                  },
                  not: {
                    title: 'one with sound and less than 1080p',
                    required: ['audio'],
                    properties: {
                      audio: { const: 'native' },
                      resolution: { not: { const: '1080p' } },
                    },
                  },
                },
                options: {
                  type: 'object',
                  description: 'What holds for every operation.',
                  properties: {
                    callback_url: {
                      type: 'string',
                      description: 'Address that is told when the status changes.',
                    },
                    external_task_id: {
                      type: 'string',
                      description:
                        'A name of your own for the task, unique within the account, legacy tasks included. Tasks can be looked up by it, unless it has a comma.',
                    },
                    watermark_info: {
                      type: 'object',
                      description: 'Ask for a second, watermarked file.',
                      properties: {
                        enabled: {
                          type: 'boolean',
                          default: false,
                          description: 'Whether to make it.',
                        },
                      },
                    },
                  },
                },
              },
              'x-stoplight': { id: 'e631ecbbf4577' },
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
    path: '/text-to-video/kling-2.5-turbo',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description:
            'An API key. A JWT made from access key and secret key is refused with 401 and 1002.',
          type: 'http',
          scheme: 'bearer',
        },
      ],
    ],
    request: {
      body: {
        id: '582ba348c9eab',
        contents: [
          {
            id: '8cb4507408d1f',
            mediaType: 'application/json',
            examples: [
              {
                id: '681036f33d2d4',
                key: 'minimal',
                value: { prompt: 'A paper boat on a puddle' },
              },
              {
                id: 'd702f5a2e7cc3',
                key: 'long',
                value: {
                  prompt: 'A paper boat on a puddle',
                  settings: { resolution: '1080p', aspect_ratio: '9:16', duration: 10 },
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
                  maxLength: 2500,
                  description:
                    'What should be seen, and what should not. At most 2,500 characters.',
                },
                settings: {
                  type: 'object',
                  description: 'How the video turns out.',
                  properties: {
                    resolution: {
                      type: 'string',
                      enum: ['720p', '1080p'],
                      default: '720p',
                      description: 'Picture lines of the video, in lower case.',
                    },
                    aspect_ratio: {
                      type: 'string',
                      enum: ['16:9', '9:16', '1:1'],
                      default: '16:9',
                      description: 'Width to height.',
                    },
                    duration: {
                      type: 'integer',
                      enum: [5, 10],
                      default: 5,
                      description: 'Length in seconds.',
                    },
                  },
                },
                options: {
                  type: 'object',
                  description: 'What holds for every operation.',
                  properties: {
                    callback_url: {
                      type: 'string',
                      description: 'Address that is told when the status changes.',
                    },
                    external_task_id: {
                      type: 'string',
                      description:
                        'A name of your own for the task, unique within the account, legacy tasks included. Tasks can be looked up by it, unless it has a comma.',
                    },
                    watermark_info: {
                      type: 'object',
                      description: 'Ask for a second, watermarked file.',
                      properties: {
                        enabled: {
                          type: 'boolean',
                          default: false,
                          description: 'Whether to make it.',
                        },
                      },
                    },
                  },
                },
              },
              'x-stoplight': { id: 'd856b0f19ca90' },
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
    path: '/image-to-video/kling-3.0-turbo',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description:
            'An API key. A JWT made from access key and secret key is refused with 401 and 1002.',
          type: 'http',
          scheme: 'bearer',
        },
      ],
    ],
    request: {
      body: {
        id: 'c3b39ff650d75',
        contents: [
          {
            id: 'ac4109d0ad4ee',
            mediaType: 'application/json',
            examples: [
              {
                id: 'e6c5525d9d456',
                key: 'minimal',
                value: {
                  contents: [
                    { type: 'first_frame', url: 'https://example.com/boat.png' },
                    { type: 'prompt', text: 'The boat leaves the puddle' },
                  ],
                },
              },
              {
                id: 'bca926cb670ea',
                key: 'tall',
                value: {
                  contents: [{ type: 'first_frame', url: 'https://example.com/boat.png' }],
                  settings: { resolution: '1080p', duration: 15 },
                  options: {
                    callback_url: 'https://example.com/kling',
                    external_task_id: 'rain-1',
                    watermark_info: { enabled: true },
                  },
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['contents'],
              properties: {
                contents: {
                  type: 'array',
                  description:
                    'The first frame, and a prompt, if you like, in which shots of your own are written as `shot 1, 2, words; shot 2, 3, words;`: at most six, each with its number, its seconds, at least one, that add up to `duration`, and at most 512 characters of words.',
                  items: {
                    type: 'object',
                    required: ['type'],
                    properties: {
                      type: {
                        type: 'string',
                        enum: ['prompt', 'first_frame'],
                        description: 'What this is.',
                      },
                    },
                    oneOf: [
                      {
                        title: 'The first frame',
                        type: 'object',
                        required: ['type', 'url'],
                        properties: {
                          type: { type: 'string', const: 'first_frame' },
                          url: {
                            type: 'string',
                            description:
                              'An address, or raw Base64. JPG or PNG, at most 50 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1.',
                            'x-media': {
                              kind: 'image',
                              formats: ['jpg', 'jpeg', 'png'],
                              maxBytes: 50000000,
                              minSide: 300,
                              ratio: [0.4, 2.5],
                              takes: ['url', 'base64'],
                            },
                          },
                        },
                      },
                      {
                        title: 'A prompt',
                        type: 'object',
                        required: ['type', 'text'],
                        properties: {
                          type: { type: 'string', const: 'prompt' },
                          text: {
                            type: 'string',
                            maxLength: 2500,
                            description:
                              'What should be seen, and what should not. At most 2,500 characters. Whatever has an `id` is named as `@id`.',
                          },
                        },
                      },
                    ],
                  },
                  allOf: [
                    {
                      contains: {
                        title: 'type first_frame',
                        type: 'object',
                        properties: { type: { const: 'first_frame' } },
                      },
                      maxContains: 1,
                    },
                    {
                      contains: {
                        title: 'type prompt',
                        type: 'object',
                        properties: { type: { const: 'prompt' } },
                      },
                      minContains: 0,
                      maxContains: 1,
                    },
                  ],
                },
                settings: {
                  type: 'object',
                  description: 'How the video turns out.',
                  properties: {
                    resolution: {
                      type: 'string',
                      enum: ['720p', '1080p'],
                      default: '720p',
                      description: 'Picture lines of the video, in lower case.',
                    },
                    duration: {
                      type: 'integer',
                      enum: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
                      default: 5,
                      description: 'Length in seconds.',
                    },
                  },
                },
                options: {
                  type: 'object',
                  description: 'What holds for every operation.',
                  properties: {
                    callback_url: {
                      type: 'string',
                      description: 'Address that is told when the status changes.',
                    },
                    external_task_id: {
                      type: 'string',
                      description:
                        'A name of your own for the task, unique within the account, legacy tasks included. Tasks can be looked up by it, unless it has a comma.',
                    },
                    watermark_info: {
                      type: 'object',
                      description: 'Ask for a second, watermarked file.',
                      properties: {
                        enabled: {
                          type: 'boolean',
                          default: false,
                          description: 'Whether to make it.',
                        },
                      },
                    },
                  },
                },
              },
              'x-stoplight': { id: 'c07cce57cc4d0' },
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
    path: '/image-to-video/kling-3.0',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description:
            'An API key. A JWT made from access key and secret key is refused with 401 and 1002.',
          type: 'http',
          scheme: 'bearer',
        },
      ],
    ],
    request: {
      body: {
        id: 'aead07a4fcdaa',
        contents: [
          {
            id: '81082ccf88ea6',
            mediaType: 'application/json',
            examples: [
              {
                id: '76cd5b06d8253',
                key: 'minimal',
                value: {
                  contents: [
                    { type: 'first_frame', url: 'https://example.com/boat.png' },
                    { type: 'prompt', text: 'The boat leaves the puddle' },
                  ],
                },
              },
              {
                id: '99e0c66f1b79d',
                key: 'frames',
                value: {
                  contents: [
                    { type: 'prompt', text: '@captain folds the boat' },
                    { type: 'first_frame', url: 'https://example.com/boat.png' },
                    { type: 'last_frame', url: 'https://example.com/boat-at-sea.png' },
                    { type: 'element', element_id: '829836802793406551', id: 'captain' },
                  ],
                  settings: { multi_shot: false, audio: 'native', resolution: '4k', duration: 7 },
                  options: { external_task_id: 'rain-1' },
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['contents'],
              properties: {
                contents: {
                  type: 'array',
                  description:
                    'The first frame; a prompt, a last frame and up to three elements, as you like.',
                  items: {
                    type: 'object',
                    required: ['type'],
                    properties: {
                      type: {
                        type: 'string',
                        enum: ['prompt', 'first_frame', 'last_frame', 'element'],
                        description: 'What this is.',
                      },
                    },
                    oneOf: [
                      {
                        title: 'The first frame',
                        type: 'object',
                        required: ['type', 'url'],
                        properties: {
                          type: { type: 'string', const: 'first_frame' },
                          url: {
                            type: 'string',
                            description:
                              'An address, or raw Base64. JPG or PNG, at most 50 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1.',
                            'x-media': {
                              kind: 'image',
                              formats: ['jpg', 'jpeg', 'png'],
                              maxBytes: 50000000,
                              minSide: 300,
                              ratio: [0.4, 2.5],
                              takes: ['url', 'base64'],
                            },
                          },
                        },
                      },
                      {
                        title: 'The last frame',
                        type: 'object',
                        required: ['type', 'url'],
                        properties: {
                          type: { type: 'string', const: 'last_frame' },
                          url: {
                            type: 'string',
                            description:
                              'An address, or raw Base64. JPG or PNG, at most 50 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1.',
                            'x-media': {
                              kind: 'image',
                              formats: ['jpg', 'jpeg', 'png'],
                              maxBytes: 50000000,
                              minSide: 300,
                              ratio: [0.4, 2.5],
                              takes: ['url', 'base64'],
                            },
                          },
                        },
                      },
                      {
                        title: 'A prompt',
                        type: 'object',
                        required: ['type', 'text'],
                        properties: {
                          type: { type: 'string', const: 'prompt' },
                          text: {
                            type: 'string',
                            maxLength: 3072,
                            description:
                              'What should be seen, and what should not. At most 3,072 characters; Kling advises 2,500. Whatever has an `id` is named as `@id`. Shots of your own are written as `shot 1, 2, words; shot 2, 3, words;`: at most six, each with its number, its seconds, at least one, that add up to `duration`, and at most 512 characters of words.',
                          },
                        },
                      },
                      {
                        title: 'An element',
                        type: 'object',
                        required: ['type', 'element_id', 'id'],
                        properties: {
                          type: { type: 'string', const: 'element' },
                          element_id: {
                            type: 'string',
                            description:
                              'Id of an element, as the element operations of the legacy generation give it.',
                          },
                          id: {
                            type: 'string',
                            description:
                              'What the prompt calls this, as `@id`. No two are the same, none is a part of another, and none stands in the prompt for something else.',
                          },
                        },
                      },
                    ],
                  },
                  allOf: [
                    {
                      contains: {
                        title: 'type first_frame',
                        type: 'object',
                        properties: { type: { const: 'first_frame' } },
                      },
                      maxContains: 1,
                    },
                    {
                      contains: {
                        title: 'type prompt',
                        type: 'object',
                        properties: { type: { const: 'prompt' } },
                      },
                      minContains: 0,
                      maxContains: 1,
                    },
                    {
                      contains: {
                        title: 'type last_frame',
                        type: 'object',
                        properties: { type: { const: 'last_frame' } },
                      },
                      minContains: 0,
                      maxContains: 1,
                    },
                    {
                      contains: {
                        title: 'type element',
                        type: 'object',
                        properties: { type: { const: 'element' } },
                      },
                      minContains: 0,
                      maxContains: 3,
                    },
                  ],
                },
                settings: {
                  type: 'object',
                  description: 'How the video turns out.',
                  properties: {
                    multi_shot: {
                      type: 'boolean',
                      default: true,
                      description:
                        'Whether the video may have several shots. With false, the shots that a prompt lists make one.',
                    },
                    audio: {
                      type: 'string',
                      enum: ['native', 'off'],
                      default: 'off',
                      description: 'Whether the video comes with sound of its own.',
                    },
                    resolution: {
                      type: 'string',
                      enum: ['720p', '1080p', '4k'],
                      default: '720p',
                      description: 'Picture lines of the video, in lower case.',
                    },
                    duration: {
                      type: 'integer',
                      enum: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
                      default: 5,
                      description: 'Length in seconds.',
                    },
                  },
                },
                options: {
                  type: 'object',
                  description: 'What holds for every operation.',
                  properties: {
                    callback_url: {
                      type: 'string',
                      description: 'Address that is told when the status changes.',
                    },
                    external_task_id: {
                      type: 'string',
                      description:
                        'A name of your own for the task, unique within the account, legacy tasks included. Tasks can be looked up by it, unless it has a comma.',
                    },
                    watermark_info: {
                      type: 'object',
                      description: 'Ask for a second, watermarked file.',
                      properties: {
                        enabled: {
                          type: 'boolean',
                          default: false,
                          description: 'Whether to make it.',
                        },
                      },
                    },
                  },
                },
              },
              'x-stoplight': { id: 'af2bd02bf18c0' },
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
    path: '/image-to-video/kling-2.6',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description:
            'An API key. A JWT made from access key and secret key is refused with 401 and 1002.',
          type: 'http',
          scheme: 'bearer',
        },
      ],
    ],
    request: {
      body: {
        id: '837fe771f1162',
        contents: [
          {
            id: 'd4af49b9a1760',
            mediaType: 'application/json',
            examples: [
              {
                id: 'e0537e7d26982',
                key: 'minimal',
                value: {
                  contents: [
                    { type: 'first_frame', url: 'https://example.com/boat.png' },
                    { type: 'prompt', text: 'The boat leaves the puddle' },
                  ],
                },
              },
              {
                id: '500399329017e',
                key: 'frames',
                value: {
                  contents: [
                    { type: 'prompt', text: 'The boat leaves the puddle' },
                    { type: 'first_frame', url: 'https://example.com/boat.png' },
                    { type: 'last_frame', url: 'https://example.com/boat-at-sea.png' },
                  ],
                  settings: { resolution: '1080p', duration: 10 },
                },
              },
              {
                id: '47e580f9accf0',
                key: 'voice',
                value: {
                  contents: [
                    { type: 'prompt', text: '@captain says: all aboard' },
                    { type: 'first_frame', url: 'https://example.com/boat.png' },
                    { type: 'voice', voice_id: '829824295735410756', id: 'captain' },
                  ],
                  settings: { audio: 'native', resolution: '1080p' },
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['contents'],
              properties: {
                contents: {
                  type: 'array',
                  description:
                    'The first frame; a prompt, a last frame and up to two voices, as you like. Voices need sound, and a last frame needs 1080p.',
                  items: {
                    type: 'object',
                    required: ['type'],
                    properties: {
                      type: {
                        type: 'string',
                        enum: ['prompt', 'first_frame', 'last_frame', 'voice'],
                        description: 'What this is.',
                      },
                    },
                    oneOf: [
                      {
                        title: 'The first frame',
                        type: 'object',
                        required: ['type', 'url'],
                        properties: {
                          type: { type: 'string', const: 'first_frame' },
                          url: {
                            type: 'string',
                            description:
                              'An address, or raw Base64. JPG or PNG, at most 50 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1.',
                            'x-media': {
                              kind: 'image',
                              formats: ['jpg', 'jpeg', 'png'],
                              maxBytes: 50000000,
                              minSide: 300,
                              ratio: [0.4, 2.5],
                              takes: ['url', 'base64'],
                            },
                          },
                        },
                      },
                      {
                        title: 'The last frame',
                        type: 'object',
                        required: ['type', 'url'],
                        properties: {
                          type: { type: 'string', const: 'last_frame' },
                          url: {
                            type: 'string',
                            description:
                              'An address, or raw Base64. JPG or PNG, at most 50 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1.',
                            'x-media': {
                              kind: 'image',
                              formats: ['jpg', 'jpeg', 'png'],
                              maxBytes: 50000000,
                              minSide: 300,
                              ratio: [0.4, 2.5],
                              takes: ['url', 'base64'],
                            },
                          },
                        },
                      },
                      {
                        title: 'A prompt',
                        type: 'object',
                        required: ['type', 'text'],
                        properties: {
                          type: { type: 'string', const: 'prompt' },
                          text: {
                            type: 'string',
                            maxLength: 2500,
                            description:
                              'What should be seen, and what should not. At most 2,500 characters. Whatever has an `id` is named as `@id`.',
                          },
                        },
                      },
                      {
                        title: 'A voice',
                        type: 'object',
                        required: ['type', 'voice_id', 'id'],
                        properties: {
                          type: { type: 'string', const: 'voice' },
                          voice_id: {
                            type: 'string',
                            description:
                              'Id of a voice, as the voice operations of the legacy generation give it. It raises the price.',
                          },
                          id: {
                            type: 'string',
                            description:
                              'What the prompt calls this, as `@id`. No two are the same, none is a part of another, and none stands in the prompt for something else.',
                          },
                        },
                      },
                    ],
                  },
                  allOf: [
                    {
                      contains: {
                        title: 'type first_frame',
                        type: 'object',
                        properties: { type: { const: 'first_frame' } },
                      },
                      maxContains: 1,
                    },
                    {
                      contains: {
                        title: 'type prompt',
                        type: 'object',
                        properties: { type: { const: 'prompt' } },
                      },
                      minContains: 0,
                      maxContains: 1,
                    },
                    {
                      contains: {
                        title: 'type last_frame',
                        type: 'object',
                        properties: { type: { const: 'last_frame' } },
                      },
                      minContains: 0,
                      maxContains: 1,
                    },
                    {
                      contains: {
                        title: 'type voice',
                        type: 'object',
                        properties: { type: { const: 'voice' } },
                      },
                      minContains: 0,
                      maxContains: 2,
                    },
                  ],
                },
                settings: {
                  type: 'object',
                  description: 'How the video turns out.',
                  properties: {
                    audio: {
                      type: 'string',
                      enum: ['native', 'off'],
                      default: 'off',
                      description:
                        'Whether the video comes with sound of its own, for which it has to have 1080p.',
                    },
                    resolution: {
                      type: 'string',
                      enum: ['720p', '1080p'],
                      default: '720p',
                      description: 'Picture lines of the video, in lower case.',
                    },
                    duration: {
                      type: 'integer',
                      enum: [5, 10],
                      default: 5,
                      description: 'Length in seconds.',
                    },
                  },
                  not: {
                    title: 'one with sound and less than 1080p',
                    required: ['audio'],
                    properties: {
                      audio: { const: 'native' },
                      resolution: { not: { const: '1080p' } },
                    },
                  },
                },
                options: {
                  type: 'object',
                  description: 'What holds for every operation.',
                  properties: {
                    callback_url: {
                      type: 'string',
                      description: 'Address that is told when the status changes.',
                    },
                    external_task_id: {
                      type: 'string',
                      description:
                        'A name of your own for the task, unique within the account, legacy tasks included. Tasks can be looked up by it, unless it has a comma.',
                    },
                    watermark_info: {
                      type: 'object',
                      description: 'Ask for a second, watermarked file.',
                      properties: {
                        enabled: {
                          type: 'boolean',
                          default: false,
                          description: 'Whether to make it.',
                        },
                      },
                    },
                  },
                },
              },
              allOf: [
                {
                  not: {
                    title: 'one with a last frame and less than 1080p',
                    properties: {
                      contents: {
                        type: 'array',
                        contains: { type: 'object', properties: { type: { const: 'last_frame' } } },
                      },
                      settings: {
                        type: 'object',
                        properties: { resolution: { not: { const: '1080p' } } },
                      },
                    },
                  },
                },
                {
                  not: {
                    title: 'one with a voice and no sound',
                    properties: {
                      contents: {
                        type: 'array',
                        contains: { type: 'object', properties: { type: { const: 'voice' } } },
                      },
                      settings: { type: 'object', properties: { audio: { const: 'off' } } },
                    },
                  },
                },
              ],
              'x-stoplight': { id: '096076addff6e' },
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
    path: '/image-to-video/kling-2.5-turbo',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description:
            'An API key. A JWT made from access key and secret key is refused with 401 and 1002.',
          type: 'http',
          scheme: 'bearer',
        },
      ],
    ],
    request: {
      body: {
        id: '8084ff48f21d9',
        contents: [
          {
            id: '8bfde8a4a82db',
            mediaType: 'application/json',
            examples: [
              {
                id: '45b6a46625081',
                key: 'minimal',
                value: {
                  contents: [
                    { type: 'first_frame', url: 'https://example.com/boat.png' },
                    { type: 'prompt', text: 'The boat leaves the puddle' },
                  ],
                },
              },
              {
                id: '82e7b5f6073c8',
                key: 'frames',
                value: {
                  contents: [
                    { type: 'prompt', text: 'The boat leaves the puddle' },
                    { type: 'first_frame', url: 'https://example.com/boat.png' },
                    { type: 'last_frame', url: 'https://example.com/boat-at-sea.png' },
                  ],
                  settings: { resolution: '1080p', duration: 10 },
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['contents'],
              properties: {
                contents: {
                  type: 'array',
                  description:
                    'The first frame; a prompt and a last frame, as you like. A last frame needs 1080p.',
                  items: {
                    type: 'object',
                    required: ['type'],
                    properties: {
                      type: {
                        type: 'string',
                        enum: ['prompt', 'first_frame', 'last_frame'],
                        description: 'What this is.',
                      },
                    },
                    oneOf: [
                      {
                        title: 'The first frame',
                        type: 'object',
                        required: ['type', 'url'],
                        properties: {
                          type: { type: 'string', const: 'first_frame' },
                          url: {
                            type: 'string',
                            description:
                              'An address, or raw Base64. JPG or PNG, at most 50 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1.',
                            'x-media': {
                              kind: 'image',
                              formats: ['jpg', 'jpeg', 'png'],
                              maxBytes: 50000000,
                              minSide: 300,
                              ratio: [0.4, 2.5],
                              takes: ['url', 'base64'],
                            },
                          },
                        },
                      },
                      {
                        title: 'The last frame',
                        type: 'object',
                        required: ['type', 'url'],
                        properties: {
                          type: { type: 'string', const: 'last_frame' },
                          url: {
                            type: 'string',
                            description:
                              'An address, or raw Base64. JPG or PNG, at most 50 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1.',
                            'x-media': {
                              kind: 'image',
                              formats: ['jpg', 'jpeg', 'png'],
                              maxBytes: 50000000,
                              minSide: 300,
                              ratio: [0.4, 2.5],
                              takes: ['url', 'base64'],
                            },
                          },
                        },
                      },
                      {
                        title: 'A prompt',
                        type: 'object',
                        required: ['type', 'text'],
                        properties: {
                          type: { type: 'string', const: 'prompt' },
                          text: {
                            type: 'string',
                            maxLength: 2500,
                            description:
                              'What should be seen, and what should not. At most 2,500 characters. Whatever has an `id` is named as `@id`.',
                          },
                        },
                      },
                    ],
                  },
                  allOf: [
                    {
                      contains: {
                        title: 'type first_frame',
                        type: 'object',
                        properties: { type: { const: 'first_frame' } },
                      },
                      maxContains: 1,
                    },
                    {
                      contains: {
                        title: 'type prompt',
                        type: 'object',
                        properties: { type: { const: 'prompt' } },
                      },
                      minContains: 0,
                      maxContains: 1,
                    },
                    {
                      contains: {
                        title: 'type last_frame',
                        type: 'object',
                        properties: { type: { const: 'last_frame' } },
                      },
                      minContains: 0,
                      maxContains: 1,
                    },
                  ],
                },
                settings: {
                  type: 'object',
                  description: 'How the video turns out.',
                  properties: {
                    resolution: {
                      type: 'string',
                      enum: ['720p', '1080p'],
                      default: '720p',
                      description: 'Picture lines of the video, in lower case.',
                    },
                    duration: {
                      type: 'integer',
                      enum: [5, 10],
                      default: 5,
                      description: 'Length in seconds.',
                    },
                  },
                },
                options: {
                  type: 'object',
                  description: 'What holds for every operation.',
                  properties: {
                    callback_url: {
                      type: 'string',
                      description: 'Address that is told when the status changes.',
                    },
                    external_task_id: {
                      type: 'string',
                      description:
                        'A name of your own for the task, unique within the account, legacy tasks included. Tasks can be looked up by it, unless it has a comma.',
                    },
                    watermark_info: {
                      type: 'object',
                      description: 'Ask for a second, watermarked file.',
                      properties: {
                        enabled: {
                          type: 'boolean',
                          default: false,
                          description: 'Whether to make it.',
                        },
                      },
                    },
                  },
                },
              },
              allOf: [
                {
                  not: {
                    title: 'one with a last frame and less than 1080p',
                    properties: {
                      contents: {
                        type: 'array',
                        contains: { type: 'object', properties: { type: { const: 'last_frame' } } },
                      },
                      settings: {
                        type: 'object',
                        properties: { resolution: { not: { const: '1080p' } } },
                      },
                    },
                  },
                },
              ],
              'x-stoplight': { id: '6f85524824f9a' },
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
    path: '/omni-video/kling-3.0-omni',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description:
            'An API key. A JWT made from access key and secret key is refused with 401 and 1002.',
          type: 'http',
          scheme: 'bearer',
        },
      ],
    ],
    request: {
      body: {
        id: '11fc183792d95',
        contents: [
          {
            id: '3580e9fd7dee7',
            mediaType: 'application/json',
            examples: [
              {
                id: '678d66f172a3c',
                key: 'minimal',
                value: {
                  contents: [{ type: 'prompt', text: 'A paper boat on a puddle' }],
                  settings: { aspect_ratio: '16:9' },
                },
              },
              {
                id: '55ae1ac2b6625',
                key: 'references',
                value: {
                  contents: [
                    {
                      type: 'prompt',
                      text: '@captain folds the boat of @boat, moving as in @hands',
                    },
                    { type: 'refer_image', url: 'https://example.com/boat.png', id: 'boat' },
                    { type: 'element', element_id: '829836802793406551', id: 'captain' },
                    { type: 'feature_video', url: 'https://example.com/hands.mp4', id: 'hands' },
                  ],
                  settings: { resolution: '1080p', aspect_ratio: '9:16', duration: 8 },
                  options: {
                    callback_url: 'https://example.com/kling',
                    external_task_id: 'rain-1',
                    watermark_info: { enabled: true },
                  },
                },
              },
              {
                id: 'dbff488e671bb',
                key: 'edit',
                value: {
                  contents: [
                    { type: 'prompt', text: 'Turn the boat in @clip into a swan' },
                    { type: 'base_video', url: 'https://example.com/boat.mp4', id: 'clip' },
                  ],
                  settings: { audio: 'original' },
                },
              },
              {
                id: 'eb882858d083f',
                key: 'frames',
                value: {
                  contents: [
                    { type: 'prompt', text: 'The boat leaves the puddle' },
                    { type: 'first_frame', url: 'https://example.com/boat.png' },
                    { type: 'last_frame', url: 'https://example.com/boat-at-sea.png' },
                  ],
                  settings: { multi_shot: false, audio: 'native', resolution: '4k', duration: 7 },
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['contents'],
              properties: {
                contents: {
                  type: 'array',
                  description:
                    'What the video is made from. One prompt and at most one video; of pictures to refer to and elements made from pictures seven in all, or four beside a video or elements made from videos. Beside frames at most three elements; of elements made from videos at most three, or one beside a video to refer to, and then none made from pictures. Beside a video no pictures together with elements made from videos.',
                  items: {
                    type: 'object',
                    required: ['type'],
                    properties: {
                      type: {
                        type: 'string',
                        enum: [
                          'prompt',
                          'first_frame',
                          'last_frame',
                          'refer_image',
                          'feature_video',
                          'base_video',
                          'element',
                        ],
                        description: 'What this is, and what the rest of it has to be.',
                      },
                    },
                    oneOf: [
                      {
                        title: 'A prompt',
                        type: 'object',
                        required: ['type', 'text'],
                        properties: {
                          type: { type: 'string', const: 'prompt' },
                          text: {
                            type: 'string',
                            maxLength: 3072,
                            description:
                              'What should be seen, and what should not. At most 3,072 characters; Kling advises 2,500. Whatever has an `id` is named as `@id`. Shots of your own are written as `shot 1, 2, words; shot 2, 3, words;`: at most six, each with its number, its seconds, at least one, that add up to `duration`, and at most 512 characters of words.',
                          },
                        },
                      },
                      {
                        title: 'The first frame',
                        type: 'object',
                        required: ['type', 'url'],
                        properties: {
                          type: { type: 'string', const: 'first_frame' },
                          url: {
                            type: 'string',
                            description:
                              'An address, or raw Base64. JPG or PNG, at most 50 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1.',
                            'x-media': {
                              kind: 'image',
                              formats: ['jpg', 'jpeg', 'png'],
                              maxBytes: 50000000,
                              minSide: 300,
                              ratio: [0.4, 2.5],
                              takes: ['url', 'base64'],
                            },
                          },
                          id: {
                            type: 'string',
                            description:
                              'What the prompt calls this, as `@id`. No two are the same, none is a part of another, and none stands in the prompt for something else.',
                          },
                        },
                      },
                      {
                        title: 'The last frame',
                        type: 'object',
                        required: ['type', 'url'],
                        properties: {
                          type: { type: 'string', const: 'last_frame' },
                          url: {
                            type: 'string',
                            description:
                              'An address, or raw Base64. JPG or PNG, at most 50 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1.',
                            'x-media': {
                              kind: 'image',
                              formats: ['jpg', 'jpeg', 'png'],
                              maxBytes: 50000000,
                              minSide: 300,
                              ratio: [0.4, 2.5],
                              takes: ['url', 'base64'],
                            },
                          },
                          id: {
                            type: 'string',
                            description:
                              'What the prompt calls this, as `@id`. No two are the same, none is a part of another, and none stands in the prompt for something else.',
                          },
                        },
                      },
                      {
                        title: 'A picture to refer to',
                        type: 'object',
                        required: ['type', 'url'],
                        properties: {
                          type: { type: 'string', const: 'refer_image' },
                          url: {
                            type: 'string',
                            description:
                              'An address, or raw Base64. JPG or PNG, at most 50 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1.',
                            'x-media': {
                              kind: 'image',
                              formats: ['jpg', 'jpeg', 'png'],
                              maxBytes: 50000000,
                              minSide: 300,
                              ratio: [0.4, 2.5],
                              takes: ['url', 'base64'],
                            },
                          },
                          id: {
                            type: 'string',
                            description:
                              'What the prompt calls this, as `@id`. No two are the same, none is a part of another, and none stands in the prompt for something else.',
                          },
                        },
                      },
                      {
                        title: 'A video to refer to',
                        type: 'object',
                        required: ['type', 'url'],
                        properties: {
                          type: { type: 'string', const: 'feature_video' },
                          url: {
                            type: 'string',
                            description:
                              'Address of an MP4 or MOV of at most 200 MB and 3 to 15.5 seconds, each side 700 to 4,553 pixels and at most 8,294,400 in all, from 0.4:1 to 2:1, 24 to 60 frames a second.',
                            'x-media': {
                              kind: 'video',
                              formats: ['mp4', 'mov'],
                              maxBytes: 200000000,
                              minSide: 700,
                              maxSide: 4553,
                              ratio: [0.4, 2],
                              seconds: [3, 15.5],
                              takes: ['url'],
                            },
                          },
                          id: {
                            type: 'string',
                            description:
                              'What the prompt calls this, as `@id`. No two are the same, none is a part of another, and none stands in the prompt for something else.',
                          },
                        },
                      },
                      {
                        title: 'A video to change',
                        type: 'object',
                        required: ['type', 'url'],
                        properties: {
                          type: { type: 'string', const: 'base_video' },
                          url: {
                            type: 'string',
                            description:
                              'Address of an MP4 or MOV of at most 200 MB and 3 to 15.5 seconds, each side 700 to 4,553 pixels and at most 8,294,400 in all, from 0.4:1 to 2:1, 24 to 60 frames a second.',
                            'x-media': {
                              kind: 'video',
                              formats: ['mp4', 'mov'],
                              maxBytes: 200000000,
                              minSide: 700,
                              maxSide: 4553,
                              ratio: [0.4, 2],
                              seconds: [3, 15.5],
                              takes: ['url'],
                            },
                          },
                          id: {
                            type: 'string',
                            description:
                              'What the prompt calls this, as `@id`. No two are the same, none is a part of another, and none stands in the prompt for something else.',
                          },
                        },
                      },
                      {
                        title: 'An element',
                        type: 'object',
                        required: ['type', 'element_id', 'id'],
                        properties: {
                          type: { type: 'string', const: 'element' },
                          element_id: {
                            type: 'string',
                            description:
                              'Id of an element, as the element operations of the legacy generation give it.',
                          },
                          id: {
                            type: 'string',
                            description:
                              'What the prompt calls this, as `@id`. No two are the same, none is a part of another, and none stands in the prompt for something else.',
                          },
                        },
                      },
                    ],
                  },
                  allOf: [
                    {
                      contains: {
                        title: 'type prompt',
                        type: 'object',
                        properties: { type: { const: 'prompt' } },
                      },
                      minContains: 0,
                      maxContains: 1,
                    },
                    {
                      contains: {
                        title: 'type first_frame',
                        type: 'object',
                        properties: { type: { const: 'first_frame' } },
                      },
                      minContains: 0,
                      maxContains: 1,
                    },
                    {
                      contains: {
                        title: 'type last_frame',
                        type: 'object',
                        properties: { type: { const: 'last_frame' } },
                      },
                      minContains: 0,
                      maxContains: 1,
                    },
                    {
                      contains: {
                        title: 'type feature_video or base_video',
                        type: 'object',
                        properties: { type: { enum: ['feature_video', 'base_video'] } },
                      },
                      minContains: 0,
                      maxContains: 1,
                    },
                    {
                      contains: {
                        title: 'type refer_image or element',
                        type: 'object',
                        properties: { type: { enum: ['refer_image', 'element'] } },
                      },
                      minContains: 0,
                      maxContains: 7,
                    },
                    {
                      not: {
                        title: 'one with a last frame and no first',
                        allOf: [
                          {
                            type: 'array',
                            not: {
                              type: 'array',
                              contains: {
                                type: 'object',
                                properties: { type: { const: 'first_frame' } },
                              },
                            },
                          },
                          {
                            type: 'array',
                            contains: {
                              type: 'object',
                              properties: { type: { const: 'last_frame' } },
                            },
                          },
                        ],
                      },
                    },
                    {
                      not: {
                        title: 'one with more than four pictures and elements beside a video',
                        allOf: [
                          {
                            type: 'array',
                            contains: {
                              type: 'object',
                              properties: { type: { enum: ['feature_video', 'base_video'] } },
                            },
                          },
                          {
                            type: 'array',
                            contains: {
                              type: 'object',
                              properties: { type: { enum: ['refer_image', 'element'] } },
                            },
                            minContains: 5,
                          },
                        ],
                      },
                    },
                    {
                      not: {
                        title: 'one with more than three elements beside a frame',
                        allOf: [
                          {
                            type: 'array',
                            contains: {
                              type: 'object',
                              properties: { type: { enum: ['first_frame', 'last_frame'] } },
                            },
                          },
                          {
                            type: 'array',
                            contains: {
                              type: 'object',
                              properties: { type: { const: 'element' } },
                            },
                            minContains: 4,
                          },
                        ],
                      },
                    },
                    {
                      not: {
                        title: 'one with a video to change and a frame',
                        allOf: [
                          {
                            type: 'array',
                            contains: {
                              type: 'object',
                              properties: { type: { const: 'base_video' } },
                            },
                          },
                          {
                            type: 'array',
                            contains: {
                              type: 'object',
                              properties: { type: { enum: ['first_frame', 'last_frame'] } },
                            },
                          },
                        ],
                      },
                    },
                  ],
                  minItems: 1,
                },
                settings: {
                  type: 'object',
                  description: 'How the video turns out.',
                  properties: {
                    multi_shot: {
                      type: 'boolean',
                      default: true,
                      description:
                        'Whether the video may have several shots. With false, the shots that a prompt lists make one. Beside a video to refer to only true, with one to change only one shot.',
                    },
                    audio: {
                      type: 'string',
                      enum: ['native', 'original', 'off'],
                      default: 'off',
                      description:
                        'Whether the video comes with sound of its own (`native`), with that of the video it is made from (`original`), or with none. Beside a video to refer to only `off`, with one to change not `native`.',
                    },
                    resolution: {
                      type: 'string',
                      enum: ['720p', '1080p', '4k'],
                      default: '720p',
                      description: 'Picture lines of the video, in lower case.',
                    },
                    aspect_ratio: {
                      type: 'string',
                      enum: ['16:9', '9:16', '1:1'],
                      default: '16:9',
                      description:
                        'Width to height. Needed where there is neither a first frame nor a video.',
                    },
                    duration: {
                      type: 'integer',
                      enum: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
                      default: 5,
                      description: 'Length in seconds.',
                    },
                  },
                },
                options: {
                  type: 'object',
                  description: 'What holds for every operation.',
                  properties: {
                    callback_url: {
                      type: 'string',
                      description: 'Address that is told when the status changes.',
                    },
                    external_task_id: {
                      type: 'string',
                      description:
                        'A name of your own for the task, unique within the account, legacy tasks included. Tasks can be looked up by it, unless it has a comma.',
                    },
                    watermark_info: {
                      type: 'object',
                      description: 'Ask for a second, watermarked file.',
                      properties: {
                        enabled: {
                          type: 'boolean',
                          default: false,
                          description: 'Whether to make it.',
                        },
                      },
                    },
                  },
                },
              },
              allOf: [
                {
                  not: {
                    title: 'one without aspect_ratio, first frame and video',
                    properties: {
                      contents: {
                        type: 'array',
                        not: {
                          type: 'array',
                          contains: {
                            type: 'object',
                            properties: {
                              type: { enum: ['first_frame', 'feature_video', 'base_video'] },
                            },
                          },
                        },
                      },
                      settings: { type: 'object', properties: { aspect_ratio: false } },
                    },
                  },
                },
                {
                  not: {
                    title: 'one with sound and a video to refer to',
                    required: ['settings'],
                    properties: {
                      contents: {
                        type: 'array',
                        contains: {
                          type: 'object',
                          properties: { type: { const: 'feature_video' } },
                        },
                      },
                      settings: {
                        type: 'object',
                        required: ['audio'],
                        properties: { audio: { not: { const: 'off' } } },
                      },
                    },
                  },
                },
                {
                  not: {
                    title: 'one with a single shot and a video to refer to',
                    required: ['settings'],
                    properties: {
                      contents: {
                        type: 'array',
                        contains: {
                          type: 'object',
                          properties: { type: { const: 'feature_video' } },
                        },
                      },
                      settings: {
                        type: 'object',
                        required: ['multi_shot'],
                        properties: { multi_shot: { const: false } },
                      },
                    },
                  },
                },
                {
                  not: {
                    title: 'one with native sound and a video to change',
                    required: ['settings'],
                    properties: {
                      contents: {
                        type: 'array',
                        contains: { type: 'object', properties: { type: { const: 'base_video' } } },
                      },
                      settings: {
                        type: 'object',
                        required: ['audio'],
                        properties: { audio: { const: 'native' } },
                      },
                    },
                  },
                },
                {
                  not: {
                    title: 'one with several shots and a video to change',
                    required: ['settings'],
                    properties: {
                      contents: {
                        type: 'array',
                        contains: { type: 'object', properties: { type: { const: 'base_video' } } },
                      },
                      settings: {
                        type: 'object',
                        required: ['multi_shot'],
                        properties: { multi_shot: { const: true } },
                      },
                    },
                  },
                },
              ],
              'x-stoplight': { id: 'c829af08d9d3b' },
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
    path: '/omni-video/kling-o1',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description:
            'An API key. A JWT made from access key and secret key is refused with 401 and 1002.',
          type: 'http',
          scheme: 'bearer',
        },
      ],
    ],
    request: {
      body: {
        id: 'e8868321bdddb',
        contents: [
          {
            id: '51e320c7b8dcb',
            mediaType: 'application/json',
            examples: [
              {
                id: 'd7aa2dfad45ea',
                key: 'minimal',
                value: {
                  contents: [{ type: 'prompt', text: 'A paper boat on a puddle' }],
                  settings: { aspect_ratio: '16:9' },
                },
              },
              {
                id: 'bf10182354cf6',
                key: 'references',
                value: {
                  contents: [
                    {
                      type: 'prompt',
                      text: '@captain folds the boat of @boat, moving as in @hands',
                    },
                    { type: 'refer_image', url: 'https://example.com/boat.png', id: 'boat' },
                    { type: 'element', element_id: '829836802793406551', id: 'captain' },
                    { type: 'feature_video', url: 'https://example.com/hands.mp4', id: 'hands' },
                  ],
                  settings: { resolution: '1080p', aspect_ratio: '9:16', duration: 8 },
                  options: {
                    callback_url: 'https://example.com/kling',
                    external_task_id: 'rain-1',
                    watermark_info: { enabled: true },
                  },
                },
              },
              {
                id: 'bac46dcfea359',
                key: 'edit',
                value: {
                  contents: [
                    { type: 'prompt', text: 'Turn the boat in @clip into a swan' },
                    { type: 'base_video', url: 'https://example.com/boat.mp4', id: 'clip' },
                  ],
                  settings: { audio: 'original' },
                },
              },
              {
                id: 'ac221256c4091',
                key: 'frames',
                value: {
                  contents: [
                    { type: 'prompt', text: 'The boat leaves the puddle' },
                    { type: 'first_frame', url: 'https://example.com/boat.png' },
                    { type: 'last_frame', url: 'https://example.com/boat-at-sea.png' },
                  ],
                  settings: { duration: 7 },
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['contents'],
              properties: {
                contents: {
                  type: 'array',
                  description:
                    'What the video is made from. One prompt and at most one video; pictures to refer to and elements seven in all, or four beside a video. Elements have to be made from pictures.',
                  items: {
                    type: 'object',
                    required: ['type'],
                    properties: {
                      type: {
                        type: 'string',
                        enum: [
                          'prompt',
                          'first_frame',
                          'last_frame',
                          'refer_image',
                          'feature_video',
                          'base_video',
                          'element',
                        ],
                        description: 'What this is, and what the rest of it has to be.',
                      },
                    },
                    oneOf: [
                      {
                        title: 'A prompt',
                        type: 'object',
                        required: ['type', 'text'],
                        properties: {
                          type: { type: 'string', const: 'prompt' },
                          text: {
                            type: 'string',
                            maxLength: 2500,
                            description:
                              'What should be seen, and what should not. At most 2,500 characters. Whatever has an `id` is named as `@id`.',
                          },
                        },
                      },
                      {
                        title: 'The first frame',
                        type: 'object',
                        required: ['type', 'url'],
                        properties: {
                          type: { type: 'string', const: 'first_frame' },
                          url: {
                            type: 'string',
                            description:
                              'An address, or raw Base64. JPG or PNG, at most 50 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1.',
                            'x-media': {
                              kind: 'image',
                              formats: ['jpg', 'jpeg', 'png'],
                              maxBytes: 50000000,
                              minSide: 300,
                              ratio: [0.4, 2.5],
                              takes: ['url', 'base64'],
                            },
                          },
                          id: {
                            type: 'string',
                            description:
                              'What the prompt calls this, as `@id`. No two are the same, none is a part of another, and none stands in the prompt for something else.',
                          },
                        },
                      },
                      {
                        title: 'The last frame',
                        type: 'object',
                        required: ['type', 'url'],
                        properties: {
                          type: { type: 'string', const: 'last_frame' },
                          url: {
                            type: 'string',
                            description:
                              'An address, or raw Base64. JPG or PNG, at most 50 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1.',
                            'x-media': {
                              kind: 'image',
                              formats: ['jpg', 'jpeg', 'png'],
                              maxBytes: 50000000,
                              minSide: 300,
                              ratio: [0.4, 2.5],
                              takes: ['url', 'base64'],
                            },
                          },
                          id: {
                            type: 'string',
                            description:
                              'What the prompt calls this, as `@id`. No two are the same, none is a part of another, and none stands in the prompt for something else.',
                          },
                        },
                      },
                      {
                        title: 'A picture to refer to',
                        type: 'object',
                        required: ['type', 'url'],
                        properties: {
                          type: { type: 'string', const: 'refer_image' },
                          url: {
                            type: 'string',
                            description:
                              'An address, or raw Base64. JPG or PNG, at most 50 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1.',
                            'x-media': {
                              kind: 'image',
                              formats: ['jpg', 'jpeg', 'png'],
                              maxBytes: 50000000,
                              minSide: 300,
                              ratio: [0.4, 2.5],
                              takes: ['url', 'base64'],
                            },
                          },
                          id: {
                            type: 'string',
                            description:
                              'What the prompt calls this, as `@id`. No two are the same, none is a part of another, and none stands in the prompt for something else.',
                          },
                        },
                      },
                      {
                        title: 'A video to refer to',
                        type: 'object',
                        required: ['type', 'url'],
                        properties: {
                          type: { type: 'string', const: 'feature_video' },
                          url: {
                            type: 'string',
                            description:
                              'Address of an MP4 or MOV of at most 200 MB and 3 to 10 seconds, each side 700 to 2,160 pixels, from 0.4:1 to 2:1, 24 to 60 frames a second.',
                            'x-media': {
                              kind: 'video',
                              formats: ['mp4', 'mov'],
                              maxBytes: 200000000,
                              minSide: 700,
                              maxSide: 2160,
                              ratio: [0.4, 2],
                              seconds: [3, 10],
                              takes: ['url'],
                            },
                          },
                          id: {
                            type: 'string',
                            description:
                              'What the prompt calls this, as `@id`. No two are the same, none is a part of another, and none stands in the prompt for something else.',
                          },
                        },
                      },
                      {
                        title: 'A video to change',
                        type: 'object',
                        required: ['type', 'url'],
                        properties: {
                          type: { type: 'string', const: 'base_video' },
                          url: {
                            type: 'string',
                            description:
                              'Address of an MP4 or MOV of at most 200 MB and 3 to 10 seconds, each side 700 to 2,160 pixels, from 0.4:1 to 2:1, 24 to 60 frames a second.',
                            'x-media': {
                              kind: 'video',
                              formats: ['mp4', 'mov'],
                              maxBytes: 200000000,
                              minSide: 700,
                              maxSide: 2160,
                              ratio: [0.4, 2],
                              seconds: [3, 10],
                              takes: ['url'],
                            },
                          },
                          id: {
                            type: 'string',
                            description:
                              'What the prompt calls this, as `@id`. No two are the same, none is a part of another, and none stands in the prompt for something else.',
                          },
                        },
                      },
                      {
                        title: 'An element',
                        type: 'object',
                        required: ['type', 'element_id', 'id'],
                        properties: {
                          type: { type: 'string', const: 'element' },
                          element_id: {
                            type: 'string',
                            description:
                              'Id of an element, as the element operations of the legacy generation give it.',
                          },
                          id: {
                            type: 'string',
                            description:
                              'What the prompt calls this, as `@id`. No two are the same, none is a part of another, and none stands in the prompt for something else.',
                          },
                        },
                      },
                    ],
                  },
                  allOf: [
                    {
                      contains: {
                        title: 'type prompt',
                        type: 'object',
                        properties: { type: { const: 'prompt' } },
                      },
                      minContains: 0,
                      maxContains: 1,
                    },
                    {
                      contains: {
                        title: 'type first_frame',
                        type: 'object',
                        properties: { type: { const: 'first_frame' } },
                      },
                      minContains: 0,
                      maxContains: 1,
                    },
                    {
                      contains: {
                        title: 'type last_frame',
                        type: 'object',
                        properties: { type: { const: 'last_frame' } },
                      },
                      minContains: 0,
                      maxContains: 1,
                    },
                    {
                      contains: {
                        title: 'type feature_video or base_video',
                        type: 'object',
                        properties: { type: { enum: ['feature_video', 'base_video'] } },
                      },
                      minContains: 0,
                      maxContains: 1,
                    },
                    {
                      contains: {
                        title: 'type refer_image or element',
                        type: 'object',
                        properties: { type: { enum: ['refer_image', 'element'] } },
                      },
                      minContains: 0,
                      maxContains: 7,
                    },
                    {
                      not: {
                        title: 'one with a last frame and no first',
                        allOf: [
                          {
                            type: 'array',
                            not: {
                              type: 'array',
                              contains: {
                                type: 'object',
                                properties: { type: { const: 'first_frame' } },
                              },
                            },
                          },
                          {
                            type: 'array',
                            contains: {
                              type: 'object',
                              properties: { type: { const: 'last_frame' } },
                            },
                          },
                        ],
                      },
                    },
                    {
                      not: {
                        title: 'one with more than four pictures and elements beside a video',
                        allOf: [
                          {
                            type: 'array',
                            contains: {
                              type: 'object',
                              properties: { type: { enum: ['feature_video', 'base_video'] } },
                            },
                          },
                          {
                            type: 'array',
                            contains: {
                              type: 'object',
                              properties: { type: { enum: ['refer_image', 'element'] } },
                            },
                            minContains: 5,
                          },
                        ],
                      },
                    },
                    {
                      not: {
                        title: 'one with both frames and something to refer to',
                        allOf: [
                          {
                            type: 'array',
                            contains: {
                              type: 'object',
                              properties: { type: { const: 'last_frame' } },
                            },
                          },
                          {
                            type: 'array',
                            contains: {
                              type: 'object',
                              properties: { type: { enum: ['element', 'refer_image'] } },
                            },
                          },
                        ],
                      },
                    },
                  ],
                  minItems: 1,
                },
                settings: {
                  type: 'object',
                  description: 'How the video turns out.',
                  properties: {
                    audio: {
                      type: 'string',
                      enum: ['original', 'off'],
                      default: 'off',
                      description:
                        'Whether the video keeps the sound of the video that it is made from.',
                    },
                    resolution: {
                      type: 'string',
                      enum: ['720p', '1080p'],
                      default: '720p',
                      description: 'Picture lines of the video, in lower case.',
                    },
                    aspect_ratio: {
                      type: 'string',
                      enum: ['16:9', '9:16', '1:1'],
                      default: '16:9',
                      description:
                        'Width to height. Needed where there is neither a first frame nor a video.',
                    },
                    duration: {
                      type: 'integer',
                      enum: [3, 4, 5, 6, 7, 8, 9, 10],
                      default: 5,
                      description:
                        'Length in seconds; for a first frame alone, with nothing to refer to, 5 or 10.',
                    },
                  },
                },
                options: {
                  type: 'object',
                  description: 'What holds for every operation.',
                  properties: {
                    callback_url: {
                      type: 'string',
                      description: 'Address that is told when the status changes.',
                    },
                    external_task_id: {
                      type: 'string',
                      description:
                        'A name of your own for the task, unique within the account, legacy tasks included. Tasks can be looked up by it, unless it has a comma.',
                    },
                    watermark_info: {
                      type: 'object',
                      description: 'Ask for a second, watermarked file.',
                      properties: {
                        enabled: {
                          type: 'boolean',
                          default: false,
                          description: 'Whether to make it.',
                        },
                      },
                    },
                  },
                },
              },
              allOf: [
                {
                  not: {
                    title: 'one without aspect_ratio, first frame and video',
                    properties: {
                      contents: {
                        type: 'array',
                        not: {
                          type: 'array',
                          contains: {
                            type: 'object',
                            properties: {
                              type: { enum: ['first_frame', 'feature_video', 'base_video'] },
                            },
                          },
                        },
                      },
                      settings: { type: 'object', properties: { aspect_ratio: false } },
                    },
                  },
                },
                {
                  not: {
                    title: 'one with a first frame alone and a length other than 5 or 10',
                    required: ['settings'],
                    properties: {
                      contents: {
                        type: 'array',
                        items: {
                          type: 'object',
                          properties: { type: { enum: ['prompt', 'first_frame'] } },
                        },
                        contains: {
                          type: 'object',
                          properties: { type: { const: 'first_frame' } },
                        },
                      },
                      settings: {
                        type: 'object',
                        required: ['duration'],
                        properties: { duration: { not: { enum: [5, 10] } } },
                      },
                    },
                  },
                },
              ],
              'x-stoplight': { id: 'f05f45569302c' },
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
    path: '/motion-control/kling-3.0',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description:
            'An API key. A JWT made from access key and secret key is refused with 401 and 1002.',
          type: 'http',
          scheme: 'bearer',
        },
      ],
    ],
    request: {
      body: {
        id: '9efcd44ecd5a7',
        contents: [
          {
            id: 'e5adff8b27a2e',
            mediaType: 'application/json',
            examples: [
              {
                id: '7a7a5c6e649ce',
                key: 'minimal',
                value: {
                  contents: [
                    { type: 'image', url: 'https://example.com/sailor.png' },
                    { type: 'video', url: 'https://example.com/dance.mp4' },
                  ],
                  settings: { character_orientation: 'image' },
                },
              },
              {
                id: 'ed9054c6d277c',
                key: 'element',
                value: {
                  contents: [
                    { type: 'prompt', text: 'A sailor dances on deck' },
                    { type: 'image', url: 'https://example.com/sailor.png' },
                    { type: 'video', url: 'https://example.com/dance.mp4' },
                    { type: 'element', element_id: '829836802793406551', id: 'sailor' },
                  ],
                  settings: { character_orientation: 'video', audio: 'off', resolution: '1080p' },
                  options: {
                    callback_url: 'https://example.com/kling',
                    external_task_id: 'dance-1',
                    watermark_info: { enabled: true },
                  },
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['contents', 'settings'],
              properties: {
                contents: {
                  type: 'array',
                  description:
                    'A picture of one figure, a video of its movement, and a prompt, if you like; at most one element that the figure is.',
                  items: {
                    type: 'object',
                    required: ['type'],
                    properties: {
                      type: {
                        type: 'string',
                        enum: ['prompt', 'image', 'video', 'element'],
                        description: 'What this is.',
                      },
                    },
                    oneOf: [
                      {
                        title: 'A prompt',
                        type: 'object',
                        required: ['type', 'text'],
                        properties: {
                          type: { type: 'string', const: 'prompt' },
                          text: {
                            type: 'string',
                            maxLength: 2500,
                            description:
                              'What should be seen, and what should not. At most 2,500 characters. Whatever has an `id` is named as `@id`.',
                          },
                        },
                      },
                      {
                        title: 'The figure',
                        type: 'object',
                        required: ['type', 'url'],
                        properties: {
                          type: { type: 'string', const: 'image' },
                          url: {
                            type: 'string',
                            description:
                              'An address, or raw Base64. JPG or PNG, at most 50 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1.',
                            'x-media': {
                              kind: 'image',
                              formats: ['jpg', 'jpeg', 'png'],
                              maxBytes: 50000000,
                              minSide: 300,
                              ratio: [0.4, 2.5],
                              takes: ['url', 'base64'],
                            },
                          },
                        },
                      },
                      {
                        title: 'The movement',
                        type: 'object',
                        required: ['type', 'url'],
                        properties: {
                          type: { type: 'string', const: 'video' },
                          url: {
                            type: 'string',
                            description:
                              'Address of an MP4 or MOV of at most 100 MB, each side 340 to 3,850 pixels; 3 to 30 seconds, or to 10 when the figure faces as in the picture.',
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
                        },
                      },
                      {
                        title: 'An element',
                        type: 'object',
                        required: ['type', 'element_id', 'id'],
                        properties: {
                          type: { type: 'string', const: 'element' },
                          element_id: {
                            type: 'string',
                            description:
                              'Id of an element, as the element operations of the legacy generation give it.',
                          },
                          id: {
                            type: 'string',
                            description:
                              'What the prompt calls this, as `@id`. No two are the same, none is a part of another, and none stands in the prompt for something else.',
                          },
                        },
                      },
                    ],
                  },
                  allOf: [
                    {
                      contains: {
                        title: 'type image',
                        type: 'object',
                        properties: { type: { const: 'image' } },
                      },
                      maxContains: 1,
                    },
                    {
                      contains: {
                        title: 'type video',
                        type: 'object',
                        properties: { type: { const: 'video' } },
                      },
                      maxContains: 1,
                    },
                    {
                      contains: {
                        title: 'type prompt',
                        type: 'object',
                        properties: { type: { const: 'prompt' } },
                      },
                      minContains: 0,
                      maxContains: 1,
                    },
                    {
                      contains: {
                        title: 'type element',
                        type: 'object',
                        properties: { type: { const: 'element' } },
                      },
                      minContains: 0,
                      maxContains: 1,
                    },
                  ],
                },
                settings: {
                  type: 'object',
                  description: 'How the video turns out.',
                  required: ['character_orientation'],
                  properties: {
                    character_orientation: {
                      type: 'string',
                      enum: ['image', 'video'],
                      description:
                        'Whether the figure faces as in the picture or as in the video. With an element, as in the video.',
                    },
                    audio: {
                      type: 'string',
                      enum: ['original', 'off'],
                      default: 'original',
                      description: 'Whether the sound of the video stays.',
                    },
                    resolution: {
                      type: 'string',
                      enum: ['720p', '1080p'],
                      default: '720p',
                      description: 'Picture lines of the video, in lower case.',
                    },
                  },
                },
                options: {
                  type: 'object',
                  description: 'What holds for every operation.',
                  properties: {
                    callback_url: {
                      type: 'string',
                      description: 'Address that is told when the status changes.',
                    },
                    external_task_id: {
                      type: 'string',
                      description:
                        'A name of your own for the task, unique within the account, legacy tasks included. Tasks can be looked up by it, unless it has a comma.',
                    },
                    watermark_info: {
                      type: 'object',
                      description: 'Ask for a second, watermarked file.',
                      properties: {
                        enabled: {
                          type: 'boolean',
                          default: false,
                          description: 'Whether to make it.',
                        },
                      },
                    },
                  },
                },
              },
              allOf: [
                {
                  not: {
                    title: 'one with an element that faces as in the picture',
                    properties: {
                      contents: {
                        type: 'array',
                        contains: { type: 'object', properties: { type: { const: 'element' } } },
                      },
                      settings: {
                        type: 'object',
                        properties: { character_orientation: { const: 'image' } },
                      },
                    },
                  },
                },
              ],
              'x-stoplight': { id: 'ebe3ddd561eed' },
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
    path: '/motion-control/kling-2.6',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description:
            'An API key. A JWT made from access key and secret key is refused with 401 and 1002.',
          type: 'http',
          scheme: 'bearer',
        },
      ],
    ],
    request: {
      body: {
        id: 'c7d387b383bb7',
        contents: [
          {
            id: '327aee1785db8',
            mediaType: 'application/json',
            examples: [
              {
                id: '09a4a64dcdf9c',
                key: 'minimal',
                value: {
                  contents: [
                    { type: 'image', url: 'https://example.com/sailor.png' },
                    { type: 'video', url: 'https://example.com/dance.mp4' },
                  ],
                  settings: { character_orientation: 'image' },
                },
              },
              {
                id: 'a8850fe3800d3',
                key: 'silent',
                value: {
                  contents: [
                    { type: 'prompt', text: 'A sailor dances on deck' },
                    { type: 'image', url: 'https://example.com/sailor.png' },
                    { type: 'video', url: 'https://example.com/dance.mp4' },
                  ],
                  settings: { character_orientation: 'video', audio: 'off', resolution: '1080p' },
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['contents', 'settings'],
              properties: {
                contents: {
                  type: 'array',
                  description:
                    'A picture of one figure, a video of its movement, and a prompt, if you like.',
                  items: {
                    type: 'object',
                    required: ['type'],
                    properties: {
                      type: {
                        type: 'string',
                        enum: ['prompt', 'image', 'video'],
                        description: 'What this is.',
                      },
                    },
                    oneOf: [
                      {
                        title: 'A prompt',
                        type: 'object',
                        required: ['type', 'text'],
                        properties: {
                          type: { type: 'string', const: 'prompt' },
                          text: {
                            type: 'string',
                            maxLength: 2500,
                            description:
                              'What should be seen, and what should not. At most 2,500 characters. Whatever has an `id` is named as `@id`.',
                          },
                        },
                      },
                      {
                        title: 'The figure',
                        type: 'object',
                        required: ['type', 'url'],
                        properties: {
                          type: { type: 'string', const: 'image' },
                          url: {
                            type: 'string',
                            description:
                              'An address, or raw Base64. JPG or PNG, at most 50 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1.',
                            'x-media': {
                              kind: 'image',
                              formats: ['jpg', 'jpeg', 'png'],
                              maxBytes: 50000000,
                              minSide: 300,
                              ratio: [0.4, 2.5],
                              takes: ['url', 'base64'],
                            },
                          },
                        },
                      },
                      {
                        title: 'The movement',
                        type: 'object',
                        required: ['type', 'url'],
                        properties: {
                          type: { type: 'string', const: 'video' },
                          url: {
                            type: 'string',
                            description:
                              'Address of an MP4 or MOV of at most 100 MB, each side 340 to 3,850 pixels; 3 to 30 seconds, or to 10 when the figure faces as in the picture.',
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
                        },
                      },
                    ],
                  },
                  allOf: [
                    {
                      contains: {
                        title: 'type image',
                        type: 'object',
                        properties: { type: { const: 'image' } },
                      },
                      maxContains: 1,
                    },
                    {
                      contains: {
                        title: 'type video',
                        type: 'object',
                        properties: { type: { const: 'video' } },
                      },
                      maxContains: 1,
                    },
                    {
                      contains: {
                        title: 'type prompt',
                        type: 'object',
                        properties: { type: { const: 'prompt' } },
                      },
                      minContains: 0,
                      maxContains: 1,
                    },
                  ],
                },
                settings: {
                  type: 'object',
                  description: 'How the video turns out.',
                  required: ['character_orientation'],
                  properties: {
                    character_orientation: {
                      type: 'string',
                      enum: ['image', 'video'],
                      description: 'Whether the figure faces as in the picture or as in the video.',
                    },
                    audio: {
                      type: 'string',
                      enum: ['original', 'off'],
                      default: 'original',
                      description: 'Whether the sound of the video stays.',
                    },
                    resolution: {
                      type: 'string',
                      enum: ['720p', '1080p'],
                      default: '720p',
                      description: 'Picture lines of the video, in lower case.',
                    },
                  },
                },
                options: {
                  type: 'object',
                  description: 'What holds for every operation.',
                  properties: {
                    callback_url: {
                      type: 'string',
                      description: 'Address that is told when the status changes.',
                    },
                    external_task_id: {
                      type: 'string',
                      description:
                        'A name of your own for the task, unique within the account, legacy tasks included. Tasks can be looked up by it, unless it has a comma.',
                    },
                    watermark_info: {
                      type: 'object',
                      description: 'Ask for a second, watermarked file.',
                      properties: {
                        enabled: {
                          type: 'boolean',
                          default: false,
                          description: 'Whether to make it.',
                        },
                      },
                    },
                  },
                },
              },
              'x-stoplight': { id: '8063637aa447e' },
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
    path: '/solutions/virtual_try_on',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description:
            'An API key. A JWT made from access key and secret key is refused with 401 and 1002.',
          type: 'http',
          scheme: 'bearer',
        },
      ],
    ],
    request: {
      body: {
        id: 'afaece8538283',
        contents: [
          {
            id: '6887ce4024b0b',
            mediaType: 'application/json',
            examples: [
              {
                id: '795db8d61d411',
                key: 'minimal',
                value: {
                  contents: [
                    { type: 'person_image', url: 'https://example.com/person.png' },
                    { type: 'product_image', url: 'https://example.com/coat.png' },
                  ],
                },
              },
              {
                id: '8f058828d4c19',
                key: 'elsewhere',
                value: {
                  contents: [
                    { type: 'product_image', url: 'https://example.com/coat.webp' },
                    { type: 'person_image', url: 'https://example.com/person.webp' },
                  ],
                  settings: { keep_face: true, keep_pose: false, keep_background: false },
                  options: {
                    callback_url: 'https://example.com/kling',
                    external_task_id: 'coat-1',
                    watermark: { enabled: true },
                  },
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['contents'],
              properties: {
                contents: {
                  type: 'array',
                  description: 'One picture of the person, and one of the garment.',
                  items: {
                    type: 'object',
                    required: ['type', 'url'],
                    properties: {
                      type: {
                        type: 'string',
                        enum: ['product_image', 'person_image'],
                        description: 'Whether this is the garment or the person.',
                      },
                      url: {
                        type: 'string',
                        description:
                          'Address of a JPG, PNG or WebP of at most 10 MB, no side longer than 2,048 pixels and each longer than 300.',
                        'x-media': {
                          kind: 'image',
                          formats: ['jpg', 'jpeg', 'png', 'webp'],
                          maxBytes: 10000000,
                          minSide: 301,
                          maxSide: 2048,
                          takes: ['url'],
                        },
                      },
                    },
                  },
                  allOf: [
                    {
                      contains: {
                        title: 'type person_image',
                        type: 'object',
                        properties: { type: { const: 'person_image' } },
                      },
                      maxContains: 1,
                    },
                    {
                      contains: {
                        title: 'type product_image',
                        type: 'object',
                        properties: { type: { const: 'product_image' } },
                      },
                      maxContains: 1,
                    },
                  ],
                },
                settings: {
                  type: 'object',
                  description: 'What stays as it is.',
                  properties: {
                    keep_face: {
                      type: 'boolean',
                      default: true,
                      description: 'Whether the face stays.',
                    },
                    keep_pose: {
                      type: 'boolean',
                      default: true,
                      description: 'Whether the pose stays.',
                    },
                    keep_background: {
                      type: 'boolean',
                      default: true,
                      description: 'Whether the background stays.',
                    },
                  },
                },
                options: {
                  type: 'object',
                  description:
                    'What holds for every operation; the watermark has another name here.',
                  properties: {
                    callback_url: {
                      type: 'string',
                      description: 'Address that is told when the task ends.',
                    },
                    external_task_id: {
                      type: 'string',
                      description:
                        'A name of your own for the task, unique within the account, legacy tasks included. Tasks can be looked up by it, unless it has a comma.',
                    },
                    watermark: {
                      type: 'object',
                      description: 'Ask for a second, watermarked file.',
                      properties: {
                        enabled: {
                          type: 'boolean',
                          default: false,
                          description: 'Whether to make it.',
                        },
                      },
                    },
                  },
                },
              },
              'x-stoplight': { id: 'ed487edee10ae' },
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
    path: '/solutions',
    method: 'get',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description:
            'An API key. A JWT made from access key and secret key is refused with 401 and 1002.',
          type: 'http',
          scheme: 'bearer',
        },
      ],
    ],
    request: {
      query: [
        {
          id: '1d6001b34310a',
          name: 'task_ids',
          style: 'form',
          examples: [],
          description: 'Ids that Kling gave the tasks, at most 20, with commas between them.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            pattern: '^[^,]+(,[^,]+){0,19}$',
            'x-stoplight': { id: '928998045705f' },
          },
          explicitProperties: ['name', 'in', 'required', 'schema', 'description', 'x-unknown'],
        },
        {
          id: '7584c751831f7',
          name: 'external_task_ids',
          style: 'form',
          examples: [],
          description:
            'Ids that you gave the tasks, at most 20, with commas between them. One that has a comma cannot be asked for.',
          required: false,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            pattern: '^[^,]+(,[^,]+){0,19}$',
            'x-stoplight': { id: '9e3484216b7a7' },
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
    path: '/solutions',
    method: 'post',
    security: [
      [
        {
          id: '2d2dfce502b5c',
          key: 'bearer',
          extensions: {},
          description:
            'An API key. A JWT made from access key and secret key is refused with 401 and 1002.',
          type: 'http',
          scheme: 'bearer',
        },
      ],
    ],
    request: {
      body: {
        id: '8271799dc1ad8',
        contents: [
          {
            id: 'fec2b92cbf1e6',
            mediaType: 'application/json',
            examples: [
              { id: '9356223639608', key: 'minimal', value: {} },
              {
                id: '62e651bbd0cc5',
                key: 'filtered',
                value: {
                  start_time: 1781193600000,
                  end_time: 1781516352968,
                  limit: 100,
                  filters: [{ key: 'status', values: ['succeed'] }],
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              properties: {
                start_time: {
                  type: 'integer',
                  format: 'int64',
                  description: 'Tasks created from then on, in Unix time in milliseconds.',
                },
                end_time: {
                  type: 'integer',
                  format: 'int64',
                  description:
                    'Tasks created until then, in Unix time in milliseconds, later than the start.',
                },
                cursor: {
                  type: 'string',
                  description:
                    'The `next_cursor` of the page before. With it, the times do not count.',
                },
                limit: {
                  type: 'integer',
                  default: 500,
                  description: 'Tasks per page, at most 500; 0 or less counts as 1.',
                  maximum: 500,
                },
                filters: {
                  type: 'array',
                  description: 'Only tasks like these.',
                  items: {
                    type: 'object',
                    properties: {
                      key: { type: 'string', enum: ['status'], description: 'What to go by.' },
                      values: {
                        type: 'array',
                        items: {
                          type: 'string',
                          enum: ['submitted', 'processing', 'succeed', 'failed'],
                          description:
                            'The state of the task. Finished is `succeed` here, and not `succeeded`.',
                        },
                        description: 'Any of the four words of a status.',
                      },
                    },
                    required: ['key', 'values'],
                    'x-inferred': ['required'],
                  },
                },
              },
              'x-stoplight': { id: '3ff13c998f721' },
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
];
