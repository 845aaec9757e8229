import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { driftLive } from '../../src/drift/live/live.ts';
import { formats } from '../../src/drift/report/formats.ts';
import { driftProxy } from '../../src/drift/traffic/proxy.ts';
import { firstTasks, oneOfEachKind } from '../support/drift.ts';

/** Looks like the name of a field, and like an id. */
const key = 'a1b2c3d4e5f6a7b8c9d0e1f2a3b4c5d6';
const escaped = `\\u0061${key.slice(1)}`;

/** An answer that repeats the key wherever a text can stand. */
const repeat = () => {
  const data = `{"task_id":"${key}","task_status":"succeed","${key}":{"${escaped}":1}}`;
  const text = `{"code":0,"message":"${key}","${key}":"${key}","${escaped}":1,"data":${data}}`;
  const headers = { 'content-type': `application/json; a=${key}`, 'x-key': key };
  return new Response(text, { headers });
};

async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'kling-fetch-secret-'));
  onTestFinished(() => rm(path, { recursive: true }));
  const read = async () =>
    Promise.all((await readdir(path)).map((name) => readFile(join(path, name), 'utf8')));
  return { path, read };
}

it('a key that the provider repeats is in no report, line or recording of drift live', async () => {
  const record = await folder();
  const lines: string[] = [];
  const fetch = async (_: string, { headers }: RequestInit) =>
    new Headers(headers).has('authorization')
      ? repeat()
      : Response.json({ code: 1000, message: 'no', request_id: 'r' }, { status: 401 });
  const report = await driftLive({
    ...({ provider: 'klingai', credentials: { apiKey: key } } as const),
    // Of this machine: there is no wait between two calls that a provider counts.
    ...{
      baseUrl: 'http://localhost',
      only: [...firstTasks('klingai'), ...oneOfEachKind('klingai')],
    },
    ...{ fetch, spend: 2, probeLimits: true, pollInterval: 1, record: record.path },
    onProgress: (line) => lines.push(line),
  });
  expect(report.tasks.length).toBeGreaterThan(0);
  const shown = Object.values(formats).map((format) => format(report));
  const recorded = await record.read();
  expect(recorded.length).toBeGreaterThan(0);
  expect([...shown, ...lines, ...recorded].join('\n')).not.toContain(key);
});

it('and in none of the proxy, which forwards the answer as it is', async () => {
  const record = await folder();
  const options = { provider: 'klingai', fetch: async () => repeat() } as const;
  const proxy = await driftProxy({ ...options, record: record.path });
  const headers = { authorization: `Bearer ${key}` };
  const answer = await fetch(`${proxy.url}/v1/audio/text-to-audio/1`, { headers });
  expect(await answer.text()).toContain(key);
  await proxy.close();
  const shown = Object.values(formats).map((format) => format(proxy.report()));
  const recorded = await record.read();
  expect(recorded).toHaveLength(1);
  expect([...shown, ...recorded].join('\n')).not.toContain(key);
});
