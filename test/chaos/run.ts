import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Rolldown } from 'tsdown';
import { chance } from './chance.ts';
import { type Idle, RunClock } from './clock.ts';
import type { FaultKind } from './faults.ts';
import { Journal } from './journal.ts';
import { FaultServer } from './server.ts';
import { type Counts, count } from './verdict.ts';

export interface ChaosOptions {
  seed: number;
  tasks: number;
  /** How often the client is killed, and the server restarted. */
  kills: number;
  restarts: number;
  /** Orders of each provider that are under way at once. */
  workers: number;
  /** Share of the requests that something goes wrong with. @default 0.3 */
  share?: number;
  /** Kinds of faults that do not happen. @default none */
  without?: readonly FaultKind[];
}

/** Megabytes that a client may have; Node ends it when it needs more. */
const heap = 96;

/** Has all tasks made through every fault, and counts what became of them. */
export async function chaos(options: ChaosOptions): Promise<Counts> {
  const { seed, tasks, kills, restarts, workers, share = 0.3, without = [] } = options;
  const began = performance.now();
  const clock = new RunClock();
  const folder = await mkdtemp(join(tmpdir(), 'kling-chaos-'));
  const file = join(folder, 'journal');
  const program = await bundleClient(folder);
  let client: ChildProcess | undefined;
  const kill = () => {
    client?.kill('SIGKILL');
    clock.clientIsGone();
  };
  const killAt = moments(seed, 'kill', kills, tasks);
  const restartAt = moments(seed, 'restart', restarts, tasks);
  const server = new FaultServer({
    seed,
    clock,
    share,
    without,
    onAccept(accepted) {
      if (killAt.delete(accepted)) kill();
      if (restartAt.delete(accepted)) server.restart();
    },
  });
  const url = await server.start();
  const ends: string[] = [];
  try {
    for (;;) {
      const name = `client ${ends.length}`;
      client = start(program, { url, file, seed, tasks, workers, name, now: clock.now }, clock);
      const [code, signal] = await once(client, 'exit');
      ends.push(String(signal ?? code));
      if (signal !== 'SIGKILL') break;
    }
    const seconds = (performance.now() - began) / 1000;
    const journal = new Journal(file);
    const minutes = (clock.now - clock.start) / 60_000;
    const listsLie = !without.includes('rows');
    const limits = { tasks, kills, restarts, heap, listsLie };
    return count({ ...limits, seconds, minutes, ends, server, journal });
  } finally {
    client?.kill('SIGKILL');
    await server.stop();
    await rm(folder, { recursive: true });
  }
}

/** Counts of accepted jobs, spread over the run, at which something happens. */
function moments(seed: number, what: string, times: number, tasks: number): Set<number> {
  // A good part of the orders is never accepted.
  const part = (0.7 * tasks) / (times + 1);
  const at = (nth: number) => Math.ceil(part * (nth + chance(seed, what, nth)));
  return new Set(Array.from({ length: times }, (_, nth) => at(nth)));
}

/** Makes a single file of the client, which each of its lives loads in a fraction of the time that tsx would take. */
async function bundleClient(folder: string): Promise<string> {
  const file = join(folder, 'client.mjs');
  const input = fileURLToPath(new URL('./client.ts', import.meta.url));
  await Rolldown.build({ input, platform: 'node', output: { file } });
  return file;
}

function start(program: string, facts: object, clock: RunClock): ChildProcess {
  const memory = `--max-old-space-size=${heap}`;
  const argv = [memory, program, JSON.stringify(facts)];
  const client = spawn(process.execPath, argv, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  client.on('message', (idle: Idle) => {
    // What a client said before it was killed may be heard after it.
    if (!client.killed) clock.clientIsIdle(idle, (grant) => client.send(grant));
  });
  return client;
}
