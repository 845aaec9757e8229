import { describe, expect, it } from 'vitest';
import { filesIn, functionsOf, importsOf, linesOfCode, sourceOf } from '../support/source.ts';

/** Who may import whom in the core, types included. Anything more is a decision, made here. */
const core: Record<string, string[]> = {
  auth: [],
  batch: ['errors', 'sleep'],
  client: [
    'connection',
    'errors',
    'limit',
    'openapi-fetch',
    'operation',
    'operations',
    'pace',
    'poll',
    'providers',
    'task',
    'types',
    'wheel',
  ],
  connection: ['auth', 'envelope', 'openapi-fetch', 'providers', 'retry', 'transport'],
  create: ['connection', 'envelope', 'errors', 'operations', 'retry', 'sleep'],
  envelope: ['errors'],
  errors: ['generated/klingai'],
  index: ['auth', 'client', 'errors', 'operations', 'pace', 'poll', 'providers', 'task', 'types'],
  limit: ['sleep'],
  operation: [
    'connection',
    'create',
    'errors',
    'operations',
    'pace',
    'poll',
    'retry',
    'sleep',
    'source',
    'task',
    'types',
  ],
  operations: [],
  pace: ['errors', 'operations'],
  poll: ['errors', 'sleep', 'wheel'],
  providers: [
    'auth',
    'batch',
    'generated/cometapi',
    'generated/deerapi',
    'generated/klingai',
    'generated/routes',
  ],
  retry: ['errors', 'sleep'],
  sleep: [],
  source: [
    'connection',
    'envelope',
    'errors',
    'limit',
    'operations',
    'pace',
    'poll',
    'retry',
    'wheel',
  ],
  task: ['errors', 'poll', 'sleep', 'wait'],
  transport: ['auth', 'errors', 'sleep'],
  types: ['operations', 'poll', 'task'],
  wait: ['errors', 'poll'],
  wheel: ['sleep'],
};

/** What each of the other parts may import from the project. */
const parts: Record<string, RegExp> = {
  'src/cli/': /^src\/(index\.ts|sleep\.ts|node\.ts|mock\/|contract\/|cli\/)/,
  'src/mock/':
    /^src\/(mock\/|contract\/|sleep\.ts|errors\.ts|operations\.ts|providers\.ts)|^generated\//,
  // In the browser: the client as anybody has it, and of the mock next to nothing but types.
  'src/mock/page/':
    /^src\/(mock\/(page\/|(control|decoded|journal|world)\.ts)|contract\/(check|document|documents|rules)\.ts|index\.ts)|^generated\//,
  'src/contract/':
    /^src\/(contract\/|sleep\.ts|errors\.ts|operations\.ts|providers\.ts|transport\.ts)|^generated\//,
};

const src = filesIn('src');
const generated = filesIn('generated');
/** Entry points of their own beside the core. */
const besides = new Set(['src/node.ts', 'src/webhooks.ts', 'src/proxy.ts']);
const coreFiles = src.filter((file) => /^src\/[^/]+$/.test(file) && !besides.has(file));
const short = (path: string) => path.replace(/^src\//, '').replace(/\.ts$/, '');

describe('imports', () => {
  it('go in one direction through the core, as the table says', () => {
    const found = coreFiles.map((file) => [short(file), importsOf(file).map(short).sort()]);
    expect(Object.fromEntries(found)).toEqual(core);
  });

  it('make no cycle anywhere in src, not even between types', () => {
    const left = new Map(
      src.map((file) => [file, importsOf(file).filter((to) => src.includes(to))]),
    );
    for (let before = -1; before !== left.size; ) {
      before = left.size;
      for (const [file, imports] of left)
        if (!imports.some((to) => left.has(to))) left.delete(file);
    }
    expect([...left.keys()]).toEqual([]);
  });

  it.each(Object.entries(parts))('of %s stay within %s', (folder, allowed) => {
    const edges = src
      .filter((file) => folder === Object.keys(parts).findLast((part) => file.startsWith(part)))
      .flatMap((file) => importsOf(file).map((to) => [file, to] as const))
      .filter(([, to]) => /^(src|generated|openapi|scripts|test)\//.test(to));
    expect(edges.filter(([, to]) => !allowed.test(to))).toEqual([]);
  });

  it('of what is generated are none', () => {
    expect(generated.length).toBeGreaterThan(0);
    expect(generated.flatMap((file) => importsOf(file))).toEqual([]);
  });
});

describe('sizes', () => {
  it.each(src)('%s has no more than 200 lines, and no function of more than 50', (file) => {
    expect(sourceOf(file).trimEnd().split('\n').length).toBeLessThanOrEqual(200);
    expect(functionsOf(file).filter(({ lines }) => lines > 50)).toEqual([]);
  });

  // The aim is 1,000; callbacks, recovery, small waits, their pace, and what chaos found brought it here.
  it('the core has less than 1,690 lines of code', () => {
    const lines = coreFiles.map((file) => linesOfCode(file)).reduce((sum, each) => sum + each, 0);
    expect(lines).toBeLessThan(1_690);
    expect(lines).toBeGreaterThan(300);
  });
});

describe('the measure', () => {
  it('finds every kind of import', () => {
    const text = `import a from './a.ts'; import type { B } from '../b.ts'; import 'c';
      export * from './d.ts'; export type E = import('./e.ts').E; const f = import('node:f');
      // import './g.ts'
      const h = "import './h.ts'";`;
    const found = ['b.ts', 'c', 'node:f', 'src/a.ts', 'src/d.ts', 'src/e.ts'];
    expect(importsOf('src/x.ts', text)).toEqual(found);
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
