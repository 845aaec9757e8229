import type { Dialect } from '../../src/client/dialect.ts';
import type { Offer } from '../../src/client/operations.ts';
import { klingai, klingai2 } from '../../src/index.ts';
import { type Job, statusOf } from './ledger.ts';

/** A task as a provider shows it, before it is put into the words of a generation. */
export interface ShownTask {
  id: string;
  externalId: string;
  /** In the words of the first generation. */
  status: string;
  reason?: string;
  /** Where its file is, once it has one. */
  url?: string | undefined;
  createdAt: number;
  updatedAt: number;
}

/** What one generation's server reads and says: on purpose nothing of what the client has for that. */
export interface Wire {
  /** The names of fields that faults put something else into. */
  readonly names: { id: string; status: string; result: string };
  readonly succeeded: string;
  /** Results without a file. */
  readonly noResults: readonly unknown[];
  /** Whether an answer about tasks is a list, in which a task that is not known is left out. */
  readonly isList: boolean;
  /** The tasks that a GET asks for; none, if it wants a page of all. */
  asked(path: string, query: URLSearchParams): { ids: string[]; isExternal?: boolean };
  /** An external id in the body of a create, and the one that it has. */
  named(externalId: string): object;
  externalIdIn(body: Fields): unknown;
  show(task: ShownTask, offer: Offer): object;
  /** The task in the answer to its create. */
  created(task: ShownTask, offer: Offer): object;
}
type Fields = Record<string, unknown>;

const first: Wire = {
  names: { id: 'task_id', status: 'task_status', result: 'task_result' },
  succeeded: 'succeed',
  noResults: [null, 'none', {}, { audios: [], videos: [] }, { audios: [{ id: '1' }, null] }],
  isList: false,
  asked: (path) => ({ ids: path.split('/').slice(1).map(decodeURIComponent) }),
  named: (externalId) => ({ external_task_id: externalId }),
  externalIdIn: (body) => body['external_task_id'],
  show: ({ id, externalId, status, reason, url, createdAt, updatedAt }, offer) => ({
    task_id: id,
    task_info: { external_task_id: externalId },
    task_status: status,
    ...(reason && { task_status_msg: reason }),
    task_result: url ? { [offer.result]: [fileAt(id, url, offer, 'url_mp3')] } : {},
    created_at: createdAt,
    updated_at: updatedAt,
  }),
  created: (task, offer) => first.show(task, offer),
};

/** What is made and read below one route has words of its own here and there. */
const isApart = ({ route, tasks }: Offer) => route.startsWith(`${tasks}/`);

const next: Wire = {
  names: { id: 'id', status: 'status', result: 'outputs' },
  succeeded: 'succeeded',
  noResults: [
    null,
    'none',
    {},
    [],
    [{ type: 'video', id: '1' }, null],
    [{ type: 'voice', url: 'x' }],
  ],
  isList: true,
  asked(_, query) {
    const ids = query.get('task_ids');
    const externalIds = query.get('external_task_ids');
    // Never both, and one of the two.
    if ((ids === null) === (externalIds === null)) return { ids: [] };
    return { ids: (ids ?? externalIds ?? '').split(','), isExternal: ids === null };
  },
  named: (externalId) => ({ options: { external_task_id: externalId } }),
  externalIdIn: ({ options }) => Object(options)['external_task_id'],
  show: ({ id, externalId, status, reason, url, createdAt, updatedAt }, offer) => ({
    id,
    external_id: externalId,
    status: status === 'succeed' && !isApart(offer) ? next.succeeded : status,
    message: reason ?? '',
    create_time: createdAt,
    update_time: updatedAt,
    outputs: url ? [{ type: offer.output, ...fileAt(id, url, offer, 'mp3_url') }] : [],
    billing: [],
  }),
  created(task, offer) {
    const { id, ...shown } = Object(next.show(task, offer));
    return isApart(offer) ? { task_id: id, ...shown } : { id, ...shown };
  },
};

const fileAt = (id: string, url: string, { result }: Offer, sound: string) =>
  result === 'audios' ? { id, [sound]: `${url}.mp3` } : { id, url };

/** How a server of that generation speaks. */
export const wireOf = (dialect: Dialect): Wire =>
  new Map([
    [klingai.dialect, first],
    [klingai2.dialect, next],
  ]).get(dialect) as Wire;

/** A job at that time. */
export function taskOf(job: Job, at: number): ShownTask {
  const { id, externalId, acceptedAt } = job;
  const status = statusOf(job, at);
  return {
    id,
    externalId,
    status,
    ...(status === 'failed' && { reason: 'content risk' }),
    ...(status === 'succeed' && { url: `https://files.example/${id}` }),
    createdAt: acceptedAt,
    updatedAt: Math.min(at, acceptedAt + job.takes),
  };
}

/** What is around each answer. */
export const envelope = (data: unknown) => ({
  code: 0,
  message: 'SUCCEED',
  request_id: 'r-1',
  data,
});
