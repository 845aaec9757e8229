import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kinds } from '../../src/contract/kinds.ts';
import { inputSchema, providerNames, providersOf } from '../../src/documents/documents.ts';
import { placesOf } from '../../src/documents/places.ts';
import { keepDifferences, matrix } from '../../src/drift/matrix.ts';
import { calls, tasks } from '../support/offered.ts';

const all = matrix();
const different = matrix({ differences: true });

/** The cells of the row that begins so, below the title that begins so. */
function row(text: string, title: string, what: string): string[] | undefined {
  const table = text.split('\n\n').find((each) => each.startsWith(`| ${title}`));
  const line = table?.split('\n').find((each) => each.startsWith(`| ${what} `));
  return line
    ?.split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
    .slice(2, -1);
}

/** Those of the cells that are of providers of the first generation. */
const firstOf = (cells?: string[]) =>
  cells?.filter((_, index) => {
    const provider = providerNames[index];
    return provider && placesOf(provider).taskIds === '';
  });

describe('the matrix', () => {
  it('is Markdown with a cell for each provider in every row', () => {
    for (const text of [all, different]) {
      const lines = text.trim().split('\n').filter(Boolean);
      for (const line of lines) {
        expect(line.split(/(?<!\\)\|/).length, line).toBe(providerNames.length + 3);
      }
    }
  });

  it.each(tasks)('at %s has every field of %s', (provider, operation) => {
    for (const field of Object.keys(inputSchema(provider, operation).properties ?? {})) {
      expect(row(all, `${operation}: request`, `\`${field}\``), field).toHaveLength(
        providerNames.length,
      );
    }
  });

  it('says what the documents say', () => {
    const cells = (operation: string, field: string) =>
      firstOf(row(all, operation, `\`${field}\``));
    expect(cells('textToVideo: request', 'prompt')).toEqual([
      'text, at most 2,500 characters, sometimes required',
      'text, at most 500 characters, required',
      'text, required',
    ]);
    expect(cells('textToVideo: request', 'mode')).toEqual([
      'one of std, pro, 4k, default std',
      'one of std, pro, default std',
      'text',
    ]);
    expect(cells('videoToAudio: request', 'bgm_prompt')).toEqual([
      'text, at most 200 characters',
      '–',
      '–',
    ]);
    expect(cells('textToVideo: request', 'camera_control.config.zoom')).toEqual([
      'a number, from -10 to 10',
      'a whole number, from -10 to 10',
      '–',
    ]);
    expect(cells('textToVideo: request', 'model_name')).toEqual([
      expect.stringMatching(/^one of .*kling-v3, retired kling-v1 and .*, default kling-v1$/),
      expect.stringMatching(/^one of .*kling-v3, retired kling-v1 and .*, default kling-v1$/),
      expect.stringMatching(/^text, retired kling-v1 and /),
    ]);
    expect(cells('textToAudio: response to get', 'data.task_result.audios[].url_mp3')).toHaveLength(
      3,
    );
  });

  it('says what each of them offers', () => {
    expect(firstOf(row(all, 'all operations', 'textToAudio'))).toEqual([
      'create, get, list',
      'create, get',
      'create, get',
    ]);
    for (const [, name] of calls)
      expect(row(all, 'all operations', name)?.filter((cell) => cell !== '–')).toEqual(
        providersOf(name).map(() => 'call'),
      );
    expect(firstOf(row(all, 'all operations', 'finds a task by its external id'))).toEqual([
      'yes',
      'documented, never observed',
      '–',
    ]);
    expect(firstOf(row(all, 'all operations', 'callbacks'))).toEqual([
      'documented',
      'documented',
      '–',
    ]);
    expect(row(all, 'all operations', 'pages of a list')?.[0]).toMatch(
      /pageNum.*1,000.*pageSize.*500/,
    );
    const errors = firstOf(row(all, 'all operations', 'errors'));
    expect(errors?.[0]).toBe('{ code, message, request_id }');
    expect(errors?.[1]).toMatch(/\{ error: .* or \{ message, data: /);
    expect(firstOf(row(all, 'all operations', 'statuses'))?.[1]).toContain('524');
    const several = providerNames.findIndex((each) => placesOf(each).taskIds !== '');
    expect(row(all, 'all operations', 'textToVideo')?.[several]).toBe('create, get, list');
    expect(row(all, 'all operations', 'pages of a list')?.[several]).toMatch(
      /`cursor`.*`limit`.*500/,
    );
    expect(row(all, 'textToVideo: request', '`model`')?.[several]).toMatch(
      /kling-3.0-turbo.*required/,
    );
  });

  it('of differences leaves out what is the same everywhere', () => {
    for (const line of different.split('\n').filter((each) => /^\| [`a-z]/.test(each))) {
      const cells = line.split(/(?<!\\)\|/).slice(2, -1);
      expect(new Set(cells).size, line).toBeGreaterThan(1);
    }
    expect(row(all, 'textToAudio: request', '`prompt`')).toBeDefined();
    expect(row(different, 'textToAudio: request', '`prompt`')).toBeUndefined();
  });

  it('of differences has every difference of the requests', () => {
    for (const operation of new Set(tasks.map(([, name]) => name))) {
      const offering = tasks.filter(([, name]) => name === operation);
      const schemas = offering.map(([at]) => inputSchema(at, operation).properties ?? {});
      for (const field of Object.keys(schemas[0] ?? {})) {
        const isOffered = new Set(schemas.map((each) => field in each)).size > 1;
        if (isOffered) expect(different).toContain(`\`${field}\``);
      }
    }
  });
});

describe('where providers differ', () => {
  const cells = { klingai: 'a', cometapi: 'b' };

  it('merges rows that are alike, and then tables', () => {
    const rows = [
      { what: '`x`', cells },
      { what: '`y`', cells: { ...cells } },
    ];
    const tables = [
      { title: 'first', rows },
      { title: 'second', rows },
    ];
    expect(keepDifferences(tables)).toEqual([
      { title: 'first, second', rows: [{ what: '`x`, `y`', cells }] },
    ]);
  });

  it('leaves out a field whose missing object says the same', () => {
    const only = { klingai: 'an object' };
    const rows = [
      { what: '`o`', cells: only },
      { what: '`o.x`', cells: { klingai: 'text' } },
      { what: '`o.list[].y`', cells: { klingai: 'text', deerapi: 'text' } },
    ];
    const [table] = keepDifferences([{ title: 't', rows }]);
    expect(table?.rows.map(({ what }) => what)).toEqual(['`o`', '`o.list[].y`']);
  });
});

describe('the docs', () => {
  const between = (page: string, name: string) =>
    readFileSync(page, 'utf8').split(`<!-- ${name} -->`)[1]?.split(`<!-- /${name} -->`)[0];

  it('has the differences as they are, of what more than one provider has', () => {
    const tablesOf = (text = '') => text.split('\n\n').filter((each) => each.startsWith('|'));
    const alone = [...tasks, ...calls].flatMap(([, name]) =>
      providersOf(name).length > 1 ? [] : [name],
    );
    const isCompared = (table: string) =>
      !table
        .split(' | ')[0]
        ?.split(', ')
        .every((each) => alone.some((name) => each.replace('| ', '').startsWith(`${name}:`)));
    expect(tablesOf(between('docs/contracts.md', 'matrix')).sort(), 'run npm run docs').toEqual(
      tablesOf(different.trim()).filter(isCompared).sort(),
    );
  });

  it('has every kind of finding, with what it means and an example', () => {
    const list = between('docs/findings.md', 'kinds') ?? '';
    for (const [kind, { means }] of Object.entries(kinds)) {
      expect(list).toContain(`| \`${kind}\` |`);
      expect(list).toContain(means);
    }
  });
});
