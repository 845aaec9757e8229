/** The cases in Node, Bun or Deno: takes them as JSON, prints how they ended as JSON. */
import process from 'node:process';
import { tryCreates } from './cases.mjs';

const ends = await tryCreates(JSON.parse(process.argv[2]));
console.log(JSON.stringify(ends));
// Open sockets are not waited for.
process.exit();
