import { readFile } from 'node:fs/promises';
import { load, loadNow, locate } from '../packages.ts';
import { fastStart } from './fast-start.ts';
import { melody, painter, SAMPLE_RATE } from './synth.ts';

type AspectRatio = '16:9' | '9:16' | '1:1';

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
 * A synthetic tune of exactly `seconds`, as a WAV file of 16-bit mono PCM at 44.1 kHz. The tune
 * follows from the seed: two prompts can be told apart by ear, and one always gives equal bytes.
 */
export function wav(seconds: number, seed: string): Uint8Array {
  const samples = melody(seconds, seed);
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
 * The tune of `wav` as an MP3 file, mono at 44.1 kHz and 64 kbit/s. It lasts `seconds` and up to
 * 0.06 s more: MP3 comes in frames of 26 ms, and the delay that encoding adds is not trimmed.
 */
export async function mp3(seconds: number, seed: string): Promise<Uint8Array> {
  const name = 'wasm-media-encoders';
  const { createEncoder } = await load<typeof import('wasm-media-encoders')>(name);
  // Given bytes because createMp3Encoder() would ask the global fetch(), which tests replace.
  const wasm = await readFile(locate(`${name}/wasm/mp3`));
  const encoder = await createEncoder('audio/mpeg', wasm);
  // The encoder writes no Xing header, and without one only a constant rate tells the duration.
  encoder.configure({ sampleRate: SAMPLE_RATE, channels: 1, bitrate: 64 });
  // Each answer is a view of the encoder's memory, which its next call overwrites.
  const body = encoder.encode([melody(seconds, seed)]).slice();
  const tail = encoder.finalize();
  const file = new Uint8Array(body.length + tail.length);
  file.set(body);
  file.set(tail, body.length);
  return file;
}

/** Loads the H.264 encoder, and takes away the process-wide error handlers that loading it adds. */
function loadH264(): typeof import('h264-mp4-encoder') {
  const exceptions = process.listeners('uncaughtException');
  const rejections = process.listeners('unhandledRejection');
  // Synchronous, which import() is not: listeners found new afterwards cannot be anyone else's.
  const library = loadNow<typeof import('h264-mp4-encoder')>('h264-mp4-encoder');
  for (const listener of process.listeners('uncaughtException')) {
    if (!exceptions.includes(listener)) process.off('uncaughtException', listener);
  }
  for (const listener of process.listeners('unhandledRejection')) {
    if (!rejections.includes(listener)) process.off('unhandledRejection', listener);
  }
  return library;
}

/**
 * A silent synthetic film of `seconds`, to the tenth, as an MP4 file: H.264 at 10 frames a second
 * and at most 256 pixels a side, to be quick to make. Colours and motion follow from the seed,
 * and one seed always gives equal bytes.
 */
export async function mp4(options: {
  seconds: number;
  aspectRatio: AspectRatio;
  seed: string;
}): Promise<Uint8Array> {
  const [width, height] = FRAME_SIZES[options.aspectRatio];
  const paint = painter(width, height, options.seed);
  const encoder = await loadH264().createH264MP4Encoder();
  // No await from here on: all encoders share one file system, and the name of the file in it.
  try {
    encoder.width = width;
    encoder.height = height;
    encoder.frameRate = FRAME_RATE;
    encoder.speed = 10;
    // The encoder omits the list of keyframes, which tells players that all frames are such.
    encoder.groupOfPictures = 1;
    encoder.initialize();
    for (let frame = 0; frame < Math.round(options.seconds * FRAME_RATE); frame++) {
      encoder.addFrameYuv(paint(frame / FRAME_RATE));
    }
    encoder.finalize();
    const file = encoder.FS.readFile(encoder.outputFilename);
    encoder.FS.unlink(encoder.outputFilename);
    return fastStart(file);
  } finally {
    encoder.delete();
  }
}
