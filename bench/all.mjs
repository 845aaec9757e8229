/**
 * kling-fetch beside its peers, in one run: `npm run bench`. Prints a table in Markdown; with `--write` it goes into the
 * README. Exits 1 when what does not depend on the machine has become worse than its limit.
 */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { installOf } from './install.mjs';
import { median, names, titles } from './names.mjs';
import { overheadOf, paceOf } from './overhead.mjs';
import { sizeOf } from './size.mjs';
import { startOf } from './start.mjs';
import { typesOf } from './types.mjs';

/** What may not become worse: bytes, instantiations, bytes per wait. */
const limits = { bundle: 9_200, instantiations: 1_000, heap: 1_000 };
const heapFile = fileURLToPath(new URL('heap.mjs', import.meta.url));
const say = (line) => process.stderr.write(`${line}\n`);

async function heapOf(name) {
  const runs = [];
  for (let time = 0; time < 3; time++) {
    const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', heapFile, name]);
    runs.push(Number(stdout));
  }
  return median(runs);
}

async function each(names, measure) {
  const found = {};
  for (const name of names) found[name] = await measure(name);
  return found;
}

const { dependencies } = JSON.parse(await readFile(new URL('package.json', import.meta.url)));
const versionOf = (name) =>
  dependencies[{ fal: '@fal-ai/client', runwayml: '@runwayml/sdk' }[name] ?? name];

say('bundles');
const bundles = await each([...names, 'kling-fetch-two', 'kling-fetch-jwt'], sizeOf);
say('installs');
const installs = await each(names, (name) => installOf(name, versionOf(name)));
say('time over a stub');
const overhead = await overheadOf([...names, 'kling-fetch-jwt']);
say('64 at once');
const pace = await paceOf(names);
say('heap');
const heap = await each(names, heapOf);
say('types');
const types = await typesOf();
say('cold start');
const start = await startOf(names);

const times = (figure) => `× ${figure.toFixed(2)}`;
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;
const title = (name) => titles[name] ?? name;
// Microseconds depend on the machine, their ratio much less.
const over = (name) => times(overhead[name] / overhead['openapi-fetch']);

const heads = [
  '',
  'bundle',
  'packages, size',
  'time of a call',
  '64 at once',
  'a sleeping wait',
  'types',
  'cold start',
];
const row = (name) => [
  title(name),
  kilobytes(bundles[name]),
  `${installs[name].packages}, ${Math.round(installs[name].kilobytes)} kB`,
  over(name),
  times(pace[name]),
  `${heap[name]} B`,
  types[name] ? String(types[name].instantiations) : '–',
  times(start[name]),
];
const rows = [heads, heads.map(() => '---'), ...names.map(row)];
const table = rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
const extra = [
  `A second provider adds ${bundles['kling-fetch-two'] - bundles['kling-fetch']} bytes to the bundle,`,
  `tokens of an access key ${bundles['kling-fetch-jwt'] - bundles['kling-fetch']}; they cost`,
  `${times(overhead['kling-fetch-jwt'] / overhead['kling-fetch'])} the time of a call with a key. With \`kling.http\` the`,
  `compiler makes ${types['kling-fetch with kling.http'].instantiations} instantiations.`,
].join(' ');
const text = `${table}\n\n${extra}`;
console.log(text);

if (process.argv.includes('--write')) {
  const file = new URL('../README.md', import.meta.url);
  const [before, rest] = (await readFile(file, 'utf8')).split('<!-- bench -->');
  const after = rest.split('<!-- /bench -->')[1];
  await writeFile(file, `${before}<!-- bench -->\n\n${text}\n\n<!-- /bench -->${after}`);
}

const measured = {
  bundle: bundles['kling-fetch'],
  instantiations: types['kling-fetch'].instantiations,
  heap: heap['kling-fetch'],
};
for (const [what, limit] of Object.entries(limits)) {
  if (measured[what] <= limit) continue;
  say(`${what}: ${measured[what]}, more than ${limit}`);
  process.exitCode = 1;
}
