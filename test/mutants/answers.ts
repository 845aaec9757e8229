import { listOf, objectOf } from '../../src/documents/json.ts';
import { convert, drop, type EditAt, rename, replaceFields, setTo } from './edit.ts';
import { creates, type Exchanges, lists, queries, refusals, results, tasks } from './exchanges.ts';
import {
  type AnswerMutant,
  allButDeerapi,
  expandAll,
  type FieldRow,
  gateways,
  kling,
  namesOf,
  naming,
  type Section,
} from './mutant.ts';

/** A change of one field of the responses. */
interface AnswerRow extends FieldRow {
  edit: EditAt;
}

const audio = 'data.task_result.audios.*';
const video = 'data.task_result.videos.*';

const nestData: EditAt = () => (body) => {
  body.data = { data: body.data };
};
const flattenData: EditAt = () => (body) => {
  const { data, ...envelope } = body;
  replaceFields(body, { ...envelope, ...objectOf(data) });
};
/** As a gateway used to respond. */
const wrapAsTask: EditAt = () => (body) => {
  const { task_id, ...data } = objectOf(body.data);
  body.data = { task_id, status: 'SUCCESS', progress: '100%', data };
};
const unwrapResult: EditAt = () => (body) => {
  const { task_result, ...data } = objectOf(body.data);
  body.data = { ...data, ...objectOf(task_result) };
};
const wrapInError: EditAt = () => (body) => replaceFields(body, { error: { ...body } });
const leaveDetail: EditAt = () => (body) => replaceFields(body, { detail: 'No' });
const nullMessage: EditAt = () => setTo(null)('error.message');
const replaceWord = (word: string, by: string) => convert((value) => (value === word ? by : value));
const upperCase = convert((value) => String(value).toUpperCase());
const inSeconds = convert((value) => Math.floor(Number(value) / 1000));

const sections: Section<Exchanges, AnswerRow>[] = [
  {
    on: creates,
    changes: {
      'answer field missing': [
        { field: 'data.task_id', what: 'of a create', edit: drop },
        { field: 'data.created_at', what: 'of a create', edit: drop },
        { field: 'message', what: 'of a create', edit: drop },
        { at: kling, field: 'request_id', what: 'of a create', edit: drop },
      ],
      'answer field renamed': [
        { field: 'data.task_id', or: ['taskId', 'id'], what: 'now id', edit: rename('id') },
      ],
      'answer field added': [{ field: 'data.queue_position', what: 'in data', edit: setTo(3) }],
      'answer nulled': [{ field: 'message', what: 'null', edit: setTo(null) }],
    },
  },
  {
    on: queries,
    changes: {
      'answer field missing': [
        { field: 'code', what: 'of a query', edit: drop },
        { field: 'data.task_status', what: 'of a query', edit: drop },
        { field: 'data', what: 'of a query', edit: drop },
        { field: `${audio}.url_mp3`, what: 'of a sound', edit: drop },
        { field: `${video}.duration`, what: 'of a video', edit: drop },
      ],
      'answer field renamed': [
        { field: 'data.task_status', or: ['status'], what: 'now status', edit: rename('status') },
        {
          field: `${audio}.url_mp3`,
          or: ['mp3_url'],
          what: 'now mp3_url',
          edit: rename('mp3_url'),
        },
        {
          field: 'data.task_result',
          or: ['audios', 'videos'],
          what: 'now result',
          edit: rename('result'),
        },
      ],
      'answer field added': [
        { field: 'took', what: 'in the envelope', edit: setTo(12) },
        {
          field: `${audio}.url_ogg`,
          what: 'in a sound',
          edit: setTo('https://files.example/1.ogg'),
        },
      ],
      'answer retyped': [
        { field: 'data.updated_at', what: 'a date', edit: setTo('2026-11-20T12:00:00Z') },
        {
          field: `${audio}.duration_mp3`,
          what: 'an integer',
          edit: convert((value) => Math.round(Number(value))),
        },
        {
          field: `${video}.duration`,
          what: 'a number',
          edit: convert((value) => Number(value) + 0.04),
        },
        { field: `${audio}.id`, what: 'a number', edit: convert(Number) },
        {
          field: 'data.task_result.videos',
          what: 'an object',
          edit: convert((videos) => listOf(videos)[0] ?? {}),
        },
        { field: 'data.task_status_msg', what: 'a number', edit: setTo(0) },
        { at: kling, field: 'data.final_unit_deduction', what: 'a number', edit: setTo(0.25) },
      ],
      'answer nulled': [
        { field: 'data.task_status', what: 'null', edit: setTo(null) },
        { field: 'data.task_info', what: 'null', edit: setTo(null) },
        { at: allButDeerapi, field: 'data.task_status_msg', what: 'null', edit: setTo(null) },
        { field: `${audio}.url_wav`, what: 'null', edit: setTo(null) },
      ],
      'answer moved': [
        {
          field: 'data',
          or: ['task_status', 'status', 'progress'],
          what: 'SUCCESS with progress',
          edit: wrapAsTask,
        },
        {
          field: 'audios',
          or: ['videos'],
          what: 'the result beside the state',
          edit: unwrapResult,
        },
      ],
      'answer re-enumerated': [
        { field: 'data.task_status', what: 'succeeded', edit: replaceWord('succeed', 'succeeded') },
        { field: 'data.task_status', what: 'SUCCEED', edit: upperCase },
      ],
      'answer in seconds': [{ field: 'data.updated_at', what: 'seconds', edit: inSeconds }],
      'answer times reversed': [
        {
          field: 'data.updated_at',
          what: 'a second before the beginning',
          edit: () => (body) => {
            const data = objectOf(body.data);
            setTo(Number(data.created_at) - 1000)('data.updated_at')(body);
          },
        },
      ],
      'answer about another task': [
        {
          field: 'data.task_id',
          what: 'the next one',
          edit: convert((id) => String(BigInt(String(id)) + 1n)),
        },
        {
          at: kling,
          field: 'data.task_info.external_task_id',
          what: 'called otherwise',
          edit: (path) => convert((name) => (name ? 'another-name' : name))(path),
        },
      ],
      'failure without a reason': [
        {
          field: 'data.task_status_msg',
          what: 'empty',
          edit: (path) => (body) => {
            setTo('failed')('data.task_status')(body);
            setTo('')(path)(body);
          },
        },
        {
          field: 'data.task_status_msg',
          what: 'gone',
          edit: (path) => (body) => {
            setTo('failed')('data.task_status')(body);
            drop(path)(body);
          },
        },
      ],
    },
  },
  {
    on: lists,
    at: kling,
    changes: {
      'answer field missing': [
        { field: 'data.*.task_id', what: 'of a page', edit: drop },
        { field: 'data', what: 'of a page', edit: drop },
      ],
      'answer field added': [{ field: 'total', what: 'in a page', edit: setTo(40) }],
      'answer retyped': [
        { field: 'data', what: 'an object', edit: convert((page) => ({ tasks: page })) },
      ],
    },
  },
  {
    on: tasks,
    changes: {
      'answer retyped': [
        { field: 'data.task_id', what: 'a number', edit: convert(Number) },
        { field: 'data.created_at', what: 'a string', edit: convert(String) },
        { field: 'code', what: 'a string', edit: convert(String) },
        { field: 'code', what: 'success', edit: setTo('success') },
        { field: 'data', what: 'a list', edit: convert((data) => [data]) },
      ],
      'answer nulled': [{ field: 'data', what: 'null', edit: setTo(null) }],
      'answer moved': [
        { field: 'data', or: ['task_id'], what: 'data in data', edit: nestData },
        { field: 'data', or: ['task_id'], what: 'flattened', edit: flattenData },
      ],
      'answer re-enumerated': [
        { field: 'data.task_status', what: 'queued', edit: replaceWord('submitted', 'queued') },
      ],
      'answer in seconds': [{ field: 'data.created_at', what: 'seconds', edit: inSeconds }],
      'success re-coded': [{ at: kling, field: 'code', what: '1 for 0', edit: setTo(1) }],
    },
  },
  {
    on: results,
    changes: {
      'answer field added': [
        { field: 'data.task_result.images', what: 'in the result', edit: setTo([]) },
      ],
      'answer retyped': [
        { field: 'data.task_result', what: 'a list', edit: convert((value) => [value]) },
      ],
    },
  },
  {
    on: refusals,
    changes: {
      'answer field added': [
        { field: 'hint', what: 'in a refusal', edit: setTo('Read the documentation') },
      ],
      'refusal reshaped': [
        { at: kling, field: 'code', what: 'no code', edit: drop },
        { at: kling, field: 'code', what: 'code a string', edit: convert(String) },
        // The empty name is the body as such.
        {
          at: kling,
          field: 'code',
          or: ['message', 'error', ''],
          what: 'in error',
          edit: wrapInError,
        },
        { at: kling, field: 'request_id', what: 'no request_id', edit: drop },
        {
          at: gateways,
          field: 'error',
          or: ['message', 'data'],
          what: 'a bare line',
          edit: leaveDetail,
        },
        { at: gateways, field: 'error', or: ['message'], what: 'message null', edit: nullMessage },
      ],
      'answer re-coded': [
        { at: kling, field: 'code', or: ['4\\d\\d'], what: 'code 1999', edit: setTo(1999) },
        {
          at: kling,
          field: 'code',
          or: ['4\\d\\d'],
          what: '1102 under every status',
          edit: setTo(1102),
        },
      ],
    },
  },
];

/** Mutants of fields in responses. */
export const answerMutants: AnswerMutant[] = expandAll(sections).map(
  ({ on, provider, change, row }) => {
    const { field, what, edit } = row;
    const names = namesOf(row);
    return {
      name: `${provider} ${on.method} ${names.join('|')}: ${what} (${change})`,
      provider,
      change,
      isRefused: on.isRefused,
      operation: on.operation,
      location: naming(...names),
      history: 3,
      mutation(exchange) {
        if (!on.include(exchange)) return exchange;
        const body = structuredClone(exchange.answer.body);
        edit(field)(objectOf(body));
        return { ...exchange, answer: { ...exchange.answer, body } };
      },
    };
  },
);
