import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import {
  documentedOperations,
  requestExample,
  requestSchema,
} from '../../src/contract/documented.ts';
import { inputSchema, providerNames } from '../../src/documents/documents.ts';
import { findUnknown } from '../../src/documents/unknown.ts';
import { operations } from '../../src/index.ts';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { rain, raw } from '../support/mock-clients.ts';

let mock: Mock;
const lines: string[] = [];
beforeAll(async () => {
  const log = (line: string) => lines.push(line);
  mock = await startMock({ speed: 'instant', log, logRequests: true });
});
beforeEach(() => {
  mock.reset();
  lines.length = 0;
});
afterAll(() => mock.close());

const posts = providerNames.flatMap((provider) =>
  documentedOperations(provider).flatMap((each) => {
    const schema = requestSchema(each);
    return schema
      ? [{ key: `${provider}, ${each.key}`, schema, example: requestExample(each) }]
      : [];
  }),
);

it.each(posts)('$key: known fields are known', ({ schema, example }) => {
  expect(findUnknown(schema, example)).toEqual([]);
  const all = Object.fromEntries(Object.keys(schema.properties ?? {}).map((name) => [name, 1]));
  expect(findUnknown(schema, all)).toEqual([]);
});

it.each([
  [{ modle: 1 }, [{ path: ['modle'], near: 'mode' }]],
  [{ aspectRatio: 1 }, [{ path: ['aspectRatio'], near: 'aspect_ratio' }]],
  [{ zebra_crossing_nothing_like_it: 1 }, [{ path: ['zebra_crossing_nothing_like_it'] }]],
  [{ toString: 1 }, [{ path: ['toString'] }]],
  [
    { camera_control: { config: { zom: 1 } } },
    [{ path: ['camera_control', 'config', 'zom'], near: 'zoom' }],
  ],
  [
    { multi_prompt: [{}, { promt: 'x' }] },
    [{ path: ['multi_prompt', 1, 'promt'], near: 'prompt' }],
  ],
  ['text', []],
  [null, []],
])(
  'in %j the unknown fields are found, nested ones too, with what was probably meant',
  (value, found) => {
    const { textToVideo } = operations;
    expect(textToVideo).toBeDefined();
    expect(findUnknown(inputSchema('klingai', 'textToVideo'), value)).toEqual(found);
  },
);

it('of many unknown fields some are named, in little time', () => {
  const names = Array.from({ length: 90_000 }, (_, at) => [`${'x'.repeat(100)}${at}`, at]);
  const schema = inputSchema('klingai', 'textToVideo');
  expect(findUnknown(schema, Object.fromEntries(names))).toHaveLength(20);
});

it('a request with one is accepted, and mock.requests, the header and the log tell of it', async () => {
  const answer = await raw(mock).create({ ...rain, promt: 'my secret' });
  expect(answer.status).toBe(200);
  const message = 'promt is unknown and ignored; did you mean prompt?';
  const violation = { code: 'unknown', message, severity: 1 };
  expect(mock.requests.at(-1)?.violations).toEqual([{ path: ['body', 'promt'], ...violation }]);
  expect(JSON.parse(answer.headers.get('sl-violations') ?? '')).toEqual([
    { location: ['body', 'promt'], ...violation },
  ]);
  expect(lines).toEqual([
    expect.stringMatching(/^200 POST \S+: promt is unknown and ignored; did you mean prompt\? \(/),
  ]);
});

it('a refused request tells of both, and a list of an unknown parameter', async () => {
  await raw(mock).create({ prompt: 'rain', durration: 3 });
  await raw(mock).get('?pagesize=3');
  expect(lines).toEqual([
    expect.stringMatching(/^400 \S+ \S+: duration is required; durration is unknown.* duration\?/),
    expect.stringMatching(/^200 GET \S+: pagesize is unknown and ignored; did you mean pageSize\?/),
  ]);
});
