/** Compilers: what a program that uses both packages needs of its settings. */
import { mkdir, writeFile } from 'node:fs/promises';
import type { Measured } from '../findings.ts';
import { commandOf, made, ProgramError, run, versionOf } from '../packages.ts';
import { measureGrid, type Row } from './rows.ts';

const versions = ['5.4', '5.5', '5.6', '5.7', '5.8', '5.9', '6.0', '7.0'];

/** A program that uses every entry of both packages that has types. */
const program = `
import { createKling, cometapi, klingai, klingai2, KlingError, type Output, TaskFailedError } from 'kling-fetch';
import { type Saved, save } from 'kling-fetch/node';
import { createProxy } from 'kling-fetch/proxy';
import { receive } from 'kling-fetch/webhooks';
import { check, inputSchema } from 'kling-fetch-cli/contract';
import { type Mock, startMock } from 'kling-fetch-cli/mock';

const kling = createKling(klingai, { accessKey: 'a', secretKey: 's' });

export async function makeSound(): Promise<Saved> {
  const result: Output<typeof kling.textToAudio> = await kling.textToAudio.run({ prompt: 'rain', duration: 5 });
  const url: string | undefined = result.audios?.[0]?.url_mp3;
  return save(url ?? '', 'rain.mp3');
}

// @ts-expect-error the duration is a number
kling.textToAudio.create({ prompt: 'rain', duration: '5' });

const second = createKling(klingai2, { apiKey: 'k' });

export async function makeVideo(): Promise<string | undefined> {
  const options = { external_task_id: 'boat-1' };
  const task = await second.textToVideo.create({ model: 'kling-2.6', prompt: 'a boat', options });
  const { videos }: Output<typeof second.textToVideo> = await task.result();
  return videos[0]?.url;
}

// @ts-expect-error this model makes no film of twelve seconds
second.textToVideo.create({ model: 'kling-2.6', prompt: 'a boat', settings: { duration: 12 } });

export const POST: (request: Request) => Promise<Response> = createProxy(
  cometapi,
  { apiKey: 'k' },
  { allow: { textToAudio: ['create', 'read'] }, rate: { requests: 10, perSeconds: 60 } },
);
export const mock: Promise<Mock> = startMock({ speed: 'instant' });
export const found = check(inputSchema('cometapi', 'textToAudio'), { prompt: 'x', duration: 2 });
export const field: string | undefined = found[0]?.field;
export const isFailure = (error: unknown): boolean => error instanceof TaskFailedError || error instanceof KlingError;
export { receive };
`;

/** A setting: its compiler options, what kind of file the program is, and how compilers of some versions refuse it. */
interface Setting {
  what: string;
  options: { module: string; moduleResolution: string };
  isCommonJs?: boolean;
  /** The error, for versions that are in `in`; every version where it has none. */
  fails?: { error: RegExp; in?: string[] };
}

const old = ['5.4', '5.5', '5.6', '5.7'];
const settings: Setting[] = [
  { what: 'bundler', options: { module: 'esnext', moduleResolution: 'bundler' } },
  { what: 'node16', options: { module: 'node16', moduleResolution: 'node16' } },
  { what: 'nodenext', options: { module: 'nodenext', moduleResolution: 'nodenext' } },
  {
    what: 'node16, CommonJS file',
    options: { module: 'node16', moduleResolution: 'node16' },
    isCommonJs: true,
    fails: { error: /TS1479/ },
  },
  {
    what: 'nodenext, CommonJS file',
    options: { module: 'nodenext', moduleResolution: 'nodenext' },
    isCommonJs: true,
    fails: { error: /TS1479/, in: old },
  },
  {
    what: 'node10',
    options: { module: 'esnext', moduleResolution: 'node10' },
    // Not found; from 6.0 on the setting itself is refused.
    fails: { error: /TS(2307|5107|5108)/ },
  },
];

const common = {
  strict: true,
  noEmit: true,
  exactOptionalPropertyTypes: true,
  target: 'es2022',
  lib: ['es2022', 'dom', 'dom.iterable', 'esnext.disposable'],
  types: ['node'],
};

/** Compiles the program. @throws the errors' codes, each once */
async function compile(version: string, setting: Setting, skipLibCheck: boolean): Promise<void> {
  const { what, options, isCommonJs = false } = setting;
  const folder = `${made}/types/${version}-${what.replaceAll(/\W+/g, '-')}`;
  const name = isCommonJs ? 'program.cts' : 'program.mts';
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/${name}`, program);
  const config = { compilerOptions: { ...common, ...options, skipLibCheck }, files: [name] };
  await writeFile(`${folder}/tsconfig.json`, JSON.stringify(config));
  const tsc = await commandOf(packageOf(version), 'tsc');
  await run([process.execPath, tsc, '--pretty', 'false', '-p', '.'], folder).catch((error) => {
    const { output } = error as ProgramError;
    throw new ProgramError('tsc', `${[...new Set(output.match(/TS\d+/g))].join(', ')}\n${output}`);
  });
}

const packageOf = (version: string) => (version === '5.9' ? 'typescript' : `typescript${version}`);

/** Compiles a program with every version of the compiler and every way to find modules. */
export async function measureTypescript(): Promise<Measured> {
  const rows = versions.map(async (version): Promise<Row[]> => {
    const exact = await versionOf(packageOf(version));
    return settings.map((setting): Row => {
      const { what, fails } = setting;
      const isRefused = fails !== undefined && (fails.in?.includes(version) ?? true);
      return {
        where: `TypeScript ${exact}`,
        what,
        ...(isRefused && { fails: fails?.error }),
        // What is refused anyway need not be checked down to the last declaration.
        try: () => compile(version, setting, isRefused),
      };
    });
  });
  return measureGrid('compiler', (await Promise.all(rows)).flat(), 2);
}
