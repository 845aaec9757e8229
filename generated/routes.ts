/** The methods of every path. Made by scripts/generate.ts; do not edit. */
export const klingai = {
  '/v1/audio/text-to-audio': ['get', 'post'],
  '/v1/audio/text-to-audio/{task_id}': ['get'],
  '/v1/audio/video-to-audio': ['get', 'post'],
  '/v1/audio/video-to-audio/{task_id}': ['get'],
  '/v1/videos/text2video': ['get', 'post'],
  '/v1/videos/text2video/{task_id}': ['get'],
} as const;

export const cometapi = {
  '/kling/v1/audio/text-to-audio': ['post'],
  '/kling/v1/audio/video-to-audio': ['post'],
  '/kling/v1/videos/text2video': ['post'],
  '/kling/v1/{action}/{action2}/{task_id}': ['get'],
  '/kling/v1/audio/text-to-audio/{task_id}': ['get'],
  '/kling/v1/audio/video-to-audio/{task_id}': ['get'],
  '/kling/v1/videos/text2video/{task_id}': ['get'],
} as const;

export const deerapi = {
  '/kling/v1/audio/text-to-audio': ['post'],
  '/kling/v1/audio/video-to-audio': ['post'],
  '/kling/v1/videos/text2video': ['post'],
  '/kling/v1/{action}/{action2}/{task_id}': ['get'],
  '/kling/v1/audio/text-to-audio/{task_id}': ['get'],
  '/kling/v1/audio/video-to-audio/{task_id}': ['get'],
  '/kling/v1/videos/text2video/{task_id}': ['get'],
} as const;
