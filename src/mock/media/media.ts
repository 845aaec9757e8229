/** Synthetic sounds and films that really play, so that a page can be built against the mock. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { load, loadNow, locate } from './packages.ts';

type AspectRatio = '16:9' | '9:16' | '1:1';

/** Samples per second of every sound, in Hz: the rate that all players and encoders take. */
const SAMPLE_RATE = 44_100;
const WAV_HEADER_BYTES = 44;

// Ten frames a second make every tenth of a second a whole number of frames.
const FRAME_RATE = 10;

// Multiples of 16 pixels fill whole H.264 macroblocks: nothing is left for players to crop.
const FRAME_SIZES: Record<AspectRatio, readonly [width: number, height: number]> = {
  '16:9': [256, 144],
  '9:16': [144, 256],
  '1:1': [144, 144],
};

/**
 * A tune of exactly `seconds`, as a WAV file of 16-bit mono PCM at 44.1 kHz. The seed chooses the notes: two prompts can
 * be told apart by ear, and the same prompt always gives the same bytes.
 */
export function wav(seconds: number, seed: string): Uint8Array {
  const samples = playTune(seconds, seed);
  const file = new Uint8Array(WAV_HEADER_BYTES + samples.length * 2);
  const view = new DataView(file.buffer);
  const text = (at: number, value: string) => file.set(new TextEncoder().encode(value), at);
  text(0, 'RIFF');
  view.setUint32(4, file.length - 8, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, SAMPLE_RATE, true);
  view.setUint32(28, SAMPLE_RATE * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, samples.length * 2, true);
  for (let i = 0; i < samples.length; i++) {
    view.setInt16(WAV_HEADER_BYTES + i * 2, (samples[i] ?? 0) * 32_767, true);
  }
  return file;
}

/**
 * The tune of `wav` as an MP3 file, mono at 44.1 kHz and 64 kbit/s. It lasts up to 0.06 s longer than `seconds`: MP3
 * comes in frames of 26 ms, and the delay that encoding adds is not trimmed.
 */
export async function mp3(seconds: number, seed: string): Promise<Uint8Array> {
  const name = 'wasm-media-encoders';
  const { createEncoder } = await load<typeof import('wasm-media-encoders')>(name);
  // Given bytes because createMp3Encoder() would use the global fetch(), which tests replace.
  const wasm = await readFile(locate(`${name}/wasm/mp3`));
  const encoder = await createEncoder('audio/mpeg', wasm);
  // The encoder writes no Xing header, and without one only a constant rate tells the duration.
  encoder.configure({ sampleRate: SAMPLE_RATE, channels: 1, bitrate: 64 });
  // What it returns is a view of the encoder's memory, which its next call overwrites.
  const body = encoder.encode([playTune(seconds, seed)]).slice();
  return join(body, encoder.finalize());
}

/**
 * A silent film of `seconds`, to the tenth, as an MP4 file: H.264 at 10 frames a second and at most 256 pixels a side,
 * which is quick to make. The seed chooses colours and motion, and the same seed always gives the same bytes.
 */
export async function mp4(options: {
  seconds: number;
  aspectRatio: AspectRatio;
  seed: string;
}): Promise<Uint8Array> {
  const [width, height] = FRAME_SIZES[options.aspectRatio];
  const paint = createPainter(width, height, options.seed);
  const encoder = await loadH264().createH264MP4Encoder();
  // No await from here on: all encoders share one file system, and the name of the file in it.
  try {
    encoder.width = width;
    encoder.height = height;
    encoder.frameRate = FRAME_RATE;
    encoder.speed = 10;
    // The encoder writes no list of keyframes, which tells players that every frame is one.
    encoder.groupOfPictures = 1;
    encoder.initialize();
    for (let frame = 0; frame < Math.round(options.seconds * FRAME_RATE); frame++) {
      encoder.addFrameYuv(paint(frame / FRAME_RATE));
    }
    encoder.finalize();
    const file = encoder.FS.readFile(encoder.outputFilename);
    encoder.FS.unlink(encoder.outputFilename);
    return moveIndexFirst(file);
  } finally {
    encoder.delete();
  }
}

/** A plain array, because `slice` of a Buffer makes no copy. */
const join = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));

/** 32 numbers from 0 to 1 that depend on the seed alone. */
const numbersFrom = (seed: string): number[] =>
  [...createHash('sha256').update(seed).digest()].map((byte) => byte / 256);

/** Plucked notes of a pentatonic scale: mono samples between -1 and 1. */
function playTune(seconds: number, seed: string): Float32Array {
  const [key = 0, tempo = 0, ...notes] = numbersFrom(`sound ${seed}`);
  const scale = [0, 2, 4, 7, 9, 12, 14, 16];
  const hertz = notes.map(
    (note) => 220 * 2 ** ((Math.floor(key * 12) + (scale[Math.floor(note * 8)] ?? 0)) / 12),
  );
  const step = Math.round((0.25 + 0.15 * tempo) * SAMPLE_RATE);
  return Float32Array.from({ length: Math.round(seconds * SAMPLE_RATE) }, (_, at) => {
    const time = (at % step) / SAMPLE_RATE;
    const pitch = hertz[Math.floor(at / step) % hertz.length] ?? 0;
    return 0.5 * Math.exp(-12 * time) * Math.sin(2 * Math.PI * pitch * time);
  });
}

/**
 * Paints the frame of a time in seconds, as planar YUV 4:2:0 (width and height are even): a bar of light that moves over a
 * changing colour.
 */
function createPainter(width: number, height: number, seed: string): (time: number) => Uint8Array {
  const [hue = 0, turn = 0, start = 0, speed = 0] = numbersFrom(`image ${seed}`);
  const pixels = width * height;
  const barWidth = width / 8;
  return (time) => {
    const frame = new Uint8Array(pixels * 1.5);
    const angle = 2 * Math.PI * (hue + time * (0.02 + turn / 10));
    const bar = Math.floor(((start + time * (0.1 + speed / 5)) % 1) * (width - barWidth));
    for (let row = 0; row < pixels; row += width) {
      frame.fill(60 + (90 * row) / pixels, row, row + width);
      frame.fill(200, row + bar, row + bar + barWidth);
    }
    frame.fill(128 + 55 * Math.cos(angle), pixels, pixels * 1.25);
    frame.fill(128 + 55 * Math.sin(angle), pixels * 1.25);
    return frame;
  };
}

/** Loads the H.264 encoder, and takes away the process-wide error handlers that loading it adds. */
function loadH264(): typeof import('h264-mp4-encoder') {
  const events = ['uncaughtException', 'unhandledRejection'] as const;
  const before = events.flatMap((event) => process.rawListeners(event));
  // Synchronous, which import() is not: listeners found new afterwards cannot be anyone else's.
  const library = loadNow<typeof import('h264-mp4-encoder')>('h264-mp4-encoder');
  for (const event of events) {
    for (const listener of process.rawListeners(event)) {
      if (!before.includes(listener)) process.off(event, listener as () => void);
    }
  }
  return library;
}

/** A part of an MP4 file, which may hold others. */
interface Box {
  type: string;
  start: number;
  size: number;
}

const CONTAINERS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl']);
const DATED = new Set(['mvhd', 'tkhd', 'mdhd']);

/**
 * The same MP4 with its index (`moov`) ahead of the pictures, so that a browser starts to play without seeking, and
 * without its dates, so that equal pictures make equal bytes. Changes the bytes given. Handles what the encoder writes:
 * box sizes, offsets and dates of 32 bits.
 */
function moveIndexFirst(mp4: Uint8Array): Uint8Array {
  const view = new DataView(mp4.buffer, mp4.byteOffset, mp4.byteLength);
  const all = [...readBoxes(view, 0, mp4.length)];
  const find = (type: string) => {
    const box = all.find((one) => one.type === type);
    if (!box) throw new Error(`The MP4 has no ${type} box`);
    return box;
  };
  const order = [find('ftyp'), find('moov'), find('mdat')];
  const offsets = find('stco');
  const shift = find('ftyp').size + find('moov').size - find('mdat').start;
  for (let entry = 0; entry < view.getUint32(offsets.start + 12); entry++) {
    const at = offsets.start + 16 + entry * 4;
    view.setUint32(at, view.getUint32(at) + shift);
  }
  for (const { type, start } of all) {
    if (DATED.has(type)) mp4.fill(0, start + 12, start + 20);
  }
  return join(...order.map(({ start, size }) => mp4.subarray(start, start + size)));
}

/** Every box from byte `start` to byte `end`, parents before their children. */
function* readBoxes(file: DataView, start: number, end: number): Generator<Box> {
  for (let at = start; at < end; ) {
    const size = file.getUint32(at);
    if (size < 8) throw new Error(`MP4 box of an unsupported size, ${size}`);
    const codes = [4, 5, 6, 7].map((offset) => file.getUint8(at + offset));
    const type = String.fromCharCode(...codes);
    yield { type, start: at, size };
    if (CONTAINERS.has(type)) yield* readBoxes(file, at + 8, at + size);
    at += size;
  }
}
