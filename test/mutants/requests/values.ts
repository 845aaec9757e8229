import { drop, including, put, without } from '../edit.ts';
import { everyone, t2v, v2a } from '../places.ts';
import { p, type Row } from './row.ts';

/** Listed values and defaults, changed once each. */
export const valueRows: Row[] = [
  ...everyone.flatMap((provider): Row[] => [
    [
      provider,
      t2v,
      'request default changed',
      'mode',
      'default pro',
      put(`${p}mode.default`, 'pro'),
    ],
    [
      provider,
      t2v,
      'request default changed',
      'duration',
      'default 10',
      put(`${p}duration.default`, '10'),
    ],
  ]),
  [
    'klingai',
    v2a,
    'request default changed',
    'asmr_mode',
    'on by itself',
    put(`${p}asmr_mode.default`, true),
  ],
  ...(['klingai', 'cometapi'] as const).flatMap((provider): Row[] => [
    [
      provider,
      t2v,
      'request enum withdrawn',
      'model_name',
      'kling-v1 gone',
      without(`${p}model_name.enum`, 'kling-v1'),
    ],
    [
      provider,
      t2v,
      'request enum withdrawn',
      'aspect_ratio',
      '1:1 gone',
      without(`${p}aspect_ratio.enum`, '1:1'),
    ],
    [
      provider,
      t2v,
      'request enum withdrawn',
      'type',
      'down_back gone',
      without(`${p}camera_control.${p}type.enum`, 'down_back'),
    ],
    [
      provider,
      t2v,
      'request enum extended',
      'model_name',
      'kling-v4 new',
      including(`${p}model_name.enum`, 'kling-v4'),
    ],
    [provider, t2v, 'request enum extended', 'sound', 'any text', drop(`${p}sound.enum`)],
  ]),
  [
    'deerapi',
    t2v,
    'request enum withdrawn',
    'mode',
    'std and pro only',
    put(`${p}mode.enum`, ['std', 'pro']),
  ],
];
