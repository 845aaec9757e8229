/** Bytes per sleeping wait, in this process: `node --expose-gc bench/heap.mjs kling-fetch`. */
import { setTimeout as sleep } from 'node:timers/promises';
import { stubFor } from './stub.mjs';

const waits = 10_000;
const { answer, connect } = await import(`./programs/${process.argv[2]}.mjs`);
const { read, wait } = connect(stubFor(answer));
const used = () => {
  for (let time = 0; time < 3; time++) globalThis.gc();
  return process.memoryUsage().heapUsed;
};
const ids = Array.from({ length: waits }, (_, index) => String(index));
await read('0');
const before = used();
for (const id of ids) wait(id).catch(() => {});
// Everybody has looked once by then, and sleeps.
await sleep(Number(process.argv[3] ?? 8_000));
console.log(Math.round((used() - before) / waits));
process.exit();
