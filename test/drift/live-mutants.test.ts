import { describe, expect, it } from 'vitest';
import { type ProviderName, providerNames } from '../../src/documents/documents.ts';
import {
  accepting,
  answering,
  changing,
  checkFake,
  refusing,
  renaming,
  reshaping,
} from '../support/drift.ts';
import type { FakeExchange, Mutation } from '../support/fake-provider.ts';

/** One change of a provider, what it has to be reported as, and how many tasks it takes to see it. */
type Row = [what: string, found: string, mutate: Mutation, spend?: number];

const all = providerNames;
const audio = '/data/task_result/audios/0';
const isFile = (ending: string) => (exchange: FakeExchange) =>
  exchange.action === 'file' && exchange.request.path.endsWith(ending);
const isCreate = ({ action }: FakeExchange) => action === 'create';
const isUnknown = ({ action, task }: FakeExchange) => action === 'get' && !task;
const isSound = ({ action, name }: FakeExchange) => action === 'create' && name === 'textToAudio';
const promptOf = ({ request }: FakeExchange) => String(request.body.prompt ?? '');
const isKnownName = ({ tasks, request }: FakeExchange) =>
  tasks.some(({ externalId }) => externalId !== '' && externalId === request.body.external_task_id);
const succeed = 'succeed';
const success = (word: string) => (value: unknown) => (value === succeed ? word : value);
const code1102 = { code: 1102, message: 'no balance', request_id: 'r' };

const shapes: Row[] = [
  [
    'a field left out',
    'breaking answer-field-missing /data/created_at',
    changing('create', '/data/created_at', () => undefined),
    1,
  ],
  [
    'the code left out',
    'breaking answer-field-missing /code',
    changing('create', '/code', () => undefined),
    1,
  ],
  [
    'a field renamed',
    'breaking answer-moved /data/task_status',
    renaming('get', '/data', 'task_status', 'status'),
    1,
  ],
  ['the data renamed', 'breaking answer-moved /data', renaming('get', '', 'data', 'result'), 1],
  [
    'url_mp3 as mp3_url',
    `breaking answer-moved ${audio}/url_mp3`,
    renaming('get', audio, 'url_mp3', 'mp3_url'),
    1,
  ],
  [
    'an optional field renamed',
    'breaking answer-moved /data/task_result',
    renaming('get', '/data', 'task_result', 'result'),
    1,
  ],
  [
    'a list renamed',
    'breaking result-missing /data/task_result/audios',
    renaming('get', '/data/task_result', 'audios', 'sounds'),
    1,
  ],
  [
    'an id as a number',
    'breaking answer-type /data/task_id',
    changing('get', '/data/task_id', () => 861254119619),
    1,
  ],
  ['a code as text', 'breaking answer-type /code', changing('create', '/code', String), 1],
  [
    'a time as text',
    'breaking answer-type /data/created_at',
    changing('get', '/data/created_at', String),
    1,
  ],
  [
    'a time with a fraction',
    'breaking answer-type /data/updated_at',
    changing('get', '/data/updated_at', () => 1773367502225.5),
    1,
  ],
  [
    'a duration as a number',
    `breaking answer-type ${audio}/duration_mp3`,
    changing('get', `${audio}/duration_mp3`, Number),
    1,
  ],
  [
    'a list as an object',
    'breaking answer-type /data/task_result/audios',
    changing('get', '/data/task_result/audios', (list) => Object.values(list as object)[0]),
    1,
  ],
  [
    'an object as a list',
    'breaking answer-type /data',
    changing('create', '/data', (data) => [data]),
    1,
  ],
  [
    'a status of null',
    'breaking answer-null /data/task_status',
    changing('create', '/data/task_status', () => null),
    1,
  ],
  [
    'a field added',
    'info answer-field-undocumented /data/queue_position',
    reshaping('get', '/data', (data) => ({ ...data, queue_position: 3 })),
    1,
  ],
  [
    'a field added in a list',
    `info answer-field-undocumented ${audio}/bitrate`,
    reshaping('get', audio, (one) => ({ ...one, bitrate: 128 })),
    1,
  ],
  [
    'data nested once more',
    'breaking answer-moved /data',
    reshaping('get', '/data', (data) => ({ data })),
    1,
  ],
  [
    'the envelope in another',
    'breaking answer-moved ',
    reshaping('create', '', (data) => ({ data })),
    1,
  ],
  [
    'the envelope flattened',
    'breaking answer-moved /data',
    reshaping('get', '', ({ data, ...rest }) => ({ ...rest, ...Object(data) })),
    1,
  ],
  [
    'SUCCESS with progress, nested',
    'breaking answer-moved /data',
    reshaping('get', '/data', (data) => ({
      task_id: data.task_id,
      status: 'SUCCESS',
      progress: '100%',
      data,
    })),
    1,
  ],
];

const values: Row[] = [
  [
    'succeeded',
    'warning answer-enum /data/task_status',
    changing('get', '/data/task_status', success('succeeded')),
    1,
  ],
  [
    'a new status on the way',
    'warning answer-enum /data/task_status',
    changing('create', '/data/task_status', () => 'queued'),
    1,
  ],
  [
    'times in seconds',
    'breaking answer-time-unit /data/updated_at',
    changing('get', '/data/updated_at', () => 1773367502),
    1,
  ],
  [
    'an address that is none',
    `breaking answer-value ${audio}/url_wav`,
    changing('get', `${audio}/url_wav`, () => 'files/1.wav'),
    1,
  ],
  [
    'another task than asked for',
    'breaking answer-value /data/task_id',
    changing('get', '/data/task_id', () => '861254119619000009'),
    1,
  ],
  [
    'another status for success',
    'breaking answer-status status',
    answering((each) => isCreate(each) && each.answer.status === 200, { status: 201 }),
    1,
  ],
  [
    'a status that nobody knows',
    'breaking answer-status status',
    answering(({ answer }) => answer.status === 400, { status: 418 }),
  ],
  [
    'another status without credentials',
    'breaking answer-status status',
    answering(({ answer }) => answer.status === 401, { status: 403, body: undefined }),
  ],
  [
    'another content type',
    'breaking answer-content-type content-type',
    answering(({ action }) => action === 'get', { headers: { 'content-type': 'text/plain' } }),
  ],
  [
    'no body',
    'breaking answer-type ',
    answering(({ action, answer }) => action === 'get' && answer.status < 500, { body: undefined }),
  ],
  [
    '1102 with 200',
    'breaking answer-code /code',
    answering(({ action, answer }) => action === 'create' && answer.status === 400, {
      status: 200,
      body: code1102,
    }),
  ],
  ['another code for success', 'breaking answer-code /code', changing('get', '/code', () => 1), 1],
];

const behaviour: Row[] = [
  [
    'no credentials needed',
    'breaking auth-not-required status',
    accepting(({ answer }) => answer.status === 401),
  ],
  [
    'no credentials needed, for nothing',
    'breaking auth-not-required status',
    (each) => (each.answer.status === 401 ? { ...each, answer: each.refuse(400) } : each),
  ],
  [
    'an unknown id with an answer',
    'breaking answer-status status',
    accepting((each) => isUnknown(each) && each.answer.status !== 401),
  ],
  [
    'a limit not enforced',
    'info limit-not-enforced /prompt',
    accepting((each) => promptOf(each).length === 201),
  ],
  [
    'a required field not needed',
    'info limit-not-enforced /duration',
    accepting((each) => isSound(each) && !('duration' in each.request.body)),
  ],
  [
    'a length beyond its limits, which a list of lengths has, too',
    'info limit-not-enforced /duration',
    accepting((each) => isSound(each) && Number(each.request.body.duration) > 10),
  ],
  [
    'a limit newly enforced',
    'breaking limit-newly-enforced ',
    refusing((each) => isSound(each) && promptOf(each).length > 100, 400, 1201),
    1,
  ],
  [
    'fractions not taken',
    'breaking limit-newly-enforced ',
    refusing((each) => isSound(each) && !Number.isInteger(each.request.body.duration), 400, 1201),
    9,
  ],
  [
    'a name taken twice',
    'warning external-id-not-unique /external_task_id',
    accepting((each) => isCreate(each) && isKnownName(each)),
    2,
  ],
  [
    'no result after success',
    'breaking result-missing /data/task_result/audios',
    changing('get', '/data/task_result', () => ({})),
    1,
  ],
  [
    'a file refused',
    `breaking result-unplayable ${audio}/url_mp3`,
    answering(isFile('mp3'), { status: 403 }),
    1,
  ],
  [
    'a page in place of a file',
    `breaking result-unplayable ${audio}/url_wav`,
    answering(isFile('wav'), { headers: { 'content-type': 'text/html' }, body: '<html>' }),
    1,
  ],
  [
    'a file that is none',
    `breaking result-unplayable ${audio}/url_mp3`,
    answering(isFile('mp3'), { body: 'no music' }),
    1,
  ],
  [
    'half a file',
    `breaking result-unplayable ${audio}/url_mp3`,
    (each) =>
      isFile('mp3')(each)
        ? answering(() => true, { body: (each.answer.body as Uint8Array).subarray(0, 20_000) })(
            each,
          )
        : each,
    1,
  ],
  [
    'a task that goes back',
    'breaking state-backwards /data/task_status',
    changing('get', '/data/task_status', (value, { task }) =>
      task && task.looks > task.life.length ? 'submitted' : value,
    ),
    1,
  ],
];

/** What only one provider documents. */
const own: [ProviderName, ...Row][] = [
  [
    'klingai',
    '1102 with 400',
    'breaking answer-code /code',
    answering(({ answer }) => answer.status === 400, { body: code1102 }),
  ],
  [
    'cometapi',
    '1102 with 400, passed on',
    'breaking answer-code /data/data/code',
    answering(({ answer }) => answer.status === 400, {
      body: { message: 'no', data: { message: 'no', data: code1102 } },
    }),
  ],
  [
    'klingai',
    '1201 for an unknown id',
    'breaking answer-status status',
    (each) =>
      isUnknown(each) && each.answer.status === 404
        ? { ...each, answer: each.refuse(400, 1201) }
        : each,
  ],
  [
    'klingai',
    'a task not found by its name',
    'breaking external-id-not-found status',
    refusing(
      ({ action, request, task }) =>
        action === 'get' &&
        task !== undefined &&
        request.path.endsWith(task.externalId) &&
        task.externalId !== '',
      404,
      1203,
    ),
    1,
  ],
  [
    'klingai',
    'another task under the name',
    'breaking external-id-not-found /data/task_id',
    changing('get', '/data/task_id', (id, { request, task }) =>
      request.path.endsWith(String(task?.id)) ? id : '861254119619000009',
    ),
    1,
  ],
  [
    'klingai',
    'pages that are too long',
    'breaking paging-ignored /data',
    changing('list', '/data', (page) => [...(page as unknown[]), ...(page as unknown[])]),
  ],
  [
    'klingai',
    'the first page again',
    'breaking paging-ignored /data',
    (each) => {
      each.request.query.pageNum = '1';
      return each.action === 'list' && each.answer.status === 200
        ? { ...each, answer: each.accept() }
        : each;
    },
  ],
  [
    'klingai',
    'a page size not enforced',
    'info limit-not-enforced /pageSize',
    accepting(({ action, request }) => action === 'list' && request.query.pageSize === '501'),
  ],
  [
    'klingai',
    'a field left out of a list',
    'breaking answer-field-missing /data/0/task_status',
    changing('list', '/data/0/task_status', () => undefined),
  ],
  [
    'deerapi',
    'videos as an object',
    'breaking answer-type /data/task_result/videos',
    changing('get', '/data/task_result/videos', (list) => Object.values(list as object)[0]),
    2,
  ],
];

async function foundIn(provider: ProviderName, [, , mutate, spend = 0]: Row, seed: number) {
  const { findings } = await checkFake({ provider, seed, mutate }, { spend });
  return findings.map(({ severity, kind, location }) => `${severity} ${kind} ${location}`);
}

// One provider for each here; `npm run drift:mutants` has every change at all three.
const rotated = [...shapes, ...values, ...behaviour].map((row, index): [ProviderName, ...Row] => [
  all[index % all.length] ?? 'klingai',
  ...row,
]);

describe('drift live finds', { timeout: 300_000 }, () => {
  it.each(rotated)('at %s %s: %s', async (provider, ...row) => {
    expect(await foundIn(provider, row, 2)).toContain(row[1]);
  });
});

describe('drift live finds, where only one provider documents it,', { timeout: 300_000 }, () => {
  it.each(own)('at %s %s: %s', async (provider, ...row) => {
    expect(await foundIn(provider, row, 1)).toContain(row[1]);
  });
});
