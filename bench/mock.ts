/**
 * The mock against plain Prism, on the same document, in the same run: start-up, creates and gets a second at 16 and at 64
 * connections, with an empty and with a full memory of tasks, and the mock's memory.
 * `npm run bench:mock`. With `-- --quick`, shorter and with less memory to fill.
 */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent } from 'node:http';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documents } from '../src/documents/documents.ts';
import { median, once, throughput } from './load.ts';
import { holdsMemory } from './memory.ts';
import { type Running, start } from './servers.ts';

const isQuick = process.argv.includes('--quick');
const rounds = isQuick ? 3 : 7;
const milliseconds = isQuick ? 700 : 2_000;
const route = '/v1/audio/text-to-audio';
const headers = { authorization: 'Bearer bench', 'content-type': 'application/json' };
const body = () => JSON.stringify({ prompt: 'Rain on a tin roof', duration: 5 });

const folder = await mkdtemp(join(tmpdir(), 'kling-bench-'));
const file = join(folder, 'klingai.json');
await writeFile(file, JSON.stringify(documents.klingai));

const prismCli = createRequire(import.meta.url).resolve('@stoplight/prism-cli/dist/index.js');
const probe = (prefix: string) => (url: string) =>
  fetch(url + prefix + route, { method: 'POST', headers, body: body() });
const servers = {
  prism: () => start((port) => [prismCli, 'mock', file, '-p', port, '-v', 'silent'], probe('')),
  mock: () =>
    start(
      (port) => [
        'packages/cli/dist/bin.js',
        'mock',
        '--port',
        port,
        '--speed',
        'instant',
        '--quiet',
      ],
      probe('/klingai'),
    ),
};
const prefixes = { prism: '', mock: '/klingai' };
const names = ['prism', 'mock'] as const;
type Numbers = Record<(typeof names)[number], number[]>;

const ratio = (figures: Numbers) => median(figures.mock) / median(figures.prism);
function report(what: string, figures: Numbers, unit: string): void {
  const [prism, mock] = names.map((name) => Math.round(median(figures[name])));
  const columns = [what.padEnd(26), `prism ${prism} ${unit}`, `mock ${mock} ${unit}`];
  console.log(`${columns.join('   ')}   ratio ${ratio(figures).toFixed(2)}`);
}

async function startUp(): Promise<void> {
  const took: Numbers = { prism: [], mock: [] };
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const server = await servers[name]();
      took[name].push(server.readyAfter);
      await server.stop();
    }
  }
  report('start', took, 'ms');
}

/** Creates and gets a second over some connections, in turns, so that a machine that slows down slows both. */
async function speed(
  running: Record<(typeof names)[number], Running>,
  connections: number,
  memory: 'empty' | 'full',
): Promise<void> {
  const url = (name: keyof Numbers) => running[name].url + prefixes[name] + route;
  for (const [what, method] of [
    ['create', 'POST'],
    ['get', 'GET'],
  ] as const) {
    const figures: Numbers = { prism: [], mock: [] };
    for (let round = 0; round <= rounds; round++) {
      if (memory === 'empty') await fetch(`${running.mock.url}/_mock/reset`, { method: 'POST' });
      for (const name of names) {
        const load =
          method === 'POST'
            ? { url: url(name), method, headers, body }
            : { url: await freshTask(url(name)), method, headers };
        const measured = await throughput(load, milliseconds, connections);
        // The first round only warms up.
        if (round > 0) figures[name].push(measured);
      }
    }
    report(`${what}, ${connections} at once, ${memory}`, figures, '/s');
  }
}

/** The address of a task that has not been dropped. */
async function freshTask(url: string): Promise<string> {
  const created = await fetch(url, { method: 'POST', headers, body: body() });
  const { data }: { data: { task_id: string } } = await created.json();
  return `${url}/${data.task_id}`;
}

try {
  await startUp();
  const running = { prism: await servers.prism(), mock: await servers.mock() };
  const create = {
    url: running.mock.url + prefixes.mock + route,
    method: 'POST',
    headers,
    body,
  } as const;
  for (const connections of [16, 64]) await speed(running, connections, 'empty');
  // More than the mock remembers, so that each further create drops the oldest.
  const agent = new Agent({ keepAlive: true });
  for (let task = 0; task < 10_500; task++) await once(create, agent);
  agent.destroy();
  for (const connections of [16, 64]) await speed(running, connections, 'full');
  if (!(await holdsMemory(running.mock, create, isQuick ? 10_000 : 100_000))) process.exitCode = 1;
  for (const name of names) await running[name].stop();
} finally {
  await rm(folder, { recursive: true });
}
