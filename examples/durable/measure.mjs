/**
 * What waiting costs this fleet: bytes of Redis for each task that is waited for, bytes of a look on the wire, and how many
 * looks a second one process makes, with what it and Redis compute for each. Starts a Redis or Valkey of its own.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createKling, klingai } from 'kling-fetch';
import { startMock } from 'kling-fetch/mock';
import { startRedis } from './test/redis.mjs';

const jobs = Number(process.argv[2] ?? 100_000);
const seconds = 10;

const server = await startRedis();
process.on('exit', server.killNow);
const answers = await answersOfMock();
const stub = spawn(process.execPath, ['test/stub.mjs', answers.running], {
  cwd: new URL('.', import.meta.url),
  stdio: ['ignore', 'pipe', 'inherit'],
});
process.on('exit', () => stub.kill('SIGKILL'));
const [port] = await once(stub.stdout, 'data');

const limits = { RUNNING: '1e9', LOOKS_PER_SECOND: '1e9', SPEED: '1' };
const BASE_URL = `http://127.0.0.1:${String(port).trim()}`;
Object.assign(process.env, limits, { PROVIDER: 'klingai', REDIS_URL: server.url, BASE_URL });
const { claim, creates, keep, looks, redis, submit } = await import('./queues.mjs');
const { kling } = await import('./settings.mjs');
const { pauseAt } = await import('./look.mjs');

const handles = Array.from({ length: jobs }, (_, nth) => ({
  v: 1,
  provider: 'klingai',
  operation: 'textToVideo',
  externalId: crypto.randomUUID(),
  id: String(861_254_119_619_000_000n + BigInt(nth)),
  createdAt: Date.now(),
}));

const prompt = 'a paper boat on a puddle in the rain, '.repeat(5);
const nothing = await used('memory', 'used_memory');
await inParts(({ externalId }) => submit('textToVideo', { prompt }, externalId));
print(
  'bytes of Redis for a create that waits, with a prompt of 190',
  ((await used('memory', 'used_memory')) - nothing) / jobs,
);
await creates.obliterate({ force: true });

const empty = await used('memory', 'used_memory');
await inParts(async (handle) => {
  await claim(handle);
  await keep(handle);
});
const known = await used('memory', 'used_memory');
await inParts((handle) =>
  looks.add('look', handle, { jobId: handle.externalId, delay: 3_600_000 }),
);
const asleep = await used('memory', 'used_memory');
print('bytes of Redis for a task that is known and holds a place', (known - empty) / jobs);
print('bytes of Redis for its look that sleeps', (asleep - known) / jobs);
print('bytes of a look: the request', await bytesOfLook());
print('bytes of a look: the answer while the task runs, without headers', answers.running.length);
print('bytes of a look: the answer when it has succeeded', answers.finished.length);

print('bytes of a page of 500 tasks that run', answers.page.length);

const { looksOfTask, lag } = pace();
print('looks at a video of 319 s in the mean', looksOfTask);
print('seconds of lag, in tenths', lag * 10);

let made = 0;
const send = globalThis.fetch;
globalThis.fetch = (...args) => {
  made += 1;
  return send(...args);
};
const alone = process.cpuUsage();
for (let nth = 0; nth < 20_000; nth += 50)
  await Promise.all(handles.slice(nth, nth + 50).map((handle) => kling.resume(handle).snapshot()));
const { user: inUser, system: inSystem } = process.cpuUsage(alone);
print(
  'microseconds that a process computes for a look without a queue',
  (inUser + inSystem) / made,
);
made = 0;

await looks.obliterate({ force: true });
await inParts((handle) => looks.add('look', handle, { jobId: handle.externalId }));
await import('./worker.mjs');
await sleep(2_000);
const before = { made, redis: await computed(), own: process.cpuUsage() };
await sleep(seconds * 1_000);
const count = made - before.made;
const { user, system } = process.cpuUsage(before.own);
print('looks a second of one process', count / seconds);
print('microseconds that the process computes for a look', (user + system) / count);
print('microseconds that Redis computes for a look', ((await computed()) - before.redis) / count);
process.exit();

/** What the mock says about a task that runs, and about the same when it has succeeded. */
async function answersOfMock() {
  const mock = await startMock({ speed: 1 });
  const baseUrl = `${mock.url}/klingai`;
  const kling = createKling(klingai, { apiKey: 'any' }, { baseUrl });
  const externalId = crypto.randomUUID();
  const { id } = await kling.textToVideo.create({ prompt: 'x', external_task_id: externalId });
  const read = async (which) => {
    const headers = { authorization: 'Bearer any' };
    return (await fetch(`${baseUrl}/v1/videos/text2video${which}`, { headers })).text();
  };
  for (let nth = 1; nth < 500; nth++) await kling.textToVideo.create({ prompt: 'x' });
  const page = await read('?pageSize=500');
  const running = await read(`/${id}`);
  mock.advance('1h');
  const finished = await read(`/${id}`);
  await mock.close();
  return { running, finished, page };
}

/** Looks and lag over many tasks that take a lognormal time, as `test/unit/pace.test.ts` has them. */
function pace() {
  const [mean, sigma, tasks] = [319, 0.35, 20_000];
  let [all, late] = [0, 0];
  for (let nth = 0; nth < tasks; nth++) {
    const normal =
      Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
    const end = 1_000 * Math.exp(Math.log(mean) - sigma ** 2 / 2 + sigma * normal);
    let age = 0;
    for (; age < end; all++) age += pauseAt('textToVideo', age);
    late += age - end;
  }
  return { looksOfTask: all / tasks, lag: late / tasks / 1_000 };
}

/** The bytes of a request as they arrive at a server. */
async function bytesOfLook() {
  let bytes = 0;
  const server = createServer((socket) => {
    socket.on('data', (part) => {
      bytes += part.length;
      socket.destroy();
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${server.address().port}`;
  const kling = createKling(klingai, { apiKey: 'x'.repeat(64) }, { baseUrl });
  await kling
    .resume(handles[0])
    .snapshot()
    .catch(() => {});
  server.close();
  return bytes;
}

/** Does it to every handle, a thousand at a time. */
async function inParts(work) {
  for (let from = 0; from < jobs; from += 1_000)
    await Promise.all(handles.slice(from, from + 1_000).map(work));
}

async function used(section, field) {
  const [, value] = new RegExp(`^${field}:(.+)$`, 'm').exec(await redis.info(section)) ?? [];
  return Number(value);
}

/** Microseconds that Redis has computed so far. */
async function computed() {
  return 1e6 * ((await used('cpu', 'used_cpu_user')) + (await used('cpu', 'used_cpu_sys')));
}

function print(what, value) {
  console.log(`${String(Math.round(value)).padStart(7)}  ${what}`);
}
