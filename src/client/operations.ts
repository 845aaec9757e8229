/**
 * The operations: the name of each; its route without a provider's prefix; the list in its result that must be filled before the
 * task counts as finished, empty where there is no task and the response is all; and the seconds that a task takes on average.
 * Those of videos were measured by ComfyUI, the others are a guess, as nobody publishes them. What is kept, such as a voice, also
 * has the routes that list the provider's own and that delete one of yours, and the name of its id. A client has an operation
 * where its provider's document has the route.
 */
export const operations = {
  textToAudio: { route: '/v1/audio/text-to-audio', result: 'audios', seconds: 30 },
  videoToAudio: { route: '/v1/audio/video-to-audio', result: 'audios', seconds: 40 },
  textToVideo: {
    route: '/v1/videos/text2video',
    result: 'videos',
    seconds: 319,
    second: {
      route: '/text-to-video',
      result: 'videos',
      output: 'video',
      tasks: '/tasks',
      seconds: 85,
    },
  },
  imageToVideo: {
    route: '/v1/videos/image2video',
    result: 'videos',
    seconds: 319,
    second: {
      route: '/image-to-video',
      result: 'videos',
      output: 'video',
      tasks: '/tasks',
      seconds: 85,
    },
  },
  omniVideo: {
    route: '/v1/videos/omni-video',
    result: 'videos',
    seconds: 319,
    second: {
      route: '/omni-video',
      result: 'videos',
      output: 'video',
      tasks: '/tasks',
      seconds: 85,
    },
  },
  motionControl: {
    route: '/v1/videos/motion-control',
    result: 'videos',
    seconds: 319,
    second: {
      route: '/motion-control',
      result: 'videos',
      output: 'video',
      tasks: '/tasks',
      seconds: 85,
    },
  },
  avatar: { route: '/v1/videos/avatar/image2video', result: 'videos', seconds: 319 },
  lipSync: { route: '/v1/videos/advanced-lip-sync', result: 'videos', seconds: 319 },
  identifyFace: { route: '/v1/videos/identify-face', result: '', seconds: 0 },
  videoEffects: { route: '/v1/videos/effects', result: 'videos', seconds: 319 },
  imageGeneration: { route: '/v1/images/generations', result: 'images', seconds: 33 },
  omniImage: {
    route: '/v1/images/omni-image',
    result: 'images',
    series: 'series_images',
    seconds: 33,
  },
  multiImageToImage: { route: '/v1/images/multi-image2image', result: 'images', seconds: 33 },
  expandImage: { route: '/v1/images/editing/expand', result: 'images', seconds: 33 },
  multiShot: { route: '/v1/general/ai-multi-shot', result: 'images', seconds: 33 },
  virtualTryOn: {
    route: '/v1/images/kolors-virtual-try-on',
    result: 'images',
    seconds: 33,
    second: {
      route: '/solutions/virtual_try_on',
      result: 'images',
      output: 'image',
      tasks: '/solutions',
      seconds: 33,
    },
  },
  textToSpeech: { route: '/v1/audio/tts', result: '', seconds: 0 },
  voices: {
    route: '/v1/general/custom-voices',
    result: 'voices',
    seconds: 30,
    presets: '/v1/general/presets-voices',
    delete: '/v1/general/delete-voices',
    id: 'voice_id',
  },
  elements: {
    route: '/v1/general/advanced-custom-elements',
    result: 'elements',
    seconds: 60,
    presets: '/v1/general/advanced-presets-elements',
    delete: '/v1/general/delete-advanced-elements',
    id: 'element_id',
  },
  accountUsage: { route: '/account/costs', result: '', seconds: 0 },
  balanceDeductions: { route: '/account/billing/balance', result: '', seconds: 0 },
  packageDeductions: { route: '/account/billing/package', result: '', seconds: 0 },
  multiImageToVideo: { route: '/v1/videos/multi-image2video', result: 'videos', seconds: 319 },
  videoExtend: { route: '/v1/videos/video-extend', result: 'videos', seconds: 319 },
} as const;

/** The name of an operation, such as `textToAudio`. */
export type OperationName = keyof typeof operations;

/** The name of an operation that makes a task. */
export type TaskName = {
  [O in OperationName]: (typeof operations)[O]['result'] extends '' ? never : O;
}[OperationName];

/** An operation's line in the table of operations, as one provider has it. */
export interface Offer {
  readonly route: string;
  readonly result: string;
  /** The list that is filled in its place where a series was asked for. */
  readonly series?: string;
  /** In the second generation: where tasks are read and listed, and the type of the outputs that make the list. */
  readonly tasks?: string;
  readonly output?: string;
  readonly seconds: number;
  /** Whether its page names the task's own id alone, as `x-only-by-id` in the document says: then a task that is not found by its external id may exist all the same. */
  readonly onlyById?: boolean;
  /** Whether its route takes GET: then tasks are listed, and what answers at once is asked for. All else is sent by POST. */
  readonly get?: boolean;
  readonly presets?: string;
  readonly delete?: string;
  readonly id?: string;
}
