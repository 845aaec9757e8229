import { put, text } from '../edit.ts';
import { everyone, t2a, t2v, v2a } from '../places.ts';
import { p, type Row } from './row.ts';

/** Types of what is sent, changed once each. */
export const typeRows: Row[] = [
  ...everyone.flatMap((provider): Row[] => [
    [provider, t2a, 'request retyped', 'duration', 'now a string', put(`${p}duration`, text)],
    [
      provider,
      t2a,
      'request retyped',
      'prompt',
      'now a list',
      put(`${p}prompt`, { type: 'array', items: text }),
    ],
    [provider, t2v, 'request retyped', 'cfg_scale', 'now a string', put(`${p}cfg_scale`, text)],
    [
      provider,
      v2a,
      'request retyped',
      'video_url',
      'now an object',
      put(`${p}video_url`, { type: 'object' }),
    ],
    [
      provider,
      t2a,
      'request type loosened',
      'callback_url',
      'may be null',
      put(`${p}callback_url.type`, ['string', 'null']),
    ],
  ]),
  [
    'klingai',
    t2a,
    'request retyped',
    'duration',
    'whole seconds only',
    put(`${p}duration.type`, 'integer'),
  ],
  [
    'klingai',
    t2v,
    'request retyped',
    'pan',
    'whole steps only',
    put(`${p}camera_control.${p}config.${p}pan.type`, 'integer'),
  ],
  [
    'cometapi',
    t2v,
    'request type loosened',
    'pan',
    'any number',
    put(`${p}camera_control.${p}config.${p}pan.type`, 'number'),
  ],
];
