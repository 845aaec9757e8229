#!/usr/bin/env node
import { main } from './main.ts';

const { argv, env, stdin, stdout, stderr } = process;

// A reader that has seen enough, such as `head`, must not cost a task that is waited for. A full disk is an error.
let hasFailed = false;
for (const stream of [stdout, stderr]) {
  stream.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE' || stream === stderr || hasFailed) return;
    hasFailed = true;
    process.exitCode = 2;
    stderr.write(`kling-fetch: cannot write to stdout: ${code}\n`);
  });
}

process.on('uncaughtException', (error) => {
  stderr.write(`kling-fetch: unexpected error: ${error.message.replace(/\s+/g, ' ')}\n`);
  process.exit(3);
});

// Once: a second Ctrl-C ends the process at once, as nobody listens any more.
const interruption = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interruption.abort());

const code = await main({
  argv: argv.slice(2),
  env,
  stdout,
  stderr,
  stdin,
  cwd: process.cwd(),
  signal: interruption.signal,
});
process.exitCode ||= code;
