/** Microseconds of the library alone in each read of a task, over a stub `fetch`; and each's share of plain fetch's pace. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { median } from './names.mjs';
import { stubFor } from './stub.mjs';

const rounds = 5;

async function microseconds(read, calls) {
  const began = performance.now();
  for (let call = 0; call < calls; call++) await read('1');
  return ((performance.now() - began) / calls) * 1000;
}

/** What each read costs more than by hand, in turns so that a slow moment hits all. */
export async function overheadOf(names) {
  const readers = await readersOf(names, (answer) => stubFor(answer));
  for (const read of Object.values(readers)) await microseconds(read, 3_000);
  const took = Object.fromEntries(Object.keys(readers).map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const [name, read] of Object.entries(readers)) {
      took[name].push(await microseconds(read, 3_000));
    }
  }
  const over = (name) => median(took[name].map((time, round) => time - took.fetch[round]));
  return Object.fromEntries(names.map((name) => [name, over(name)]));
}

async function perSecond(read, milliseconds) {
  const end = performance.now() + milliseconds;
  let count = 0;
  const worker = async () => {
    while (performance.now() < end) {
      await read('1');
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: 64 }, worker));
  return count / (milliseconds / 1000);
}

/** Reads a second at 64 at once from a server of its own process, as a share of plain fetch's in the same round. */
export async function paceOf(names) {
  const server = fork(fileURLToPath(new URL('server.mjs', import.meta.url)));
  const [port] = await once(server, 'message');
  const to = (answer) => {
    const headers = { 'x-answer': JSON.stringify(answer) };
    return () => globalThis.fetch(`http://127.0.0.1:${port}/`, { headers });
  };
  const readers = await readersOf(names, to);
  const shares = Object.fromEntries(names.map((name) => [name, []]));
  for (let round = 0; round <= rounds; round++) {
    const plain = await perSecond(readers.fetch, 1_000);
    for (const name of names) {
      const share = (await perSecond(readers[name], 1_000)) / plain;
      // The first round only warms up.
      if (round > 0) shares[name].push(share);
    }
  }
  server.kill();
  return Object.fromEntries(names.map((name) => [name, median(shares[name])]));
}

async function readersOf(names, fetchFor) {
  const pairs = ['fetch', ...names].map(async (name) => {
    const { answer, connect } = await import(`./programs/${name}.mjs`);
    return [name, connect(fetchFor(answer)).read];
  });
  return Object.fromEntries(await Promise.all(pairs));
}
