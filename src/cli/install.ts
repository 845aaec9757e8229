import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Context } from './command.ts';

/** The optional packages that the mock stands on, in the versions that are known to work together. */
const packages = [
  '@stoplight/prism-http@5.12.0',
  '@stoplight/prism-core@5.8.0',
  'wasm-media-encoders@0.7.0',
  'h264-mp4-encoder@1.0.12',
];
const argv = ['install', '--save-dev', ...packages];

/** How to get them. */
export const installCommand = `npm ${argv.join(' ')}`;

/** Offers to install them, where somebody can answer; says whether they were. */
export async function offerInstall(context: Context): Promise<boolean> {
  const { stdin, stderr } = context;
  if (!stdin?.isTTY || !stderr.isTTY) return false;
  stderr.write(
    `the mock needs packages that are not installed\n${installCommand}\nRun this? [y/N] `,
  );
  const answer = await lineFrom(stdin, context.signal);
  return /^y(es)?$/i.test(answer.trim()) && (await install(context)) === 0;
}

/** What somebody typed; nothing when the input ends, or at Ctrl-C. */
function lineFrom(
  stdin: NonNullable<Context['stdin']>,
  signal: AbortSignal | undefined,
): Promise<string> {
  return new Promise((resolve) => {
    const lines = createInterface({ input: stdin, ...(signal && { signal }) });
    lines.once('close', () => resolve(''));
    lines.once('line', (line) => {
      resolve(line);
      lines.close();
    });
  });
}

/** Runs npm; its words go to stderr, because stdout is for results. */
function install({ cwd, env, stderr, signal }: Context): Promise<number | null> {
  return new Promise((resolve) => {
    // On Windows npm is a script, which needs a shell; the arguments are ours alone.
    const shell = process.platform === 'win32';
    const child = spawn('npm', argv, { cwd, env: { ...env }, shell, stdio: 'pipe', signal });
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (text: Buffer) => stderr.write(text.toString()));
    }
    child.stdin?.end();
    child.on('error', () => resolve(null));
    child.on('close', resolve);
  });
}
