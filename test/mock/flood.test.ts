import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { rain, raw } from '../support/mock-clients.ts';

/** Creates of each kind. By hand: `MOCK_CREATES=600 npx vitest run test/mock/flood.test.ts`. */
const creates = Number(process.env.MOCK_CREATES ?? 2);
const megabytes = 9.9e6;
const heap = 128;

const fill = (unit: string, bytes: number) => unit.repeat(bytes / unit.length).replace(/,$/, '');
const bodyWith = (field: string) => `{"prompt":"rain","duration":3,${field}}`;
const numbered = (count: number) => Array.from({ length: count }, (_, at) => `"k${at}":1`).join();

let child: ChildProcessWithoutNullStreams;
let url: string;

// One process for all kinds, with a heap that is bounded.
beforeAll(async () => {
  const node = [`--max-old-space-size=${heap}`, 'packages/cli/dist/bin.js'];
  child = spawn(process.execPath, [...node, 'mock', '--port', '0', '--speed', 'instant']);
  child.stderr.resume();
  let out = '';
  while (!out.includes('/klingai')) out += String((await once(child.stdout, 'data'))[0]);
  url = /KLING_BASE_URL=(\S+)\/klingai/.exec(out)?.[1] ?? '';
});
beforeEach(async () => {
  await fetch(`${url}/_mock/reset`, { method: 'POST' });
});
afterAll(() => child.kill());

it.each([
  ['a text of 9.9 MB', bodyWith(`"image":"${fill('QUJD', megabytes)}"`), 200],
  ['a text of 9.9 MB that is not of this alphabet', bodyWith(`"x":"${fill('水', 3.2e6)}"`), 200],
  ['a prompt of 9.9 MB', JSON.stringify({ ...rain, prompt: fill('rain', megabytes) }), 400],
  ['9.9 MB of objects', bodyWith(`"x":[${fill('{},', megabytes)}]`), 413],
  ['9.9 MB of names', bodyWith(numbered(800_000)), 413],
  ['as many objects as a body may have', bodyWith(`"x":[${fill('{},', 119_000)}]`), 200],
])(
  `a heap of ${heap} MB survives ${creates} creates with %s, 20 at once`,
  { timeout: 600_000 },
  async (_, body, status) => {
    const mock = raw({ url });
    const seen = new Set<unknown>();
    let left = creates;
    const worker = async () => {
      while (left-- > 0) seen.add((await mock.create(body)).status);
    };
    await Promise.all(Array.from({ length: 20 }, worker));
    expect([...seen]).toEqual([status]);
    expect((await mock.create()).status).toBe(200);
    for (const path of ['tasks', 'journal']) {
      const lists = Array.from({ length: 4 }, () => fetch(`${url}/_mock/${path}`));
      for (const answer of await Promise.all(lists)) {
        expect([200, 503]).toContain(answer.status);
        await answer.body?.cancel();
      }
    }
    expect((await fetch(`${url}/_mock/tasks`)).status).toBe(200);
    expect(child.exitCode ?? child.signalCode).toBe(null);
  },
);
