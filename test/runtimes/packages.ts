/** The packages as they are published: packed, and installed where the programs for the runtimes find them. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { packAll } from '../support/packages.ts';

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

const inRuntimes = (path: string) => here(`./node_modules/${path}`);
const readJson = async (file: string) => JSON.parse(await readFile(file, 'utf8'));

/** What the lock file of an installation says about a file. */
const integrityOf = async (file: string) =>
  `sha512-${createHash('sha512')
    .update(await readFile(file))
    .digest('base64')}`;

/**
 * Packs the packages, which `npm run build` has built, and installs them beside the runtimes, unless these very ones are there.
 * Returns the paths of the tarballs by the names of their packages.
 */
export async function installPackages(): Promise<Record<string, string>> {
  await mkdir(made, { recursive: true });
  const tarballs = await packAll(made);
  const lock = inRuntimes('.package-lock.json');
  const installed = existsSync(lock) ? (await readJson(lock)).packages : {};
  const isThere = async ([name, file]: [string, string]) =>
    installed[`node_modules/${name}`]?.integrity === (await integrityOf(file));
  const areThere = await Promise.all(Object.entries(tarballs).map(isThere));
  if (areThere.includes(false)) {
    const flags = ['no-save', 'no-package-lock', 'ignore-scripts', 'no-audit', 'no-fund'];
    const options = flags.map((flag) => `--${flag}`);
    await run(['npm', 'install', ...options, ...Object.values(tarballs)], here('.'));
  }
  return tarballs;
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
