/** The types of one provider’s document. Made by scripts/generate.ts; do not edit. */
export interface paths {
  '/v1/audio/text-to-audio': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List text-to-audio tasks */
    get: operations['listTextToAudio'];
    put?: never;
    /** Turn a text into a sound */
    post: operations['createTextToAudio'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audio/text-to-audio/{task_id}': {
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
  '/v1/audio/video-to-audio': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List video-to-audio tasks */
    get: operations['listVideoToAudio'];
    put?: never;
    /** Make a sound for a video */
    post: operations['createVideoToAudio'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/audio/video-to-audio/{task_id}': {
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
  '/v1/videos/text2video': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List text-to-video tasks */
    get: operations['listTextToVideo'];
    put?: never;
    /** Turn a text into a video */
    post: operations['createTextToVideo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/videos/text2video/{task_id}': {
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
     * Sent to `callback_url`, flat and not wrapped in `code` and `data`. Accounts with a webhook secret get the three signature headers, all others get none. How often an unanswered callback is repeated is not documented.
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
    /** A name of your own for the task, unique within the account. Tasks can be looked up by it. */
    ExternalTaskId: string;
    /** Address that is told when the status changes. */
    CallbackUrl: string;
    /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
    SuccessCode: number;
    /** What the code means. */
    Message: string;
    /** Id of this request: quote it when you ask the provider about it. */
    RequestId: string;
    /**
     * The state of the task.
     * @enum {string}
     */
    TaskStatus: TaskStatus;
    /**
     * What went wrong. The HTTP status alone does not tell.
     * @enum {integer}
     */
    ServiceCode: ServiceCode;
    Error: Error;
    TaskInfo: TaskInfo;
    TaskAccepted: TaskAccepted;
    Audio: Audio;
    Video: Video;
    /** Ask for a second, watermarked file. */
    WatermarkInfo: WatermarkInfo;
    WatermarkShown: WatermarkShown;
    ElementReference: ElementReference;
    VideoTask: VideoTask;
    ImageTask: ImageTask;
    Image: Image;
    VideoTaskAnswer: VideoTaskAnswer;
    VideoTaskList: VideoTaskList;
    ImageTaskAnswer: ImageTaskAnswer;
    ImageTaskList: ImageTaskList;
    FinalBalanceDeduction: FinalBalanceDeduction;
    Callback: Callback;
    TextToAudioTask: TextToAudioTask;
    VideoToAudioTask: VideoToAudioTask;
    TextToVideoTask: TextToVideoTask;
    TextToAudioInput: TextToAudioInput;
    VideoToAudioInput: VideoToAudioInput;
    TextToVideoInput: TextToVideoInput;
    VideoTaskResult: VideoTaskResult;
    ImageTaskResult: ImageTaskResult;
    CallbackResult: CallbackResult;
    TextToAudioTaskResult: TextToAudioTaskResult;
    VideoToAudioTaskResult: VideoToAudioTaskResult;
    TextToVideoTaskResult: TextToVideoTaskResult;
  };
  responses: {
    /** The request breaks a rule; repeating it does not help. */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** The credentials are missing, wrong or out of date. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** The account may not use this operation or model. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** No such operation or resource. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** Two different things under one status; 1302 and 1303 pass by waiting, the account's troubles do not. */
    TooManyRequests: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** Something broke on the provider's side. */
    ServerError: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** The provider is closed for maintenance. */
    Unavailable: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** The provider did not manage in time. */
    Timeout: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
  };
  parameters: {
    /** The id that Kling gave the task, or the `external_task_id` that you gave it. */
    taskId: string;
    /** Which page, 1 to 1000. */
    pageNum: number;
    /** Tasks per page, 1 to 500. */
    pageSize: number;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  listTextToAudio: {
    parameters: {
      query?: {
        /** Which page, 1 to 1000. */
        pageNum?: number;
        /** Tasks per page, 1 to 500. */
        pageSize?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page of tasks. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
            code: components['schemas']['SuccessCode'];
            /** What the code means. */
            message: components['schemas']['Message'];
            /** Id of this request: quote it when you ask the provider about it. */
            request_id: components['schemas']['RequestId'];
            data: components['schemas']['TextToAudioTask'][];
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
      504: components['responses']['Timeout'];
    };
  };
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
          'application/json': components['schemas']['TaskAccepted'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
      504: components['responses']['Timeout'];
    };
  };
  getTextToAudio: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The id that Kling gave the task, or the `external_task_id` that you gave it. */
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
          'application/json': {
            /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
            code: components['schemas']['SuccessCode'];
            /** What the code means. */
            message: components['schemas']['Message'];
            /** Id of this request: quote it when you ask the provider about it. */
            request_id: components['schemas']['RequestId'];
            data: components['schemas']['TextToAudioTask'];
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
      504: components['responses']['Timeout'];
    };
  };
  listVideoToAudio: {
    parameters: {
      query?: {
        /** Which page, 1 to 1000. */
        pageNum?: number;
        /** Tasks per page, 1 to 500. */
        pageSize?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page of tasks. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
            code: components['schemas']['SuccessCode'];
            /** What the code means. */
            message: components['schemas']['Message'];
            /** Id of this request: quote it when you ask the provider about it. */
            request_id: components['schemas']['RequestId'];
            data: components['schemas']['VideoToAudioTask'][];
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
      504: components['responses']['Timeout'];
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
          'application/json': components['schemas']['TaskAccepted'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
      504: components['responses']['Timeout'];
    };
  };
  getVideoToAudio: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The id that Kling gave the task, or the `external_task_id` that you gave it. */
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
          'application/json': {
            /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
            code: components['schemas']['SuccessCode'];
            /** What the code means. */
            message: components['schemas']['Message'];
            /** Id of this request: quote it when you ask the provider about it. */
            request_id: components['schemas']['RequestId'];
            data: components['schemas']['VideoToAudioTask'];
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
      504: components['responses']['Timeout'];
    };
  };
  listTextToVideo: {
    parameters: {
      query?: {
        /** Which page, 1 to 1000. */
        pageNum?: number;
        /** Tasks per page, 1 to 500. */
        pageSize?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page of tasks. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
            code: components['schemas']['SuccessCode'];
            /** What the code means. */
            message: components['schemas']['Message'];
            /** Id of this request: quote it when you ask the provider about it. */
            request_id: components['schemas']['RequestId'];
            data: components['schemas']['TextToVideoTask'][];
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
      504: components['responses']['Timeout'];
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
          'application/json': components['schemas']['TaskAccepted'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
      504: components['responses']['Timeout'];
    };
  };
  getTextToVideo: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The id that Kling gave the task, or the `external_task_id` that you gave it. */
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
          'application/json': {
            /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
            code: components['schemas']['SuccessCode'];
            /** What the code means. */
            message: components['schemas']['Message'];
            /** Id of this request: quote it when you ask the provider about it. */
            request_id: components['schemas']['RequestId'];
            data: components['schemas']['TextToVideoTask'];
          };
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
      504: components['responses']['Timeout'];
    };
  };
  onTaskStatus: {
    parameters: {
      query?: never;
      header?: {
        /** The same for every repetition of one message. */
        'webhook-id'?: string;
        /** Unix time in seconds; trust it for five minutes. */
        'webhook-timestamp'?: string;
        /** One or more `v1,<base64>`, separated by spaces. */
        'webhook-signature'?: string;
      };
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
export type TaskStatus = 'submitted' | 'processing' | 'succeed' | 'failed';
export type ServiceCode =
  | 1000
  | 1001
  | 1002
  | 1003
  | 1004
  | 1100
  | 1101
  | 1102
  | 1103
  | 1200
  | 1201
  | 1202
  | 1203
  | 1300
  | 1301
  | 1302
  | 1303
  | 1304
  | 5000
  | 5001
  | 5002;
export type Error = {
  /** What went wrong. The HTTP status alone does not tell. */
  code: components['schemas']['ServiceCode'];
  /** What the code means. */
  message: components['schemas']['Message'];
  /** Id of this request: quote it when you ask the provider about it. */
  request_id: components['schemas']['RequestId'];
};
export type TaskInfo = {
  /** A name of your own for the task, unique within the account. Tasks can be looked up by it. */
  external_task_id?: components['schemas']['ExternalTaskId'];
};
export type TaskAccepted = {
  /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
  code: components['schemas']['SuccessCode'];
  /** What the code means. */
  message: components['schemas']['Message'];
  /** Id of this request: quote it when you ask the provider about it. */
  request_id: components['schemas']['RequestId'];
  data: {
    /** The id that Kling gave the task. */
    task_id: string;
    task_info?: components['schemas']['TaskInfo'];
    /** The state of the task. */
    task_status: components['schemas']['TaskStatus'];
    /** Unix time in milliseconds. */
    created_at: number;
    /** Unix time in milliseconds. */
    updated_at: number;
  };
};
export type Audio = {
  /** Id of the sound. */
  id: string;
  /** The sound as MP3. Gone after 30 days. */
  url_mp3: string;
  /** The sound as WAV. Gone after 30 days. */
  url_wav: string;
  /** Seconds of the MP3. */
  duration_mp3: string;
  /** Seconds of the WAV. */
  duration_wav: string;
};
export type Video = {
  /** Id of the video. */
  id: string;
  /** The video as MP4. Gone after 30 days. */
  url: string;
  /** Seconds of the video. */
  duration: string;
};
export type WatermarkInfo = {
  /** Whether to make it. */
  enabled?: boolean;
};
export type WatermarkShown = {
  /** Whether a watermarked file was asked for. */
  enabled?: boolean;
};
export type ElementReference = {
  /**
   * Id of an element, as the element operations give it. Write it as text: it has more digits than a number holds.
   */
  element_id: string | number;
};
export type VideoTask = {
  /** The id that Kling gave the task. */
  task_id: string;
  /** The state of the task. */
  task_status: components['schemas']['TaskStatus'];
  /** Why the task failed. */
  task_status_msg?: string;
  task_info?: components['schemas']['TaskInfo'];
  watermark_info?: components['schemas']['WatermarkShown'];
  task_result?: components['schemas']['VideoTaskResult'];
  /** Units that the task cost. */
  final_unit_deduction?: string;
  final_balance_deduction?: components['schemas']['FinalBalanceDeduction'];
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
};
export type ImageTask = {
  /** The id that Kling gave the task. */
  task_id: string;
  /** The state of the task. */
  task_status: components['schemas']['TaskStatus'];
  /** Why the task failed. */
  task_status_msg?: string;
  task_info?: components['schemas']['TaskInfo'];
  watermark_info?: components['schemas']['WatermarkShown'];
  task_result?: components['schemas']['ImageTaskResult'];
  /** Units that the task cost. */
  final_unit_deduction?: string;
  final_balance_deduction?: components['schemas']['FinalBalanceDeduction'];
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
};
export type Image = {
  /** Place of the picture, counted from 0. Pictures have no id. */
  index: number;
  /** The picture. Gone after 30 days. */
  url: string;
  /** The watermarked file, where asked for. */
  watermark_url?: string;
};
export type VideoTaskAnswer = {
  /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
  code: components['schemas']['SuccessCode'];
  /** What the code means. */
  message: components['schemas']['Message'];
  /** Id of this request: quote it when you ask the provider about it. */
  request_id: components['schemas']['RequestId'];
  data: components['schemas']['VideoTask'];
};
export type VideoTaskList = {
  /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
  code: components['schemas']['SuccessCode'];
  /** What the code means. */
  message: components['schemas']['Message'];
  /** Id of this request: quote it when you ask the provider about it. */
  request_id: components['schemas']['RequestId'];
  data: components['schemas']['VideoTask'][];
};
export type ImageTaskAnswer = {
  /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
  code: components['schemas']['SuccessCode'];
  /** What the code means. */
  message: components['schemas']['Message'];
  /** Id of this request: quote it when you ask the provider about it. */
  request_id: components['schemas']['RequestId'];
  data: components['schemas']['ImageTask'];
};
export type ImageTaskList = {
  /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
  code: components['schemas']['SuccessCode'];
  /** What the code means. */
  message: components['schemas']['Message'];
  /** Id of this request: quote it when you ask the provider about it. */
  request_id: components['schemas']['RequestId'];
  data: components['schemas']['ImageTask'][];
};
export type FinalBalanceDeduction = {
  /** Amount taken from the balance. */
  quota?: string;
  /** Amount before discounts. */
  list_price?: string;
};
export type Callback = {
  /** The id that Kling gave the task. */
  task_id: string;
  /** The state of the task. */
  task_status: components['schemas']['TaskStatus'];
  /** Why the task failed. */
  task_status_msg?: string;
  /** Unix time in milliseconds. */
  created_at?: number;
  /** Unix time in milliseconds. */
  updated_at?: number;
  /** Units that the task cost. */
  final_unit_deduction?: string;
  final_balance_deduction?: components['schemas']['FinalBalanceDeduction'];
  task_info?: {
    parent_video?: components['schemas']['Video'];
    /** A name of your own for the task, unique within the account. Tasks can be looked up by it. */
    external_task_id?: components['schemas']['ExternalTaskId'];
  };
  task_result?: components['schemas']['CallbackResult'];
};
export type TextToAudioTask = {
  /** The id that Kling gave the task. */
  task_id: string;
  /** The state of the task. */
  task_status: components['schemas']['TaskStatus'];
  /** Why the task failed. */
  task_status_msg?: string;
  task_info?: components['schemas']['TaskInfo'];
  task_result?: components['schemas']['TextToAudioTaskResult'];
  /** Units that the task cost. */
  final_unit_deduction?: string;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
  final_balance_deduction?: components['schemas']['FinalBalanceDeduction'];
};
export type VideoToAudioTask = {
  /** The id that Kling gave the task. */
  task_id: string;
  /** The state of the task. */
  task_status: components['schemas']['TaskStatus'];
  /** Why the task failed. */
  task_status_msg?: string;
  task_info?: {
    /** A name of your own for the task, unique within the account. Tasks can be looked up by it. */
    external_task_id?: components['schemas']['ExternalTaskId'];
    parent_video?: components['schemas']['Video'];
  };
  task_result?: components['schemas']['VideoToAudioTaskResult'];
  /** Units that the task cost. */
  final_unit_deduction?: string;
  final_balance_deduction?: components['schemas']['FinalBalanceDeduction'];
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
};
export type TextToVideoTask = {
  /** The id that Kling gave the task. */
  task_id: string;
  /** The state of the task. */
  task_status: components['schemas']['TaskStatus'];
  /** Why the task failed. */
  task_status_msg?: string;
  task_info?: components['schemas']['TaskInfo'];
  watermark_info?: {
    /** Whether a watermarked file was asked for. */
    enabled?: boolean;
  };
  task_result?: components['schemas']['TextToVideoTaskResult'];
  /** Units that the task cost. */
  final_unit_deduction?: string;
  final_balance_deduction?: components['schemas']['FinalBalanceDeduction'];
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
};
export type TextToAudioInput = {
  /** What should be heard. At most 200 characters. */
  prompt: string;
  /**
   * Length of the sound in seconds, 3.0 to 10.0 with one decimal.
   * @enum {number}
   */
  duration: number;
  /** A name of your own for the task, unique within the account. Tasks can be looked up by it. */
  external_task_id?: components['schemas']['ExternalTaskId'];
  /** Address that is told when the status changes. */
  callback_url?: components['schemas']['CallbackUrl'];
};
export type VideoToAudioInput = {
  /** A video made by Kling within the last 30 days, 3.0 to 20.0 s long. Either this or `video_url`. */
  video_id?: string;
  /** Address of an .mp4 or .mov file of at most 100 MB, 3.0 to 20.0 s long. Either this or `video_id`. */
  video_url?: string;
  /** Sound effects to add. At most 200 characters. */
  sound_effect_prompt?: string;
  /** Music to put underneath. At most 200 characters. */
  bgm_prompt?: string;
  /**
   * Bring out fine detail; meant for very close recordings.
   * @default false
   */
  asmr_mode?: boolean;
  /** A name of your own for the task, unique within the account. Tasks can be looked up by it. */
  external_task_id?: components['schemas']['ExternalTaskId'];
  /** Address that is told when the status changes. */
  callback_url?: components['schemas']['CallbackUrl'];
} & (
  | {
      video_id: string;
      /** @constant */
      video_url?: '';
    }
  | {
      video_url: string;
      /** @constant */
      video_id?: '';
    }
);
export type TextToVideoInput = {
  /**
   * Which model draws the video. Left out, it is one that is no longer served.
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
  /** What should be seen. At most 2,500 characters. Ignored when every shot has its own prompt. */
  prompt?: string;
  /** What should not be seen. At most 2,500 characters. */
  negative_prompt?: string;
  /**
   * Several shots in one video.
   * @default false
   */
  multi_shot?: boolean;
  /**
   * With `multi_shot`, who cuts the shots, you (`customize`, by `multi_prompt`) or the model (`intelligence`).
   * @enum {string}
   */
  shot_type?: 'customize' | 'intelligence';
  /** With `shot_type` `customize`, one entry per shot; their durations add up to `duration`. */
  multi_prompt?: {
    /** Place of the shot in the video. */
    index?: number;
    /** What this shot shows. At most 512 characters. */
    prompt?: string;
    /** Seconds of this shot, at least 1. */
    duration?: string;
  }[];
  /**
   * Whether the video comes with sound; models from kling-v2-6 on.
   * @default off
   * @enum {string}
   */
  sound?: 'on' | 'off';
  /**
   * How closely the prompt is followed, 0 to 1. Not for kling-v2.x models.
   * @default 0.5
   */
  cfg_scale?: number;
  /**
   * Standard or professional quality; 4k for kling-v3 only.
   * @default std
   * @enum {string}
   */
  mode?: 'std' | 'pro' | '4k';
  /** How the camera moves. Left out, the model decides. */
  camera_control?: {
    /**
     * A preset, or `simple` for one axis of your own.
     * @enum {string}
     */
    type?: 'simple' | 'down_back' | 'forward_up' | 'right_turn_forward' | 'left_turn_forward';
    /** With `simple`, exactly one axis that is not 0. */
    config?: {
      /**
       * Move left (-) or right (+).
       */
      horizontal?: number;
      /**
       * Move down (-) or up (+).
       */
      vertical?: number;
      /**
       * Turn left (-) or right (+); until 2025 the page meant up and down.
       */
      pan?: number;
      /**
       * Turn down (-) or up (+); until 2025 the page meant left and right.
       */
      tilt?: number;
      /**
       * Roll against (-) or with (+) the clock.
       */
      roll?: number;
      /**
       * Longer focal length, so closer (-), or shorter, so a wider view (+). CometAPI says the opposite of the same field.
       */
      zoom?: number;
    } | null;
  } & (
    | {
        /** @constant */
        type: 'simple';
        config:
          | {
              horizontal: number;
            }
          | {
              vertical: number;
            }
          | {
              pan: number;
            }
          | {
              tilt: number;
            }
          | {
              roll: number;
            }
          | {
              zoom: number;
            };
      }
    | {
        /** @enum {string} */
        type: 'down_back' | 'forward_up' | 'right_turn_forward' | 'left_turn_forward';
        config?: null;
      }
  );
  /**
   * Width to height.
   * @default 16:9
   * @enum {string}
   */
  aspect_ratio?: '16:9' | '9:16' | '1:1';
  /**
   * Length in seconds. Which lengths a model offers depends on model and mode; older ones take 5 and 10 only.
   * @default 5
   * @enum {string}
   */
  duration?: '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | '13' | '14' | '15';
  /** Ask for a second, watermarked file. */
  watermark_info?: {
    /** Whether to make it. */
    enabled?: boolean;
  };
  /** A name of your own for the task, unique within the account. Tasks can be looked up by it. */
  external_task_id?: components['schemas']['ExternalTaskId'];
  /** Address that is told when the status changes. */
  callback_url?: components['schemas']['CallbackUrl'];
} & (
  | {
      prompt: string;
      /** @constant */
      multi_shot?: false;
    }
  | {
      prompt: string;
      /** @constant */
      multi_shot: true;
      /** @constant */
      shot_type: 'intelligence';
    }
  | {
      /** @constant */
      multi_shot: true;
      /** @constant */
      shot_type: 'customize';
      multi_prompt: {
        index: number;
        prompt: string;
        duration: string;
      }[];
    }
);
export type VideoTaskResult = {
  videos?: {
    /** Id of the video. */
    id: string;
    /** The video as MP4. Gone after 30 days. */
    url: string;
    /** The watermarked file, where asked for. */
    watermark_url?: string;
    /** Seconds of the video. */
    duration: string;
  }[];
};
export type ImageTaskResult = {
  images?: components['schemas']['Image'][];
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
export type TextToAudioTaskResult = {
  audios?: components['schemas']['Audio'][];
};
export type VideoToAudioTaskResult = {
  videos?: components['schemas']['Video'][];
  audios?: components['schemas']['Audio'][];
};
export type TextToVideoTaskResult = {
  videos?: {
    /** Id of the video. */
    id: string;
    /** The video as MP4. Gone after 30 days. */
    url: string;
    /** The watermarked file, where asked for. */
    watermark_url?: string;
    /** Seconds of the video. */
    duration: string;
  }[];
};
/** The operations of the client, with their paths. */ export interface offered {
  /** Turn a text into a sound. */ textToAudio: '/v1/audio/text-to-audio';
  /** Make a sound for a video. */ videoToAudio: '/v1/audio/video-to-audio';
  /** Turn a text into a video. */ textToVideo: '/v1/videos/text2video';
}

/** All that the client's types are made from. */ export interface contract {
  paths: paths;
  offered: offered;
}
