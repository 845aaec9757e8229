/** kling-fetch beside its peers, in one run: each thing that is measured, by library. */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { completionMilliseconds } from './completion.mjs';
import { installOf } from './install.mjs';
import { median, names, packages } from './names.mjs';
import { overheadOf, paceOf } from './overhead.mjs';
import { sizeOf, sizesByProvider } from './size.mjs';
import { startOf } from './start.mjs';
import { typesOf } from './types.mjs';

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

/** Takes some minutes, and says on standard error how far it is. */
export async function measured() {
  const { dependencies } = JSON.parse(await readFile(new URL('package.json', import.meta.url)));
  const versionOf = (name) => dependencies[packages[name] ?? name];
  say('bundles');
  const bundle = await each([...names, 'kling-fetch-two', 'kling-fetch-jwt'], sizeOf);
  const providerBundle = await sizesByProvider();
  say('installs');
  const install = await each(names, (name) => installOf(name, versionOf(name)));
  say('time over a stub');
  const overhead = await overheadOf([...names, 'kling-fetch-jwt']);
  say('64 at once');
  const share = await paceOf(names);
  say('heap');
  const heap = await each(names, heapOf);
  say('types');
  const types = await typesOf();
  const completion = completionMilliseconds();
  say('cold start');
  const start = await startOf(names);
  // Microseconds depend on the machine, their ratio much less.
  const time = Object.fromEntries(
    Object.entries(overhead).map(([name, took]) => [name, took / overhead['openapi-fetch']]),
  );
  return { bundle, providerBundle, install, time, share, heap, types, completion, start };
}
