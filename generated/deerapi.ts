/** The paths of one provider. Made by scripts/generate.ts; do not edit. */
export interface paths {
  '/kling/v1/audio/text-to-audio': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Turn a text into a sound */
    post: operations['createTextToAudio'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/kling/v1/audio/video-to-audio': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Give a video its sound */
    post: operations['createVideoToAudio'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/kling/v1/videos/text2video': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Turn a text into a video */
    post: operations['createTextToVideo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/kling/v1/{action}/{action2}/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Look at one task of any kind */
    get: operations['getTask'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/kling/v1/audio/text-to-audio/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Look at one text-to-audio task */
    get: operations['getTextToAudio'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/kling/v1/audio/video-to-audio/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Look at one video-to-audio task */
    get: operations['getVideoToAudio'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/kling/v1/videos/text2video/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Look at one text-to-video task */
    get: operations['getTextToVideo'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AudioTaskAccepted: {
      /** @description 0 when the request was taken. */
      code: number;
      /** @description What the code means. */
      message: string;
      data: {
        /** @description The id of the task. */
        task_id: string;
        /**
         * @description Where the task stands: submitted, processing, succeed or failed.
         * @enum {string}
         */
        task_status: 'submitted' | 'processing' | 'succeed' | 'failed';
        /** @description Unix time in milliseconds. */
        created_at: number;
        /** @description Unix time in milliseconds. */
        updated_at: number;
        /** @description What the task was made from; empty so far. */
        task_info?: Record<string, never>;
      };
    };
    VideoTaskAccepted: {
      /** @description 0 when the request was taken. */
      code: number;
      /** @description What the code means. */
      message: string;
      /** @description Names this request. */
      request_id?: string;
      data: {
        /** @description The id of the task. */
        task_id: string;
        /**
         * @description Where the task stands: submitted, processing, succeed or failed.
         * @enum {string}
         */
        task_status: 'submitted' | 'processing' | 'succeed' | 'failed';
        /** @description Why the task failed. */
        task_status_msg?: string | null;
        task_info?: {
          /** @description Your own name for the task. */
          external_task_id?: string | null;
        };
        task_result?: {
          videos?: components['schemas']['Video'];
        } | null;
        /** @description Unix time in milliseconds. */
        created_at: number;
        /** @description Unix time in milliseconds. */
        updated_at: number;
      };
    };
    Video: {
      /** @description Names the video. */
      id: string;
      /** @description The video as MP4. Save it at once. */
      url: string;
      /** @description Seconds of the video. */
      duration: string;
    };
    Task: {
      /** @description 0 when the request was taken. */
      code?: number;
      /** @description What the code means. */
      message?: string;
      /** @description Names this request. */
      request_id?: string;
      data?: {
        /** @description The id of the task. */
        task_id?: string;
        /** @description Where the task stands: submitted, processing, succeed or failed. */
        task_status?: string;
        /** @description Why the task failed. */
        task_status_msg?: string | null;
        task_info?: {
          parent_video?: components['schemas']['Video'];
        };
        task_result?: {
          videos?: components['schemas']['Video'][];
        } | null;
        /** @description Unix time in milliseconds. */
        created_at?: number;
        /** @description Unix time in milliseconds. */
        updated_at?: number;
      };
    };
    /** @description The gateway itself refused. */
    GatewayError: {
      error: {
        /** @description What went wrong, with the request id in brackets at the end. */
        message: string;
        /** @description Kind of error. */
        type: string;
        /** @description The field concerned. */
        param?: string | null;
        /** @description A word for the reason; often empty. */
        code?: string | null;
      };
    };
    /**
     * @description Where the task stands.
     * @enum {string}
     */
    TaskStatus: 'submitted' | 'processing' | 'succeed' | 'failed';
    Audio: {
      /** @description Names the sound. */
      id: string;
      /** @description The sound as MP3. Save it at once. */
      url_mp3: string;
      /** @description The sound as WAV. Save it at once. */
      url_wav: string;
      /** @description Seconds of the MP3. */
      duration_mp3: string;
      /** @description Seconds of the WAV. */
      duration_wav: string;
    };
    TextToAudioQuery: {
      /** @description 0 when the request was taken. */
      code: number;
      /** @description What the code means. */
      message: string;
      /** @description Names this request. */
      request_id?: string;
      data: {
        /** @description The id of the task. */
        task_id: string;
        task_status: components['schemas']['TaskStatus'];
        /** @description Why the task failed. */
        task_status_msg?: string | null;
        task_info?: {
          /** @description Your own name for the task. */
          external_task_id?: string | null;
        };
        task_result?: {
          audios?: components['schemas']['Audio'][];
        } | null;
        /** @description Unix time in milliseconds. */
        created_at: number;
        /** @description Unix time in milliseconds. */
        updated_at: number;
      };
    };
    VideoToAudioQuery: {
      /** @description 0 when the request was taken. */
      code: number;
      /** @description What the code means. */
      message: string;
      /** @description Names this request. */
      request_id?: string;
      data: {
        /** @description The id of the task. */
        task_id: string;
        task_status: components['schemas']['TaskStatus'];
        /** @description Why the task failed. */
        task_status_msg?: string | null;
        task_info?: {
          /** @description Your own name for the task. */
          external_task_id?: string | null;
          parent_video?: components['schemas']['Video'];
        };
        task_result?: {
          videos?: components['schemas']['Video'][];
          audios?: components['schemas']['Audio'][];
        } | null;
        /** @description Unix time in milliseconds. */
        created_at: number;
        /** @description Unix time in milliseconds. */
        updated_at: number;
      };
    };
    TextToVideoQuery: {
      /** @description 0 when the request was taken. */
      code: number;
      /** @description What the code means. */
      message: string;
      /** @description Names this request. */
      request_id?: string;
      data: {
        /** @description The id of the task. */
        task_id: string;
        task_status: components['schemas']['TaskStatus'];
        /** @description Why the task failed. */
        task_status_msg?: string | null;
        task_info?: {
          /** @description Your own name for the task. */
          external_task_id?: string | null;
        };
        task_result?: {
          videos?: components['schemas']['Video'][];
        } | null;
        /** @description Unix time in milliseconds. */
        created_at: number;
        /** @description Unix time in milliseconds. */
        updated_at: number;
      };
    };
  };
  responses: {
    /** @description The request breaks a rule; repeating it does not help. */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayError'];
      };
    };
    /** @description The key is missing or wrong. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayError'];
      };
    };
    /** @description The key may not do this. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayError'];
      };
    };
    /** @description Wait and try again. */
    TooManyRequests: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayError'];
      };
    };
    /** @description Something broke, or (`invalid_request`) a field is missing. */
    ServerError: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayError'];
      };
    };
    /** @description No channel at the moment, or (`model_not_found`) never. */
    Unavailable: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayError'];
      };
    };
  };
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  createTextToAudio: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description What should be heard. At most 200 characters. */
          prompt: string;
          /**
           * @description Length of the sound in seconds, 3.0 to 10.0 with one decimal.
           * @default 5
           * @enum {number}
           */
          duration: number;
          /** @description A name of your own for the task, unique within the account. */
          external_task_id?: string;
          /** @description Address that is told when the status changes. */
          callback_url?: string;
        };
      };
    };
    responses: {
      /** @description The task was taken. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AudioTaskAccepted'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
    };
  };
  createVideoToAudio: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description A video made by Kling within the last 30 days, 3 to 20 s long. Either this or `video_url`. */
          video_id?: string;
          /** @description Address of an MP4 or MOV of at most 100 MB, 720p or 1080p, 3 to 20 s long. Either this or `video_id`. */
          video_url?: string;
          /** @description A name of your own for the task, unique within the account. */
          external_task_id?: string;
          /** @description Address that is told when the status changes. */
          callback_url?: string;
        } & (
          | {
              video_id: string;
              video_url?: never;
            }
          | {
              video_url: string;
              video_id?: never;
            }
        );
      };
    };
    responses: {
      /** @description The task was taken. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AudioTaskAccepted'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
    };
  };
  createTextToVideo: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': {
          /** @description What should be seen. */
          prompt: string;
          /** @description What should not be seen. */
          negative_prompt?: string;
          /** @description Width to height. */
          aspect_ratio?: string;
          /** @description Which model draws the video. */
          model_name?: string;
          /** @description How closely the prompt is followed. */
          cfg_scale?: number;
          /** @description Quality of the video. */
          mode?: string;
          /** @description Length in seconds. */
          duration?: string;
          /** @description How the camera moves. The page lists no fields. */
          camera_control?: {
            [key: string]: unknown;
          };
          /** @description Whether the video comes with sound. */
          sound?: string;
          /** @description A name of your own for the task. */
          external_task_id?: string;
          /** @description Address that is told when the status changes. */
          callback_url?: string;
        };
      };
    };
    responses: {
      /** @description The task was taken. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VideoTaskAccepted'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
    };
  };
  getTask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description First part of the create route: audio, videos or images. */
        action: string;
        /** @description Second part of the create route, such as text-to-audio or text2video. */
        action2: string;
        /** @description The id that the create answer gave. */
        task_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The task as it stands. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Task'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
    };
  };
  getTextToAudio: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id that the create answer gave. */
        task_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The task as it stands. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TextToAudioQuery'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
    };
  };
  getVideoToAudio: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id that the create answer gave. */
        task_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The task as it stands. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VideoToAudioQuery'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
    };
  };
  getTextToVideo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description The id that the create answer gave. */
        task_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The task as it stands. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TextToVideoQuery'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
    };
  };
}
