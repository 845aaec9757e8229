/**
 * Measures what waiting costs this fleet: bytes in Redis for each waiting task, bytes of a poll on the wire, how many polls a
 * second one process makes, and the CPU time that the process and Redis spend on each. Starts a Redis or Valkey of its own.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createKling, klingai } from 'kling-fetch';
import { startMock } from 'kling-fetch-cli/mock';
import { startRedis } from './test/redis.mjs';

const jobs = Number(process.argv[2] ?? 100_000);
const seconds = 10;

const server = await startRedis();
process.on('exit', server.killNow);
const responses = await readResponsesOfMock();
const stub = spawn(process.execPath, ['test/stub.mjs', responses.running], {
  cwd: new URL('.', import.meta.url),
  stdio: ['ignore', 'pipe', 'inherit'],
});
process.on('exit', () => stub.kill('SIGKILL'));
const [port] = await once(stub.stdout, 'data');

const limits = { RUNNING: '1e9', POLLS_PER_SECOND: '1e9', SPEED: '1' };
const BASE_URL = `http://127.0.0.1:${String(port).trim()}`;
Object.assign(process.env, limits, { PROVIDER: 'klingai', REDIS_URL: server.url, BASE_URL });
const { claim, creates, polls, redis, saveHandle, submit } = await import('./queues.mjs');
const { kling } = await import('./settings.mjs');
const { pauseAt } = await import('./poll.mjs');

const handles = Array.from({ length: jobs }, (_, nth) => ({
  v: 1,
  provider: 'klingai',
  operation: 'textToVideo',
  externalId: crypto.randomUUID(),
  id: String(861_254_119_619_000_000n + BigInt(nth)),
  createdAt: Date.now(),
}));

const model_name = 'kling-v3';
const prompt = 'a paper boat on a puddle in the rain, '.repeat(5);
const initial = await readMemory();
await inBatches(({ externalId }) => submit('textToVideo', { prompt, model_name }, externalId));
print(
  'bytes in Redis of a waiting create with a prompt of 190 characters',
  ((await readMemory()) - initial) / jobs,
);
await creates.obliterate({ force: true });

const empty = await readMemory();
await inBatches(async (handle) => {
  await claim(handle);
  await saveHandle(handle);
});
const claimed = await readMemory();
await inBatches((handle) =>
  polls.add('poll', handle, { jobId: handle.externalId, delay: 3_600_000 }),
);
const delayed = await readMemory();
print('bytes in Redis of the handle and the place of a running task', (claimed - empty) / jobs);
print('bytes in Redis of its next poll', (delayed - claimed) / jobs);
print('bytes of a poll: the request', await measureRequest());
print('bytes of a poll: the response while the task runs, no headers', responses.running.length);
print('bytes of a poll: the response when it has succeeded', responses.finished.length);
print('bytes of a page of 500 running tasks', responses.page.length);

const { pollsPerTask, lag } = simulatePolls();
print('polls until a video is done that takes 319 s in the mean', pollsPerTask);
print('tenths of a second from the end of the video to the poll that sees it', lag * 10);

let requests = 0;
const send = globalThis.fetch;
globalThis.fetch = (...args) => {
  requests += 1;
  return send(...args);
};
const withoutQueue = process.cpuUsage();
for (let nth = 0; nth < 20_000; nth += 50)
  await Promise.all(handles.slice(nth, nth + 50).map((handle) => kling.resume(handle).snapshot()));
print('microseconds of CPU for a poll without a queue', cpuTimeSince(withoutQueue) / requests);

await polls.obliterate({ force: true });
await inBatches((handle) => polls.add('poll', handle, { jobId: handle.externalId }));
await import('./worker.mjs');
await sleep(2_000);
const before = { requests, redis: await readCpuTimeOfRedis(), own: process.cpuUsage() };
await sleep(seconds * 1_000);
const count = requests - before.requests;
print('polls a second of one process', count / seconds);
print('microseconds of CPU for a poll: the process', cpuTimeSince(before.own) / count);
print(
  'microseconds of CPU for a poll: Redis',
  ((await readCpuTimeOfRedis()) - before.redis) / count,
);
process.exit();

/** Reads the mock's responses for a running task, for the same task when it has succeeded, and for a page of running tasks. */
async function readResponsesOfMock() {
  const mock = await startMock({ speed: 1 });
  const baseUrl = `${mock.url}/klingai`;
  const kling = createKling(klingai, { apiKey: 'any' }, { baseUrl });
  const externalId = crypto.randomUUID();
  const { id } = await kling.textToVideo.create({
    prompt: 'x',
    model_name,
    external_task_id: externalId,
  });
  const read = async (path) => {
    const headers = { authorization: 'Bearer any' };
    return (await fetch(`${baseUrl}/v1/videos/text2video${path}`, { headers })).text();
  };
  for (let nth = 1; nth < 500; nth++) await kling.textToVideo.create({ prompt: 'x', model_name });
  const page = await read('?pageSize=500');
  const running = await read(`/${id}`);
  mock.advance('1h');
  const finished = await read(`/${id}`);
  await mock.close();
  return { running, finished, page };
}

/** Simulates polling many tasks with lognormal durations, the same as in `test/unit/schedule.test.ts`; lag is in seconds. */
function simulatePolls() {
  const mean = 319;
  const sigma = 0.35;
  const tasks = 20_000;
  let total = 0;
  let lag = 0;
  for (let nth = 0; nth < tasks; nth++) {
    const normal =
      Math.sqrt(-2 * Math.log(1 - Math.random())) * Math.cos(2 * Math.PI * Math.random());
    const end = 1_000 * Math.exp(Math.log(mean) - sigma ** 2 / 2 + sigma * normal);
    let age = 0;
    for (; age < end; total++) age += pauseAt('textToVideo', age);
    lag += age - end;
  }
  return { pollsPerTask: total / tasks, lag: lag / tasks / 1_000 };
}

/** Counts the bytes of a poll's request as they arrive at a server. */
async function measureRequest() {
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

/** Calls the function for every handle, a thousand at a time. */
async function inBatches(work) {
  for (let from = 0; from < jobs; from += 1_000)
    await Promise.all(handles.slice(from, from + 1_000).map(work));
}

/** Reads a number from Redis's `INFO`. */
async function readInfo(section, field) {
  const [, value] = new RegExp(`^${field}:(.+)$`, 'm').exec(await redis.info(section)) ?? [];
  return Number(value);
}

/** Reads how many bytes of memory Redis uses. */
function readMemory() {
  return readInfo('memory', 'used_memory');
}

/** Reads how many microseconds of CPU time Redis has used so far. */
async function readCpuTimeOfRedis() {
  return 1e6 * ((await readInfo('cpu', 'used_cpu_user')) + (await readInfo('cpu', 'used_cpu_sys')));
}

/** Microseconds of CPU time that this process has used since then. */
function cpuTimeSince(start) {
  const { user, system } = process.cpuUsage(start);
  return user + system;
}

function print(label, value) {
  console.log(`${String(Math.round(value)).padStart(7)}  ${label}`);
}
