/**
 * Synthetic sounds and films that really play, so that a page can be built against the mock. Nothing is encoded here: MP3
 * and MP4 are joined from pieces that scripts/media.ts has encoded, in an order that the seed chooses.
 */
import { notes as encodedNotes, films } from '../../../generated/media.ts';
import { writeMp4 } from './mp4.ts';
import { composeTune, frameSamples, numbersFrom, pluckNote, sampleRate } from './tune.ts';

export type AspectRatio = keyof typeof films;

/** Frames of a film per second. */
const FRAME_RATE = 10;

const WAV_HEADER_BYTES = 44;

/** Samples by which every note is late in an MP3, from its encoder and its decoder. */
const MP3_DELAY = 1_105;

/**
 * A tune of exactly `seconds`, as a WAV file of 16-bit mono PCM at 44.1 kHz. The seed chooses the notes: two prompts can
 * be told apart by ear, and the same prompt always gives the same bytes.
 */
export function wav(seconds: number, seed: string): Uint8Array {
  const { noteFrames, notes } = composeTune(seed);
  const file = new Uint8Array(WAV_HEADER_BYTES + Math.round(seconds * sampleRate) * 2);
  const view = new DataView(file.buffer);
  const text = (at: number, value: string) => file.set(new TextEncoder().encode(value), at);
  text(0, 'RIFF');
  view.setUint32(4, file.length - 8, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, file.length - WAV_HEADER_BYTES, true);
  const step = noteFrames * frameSamples;
  const sounds = new Map(
    [...new Set(notes)].map((pitch) => [pitch, toPcm(pluckNote(pitch, step))]),
  );
  for (let at = WAV_HEADER_BYTES, note = 0; at < file.length; at += step * 2, note++) {
    const sound = sounds.get(notes[note % notes.length] ?? 0);
    if (sound) file.set(sound.subarray(0, file.length - at), at);
  }
  return file;
}

/** Samples between -1 and 1 as signed integers of 16 bits, the lower byte first on every machine. */
function toPcm(samples: Float64Array): Uint8Array {
  const view = new DataView(new ArrayBuffer(samples.length * 2));
  samples.forEach((sample, at) => {
    view.setInt16(at * 2, sample * 32_767, true);
  });
  return new Uint8Array(view.buffer);
}

/**
 * The tune of `wav` as an MP3 file, mono at 44.1 kHz and 48 kbit/s. It lasts up to 0.06 s longer than `seconds`: MP3
 * comes in frames of 26 ms, and the delay that encoding adds is not trimmed.
 */
export function mp3(seconds: number, seed: string): Uint8Array {
  const { noteFrames, notes } = composeTune(seed);
  const count = Math.ceil((seconds * sampleRate + MP3_DELAY) / frameSamples);
  const files = notes.map((pitch) => [...splitMp3(encodedNotes[pitch] ?? '')]);
  const frames = Array.from({ length: count }, (_, at) => {
    const note = Math.floor(at / noteFrames) % files.length;
    return files[note]?.[at % noteFrames] ?? new Uint8Array();
  });
  return join(frames);
}

/** The frames of an MP3 at 48 kbit/s. */
function* splitMp3(base64: string): Generator<Uint8Array> {
  const bytes = Buffer.from(base64, 'base64');
  for (let at = 0; at < bytes.length; ) {
    // To keep the rate, which gives no whole number of bytes, some frames have one more, and say so.
    const padding = ((bytes[at + 2] ?? 0) >> 1) & 1;
    const size = Math.floor((144 * 48_000) / sampleRate) + padding;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

/**
 * A silent film of `seconds`, to the tenth, as an MP4 file: H.264 at 10 frames a second and at most 256 pixels a side.
 * The seed chooses the colours, and which way things move. The same seed always gives the same bytes.
 */
export function mp4(options: {
  seconds: number;
  aspectRatio: AspectRatio;
  seed: string;
}): Uint8Array {
  const { looks, config, width, height } = films[options.aspectRatio];
  const choices = numbersFrom(`image ${options.seed}`);
  // Without a frame it would be no film.
  const count = Math.max(1, Math.round(options.seconds * FRAME_RATE));
  const scenes = choices.map((choice) => [
    ...splitMp4(looks[Math.floor(choice * looks.length)] ?? ''),
  ]);
  const keyEvery = scenes[0]?.length ?? 1;
  const frames = Array.from({ length: count }, (_, at) => {
    const scene = Math.floor(at / keyEvery) % scenes.length;
    return scenes[scene]?.[at % keyEvery] ?? new Uint8Array();
  });
  const settings = { config: Buffer.from(config, 'base64'), frameRate: FRAME_RATE, keyEvery };
  return writeMp4({ ...settings, width, height, frames });
}

/** The frames of a scene, each of which has its length before it. */
function* splitMp4(base64: string): Generator<Uint8Array> {
  const bytes = Buffer.from(base64, 'base64');
  for (let at = 0; at < bytes.length; ) {
    const size = 4 + bytes.readUInt32BE(at);
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

/** A plain array, because `slice` of a Buffer makes no copy. */
const join = (parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
