import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blocksIn, pages } from '../support/docs.ts';

const execute = promisify(execFile);
let folder: string;
let tarball: string;

/** Runs a program in the empty project; what it printed, or all of it in the error when it fails. */
async function run(command: string, args: string[], cwd = folder): Promise<string> {
  try {
    const { stdout } = await execute(command, args, { cwd });
    return stdout.trim();
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`);
  }
}

const inRepository = (...path: string[]) => resolve('node_modules', ...path);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kling-fetch-package-'));
  const pack = ['pack', '--json', '--ignore-scripts', `--pack-destination=${folder}`];
  const packed = JSON.parse(await run('npm', pack, process.cwd()));
  tarball = join(folder, Object.values<{ filename: string }>(packed)[0]?.filename ?? '');
  await writeFile(join(folder, 'package.json'), '{ "type": "module", "private": true }');
  await run('npm', ['install', '--no-audit', '--no-fund', tarball]);
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

const program = `
  import { createKling, cometapi, TaskFailedError } from 'kling-fetch';
  import { save } from 'kling-fetch/node';
  import { check, inputSchema } from 'kling-fetch-cli/contract';
  const kling = createKling(cometapi, { apiKey: 'x' });
  const found = check(inputSchema('cometapi', 'textToAudio'), { prompt: 'x', duration: 2 });
  console.log(typeof kling.textToAudio.run, typeof save, TaskFailedError.name, found[0]?.field);
`;

describe('installed into an empty project', () => {
  it('imports under this Node', async () => {
    await writeFile(join(folder, 'program.mjs'), program);
    const printed = 'function function TaskFailedError duration';
    expect(await run(process.execPath, ['program.mjs'])).toBe(printed);
  });

  it.each(['bundler', 'nodenext'])(
    'has types under moduleResolution %s',
    async (resolution) => {
      const project = join(folder, resolution);
      await mkdir(project);
      await writeFile(
        join(project, 'program.ts'),
        `import { createKling, klingai, type Output } from 'kling-fetch';
       const kling = createKling(klingai, { accessKey: 'a', secretKey: 's' });
       export const result: Promise<Output<typeof kling.textToAudio>> =
         kling.textToAudio.run({ prompt: 'rain', duration: 5 });
       export const url: Promise<string | undefined> = result.then(({ audios }) => audios[0]?.url_mp3);
       // @ts-expect-error the duration is a number
       kling.textToAudio.run({ prompt: 'rain', duration: '5' });`,
      );
      const options = {
        strict: true,
        noEmit: true,
        skipLibCheck: false,
        exactOptionalPropertyTypes: true,
        target: 'es2022',
        lib: ['es2022', 'dom', 'dom.iterable'],
        types: [],
        module: resolution === 'bundler' ? 'esnext' : 'nodenext',
        moduleResolution: resolution,
      };
      await writeFile(
        join(project, 'tsconfig.json'),
        JSON.stringify({ compilerOptions: options, files: ['program.ts'] }),
      );
      await run(process.execPath, [inRepository('typescript7', 'bin', 'tsc'), '-p', project]);
    },
    60_000,
  );

  it('has types that need none of the optional packages', async () => {
    const project = join(folder, 'all-types');
    await mkdir(project);
    const rooms = ['node', 'webhooks', 'proxy', 'mock', 'contract', 'drift'];
    const program = rooms.map((room) => `export * as ${room} from 'kling-fetch/${room}';`);
    await writeFile(join(project, 'program.ts'), program.join('\n'));
    const compilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: false,
      target: 'es2023',
      module: 'nodenext',
      types: ['node'],
      typeRoots: [resolve('node_modules/@types')],
    };
    const files = ['program.ts'];
    await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
    await run(process.execPath, [inRepository('typescript7', 'bin', 'tsc'), '-p', project]);
  });

  it('compiles what the README and the docs show', async () => {
    const project = join(folder, 'docs');
    await mkdir(join(project, 'node_modules'), { recursive: true });
    await symlink(inRepository('vitest'), join(project, 'node_modules', 'vitest'), 'junction');
    const blocks = pages.flatMap((page) => blocksIn(page, 'ts'));
    expect(blocks.length).toBeGreaterThan(20);
    const files = await Promise.all(
      blocks.map(async ({ file, code }, index) => {
        const name = `${file.replace(/\W/g, '-')}-${index}.ts`;
        await writeFile(join(project, name), code);
        return name;
      }),
    );
    const compilerOptions = {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: 'es2023',
      module: 'nodenext',
      types: ['node'],
      typeRoots: [resolve('node_modules/@types')],
    };
    await writeFile(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files }));
    await run(process.execPath, [inRepository('typescript7', 'bin', 'tsc'), '-p', project]);
  });

  it('has a command', async () => {
    expect(await run('npx', ['kling-fetch', '--help'])).toMatch(/kling-fetch .*text-to-audio/s);
  });

  it('brings openapi-fetch and its helpers, and nothing else', async () => {
    const installed = await readdir(join(folder, 'node_modules'));
    expect(installed.filter((name) => !name.startsWith('.'))).toEqual([
      'kling-fetch',
      'openapi-fetch',
      'openapi-typescript-helpers',
    ]);
  });
});

describe('the packed tarball', () => {
  it('has no fault that publint knows', async () => {
    const publint = inRepository('publint', 'src', 'cli.js');
    expect(await run(process.execPath, [publint, 'run', '--strict', tarball])).toMatch(/All good/);
  });

  it('has types where every resolver finds them', async () => {
    const attw = inRepository('@arethetypeswrong', 'cli', 'dist', 'index.js');
    const args = [attw, tarball, '--profile', 'esm-only', '--format', 'json'];
    const { problems, analysis } = JSON.parse(await run(process.execPath, args));
    expect(Object.keys(analysis.entrypoints)).toContain('./mock');
    // A package that is ESM only has these two by design.
    const others = Object.values<{ resolutionKind: string }[]>(problems)
      .flat()
      .filter(({ resolutionKind }) => !/^node1(0|6-cjs)$/.test(resolutionKind));
    expect(others).toEqual([]);
  }, 60_000);

  it('has the documents, their corrections and their types, and no source or test', async () => {
    const files = (await run('tar', ['-tzf', tarball])).split('\n');
    for (const name of ['klingai', 'cometapi', 'deerapi']) {
      expect(files).toContain(`package/openapi/${name}.yaml`);
      expect(files).toContain(`package/openapi/overlays/${name}.yaml`);
      expect(files).toContain(`package/openapi/corrected/${name}.json`);
      expect(files).toContain(`package/openapi/corrected/${name}.yaml`);
      expect(files).toContain(`package/dist/generated/${name}.d.ts`);
    }
    expect(files.filter((file) => /\/(test|scripts|node_modules)\//.test(file))).toEqual([]);
  });
});
