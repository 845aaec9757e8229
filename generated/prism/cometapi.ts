/** The operations of a document, as Prism reads them. Made by scripts/generate.ts; do not edit. */
export const operations: object[] = [
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
                    3, 3.1, 3.2, 3.3, 3.4, 3.5, 3.6, 3.7, 3.8, 3.9, 4, 4.1, 4.2, 4.3, 4.4, 4.5, 4.6,
                    4.7, 4.8, 4.9, 5, 5.1, 5.2, 5.3, 5.4, 5.5, 5.6, 5.7, 5.8, 5.9, 6, 6.1, 6.2, 6.3,
                    6.4, 6.5, 6.6, 6.7, 6.8, 6.9, 7, 7.1, 7.2, 7.3, 7.4, 7.5, 7.6, 7.7, 7.8, 7.9, 8,
                    8.1, 8.2, 8.3, 8.4, 8.5, 8.6, 8.7, 8.8, 8.9, 9, 9.1, 9.2, 9.3, 9.4, 9.5, 9.6,
                    9.7, 9.8, 9.9, 10,
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
                  'x-media': {
                    kind: 'video',
                    formats: ['mp4', 'mov'],
                    maxBytes: 100000000,
                    seconds: [3, 20],
                    takes: ['url'],
                  },
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
    path: '/kling/v1/videos/image2video',
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
        id: 'f42c7bf97cb33',
        contents: [
          {
            id: '4abd258d558d3',
            mediaType: 'application/json',
            examples: [
              {
                id: 'fce77ed3bd253',
                key: 'minimal',
                value: { image: 'https://example.com/boat.png', model_name: 'kling-v3' },
              },
              {
                id: 'e5ac94071201a',
                key: 'lastFrame',
                value: {
                  model_name: 'kling-v3',
                  image: 'https://example.com/boat.png',
                  image_tail: 'https://example.com/boat-at-sea.png',
                  prompt: 'The boat leaves the puddle',
                  negative_prompt: 'people',
                  cfg_scale: 0.5,
                  mode: 'pro',
                  duration: '10',
                  external_task_id: 'boat-1',
                  callback_url: 'https://example.com/kling',
                },
              },
              {
                id: '4307e2ec1fc67',
                key: 'masks',
                value: {
                  model_name: 'kling-v3',
                  image: 'https://example.com/boat.png',
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
              required: ['image'],
              properties: {
                image: {
                  type: 'string',
                  description:
                    'The first frame: an address or Base64. JPG or PNG, at most 10 MB, each side at least 300 pixels.',
                  'x-media': {
                    kind: 'image',
                    formats: ['jpg', 'jpeg', 'png'],
                    maxBytes: 10000000,
                    minSide: 300,
                    takes: ['url', 'base64'],
                  },
                },
                image_tail: {
                  type: 'string',
                  description:
                    'The last frame: an address or Base64. JPG or PNG, at most 10 MB, each side at least 300 pixels.',
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
                  description: 'What should happen. At most 500 characters.',
                  maxLength: 500,
                },
                negative_prompt: {
                  type: 'string',
                  description: 'What should not be seen. At most 200 characters.',
                  maxLength: 200,
                },
                model_name: {
                  type: 'string',
                  description: 'Which model draws the video.',
                  'x-retired': {
                    'kling-v1': '2026-09-15',
                    'kling-v1-5': '2026-09-15',
                    'kling-v1-6': '2026-09-15',
                    'kling-v2-master': '2026-09-15',
                    'kling-v2-1': '2026-09-15',
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
                  description: 'std, or the slower and better pro.',
                  enum: ['std', 'pro'],
                },
                duration: {
                  type: 'string',
                  description: 'Length in seconds, 5 or 10.',
                  enum: ['5', '10'],
                },
                static_mask: {
                  type: 'string',
                  description:
                    'A picture as large as `image`: what is white in it stays where it is. An address or Base64.',
                  'x-media': { kind: 'image', takes: ['url', 'base64'] },
                },
                dynamic_masks: {
                  type: 'array',
                  description: 'What moves where, at most six.',
                  items: {
                    type: 'object',
                    required: ['mask', 'trajectories'],
                    properties: {
                      mask: {
                        type: 'string',
                        description: 'A picture that marks what moves. An address or Base64.',
                        'x-media': { kind: 'image', takes: ['url', 'base64'] },
                        'x-inferred': ['type'],
                      },
                      trajectories: {
                        type: 'array',
                        minItems: 2,
                        maxItems: 77,
                        description: 'The way that it takes: 2 to 77 points for five seconds.',
                        items: {
                          type: 'object',
                          required: ['x', 'y'],
                          properties: {
                            x: {
                              type: 'integer',
                              description: 'Pixels from the left.',
                              'x-inferred': ['type'],
                            },
                            y: {
                              type: 'integer',
                              description: 'Pixels from the bottom.',
                              'x-inferred': ['type'],
                            },
                          },
                          'x-inferred': ['type', 'required'],
                        },
                        'x-inferred': ['type', 'minItems', 'maxItems'],
                      },
                    },
                    'x-inferred': ['required'],
                  },
                  maxItems: 6,
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
              'x-stoplight': { id: '613e03ef64044' },
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
    path: '/kling/v1/videos/omni-video',
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
        id: 'f9517071c7580',
        contents: [
          {
            id: '2effcf561e0d3',
            mediaType: 'application/json',
            examples: [
              {
                id: '5c8bd67ec1641',
                key: 'minimal',
                value: {
                  prompt: 'A paper boat on a puddle',
                  model_name: 'kling-video-o1',
                  aspect_ratio: '16:9',
                },
              },
              {
                id: 'd4f085c775dc1',
                key: 'frames',
                value: {
                  model_name: 'kling-video-o1',
                  prompt: 'The boat leaves the puddle',
                  image_list: [
                    { image_url: 'https://example.com/boat.png', type: 'first_frame' },
                    { image_url: 'https://example.com/boat-at-sea.png', type: 'end_frame' },
                  ],
                  duration: '5',
                },
              },
              {
                id: '85b7d48a0e502',
                key: 'references',
                value: {
                  model_name: 'kling-video-o1',
                  prompt: '<<<element_1>>> folds the boat of <<<image_1>>>',
                  image_list: [{ image_url: 'https://example.com/boat.png' }],
                  element_list: [{ element_id: '829836802793406551' }],
                  aspect_ratio: '9:16',
                  mode: 'pro',
                  duration: '8',
                  callback_url: 'https://example.com/kling',
                },
              },
              {
                id: '159a5d1452935',
                key: 'edit',
                value: {
                  model_name: 'kling-video-o1',
                  prompt: 'Turn the boat in <<<video_1>>> into a swan',
                  video_list: [{ video_url: 'https://example.com/boat.mp4', refer_type: 'base' }],
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
                  description:
                    'What should be seen. At most 2,500 characters. Refers to pictures, elements and the video as `<<<image_1>>>`, `<<<element_1>>>` and `<<<video_1>>>`.',
                  maxLength: 2500,
                },
                model_name: {
                  type: 'string',
                  description: 'Which model draws the video; only kling-video-o1, by the page.',
                  enum: ['kling-video-o1'],
                },
                image_list: {
                  type: 'array',
                  description:
                    'Pictures to refer to, or as the first and the last frame. Together with the elements at most seven, or four beside a video.',
                  items: {
                    type: 'object',
                    properties: {
                      image_url: {
                        type: 'string',
                        description:
                          'An address or Base64. JPG or PNG, at most 10 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1.',
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
                        description:
                          'Which frame the picture is, first_frame or end_frame. Left out, it is there to refer to.',
                        enum: ['first_frame', 'end_frame'],
                        'x-inferred': ['enum'],
                      },
                    },
                    required: ['image_url'],
                    'x-inferred': ['required'],
                  },
                  maxItems: 7,
                },
                element_list: {
                  type: 'array',
                  description: 'Elements that appear in the video, by their ids.',
                  items: {
                    type: 'object',
                    properties: {
                      element_id: {
                        type: ['string', 'integer'],
                        format: 'int64',
                        pattern: '^\\d+$',
                        description:
                          'Id of an element. Write it as text: it has more digits than a number holds.',
                      },
                    },
                    required: ['element_id'],
                    'x-inferred': ['required'],
                  },
                  maxItems: 7,
                },
                video_list: {
                  type: 'array',
                  description: 'A video to refer to or to change.',
                  items: {
                    type: 'object',
                    properties: {
                      video_url: {
                        type: 'string',
                        description: 'Address of the video.',
                        'x-media': { kind: 'video', takes: ['url'] },
                      },
                      refer_type: {
                        type: 'string',
                        description:
                          'Whether the video is changed (`base`) or only referred to (`feature`).',
                        enum: ['feature', 'base'],
                        'x-inferred': ['enum'],
                      },
                    },
                    required: ['video_url'],
                    'x-inferred': ['required'],
                  },
                  maxItems: 1,
                  'x-inferred': ['maxItems'],
                },
                mode: {
                  type: 'string',
                  description: 'std, or the slower and better pro.',
                  enum: ['std', 'pro'],
                },
                aspect_ratio: {
                  type: 'string',
                  description: 'Width to height: 16:9, 9:16 or 1:1.',
                  enum: ['16:9', '9:16', '1:1'],
                },
                duration: {
                  type: 'string',
                  description:
                    'Length in seconds, 3 to 10; for a text alone or a first frame 5 or 10. When a video is changed, its length stays.',
                  enum: ['3', '4', '5', '6', '7', '8', '9', '10'],
                },
                callback_url: {
                  type: 'string',
                  description: 'Address that is told when the status changes.',
                },
                external_task_id: {
                  type: 'string',
                  description: 'A name of your own for the task.',
                  'x-inferred': ['type'],
                },
              },
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
                {
                  title: 'In the ratio of the video to change',
                  required: ['video_list'],
                  properties: {
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
              'x-stoplight': { id: '03b45d88eba71' },
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
    path: '/kling/v1/videos/omni-video/{task_id}',
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
          id: '0bbf8aad5dd38',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description: 'The id from the response to the create.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: '8272b06169600' },
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
    path: '/kling/v1/videos/avatar/image2video',
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
        id: '0c0a2ffa13c87',
        contents: [
          {
            id: 'ddbdefffe8e86',
            mediaType: 'application/json',
            examples: [
              {
                id: 'd7536c9af0e14',
                key: 'minimal',
                value: {
                  image: 'https://example.com/captain.png',
                  sound_file: 'https://example.com/ahoy.mp3',
                  prompt: 'Waves at the camera',
                },
              },
              {
                id: 'cb5469971f518',
                key: 'rich',
                value: {
                  image: 'iVBORw0KGgo=',
                  audio_id: '861254119619698761',
                  prompt: 'Laughs, then waves at the camera',
                  mode: 'pro',
                  external_task_id: 'captain-1',
                  callback_url: 'https://example.com/told',
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['image', 'prompt'],
              properties: {
                image: {
                  type: 'string',
                  description:
                    'Who speaks: a picture, as an address or as Base64 without a `data:` prefix. JPG, JPEG or PNG of at most 10 MB, at least 300 px on each side, 1:2.5 to 2.5:1.',
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
                    'What is said, as the id of a sound that text-to-speech made within the last 30 days, 2 to 60 s long. Either this or `sound_file`.',
                },
                sound_file: {
                  type: 'string',
                  description:
                    'What is said, as an address or as Base64: MP3, WAV, M4A or AAC of at most 5 MB, 2 to 60 s long. Either this or `audio_id`.',
                  'x-media': {
                    kind: 'audio',
                    formats: ['mp3', 'wav', 'm4a', 'aac'],
                    maxBytes: 5000000,
                    seconds: [2, 60],
                    takes: ['url', 'base64'],
                  },
                },
                prompt: {
                  type: 'string',
                  description:
                    'What the person does and feels, and how the camera moves. At most 2500 characters. Kling can do without it; this gateway was found to refuse that.',
                  maxLength: 2500,
                },
                mode: {
                  type: 'string',
                  enum: ['std', 'pro'],
                  description: 'Standard, or professional at a higher price and quality.',
                  default: 'std',
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
                  title: 'Speech that Kling made',
                  required: ['audio_id'],
                  properties: { audio_id: { type: 'string' }, sound_file: false },
                },
                {
                  title: 'A sound of your own',
                  required: ['sound_file'],
                  properties: { sound_file: { type: 'string' }, audio_id: false },
                },
              ],
              'x-stoplight': { id: '1604ac083fefe' },
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
    path: '/kling/v1/videos/advanced-lip-sync',
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
        id: '9884021587766',
        contents: [
          {
            id: '081f55b3dc5a6',
            mediaType: 'application/json',
            examples: [
              {
                id: '792995b042e61',
                key: 'minimal',
                value: {
                  session_id: '861254119619698700',
                  face_choose: [
                    {
                      face_id: '0',
                      sound_file: 'https://example.com/ahoy.wav',
                      sound_start_time: '0',
                      sound_end_time: '2000',
                      sound_insert_time: '0',
                    },
                  ],
                },
              },
              {
                id: '03926c2cfd0a7',
                key: 'rich',
                value: {
                  session_id: '861254119619698700',
                  face_choose: [
                    {
                      face_id: '0',
                      audio_id: '861254119619698761',
                      sound_start_time: '500',
                      sound_end_time: '4500',
                      sound_insert_time: '1000',
                      sound_volume: 1.5,
                      original_sound_volume: 0,
                    },
                  ],
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
                  description: 'Whose lips move, and to which sound.',
                  items: {
                    type: 'object',
                    properties: {
                      face_id: {
                        type: 'string',
                        description: 'The face, as identify-face names it.',
                      },
                      audio_id: {
                        type: 'string',
                        description:
                          'What is said, as the id of a sound that an earlier task made. Either this or `sound_file`.',
                      },
                      sound_file: {
                        type: 'string',
                        description:
                          'What is said, as the address of a sound. Either this or `audio_id`.',
                        'x-media': {
                          kind: 'audio',
                          formats: ['mp3', 'wav', 'm4a', 'aac'],
                          maxBytes: 5000000,
                          seconds: [2, 60],
                          takes: ['url'],
                        },
                      },
                      sound_start_time: {
                        type: 'string',
                        description: 'Where in the sound the cut begins, in milliseconds, as text.',
                        pattern: '^\\d+$',
                      },
                      sound_end_time: {
                        type: 'string',
                        description:
                          'Where in the sound the cut ends, in milliseconds, as text: at least 2000 after its beginning, and at the latest where the sound does.',
                        pattern: '^\\d+$',
                      },
                      sound_insert_time: {
                        type: 'string',
                        description: 'Where in the video the cut begins, in milliseconds, as text.',
                        pattern: '^\\d+$',
                      },
                      sound_volume: {
                        type: 'number',
                        description: 'How loud the sound is.',
                        minimum: 0,
                        maximum: 2,
                        'x-inferred': ['minimum', 'maximum'],
                      },
                      original_sound_volume: {
                        type: 'number',
                        description:
                          "How loud the video's own sound is. Kling itself calls this `original_audio_volume`.",
                        minimum: 0,
                        maximum: 2,
                        'x-inferred': ['minimum', 'maximum'],
                      },
                    },
                    required: [
                      'face_id',
                      'sound_start_time',
                      'sound_end_time',
                      'sound_insert_time',
                    ],
                    'x-inferred': ['required'],
                    oneOf: [
                      {
                        title: 'Speech that Kling made',
                        required: ['audio_id'],
                        properties: { audio_id: { type: 'string' }, sound_file: false },
                      },
                      {
                        title: 'A sound of your own',
                        required: ['sound_file'],
                        properties: { sound_file: { type: 'string' }, audio_id: false },
                      },
                    ],
                  },
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
              'x-stoplight': { id: '372e5a9313789' },
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
    path: '/kling/v1/videos/identify-face',
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
        id: '9615e8f21b6ef',
        contents: [
          {
            id: '7b1c3ec2b9d1b',
            mediaType: 'application/json',
            examples: [
              {
                id: '40dfcb269ded9',
                key: 'minimal',
                value: { video_url: 'https://example.com/clip.mp4' },
              },
              { id: '1f6c7dc9de526', key: 'rich', value: { video_id: '861254119619698762' } },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              properties: {
                video_id: {
                  type: 'string',
                  description: 'A video that Kling has finished. Either this or `video_url`.',
                },
                video_url: {
                  type: 'string',
                  description: 'Address of an MP4 or MOV. Either this or `video_id`.',
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
                  properties: { video_id: { type: 'string' }, video_url: false },
                },
                {
                  title: 'A video of your own',
                  required: ['video_url'],
                  properties: { video_url: { type: 'string' }, video_id: false },
                },
              ],
              'x-stoplight': { id: '5e78256e93d1d' },
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
    path: '/kling/v1/videos/effects',
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
        id: 'de56fd292b394',
        contents: [
          {
            id: '433b974a5db21',
            mediaType: 'application/json',
            examples: [
              {
                id: '6511fac83e65c',
                key: 'minimal',
                value: {
                  effect_scene: 'color_mixing',
                  input: { image: 'https://example.com/boat.png', duration: '5' },
                },
              },
              {
                id: '03ebc97f576dc',
                key: 'rich',
                value: {
                  effect_scene: 'hug_pro',
                  input: {
                    mode: 'std',
                    images: ['https://example.com/left.png', 'https://example.com/right.png'],
                    duration: '10',
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
                    'The scene. One that Kling does not have now is refused; they come and go, so any name may be sent. hug_pro is one for two pictures.',
                },
                input: {
                  type: 'object',
                  description:
                    'The picture or the two pictures that the scene is made for, and how long the video is.',
                  properties: {
                    image: {
                      type: 'string',
                      description: 'The picture of a scene for one.',
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
                      description: 'The pictures of a scene for two.',
                    },
                    duration: {
                      type: 'string',
                      enum: ['5', '10'],
                      description: 'Length in seconds.',
                    },
                    model_name: {
                      type: 'string',
                      description:
                        'Which model draws the video. Only an older state of the page has it, with kling-v1-6 as the sample; Kling itself no longer has it.',
                    },
                    mode: {
                      type: 'string',
                      enum: ['std', 'pro'],
                      description:
                        'Standard, or professional at a higher price. Kling itself no longer has it.',
                    },
                  },
                  oneOf: [
                    {
                      title: 'A scene for one picture',
                      required: ['image', 'duration'],
                      properties: {
                        image: { type: 'string' },
                        images: false,
                        duration: { type: 'string' },
                      },
                    },
                    {
                      title: 'A scene for two pictures',
                      required: ['images', 'duration'],
                      properties: {
                        images: { type: 'array' },
                        image: false,
                        duration: { type: 'string' },
                      },
                    },
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
              'x-stoplight': { id: '2bdff58addfe4' },
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
    path: '/kling/v1/images/generations',
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
        id: '6bc55d74c81c5',
        contents: [
          {
            id: '26a8b60e3ed58',
            mediaType: 'application/json',
            examples: [
              {
                id: '59d2c673b9269',
                key: 'minimal',
                value: { prompt: 'A paper boat on a puddle', model_name: 'kling-v3' },
              },
              {
                id: '6bf530c48b394',
                key: 'picture',
                value: {
                  prompt: 'The same boat under a lighthouse',
                  negative_prompt: 'people',
                  image: 'https://example.com/boat.png',
                  image_fidelity: 0.6,
                  n: 2,
                  aspect_ratio: '3:2',
                  model_name: 'kling-v2-1',
                },
              },
              {
                id: 'c811ddf8c3ec7',
                key: 'pictures',
                value: {
                  subject_image_list: [
                    { subject_image: 'https://example.com/boat.png' },
                    { subject_image: 'https://example.com/lighthouse.png' },
                  ],
                  prompt: 'A paper boat that sails past a lighthouse',
                  scence_image: 'https://example.com/harbour.png',
                  style_image: 'https://example.com/woodcut.png',
                  n: 2,
                  aspect_ratio: '21:9',
                  model_name: 'kling-v2-1',
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              properties: {
                prompt: {
                  type: 'string',
                  description:
                    'What should be seen. At most 500 characters, with `subject_image_list` 2,500.',
                  maxLength: 2500,
                },
                negative_prompt: {
                  type: 'string',
                  description: 'What should not be seen. At most 200 characters.',
                  maxLength: 200,
                },
                image: {
                  type: 'string',
                  description:
                    'A picture to go by: its address, or the file as Base64 without a `data:` prefix.',
                  'x-media': {
                    kind: 'image',
                    formats: ['jpg', 'jpeg', 'png'],
                    maxBytes: 10000000,
                    minSide: 300,
                    takes: ['url', 'base64'],
                  },
                },
                image_fidelity: {
                  type: 'number',
                  description: 'How closely `image` is followed, 0 to 1.',
                  minimum: 0,
                  maximum: 1,
                },
                n: {
                  type: 'integer',
                  description: 'How many pictures, 1 to 9.',
                  minimum: 1,
                  maximum: 9,
                },
                aspect_ratio: {
                  type: 'string',
                  description: 'Width to height; 21:9 only with `subject_image_list`.',
                  enum: ['16:9', '9:16', '1:1', '4:3', '3:4', '3:2', '2:3', '21:9'],
                },
                callback_url: {
                  type: 'string',
                  description: 'Address that is told when the status changes.',
                },
                model_name: {
                  type: 'string',
                  description:
                    "Which model draws the pictures, such as kling-v3, or kling-v2-1 for several pictures. Left out, it is one of Kling's oldest.",
                  'x-retired': {
                    'kling-v1': '2026-09-15',
                    'kling-v1-5': '2026-09-15',
                    'kling-v2': '2026-09-15',
                    'kling-v2-new': '2026-09-15',
                  },
                },
                subject_image_list: {
                  type: 'array',
                  minItems: 2,
                  maxItems: 4,
                  description:
                    'Two to four pictures of what should be seen. Not together with `image`.',
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
                          takes: ['url', 'base64'],
                        },
                      },
                    },
                  },
                },
                scence_image: {
                  type: 'string',
                  description:
                    'A picture of the surroundings: its address, or the file as Base64 without a `data:` prefix. The page spells the name like this, Kling `scene_image`.',
                  'x-media': {
                    kind: 'image',
                    formats: ['jpg', 'jpeg', 'png'],
                    maxBytes: 10000000,
                    minSide: 300,
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
                    takes: ['url', 'base64'],
                  },
                },
                external_task_id: {
                  type: 'string',
                  description: 'A name of your own for the task, unique within the account.',
                },
              },
              oneOf: [
                {
                  title: 'From a text or a picture',
                  required: ['prompt'],
                  properties: {
                    prompt: { type: 'string', maxLength: 500 },
                    aspect_ratio: {
                      type: 'string',
                      enum: ['16:9', '9:16', '1:1', '4:3', '3:4', '3:2', '2:3'],
                    },
                    subject_image_list: false,
                    scence_image: false,
                    style_image: false,
                  },
                },
                {
                  title: 'From several pictures',
                  required: ['subject_image_list'],
                  properties: { negative_prompt: false, image: false, image_fidelity: false },
                },
              ],
              'x-stoplight': { id: '90db9a76436ad' },
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
    path: '/kling/v1/images/kolors-virtual-try-on',
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
        id: '00f6e9a6cad64',
        contents: [
          {
            id: 'faba8c58d11cd',
            mediaType: 'application/json',
            examples: [
              {
                id: '61e1d0cd10b22',
                key: 'minimal',
                value: {
                  human_image: 'https://example.com/person.png',
                  cloth_image: 'https://example.com/coat.png',
                },
              },
              {
                id: 'b60591ac8290a',
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
                  description: 'A name of your own for the task, unique within the account.',
                },
                callback_url: {
                  type: 'string',
                  description: 'Address that is told when the status changes.',
                },
              },
              'x-stoplight': { id: '4f50b4aaad77b' },
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
    path: '/kling/v1/audio/tts',
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
        id: 'c07403affa8e3',
        contents: [
          {
            id: 'd65b2258af858',
            mediaType: 'application/json',
            examples: [
              {
                id: '88d402decfc64',
                key: 'minimal',
                value: { text: 'All aboard', voice_id: 'genshin_vindi2', voice_language: 'en' },
              },
              {
                id: 'fad43a0e95eb1',
                key: 'rich',
                value: {
                  text: 'All aboard, the boat leaves at noon',
                  voice_id: 'genshin_vindi2',
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
                  description: 'What is read out. At most 1000 characters.',
                  maxLength: 1000,
                },
                voice_id: {
                  type: 'string',
                  description: "Who reads, such as genshin_vindi2: an id from Kling's voice guide.",
                },
                voice_language: {
                  type: 'string',
                  description: 'Language of the voice, zh or en. It has to fit the voice.',
                  enum: ['zh', 'en'],
                },
                voice_speed: {
                  type: 'number',
                  description:
                    'How fast it is read, 0.8 to 2.0 with one decimal. Anything beyond is moved to the nearer end.',
                  minimum: 0.8,
                  maximum: 2,
                },
              },
              'x-stoplight': { id: 'b1c0d10a8f815' },
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
    path: '/kling/v1/videos/multi-image2video',
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
        id: '65ecbde9d2963',
        contents: [
          {
            id: 'c7e121e85b7bf',
            mediaType: 'application/json',
            examples: [
              {
                id: '481369d8e2342',
                key: 'minimal',
                value: {
                  image_list: [{ image: 'https://example.com/boat.png' }],
                  prompt: 'The boat drifts on a puddle',
                },
              },
              {
                id: '4b0ef13e70331',
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
                  external_task_id: 'boat-1',
                  callback_url: 'https://example.com/kling',
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              properties: {
                image_list: {
                  type: 'array',
                  minItems: 1,
                  maxItems: 4,
                  description: 'One to four pictures. Very small ones are refused.',
                  items: {
                    type: 'object',
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
                    required: ['image'],
                    'x-inferred': ['required'],
                  },
                },
                model_name: {
                  type: 'string',
                  enum: ['kling-v1-6'],
                  default: 'kling-v1-6',
                  description: 'Which model draws the video.',
                },
                prompt: { type: 'string', description: 'What should happen.' },
                negative_prompt: { type: 'string', description: 'What should not be seen.' },
                mode: {
                  type: 'string',
                  enum: ['std', 'pro'],
                  default: 'std',
                  description: 'Standard or professional quality.',
                },
                duration: {
                  type: 'string',
                  default: '5',
                  description: 'Length in seconds, 5 or 10.',
                  enum: ['5', '10'],
                },
                aspect_ratio: {
                  type: 'string',
                  enum: ['16:9', '9:16', '1:1'],
                  description: 'Width to height.',
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
              required: ['image_list', 'prompt'],
              'x-inferred': ['required'],
              'x-stoplight': { id: 'b820eb94eb176' },
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
    path: '/kling/v1/videos/video-extend',
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
        id: 'd2b0567138ede',
        contents: [
          {
            id: '979f1332ff27f',
            mediaType: 'application/json',
            examples: [
              {
                id: 'c97dc36ab1fa8',
                key: 'minimal',
                value: { task_id: '861254119619698700', video_id: '861254119619698701' },
              },
              {
                id: 'b3a8084dfa90a',
                key: 'prompt',
                value: {
                  task_id: '861254119619698700',
                  video_id: '861254119619698701',
                  prompt: 'The boat drifts on',
                  negative_prompt: 'people',
                  cfg_scale: 0.7,
                  callback_url: 'https://example.com/kling',
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              required: ['task_id', 'video_id'],
              properties: {
                task_id: { type: 'string', description: 'Id of the task that made the video.' },
                video_id: {
                  type: 'string',
                  description:
                    'Id of the video, made with the same account. One that cannot be extended is refused with HTTP 400; five seconds of kling-v1 or kling-v1-6 are the safest.',
                },
                prompt: {
                  type: 'string',
                  description: 'What should happen. At most 500 characters.',
                  maxLength: 500,
                },
                negative_prompt: { type: 'string', description: 'What should not be seen.' },
                cfg_scale: {
                  type: 'number',
                  description: 'How closely the prompt is followed, 0 to 1.',
                  minimum: 0,
                  maximum: 1,
                },
                callback_url: {
                  type: 'string',
                  description: 'Address that is told when the status changes.',
                },
                external_task_id: {
                  type: 'string',
                  description: 'A name of your own for the task.',
                  'x-inferred': ['type'],
                },
              },
              'x-stoplight': { id: '9ba79dc87a13e' },
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
  {
    path: '/kling/v1/videos/image2video/{task_id}',
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
          id: '6da37fd71e824',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description: 'The id from the response to the create.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: '40fa3b8648b7e' },
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
    path: '/kling/v1/videos/avatar/image2video/{task_id}',
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
          id: '2d0e7d5596f8e',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description:
            'The id from the response to the create. The page of text2video also names the `external_task_id`, which nobody was seen to try.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: '71cc8569c81d9' },
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
    path: '/kling/v1/videos/advanced-lip-sync/{task_id}',
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
          id: 'b05cd61b5edcd',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description:
            'The id from the response to the create. The page of text2video also names the `external_task_id`, which nobody was seen to try.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: 'ba690165e3a48' },
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
    path: '/kling/v1/videos/effects/{task_id}',
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
          id: '84eaf2b87f84b',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description:
            'The id from the response to the create. The page of text2video also names the `external_task_id`, which nobody was seen to try.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: 'b96caa1603aec' },
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
    path: '/kling/v1/images/generations/{task_id}',
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
          id: 'c165466d702cd',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description: 'The id from the response to the create.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: '311236c02021a' },
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
    path: '/kling/v1/images/kolors-virtual-try-on/{task_id}',
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
          id: '25fc7e669f2cb',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description: 'The id from the response to the create.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: 'de18bcdcb422b' },
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
    path: '/kling/v1/videos/multi-image2video/{task_id}',
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
          id: '883e8cae63f40',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description: 'The id from the response to the create.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: '96bf5dcb214f2' },
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
    path: '/kling/v1/videos/video-extend/{task_id}',
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
          id: 'aacb8d3364a6c',
          name: 'task_id',
          style: 'simple',
          examples: [],
          description: 'The id from the response to the create.',
          required: true,
          schema: {
            $schema: 'https://json-schema.org/draft/2020-12/schema',
            type: 'string',
            'x-stoplight': { id: '86da74f646658' },
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
];
