/**
 * The program's vocabulary: the name of each operation, its route without a provider's prefix, and the list of its
 * result that has to be there before the task counts as finished. An operation is offered where the provider's
 * document has the route.
 */
export const operations = {
  textToAudio: { route: '/v1/audio/text-to-audio', result: 'audios' },
  videoToAudio: { route: '/v1/audio/video-to-audio', result: 'audios' },
  textToVideo: { route: '/v1/videos/text2video', result: 'videos' },
} as const;

/** `textToAudio`, `videoToAudio` or `textToVideo`. */
export type OperationName = keyof typeof operations;
