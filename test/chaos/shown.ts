import { type OperationName, operations } from '../../src/client/operations.ts';
import { type Job, statusOf } from './ledger.ts';

/** A task as a provider shows it. */
export interface ShownTask {
  task_id: string;
  task_info: { external_task_id: string };
  task_status: string;
  task_status_msg?: string;
  task_result: object;
  created_at: number;
  updated_at: number;
}

/** A job at that time, as the documents describe it; its result, where somebody reads it as a task of this operation. */
export function taskOf(job: Job, at: number, operation?: OperationName): ShownTask {
  const { id, externalId, acceptedAt } = job;
  const list = operation ? operations[operation].result : '';
  const status = statusOf(job, at);
  const url = `https://files.example/${id}`;
  const item =
    list === 'audios' ? { id, url_mp3: `${url}.mp3`, url_wav: `${url}.wav` } : { id, url };
  return {
    task_id: id,
    task_info: { external_task_id: externalId },
    task_status: status,
    ...(status === 'failed' && { task_status_msg: 'content risk' }),
    task_result: list && status === 'succeed' ? { [list]: [item] } : {},
    created_at: acceptedAt,
    updated_at: Math.min(at, acceptedAt + job.takes),
  };
}

/** What is around each answer. */
export const envelope = (data: object) => ({
  code: 0,
  message: 'SUCCEED',
  request_id: 'r-1',
  data,
});
