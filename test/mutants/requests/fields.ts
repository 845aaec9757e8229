import { all, drop, type Edit, including, put, rename, text, without } from '../edit.ts';
import { everyone, t2a, t2v, v2a } from '../places.ts';
import { p, type Row } from './row.ts';

const required = (field: string) => including('required', field);
const optional = (field: string) => without('required', field);
const renamed = (field: string, to: string): Edit =>
  all(rename(p + field, to), without('required', field), including('required', to));
const nested: Edit = (schema) => {
  schema.properties = { input: { type: 'object', properties: schema.properties } };
  schema.required = ['input'];
};

/** Fields that may or have to be sent, changed once each. */
export const fieldRows: Row[] = [
  ...everyone.flatMap((provider): Row[] => [
    [provider, t2a, 'request field removed', 'callback_url', 'gone', drop(`${p}callback_url`)],
    [provider, v2a, 'request field removed', 'video_id', 'gone', drop(`${p}video_id`)],
    [provider, t2v, 'request field removed', 'cfg_scale', 'gone', drop(`${p}cfg_scale`)],
    [provider, t2a, 'request field renamed', 'prompt', 'now text', renamed('prompt', 'text')],
    [
      provider,
      t2a,
      'request field renamed',
      'duration',
      'now seconds',
      renamed('duration', 'seconds'),
    ],
    [provider, t2a, 'request field moved', 'prompt', 'now in input', nested],
    [provider, t2a, 'request field added', 'seed', 'new', put(`${p}seed`, { type: 'integer' })],
    [provider, t2v, 'request field added', 'seed', 'new', put(`${p}seed`, { type: 'integer' })],
    [provider, t2a, 'request field required', 'callback_url', 'required', required('callback_url')],
    [provider, t2v, 'request field required', 'model_name', 'required', required('model_name')],
    [
      provider,
      v2a,
      'request field required',
      'voice',
      'new and required',
      all(put(`${p}voice`, text), required('voice')),
    ],
    [provider, t2a, 'request field optional', 'duration', 'not required', optional('duration')],
  ]),
  ['klingai', v2a, 'request field removed', 'bgm_prompt', 'gone', drop(`${p}bgm_prompt`)],
  [
    'cometapi',
    t2v,
    'request field removed',
    'zoom',
    'gone',
    drop(`${p}camera_control.${p}config.${p}zoom`),
  ],
];
