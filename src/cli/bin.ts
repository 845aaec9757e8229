#!/usr/bin/env node
import { main } from './main.ts';

const { argv, env, stdin, stdout, stderr } = process;

// A reader that has seen enough, such as `head`, must not cost a task that is waited for.
for (const stream of [stdout, stderr]) stream.on('error', () => {});

process.on('uncaughtException', (error) => {
  stderr.write(`kling-fetch: unexpected: ${error.message.replace(/\s+/g, ' ')}\n`);
  process.exit(3);
});

// Once: the second Ctrl-C ends the process as if nobody listened.
const interruption = new AbortController();
for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => interruption.abort());

process.exitCode = await main({
  argv: argv.slice(2),
  env,
  stdout,
  stderr,
  stdin,
  cwd: process.cwd(),
  signal: interruption.signal,
});
