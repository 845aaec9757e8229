/**
 * Runs the checks of `npm run check` side by side, and prints what each of those says that fail. With `--build`, what the
 * tests need is built beside them: alone it keeps less than two cores busy.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import build, { script } from './build-once.mjs';

const { scripts } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'));
// Without npm, whose start takes as much of the processor as some of the checks; it has set the path to what they run.
const commands = [
  `node ${script.join(' ')} scripts/stale.ts --check`,
  scripts.lint,
  scripts.types,
  'knip',
];

// The compiler is done before the memory that it no longer uses is worth collecting.
const env = { GOGC: 'off', ...process.env };

/** Whether a command ends well. */
async function passes(command) {
  const child = spawn(command, { shell: true, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const [code] = await once(child, 'close');
  if (code !== 0) console.error(`${command}\n${said}`);
  return code === 0;
}

/** Whether the build ends well. */
async function builds() {
  try {
    await build();
    return true;
  } catch (error) {
    console.error(error.message);
    return false;
  }
}

const isBuilt = process.argv.includes('--build') ? builds() : true;
const passed = await Promise.all([isBuilt, ...commands.map(passes)]);
process.exitCode = passed.every(Boolean) ? 0 : 1;
