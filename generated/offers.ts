/** The operations of every provider, with the methods of the route of each. Made by scripts/generate.ts; do not edit. */
export const klingai = {
  textToAudio: ['get', 'post'],
  videoToAudio: ['get', 'post'],
  textToVideo: ['get', 'post'],
} as const;

export const cometapi = {
  textToAudio: ['post'],
  videoToAudio: ['post'],
  textToVideo: ['post'],
} as const;

export const deerapi = {
  textToAudio: ['post'],
  videoToAudio: ['post'],
  textToVideo: ['post'],
} as const;
