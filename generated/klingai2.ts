/** The types of one provider’s document. Made by scripts/generate.ts; do not edit. */
export interface paths {
  '/tasks': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get tasks by their ids
     * Tasks of all operations, many at once, by `task_ids` or by `external_task_ids` and never by both. A task does not tell which operation or model made it.
     */
    get: operations['getTasks'];
    put?: never;
    /**
     * List tasks by cursor
     * Reads only. Without a cursor, the tasks that were created between two times, those of the last 30 days unless others are named.
     */
    post: operations['listTasks'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/text-to-video/kling-3.0-turbo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Turn a text into a video with Kling 3.0 Turbo, always with sound */
    post: operations['createTextToVideoKling30Turbo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/text-to-video/kling-3.0': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Turn a text into a video with Kling 3.0 */
    post: operations['createTextToVideoKling30'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/text-to-video/kling-2.6': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Turn a text into a video with Kling 2.6 */
    post: operations['createTextToVideoKling26'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/text-to-video/kling-2.5-turbo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Turn a text into a video with Kling 2.5 Turbo */
    post: operations['createTextToVideoKling25Turbo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/image-to-video/kling-3.0-turbo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Turn a picture into a video with Kling 3.0 Turbo, always with sound */
    post: operations['createImageToVideoKling30Turbo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/image-to-video/kling-3.0': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Turn a picture into a video with Kling 3.0 */
    post: operations['createImageToVideoKling30'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/image-to-video/kling-2.6': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Turn a picture into a video with Kling 2.6 */
    post: operations['createImageToVideoKling26'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/image-to-video/kling-2.5-turbo': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Turn a picture into a video with Kling 2.5 Turbo */
    post: operations['createImageToVideoKling25Turbo'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/omni-video/kling-3.0-omni': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make a video from text, pictures, elements and a video with Kling 3.0 Omni */
    post: operations['createOmniVideoKling30Omni'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/omni-video/kling-o1': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make a video from text, pictures, elements and a video with Kling O1 */
    post: operations['createOmniVideoKlingO1'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/motion-control/kling-3.0': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Move the figure of a picture as in a video with Kling 3.0 */
    post: operations['createMotionControlKling30'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/motion-control/kling-2.6': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Move the figure of a picture as in a video with Kling 2.6 */
    post: operations['createMotionControlKling26'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/solutions/virtual_try_on': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Dress a person in a picture in another garment */
    post: operations['createVirtualTryOn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/solutions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get virtual-try-on tasks by their ids
     * By `task_ids` or by `external_task_ids` and never by both, at most 20 at once. Tasks that `GET /tasks` has are not here.
     */
    get: operations['getSolutions'];
    put?: never;
    /**
     * List virtual-try-on tasks by cursor
     * Reads only.
     */
    post: operations['listSolutions'];
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
     * Sent to `options.callback_url`: the task as `GET /tasks` shows it, not wrapped in `code` and `data`. What was created at a legacy route has `task_id` and `task_status` in place of `id` and `status`. Accounts with a webhook secret get the three signature headers, all others get none. How often an unanswered callback is repeated is not documented. The example is the one that Kling publishes for trying out a verification: it is the whole body, without a space, and its secret is `whsec_dGVzdHNlY3JldHRlc3RzZWNyZXR0ZXN0c2VjcmV0MTI=`.
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
    /** What holds for every operation. */
    Options: Options;
    /** Ask for a second, watermarked file. */
    WatermarkInfo: WatermarkInfo;
    /** A prompt */
    PromptContent: PromptContent;
    /** A prompt */
    LongPromptContent: LongPromptContent;
    /** The first frame */
    FirstFrameContent: FirstFrameContent;
    /** The last frame */
    LastFrameContent: LastFrameContent;
    /** An element */
    ElementContent: ElementContent;
    /** What the prompt calls this, as `@id`. No two are the same, none is a part of another, and none stands in the prompt for something else. */
    ContentId: string;
    /** An address, or raw Base64. JPG or PNG, at most 50 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1. */
    ImageUrl: string;
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
    TaskAccepted: TaskAccepted;
    Task: Task;
    /** A task as callbacks show it. */
    CallbackTask: CallbackTask;
    /** An element */
    CallbackElement: CallbackElement;
    Output: Output;
    /** A video */
    VideoOutput: VideoOutput;
    /** A picture */
    ImageOutput: ImageOutput;
    /** A sound */
    AudioOutput: AudioOutput;
    /** A voice */
    VoiceOutput: VoiceOutput;
    /** An element */
    ElementOutput: ElementOutput;
    /** What the element was made from. */
    ElementMaterials: (
      | {
          /** @constant */
          type?: 'image';
          /** Whether it shows the element from the front (`frontal`) or from another side (`reference` or `refer`). */
          role?: string;
          /** The picture. */
          url?: string;
        }
      | {
          /** @constant */
          type?: 'video';
          /** Always `refer`. */
          role?: string;
          /** The video. */
          url?: string;
        }
      | {
          /** @constant */
          type?: 'voice';
          /** Always `refer`. */
          role?: string;
          /** A sample of it. */
          url?: string;
          /** Id of the voice. */
          id?: string;
          /** What it is called. */
          name?: string;
          /** `kling` for one of Kling's own, otherwise the id of the account that made it. */
          owned_by?: string;
        }
    )[];
    Charge: Charge;
    TasksAnswer: TasksAnswer;
    TaskFilter: TaskFilter;
    TaskPage: TaskPage;
    ImageToVideoKling30TurboContent: ImageToVideoKling30TurboContent;
    ImageToVideoKling30Content: ImageToVideoKling30Content;
    ImageToVideoKling26Content: ImageToVideoKling26Content;
    ImageToVideoKling25TurboContent: ImageToVideoKling25TurboContent;
    OmniVideoKling30OmniContent: OmniVideoKling30OmniContent;
    OmniVideoKlingO1Content: OmniVideoKlingO1Content;
    MotionControlKling30Content: MotionControlKling30Content;
    MotionControlKling26Content: MotionControlKling26Content;
    TryOnContent: TryOnContent;
    TryOnAccepted: TryOnAccepted;
    /**
     * The state of the task. Finished is `succeed` here, and not `succeeded`.
     * @enum {string}
     */
    TryOnStatus: TryOnStatus;
    TryOnTask: TryOnTask;
    SolutionFilter: SolutionFilter;
    /** A voice */
    VoiceContent: VoiceContent;
    /** The first frame */
    NamedFirstFrameContent: NamedFirstFrameContent;
    /** The last frame */
    NamedLastFrameContent: NamedLastFrameContent;
    /** A picture to refer to */
    ReferImageContent: ReferImageContent;
    /** A video to refer to */
    FeatureVideoContent: FeatureVideoContent;
    /** A video to change */
    BaseVideoContent: BaseVideoContent;
    /** A video to refer to */
    ShortFeatureVideoContent: ShortFeatureVideoContent;
    /** A video to change */
    ShortBaseVideoContent: ShortBaseVideoContent;
    /** Address of an MP4 or MOV of at most 200 MB and 3 to 15.5 seconds, each side 700 to 4,553 pixels and at most 8,294,400 in all, from 0.4:1 to 2:1, 24 to 60 frames a second. */
    OmniVideoUrl: string;
    /** Address of an MP4 or MOV of at most 200 MB and 3 to 10 seconds, each side 700 to 2,160 pixels, from 0.4:1 to 2:1, 24 to 60 frames a second. */
    ShortVideoUrl: string;
    /** The figure */
    MotionImageContent: MotionImageContent;
    /** The movement */
    MotionVideoContent: MotionVideoContent;
    listTasksInput: components['schemas']['TaskFilter'];
    TextToVideoKling30TurboInput: TextToVideoKling30TurboInput;
    TextToVideoKling30Input: TextToVideoKling30Input;
    TextToVideoKling26Input: TextToVideoKling26Input;
    TextToVideoKling25TurboInput: TextToVideoKling25TurboInput;
    ImageToVideoKling30TurboInput: ImageToVideoKling30TurboInput;
    ImageToVideoKling30Input: ImageToVideoKling30Input;
    ImageToVideoKling26Input: ImageToVideoKling26Input;
    ImageToVideoKling25TurboInput: ImageToVideoKling25TurboInput;
    OmniVideoKling30OmniInput: OmniVideoKling30OmniInput;
    OmniVideoKlingO1Input: OmniVideoKlingO1Input;
    MotionControlKling30Input: MotionControlKling30Input;
    MotionControlKling26Input: MotionControlKling26Input;
    VirtualTryOnInput: VirtualTryOnInput;
    listSolutionsInput: components['schemas']['SolutionFilter'];
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
    /** Ids that Kling gave the tasks, at most 20, with commas between them. */
    taskIds: string;
    /** Ids that you gave the tasks, at most 20, with commas between them. One that has a comma cannot be asked for. */
    externalTaskIds: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  getTasks: {
    parameters: {
      query?: {
        /** Ids that Kling gave the tasks, at most 20, with commas between them. */
        task_ids?: string;
        /** Ids that you gave the tasks, at most 20, with commas between them. One that has a comma cannot be asked for. */
        external_task_ids?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The tasks in their current state. Their order is not promised. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TasksAnswer'];
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
  listTasks: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['listTasksInput'];
      };
    };
    responses: {
      /** One page of tasks. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TaskPage'];
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
  createTextToVideoKling30Turbo: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TextToVideoKling30TurboInput'];
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
  createTextToVideoKling30: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TextToVideoKling30Input'];
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
  createTextToVideoKling26: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TextToVideoKling26Input'];
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
  createTextToVideoKling25Turbo: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['TextToVideoKling25TurboInput'];
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
  createImageToVideoKling30Turbo: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImageToVideoKling30TurboInput'];
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
  createImageToVideoKling30: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImageToVideoKling30Input'];
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
  createImageToVideoKling26: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImageToVideoKling26Input'];
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
  createImageToVideoKling25Turbo: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ImageToVideoKling25TurboInput'];
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
  createOmniVideoKling30Omni: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OmniVideoKling30OmniInput'];
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
  createOmniVideoKlingO1: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OmniVideoKlingO1Input'];
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
  createMotionControlKling30: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MotionControlKling30Input'];
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
  createMotionControlKling26: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MotionControlKling26Input'];
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
  createVirtualTryOn: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['VirtualTryOnInput'];
      };
    };
    responses: {
      /** The task was accepted. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TryOnAccepted'];
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
  getSolutions: {
    parameters: {
      query?: {
        /** Ids that Kling gave the tasks, at most 20, with commas between them. */
        task_ids?: string;
        /** Ids that you gave the tasks, at most 20, with commas between them. One that has a comma cannot be asked for. */
        external_task_ids?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The tasks in their current state. Their order is not promised. */
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
            data: components['schemas']['TryOnTask'][];
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
  listSolutions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['listSolutionsInput'];
      };
    };
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
            data: {
              result?: components['schemas']['TryOnTask'][];
              /** Tasks on this page. */
              count: number;
              /** Where the next page begins. */
              next_cursor?: string;
              /** Whether there is a next page. */
              has_more: boolean;
            };
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
        /**
         * The same for every repetition of one message.
         * @example 9876543210
         */
        'webhook-id'?: string;
        /**
         * Unix time in seconds; trust it for five minutes.
         * @example 1781080794
         */
        'webhook-timestamp'?: string;
        /**
         * One or more `v1,<base64>`, separated by spaces.
         * @example v1,UsKlJP00XoQyOn410NM9xv34sP+Gl0jnOO9Lcpr7NJ4=
         */
        'webhook-signature'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['CallbackTask'];
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
export type Options = {
  /** Address that is told when the status changes. */
  callback_url?: string;
  /** A name of your own for the task, unique within the account, legacy tasks included. Tasks can be looked up by it, unless it has a comma. */
  external_task_id?: string;
  /** Ask for a second, watermarked file. */
  watermark_info?: components['schemas']['WatermarkInfo'];
};
export type WatermarkInfo = {
  /**
   * Whether to make it.
   * @default false
   */
  enabled?: boolean;
};
export type PromptContent = {
  /** @constant */
  type: 'prompt';
  /** What should be seen, and what should not. At most 2,500 characters. Whatever has an `id` is named as `@id`. */
  text: string;
};
export type LongPromptContent = {
  /** @constant */
  type: 'prompt';
  /** What should be seen, and what should not. At most 3,072 characters; Kling advises 2,500. Whatever has an `id` is named as `@id`. Shots of your own are written as `shot 1, 2, words; shot 2, 3, words;`: at most six, each with its number, its seconds, at least one, that add up to `duration`, and at most 512 characters of words. */
  text: string;
};
export type FirstFrameContent = {
  /** @constant */
  type: 'first_frame';
  /** An address, or raw Base64. JPG or PNG, at most 50 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1. */
  url: components['schemas']['ImageUrl'];
};
export type LastFrameContent = {
  /** @constant */
  type: 'last_frame';
  /** An address, or raw Base64. JPG or PNG, at most 50 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1. */
  url: components['schemas']['ImageUrl'];
};
export type ElementContent = {
  /** @constant */
  type: 'element';
  /** Id of an element, as the element operations of the legacy generation give it. */
  element_id: string;
  /** What the prompt calls this, as `@id`. No two are the same, none is a part of another, and none stands in the prompt for something else. */
  id: components['schemas']['ContentId'];
};
export type TaskStatus = 'submitted' | 'processing' | 'succeeded' | 'failed';
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
export type TaskAccepted = {
  /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
  code: components['schemas']['SuccessCode'];
  /** What the code means. */
  message: components['schemas']['Message'];
  /** Id of this request: quote it when you ask the provider about it. */
  request_id: components['schemas']['RequestId'];
  data: {
    /** The id that Kling gave the task. */
    id: string;
    /** The state of the task. */
    status: components['schemas']['TaskStatus'];
    /** Unix time in milliseconds. */
    create_time: number;
    /** Unix time in milliseconds. */
    update_time: number;
    /** The `external_task_id` that you gave the task. */
    external_id?: string;
  };
};
export type Task = {
  /** The id that Kling gave the task. */
  id: string;
  /** The state of the task. */
  status: components['schemas']['TaskStatus'];
  /** Why the task failed. */
  message?: string;
  /** Unix time in milliseconds. */
  create_time: number;
  /** Unix time in milliseconds. */
  update_time: number;
  /** The `external_task_id` that you gave the task. */
  external_id?: string;
  /** What the task made. */
  outputs?: components['schemas']['Output'][];
  /** What the task cost; empty until it ends. */
  billing?: components['schemas']['Charge'][];
};
export type CallbackTask = {
  /** The id that Kling gave the task. */
  id: string;
  /** The state of the task. */
  status: components['schemas']['TaskStatus'];
  /** Why the task failed. */
  message?: string;
  /** Unix time in milliseconds. */
  create_time: number;
  /** Unix time in milliseconds. */
  update_time: number;
  /** The `external_task_id` that you gave the task. */
  external_id?: string;
  /** What the task made. */
  outputs?: (
    | components['schemas']['VideoOutput']
    | components['schemas']['ImageOutput']
    | components['schemas']['AudioOutput']
    | components['schemas']['VoiceOutput']
    | components['schemas']['CallbackElement']
  )[];
  /** What the task cost; empty until it ends. */
  billing?: components['schemas']['Charge'][];
};
export type CallbackElement = {
  /** @constant */
  type: 'element';
  /** Id of the element. */
  id: string;
  /** What it is called. */
  name?: string;
  /** What it is. */
  description?: string;
  /**
   * What it was made from.
   * @enum {string}
   */
  element_type?: 'video_character_elements' | 'multi_image_elements';
  /** What the element was made from. */
  materials?: components['schemas']['ElementMaterials'];
  /** `kling` for one of Kling's own, otherwise the id of the account that made it. */
  owned_by?: string;
  /**
   * Whether it can be used or was deleted.
   * @enum {string}
   */
  status?: 'succeeded' | 'deleted';
  /** What it is found under. */
  tags?: {
    /** Id of the tag. */
    id?: number;
    /** What it is called. */
    name?: string;
    /** What it is for. */
    description?: string;
  }[];
};
export type Output =
  | components['schemas']['VideoOutput']
  | components['schemas']['ImageOutput']
  | components['schemas']['AudioOutput']
  | components['schemas']['VoiceOutput']
  | components['schemas']['ElementOutput'];
export type VideoOutput = {
  /** @constant */
  type: 'video';
  /** Id of the video. */
  id: string;
  /** The video. Gone after 30 days. */
  url: string;
  /** The watermarked file, where asked for. */
  watermark_url?: string;
  /** Seconds of the video. */
  duration: string;
};
export type ImageOutput = {
  /** @constant */
  type: 'image';
  /** The picture. Gone after 30 days. */
  url: string;
  /** The watermarked file, where asked for. */
  watermark_url?: string;
  /** The series that it belongs to, where it does. */
  group_id?: string;
};
export type AudioOutput = {
  /** @constant */
  type: 'audio';
  /** Id of the sound. */
  id: string;
  /** The sound as MP3. Gone after 30 days. */
  mp3_url: string;
  /** The sound as WAV. Gone after 30 days. */
  wav_url: string;
  /** Seconds of the MP3. */
  mp3_duration: string;
  /** Seconds of the WAV. */
  wav_duration: string;
};
export type VoiceOutput = {
  /** @constant */
  type: 'voice';
  /** Id of the voice. */
  id: string;
  /** What it is called. */
  name?: string;
  /** A sample of it. */
  url?: string;
  /** `kling` for one of Kling's own, otherwise the id of the account that made it. */
  owned_by?: string;
  /**
   * Whether it can be used or was deleted.
   * @enum {string}
   */
  status?: 'succeeded' | 'deleted';
};
export type ElementOutput = {
  /** @constant */
  type: 'element';
  /** Id of the element. */
  id: string;
  /** What it is called. */
  name?: string;
  /** What it is. */
  description?: string;
  /**
   * What it was made from.
   * @enum {string}
   */
  element_type?: 'video_character_elements' | 'multi_image_elements';
  /** What the element was made from. */
  references?: components['schemas']['ElementMaterials'];
  /** `kling` for one of Kling's own, otherwise the id of the account that made it. */
  owned_by?: string;
  /**
   * Whether it can be used or was deleted.
   * @enum {string}
   */
  status?: 'succeeded' | 'deleted';
  /** What it is found under. */
  tags?: {
    /** Id of the tag. */
    id?: number;
    /** What it is called. */
    name?: string;
    /** What it is for. */
    description?: string;
  }[];
  /** What the element was made from. */
  materials?: components['schemas']['ElementMaterials'];
};
export type Charge = {
  /**
   * What paid: the balance or a resource pack.
   * @enum {string}
   */
  charge_type?: 'cash' | 'unit';
  /**
   * Of the balance, which one.
   * @enum {string}
   */
  cash_type?: 'balance' | 'test_balance';
  /** How much, as a decimal number: units of a pack, or money after discounts. */
  amount: string;
  /**
   * Of the balance.
   * @enum {string}
   */
  currency?: 'CNY' | 'USD';
  /**
   * Of a pack, which kind.
   * @enum {string}
   */
  package_type?: 'video' | 'image' | 'audio';
  /** Of the balance, the amount before discounts. */
  list_price?: string;
};
export type TasksAnswer = {
  /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
  code: components['schemas']['SuccessCode'];
  /** What the code means. */
  message: components['schemas']['Message'];
  /** Id of this request: quote it when you ask the provider about it. */
  request_id: components['schemas']['RequestId'];
  data: components['schemas']['Task'][];
};
export type TaskFilter = {
  /**
   * Tasks created from then on, in Unix time in milliseconds. Left out, 30 days before the end.
   */
  start_time?: number | string;
  /**
   * Tasks created until then, in Unix time in milliseconds, later than the start. Left out, now.
   */
  end_time?: number | string;
  /** The `next_cursor` of the page before. With it, the times do not count. */
  cursor?: string;
  /**
   * Tasks per page, at most 500.
   * @default 100
   */
  limit?: number;
  /** Only tasks like these; all filters hold. */
  filters?: ({
    /**
     * What to go by.
     * @enum {string}
     */
    key: 'status' | 'product_type';
    /** With `status` any of its four words, with `product_type` video, image or try_on. */
    values: string[];
  } & (
    | {
        /** @constant */
        key?: 'status';
        values?: components['schemas']['TaskStatus'][];
      }
    | {
        /** @constant */
        key?: 'product_type';
        values?: ('video' | 'image' | 'try_on')[];
      }
  ))[];
};
export type TaskPage = {
  /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
  code: components['schemas']['SuccessCode'];
  /** What the code means. */
  message: components['schemas']['Message'];
  /** Id of this request: quote it when you ask the provider about it. */
  request_id: components['schemas']['RequestId'];
  data: {
    result?: components['schemas']['Task'][];
    /** Tasks on this page. */
    count: number;
    /** Where the next page begins. */
    next_cursor?: string;
    /** Whether there is a next page. */
    has_more: boolean;
  };
};
export type ImageToVideoKling30TurboContent = {
  /**
   * What this is.
   * @enum {string}
   */
  type: 'prompt' | 'first_frame';
} & (components['schemas']['FirstFrameContent'] | components['schemas']['PromptContent']);
export type ImageToVideoKling30Content = {
  /**
   * What this is.
   * @enum {string}
   */
  type: 'prompt' | 'first_frame' | 'last_frame' | 'element';
} & (
  | components['schemas']['FirstFrameContent']
  | components['schemas']['LastFrameContent']
  | components['schemas']['LongPromptContent']
  | components['schemas']['ElementContent']
);
export type ImageToVideoKling26Content = {
  /**
   * What this is.
   * @enum {string}
   */
  type: 'prompt' | 'first_frame' | 'last_frame' | 'voice';
} & (
  | components['schemas']['FirstFrameContent']
  | components['schemas']['LastFrameContent']
  | components['schemas']['PromptContent']
  | components['schemas']['VoiceContent']
);
export type ImageToVideoKling25TurboContent = {
  /**
   * What this is.
   * @enum {string}
   */
  type: 'prompt' | 'first_frame' | 'last_frame';
} & (
  | components['schemas']['FirstFrameContent']
  | components['schemas']['LastFrameContent']
  | components['schemas']['PromptContent']
);
export type OmniVideoKling30OmniContent = {
  /**
   * What this is, and what the rest of it has to be.
   * @enum {string}
   */
  type:
    | 'prompt'
    | 'first_frame'
    | 'last_frame'
    | 'refer_image'
    | 'feature_video'
    | 'base_video'
    | 'element';
} & (
  | components['schemas']['LongPromptContent']
  | components['schemas']['NamedFirstFrameContent']
  | components['schemas']['NamedLastFrameContent']
  | components['schemas']['ReferImageContent']
  | components['schemas']['FeatureVideoContent']
  | components['schemas']['BaseVideoContent']
  | components['schemas']['ElementContent']
);
export type OmniVideoKlingO1Content = {
  /**
   * What this is, and what the rest of it has to be.
   * @enum {string}
   */
  type:
    | 'prompt'
    | 'first_frame'
    | 'last_frame'
    | 'refer_image'
    | 'feature_video'
    | 'base_video'
    | 'element';
} & (
  | components['schemas']['PromptContent']
  | components['schemas']['NamedFirstFrameContent']
  | components['schemas']['NamedLastFrameContent']
  | components['schemas']['ReferImageContent']
  | components['schemas']['ShortFeatureVideoContent']
  | components['schemas']['ShortBaseVideoContent']
  | components['schemas']['ElementContent']
);
export type MotionControlKling30Content = {
  /**
   * What this is.
   * @enum {string}
   */
  type: 'prompt' | 'image' | 'video' | 'element';
} & (
  | components['schemas']['PromptContent']
  | components['schemas']['MotionImageContent']
  | components['schemas']['MotionVideoContent']
  | components['schemas']['ElementContent']
);
export type MotionControlKling26Content = {
  /**
   * What this is.
   * @enum {string}
   */
  type: 'prompt' | 'image' | 'video';
} & (
  | components['schemas']['PromptContent']
  | components['schemas']['MotionImageContent']
  | components['schemas']['MotionVideoContent']
);
export type TryOnContent = {
  /**
   * Whether this is the garment or the person.
   * @enum {string}
   */
  type: 'product_image' | 'person_image';
  /** Address of a JPG, PNG or WebP of at most 10 MB, no side longer than 2,048 pixels and each longer than 300. */
  url: string;
};
export type TryOnAccepted = {
  /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
  code: components['schemas']['SuccessCode'];
  /** What the code means. */
  message: components['schemas']['Message'];
  /** Id of this request: quote it when you ask the provider about it. */
  request_id: components['schemas']['RequestId'];
  data: {
    /** The id that Kling gave the task; when it is read, `id`. */
    task_id: string;
    /** The state of the task. Finished is `succeed` here, and not `succeeded`. */
    status: components['schemas']['TryOnStatus'];
    /** Unix time in milliseconds. */
    create_time: number;
    /** Unix time in milliseconds. */
    update_time: number;
    /** The `external_task_id` that you gave the task. */
    external_id?: string;
  };
};
export type TryOnStatus = 'submitted' | 'processing' | 'succeed' | 'failed';
export type TryOnTask = {
  /** The id that Kling gave the task. */
  id: string;
  /** The state of the task. Finished is `succeed` here, and not `succeeded`. */
  status: components['schemas']['TryOnStatus'];
  /** Why the task failed. */
  message?: string;
  /** Unix time in milliseconds. */
  create_time: number;
  /** Unix time in milliseconds. */
  update_time: number;
  /** The `external_task_id` that you gave the task. */
  external_id?: string;
  /** What the task made. */
  outputs?: components['schemas']['ImageOutput'][];
  /** What the task cost; empty until it ends. */
  billing?: components['schemas']['Charge'][];
};
export type SolutionFilter = {
  /**
   * Tasks created from then on, in Unix time in milliseconds.
   */
  start_time?: number;
  /**
   * Tasks created until then, in Unix time in milliseconds, later than the start.
   */
  end_time?: number;
  /** The `next_cursor` of the page before. With it, the times do not count. */
  cursor?: string;
  /**
   * Tasks per page, at most 500; 0 or less counts as 1.
   * @default 500
   */
  limit?: number;
  /** Only tasks like these. */
  filters?: {
    /**
     * What to go by.
     * @enum {string}
     */
    key: 'status';
    /** Any of the four words of a status. */
    values: components['schemas']['TryOnStatus'][];
  }[];
};
export type VoiceContent = {
  /** @constant */
  type: 'voice';
  /** Id of a voice, as the voice operations of the legacy generation give it. It raises the price. */
  voice_id: string;
  /** What the prompt calls this, as `@id`. No two are the same, none is a part of another, and none stands in the prompt for something else. */
  id: components['schemas']['ContentId'];
};
export type NamedFirstFrameContent = {
  /** @constant */
  type: 'first_frame';
  /** An address, or raw Base64. JPG or PNG, at most 50 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1. */
  url: components['schemas']['ImageUrl'];
  /** What the prompt calls this, as `@id`. No two are the same, none is a part of another, and none stands in the prompt for something else. */
  id?: components['schemas']['ContentId'];
};
export type NamedLastFrameContent = {
  /** @constant */
  type: 'last_frame';
  /** An address, or raw Base64. JPG or PNG, at most 50 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1. */
  url: components['schemas']['ImageUrl'];
  /** What the prompt calls this, as `@id`. No two are the same, none is a part of another, and none stands in the prompt for something else. */
  id?: components['schemas']['ContentId'];
};
export type ReferImageContent = {
  /** @constant */
  type: 'refer_image';
  /** An address, or raw Base64. JPG or PNG, at most 50 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1. */
  url: components['schemas']['ImageUrl'];
  /** What the prompt calls this, as `@id`. No two are the same, none is a part of another, and none stands in the prompt for something else. */
  id?: components['schemas']['ContentId'];
};
export type FeatureVideoContent = {
  /** @constant */
  type: 'feature_video';
  /** Address of an MP4 or MOV of at most 200 MB and 3 to 15.5 seconds, each side 700 to 4,553 pixels and at most 8,294,400 in all, from 0.4:1 to 2:1, 24 to 60 frames a second. */
  url: components['schemas']['OmniVideoUrl'];
  /** What the prompt calls this, as `@id`. No two are the same, none is a part of another, and none stands in the prompt for something else. */
  id?: components['schemas']['ContentId'];
};
export type BaseVideoContent = {
  /** @constant */
  type: 'base_video';
  /** Address of an MP4 or MOV of at most 200 MB and 3 to 15.5 seconds, each side 700 to 4,553 pixels and at most 8,294,400 in all, from 0.4:1 to 2:1, 24 to 60 frames a second. */
  url: components['schemas']['OmniVideoUrl'];
  /** What the prompt calls this, as `@id`. No two are the same, none is a part of another, and none stands in the prompt for something else. */
  id?: components['schemas']['ContentId'];
};
export type ShortFeatureVideoContent = {
  /** @constant */
  type: 'feature_video';
  /** Address of an MP4 or MOV of at most 200 MB and 3 to 10 seconds, each side 700 to 2,160 pixels, from 0.4:1 to 2:1, 24 to 60 frames a second. */
  url: components['schemas']['ShortVideoUrl'];
  /** What the prompt calls this, as `@id`. No two are the same, none is a part of another, and none stands in the prompt for something else. */
  id?: components['schemas']['ContentId'];
};
export type ShortBaseVideoContent = {
  /** @constant */
  type: 'base_video';
  /** Address of an MP4 or MOV of at most 200 MB and 3 to 10 seconds, each side 700 to 2,160 pixels, from 0.4:1 to 2:1, 24 to 60 frames a second. */
  url: components['schemas']['ShortVideoUrl'];
  /** What the prompt calls this, as `@id`. No two are the same, none is a part of another, and none stands in the prompt for something else. */
  id?: components['schemas']['ContentId'];
};
export type MotionImageContent = {
  /** @constant */
  type: 'image';
  /** An address, or raw Base64. JPG or PNG, at most 50 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1. */
  url: components['schemas']['ImageUrl'];
};
export type MotionVideoContent = {
  /** @constant */
  type: 'video';
  /** Address of an MP4 or MOV of at most 100 MB, each side 340 to 3,850 pixels; 3 to 30 seconds, or to 10 when the figure faces as in the picture. */
  url: string;
};
export type TextToVideoKling30TurboInput = {
  /** What should be seen, and what should not. At most 3,072 characters; Kling advises 2,500. Shots of your own are written as `shot 1, 2, words; shot 2, 3, words;`: at most six, each with its number, its seconds, at least one, that add up to `duration`, and at most 512 characters of words. */
  prompt: string;
  /** How the video turns out. */
  settings?: {
    /**
     * Picture lines of the video, in lower case.
     * @default 720p
     * @enum {string}
     */
    resolution?: '720p' | '1080p';
    /**
     * Width to height.
     * @default 16:9
     * @enum {string}
     */
    aspect_ratio?: '16:9' | '9:16' | '1:1';
    /**
     * Length in seconds.
     * @default 5
     * @enum {integer}
     */
    duration?: 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15;
  };
  /** What holds for every operation. */
  options?: components['schemas']['Options'];
};
export type TextToVideoKling30Input = {
  /** What should be seen, and what should not. At most 3,072 characters; Kling advises 2,500. Shots of your own are written as `shot 1, 2, words; shot 2, 3, words;`: at most six, each with its number, its seconds, at least one, that add up to `duration`, and at most 512 characters of words. */
  prompt: string;
  /** How the video turns out. */
  settings?: {
    /**
     * Whether the video may have several shots. With false, the shots that a prompt lists make one.
     * @default true
     */
    multi_shot?: boolean;
    /**
     * Whether the video comes with sound of its own.
     * @default off
     * @enum {string}
     */
    audio?: 'native' | 'off';
    /**
     * Picture lines of the video, in lower case.
     * @default 720p
     * @enum {string}
     */
    resolution?: '720p' | '1080p' | '4k';
    /**
     * Width to height.
     * @default 16:9
     * @enum {string}
     */
    aspect_ratio?: '16:9' | '9:16' | '1:1';
    /**
     * Length in seconds.
     * @default 5
     * @enum {integer}
     */
    duration?: 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15;
  };
  /** What holds for every operation. */
  options?: components['schemas']['Options'];
};
export type TextToVideoKling26Input = {
  /** What should be seen, and what should not. At most 2,500 characters. */
  prompt: string;
  /** How the video turns out. */
  settings?: {
    /**
     * Whether the video comes with sound of its own, for which it has to have 1080p.
     * @default off
     * @enum {string}
     */
    audio?: 'native' | 'off';
    /**
     * Picture lines of the video, in lower case.
     * @default 720p
     * @enum {string}
     */
    resolution?: '720p' | '1080p';
    /**
     * Width to height.
     * @default 16:9
     * @enum {string}
     */
    aspect_ratio?: '16:9' | '9:16' | '1:1';
    /**
     * Length in seconds.
     * @default 5
     * @enum {integer}
     */
    duration?: 5 | 10;
  };
  /** What holds for every operation. */
  options?: components['schemas']['Options'];
};
export type TextToVideoKling25TurboInput = {
  /** What should be seen, and what should not. At most 2,500 characters. */
  prompt: string;
  /** How the video turns out. */
  settings?: {
    /**
     * Picture lines of the video, in lower case.
     * @default 720p
     * @enum {string}
     */
    resolution?: '720p' | '1080p';
    /**
     * Width to height.
     * @default 16:9
     * @enum {string}
     */
    aspect_ratio?: '16:9' | '9:16' | '1:1';
    /**
     * Length in seconds.
     * @default 5
     * @enum {integer}
     */
    duration?: 5 | 10;
  };
  /** What holds for every operation. */
  options?: components['schemas']['Options'];
};
export type ImageToVideoKling30TurboInput = {
  /** The first frame, and a prompt, if you like, in which shots of your own are written as `shot 1, 2, words; shot 2, 3, words;`: at most six, each with its number, its seconds, at least one, that add up to `duration`, and at most 512 characters of words. */
  contents: components['schemas']['ImageToVideoKling30TurboContent'][] & (unknown & unknown);
  /** How the video turns out. */
  settings?: {
    /**
     * Picture lines of the video, in lower case.
     * @default 720p
     * @enum {string}
     */
    resolution?: '720p' | '1080p';
    /**
     * Length in seconds.
     * @default 5
     * @enum {integer}
     */
    duration?: 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15;
  };
  /** What holds for every operation. */
  options?: components['schemas']['Options'];
};
export type ImageToVideoKling30Input = {
  /** The first frame; a prompt, a last frame and up to three elements, as you like. */
  contents: components['schemas']['ImageToVideoKling30Content'][] &
    (unknown & unknown & unknown & unknown);
  /** How the video turns out. */
  settings?: {
    /**
     * Whether the video may have several shots. With false, the shots that a prompt lists make one.
     * @default true
     */
    multi_shot?: boolean;
    /**
     * Whether the video comes with sound of its own.
     * @default off
     * @enum {string}
     */
    audio?: 'native' | 'off';
    /**
     * Picture lines of the video, in lower case.
     * @default 720p
     * @enum {string}
     */
    resolution?: '720p' | '1080p' | '4k';
    /**
     * Length in seconds.
     * @default 5
     * @enum {integer}
     */
    duration?: 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15;
  };
  /** What holds for every operation. */
  options?: components['schemas']['Options'];
};
export type ImageToVideoKling26Input = {
  /** The first frame; a prompt, a last frame and up to two voices, as you like. Voices need sound, and a last frame needs 1080p. */
  contents: components['schemas']['ImageToVideoKling26Content'][] &
    (unknown & unknown & unknown & unknown);
  /** How the video turns out. */
  settings?: {
    /**
     * Whether the video comes with sound of its own, for which it has to have 1080p.
     * @default off
     * @enum {string}
     */
    audio?: 'native' | 'off';
    /**
     * Picture lines of the video, in lower case.
     * @default 720p
     * @enum {string}
     */
    resolution?: '720p' | '1080p';
    /**
     * Length in seconds.
     * @default 5
     * @enum {integer}
     */
    duration?: 5 | 10;
  };
  /** What holds for every operation. */
  options?: components['schemas']['Options'];
} & (unknown & unknown);
export type ImageToVideoKling25TurboInput = {
  /** The first frame; a prompt and a last frame, as you like. A last frame needs 1080p. */
  contents: components['schemas']['ImageToVideoKling25TurboContent'][] &
    (unknown & unknown & unknown);
  /** How the video turns out. */
  settings?: {
    /**
     * Picture lines of the video, in lower case.
     * @default 720p
     * @enum {string}
     */
    resolution?: '720p' | '1080p';
    /**
     * Length in seconds.
     * @default 5
     * @enum {integer}
     */
    duration?: 5 | 10;
  };
  /** What holds for every operation. */
  options?: components['schemas']['Options'];
} & unknown;
export type OmniVideoKling30OmniInput = {
  /** What the video is made from. One prompt and at most one video; of pictures to refer to and elements made from pictures seven in all, or four beside a video or elements made from videos. Beside frames at most three elements; of elements made from videos at most three, or one beside a video to refer to, and then none made from pictures. Beside a video no pictures together with elements made from videos. */
  contents: components['schemas']['OmniVideoKling30OmniContent'][] &
    (unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown);
  /** How the video turns out. */
  settings?: {
    /**
     * Whether the video may have several shots. With false, the shots that a prompt lists make one. Beside a video to refer to only true, with one to change only one shot.
     * @default true
     */
    multi_shot?: boolean;
    /**
     * Whether the video comes with sound of its own (`native`), with that of the video it is made from (`original`), or with none. Beside a video to refer to only `off`, with one to change not `native`.
     * @default off
     * @enum {string}
     */
    audio?: 'native' | 'original' | 'off';
    /**
     * Picture lines of the video, in lower case.
     * @default 720p
     * @enum {string}
     */
    resolution?: '720p' | '1080p' | '4k';
    /**
     * Width to height. Needed where there is neither a first frame nor a video.
     * @default 16:9
     * @enum {string}
     */
    aspect_ratio?: '16:9' | '9:16' | '1:1';
    /**
     * Length in seconds.
     * @default 5
     * @enum {integer}
     */
    duration?: 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10 | 11 | 12 | 13 | 14 | 15;
  };
  /** What holds for every operation. */
  options?: components['schemas']['Options'];
} & (unknown & unknown & unknown & unknown & unknown);
export type OmniVideoKlingO1Input = {
  /** What the video is made from. One prompt and at most one video; pictures to refer to and elements seven in all, or four beside a video. Elements have to be made from pictures. */
  contents: components['schemas']['OmniVideoKlingO1Content'][] &
    (unknown & unknown & unknown & unknown & unknown & unknown & unknown & unknown);
  /** How the video turns out. */
  settings?: {
    /**
     * Whether the video keeps the sound of the video that it is made from.
     * @default off
     * @enum {string}
     */
    audio?: 'original' | 'off';
    /**
     * Picture lines of the video, in lower case.
     * @default 720p
     * @enum {string}
     */
    resolution?: '720p' | '1080p';
    /**
     * Width to height. Needed where there is neither a first frame nor a video.
     * @default 16:9
     * @enum {string}
     */
    aspect_ratio?: '16:9' | '9:16' | '1:1';
    /**
     * Length in seconds; for a first frame alone, with nothing to refer to, 5 or 10.
     * @default 5
     * @enum {integer}
     */
    duration?: 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;
  };
  /** What holds for every operation. */
  options?: components['schemas']['Options'];
} & (unknown & unknown);
export type MotionControlKling30Input = {
  /** A picture of one figure, a video of its movement, and a prompt, if you like; at most one element that the figure is. */
  contents: components['schemas']['MotionControlKling30Content'][] &
    (unknown & unknown & unknown & unknown);
  /** How the video turns out. */
  settings: {
    /**
     * Whether the figure faces as in the picture or as in the video. With an element, as in the video.
     * @enum {string}
     */
    character_orientation: 'image' | 'video';
    /**
     * Whether the sound of the video stays.
     * @default original
     * @enum {string}
     */
    audio?: 'original' | 'off';
    /**
     * Picture lines of the video, in lower case.
     * @default 720p
     * @enum {string}
     */
    resolution?: '720p' | '1080p';
  };
  /** What holds for every operation. */
  options?: components['schemas']['Options'];
} & unknown;
export type MotionControlKling26Input = {
  /** A picture of one figure, a video of its movement, and a prompt, if you like. */
  contents: components['schemas']['MotionControlKling26Content'][] & (unknown & unknown & unknown);
  /** How the video turns out. */
  settings: {
    /**
     * Whether the figure faces as in the picture or as in the video.
     * @enum {string}
     */
    character_orientation: 'image' | 'video';
    /**
     * Whether the sound of the video stays.
     * @default original
     * @enum {string}
     */
    audio?: 'original' | 'off';
    /**
     * Picture lines of the video, in lower case.
     * @default 720p
     * @enum {string}
     */
    resolution?: '720p' | '1080p';
  };
  /** What holds for every operation. */
  options?: components['schemas']['Options'];
};
export type VirtualTryOnInput = {
  /** One picture of the person, and one of the garment. */
  contents: components['schemas']['TryOnContent'][] & (unknown & unknown);
  /** What stays as it is. */
  settings?: {
    /**
     * Whether the face stays.
     * @default true
     */
    keep_face?: boolean;
    /**
     * Whether the pose stays.
     * @default true
     */
    keep_pose?: boolean;
    /**
     * Whether the background stays.
     * @default true
     */
    keep_background?: boolean;
  };
  /** What holds for every operation; the watermark has another name here. */
  options?: {
    /** Address that is told when the task ends. */
    callback_url?: string;
    /** A name of your own for the task, unique within the account, legacy tasks included. Tasks can be looked up by it, unless it has a comma. */
    external_task_id?: string;
    /** Ask for a second, watermarked file. */
    watermark?: components['schemas']['WatermarkInfo'];
  };
};
/** The operations of the client, with their paths. */ export interface offered {
  /** Turn a text into a video with Kling 3.0 Turbo, always with sound. */ textToVideo: {
    'kling-3.0-turbo': '/text-to-video/kling-3.0-turbo';
    'kling-3.0': '/text-to-video/kling-3.0';
    'kling-2.6': '/text-to-video/kling-2.6';
    'kling-2.5-turbo': '/text-to-video/kling-2.5-turbo';
  };
  /** Turn a picture into a video with Kling 3.0 Turbo, always with sound. */ imageToVideo: {
    'kling-3.0-turbo': '/image-to-video/kling-3.0-turbo';
    'kling-3.0': '/image-to-video/kling-3.0';
    'kling-2.6': '/image-to-video/kling-2.6';
    'kling-2.5-turbo': '/image-to-video/kling-2.5-turbo';
  };
  /** Make a video from text, pictures, elements and a video with Kling 3.0 Omni. */ omniVideo: {
    'kling-3.0-omni': '/omni-video/kling-3.0-omni';
    'kling-o1': '/omni-video/kling-o1';
  };
  /** Move the figure of a picture as in a video with Kling 3.0. */ motionControl: {
    'kling-3.0': '/motion-control/kling-3.0';
    'kling-2.6': '/motion-control/kling-2.6';
  };
  /** Dress a person in a picture in another garment. */ virtualTryOn: {
    '': '/solutions/virtual_try_on';
  };
}

/** All that the client's types are made from. */ export interface contract {
  paths: paths;
  offered: offered;
}
