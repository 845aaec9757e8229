/**
 * The operations: the name of each; its route without a provider's prefix; the list in its result that must be filled before
 * the task counts as finished; and the seconds that a task takes on average. Those of videos were measured by ComfyUI, those
 * of sounds are a guess, as nobody publishes them. A client has an operation where its provider's document has the route.
 */
export const operations = {
  textToAudio: { route: '/v1/audio/text-to-audio', result: 'audios', seconds: 30 },
  videoToAudio: { route: '/v1/audio/video-to-audio', result: 'audios', seconds: 40 },
  textToVideo: { route: '/v1/videos/text2video', result: 'videos', seconds: 319 },
} as const;

/** `textToAudio`, `videoToAudio` or `textToVideo`. */
export type OperationName = keyof typeof operations;
