import { all, drop, put } from '../edit.ts';
import { t2a, t2v } from '../places.ts';
import { p, type Row } from './row.ts';

/** What our overlays correct, corrected by the provider or gone. */
export const overlayRows: Row[] = [
  ['cometapi', t2a, 'overlay adopted', 'prompt', 'maxLength 200', put(`${p}prompt.maxLength`, 200)],
  ['deerapi', t2a, 'overlay adopted', 'prompt', 'maxLength 200', put(`${p}prompt.maxLength`, 200)],
  [
    'cometapi',
    t2v,
    'overlay adopted',
    'negative_prompt',
    'maxLength 200',
    put(`${p}negative_prompt.maxLength`, 200),
  ],
  [
    'cometapi',
    t2v,
    'overlay adopted',
    'duration',
    '5 and 10',
    put(`${p}duration.enum`, ['5', '10']),
  ],
  [
    'cometapi',
    t2v,
    'overlay adopted',
    'cfg_scale',
    '0 to 1',
    all(put(`${p}cfg_scale.minimum`, 0), put(`${p}cfg_scale.maximum`, 1)),
  ],
  ['cometapi', t2a, 'overlay unused', 'duration', 'no type', drop(`${p}duration.type`)],
  ['deerapi', t2a, 'overlay unused', 'prompt', 'no default', drop(`${p}prompt.default`)],
];
