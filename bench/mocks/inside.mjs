/** A mock in the process of whoever calls `fetch`: `ours`, or `msw`. Prints what it took as JSON. File of the sound as the second argument. */
import { readFileSync } from 'node:fs';

const [which, file, milliseconds] = process.argv.slice(2);
const route = '/v1/audio/text-to-audio';
const headers = { authorization: 'Bearer bench', 'content-type': 'application/json' };

async function open() {
  const base = 'http://mock.test';
  if (which === 'msw') {
    const { startMsw } = await import('./msw.mjs');
    startMsw(base, readFileSync(file));
    return { base, send: (...request) => fetch(...request) };
  }
  const { startMock } = await import('../../packages/cli/dist/mock.js');
  const mock = await startMock({ speed: 'instant' });
  return { base: `${mock.url}/klingai`, send: mock.fetch };
}

const { base, send } = await open();
const body = JSON.stringify({ prompt: 'Rain on a tin roof', duration: 5 });
const create = async () =>
  (await (await send(base + route, { method: 'POST', headers, body })).json()).data.task_id;
const get = async (id) => (await (await send(`${base}${route}/${id}`, { headers })).json()).data;

await create();
const first = performance.now();

async function timed(work) {
  const took = [];
  for (let time = 0; time < 100; time++) {
    const began = performance.now();
    await work();
    took.push(performance.now() - began);
  }
  return took.toSorted((a, b) => a - b)[50];
}

async function rate(connections, work) {
  const began = performance.now();
  let count = 0;
  const worker = async () => {
    while (performance.now() - began < Number(milliseconds)) {
      await work();
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
  return (count * 1000) / (performance.now() - began);
}

const look = async () => get(await create());
const play = async () => {
  const { task_result: result } = await look();
  const bytes = await (await send(result.audios[0].url_mp3)).arrayBuffer();
  if (bytes.byteLength < 1_000) throw new Error('that is no sound');
};
const figures = { first, look: await timed(look), play: await timed(play) };
for (const connections of [16, 64]) {
  figures[`create ${connections}`] = await rate(connections, create);
  const id = await create();
  figures[`get ${connections}`] = await rate(connections, () => get(id));
}
console.log(JSON.stringify(figures));
process.exit();
