/** The operations of every provider, with the methods of the route of each. Made by scripts/generate.ts; do not edit. */
export const klingai = {
  textToAudio: ['get', 'post'],
  videoToAudio: ['get', 'post'],
  textToVideo: ['get', 'post'],
  imageToVideo: ['get', 'post'],
  omniVideo: ['get', 'post'],
  avatar: ['get', 'post'],
  lipSync: ['get', 'post'],
  identifyFace: ['post'],
  videoEffects: ['get', 'post'],
  imageGeneration: ['get', 'post'],
  omniImage: ['get', 'post'],
  multiImageToImage: ['get', 'post'],
  expandImage: ['get', 'post'],
  virtualTryOn: ['get', 'post'],
  textToSpeech: ['post'],
  voices: ['get', 'post'],
  elements: ['get', 'post'],
  accountUsage: ['get'],
  balanceDeductions: ['post'],
  packageDeductions: ['post'],
} as const;

export const cometapi = {
  textToAudio: ['post'],
  videoToAudio: ['post'],
  textToVideo: ['post'],
  imageToVideo: ['post'],
  omniVideo: ['post'],
  avatar: ['post'],
  lipSync: ['post'],
  identifyFace: ['post'],
  videoEffects: ['post'],
  imageGeneration: ['post'],
  virtualTryOn: ['post'],
  textToSpeech: ['post'],
} as const;

export const deerapi = {
  textToAudio: ['post'],
  videoToAudio: ['post'],
  textToVideo: ['post'],
  imageGeneration: ['post'],
  textToSpeech: ['post'],
} as const;
