/** Writes MP4 files of frames that are encoded already: a library for it is 240 kB, and stamps the time into each file. */

/** A film of H.264 frames that are all shown equally long. */
export interface Film {
  /** Width and height, in pixels. */
  width: number;
  height: number;
  /** What a decoder has to know before the first frame: the content of an `avcC` box. */
  config: Uint8Array;
  /** The frames, each with its length before it, as MP4 stores them. */
  frames: Uint8Array[];
  frameRate: number;
  /** Frames from one keyframe to the next. The first frame is one. */
  keyEvery: number;
}

/** Time in the file is counted in milliseconds. */
const timescale = 1_000;

/** How a picture is turned and scaled: not at all. */
const matrix = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000];

const uint32 = (...values: number[]): Uint8Array => {
  const bytes = new DataView(new ArrayBuffer(values.length * 4));
  values.forEach((value, at) => {
    bytes.setUint32(at * 4, value);
  });
  return new Uint8Array(bytes.buffer);
};

const ascii = (text: string) => new TextEncoder().encode(text);

/** A part of an MP4 file: its size, its type of four letters, its content. */
function box(type: string, ...content: Uint8Array[]): Uint8Array {
  const size = content.reduce((sum, { length }) => sum + length, 8);
  return Buffer.concat([uint32(size), ascii(type), ...content]);
}

/** An MP4 file with its index (`moov`) first, so that a browser starts to play without seeking. It holds no dates. */
export function writeMp4(film: Film): Uint8Array<ArrayBuffer> {
  const start = box('ftyp', ascii('isom'), uint32(512), ascii('isomavc1'));
  // Where the frames begin depends on the length of the index that says so.
  const framesAt = start.length + writeIndex(film, 0).length + 8;
  const parts = [start, writeIndex(film, framesAt), box('mdat', ...film.frames)];
  // A plain array, because `slice` of a Buffer makes no copy.
  return new Uint8Array(Buffer.concat(parts));
}

function writeIndex(film: Film, framesAt: number): Uint8Array {
  const duration = Math.round((film.frames.length * timescale) / film.frameRate);
  const size = [film.width << 16, film.height << 16];
  const mvhd = [0, 0, 0, timescale, duration, 0x10000, 0x1000000, 0, 0];
  const tkhd = [3, 0, 0, 1, 0, duration, 0, 0, 0, 0];
  return box(
    'moov',
    box('mvhd', uint32(...mvhd, ...matrix, 0, 0, 0, 0, 0, 0, 2)),
    box(
      'trak',
      box('tkhd', uint32(...tkhd, ...matrix, ...size)),
      box(
        'mdia',
        // The language is "und", for undetermined.
        box('mdhd', uint32(0, 0, 0, timescale, duration, 0x55c40000)),
        box('hdlr', uint32(0, 0), ascii('vide'), uint32(0, 0, 0), ascii('\0')),
        box(
          'minf',
          box('vmhd', uint32(1, 0, 0)),
          box('dinf', box('dref', uint32(0, 1), box('url ', uint32(1)))),
          writeTables(film, framesAt),
        ),
      ),
    ),
  );
}

/** What the frames are, how long each is shown and where it is stored: all in one piece. */
function writeTables({ frames, keyEvery, frameRate, ...film }: Film, framesAt: number): Uint8Array {
  const keys = frames.flatMap((_, at) => (at % keyEvery === 0 ? at + 1 : []));
  const sizes = frames.map(({ length }) => length);
  const avc1 = [0, 1, 0, 0, 0, 0, (film.width << 16) | film.height, 0x480000, 0x480000, 0];
  const depth = [0, 24, 255, 255];
  const name = new Uint8Array(32);
  const picture = [uint32(...avc1), Uint8Array.of(0, 1), name, Uint8Array.from(depth)];
  return box(
    'stbl',
    box('stsd', uint32(0, 1), box('avc1', ...picture, box('avcC', film.config))),
    box('stts', uint32(0, 1, frames.length, timescale / frameRate)),
    box('stss', uint32(0, keys.length, ...keys)),
    box('stsc', uint32(0, 1, 1, frames.length, 1)),
    box('stsz', uint32(0, 0, frames.length, ...sizes)),
    box('stco', uint32(0, 1, framesAt)),
  );
}
