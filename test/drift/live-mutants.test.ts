import { describe, expect, it } from 'vitest';
import { endOf } from '../../src/client/refusals.ts';
import {
  documentedOperations,
  findOperation,
  findReader,
  requestSchema,
  responseSchema,
} from '../../src/contract/documented.ts';
import { type ProviderName, providerNames } from '../../src/documents/documents.ts';
import { nameOf, parentOf, valueAt } from '../../src/documents/json.ts';
import { schemaAt } from '../../src/documents/openapi.ts';
import { placesOf } from '../../src/documents/places.ts';
import { filesIn } from '../../src/documents/result-files.ts';
import {
  accepting,
  answering,
  changing,
  checkFake,
  firstTasks,
  refusing,
  renaming,
  reshaping,
} from '../support/drift.ts';
import type { FakeExchange, Mutation } from '../support/fake-provider.ts';
import { tasks } from '../support/offered.ts';

/** One change of a provider. */
interface Row {
  what: string;
  /** What it has to be reported as. */
  found: string;
  mutate: Mutation;
  /** How many tasks it takes to see it. @default 1 */
  spend?: number;
  /** Whether creates that break a rule have to be sent: only they can show it. @default false */
  probeLimits?: boolean;
}

/** Where a provider's first operation, which a check makes first, has what is changed here. */
function siteOf(provider: ProviderName) {
  const places = placesOf(provider);
  const [, name] = tasks.find(([each]) => each === provider) ?? ['', 'textToVideo' as const];
  const create = findOperation(provider, name, 'create');
  const get = create && findReader(create);
  const examples = Object.values(
    get?.operation.responses[200]?.content?.['application/json']?.examples ?? {},
  );
  const done = examples.find(({ value }) => filesIn(value).length > 0)?.value;
  const files = filesIn(done).filter(({ pointer }) => !nameOf(pointer).startsWith('watermark'));
  const [first, last] = [files[0], files.at(-1)];
  if (!create || !first || !last) throw new Error(`${provider} shows no file of ${name}`);
  const item = parentOf(first.pointer);
  const schema = requestSchema(create) ?? {};
  const durationAt = `${places.settings}/duration`;
  const asked = schemaAt(schema, durationAt);
  const answer = responseSchema(create, 200);
  return {
    ...{ provider, name, schema, item, first, last, durationAt },
    list: parentOf(item),
    result: places.read + places.result,
    seconds: `${item}/${Object.keys(Object(valueAt(done, item))).find((each) => each.includes('duration'))}`,
    asked,
    most: asked?.maximum ?? Math.max(...(asked?.enum ?? []).map(Number)),
    needed: schema.required?.at(-1) ?? '',
    longest: schemaAt(schema, '/prompt')?.maxLength ?? 0,
    read: (place: 'id' | 'status' | 'createdAt' | 'updatedAt') => places.read + places[place],
    places,
    // Of a field that nobody promises, and that was only inferred, it is a warning that it is not there.
    missing: (pointer: string) => {
      const isInferred = schemaAt(answer, parentOf(pointer))?.['x-inferred']?.includes('required');
      return `${isInferred ? 'warning' : 'breaking'} answer-field-missing ${pointer}`;
    },
  };
}
type Site = ReturnType<typeof siteOf>;

/** A name that shares its words with another one. */
const likeName = (name: string) => (name.startsWith('task_') ? name.slice(5) : `task_${name}`);

/** The word for a success that is not the provider's own. */
const otherWord = (word: unknown) => (word === 'succeed' ? 'succeeded' : 'succeed');

const isFile =
  ({ format }: Site['first']) =>
  ({ action, request }: FakeExchange) =>
    action === 'file' && request.path.endsWith(format);
const isCreate = ({ action }: FakeExchange) => action === 'create';
const isUnknown = ({ action, task }: FakeExchange) => action === 'get' && !task;
const isFirst =
  (site: Site) =>
  ({ action, name }: FakeExchange) =>
    action === 'create' && name === site.name;
const promptOf = ({ request }: FakeExchange) => String(request.body.prompt ?? '');
const isKnownName =
  ({ places }: Site) =>
  ({ tasks, request }: FakeExchange) =>
    tasks.some(
      ({ externalId }) =>
        externalId !== '' && externalId === valueAt(request.body, places.sentExternalId),
    );
const halfOf = (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2);
const renamed = (pointer: string) =>
  renaming('get', parentOf(pointer), nameOf(pointer), likeName(nameOf(pointer)));
const drop = () => undefined;
const code1102 = { code: 1102, message: 'no balance', request_id: 'r' };

/** Other names, types and places of fields. One task is enough to see each. */
const shapes = (site: Site): (Row | undefined)[] => [
  {
    what: 'a field left out',
    found: site.missing(site.places.created + site.places.createdAt),
    mutate: changing('create', site.places.created + site.places.createdAt, drop),
  },
  {
    what: 'the code left out',
    found: site.missing('/code'),
    mutate: changing('create', '/code', drop),
  },
  {
    what: 'a field renamed',
    found: `breaking answer-moved ${site.read('status')}`,
    mutate: renamed(site.read('status')),
  },
  {
    what: 'the data renamed',
    found: 'breaking answer-moved /data',
    mutate: renaming('get', '', 'data', 'result'),
  },
  {
    what: 'an address renamed',
    found: `breaking answer-moved ${site.first.pointer}`,
    mutate: renamed(site.first.pointer),
  },
  {
    what: 'an optional field renamed',
    found: `breaking answer-moved ${site.result}`,
    mutate: renamed(site.result),
  },
  {
    what: 'a list renamed',
    found: `breaking result-missing ${site.list}`,
    mutate: renaming('get', parentOf(site.list), nameOf(site.list), 'sounds'),
  },
  {
    what: 'an id as a number',
    found: `breaking answer-type ${site.read('id')}`,
    mutate: changing('get', site.read('id'), () => 861254119619),
  },
  {
    what: 'a code as text',
    found: 'breaking answer-type /code',
    mutate: changing('create', '/code', String),
  },
  {
    what: 'a time as text',
    found: `breaking answer-type ${site.read('createdAt')}`,
    mutate: changing('get', site.read('createdAt'), String),
  },
  {
    what: 'a time with a fraction',
    found: `breaking answer-type ${site.read('updatedAt')}`,
    mutate: changing('get', site.read('updatedAt'), () => 1773367502225.5),
  },
  {
    what: 'a duration as a number',
    found: `breaking answer-type ${site.seconds}`,
    mutate: changing('get', site.seconds, Number),
  },
  {
    what: 'a list as an object',
    found: `breaking answer-type ${site.list}`,
    mutate: changing('get', site.list, (list) => Object.values(list as object)[0]),
  },
  {
    what: 'an object as a list',
    found: 'breaking answer-type /data',
    mutate: changing('create', '/data', (data) => [data]),
  },
  {
    what: 'a status of null',
    found: `breaking answer-null ${site.places.created}${site.places.status}`,
    mutate: changing('create', site.places.created + site.places.status, () => null),
  },
  {
    what: 'a field added',
    found: `info answer-field-undocumented ${site.places.read}/queue_position`,
    mutate: reshaping('get', site.places.read, (data) => ({ ...data, queue_position: 3 })),
  },
  {
    what: 'a field added in a list',
    found: `info answer-field-undocumented ${site.item}/bitrate`,
    mutate: reshaping('get', site.item, (one) => ({ ...one, bitrate: 128 })),
  },
  {
    what: 'data nested once more',
    found: `breaking answer-moved ${site.places.read}`,
    mutate: reshaping('get', site.places.read, (data) => ({ data })),
  },
  {
    what: 'the envelope in another',
    found: 'breaking answer-moved ',
    mutate: reshaping('create', '', (data) => ({ data })),
  },
  {
    what: 'the envelope flattened',
    // Of many tasks, the list alone is left.
    found: `breaking ${site.places.taskIds ? 'answer-type ' : 'answer-moved /data'}`,
    mutate: reshaping('get', '', ({ data, ...rest }) =>
      Array.isArray(data) ? data : { ...rest, ...Object(data) },
    ),
  },
  {
    what: 'SUCCESS with progress, nested',
    found: `breaking answer-moved ${site.places.read}`,
    mutate: reshaping('get', site.places.read, (data) => ({
      task_id: valueAt(data, site.places.id),
      status: 'SUCCESS',
      progress: '100%',
      data,
    })),
  },
];

const values = (site: Site): (Row | undefined)[] => [
  {
    what: 'another word for success',
    found: `warning answer-enum ${site.read('status')}`,
    mutate: changing('get', site.read('status'), (word) =>
      endOf(String(word)) === 'succeed' ? otherWord(word) : word,
    ),
    spend: 1,
  },
  {
    what: 'a new status on the way',
    found: `warning answer-enum ${site.places.created}${site.places.status}`,
    mutate: changing('create', site.places.created + site.places.status, () => 'queued'),
    spend: 1,
  },
  {
    what: 'times in seconds',
    found: `breaking answer-time-unit ${site.read('updatedAt')}`,
    mutate: changing('get', site.read('updatedAt'), () => 1773367502),
    spend: 1,
  },
  {
    what: 'an address that is none',
    found: `breaking answer-value ${site.last.pointer}`,
    mutate: changing('get', site.last.pointer, () => 'files/1.wav'),
    spend: 1,
  },
  {
    what: 'another task than asked for',
    found: `breaking answer-other-task ${site.read('id')}`,
    mutate: changing('get', site.read('id'), () => '861254119619000009'),
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
    probeLimits: true,
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

const behaviour = (site: Site): (Row | undefined)[] => [
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
  // Where a query names many tasks, no status says that there is none.
  site.places.taskIds
    ? undefined
    : {
        what: 'an unknown id with an answer',
        found: 'breaking answer-status status',
        mutate: accepting((each) => isUnknown(each) && each.answer.status !== 401),
      },
  {
    what: 'a limit not enforced',
    found: 'info limit-not-enforced /prompt',
    probeLimits: true,
    mutate: accepting((each) => promptOf(each).length === site.longest + 1),
  },
  {
    what: 'a required field not needed',
    found: `info limit-not-enforced /${site.needed}`,
    probeLimits: true,
    mutate: accepting(
      (each) =>
        isFirst(site)(each) && each.answer.status !== 401 && !(site.needed in each.request.body),
    ),
  },
  {
    what: 'a length beyond its limits, which a list of lengths has, too',
    found: `info limit-not-enforced ${site.durationAt}`,
    probeLimits: true,
    mutate: accepting(
      (each) =>
        isFirst(site)(each) && Number(valueAt(each.request.body, site.durationAt)) > site.most,
    ),
  },
  {
    what: 'a limit newly enforced',
    found: 'breaking limit-newly-enforced ',
    mutate: refusing((each) => isFirst(site)(each) && promptOf(each).length > 100, 400, 1201),
    spend: 1,
  },
  site.asked?.type !== 'number'
    ? undefined
    : {
        what: 'fractions not taken',
        found: 'breaking limit-newly-enforced ',
        mutate: refusing(
          (each) => isFirst(site)(each) && !Number.isInteger(each.request.body.duration),
          400,
          1201,
        ),
        spend: 9,
      },
  {
    what: 'a name taken twice',
    probeLimits: true,
    found: `warning external-id-not-unique ${site.places.sentExternalId}`,
    mutate: accepting((each) => isCreate(each) && isKnownName(site)(each)),
    spend: 2,
  },
  {
    what: 'no result after success',
    found: `breaking result-missing ${site.list}`,
    mutate: changing('get', site.result, (result) => (Array.isArray(result) ? [] : {})),
    spend: 1,
  },
  {
    what: 'a file refused',
    found: `breaking result-unplayable ${site.first.pointer}`,
    mutate: answering(isFile(site.first), { status: 403 }),
    spend: 1,
  },
  {
    what: 'a page in place of a file',
    found: `breaking result-unplayable ${site.last.pointer}`,
    mutate: answering(isFile(site.last), {
      headers: { 'content-type': 'text/html' },
      body: '<html>',
    }),
    spend: 1,
  },
  {
    what: 'a file that is none',
    found: `breaking result-unplayable ${site.first.pointer}`,
    mutate: answering(isFile(site.first), { body: 'no music' }),
    spend: 1,
  },
  {
    what: 'half a file',
    found: `breaking result-unplayable ${site.first.pointer}`,
    mutate: changing('file', '', (bytes, { request }) =>
      request.path.endsWith(site.first.format) ? halfOf(bytes as Uint8Array) : bytes,
    ),
    spend: 1,
  },
  {
    what: 'a task that goes back',
    found: `breaking state-backwards ${site.read('status')}`,
    mutate: changing('get', site.read('status'), (value, { task }) =>
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

const rowsOf = (provider: ProviderName) => {
  const site = siteOf(provider);
  const cheap = shapes(site).map((row) => row && { ...row, spend: 1 });
  return [...cheap, ...values(site), ...behaviour(site)].map((row) => row && { provider, ...row });
};
const all = providerNames.map(rowsOf);

// One provider for each here, the next one where it has no such thing; `npm run drift:mutants` has every change at all of them.
const rotated = (all[0] ?? []).flatMap((_, index) => {
  const turn = index % all.length;
  const order = [...all.slice(turn), ...all.slice(0, turn)];
  return order.map((rows) => rows[index]).find((row) => row !== undefined) ?? [];
});

function itFinds(
  { provider, what, found, mutate, spend = 1, probeLimits = false }: (typeof own)[number],
  seed: number,
) {
  it(`at ${provider} ${what}: ${found}`, async () => {
    const options = { spend, probeLimits, only: firstTasks(provider).slice(0, spend) };
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
