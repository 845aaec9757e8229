import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { driftSpec } from '../../src/drift/published/drift.ts';
import { lineReader } from '../../src/drift/published/page-places.ts';
import { writeParts } from '../../src/drift/published/parts.ts';
import { readPublished } from '../../src/drift/published/published-page.ts';
import { type Contract, readContracts } from '../../src/drift/published/vendored.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kling-fetch-'));
});
afterAll(() => rm(folder, { recursive: true }));

const fixture = (name: string) => readFile(`test/fixtures/${name}`, 'utf8');

/** The parts of the smallest document. */
async function smallest() {
  const sizeOf = ({ parts }: Contract) => parts.reduce((sum, { text }) => sum + text.length, 0);
  const [first] = (await readContracts()).toSorted((a, b) => sizeOf(a) - sizeOf(b));
  return first?.parts ?? [];
}

/** Pages of each layout, an edit of one line, and the finding that is on that line. */
const edits: [string, () => Promise<string>, string | RegExp, string, string][] = [
  [
    'an English export: a type',
    () => fixture('exports/text-to-audio.en.md'),
    '`duration` | float',
    '`duration` | int',
    'request-type-changed',
  ],
  [
    'an English export: a limit in a note',
    () => fixture('exports/text-to-audio.en.md'),
    'Cannot exceed 200',
    'Cannot exceed 100',
    'request-limit-tightened',
  ],
  [
    'a Chinese export: a parameter of a query',
    () => fixture('exports/text-to-audio.zh.md'),
    '[1, 500]',
    '[1, 50]',
    'request-limit-tightened',
  ],
  [
    'a Chinese export: a field of a sample',
    () => fixture('exports/text-to-audio.zh.md'),
    '"final_unit_deduction"',
    '"final_unit_renamed"',
    'response-field-added',
  ],
  [
    'an export of error codes',
    () => fixture('exports/error-codes.md'),
    /\| 429 \| 1302 /,
    '| 400 | 1302 ',
    'error-code-moved',
  ],
  [
    'a rendered page: a field',
    () => fixture('pages/klingai-text-to-audio.txt'),
    /^duration\s*float/m,
    'durationint',
    'request-type-changed',
  ],
  [
    'Markdown with an OpenAPI block',
    () => fixture('pages/cometapi-text-to-audio.md'),
    /(prompt:\s*type: )string/,
    '$1integer',
    'request-type-changed',
  ],
  [
    'OpenAPI in YAML, behind a reference',
    async () => writeParts(await smallest()),
    /( AudioTaskAccepted:.*?task_id: \{ type: )string/s,
    '$1integer',
    'response-type-changed',
  ],
  [
    'OpenAPI in JSON',
    () => readFile('openapi/corrected/deerapi.json', 'utf8'),
    /("prompt": \{\s*"type": )"string"/,
    '$1"integer"',
    'request-type-changed',
  ],
];

describe('a finding', () => {
  it.each(edits)('names its page and line on %s', async (name, read, from, to, kind) => {
    const text = await read();
    const edited = text.replace(from, to);
    expect(edited).not.toBe(text);
    const before = text.split('\n');
    const line = edited.split('\n').findIndex((each, index) => each !== before[index]) + 1;
    const page = join(folder, `${name.replace(/\W+/g, '-')}.md`);
    await writeFile(page, edited);
    const { findings } = await driftSpec({ from: page });
    const found = findings.filter((each) => each.kind === kind);
    expect(found.length).toBeGreaterThan(0);
    expect(found.map((each) => [each.page, each.line])).toContainEqual([page, line]);
    for (const each of findings) if (each.kind !== 'overlay-adopted') expect(each.page).toBe(page);
  });

  it('of a sentence is on the line of the first that is new', async () => {
    const text = await fixture('exports/callbacks.md');
    const page = join(folder, 'callbacks.md');
    const lines = [...text.trimEnd().split('\n'), '', 'One more sentence.', ''];
    await writeFile(page, lines.join('\n'));
    const { findings } = await driftSpec({ from: page });
    const own = findings.find(({ kind }) => kind === 'page-changed');
    // A page of our own words has other sentences than the one that was vendored; each is new.
    expect(own).toMatchObject({ page, line: expect.any(Number) });
    expect(lines[(own?.line ?? 0) - 1]?.trim()).not.toBe('');
  });
});

describe('a line of OpenAPI', () => {
  const text =
    'openapi: 3.1.0\npaths:\n  /a:\n    get: { $ref: "#/x/b" }\nx:\n  b:\n    - one\n    - two: 2\n';
  const lineAt = lineReader(text, 10);

  it.each([
    ['#/paths', 12],
    ['#/paths/~1a', 13],
    ['#/paths/~1a/get', 14],
    ['#/paths/~1a/get/1', 18],
    ['#/paths/~1a/get/1/two', 18],
    ['#/paths/~1a/get/7', 14],
    ['#/paths/~1a/put/responses/200', 13],
    ['#/nothing', 11],
    ['#', 11],
  ])('of %s is %i: its own, or that of what should hold it', (pointer, line) => {
    expect(lineAt(pointer)).toBe(line);
  });

  it.each([
    ['references in a circle', 'a: { $ref: "#/b" }\nb: { $ref: "#/a" }\n', 1],
    ['an alias of itself', 'a: &a\n  b: *a\n', 1],
    ['text that is no YAML', 'a: [\n', undefined],
    ['more than may be read', `a: ${'x'.repeat(2_000_000)}`, undefined],
  ])('has an end for %s', (_, circle, line) => {
    expect(lineReader(circle)('#/a/c/d')).toBe(line);
  });

  it('is not looked up before somebody asks', () => {
    const page = readPublished('{"openapi":"3.1.0","paths":{}}', 'page.json');
    expect(page.lineAt?.('#/paths')).toBe(1);
  });
});
