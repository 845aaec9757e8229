import { all, drop, type Edit, type Node, turn } from '../edit.ts';
import { both, seen } from '../exchanges.ts';
import { everyone, get, postOrGet } from '../places.ts';
import type { Row } from './row.ts';

const nested: Edit = (body) => {
  body.data = { data: body.data };
};
const flat: Edit = (body) => {
  const { data, ...envelope } = body;
  for (const key of Object.keys(body)) delete body[key];
  Object.assign(body, envelope, data);
};
/** As a gateway answered in an earlier time. */
const wrapped: Edit = (body) => {
  const { task_id, ...data } = body.data as Node;
  body.data = { task_id, status: 'SUCCESS', progress: '100%', data };
};

/** Fields somewhere else, and values that mean the same in another way. */
export const meaningRows: Row[] = [
  [everyone, 'answer moved', both, postOrGet, 'data|task_id', 'data in data', nested],
  [everyone, 'answer moved', both, postOrGet, 'data|task_id', 'flattened', flat],
  [
    everyone,
    'answer moved',
    seen,
    get,
    'data|task_status|status|progress',
    'SUCCESS with progress',
    wrapped,
  ],
  [
    everyone,
    'answer moved',
    seen,
    get,
    'audios|videos',
    'the result beside the state',
    all(
      (body) => Object.assign(body.data as Node, (body.data as Node).task_result),
      drop('data.task_result'),
    ),
  ],
  [
    everyone,
    'answer re-enumerated',
    both,
    postOrGet,
    'task_status',
    'queued',
    turn('data.task_status', (each) => (each === 'submitted' ? 'queued' : each)),
  ],
  [
    everyone,
    'answer re-enumerated',
    seen,
    get,
    'task_status',
    'succeeded',
    turn('data.task_status', (each) => (each === 'succeed' ? 'succeeded' : each)),
  ],
  [
    everyone,
    'answer re-enumerated',
    seen,
    get,
    'task_status',
    'SUCCEED',
    turn('data.task_status', (each) => String(each).toUpperCase()),
  ],
  [
    everyone,
    'answer in seconds',
    both,
    postOrGet,
    'created_at',
    'seconds',
    turn('data.created_at', (each) => Math.floor(Number(each) / 1000)),
  ],
  [
    everyone,
    'answer in seconds',
    seen,
    get,
    'updated_at',
    'seconds',
    turn('data.updated_at', (each) => Math.floor(Number(each) / 1000)),
  ],
];
