import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parse } from 'yaml';

/** A step of a workflow or of an action. */
export interface Step {
  id?: string;
  name?: string;
  uses?: string;
  with?: Record<string, string>;
  if?: string;
  run?: string;
  env?: Record<string, string>;
}

export const readYaml = (file: string) => parse(readFileSync(file, 'utf8'));

/** The script of a step. */
export const scriptOf = (steps: Step[], name: string) =>
  steps.find((step) => step.id === name || step.name === name)?.run ?? '';

/** A folder in which steps are run as a runner runs them. */
export function makeRunner() {
  const folder = mkdtempSync(join(tmpdir(), 'a runner of kling-'));
  const inFolder = (name: string) => join(folder, name);
  const contentOf = (name: string) => readFileSync(inFolder(name), 'utf8');

  /** Puts a program before those of the machine, that writes down what it is asked before it does this. */
  function addProgram(name: string, body: string) {
    const record = `{ printf '%s' ${name}; printf ' [%s]' "$@"; echo; } >> "$CALLS"`;
    writeFileSync(inFolder(name), `#!/bin/bash\n${record}\n${body}\n`, { mode: 0o755 });
  }

  /** Runs a script with the programs of this folder, and with Node. */
  async function run(script: string, env: Record<string, string>, cwd = folder) {
    for (const name of ['calls', 'summary', 'output']) writeFileSync(inFolder(name), '');
    writeFileSync(inFolder('script.sh'), script);
    const bash = ['--noprofile', '--norc', '-e', '-o', 'pipefail', inFolder('script.sh')];
    const child = spawn('/bin/bash', bash, {
      cwd,
      // With what it leaves running, a group that can be ended.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: [folder, dirname(process.execPath), '/usr/bin', '/bin'].join(delimiter),
        HOME: folder,
        CALLS: inFolder('calls'),
        RUNNER_TEMP: folder,
        GITHUB_STEP_SUMMARY: inFolder('summary'),
        GITHUB_OUTPUT: inFolder('output'),
        ...env,
      },
    });
    const ended = new Promise<number | null>((settle) => child.once('close', settle));
    const [status, stdout, stderr] = await Promise.all([
      ended,
      text(child.stdout),
      text(child.stderr),
    ]);
    const calls = contentOf('calls').trimEnd().split('\n').filter(Boolean);
    const [output, summary] = [contentOf('output'), contentOf('summary')];
    const end = () => {
      if (child.pid !== undefined) process.kill(-child.pid);
    };
    return { status, stdout, stderr, calls, output, summary, end };
  }
  return {
    folder,
    inFolder,
    contentOf,
    addProgram,
    run,
    remove: () => rmSync(folder, { recursive: true }),
  };
}
