/**
 * Runs the part of the contract suite that asks a provider itself: `npm run test:live -- --provider cometapi`. Costs
 * nothing unless `--spend N` allows N tasks; `--probe-limits` allows creates among them that should be refused. Exits 2 on a
 * wrong flag and 3 when there is no key.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { readLive } from './live-flags.ts';

const read = readLive(process.argv.slice(2), process.env);
if ('code' in read) {
  console.error(read.message);
  process.exit(read.code);
}
// By plain Node, as loading vitest through tsx takes as long as some of the tests. What is published is not needed, so nothing is built.
const vitest = fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url));
const child = spawn(process.execPath, [vitest, 'run', 'test/contract/live.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, ...read.env },
});
const [code] = await once(child, 'exit');
process.exitCode = code ?? 1;
