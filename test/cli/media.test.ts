import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { jpeg, png, wav } from '../support/headers.ts';
import { looksLike, taskId } from '../support/kling.ts';
import { fakeProvider, inFolder } from './support.ts';

const { kling, folder } = inFolder();
const bodies: Record<string, unknown>[] = [];
const provider = fakeProvider((request) => {
  if (!request.at.startsWith('POST')) return [404, {}];
  request.on('data', (piece) => bodies.push(JSON.parse(piece)));
  return looksLike('submitted', { task_id: taskId });
});
beforeEach(() => void bodies.splice(0));

const boat = png(640, 360);
const encoded = Buffer.from(boat).toString('base64');
beforeEach(() => writeFile(join(folder(), 'boat.png'), boat));

const at = () => ['--no-wait', '--base-url', provider.url()];
const move = ['image-to-video', '--prompt', 'x', '--model-name', 'kling-v3'];
const talk = ['avatar', '--image', 'boat.png'];

/** What is sent for some flags. */
async function sentFor(...argv: string[]) {
  const { code, err } = await kling([...argv, ...at()]);
  expect({ code, err: code ? err : '' }).toEqual({ code: 0, err: '' });
  return bodies[0] ?? {};
}

describe('a field that takes a file sends', () => {
  it.each([
    ['a file as raw Base64', './boat.png', encoded],
    ['Base64 as it is', encoded, encoded],
    ['a data: URL without its prefix', `data:image/png;base64,${encoded}`, encoded],
    ['an address as it is', 'https://example.com/boat.png', 'https://example.com/boat.png'],
  ])('%s', async (_, typed, sent) => {
    expect(await sentFor(...move, '--image', typed)).toMatchObject({ image: sent });
  });

  it('Base64 in lines, as the command base64 prints it', async () => {
    const lines = encoded.replace(/.{20}/g, '$&\n');
    expect(await sentFor(...move, '--image', lines)).toMatchObject({ image: encoded });
  });

  it.each([64, 200])('a file whose name of %s characters could be Base64', async (length) => {
    const name = 'boat'.repeat(length / 4);
    await writeFile(join(folder(), name), boat);
    expect(await sentFor(...move, '--image', name)).toMatchObject({ image: encoded });
  });

  it('files inside a JSON, each on its own', async () => {
    await writeFile(join(folder(), 'b.jpg'), jpeg(400, 400));
    const images = [{ image_url: 'boat.png' }, { image_url: 'b.jpg' }];
    const body = await sentFor(
      ...['omni-video', '--prompt', 'x', '--aspect-ratio', '1:1'],
      ...['--image-list', JSON.stringify(images)],
    );
    const other = Buffer.from(jpeg(400, 400)).toString('base64');
    expect(body.image_list).toEqual([{ image_url: encoded }, { image_url: other }]);
  });
});

it('an id of 64 bits inside a JSON keeps its digits', async () => {
  const body = await sentFor(
    ...['omni-video', '--prompt', 'x', '--aspect-ratio', '1:1'],
    ...['--element-list', '[{"element_id": 829836802793406551}]'],
  );
  expect(body.element_list).toEqual([{ element_id: '829836802793406551' }]);
});

it('of several ways to be complete, the one that needs least is named', async () => {
  const { errLines } = await kling(['omni-video', '--prompt', 'x', ...at()]);
  expect(errLines).toEqual(['kling-fetch: --aspect-ratio is required']);
});

describe('what cannot be sent is one line, and nothing is', () => {
  const takes =
    'takes jpg, jpeg or png; at most 10 MB; sides of at least 300 px; width by height 0.4 to 2.5';
  it.each<[string, string[], string]>([
    [
      'no file',
      [...move, '--image', 'b.png'],
      `b.png cannot be read: there is no such file; --image ${takes}`,
    ],
    [
      'a small one',
      [...move, '--image', 'small.png'],
      `small.png is 200 × 400 px, with a side below 300 px; --image ${takes}`,
    ],
    [
      'a small one deep in a JSON',
      [
        ...talk.slice(0, 0),
        'omni-video',
        '--prompt',
        'x',
        '--aspect-ratio',
        '1:1',
        '--image-list',
        '[{"image_url":"small.png"}]',
      ],
      `small.png is 200 × 400 px, with a side below 300 px; --image-list ([0].image_url) ${takes}`,
    ],
    [
      'Base64 of something else',
      [...move, '--image', Buffer.alloc(60, 'boat').toString('base64')],
      `what --image holds is of no known type, not jpg, jpeg or png, has sides that cannot be read; --image ${takes}`,
    ],
    [
      'a file where only an address is taken',
      ['identify-face', '--video-url', 'boat.png'],
      '--video-url takes an address only, such as https://example.com/file',
    ],
    [
      'a sound that is too short',
      [...talk, '--sound-file', 'short.wav'],
      'short.wav has 1 s, not 2 to 300; --sound-file takes mp3, wav, m4a or aac; at most 5 MB; 2 to 300 s',
    ],
  ])('%s', async (_, argv, line) => {
    await writeFile(join(folder(), 'small.png'), png(200, 400));
    await writeFile(join(folder(), 'short.wav'), wav(1));
    const nowhere = ['--base-url', provider.url()];
    const { code, out, errLines } = await kling([...argv, ...nowhere]);
    expect({ code, out, errLines }).toEqual({
      code: 2,
      out: '',
      errLines: [`kling-fetch: ${line}`],
    });
    expect(provider.seen).toEqual([]);
  });
});

describe('a sound whose length is unknown', () => {
  const sound = Buffer.from([0xff, 0xf1, 0x50, 0x80, 0x02, 0x1f, 0xfc, 0, 0, 0, 0, 0]);
  it.each([
    [[], ['how long a.aac plays is unknown; --sound-file takes 2 to 300 s']],
    [['--quiet'], []],
  ])('is sent, and with %j stderr says %j', async (quiet, said) => {
    await writeFile(join(folder(), 'a.aac'), sound);
    const { errLines } = await kling([...talk, '--sound-file', 'a.aac', ...quiet, ...at()]);
    expect(errLines.filter((line) => line.startsWith('how long'))).toEqual(said);
    expect(bodies[0]).toMatchObject({ sound_file: sound.toString('base64') });
  });
});

describe('before a create', () => {
  const short = [
    ...move.slice(0, 3),
    '--image',
    'boat.png',
    '--model-name',
    'kling-v2-6',
    '--duration',
    '7',
  ];
  const warning =
    /^warning: kling-v2-6 takes duration 5, 10, not 7 \(transcribed, \d{4}-\d\d-\d\d\)$/;

  it('what the model rules out and what it costs is said', async () => {
    const { err } = await kling([...short, ...at()]);
    const [first, second] = err.split('\n');
    expect(first).toMatch(warning);
    expect(second).toMatch(/^about 2\.1 units, /);
    const { err: other } = await kling([...move, '--image', 'boat.png', ...at()]);
    expect(other).toMatch(/^about 3 units, \$0\.42, by prices of \d{4}-\d\d-\d\d\ncreating/);
    expect((await kling([...short, '--quiet', ...at()])).err).not.toMatch(/warning|about/);
  });

  it('with --dry-run nothing is sent, and no key is needed', async () => {
    const ran = await kling([...short, '--dry-run'], { env: {} });
    expect(ran).toMatchObject({ code: 0, err: '' });
    expect(ran.out).toMatch(
      /^warning: kling-v2-6 takes duration 5, 10, not 7 .*\nabout 2\.1 units, .*\n$/,
    );
    const json = await kling(
      [
        'text-to-speech',
        '--text',
        'x',
        '--voice-id',
        'v',
        '--voice-language',
        'en',
        '--dry-run',
        '--json',
      ],
      { env: {} },
    );
    expect(JSON.parse(json.out)).toMatchObject({
      warnings: [],
      cost: { units: 0.05, dollars: 0.007 },
    });
    const free = await kling(
      ['account-usage', '--start-time', '1', '--end-time', '2', '--dry-run'],
      { env: {} },
    );
    expect(free.out).toBe('nothing is known against it, and it is free\n');
    const retired = await kling([...move.slice(0, 3), '--image', 'boat.png', '--dry-run'], {
      env: {},
    });
    expect(retired.out).toMatch(/^warning: kling-v1, the model when none is named, is retired/);
  });

  it('a price by the second says what the whole costs at least and at most', async () => {
    const { out } = await kling([
      ...['motion-control', '--image-url', 'boat.png', '--video-url', 'https://example.com/a.mp4'],
      ...['--character-orientation', 'image', '--mode', 'std', '--dry-run'],
    ]);
    expect(out).toMatch(
      /^about 0\.5 units, \$0\.07 per second, at least 1\.5, at most 15, by prices/,
    );
  });

  it('a gateway, which has prices of its own, costs nobody knows what', async () => {
    const { out } = await kling([
      ...move,
      '--image',
      'boat.png',
      '--provider',
      'cometapi',
      '--dry-run',
    ]);
    expect(out).not.toMatch(/about|units/);
  });
});
