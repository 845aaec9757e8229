/** The types of one provider’s document. Made by scripts/generate.ts; do not edit. */
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
    /** Make a sound for a video */
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
  '/kling/v1/videos/image2video': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Turn a picture into a video */
    post: operations['createImageToVideo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/kling/v1/videos/omni-video': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make a video from text, pictures, elements and a video */
    post: operations['createOmniVideo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/kling/v1/videos/omni-video/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one omni-video task */
    get: operations['getOmniVideo'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/kling/v1/videos/multi-image2video': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Turn several pictures into a video */
    post: operations['createMultiImageToVideo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/kling/v1/videos/video-extend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Extend a video */
    post: operations['createVideoExtend'];
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
    /** Get one task of any kind */
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
    /** Get one text-to-audio task */
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
    /** Get one video-to-audio task */
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
    /** Get one text-to-video task */
    get: operations['getTextToVideo'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/kling/v1/videos/image2video/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one image-to-video task */
    get: operations['getImageToVideo'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/kling/v1/videos/multi-image2video/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one multi-image-to-video task */
    get: operations['getMultiImageToVideo'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/kling/v1/videos/video-extend/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one video-extend task */
    get: operations['getVideoExtend'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface webhooks {
  taskStatus: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * A task changed its status
     * Sent to `callback_url` at every change of status, flat and not wrapped in `code` and `data`. It is not signed and may come more than once; how often an unanswered callback is repeated is not documented.
     */
    post: operations['onTaskStatus'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export interface components {
  schemas: {
    AudioTaskAccepted: AudioTaskAccepted;
    VideoTaskAccepted: VideoTaskAccepted;
    Video: Video;
    Callback: Callback;
    /** What an answer that is not 200 holds, in one of two shapes. */
    Refusal: Refusal;
    /** The gateway itself refused. */
    GatewayError: GatewayError;
    /** Kling refused and the gateway passes it on, two levels down. */
    PassedOnError: PassedOnError;
    OmniVideoQuery: OmniVideoQuery;
    Task: Task;
    /**
     * The state of the task.
     * @enum {string}
     */
    TaskStatus: TaskStatus;
    Audio: Audio;
    VideoQuery: VideoQuery;
    TextToAudioQuery: TextToAudioQuery;
    VideoToAudioQuery: VideoToAudioQuery;
    VideoExtendQuery: VideoExtendQuery;
    TextToAudioInput: TextToAudioInput;
    VideoToAudioInput: VideoToAudioInput;
    TextToVideoInput: TextToVideoInput;
    ImageToVideoInput: ImageToVideoInput;
    OmniVideoInput: OmniVideoInput;
    MultiImageToVideoInput: MultiImageToVideoInput;
    VideoExtendInput: VideoExtendInput;
    OmniVideoTask: OmniVideoTask;
    VideoTask: VideoTask;
    TextToAudioTask: TextToAudioTask;
    VideoToAudioTask: VideoToAudioTask;
    VideoExtendTask: VideoExtendTask;
    CallbackResult: CallbackResult;
    OmniVideoTaskResult: OmniVideoTaskResult;
    VideoTaskResult: VideoTaskResult;
    TextToAudioTaskResult: TextToAudioTaskResult;
    VideoToAudioTaskResult: VideoToAudioTaskResult;
    VideoExtendTaskResult: VideoExtendTaskResult;
  };
  responses: {
    /** The request breaks a rule; repeating it does not help. */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Refusal'];
      };
    };
    /** The key is missing or wrong. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Refusal'];
      };
    };
    /** The key may not do this. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Refusal'];
      };
    };
    /** Wait and try again. */
    TooManyRequests: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Refusal'];
      };
    };
    /** Something broke, or (`invalid_request`) a field is missing. */
    ServerError: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Refusal'];
      };
    };
    /** No channel at the moment, or (`model_not_found`) never. */
    Unavailable: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Refusal'];
      };
    };
    /** The gateway did not manage in time; the task may exist. */
    Timeout: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Refusal'];
      };
    };
    /** The network in front of the gateway gave up; the task may exist. */
    GatewayTimeout: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Refusal'];
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
        'application/json': components['schemas']['TextToAudioInput'];
      };
    };
    responses: {
      /** The task was accepted. */
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
      504: components['responses']['Timeout'];
      524: components['responses']['GatewayTimeout'];
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
        'application/json': components['schemas']['VideoToAudioInput'];
      };
    };
    responses: {
      /** The task was accepted. */
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
      504: components['responses']['Timeout'];
      524: components['responses']['GatewayTimeout'];
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
        'application/json': components['schemas']['TextToVideoInput'];
      };
    };
    responses: {
      /** The task was accepted. */
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
      504: components['responses']['Timeout'];
      524: components['responses']['GatewayTimeout'];
    };
  };
  createImageToVideo: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImageToVideoInput'];
      };
    };
    responses: {
      /** The task was accepted. */
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
      504: components['responses']['Timeout'];
      524: components['responses']['GatewayTimeout'];
    };
  };
  createOmniVideo: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OmniVideoInput'];
      };
    };
    responses: {
      /** The task was accepted. */
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
      504: components['responses']['Timeout'];
      524: components['responses']['GatewayTimeout'];
    };
  };
  getOmniVideo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The id from the response to the create. */
        task_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The task in its current state. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OmniVideoQuery'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
      504: components['responses']['Timeout'];
      524: components['responses']['GatewayTimeout'];
    };
  };
  createMultiImageToVideo: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MultiImageToVideoInput'];
      };
    };
    responses: {
      /** The task was accepted. */
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
      504: components['responses']['Timeout'];
      524: components['responses']['GatewayTimeout'];
    };
  };
  createVideoExtend: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['VideoExtendInput'];
      };
    };
    responses: {
      /** The task was accepted. */
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
      504: components['responses']['Timeout'];
      524: components['responses']['GatewayTimeout'];
    };
  };
  getTask: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** First part of the create route: audio, videos or images. */
        action: string;
        /** Second part of the create route, such as text-to-audio or text2video. */
        action2: string;
        /** The id from the response to the create. */
        task_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The task in its current state. */
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
      504: components['responses']['Timeout'];
      524: components['responses']['GatewayTimeout'];
    };
  };
  getTextToAudio: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The id from the response to the create. The page of text2video also names the `external_task_id`, which nobody was seen to try. */
        task_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The task in its current state. */
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
      504: components['responses']['Timeout'];
      524: components['responses']['GatewayTimeout'];
    };
  };
  getVideoToAudio: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The id from the response to the create. The page of text2video also names the `external_task_id`, which nobody was seen to try. */
        task_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The task in its current state. */
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
      504: components['responses']['Timeout'];
      524: components['responses']['GatewayTimeout'];
    };
  };
  getTextToVideo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The id from the response to the create. The page of text2video also names the `external_task_id`, which nobody was seen to try. */
        task_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The task in its current state. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VideoQuery'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
      504: components['responses']['Timeout'];
      524: components['responses']['GatewayTimeout'];
    };
  };
  getImageToVideo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The id from the response to the create. */
        task_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The task in its current state. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VideoQuery'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
      504: components['responses']['Timeout'];
      524: components['responses']['GatewayTimeout'];
    };
  };
  getMultiImageToVideo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The id from the response to the create. */
        task_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The task in its current state. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VideoQuery'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
      504: components['responses']['Timeout'];
      524: components['responses']['GatewayTimeout'];
    };
  };
  getVideoExtend: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The id from the response to the create. */
        task_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The task in its current state. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VideoExtendQuery'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
      504: components['responses']['Timeout'];
      524: components['responses']['GatewayTimeout'];
    };
  };
  onTaskStatus: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Callback'];
      };
    };
    responses: {
      /** Received. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}
export type AudioTaskAccepted = {
  /** 0 when the request was accepted. */
  code: number;
  /** What the code means. */
  message: string;
  data: {
    /** The id of the task. */
    task_id: string;
    /**
     * Where the task stands: submitted, processing, succeed or failed.
     * @enum {string}
     */
    task_status: 'submitted' | 'processing' | 'succeed' | 'failed';
    /** Unix time in milliseconds. */
    created_at: number;
    /** Unix time in milliseconds. */
    updated_at: number;
    /** What the task was made from; empty at first. */
    task_info?: Record<string, never>;
  };
};
export type VideoTaskAccepted = {
  /** 0 when the request was accepted. */
  code: number;
  /** What the code means. */
  message: string;
  /** Id of this request. */
  request_id?: string;
  data: {
    /** The id of the task. */
    task_id: string;
    /**
     * Where the task stands: submitted, processing, succeed or failed.
     * @enum {string}
     */
    task_status: 'submitted' | 'processing' | 'succeed' | 'failed';
    /** Unix time in milliseconds. */
    created_at: number;
    /** Unix time in milliseconds. */
    updated_at: number;
  };
};
export type Video = {
  /** Id of the video. */
  id: string;
  /** The video as MP4. Save it at once. */
  url: string;
  /** Seconds of the video. */
  duration: string;
};
export type Callback = {
  /** The id of the task. */
  task_id: string;
  /**
   * Where the task stands: submitted, processing, succeed or failed.
   * @enum {string}
   */
  task_status: 'submitted' | 'processing' | 'succeed' | 'failed';
  /** Why the task failed. */
  task_status_msg?: string;
  /** Unix time in milliseconds. */
  created_at?: number;
  /** Unix time in milliseconds. */
  updated_at?: number;
  task_result?: components['schemas']['CallbackResult'];
};
export type Refusal =
  | components['schemas']['GatewayError']
  | components['schemas']['PassedOnError'];
export type GatewayError = {
  error: {
    /** What went wrong, with the request id in brackets at the end. */
    message: string;
    /** Kind of error. */
    type: string;
    /** The field concerned. */
    param?: string | null;
    /** A word for the reason; often empty. */
    code?: string | null;
  };
};
export type PassedOnError = {
  /** What went wrong. */
  message: string;
  data: {
    /** What went wrong. */
    message?: string;
    data: {
      /** Kling's service code. */
      code: number;
      /** What went wrong. */
      message: string;
      /** Kling's name for the request. */
      request_id?: string;
    };
  };
};
export type OmniVideoQuery = {
  /** 0 when the request was accepted. */
  code: number;
  /** What the code means. */
  message: string;
  /** Id of this request, or of the task. */
  request_id: string;
  data: components['schemas']['OmniVideoTask'];
};
export type Task = {
  /** 0 when the request was accepted. */
  code?: number;
  /** What the code means. */
  message?: string;
  /** Id of this request. */
  request_id?: string;
  data?: {
    /** The id of the task. */
    task_id?: string;
    /** Where the task stands: submitted, processing, succeed or failed. */
    task_status?: string;
    task_info?: {
      parent_video?: components['schemas']['Video'];
    };
    task_result?: {
      videos?: components['schemas']['Video'][];
    };
    /** Unix time in milliseconds. */
    created_at?: number;
    /** Unix time in milliseconds. */
    updated_at?: number;
    /** Why the task failed. */
    task_status_msg?: string;
  };
};
export type TaskStatus = 'submitted' | 'processing' | 'succeed' | 'failed';
export type Audio = {
  /** Id of the sound. */
  id: string;
  /** The sound as MP3. Save it at once. */
  url_mp3: string;
  /** The sound as WAV. Save it at once. */
  url_wav: string;
  /** Seconds of the MP3. */
  duration_mp3: string;
  /** Seconds of the WAV. */
  duration_wav: string;
};
export type VideoQuery = {
  /** 0 when the request was accepted. */
  code: number;
  /** What the code means. */
  message: string;
  /** Id of this request. */
  request_id?: string;
  data: components['schemas']['VideoTask'];
};
export type TextToAudioQuery = {
  /** 0 when the request was accepted. */
  code: number;
  /** What the code means. */
  message: string;
  /** Id of this request. */
  request_id?: string;
  data: components['schemas']['TextToAudioTask'];
};
export type VideoToAudioQuery = {
  /** 0 when the request was accepted. */
  code: number;
  /** What the code means. */
  message: string;
  /** Id of this request. */
  request_id?: string;
  data: components['schemas']['VideoToAudioTask'];
};
export type VideoExtendQuery = {
  /** 0 when the request was accepted. */
  code: number;
  /** What the code means. */
  message: string;
  /** Id of this request. */
  request_id?: string;
  data: components['schemas']['VideoExtendTask'];
};
export type TextToAudioInput = {
  /** What should be heard. At most 200 characters. */
  prompt: string;
  /**
   * Length of the sound in seconds, 3.0 to 10.0 with one decimal.
   * @enum {number}
   */
  duration: number;
  /** A name of your own for the task, unique within the account. */
  external_task_id?: string;
  /** Address that is told when the status changes. */
  callback_url?: string;
};
export type VideoToAudioInput = {
  /** A video made by Kling within the last 30 days, 3 to 20 s long. Either this or `video_url`. */
  video_id?: string;
  /** Address of an MP4 or MOV of at most 100 MB, 720p or 1080p, 3 to 20 s long. Either this or `video_id`. */
  video_url?: string;
  /** A name of your own for the task, unique within the account. */
  external_task_id?: string;
  /** Address that is told when the status changes. */
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
export type TextToVideoInput = {
  /** What should be seen. At most 500 characters. */
  prompt: string;
  /** What should not be seen. At most 200 characters. */
  negative_prompt?: string;
  /**
   * Width to height; 1280x720, 720x1280 or 960x960 as a rule.
   * @default 16:9
   * @enum {string}
   */
  aspect_ratio?: '16:9' | '9:16' | '1:1';
  /**
   * Which model draws the video. Left out, it is one that Kling no longer serves.
   * @default kling-v1
   * @enum {string}
   */
  model_name?:
    | 'kling-v1'
    | 'kling-v1-6'
    | 'kling-v2-master'
    | 'kling-v2-1-master'
    | 'kling-v2-5-turbo'
    | 'kling-v2-6'
    | 'kling-v3';
  /** How closely the prompt is followed, 0 to 1. */
  cfg_scale?: number;
  /**
   * Standard, or professional at a higher price.
   * @default std
   * @enum {string}
   */
  mode?: 'std' | 'pro';
  /**
   * Length in seconds, 5 or 10.
   * @default 5
   * @enum {string}
   */
  duration?: '5' | '10';
  /** How the camera moves. Left out, the model decides. */
  camera_control?: {
    /**
     * A preset, or `simple` for your own.
     * @enum {string}
     */
    type?: 'simple' | 'down_back' | 'forward_up' | 'right_turn_forward' | 'left_turn_forward';
    /** Your own movement. */
    config?: {
      /** Move left (-) or right (+). From -10 to 10. */
      horizontal?: number;
      /** Move down (-) or up (+). From -10 to 10. */
      vertical?: number;
      /** Turn left (-) or right (+). From -10 to 10. */
      pan?: number;
      /** Turn down (-) or up (+). From -10 to 10. */
      tilt?: number;
      /** Roll against (-) or with (+) the clock. From -10 to 10. */
      roll?: number;
      /** Zoom out (-) or in (+) by this page; Kling says the opposite: closer (-), a wider view (+). From -10 to 10. */
      zoom?: number;
    };
  };
  /**
   * Whether the video comes with sound. Left out, the model decides.
   * @enum {string}
   */
  sound?: 'on' | 'off';
  /** A name of your own for the task, unique within the account. Tasks can be queried by it. */
  external_task_id?: string;
  /** Address that is told when the status changes. */
  callback_url?: string;
};
export type ImageToVideoInput = {
  /** The first frame: an address or Base64. JPG or PNG, at most 10 MB, each side at least 300 pixels. */
  image: string;
  /** The last frame: an address or Base64. JPG or PNG, at most 10 MB, each side at least 300 pixels. */
  image_tail?: string;
  /** What should happen. At most 500 characters. */
  prompt?: string;
  /** What should not be seen. At most 200 characters. */
  negative_prompt?: string;
  /** Which model draws the video. */
  model_name?: string;
  /** How closely the prompt is followed, 0 to 1. */
  cfg_scale?: number;
  /**
   * std, or the slower and better pro.
   * @enum {string}
   */
  mode?: 'std' | 'pro';
  /**
   * Length in seconds, 5 or 10.
   * @enum {string}
   */
  duration?: '5' | '10';
  /** A picture as large as `image`: what is white in it stays where it is. An address or Base64. */
  static_mask?: string;
  /** What moves where, at most six. */
  dynamic_masks?: {
    /** A picture that marks what moves. An address or Base64. */
    mask: string;
    /** The way that it takes: 2 to 77 points for five seconds. */
    trajectories: {
      /** Pixels from the left. */
      x: number;
      /** Pixels from the bottom. */
      y: number;
    }[];
  }[];
  /** A name of your own for the task, unique within the account. Tasks can be queried by it. */
  external_task_id?: string;
  /** Address that is told when the status changes. */
  callback_url?: string;
};
export type OmniVideoInput =
  | {
      /** What should be seen. At most 2,500 characters. Refers to pictures, elements and the video as `<<<image_1>>>`, `<<<element_1>>>` and `<<<video_1>>>`. */
      prompt: string;
      /**
       * Which model draws the video; only kling-video-o1, by the page.
       * @enum {string}
       */
      model_name?: 'kling-video-o1';
      /** Pictures to refer to, or as the first and the last frame. Together with the elements at most seven, or four beside a video. */
      image_list?: {
        /** An address or Base64. JPG or PNG, at most 10 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1. */
        image_url: string;
        /**
         * Which frame the picture is, first_frame or end_frame. Left out, it is there to refer to.
         * @enum {string}
         */
        type?: 'first_frame' | 'end_frame';
      }[];
      /** Elements that appear in the video, by their ids. */
      element_list?: {
        /**
         * Id of an element. Write it as text: it has more digits than a number holds.
         */
        element_id: string | number;
      }[];
      /** A video to refer to or to change. */
      video_list?: {
        /** Address of the video. */
        video_url: string;
        /**
         * Whether the video is changed (`base`) or only referred to (`feature`).
         * @enum {string}
         */
        refer_type?: 'feature' | 'base';
      }[];
      /**
       * std, or the slower and better pro.
       * @enum {string}
       */
      mode?: 'std' | 'pro';
      /**
       * Width to height: 16:9, 9:16 or 1:1.
       * @enum {string}
       */
      aspect_ratio?: '16:9' | '9:16' | '1:1';
      /**
       * Length in seconds, 3 to 10; for a text alone or a first frame 5 or 10. When a video is changed, its length stays.
       * @enum {string}
       */
      duration?: '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10';
      /** Address that is told when the status changes. */
      callback_url?: string;
      /** A name of your own for the task. */
      external_task_id?: string;
    }
  | {
      aspect_ratio: string;
    }
  | {
      image_list: unknown[];
    }
  | {
      video_list: {
        /** @constant */
        refer_type?: 'base';
      }[];
    };
export type MultiImageToVideoInput = {
  /** One to four pictures. Very small ones are refused. */
  image_list: {
    /** An address or raw Base64. JPG or PNG, at most 10 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1. */
    image: string;
  }[];
  /**
   * Which model draws the video.
   * @default kling-v1-6
   * @enum {string}
   */
  model_name?: 'kling-v1-6';
  /** What should happen. */
  prompt: string;
  /** What should not be seen. */
  negative_prompt?: string;
  /**
   * Standard or professional quality.
   * @default std
   * @enum {string}
   */
  mode?: 'std' | 'pro';
  /**
   * Length in seconds, 5 or 10.
   * @default 5
   * @enum {string}
   */
  duration?: '5' | '10';
  /**
   * Width to height.
   * @enum {string}
   */
  aspect_ratio?: '16:9' | '9:16' | '1:1';
  /** A name of your own for the task, unique within the account. */
  external_task_id?: string;
  /** Address that is told when the status changes. */
  callback_url?: string;
};
export type VideoExtendInput = {
  /** Id of the task that made the video. */
  task_id: string;
  /** Id of the video, made with the same account. One that cannot be extended is refused with HTTP 400; five seconds of kling-v1 or kling-v1-6 are the safest. */
  video_id: string;
  /** What should happen. At most 500 characters. */
  prompt?: string;
  /** What should not be seen. */
  negative_prompt?: string;
  /** How closely the prompt is followed, 0 to 1. */
  cfg_scale?: number;
  /** Address that is told when the status changes. */
  callback_url?: string;
  /** A name of your own for the task. */
  external_task_id?: string;
};
export type OmniVideoTask = {
  /** The id of the task. */
  task_id: string;
  /**
   * Where the task stands: submitted, processing, succeed or failed.
   * @enum {string}
   */
  task_status: 'submitted' | 'processing' | 'succeed' | 'failed';
  /** What the task was made from. */
  task_info?: {
    /** Your own id for the task. */
    external_task_id?: string;
  };
  task_result?: components['schemas']['OmniVideoTaskResult'];
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
  /** Why the task failed. */
  task_status_msg?: string;
};
export type VideoTask = {
  /** The id of the task. */
  task_id: string;
  /** The state of the task. */
  task_status: components['schemas']['TaskStatus'];
  /** Why the task failed. */
  task_status_msg?: string;
  task_info?: {
    /** Your own id for the task. */
    external_task_id?: string;
  };
  task_result?: components['schemas']['VideoTaskResult'];
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
};
export type TextToAudioTask = {
  /** The id of the task. */
  task_id: string;
  /** The state of the task. */
  task_status: components['schemas']['TaskStatus'];
  /** Why the task failed. */
  task_status_msg?: string;
  task_info?: {
    /** Your own id for the task. */
    external_task_id?: string;
  };
  task_result?: components['schemas']['TextToAudioTaskResult'];
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
};
export type VideoToAudioTask = {
  /** The id of the task. */
  task_id: string;
  /** The state of the task. */
  task_status: components['schemas']['TaskStatus'];
  /** Why the task failed. */
  task_status_msg?: string;
  task_info?: {
    /** Your own id for the task. */
    external_task_id?: string;
    parent_video?: components['schemas']['Video'];
  };
  task_result?: components['schemas']['VideoToAudioTaskResult'];
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
};
export type VideoExtendTask = {
  /** The id of the task. */
  task_id: string;
  /** The state of the task. */
  task_status: components['schemas']['TaskStatus'];
  /** Why the task failed. */
  task_status_msg?: string;
  task_info?: {
    /** Your own id for the task. */
    external_task_id?: string;
    parent_video?: components['schemas']['Video'];
  };
  task_result?: components['schemas']['VideoExtendTaskResult'];
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
};
export type CallbackResult = {
  images?: {
    /** Place of the picture. */
    index?: number;
    /** The picture. */
    url?: string;
  }[];
  videos?: components['schemas']['Video'][];
};
export type OmniVideoTaskResult = {
  videos?: components['schemas']['Video'][];
};
export type VideoTaskResult = {
  videos?: components['schemas']['Video'][];
};
export type TextToAudioTaskResult = {
  audios?: components['schemas']['Audio'][];
};
export type VideoToAudioTaskResult = {
  videos?: components['schemas']['Video'][];
  audios?: components['schemas']['Audio'][];
};
export type VideoExtendTaskResult = {
  videos?: components['schemas']['Video'][];
};
/** The operations of the client, with their paths. */ export interface offered {
  /** Turn a text into a sound. */ textToAudio: '/kling/v1/audio/text-to-audio';
  /** Make a sound for a video. */ videoToAudio: '/kling/v1/audio/video-to-audio';
  /** Turn a text into a video. */ textToVideo: '/kling/v1/videos/text2video';
  /** Turn a picture into a video. */ imageToVideo: '/kling/v1/videos/image2video';
  /** Make a video from text, pictures, elements and a video. */ omniVideo: '/kling/v1/videos/omni-video';
  /** Turn several pictures into a video. */ multiImageToVideo: '/kling/v1/videos/multi-image2video';
  /** Extend a video. */ videoExtend: '/kling/v1/videos/video-extend';
}

/** All that the client's types are made from. */ export interface contract {
  paths: paths;
  offered: offered;
}
