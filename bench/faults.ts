/**
 * What kling-fetch does when things go wrong, and what its peers do that are installed, each with a provider of its own on
 * loopback: prints two tables. `npm run bench:faults`; with `-- --write` they go into docs/reliability.md. Exits 1 when kling-fetch
 * sends a create twice that was accepted, and when a peer is not installed.
 */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { fillFile } from '../scripts/markers.ts';
import { endings } from '../test/chaos/endings.ts';
import { refusal } from './faults/creates.ts';
import { kling } from './faults/kling.ts';
import { type Found, tables } from './faults/table.ts';

const packages = {
  runwayml: '@runwayml/sdk',
  openai: 'openai',
  replicate: 'replicate',
  fal: '@fal-ai/client',
};
const own = Object.keys(kling);
/** Whose waits differ: the others' are like those of the first. */
const generations = ['klingai', 'klingai2'];

/** The peers that are there, with their versions. */
const peers: Record<string, string> = {};
for (const [name, of] of Object.entries(packages)) {
  const facts = new URL(`node_modules/${of}/package.json`, import.meta.url);
  if (existsSync(facts)) {
    peers[name] = `${of} ${JSON.parse(await readFile(facts, 'utf8')).version}`;
  } else {
    const hint = 'npm ci --prefix bench --ignore-scripts';
    process.stderr.write(`NOT MEASURED: ${of} is not installed; ${hint} does that\n`);
    process.exitCode = 1;
  }
}

const column = fileURLToPath(new URL('./faults/column.ts', import.meta.url));

/** One client measured in a process of its own. */
async function measured(name: string, what: string): Promise<Record<string, string>> {
  process.stderr.write(`${name}: ${what}\n`);
  const argv = ['--import', 'tsx', column, name, what];
  const { stdout } = await promisify(execFile)(process.execPath, argv);
  return JSON.parse(stdout);
}

/** A refused create may end its process, with nothing that anybody could have caught. */
async function refused(name: string) {
  try {
    return await measured(name, 'refused');
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    // It is the refusal that has ended it, and nothing else.
    if (!stderr.includes(refusal)) throw error;
    return { refused: 'ends the process, uncatchable' };
  }
}

async function each(names: string[], measure: (name: string) => Promise<Record<string, string>>) {
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await measure(name)])),
  ) as Found;
}

const names = Object.keys(peers);
const creates = await each([...own, ...names], (name) => measured(name, 'creates'));
const retaken = await each(own, (name) => measured(name, 'retaken'));
const refusals = await each([...generations, ...names], refused);
const waits = await each([...generations, ...names], (name) => measured(name, 'waits'));
const others: Found = {};
for (const name of [...generations, ...names]) {
  others[name] = { ...creates[name], ...refusals[name], ...waits[name] };
}

const made = tables({ creates, retaken, others }, generations, peers);
console.log(made);
for (const name of own) {
  for (const ending of Object.keys(endings)) {
    const cell = creates[name]?.[ending] ?? '';
    if (cell.startsWith('1 →')) continue;
    process.stderr.write(`${name}, ${ending}: not one create but ${cell}\n`);
    process.exitCode = 1;
  }
}
if (process.argv.includes('--write') && !process.exitCode) {
  await fillFile('docs/reliability.md', { faults: made });
}
