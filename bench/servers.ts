import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';

/** A server in a process of its own. */
export interface Running {
  url: string;
  /** Milliseconds from the start of the process to its first good answer. */
  readyAfter: number;
  /** Megabytes that the process holds in memory; where the system does not tell, not a number. */
  megabytes(): number;
  stop(): Promise<unknown>;
}

/** Starts a server and waits for its first good answer to `probe`. */
export async function start(
  argv: (port: string) => string[],
  probe: (url: string) => Promise<Response>,
): Promise<Running> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const began = performance.now();
  const child = spawn(process.execPath, argv(String(port)), { stdio: 'ignore' });
  const end = () => void child.kill();
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  for (;;) {
    const answer = await probe(url).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) break;
    if (child.exitCode !== null) throw new Error(`${argv(String(port)).join(' ')} has ended`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  const readyAfter = performance.now() - began;
  return { url, readyAfter, megabytes: () => memoryOf(child), stop: () => stop(child) };
}

async function stop(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit');
  child.kill();
  return ended;
}

function memoryOf({ pid }: ChildProcess): number {
  try {
    const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
    return Math.round(Number(kilobytes) / 1024);
  } catch {
    return Number.NaN;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
