/** Packages and kilobytes that an install of one package brings. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { packages } from './names.mjs';

const run = promisify(execFile);
const root = fileURLToPath(new URL('..', import.meta.url));
const quiet = ['--silent', '--ignore-scripts', '--no-audit', '--no-fund'];

/** Installs a package, or this one as it would be published, into an empty folder. */
export async function installOf(name, version) {
  const folder = await mkdtemp(join(tmpdir(), 'kling-install-'));
  try {
    await writeFile(join(folder, 'package.json'), '{}');
    const what =
      name === 'kling-fetch' ? await packed(folder) : `${packages[name] ?? name}@${version}`;
    await run('npm', ['install', ...quiet, what], { cwd: folder });
    return await countIn(join(folder, 'node_modules'));
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function packed(folder) {
  const args = ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder];
  const { stdout } = await run('npm', args, { cwd: root });
  return join(folder, stdout.trim());
}

async function countIn(folder) {
  const entries = await readdir(folder, { recursive: true });
  const facts = await Promise.all(entries.map((entry) => stat(join(folder, entry))));
  const bytes = facts.filter((each) => each.isFile()).reduce((sum, { size }) => sum + size, 0);
  const own = /(^|node_modules\/)(@[^/]+\/)?[^@./][^/]*\/package\.json$/;
  return { packages: entries.filter((entry) => own.test(entry)).length, kilobytes: bytes / 1000 };
}
