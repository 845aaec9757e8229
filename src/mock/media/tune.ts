/** The tune of a sound: which notes it has, and how each of them sounds. */
import { createHash } from 'node:crypto';

/** Samples per second of every sound, in Hz: the rate that all players take. */
export const sampleRate = 44_100;

/** Samples in a frame of MP3. Every note begins with a frame, so that notes can be joined in any order. */
export const frameSamples = 1_152;

/** The frames that the longest note lasts. */
export const maxNoteFrames = 15;
const minNoteFrames = 10;

const keys = 12;
const scale = [0, 2, 4, 7, 9, 12, 14, 16];

/** How many pitches there are, in semitones from the lowest. */
export const pitches = keys + Math.max(...scale);

/** Notes of one length that follow each other, again from the first after the last. */
export interface Tune {
  /** How long each note lasts, in frames of `frameSamples`. */
  noteFrames: number;
  /** The pitch of each note, from 0 to below `pitches`. */
  notes: number[];
}

/** The tune of a seed, in a pentatonic scale. The seed chooses key, tempo and notes. */
export function composeTune(seed: string): Tune {
  const [key = 0, tempo = 0, ...choices] = numbersFrom(`sound ${seed}`);
  const lengths = maxNoteFrames - minNoteFrames + 1;
  return {
    noteFrames: minNoteFrames + Math.floor(tempo * lengths),
    notes: choices.map(
      (choice) => Math.floor(key * keys) + (scale[Math.floor(choice * scale.length)] ?? 0),
    ),
  };
}

/** A plucked string of one pitch: mono samples between -1 and 1. */
export function pluckNote(pitch: number, samples: number): Float64Array {
  const angle = (2 * Math.PI * 220 * 2 ** (pitch / 12)) / sampleRate;
  const decay = Math.exp(-12 / sampleRate);
  const sound = new Float64Array(samples);
  sound[1] = 0.5 * decay * Math.sin(angle);
  // Each sample of a fading sine follows from the two before it, far quicker than from its time.
  const next = 2 * decay * Math.cos(angle);
  for (let at = 2; at < samples; at++) {
    sound[at] = next * (sound[at - 1] ?? 0) - decay ** 2 * (sound[at - 2] ?? 0);
  }
  return sound;
}

/** 32 numbers from 0 to below 1 that depend on the seed alone. */
export const numbersFrom = (seed: string): number[] =>
  [...createHash('sha256').update(seed).digest()].map((byte) => byte / 256);
