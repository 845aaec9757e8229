/**
 * The mock beside other mocks, in one run: `npm run bench:mock`. Each is a process of its own, asked in turns, so that a
 * machine that slows down slows all of them. Prints tables in Markdown; with `--write` they go into docs/performance.md;
 * with `--quick` it measures less. Exits 1 when the mock holds more memory than it may.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { Agent } from 'node:http';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { fillFile, toTable } from '../scripts/markers.ts';
import { documents } from '../src/documents/documents.ts';
import { startMock } from '../src/mock/index.ts';
import { goalTable } from './goal-table.ts';
import { installedOf } from './installed.ts';
import { median, once, throughput } from './load.ts';
import { holdsMemory } from './memory.ts';
import { type Running, start } from './servers.ts';

const isQuick = process.argv.includes('--quick');
const rounds = isQuick ? 3 : 5;
const milliseconds = isQuick ? 500 : 1_000;
const tasks = 10_000;
const route = '/v1/audio/text-to-audio';
const headers = { authorization: 'Bearer bench', 'content-type': 'application/json' };
const body = () => JSON.stringify({ prompt: 'Rain on a tin roof', duration: 5 });

/** A mock that others are measured by, or one of these. */
interface Anchor {
  title: string;
  /** What is installed. */
  packages: string[];
  /** Arguments for Node, when it is a server. */
  argv?: (port: string) => string[];
  /** What its address is followed by. */
  prefix?: string;
  /** Lines that were written for it. @default those of its program */
  lines?: number;
  /** Whether it has no files. */
  isSilent?: boolean;
}

const folder = await mkdtemp(join(tmpdir(), 'kling-bench-'));
const [sound, document] = [join(folder, 'sound.mp3'), join(folder, 'klingai.json')];
const { dependencies } = JSON.parse(
  await readFile(new URL('package.json', import.meta.url), 'utf8'),
);
const pinned = (name: string) => `${name}@${dependencies[name]}`;
const program = (name: string) => `bench/mocks/${name}.mjs`;
const written = (name: string) => (port: string) => [program(name), port, sound, document];
const prismCli = 'bench/node_modules/@stoplight/prism-cli/dist/index.js';
const mockArgs = ['mock', '--speed', 'instant', '--quiet', '--port'];

const anchors: Record<string, Anchor> = {
  ours: {
    title: 'ours',
    packages: ['kling-fetch', 'kling-fetch-cli'],
    argv: (port) => ['packages/cli/dist/bin.js', ...mockArgs, port],
    prefix: '/klingai',
    lines: 0,
  },
  aimock: {
    title: 'aimock',
    packages: [pinned('@copilotkit/aimock')],
    argv: written('aimock'),
  },
  msw: { title: 'MSW', packages: [pinned('msw')] },
  prism: {
    title: 'Prism',
    packages: [pinned('@stoplight/prism-cli')],
    argv: (port) => [prismCli, 'mock', document, '-p', port, '-v', 'silent'],
    isSilent: true,
  },
  scalar: {
    title: 'Scalar',
    packages: [pinned('@scalar/mock-server'), pinned('@hono/node-server')],
    argv: written('scalar'),
  },
  mockserver: {
    title: 'MockServer',
    packages: [pinned('mockserver-node')],
    argv: written('mockserver'),
  },
};
const names = Object.keys(anchors);

/** Everything that was measured, by what and by whom; what others have is a multiple of ours. */
const figures = new Map<string, Map<string, number[]>>();
function keep(what: string, name: string, value: number): void {
  const row = figures.get(what) ?? new Map<string, number[]>();
  row.set(name, [...(row.get(name) ?? []), value]);
  figures.set(what, row);
}
const valuesOf = (what: string, name: string) => figures.get(what)?.get(name) ?? [];
const middleOf = (what: string, name = 'ours') => median(valuesOf(what, name));
/** Of each round, how many times ours it was. */
function ratioOf(what: string, name: string, to = 'ours'): number {
  const ours = valuesOf(what, to);
  return median(valuesOf(what, name).map((value, round) => value / (ours[round] ?? Number.NaN)));
}

const addressOf = (name: string, { url }: Running) => url + (anchors[name]?.prefix ?? '') + route;
const probeOf = (name: string) => (url: string) =>
  fetch(url + (anchors[name]?.prefix ?? '') + route, { method: 'POST', headers, body: body() });

/** The servers among them; MockServer only where there is Java. */
async function findServers(): Promise<string[]> {
  const hasJava = await promisify(execFile)('java', ['-version']).then(
    () => true,
    () => false,
  );
  return names.filter((name) => anchors[name]?.argv && (hasJava || name !== 'mockserver'));
}

const startOne = (name: string) => start(anchors[name]?.argv ?? (() => []), probeOf(name));

async function measureStarts(servers: readonly string[]): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (const name of servers) {
      const server = await startOne(name);
      keep('listening', name, server.listeningAfter);
      keep('first', name, server.readyAfter);
      await server.stop();
    }
  }
}

/** Create and poll, and create, poll and file, one after the other on one connection: milliseconds, warm. */
async function measureLatency(running: ReadonlyMap<string, Running>): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (let round = 0; round < rounds; round++) {
    for (const [name, server] of running) {
      const url = addressOf(name, server);
      const look = async () => {
        const { data } = JSON.parse(await once({ url, method: 'POST', headers, body }, agent));
        const shown = await once({ url: `${url}/${data.task_id}`, method: 'GET', headers }, agent);
        return JSON.parse(shown).data;
      };
      const play = async () => {
        const { task_result: result } = await look();
        const file = await once(
          { url: result.audios[0].url_mp3, method: 'GET', headers: {} },
          agent,
        );
        if (file.length < 1_000) throw new Error(`${name}: that is no sound`);
      };
      keep('look', name, await timed(look));
      if (!anchors[name]?.isSilent) keep('play', name, await timed(play));
    }
  }
  agent.destroy();
}

/** The middle of a hundred times that something takes; what it takes at first does not count. */
async function timed(work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let time = 0; time < 120; time++) {
    const began = performance.now();
    await work();
    if (time >= 20) took.push(performance.now() - began);
  }
  return median(took);
}

/** Creates and gets a second, and what each costs the server in computing. */
async function measureSpeed(running: ReadonlyMap<string, Running>, memory: string): Promise<void> {
  for (const connections of [16, 64]) {
    for (const method of ['POST', 'GET'] as const) {
      const what = `${method} ${connections} ${memory}`;
      for (let round = 0; round <= rounds; round++) {
        const ours = running.get('ours');
        if (memory === 'empty') await fetch(`${ours?.url}/_mock/reset`, { method: 'POST' });
        for (const [name, server] of running) {
          const url = addressOf(name, server);
          const load = method === 'POST' ? { url, body } : { url: await freshTask(url) };
          const before = server.seconds();
          const took = performance.now();
          const measured = await throughput(
            { ...load, method, headers },
            milliseconds,
            connections,
          );
          const count = (measured * (performance.now() - took)) / 1000;
          // The first round only warms up.
          if (round === 0) continue;
          keep(what, name, measured);
          keep(`${what} computing`, name, ((server.seconds() - before) * 1e6) / count);
        }
      }
    }
  }
}

async function freshTask(url: string): Promise<string> {
  const created = await fetch(url, { method: 'POST', headers, body: body() });
  const { data }: { data: { task_id: string } } = await created.json();
  return `${url}/${data.task_id}`;
}

/** Fills each with tasks, and says what it holds in memory then. */
async function measureMemory(running: ReadonlyMap<string, Running>): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  for (const [name, server] of running) {
    const load = { url: addressOf(name, server), method: 'POST', headers, body } as const;
    let left = tasks;
    const worker = async () => {
      for (; left > 0; left--) await once(load, agent);
    };
    await Promise.all(Array.from({ length: 16 }, worker));
    keep('memory', name, server.megabytes());
  }
  agent.destroy();
}

/** What MSW and ours take in the process of their callers. */
async function measureInside(): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    for (const name of ['ours', 'msw']) {
      const args = [program('inside'), name, sound, String(milliseconds)];
      const { stdout } = await promisify(execFile)(process.execPath, args);
      for (const [what, value] of Object.entries<number>(JSON.parse(stdout)))
        keep(`inside ${what}`, name, value);
    }
  }
}

async function measureInstalls(): Promise<void> {
  for (const name of names) {
    const { packages, kilobytes } = await installedOf(anchors[name]?.packages ?? []);
    keep('packages', name, packages);
    keep('kilobytes', name, kilobytes);
  }
}

/** Lines of code that were written for each until a sound plays. */
async function countLines(): Promise<void> {
  for (const name of names) {
    const { lines, isSilent } = anchors[name] ?? {};
    if (isSilent) continue;
    const text = lines === undefined ? await readFile(program(name), 'utf8') : '';
    const code = text.split('\n').filter((line) => line.trim() && !/^\s*(\/?\*|\/\/)/.test(line));
    keep('lines', name, lines ?? code.length);
  }
}

/** A row: ours as it is, the others as a multiple of it; MSW beside ours in one process, where it was measured so. */
function rowOf(title: string, whats: string[], write: (value: number) => string): string[] {
  const times = (name: string) => {
    const ratios = whats.map((what) => {
      const isInside = name === 'msw' && figures.has(`inside ${inside(what)}`);
      return ratioOf(isInside ? `inside ${inside(what)}` : what, name);
    });
    if (ratios.some(Number.isNaN)) return ['–'];
    return ratios.map((ratio) => `× ${ratio.toFixed(2)}`);
  };
  const cells = names.map((name) =>
    name === 'ours' ? whats.map((what) => write(middleOf(what))) : times(name),
  );
  return [title, ...cells.map((each) => each.join('; '))];
}
/** What the same is called in one process, where there is no memory to fill. */
const inside = (what: string) =>
  what.replace(/^POST (\d+) empty$/, 'create $1').replace(/^GET (\d+) empty$/, 'get $1');

const seconds = (value: number) => `${(value / 1000).toFixed(2)} s`;
const briefly = (value: number) => `${value.toFixed(1)} ms`;
const each = (value: number) => Math.round(value).toLocaleString('en');
const plain = (what: string, digits = 0) =>
  names.map((name) => {
    const value = middleOf(what, name);
    return Number.isNaN(value) ? '–' : value.toFixed(digits);
  });

function writeTable(): string {
  const at = (method: string, memory: string, more = '') =>
    [16, 64].map((connections) => `${method} ${connections} ${memory}${more}`);
  const micro = (value: number) => `${Math.round(value)} µs`;
  return toTable(
    ['', ...names.map((name) => anchors[name]?.title ?? name)],
    [
      rowOf('listening', ['listening'], seconds),
      rowOf('first right answer', ['first'], seconds),
      rowOf('create and poll', ['look'], briefly),
      rowOf('create, poll and MP3', ['play'], briefly),
      rowOf('creates a second', at('POST', 'empty'), each),
      rowOf('gets a second', at('GET', 'empty'), each),
      rowOf('creates, memory full', at('POST', 'full'), each),
      rowOf('gets, memory full', at('GET', 'full'), each),
      rowOf('computing for a create', at('POST', 'full', ' computing'), micro),
      rowOf('computing for a get', at('GET', 'full', ' computing'), micro),
      rowOf('memory, 10,000 tasks', ['memory'], (value) => `${value} MB`),
      ['packages', ...plain('packages')],
      ['installed, MB', ...names.map((name) => (middleOf('kilobytes', name) / 1000).toFixed(1))],
      ['lines to a sound that plays', ...plain('lines')],
    ],
  );
}

function writeGoals(): string {
  const relative = ['empty', 'full'].flatMap((memory) =>
    ['POST', 'GET'].flatMap((method) =>
      [16, 64].map((connections) => ({
        what: `${method === 'POST' ? 'creates' : 'gets'} a second at ${connections}, memory ${memory}, relative to Prism`,
        is: ratioOf(`${method} ${connections} ${memory}`, 'ours', 'prism'),
        atLeast: 1.2,
        digits: 2,
      })),
    ),
  );
  return goalTable([
    { what: 'first right answer', is: middleOf('first') / 1000, atMost: 0.5, unit: 's', digits: 2 },
    { what: 'create, poll and MP3', is: middleOf('play'), atMost: 5, unit: 'ms', digits: 1 },
    { what: 'packages', is: middleOf('packages'), atMost: 60 },
    { what: 'installed', is: middleOf('kilobytes') / 1000, atMost: 40, unit: 'MB', digits: 1 },
    ...relative,
  ]);
}

/** Keeps the sound that the others serve: one of ours. */
async function prepare(): Promise<void> {
  await writeFile(document, JSON.stringify(documents.klingai));
  await using mock = await startMock({ speed: 'instant' });
  const at = await freshTask(`${mock.url}/klingai${route}`);
  const { data } = await (await fetch(at, { headers })).json();
  const file = await fetch(data.task_result.audios[0].url_mp3);
  await writeFile(sound, Buffer.from(await file.arrayBuffer()));
}

const say = (what: string) => process.stderr.write(`${what}\n`);
const running = new Map<string, Running>();
try {
  const load = loadavg();
  await prepare();
  const servers = await findServers();
  say('starts');
  await measureStarts(servers);
  for (const name of servers) running.set(name, await startOne(name));
  say('times');
  await measureLatency(running);
  say('requests a second');
  await measureSpeed(running, 'empty');
  say('memory');
  await measureMemory(running);
  await measureSpeed(running, 'full');
  say('inside');
  await measureInside();
  say('installs');
  await measureInstalls();
  await countLines();
  const loads = [load, loadavg()].map(([minute = 0]) => minute.toFixed(1)).join(' before and ');
  const note = `Node ${process.versions.node}, ${rounds} rounds; the load of the machine was ${loads} after.`;
  const parts = { mocks: `${writeTable()}\n\n${note}`, 'mock-goals': writeGoals() };
  console.log(Object.values(parts).join('\n\n'));
  if (process.argv.includes('--write')) await fillFile('docs/performance.md', parts);
  const ours = running.get('ours');
  const create = {
    url: ours ? addressOf('ours', ours) : '',
    method: 'POST',
    headers,
    body,
  } as const;
  if (!ours || !(await holdsMemory(ours, create, isQuick ? 10_000 : 100_000))) process.exitCode = 1;
} finally {
  for (const server of running.values()) await server.stop();
  await rm(folder, { recursive: true });
}
