import { createHash } from 'node:crypto';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core';
import { publint } from 'publint';
import { Rolldown } from 'tsdown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notes } from '../../generated/media.ts';
import { providerNames } from '../../src/documents/documents.ts';
import * as client from '../../src/index.ts';
import * as node from '../../src/node/index.ts';
import * as proxy from '../../src/proxy/index.ts';
import * as webhooks from '../../src/webhooks/index.ts';
import { blocksIn, pages } from '../support/docs.ts';
import { manifestOf, type PackageName, packAll, packageFolders, run } from '../support/packages.ts';

const names = Object.keys(packageFolders) as PackageName[];

let folder: string;
let tarballs: Record<PackageName, string>;
/** What the program printed that uses the packages. */
let said: { imported: unknown; mock: unknown; inBrowser: unknown };

const inRepository = (...path: string[]) => resolve('node_modules', ...path);

/** What a project may have that has nothing to do with us: only names and versions matter. */
const others = {
  ajv: '6.12.6',
  yaml: '1.10.2',
  '@stoplight/prism-http': '5.16.0',
  'openapi-fetch': '0.9.8',
  vitest: '0.34.6',
};

/**
 * Puts what is in the tarballs into a project, as npm would beside other versions of what we need: that lies below our
 * package, and nothing else. `action.test.ts` installs with npm itself.
 */
async function place(): Promise<void> {
  for (const [name, version] of Object.entries(others)) {
    await mkdir(installed(name), { recursive: true });
    await writeFile(join(installed(name), 'package.json'), JSON.stringify({ name, version }));
  }
  for (const name of names) {
    await mkdir(installed(name), { recursive: true });
    const into = ['-C', installed(name), '--strip-components=1'];
    await run('tar', ['-xzf', tarballs[name], ...into], folder);
    const { dependencies = {} } = await manifestOf(name);
    const foreign = Object.keys(dependencies).filter((each) => !(each in packageFolders));
    await linkAt(join('node_modules', name), foreign);
  }
  await writeFile(join(folder, 'package.json'), '{ "type": "module", "private": true }');
}

/** Where a package lies in the project. */
const installed = (name: string) => join(folder, 'node_modules', name);

/** All packages that an install of a package brings, by the lock file of this repository. */
async function broughtBy(name: PackageName): Promise<Set<string>> {
  const { packages } = JSON.parse(await readFile('package-lock.json', 'utf8'));
  const brought = new Set(Object.keys((await manifestOf(name)).dependencies ?? {}));
  for (const each of brought)
    for (const other of Object.keys(packages[`node_modules/${each}`]?.dependencies ?? {}))
      brought.add(other);
  return brought;
}

/** All files below a folder, by path. */
async function filesBelow(from: string): Promise<string[]> {
  const entries = await readdir(from, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(from, join(entry.parentPath, entry.name)));
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kling-fetch-package-'));
  tarballs = await packAll(folder);
  await place();
  await writeFile(join(folder, 'form.js'), form);
  const bundle = await Rolldown.rolldown({ input: join(folder, 'form.js'), platform: 'browser' });
  const [{ code, imports }] = (await bundle.generate()).output;
  await bundle.close();
  expect(imports).toEqual([]);
  await writeFile(join(folder, 'form.mjs'), code);
  await writeFile(join(folder, 'program.mjs'), program);
  said = JSON.parse(await run(process.execPath, ['program.mjs'], folder));
});
afterAll(() => rm(folder, { recursive: true }));

/** What is made for browsers. */
const form = `
  import { check, inputSchema } from 'kling-fetch-cli/contract';
  export const found = check(inputSchema('cometapi', 'textToAudio'), { prompt: 'x', duration: 2 });`;

/** One program for all that is run, as each one would load the packages anew. */
const program = `
  import { createRequire } from 'node:module';
  import { createKling, cometapi, klingai, TaskFailedError } from 'kling-fetch';
  import { save } from 'kling-fetch/node';
  import { check, inputSchema } from 'kling-fetch-cli/contract';
  import { startMock } from 'kling-fetch-cli/mock';
  import { found as inBrowser } from './form.mjs';
  const { openapi } = createRequire(import.meta.url)('kling-fetch-cli/openapi/corrected/klingai.json');
  const { textToAudio } = createKling(cometapi, { apiKey: 'x' });
  const found = check(inputSchema('cometapi', 'textToAudio'), { prompt: 'x', duration: 2 });

  const mock = await startMock({ speed: 'instant' });
  const options = { baseUrl: mock.url + '/klingai', interval: 10 };
  const kling = createKling(klingai, { apiKey: 'any' }, options);
  const { audios } = await kling.textToAudio.run({ prompt: 'rain', duration: 3 });
  const file = await fetch(audios[0].url_mp3);
  const page = await fetch(mock.url + '/_mock/app/page.js');
  await mock.close();
  console.log(JSON.stringify({
    imported: [typeof textToAudio.run, typeof save, TaskFailedError.name, found[0]?.field, openapi],
    mock: [file.headers.get('content-type'), page.status],
    inBrowser: inBrowser[0]?.field,
  }));`;

/** Puts packages of this repository into the `node_modules` of a folder below the project. */
async function linkAt(name: string, packages: string[]) {
  for (const each of packages) {
    const to = join(folder, name, 'node_modules', each);
    await mkdir(dirname(to), { recursive: true });
    await symlink(inRepository(each), to, 'junction');
  }
}

/** The same beside our second package. */
async function link(name: string, packages: string[]) {
  await linkAt(name, packages);
  // Not a link, which would look for the others where it leads.
  const ours = join('node_modules', 'kling-fetch-cli');
  await cp(join(folder, ours), join(folder, name, ours), { recursive: true });
}

/** Compiles programs in a folder below the project, with the compiler of this repository. */
async function compile(name: string, programs: Record<string, string>, options: object) {
  const project = join(folder, name);
  await mkdir(project, { recursive: true });
  for (const [file, text] of Object.entries(programs)) await writeFile(join(project, file), text);
  const compilerOptions = { strict: true, noEmit: true, ...options };
  const files = Object.keys(programs);
  await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
  await run(process.execPath, [inRepository('typescript7', 'bin', 'tsc'), '-p', project], folder);
}

const underNode = {
  target: 'es2023',
  module: 'nodenext',
  types: ['node'],
  typeRoots: [resolve('node_modules/@types')],
};

describe('both packages, beside other versions of what they and our tools use', () => {
  it('import under this Node', () => {
    expect(said.imported).toEqual(['function', 'function', 'TaskFailedError', 'duration', '3.1.0']);
  });

  it('start a mock that answers', () => {
    expect(said.mock).toEqual(['audio/mpeg', 200]);
  });

  it('check input in a browser, too', () => {
    expect(said.inBrowser).toBe('duration');
  });

  const use = `import { createKling, klingai, type Output } from 'kling-fetch';
    const kling = createKling(klingai, { accessKey: 'a', secretKey: 's' });
    export const result: Promise<Output<typeof kling.textToAudio>> =
      kling.textToAudio.run({ prompt: 'rain', duration: 5 });
    export const url: Promise<string | undefined> = result.then(({ audios }) => audios[0]?.url_mp3);
    // @ts-expect-error the duration is a number
    kling.textToAudio.run({ prompt: 'rain', duration: '5' });`;

  it('have types as a bundler finds them, which need no types of Node', () =>
    compile(
      'bundler',
      { 'program.ts': use },
      {
        skipLibCheck: false,
        exactOptionalPropertyTypes: true,
        target: 'es2022',
        lib: ['es2022', 'dom', 'dom.iterable'],
        types: [],
        module: 'esnext',
        moduleResolution: 'bundler',
      },
    ));

  /** A program that has the types of every entry point of these. */
  async function entriesWhere(isWanted: (entry: string) => boolean) {
    const entries = await Promise.all(
      names.map(async (name) => {
        const { exports } = await manifestOf(name);
        return Object.keys(exports)
          .filter((entry) => !/json|openapi/.test(entry) && isWanted(entry))
          .map((entry) => name + entry.slice(1).replace('*', 'klingai'));
      }),
    );
    const lines = entries.flat().map((entry, nth) => `export * as entry${nth} from '${entry}';`);
    return { count: lines.length, 'all.ts': lines.join('\n') };
  }
  /** What a project has that tests with one of these runners. */
  const runners = { vitest: 'vitest', jest: '@jest/globals', playwright: '@playwright/test' };
  const isForRunner = (entry: string) => entry.slice(2) in runners;

  it('have types at every entry point as Node finds them, that need no other package', async () => {
    const { count, ...program } = await entriesWhere((entry) => !isForRunner(entry));
    expect(count).toBeGreaterThan(6);
    const options = { ...underNode, exactOptionalPropertyTypes: true, skipLibCheck: false };
    await compile('all', { ...program, 'program.ts': use }, options);
  });

  it('have types for test runners that need nothing but that runner, and compile what the README and the docs show', async () => {
    const { count, ...program } = await entriesWhere(isForRunner);
    expect(count).toBe(3);
    const { peerDependencies = {} } = await manifestOf('kling-fetch-cli');
    expect(Object.values(runners).sort()).toEqual(Object.keys(peerDependencies).sort());
    await link('runners', Object.values(runners));
    const uses = `
      import { useMock } from 'kling-fetch-cli/jest';
      import { test as inPlaywright } from 'kling-fetch-cli/playwright';
      import { test as inVitest } from 'kling-fetch-cli/vitest';
      export const { session } = useMock({ speed: 60 });
      inVitest('x', ({ session }) => session.check());
      inPlaywright('x', async ({ page, session }) => void (await page.goto(session.url)));
      // @ts-expect-error there is no such fixture
      inPlaywright('x', async ({ sessions }) => sessions);`;
    // Only the docs have it: what is installed one folder up does not see it.
    await linkAt('runners/docs', ['msw']);
    const blocks = pages.flatMap((page) => blocksIn(page, 'ts'));
    expect(blocks.length).toBeGreaterThan(20);
    const shown = blocks.map(({ file, code }, nth) => [
      `docs/${file.replace(/\W/g, '-')}-${nth}.ts`,
      code,
    ]);
    // The runners' own types do not all compile without this.
    const options = { ...underNode, skipLibCheck: true };
    const programs = { ...program, 'uses.ts': uses, ...Object.fromEntries(shown) };
    await compile('runners', programs, options);
  });

  it('have one command', async () => {
    const { bin = {} } = await manifestOf('kling-fetch-cli');
    expect(Object.keys(bin)).toEqual(['kling-fetch']);
    const file = join(installed('kling-fetch-cli'), bin['kling-fetch'] ?? '');
    expect(await readFile(file, 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    expect(await run(process.execPath, [file, 'drift', 'matrix'], folder)).toContain('textToAudio');
  });

  it('have maps for all that names one, and declarations that name none', async () => {
    for (const name of names) {
      const root = installed(name);
      const files = (await filesBelow(root)).filter((file) => /\.(js|ts|css)$/.test(file));
      for (const file of files) {
        const text = await readFile(join(root, file), 'utf8');
        const [, map] = /^\/\/# sourceMappingURL=(.+)$/m.exec(text.slice(-200)) ?? [];
        if (!map) continue;
        expect(file).not.toMatch(/\.d\.ts$/);
        const { sources, sourcesContent } = JSON.parse(
          await readFile(join(root, dirname(file), map), 'utf8'),
        );
        expect([file, sourcesContent.length]).toEqual([file, sources.length]);
      }
    }
  });

  it('ship no class twice: an error of one copy is not an instance of the other', async () => {
    const shared = [client, node, webhooks, proxy].flatMap(Object.values<unknown>);
    const classes = shared.flatMap((each) =>
      typeof each === 'function' && /^class\b/.test(String(each)) ? each.name : [],
    );
    expect(classes).toEqual(expect.arrayContaining(['KlingError', 'SaveError', 'FileError']));
    const declared = new RegExp(
      `\\b(${classes.join('|')})(\\$\\d+)? = class\\b|class (${classes.join('|')})\\b`,
    );
    const root = installed('kling-fetch-cli');
    // The page is one script with all that it needs.
    const files = (await filesBelow(root)).filter((file) => /^dist.[\w-]+\.js$/.test(file));
    expect(files.length).toBeGreaterThan(10);
    for (const file of files)
      expect([file, declared.exec(await readFile(join(root, file), 'utf8'))?.[0]]).toEqual([
        file,
        undefined,
      ]);
  });

  it('ship no file twice', async () => {
    const paths = new Map<string, string[]>();
    for (const name of names) {
      const root = installed(name);
      for (const file of await filesBelow(root)) {
        // Each part has to say by itself under which licence it may be used.
        if (/LICENSE/.test(file)) continue;
        const text = await readFile(join(root, file));
        const hash = createHash('sha256').update(text).digest('hex');
        paths.set(hash, [...(paths.get(hash) ?? []), `${name}/${file}`]);
      }
    }
    const twice = [...paths.values()].filter((each) => each.length > 1);
    // Modules without code beside the types of a document.
    expect(twice.filter((each) => !each.every((path) => /generated.*\.js$/.test(path)))).toEqual(
      [],
    );
  });
});

describe('kling-fetch alone', () => {
  it('is one package of at most 880 kB on disk, without peers and commands', async () => {
    // So an install of it brings no other, whatever a project has.
    const { dependencies, optionalDependencies, peerDependencies, bin } =
      await manifestOf('kling-fetch');
    expect({ dependencies, optionalDependencies, peerDependencies, bin }).toEqual({});
    const root = installed('kling-fetch');
    const files = await filesBelow(root);
    // In blocks of 4 kB, as most file systems count; each folder is one.
    const folders = new Set(files.map((file) => file.split(/[/\\]/).slice(0, -1).join()));
    const sizes = await Promise.all(files.map(async (file) => (await stat(join(root, file))).size));
    const blocks = sizes.map((size) => Math.ceil(size / 4_096));
    const total = (blocks.reduce((sum, each) => sum + each, 0) + folders.size) * 4;
    expect(total).toBeGreaterThan(100);
    expect(total).toBeLessThanOrEqual(880);
  });
});

describe('kling-fetch-cli', () => {
  it('brings few packages, and needs exactly this version of the client', async () => {
    const { version } = await manifestOf('kling-fetch');
    const { version: own, dependencies = {} } = await manifestOf('kling-fetch-cli');
    expect([own, dependencies['kling-fetch']]).toEqual([version, version]);
    const brought = await broughtBy('kling-fetch-cli');
    expect(brought).toContain('fast-deep-equal');
    expect(brought.size).toBeLessThanOrEqual(11);
  });
});

describe.each(names)('the packed tarball of %s', (name) => {
  it('has no fault that publint knows', async () => {
    const { buffer } = Uint8Array.from(await readFile(tarballs[name]));
    expect(await publint({ strict: true, pack: { tarball: buffer } })).toMatchObject({
      messages: [],
    });
  });

  it('has types where every resolver finds them', async () => {
    const packed = createPackageFromTarballData(await readFile(tarballs[name]));
    const result = await checkPackage(packed);
    if (!result.types) throw new Error('it has no types');
    const { exports } = await manifestOf(name);
    const entries = Object.keys(exports).filter((entry) => !/\*|json/.test(entry));
    expect(Object.keys(result.entrypoints)).toEqual(expect.arrayContaining(entries));
    // A package that is ESM only has problems with these two by design.
    const others = result.problems.filter(
      (problem) =>
        !('resolutionKind' in problem && /^node1(0|6-cjs)$/.test(problem.resolutionKind)),
    );
    expect(others).toEqual([]);
  });

  it('is built before it is packed', async () => {
    // In a clone, there is nothing else in it than what the build makes.
    expect((await manifestOf(name)).scripts?.prepack).toMatch(/build/);
  });

  it('has the licences of what is built in, types included', async () => {
    const dist = join(installed(name), 'dist');
    const files = (await filesBelow(dist)).filter((file) => /\.(js|ts|txt)$/.test(file));
    const texts = await Promise.all(files.map((file) => readFile(join(dist, file), 'utf8')));
    const all = texts.join('\n');
    const namesOf = (found: RegExp) => Array.from(all.matchAll(found), ([, other]) => other);
    const licensed = namesOf(/^(\S+) \d\S+ \(/gm);
    const builtIn = namesOf(/^\/\/#region node_modules\/((?:@[^/]+\/)?[^/]+)/gm);
    expect(builtIn.filter((other) => !licensed.includes(other))).toEqual([]);
  });

  it('has its licence and a README, and no source or test', async () => {
    const files = (await run('tar', ['-tzf', tarballs[name]], folder)).split('\n');
    expect(files).toEqual(expect.arrayContaining(['package/LICENSE', 'package/README.md']));
    expect(files.filter((file) => /\/(src|test|scripts|node_modules)\//.test(file))).toEqual([]);
  });
});

it('each package has the form of the documents that its users want', async () => {
  for (const provider of providerNames) {
    const has = (name: PackageName, path: string) =>
      readFile(join(installed(name), 'dist', path.replace('*', provider)), 'utf8');
    const json = await has('kling-fetch-cli', 'openapi/corrected/*.json');
    expect(JSON.parse(json).openapi).toBe('3.1.0');
    expect(await has('kling-fetch', 'generated/*.d.ts')).toMatch(
      /^export type TextToVideo\w*Input = /m,
    );
    for (const path of ['*.yaml', 'overlays/*.yaml', 'corrected/*.yaml'])
      expect(await has('kling-fetch-cli', `openapi/${path}`)).toContain('openapi');
  }
});

it('of what is generated, the types of the documents are offered, and nothing else', async () => {
  const { exports } = await manifestOf('kling-fetch');
  const offered = Object.keys(exports).filter((entry) => /generated/.test(entry));
  expect(offered.sort()).toEqual(providerNames.map((name) => `./generated/${name}`).sort());
});

it('the pieces of the mock’s files are in kling-fetch-cli alone, and read when a file is', async () => {
  const note = notes[0] ?? '';
  expect(note.length).toBeGreaterThan(1_000);
  const holders: string[] = [];
  const importers: string[] = [];
  for (const name of names) {
    const root = installed(name);
    for (const file of (await filesBelow(root)).filter((each) => each.endsWith('.js'))) {
      const text = await readFile(join(root, file), 'utf8');
      if (text.includes(note)) holders.push(`${name}/${basename(file)}`);
      if (/(from|import) ?['"]\.\/media\.js['"]/.test(text)) importers.push(file);
    }
  }
  expect(holders).toEqual(['kling-fetch-cli/media.js']);
  expect(importers, 'it is imported at start').toEqual([]);
});
