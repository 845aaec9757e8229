import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const quiet = ['--silent', '--ignore-scripts', '--no-audit', '--no-fund'];
/** Where our own packages are: they are installed as they would be published. */
const own: Record<string, string> = {
  'kling-fetch': root,
  'kling-fetch-cli': join(root, 'packages/cli'),
};

/** Packages and kilobytes that `npm install` of these brings into an empty folder. */
export async function installedOf(
  names: readonly string[],
): Promise<{ packages: number; kilobytes: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'kling-install-'));
  try {
    await writeFile(join(folder, 'package.json'), '{}');
    const what = await Promise.all(
      names.map((name) => (own[name] ? pack(own[name], folder) : name)),
    );
    await run('npm', ['install', ...quiet, ...what], { cwd: folder });
    return await countIn(join(folder, 'node_modules'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function pack(cwd: string, folder: string): Promise<string> {
  const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder];
  const { stdout } = await run('npm', args, { cwd });
  return join(folder, stdout.trim());
}

async function countIn(folder: string): Promise<{ packages: number; kilobytes: number }> {
  const entries = await readdir(folder, { recursive: true });
  const facts = await Promise.all(entries.map((entry) => stat(join(folder, entry))));
  const bytes = facts.filter((each) => each.isFile()).reduce((sum, { size }) => sum + size, 0);
  const packageFile = /(^|node_modules\/)(@[^/]+\/)?[^@./][^/]*\/package\.json$/;
  const packages = entries.filter((entry) => packageFile.test(entry)).length;
  return { packages, kilobytes: bytes / 1000 };
}
