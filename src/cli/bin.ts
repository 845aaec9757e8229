#!/usr/bin/env node
import { Interruption } from './command.ts';
import { main, protectOutputs } from './main.ts';

const { argv, env, stdin, stdout, stderr } = process;
const interruption = new AbortController();
const context = { env, stdin, stdout, stderr, cwd: process.cwd(), signal: interruption.signal };
const tellError = (what: string) =>
  protectOutputs(context).stderr.write(`kling-fetch: ${what.replace(/\s+/g, ' ')}\n`);

// A reader that has seen enough, such as `head`, must not cost a task that is waited for. A full disk is an error.
let hasEnded = false;
let writeError: string | undefined;
const tellWriteError = () => {
  if (!hasEnded || writeError === undefined || process.exitCode) return;
  process.exitCode = 2;
  tellError(`cannot write to stdout: ${writeError}`);
};
stderr.on('error', () => {});
stdout.on('error', ({ code }: NodeJS.ErrnoException) => {
  if (code === 'EPIPE') return;
  writeError = code;
  tellWriteError();
});

process.on('uncaughtException', (error) => {
  tellError(`unexpected error: ${error.message}`);
  process.exit(3);
});

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
const interrupt = (name: (typeof signals)[number]) => {
  // A second signal ends the process at once, as nobody listens any more.
  for (const each of signals) process.off(each, interrupt);
  interruption.abort(new Interruption(name));
};
for (const name of signals) process.on(name, interrupt);

process.exitCode = await main({ ...context, argv: argv.slice(2) });
hasEnded = true;
tellWriteError();
// Whoever interrupts does not wait for a reader that has stopped reading.
if (process.exitCode > 128) process.exit();
