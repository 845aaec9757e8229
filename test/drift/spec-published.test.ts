import { linkSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { compareDocuments } from '../../src/drift/published/compare-documents.ts';
import { readFolder } from '../../src/drift/published/pages.ts';
import { PageError, readPublished } from '../../src/drift/published/published-page.ts';
import { base, type Loose } from './spec-seeds.ts';

const yaml = stringify(base());
const same = (document: object) => compareDocuments(base(), document, { provider: 'example' });
const error = (text: string, name = 'the-page'): Error => {
  try {
    readPublished(text, name);
  } catch (thrown) {
    return thrown as Error;
  }
  return expect.unreachable('it was read');
};

const fenced = (content: string, marks = '````', info = 'yaml') =>
  `# A page\n\nWords.\n\n${marks}${info}\n${content}\n${marks}\n`;

/** A page in the layout of Kling's: one line per field. */
const glued = `
Make a Sound

POST/v1/sounds
curl --request POST \\
  --url https://api.example.com/v1/sounds \\
  --data '{
    "prompt": "rain"
  }'
200
{
  "code": 0, // Says how it went
  "data": {
    "task_id": "string", // See https://example.com/ids
    "task_status": "string", // Its state, Enum values: submitted, failed
    "audios": [ { "url": "string" } ],
    "created_at": 17 // ms
  }
}

Request Header

Content-TypestringRequiredDefault to application/json

Request Body

promptstringRequired

What to hear

  • Cannot exceed 200 characters
durationfloatOptionalDefault to 5

  • Value range: 3.0s - 10.0s
modelstringOptional

  • Enum values: v1, v2 or v3

List Sounds

GET/v1/sounds

Query Parameters

pageintOptionalDefault to 1

  • Value range: [1, 1000]
`;

/** A page in the layout of DeerAPI's: everything in lines of its own. */
const stacked = `
POST
/
v1
/
sounds
curl https://api.example.com/v1/sounds -d '{ "prompt": "rain" }'
{
  "code": 0
}

Body

application/json
prompt
string
default:Hello
required

What to hear. Max 1,200 characters.

duration
integer
Required range: 3 <= x <= 10

mode
enum<string>

Available options: std, pro

tags
string[]

Response

200 - application/json

Done.

code
integer
required

data
object
required

data.task_id
string
`;

describe('a published page', () => {
  it.each([
    ['OpenAPI as JSON', JSON.stringify(base())],
    ['OpenAPI as YAML', yaml],
    ['YAML with a byte order mark and Windows line ends', `\uFEFF${yaml.replaceAll('\n', '\r\n')}`],
    ['Markdown with YAML in a fence', fenced(yaml)],
    ['Markdown with JSON in a fence', fenced(JSON.stringify(base()), '```', 'json')],
    ['Markdown with a fence of tildes that never ends', fenced(yaml, '~~~').replace(/~~~\n$/, '')],
    ['Markdown with other code beside it', `${fenced('{ "a": 1 }', '```', 'json')}${fenced(yaml)}`],
  ])('is read from %s', (_, text) => {
    const page = readPublished(text, 'whatever.txt');
    expect(page).toMatchObject({ name: 'whatever.txt', isPartial: false, lines: [] });
    expect(same(page.document)).toEqual([]);
  });

  it('says which document it shows, where the fence says so', () => {
    const info = 'yaml api/openapi/audio/post-sounds.openapi.json POST /v1/sounds';
    expect(readPublished(fenced(yaml, '````', info), 'page').source).toBe(
      'api/openapi/audio/post-sounds.openapi.json',
    );
  });

  it.each([
    ['an empty page', '', 'the-page is empty'],
    ['blank lines', ' \n\t\n', 'the-page is empty'],
    ['a binary file', 'PNG\0\u0001', 'the-page is not text in UTF-8'],
    ['another encoding', 'caf\uFFFD', 'the-page is not text in UTF-8'],
    ['HTML', '<!DOCTYPE html><html></html>', 'the-page is HTML'],
    ['two OpenAPI blocks', fenced(yaml) + fenced(yaml), 'the-page has 2 OpenAPI blocks'],
    ['broken JSON', '{ "openapi": ', 'the-page is not valid JSON'],
    ['JSON that is no OpenAPI', '{ "a": 1 }', 'the-page is not an OpenAPI document'],
    ['broken YAML', 'openapi: 3.1.0\n  a: [', 'the-page is not valid YAML'],
    ['Swagger', 'swagger: "2.0"\npaths: {}', 'the-page is OpenAPI 2.0; only OpenAPI 3 is read'],
    ['OpenAPI without paths', 'openapi: 3.1.0', 'the-page is OpenAPI without `paths`'],
    ['50 MB', 'a'.repeat(50 * 1024 * 1024), 'the-page is larger than 5 MB'],
    [
      'a reference to another file',
      'openapi: 3.1.0\npaths: { /a: { get: { $ref: "b.yaml#/c" } } }',
      'the-page refers to b.yaml#/c',
    ],
    [
      'a reference that leads nowhere',
      'openapi: 3.1.0\npaths: { /a: { get: { $ref: "#/c" } } }',
      'the-page refers to #/c',
    ],
    [
      'depth without end',
      `{"openapi":"3.1.0","paths":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`,
      'the-page is too large',
    ],
    [
      'YAML of great depth',
      `openapi: 3.1.0\npaths: ${'['.repeat(20_000)}`,
      'the-page is too large: more than 150 levels',
    ],
  ])('is refused in one line: %s', (_, text, message) => {
    const thrown = error(text);
    expect(thrown).toBeInstanceOf(PageError);
    expect(thrown.message).toContain(message);
    expect(thrown.message).not.toContain('\n');
    expect(thrown.message.length).toBeLessThan(300);
  });

  it('is refused before it is read when it is a YAML bomb', () => {
    const steps = Array.from({ length: 12 }, (_, index) => {
      const before = index === 0 ? '"x"' : `*a${index - 1}`;
      return `a${index}: &a${index} [${Array(10).fill(before).join(', ')}]`;
    });
    // Were it read, its billions of values would end the process before any time limit.
    expect(error(`openapi: 3.1.0\n${steps.join('\n')}\npaths: {}`).message).toMatch(
      /^the-page is too large: .*alias/,
    );
  });
});

describe('a reference page for people', () => {
  const json = (schema: Loose) => ({ content: { 'application/json': { schema } } });

  it('is read where a field has one line', () => {
    const { document, isPartial } = readPublished(glued, 'page');
    expect(isPartial).toBe(true);
    expect(document).toEqual({
      openapi: '3.1.0',
      servers: [{ url: 'https://api.example.com' }],
      paths: {
        '/v1/sounds': {
          post: {
            requestBody: json({
              type: 'object',
              required: ['prompt'],
              properties: {
                prompt: { type: 'string', maxLength: 200 },
                duration: { type: 'number', default: 5, minimum: 3, maximum: 10 },
                model: { type: 'string', enum: ['v1', 'v2', 'v3'] },
              },
            }),
            responses: {
              200: json({
                type: 'object',
                properties: {
                  code: { type: 'integer' },
                  data: {
                    type: 'object',
                    properties: {
                      task_id: { type: 'string' },
                      task_status: { type: 'string', enum: ['submitted', 'failed'] },
                      audios: {
                        type: 'array',
                        items: { type: 'object', properties: { url: { type: 'string' } } },
                      },
                      created_at: { type: 'integer' },
                    },
                  },
                },
              }),
            },
          },
          get: {
            parameters: [
              {
                name: 'page',
                in: 'query',
                required: false,
                schema: { type: 'integer', default: 1, minimum: 1, maximum: 1000 },
              },
            ],
            responses: {},
          },
        },
      },
    });
  });

  it('is read where name, type and need each have a line', () => {
    const { document } = readPublished(stacked, 'page');
    expect(document.paths).toEqual({
      '/v1/sounds': {
        post: {
          requestBody: json({
            type: 'object',
            required: ['prompt'],
            properties: {
              prompt: { type: 'string', default: 'Hello', maxLength: 1200 },
              duration: { type: 'integer', minimum: 3, maximum: 10 },
              mode: { type: 'string', enum: ['std', 'pro'] },
              tags: { type: 'array', items: { type: 'string' } },
            },
          }),
          responses: {
            200: json({
              type: 'object',
              required: ['code', 'data'],
              properties: {
                code: { type: 'integer' },
                data: {
                  type: 'object',
                  required: [],
                  properties: { task_id: { type: 'string' } },
                },
              },
            }),
          },
        },
      },
    });
  });

  it('gives its sentences apart from the rest, with the comments in samples but not the samples', () => {
    const texts = readPublished(glued, 'page').lines.map(({ text }) => text);
    expect(texts).toContain('What to hear');
    expect(texts).toContain('// Says how it went');
    expect(texts.join('\n')).not.toMatch(/curl|rain|"code"|promptstring/);
    const [first] = readPublished(glued, 'page').lines;
    expect(first).toEqual({ line: 2, text: 'Make a Sound' });
  });

  it.each([
    ['nothing', 'Just words.\n\nAnd more of them.'],
    ['something that never ends', `${glued}\n{ "a": [`],
    ['a call that never ends', `POST /v1/a\ncurl 'https://api.example.com`],
    ['an address that is badly encoded', 'POST /v1/a\ncurl https://api.example.com/%E0%A4%A'],
  ])('is read as far as it goes: %s', (_, text) => {
    expect(readPublished(text, 'page').isPartial).toBe(true);
  });
});

describe('a folder', () => {
  let folder = '';
  const put = (name: string, content: string | Uint8Array) =>
    writeFile(join(folder, name), content);
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kling-fetch-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is read file by file, whatever the files are called, without hidden ones', async () => {
    await put('b.txt', yaml);
    await put('a', JSON.stringify(base()));
    await put('.DS_Store', new Uint8Array([0, 1, 2]));
    const { pages, skipped } = await readFolder(folder);
    expect(skipped).toEqual([]);
    expect(pages.map(({ name }) => name)).toEqual([join(folder, 'a'), join(folder, 'b.txt')]);
  });

  it.each([
    ['empty', '', 'is empty'],
    ['picture.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0xff]), 'is not text'],
    ['large', new Uint8Array(50 * 1024 * 1024).fill(97), 'is larger than 5 MB'],
    ['page.html', '<!doctype html><p>Log in', 'is HTML'],
  ])('is read but for one file, which is named: %s', async (name, content, message) => {
    await put(name, content);
    const { pages, skipped } = await readFolder(folder);
    expect(pages).toHaveLength(2);
    expect(skipped).toEqual([
      { what: join(folder, name), why: expect.stringContaining(message), failed: true },
    ]);
    await rm(join(folder, name));
  });

  it('is read but for what is no file: devices without an end, and links that lead nowhere or round', async () => {
    const targets = { device: '/dev/zero', nowhere: join(folder, 'nothing'), round: folder };
    for (const [name, target] of Object.entries(targets)) await symlink(target, join(folder, name));
    const { pages, skipped } = await readFolder(folder);
    expect(pages).toHaveLength(2);
    expect(skipped.map(({ what, why, failed }) => [what, why, failed])).toEqual([
      [join(folder, 'device'), 'is not a file', true],
      [join(folder, 'nowhere'), 'cannot be read (ENOENT)', true],
      [join(folder, 'round'), 'is not a file', true],
    ]);
    for (const name of Object.keys(targets)) await rm(join(folder, name));
  });

  it('is refused when it has too many files, or too much in them', async () => {
    const many = await mkdtemp(join(tmpdir(), 'kling-fetch-'));
    const large = 'a'.repeat(4_500_000);
    for (let file = 0; file < 5; file += 1) writeFileSync(join(many, `${file}`), large);
    await expect(readFolder(many)).rejects.toThrow(`${many} has more than 20 MB of files`);
    for (let file = 0; file < 5; file += 1) writeFileSync(join(many, `${file}`), '');
    // One file with many names: to make as many files takes some systems a second.
    for (let file = 5; file < 2001; file += 1) linkSync(join(many, '0'), join(many, `${file}`));
    await expect(readFolder(many)).rejects.toThrow(`${many} has more than 2000 files`);
    await rm(many, { recursive: true });
  });

  it('is refused when it does not exist or is empty', async () => {
    await expect(readFolder(join(folder, 'nowhere'))).rejects.toThrow('no folder that can be read');
    const empty = await mkdtemp(join(tmpdir(), 'kling-fetch-'));
    await expect(readFolder(empty)).rejects.toThrow(`there is no file in ${empty}`);
    await rm(empty, { recursive: true });
  });
});
