import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the build reads, and what it writes last. */
const sources = ['src', 'generated', 'openapi', 'scripts/build.ts', 'packages/cli/package.json'];
const results = ['dist/index.js', 'packages/cli/dist/bin.js', 'packages/cli/dist/page/page.js'];

/** When a file, or anything in a folder, last changed: milliseconds; 0 where there is none. */
function changedAt(path: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  return Math.max(...readdirSync(path).map((name) => changedAt(join(path, name))));
}

/** Builds both packages before the tests, some of which use them as they are published; not again while nothing has changed. */
export default function build(): void {
  const isNew = Math.max(...sources.map(changedAt)) < Math.min(...results.map(changedAt));
  if (isNew) return;
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/build.ts'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('the build failed');
}
