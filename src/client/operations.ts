/**
 * The program's vocabulary: the name of each operation, its route without a provider's prefix, the list of its result
 * that has to be there before the task counts as finished, and the seconds that a task takes in the mean: for videos as
 * ComfyUI measured it, for sounds a guess, as nobody says. An operation is offered where the provider's document has the
 * route.
 */
export const operations = {
  textToAudio: { route: '/v1/audio/text-to-audio', result: 'audios', seconds: 30 },
  videoToAudio: { route: '/v1/audio/video-to-audio', result: 'audios', seconds: 40 },
  textToVideo: { route: '/v1/videos/text2video', result: 'videos', seconds: 319 },
} as const;

/** `textToAudio`, `videoToAudio` or `textToVideo`. */
export type OperationName = keyof typeof operations;
