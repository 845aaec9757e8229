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
import { Rolldown } from 'tsdown';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { notes } from '../../generated/media.ts';
import { providerNames } from '../../src/documents/documents.ts';
import { blocksIn, pages } from '../support/docs.ts';
import { manifestOf, type PackageName, packAll, packageFolders, run } from '../support/packages.ts';

const names = Object.keys(packageFolders) as PackageName[];

let folder: string;
let tarballs: Record<PackageName, string>;

const inRepository = (...path: string[]) => resolve('node_modules', ...path);

/** Installs into a project. What `npm ci` has fetched for this repository is enough. */
const install = (project: string, packages: PackageName[]) => {
  const flags = ['--prefer-offline', '--no-audit', '--no-fund'];
  return run('npm', ['install', ...flags, ...packages.map((name) => tarballs[name])], project);
};

/** Makes a folder with a project that has these packages, of which only names and versions matter. */
async function makeProject(name: string, dependencies: Record<string, string> = {}) {
  const project = join(folder, name);
  for (const [other, version] of Object.entries(dependencies)) {
    await mkdir(join(project, 'others', other), { recursive: true });
    const manifest = JSON.stringify({ name: other, version });
    await writeFile(join(project, 'others', other, 'package.json'), manifest);
  }
  await mkdir(project, { recursive: true });
  const links = Object.keys(dependencies).map((other) => [other, `file:others/${other}`]);
  const manifest = { type: 'module', private: true, dependencies: Object.fromEntries(links) };
  await writeFile(join(project, 'package.json'), JSON.stringify(manifest));
  return project;
}

/** The packages that an install has brought, by path. */
async function installedIn(project: string): Promise<string[]> {
  const text = await readFile(join(project, 'node_modules', '.package-lock.json'), 'utf8');
  return Object.keys(JSON.parse(text).packages).map((path) => path.replace(/^node_modules\//, ''));
}

/** A command that an install has linked; what npx would run, without the start of npm. */
const commandIn = (project: string, name: string) => join(project, 'node_modules', '.bin', name);

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
  await makeProject('.');
  await install(folder, names);
});
afterAll(() => rm(folder, { recursive: true }));

const program = `
  import { createRequire } from 'node:module';
  import { createKling, cometapi, TaskFailedError } from 'kling-fetch';
  import { save } from 'kling-fetch/node';
  import { check, inputSchema } from 'kling-fetch-cli/contract';
  const { openapi } = createRequire(import.meta.url)('kling-fetch-cli/openapi/corrected/klingai.json');
  const kling = createKling(cometapi, { apiKey: 'x' });
  const found = check(inputSchema('cometapi', 'textToAudio'), { prompt: 'x', duration: 2 });
  console.log(typeof kling.textToAudio.run, typeof save, TaskFailedError.name, found[0]?.field, openapi);
`;

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

describe('both packages, installed into an empty project', () => {
  it('import under this Node', async () => {
    await writeFile(join(folder, 'program.mjs'), program);
    const printed = 'function function TaskFailedError duration 3.1.0';
    expect(await run(process.execPath, ['program.mjs'], folder)).toBe(printed);
  });

  it.each(['bundler', 'nodenext'])('have types under moduleResolution %s', (resolution) =>
    compile(
      resolution,
      {
        'program.ts': `import { createKling, klingai, type Output } from 'kling-fetch';
       const kling = createKling(klingai, { accessKey: 'a', secretKey: 's' });
       export const result: Promise<Output<typeof kling.textToAudio>> =
         kling.textToAudio.run({ prompt: 'rain', duration: 5 });
       export const url: Promise<string | undefined> = result.then(({ audios }) => audios[0]?.url_mp3);
       // @ts-expect-error the duration is a number
       kling.textToAudio.run({ prompt: 'rain', duration: '5' });`,
      },
      {
        // All declarations once: how they are found does not change what is in them.
        skipLibCheck: resolution === 'bundler',
        exactOptionalPropertyTypes: true,
        target: 'es2022',
        lib: ['es2022', 'dom', 'dom.iterable'],
        types: [],
        module: resolution === 'bundler' ? 'esnext' : 'nodenext',
        moduleResolution: resolution,
      },
    ),
  );

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

  it('have types at every entry point that need no other package', async () => {
    const { count, ...program } = await entriesWhere((entry) => !isForRunner(entry));
    expect(count).toBeGreaterThan(6);
    await compile('all', program, { ...underNode, skipLibCheck: false });
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
    // That of the package itself is run below.
    expect(await run(commandIn(folder, 'kling-fetch'), ['--help'], folder)).toMatch(
      /kling-fetch .*text-to-audio/s,
    );
  });

  it('start a mock that answers', async () => {
    const text = `
      import { createKling, klingai } from 'kling-fetch';
      import { startMock } from 'kling-fetch-cli/mock';
      const mock = await startMock({ speed: 'instant' });
      const options = { baseUrl: mock.url + '/klingai', interval: 10 };
      const kling = createKling(klingai, { apiKey: 'any' }, options);
      const { audios } = await kling.textToAudio.run({ prompt: 'rain', duration: 3 });
      const file = await fetch(audios[0].url_mp3);
      const page = await fetch(mock.url + '/_mock/app/page.js');
      console.log(file.headers.get('content-type'), page.status);
      await mock.close();`;
    await writeFile(join(folder, 'mock.mjs'), text);
    expect(await run(process.execPath, ['mock.mjs'], folder)).toBe('audio/mpeg 200');
  });

  it('have maps for all that names one, and declarations that name none', async () => {
    for (const name of names) {
      const root = join(folder, 'node_modules', name);
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

  it('check input in a browser, too', async () => {
    const text = `
      import { check, inputSchema } from 'kling-fetch-cli/contract';
      export const found = check(inputSchema('cometapi', 'textToAudio'), { prompt: 'x', duration: 2 });`;
    await writeFile(join(folder, 'form.js'), text);
    const build = await Rolldown.rolldown({ input: join(folder, 'form.js'), platform: 'browser' });
    const [{ code, imports }] = (await build.generate()).output;
    await build.close();
    expect(imports).toEqual([]);
    await writeFile(join(folder, 'form.mjs'), `${code}\nconsole.log(found[0].field);`);
    expect(await run(process.execPath, ['form.mjs'], folder)).toBe('duration');
  });

  it('ship no file twice', async () => {
    const paths = new Map<string, string[]>();
    for (const name of names) {
      const root = join(folder, 'node_modules', name);
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

describe('beside old and other versions of what our tools use', () => {
  /** What a project may have that has nothing to do with us. */
  const others = {
    ajv: '6.12.6',
    yaml: '1.10.2',
    '@stoplight/prism-http': '5.16.0',
    'openapi-fetch': '0.9.8',
    vitest: '0.34.6',
  };
  let project: string;
  beforeAll(async () => {
    project = await makeProject('beside', others);
    await install(project, names);
  });

  it('kling-fetch runs', async () => {
    const text = program.replace(/.*(contract|inputSchema).*\n/g, '').replace(/found\S+ /, '');
    await writeFile(join(project, 'program.mjs'), text);
    const printed = 'function function TaskFailedError 3.1.0';
    expect(await run(process.execPath, ['program.mjs'], project)).toBe(printed);
  });

  it('kling-fetch-cli brings its own, and runs', async () => {
    const help = ['drift', 'matrix'];
    expect(await run(commandIn(project, 'kling-fetch'), help, project)).toContain('textToAudio');
    expect(await installedIn(project)).toContain('kling-fetch-cli/node_modules/ajv');
  });
});

describe('kling-fetch alone', () => {
  it('is one package of at most 880 kB on disk, without peers and commands', async () => {
    // So an install of it brings no other, whatever a project has.
    const { dependencies, optionalDependencies, peerDependencies, bin } =
      await manifestOf('kling-fetch');
    expect({ dependencies, optionalDependencies, peerDependencies, bin }).toEqual({});
    const root = join(folder, 'node_modules', 'kling-fetch');
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
    const tools = (await installedIn(folder)).filter((path) => !/others/.test(path));
    expect(tools.length).toBeLessThanOrEqual(12);
  });
});

describe.each(names)('the packed tarball of %s', (name) => {
  it('has no fault that publint knows', async () => {
    const publint = inRepository('publint', 'src', 'cli.js');
    const args = [publint, 'run', '--strict', tarballs[name]];
    expect(await run(process.execPath, args, folder)).toMatch(/All good/);
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
    const dist = join(folder, 'node_modules', name, 'dist');
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
      readFile(join(folder, 'node_modules', name, 'dist', path.replace('*', provider)), 'utf8');
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
    const root = join(folder, 'node_modules', name);
    for (const file of (await filesBelow(root)).filter((each) => each.endsWith('.js'))) {
      const text = await readFile(join(root, file), 'utf8');
      if (text.includes(note)) holders.push(`${name}/${basename(file)}`);
      if (/(from|import) ?['"]\.\/media\.js['"]/.test(text)) importers.push(file);
    }
  }
  expect(holders).toEqual(['kling-fetch-cli/media.js']);
  expect(importers, 'it is imported at start').toEqual([]);
});
