/** The packages as they are published: packed, and installed where the programs for the runtimes find them. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** The path of something in this folder. */
export const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Where programs and settings for the runtimes are put; git leaves it out. */
export const made = here('./dist');

/** Where Next puts what it builds. */
export const madeByNext = here('./next/dist');

/** A program that has failed, with all that it printed. */
export class ProgramError extends Error {
  override name = 'ProgramError';
  readonly output: string;

  constructor(command: string, output: string) {
    super(`${command}\n${output}`);
    this.output = output;
  }
}

/** Runs a program to its end, for ten minutes at most. Returns what it printed. @throws {ProgramError} */
export async function run(
  argv: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  const [command = '', ...args] = argv;
  const options = { cwd, env: { ...process.env, ...env }, timeout: 600_000, maxBuffer: 2 ** 26 };
  try {
    return (await promisify(execFile)(command, args, options)).stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new ProgramError(argv.join(' '), stdout + stderr || String(error));
  }
}

/** A packed package. */
interface Packed {
  name: string;
  filename: string;
  integrity: string;
}

const root = here('../..');
const inRuntimes = (path: string) => here(`./node_modules/${path}`);
const readJson = async (file: string) => JSON.parse(await readFile(file, 'utf8'));

/** Packs both packages, which `npm run build` has built. Returns the tarballs by the names of their packages. */
async function pack(): Promise<Record<string, Packed>> {
  await mkdir(made, { recursive: true });
  const command = ['npm', 'pack', '--json', '--ignore-scripts', `--pack-destination=${made}`];
  const packed = [[], ['--workspace=kling-fetch-cli']].map(async (which) => {
    const [one] = Object.values<Packed>(JSON.parse(await run([...command, ...which], root)));
    if (!one) throw new Error('npm pack has packed nothing');
    return [one.name, { ...one, filename: join(made, one.filename) }] as const;
  });
  return Object.fromEntries(await Promise.all(packed));
}

/**
 * Packs the packages and installs them beside the runtimes, unless these very ones are there. Returns the paths of the tarballs
 * by the names of their packages.
 */
export async function installPackages(): Promise<Record<string, string>> {
  const packed = Object.values(await pack());
  const lock = inRuntimes('.package-lock.json');
  const installed = existsSync(lock) ? (await readJson(lock)).packages : {};
  const isThere = packed.every(
    ({ name, integrity }) => installed[`node_modules/${name}`]?.integrity === integrity,
  );
  if (!isThere) {
    const flags = ['no-save', 'no-package-lock', 'ignore-scripts', 'no-audit', 'no-fund'];
    const files = packed.map(({ filename }) => filename);
    await run(['npm', 'install', ...flags.map((flag) => `--${flag}`), ...files], here('.'));
  }
  return Object.fromEntries(packed.map(({ name, filename }) => [name, filename]));
}

/** Imports from a package that is installed beside the runtimes. */
export const importPackage = (name: string) => import(name);

/** The version of a package that is installed beside the runtimes; undefined if it is not. */
export async function versionOf(name: string): Promise<string | undefined> {
  const manifest = inRuntimes(`${name}/package.json`);
  return existsSync(manifest) ? (await readJson(manifest)).version : undefined;
}

/** The file that a package has for a command; of its name, unless another is given. */
export async function commandOf(name: string, command = name): Promise<string> {
  const { bin } = await readJson(inRuntimes(`${name}/package.json`));
  return inRuntimes(`${name}/${typeof bin === 'string' ? bin : bin[command]}`);
}
