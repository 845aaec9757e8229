import { created } from '../exchanges.ts';
import { anywhere } from '../mutant.ts';
import { everyone, gateways, kling, post } from '../places.ts';
import { error, json, type Row, sending, when } from './row.ts';

/** Other codes, and refusals that look like success. */
export const codeRows: Row[] = [
  [
    kling,
    'answer re-coded',
    post,
    /code|400/,
    '1102 under 400 for a bad create',
    when(
      (each) => each.action === 'create' && each.answer.status === 400,
      () => json(400, error(1102)),
    ),
  ],
  [
    kling,
    'answer re-coded',
    anywhere,
    /code|401|authorization/i,
    '1201 under 401',
    when(
      (each) => each.answer.status === 401,
      () => json(401, error(1201)),
    ),
  ],
  [
    kling,
    'refusal as success',
    post,
    /code|200|status/,
    '1102 under 200',
    when(created, () => json(200, { ...error(1102), data: null })),
  ],
  [
    gateways,
    'refusal as success',
    post,
    /code|data|200|status/,
    '1102 under 200',
    when(created, () => json(200, { ...error(1102), data: null })),
  ],
  [
    everyone,
    'refusal as success',
    post,
    /code|200|status|error|data|message/,
    '200 for a bad create',
    when(
      (each) => each.action === 'create' && each.answer.status === 400,
      sending({ status: 200 }),
    ),
  ],
];
