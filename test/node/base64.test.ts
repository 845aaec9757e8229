import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mediaLimits } from '../../generated/media-limits.ts';
import { base64, FileError } from '../../src/node/index.ts';
import { jpeg, png, wav } from '../support/headers.ts';
import { failure } from '../support/outcome.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kling-base64-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A file in the folder, by its name. */
async function put(name: string, bytes: Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, bytes);
  return file;
}

const boat = png(640, 360);
const encoded = Buffer.from(boat).toString('base64');
const giving = (bytes: Uint8Array) => async () => new Response(new Blob([Buffer.from(bytes)]));

describe('a file that fits', () => {
  it.each<[string, () => unknown]>([
    ['a path', () => put('boat.png', boat)],
    ['a file: URL', async () => pathToFileURL(await put('boat.png', boat))],
    ['bytes', () => boat],
    ['a Blob', () => new Blob([Buffer.from(boat)])],
    ['a data: URL, whose prefix is removed', () => `data:image/png;base64,${encoded}`],
  ])('is raw Base64, from %s', async (_, source) => {
    const given = (await source()) as string;
    expect(await base64(given, 'imageToVideo.image')).toBe(encoded);
  });

  it('is downloaded from an address', async () => {
    const fetch = giving(boat);
    const text = await base64('https://1.2.3.4/boat', 'avatar.image', {
      fetch,
      provider: 'cometapi',
    });
    expect(text).toBe(encoded);
  });

  it.each([
    ['PNG', png(300, 301)],
    ['JPEG', jpeg(301, 300)],
  ])('may be a %s, whatever its name says', async (_, bytes) => {
    expect(await base64(await put('picture', bytes), 'omniVideo.image_list.image_url')).not.toBe(
      '',
    );
  });
});

describe('a file that breaks a limit is refused, with what the field takes', () => {
  const takes =
    'imageToVideo.image takes jpg, jpeg or png; at most 10 MB; sides of at least 300 px; width by height 0.4 to 2.5';
  const tooLarge = new Uint8Array(10_000_001);
  tooLarge.set(boat);

  it.each<[string, Uint8Array, string]>([
    ['a side', png(640, 299), 'is 640 × 299 px, with a side below 300 px'],
    [
      'a side and its ratio',
      png(640, 240),
      'is 640 × 240 px, with a side below 300 px, width by height 2.67, not 0.4 to 2.5',
    ],
    ['its ratio', jpeg(800, 310), 'is 800 × 310 px, width by height 2.58, not 0.4 to 2.5'],
    ['its size', tooLarge, 'has more than 10 MB'],
    ['its format', Buffer.from('RIFF1234WEBPVP8X'), 'is of the type webp, not jpg, jpeg or png'],
    [
      'the format of a telephone',
      Buffer.from('\0\0\0\x18ftypheic0000', 'latin1'),
      'is of the type heic, not jpg, jpeg or png',
    ],
    ['no picture', Buffer.from('boat'), 'is of no known type, not jpg, jpeg or png'],
    ['half a header', boat.subarray(0, 20), 'has sides that cannot be read'],
    ['half a JPEG', jpeg(640, 360).subarray(0, 12), 'has sides that cannot be read'],
    ['nothing', new Uint8Array(), 'is of no known type'],
  ])('%s', async (_, bytes, why) => {
    const file = await put('boat.png', bytes);
    for (const source of [file, bytes]) {
      const { message } = await failure(base64(source, 'imageToVideo.image'), FileError);
      expect(message).toContain(source === file ? `${file} ${why}` : `the file ${why}`);
      expect(message).toContain(`; ${takes}`);
      expect(message).not.toContain('\n');
    }
  });

  it('also what comes from an address, no further than the limit', async () => {
    const work = base64('https://1.2.3.4/boat', 'imageToVideo.image', { fetch: giving(tooLarge) });
    expect((await failure(work, FileError)).message).toBe(
      `https://1.2.3.4/boat has more than 10 MB; ${takes}`,
    );
  });

  it('without what may be a password in an address, or all of a text that is no path', async () => {
    const address = 'https://1.2.3.4/boat?signature=secret';
    const options = { fetch: giving(png(640, 200)) };
    const { message } = await failure(base64(address, 'imageToVideo.image', options), FileError);
    expect(message).toMatch(/^https:\/\/1\.2\.3\.4\/boat is 640 × 200 px, /);
    const text = await failure(base64(`x${'/'.repeat(9_000)}`, 'imageToVideo.image'), FileError);
    expect(text.message).toMatch(/^x\/{39}… cannot be read: there is no such file; /);
  });

  it.each([
    [
      'that is not there',
      () => join(folder, 'no.png'),
      /no\.png cannot be read: there is no such file; /,
    ],
    ['that is a folder', () => folder, /cannot be read: it is no file; /],
    ['of a size that nobody knows', () => '/dev/zero', /zero cannot be read: it is no file; /],
  ])('also one %s', async (_, source, line) => {
    expect((await failure(base64(source(), 'imageToVideo.image'), FileError)).message).toMatch(
      line,
    );
  });
});

describe('a sound', () => {
  const sound = 'avatar.sound_file';

  it('is measured', async () => {
    expect(await base64(wav(2), sound)).not.toBe('');
    const { message } = await failure(base64(wav(1.5), sound), FileError);
    expect(message).toMatch(
      /^the file has 1\.5 s, not 2 to 300; avatar\.sound_file takes mp3, wav/,
    );
  });

  it('of an unknown length is taken, which is said', async () => {
    const said: string[] = [];
    const onWarning = (line: string) => said.push(line);
    const bytes = Buffer.from([0xff, 0xf1, 0x50, 0x80, 0x02, 0x1f, 0xfc, 0, 0, 0, 0, 0]);
    expect(await base64(bytes, sound, { onWarning })).toBe(bytes.toString('base64'));
    expect(said).toEqual([
      'kling-fetch: how long the file plays is unknown; avatar.sound_file takes 2 to 300 s',
    ]);
  });
});

describe('a field', () => {
  it('that takes addresses only does not compile, and is refused', async () => {
    // @ts-expect-error it takes addresses only
    const work = base64(boat, 'voices.voice_url');
    expect((await failure(work, TypeError)).message).toBe(
      'voices.voice_url of klingai takes addresses only',
    );
    // @ts-expect-error there is none
    await failure(base64(boat, 'imageToVideo.picture'), TypeError);
    // @ts-expect-error that provider has none
    await failure(base64(boat, 'expandImage.image', { provider: 'deerapi' }), TypeError);
  });

  it.each(Object.entries(mediaLimits))(
    'of %s that takes Base64 takes what fits',
    async (provider, fields) => {
      for (const [field, limits] of Object.entries<{ kind: string; takes: string[] }>(fields)) {
        if (!limits.takes.includes('base64')) continue;
        const bytes = limits.kind === 'audio' ? wav(10) : png(640, 640);
        const options = { provider } as object;
        expect(await base64(bytes, field as 'imageToVideo.image', options)).not.toBe('');
      }
    },
  );
});
