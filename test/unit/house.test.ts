import { describe, expect, it } from 'vitest';
import { client, rooms } from '../support/house.ts';
import {
  filesIn,
  functionsOf,
  importsIn,
  importsOf,
  linesOfCode,
  sourceOf,
} from '../support/source.ts';

const src = filesIn('src');
const generated = filesIn('generated');
const everything = [...src, ...generated, ...['scripts', 'test', 'bench'].flatMap(filesIn)];
const clientFiles = src.filter((file) => file.startsWith('src/client/'));
const short = (path: string) => path.replace(/^src\/client\//, '').replace(/\.ts$/, '');
const linesIn = (file: string) => sourceOf(file).trimEnd().split('\n').length;

/** The room of a file: the deepest folder that the table names. */
const roomOf = (file: string) =>
  Object.keys(rooms)
    .sort((a, b) => b.length - a.length)
    .find((room) => file === room || file.startsWith(`${room}/`)) ?? file.split('/')[0];

describe('imports', () => {
  it('go in one direction through the client, as the table says', () => {
    const found = clientFiles.map((file) => [
      short(file),
      importsOf(file).map(short).sort().join(' '),
    ]);
    expect(Object.fromEntries(found)).toEqual(client);
  });

  it('make no cycle anywhere, not even between types', () => {
    const left = new Map(
      everything.map((file) => [file, importsOf(file).filter((to) => everything.includes(to))]),
    );
    for (let before = -1; before !== left.size; ) {
      before = left.size;
      for (const [file, imports] of left)
        if (!imports.some((to) => left.has(to))) left.delete(file);
    }
    expect([...left.keys()]).toEqual([]);
  });

  it.each(Object.entries(rooms))('of %s stay within %s', (room, others) => {
    const edges = src
      .filter((file) => roomOf(file) === room)
      .flatMap((file) => importsOf(file).map((to) => ({ file, to, other: roomOf(to) ?? to })))
      .filter(({ to }) => /^(src|generated|openapi|scripts|test)\//.test(to))
      .filter(({ other }) => {
        const isIn = (allowed: string) => other === allowed || other.startsWith(`${allowed}/`);
        return !isIn(room) && !others.some(isIn);
      });
    expect(edges).toEqual([]);
  });

  it('of rooms make no cycle, not even through a third one', () => {
    const edges = src.flatMap((file) =>
      importsOf(file)
        .filter((to) => src.includes(to) && roomOf(to) !== roomOf(file))
        .map((to) => [roomOf(file) ?? '', roomOf(to) ?? ''] as const),
    );
    const left = new Set(Object.keys(rooms));
    for (let before = -1; before !== left.size; ) {
      before = left.size;
      for (const room of left)
        if (!edges.some(([from, to]) => from === room && left.has(to))) left.delete(room);
    }
    expect([...left]).toEqual([]);
  });

  it('there are none in what is generated', () => {
    expect(generated.length).toBeGreaterThan(0);
    expect(generated.flatMap((file) => importsOf(file))).toEqual([]);
  });
});

describe('sizes', () => {
  it('no file has more than 400 lines, and no function more than 60', () => {
    expect(src.filter((file) => linesIn(file) > 400)).toEqual([]);
    const functions = src.flatMap((file) => functionsOf(file));
    expect(functions.length).toBeGreaterThan(1_000);
    expect(functions.filter(({ lines }) => lines > 60)).toEqual([]);
  });

  it('a file of less than 40 lines with one importer is a paragraph of that one', () => {
    const importers = (file: string) => src.filter((other) => importsOf(other).includes(file));
    const fragments = src.filter(
      (file) => !file.endsWith('/index.ts') && linesIn(file) < 40 && importers(file).length === 1,
    );
    expect(fragments).toEqual([]);
  });

  // The client's went up by 200 for calls, what is kept and the dialects, and by 400 for what the second generation has of its own:
  // queries of twenty ids, lists by cursor, and fields that are refused because they would be ignored and charged. That of src went
  // up for all of Kling's operations, their files, models and prices, and for that generation. From here both go down. The table of
  // operations is not counted: a line of it is data, and whoever adds one has nothing to take out elsewhere.
  it('the client has less than 2,333 lines of code, and src no more than 32,666 lines in 216 files', () => {
    const isCounted = (file: string) => file !== 'src/client/operations.ts';
    expect(src.filter(isCounted).length).toBe(src.length - 1);
    const counted = clientFiles.filter(isCounted).map((file) => linesOfCode(file));
    const lines = counted.reduce((sum, each) => sum + each, 0);
    expect(lines).toBeLessThan(2_333);
    expect(lines).toBeGreaterThan(300);
    const all = src.filter(isCounted).map(linesIn);
    expect(all.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(32_666);
    expect(src.length).toBeLessThan(216);
  });
});

describe('one place for one fact', () => {
  const filesWith = (pattern: RegExp) => src.filter((file) => pattern.test(sourceOf(file)));

  it('what an object of JSON is', () => {
    const guards =
      /value is (JsonObject|object|Record<string, unknown>)|=== 'object'[^;]*!Array\.isArray/;
    expect(filesWith(guards)).toEqual(['src/client/json.ts']);
  });

  it('how a JSON pointer is written', () => {
    expect(filesWith(/['"`]~[01]['"`]/)).toEqual(['src/documents/json.ts']);
  });

  it('how a part of an address is decoded', () => {
    expect(filesWith(/decodeURIComponent/)).toEqual(['src/documents/json.ts']);
  });

  it('what the code of a refusal means', () => {
    // Of Kling's codes those that are no round number, which could be milliseconds.
    const codes = /(?<![\w'.])(100[1-4]|110[1-3]|120[1-3]|130[1-4]|500[12])(?![\w'])/;
    const code = (file: string) =>
      sourceOf(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*|'[^'\n]*'|`[^`]*`/g, '');
    expect(src.filter((file) => codes.test(code(file)))).toEqual(['src/client/refusals.ts']);
  });

  it('which words end a task', () => {
    expect(filesWith(/'(succeeded|completed)'|succeed\(ed\)/)).toEqual(['src/client/refusals.ts']);
  });

  it('what the address of this machine looks like', () => {
    expect(filesWith(/localhost\|?.*127\(|127\(.*localhost/)).toEqual(['src/client/connection.ts']);
  });
});

describe('the measure', () => {
  it('finds every kind of import', () => {
    const text = `import a from './a.ts'; import type { B } from '../b.ts'; import 'c';
      export * from './d.ts'; export type E = import('./e.ts').E; const f = import('node:f');
      // import './g.ts'
      const h = "import './h.ts'";`;
    const found = ['b.ts', 'c', 'node:f', 'src/a.ts', 'src/d.ts', 'src/e.ts'];
    expect(importsIn('src/x.ts', text)).toEqual(found);
  });

  it('counts lines with code in them, and no others', () => {
    const text =
      '/** About x. */\nconst x = `\n\n`; // three lines\n\n/*\n*/ if (x) {\n  // nothing\n}\n';
    expect(linesOfCode('src/x.ts', text)).toBe(5);
  });

  it('counts the lines of all kinds of functions', () => {
    const text = `function a() {\n\n}\nconst b = () =>\n 1;\nclass C { d() {\n} get e() { return 1 } }
      declare function f(): void;`;
    expect(functionsOf('src/x.ts', text)).toEqual([
      { at: 'src/x.ts:1', lines: 3 },
      { at: 'src/x.ts:5', lines: 1 },
      { at: 'src/x.ts:6', lines: 2 },
      { at: 'src/x.ts:7', lines: 1 },
    ]);
  });
});
