import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

/** The folders of the packages that are published, by name. */
export const packageFolders = { 'kling-fetch': '.', 'kling-fetch-cli': 'packages/cli' } as const;

/** The name of a published package. */
export type PackageName = keyof typeof packageFolders;

/** What a package is made of. */
interface Manifest {
  version: string;
  files: string[];
  exports: Record<string, string>;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
  bin?: Record<string, string>;
  scripts?: Record<string, string>;
}

/** Runs a program; what it printed, or all of it in the error when it fails. */
export async function run(command: string, args: string[], cwd: string): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(command, args, { cwd });
    return stdout.trim();
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(`${command} ${args.join(' ')}\n${stdout}\n${stderr}`);
  }
}

/** Reads the manifest of a published package. */
export const manifestOf = async (name: PackageName): Promise<Manifest> =>
  JSON.parse(await readFile(join(packageFolders[name], 'package.json'), 'utf8'));

/** Packs both packages as npm publishes them. Returns the paths of the tarballs, by name. */
export async function packAll(folder: string): Promise<Record<PackageName, string>> {
  const flags = ['--json', '--ignore-scripts', `--pack-destination=${resolve(folder)}`];
  const folders = Object.values(packageFolders).map((path) => resolve(path));
  const packed = Object.values<{ name: string; filename: string }>(
    JSON.parse(await run('npm', ['pack', ...flags, ...folders], folder)),
  );
  const fileOf = (name: PackageName) =>
    join(folder, packed.find((each) => each.name === name)?.filename ?? '');
  return { 'kling-fetch': fileOf('kling-fetch'), 'kling-fetch-cli': fileOf('kling-fetch-cli') };
}

/** Puts both packages into the `node_modules` of a folder as an install would, without a registry. */
export async function placePackages(folder: string): Promise<void> {
  for (const [name, from] of Object.entries(packageFolders)) {
    const { files, dependencies = {} } = await manifestOf(name as PackageName);
    for (const file of ['package.json', ...files])
      await cp(join(from, file), join(folder, 'node_modules', name, file), { recursive: true });
    for (const other of Object.keys(dependencies).filter((each) => !(each in packageFolders))) {
      const link = join(folder, 'node_modules', other);
      await mkdir(dirname(link), { recursive: true });
      await symlink(resolve('node_modules', other), link, 'junction');
    }
  }
}
