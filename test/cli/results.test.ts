import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { prepareTarget } from '../../src/cli/result.ts';
import { documents, type ProviderName, providersOf } from '../../src/documents/documents.ts';
import { nameOf } from '../../src/documents/json.ts';
import { placesOf } from '../../src/documents/places.ts';
import { type Mock, startMock } from '../../src/mock/index.ts';
import { jpeg } from '../support/headers.ts';
import { accepted, looksLike, taskId } from '../support/kling.ts';
import { secondsOfMedia } from '../support/media.ts';
import { withoutWaits } from '../support/waits.ts';
import { canary, fakeProvider, inFolder } from './support.ts';

withoutWaits();
const { kling, folder, files } = inFolder();
let mock: Mock;
beforeAll(async () => {
  mock = await startMock({ speed: 'instant' });
});
afterAll(() => mock.close());

const at = (provider = 'klingai') => [
  '--provider',
  provider,
  '--base-url',
  `${mock.url}/${provider}`,
];
const rain = ['text-to-audio', '--prompt', 'rain on a tin roof', '--duration', '3.3'];
const video = ['text-to-video', '--prompt', 'boat', '--model-name', 'kling-v3'];

async function seconds(file: string): Promise<number> {
  return secondsOfMedia(await readFile(file), file);
}

it.each(['/../../up', '..', '/etc/passwd', 'a\\..\\b', 'a\0b', ''])(
  'whatever id a provider gives, the file stays in its folder: %j',
  async (id) => {
    const context = { cwd: folder(), stdout: { write: () => {} } };
    const target = await prepareTarget('klingai', 'textToAudio', context);
    expect(dirname(target?.fileOf?.(id, 0, 'mp3') ?? '')).toBe(folder());
  },
);

describe('a retired model', () => {
  const boat = ['text-to-video', '--prompt', 'boat', '--no-save'];
  const warning = (what: string) =>
    `kling-fetch: Kling retired ${what} on 2026-09-15; still served: kling-v2-5-turbo, kling-v2-6, kling-v3`;

  it('is warned of in a line on stderr, before the provider refuses it', async () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    onTestFinished(() => warn.mockRestore());
    const { code, out, errLines } = await kling([...boat, ...at()]);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(errLines).toEqual([
      warning('kling-v1, the default of model_name,'),
      expect.stringContaining('its default kling-v1 was retired on 2026-09-15'),
    ]);
    const named = await kling([...boat, '--model-name', 'kling-v1-6', ...at('cometapi')]);
    expect(named.code).toBe(0);
    expect(named.errLines.filter((line) => line.includes('retired'))).toEqual([
      warning('kling-v1-6'),
    ]);
    expect(warn).not.toHaveBeenCalled();
  });

  it('with --quiet is only refused', async () => {
    const { code, errLines } = await kling([...boat, '--quiet', ...at()]);
    expect([code, errLines]).toEqual([3, [expect.stringContaining('was retired')]]);
  });
});

describe('a created task', () => {
  /** Whether a provider's document has what a task cost. */
  const saysCosts = (name: ProviderName) =>
    JSON.stringify(documents[name]).includes(`"${nameOf(placesOf(name).billing)}"`);

  it.each(providersOf('textToAudio'))(
    'of %s ends as a file, whose path is on stdout',
    async (name) => {
      const { code, out, errLines } = await kling([...rain, ...at(name)]);
      expect(code).toBe(0);
      const [file = ''] = await files();
      const id = /^text-to-audio-(\d+)\.mp3$/.exec(file)?.[1];
      expect(out).toBe(`${join(folder(), file)}\n`);
      const kB = `${Math.ceil((await readFile(join(folder(), file))).length / 1e3)} kB`;
      expect(errLines).toEqual([
        `task ${id} at ${name}`,
        ...['submitted', 'succeed', 'saving'],
        expect.stringMatching(
          saysCosts(name)
            ? `^${kB} saved after 0:\\d\\d, [\\d.]+ units spent \\(about 0\\.25 expected\\)$`
            : `^${kB} saved after 0:\\d\\d$`,
        ),
      ]);
      expect(await seconds(join(folder(), file))).toBeCloseTo(3.3, 0);
    },
  );

  it.each([
    ['rain.wav', rain],
    ['RAIN.MP3', rain],
    ['clip.wav', ['video-to-audio', '--video-url', 'https://example.com/a.mp4', '--asmr-mode']],
    ['clip.mp4', ['video-to-audio', '--video-url', 'https://example.com/a.mp4']],
    ['boat.mp4', [...video, '--duration', '5', '--cfg-scale', '0.5']],
  ])('goes to %s, in the format of its ending', async (file, argv) => {
    const { code, out } = await kling([...argv, '--out', file, ...at()]);
    expect({ code, out }).toEqual({ code: 0, out: `${join(folder(), file)}\n` });
    expect(await files()).toEqual([file]);
    const start = (await readFile(join(folder(), file))).subarray(0, 12).toString('latin1');
    const signs: Record<string, RegExp> = { wav: /^RIFF/, mp3: /^\xff|^ID3/, mp4: /^....ftyp/s };
    expect(start).toMatch(signs[file.slice(-3).toLowerCase()] ?? 'no such format');
  });

  it('takes objects in JSON', async () => {
    const camera = '{"type":"simple","config":{"zoom":2}}';
    const argv = [...video, '--camera-control', camera];
    expect((await kling([...argv, ...at('cometapi')])).code).toBe(0);
  });

  it('gives the addresses alone with --no-save', async () => {
    const { out } = await kling([...rain, '--no-save', ...at()]);
    expect(out).toMatch(/^http:\/\/127\S+\.mp3\nhttp:\/\/127\S+\.wav\n$/);
    expect(await files()).toEqual([]);
  });

  it('is one JSON object with --json, whose handle wait and get accept', async () => {
    const made = await kling([...video, '--json', ...at('deerapi')]);
    const { task, result, files: saved } = JSON.parse(made.out);
    expect(task).toMatchObject({ v: 1, provider: 'deerapi', operation: 'textToVideo' });
    expect(result.videos[0].url).toMatch(/^http/);
    expect(saved).toEqual([join(folder(), `text-to-video-${task.id}.mp4`)]);
    await rm(saved[0]);
    const reach = ['--base-url', `${mock.url}/deerapi`];
    const again = await kling(['wait', JSON.stringify(task), '--json', ...reach]);
    expect(JSON.parse(again.out)).toEqual({ task, result, files: saved });
    expect(await files()).toHaveLength(1);
    const got = await kling(['get', JSON.stringify(task), '--json', ...reach]);
    expect(JSON.parse(got.out)).toMatchObject({ task, files: [] });
    expect(JSON.parse(got.out).snapshot.task_status).toBe('succeed');
  });

  it('finds its key and its provider in the environment', async () => {
    await using own = await startMock({ speed: 'instant', keys: { access: canary } });
    const pair = { KLING_ACCESS_KEY: 'access', KLING_SECRET_KEY: canary };
    const env = { ...pair, KLING_BASE_URL: `${own.url}/klingai` };
    expect((await kling(rain, { env })).code).toBe(0);
  });
});

describe('a task that exists', () => {
  it('is found by get, wait and list', async () => {
    const made = await kling([...rain, '--no-save', '--external-task-id', 'rain-7', ...at()]);
    const id = /task (\d+)/.exec(made.err)?.[1] ?? '';
    const got = await kling(['get', id, ...at()]);
    expect(got.out).toMatch(
      new RegExp(`^${id}\tsucceed\t\\d{4}-\\S+Z\nhttp\\S+mp3\nhttp\\S+wav\n$`),
    );
    const byName = await kling(['get', 'rain-7', ...at()]);
    expect(byName.out).toBe(got.out);
    const waited = await kling(['wait', id, '--out', 'rain.wav', ...at()]);
    expect(waited).toMatchObject({ code: 0, out: `${join(folder(), 'rain.wav')}\n` });
    const listed = await kling(['list', '--page-num', '1', '--page-size', '1', ...at()]);
    expect(listed.out).toMatch(new RegExp(`^${id}\tsucceed\t\\S+\n$`));
    const { tasks } = JSON.parse((await kling(['list', '--json', ...at()])).out);
    expect(tasks[0].task).toMatchObject({ v: 1, provider: 'klingai', id });
    expect(tasks[0].snapshot.task_status).toBe('succeed');
  });

  it('is on no page after the last', async () => {
    const { code, out, errLines } = await kling(['list', '--page-num', '1000', ...at()]);
    expect({ code, out, errLines }).toEqual({
      code: 0,
      out: '',
      errLines: ['no tasks on this page'],
    });
  });

  it('cannot be named by a handle and contradicting flags', async () => {
    const handle = { v: 1, provider: 'deerapi', operation: 'textToVideo', id: '1', createdAt: 0 };
    const wait = ['wait', JSON.stringify(handle)];
    expect((await kling([...wait, '--provider', 'klingai'])).errLines).toEqual([
      'kling-fetch: the handle is for deerapi; leave out --provider',
    ]);
    expect((await kling([...wait, '--operation', 'text-to-audio'])).errLines).toEqual([
      'kling-fetch: the handle is for text-to-video; leave out --operation',
    ]);
    const unnamed = JSON.stringify({ ...handle, id: undefined, externalId: 'x' });
    expect(await kling(['get', unnamed])).toMatchObject({ code: 2 });
  });
});

describe('a result of several files', () => {
  const provider = fakeProvider(({ at, times }) => {
    if (at.startsWith('POST')) return accepted();
    // Text would not be saved as a video.
    if (at.endsWith('.mp4')) return Buffer.from(`\0${at}`);
    if (times === 1) return looksLike('processing');
    const videos = [1, 2].map((id) => ({ id: `${id}`, url: `${provider.url()}/${id}.mp4` }));
    return looksLike('succeed', { task_result: { videos } });
  });

  it('is numbered from the second on', async () => {
    const argv = [...video, '--base-url', provider.url()];
    const { code, out, errLines } = await kling([...argv, '--out', 'boat.mp4']);
    expect(code).toBe(0);
    expect(out.trimEnd().split('\n')).toEqual(
      ['boat.mp4', 'boat-2.mp4'].map((file) => join(folder(), file)),
    );
    expect(await readFile(join(folder(), 'boat-2.mp4'), 'utf8')).toBe('\0GET /2.mp4');
    expect(errLines).toEqual([
      `task ${taskId} at klingai`,
      'submitted',
      'processing',
      'succeed',
      'saving',
      expect.stringMatching(/^1 kB saved after 0:\d\d$/),
    ]);
  });
});

describe('a picture', () => {
  const provider = fakeProvider(({ at }) => {
    if (at.startsWith('POST')) return accepted();
    if (at.includes('.image')) return Buffer.from(jpeg(640, 360));
    const images = [
      { index: 0, url: `${provider.url()}/0.image`, watermark_url: 'http://x.invalid/' },
    ];
    return looksLike('succeed', { task_result: { images } });
  });

  it.each([
    ['in a folder has the ending of what it is', [], `image-generation-${taskId}.jpg`],
    ['of a name of your own keeps it', ['--out', 'boat.png'], 'boat.png'],
  ])('%s; its copy with a watermark is not saved', async (_, out, file) => {
    const argv = ['image-generation', '--prompt', 'x', '--model-name', 'kling-v3', ...out];
    const ran = await kling([...argv, '--base-url', provider.url()]);
    expect(ran).toMatchObject({ code: 0, out: `${join(folder(), file)}\n` });
    expect(await files()).toEqual([file]);
  });
});

describe('a folder that has such a file', () => {
  it('has the new one afterwards', async () => {
    await writeFile(join(folder(), 'rain.wav'), 'old');
    await kling([...rain, '--out', './rain.wav', ...at()]);
    expect(await files()).toEqual(['rain.wav']);
    expect(await seconds(join(folder(), 'rain.wav'))).toBeCloseTo(3.3, 3);
  });
});
