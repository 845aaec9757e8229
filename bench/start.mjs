/** A cold process from its start to the first answer of a server, as a multiple of what plain fetch takes. */
import { execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median } from './names.mjs';

const rounds = 9;
const program = (name, port) => `
  const { answer, connect } = await import(${JSON.stringify(new URL(`programs/${name}.mjs`, import.meta.url).href)});
  const headers = { 'x-answer': JSON.stringify(answer) };
  await connect(() => fetch('http://127.0.0.1:${port}/', { headers })).read('1');
  process.exit();`;

export async function startOf(names) {
  const server = fork(fileURLToPath(new URL('server.mjs', import.meta.url)));
  const [port] = await once(server, 'message');
  const all = ['fetch', ...names];
  const took = Object.fromEntries(all.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of all) {
      const began = performance.now();
      const args = ['--input-type=module', '-e', program(name, port)];
      await promisify(execFile)(process.execPath, args);
      took[name].push(performance.now() - began);
    }
  }
  server.kill();
  const plain = median(took.fetch);
  return Object.fromEntries(names.map((name) => [name, median(took[name]) / plain]));
}
