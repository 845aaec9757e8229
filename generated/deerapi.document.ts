/** One provider’s document, overlays applied. Made by scripts/generate.ts; do not edit. */
export const document: object = {
  openapi: '3.1.0',
  info: {
    title: 'Kling through DeerAPI',
    version: '2026-11-20',
    description:
      "Transcribed for kling-fetch from DeerAPI's reference pages. Its query route and its errors are documented nowhere; they are taken from CometAPI, which runs the same kind of gateway. The wording is ours. What is wrong or missing is put right in overlays/deerapi.yaml.",
  },
  servers: [{ url: 'https://api.deerapi.com' }],
  security: [{ bearer: [] }],
  tags: [
    { name: 'text-to-audio', description: 'A sound from a text.' },
    { name: 'video-to-audio', description: 'A sound for a video.' },
    { name: 'text-to-video', description: 'A video from a text.' },
    { name: 'query', description: 'Any task.' },
  ],
  paths: {
    '/kling/v1/audio/text-to-audio': {
      post: {
        operationId: 'createTextToAudio',
        tags: ['text-to-audio'],
        summary: 'Turn a text into a sound',
        'x-certainty': 'transcribed',
        'x-source': 'https://apidoc.deerapi.com/api/audio/kling/text-to-audio',
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
                schema: { $ref: '#/components/schemas/AudioTaskAccepted' },
                examples: { submitted: { $ref: '#/components/examples/AudioTaskAccepted' } },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/ServerError' },
          '503': { $ref: '#/components/responses/Unavailable' },
        },
      },
    },
    '/kling/v1/audio/video-to-audio': {
      post: {
        operationId: 'createVideoToAudio',
        tags: ['video-to-audio'],
        summary: 'Make a sound for a video',
        'x-certainty': 'transcribed',
        'x-source': 'https://apidoc.deerapi.com/api/audio/kling/video-to-audio',
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
                schema: { $ref: '#/components/schemas/AudioTaskAccepted' },
                examples: { submitted: { $ref: '#/components/examples/AudioTaskAccepted' } },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/ServerError' },
          '503': { $ref: '#/components/responses/Unavailable' },
        },
      },
    },
    '/kling/v1/videos/text2video': {
      post: {
        operationId: 'createTextToVideo',
        tags: ['text-to-video'],
        summary: 'Turn a text into a video',
        'x-certainty': 'transcribed',
        'x-source': 'https://apidoc.deerapi.com/api/video/kling/text-to-video',
        'x-read': '2026-11-20',
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: {
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
              },
              examples: {
                minimal: {
                  value: {
                    prompt: 'A paper boat on a puddle',
                    model_name: 'kling-v3',
                    mode: 'std',
                    duration: '5',
                    sound: 'off',
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
                schema: { $ref: '#/components/schemas/VideoTaskAccepted' },
                examples: { submitted: { $ref: '#/components/examples/VideoTaskAccepted' } },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/ServerError' },
          '503': { $ref: '#/components/responses/Unavailable' },
        },
      },
    },
    '/kling/v1/{action}/{action2}/{task_id}': {
      get: {
        operationId: 'getTask',
        tags: ['query'],
        summary: 'Get one task of any kind',
        'x-certainty': 'inferred',
        'x-source':
          'https://apidoc.cometapi.com/api/openapi/video/kling/get-individual-queries.openapi.json',
        'x-read': '2026-11-20',
        parameters: [
          {
            name: 'action',
            in: 'path',
            required: true,
            schema: { type: 'string' },
            description: 'First part of the create route: audio, videos or images.',
          },
          {
            name: 'action2',
            in: 'path',
            required: true,
            schema: { type: 'string' },
            description: 'Second part of the create route, such as text-to-audio or text2video.',
          },
          {
            name: 'task_id',
            in: 'path',
            required: true,
            schema: { type: 'string' },
            description: 'The id from the response to the create.',
          },
        ],
        responses: {
          '200': {
            description: 'The task in its current state.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Task' },
                examples: {
                  submitted: { $ref: '#/components/examples/submitted' },
                  processing: { $ref: '#/components/examples/processing' },
                  succeed: { $ref: '#/components/examples/succeed' },
                  failed: { $ref: '#/components/examples/failed' },
                },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/ServerError' },
          '503': { $ref: '#/components/responses/Unavailable' },
        },
      },
    },
    '/kling/v1/audio/text-to-audio/{task_id}': {
      get: {
        operationId: 'getTextToAudio',
        tags: ['text-to-audio'],
        summary: 'Get one text-to-audio task',
        'x-certainty': 'inferred',
        'x-source':
          'https://apidoc.cometapi.com/api/openapi/video/kling/get-individual-queries.openapi.json',
        'x-read': '2026-11-20',
        parameters: [
          {
            name: 'task_id',
            in: 'path',
            required: true,
            schema: { type: 'string' },
            description: 'The id from the response to the create.',
          },
        ],
        responses: {
          '200': {
            description: 'The task in its current state.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/TextToAudioQuery' },
                examples: {
                  submitted: { $ref: '#/components/examples/submitted' },
                  processing: { $ref: '#/components/examples/processing' },
                  succeed: {
                    value: {
                      code: 0,
                      message: 'SUCCEED',
                      data: {
                        task_id: '861254119619698760',
                        task_status: 'succeed',
                        task_info: {},
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
                        created_at: 1773367502225,
                        updated_at: 1773367514225,
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
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/ServerError' },
          '503': { $ref: '#/components/responses/Unavailable' },
        },
      },
    },
    '/kling/v1/audio/video-to-audio/{task_id}': {
      get: {
        operationId: 'getVideoToAudio',
        tags: ['video-to-audio'],
        summary: 'Get one video-to-audio task',
        'x-certainty': 'inferred',
        'x-source':
          'https://apidoc.cometapi.com/api/openapi/video/kling/get-individual-queries.openapi.json',
        'x-read': '2026-11-20',
        parameters: [
          {
            name: 'task_id',
            in: 'path',
            required: true,
            schema: { type: 'string' },
            description: 'The id from the response to the create.',
          },
        ],
        responses: {
          '200': {
            description: 'The task in its current state.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/VideoToAudioQuery' },
                examples: {
                  submitted: { $ref: '#/components/examples/submitted' },
                  processing: { $ref: '#/components/examples/processing' },
                  succeed: {
                    value: {
                      code: 0,
                      message: 'SUCCEED',
                      data: {
                        task_id: '861254119619698760',
                        task_status: 'succeed',
                        task_info: {},
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
                        created_at: 1773367502225,
                        updated_at: 1773367514225,
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
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/ServerError' },
          '503': { $ref: '#/components/responses/Unavailable' },
        },
      },
    },
    '/kling/v1/videos/text2video/{task_id}': {
      get: {
        operationId: 'getTextToVideo',
        tags: ['text-to-video'],
        summary: 'Get one text-to-video task',
        'x-certainty': 'inferred',
        'x-source':
          'https://apidoc.cometapi.com/api/openapi/video/kling/get-individual-queries.openapi.json',
        'x-read': '2026-11-20',
        parameters: [
          {
            name: 'task_id',
            in: 'path',
            required: true,
            schema: { type: 'string' },
            description: 'The id from the response to the create.',
          },
        ],
        responses: {
          '200': {
            description: 'The task in its current state.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/TextToVideoQuery' },
                examples: {
                  submitted: { $ref: '#/components/examples/submitted' },
                  processing: { $ref: '#/components/examples/processing' },
                  succeed: {
                    value: {
                      code: 0,
                      message: 'SUCCEED',
                      data: {
                        task_id: '861254119619698760',
                        task_status: 'succeed',
                        task_info: {},
                        task_result: {
                          videos: [
                            {
                              id: '861254119619698762',
                              url: 'https://example.com/861254119619698762.mp4',
                              duration: '5.0',
                            },
                          ],
                        },
                        created_at: 1773367502225,
                        updated_at: 1773367514225,
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
          '429': { $ref: '#/components/responses/TooManyRequests' },
          '500': { $ref: '#/components/responses/ServerError' },
          '503': { $ref: '#/components/responses/Unavailable' },
        },
      },
    },
  },
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer', description: 'A DeerAPI key.' } },
    schemas: {
      AudioTaskAccepted: {
        type: 'object',
        required: ['code', 'message', 'data'],
        properties: {
          code: { type: 'integer', description: '0 when the request was accepted.' },
          message: { type: 'string', description: 'What the code means.' },
          data: {
            type: 'object',
            required: ['task_id', 'task_status', 'created_at', 'updated_at'],
            properties: {
              task_id: { type: 'string', description: 'The id of the task.' },
              task_status: {
                type: 'string',
                description: 'Where the task stands: submitted, processing, succeed or failed.',
                enum: ['submitted', 'processing', 'succeed', 'failed'],
              },
              created_at: { type: 'integer', description: 'Unix time in milliseconds.' },
              updated_at: { type: 'integer', description: 'Unix time in milliseconds.' },
              task_info: {
                type: 'object',
                description: 'What the task was made from; empty at first.',
              },
            },
          },
        },
      },
      VideoTaskAccepted: {
        type: 'object',
        properties: {
          code: { type: 'integer', description: '0 when the request was accepted.' },
          message: { type: 'string', description: 'What the code means.' },
          request_id: { type: 'string', description: 'Id of this request.' },
          data: {
            type: 'object',
            properties: {
              task_id: { type: 'string', description: 'The id of the task.' },
              task_status: {
                type: 'string',
                description: 'Where the task stands: submitted, processing, succeed or failed.',
                enum: ['submitted', 'processing', 'succeed', 'failed'],
              },
              task_status_msg: { type: ['string', 'null'], description: 'Why the task failed.' },
              task_info: {
                type: 'object',
                properties: {
                  external_task_id: {
                    type: ['string', 'null'],
                    description: 'Your own id for the task.',
                  },
                },
              },
              task_result: {
                type: ['object', 'null'],
                properties: { videos: { $ref: '#/components/schemas/Video' } },
              },
              created_at: { type: 'integer', description: 'Unix time in milliseconds.' },
              updated_at: { type: 'integer', description: 'Unix time in milliseconds.' },
            },
            required: ['task_id', 'task_status', 'created_at', 'updated_at'],
          },
        },
        required: ['code', 'message', 'data'],
      },
      Video: {
        type: 'object',
        properties: {
          id: { type: 'string', description: 'Id of the video.' },
          url: { type: 'string', description: 'The video as MP4. Save it at once.' },
          duration: { type: 'string', description: 'Seconds of the video.' },
        },
        required: ['id', 'url', 'duration'],
      },
      Task: {
        type: 'object',
        properties: {
          code: { type: 'integer', description: '0 when the request was accepted.' },
          message: { type: 'string', description: 'What the code means.' },
          request_id: { type: 'string', description: 'Id of this request.' },
          data: {
            type: 'object',
            properties: {
              task_id: { type: 'string', description: 'The id of the task.' },
              task_status: {
                type: 'string',
                description: 'Where the task stands: submitted, processing, succeed or failed.',
              },
              task_status_msg: { type: ['string', 'null'], description: 'Why the task failed.' },
              task_info: {
                type: 'object',
                properties: { parent_video: { $ref: '#/components/schemas/Video' } },
              },
              task_result: {
                type: ['object', 'null'],
                properties: {
                  videos: { type: 'array', items: { $ref: '#/components/schemas/Video' } },
                },
              },
              created_at: { type: 'integer', description: 'Unix time in milliseconds.' },
              updated_at: { type: 'integer', description: 'Unix time in milliseconds.' },
            },
          },
        },
      },
      GatewayError: {
        type: 'object',
        description: 'The gateway itself refused.',
        required: ['error'],
        properties: {
          error: {
            type: 'object',
            required: ['message'],
            properties: {
              message: {
                type: 'string',
                description: 'What went wrong, with the request id in brackets at the end.',
              },
              type: { type: 'string', description: 'Kind of error.' },
              param: { type: ['string', 'null'], description: 'The field concerned.' },
              code: {
                type: ['string', 'null'],
                description: 'A word for the reason; often empty.',
              },
            },
          },
        },
      },
      TaskStatus: {
        type: 'string',
        enum: ['submitted', 'processing', 'succeed', 'failed'],
        description: 'The state of the task.',
        'x-inferred': ['type', 'enum'],
      },
      Audio: {
        type: 'object',
        required: ['id', 'url_mp3', 'url_wav', 'duration_mp3', 'duration_wav'],
        properties: {
          id: { type: 'string', description: 'Id of the sound.', 'x-inferred': ['type'] },
          url_mp3: {
            type: 'string',
            description: 'The sound as MP3. Save it at once.',
            'x-inferred': ['type'],
          },
          url_wav: {
            type: 'string',
            description: 'The sound as WAV. Save it at once.',
            'x-inferred': ['type'],
          },
          duration_mp3: {
            type: 'string',
            description: 'Seconds of the MP3.',
            'x-inferred': ['type'],
          },
          duration_wav: {
            type: 'string',
            description: 'Seconds of the WAV.',
            'x-inferred': ['type'],
          },
        },
        'x-inferred': ['type', 'required'],
      },
      TextToAudioQuery: {
        type: 'object',
        required: ['code', 'message', 'data'],
        properties: {
          code: { type: 'integer', description: '0 when the request was accepted.' },
          message: { type: 'string', description: 'What the code means.' },
          request_id: { type: 'string', description: 'Id of this request.' },
          data: {
            type: 'object',
            required: ['task_id', 'task_status', 'created_at', 'updated_at'],
            properties: {
              task_id: { type: 'string', description: 'The id of the task.' },
              task_status: { $ref: '#/components/schemas/TaskStatus' },
              task_status_msg: { type: ['string', 'null'], description: 'Why the task failed.' },
              task_info: {
                type: 'object',
                properties: {
                  external_task_id: {
                    type: ['string', 'null'],
                    description: 'Your own id for the task.',
                  },
                },
              },
              task_result: {
                type: ['object', 'null'],
                properties: {
                  audios: { type: 'array', items: { $ref: '#/components/schemas/Audio' } },
                },
              },
              created_at: { type: 'integer', description: 'Unix time in milliseconds.' },
              updated_at: { type: 'integer', description: 'Unix time in milliseconds.' },
            },
          },
        },
      },
      VideoToAudioQuery: {
        type: 'object',
        required: ['code', 'message', 'data'],
        properties: {
          code: { type: 'integer', description: '0 when the request was accepted.' },
          message: { type: 'string', description: 'What the code means.' },
          request_id: { type: 'string', description: 'Id of this request.' },
          data: {
            type: 'object',
            required: ['task_id', 'task_status', 'created_at', 'updated_at'],
            properties: {
              task_id: { type: 'string', description: 'The id of the task.' },
              task_status: { $ref: '#/components/schemas/TaskStatus' },
              task_status_msg: { type: ['string', 'null'], description: 'Why the task failed.' },
              task_info: {
                type: 'object',
                properties: {
                  external_task_id: {
                    type: ['string', 'null'],
                    description: 'Your own id for the task.',
                  },
                  parent_video: { $ref: '#/components/schemas/Video' },
                },
              },
              task_result: {
                type: ['object', 'null'],
                properties: {
                  videos: { type: 'array', items: { $ref: '#/components/schemas/Video' } },
                  audios: { type: 'array', items: { $ref: '#/components/schemas/Audio' } },
                },
              },
              created_at: { type: 'integer', description: 'Unix time in milliseconds.' },
              updated_at: { type: 'integer', description: 'Unix time in milliseconds.' },
            },
          },
        },
      },
      TextToVideoQuery: {
        type: 'object',
        required: ['code', 'message', 'data'],
        properties: {
          code: { type: 'integer', description: '0 when the request was accepted.' },
          message: { type: 'string', description: 'What the code means.' },
          request_id: { type: 'string', description: 'Id of this request.' },
          data: {
            type: 'object',
            required: ['task_id', 'task_status', 'created_at', 'updated_at'],
            properties: {
              task_id: { type: 'string', description: 'The id of the task.' },
              task_status: { $ref: '#/components/schemas/TaskStatus' },
              task_status_msg: { type: ['string', 'null'], description: 'Why the task failed.' },
              task_info: {
                type: 'object',
                properties: {
                  external_task_id: {
                    type: ['string', 'null'],
                    description: 'Your own id for the task.',
                  },
                },
              },
              task_result: {
                type: ['object', 'null'],
                properties: {
                  videos: { type: 'array', items: { $ref: '#/components/schemas/Video' } },
                },
              },
              created_at: { type: 'integer', description: 'Unix time in milliseconds.' },
              updated_at: { type: 'integer', description: 'Unix time in milliseconds.' },
            },
          },
        },
      },
    },
    examples: {
      AudioTaskAccepted: {
        value: {
          code: 0,
          message: 'SUCCEED',
          data: {
            task_id: '861254119619698760',
            task_status: 'submitted',
            task_info: {},
            created_at: 1773367502225,
            updated_at: 1773367502225,
          },
        },
      },
      VideoTaskAccepted: {
        value: {
          code: 0,
          message: 'SUCCEED',
          request_id: '6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11',
          data: {
            task_id: '861254119619698760',
            task_status: 'submitted',
            created_at: 1773367502225,
            updated_at: 1773367502225,
          },
        },
      },
      submitted: {
        value: {
          code: 0,
          message: 'SUCCEED',
          data: {
            task_id: '861254119619698760',
            task_status: 'submitted',
            task_info: {},
            task_result: null,
            created_at: 1773367502225,
            updated_at: 1773367502225,
          },
        },
      },
      processing: {
        value: {
          code: 0,
          message: 'SUCCEED',
          data: {
            task_id: '861254119619698760',
            task_status: 'processing',
            task_info: {},
            task_result: null,
            created_at: 1773367502225,
            updated_at: 1773367514225,
          },
        },
      },
      succeed: {
        value: {
          code: 0,
          message: 'SUCCEED',
          data: {
            task_id: '861254119619698760',
            task_status: 'succeed',
            task_info: {},
            task_result: {
              videos: [
                {
                  id: '861254119619698762',
                  url: 'https://example.com/861254119619698762.mp4',
                  duration: '5.0',
                },
              ],
            },
            created_at: 1773367502225,
            updated_at: 1773367514225,
          },
        },
      },
      failed: {
        value: {
          code: 0,
          message: 'SUCCEED',
          data: {
            task_id: '861254119619698760',
            task_status: 'failed',
            task_status_msg: 'Refused by the risk control of the platform',
            task_info: {},
            task_result: null,
            created_at: 1773367502225,
            updated_at: 1773367514225,
          },
        },
      },
    },
    responses: {
      BadRequest: {
        description: 'The request breaks a rule; repeating it does not help.',
        'x-certainty': 'inferred',
        'x-source': 'https://apidoc.cometapi.com/errors/error-codes-handling',
        'x-read': '2026-11-20',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/GatewayError' },
            examples: {
              gateway: {
                value: {
                  error: {
                    message:
                      'A field is missing or has a value that is not allowed (request id: 20260428120000000000000AbCdEfGh)',
                    param: '',
                    code: 'invalid_request',
                  },
                },
              },
            },
          },
        },
      },
      Unauthorized: {
        description: 'The key is missing or wrong.',
        'x-certainty': 'inferred',
        'x-source': 'https://apidoc.cometapi.com/errors/error-codes-handling',
        'x-read': '2026-11-20',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/GatewayError' },
            examples: {
              gateway: {
                value: {
                  error: {
                    message:
                      'The key is missing or not valid (request id: 20260428120000000000000AbCdEfGh)',
                    param: '',
                    code: '',
                  },
                },
              },
            },
          },
        },
      },
      Forbidden: {
        description: 'The key may not do this.',
        'x-certainty': 'inferred',
        'x-source': 'https://apidoc.cometapi.com/errors/error-codes-handling',
        'x-read': '2026-11-20',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/GatewayError' },
            examples: {
              gateway: {
                value: {
                  error: {
                    message:
                      'The key may not use this model (request id: 20260428120000000000000AbCdEfGh)',
                    param: '',
                    code: '',
                  },
                },
              },
            },
          },
        },
      },
      TooManyRequests: {
        description: 'Wait and try again.',
        'x-certainty': 'inferred',
        'x-source': 'https://apidoc.cometapi.com/errors/error-codes-handling',
        'x-read': '2026-11-20',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/GatewayError' },
            examples: {
              gateway: {
                value: {
                  error: {
                    message: 'Too many requests (request id: 20260428120000000000000AbCdEfGh)',
                    param: '',
                    code: '',
                  },
                },
              },
            },
          },
        },
      },
      ServerError: {
        description: 'Something broke, or (`invalid_request`) a field is missing.',
        'x-certainty': 'inferred',
        'x-source': 'https://apidoc.cometapi.com/errors/error-codes-handling',
        'x-read': '2026-11-20',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/GatewayError' },
            examples: {
              gateway: {
                value: {
                  error: {
                    message: 'Internal error (request id: 20260428120000000000000AbCdEfGh)',
                    param: '',
                    code: '',
                  },
                },
              },
              invalid_request: {
                value: {
                  error: {
                    message:
                      'A required field is missing (request id: 20260428120000000000000AbCdEfGh)',
                    param: '',
                    code: 'invalid_request',
                  },
                },
              },
            },
          },
        },
      },
      Unavailable: {
        description: 'No channel at the moment, or (`model_not_found`) never.',
        'x-certainty': 'inferred',
        'x-source': 'https://apidoc.cometapi.com/errors/error-codes-handling',
        'x-read': '2026-11-20',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/GatewayError' },
            examples: {
              gateway: {
                value: {
                  error: {
                    message: 'No channel is free (request id: 20260428120000000000000AbCdEfGh)',
                    param: '',
                    code: '',
                  },
                },
              },
              model_not_found: {
                value: {
                  error: {
                    message:
                      'No channel offers this model (request id: 20260428120000000000000AbCdEfGh)',
                    param: '',
                    code: 'model_not_found',
                  },
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
