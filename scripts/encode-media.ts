/** Encodes the pieces that the mock's sounds and films are joined from: `media.ts` writes them. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import h264 from 'h264-mp4-encoder';
import { createEncoder } from 'wasm-media-encoders';
import {
  frameSamples,
  maxNoteFrames,
  pitches,
  pluckNote,
  sampleRate,
} from '../src/mock/media/tune.ts';

// Multiples of 16 pixels fill whole H.264 macroblocks: nothing is left for players to crop.
const sizes = { '16:9': [256, 144], '9:16': [144, 256], '1:1': [144, 144] } as const;
const looks = 12;
const frames = 16;

/** One note, encoded as if nothing were before it, in frames of a constant rate without a Xing header. */
async function encodeNote(pitch: number): Promise<Buffer> {
  const wasm = createRequire(import.meta.url).resolve('wasm-media-encoders/wasm/mp3');
  const encoder = await createEncoder('audio/mpeg', await readFile(wasm));
  // Unless told otherwise, it chooses fewer samples per second at so low a rate.
  encoder.configure({ sampleRate, outputSampleRate: sampleRate, channels: 1, bitrate: 48 });
  const samples = pluckNote(pitch, (maxNoteFrames + 2) * frameSamples);
  // What it returns is a view of its memory, which the next call overwrites.
  const body = Buffer.from(encoder.encode([Float32Array.from(samples)]));
  const all = Buffer.concat([body, encoder.finalize()]);
  let size = 0;
  for (let frame = 0; frame < maxNoteFrames; frame++) {
    const [sync, kind, rate = 0] = all.subarray(size);
    // MPEG-1 layer III without a checksum, at 48 kbit/s and 44.1 kHz.
    if (sync !== 0xff || kind !== 0xfb || rate >> 2 !== 0b001100) {
      throw new Error(`note ${pitch} has another kind of frame at byte ${size}`);
    }
    size += Math.floor((144 * 48_000) / sampleRate) + ((rate >> 1) & 1);
  }
  return all.subarray(0, size);
}

/** One frame as planar YUV 4:2:0: a disc that goes round once in a loop, each second look the other way. */
function paint(width: number, height: number, look: number, frame: number): Uint8Array {
  const turn = (look % 2 ? -2 : 2) * Math.PI * (frame / frames);
  const x = width * (0.5 + 0.32 * Math.cos(turn));
  const y = height * (0.5 + 0.28 * Math.sin(turn));
  const radius = Math.min(width, height) / 6;
  const pixels = width * height;
  const image = new Uint8Array(pixels * 1.5);
  const fill = (start: number, scale: number, ground: (down: number) => number, disc: number) => {
    for (let row = 0; row < height / scale; row++) {
      for (let column = 0; column < width / scale; column++) {
        const distance = Math.hypot(column * scale - x, row * scale - y);
        // A soft edge takes fewer bytes than a sharp one, and looks better.
        const cover = Math.min(1, Math.max(0, (radius - distance) / 8 + 0.5));
        const value = (1 - cover) * ground((row * scale) / height) + cover * disc;
        image[start + (row * width) / scale + column] = value;
      }
    }
  };
  const hue = (2 * Math.PI * look) / looks;
  fill(0, 1, (down) => 60 + 90 * down, 215);
  fill(pixels, 2, (down) => 128 + 50 * Math.cos(hue + 0.8 * down), 128 - 40 * Math.cos(hue));
  fill(pixels * 1.25, 2, (down) => 128 + 50 * Math.sin(hue + 0.8 * down), 128 - 40 * Math.sin(hue));
  return image;
}

/** The loops of one aspect ratio, each of a keyframe and others that follow it, and what decoders need for all of them. */
async function encodeFilm([width, height]: readonly [number, number]) {
  const encoder = await h264.createH264MP4Encoder();
  Object.assign(encoder, { width, height, frameRate: 10, quantizationParameter: 30 });
  Object.assign(encoder, { speed: 0, groupOfPictures: frames });
  encoder.initialize();
  for (let at = 0; at < looks * frames; at++) {
    encoder.addFrameYuv(paint(width, height, Math.floor(at / frames), at % frames));
  }
  encoder.finalize();
  const file = Buffer.from(encoder.FS.readFile(encoder.outputFilename));
  encoder.FS.unlink(encoder.outputFilename);
  encoder.delete();
  const contentOf = (type: string) => {
    const at = file.indexOf(type);
    return file.subarray(at + 4, at - 4 + file.readUInt32BE(at - 4));
  };
  return { config: contentOf('avcC'), loops: splitLoops(contentOf('mdat')) };
}

/** Cuts the encoded frames, each with its length before it, where a new loop begins. */
function splitLoops(data: Buffer): Buffer[] {
  const starts: number[] = [];
  let at = 0;
  for (let frame = 0; at < data.length; frame++) {
    const isKey = ((data[at + 4] ?? 0) & 31) === 5;
    if (isKey !== (frame % frames === 0)) throw new Error(`keyframe at another place: ${frame}`);
    if (isKey) starts.push(at);
    at += 4 + data.readUInt32BE(at);
  }
  if (starts.length !== looks) throw new Error(`${starts.length} loops instead of ${looks}`);
  return starts.map((start, index) => data.subarray(start, starts[index + 1]));
}

const quote = (bytes: Buffer) => `'${bytes.toString('base64')}'`;
const list = (items: Buffer[], indent: string) =>
  `[\n${items.map((item) => `${indent}  ${quote(item)},\n`).join('')}${indent}]`;

/** All of the pieces, as the code that holds them. */
export async function encodeAll(): Promise<string> {
  const notes: Buffer[] = [];
  for (let pitch = 0; pitch < pitches; pitch++) notes.push(await encodeNote(pitch));
  const films: string[] = [];
  for (const [ratio, size] of Object.entries(sizes)) {
    const { config, loops } = await encodeFilm(size);
    const [width, height] = size;
    films.push(
      `  '${ratio}': {\n    width: ${width},\n    height: ${height},\n    config: ${quote(config)},\n` +
        `    looks: ${list(loops, '    ')},\n  },\n`,
    );
  }
  return (
    `\n/** Notes as MP3, by their pitch. */\nexport const notes: string[] = ${list(notes, '')};\n\n` +
    '/** Loops of H.264, by aspect ratio; `config` is what decoders need for all of its loops. */\n' +
    `export const films = {\n${films.join('')}};\n`
  );
}
