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
    /**
     * Move the figure of a picture as in a video
     * The result is as long as the video, or shorter where the movement is hard, but never under 3 s. It is paid in whole seconds of what came out, and nothing is refunded for what is missing.
     */
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
  '/v1/videos/avatar/image2video': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List avatar tasks */
    get: operations['listAvatar'];
    put?: never;
    /** Make a person in a picture speak */
    post: operations['createAvatar'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/videos/avatar/image2video/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one avatar task */
    get: operations['getAvatar'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/videos/advanced-lip-sync': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List lip-sync tasks */
    get: operations['listLipSync'];
    put?: never;
    /** Make a face in a video speak */
    post: operations['createLipSync'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/videos/advanced-lip-sync/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one lip-sync task */
    get: operations['getLipSync'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/videos/identify-face': {
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
  '/v1/videos/effects': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List video-effects tasks */
    get: operations['listVideoEffects'];
    put?: never;
    /** Put one or two pictures into a scene */
    post: operations['createVideoEffects'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/videos/effects/{task_id}': {
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
  '/v1/images/generations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List image-generation tasks */
    get: operations['listImageGeneration'];
    put?: never;
    /** Turn a text or a picture into pictures */
    post: operations['createImageGeneration'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/images/generations/{task_id}': {
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
  '/v1/images/omni-image': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List omni-image tasks */
    get: operations['listOmniImage'];
    put?: never;
    /** Turn a text, pictures and elements into pictures or a series */
    post: operations['createOmniImage'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/images/omni-image/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one omni-image task */
    get: operations['getOmniImage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/images/multi-image2image': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List multi-image-to-image tasks */
    get: operations['listMultiImageToImage'];
    put?: never;
    /** Turn several pictures into one or more */
    post: operations['createMultiImageToImage'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/images/multi-image2image/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one multi-image-to-image task */
    get: operations['getMultiImageToImage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/images/editing/expand': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List expand-image tasks */
    get: operations['listExpandImage'];
    put?: never;
    /** Expand a picture beyond its edges */
    post: operations['createExpandImage'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/images/editing/expand/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one expand-image task */
    get: operations['getExpandImage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/general/ai-multi-shot': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List multi-shot tasks */
    get: operations['listMultiShot'];
    put?: never;
    /** Make more pictures of an element from one of its front */
    post: operations['createMultiShot'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/general/ai-multi-shot/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one multi-shot task */
    get: operations['getMultiShot'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/images/kolors-virtual-try-on': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List virtual-try-on tasks */
    get: operations['listVirtualTryOn'];
    put?: never;
    /** Dress a person in a picture in another garment */
    post: operations['createVirtualTryOn'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/images/kolors-virtual-try-on/{task_id}': {
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
  '/v1/audio/tts': {
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
  '/v1/general/custom-voices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List your own voices */
    get: operations['listVoices'];
    put?: never;
    /** Make a voice of your own */
    post: operations['createVoice'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/general/custom-voices/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one of your own voices */
    get: operations['getVoice'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/general/presets-voices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List Kling's own voices */
    get: operations['listPresetVoices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/general/delete-voices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Delete one of your own voices */
    post: operations['deleteVoice'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/general/advanced-custom-elements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List your own elements */
    get: operations['listElements'];
    put?: never;
    /** Make an element of your own */
    post: operations['createElement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/general/advanced-custom-elements/{task_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Get one of your own elements */
    get: operations['getElement'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/general/advanced-presets-elements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** List Kling's own elements */
    get: operations['listPresetElements'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/general/delete-advanced-elements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Delete one of your own elements */
    post: operations['deleteElement'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/v1/general/delete-elements': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Delete one of your own elements */
    post: operations['deleteElementElsewhere'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/account/costs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tell what is left in the resource packs
     * Free of charge; at most one request a second.
     */
    get: operations['getAccountUsage'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/account/billing/balance': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tell what tasks cost the balance */
    post: operations['createBalanceDeductions'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/account/billing/package': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Tell what tasks cost the resource packs */
    post: operations['createPackageDeductions'];
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
    /** A name of your own for the task, unique within the account. The page does not say that the task can be looked up by it. */
    ExternalTaskLabel: string;
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
    VideoTaskResult: VideoTaskResult;
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
    /** How the camera moves. Left out, the model decides. Only retired models are documented to take it. */
    CameraControl: CameraControl;
    FinalBalanceDeduction: FinalBalanceDeduction;
    Callback: Callback;
    TextToAudioTask: TextToAudioTask;
    VideoToAudioTask: VideoToAudioTask;
    LipSyncTask: LipSyncTask;
    FacesAnswer: FacesAnswer;
    Faces: Faces;
    Face: Face;
    VideoEffectsTask: VideoEffectsTask;
    VideoEffectsListed: VideoEffectsListed;
    OmniImageTask: OmniImageTask;
    OmniImageAnswer: OmniImageAnswer;
    OmniImageList: OmniImageList;
    MultiShotTask: MultiShotTask;
    PictureSet: PictureSet;
    VirtualTryOnTask: VirtualTryOnTask;
    VirtualTryOnAnswer: VirtualTryOnAnswer;
    VirtualTryOnList: VirtualTryOnList;
    SpeechAnswer: SpeechAnswer;
    Speech: Speech;
    Voice: Voice;
    VoiceTask: VoiceTask;
    VoicePreset: VoicePreset;
    VoiceDeletion: VoiceDeletion;
    Element: Element;
    ElementTask: ElementTask;
    ElementPreset: ElementPreset;
    ElementDeletion: ElementDeletion;
    AccountUsage: AccountUsage;
    BalanceDeductions: BalanceDeductions;
    BalanceDeduction: BalanceDeduction;
    PackageDeductions: PackageDeductions;
    PackageDeduction: PackageDeduction;
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
    AvatarInput: AvatarInput;
    LipSyncInput: LipSyncInput;
    IdentifyFaceInput: IdentifyFaceInput;
    VideoEffectsInput: VideoEffectsInput;
    ImageGenerationInput: ImageGenerationInput;
    OmniImageInput: OmniImageInput;
    MultiImageToImageInput: MultiImageToImageInput;
    ExpandImageInput: ExpandImageInput;
    MultiShotInput: MultiShotInput;
    VirtualTryOnInput: VirtualTryOnInput;
    TextToSpeechInput: TextToSpeechInput;
    VoiceInput: VoiceInput;
    deleteVoiceInput: deleteVoiceInput;
    ElementInput: ElementInput;
    deleteElementInput: deleteElementInput;
    deleteElementElsewhereInput: deleteElementElsewhereInput;
    BalanceDeductionsInput: BalanceDeductionsInput;
    PackageDeductionsInput: PackageDeductionsInput;
    MultiImageToVideoInput: MultiImageToVideoInput;
    VideoExtendInput: VideoExtendInput;
    ImageTaskResult: ImageTaskResult;
    CallbackResult: CallbackResult;
    TextToAudioTaskResult: TextToAudioTaskResult;
    VideoToAudioTaskResult: VideoToAudioTaskResult;
    LipSyncTaskResult: LipSyncTaskResult;
    VideoEffectsTaskResult: VideoEffectsTaskResult;
    VideoEffectsListedResult: VideoEffectsListedResult;
    OmniImageTaskResult: OmniImageTaskResult;
    MultiShotTaskResult: MultiShotTaskResult;
    VirtualTryOnTaskResult: VirtualTryOnTaskResult;
    SpeechResult: SpeechResult;
    VoiceTaskResult: VoiceTaskResult;
    VoicePresetResult: VoicePresetResult;
    ElementTaskResult: ElementTaskResult;
    ElementPresetResult: ElementPresetResult;
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
    /** The id that Kling gave the task. The page does not say that an `external_task_id` finds it, too. */
    onlyTaskId: string;
    /** Which page, 1 to 1000. */
    pageNum: number;
    /** Tasks per page, 1 to 500. */
    pageSize: number;
    /** Voices per page, 1 to 1000. */
    voicePageSize: number;
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
  listAvatar: {
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
  getAvatar: {
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
  listLipSync: {
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
            data: components['schemas']['LipSyncTask'][];
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
  getLipSync: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The id that Kling gave the task. The page does not say that an `external_task_id` finds it, too. */
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
            data: components['schemas']['LipSyncTask'];
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
      404: components['responses']['NotFound'];
      429: components['responses']['TooManyRequests'];
      500: components['responses']['ServerError'];
      503: components['responses']['Unavailable'];
      504: components['responses']['Timeout'];
    };
  };
  listVideoEffects: {
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
            data: components['schemas']['VideoEffectsListed'][];
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
  getVideoEffects: {
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
            data: components['schemas']['VideoEffectsTask'];
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
  listImageGeneration: {
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
          'application/json': components['schemas']['ImageTaskList'];
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
  getImageGeneration: {
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
          'application/json': components['schemas']['ImageTaskAnswer'];
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
  listOmniImage: {
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
          'application/json': components['schemas']['OmniImageList'];
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
  createOmniImage: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OmniImageInput'];
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
  getOmniImage: {
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
          'application/json': components['schemas']['OmniImageAnswer'];
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
  listMultiImageToImage: {
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
          'application/json': components['schemas']['ImageTaskList'];
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
  createMultiImageToImage: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MultiImageToImageInput'];
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
  getMultiImageToImage: {
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
          'application/json': components['schemas']['ImageTaskAnswer'];
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
  listExpandImage: {
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
          'application/json': components['schemas']['ImageTaskList'];
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
  createExpandImage: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ExpandImageInput'];
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
  getExpandImage: {
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
          'application/json': components['schemas']['ImageTaskAnswer'];
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
  listMultiShot: {
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
            data: components['schemas']['MultiShotTask'][];
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
  createMultiShot: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['MultiShotInput'];
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
  getMultiShot: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The id that Kling gave the task. The page does not say that an `external_task_id` finds it, too. */
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
            data: components['schemas']['MultiShotTask'];
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
  listVirtualTryOn: {
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
          'application/json': components['schemas']['VirtualTryOnList'];
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
  getVirtualTryOn: {
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
          'application/json': components['schemas']['VirtualTryOnAnswer'];
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
          'application/json': components['schemas']['SpeechAnswer'];
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
  listVoices: {
    parameters: {
      query?: {
        /** Which page, 1 to 1000. */
        pageNum?: number;
        /** Voices per page, 1 to 1000. */
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
            data: components['schemas']['VoiceTask'][];
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
  createVoice: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['VoiceInput'];
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
  getVoice: {
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
            data: components['schemas']['VoiceTask'];
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
  listPresetVoices: {
    parameters: {
      query?: {
        /** Which page, 1 to 1000. */
        pageNum?: number;
        /** Voices per page, 1 to 1000. */
        pageSize?: number;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page of Kling's own, each in the shape of a finished task. */
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
            data: components['schemas']['VoicePreset'][];
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
  deleteVoice: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['deleteVoiceInput'];
      };
    };
    responses: {
      /** Deleted, or soon to be. */
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
            data: components['schemas']['VoiceDeletion'];
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
  listElements: {
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
            data: components['schemas']['ElementTask'][];
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
  createElement: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['ElementInput'];
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
  getElement: {
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
            data: components['schemas']['ElementTask'];
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
  listPresetElements: {
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
      /** One page of Kling's own, each in the shape of a finished task. */
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
            data: components['schemas']['ElementPreset'][];
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
  deleteElement: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['deleteElementInput'];
      };
    };
    responses: {
      /** Deleted, or soon to be. */
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
            data: components['schemas']['ElementDeletion'];
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
  deleteElementElsewhere: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['deleteElementElsewhereInput'];
      };
    };
    responses: {
      /** Deleted, or soon to be. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
            code?: components['schemas']['SuccessCode'];
            /** What the code means. */
            message?: components['schemas']['Message'];
            /** Id of this request: quote it when you ask the provider about it. */
            request_id?: components['schemas']['RequestId'];
            data?: components['schemas']['ElementDeletion'];
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
  getAccountUsage: {
    parameters: {
      query: {
        /**
         * Start of the time in question, as Unix time in milliseconds.
         * @example 1726124664368
         */
        start_time: number;
        /**
         * End of the time in question, as Unix time in milliseconds.
         * @example 1727366400000
         */
        end_time: number;
        /** Only the pack of this name. */
        resource_pack_name?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The packs of the account. */
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
            data: components['schemas']['AccountUsage'];
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
  createBalanceDeductions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BalanceDeductionsInput'];
      };
    };
    responses: {
      /** One page of deductions. */
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
            data: components['schemas']['BalanceDeductions'];
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
  createPackageDeductions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PackageDeductionsInput'];
      };
    };
    responses: {
      /** One page of deductions. */
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
            data: components['schemas']['PackageDeductions'];
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
  /** Your own name for the task. */
  external_task_id?: string;
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
export type LipSyncTask = {
  /** The id that Kling gave the task. */
  task_id: string;
  /** The state of the task. */
  task_status: components['schemas']['TaskStatus'];
  /** Why the task failed. */
  task_status_msg?: string;
  task_info?: {
    parent_video?: components['schemas']['Video'];
    /** A name of your own for the task, unique within the account. The page does not say that the task can be looked up by it. */
    external_task_id?: components['schemas']['ExternalTaskLabel'];
  };
  watermark_info?: components['schemas']['WatermarkShown'];
  task_result?: components['schemas']['LipSyncTaskResult'];
  /** Units that the task cost. */
  final_unit_deduction?: string;
  final_balance_deduction?: components['schemas']['FinalBalanceDeduction'];
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
};
export type FacesAnswer = {
  /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
  code: components['schemas']['SuccessCode'];
  /** What the code means. */
  message: components['schemas']['Message'];
  /** Id of this request: quote it when you ask the provider about it. */
  request_id: components['schemas']['RequestId'];
  data: components['schemas']['Faces'];
};
export type Faces = {
  /** What lip-sync calls the video. */
  session_id: string;
  face_data: components['schemas']['Face'][];
  /** Units that the call cost. */
  final_unit_deduction?: string;
  final_balance_deduction?: components['schemas']['FinalBalanceDeduction'];
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
export type VideoEffectsTask = {
  /** The id that Kling gave the task. */
  task_id: string;
  /** The state of the task. */
  task_status: components['schemas']['TaskStatus'];
  /** Why the task failed. */
  task_status_msg?: string;
  task_info?: {
    /** A name of your own for the task, unique within the account. Tasks can be looked up by it. */
    external_task_id?: components['schemas']['ExternalTaskId'];
  };
  watermark_info?: components['schemas']['WatermarkShown'];
  task_result?: components['schemas']['VideoEffectsTaskResult'];
  /** Units that the task cost. */
  final_unit_deduction?: string;
  final_balance_deduction?: components['schemas']['FinalBalanceDeduction'];
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
};
export type VideoEffectsListed = {
  /** The id that Kling gave the task. */
  task_id: string;
  /** The state of the task. */
  task_status: components['schemas']['TaskStatus'];
  /** Why the task failed. */
  task_status_msg?: string;
  task_info?: {
    /** A name of your own for the task, unique within the account. Tasks can be looked up by it. */
    external_task_id?: components['schemas']['ExternalTaskId'];
  };
  task_result?: components['schemas']['VideoEffectsListedResult'];
  /** Units that the task cost. */
  final_unit_deduction?: string;
  final_balance_deduction?: components['schemas']['FinalBalanceDeduction'];
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
};
export type OmniImageTask = {
  /** The id that Kling gave the task. */
  task_id: string;
  /** The state of the task. */
  task_status: components['schemas']['TaskStatus'];
  /** Why the task failed. */
  task_status_msg?: string;
  task_info?: components['schemas']['TaskInfo'];
  watermark_info?: components['schemas']['WatermarkShown'];
  task_result?: components['schemas']['OmniImageTaskResult'];
  /** Units that the task cost. */
  final_unit_deduction?: string;
  final_balance_deduction?: components['schemas']['FinalBalanceDeduction'];
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
};
export type OmniImageAnswer = {
  /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
  code: components['schemas']['SuccessCode'];
  /** What the code means. */
  message: components['schemas']['Message'];
  /** Id of this request: quote it when you ask the provider about it. */
  request_id: components['schemas']['RequestId'];
  data: components['schemas']['OmniImageTask'];
};
export type OmniImageList = {
  /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
  code: components['schemas']['SuccessCode'];
  /** What the code means. */
  message: components['schemas']['Message'];
  /** Id of this request: quote it when you ask the provider about it. */
  request_id: components['schemas']['RequestId'];
  data: components['schemas']['OmniImageTask'][];
};
export type MultiShotTask = {
  /** The id that Kling gave the task. */
  task_id: string;
  /** The state of the task. */
  task_status: components['schemas']['TaskStatus'];
  /** Why the task failed. */
  task_status_msg?: string;
  task_info?: components['schemas']['TaskInfo'];
  task_result?: components['schemas']['MultiShotTaskResult'];
  /** Units that the task cost. */
  final_unit_deduction?: string;
  final_balance_deduction?: components['schemas']['FinalBalanceDeduction'];
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
};
export type PictureSet = {
  /** Place of the three pictures in the list, 0 to 2. Pictures have no id. */
  index: number;
  /** The first of three pictures. Gone after 30 days. */
  url_1: string;
  /** The second of three pictures. Gone after 30 days. */
  url_2: string;
  /** The third of three pictures. Gone after 30 days. */
  url_3: string;
};
export type VirtualTryOnTask = {
  /** The id that Kling gave the task. */
  task_id: string;
  /** The state of the task. */
  task_status: components['schemas']['TaskStatus'];
  /** Why the task failed. */
  task_status_msg?: string;
  task_info?: components['schemas']['TaskInfo'];
  task_result?: components['schemas']['VirtualTryOnTaskResult'];
  /** Units that the task cost. */
  final_unit_deduction?: string;
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
  final_balance_deduction?: components['schemas']['FinalBalanceDeduction'];
};
export type VirtualTryOnAnswer = {
  /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
  code: components['schemas']['SuccessCode'];
  /** What the code means. */
  message: components['schemas']['Message'];
  /** Id of this request: quote it when you ask the provider about it. */
  request_id: components['schemas']['RequestId'];
  data: components['schemas']['VirtualTryOnTask'];
};
export type VirtualTryOnList = {
  /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
  code: components['schemas']['SuccessCode'];
  /** What the code means. */
  message: components['schemas']['Message'];
  /** Id of this request: quote it when you ask the provider about it. */
  request_id: components['schemas']['RequestId'];
  data: components['schemas']['VirtualTryOnTask'][];
};
export type SpeechAnswer = {
  /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
  code: components['schemas']['SuccessCode'];
  /** What the code means. */
  message: components['schemas']['Message'];
  /** Id of this request: quote it when you ask the provider about it. */
  request_id: components['schemas']['RequestId'];
  data: components['schemas']['Speech'];
};
export type Speech = {
  /** The id that Kling gave the call. Nothing can be queried by it. */
  task_id: string;
  /** The state of the task. */
  task_status: components['schemas']['TaskStatus'];
  /** Why no speech was made. */
  task_status_msg?: string;
  task_result?: components['schemas']['SpeechResult'];
  /** Units that the call cost. */
  final_unit_deduction?: string;
  final_balance_deduction?: components['schemas']['FinalBalanceDeduction'];
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
};
export type Voice = {
  /** Id of the voice. */
  voice_id: string;
  /** What it is called. */
  voice_name: string;
  /** A sample of it. */
  trial_url?: string;
  /** `kling` for one of Kling's own, otherwise the id of the account that made it. */
  owned_by?: string;
};
export type VoiceTask = {
  /** The id that Kling gave the task. */
  task_id: string;
  /** The state of the task. */
  task_status: components['schemas']['TaskStatus'];
  /** Why the task failed. */
  task_status_msg?: string;
  task_info?: components['schemas']['TaskInfo'];
  task_result?: components['schemas']['VoiceTaskResult'];
  /** Units that the task cost. */
  final_unit_deduction?: string;
  final_balance_deduction?: components['schemas']['FinalBalanceDeduction'];
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
};
export type VoicePreset = {
  /** The id that Kling gave the task. */
  task_id: string;
  /** The state of the task. */
  task_status: components['schemas']['TaskStatus'];
  /** Why the task failed. */
  task_status_msg?: string;
  task_result: components['schemas']['VoicePresetResult'];
  /** Unix time in milliseconds. */
  created_at?: number;
  /** Unix time in milliseconds. */
  updated_at?: number;
};
export type VoiceDeletion = {
  /** The id that Kling gave the task. */
  task_id?: string;
  /** The state of the task. */
  task_status?: components['schemas']['TaskStatus'];
};
export type Element = {
  /**
   * Id of the element, with more digits than a number holds: reading makes text of it.
   */
  readonly element_id: string;
  /** What it is called. */
  element_name: string;
  /** What it is. */
  element_description?: string;
  /**
   * What it was made from.
   * @enum {string}
   */
  reference_type?: 'video_refer' | 'image_refer';
  /** The pictures that it was made from. */
  element_image_list?: {
    /** The element from the front. */
    frontal_image?: string;
    /** The other pictures. */
    refer_images?: {
      /** A picture. */
      image_url?: string;
    }[];
  };
  /** The video that it was made from. */
  element_video_list?: {
    /** One video. */
    refer_videos?: {
      /** The video. */
      video_url?: string;
    }[];
  };
  /** The voice that it speaks with. */
  element_voice_info?: {
    /** Id of the voice. */
    voice_id?: string;
    /** What it is called. */
    voice_name?: string;
    /** A sample of it. */
    trial_url?: string;
    /** `kling` for one of Kling's own, otherwise the id of the account that made it. */
    owned_by?: string;
  };
  /** Tags that it is found under. */
  tag_list?: Record<string, never>[];
  /** `kling` for one of Kling's own, otherwise the id of the account that made it. */
  owned_by?: string;
  /**
   * Whether it can be used or was deleted.
   * @enum {string}
   */
  status?: 'succeed' | 'deleted';
};
export type ElementTask = {
  /** The id that Kling gave the task. */
  task_id: string;
  /** The state of the task. */
  task_status: components['schemas']['TaskStatus'];
  /** Why the task failed. */
  task_status_msg?: string;
  task_info?: components['schemas']['TaskInfo'];
  task_result?: components['schemas']['ElementTaskResult'];
  /** Units that the task cost. */
  final_unit_deduction?: string;
  final_balance_deduction?: components['schemas']['FinalBalanceDeduction'];
  /** Unix time in milliseconds. */
  created_at: number;
  /** Unix time in milliseconds. */
  updated_at: number;
};
export type ElementPreset = {
  /** The id that Kling gave the task. */
  task_id: string;
  /** The state of the task. */
  task_status: components['schemas']['TaskStatus'];
  /** Why the task failed. */
  task_status_msg?: string;
  task_info?: components['schemas']['TaskInfo'];
  task_result: components['schemas']['ElementPresetResult'];
  /** Unix time in milliseconds. */
  created_at?: number;
  /** Unix time in milliseconds. */
  updated_at?: number;
};
export type ElementDeletion = {
  /** The id that Kling gave the task. */
  task_id?: string;
  /** The state of the task. */
  task_status?: components['schemas']['TaskStatus'];
};
export type AccountUsage = {
  /** 0 when the request was accepted. Any other value refuses it, under HTTP 200 too. */
  code?: components['schemas']['SuccessCode'];
  /** What the code means. */
  msg?: string;
  /** The resource packs. */
  resource_pack_subscribe_infos: {
    /** What the pack is called. */
    resource_pack_name: string;
    /** Id of the pack. */
    resource_pack_id: string;
    /**
     * Whether the pack shrinks until it is used up or is filled again in every period.
     * @enum {string}
     */
    resource_pack_type?: 'decreasing_total' | 'constant_period';
    /** Units that the pack had. */
    total_quantity: number;
    /** Units that are left, as of twelve hours ago. */
    remaining_quantity: number;
    /** When it was bought, as Unix time in milliseconds. */
    purchase_time?: number;
    /** From when on it can be used, as Unix time in milliseconds. */
    effective_time?: number;
    /** Until when it can be used, as Unix time in milliseconds. */
    invalid_time?: number;
    /**
     * Whether it cannot be used yet, can be used, has expired or is used up.
     * @enum {string}
     */
    status: 'toBeOnline' | 'online' | 'expired' | 'runOut';
  }[];
};
export type BalanceDeductions = {
  result: {
    detail: components['schemas']['BalanceDeduction'][];
    /** How many there are in this response. */
    count: number;
  };
  /** Where the next page begins. */
  next_cursor: string;
  /** Whether there is a next page. */
  has_more: boolean;
};
export type BalanceDeduction = {
  /** The id that Kling gave the task. */
  task_id: string;
  /** Name of the API key that created it. */
  api_key_name?: string;
  /** What it made, such as `Image to Video`. */
  product_function?: string;
  /** Which model made it. */
  model_name?: string;
  /**
   * Resolution of the result; mode `std` is 720p, `pro` is 1080p.
   * @enum {string}
   */
  resolution?: '720p' | '1080p' | '4k';
  /** Seconds of the video. */
  duration?: string;
  /** Whether it was made from a video. */
  refer_video_input?: boolean;
  /**
   * Whether the video has a sound made for it, that of the video it was made from, or none.
   * @enum {string}
   */
  video_sound?: 'native' | 'original' | 'off';
  /** Whether a voice was asked for. */
  voice_control?: boolean;
  /** When it was paid, as Unix time in milliseconds. */
  deduction_time: string;
  /**
   * Which balance it was taken from, the real one or that for tests.
   * @enum {string}
   */
  cash_type?: 'balance' | 'test_balance';
  /** The balance before. */
  balance_before_deduction?: number;
  /** What was taken. */
  deduction_amount: number;
  /** The balance after. */
  balance_after_deduction?: number;
  /** What it would have cost without discounts. */
  list_price?: number;
  /**
   * The currency of all four.
   * @enum {string}
   */
  currency?: 'CNY' | 'USD';
};
export type PackageDeductions = {
  result: {
    detail: components['schemas']['PackageDeduction'][];
    /** How many there are in this response. */
    count: number;
  };
  /** Where the next page begins. */
  next_cursor: string;
  /** Whether there is a next page. */
  has_more: boolean;
};
export type PackageDeduction = {
  /** Id of the resource pack. */
  package_id?: string;
  /**
   * What the pack is for.
   * @enum {string}
   */
  product_type?: 'video' | 'image' | 'try-on';
  /** The id that Kling gave the task. */
  task_id: string;
  /** Name of the API key that created it. */
  api_key_name?: string;
  /** What it made, such as `Image to Video`. */
  product_function?: string;
  /** Which model made it. */
  model_name?: string;
  /**
   * Resolution of the result; mode `std` is 720p, `pro` is 1080p.
   * @enum {string}
   */
  resolution?: '720p' | '1080p' | '4k';
  /** Seconds of the video. */
  duration?: string;
  /** Whether it was made from a video. */
  refer_video_input?: boolean;
  /**
   * Whether the video has a sound made for it, that of the video it was made from, or none.
   * @enum {string}
   */
  video_sound?: 'native' | 'original' | 'off';
  /** Whether a voice was asked for. */
  voice_control?: boolean;
  /** When it was paid, as Unix time in milliseconds. */
  deduction_time: string;
  /** Units in the pack before. */
  unit_before_deduction?: number;
  /** Units that were taken. */
  deduction_amount: number;
  /** Units in the pack after. */
  unit_after_deduction?: number;
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
  task_result?: components['schemas']['VideoTaskResult'];
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
  /** How the camera moves. Left out, the model decides. Only retired models are documented to take it. */
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
    /** Id of a voice, as the voice operations give it; the voices of text-to-speech have ids of another kind. */
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
  /** A picture in the ratio of `image`: what it marks stays where it is. An address or raw Base64. Only retired models are documented to take masks. */
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
  /** How the camera moves. Left out, the model decides. Only retired models are documented to take it. */
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
  /** Elements that appear in the video, at most seven together with the pictures. At most three may be made from a video, and none beside a video. With a frame at most three, and with kling-video-o1 none beside both frames. */
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
   * Whether the video comes with sound. It has to be off with a video, and with kling-video-o1.
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
    | ({
        video_list?: null[];
      } & (
        | {
            aspect_ratio: string;
          }
        | {
            image_list: unknown[];
          }
      ))
    | ({
        /** @constant */
        sound?: 'off';
        image_list?: unknown[];
        element_list?: unknown[];
        video_list: {
          /** @constant */
          refer_type: 'feature';
        }[];
      } & (
        | {
            aspect_ratio: string;
          }
        | {
            image_list: unknown[];
          }
      ))
    | {
        /** @constant */
        sound?: 'off';
        image_list?: {
          type?: never;
        }[];
        element_list?: unknown[];
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
  /** One figure that can be seen clearly: an address or raw Base64. JPG or PNG, at most 10 MB, each side at least 300 pixels, from 1:2.5 to 2.5:1. */
  image_url: string;
  /** The movement: address of an MP4 or MOV of at most 100 MB, each side 340 to 3,850 pixels; 3 to 30 seconds, or 3 to 10 when `character_orientation` is `image`. */
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
export type AvatarInput = {
  /** Who speaks: a picture with one face, as an address or as Base64 without a `data:` prefix. A .jpg, .jpeg or .png of at most 10 MB, at least 300 px on each side, 1:2.5 to 2.5:1. If there are several faces, none of them can be chosen. */
  image: string;
  /** What is said, as the id of a sound that text-to-speech made within the last 30 days, 2 to 300 s long. Either this or `sound_file`. */
  audio_id?: string;
  /** What is said, as an address or as Base64. An .mp3, .wav, .m4a or .aac of at most 5 MB, 2 to 300 s long. Either this or `audio_id`. */
  sound_file?: string;
  /** What the person does and feels, and how the camera moves. At most 2500 characters. */
  prompt?: string;
  /**
   * Standard, or professional at a higher price and quality.
   * @default std
   * @enum {string}
   */
  mode?: 'std' | 'pro';
  /** Ask for a second, watermarked file. */
  watermark_info?: components['schemas']['WatermarkInfo'];
  /** A name of your own for the task, unique within the account. Tasks can be looked up by it. */
  external_task_id?: components['schemas']['ExternalTaskId'];
  /** Address that is told when the status changes. */
  callback_url?: components['schemas']['CallbackUrl'];
} & (
  | {
      audio_id: string;
      /** @constant */
      sound_file?: '';
    }
  | {
      sound_file: string;
      /** @constant */
      audio_id?: '';
    }
);
export type LipSyncInput = {
  /** The session that identify-face opened for the video. */
  session_id: string;
  /** Whose lips move, and to which sound. One face only for now. */
  face_choose: ({
    /** The face, as identify-face names it. */
    face_id: string;
    /** What is said, as the id of a sound that text-to-speech made within the last 30 days, 2 to 60 s long. Either this or `sound_file`. */
    audio_id?: string;
    /** What is said, as an address or as Base64. An .mp3, .wav, .m4a or .aac of at most 5 MB, 2 to 60 s long. Either this or `audio_id`. */
    sound_file?: string;
    /**
     * Where in the sound the cut begins, in milliseconds. The cut has to be at least 2000 ms long.
     */
    sound_start_time: number;
    /**
     * Where in the sound the cut ends, in milliseconds, at the latest where the sound does. The cut has to be at least 2000 ms long.
     */
    sound_end_time: number;
    /**
     * Where in the video the cut begins, in milliseconds. It has to share at least 2 s with the time in which the face is seen, and end before the video does.
     */
    sound_insert_time: number;
    /**
     * How loud the sound is, 0 to 2.
     * @default 1
     */
    sound_volume?: number;
    /**
     * How loud the video's own sound is, 0 to 2. Has no effect on a silent video.
     * @default 1
     */
    original_audio_volume?: number;
  } & (
    | {
        audio_id: string;
        /** @constant */
        sound_file?: '';
      }
    | {
        sound_file: string;
        /** @constant */
        audio_id?: '';
      }
  ))[];
  /** Ask for a second, watermarked file. */
  watermark_info?: components['schemas']['WatermarkInfo'];
  /** A name of your own for the task, unique within the account. The page does not say that the task can be looked up by it. */
  external_task_id?: components['schemas']['ExternalTaskLabel'];
  /** Address that is told when the status changes. */
  callback_url?: components['schemas']['CallbackUrl'];
};
export type IdentifyFaceInput = {
  /** A video made by Kling within the last 30 days, at most 60 s long. Either this or `video_url`. */
  video_id?: string;
  /** Address of an .mp4 or .mov file of at most 100 MB, 720p or 1080p, 512 to 2160 px on each side, 2 to 60 s long. Either this or `video_id`. */
  video_url?: string;
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
export type VideoEffectsInput = {
  /** The scene. Kling adds and withdraws some every month, so any name may be sent. Some for one picture: color_mixing, pet_lion_pro, zoom_out, running_man. Some for two: hug_pro, kiss_pro, cheers_2026, fight_pro. Kling's effects center shows all of them. */
  effect_scene: string;
  /** The picture or the two pictures that the scene is made for. */
  input: {
    /** The picture of a scene for one, as an address or as Base64 without a `data:` prefix. A .jpg, .jpeg or .png of at most 10 MB, at least 300 px on each side, 1:2.5 to 2.5:1. */
    image?: string;
    /** The pictures of a scene for two, left and right, each by the same rules as `image`. */
    images?: string[];
  } & (
    | {
        image: string;
        images?: never;
      }
    | {
        images: unknown[];
        /** @constant */
        image?: '';
      }
  );
  /** A name of your own for the task, unique within the account. Tasks can be looked up by it. */
  external_task_id?: components['schemas']['ExternalTaskId'];
  /** Address that is told when the status changes. */
  callback_url?: components['schemas']['CallbackUrl'];
};
export type ImageGenerationInput = {
  /**
   * Which model draws the pictures.
   * @default kling-v3
   * @enum {string}
   */
  model_name?: 'kling-v2-1' | 'kling-v3';
  /** What should be seen. At most 2,500 characters. */
  prompt: string;
  /** What should not be seen. At most 2,500 characters. Not together with `image`. */
  negative_prompt?: string;
  /** A picture to go by: its address, or the file as Base64 without a `data:` prefix. Needed with `image_reference`. */
  image?: string;
  /**
   * What to take from `image`, the traits of a figure (`subject`) or the looks of a face (`face`, for which the picture has to show exactly one).
   * @enum {string}
   */
  image_reference?: 'subject' | 'face';
  /**
   * How closely `image` is followed, 0 to 1. For kling-v2-1 only.
   * @default 0.5
   */
  image_fidelity?: number;
  /**
   * How closely the face in `image` is followed, 0 to 1. For kling-v2-1 and `subject` only.
   * @default 0.45
   */
  human_fidelity?: number;
  /** Elements to show. Together with `image` at most 10. */
  element_list?: components['schemas']['ElementReference'][];
  /**
   * Resolution of the pictures.
   * @default 1k
   * @enum {string}
   */
  resolution?: '1k' | '2k';
  /**
   * How many pictures, 1 to 9. Each counts as one running task.
   * @default 1
   */
  n?: number;
  /**
   * Width to height.
   * @default 16:9
   * @enum {string}
   */
  aspect_ratio?: '16:9' | '9:16' | '1:1' | '4:3' | '3:4' | '3:2' | '2:3' | '21:9';
  /** Ask for a second, watermarked file. */
  watermark_info?: components['schemas']['WatermarkInfo'];
  /** A name of your own for the task, unique within the account. Tasks can be looked up by it. */
  external_task_id?: components['schemas']['ExternalTaskId'];
  /** Address that is told when the status changes. */
  callback_url?: components['schemas']['CallbackUrl'];
} & (
  | {
      /** @constant */
      image?: '';
      image_reference?: never;
    }
  | {
      image: string;
      /** @constant */
      negative_prompt?: '';
      element_list?: components['schemas']['ElementReference'][];
    }
);
export type OmniImageInput = {
  /**
   * Which model draws the pictures.
   * @default kling-image-o1
   * @enum {string}
   */
  model_name?: 'kling-image-o1' | 'kling-v3-omni';
  /** What should be seen and what should not. At most 2,500 characters. `<<<image_1>>>` means the first picture of `image_list`. */
  prompt: string;
  /** Pictures to go by. Together with `element_list` at most 10. */
  image_list?: {
    /** Its address, or the file as Base64 without a `data:` prefix. */
    image: string;
  }[];
  /** Elements to show. Together with `image_list` at most 10. */
  element_list?: components['schemas']['ElementReference'][];
  /**
   * Resolution of the pictures; 4k for kling-v3-omni only.
   * @default 1k
   * @enum {string}
   */
  resolution?: '1k' | '2k' | '4k';
  /**
   * Pictures that stand alone, or a series of them; a series for kling-v3-omni only.
   * @default single
   * @enum {string}
   */
  result_type?: 'single' | 'series';
  /**
   * How many pictures, 1 to 9. Each counts as one running task. Ignored for a series.
   * @default 1
   */
  n?: number;
  /**
   * How many pictures the series has, 2 to 9, or `auto` to leave it to the model. Each counts as one running task. Ignored without `series`.
   * @default 4
   * @enum {integer|string}
   */
  series_amount?: 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 'auto';
  /**
   * Width to height; `auto` follows what is given. kling-v3-omni has no `auto` for a text alone.
   * @default auto
   * @enum {string}
   */
  aspect_ratio?: '16:9' | '9:16' | '1:1' | '4:3' | '3:4' | '3:2' | '2:3' | '21:9' | 'auto';
  /** Ask for a second, watermarked file. */
  watermark_info?: components['schemas']['WatermarkInfo'];
  /** A name of your own for the task, unique within the account. Tasks can be looked up by it. */
  external_task_id?: components['schemas']['ExternalTaskId'];
  /** Address that is told when the status changes. */
  callback_url?: components['schemas']['CallbackUrl'];
} & (
  | {
      /** @constant */
      model_name?: 'kling-image-o1';
      /** @enum {string} */
      resolution?: '1k' | '2k';
      /** @constant */
      result_type?: 'single';
    }
  | {
      /** @constant */
      model_name: 'kling-v3-omni';
    }
);
export type MultiImageToImageInput = {
  /**
   * Which model draws the pictures.
   * @default kling-v2-1
   * @enum {string}
   */
  model_name?: 'kling-v2-1';
  /** What should be seen. At most 2,500 characters. */
  prompt?: string;
  /** One to four pictures of what should be seen. Kling does not cut it out; do that first. */
  subject_image_list: {
    /** Its address, or the file as Base64 without a `data:` prefix. */
    subject_image: string;
  }[];
  /** A picture of the surroundings: its address, or the file as Base64 without a `data:` prefix. */
  scene_image?: string;
  /** A picture in the style to draw in: its address, or the file as Base64 without a `data:` prefix. */
  style_image?: string;
  /**
   * How many pictures, 1 to 9. Each counts as one running task.
   * @default 1
   */
  n?: number;
  /**
   * Width to height.
   * @default 16:9
   * @enum {string}
   */
  aspect_ratio?: '16:9' | '9:16' | '1:1' | '4:3' | '3:4' | '3:2' | '2:3' | '21:9';
  /** Ask for a second, watermarked file. */
  watermark_info?: components['schemas']['WatermarkInfo'];
  /** A name of your own for the task, unique within the account. Tasks can be looked up by it. */
  external_task_id?: components['schemas']['ExternalTaskId'];
  /** Address that is told when the status changes. */
  callback_url?: components['schemas']['CallbackUrl'];
};
export type ExpandImageInput = {
  /** The picture: its address, or the file as Base64 without a `data:` prefix. */
  image: string;
  /**
   * How much to add above the picture, in multiples of its height, 0 to 2. The new picture may have at most three times the area of the old one.
   */
  up_expansion_ratio: number;
  /**
   * How much to add below the picture, in multiples of its height, 0 to 2. The new picture may have at most three times the area of the old one.
   */
  down_expansion_ratio: number;
  /**
   * How much to add to the left of the picture, in multiples of its width, 0 to 2. The new picture may have at most three times the area of the old one.
   */
  left_expansion_ratio: number;
  /**
   * How much to add to the right of the picture, in multiples of its width, 0 to 2. The new picture may have at most three times the area of the old one.
   */
  right_expansion_ratio: number;
  /** What should be seen in what is added. At most 2,500 characters. */
  prompt?: string;
  /**
   * How many pictures, 1 to 9. Each counts as one running task.
   * @default 1
   */
  n?: number;
  /** Ask for a second, watermarked file. */
  watermark_info?: components['schemas']['WatermarkInfo'];
  /** A name of your own for the task, unique within the account. Tasks can be looked up by it. */
  external_task_id?: components['schemas']['ExternalTaskId'];
  /** Address that is told when the status changes. */
  callback_url?: components['schemas']['CallbackUrl'];
};
export type MultiShotInput = {
  /** The element from the front, as an address or as Base64 without a `data:` prefix. A .jpg, .jpeg or .png of at most 10 MB, at least 300 px on each side, 1:2.5 to 2.5:1. */
  element_frontal_image: string;
  /** A name of your own for the task, unique within the account. The page does not say that the task can be looked up by it. */
  external_task_id?: components['schemas']['ExternalTaskLabel'];
  /** Address that is told when the status changes. */
  callback_url?: components['schemas']['CallbackUrl'];
};
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
  /** A name of your own for the task, unique within the account. Tasks can be looked up by it. */
  external_task_id?: components['schemas']['ExternalTaskId'];
  /** Address that is told when the status changes. */
  callback_url?: components['schemas']['CallbackUrl'];
};
export type TextToSpeechInput = {
  /** What is read out. At most 1000 characters. */
  text: string;
  /** Who reads, such as oversea_male1: an id from Kling's voice guide. The voices that you made have ids of another kind, which do not work here. */
  voice_id: string;
  /**
   * Language of the voice. It has to fit the voice.
   * @enum {string}
   */
  voice_language: 'zh' | 'en';
  /**
   * How fast it is read, 0.8 to 2.0 with one decimal. Kling rounds anything else.
   * @default 1
   */
  voice_speed?: number;
};
export type VoiceInput = {
  /** What to call the voice. At most 20 characters. */
  voice_name: string;
  /** Address of an .mp3, .wav, .mp4 or .mov file in which one person speaks for 5 to 30 s, without noise. */
  voice_url?: string;
  /** A video made by Kling in which one person speaks for 5 to 30 s: of kling-v2-6 with sound, of an avatar or of a lip-sync. */
  video_id?: string;
  /** A name of your own for the task, unique within the account. Tasks can be looked up by it. */
  external_task_id?: components['schemas']['ExternalTaskId'];
  /** Address that is told when the status changes. */
  callback_url?: components['schemas']['CallbackUrl'];
} & (
  | {
      voice_name: string;
      voice_url: string;
    }
  | {
      voice_name: string;
      video_id: string;
      /** @constant */
      voice_url?: '';
    }
);
export type deleteVoiceInput = {
  /** Id of the voice. Kling's own voices cannot be deleted. */
  voice_id: string;
};
export type ElementInput = {
  /** What to call the element. At most 20 characters. */
  element_name: string;
  /** What the element is. At most 100 characters. */
  element_description: string;
  /**
   * Whether a video or pictures show what the element looks like. Models differ in which of the two they take.
   * @enum {string}
   */
  reference_type: 'video_refer' | 'image_refer';
  /** With `image_refer`, the pictures. */
  element_image_list?: {
    /** The element from the front. Address or raw Base64 of a picture. */
    frontal_image?: string;
    /** One to three pictures from other sides or closer up. */
    refer_images?: {
      /** Address or raw Base64 of a picture. */
      image_url?: string;
    }[];
  };
  /** With `video_refer`, the video. A voice that is heard in it becomes a voice of your own, which the element has. */
  element_video_list?: {
    /** One video, of a person in a realistic style. */
    refer_videos?: {
      /** Address of an .mp4 or .mov file in 1080p, 16:9 or 9:16, 3 to 8 s long, of at most 200 MB. */
      video_url?: string;
    }[];
  };
  /** Id of a voice that the element speaks with. For pictures, only where they show a person. */
  element_voice_id?: string;
  /** Tags to find it under. */
  tag_list?: {
    /**
     * In this order: popular, character, animal, thing, clothes, place, effect, other.
     * @enum {string}
     */
    tag_id: 'o_101' | 'o_102' | 'o_103' | 'o_104' | 'o_105' | 'o_106' | 'o_107' | 'o_108';
  }[];
  /** A name of your own for the task, unique within the account. Tasks can be looked up by it. */
  external_task_id?: components['schemas']['ExternalTaskId'];
  /** Address that is told when the status changes. */
  callback_url?: components['schemas']['CallbackUrl'];
} & (
  | {
      /** @constant */
      reference_type: 'image_refer';
      element_image_list: {
        frontal_image: string;
        refer_images: {
          image_url: string;
        }[];
      };
      element_video_list?: never;
    }
  | {
      /** @constant */
      reference_type: 'video_refer';
      element_video_list: {
        refer_videos: {
          video_url: string;
        }[];
      };
    }
);
export type deleteElementInput = {
  /** Id of the element, as text. Kling's own elements cannot be deleted. */
  element_id: string;
};
export type deleteElementElsewhereInput = {
  /** Id of the element, as text. Kling's own elements cannot be deleted. */
  element_id: string;
};
export type BalanceDeductionsInput = {
  /**
   * Only tasks created from then on, as Unix time in milliseconds. Needed without `cursor`, ignored with it.
   */
  start_time?: number;
  /**
   * Only tasks created until then, as Unix time in milliseconds. Needed without `cursor`, ignored with it.
   */
  end_time?: number;
  /**
   * How many at once. At most 500. Ignored with `cursor`.
   * @default 500
   */
  limit?: number;
  /** Only tasks that fit one value of every key. Ignored with `cursor`. */
  filters?: {
    /**
     * What to filter by.
     * @enum {string}
     */
    key: 'api_key_name';
    /** Values, one of which has to fit. */
    values: string[];
  }[];
  /** Where to go on: the `next_cursor` of the page before. */
  cursor?: string;
} & (
  | {
      start_time: number;
      end_time: number;
      /** @constant */
      cursor?: '';
    }
  | {
      cursor: string;
    }
);
export type PackageDeductionsInput = {
  /**
   * Only tasks created from then on, as Unix time in milliseconds. Needed without `cursor`, ignored with it.
   */
  start_time?: number;
  /**
   * Only tasks created until then, as Unix time in milliseconds. Needed without `cursor`, ignored with it.
   */
  end_time?: number;
  /**
   * How many at once. At most 500. Ignored with `cursor`.
   * @default 500
   */
  limit?: number;
  /** Only tasks that fit one value of every key. Ignored with `cursor`. */
  filters?: {
    /**
     * What to filter by; not by `package_name` and `package_id` at once. The values of `product_type` are `video`, `image` and `try-on`.
     * @enum {string}
     */
    key: 'api_key_name' | 'product_type' | 'package_name' | 'package_id';
    /** Values, one of which has to fit. */
    values: string[];
  }[];
  /** Where to go on: the `next_cursor` of the page before. */
  cursor?: string;
} & (
  | {
      start_time: number;
      end_time: number;
      /** @constant */
      cursor?: '';
    }
  | {
      cursor: string;
    }
);
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
export type LipSyncTaskResult = {
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
export type VideoEffectsTaskResult = {
  videos?: {
    /** Id of the video. */
    id: string;
    /** The video as MP4. Gone after 30 days. */
    url: string;
    /** The watermarked file, where asked for. */
    watermark_url?: string;
  }[];
};
export type VideoEffectsListedResult = {
  videos?: {
    /** Id of the video. */
    id: string;
    /** The video as MP4. Gone after 30 days. */
    url: string;
    /** The watermarked file, where asked for. */
    watermark_url?: string;
  }[];
};
export type OmniImageTaskResult = {
  /** What was made, `single` or `series`. */
  result_type?: string;
  /** The pictures, with `single`. */
  images?: components['schemas']['Image'][];
  /** The pictures in their order, with `series`. */
  series_images?: components['schemas']['Image'][];
};
export type MultiShotTaskResult = {
  images?: components['schemas']['PictureSet'][];
};
export type VirtualTryOnTaskResult = {
  images?: {
    /** Place of the picture, counted from 0. Pictures have no id. */
    index: number;
    /** The picture. Gone after 30 days. */
    url: string;
  }[];
};
export type SpeechResult = {
  audios?: {
    /** Id of the sound, the `audio_id` of avatar and lip-sync for 30 days. */
    id: string;
    /** The sound. Gone after 30 days. */
    url: string;
    /** Seconds of the sound. */
    duration: string;
  }[];
};
export type VoiceTaskResult = {
  voices?: components['schemas']['Voice'][];
};
export type VoicePresetResult = {
  voices: components['schemas']['Voice'][];
};
export type ElementTaskResult = {
  elements?: components['schemas']['Element'][];
};
export type ElementPresetResult = {
  elements: components['schemas']['Element'][];
};
/** The operations of the client, with their paths. */ export interface offered {
  /** Turn a text into a sound. */ textToAudio: '/v1/audio/text-to-audio';
  /** Make a sound for a video. */ videoToAudio: '/v1/audio/video-to-audio';
  /** Turn a text into a video. */ textToVideo: '/v1/videos/text2video';
  /** Turn a picture into a video. */ imageToVideo: '/v1/videos/image2video';
  /** Make a video from text, pictures, elements and a video. */ omniVideo: '/v1/videos/omni-video';
  /** Move the figure of a picture as in a video. */ motionControl: '/v1/videos/motion-control';
  /** Make a person in a picture speak. */ avatar: '/v1/videos/avatar/image2video';
  /** Make a face in a video speak. */ lipSync: '/v1/videos/advanced-lip-sync';
  /** Find the faces in a video. */ identifyFace: '/v1/videos/identify-face';
  /** Put one or two pictures into a scene. */ videoEffects: '/v1/videos/effects';
  /** Turn a text or a picture into pictures. */ imageGeneration: '/v1/images/generations';
  /** Turn a text, pictures and elements into pictures or a series. */ omniImage: '/v1/images/omni-image';
  /** Turn several pictures into one or more. */ multiImageToImage: '/v1/images/multi-image2image';
  /** Expand a picture beyond its edges. */ expandImage: '/v1/images/editing/expand';
  /** Make more pictures of an element from one of its front. */ multiShot: '/v1/general/ai-multi-shot';
  /** Dress a person in a picture in another garment. */ virtualTryOn: '/v1/images/kolors-virtual-try-on';
  /** Read a text out. */ textToSpeech: '/v1/audio/tts';
  /** Make a voice of your own. */ voices: '/v1/general/custom-voices';
  /** Make an element of your own. */ elements: '/v1/general/advanced-custom-elements';
  /** Tell what is left in the resource packs. */ accountUsage: '/account/costs';
  /** Tell what tasks cost the balance. */ balanceDeductions: '/account/billing/balance';
  /** Tell what tasks cost the resource packs. */ packageDeductions: '/account/billing/package';
  /** Turn several pictures into a video. */ multiImageToVideo: '/v1/videos/multi-image2video';
  /** Extend a video. */ videoExtend: '/v1/videos/video-extend';
}

/** All that the client's types are made from. */ export interface contract {
  paths: paths;
  offered: offered;
}
