/** Runtimes outside the browser. */
import { mkdir } from 'node:fs/promises';
import type { Mock } from '../../../src/mock/index.ts';
import type { Measured } from '../findings.ts';
import { commandOf, here, importPackage, made, run, versionOf } from '../packages.ts';
import { bundle, commandLine, runProgram, startWorker } from '../runtimes.ts';
import { expectResults, measureList, type Row } from './rows.ts';

/** The runtimes that have files and a command line, and the packages of npm that they come from. */
const commands = {
  'Node 20': 'node20',
  'Node 22': 'node22',
  'Node 24': 'node24',
  'Node 26': 'node26',
  Bun: 'bun',
  Deno: 'deno',
};

/** The arguments with which the command line makes a sound with the mock, and saves it in a folder. */
export const soundArguments = (mock: string, folder: string) => [
  ...['text-to-audio', '--prompt', 'rain', '--duration', '5'],
  ...['--provider', 'deerapi', '--base-url', `${mock}/deerapi`, '--out', folder],
];

/** What the command line needs besides its arguments. */
export const soundKey = { DEERAPI_KEY: 'runtimes' };

async function rowsOfCommands(mock: Mock): Promise<Row[]> {
  const cli = await commandOf('kling-fetch-cli', 'kling-fetch');
  const rows = Object.entries(commands).map(async ([needs, name]): Promise<Row[]> => {
    const version = await versionOf(name);
    const where = `${needs.split(' ')[0]} ${version}`;
    const folder = `${made}/saved/${name}`;
    await mkdir(folder, { recursive: true });
    const told = (mock: string) => runProgram(needs, 'save.mjs', { mock, folder });
    const required = ['--input-type=commonjs', '--eval', "require('kling-fetch').createKling.name"];
    const inCommonJs: Row = {
      where,
      what: '`require`',
      needs,
      async try() {
        await run([...commandLine(needs), ...required], here('.'));
      },
    };
    return [
      { where, what: 'results saved', needs, try: () => expectResults(mock, told) },
      {
        where,
        what: 'command line',
        needs,
        async try() {
          await run(
            [...commandLine(needs), cli, ...soundArguments(mock.url, folder)],
            folder,
            soundKey,
          );
        },
      },
      ...(needs.startsWith('Node') ? [inCommonJs] : []),
    ];
  });
  return (await Promise.all(rows)).flat();
}

/** workerd at a date when it knew less of `fetch`, and at one of this year. */
async function rowsOfWorkers(mock: Mock): Promise<Row[]> {
  const version = await versionOf('workerd');
  return ['2024-01-01', '2026-04-01'].map((date) => ({
    where: `workerd ${version}`,
    what: `compatibility date ${date}, results read`,
    needs: 'workerd',
    async try() {
      const worker = await startWorker(date);
      try {
        await expectResults(mock, async (address) => {
          const answer = await fetch(`${worker.url}/providers?mock=${encodeURIComponent(address)}`);
          return answer.json();
        });
      } finally {
        worker.stop();
      }
    },
  }));
}

/** Tries the cases in Vercel's edge-runtime. */
async function tryEdge(mock: string): Promise<unknown> {
  const { EdgeRuntime } = await importPackage('edge-runtime');
  const initialCode = await bundle('cases.mjs', { format: 'iife', globalName: 'cases' });
  const runtime = new EdgeRuntime({ initialCode });
  const found = runtime.evaluate(
    `cases.tryProviders(${JSON.stringify({ mock })}).then(JSON.stringify)`,
  );
  return JSON.parse(await found);
}

/** Creates, waits and results of every provider outside browsers. */
export async function measurePlatforms(mock: Mock): Promise<Measured> {
  const native = (mock: string) => runProgram('Node', 'native.mjs', { mock });
  return measureList([
    ...(await rowsOfCommands(mock)),
    ...(await rowsOfWorkers(mock)),
    {
      where: `edge-runtime ${await versionOf('edge-runtime')}`,
      what: 'results read',
      try: () => expectResults(mock, tryEdge),
    },
    {
      where: 'React Native, emulated in Node',
      what: 'no `crypto`, responses without a stream; addresses printed',
      try: () => expectResults(mock, native),
    },
  ]);
}
