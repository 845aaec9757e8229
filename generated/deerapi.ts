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
  '/kling/v1/images/generations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Turn a text or pictures into pictures */
    post: operations['createImageGeneration'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/kling/v1/audio/tts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Read a text out */
    post: operations['createTextToSpeech'];
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
  '/kling/v1/images/generations/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one image-generation task */
    get: operations['getImageGeneration'];
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
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    AudioTaskAccepted: AudioTaskAccepted;
    VideoTaskAccepted: VideoTaskAccepted;
    Video: Video;
    /** The gateway itself refused. */
    GatewayError: GatewayError;
    ImageTaskAccepted: ImageTaskAccepted;
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
    ImageGenerationQuery: ImageGenerationQuery;
    Speech: Speech;
    TextToAudioInput: TextToAudioInput;
    VideoToAudioInput: VideoToAudioInput;
    TextToVideoInput: TextToVideoInput;
    OmniVideoInput: OmniVideoInput;
    ImageGenerationInput: ImageGenerationInput;
    TextToSpeechInput: TextToSpeechInput;
    MultiImageToVideoInput: MultiImageToVideoInput;
    VideoTask: VideoTask;
    TextToAudioTask: TextToAudioTask;
    VideoToAudioTask: VideoToAudioTask;
    ImageGenerationTask: ImageGenerationTask;
    SpeechResult: SpeechResult;
    VideoTaskResult: VideoTaskResult;
    TextToAudioTaskResult: TextToAudioTaskResult;
    VideoToAudioTaskResult: VideoToAudioTaskResult;
    ImageGenerationTaskResult: ImageGenerationTaskResult;
  };
  responses: {
    /** The request breaks a rule; repeating it does not help. */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayError'];
      };
    };
    /** The key is missing or wrong. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayError'];
      };
    };
    /** The key may not do this. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayError'];
      };
    };
    /** Wait and try again. */
    TooManyRequests: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayError'];
      };
    };
    /** Something broke, or (`invalid_request`) a field is missing. */
    ServerError: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['GatewayError'];
      };
    };
    /** No channel at the moment, or (`model_not_found`) never. */
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
    };
  };
  createImageGeneration: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImageGenerationInput'];
      };
    };
    responses: {
      /** The task was accepted. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ImageTaskAccepted'];
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
  createTextToSpeech: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TextToSpeechInput'];
      };
    };
    responses: {
      /** The speech. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** 0 when the request was accepted. */
            code: number;
            /** What the code means. */
            message: string;
            /** Id of this request. */
            request_id?: string;
            data: components['schemas']['Speech'];
          };
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
    };
  };
  getTextToAudio: {
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
          'application/json': components['schemas']['VideoQuery'];
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
  getImageGeneration: {
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
          'application/json': components['schemas']['ImageGenerationQuery'];
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
    /** Why the task failed. */
    task_status_msg?: string | null;
    task_info?: {
      /** Your own id for the task. */
      external_task_id?: string | null;
    };
    task_result?: {
      videos?: components['schemas']['Video'];
    } | null;
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
export type GatewayError = {
  error: {
    /** What went wrong, with the request id in brackets at the end. */
    message: string;
    /** Kind of error. */
    type?: string;
    /** The field concerned. */
    param?: string | null;
    /** A word for the reason; often empty. */
    code?: string | null;
  };
};
export type ImageTaskAccepted = {
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
    /** Why the task failed. */
    task_status_msg?: string | null;
    task_info?: {
      /** Your own id for the task. */
      external_task_id?: string | null;
    };
    /** What was made; null at first. */
    task_result?: Record<string, never> | null;
    /** Unix time in milliseconds. */
    created_at: number;
    /** Unix time in milliseconds. */
    updated_at: number;
  };
  /** Id of this request. */
  request_id?: string;
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
    /** Why the task failed. */
    task_status_msg?: string | null;
    task_info?: {
      parent_video?: components['schemas']['Video'];
    };
    task_result?: {
      videos?: components['schemas']['Video'][];
    } | null;
    /** Unix time in milliseconds. */
    created_at?: number;
    /** Unix time in milliseconds. */
    updated_at?: number;
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
export type ImageGenerationQuery = {
  /** 0 when the request was accepted. */
  code: number;
  /** What the code means. */
  message: string;
  /** Id of this request. */
  request_id?: string;
  data: components['schemas']['ImageGenerationTask'];
};
export type Speech = {
  /** The id of the call. Nothing can be queried by it. */
  task_id?: string;
  /** The state of the task. */
  task_status?: components['schemas']['TaskStatus'];
  /** Why no speech was made. */
  task_status_msg?: string | null;
  task_result?: components['schemas']['SpeechResult'] | null;
  /** Unix time in milliseconds. */
  created_at?: number;
  /** Unix time in milliseconds. */
  updated_at?: number;
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
  /** What should be seen. */
  prompt: string;
  /** What should not be seen. */
  negative_prompt?: string;
  /** Width to height. */
  aspect_ratio?: string;
  /** Which model draws the video. */
  model_name?: string;
  /** How closely the prompt is followed. */
  cfg_scale?: number;
  /** Quality of the video. */
  mode?: string;
  /** Length in seconds. */
  duration?: string;
  /** How the camera moves. The page lists no fields. */
  camera_control?: {
    [key: string]: unknown;
  };
  /** Whether the video comes with sound. */
  sound?: string;
  /** A name of your own for the task. */
  external_task_id?: string;
  /** Address that is told when the status changes. */
  callback_url?: string;
};
export type OmniVideoInput = {
  /** What should be seen. */
  prompt: string;
  /** Which model draws the video. */
  model_name?: string;
  /** Pictures to refer to. */
  image_list?: {
    /** Address of the picture. */
    image_url: string;
    /** Which frame the picture is, first_frame or end_frame. Left out, it is there to refer to. */
    type?: string;
  }[];
  /** Quality of the video. */
  mode?: string;
  /** Width to height. */
  aspect_ratio?: string;
  /** Length in seconds. */
  duration?: string;
  /** Address that is told when the status changes. */
  callback_url?: string;
  /** A name of your own for the task. */
  external_task_id?: string;
};
export type ImageGenerationInput = {
  /** What should be seen. At most 500 characters, with `subject_image_list` 2,500. */
  prompt?: string;
  /** What should not be seen. At most 200 characters. */
  negative_prompt?: string;
  /** A picture to go by: its address, or the file as Base64 without a `data:` prefix. */
  image?: string;
  /** How closely `image` is followed, 0 to 1. */
  image_fidelity?: number;
  /** How many pictures, 1 to 9. */
  n?: number;
  /**
   * Width to height; 21:9 only with `subject_image_list`.
   * @enum {string}
   */
  aspect_ratio?: '16:9' | '9:16' | '1:1' | '4:3' | '3:4' | '3:2' | '2:3' | '21:9';
  /** Address that is told when the status changes. */
  callback_url?: string;
  /** Which model draws the pictures, such as kling-v3, or kling-v2-1 for several pictures. Left out, it is not documented which. */
  model_name?: string;
  /** Two to four pictures of what should be seen. Not together with `image`. */
  subject_image_list?: {
    /** Its address, or the file as Base64 without a `data:` prefix. */
    subject_image: string;
  }[];
  /** A picture of the surroundings: its address, or the file as Base64 without a `data:` prefix. The page spells the name like this, Kling `scene_image`. */
  scence_image?: string;
  /** A picture in the style to draw in: its address, or the file as Base64 without a `data:` prefix. */
  style_image?: string;
  /** A name of your own for the task, unique within the account. */
  external_task_id?: string;
} & (
  | {
      prompt: string;
      /** @enum {string} */
      aspect_ratio?: '16:9' | '9:16' | '1:1' | '4:3' | '3:4' | '3:2' | '2:3';
      subject_image_list?: never;
      scence_image?: never;
      style_image?: never;
    }
  | {
      negative_prompt?: never;
      image?: never;
      image_fidelity?: never;
    }
);
export type TextToSpeechInput = {
  /** What is read out. At most 1000 characters. */
  text: string;
  /** Who reads. */
  voice_id: string;
  /** Language of the voice, such as en. It has to fit the voice. */
  voice_language: string;
  /** How fast it is read, 0.8 to 2.0 with one decimal. Anything beyond is moved to the nearer end. */
  voice_speed?: number;
};
export type MultiImageToVideoInput = {
  /** The pictures. */
  image_list: {
    /** Address of the picture. */
    image: string;
  }[];
  /** Which model draws the video. */
  model_name?: string;
  /** What should happen. */
  prompt: string;
  /** What should not be seen. */
  negative_prompt?: string;
  /** Quality of the video. */
  mode?: string;
  /** Length in seconds. */
  duration?: string;
  /** Width to height. */
  aspect_ratio?: string;
  /** A name of your own for the task. */
  external_task_id?: string;
  /** Address that is told when the status changes. */
  callback_url?: string;
};
export type VideoTask = {
  /** The id of the task. */
  task_id: string;
  /** The state of the task. */
  task_status: components['schemas']['TaskStatus'];
  /** Why the task failed. */
  task_status_msg?: string | null;
  task_info?: {
    /** Your own id for the task. */
    external_task_id?: string | null;
  };
  task_result?: components['schemas']['VideoTaskResult'] | null;
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
  task_status_msg?: string | null;
  task_info?: {
    /** Your own id for the task. */
    external_task_id?: string | null;
  };
  task_result?: components['schemas']['TextToAudioTaskResult'] | null;
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
  task_status_msg?: string | null;
  task_info?: {
    /** Your own id for the task. */
    external_task_id?: string | null;
    parent_video?: components['schemas']['Video'];
  };
  task_result?: components['schemas']['VideoToAudioTaskResult'] | null;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
};
export type ImageGenerationTask = {
  /** The id of the task. */
  task_id: string;
  /** The state of the task. */
  task_status: components['schemas']['TaskStatus'];
  /** Why the task failed. */
  task_status_msg?: string | null;
  task_info?: {
    /** Your own id for the task. */
    external_task_id?: string | null;
  };
  task_result?: components['schemas']['ImageGenerationTaskResult'] | null;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
};
export type SpeechResult = {
  audios?: {
    /** Id of the sound. */
    id?: string;
    /** The sound. Save it at once. */
    url?: string;
    /** Seconds of the sound. */
    duration?: string;
  }[];
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
export type ImageGenerationTaskResult = {
  images?: {
    /** Place of the picture, counted from 0. Pictures have no id. */
    index: number;
    /** The picture. Save it at once. */
    url: string;
  }[];
};
/** The operations of the client, with their paths. */ export interface offered {
  /** Turn a text into a sound. */ textToAudio: '/kling/v1/audio/text-to-audio';
  /** Make a sound for a video. */ videoToAudio: '/kling/v1/audio/video-to-audio';
  /** Turn a text into a video. */ textToVideo: '/kling/v1/videos/text2video';
  /** Make a video from text, pictures, elements and a video. */ omniVideo: '/kling/v1/videos/omni-video';
  /** Turn a text or pictures into pictures. */ imageGeneration: '/kling/v1/images/generations';
  /** Read a text out. */ textToSpeech: '/kling/v1/audio/tts';
  /** Turn several pictures into a video. */ multiImageToVideo: '/kling/v1/videos/multi-image2video';
}

/** All that the client's types are made from. */ export interface contract {
  paths: paths;
  offered: offered;
}
