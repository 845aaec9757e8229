/**
 * The program's vocabulary: the name of each operation; its route without a provider's prefix; the list of its result that
 * must be there before the task counts as finished; and the seconds that a task takes on average, for videos as ComfyUI
 * measured it, for sounds a guess, because nobody publishes it. A client has an operation where its provider's document has
 * the route. Editors show the comments at `kling.textToAudio` and the others.
 */
export const operations = {
  /** Turns a text into a sound. */
  textToAudio: { route: '/v1/audio/text-to-audio', result: 'audios', seconds: 30 },
  /** Makes a sound for a video. */
  videoToAudio: { route: '/v1/audio/video-to-audio', result: 'audios', seconds: 40 },
  /** Turns a text into a video. */
  textToVideo: { route: '/v1/videos/text2video', result: 'videos', seconds: 319 },
} as const;

/** `textToAudio`, `videoToAudio` or `textToVideo`. */
export type OperationName = keyof typeof operations;
