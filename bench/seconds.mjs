/** Seconds that the project's own tools take, each also as a multiple of a start of Node that does nothing. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { median } from './names.mjs';

const tsx = ['node_modules/tsx/dist/cli.mjs'];
const cli = ['packages/cli/dist/bin.js'];
const toolsFor = (pages) => ({
  '`npm run generate -- --check`, all documents': [...tsx, 'scripts/generate.ts', '--check'],
  '`drift spec`, the documents from a folder': [...cli, 'drift', 'spec', '--from', pages],
  '`npx vitest run test/contract`, against Prism': [
    'node_modules/vitest/vitest.mjs',
    'run',
    'test/contract',
  ],
});

async function secondsOf(args, rounds) {
  const took = [];
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await promisify(execFile)(process.execPath, args, { maxBuffer: 2 ** 26 });
    took.push((performance.now() - began) / 1_000);
  }
  return median(took);
}

/** What each tool takes, and how many starts of Node that is. */
export async function toolSeconds() {
  const bare = await secondsOf(['-e', '0'], 5);
  const pages = await mkdtemp(join(tmpdir(), 'kling-pages-'));
  try {
    const openapi = 'packages/cli/dist/openapi';
    for (const file of await readdir(join(openapi, 'corrected'))) {
      const name = file.replace(/json$/, 'yaml');
      await cp(join(openapi, name), join(pages, name));
    }
    const found = {};
    for (const [name, args] of Object.entries(toolsFor(pages))) {
      const seconds = await secondsOf(args, 3);
      found[name] = { seconds, starts: seconds / bare };
    }
    return found;
  } finally {
    await rm(pages, { recursive: true });
  }
}
