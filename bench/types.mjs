/** What the compiler has to do for the program of each client's README: instantiations, and seconds of checking beyond an empty file. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median } from './names.mjs';

const here = fileURLToPath(new URL('.', import.meta.url));
const tsc = createRequire(new URL('../package.json', import.meta.url)).resolve(
  'typescript/bin/tsc',
);
const kling = `import { cometapi, createKling } from '../../dist/index.js';
  const kling = createKling(cometapi, { apiKey: 'key' });`;

const programs = {
  nothing: 'export const nothing = 1;',
  'kling-fetch': `${kling}
    const { audios } = await kling.textToAudio.run({ prompt: 'rain', duration: 5 });
    console.log(audios[0]?.url_mp3);`,
  'kling-fetch with kling.http': `${kling}
    const path = '/v1/audio/text-to-audio/{task_id}';
    const { data } = await kling.http.GET(path, { params: { path: { task_id: '1' } } });
    console.log(data?.data?.task_status);`,
  replicate: `import Replicate from 'replicate';
    const replicate = new Replicate({ auth: 'key' });
    console.log(await replicate.run('a/b', { input: { prompt: 'rain' } }));`,
  fal: `import { createFalClient } from '@fal-ai/client';
    const fal = createFalClient({ credentials: 'key' });
    const { data } = await fal.subscribe('fal-ai/kling-video/v1/standard/text-to-video', { input: { prompt: 'rain' } });
    console.log(data.video.url);`,
  runwayml: `import RunwayML from '@runwayml/sdk';
    const runway = new RunwayML({ apiKey: 'key' });
    const task = await runway.tasks.retrieve('1').waitForTaskOutput();
    console.log(task.output[0]);`,
  openai: `import OpenAI from 'openai';
    const openai = new OpenAI({ apiKey: 'key' });
    console.log((await openai.vectorStores.files.poll('v', 'f')).status);`,
};

const options = ['--noEmit', '--strict', '--skipLibCheck', '--target', 'es2022'];
const resolution = ['--module', 'esnext', '--moduleResolution', 'bundler', '--lib', 'es2022,dom'];

async function check(file) {
  const args = [tsc, ...options, ...resolution, '--extendedDiagnostics', file];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  const figure = (name) => Number(new RegExp(`${name}:\\s+([\\d.]+)`).exec(stdout)?.[1]);
  return { instantiations: figure('Instantiations'), seconds: figure('Check time') };
}

/** Each program's figures; the seconds are the median of three, less those of an empty file. */
export async function typesOf() {
  const folder = await mkdtemp(join(here, '.types-'));
  try {
    const found = {};
    for (const [name, text] of Object.entries(programs)) {
      const file = join(folder, 'program.ts');
      await writeFile(file, text);
      const runs = [await check(file), await check(file), await check(file)];
      const seconds = median(runs.map((run) => run.seconds));
      found[name] = { instantiations: runs[0].instantiations, seconds };
    }
    const { nothing, ...rest } = found;
    for (const each of Object.values(rest))
      each.seconds = Math.max(0, each.seconds - nothing.seconds);
    return rest;
  } finally {
    await rm(folder, { recursive: true });
  }
}
