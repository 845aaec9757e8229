/** Runs the checks of `npm run check` side by side, and prints what each of those says that fail. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';

const checks = ['generate -- --check', 'docs -- --check', 'media -- --check', 'lint', 'types'];
const commands = [...checks.map((check) => `npm run --silent ${check}`), 'npx --no-install knip'];

/** Whether a command ends well. */
async function passes(command) {
  const child = spawn(command, { shell: true, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text));
  const [code] = await once(child, 'close');
  if (code !== 0) console.error(`${command}\n${said}`);
  return code === 0;
}

const passed = await Promise.all(commands.map(passes));
process.exitCode = passed.every(Boolean) ? 0 : 1;
