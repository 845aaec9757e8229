import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect, createServer } from 'node:net';

/** A server in a process of its own. */
export interface Running {
  url: string;
  /** Milliseconds from the start of the process until it takes connections. */
  listeningAfter: number;
  /** Milliseconds from the start of the process to its first good answer. */
  readyAfter: number;
  /** Seconds that its processes have computed; where the system does not tell, not a number. */
  seconds(): number;
  /** Megabytes that its processes hold in memory; where the system does not tell, not a number. */
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
  const isOver = () => child.exitCode !== null;
  while (!(await isListening(port)) && !isOver()) await wait();
  const listeningAfter = performance.now() - began;
  for (;;) {
    const answer = await probe(url).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) break;
    if (isOver()) throw new Error(`${argv(String(port)).join(' ')} has ended`);
    await wait();
  }
  const readyAfter = performance.now() - began;
  return {
    url,
    listeningAfter,
    readyAfter,
    seconds: () => sumOf(child.pid, secondsOf),
    megabytes: () => Math.round(sumOf(child.pid, megabytesOf)),
    stop: () => stop(child),
  };
}

async function stop(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit');
  child.kill();
  return ended;
}

const wait = () => new Promise((resolve) => setTimeout(resolve, 5));

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const isThere = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return isThere;
}

/** A figure of a process and of those that it started, together. */
function sumOf(pid: number | undefined, figure: (folder: string) => number): number {
  try {
    const folder = `/proc/${pid}`;
    const children = readFileSync(`${folder}/task/${pid}/children`, 'utf8').split(' ');
    const own = figure(folder);
    return children.filter(Boolean).reduce((sum, each) => sum + sumOf(Number(each), figure), own);
  } catch {
    return Number.NaN;
  }
}

/** Linux counts in hundredths of a second. */
function secondsOf(folder: string): number {
  const [, rest = ''] = readFileSync(`${folder}/stat`, 'utf8').split(') ');
  const [user, system] = rest.split(' ').slice(11, 13);
  return (Number(user) + Number(system)) / 100;
}

function megabytesOf(folder: string): number {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`${folder}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}
