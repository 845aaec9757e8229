/** Bytes per sleeping wait, in this process: `node --expose-gc bench/heap.mjs kling-fetch`. */
import { setTimeout as sleep } from 'node:timers/promises';
import { stubFor } from './stub.mjs';

const waits = 10_000;
const { answer, connect } = await import(`./programs/${process.argv[2]}.mjs`);
const { read, wait } = connect(stubFor(answer));
const used = async () => {
  // What requests leave behind goes in several rounds, with a moment between them.
  for (let time = 0; time < 4; time++) {
    globalThis.gc();
    await sleep(100);
  }
  return process.memoryUsage().heapUsed;
};
// All for the one task that the stub shows: an answer about another task is none.
await read('1');
const before = await used();
// Held as a caller holds it, and with nothing hung on it: that would be measured, too.
const held = Array.from({ length: waits }, () => wait('1'));
// Every wait has polled once by then, and sleeps.
await sleep(Number(process.argv[3] ?? 7_000));
console.log(Math.round(((await used()) - before) / waits));
process.exit(held.length === waits ? 0 : 1);
