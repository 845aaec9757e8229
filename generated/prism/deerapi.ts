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
    path: '/kling/v1/videos/omni-video',
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
                id: '85b7d48a0e502',
                key: 'references',
                value: {
                  model_name: 'kling-video-o1',
                  prompt: 'The boat of the picture drifts on a puddle',
                  image_list: [{ image_url: 'https://example.com/boat.png' }],
                  mode: 'pro',
                  aspect_ratio: '16:9',
                  duration: '5',
                  callback_url: 'https://example.com/kling',
                },
              },
            ],
            encodings: [],
            schema: {
              $schema: 'https://json-schema.org/draft/2020-12/schema',
              type: 'object',
              properties: {
                prompt: { type: 'string', description: 'What should be seen.' },
                model_name: { type: 'string', description: 'Which model draws the video.' },
                image_list: {
                  type: 'array',
                  description: 'Pictures to refer to.',
                  items: {
                    type: 'object',
                    properties: {
                      image_url: {
                        type: 'string',
                        description: 'Address of the picture.',
                        'x-media': { kind: 'image', takes: ['url', 'base64'] },
                      },
                      type: {
                        type: 'string',
                        description:
                          'Which frame the picture is, first_frame or end_frame. Left out, it is there to refer to.',
                        'x-inferred': ['type'],
                      },
                    },
                    required: ['image_url'],
                    'x-inferred': ['required'],
                  },
                },
                mode: { type: 'string', description: 'Quality of the video.' },
                aspect_ratio: { type: 'string', description: 'Width to height.' },
                duration: { type: 'string', description: 'Length in seconds.' },
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
              required: ['prompt'],
              'x-inferred': ['required'],
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
          description: 'A DeerAPI key.',
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
                    'Which model draws the pictures, such as kling-v3, or kling-v2-1 for several pictures. Left out, it is not documented which.',
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
          description: 'A DeerAPI key.',
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
                value: { text: 'All aboard', voice_id: 'oversea_male1', voice_language: 'en' },
              },
              {
                id: 'fad43a0e95eb1',
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
                  description: 'What is read out. At most 1000 characters.',
                  maxLength: 1000,
                },
                voice_id: { type: 'string', description: 'Who reads.' },
                voice_language: {
                  type: 'string',
                  description: 'Language of the voice, such as en. It has to fit the voice.',
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
          description: 'A DeerAPI key.',
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
                  duration: '5',
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
                  description: 'The pictures.',
                  items: {
                    type: 'object',
                    properties: {
                      image: {
                        type: 'string',
                        description: 'Address of the picture.',
                        'x-media': { kind: 'image', takes: ['url', 'base64'] },
                      },
                    },
                    required: ['image'],
                    'x-inferred': ['required'],
                  },
                  minItems: 1,
                  maxItems: 4,
                  'x-inferred': ['minItems', 'maxItems'],
                },
                model_name: { type: 'string', description: 'Which model draws the video.' },
                prompt: { type: 'string', description: 'What should happen.' },
                negative_prompt: { type: 'string', description: 'What should not be seen.' },
                mode: { type: 'string', description: 'Quality of the video.' },
                duration: { type: 'string', description: 'Length in seconds.' },
                aspect_ratio: { type: 'string', description: 'Width to height.' },
                external_task_id: {
                  type: 'string',
                  description: 'A name of your own for the task.',
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
  {
    path: '/kling/v1/videos/omni-video/{task_id}',
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
          description: 'A DeerAPI key.',
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
          description: 'A DeerAPI key.',
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
    ],
  },
];
