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
  '/v1/videos/image2video': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List image-to-video tasks */
    get: operations['listImageToVideo'];
    put?: never;
    /** Turn a picture into a video */
    post: operations['createImageToVideo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/videos/image2video/{task_id}': {
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
  '/v1/videos/omni-video': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List omni-video tasks */
    get: operations['listOmniVideo'];
    put?: never;
    /** Make a video from text, pictures, elements and a video */
    post: operations['createOmniVideo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/videos/omni-video/{task_id}': {
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
  '/v1/videos/motion-control': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List motion-control tasks */
    get: operations['listMotionControl'];
    put?: never;
    /** Move the figure of a picture as in a video */
    post: operations['createMotionControl'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/videos/motion-control/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one motion-control task */
    get: operations['getMotionControl'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/videos/multi-image2video': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List multi-image-to-video tasks */
    get: operations['listMultiImageToVideo'];
    put?: never;
    /** Turn several pictures into a video */
    post: operations['createMultiImageToVideo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/videos/multi-image2video/{task_id}': {
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
  '/v1/videos/video-extend': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List video-extend tasks */
    get: operations['listVideoExtend'];
    put?: never;
    /** Extend a video */
    post: operations['createVideoExtend'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/videos/video-extend/{task_id}': {
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
    /** What should not be seen. At most 2,500 characters. */
    NegativePrompt: string;
    /**
     * Several shots in one video.
     * @default false
     */
    MultiShot: boolean;
    /**
     * With `multi_shot`, who cuts the shots, you (`customize`, by `multi_prompt`) or the model (`intelligence`).
     * @enum {string}
     */
    ShotType: ShotType;
    /** With `shot_type` `customize`, one entry per shot; their durations add up to `duration`. */
    Shots: components['schemas']['Shot'][];
    Shot: Shot;
    /** How the camera moves. Left out, the model decides. */
    CameraControl: CameraControl;
    FinalBalanceDeduction: FinalBalanceDeduction;
    Callback: Callback;
    TextToAudioTask: TextToAudioTask;
    VideoToAudioTask: VideoToAudioTask;
    VideoExtendAnswer: VideoExtendAnswer;
    VideoExtendList: VideoExtendList;
    VideoExtendTask: VideoExtendTask;
    /** One shot */
    OneShot: OneShot;
    /** Shots cut by the model */
    ShotsByModel: ShotsByModel;
    /** Shots of your own */
    OwnShots: OwnShots;
    TextToAudioInput: TextToAudioInput;
    VideoToAudioInput: VideoToAudioInput;
    TextToVideoInput: TextToVideoInput;
    ImageToVideoInput: ImageToVideoInput;
    OmniVideoInput: OmniVideoInput;
    MotionControlInput: MotionControlInput;
    MultiImageToVideoInput: MultiImageToVideoInput;
    VideoExtendInput: VideoExtendInput;
    VideoTaskResult: VideoTaskResult;
    ImageTaskResult: ImageTaskResult;
    CallbackResult: CallbackResult;
    TextToAudioTaskResult: TextToAudioTaskResult;
    VideoToAudioTaskResult: VideoToAudioTaskResult;
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
          'application/json': components['schemas']['VideoTaskList'];
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
          'application/json': components['schemas']['VideoTaskAnswer'];
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
  listImageToVideo: {
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
          'application/json': components['schemas']['VideoTaskList'];
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
  getImageToVideo: {
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
          'application/json': components['schemas']['VideoTaskAnswer'];
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
  listOmniVideo: {
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
          'application/json': components['schemas']['VideoTaskList'];
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
  getOmniVideo: {
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
          'application/json': components['schemas']['VideoTaskAnswer'];
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
  listMotionControl: {
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
          'application/json': components['schemas']['VideoTaskList'];
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
  createMotionControl: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MotionControlInput'];
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
  getMotionControl: {
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
          'application/json': components['schemas']['VideoTaskAnswer'];
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
  listMultiImageToVideo: {
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
          'application/json': components['schemas']['VideoTaskList'];
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
  getMultiImageToVideo: {
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
          'application/json': components['schemas']['VideoTaskAnswer'];
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
  listVideoExtend: {
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
          'application/json': components['schemas']['VideoExtendList'];
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
  getVideoExtend: {
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
          'application/json': components['schemas']['VideoExtendAnswer'];
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
export type ShotType = 'customize' | 'intelligence';
export type Shot = {
  /** Place of the shot in the video. */
  index: number;
  /** What this shot shows. At most 512 characters. */
  prompt: string;
  /** Seconds of this shot, at least 1. */
  duration: string;
};
export type CameraControl = {
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
export type VideoExtendAnswer = {
  /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
  code: components['schemas']['SuccessCode'];
  /** What the code means. */
  message: components['schemas']['Message'];
  /** Id of this request: quote it when you ask the provider about it. */
  request_id: components['schemas']['RequestId'];
  data: components['schemas']['VideoExtendTask'];
};
export type VideoExtendList = {
  /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
  code: components['schemas']['SuccessCode'];
  /** What the code means. */
  message: components['schemas']['Message'];
  /** Id of this request: quote it when you ask the provider about it. */
  request_id: components['schemas']['RequestId'];
  data: components['schemas']['VideoExtendTask'][];
};
export type VideoExtendTask = {
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
  watermark_info?: components['schemas']['WatermarkShown'];
  task_result?: components['schemas']['VideoTask']['task_result'];
  /** Units that the task cost. */
  final_unit_deduction?: string;
  final_balance_deduction?: components['schemas']['FinalBalanceDeduction'];
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
};
export type OneShot = {
  prompt: string;
  /** @constant */
  multi_shot?: false;
};
export type ShotsByModel = {
  prompt: string;
  /** @constant */
  multi_shot: true;
  /** @constant */
  shot_type: 'intelligence';
};
export type OwnShots = {
  /** @constant */
  multi_shot: true;
  /** @constant */
  shot_type: 'customize';
  multi_prompt: components['schemas']['Shot'][];
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
  negative_prompt?: components['schemas']['NegativePrompt'];
  /** Several shots in one video. */
  multi_shot?: components['schemas']['MultiShot'];
  /** With `multi_shot`, who cuts the shots, you (`customize`, by `multi_prompt`) or the model (`intelligence`). */
  shot_type?: components['schemas']['ShotType'];
  /** With `shot_type` `customize`, one entry per shot; their durations add up to `duration`. */
  multi_prompt?: components['schemas']['Shots'];
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
  camera_control?: components['schemas']['CameraControl'];
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
  watermark_info?: components['schemas']['WatermarkInfo'];
  /** A name of your own for the task, unique within the account. Tasks can be looked up by it. */
  external_task_id?: components['schemas']['ExternalTaskId'];
  /** Address that is told when the status changes. */
  callback_url?: components['schemas']['CallbackUrl'];
} & (
  | components['schemas']['OneShot']
  | components['schemas']['ShotsByModel']
  | components['schemas']['OwnShots']
);
export type ImageToVideoInput = {
  /**
   * Which model draws the video. Left out, it is one that is no longer served.
   * @default kling-v1
   * @enum {string}
   */
  model_name?:
    | 'kling-v1'
    | 'kling-v1-5'
    | 'kling-v1-6'
    | 'kling-v2-master'
    | 'kling-v2-1'
    | 'kling-v2-1-master'
    | 'kling-v2-5-turbo'
    | 'kling-v2-6'
    | 'kling-v3';
  /** The first frame: an address or raw Base64. JPG or PNG, at most 10 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1. */
  image?: string;
  /** The last frame: an address or raw Base64. JPG or PNG, at most 10 MB, each side at least 300 pixels. No model that is served takes it without `image`. */
  image_tail?: string;
  /** What should happen. At most 2,500 characters. Refers to pictures, elements and voices as `<<<image_1>>>`, `<<<element_1>>>` and `<<<voice_1>>>`. Ignored when every shot has its own prompt. */
  prompt?: string;
  /** What should not be seen. At most 2,500 characters. */
  negative_prompt?: components['schemas']['NegativePrompt'];
  /** Several shots in one video. */
  multi_shot?: components['schemas']['MultiShot'];
  /** With `multi_shot`, who cuts the shots, you (`customize`, by `multi_prompt`) or the model (`intelligence`). */
  shot_type?: components['schemas']['ShotType'];
  /** With `shot_type` `customize`, one entry per shot; their durations add up to `duration`. */
  multi_prompt?: components['schemas']['Shots'];
  /** Elements that appear in the video, at most three. */
  element_list?: components['schemas']['ElementReference'][];
  /** Voices that speak in the video, at most two; they need `sound` and raise the price. The page rules them out beside `element_list`, and shows both in a sample. */
  voice_list?: {
    /** Id of a voice, as the voice operations give it; voices for text to speech are others. */
    voice_id: string;
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
  /** A picture in the ratio of `image`: what it marks stays where it is. An address or raw Base64. */
  static_mask?: string;
  /** What moves where, at most six. Only retired models are documented to take masks. */
  dynamic_masks?: {
    /** A picture that marks what moves, as large as `static_mask`, or the task fails. An address or raw Base64. */
    mask: string;
    /** The way that it takes: 2 to 77 points for five seconds. */
    trajectories: {
      /** Pixels from the left. */
      x: number;
      /** Pixels from the bottom. */
      y: number;
    }[];
  }[];
  /** How the camera moves. Left out, the model decides. */
  camera_control?: components['schemas']['CameraControl'];
  /**
   * Length in seconds. Which lengths a model offers depends on model and mode; older ones take 5 and 10 only.
   * @default 5
   * @enum {string}
   */
  duration?: '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | '13' | '14' | '15';
  /** Ask for a second, watermarked file. */
  watermark_info?: components['schemas']['WatermarkInfo'];
  /** A name of your own for the task, unique within the account. Tasks can be looked up by it. */
  external_task_id?: components['schemas']['ExternalTaskId'];
  /** Address that is told when the status changes. */
  callback_url?: components['schemas']['CallbackUrl'];
} & ((
  | components['schemas']['OneShot']
  | components['schemas']['ShotsByModel']
  | components['schemas']['OwnShots']
) &
  (
    | {
        image: string;
        /** @constant */
        image_tail?: '';
        camera_control?: never;
      }
    | {
        image_tail: string;
        /** @constant */
        static_mask?: '';
        dynamic_masks?: never;
        camera_control?: never;
      }
    | {
        image: string;
        /** @constant */
        image_tail?: '';
        /** @constant */
        static_mask?: '';
        dynamic_masks?: never;
      }
  ) &
  (
    | {
        voice_list?: never;
      }
    | {
        /** @constant */
        sound: 'on';
      }
  ));
export type OmniVideoInput = {
  /**
   * Which model draws the video.
   * @default kling-video-o1
   * @enum {string}
   */
  model_name?: 'kling-video-o1' | 'kling-v3-omni';
  /** What should be seen. At most 2,500 characters. Refers to pictures, elements and the video as `<<<image_1>>>`, `<<<element_1>>>` and `<<<video_1>>>`. Ignored when every shot has its own prompt. */
  prompt?: string;
  /** Several shots in one video. */
  multi_shot?: components['schemas']['MultiShot'];
  /** With `multi_shot`, who cuts the shots, you (`customize`, by `multi_prompt`) or the model (`intelligence`). */
  shot_type?: components['schemas']['ShotType'];
  /** With `shot_type` `customize`, one entry per shot; their durations add up to `duration`. */
  multi_prompt?: components['schemas']['Shots'];
  /** Pictures to refer to, or as the first and the last frame. Together with the elements at most seven, or four beside a video or an element that was made from a video. With kling-video-o1, more than two allow no frames. */
  image_list?: {
    /** An address or raw Base64. JPG or PNG, at most 10 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1. */
    image_url: string;
    /**
     * Which frame the picture is. Left out, it is there to refer to.
     * @enum {string}
     */
    type?: 'first_frame' | 'end_frame';
  }[];
  /** Elements that appear in the video. Beside frames, at most three with kling-v3-omni; with kling-video-o1, none beside both frames. */
  element_list?: components['schemas']['ElementReference'][];
  /** A video to refer to or to change, at most one. */
  video_list?: {
    /** Address of an MP4 or MOV of at most 200 MB and 3 to 10 seconds, with kling-v3-omni 15, each side 720 to 2,160 pixels, 24 to 60 frames a second. */
    video_url: string;
    /**
     * Whether the video is changed (`base`) or only referred to (`feature`).
     * @default base
     * @enum {string}
     */
    refer_type?: 'feature' | 'base';
    /**
     * Whether the sound of this video stays.
     * @enum {string}
     */
    keep_original_sound?: 'yes' | 'no';
  }[];
  /**
   * Whether the video comes with sound. Off beside a video, and with kling-video-o1.
   * @default off
   * @enum {string}
   */
  sound?: 'on' | 'off';
  /**
   * Standard or professional quality; 4k for kling-v3-omni only.
   * @default pro
   * @enum {string}
   */
  mode?: 'std' | 'pro' | '4k';
  /**
   * Width to height.
   * @enum {string}
   */
  aspect_ratio?: '16:9' | '9:16' | '1:1';
  /**
   * Length in seconds; at most 10 with kling-video-o1, which takes 5 and 10 only for a text alone or a first frame. Ignored when a video is changed: the length stays, and is paid in whole seconds.
   * @default 5
   * @enum {string}
   */
  duration?: '3' | '4' | '5' | '6' | '7' | '8' | '9' | '10' | '11' | '12' | '13' | '14' | '15';
  /** Ask for a second, watermarked file. */
  watermark_info?: components['schemas']['WatermarkInfo'];
  /** A name of your own for the task, unique within the account. Tasks can be looked up by it. */
  external_task_id?: components['schemas']['ExternalTaskId'];
  /** Address that is told when the status changes. */
  callback_url?: components['schemas']['CallbackUrl'];
} & ((
  | components['schemas']['OneShot']
  | components['schemas']['ShotsByModel']
  | components['schemas']['OwnShots']
) &
  (
    | {
        video_list?: never;
      }
    | {
        /** @constant */
        sound?: 'off';
        multi_prompt?: never;
        video_list?: {
          /** @constant */
          refer_type: 'feature';
        }[];
      }
    | {
        /** @constant */
        sound?: 'off';
        image_list?: {
          type?: never;
        }[];
        video_list?: {
          /** @constant */
          refer_type?: 'base';
        }[];
      }
  ) &
  (
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
      }
  ));
export type MotionControlInput = {
  /**
   * Which model draws the video.
   * @default kling-v2-6
   * @enum {string}
   */
  model_name?: 'kling-v2-6' | 'kling-v3';
  /** One figure, clearly to be seen: an address or raw Base64. JPG or PNG, at most 10 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1. */
  image_url: string;
  /** The movement: address of an MP4 or MOV of at most 100 MB, each side 340 to 3,850 pixels; 3 to 30 seconds, or to 10 when the figure stays as in the picture. */
  video_url: string;
  /**
   * Whether the figure faces as in the picture or as in the video. With an element, as in the video.
   * @enum {string}
   */
  character_orientation: 'image' | 'video';
  /**
   * Standard or professional quality.
   * @enum {string}
   */
  mode: 'std' | 'pro';
  /** What else should be seen. At most 2,500 characters. */
  prompt?: string;
  /** An element that the figure is, at most one; kling-v3 only. */
  element_list?: components['schemas']['ElementReference'][];
  /**
   * Whether the sound of the video stays.
   * @default yes
   * @enum {string}
   */
  keep_original_sound?: 'yes' | 'no';
  /** Ask for a second, watermarked file. */
  watermark_info?: components['schemas']['WatermarkInfo'];
  /** A name of your own for the task, unique within the account. Tasks can be looked up by it. */
  external_task_id?: components['schemas']['ExternalTaskId'];
  /** Address that is told when the status changes. */
  callback_url?: components['schemas']['CallbackUrl'];
};
export type MultiImageToVideoInput = {
  /**
   * Which model draws the video.
   * @default kling-v1-6
   * @enum {string}
   */
  model_name?: 'kling-v1-6';
  /** One to four pictures. They are not cropped, so show no more of each than should be seen. */
  image_list: {
    /** An address or raw Base64. JPG or PNG, at most 10 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1. */
    image: string;
  }[];
  /** What should happen. At most 2,500 characters. */
  prompt: string;
  /** What should not be seen. At most 2,500 characters. */
  negative_prompt?: components['schemas']['NegativePrompt'];
  /**
   * Standard or professional quality.
   * @default std
   * @enum {string}
   */
  mode?: 'std' | 'pro';
  /**
   * Length in seconds.
   * @default 5
   * @enum {string}
   */
  duration?: '5' | '10';
  /**
   * Width to height.
   * @default 16:9
   * @enum {string}
   */
  aspect_ratio?: '16:9' | '9:16' | '1:1';
  /** Ask for a second, watermarked file. */
  watermark_info?: components['schemas']['WatermarkInfo'];
  /** A name of your own for the task, unique within the account. Tasks can be looked up by it. */
  external_task_id?: components['schemas']['ExternalTaskId'];
  /** Address that is told when the status changes. */
  callback_url?: components['schemas']['CallbackUrl'];
};
export type VideoExtendInput = {
  /** Id of a video of text2video, image2video or this operation, younger than 30 days and made by V1.0, V1.5 or V1.6. It grows by four to five seconds, to three minutes at most. */
  video_id: string;
  /** What should happen. At most 2,500 characters. */
  prompt?: string;
  /** What should not be seen. At most 2,500 characters. */
  negative_prompt?: components['schemas']['NegativePrompt'];
  /**
   * How closely the prompt is followed, 0 to 1. V1.0 takes neither this nor `negative_prompt`.
   * @default 0.5
   */
  cfg_scale?: number;
  /** Ask for a second, watermarked file. */
  watermark_info?: components['schemas']['WatermarkInfo'];
  /** A name of your own for the task, unique within the account. Tasks can be looked up by it. */
  external_task_id?: components['schemas']['ExternalTaskId'];
  /** Address that is told when the status changes. */
  callback_url?: components['schemas']['CallbackUrl'];
};
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
/** The operations of the client, with their paths. */ export interface offered {
  /** Turn a text into a sound. */ textToAudio: '/v1/audio/text-to-audio';
  /** Make a sound for a video. */ videoToAudio: '/v1/audio/video-to-audio';
  /** Turn a text into a video. */ textToVideo: '/v1/videos/text2video';
  /** Turn a picture into a video. */ imageToVideo: '/v1/videos/image2video';
  /** Make a video from text, pictures, elements and a video. */ omniVideo: '/v1/videos/omni-video';
  /** Move the figure of a picture as in a video. */ motionControl: '/v1/videos/motion-control';
  /** Turn several pictures into a video. */ multiImageToVideo: '/v1/videos/multi-image2video';
  /** Extend a video. */ videoExtend: '/v1/videos/video-extend';
}

/** All that the client's types are made from. */ export interface contract {
  paths: paths;
  offered: offered;
}
