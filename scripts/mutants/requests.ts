import { type ProviderName, providers } from '../../src/contract/documents.ts';
import type { ChangeName } from './changes.ts';
import { all, drop, type Edit, including, type Node, put, rename, without } from './edit.ts';
import { actionsNaming, type DocumentMutant, exactly, naming } from './mutant.ts';

const t2a = '/v1/audio/text-to-audio';
const v2a = '/v1/audio/video-to-audio';
const t2v = '/v1/videos/text2video';

type Row = [ProviderName, route: string, ChangeName, field: string, words: string, Edit];

const p = 'properties.';
const text = { type: 'string' };
const required = (field: string) => including('required', field);
const optional = (field: string) => without('required', field);
const renamed = (field: string, to: string): Edit =>
  all(rename(p + field, to), without('required', field), including('required', to));
const nested: Edit = (schema) => {
  schema.properties = { input: { type: 'object', properties: schema.properties } };
  schema.required = ['input'];
};

/** What has to be sent to the three creates, changed once each. */
const rows: Row[] = [
  ...(['klingai', 'cometapi', 'deerapi'] as const).flatMap((provider): Row[] => [
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
    [
      provider,
      t2a,
      'request limit tightened',
      'prompt',
      'maxLength 100',
      put(`${p}prompt.maxLength`, 100),
    ],
    [
      provider,
      t2a,
      'request limit tightened',
      'prompt',
      'minLength 20',
      put(`${p}prompt.minLength`, 20),
    ],
    [
      provider,
      t2a,
      'request limit tightened',
      'external_task_id',
      'a pattern',
      put(`${p}external_task_id.pattern`, '^[a-z]+$'),
    ],
    [
      provider,
      t2v,
      'request limit tightened',
      'negative_prompt',
      'maxLength 20',
      put(`${p}negative_prompt.maxLength`, 20),
    ],
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
  [
    'klingai',
    t2a,
    'request limit tightened',
    'duration',
    'minimum 5',
    put(`${p}duration.minimum`, 5),
  ],
  [
    'klingai',
    t2a,
    'request limit tightened',
    'duration',
    'maximum 8',
    put(`${p}duration.maximum`, 8),
  ],
  [
    'klingai',
    t2v,
    'request limit tightened',
    'multi_prompt',
    'three shots',
    put(`${p}multi_prompt.maxItems`, 3),
  ],
  [
    'klingai',
    t2v,
    'request limit tightened',
    'cfg_scale',
    'above 0',
    put(`${p}cfg_scale.minimum`, 0.1),
  ],
  [
    'klingai',
    t2a,
    'request limit loosened',
    'prompt',
    'maxLength 500',
    put(`${p}prompt.maxLength`, 500),
  ],
  [
    'klingai',
    t2a,
    'request limit loosened',
    'duration',
    'maximum 20',
    put(`${p}duration.maximum`, 20),
  ],
  [
    'klingai',
    v2a,
    'request limit loosened',
    'bgm_prompt',
    'no maxLength',
    drop(`${p}bgm_prompt.maxLength`),
  ],
  [
    'klingai',
    t2v,
    'request limit loosened',
    'multi_prompt',
    'ten shots',
    put(`${p}multi_prompt.maxItems`, 10),
  ],
  ['klingai', v2a, 'request field removed', 'bgm_prompt', 'gone', drop(`${p}bgm_prompt`)],
  [
    'klingai',
    v2a,
    'request default changed',
    'asmr_mode',
    'on by itself',
    put(`${p}asmr_mode.default`, true),
  ],
  [
    'cometapi',
    t2v,
    'request field removed',
    'zoom',
    'gone',
    drop(`${p}camera_control.${p}config.${p}zoom`),
  ],
  [
    'cometapi',
    v2a,
    'request choice tightened',
    'video_id|video_url|oneOf',
    'by address only',
    put('oneOf', [{ required: ['video_url'] }]),
  ],
  [
    'deerapi',
    v2a,
    'request choice tightened',
    'video_id|video_url|oneOf',
    'by id only',
    put('oneOf', [{ required: ['video_id'] }]),
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

/** Mutants of what is published on requests. */
export const requestMutants: DocumentMutant[] = rows.map(
  ([provider, route, change, field, words, edit]) => ({
    name: `${provider} POST ${route}, ${field}: ${words}`,
    provider,
    change,
    operation: change.startsWith('overlay')
      ? new RegExp(`^$|^POST .*${route}$`)
      : exactly(`POST ${providers[provider].prefix}${route}`),
    location: change.startsWith('overlay') ? actionsNaming(provider, naming(field)) : naming(field),
    edit: (document) => {
      const paths = document.paths as Record<string, Record<string, Node>>;
      const operation = paths[providers[provider].prefix + route]?.post as {
        requestBody: { content: Record<string, { schema: Node }> };
      };
      const media = operation.requestBody.content['application/json'];
      if (media) edit(media.schema);
    },
  }),
);
