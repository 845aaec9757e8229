import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { valueAt } from '../../src/documents/json.ts';
import { compareCodes } from '../../src/drift/published/compare-codes.ts';
import { comparePage } from '../../src/drift/published/compare-documents.ts';
import { updateSpec } from '../../src/drift/published/drift.ts';
import { nameOf, operationsIn, withOperations } from '../../src/drift/published/operations.ts';
import { readPublished } from '../../src/drift/published/published-page.ts';
import { rulesIn, withDefault } from '../../src/drift/published/reference-lines.ts';
import { schemaOfSample } from '../../src/drift/published/sample.ts';
import { readContracts } from '../../src/drift/published/vendored.ts';

const textOf = (name: string) => readFile(`test/fixtures/exports/${name}`, 'utf8');
const read = async (name: string) => readPublished(await textOf(name), name);
const [klingai] = await readContracts();
if (!klingai) throw new Error('no contract');

const sounds = new Set([
  'POST /v1/audio/text-to-audio',
  'GET /v1/audio/text-to-audio',
  'GET /v1/audio/text-to-audio/{task_id}',
]);

/** What differs from our document on a page of text-to-audio. */
function differences(text: string) {
  const page = readPublished(text, 'text-to-audio.md');
  const part = withOperations(klingai?.document ?? {}, sounds);
  return comparePage(part, page, klingai?.overlay ?? { actions: [] }).map(
    ({ operation, difference }) => `${difference.kind} ${operation} ${difference.vendored}`,
  );
}

describe.each(['text-to-audio.en.md', 'text-to-audio.zh.md'])('the page %s', (name) => {
  it('says what our document says, and names nothing that could not be read', async () => {
    const page = await read(name);
    expect(operationsIn(page.document)).toHaveLength(3);
    expect(page.unread).toEqual([]);
    expect(differences(await textOf(name))).toEqual([]);
  });

  it('has its limits from the notes, its required fields and defaults from the tables', async () => {
    const { document } = await read(name);
    const body =
      '#/paths/~1v1~1audio~1text-to-audio/post/requestBody/content/application~1json/schema';
    expect(valueAt(document, `${body}/required`)).toEqual(['prompt', 'duration']);
    expect(valueAt(document, `${body}/properties/prompt`)).toEqual({
      type: 'string',
      maxLength: 200,
    });
    expect(valueAt(document, `${body}/properties/duration`)).toEqual({
      type: 'number',
      minimum: 3,
      maximum: 10,
    });
    const query = '#/paths/~1v1~1audio~1text-to-audio/get/parameters/1';
    expect(valueAt(document, query)).toEqual({
      name: 'pageSize',
      in: 'query',
      required: false,
      schema: { type: 'integer', default: 30, minimum: 1, maximum: 500 },
    });
  });

  it('knows of each sentence which field it is about', async () => {
    const { lines } = await read(name);
    const about = lines.map((line) => line.about);
    expect(about).toContain('POST /v1/audio/text-to-audio duration');
    expect(about).toContain('GET /v1/audio/text-to-audio pageSize');
    expect(
      lines.filter(
        (line) => line.text.includes('Cannot exceed 200') || line.text.includes('200 字符'),
      ),
    ).toMatchObject([{ about: 'POST /v1/audio/text-to-audio prompt' }]);
  });

  it.each<[string, [RegExp | string, string][], string]>([
    [
      'a method',
      [['Method: `POST`', 'Method: `PUT`']],
      'operation-moved POST /v1/audio/text-to-audio',
    ],
    [
      'the version in the paths',
      [[/\/v1\/audio/g, '/v2/audio']],
      'operation-moved GET /v1/audio/text-to-audio/{task_id}',
    ],
    [
      'a required field',
      [[/(`duration` \| float \|) (Yes|是)/, '$1 No']],
      'request-field-optional POST',
    ],
    [
      'an optional field',
      [[/(`callback_url` \| string \|) (No|否)/, '$1 Yes']],
      'request-field-required POST',
    ],
    ['a type', [['`duration` | float', '`duration` | int']], 'request-type-changed POST'],
    ['a default', [['`30`', '`20`']], 'request-default-changed GET'],
    ['a field of the body', [[/\| `external_task_id` \|.*\n/, '']], 'request-field-removed POST'],
    ['a limit', [[/(exceed|超过) 200/, '$1 100']], 'request-limit-tightened POST'],
    ['a range', [[/\[1, 500\]/, '[1, 50]']], 'request-limit-tightened GET'],
    [
      'a field of the answer',
      [[/ *"final_unit_deduction": "string",\n/g, '']],
      'response-field-removed GET',
    ],
    [
      'a state of the answer',
      [[/failed(（坏了）)?(?="?\n)/g, 'failed$1, lost']],
      'response-enum-added',
    ],
    [
      'a type of the answer',
      [[/"created_at": 1722769557708/g, '"created_at": "string"']],
      'response-type-changed',
    ],
  ])('shows a change of %s', async (_, edits, expected) => {
    const text = await textOf(name);
    const edited = edits.reduce((result, [from, to]) => result.replace(from, to), text);
    expect(edited).not.toBe(text);
    expect(differences(edited).join('\n')).toContain(expected);
  });

  it('is written into the document by an update, which keeps our wording', async () => {
    const text = await textOf(name);
    const row = text.split('\n').find((line) => line.startsWith('| `callback_url`')) ?? '';
    const changed = text
      .replace(/(exceed|超过) 200/, '$1 300')
      .replace(row, `${row}\n| \`seed\` | int | No | - | \`1\`, \`2\` | - |`);
    const folder = await mkdtemp(join(tmpdir(), 'kling-fetch-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'page.md'), changed);
    const files = await updateSpec({ from: folder, operations: ['textToAudio'] });
    const after =
      files.find(({ path }) => path === 'klingai/text-to-audio.yaml')?.text.split('\n') ?? [];
    const before = (await readFile('openapi/klingai/text-to-audio.yaml', 'utf8')).split('\n');
    const today = new Date().toISOString().slice(0, 10);
    expect(after.filter((line) => !before.includes(line)).map((line) => line.trim())).toEqual([
      `x-read: ${today}`,
      'maxLength: 300',
      'seed: { type: integer, enum: [ 1, 2 ] }',
    ]);
    expect(after.join('\n')).toContain('description: What should be heard.');
  });

  it('names an operation, a table and a row that cannot be read', async () => {
    const text = await textOf(name);
    const broken = text
      .replace('- Path: `/v1/audio/text-to-audio/{id}`', '- Path: see above')
      .replace('| `prompt` | string', '| `prompt` | novel')
      .replace(/\| `pageNum`.*\n/, '| `pageNum` | int | maybe | - | - | - |\n');
    const { unread } = readPublished(broken, name);
    expect(unread).toEqual([
      expect.stringMatching(/^the row in line \d+: `prompt`$/),
      expect.stringMatching(
        /^the operation .* \(line \d+\): its method and path could not be read$/,
      ),
      expect.stringMatching(/^the row in line \d+: `pageNum`$/),
      'the operation that is called at /v1/audio/text-to-audio/{task_id}',
    ]);
  });
});

describe('a page with all that the layout has', () => {
  it('names an operation that a sample call goes to and that it does not show', async () => {
    const text = await textOf('things.md');
    const called = text.replaceAll("/v1/things/make' --data-raw", "/v1/things/mend' --data-raw");
    expect(called).not.toBe(text);
    const { unread } = readPublished(called, 'things.md');
    expect(unread).toEqual(['the operation that is called at /v1/things/mend']);
  });

  it('is read: nested fields, lists, phrases for defaults, samples that are not JSON', async () => {
    const { document, unread } = await read('things.md');
    expect(unread).toEqual([]);
    expect(operationsIn(document).map(nameOf)).toEqual([
      'POST /v1/things/make',
      'DELETE /v1/things/make/{id}',
    ]);
    const operation = '#/paths/~1v1~1things~1make/post';
    expect(valueAt(document, `${operation}/requestBody/content/application~1json/schema`)).toEqual({
      type: 'object',
      required: ['parts'],
      properties: {
        parts: {
          type: 'array',
          items: {
            type: 'object',
            required: ['kind'],
            properties: {
              kind: { type: 'string', default: 'wood', enum: ['wood', 'stone'] },
              size: { type: 'integer', default: 5, enum: [3, 5, 9] },
            },
          },
        },
        settings: {
          type: 'object',
          required: [],
          properties: {
            since: { type: 'string', maxLength: 40 },
            is_loud: { type: 'boolean', default: false },
          },
        },
      },
    });
    expect(
      valueAt(
        document,
        `${operation}/responses/200/content/application~1json/schema/properties/data`,
      ),
    ).toEqual({
      type: 'object',
      properties: {
        id: { type: 'string' },
        is_on: { type: 'boolean' },
        share: { type: 'number' },
        outputs: {
          type: 'array',
          items: {
            oneOf: [
              {
                type: 'object',
                properties: {
                  type: { type: 'string', const: 'video' },
                  duration: { type: 'string' },
                },
              },
              {
                type: 'object',
                properties: {
                  type: { type: 'string', const: 'image' },
                  group_id: { type: 'string' },
                },
              },
            ],
          },
        },
      },
    });
  });

  it.each([
    'Cannot exceed 41 characters',
    'The maximum length of the text content is 41 characters; anything longer is refused.',
    '41 characters maximum',
  ])('reads a limit from %j', async (sentence) => {
    const text = (await textOf('things.md')).replace('Cannot exceed 40 characters', sentence);
    expect(JSON.stringify(readPublished(text, 'things.md').document)).toContain('"maxLength":41');
  });

  it('is read: None is no default, and values end where their meanings begin', () => {
    const sentence =
      'Enum values: native, original, off. native = made for it; off = none, or lost';
    expect(rulesIn(sentence, { type: 'string' })).toEqual({ enum: ['native', 'original', 'off'] });
    expect(withDefault({ type: 'string' }, 'None')).toEqual({ type: 'string' });
    expect(withDefault({ type: 'string' }, 'std')).toEqual({ type: 'string', default: 'std' });
  });

  it('is read: a word among numbers is a value, and a list is read to its end or not at all', async () => {
    const types = { enum: [3, 5, 'auto'], type: ['integer', 'string'] };
    expect(rulesIn('Enum values: 3, 5, auto', { type: 'integer' })).toEqual(types);
    expect(rulesIn('Enum values: 3, 5', { type: 'integer' })).toEqual({ enum: [3, 5] });
    expect(rulesIn('Enum values: low, high', { type: 'integer' })).toEqual({});
    const many = Array.from({ length: 300 }, (_, index) => `value_${index}`);
    const list = rulesIn(`Enum values: ${many.join(', ')}`, { type: 'string' });
    expect(list).toEqual({ enum: many });
    const text = await textOf('things.md');
    const { document } = readPublished(text.replace('`3`, `5`, `9`', '`3`, `5`, `auto`'), 'page');
    const at = '#/paths/~1v1~1things~1make/post/requestBody/content/application~1json/schema';
    expect(valueAt(document, `${at}/properties/parts/items/properties/size`)).toMatchObject(types);
  });

  it('gives every sentence with its line, and those of a note to the field', async () => {
    const text = await textOf('things.md');
    const { lines } = readPublished(text, 'things.md');
    const rows = text.split('\n');
    for (const { line, text: sentence } of lines) {
      expect(rows[line - 1]?.replaceAll('\\|', '|')).toContain(sentence.split(' | ')[0]);
    }
    const since = lines.filter(({ about }) => about === 'POST /v1/things/make settings.since');
    expect(since.map((line) => line.text)).toEqual([
      'A phrase is no default',
      'Cannot exceed 40 characters',
      '- and this line is about it as well',
      '> so is this one',
    ]);
    expect(lines.map(({ about }) => about)).toContain('POST /v1/things/make parts[].inner.text');
  });
});

describe('the page of error codes', () => {
  const codes = (text: string) =>
    compareCodes(klingai.document, readPublished(text, 'error-codes.md').document).map(
      ({ difference }) => difference.message,
    );

  it('says what our document says', async () => {
    expect(codes(await textOf('error-codes.md'))).toEqual([]);
  });

  it('shows a code that is new, one that is gone, and one with another status', async () => {
    const text = (await textOf('error-codes.md'))
      .replace(/\| 429 \| 1304 .*\n/, '| 429 | 1305 | A rule | New | Ask |\n')
      .replace('| 404 | 1203', '| 400 | 1203');
    expect(codes(text)).toEqual([
      'code 1203 came with 404 and comes with 400',
      'code 1304 is gone',
      'code 1305 is new (429)',
    ]);
  });
});

describe('the page of callbacks', () => {
  const part = withOperations(klingai.document, new Set());
  const kindsOf = (text: string) =>
    comparePage(part, readPublished(text, 'callbacks.md'), klingai.overlay)
      .filter(({ operation }) => operation === 'webhook taskStatus')
      .map(({ difference }) => `${difference.kind} ${difference.message}`);

  it('has the body for old models, which says what our document says', async () => {
    expect(kindsOf(await textOf('callbacks.md'))).toEqual([]);
  });

  it('shows a field that is gone and a state that is new', async () => {
    const text = await textOf('callbacks.md');
    expect(kindsOf(text.replace('  "task_status_msg": "string",\n', ''))).toEqual([
      'response-field-removed task_status_msg is gone',
    ]);
    expect(kindsOf(text.replace('succeed, failed', 'succeed, failed, lost'))).toEqual([
      'response-enum-added task_status: lost is new',
    ]);
  });
});

describe('a list in a sample', () => {
  const itemsOf = (text: string) => schemaOfSample(text.split('\n'))?.items;
  const kind = (value: string) => ({ type: 'string', const: value });
  const text = { type: 'string' };

  it('is a choice where each entry names a type of its own', () => {
    const sample = `[
      { "type": "video", // one of image, video
        "url": "string" },
      { "type": "sound", "parts": [ { "type": "a", "id": "string" }, { "type": "b" } ] }
    ]`;
    const parts = {
      oneOf: [
        { type: 'object', properties: { type: kind('a'), id: text } },
        { type: 'object', properties: { type: kind('b') } },
      ],
    };
    expect(itemsOf(sample)).toEqual({
      oneOf: [
        { type: 'object', properties: { type: kind('video'), url: text } },
        {
          type: 'object',
          properties: { type: kind('sound'), parts: { type: 'array', items: parts } },
        },
      ],
    });
  });

  it.each([
    ['the same type', '[{ "type": "string", "a": 1 }, { "type": "string", "b": 1 }]'],
    ['no type', '[{ "type": "a", "a": 1 }, { "b": 1, "type": 1 }]'],
    ['one entry', '[{ "type": "a", "a": 1, "b": 1 }]'],
  ])('is of one kind where its entries have %s', (_, sample) => {
    const { properties } = Object(itemsOf(sample));
    expect(Object.keys(properties).toSorted()).toEqual(['a', 'b', 'type']);
  });
});
