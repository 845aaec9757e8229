import { expect, it } from 'vitest';
import { Budget, toBytes } from '../../src/mock/server/budget.ts';
import { MediaFiles } from '../../src/mock/server/media-files.ts';
import { TaskMemory } from '../../src/mock/server/tasks.ts';
import { sizeOfPng } from '../support/media.ts';

const facts = {
  provider: 'klingai',
  operation: 'textToAudio',
  account: 'a',
  externalId: '',
  files: (['mp3', 'wav', 'mp4', 'png', 'png'] as const).map((format) => ({ format, name: 'url' })),
  hasWatermark: false,
  scenario: 'normal',
  createdAt: 0,
  resultDelay: 0,
} as const;

/** Files of new tasks, each asked for once as it is made. */
function createFiles() {
  const memory = new TaskMemory(1_000, Math.random, new Budget());
  const files = new MediaFiles(memory);
  return (prompt: string, seconds: number, extension: string, more = {}) => {
    const states = [{ status: 'succeed', since: 0 }];
    const body = toBytes({ prompt, ...more });
    const { task } = memory.add({ ...facts, states, body, seconds });
    return async () =>
      (await files.serve(`/media/${task?.id}.${extension}`, undefined, () => 1)).body;
  };
}

it.each(['mp3', 'wav', 'mp4', 'png'])(
  'a file is made once, for all tasks that ask for the same: %s',
  async (kind) => {
    const create = createFiles();
    const file = await create('rain', 5, kind)();
    expect(file).toBeInstanceOf(Uint8Array);
    expect(await create('rain', 5, kind)()).toBe(file);
    // A picture has no length.
    const longer = kind === 'png' ? [] : [create('rain', 10, kind)];
    for (const other of [create('wind', 5, kind), ...longer]) {
      expect(await other()).not.toEqual(file);
    }
    expect(await create('rain', 5, kind)()).toBe(file);
  },
);

it('a film is another one in another aspect ratio', async () => {
  const create = createFiles();
  const film = await create('rain', 5, 'mp4')();
  expect(await create('rain', 5, 'mp4', { aspect_ratio: '16:9' })()).toBe(film);
  expect(await create('rain', 5, 'mp4', { aspect_ratio: '9:16' })()).not.toEqual(film);
});

/** A PNG or a JPEG of that size in Base64, as far as anybody reads who wants to know only that. */
const heads = {
  png: (width: number, height: number) => {
    const head = Buffer.alloc(24);
    head.write('\x89PNG\r\n\x1a\n', 'latin1');
    head.writeUInt32BE(width, 16);
    head.writeUInt32BE(height, 20);
    return head.toString('base64');
  },
  jpeg: (width: number, height: number) => {
    const frame = Buffer.from([0xff, 0xc0, 0, 17, 8, 0, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    frame.writeUInt16BE(height, 5);
    frame.writeUInt16BE(width, 7);
    const comment = Buffer.from([0xff, 0xfe, 0, 6, 0x66, 0x75, 0x6e, 0x21]);
    return Buffer.concat([Buffer.from([0xff, 0xd8]), comment, frame]).toString('base64');
  },
};

it.each([
  [{}, 1024, 1024],
  [{ image: heads.png(640, 320) }, 640, 320],
  [{ image: heads.jpeg(320, 640) }, 320, 640],
  [{ image: heads.png(640, 320), resolution: '2k' }, 2896, 1448],
  [{ image: heads.png(640, 320), aspect_ratio: '1:1' }, 1024, 1024],
  [{ aspect_ratio: '16:9', resolution: '2k' }, 2728, 1536],
  [{ image: heads.png(400, 300), up_expansion_ratio: 0.5, left_expansion_ratio: 1 }, 800, 450],
  [{ image: heads.png(0, 300) }, 1024, 1024],
  [{ image: heads.png(90_000, 300) }, 1024, 1024],
  [{ image: 'https://example.com/a.png' }, 1024, 1024],
  [{ image: '/9j/' }, 1024, 1024],
])('a picture for %o is of %i x %i pixels', async (more, width, height) => {
  const file = await createFiles()('rain', 5, 'png', more)();
  expect(sizeOfPng(file as Uint8Array)).toEqual({ width, height });
});

it('no picture is larger than memory allows', async () => {
  const more = { image: heads.jpeg(20_000, 15_000), up_expansion_ratio: 2 };
  const { width, height } = sizeOfPng(
    (await createFiles()('rain', 5, 'png', more)()) as Uint8Array,
  );
  expect(width * height).toBeLessThan(17e6);
  expect(width / height).toBeCloseTo(20 / 45, 2);
});

it('a film made from a picture has the shape that comes nearest to it', async () => {
  const create = createFiles();
  const image = heads.png(300, 500);
  const film = await create('rain', 5, 'mp4', { aspect_ratio: '9:16' })();
  expect(await create('rain', 5, 'mp4', { image })()).toBe(film);
});

it('of many files those are kept that were read last, up to 32 MiB', async () => {
  const create = createFiles();
  const [often, once] = [create('often', 60, 'wav'), create('once', 60, 'wav')];
  const [first, second] = [await often(), await once()];
  for (let at = 0; at < 5; at++) {
    await create(`other ${at}`, 60, 'wav')();
    // Six of these fit.
    expect((await often()) === first).toBe(true);
  }
  expect((await once()) === second).toBe(false);
});
