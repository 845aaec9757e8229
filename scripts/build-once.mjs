/** Builds both packages before the tests, some of which use them as they are published; not again while nothing has changed. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** What the build reads, and what it writes. */
const sources = [
  ...['src', 'generated', 'openapi', 'packages/cli/package.json'],
  ...['scripts/build.ts', 'scripts/prism-bundle.ts', 'scripts/declarations.tsconfig.json'],
];
const results = ['dist/index.js', 'packages/cli/dist/bin.js', 'packages/cli/dist/page/page.js'];

/** When a file, or anything in a folder, last changed: milliseconds; 0 where there is none. */
function changedAt(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) return found?.mtimeMs ?? 0;
  return Math.max(...readdirSync(path).map((name) => changedAt(join(path, name))));
}

/** Throws what the build says when it fails. */
export default async function build() {
  const isNew = Math.max(...sources.map(changedAt)) < Math.min(...results.map(changedAt));
  if (isNew) return;
  const command = ['--import', 'tsx', 'scripts/build.ts'];
  const child = spawn(process.execPath, command, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`the build failed\n${said}`);
}
