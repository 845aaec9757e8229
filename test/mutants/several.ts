/** Mutants of responses that show several tasks, whose model is a part of the path and whose lists have cursors. */

import type { ProviderName } from '../../src/documents/documents.ts';
import { listOf, objectOf } from '../../src/documents/json.ts';
import { placesOf } from '../../src/documents/places.ts';
import type { FakeAnswer } from '../support/fake-answers.ts';
import type { FakeExchange } from '../support/fake-provider.ts';
import { convert, drop, type EditAt, rename, setTo } from './edit.ts';
import {
  type AnswerMutant,
  anywhere,
  type Changes,
  expand,
  naming,
  type Row,
  several,
} from './mutant.ts';

/** A change of one field of the responses to an action, or of the whole response. */
interface SeveralRow extends Row {
  on: FakeExchange['action'];
  location: RegExp;
  field?: string;
  edit?: EditAt;
  answer?(exchange: FakeExchange, provider: ProviderName): FakeAnswer;
}

const isDone = ({ answer }: FakeExchange) => JSON.stringify(answer.body).includes('"succeed');
const isAsked = ({ request }: FakeExchange) => request.authorization !== null;
const field = (on: SeveralRow['on'], path: string, what: string, edit: EditAt): SeveralRow => {
  const name = path.split('.').at(-1) ?? '';
  return { on, field: path, what, edit, location: naming(name) };
};
const whole = (
  on: SeveralRow['on'],
  what: string,
  location: RegExp,
  answer: SeveralRow['answer'],
): SeveralRow => ({ on, what, location, ...(answer && { answer }) });
const next = convert((id) => String(BigInt(String(id)) + 1n));

const table: Changes<SeveralRow> = {
  'answer field missing': [
    field('create', 'data.id', 'of a create', drop),
    field('get', 'data.*.id', 'of a query', drop),
    field('get', 'data.*.status', 'of a query', drop),
    field('get', 'data', 'of a query', drop),
    field('list', 'data.result.*.id', 'of a page', drop),
    field('list', 'data.has_more', 'of a page', drop),
  ],
  'answer field renamed': [
    {
      ...field('create', 'data.id', 'now task_id', rename('task_id')),
      location: naming('id', 'task_id'),
    },
    {
      ...field('get', 'data.*.status', 'now task_status', rename('task_status')),
      location: naming('status', 'task_status'),
    },
    {
      ...field('get', 'data.*.outputs.*.url', 'now video_url', rename('video_url')),
      location: naming('url', 'video_url'),
    },
  ],
  'answer field added': [
    field('get', 'data.*.queue_position', 'in a task', setTo(3)),
    field('get', 'data.*.outputs.*.fps', 'in an output', setTo(24)),
    field('list', 'data.total', 'in a page', setTo(40)),
  ],
  'answer retyped': [
    field('get', 'data.*.id', 'a number', convert(Number)),
    field('get', 'data.*.create_time', 'a text', convert(String)),
    field('get', 'data.*.outputs.*.duration', 'a number', convert(Number)),
    field('list', 'data.count', 'a text', convert(String)),
  ],
  'answer nulled': [field('get', 'data.*.outputs', 'null', setTo(null))],
  'answer re-enumerated': [
    field(
      'get',
      'data.*.status',
      'queued',
      convert((word) => (word === 'submitted' ? 'queued' : word)),
    ),
    field('get', 'data.*.outputs.*.type', 'clip', setTo('clip')),
  ],
  'answer in seconds': [
    field(
      'get',
      'data.*.update_time',
      'seconds',
      convert((time) => Math.floor(Number(time) / 1000)),
    ),
  ],
  'answer times reversed': [
    field(
      'get',
      'data.*.update_time',
      'a second earlier',
      convert((time) => Number(time) - 1000),
    ),
  ],
  'answer about another task': [
    field('get', 'data.*.id', 'the next one', next),
    field(
      'get',
      'data.*.external_id',
      'called otherwise',
      convert((name) => (name ? 'another' : name)),
    ),
  ],
  'result missing': [
    { ...field('get', 'data.*.outputs', 'an empty list', setTo([])), location: naming('outputs') },
  ],
  'external id not found': [
    whole('get', 'left out', anywhere, (exchange, provider) => {
      const { externalTaskIds } = placesOf(provider);
      const isNamed = externalTaskIds in exchange.request.query;
      const body = { ...objectOf(exchange.answer.body), data: [] };
      return isNamed ? { ...exchange.answer, body } : exchange.answer;
    }),
  ],
  'unknown id answered otherwise': [
    whole('get', 'refused', anywhere, (exchange) =>
      listOf(objectOf(exchange.answer.body).data).length === 0 && isAsked(exchange)
        ? exchange.refuse(404, 1203)
        : exchange.answer,
    ),
  ],
  'paging ignored': [
    whole('list', 'everything at once', anywhere, (exchange) => {
      exchange.request.body = {};
      return exchange.answer.status === 200 ? exchange.accept() : exchange.answer;
    }),
    whole('list', 'always the first page', anywhere, (exchange) => {
      const { cursor: _, ...rest } = exchange.request.body;
      exchange.request.body = rest;
      return exchange.answer.status === 200 ? exchange.accept() : exchange.answer;
    }),
  ],
  'authentication not required': [
    whole('get', 'for a query', anywhere, (exchange) =>
      exchange.answer.status === 401 ? exchange.accept() : exchange.answer,
    ),
  ],
  'limit not enforced': [
    whole('create', 'a long prompt', naming('prompt'), (exchange) =>
      exchange.answer.status === 400 && String(exchange.request.body.prompt).length > 2500
        ? exchange.accept()
        : exchange.answer,
    ),
  ],
  'external id not unique': [
    whole('create', 'taken twice', naming('external_task_id'), (exchange) =>
      exchange.answer.status === 400 && isTwice(exchange) ? exchange.accept() : exchange.answer,
    ),
  ],
};

const isTwice = ({ request, tasks }: FakeExchange) => {
  const { external_task_id: id } = objectOf(request.body.options);
  return tasks.some(({ externalId }) => externalId !== '' && externalId === id);
};

/** Those mutants. */
export const severalMutants: AnswerMutant[] = expand(table, several).map(
  ({ provider, change, row }) => ({
    name: `${provider} ${row.on} ${row.field ?? ''}: ${row.what} (${change})`,
    provider,
    change,
    operation: anywhere,
    location: row.location,
    history: 6,
    mutation(exchange) {
      const { action, answer } = exchange;
      if (action !== row.on) return exchange;
      if (row.answer) return { ...exchange, answer: row.answer(exchange, provider) };
      const isMeant =
        answer.status === 200 && (!row.field?.includes('outputs') || isDone(exchange));
      if (!isMeant || !row.edit || !row.field) return exchange;
      const body = structuredClone(objectOf(answer.body));
      row.edit(row.field)(body);
      return { ...exchange, answer: { ...answer, body } };
    },
  }),
);
