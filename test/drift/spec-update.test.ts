import { describe, expect, it } from 'vitest';
import { type Document, parse, parseDocument, stringify } from 'yaml';
import { providerNames } from '../../src/documents/documents.ts';
import { compareDocuments } from '../../src/drift/published/compare-documents.ts';
import { type PublishedPage, readPublished } from '../../src/drift/published/published-page.ts';
import { type UpdateOptions, updateFrom } from '../../src/drift/published/update.ts';
import { readContracts } from '../../src/drift/published/vendored.ts';
import { deleteIn, setIn, writeYaml, yamlOf } from '../../src/drift/published/yaml.ts';
import { base, body, changed, type Loose, seeds } from './spec-seeds.ts';

// Whole documents take their time on a busy machine.

const page = (document: Loose) => readPublished(JSON.stringify(document), 'page.json');
/** A text brought up to date; where nothing changes it is not even written. */
function update(pages: PublishedPage[], text: string, options?: UpdateOptions): string {
  const source = yamlOf(parseDocument(text));
  const updated = updateFrom(pages, source, options);
  const written = writeYaml(updated.document);
  // What is counted with is what stands there.
  expect(updated.value).toEqual(parse(written));
  return updated === source ? text : written;
}
const left = (text: string, document: Loose) =>
  compareDocuments(parse(text), document, { provider: 'example' });

/** What cannot be written into the document: new operations, and another path for all of them. */
const isLeftAlone = ({ name }: { name: string }) =>
  name === 'an operation comes' || name === 'the base path changes';

describe('a vendored document brought up to date', () => {
  it.each(seeds.filter((seed) => !isLeftAlone(seed)))(
    'says what is published: $kind, $name',
    (seed) => {
      const gone = new Set(seed.kind === 'operation-removed' ? ['GET /v1/sounds/{task_id}'] : []);
      const text = update([page(changed(seed))], stringify(base()), { gone });
      expect(left(text, changed(seed))).toEqual([]);
    },
  );

  it('stays as it is, byte for byte, where nothing changed', () => {
    const text = `# ours\n${stringify(base())}`;
    expect(update([page(base())], text)).toBe(text);
  });

  it('leaves out operations that are not vendored', () => {
    const document = base();
    document.paths['/v1/new'] = { get: { responses: { 200: { description: 'x' } } } };
    expect(update([page(document)], stringify(base()))).toBe(stringify(base()));
  });
});

const vendored = `openapi: 3.1.0 # the version
info: { title: Tasks, version: '1' }
servers:
  - url: https://api.example.com
paths:
  /v1/tasks:
    # Makes one.
    post:
      x-read: 2026-01-01
      requestBody:
        content:
          application/json:
            schema:
              type: object
              required: [ prompt ]
              properties:
                prompt: { type: string, maxLength: 200, description: 'What it is about, in our words.' }
                mode:
                  type: string
                  enum: [ std, pro ] # two of them
                  description: >-
                    Folded once, and in one line since.
      responses:
        '200':
          description: Taken.
          content: { application/json: { schema: { $ref: '#/components/schemas/Task' } } }
  /v1/tasks/{task_id}:
    get:
      responses:
        '200':
          description: As it stands.
          content:
            application/json:
              schema: { $ref: '#/components/schemas/Task' }
components:
  schemas:
    Task:
      type: object
      properties:
        id: { type: string, description: Ours. }
        status: { type: string }
`;

const published = (change: (document: Loose) => void): Loose => {
  const document = parse(vendored);
  change(document);
  return document;
};
const properties = (document: Loose) =>
  document.paths['/v1/tasks'].post.requestBody.content['application/json'].schema.properties;
const lines = (text: string) => text.split('\n');
const diff = (text: string) => ({
  gone: lines(vendored).filter((line) => !lines(text).includes(line)),
  fresh: lines(text).filter((line) => !lines(vendored).includes(line)),
});

/** A text with an edit made in it. */
function edited(text: string, edit: (document: Document) => void): string {
  const document = parseDocument(text);
  edit(document);
  return writeYaml(document);
}

describe('the text of a vendored document', () => {
  it('is in the layout that updates write, in every part', async () => {
    const parts = (await readContracts()).flatMap((contract) => contract.parts);
    expect(parts.length).toBeGreaterThan(providerNames.length);
    for (const { text } of parts) expect(edited(text, () => {})).toBe(text);
  });

  it('changes where the structure did, and keeps words, comments and layout', () => {
    const document = published((doc) => {
      properties(doc).prompt = { type: 'string', maxLength: 100, description: 'Their words.' };
      properties(doc).mode.enum = ['std', 'pro', '4k'];
      properties(doc).seed = { type: 'integer', description: 'Their words.' };
    });
    expect(diff(update([page(document)], vendored, { read: '2026-11-20' }))).toEqual({
      gone: [
        '      x-read: 2026-01-01',
        "                prompt: { type: string, maxLength: 200, description: 'What it is about, in our words.' }",
        '                  enum: [ std, pro ] # two of them',
      ],
      fresh: [
        '      x-read: 2026-11-20',
        "                prompt: { type: string, maxLength: 100, description: 'What it is about, in our words.' }",
        '                  enum: [ std, pro, 4k ] # two of them',
        '                seed: { type: integer }',
      ],
    });
  });

  it('changes in the shared schema where every operation changed alike', () => {
    const document = published((doc) => {
      doc.components.schemas.Task.properties.queue = { type: 'integer' };
    });
    expect(diff(update([page(document)], vendored))).toEqual({
      gone: [],
      fresh: ['        queue: { type: integer }'],
    });
  });

  it('takes its own copy of a shared schema where only one operation changed', () => {
    const document = published((doc) => {
      const { content } = doc.paths['/v1/tasks/{task_id}'].get.responses[200];
      const { Task } = structuredClone(doc.components.schemas);
      Task.properties.status.type = 'integer';
      content['application/json'].schema = Task;
    });
    const text = update([page(document)], vendored);
    expect(left(text, document)).toEqual([]);
    expect(parse(text).components).toEqual(parse(vendored).components);
    // One page of two: the other operation is not on it, and must not change.
    const { '/v1/tasks': _, ...rest } = document.paths;
    const alone = update([page({ ...document, paths: rest })], vendored);
    expect(parse(alone).paths['/v1/tasks']).toEqual(parse(vendored).paths['/v1/tasks']);
    expect(left(alone, document)).toEqual([]);
  });

  it('gives a new answer a description, as OpenAPI demands one', () => {
    const document = published((doc) => {
      doc.paths['/v1/tasks'].post.responses[422] = { description: 'Their words.' };
    });
    expect(diff(update([page(document)], vendored)).fresh).toEqual([
      '        "422": { description: Status 422. }',
    ]);
  });
});

describe('a value written into YAML', () => {
  const text =
    'a:\n  b: 1 # one\n  c: { d: [ x, y ], e: {} }\n  f:\n    - g: 1\n    - h: 2\n\n# the end\ni: last\n';
  const cases: [string, string[], unknown, string][] = [
    ['a scalar', ['a', 'b'], 2, 'b: 2 # one'],
    ['a text that needs quotes', ['a', 'b'], 'x: y, [z]', 'b: "x: y, [z]" # one'],
    ['a text that looks like something else', ['a', 'b'], 'on', 'b: on # one'],
    ['a number as text', ['a', 'b'], '5', 'b: "5" # one'],
    ['a list in a line', ['a', 'c', 'd'], ['x', 'z'], 'c: { d: [ x, z ], e: {} }'],
    ['into an empty object', ['a', 'c', 'e', 'k'], true, 'c: { d: [ x, y ], e: { k: true } }'],
    ['behind the last in a line', ['a', 'c', 'k'], null, 'c: { d: [ x, y ], e: {}, k: null }'],
    ['at the end of a list', ['a', 'c', 'd', '-'], 'z', 'c: { d: [ x, y, z ], e: {} }'],
    ['in place of an entry', ['a', 'f', '0'], { k: 3 }, '    - { k: 3 }\n    - h: 2\n'],
    ['in place of the last entry', ['a', 'f', '1'], [1], '    - g: 1\n    - [ 1 ]\n'],
    ['in place of an entry in a line', ['a', 'c', 'd', '0'], 'z', 'c: { d: [ z, y ], e: {} }'],
    ['as a new line', ['a', 'k'], { l: 1 }, '    - h: 2\n  k: { l: 1 }\n'],
    ['at the end of a list of lines', ['a', 'f', '-'], { k: 3 }, '    - h: 2\n    - { k: 3 }\n'],
    ['with what leads to it', ['a', 'k', '-', 'l'], 1, '  k: [ { l: 1 } ]\n'],
    ['behind the last line', ['k'], 1, 'i: last\nk: 1\n'],
    ['a list in place of a scalar', ['a', 'b'], ['x'], 'b: [ x ] # one'],
    [
      'what is too long for a line',
      ['a', 'k'],
      { l: 'x'.repeat(100) },
      `  k:\n    l: ${'x'.repeat(100)}\n`,
    ],
  ];
  it.each(cases)('%s', (_, steps, value, expected) => {
    const after = edited(text, (document) => setIn(document, steps, value));
    expect(after).toContain(expected);
    expect(() => parse(after)).not.toThrow();
    expect(after).toContain('\n# the end\n');
    // Every other line stays as it is.
    const others = lines(after).filter((line) => !lines(text).includes(line));
    expect(others.length).toBeLessThanOrEqual(lines(expected).length);
  });

  it('is read back as the same value, whatever it is', () => {
    for (const value of [
      '',
      ' ',
      '#',
      '- x',
      '{',
      "it's",
      '"',
      'null',
      'true',
      '1e3',
      '\n',
      'a\nb',
      '2026-11-20',
      '~',
      '*x',
      '&x',
      '!x',
      '|',
      '>',
      '%',
      '@',
      '`',
      ',',
      'ü',
      1.5,
      -3,
      false,
      null,
      [],
      {},
      { 'a: b': ['c, d', { e: [] }] },
    ]) {
      for (const steps of [
        ['a', 'b'],
        ['a', 'c', 'k'],
        ['a', 'k'],
      ]) {
        const read = parse(edited(text, (document) => setIn(document, steps, value)));
        expect(steps.reduce((at: Loose, step) => at[step], read)).toEqual(value);
      }
    }
  });

  const removals: [string, string[], Loose][] = [
    ['a line', ['a', 'b'], (value: Loose) => delete value.a.b],
    ['several lines', ['a', 'f'], (value: Loose) => delete value.a.f],
    ['the first in a line', ['a', 'c', 'd'], (value: Loose) => delete value.a.c.d],
    ['the last in a line', ['a', 'c', 'e'], (value: Loose) => delete value.a.c.e],
    ['an entry', ['a', 'f', '0'], (value: Loose) => value.a.f.shift()],
    ['the last entry', ['a', 'f', '1'], (value: Loose) => value.a.f.pop()],
    ['what is left empty', ['a', 'f', '0', 'g'], (value: Loose) => value.a.f.shift()],
    ['nothing, where there is nothing', ['a', 'z'], () => undefined],
  ];
  it.each(removals)('can be taken out: %s', (_, steps, change) => {
    const expected = parse(text);
    change(expected);
    const after = edited(text, (document) => deleteIn(document, steps));
    expect(parse(after)).toEqual(expected);
    expect(after).toContain('\n# the end\n');
  });
});

it('keeps the words of a real field while its rules change', () => {
  const text = stringify(base()).replace(
    'pattern:',
    'description: Ours.\n                  pattern:',
  );
  const document = base();
  body(document).prompt.pattern = '^[a-z]';
  const prompt = body(parse(update([page(document)], text))).prompt;
  expect(prompt).toMatchObject({ description: 'Ours.', pattern: '^[a-z]' });
});
