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
  '/kling/v1/videos/avatar/image2video': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make a person in a picture speak */
    post: operations['createAvatar'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/kling/v1/videos/advanced-lip-sync': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Make a face in a video speak */
    post: operations['createLipSync'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/kling/v1/videos/identify-face': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Find the faces in a video */
    post: operations['createIdentifyFace'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/kling/v1/videos/effects': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Put one or two pictures into a scene */
    post: operations['createVideoEffects'];
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
  '/kling/v1/images/kolors-virtual-try-on': {
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
  '/kling/v1/videos/avatar/image2video/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get one avatar task
     * Nobody has published how CometAPI is asked for such a task, and we know of no one who tried this route: its generic query does not fit a create of three parts. Kling itself answers here.
     */
    get: operations['getAvatar'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/kling/v1/videos/advanced-lip-sync/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Get one lip-sync task
     * The route fits the generic query, but the page of that names only the older lip-sync: whether this one is queried here is not known.
     */
    get: operations['getLipSync'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/kling/v1/videos/effects/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one video-effects task */
    get: operations['getVideoEffects'];
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
  '/kling/v1/images/kolors-virtual-try-on/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one virtual-try-on task */
    get: operations['getVirtualTryOn'];
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
    /**
     * Get one video-extend task
     * The route fits the generic query, but the page of that does not name this operation, so whether it is queried here is not known.
     */
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
    ImageTaskAccepted: ImageTaskAccepted;
    OmniVideoQuery: OmniVideoQuery;
    FacesAnswer: FacesAnswer;
    Faces: Faces;
    Face: Face;
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
    AvatarQuery: AvatarQuery;
    LipSyncQuery: LipSyncQuery;
    EffectsVideo: EffectsVideo;
    VideoEffectsQuery: VideoEffectsQuery;
    ImageGenerationQuery: ImageGenerationQuery;
    VirtualTryOnQuery: VirtualTryOnQuery;
    Speech: Speech;
    VideoExtendQuery: VideoExtendQuery;
    TextToAudioInput: TextToAudioInput;
    VideoToAudioInput: VideoToAudioInput;
    TextToVideoInput: TextToVideoInput;
    ImageToVideoInput: ImageToVideoInput;
    OmniVideoInput: OmniVideoInput;
    AvatarInput: AvatarInput;
    LipSyncInput: LipSyncInput;
    IdentifyFaceInput: IdentifyFaceInput;
    VideoEffectsInput: VideoEffectsInput;
    ImageGenerationInput: ImageGenerationInput;
    VirtualTryOnInput: VirtualTryOnInput;
    TextToSpeechInput: TextToSpeechInput;
    MultiImageToVideoInput: MultiImageToVideoInput;
    VideoExtendInput: VideoExtendInput;
    OmniVideoTask: OmniVideoTask;
    VideoTask: VideoTask;
    TextToAudioTask: TextToAudioTask;
    VideoToAudioTask: VideoToAudioTask;
    AvatarTask: AvatarTask;
    LipSyncTask: LipSyncTask;
    VideoEffectsTask: VideoEffectsTask;
    ImageGenerationTask: ImageGenerationTask;
    VirtualTryOnTask: VirtualTryOnTask;
    VideoExtendTask: VideoExtendTask;
    CallbackResult: CallbackResult;
    SpeechResult: SpeechResult;
    OmniVideoTaskResult: OmniVideoTaskResult;
    VideoTaskResult: VideoTaskResult;
    TextToAudioTaskResult: TextToAudioTaskResult;
    VideoToAudioTaskResult: VideoToAudioTaskResult;
    AvatarTaskResult: AvatarTaskResult;
    LipSyncTaskResult: LipSyncTaskResult;
    VideoEffectsTaskResult: VideoEffectsTaskResult;
    ImageGenerationTaskResult: ImageGenerationTaskResult;
    VirtualTryOnTaskResult: VirtualTryOnTaskResult;
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
  createAvatar: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AvatarInput'];
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
  createLipSync: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['LipSyncInput'];
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
  createIdentifyFace: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['IdentifyFaceInput'];
      };
    };
    responses: {
      /** The faces that were found. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['FacesAnswer'];
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
  createVideoEffects: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['VideoEffectsInput'];
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
      504: components['responses']['Timeout'];
      524: components['responses']['GatewayTimeout'];
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
  getAvatar: {
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
          'application/json': components['schemas']['AvatarQuery'];
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
  getLipSync: {
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
          'application/json': components['schemas']['LipSyncQuery'];
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
  getVideoEffects: {
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
          'application/json': components['schemas']['VideoEffectsQuery'];
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
      504: components['responses']['Timeout'];
      524: components['responses']['GatewayTimeout'];
    };
  };
  getVirtualTryOn: {
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
          'application/json': components['schemas']['VirtualTryOnQuery'];
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
export type OmniVideoQuery = {
  /** 0 when the request was accepted. */
  code: number;
  /** What the code means. */
  message: string;
  /** Id of this request, or of the task. */
  request_id: string;
  data: components['schemas']['OmniVideoTask'];
};
export type FacesAnswer = {
  /** 0 when the request was accepted. */
  code: number;
  /** What the code means. */
  message: string;
  /** Id of this request. */
  request_id: string;
  data: components['schemas']['Faces'];
};
export type Faces = {
  /** What lip-sync calls the video. */
  session_id: string;
  face_data: components['schemas']['Face'][];
};
export type Face = {
  /** What lip-sync calls the face. */
  face_id: string;
  /** A picture of the face. */
  face_image: string;
  /** When the face is first seen, in milliseconds. */
  start_time: number;
  /** When the face is last seen, in milliseconds. */
  end_time: number;
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
export type AvatarQuery = {
  /** 0 when the request was accepted. */
  code: number;
  /** What the code means. */
  message: string;
  /** Id of this request. */
  request_id?: string;
  data: components['schemas']['AvatarTask'];
};
export type LipSyncQuery = {
  /** 0 when the request was accepted. */
  code: number;
  /** What the code means. */
  message: string;
  /** Id of this request. */
  request_id?: string;
  data: components['schemas']['LipSyncTask'];
};
export type EffectsVideo = {
  /** Id of the video. */
  id: string;
  /** The video as MP4. Save it at once. */
  url: string;
  /** Seconds of the video. Kling itself does not tell them here. */
  duration?: string;
};
export type VideoEffectsQuery = {
  /** 0 when the request was accepted. */
  code: number;
  /** What the code means. */
  message: string;
  /** Id of this request. */
  request_id?: string;
  data: components['schemas']['VideoEffectsTask'];
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
export type VirtualTryOnQuery = {
  /** 0 when the request was accepted. */
  code: number;
  /** What the code means. */
  message: string;
  /** Id of this request. */
  request_id?: string;
  data: components['schemas']['VirtualTryOnTask'];
};
export type Speech = {
  /** The id of the call. Nothing can be queried by it. */
  task_id?: string;
  /** The state of the task. */
  task_status?: components['schemas']['TaskStatus'];
  /** Why no speech was made. */
  task_status_msg?: string;
  task_result?: components['schemas']['SpeechResult'];
  /** Unix time in milliseconds. */
  created_at?: number;
  /** Unix time in milliseconds. */
  updated_at?: number;
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
export type AvatarInput = {
  /** Who speaks: a picture, as an address or as Base64 without a `data:` prefix. JPG, JPEG or PNG of at most 10 MB, at least 300 px on each side, 1:2.5 to 2.5:1. */
  image: string;
  /** What is said, as the id of a sound that text-to-speech made within the last 30 days, 2 to 60 s long. Either this or `sound_file`. */
  audio_id?: string;
  /** What is said, as an address or as Base64: MP3, WAV, M4A or AAC of at most 5 MB, 2 to 60 s long. Either this or `audio_id`. */
  sound_file?: string;
  /** What the person does and feels, and how the camera moves. At most 2500 characters. Kling can do without it; this gateway was found to refuse that. */
  prompt: string;
  /**
   * Standard, or professional at a higher price and quality.
   * @default std
   * @enum {string}
   */
  mode?: 'std' | 'pro';
  /** A name of your own for the task, unique within the account. */
  external_task_id?: string;
  /** Address that is told when the status changes. */
  callback_url?: string;
} & (
  | {
      audio_id: string;
      sound_file?: never;
    }
  | {
      sound_file: string;
      audio_id?: never;
    }
);
export type LipSyncInput = {
  /** The session that identify-face opened for the video. */
  session_id: string;
  /** Whose lips move, and to which sound. */
  face_choose: ({
    /** The face, as identify-face names it. */
    face_id: string;
    /** What is said, as the id of a sound that an earlier task made. Either this or `sound_file`. */
    audio_id?: string;
    /** What is said, as the address of a sound. Either this or `audio_id`. */
    sound_file?: string;
    /** Where in the sound the cut begins, in milliseconds, as text. */
    sound_start_time: string;
    /** Where in the sound the cut ends, in milliseconds, as text: at least 2000 after its beginning, and at the latest where the sound does. */
    sound_end_time: string;
    /** Where in the video the cut begins, in milliseconds, as text. */
    sound_insert_time: string;
    /** How loud the sound is. */
    sound_volume?: number;
    /** How loud the video's own sound is. Kling itself calls this `original_audio_volume`. */
    original_sound_volume?: number;
  } & (
    | {
        audio_id: string;
        sound_file?: never;
      }
    | {
        sound_file: string;
        audio_id?: never;
      }
  ))[];
  /** A name of your own for the task, unique within the account. */
  external_task_id?: string;
  /** Address that is told when the status changes. */
  callback_url?: string;
};
export type IdentifyFaceInput = {
  /** A video that Kling has finished. Either this or `video_url`. */
  video_id?: string;
  /** Address of an MP4 or MOV. Either this or `video_id`. */
  video_url?: string;
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
export type VideoEffectsInput = {
  /** The scene. One that Kling does not have now is refused; they come and go, so any name may be sent. hug_pro is one for two pictures. */
  effect_scene: string;
  /** The picture or the two pictures that the scene is made for, and how long the video is. */
  input: {
    /** The picture of a scene for one. */
    image?: string;
    /** The pictures of a scene for two. */
    images?: string[];
    /**
     * Length in seconds.
     * @enum {string}
     */
    duration?: '5' | '10';
    /** Which model draws the video. Only an older state of the page has it, with kling-v1-6 as the sample; Kling itself no longer has it. */
    model_name?: string;
    /**
     * Standard, or professional at a higher price. Kling itself no longer has it.
     * @enum {string}
     */
    mode?: 'std' | 'pro';
  } & (
    | {
        image: string;
        images?: never;
        duration: string;
      }
    | {
        images: unknown[];
        image?: never;
        duration: string;
      }
  );
  /** A name of your own for the task, unique within the account. */
  external_task_id?: string;
  /** Address that is told when the status changes. */
  callback_url?: string;
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
  /** Which model draws the pictures, such as kling-v3, or kling-v2-1 for several pictures. Left out, it is one of Kling's oldest. */
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
export type VirtualTryOnInput = {
  /**
   * Which model dresses the person.
   * @default kolors-virtual-try-on-v1
   * @enum {string}
   */
  model_name?: 'kolors-virtual-try-on-v1' | 'kolors-virtual-try-on-v1-5';
  /** A picture of the person: its address, or the file as Base64 without a `data:` prefix. */
  human_image: string;
  /** A picture of the garment, as it is sold or on white: its address, or the file as Base64 without a `data:` prefix. With kolors-virtual-try-on-v1-5 it may show a top and a bottom together, but no other pair. */
  cloth_image: string;
  /** A name of your own for the task, unique within the account. */
  external_task_id?: string;
  /** Address that is told when the status changes. */
  callback_url?: string;
};
export type TextToSpeechInput = {
  /** What is read out. At most 1000 characters. */
  text: string;
  /** Who reads, such as genshin_vindi2: an id from Kling's voice guide. */
  voice_id: string;
  /**
   * Language of the voice, zh or en. It has to fit the voice.
   * @enum {string}
   */
  voice_language: 'zh' | 'en';
  /** How fast it is read, 0.8 to 2.0 with one decimal. Anything beyond is moved to the nearer end. */
  voice_speed?: number;
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
export type AvatarTask = {
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
  task_result?: components['schemas']['AvatarTaskResult'];
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
};
export type LipSyncTask = {
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
  task_result?: components['schemas']['LipSyncTaskResult'];
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
};
export type VideoEffectsTask = {
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
  task_result?: components['schemas']['VideoEffectsTaskResult'];
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
export type VirtualTryOnTask = {
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
  task_result?: components['schemas']['VirtualTryOnTaskResult'] | null;
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
export type SpeechResult = {
  audios?: {
    /** Id of the sound, the `audio_id` of avatar and lip-sync. */
    id?: string;
    /** The sound. Save it at once. */
    url?: string;
    /** Seconds of the sound. */
    duration?: string;
  }[];
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
export type AvatarTaskResult = {
  videos?: components['schemas']['Video'][];
};
export type LipSyncTaskResult = {
  videos?: components['schemas']['Video'][];
};
export type VideoEffectsTaskResult = {
  videos?: components['schemas']['EffectsVideo'][];
};
export type ImageGenerationTaskResult = {
  images?: {
    /** Place of the picture, counted from 0. Pictures have no id. */
    index: number;
    /** The picture. Save it at once. */
    url: string;
  }[];
};
export type VirtualTryOnTaskResult = {
  images?: {
    /** Place of the picture, counted from 0. Pictures have no id. */
    index: number;
    /** The picture. Save it at once. */
    url: string;
  }[];
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
  /** Make a person in a picture speak. */ avatar: '/kling/v1/videos/avatar/image2video';
  /** Make a face in a video speak. */ lipSync: '/kling/v1/videos/advanced-lip-sync';
  /** Find the faces in a video. */ identifyFace: '/kling/v1/videos/identify-face';
  /** Put one or two pictures into a scene. */ videoEffects: '/kling/v1/videos/effects';
  /** Turn a text or pictures into pictures. */ imageGeneration: '/kling/v1/images/generations';
  /** Dress a person in a picture in another garment. */ virtualTryOn: '/kling/v1/images/kolors-virtual-try-on';
  /** Read a text out. */ textToSpeech: '/kling/v1/audio/tts';
  /** Turn several pictures into a video. */ multiImageToVideo: '/kling/v1/videos/multi-image2video';
  /** Extend a video. */ videoExtend: '/kling/v1/videos/video-extend';
}

/** All that the client's types are made from. */ export interface contract {
  paths: paths;
  offered: offered;
}
