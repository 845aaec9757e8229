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

/**
 * How our own scripts are started where somebody waits for them. Most of their code runs a few times: to make it fast as early
 * as Node does by itself takes longer than it saves.
 */
export const script = ['--interrupt-budget=1000000', '--import', 'tsx'];

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
  const child = spawn(process.execPath, [...script, 'scripts/build.ts'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`the build failed\n${said}`);
}
