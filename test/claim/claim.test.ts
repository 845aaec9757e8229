import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Checked } from './checks.ts';

/** Their lines in the table of operations: a task, a call, and something kept. */
const lines = `
  puppetShow: { route: '/v1/videos/puppet-show', result: 'videos', seconds: 100 },
  hum: { route: '/v1/audio/hum', result: '', seconds: 0 },
  puppets: {
    route: '/v1/general/puppets',
    result: 'puppets',
    seconds: 30,
    presets: '/v1/general/preset-puppets',
    delete: '/v1/general/delete-puppets',
    id: 'puppet_id',
  },
`;

/** What compiles, and what does not: each comment is an error where the line below it has none. */
const program = `
import { cometapi, createKling, deerapi, klingai } from './src/index.ts';
const kling = createKling(klingai, { apiKey: 'k' });
const comet = createKling(cometapi, { apiKey: 'k' });
const deer = createKling(deerapi, { apiKey: 'k' });
const show = { plot: 'p', stage: 's' };

const { videos } = await kling.puppetShow.run({ ...show, mood: 'spooky', cast: [{ puppet_id: '1', line: 'l' }] });
const address: string | undefined = videos?.[0]?.url;
const shows = await kling.puppetShow.list({ pageNum: 2 });
const id: string | undefined = shows[0]?.task_id;
const duration: string | undefined = (await comet.puppetShow.run({ ...show, mood: 'sad' })).videos?.[0]?.duration;
const sound: string | undefined = (await kling.hum.call({ tune: 't', lips: 'open', tempo: 40 })).task_result.audios?.[0]?.url;
const name: string | undefined = (await kling.puppets.run({ puppet_name: 'n', face: 'f' })).puppets?.[0]?.puppet_name;
const preset: string | undefined = (await kling.puppets.presets())[0]?.task_result.puppets?.[0]?.puppet_id;
const nothing: void = await kling.puppets.delete('1');
const mood: 'merry' | 'sad' | 'spooky' | undefined = {} as Parameters<typeof kling.puppetShow.create>[0]['mood'];
export { address, duration, id, mood, name, nothing, preset, sound };

// @ts-expect-error: no such mood
await kling.puppetShow.create({ ...show, mood: 'angry' });
// @ts-expect-error: a mood that only the other provider has
await comet.puppetShow.create({ ...show, mood: 'spooky' });
// @ts-expect-error: without a stage
await kling.puppetShow.create({ plot: 'p' });
// @ts-expect-error: an entry of a list without what it needs
await kling.puppetShow.create({ ...show, cast: [{ line: 'l' }] });
// @ts-expect-error: this provider does not carry it
await deer.puppetShow.create(show);
// @ts-expect-error: nor that one this
await comet.hum.call({ tune: 't', lips: 'open' });
// @ts-expect-error: not a number
await kling.hum.call({ tune: 't', lips: 'open', tempo: 'quick' });
// @ts-expect-error: a call makes no task
await kling.hum.create({ tune: 't', lips: 'open' });
// @ts-expect-error: a task is not kept
await kling.puppetShow.delete('1');
// @ts-expect-error: an id is a text
await kling.puppets.delete(1);
`;

const parts = [
  ...['src', 'scripts', 'openapi', 'generated', 'docs', 'packages/cli/package.json'],
  ...['packages/cli/README.md', 'test/support', 'test/claim', 'package.json', 'tsconfig.json'],
  ...['biome.json', 'CONTRIBUTING.md', 'README.md'],
];
const execute = promisify(execFile);
let folder: string;
let results: Checked;
let compiler: string;

/** Runs a script of the copy; what it prints, and says where that is wrong. */
const run = async (...args: string[]) => {
  const { stdout } = await execute(process.execPath, args, { cwd: folder, maxBuffer: 2 ** 26 });
  return stdout;
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kling-claim-'));
  for (const part of parts) await cp(part, join(folder, part), { recursive: true });
  await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  await cp('test/fixtures/claim', folder, { recursive: true });
  const table = join(folder, 'src/client/operations.ts');
  const text = await readFile(table, 'utf8');
  await writeFile(table, text.replace('\n} as const;', `${lines}} as const;`));
  await writeFile(join(folder, 'program.ts'), program);
  const config = { extends: './tsconfig.json', include: ['src', 'generated', 'program.ts'] };
  await writeFile(join(folder, 'types.json'), JSON.stringify(config));

  await run('--import', 'tsx', 'scripts/generate.ts');
  const checking = run('--import', 'tsx', 'test/claim/checks.ts');
  const compiling = run('node_modules/typescript7/bin/tsc', '--noEmit', '-p', 'types.json');
  compiler = await compiling.catch(({ stdout }) => stdout);
  results = JSON.parse(await checking);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('the types take a right program, and refuse a wrong one', () => {
  expect(compiler).toBe('');
});

it('the client runs it', () => {
  expect(results.client).toEqual({
    shows: { klingai: ['mp4'], cometapi: ['mp4'] },
    hum: 'mp3',
    made: ['Captain'],
    listed: ['Captain'],
    presets: ['puppets'],
    afterwards: [],
    others: [],
  });
});
