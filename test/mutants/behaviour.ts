import type { OperationName } from '../../src/client/operations.ts';
import { type JsonObject, objectOf } from '../../src/documents/json.ts';
import type { FakeAnswer } from '../support/fake-answers.ts';
import type { FakeExchange, FakeRequest } from '../support/fake-provider.ts';
import { creates, type Exchanges, lists, narrow, queries } from './exchanges.ts';
import {
  type AnswerMutant,
  allButDeerapi,
  anywhere,
  type Changes,
  expand,
  gateways,
  kling,
  naming,
  type Row,
} from './mutant.ts';

/** Another way to behave. */
interface BehaviourRow extends Row {
  on: Exchanges;
  /** Where the finding has to be; anywhere when nothing is said. */
  location?: RegExp;
  /** What is responded in the place of `exchange.answer`. */
  answer(exchange: FakeExchange): FakeAnswer;
  /** Tasks that the check may create, where four do not show it. */
  spend?: number;
}

// What is responded to in another way.

const isAuthorized = ({ request }: FakeExchange) => Boolean(request.authorization);
const isUnauthorized = ({ answer }: FakeExchange) => answer.status === 401;
const isRepeated = ({ tasks, request }: FakeExchange) =>
  tasks.some(({ externalId }) => externalId && externalId === request.body.external_task_id);
const isBadRequest = ({ answer }: FakeExchange) => answer.status === 400;

const all: Exchanges = { method: 'any', operation: anywhere, include: () => true };
const files = narrow(all, ({ action }) => action === 'file');
const api = narrow(all, ({ action }) => action !== 'file');
const badCreates = narrow(
  { ...creates, include: ({ action }) => action === 'create' },
  isBadRequest,
  true,
);
const allQueries: Exchanges = { ...queries, include: ({ action }) => action === 'get' };
const unknownIds = narrow(allQueries, (each) => isAuthorized(each) && !each.task, true);
const badRequests = narrow(all, isBadRequest, true);
const allLists: Exchanges = { ...lists, include: ({ action }) => action === 'list' };
const pageSizeOf = ({ request }: FakeExchange) => Number(request.query.pageSize);
const firstPolls = narrow(queries, ({ task }) => task !== undefined && task.polls <= 1);
const resultQueries = narrow(queries, ({ answer }) =>
  JSON.stringify(answer.body).includes('"succeed"'),
);
/** Queries by the id that the caller gave. */
const externalQueries = {
  ...narrow(queries, ({ request, task }) => request.path.endsWith(`/${task?.externalId}`)),
  operation: anywhere,
};
/** Refused creates with an external id that a task already has. */
const repeatedCreates = {
  ...narrow(badCreates, (each) => isAuthorized(each) && isRepeated(each)),
  operation: anywhere,
};
/** Creates of one operation that break a rule. */
const refused = (name: OperationName) =>
  narrow(badCreates, (each) => each.name === name && isAuthorized(each));
/** Creates of one operation that keep every rule. */
const accepted = (name: OperationName) => narrow(creates, (each) => each.name === name);

// What is responded then.

const accept = (exchange: FakeExchange) => exchange.accept();
/** Refuses the request like a create that breaks a rule. */
const refuse = (exchange: FakeExchange) => exchange.refuse(400, 1201);
/** Changes the response in part. */
const send =
  (change: Partial<FakeAnswer>) =>
  ({ answer }: FakeExchange) => ({ ...answer, ...change });
const sendJson = (status: number, body: object) => (): FakeAnswer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body,
});
/** Sends an error in Kling's form. */
const sendError = (status: number, code: number, more?: object) =>
  sendJson(status, { code, message: 'No', request_id: 'r-1', ...more });
/** Responds as if another query had been sent. */
const changeQuery =
  (change: (query: FakeRequest['query']) => FakeRequest['query']) => (exchange: FakeExchange) => {
    exchange.request.query = change(exchange.request.query);
    return exchange.accept();
  };
const enlargePage = ({ pageSize = '30', ...query }: FakeRequest['query']) => ({
  ...query,
  pageSize: String(Number(pageSize) + 1),
});
/** Changes the text of a body. */
const rewrite =
  (...changes: [pattern: RegExp, by: string][]) =>
  ({ answer }: FakeExchange): FakeAnswer => {
    let text = JSON.stringify(answer.body);
    for (const [pattern, by] of changes) text = text.replace(pattern, by);
    return { ...answer, body: JSON.parse(text) };
  };
/** Puts the task through these states, one at each poll, in place of the fake's own. */
const goThrough =
  (...life: string[]) =>
  (exchange: FakeExchange) => {
    if (exchange.task) {
      exchange.task.life = life;
      exchange.task.polls--;
    }
    return exchange.accept();
  };
/** Says that the task is processing, and that its result is null. */
const sendNullResult = (exchange: FakeExchange): FakeAnswer => {
  const answer = goThrough('processing', 'succeed')(exchange);
  const body = objectOf(answer.body);
  return { ...answer, body: { ...body, data: { ...objectOf(body.data), task_result: null } } };
};

// Parts that several rows have in common.

const changeStatus = (status: number) => ({ location: /20\d|status/, answer: send({ status }) });
const changeType = (type: string) => ({
  location: /content-type/i,
  answer: send({ headers: { 'content-type': type } }),
});
const changeFile = (change: Partial<FakeAnswer>) => ({
  on: files,
  location: /url/,
  answer: send(change),
});
const changeResult = (pattern: RegExp, by: string) => ({
  on: resultQueries,
  location: /task_result|audios|videos/,
  answer: rewrite([pattern, by]),
});

type IsValue = (value: unknown, body: JsonObject) => boolean;
/** Accepts creates that break a rule, when they have such a value. */
const liftLimit = (name: OperationName, field: string, isValue: IsValue) => ({
  on: narrow(refused(name), ({ request: { body } }) => isValue(body[field], body)),
  location: naming(field),
  answer: accept,
});
/** Refuses creates that keep every rule, when they have such a value. */
const addLimit = (name: OperationName, field: string, isValue: IsValue) => ({
  on: narrow(accepted(name), ({ request: { body } }) => isValue(body[field], body)),
  answer: refuse,
});

/** Refuses creates that have an optional field, and says so. */
const refuseField = (name: OperationName, field: string) => ({
  on: narrow(accepted(name), ({ request: { body } }) => Boolean(body[field])),
  location: naming(field),
  answer(exchange: FakeExchange): FakeAnswer {
    const answer = refuse(exchange);
    return rewrite([/"message":"[^"]*"/g, `"message":"${field} is unknown"`])({
      ...exchange,
      answer,
    });
  },
});

const isOffScale = (value: unknown) => Number(value) > 1 || Number(value) < 0;
const isFraction = (value: unknown) => !Number.isInteger(value);
const isDefined = (value: unknown) => value !== undefined;
const isEmpty = (value: unknown) => !value;
const isMissing = (value: unknown) => value === undefined;
const isLonger = (limit: number) => (value: unknown) =>
  typeof value === 'string' && [...value].length > limit;
/** Whether a sound may be this long, however precise the number is. */
const isDuration = (value: unknown) => typeof value === 'number' && value >= 3 && value <= 10;
const isWrongDuration = (value: unknown) => typeof value === 'number' && !isDuration(value);
const isTooPrecise = (value: unknown) => isDuration(value) && !Number.isInteger(Number(value) * 10);

const resultText = /"task_result":\{.*?\]\}/;
const textType = { 'content-type': 'text/plain' };
const jsonType = { 'content-type': 'application/json' };

const table: Changes<BehaviourRow> = {
  'answer re-statused': [
    { on: creates, what: '201 for a create', ...changeStatus(201) },
    { on: creates, what: '202 for a create', ...changeStatus(202) },
    { on: queries, what: '203 for a query', ...changeStatus(203) },
    { at: kling, on: lists, what: '206 for a page', ...changeStatus(206) },
    {
      on: badCreates,
      location: /4\d\d|status/,
      what: '422 for a bad create',
      answer: send({ status: 422 }),
    },
    {
      on: narrow(api, (each) => !isAuthorized(each), true),
      location: /4\d\d|status|authorization/i,
      what: '418 without credentials',
      answer: send({ status: 418 }),
    },
  ],
  'unknown id answered otherwise': [
    { on: unknownIds, location: /410|status/, what: '410', answer: send({ status: 410 }) },
    {
      on: unknownIds,
      location: /200|status|data/,
      what: '200 with no task',
      answer: sendJson(200, { code: 0, message: 'SUCCEED', request_id: 'r-1', data: [] }),
    },
    { on: unknownIds, location: /200|status|data/, what: '200 with another task', answer: accept },
    {
      at: kling,
      on: unknownIds,
      location: /40\d|code|status/,
      what: '1302 under 400',
      answer: sendError(400, 1302),
    },
  ],
  'content type changed': [
    { on: creates, what: 'text/plain for a create', ...changeType('text/plain') },
    { on: queries, what: 'octet-stream for a query', ...changeType('application/octet-stream') },
    { at: kling, on: lists, what: 'text/json for a page', ...changeType('text/json') },
    { on: badRequests, what: 'text/plain for a refusal', ...changeType('text/plain') },
  ],
  'answer re-coded': [
    {
      at: kling,
      on: badCreates,
      location: /code|400/,
      what: '1102 under 400 for a bad create',
      answer: sendError(400, 1102),
    },
    {
      at: kling,
      on: narrow(all, isUnauthorized, true),
      location: /code|401|authorization/i,
      what: '1201 under 401',
      answer: sendError(401, 1201),
    },
  ],
  'success re-coded': [
    {
      at: kling,
      on: creates,
      location: /code|200|status/,
      what: '1102 under 200',
      answer: sendError(200, 1102, { data: null }),
    },
    {
      at: gateways,
      on: creates,
      location: /code|data|200|status/,
      what: '1102 under 200',
      answer: sendError(200, 1102, { data: null }),
    },
    {
      at: kling,
      on: badCreates,
      location: /code|200|status/,
      what: '200 for a bad create',
      answer: send({ status: 200 }),
    },
  ],
  'refusal as success': [
    {
      at: gateways,
      on: badCreates,
      location: /code|200|status|error|data|message/,
      what: '200 for a bad create',
      answer: send({ status: 200 }),
    },
  ],
  'limit not enforced': [
    { what: 'a long prompt for a sound', ...liftLimit('textToAudio', 'prompt', isLonger(200)) },
    { what: 'no prompt for a sound', ...liftLimit('textToAudio', 'prompt', isMissing) },
    { what: 'duration of a sound', ...liftLimit('textToAudio', 'duration', isWrongDuration) },
    { what: 'duration in hundredths', ...liftLimit('textToAudio', 'duration', isTooPrecise) },
    {
      what: 'video_id and video_url',
      ...liftLimit('videoToAudio', 'video_id', (id, { video_url }) => Boolean(id && video_url)),
      // A rule of two fields stands at the body.
      location: /^$/,
    },
    {
      at: kling,
      what: 'a long bgm_prompt',
      ...liftLimit('videoToAudio', 'bgm_prompt', isLonger(200)),
    },
    { at: allButDeerapi, what: 'cfg_scale', ...liftLimit('textToVideo', 'cfg_scale', isOffScale) },
    { at: allButDeerapi, what: 'any mode', ...liftLimit('textToVideo', 'mode', isDefined) },
    {
      at: allButDeerapi,
      what: 'a long negative_prompt',
      ...liftLimit('textToVideo', 'negative_prompt', isLonger(200)),
    },
    {
      at: kling,
      on: narrow(allLists, (each) => isAuthorized(each) && pageSizeOf(each) > 500),
      location: naming('pageSize'),
      what: 'pageSize',
      answer: accept,
    },
  ],
  'limit newly enforced': [
    { on: accepted('textToAudio'), what: 'no sound any more', answer: refuse },
    { what: 'prompts of 100 at most', ...addLimit('textToAudio', 'prompt', isLonger(100)) },
    { what: 'whole seconds only', ...addLimit('textToAudio', 'duration', isFraction), spend: 12 },
    { what: 'no external_task_id', ...refuseField('textToAudio', 'external_task_id') },
    {
      at: allButDeerapi,
      what: 'no negative_prompt',
      ...refuseField('textToVideo', 'negative_prompt'),
    },
    { what: 'an aspect_ratio to be named', ...addLimit('textToVideo', 'aspect_ratio', isEmpty) },
    {
      at: kling,
      on: narrow(lists, (each) => pageSizeOf(each) > 100),
      what: 'pageSize of 100 at most',
      answer: refuse,
    },
  ],
  'authentication not required': [
    { on: narrow(allQueries, isUnauthorized), what: 'for a query', answer: accept },
    { on: narrow(api, isUnauthorized), what: 'for anything', answer: accept },
  ],
  'external id not unique': [
    {
      on: repeatedCreates,
      location: naming('external_task_id'),
      what: 'taken twice',
      answer: accept,
    },
  ],
  'external id not found': [
    { at: kling, on: externalQueries, what: '404', answer: (each) => each.refuse(404, 1203) },
    { at: kling, on: externalQueries, what: '400', answer: refuse },
  ],
  'paging ignored': [
    {
      at: kling,
      on: lists,
      what: 'everything at once',
      answer: changeQuery(() => ({ pageSize: '500' })),
    },
    {
      at: kling,
      on: lists,
      what: 'always the first page',
      answer: changeQuery((query) => ({ ...query, pageNum: '1' })),
    },
    { at: kling, on: lists, what: 'one more than asked for', answer: changeQuery(enlargePage) },
  ],
  'result missing': [
    { what: 'an empty list', ...changeResult(/"(audios|videos)":\[.*?\]/g, '"$1":[]') },
    { what: 'an empty result', ...changeResult(resultText, '"task_result":{}') },
    { what: 'no result', ...changeResult(resultText, '"task_info":{}') },
  ],
  'result unplayable': [
    {
      on: { ...resultQueries, operation: anywhere },
      location: /url/,
      what: 'an empty address',
      answer: rewrite([/"url_mp3":".*?"/, '"url_mp3":""'], [/"url":".*?"/, '"url":""']),
    },
    { what: '404', ...changeFile({ status: 404, body: '', headers: {} }) },
    { what: '403', ...changeFile({ status: 403, body: 'hot-linking', headers: textType }) },
    { what: 'not the media', ...changeFile({ body: '{"error":"expired"}' }) },
    { what: 'nothing in it', ...changeFile({ body: new Uint8Array() }) },
    { what: 'JSON', ...changeFile({ body: '{}', headers: jsonType }) },
  ],
  'state backwards': [
    {
      on: queries,
      what: 'submitted after processing',
      answer: goThrough('processing', 'submitted', 'processing', 'succeed'),
    },
    {
      on: queries,
      what: 'to and fro',
      answer: goThrough('submitted', 'processing', 'submitted', 'succeed'),
    },
  ],
  'answer nulled': [
    {
      at: allButDeerapi,
      on: firstPolls,
      location: naming('task_result'),
      what: 'task_result null while processing',
      answer: sendNullResult,
    },
  ],
};

/** Mutants of what a provider does. */
export const behaviourMutants: AnswerMutant[] = expand(table).map(({ provider, change, row }) => ({
  name: `${provider} ${change}: ${row.what}`,
  provider,
  change,
  isRefused: row.on.isRefused,
  operation: row.on.operation,
  location: row.location ?? anywhere,
  history: 40,
  spend: row.spend,
  mutation: (exchange) =>
    row.on.include(exchange) ? { ...exchange, answer: row.answer(exchange) } : exchange,
}));
