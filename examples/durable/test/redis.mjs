import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const servers = ['redis-server', 'valkey-server'];

/**
 * Starts a Redis or Valkey of our own, on a free port, which writes everything to disk before it responds.
 * @throws {Error} when neither is installed
 */
export async function startRedis() {
  const folder = await mkdtemp(join(tmpdir(), 'kling-fetch-durable-'));
  const port = await findFreePort();
  let server = await startFirstInstalled(port, folder);
  return {
    url: `redis://127.0.0.1:${port}`,
    name: server.spawnfile,
    /** Kills it in the middle of whatever it does, and starts it again with what it has written to disk. */
    async restart() {
      await kill(server);
      server = await start(server.spawnfile, port, folder);
    },
    /** Kills it at once and without waiting, for a process that is about to exit. */
    killNow() {
      server.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
    async stop() {
      await kill(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startFirstInstalled(port, folder) {
  for (const name of servers) {
    const server = await start(name, port, folder);
    if (server) return server;
  }
  await rm(folder, { recursive: true });
  throw new Error(
    'neither redis-server nor valkey-server is installed: apt-get install redis-server',
  );
}

/** Starts the server and waits until it listens; resolves to undefined when it is not installed. */
async function start(name, port, folder) {
  const settings = {
    bind: '127.0.0.1',
    port,
    dir: folder,
    save: '',
    'maxmemory-policy': 'noeviction',
  };
  const durable = { appendonly: 'yes', appendfsync: 'always' };
  const args = Object.entries({ ...settings, ...durable }).flatMap(([key, value]) => [
    `--${key}`,
    value,
  ]);
  const server = spawn(name, args.map(String), { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  return new Promise((resolve, reject) => {
    server.on('error', (error) => (error.code === 'ENOENT' ? resolve() : reject(error)));
    server.on('exit', () => reject(new Error(`${name} has ended:\n${output}`)));
    server.stdout.on('data', (text) => {
      output = (output + text).slice(-4_000);
      if (/ready to accept connections/i.test(output)) resolve(server);
    });
  });
}

async function kill(server) {
  if (server.exitCode !== null || server.signalCode !== null) return;
  server.kill('SIGKILL');
  await once(server, 'exit');
}

/** Finds a port on which nothing listens. */
export async function findFreePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
