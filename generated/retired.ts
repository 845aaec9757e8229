/** Models that are served no more. Made by scripts/generate.ts; do not edit. */
export const klingai = {
  '/v1/videos/text2video': {
    since: {
      'kling-v1': '2026-09-15',
      'kling-v1-6': '2026-09-15',
      'kling-v2-master': '2026-09-15',
      'kling-v2-1-master': '2026-09-15',
    },
    without: 'kling-v1',
    served: 'kling-v2-5-turbo, kling-v2-6, kling-v3',
  },
  '/v1/videos/image2video': {
    since: {
      'kling-v1': '2026-09-15',
      'kling-v1-5': '2026-09-15',
      'kling-v1-6': '2026-09-15',
      'kling-v2-master': '2026-09-15',
      'kling-v2-1': '2026-09-15',
      'kling-v2-1-master': '2026-09-15',
    },
    without: 'kling-v1',
    served: 'kling-v2-5-turbo, kling-v2-6, kling-v3',
  },
};

export const cometapi = {
  '/kling/v1/videos/text2video': {
    since: {
      'kling-v1': '2026-09-15',
      'kling-v1-6': '2026-09-15',
      'kling-v2-master': '2026-09-15',
      'kling-v2-1-master': '2026-09-15',
    },
    without: 'kling-v1',
    served: 'kling-v2-5-turbo, kling-v2-6, kling-v3',
  },
  '/kling/v1/videos/image2video': {
    since: {
      'kling-v1': '2026-09-15',
      'kling-v1-5': '2026-09-15',
      'kling-v1-6': '2026-09-15',
      'kling-v2-master': '2026-09-15',
      'kling-v2-1': '2026-09-15',
      'kling-v2-1-master': '2026-09-15',
    },
    served: '',
  },
  '/kling/v1/images/generations': {
    since: {
      'kling-v1': '2026-09-15',
      'kling-v1-5': '2026-09-15',
      'kling-v2': '2026-09-15',
      'kling-v2-new': '2026-09-15',
    },
    served: '',
  },
};

export const deerapi = {
  '/kling/v1/videos/text2video': {
    since: {
      'kling-v1': '2026-09-15',
      'kling-v1-6': '2026-09-15',
      'kling-v2-master': '2026-09-15',
      'kling-v2-1-master': '2026-09-15',
    },
    served: '',
  },
  '/kling/v1/images/generations': {
    since: {
      'kling-v1': '2026-09-15',
      'kling-v1-5': '2026-09-15',
      'kling-v2': '2026-09-15',
      'kling-v2-new': '2026-09-15',
    },
    served: '',
  },
};

export const klingai2 = {};
