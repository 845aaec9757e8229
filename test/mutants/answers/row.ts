import type { ProviderName } from '../../../src/documents/documents.ts';
import type { ChangeName } from '../changes.ts';
import type { Edit } from '../edit.ts';
import { seen, type When } from '../exchanges.ts';

const state =
  (wanted: string): When =>
  (exchange) => {
    const data = (exchange.answer.body as { data?: { task_status?: string } }).data;
    return seen(exchange) && data?.task_status === wanted;
  };
/** Answers that show a finished task. */
export const succeeded = state('succeed');
/** Answers that say no. */
export const refused: When = ({ action, answer }) => action !== 'file' && answer.status >= 400;

/** A change of one field of an answer, as a line of a table. */
export type Row = [
  readonly ProviderName[],
  ChangeName,
  When,
  operation: RegExp,
  fields: string,
  words: string,
  Edit,
];

/** Where the results of a task are. */
export const result = 'data.task_result.';
