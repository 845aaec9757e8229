import { describe, expect, it } from 'vitest';
import { documentedOperations } from '../../src/contract/documented.ts';
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

/** One change of a provider. */
interface Row {
  what: string;
  /** What it has to be reported as. */
  found: string;
  mutate: Mutation;
  /** How many tasks it takes to see it. @default 1 */
  spend?: number;
}

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
const drop = () => undefined;
const code1102 = { code: 1102, message: 'no balance', request_id: 'r' };

/** Other names, types and places of fields. One task is enough to see each. */
const shapes: Row[] = [
  {
    what: 'a field left out',
    // Kling's pages mark nothing as required in a response: that was inferred.
    found: 'warning answer-field-missing /data/created_at',
    mutate: changing('create', '/data/created_at', drop),
  },
  {
    what: 'the code left out',
    found: 'breaking answer-field-missing /code',
    mutate: changing('create', '/code', drop),
  },
  {
    what: 'a field renamed',
    found: 'breaking answer-moved /data/task_status',
    mutate: renaming('get', '/data', 'task_status', 'status'),
  },
  {
    what: 'the data renamed',
    found: 'breaking answer-moved /data',
    mutate: renaming('get', '', 'data', 'result'),
  },
  {
    what: 'url_mp3 as mp3_url',
    found: `breaking answer-moved ${audio}/url_mp3`,
    mutate: renaming('get', audio, 'url_mp3', 'mp3_url'),
  },
  {
    what: 'an optional field renamed',
    found: 'breaking answer-moved /data/task_result',
    mutate: renaming('get', '/data', 'task_result', 'result'),
  },
  {
    what: 'a list renamed',
    found: 'breaking result-missing /data/task_result/audios',
    mutate: renaming('get', '/data/task_result', 'audios', 'sounds'),
  },
  {
    what: 'an id as a number',
    found: 'breaking answer-type /data/task_id',
    mutate: changing('get', '/data/task_id', () => 861254119619),
  },
  {
    what: 'a code as text',
    found: 'breaking answer-type /code',
    mutate: changing('create', '/code', String),
  },
  {
    what: 'a time as text',
    found: 'breaking answer-type /data/created_at',
    mutate: changing('get', '/data/created_at', String),
  },
  {
    what: 'a time with a fraction',
    found: 'breaking answer-type /data/updated_at',
    mutate: changing('get', '/data/updated_at', () => 1773367502225.5),
  },
  {
    what: 'a duration as a number',
    found: `breaking answer-type ${audio}/duration_mp3`,
    mutate: changing('get', `${audio}/duration_mp3`, Number),
  },
  {
    what: 'a list as an object',
    found: 'breaking answer-type /data/task_result/audios',
    mutate: changing('get', '/data/task_result/audios', (list) => Object.values(list as object)[0]),
  },
  {
    what: 'an object as a list',
    found: 'breaking answer-type /data',
    mutate: changing('create', '/data', (data) => [data]),
  },
  {
    what: 'a status of null',
    found: 'breaking answer-null /data/task_status',
    mutate: changing('create', '/data/task_status', () => null),
  },
  {
    what: 'a field added',
    found: 'info answer-field-undocumented /data/queue_position',
    mutate: reshaping('get', '/data', (data) => ({ ...data, queue_position: 3 })),
  },
  {
    what: 'a field added in a list',
    found: `info answer-field-undocumented ${audio}/bitrate`,
    mutate: reshaping('get', audio, (one) => ({ ...one, bitrate: 128 })),
  },
  {
    what: 'data nested once more',
    found: 'breaking answer-moved /data',
    mutate: reshaping('get', '/data', (data) => ({ data })),
  },
  {
    what: 'the envelope in another',
    found: 'breaking answer-moved ',
    mutate: reshaping('create', '', (data) => ({ data })),
  },
  {
    what: 'the envelope flattened',
    found: 'breaking answer-moved /data',
    mutate: reshaping('get', '', ({ data, ...rest }) => ({ ...rest, ...Object(data) })),
  },
  {
    what: 'SUCCESS with progress, nested',
    found: 'breaking answer-moved /data',
    mutate: reshaping('get', '/data', (data) => ({
      task_id: data.task_id,
      status: 'SUCCESS',
      progress: '100%',
      data,
    })),
  },
];

const values: Row[] = [
  {
    what: 'succeeded',
    found: 'warning answer-enum /data/task_status',
    mutate: changing('get', '/data/task_status', success('succeeded')),
    spend: 1,
  },
  {
    what: 'a new status on the way',
    found: 'warning answer-enum /data/task_status',
    mutate: changing('create', '/data/task_status', () => 'queued'),
    spend: 1,
  },
  {
    what: 'times in seconds',
    found: 'breaking answer-time-unit /data/updated_at',
    mutate: changing('get', '/data/updated_at', () => 1773367502),
    spend: 1,
  },
  {
    what: 'an address that is none',
    found: `breaking answer-value ${audio}/url_wav`,
    mutate: changing('get', `${audio}/url_wav`, () => 'files/1.wav'),
    spend: 1,
  },
  {
    what: 'another task than asked for',
    found: 'breaking answer-other-task /data/task_id',
    mutate: changing('get', '/data/task_id', () => '861254119619000009'),
    spend: 1,
  },
  {
    what: 'another status for success',
    found: 'breaking answer-status status',
    mutate: answering((each) => isCreate(each) && each.answer.status === 200, { status: 201 }),
    spend: 1,
  },
  {
    what: 'a status that nobody knows',
    found: 'breaking answer-status status',
    mutate: answering(({ answer }) => answer.status === 400, { status: 418 }),
  },
  {
    what: 'another status without credentials',
    found: 'breaking answer-status status',
    mutate: answering(({ answer }) => answer.status === 401, { status: 403, body: undefined }),
  },
  {
    what: 'another content type',
    found: 'breaking answer-content-type content-type',
    mutate: answering(({ action }) => action === 'get', {
      headers: { 'content-type': 'text/plain' },
    }),
  },
  {
    what: 'no body',
    found: 'breaking answer-type ',
    mutate: answering(({ action, answer }) => action === 'get' && answer.status < 500, {
      body: undefined,
    }),
  },
  {
    what: '1102 with 200',
    found: 'warning answer-code-contested /code',
    mutate: answering(({ action, answer }) => action === 'create' && answer.status === 400, {
      status: 200,
      body: code1102,
    }),
  },
  {
    what: 'another code for success',
    found: 'warning answer-code-contested /code',
    mutate: changing('get', '/code', () => 1),
    spend: 1,
  },
];

const behaviour: Row[] = [
  {
    what: 'no credentials needed',
    found: 'breaking auth-not-required status',
    mutate: accepting(({ answer }) => answer.status === 401),
  },
  {
    what: 'no credentials needed, for nothing',
    found: 'breaking auth-not-required status',
    mutate: (each) => (each.answer.status === 401 ? { ...each, answer: each.refuse(400) } : each),
  },
  {
    what: 'an unknown id with an answer',
    found: 'breaking answer-status status',
    mutate: accepting((each) => isUnknown(each) && each.answer.status !== 401),
  },
  {
    what: 'a limit not enforced',
    found: 'info limit-not-enforced /prompt',
    mutate: accepting((each) => promptOf(each).length === 201),
  },
  {
    what: 'a required field not needed',
    found: 'info limit-not-enforced /duration',
    mutate: accepting(
      (each) =>
        isSound(each) && Object.keys(each.request.body).join() === 'prompt,external_task_id',
    ),
  },
  {
    what: 'a length beyond its limits, which a list of lengths has, too',
    found: 'info limit-not-enforced /duration',
    mutate: accepting((each) => isSound(each) && Number(each.request.body.duration) > 10),
  },
  {
    what: 'a limit newly enforced',
    found: 'breaking limit-newly-enforced ',
    mutate: refusing((each) => isSound(each) && promptOf(each).length > 100, 400, 1201),
    spend: 1,
  },
  {
    what: 'fractions not taken',
    found: 'breaking limit-newly-enforced ',
    mutate: refusing(
      (each) => isSound(each) && !Number.isInteger(each.request.body.duration),
      400,
      1201,
    ),
    spend: 9,
  },
  {
    what: 'a name taken twice',
    found: 'warning external-id-not-unique /external_task_id',
    mutate: accepting((each) => isCreate(each) && isKnownName(each)),
    spend: 2,
  },
  {
    what: 'no result after success',
    found: 'breaking result-missing /data/task_result/audios',
    mutate: changing('get', '/data/task_result', () => ({})),
    spend: 1,
  },
  {
    what: 'a file refused',
    found: `breaking result-unplayable ${audio}/url_mp3`,
    mutate: answering(isFile('mp3'), { status: 403 }),
    spend: 1,
  },
  {
    what: 'a page in place of a file',
    found: `breaking result-unplayable ${audio}/url_wav`,
    mutate: answering(isFile('wav'), { headers: { 'content-type': 'text/html' }, body: '<html>' }),
    spend: 1,
  },
  {
    what: 'a file that is none',
    found: `breaking result-unplayable ${audio}/url_mp3`,
    mutate: answering(isFile('mp3'), { body: 'no music' }),
    spend: 1,
  },
  {
    what: 'half a file',
    found: `breaking result-unplayable ${audio}/url_mp3`,
    mutate: changing('file', '', (bytes, { request }) =>
      request.path.endsWith('mp3') ? (bytes as Uint8Array).subarray(0, 20_000) : bytes,
    ),
    spend: 1,
  },
  {
    what: 'a task that goes back',
    found: 'breaking state-backwards /data/task_status',
    mutate: changing('get', '/data/task_status', (value, { task }) =>
      task && task.polls > task.life.length ? 'submitted' : value,
    ),
    spend: 1,
  },
];

/** What only one provider documents. */
const own: (Row & { provider: ProviderName })[] = [
  {
    provider: 'klingai',
    what: '1102 with 400',
    found: 'breaking answer-code /code',
    mutate: answering(({ answer }) => answer.status === 400, { body: code1102 }),
  },
  {
    provider: 'cometapi',
    what: '1102 with 400, passed on',
    found: 'breaking answer-code /data/data/code',
    mutate: answering(({ answer }) => answer.status === 400, {
      body: { message: 'no', data: { message: 'no', data: code1102 } },
    }),
  },
  {
    provider: 'klingai',
    what: '410 for an unknown id',
    found: 'breaking answer-status status',
    mutate: (each) =>
      isUnknown(each) && each.answer.status === 404
        ? { ...each, answer: { ...each.answer, status: 410 } }
        : each,
  },
  {
    provider: 'klingai',
    what: 'a task not found by its name',
    found: 'breaking external-id-not-found status',
    mutate: refusing(
      ({ action, request, task }) =>
        action === 'get' &&
        task !== undefined &&
        request.path.endsWith(task.externalId) &&
        task.externalId !== '',
      404,
      1203,
    ),
    spend: 1,
  },
  {
    provider: 'klingai',
    what: 'another task under the name',
    found: 'breaking external-id-not-found /data/task_id',
    mutate: changing('get', '/data/task_id', (id, { request, task }) =>
      request.path.endsWith(String(task?.id)) ? id : '861254119619000009',
    ),
    spend: 1,
  },
  {
    provider: 'klingai',
    what: 'pages that are too long',
    found: 'breaking paging-ignored /data',
    mutate: changing('list', '/data', (page) => [...(page as unknown[]), ...(page as unknown[])]),
  },
  {
    provider: 'klingai',
    what: 'the first page again',
    found: 'breaking paging-ignored /data',
    mutate: (each) => {
      each.request.query.pageNum = '1';
      return each.action === 'list' && each.answer.status === 200
        ? { ...each, answer: each.accept() }
        : each;
    },
  },
  {
    provider: 'klingai',
    what: 'a page size not enforced',
    found: 'info limit-not-enforced /pageSize',
    mutate: accepting(
      ({ action, request }) => action === 'list' && request.query.pageSize === '501',
    ),
  },
  {
    provider: 'klingai',
    what: 'a field left out of a list',
    found: 'warning answer-field-missing /data/0/task_status',
    mutate: changing('list', '/data/0/task_status', drop),
  },
  {
    provider: 'deerapi',
    what: 'videos as an object',
    found: 'breaking answer-type /data/task_result/videos',
    mutate: changing('get', '/data/task_result/videos', (list) => Object.values(list as object)[0]),
    spend: 3,
  },
];

// One provider for each here; `npm run drift:mutants` has every change at all three.
const rotated = [...shapes.map((row) => ({ ...row, spend: 1 })), ...values, ...behaviour].map(
  (row, index) => ({ provider: providerNames[index % providerNames.length] ?? 'klingai', ...row }),
);

function itFinds({ provider, what, found, mutate, spend = 1 }: (typeof own)[number], seed: number) {
  it(`at ${provider} ${what}: ${found}`, async () => {
    const options = { spend, probeLimits: true };
    const { findings } = await checkFake({ provider, seed, mutate }, options);
    const reported = findings.map((each) => `${each.severity} ${each.kind} ${each.location}`);
    // A gateway's query for some kinds of tasks was only inferred, and what rests on it is a warning at most.
    const isGuess = ({ operation }: (typeof findings)[number]) =>
      documentedOperations(provider).find(({ key }) => key === operation)?.operation[
        'x-certainty'
      ] === 'inferred';
    const known = findings.find((each) => found.endsWith(` ${each.kind} ${each.location}`));
    const isCapped = known && isGuess(known) && /^breaking answer-(?!other|time-order)/.test(found);
    expect(reported).toContain(isCapped ? found.replace('breaking', 'warning') : found);
  });
}

describe('drift live finds', () => {
  for (const row of rotated) itFinds(row, 2);
});

describe('drift live finds, where only one provider documents it,', () => {
  for (const row of own) itFinds(row, 1);
});
