import { describe, expect, it } from 'vitest';
import { documentedOperations, findOperation } from '../../src/contract/documented.ts';
import type { Exchange } from '../../src/contract/exchange.ts';
import { checkAnswer, toFinding, validate } from '../../src/contract/validate.ts';
import { type JsonObject, objectOf, valueAt } from '../../src/documents/json.ts';
import { compareDocuments } from '../../src/drift/published/compare-documents.ts';
import { ExchangeChecker } from '../../src/drift/traffic/exchange-checker.ts';

const json = (schema: object) => ({ 'application/json': { schema } });
const one = '#/paths/~1v1~1things/post';

/** What differs when an operation changes: severity, kind, and where below the operation. */
function compare(before: object, after: object, more: object = {}, moreAfter: object = more) {
  const document = (operation: object, others: object) => ({
    openapi: '3.1.0',
    servers: [{ url: 'https://api.example.com' }],
    paths: { '/v1/things': { post: { responses: {}, ...operation } } },
    ...others,
  });
  const found = compareDocuments(document(before, more), document(after, moreAfter), {
    provider: 'klingai',
  });
  return found.map(
    ({ severity, kind, location }) => `${severity} ${kind} ${location.replace(`${one}/`, '')}`,
  );
}

const body = (content: object) => ({ requestBody: { required: true, content } });
const answer = (content: object) => ({ responses: { 200: { content } } });
const text = { type: 'string' };
const form = { 'multipart/form-data': { schema: { type: 'object' } } };

describe('media types', () => {
  const object = json({ type: 'object' });
  it('are new beside another, gone beside another, or in the place of another', () => {
    expect(compare(body(object), body({ ...object, ...form }))).toEqual([
      'info request-media-type-added requestBody/content/multipart~1form-data',
    ]);
    expect(compare(body({ ...object, ...form }), body(object))).toEqual([
      'breaking media-type-changed requestBody/content/multipart~1form-data',
    ]);
    expect(compare(body(object), body(form))).toEqual([
      'breaking media-type-changed requestBody/content/application~1json',
    ]);
    expect(compare(answer(object), answer({ ...object, ...form }))).toEqual([
      'warning response-media-type-added responses/200/content/multipart~1form-data',
    ]);
  });
});

describe('alternatives', () => {
  const choice = (keyword: string, branches: object[]) =>
    json({ type: 'object', properties: { a: text, b: text }, [keyword]: branches });
  const either = [{ required: ['a'] }, { required: ['b'] }];
  const at = 'content/application~1json/schema';

  it('that exclude each other no longer, or now, and may both fit', () => {
    const [exclusive, open] = [choice('oneOf', either), choice('anyOf', either)];
    expect(compare(body(exclusive), body(open))).toEqual([
      `info request-limit-loosened requestBody/${at}/oneOf`,
    ]);
    expect(compare(body(open), body(exclusive))).toEqual([
      `breaking request-limit-tightened requestBody/${at}/anyOf`,
    ]);
    expect(compare(answer(exclusive), answer(open))).toEqual([
      `warning response-limit-loosened responses/200/${at}/oneOf`,
    ]);
    expect(compare(answer(open), answer(exclusive))).toEqual([
      `info response-limit-tightened responses/200/${at}/anyOf`,
    ]);
  });

  it.each<[string, object[]]>([
    ['types', [text, { type: 'object' }]],
    [
      'values of a required field',
      [
        { required: ['a'], properties: { a: { const: 'x' } } },
        { properties: { a: { enum: ['y', 'z'] } } },
      ],
    ],
    [
      'fields that they refuse',
      [
        { required: ['a'], properties: { b: false } },
        { required: ['b'], properties: { a: false } },
      ],
    ],
  ])('that cannot both fit, for their %s, exclude each other either way', (_, branches) => {
    expect(compare(body(json({ oneOf: branches })), body(json({ anyOf: branches })))).toEqual([]);
  });
});

describe('credentials', () => {
  const schemes = {
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        key: { type: 'apiKey', in: 'header', name: 'X-Key' },
      },
    },
  };
  const [bearer, key, both] = [{ bearer: [] }, { key: [] }, { bearer: [], key: [] }];
  it.each<[string, object[], object[], string[]]>([
    ['may be left out', [bearer], [bearer, {}], ['info security-loosened #/security']],
    ['are not needed', [bearer], [], ['info security-loosened #/security']],
    ['may be others', [bearer], [bearer, key], ['info security-loosened #/security']],
    ['need one thing less', [both], [bearer], ['info security-loosened #/security']],
    ['need one thing more', [bearer], [both], ['breaking security-changed #/security']],
    ['may not be left out', [bearer, {}], [bearer], ['breaking security-changed #/security']],
    ['may not be others', [bearer, key], [bearer], ['breaking security-changed #/security']],
    ['come in another order', [bearer, key], [key, bearer], []],
  ])('that %s', (_, before, after, found) => {
    expect(
      compare({}, {}, { ...schemes, security: before }, { ...schemes, security: after }),
    ).toEqual(found);
  });
});

describe('a status', () => {
  const shaped = (...names: string[]) => ({
    content: json({
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, text])),
    }),
  });
  const responses = (all: object) => ({ responses: all });
  it.each<[string, object, object, string[]]>([
    [
      'is new beside another',
      { 200: shaped('id') },
      { 200: shaped('id'), 201: shaped('name') },
      ['info response-status-added responses/201'],
    ],
    [
      'stands for all others, which were read elsewhere',
      { 200: shaped('id'), 400: { ...shaped('code'), 'x-source': 'https://x.example' } },
      { 200: shaped('id'), default: shaped('error') },
      ['info response-status-added responses/default'],
    ],
    [
      'stands for errors, and success has moved',
      { 200: shaped('id') },
      { 201: shaped('id'), default: shaped('error') },
      [
        'breaking response-status-removed responses/200',
        'info response-status-added responses/201',
        'info response-status-added responses/default',
      ],
    ],
  ])('that %s', (_, before, after, found) => {
    expect(compare(responses(before), responses(after))).toEqual(found);
  });
});

it('a place is named by the way to it, also where a field is called as a keyword is', () => {
  const schema = (fields: object) =>
    answer(
      json({
        type: 'object',
        properties: { items: { type: 'array', items: { properties: fields } } },
      }),
    );
  const [moved] = compareDocuments(
    {
      openapi: '3.1.0',
      paths: { '/v1/a/b': { get: schema({ url: text, more: { properties: {} } }) } },
    },
    {
      openapi: '3.1.0',
      paths: { '/v1/a/b': { get: schema({ more: { properties: { url: text } } }) } },
    },
    { provider: 'klingai' },
  );
  expect(moved).toMatchObject({
    kind: 'response-moved',
    message: 'items[].url moved to items[].more.url',
    location: expect.stringMatching(/properties\/items\/items\/properties\/url$/),
  });
});

const get = findOperation('klingai', 'textToAudio', 'get');
const create = findOperation('klingai', 'textToAudio', 'create');
if (!get || !create) throw new Error('no operation');
const id = '861254119619698760';
const task = (fields: JsonObject = {}) => ({
  code: 0,
  message: 'SUCCEED',
  request_id: 'r',
  data: {
    task_id: id,
    task_status: 'processing',
    created_at: 1722769557708,
    updated_at: 1722769557708,
    ...fields,
  },
});
const exchange = (more: Partial<Exchange>): Exchange => ({
  documented: get,
  query: {},
  isSigned: true,
  status: 200,
  headers: { 'content-type': 'application/json' },
  body: task(),
  ...more,
});
const say = (findings: { severity: string; kind: string; location: string }[]) =>
  findings.map(({ severity, kind, location }) => `${severity} ${kind} ${location}`);

describe('a task', () => {
  it.each<[string, JsonObject, string[]]>([
    ['failed, with a reason', { task_status: 'failed', task_status_msg: 'no' }, []],
    [
      'failed, with an empty one',
      { task_status: 'failed', task_status_msg: '' },
      ['warning answer-reason-missing /data/task_status_msg'],
    ],
    [
      'failed, without one',
      { task_status: 'failed' },
      ['warning answer-reason-missing /data/task_status_msg'],
    ],
    [
      'changed before it was created',
      { updated_at: 1722769557707 },
      ['breaking answer-time-order /data/updated_at'],
    ],
    [
      'changed in seconds',
      { updated_at: 1722769557 },
      ['breaking answer-time-unit /data/updated_at'],
    ],
  ])('%s', (_, fields, found) => {
    expect(say(validate('klingai', 'textToAudio.get', 200, task(fields)))).toEqual(found);
  });

  it.each<[string, string, JsonObject, string[]]>([
    ['its own id', id, {}, []],
    ['the id of another', '861254119619698761', {}, ['breaking answer-other-task /data/task_id']],
    ['a name from before', 'rain-1', { task_info: { external_task_id: 'rain-1' } }, []],
    ['a name that is not repeated', 'rain-1', {}, []],
    [
      'a name that looks like an id',
      '861254119619698761',
      { task_info: { external_task_id: '861254119619698761' } },
      [],
    ],
  ])('that comes for %s', (_, asked, fields, found) => {
    const findings = new ExchangeChecker().check(exchange({ id: asked, body: task(fields) }));
    expect(say(findings)).toEqual(found);
  });

  it('is called what its create called it', () => {
    const checker = new ExchangeChecker();
    const requestBody = { prompt: 'Rain', duration: 5, external_task_id: 'rain-1' };
    checker.check(exchange({ documented: create, requestBody }));
    const named = (name: string) =>
      say(checker.check(exchange({ id, body: task({ task_info: { external_task_id: name } }) })));
    expect(named('rain-1')).toEqual([]);
    expect(named('rain-2')).toEqual([
      'breaking answer-other-task /data/task_info/external_task_id',
    ]);
  });
});

describe('a field that is refused although it is documented', () => {
  const refuse = (message: string, fields: JsonObject, name = 'textToVideo' as const) => {
    const documented = findOperation('klingai', name, 'create');
    if (!documented) throw new Error('no operation');
    const requestBody = { prompt: 'Rain', model_name: 'kling-v3', ...fields };
    const refusal = { code: 1201, message, request_id: 'r' };
    return say(
      new ExchangeChecker().check(
        exchange({ documented, status: 400, requestBody, body: refusal }),
      ),
    );
  };
  const callback = { callback_url: 'https://example.com/news' };
  const pan = { camera_control: { type: 'simple', config: { pan: 3 } } };
  it.each<[string, JsonObject, string[]]>([
    ['sound is not supported', { sound: 'on' }, ['breaking limit-newly-enforced /sound']],
    ['callback_url is not supported', callback, ['breaking limit-newly-enforced /callback_url']],
    ['callback_url is wrong', { callback_url: 'http://localhost/news' }, []],
    ['external_task_id is used', { external_task_id: 'a' }, []],
    [
      'camera_control.config.pan is too large',
      pan,
      ['breaking limit-newly-enforced /camera_control/config/pan'],
    ],
    ['config is wrong', pan, ['breaking limit-newly-enforced /camera_control/config']],
  ])('%s', (message, fields, found) => {
    expect(refuse(message, fields)).toEqual(found);
  });
});

describe('what was only inferred', () => {
  it('is a warning at most: fields that no page calls required', () => {
    const { data, ...rest } = task();
    const { task_id: _, ...others } = objectOf(data);
    expect(say(validate('klingai', 'textToAudio.get', 200, { ...rest, data: others }))).toEqual([
      'warning answer-field-missing /data/task_id',
    ]);
    // A type that the page has is no guess.
    expect(say(validate('klingai', 'textToAudio.get', 200, task({ task_id: 7 })))).toEqual([
      'breaking answer-type /data/task_id',
    ]);
  });

  it('is a warning at most: a whole operation, and a response', () => {
    const [deerapi] = documentedOperations('deerapi').filter(({ method }) => method === 'GET');
    const [creates] = documentedOperations('deerapi').filter(({ method }) => method === 'POST');
    if (!deerapi || !creates) throw new Error('no operation');
    expect(valueAt(deerapi.operation, '/x-certainty')).toBe('inferred');
    const found = checkAnswer(deerapi, { status: 200, body: [] });
    expect(found.map(({ severity }) => severity)).not.toContain('breaking');
    const refusal = checkAnswer(creates, { status: 400, body: { error: 'no' } });
    expect(refusal.map(({ severity }) => severity)).toEqual(['warning']);
    const status = {
      kind: 'answer-status',
      location: 'status',
      expected: 401,
      actual: 403,
    } as const;
    expect(toFinding(creates, status).severity).toBe('warning');
  });

  it('is a warning at most in documents, too', () => {
    const schema = (type: string) => answer(json({ type: 'object', properties: { id: { type } } }));
    const guess = { 'x-certainty': 'inferred' };
    const at = 'responses/200/content/application~1json/schema/properties/id/type';
    expect(compare({ ...schema('string'), ...guess }, schema('integer'))).toEqual([
      `warning response-type-changed ${at}`,
    ]);
    expect(compare(schema('string'), schema('integer'))).toEqual([
      `breaking response-type-changed ${at}`,
    ]);
  });
});
