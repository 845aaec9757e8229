/**
 * Synthetic sounds, films and pictures that really play, so that a page can be built against the mock. Nothing is encoded here: MP3
 * and MP4 are joined from pieces that scripts/media.ts has encoded, in an order that the seed chooses.
 */
import { notes as encodedNotes, films } from '../../../generated/media.ts';
import { writeMp4 } from './mp4.ts';
import { writePng } from './png.ts';
import {
  composeTune,
  frameSamples,
  maxNoteFrames,
  numbersFrom,
  pluckNote,
  sampleRate,
} from './tune.ts';

export type AspectRatio = keyof typeof films;

/** Frames of a film per second. */
const FRAME_RATE = 10;

/** Frames of the shortest scene of a film. The longest is as long as the pieces are. */
const MIN_SCENE_FRAMES = 8;

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
  const step = noteFrames * frameSamples * 2;
  for (let at = WAV_HEADER_BYTES, note = 0; at < file.length; at += step, note++) {
    const sound = pcmOf(notes[note % notes.length] ?? 0);
    file.set(sound.subarray(0, Math.min(step, file.length - at)), at);
  }
  return file;
}

/** Notes that have been played, by their pitch: a megabyte at most. */
const played = new Map<number, Uint8Array>();

/** The longest note of a pitch as signed integers of 16 bits, the lower byte first on every machine. */
function pcmOf(pitch: number): Uint8Array {
  const known = played.get(pitch);
  if (known) return known;
  const samples = pluckNote(pitch, maxNoteFrames * frameSamples);
  const view = new DataView(new ArrayBuffer(samples.length * 2));
  for (const [at, sample] of samples.entries()) view.setInt16(at * 2, sample * 32_767, true);
  const sound = new Uint8Array(view.buffer);
  played.set(pitch, sound);
  return sound;
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
 * The seed chooses the colours, which way things move, and how long each scene is. The same seed always gives the same
 * bytes.
 */
export function mp4(options: {
  seconds: number;
  aspectRatio: AspectRatio;
  seed: string;
}): Uint8Array {
  const { looks, config, width, height } = films[options.aspectRatio];
  const [tempo = 0, ...choices] = numbersFrom(`image ${options.seed}`);
  // Without a frame it would be no film.
  const count = Math.max(1, Math.round(options.seconds * FRAME_RATE));
  const scenes = choices.map((choice) => [
    ...splitMp4(looks[Math.floor(choice * looks.length)] ?? ''),
  ]);
  const lengths = (scenes[0]?.length ?? 0) - MIN_SCENE_FRAMES + 1;
  // Of scenes that were all equally long, a film of three seconds would have too few to differ from others.
  const keyEvery = MIN_SCENE_FRAMES + Math.floor(tempo * lengths);
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

/** Shades of sky and water in a picture, from top to bottom. */
const SHADES = 24;

/** Peaks of the mountains in a picture. */
const PEAKS = 4;

/**
 * A picture as a PNG file: mountains before an evening sky, with the sun, and water. The seed chooses colours and places. The same
 * seed always gives the same bytes. A watermark is a light bar in a corner.
 */
export function png({
  width,
  height,
  seed,
  isMarked = false,
}: {
  width: number;
  height: number;
  seed: string;
  isMarked?: boolean;
}): Uint8Array {
  const [hue = 0, x = 0, y = 0, shore = 0, ...places] = numbersFrom(`picture ${seed}`);
  const water = height * (0.68 + 0.12 * shore);
  const sun = {
    x: width * (0.15 + 0.7 * x),
    y: water * (0.25 + 0.4 * y),
    radius: Math.min(width, height) / 9,
  };
  const peaks = Array.from({ length: PEAKS }, (_, nth) => ({
    x: width * (places[3 * nth] ?? 0),
    top: water * (0.35 + 0.5 * (places[3 * nth + 1] ?? 0)),
    slope: (0.5 + (places[3 * nth + 2] ?? 0)) * (width / height),
    colour: SHADES + 1 + nth,
  }));
  const colours = [
    ...Array.from({ length: SHADES }, (_, shade) =>
      colourOf(hue + shade / SHADES / 4, 0.3 + (0.55 * shade) / SHADES),
    ),
    colourOf(hue + 0.45, 0.95),
    ...peaks.map((_, nth) => colourOf(hue + 0.6, 0.45 - 0.08 * nth)),
    [255, 255, 255] as const,
  ];
  const paint = (pixels: Uint8Array, row: number) => {
    const isWater = row >= water;
    // In the water everything is seen once more, upside down and shallower.
    const level = isWater ? water - (row - water) * 1.6 : row;
    const shade = Math.floor((Math.max(0, level) / water) * (SHADES - 1));
    pixels.fill(isWater ? SHADES - 1 - shade : shade);
    const fill = (colour: number, from: number, half: number) =>
      half > 0 &&
      pixels.fill(
        colour,
        Math.max(0, Math.round(from - half)),
        Math.max(0, Math.round(from + half)),
      );
    fill(SHADES, sun.x, Math.sqrt(Math.max(0, sun.radius ** 2 - (level - sun.y) ** 2)));
    for (const peak of peaks) fill(peak.colour, peak.x, (level - peak.top) * peak.slope);
    if (isMarked && Math.abs(row / height - 0.93) < 0.02)
      fill(colours.length - 1, width * 0.85, width * 0.1);
  };
  return writePng({ width, height, colours, paint });
}

/** Red, green and blue of a hue from 0 to 1, as bright as that. */
function colourOf(hue: number, brightness: number): [number, number, number] {
  const part = (shift: number) =>
    Math.round(255 * brightness * (0.68 + 0.32 * Math.cos(2 * Math.PI * (hue + shift))));
  return [part(0), part(1 / 3), part(2 / 3)];
}

/** A plain array, because `slice` of a Buffer makes no copy. */
const join = (parts: Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts));
