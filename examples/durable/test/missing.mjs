/** Starts every program of the example without Redis, and takes Redis away from a worker. Exits with 1 when anything is wrong. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { findFreePort, startRedis } from './redis.mjs';

const programs = [
  ['worker.mjs'],
  ['submit.mjs', 'a paper boat'],
  ['status.mjs'],
  ['settle.mjs', 'external-id', 'none'],
];

/** Starts a program, and gathers what it prints. */
function start([file, ...args], url) {
  const cwd = new URL('..', import.meta.url);
  const child = spawn(process.execPath, [file, ...args], {
    cwd,
    env: { ...process.env, REDIS_URL: url },
  });
  process.on('exit', () => child.kill('SIGKILL'));
  const printed = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'])
    child[name].on('data', (text) => {
      printed[name] += text;
    });
  return { child, printed };
}

/** Runs a program that finds no Redis: it has to end with one line and the exit code 1. */
async function expectLine(program, url, line) {
  const { child, printed } = start(program, url);
  const [code] = await once(child, 'close');
  assert.deepEqual({ code, ...printed }, { code: 1, stdout: '', stderr: `${line}\n` }, program[0]);
}

const advice = 'start redis-server, or set REDIS_URL';
const port = await findFreePort();
const refused = `no Redis at 127.0.0.1:${port} (connect ECONNREFUSED 127.0.0.1:${port}): ${advice}`;
const url = `redis://name:password@127.0.0.1:${port}`;
await Promise.all(programs.map((program) => expectLine(program, url, refused)));

// Something that listens and is no Redis.
const silent = createServer(() => {}).listen(0, '127.0.0.1');
await once(silent, 'listening');
const host = `127.0.0.1:${silent.address().port}`;
await expectLine(['status.mjs'], `redis://${host}`, `no Redis at ${host} (no response): ${advice}`);
silent.close();

const redis = await startRedis().catch((error) => {
  console.error(error.message);
  process.exit(1);
});
process.on('exit', redis.killNow);
const { child, printed } = start(['worker.mjs'], redis.url);
while (!printed.stdout.includes('works for')) await once(child.stdout, 'data');
await redis.restart();
const submitted = start(['submit.mjs', 'a paper boat'], redis.url);
const [code] = await once(submitted.child, 'close');
assert.equal(code, 0, submitted.printed.stderr);
assert.match(printed.stderr, /^Redis is gone, waiting for it \(.+\)\n$/);
console.log('without Redis: one line from each program');
process.exit();
