import { all, drop, type Edit, type Node, put, rename, text, without } from '../edit.ts';
import { naming } from '../mutant.ts';
import { everyone, gateways, t2a, t2v, v2a } from '../places.ts';
import { answer, d, inPost, nestedData, type Row } from './row.ts';

const flattened: Edit = (schema) => {
  const { data, ...others } = schema.properties as Record<string, { properties: Node }>;
  schema.properties = { ...others, ...data?.properties };
  schema.required = ['code', 'message'];
};

/** Both creates of sounds share the schema that is corrected, so both have to publish all of the correction. */
const adopted: Row[5] = (_, paths) => {
  const states = put(`${d}task_status.enum`, ['submitted', 'processing', 'succeed', 'failed']);
  const corrected = inPost(answer(all(states, put(`${d}task_info`, { type: 'object' }))));
  for (const [path, item] of Object.entries(paths)) {
    if (path.endsWith(t2a) || path.endsWith(v2a)) corrected(item as Node);
  }
};

/** What creates answer, changed once each. */
export const createRows: Row[] = [
  ...everyone.flatMap((provider): Row[] => [
    [
      provider,
      `POST ${t2a}`,
      'response field removed',
      naming('task_id'),
      'gone',
      inPost(answer(all(drop(`${d}task_id`), without('properties.data.required', 'task_id')))),
    ],
    [
      provider,
      `POST ${t2v}`,
      'response field renamed',
      naming('task_status', 'status'),
      'now status',
      inPost(answer(rename(`${d}task_status`, 'status'))),
    ],
    [
      provider,
      `POST ${t2v}`,
      'response field moved',
      naming('data'),
      'data in data',
      inPost(answer(nestedData)),
    ],
    [
      provider,
      `POST ${t2a}`,
      'response field moved',
      naming('data', 'task_id'),
      'data flattened',
      inPost(answer(flattened)),
    ],
    [
      provider,
      `POST ${t2a}`,
      'response field added',
      naming('queue_position'),
      'new',
      inPost(answer(put(`${d}queue_position`, { type: 'integer' }))),
    ],
    [
      provider,
      `POST ${t2a}`,
      'response retyped',
      naming('task_id'),
      'now a number',
      inPost(answer(put(`${d}task_id.type`, 'integer'))),
    ],
    [
      provider,
      `POST ${v2a}`,
      'response retyped',
      naming('created_at'),
      'now a string',
      inPost(answer(put(`${d}created_at`, text))),
    ],
    [
      provider,
      `POST ${t2a}`,
      'response nullable',
      naming('task_id'),
      'may be null',
      inPost(answer(put(`${d}task_id.type`, ['string', 'null']))),
    ],
    [
      provider,
      `POST ${t2v}`,
      'response retyped',
      naming('code'),
      'now a word',
      inPost(answer(put('properties.code', text))),
    ],
  ]),
  ...gateways.flatMap((provider): Row[] => [
    [
      provider,
      `POST ${t2a}`,
      'response field optional',
      naming('task_id', 'required'),
      'not required',
      inPost(answer(without('properties.data.required', 'task_id'))),
    ],
    [
      provider,
      `POST ${t2a}`,
      'response field optional',
      naming('data', 'required'),
      'not required',
      inPost(answer(without('required', 'data'))),
    ],
    [
      provider,
      `POST ${t2a}`,
      'overlay adopted',
      naming('task_status'),
      'the four states, and task_info',
      adopted,
    ],
  ]),
];
