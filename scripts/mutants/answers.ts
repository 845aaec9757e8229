import type { ProviderName } from '../../src/contract/documents.ts';
import type { FakeExchange } from '../../test/support/fake-provider.ts';
import type { ChangeName } from './changes.ts';
import { all, drop, type Edit, type Node, put, rename, turn } from './edit.ts';
import { type AnswerMutant, anywhere, naming } from './mutant.ts';

export const everyone = ['klingai', 'cometapi', 'deerapi'] as const;
export const gateways = ['cometapi', 'deerapi'] as const;

type When = (exchange: FakeExchange) => boolean;

/** Answers with 200 that are JSON, by what was asked. */
const ok =
  (...actions: string[]): When =>
  ({ action, answer }) =>
    actions.includes(action) && answer.status === 200;
const created = ok('create');
const seen = ok('get');
const listed = ok('list');
const both = ok('create', 'get');
const state =
  (wanted: string): When =>
  (exchange) => {
    const data = (exchange.answer.body as { data?: { task_status?: string } }).data;
    return seen(exchange) && data?.task_status === wanted;
  };
const succeeded = state('succeed');
const refused: When = ({ action, answer }) => action !== 'file' && answer.status >= 400;

type Row = [
  readonly ProviderName[],
  ChangeName,
  When,
  operation: RegExp,
  fields: string,
  words: string,
  Edit,
];

const post = /^POST /;
const get = /^GET .*\{task_id\}$/;
const list = /^GET .*(audio|video)$/;
const result = 'data.task_result.';
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

/** One field of an answer, changed. */
const rows: Row[] = [
  [everyone, 'answer field missing', created, post, 'task_id', 'of a create', drop('data.task_id')],
  [
    everyone,
    'answer field missing',
    created,
    post,
    'created_at',
    'of a create',
    drop('data.created_at'),
  ],
  [everyone, 'answer field missing', created, post, 'message', 'of a create', drop('message')],
  [everyone, 'answer field missing', seen, get, 'code', 'of a query', drop('code')],
  [
    everyone,
    'answer field missing',
    seen,
    get,
    'task_status',
    'of a query',
    drop('data.task_status'),
  ],
  [everyone, 'answer field missing', seen, get, 'data', 'of a query', drop('data')],
  [
    everyone,
    'answer field missing',
    seen,
    get,
    'url_mp3',
    'of a sound',
    drop(`${result}audios.*.url_mp3`),
  ],
  [
    everyone,
    'answer field missing',
    seen,
    get,
    'duration',
    'of a video',
    drop(`${result}videos.*.duration`),
  ],
  [
    ['klingai'],
    'answer field missing',
    created,
    post,
    'request_id',
    'of a create',
    drop('request_id'),
  ],
  [
    ['klingai'],
    'answer field missing',
    listed,
    list,
    'task_id',
    'of a page',
    drop('data.*.task_id'),
  ],
  [['klingai'], 'answer field missing', listed, list, 'data', 'of a page', drop('data')],
  [
    everyone,
    'answer field renamed',
    created,
    post,
    'task_id|taskId|id',
    'now id',
    rename('data.task_id', 'id'),
  ],
  [
    everyone,
    'answer field renamed',
    seen,
    get,
    'task_status|status',
    'now status',
    rename('data.task_status', 'status'),
  ],
  [
    everyone,
    'answer field renamed',
    seen,
    get,
    'url_mp3|mp3_url',
    'now mp3_url',
    rename(`${result}audios.*.url_mp3`, 'mp3_url'),
  ],
  [
    everyone,
    'answer field renamed',
    seen,
    get,
    'task_result|audios|videos',
    'now result',
    rename('data.task_result', 'result'),
  ],
  [everyone, 'answer retyped', both, post, 'task_id', 'a number', turn('data.task_id', Number)],
  [
    everyone,
    'answer retyped',
    both,
    post,
    'created_at',
    'a string',
    turn('data.created_at', String),
  ],
  [
    everyone,
    'answer retyped',
    seen,
    get,
    'updated_at',
    'a date',
    put('data.updated_at', '2026-11-20T12:00:00Z'),
  ],
  [everyone, 'answer retyped', both, post, 'code', 'a string', turn('code', String)],
  [everyone, 'answer retyped', both, get, 'code', 'success', put('code', 'success')],
  [
    everyone,
    'answer retyped',
    seen,
    get,
    'duration_mp3',
    'an integer',
    turn(`${result}audios.*.duration_mp3`, (value) => Math.round(Number(value))),
  ],
  [
    everyone,
    'answer retyped',
    seen,
    get,
    'duration',
    'a number',
    turn(`${result}videos.*.duration`, (value) => Number(value) + 0.04),
  ],
  [everyone, 'answer retyped', seen, get, 'id', 'a number', turn(`${result}audios.*.id`, Number)],
  [
    everyone,
    'answer retyped',
    seen,
    get,
    'videos',
    'an object',
    turn(`${result}videos`, (videos) => (videos as unknown[])[0] ?? {}),
  ],
  [
    everyone,
    'answer retyped',
    succeeded,
    get,
    'task_result',
    'a list',
    turn('data.task_result', (value) => [value]),
  ],
  [everyone, 'answer retyped', both, post, 'data', 'a list', turn('data', (data) => [data])],
  [
    everyone,
    'answer retyped',
    seen,
    get,
    'task_status_msg',
    'a number',
    put('data.task_status_msg', 0),
  ],
  [
    ['klingai'],
    'answer retyped',
    seen,
    get,
    'final_unit_deduction',
    'a number',
    put('data.final_unit_deduction', 0.25),
  ],
  [
    ['klingai'],
    'answer retyped',
    listed,
    list,
    'data',
    'an object',
    turn('data', (tasks) => ({ tasks })),
  ],
  [everyone, 'answer nulled', created, post, 'message', 'null', put('message', null)],
  [everyone, 'answer nulled', seen, get, 'task_status', 'null', put('data.task_status', null)],
  [everyone, 'answer nulled', both, post, 'data', 'null', put('data', null)],
  [everyone, 'answer nulled', seen, get, 'task_info', 'null', put('data.task_info', null)],
  [everyone, 'answer nulled', seen, get, 'url_wav', 'null', put(`${result}audios.*.url_wav`, null)],
  [
    ['klingai', 'cometapi'],
    'answer nulled',
    seen,
    get,
    'task_status_msg',
    'null',
    put('data.task_status_msg', null),
  ],
  [
    everyone,
    'answer field added',
    created,
    post,
    'queue_position',
    'in data',
    put('data.queue_position', 3),
  ],
  [everyone, 'answer field added', seen, get, 'took', 'in the envelope', put('took', 12)],
  [
    everyone,
    'answer field added',
    seen,
    get,
    'url_ogg',
    'in a sound',
    put(`${result}audios.*.url_ogg`, 'https://files.example/1.ogg'),
  ],
  [
    everyone,
    'answer field added',
    succeeded,
    get,
    'images',
    'in the result',
    put(`${result}images`, []),
  ],
  [['klingai'], 'answer field added', listed, list, 'total', 'in a page', put('total', 40)],
  [
    everyone,
    'answer field added',
    refused,
    anywhere,
    'hint',
    'in a refusal',
    put('hint', 'Read the documentation'),
  ],
  [everyone, 'answer moved', both, post, 'data|task_id', 'data in data', nested],
  [everyone, 'answer moved', both, post, 'data|task_id', 'flattened', flat],
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
    /./,
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
    post,
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
  [['klingai'], 'refusal reshaped', refused, anywhere, 'code', 'no code', drop('code')],
  [
    ['klingai'],
    'refusal reshaped',
    refused,
    anywhere,
    'code',
    'code a string',
    turn('code', String),
  ],
  [
    ['klingai'],
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
  [
    ['klingai'],
    'refusal reshaped',
    refused,
    anywhere,
    'request_id',
    'no request_id',
    drop('request_id'),
  ],
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
  [
    ['klingai'],
    'answer re-coded',
    refused,
    anywhere,
    'code|4\\d\\d',
    'code 1999',
    put('code', 1999),
  ],
  [
    ['klingai'],
    'answer re-coded',
    refused,
    anywhere,
    'code|4\\d\\d',
    '1102 under every status',
    put('code', 1102),
  ],
  [['klingai'], 'answer re-coded', both, anywhere, 'code', '1 for 0', put('code', 1)],
];

/** Mutants of fields in answers. */
export const fieldMutants: AnswerMutant[] = rows.flatMap(
  ([providers, change, when, operation, fields, words, edit]) =>
    providers.map((provider) => ({
      name: `${provider} ${String(operation).slice(1, 6).replace(/\W/g, '') || 'any'} ${fields}: ${words} (${change})`,
      provider,
      change,
      operation: both === when ? anywhere : operation,
      location: naming(fields),
      history: 3,
      mutation: (exchange) => {
        if (!when(exchange)) return exchange;
        const body = structuredClone(exchange.answer.body) as Node;
        edit(body);
        return { ...exchange, answer: { ...exchange.answer, body } };
      },
    })),
);
