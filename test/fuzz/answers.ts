import fc from 'fast-check';

/** What a request is answered with: something that becomes a Response, or something that `fetch` fails with. */
export type Reply = { give: () => Promise<Response>; shown: string };

const words = [
  ...['code', 'message', 'data', 'error', 'request_id', 'id', 'url', 'url_mp3', 'status'],
  ...['task_id', 'task_status', 'task_status_msg', 'task_result', 'audios', 'videos'],
  ...[
    'outputs',
    'type',
    'external_id',
    'create_time',
    'result',
    'count',
    'next_cursor',
    'has_more',
  ],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'valueOf', 'toJSON', 'length', 'then'],
];
const values = [
  ...['0', '1', '-1', '1e999', '1201', '1303', '1102', '1004', '5000', '86125411961969876012'],
  ...[
    'null',
    'true',
    '""',
    '"succeed"',
    '"failed"',
    '"queued"',
    '"video"',
    '"https://files.example/1"',
  ],
  ...['"1"', '"__proto__"', '"\\ud800"', '".."', '"12"', '[]', '{}'],
];

/** JSON as text, since no object can hold all that text can: `__proto__`, and a name twice. */
const { json } = fc.letrec<{ json: string; list: string; object: string }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 5 },
    { weight: 3, arbitrary: fc.constantFrom(...values) },
    fc.json({ maxDepth: 1 }),
    tie('list'),
    tie('object'),
  ),
  list: fc.array(tie('json'), { maxLength: 3 }).map((items) => `[${items}]`),
  object: fc
    .array(fc.tuple(fc.constantFrom(...words), tie('json')), { maxLength: 6 })
    .map((fields) => `{${fields.map(([name, value]) => `${JSON.stringify(name)}:${value}`)}}`),
}));

/** An answer of the second generation as it should be, to a create, a query or a list, but for one value. */
const almostRightNext = fc
  .tuple(fc.constantFrom('submitted', 'succeeded', 'failed'), json, fc.nat(6), fc.nat(2))
  .map(([status, odd, place, form]) => {
    const fields: [string, string][] = [
      ['id', '"1"'],
      ['status', JSON.stringify(status)],
      ['external_id', '"x"'],
      ['create_time', '1781080778802'],
      ['outputs', '[{"type":"video","url":"https://files.example/1.mp4"}]'],
    ];
    const texts = fields.map(([name, value], at) => `"${name}":${place === at ? odd : value}`);
    const task = `{${texts}}`;
    const tasks = place === 5 ? `[${odd},${task}]` : `[${task}]`;
    const page = `{"result":${tasks},"count":1,"next_cursor":${place === 6 ? odd : '"c"'}}`;
    return `{"code":0,"message":"","data":${[task, tasks, page][form]}}`;
  });

/** An answer of the first as it should be, but for one value. */
const almostRight = fc
  .tuple(fc.constantFrom('submitted', 'processing', 'succeed', 'failed'), json, fc.nat(7))
  .map(([status, odd, place]) => {
    const fields: [string, string][] = [
      ['code', '0'],
      ['message', '"SUCCEED"'],
      ['task_id', '"861254119619698760"'],
      ['task_status', JSON.stringify(status)],
      ['audios', '[{"id":"1","url_mp3":"https://files.example/1.mp3"}]'],
      ['videos', '[{"id":"1","url":"https://files.example/1.mp4"}]'],
    ];
    const at = (index: number) =>
      `"${fields[index]?.[0]}":${place === index ? odd : fields[index]?.[1]}`;
    const result = place === 6 ? odd : `{${at(4)},${at(5)}}`;
    return `{${at(0)},${at(1)},"data":{${at(2)},${at(3)},"task_result":${result}}}`;
  });

const body = fc.oneof(
  { weight: 5, arbitrary: almostRight },
  { weight: 4, arbitrary: almostRightNext },
  { weight: 4, arbitrary: json },
  { weight: 3, arbitrary: json.map((data) => `{"code":0,"message":"","data":${data}}`) },
  {
    weight: 1,
    arbitrary: json.map((data) => `{"message":"","data":{"message":"","data":${data}}}`),
  },
  { weight: 1, arbitrary: json.map((error) => `{"error":${error}}`) },
  { weight: 1, arbitrary: fc.tuple(json, fc.nat(40)).map(([text, size]) => text.slice(0, size)) },
  { weight: 1, arbitrary: fc.string() },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }).map((bytes) => new Uint8Array(bytes)) },
  { weight: 1, arbitrary: fc.constant(null) },
);

const status = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(200, 200, 200, 400, 401, 404, 409, 429, 500, 503) },
  { weight: 1, arbitrary: fc.integer({ min: 200, max: 599 }) },
);

const visible = fc.string({
  unit: fc.integer({ min: 33, max: 126 }).map((at) => String.fromCharCode(at)),
});
const header = fc.oneof(
  fc.tuple(
    fc.constant('retry-after'),
    fc.oneof(visible, fc.constantFrom('0', '-5', '1e400', '3', 'Thu, 01 Jan 1970 00:00:00 GMT')),
  ),
  fc.tuple(
    fc.constantFrom('date', 'content-type', 'content-length', 'location', 'x-request-id', 'x-y'),
    fc.oneof(visible, fc.constantFrom('Fri, 31 Dec 9999 23:59:59 GMT', 'text/html', '0', '99999')),
  ),
);

const bodiless = new Set([204, 205, 304]);

const answered: fc.Arbitrary<Reply> = fc
  .tuple(status, fc.array(header, { maxLength: 3 }), body)
  .map(([status, headers, body]) => ({
    give: async () => new Response(bodiless.has(status) ? null : body, { status, headers }),
    shown: `${status} ${JSON.stringify(headers)} ${body}`,
  }));

const failing = fc
  .constantFrom<unknown>(
    undefined,
    null,
    'text',
    new TypeError('fetch failed', { cause: { code: 'ECONNREFUSED' } }),
    Object.assign(new Error('reset'), { code: 'ECONNRESET' }),
    Object.assign(new Error('odd'), { code: 7, cause: 'text' }),
  )
  .map((error) => ({ give: () => Promise.reject(error), shown: `fails with ${error}` }));

/** A body that breaks off, or never ends. */
const streaming = fc.tuple(fc.boolean(), json).map(([isEndless, text]) => ({
  give: async () =>
    new Response(
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode(text));
          if (!isEndless) controller.error(new Error('broken off'));
        },
      }),
    ),
  shown: `${isEndless ? 'endless' : 'broken off'} ${text}`,
}));

export const reply: fc.Arbitrary<Reply> = fc.oneof(
  { weight: 30, arbitrary: answered },
  { weight: 2, arbitrary: failing },
  { weight: 1, arbitrary: streaming },
);
