import type { ChangeName } from '../changes.ts';
import { type Edit, put } from '../edit.ts';
import { anywhere } from '../mutant.ts';
import { everyone } from '../places.ts';
import type { Row } from './row.ts';

/** Edits of a whole document, by the change that they make. */
export const whole: Partial<Record<ChangeName, Edit>> = {
  'security changed': put('components.securitySchemes.bearer', {
    type: 'apiKey',
    in: 'header',
    name: 'X-Key',
  }),
  'server changed': put('servers', [{ url: 'https://api.moved.example' }]),
};

/** What all operations share, changed once each by the edits above. */
export const wholeRows: Row[] = everyone.flatMap((provider): Row[] => [
  [provider, '', 'security changed', anywhere, 'now a header', (_, paths) => void paths],
  [provider, '', 'server changed', anywhere, 'another host', (_, paths) => void paths],
]);
