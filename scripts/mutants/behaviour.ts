import type { ProviderName } from '../../src/contract/documents.ts';
import type { FakeAnswer } from '../../test/support/fake-answers.ts';
import type { FakeExchange } from '../../test/support/fake-provider.ts';
import { everyone, gateways } from './answers.ts';
import type { ChangeName } from './changes.ts';
import { type AnswerMutant, anywhere, naming } from './mutant.ts';

/** Another answer, or undefined for the one there is. */
type Behaviour = (exchange: FakeExchange) => FakeAnswer | undefined;

type Row = [
  readonly ProviderName[],
  ChangeName,
  operation: RegExp,
  location: RegExp,
  words: string,
  Behaviour,
];

const post = /^POST /;
const get = /^GET .*\{task_id\}$/;
const list = /^GET .*(audio|video)$/;
const kling = ['klingai'] as const;

const isCreated = ({ action, answer }: FakeExchange) =>
  action === 'create' && answer.status === 200;
const isSeen = ({ action, answer }: FakeExchange) => action === 'get' && answer.status === 200;
const isListed = ({ action, answer }: FakeExchange) => action === 'list' && answer.status === 200;
const isKnown = ({ request }: FakeExchange) => Boolean(request.authorization);
const isUnknown = (exchange: FakeExchange) =>
  exchange.action === 'get' && isKnown(exchange) && !exchange.task;
const when =
  (
    is: (exchange: FakeExchange) => unknown,
    then: (exchange: FakeExchange) => FakeAnswer,
  ): Behaviour =>
  (exchange) =>
    is(exchange) ? then(exchange) : undefined;
const sending = (change: Partial<FakeAnswer>) => (exchange: FakeExchange) => ({
  ...exchange.answer,
  ...change,
});
const typed = (type: string) => sending({ headers: type ? { 'content-type': type } : {} });
const json = (status: number, body: unknown): FakeAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body,
});
const error = (code: number) => ({ code, message: 'No', request_id: 'r-1' });
const bad = ({ refuse }: FakeExchange) => refuse(400, 1201);

/** Says yes to a create of one kind that breaks a rule, when the body is so. */
const lax = (name: string, is: (body: Record<string, unknown>) => boolean): Behaviour =>
  when(
    (each) =>
      each.action === 'create' &&
      each.name === name &&
      isKnown(each) &&
      each.answer.status === 400 &&
      is(each.request.body),
    (each) => each.accept(),
  );
/** Says no to a create of one kind that keeps every rule, when the body is so. */
const strict = (name: string, is: (body: Record<string, unknown>) => boolean): Behaviour =>
  when((each) => isCreated(each) && each.name === name && is(each.request.body), bad);
const length = (value: unknown) => (typeof value === 'string' ? [...value].length : 0);

/** The results' addresses, or the list, changed in a task that succeeded. */
const results = (change: (text: string) => string): Behaviour =>
  when(
    (each) => isSeen(each) && JSON.stringify(each.answer.body).includes('"succeed"'),
    (each) => ({ ...each.answer, body: JSON.parse(change(JSON.stringify(each.answer.body))) }),
  );
const file = (change: Partial<FakeAnswer>): Behaviour =>
  when(({ action }) => action === 'file', sending(change));
/** A task's states at each look, whatever the fake had in mind. */
const living = (...life: string[]): Behaviour =>
  when(isSeen, ({ task, accept }) => {
    if (!task) return accept();
    task.life = life;
    task.looks--;
    return accept();
  });

/** A task that is processing at its first look and has no result yet, which is null. */
const nullFirst: Behaviour = (exchange) => {
  if (!isSeen(exchange) || !exchange.task || exchange.task.looks > 1) return undefined;
  exchange.task.life = ['processing', 'succeed'];
  exchange.task.looks = 0;
  const answer = exchange.accept();
  const { data, ...envelope } = answer.body as { data: object };
  return { ...answer, body: { ...envelope, data: { ...data, task_result: null } } };
};

const rows: Row[] = [
  [
    ['klingai', 'cometapi'],
    'answer nulled',
    get,
    naming('task_result'),
    'task_result null while processing',
    nullFirst,
  ],
  [
    everyone,
    'answer re-statused',
    post,
    /20\d|status/,
    '201 for a create',
    when(isCreated, sending({ status: 201 })),
  ],
  [
    everyone,
    'answer re-statused',
    post,
    /20\d|status/,
    '202 for a create',
    when(isCreated, sending({ status: 202 })),
  ],
  [
    everyone,
    'answer re-statused',
    get,
    /20\d|status/,
    '203 for a query',
    when(isSeen, sending({ status: 203 })),
  ],
  [
    everyone,
    'answer re-statused',
    post,
    /4\d\d|status/,
    '422 for a bad create',
    when(
      (each) => each.action === 'create' && each.answer.status === 400,
      sending({ status: 422 }),
    ),
  ],
  [
    everyone,
    'answer re-statused',
    anywhere,
    /4\d\d|status|authorization/i,
    '418 without credentials',
    when((each) => !isKnown(each) && each.action !== 'file', sending({ status: 418 })),
  ],
  [
    kling,
    'answer re-statused',
    list,
    /20\d|status/,
    '206 for a page',
    when(isListed, sending({ status: 206 })),
  ],
  [
    kling,
    'answer re-coded',
    post,
    /code|400/,
    '1102 under 400 for a bad create',
    when(
      (each) => each.action === 'create' && each.answer.status === 400,
      () => json(400, error(1102)),
    ),
  ],
  [
    kling,
    'answer re-coded',
    anywhere,
    /code|401|authorization/i,
    '1201 under 401',
    when(
      (each) => each.answer.status === 401,
      () => json(401, error(1201)),
    ),
  ],
  [
    kling,
    'refusal as success',
    post,
    /code|200|status/,
    '1102 under 200',
    when(
      (each) => isCreated(each),
      () => json(200, { ...error(1102), data: null }),
    ),
  ],
  [
    gateways,
    'refusal as success',
    post,
    /code|data|200|status/,
    '1102 under 200',
    when(
      (each) => isCreated(each),
      () => json(200, { ...error(1102), data: null }),
    ),
  ],
  [
    everyone,
    'refusal as success',
    post,
    /code|200|status|error|data|message/,
    '200 for a bad create',
    when(
      (each) => each.action === 'create' && each.answer.status === 400,
      sending({ status: 200 }),
    ),
  ],
  [
    everyone,
    'unknown id answered otherwise',
    get,
    /410|status/,
    '410',
    when(isUnknown, sending({ status: 410 })),
  ],
  [
    everyone,
    'unknown id answered otherwise',
    get,
    /200|status|data/,
    '200 with no task',
    when(isUnknown, () => json(200, { code: 0, message: 'SUCCEED', request_id: 'r-1', data: [] })),
  ],
  [
    everyone,
    'unknown id answered otherwise',
    get,
    /200|status|data/,
    '200 with another task',
    when(isUnknown, ({ accept }) => accept()),
  ],
  [
    kling,
    'unknown id answered otherwise',
    get,
    /40\d|code|status/,
    '1302 under 400',
    when(isUnknown, () => json(400, error(1302))),
  ],
  [
    everyone,
    'content type changed',
    post,
    /content-type/i,
    'text/plain for a create',
    when(isCreated, typed('text/plain')),
  ],
  [
    everyone,
    'content type changed',
    get,
    /content-type/i,
    'octet-stream for a query',
    when(isSeen, typed('application/octet-stream')),
  ],
  [
    kling,
    'content type changed',
    list,
    /content-type/i,
    'text/json for a page',
    when(isListed, typed('text/json')),
  ],
  [
    everyone,
    'content type changed',
    anywhere,
    /content-type/i,
    'text/plain for a refusal',
    when((each) => each.answer.status === 400, typed('text/plain')),
  ],
  [
    everyone,
    'limit not enforced',
    post,
    naming('prompt'),
    'a long prompt for a sound',
    lax('textToAudio', ({ prompt }) => length(prompt) > 200),
  ],
  [
    everyone,
    'limit not enforced',
    post,
    naming('duration'),
    'duration of a sound',
    lax(
      'textToAudio',
      ({ duration }) => typeof duration === 'number' && (duration < 3 || duration > 10),
    ),
  ],
  [
    everyone,
    'limit not enforced',
    post,
    naming('duration'),
    'duration in hundredths',
    lax(
      'textToAudio',
      ({ duration }) =>
        typeof duration === 'number' &&
        duration >= 3 &&
        duration <= 10 &&
        Math.round(duration * 10) !== duration * 10,
    ),
  ],
  [
    everyone,
    'limit not enforced',
    post,
    naming('prompt'),
    'no prompt for a sound',
    lax('textToAudio', (body) => !('prompt' in body)),
  ],
  [
    everyone,
    'limit not enforced',
    post,
    // A rule of two fields stands at the body.
    /^$/,
    'video_id and video_url',
    lax('videoToAudio', (body) => Boolean(body.video_id && body.video_url)),
  ],
  [
    ['klingai', 'cometapi'],
    'limit not enforced',
    post,
    naming('cfg_scale'),
    'cfg_scale',
    lax('textToVideo', ({ cfg_scale }) => Number(cfg_scale) > 1 || Number(cfg_scale) < 0),
  ],
  [
    ['klingai', 'cometapi'],
    'limit not enforced',
    post,
    naming('mode'),
    'any mode',
    lax('textToVideo', ({ mode }) => mode !== undefined),
  ],
  [
    ['klingai', 'cometapi'],
    'limit not enforced',
    post,
    naming('negative_prompt'),
    'a long negative_prompt',
    lax('textToVideo', ({ negative_prompt }) => length(negative_prompt) > 200),
  ],
  [
    kling,
    'limit not enforced',
    post,
    naming('bgm_prompt'),
    'a long bgm_prompt',
    lax('videoToAudio', ({ bgm_prompt }) => length(bgm_prompt) > 200),
  ],
  [
    kling,
    'limit not enforced',
    list,
    naming('pageSize'),
    'pageSize',
    when(
      (each) =>
        each.action === 'list' && isKnown(each) && Number(each.request.query.pageSize) > 500,
      (each) => each.accept(),
    ),
  ],
  [
    everyone,
    'limit newly enforced',
    post,
    anywhere,
    'no sound any more',
    strict('textToAudio', () => true),
  ],
  [
    everyone,
    'limit newly enforced',
    post,
    anywhere,
    'a model to be named',
    strict('textToVideo', ({ model_name }) => !model_name),
  ],
  [
    everyone,
    'limit newly enforced',
    post,
    anywhere,
    'prompts of 100 at most',
    strict('textToAudio', ({ prompt }) => length(prompt) > 100),
  ],
  [
    everyone,
    'limit newly enforced',
    post,
    anywhere,
    'whole seconds only',
    strict('textToAudio', ({ duration }) => !Number.isInteger(duration)),
  ],
  [
    kling,
    'limit newly enforced',
    list,
    anywhere,
    'pageSize of 100 at most',
    when((each) => isListed(each) && Number(each.request.query.pageSize) > 100, bad),
  ],
  [
    everyone,
    'authentication not required',
    get,
    anywhere,
    'for a query',
    when(
      (each) => each.action === 'get' && each.answer.status === 401,
      (each) => each.accept(),
    ),
  ],
  [
    everyone,
    'authentication not required',
    anywhere,
    anywhere,
    'for anything',
    when(
      (each) => each.action !== 'file' && each.answer.status === 401,
      (each) => each.accept(),
    ),
  ],
  [
    everyone,
    'external id not unique',
    anywhere,
    naming('external_task_id'),
    'taken twice',
    when(
      (each) =>
        each.action === 'create' &&
        isKnown(each) &&
        each.answer.status === 400 &&
        each.tasks.some(
          ({ externalId }) => externalId && externalId === each.request.body.external_task_id,
        ),
      (each) => each.accept(),
    ),
  ],
  [
    kling,
    'external id not found',
    anywhere,
    anywhere,
    '404',
    when(
      (each) => isSeen(each) && each.request.path.endsWith(`/${each.task?.externalId}`),
      ({ refuse }) => refuse(404, 1203),
    ),
  ],
  [
    kling,
    'external id not found',
    anywhere,
    anywhere,
    '400',
    when((each) => isSeen(each) && each.request.path.endsWith(`/${each.task?.externalId}`), bad),
  ],
  [
    kling,
    'paging ignored',
    list,
    anywhere,
    'everything at once',
    when(isListed, (each) => {
      each.request.query = { pageSize: '500' };
      return each.accept();
    }),
  ],
  [
    kling,
    'paging ignored',
    list,
    anywhere,
    'always the first page',
    when(isListed, (each) => {
      each.request.query.pageNum = '1';
      return each.accept();
    }),
  ],
  [
    kling,
    'paging ignored',
    list,
    anywhere,
    'one more than asked for',
    when(isListed, (each) => {
      each.request.query.pageSize = String(Number(each.request.query.pageSize ?? 30) + 1);
      return each.accept();
    }),
  ],
  [
    everyone,
    'result missing',
    get,
    /task_result|audios|videos/,
    'an empty list',
    results((body) => body.replace(/"(audios|videos)":\[.*?\]/g, '"$1":[]')),
  ],
  [
    everyone,
    'result missing',
    get,
    /task_result|audios|videos/,
    'an empty result',
    results((body) => body.replace(/"task_result":\{.*?\]\}/, '"task_result":{}')),
  ],
  [
    everyone,
    'result missing',
    get,
    /task_result|audios|videos/,
    'no result',
    results((body) => body.replace(/"task_result":\{.*?\]\}/, '"task_info":{}')),
  ],
  [
    everyone,
    'result unplayable',
    anywhere,
    /url/,
    'an empty address',
    results((body) =>
      body.replace(/"url_mp3":".*?"/, '"url_mp3":""').replace(/"url":".*?"/, '"url":""'),
    ),
  ],
  [
    everyone,
    'result unplayable',
    anywhere,
    /url/,
    '404',
    file({ status: 404, body: '', headers: {} }),
  ],
  [
    everyone,
    'result unplayable',
    anywhere,
    /url/,
    '403',
    file({ status: 403, body: 'hot-linking', headers: { 'content-type': 'text/plain' } }),
  ],
  [
    everyone,
    'result unplayable',
    anywhere,
    /url/,
    'not the media',
    file({ body: JSON.stringify({ error: 'expired' }) }),
  ],
  [
    everyone,
    'result unplayable',
    anywhere,
    /url/,
    'nothing in it',
    file({ body: new Uint8Array() }),
  ],
  [
    everyone,
    'result unplayable',
    anywhere,
    /url/,
    'JSON',
    file({ body: '{}', headers: { 'content-type': 'application/json' } }),
  ],
  [
    everyone,
    'state backwards',
    get,
    anywhere,
    'submitted after processing',
    living('processing', 'submitted', 'processing', 'succeed'),
  ],
  [
    everyone,
    'state backwards',
    get,
    anywhere,
    'to and fro',
    living('submitted', 'processing', 'submitted', 'succeed'),
  ],
];

/** Mutants of what a provider does. */
export const behaviourMutants: AnswerMutant[] = rows.flatMap(
  ([providers, change, operation, location, words, behave]) =>
    providers.map((provider) => ({
      name: `${provider} ${change}: ${words}`,
      provider,
      change,
      operation,
      location,
      history: 40,
      // What is refused only now is seen by what is created.
      ...(change === 'limit newly enforced' ? { spend: 12 } : {}),
      mutation: (exchange) => {
        const answer = behave(exchange);
        return answer ? { ...exchange, answer } : exchange;
      },
    })),
);
