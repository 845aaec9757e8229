/** Package managers: each installs the tarballs of both packages in an empty folder, and the project uses them. */
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Mock } from '../../../src/mock/index.ts';
import type { Measured } from '../findings.ts';
import { commandOf, here, run, versionOf } from '../packages.ts';
import { binaries } from '../runtimes.ts';
import { soundArguments, soundKey } from './platforms.ts';
import { expectResults, measureGrid, type Row } from './rows.ts';

/** A package manager, and how it starts what a project has installed. */
interface Manager {
  where: string;
  /** What of `binaries` it needs. */
  needs?: string;
  /** Arguments follow. */
  command: string[];
  install: string[];
  /** Starts a program of the project with Node. */
  node: string[];
  /** Starts a command of the project's packages. */
  execute: string[];
  env?: NodeJS.ProcessEnv;
}

async function listManagers(): Promise<Manager[]> {
  const registry = await askNpm('config', 'get', 'registry');
  const npm: Manager = {
    where: `npm ${await askNpm('--version')}`,
    command: ['npm'],
    install: ['install', '--no-audit', '--no-fund'],
    node: ['exec', '--', 'node'],
    execute: ['exec', '--no', '--'],
  };
  const pnpm: Manager = {
    where: `pnpm ${await versionOf('pnpm')}`,
    needs: 'pnpm',
    command: [binaries['pnpm'] ?? ''],
    install: ['install'],
    node: ['exec', 'node'],
    execute: ['exec'],
  };
  const yarn = async (how: string, linker: string): Promise<Manager> => ({
    where: `Yarn ${await versionOf('@yarnpkg/cli-dist')}, ${how}`,
    command: [process.execPath, await commandOf('@yarnpkg/cli-dist', 'yarn')],
    install: ['install'],
    node: ['node'],
    execute: ['exec'],
    env: {
      YARN_NPM_REGISTRY_SERVER: registry,
      YARN_NODE_LINKER: linker,
      YARN_ENABLE_TELEMETRY: '0',
      // In CI it would refuse to write the first lock file.
      YARN_ENABLE_IMMUTABLE_INSTALLS: 'false',
    },
  });
  return [npm, pnpm, await yarn('node-modules', 'node-modules'), await yarn('PnP', 'pnp')];
}

/** What npm says to these words. */
const askNpm = async (...words: string[]) => (await run(['npm', ...words], here('.'))).trim();

/** Makes a project that has both tarballs and the programs. */
async function createProject(folder: string, tarballs: Record<string, string>): Promise<void> {
  await mkdir(join(folder, 'saved'), { recursive: true });
  const files = Object.entries(tarballs).map(([name, path]) => [name, `file:${path}`]);
  const dependencies = Object.fromEntries(files);
  // The second depends on the first, which no registry has in this version.
  const own = { 'kling-fetch': dependencies['kling-fetch'] };
  const manifest = { private: true, type: 'module', dependencies, resolutions: own };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  await writeFile(join(folder, 'pnpm-workspace.yaml'), JSON.stringify({ overrides: own }));
  // So that Yarn takes no folder above this one for the project.
  await writeFile(join(folder, 'yarn.lock'), '');
  for (const name of ['cases.mjs', 'save.mjs', 'mock.mjs']) {
    await copyFile(here(`./programs/${name}`), join(folder, name));
  }
}

/** The rows of one package manager, which share a project. */
function rowsOf(manager: Manager, mock: Mock, project: string): Row[] {
  const { where, needs, command, install, node, execute, env } = manager;
  let installed: Promise<unknown> | undefined;
  const inProject = async (args: string[], more: NodeJS.ProcessEnv = {}) => {
    installed ??= run([...command, ...install], project, env);
    await installed;
    return run([...command, ...args], project, { ...env, ...more });
  };
  const saveFrom = async (mock: string) => {
    const told = JSON.stringify({ mock, folder: 'saved' });
    return JSON.parse(await inProject([...node, 'save.mjs', told]));
  };
  const tryOwnMock = async () => {
    const found = JSON.parse(await inProject([...node, 'mock.mjs', 'saved']));
    const isComplete = found.every((bytes: unknown) => Number(bytes) > 0);
    if (!isComplete) throw new Error(JSON.stringify(found));
  };
  const tryCommand = async () => {
    await inProject([...execute, 'kling-fetch', ...soundArguments(mock.url, 'saved')], soundKey);
  };
  return [
    { what: 'results saved', try: () => expectResults(mock, saveFrom) },
    { what: 'mock in the process', try: tryOwnMock },
    { what: 'command line', try: tryCommand },
  ].map((row) => ({ ...row, where, ...(needs && { needs }) }));
}

/** Installs the packages with each package manager, and uses them. */
export async function measureManagers(
  mock: Mock,
  tarballs: Record<string, string>,
): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'kling-fetch-managers-'));
  try {
    const rows: Row[] = [];
    for (const [nth, manager] of (await listManagers()).entries()) {
      const project = join(folder, String(nth));
      await createProject(project, tarballs);
      rows.push(...rowsOf(manager, mock, project));
    }
    return await measureGrid('package manager', rows);
  } finally {
    await rm(folder, { recursive: true });
  }
}
