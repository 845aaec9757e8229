import { MPEGDecoder } from 'mpg123-decoder';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fileFields, filesIn, formatAt } from '../../src/documents/result-files.ts';
import { mp3, mp4, png, wav } from '../../src/mock/media/media.ts';
import { decodePng } from '../support/media.ts';

const ascii = (bytes: Uint8Array, from: number, to: number) =>
  String.fromCharCode(...bytes.subarray(from, to));

const viewOf = (of: Uint8Array) => new DataView(of.buffer, of.byteOffset, of.byteLength);

/** The bytes after the type of the box at this path, such as `moov/mvhd`; `#n` skips n bytes. */
function box(file: Uint8Array, path: string): Uint8Array {
  return path.split('/').reduce((parent, step) => {
    const [type, skip] = step.split('#');
    for (let at = 0; at < parent.length; at += viewOf(parent).getUint32(at)) {
      if (ascii(parent, at + 4, at + 8) !== type) continue;
      return parent.subarray(at + 8 + Number(skip ?? 0), at + viewOf(parent).getUint32(at));
    }
    throw new Error(`no ${type} of ${path}`);
  }, file);
}

function readMp4(file: Uint8Array) {
  const table = 'moov/trak/mdia/minf/stbl';
  const uint = (path: string, at: number) => viewOf(box(file, path)).getUint32(at);
  const picture = viewOf(box(file, `${table}/stsd#8/avc1`));
  const firstSample = uint(`${table}/stco`, 8);
  return {
    seconds: uint('moov/mvhd', 16) / uint('moov/mvhd', 12),
    frames: uint(`${table}/stts`, 8),
    frameSeconds: uint(`${table}/stts`, 12) / uint('moov/trak/mdia/mdhd', 12),
    storedFrames: uint(`${table}/stsz`, 8),
    ratio: picture.getUint16(24) / picture.getUint16(26),
    avcVersion: box(file, `${table}/stsd#8/avc1#78/avcC`)[0],
    firstNalType: (file[firstSample + 4] ?? 0) & 31,
    boxes: [ascii(file, 4, 8), ascii(file, 28, 32)],
  };
}

afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe('a synthetic film', () => {
  it('prints nothing and leaves no error handler in the process', () => {
    const handlers = () =>
      ['uncaughtException', 'unhandledRejection'].map((event) => process.rawListeners(event));
    const before = handlers();
    const prints = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];
    const logs = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn')];
    mp4({ seconds: 3, aspectRatio: '1:1', seed: 'quiet' });
    expect(handlers()).toEqual(before);
    for (const print of [...prints, ...logs]) expect(print).not.toHaveBeenCalled();
  });

  it.each([
    { seconds: 3, aspectRatio: '16:9', ratio: 16 / 9 },
    { seconds: 7.3, aspectRatio: '9:16', ratio: 9 / 16 },
    { seconds: 15, aspectRatio: '1:1', ratio: 1 },
  ] as const)('is H.264 of $seconds s in $aspectRatio', ({ ratio, ...options }) => {
    const film = readMp4(mp4({ ...options, seed: 'a paper boat' }));
    expect(film.seconds).toBeCloseTo(options.seconds, 2);
    expect(film.frames * film.frameSeconds).toBeCloseTo(options.seconds, 2);
    expect(film.storedFrames).toBe(film.frames);
    expect(film.ratio).toBeCloseTo(ratio, 5);
    expect(film.avcVersion).toBe(1);
    expect(film.firstNalType, 'a keyframe where the index points').toBe(5);
    expect(film.boxes, 'the index ahead of the pictures').toEqual(['ftyp', 'moov']);
  });

  it.each(['16:9', '9:16', '1:1'] as const)(
    'in %s has its keyframes where its index says',
    (of) => {
      const file = mp4({ seconds: 15, aspectRatio: of, seed: 'a paper boat' });
      const table = (name: string) => viewOf(box(file, `moov/trak/mdia/minf/stbl/${name}`));
      const list = (name: string, from: number) => {
        const values = table(name);
        const count = values.getUint32(from - 4);
        return Array.from({ length: count }, (_, at) => values.getUint32(from + at * 4));
      };
      const keys: number[] = [];
      let at = list('stco', 8)[0] ?? 0;
      for (const [frame, size] of list('stsz', 12).entries()) {
        expect(viewOf(file).getUint32(at)).toBe(size - 4);
        const type = (file[at + 4] ?? 0) & 31;
        expect([1, 5]).toContain(type);
        if (type === 5) keys.push(frame + 1);
        at += size;
      }
      expect(at, 'nothing after the last frame').toBe(file.length);
      expect(keys.length).toBeGreaterThan(1);
      expect(list('stss', 8)).toEqual(keys);
    },
  );

  it('has a picture, however short it is', () => {
    const { frames, storedFrames } = readMp4(mp4({ seconds: 0.01, aspectRatio: '1:1', seed: 'x' }));
    expect([frames, storedFrames]).toEqual([1, 1]);
  });

  it('is the same for the same seed at any time, and differs for another seed', () => {
    const film = (seed: string) => mp4({ seconds: 3, aspectRatio: '1:1', seed });
    const first = film('one');
    vi.useFakeTimers({ toFake: ['Date'], now: 0 });
    expect(Buffer.compare(first, film('one'))).toBe(0);
    expect(Buffer.compare(first, film('two'))).not.toBe(0);
  });

  it('of three seconds is hardly ever that of another seed', () => {
    const films = Array.from({ length: 40 }, (_, nth) =>
      Buffer.from(mp4({ seconds: 3, aspectRatio: '1:1', seed: `prompt ${nth}` })).toString(
        'latin1',
      ),
    );
    expect(new Set(films).size).toBe(films.length);
  });
});

describe('a synthetic tune', () => {
  // Of the 121 durations from 3 to 15 s every seventh, so that each tenth of a second is among them.
  it('is a WAV of the exact duration', () => {
    for (let tenths = 30; tenths <= 150; tenths += 7) {
      const file = wav(tenths / 10, 'rain');
      const view = viewOf(file);
      expect(ascii(file, 0, 4) + ascii(file, 8, 16)).toBe('RIFFWAVEfmt ');
      expect(view.getUint32(4, true)).toBe(file.length - 8);
      expect(view.getUint32(40, true)).toBe(tenths * 4_410 * 2);
      expect([view.getUint16(20, true), view.getUint16(22, true)]).toEqual([1, 1]);
      expect([view.getUint32(24, true), view.getUint16(34, true)]).toEqual([44_100, 16]);
      expect(file.length).toBe(44 + tenths * 4_410 * 2);
    }
  });

  it('is the same for the same seed, differs for another, and is neither silent nor clipped', () => {
    expect(Buffer.compare(wav(3, 'one'), wav(3, 'one'))).toBe(0);
    expect(Buffer.compare(wav(3, 'one'), wav(3, 'two'))).not.toBe(0);
    const peak = new Int16Array(wav(3, 'one').buffer, 44).reduce((a, b) => Math.max(a, b));
    expect(peak).toBeGreaterThan(5_000);
    expect(peak).toBeLessThan(32_000);
  });

  it('is encoded as MP3 without a call to fetch', () => {
    const fetch = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('no network'));
    const file = mp3(3, 'one');
    expect(fetch).not.toHaveBeenCalled();
    expect(Buffer.compare(file, mp3(3, 'one'))).toBe(0);
    expect(Buffer.compare(file, mp3(3, 'two'))).not.toBe(0);
  });

  it('is the same as MP3 and as WAV, whether its notes are short or long', async () => {
    const decoder = new MPEGDecoder();
    await decoder.ready;
    for (const seed of ['fire', 'snow', 'storm', 'clock', 'boat', 'rain']) {
      const { channelData, errors } = decoder.decode(mp3(10, seed));
      expect(errors).toEqual([]);
      const [heard = new Float32Array()] = channelData;
      const file = viewOf(wav(10, seed));
      let difference = 0;
      let loudness = 0;
      // As MP3 it is late by 1,105 samples: 576 of the encoder and 529 of any decoder.
      for (let at = 0; at < 441_000; at++) {
        const sample = file.getInt16(44 + at * 2, true) / 32_767;
        difference += ((heard[at + 1_105] ?? 0) - sample) ** 2;
        loudness += sample ** 2;
      }
      expect(difference / loudness).toBeLessThan(0.01);
      await decoder.reset();
    }
    decoder.free();
  });

  it.each([3, 7.3, 15])('is an MP3 of %d s that decodes to sound', async (seconds) => {
    const decoder = new MPEGDecoder();
    await decoder.ready;
    const sound = decoder.decode(mp3(seconds, 'rain'));
    decoder.free();
    expect(sound.errors).toEqual([]);
    expect(Math.abs(sound.samplesDecoded / sound.sampleRate - seconds)).toBeLessThan(0.1);
    expect(Math.max(...(sound.channelData[0] ?? []).slice(0, 44_100))).toBeGreaterThan(0.1);
  });
});

describe('a synthetic picture', () => {
  it.each([
    [1024, 1024],
    [1, 1],
    [7, 300],
    [2048, 1152],
  ])('is a PNG of %i x %i pixels that decodes', (width, height) => {
    const { colours, ...size } = decodePng(png({ width, height, seed: 'boat' }));
    expect(size).toEqual({ width, height });
    expect(colours).toBeGreaterThan(width > 100 ? 10 : 0);
  });

  it('is the same for the same seed, and differs for another one and with a watermark', () => {
    const picture = (seed: string, isMarked = false) =>
      png({ width: 64, height: 48, seed, isMarked });
    expect(Buffer.compare(picture('one'), picture('one'))).toBe(0);
    const all = [picture('one'), picture('two'), picture('one', true)];
    expect(new Set(all.map((each) => Buffer.from(each).toString('latin1'))).size).toBe(3);
  });
});

describe('the table of files', () => {
  it.each([
    ['/data/task_result/videos/0/url', 'mp4'],
    ['/data/task_result/videos/0/watermark_url', 'mp4'],
    ['/data/task_result/videos/0/cover_url', 'png'],
    ['/data/task_result/audios/*/url_wav', 'wav'],
    ['/data/task_result/audios/*/url', 'mp3'],
    ['/data/task_result/elements/0/element_voice_info/trial_url', 'mp3'],
    ['/data/task_result/images/0/url_2', 'png'],
    ['/data/face_data/0/face_image', 'png'],
    ['/data/task_result/images/0/index', undefined],
    ['/data/callback/url', undefined],
    ['', undefined],
  ])('says what %s is: %s', (pointer, format) => {
    expect(formatAt(pointer)).toBe(format);
  });

  it('finds them in a response and in its schema', () => {
    const images = [{ index: 0, url: 'a' }, { index: 1, url: '' }, { url: null }];
    expect(filesIn({ data: { images } })).toEqual([
      { pointer: '/data/images/0/url', format: 'png', url: 'a' },
    ]);
    const url = { type: 'string' };
    const items = { oneOf: [{ properties: { url } }, { properties: { url, size: url } }] };
    expect(fileFields({ properties: { images: { items } } })).toEqual([
      { pointer: '/images/*/url', format: 'png' },
    ]);
  });
});
