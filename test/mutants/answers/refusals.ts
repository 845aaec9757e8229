import { drop, put, turn } from '../edit.ts';
import { both } from '../exchanges.ts';
import { anywhere } from '../mutant.ts';
import { gateways, kling, postOrGet } from '../places.ts';
import { type Row, refused } from './row.ts';

/** Refusals of another form, and other codes. */
export const refusalRows: Row[] = [
  [kling, 'refusal reshaped', refused, anywhere, 'code', 'no code', drop('code')],
  [kling, 'refusal reshaped', refused, anywhere, 'code', 'code a string', turn('code', String)],
  [
    kling,
    'refusal reshaped',
    refused,
    anywhere,
    // Or the body as such.
    'code|message|error|',
    'in error',
    (body) => {
      const error = { ...body };
      for (const key of Object.keys(body)) delete body[key];
      Object.assign(body, { error });
    },
  ],
  [kling, 'refusal reshaped', refused, anywhere, 'request_id', 'no request_id', drop('request_id')],
  [
    gateways,
    'refusal reshaped',
    refused,
    anywhere,
    'error|message|data',
    'a bare line',
    (body) => {
      for (const key of Object.keys(body)) delete body[key];
      body.detail = 'No';
    },
  ],
  [
    gateways,
    'refusal reshaped',
    refused,
    anywhere,
    'error|message',
    'message null',
    put('error.message', null),
  ],
  [kling, 'answer re-coded', refused, anywhere, 'code|4\\d\\d', 'code 1999', put('code', 1999)],
  [
    kling,
    'answer re-coded',
    refused,
    anywhere,
    'code|4\\d\\d',
    '1102 under every status',
    put('code', 1102),
  ],
  [kling, 'answer re-coded', both, postOrGet, 'code', '1 for 0', put('code', 1)],
];
