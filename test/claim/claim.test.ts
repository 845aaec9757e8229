import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ProviderName, providerNames } from '../../src/documents/documents.ts';
import type { Checked, checkAll } from './checks.ts';

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

/** What two of them cost. Of two prices the first one counts that fits, and the answer of a call need not say any. */
const price = `
  - { operations: [hum], units: 0.05, per: call }
  - { operations: [puppetShow], when: { mood: [spooky] }, units: 3, per: call }
  - { operations: [puppetShow], units: 2, per: call }

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
const sound: string | undefined = (await kling.hum.call({ tune: 't', lips: 'open', tempo: 40 })).task_result.audios?.[0]?.url_low;
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
  ...[
    'packages/cli/README.md',
    'test/support',
    'test/browser',
    'test/claim',
    'package.json',
    'tsconfig.json',
  ],
  ...['biome.json', 'CONTRIBUTING.md', 'README.md'],
];
let folder: string;
let results: Checked;
let compiler: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kling-claim-'));
  for (const part of parts) await cp(part, join(folder, part), { recursive: true });
  await symlink(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
  await cp('test/fixtures/claim', folder, { recursive: true });
  const table = join(folder, 'src/client/operations.ts');
  const text = await readFile(table, 'utf8');
  await writeFile(table, text.replace('\n} as const;', `${lines}} as const;`));
  const prices = join(folder, 'openapi/prices.yaml');
  const others = '\n# What the page prices and no operation';
  await writeFile(prices, (await readFile(prices, 'utf8')).replace(others, price + others));
  await writeFile(join(folder, 'program.ts'), program);
  const config = { extends: './tsconfig.json', include: ['src', 'generated', 'program.ts'] };
  await writeFile(join(folder, 'types.json'), JSON.stringify(config));

  // In this process, which has loaded Prism and most else that the copy shares with the repository; its own modules are new.
  await import(join(folder, 'scripts/generate.ts'));
  const checks: { checkAll: typeof checkAll } = await import(join(folder, 'test/claim/checks.ts'));
  results = JSON.parse(JSON.stringify(await checks.checkAll()));
  const types = ['--noEmit', '--checkers', '1', '-p', 'types.json'];
  const args = ['node_modules/typescript7/bin/tsc', ...types];
  const compiling = promisify(execFile)(process.execPath, args, { cwd: folder });
  // What it prints says where it found something wrong; where it cannot even begin, what it says of that.
  compiler = (await compiling.catch((error) => ({ stdout: error.stdout || String(error) }))).stdout;
});
afterAll(() => rm(folder, { recursive: true, force: true }));

it('the types take a right program, and refuse a wrong one', () => {
  expect(compiler).toBe('');
});

it('the client runs them', () => {
  expect(results.client).toEqual({
    shows: [['mp4'], ['mp4']],
    hum: ['mp3'],
    made: ['Captain'],
    pictures: 2,
    listed: ['Captain'],
    presets: ['Punch'],
    afterwards: [],
    elsewhere: [],
  });
});

it('the mock refuses what breaks a rule, and a lookup that is not documented', () => {
  expect(results.mock).toEqual(Array(6).fill(400));
});

it('their prices are known', () => {
  expect(results.prices).toMatchObject([{ units: 3, dollars: 0.42 }, { units: 2 }]);
});

it('the command line has them, with the flags of their documents', () => {
  const flags = ['plot', 'stage', 'mood', 'cast', 'tune', 'lips', 'puppet-name', 'face'];
  const task = expect.stringMatching(/^\d+\tsucceed\t.*\nhttp:.*\.mp4\n$/);
  expect(results.commandLine).toEqual({
    help: [
      expect.stringMatching(/^ {2}puppet-show +Let puppets play\.$/),
      expect.stringMatching(/^ {2}hum +Hum a tune\.$/),
      expect.stringMatching(/^ {2}puppets +Make a puppet of your own\.$/),
      expect.stringMatching(/^ {2}puppets list +List puppets of yours\.$/),
      expect.stringMatching(/^ {2}puppets presets +List puppets of Kling\.$/),
      expect.stringMatching(/^ {2}puppets delete +Delete a puppet of yours\.$/),
    ],
    flags: expect.stringMatching(new RegExp(flags.map((flag) => `--${flag}\\b`).join('.*'))),
    way: expect.stringContaining(
      'look for it among your last tasks with: npx kling-fetch-cli list --provider klingai --operation puppet-show',
    ),
    wrong: 'kling-fetch: --mood must be one of merry, sad, spooky, not angry\n',
    elsewhere: 'kling-fetch: deerapi does not offer puppet-show; klingai and cometapi do\n',
    run: 0,
    get: task,
    list: true,
    cost: expect.stringMatching(/^about 0\.05 units, \$0\.007\b/),
    call: 0,
    kept: expect.stringMatching(/^\d+\tCaptain\t/),
    presets: expect.stringMatching(/^\d+\tPunch\t/),
    deleted: 0,
    afterwards: '',
    files: ['a.mp3', 'show.mp4'],
  });
});

it('the page offers them, with their fields, their program and their result', () => {
  expect(results.page).toEqual({
    forms: [
      {
        fields: ['puppet_name', 'face', 'material', 'external_task_id', 'callback_url'],
        program:
          "const { puppets } = await kling.puppets.run({ puppet_name: 'Captain', face: 'https://example.com/captain.png' });",
      },
      {
        fields: ['tune', 'lips', 'tempo'],
        program: "const answer = await kling.hum.call({ tune: 'a slow waltz', lips: 'closed' });",
      },
      {
        fields: [
          ...['plot', 'stage', 'mood', 'cast', 'watermark_info', 'watermark_info-enabled'],
          ...['external_task_id', 'callback_url'],
        ],
        program:
          "const { videos } = await kling.puppetShow.run({ plot: 'The captain loses his hat', stage: 'https://example.com/harbour.png' });",
      },
    ],
    elsewhere: ['Nothing found'],
  });
});

it('the contract suite has cases for them, and Prism judges each rightly', () => {
  const judged = [
    'klingai puppetShow: true',
    'klingai hum: true',
    'klingai puppets: true',
    'GET /v1/videos/puppet-show: true',
    'GET /v1/general/puppets: true',
    'GET /v1/general/preset-puppets: true',
    'cometapi puppetShow: true',
  ];
  expect(results.suite).toEqual({ judged, problems: [] });
});

it('drift finds nothing where they are as documented, and what has changed', () => {
  expect(results.drift).toEqual({
    conforming: [],
    drifted: [
      'answer-moved /data/task_result/videos/0/duration',
      'answer-moved /data/0/task_result/videos/0/duration',
      'answer-moved /data/task_result/audios/0/duration',
    ],
  });
});

it('drift spends nothing on them without leave, and with leave no more than that', () => {
  const common = { findings: [], failed: [] };
  expect(results.spending).toEqual([
    { paid: [], ...common },
    { paid: Array(3).fill('hum call'), ...common },
  ]);
});

it('the proxy passes what is allowed, and none of its other fields', () => {
  expect(results.proxy).toEqual({
    run: ['mp4'],
    call: 200,
    presets: 200,
    otherField: 400,
    otherFieldInList: 400,
    delete: 403,
    list: 403,
  });
});

it('the tables of the docs have them', () => {
  const [transcribed, inferred] = ['[transcribed]', '[inferred]'].map((word) => `\\${word}[^|]*`);
  const row = (name: string, route: string, at: { [P in ProviderName]?: string }) => {
    const cells = [`\`${name}\``, `\`${route}\``, ...providerNames.map((each) => at[each] ?? '–')];
    return expect.stringMatching(new RegExp(`^\\| ${cells.join(' \\| ')} \\|$`));
  };
  expect(results.docs).toEqual([
    row('puppetShow', '/v1/videos/puppet-show', {
      klingai: `${transcribed}`,
      cometapi: `${transcribed}${inferred}`,
    }),
    row('hum', '/v1/audio/hum', { klingai: `${transcribed}` }),
    row('puppets', '/v1/general/puppets', { klingai: `${transcribed}` }),
  ]);
});
