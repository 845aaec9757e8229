import { createHash } from 'node:crypto';

/** Samples per second of every sound here, in Hz: the rate that all players and encoders take. */
export const SAMPLE_RATE = 44_100;

const MAJOR_PENTATONIC = [0, 2, 4, 7, 9];
const MINOR_PENTATONIC = [0, 3, 5, 7, 10];

/** A lookup of bytes that depend on nothing but the seed; `index` is any whole number from 0. */
function seededBytes(seed: string): (index: number) => number {
  const digest = createHash('sha256').update(seed).digest();
  return (index) => digest[index % digest.length] ?? 0;
}

/** Adds to `out` a sine from sample `start` that falls by a factor of e every `decay` seconds. */
function strike(out: Float32Array, start: number, hertz: number, decay: number, gain: number) {
  // A resonator costs two products a sample, where a sine call for each would be far slower.
  const radius = Math.exp(-1 / (decay * SAMPLE_RATE));
  const angle = (2 * Math.PI * hertz) / SAMPLE_RATE;
  const a = 2 * radius * Math.cos(angle);
  const b = radius * radius;
  const end = Math.min(out.length, start + Math.round(5 * decay * SAMPLE_RATE));
  let current = 0;
  let next = gain * radius * Math.sin(angle);
  for (let i = start; i < end; i++) {
    out[i] = (out[i] ?? 0) + current;
    const following = a * next - b * current;
    current = next;
    next = following;
  }
}

/**
 * A plucked pentatonic tune over a slow bass, `seconds` long: mono samples between -1 and 1.
 * Root, scale, pace and notes all come from the seed, so that each prompt has its own sound.
 */
export function melody(seconds: number, seed: string): Float32Array {
  const byte = seededBytes(`sound ${seed}`);
  const out = new Float32Array(Math.round(seconds * SAMPLE_RATE));
  const root = 220 * 2 ** ((byte(0) % 12) / 12);
  const scale = byte(1) % 2 === 0 ? MAJOR_PENTATONIC : MINOR_PENTATONIC;
  const step = Math.round((0.25 + 0.03 * (byte(2) % 6)) * SAMPLE_RATE);
  const pitch = (degree: number) =>
    root * 2 ** ((scale[degree % 5] ?? 0) / 12 + Math.floor(degree / 5));
  // The gains keep the sum of the ringing notes under 1 at the fastest pace: nothing clips.
  for (let note = 0, at = 0; at < out.length; note++, at += step) {
    const hertz = pitch(byte(3 + (note % 16)) % 10);
    strike(out, at, hertz, 0.28, 0.25);
    strike(out, at, hertz * 2, 0.12, 0.08);
    if (note % 4 === 0) strike(out, at, pitch(byte(19 + (note % 8)) % 5) / 2, 0.8, 0.15);
  }
  const fade = Math.min(out.length, SAMPLE_RATE / 2);
  for (let left = fade; left > 0; left--) {
    const i = out.length - left;
    out[i] = ((out[i] ?? 0) * left) / fade;
  }
  return out;
}

/**
 * A painter of moving pictures, as planar YUV 4:2:0 of `width` by `height` pixels (even numbers):
 * a ball over rolling stripes. `time` is in seconds. Colours, stripes and path come from the seed.
 */
export function painter(width: number, height: number, seed: string): (time: number) => Uint8Array {
  const byte = seededBytes(`image ${seed}`);
  const turn = (index: number) => (byte(index) / 256) * 2 * Math.PI;
  const chroma = (hue: number) => ({ u: 128 + 55 * Math.cos(hue), v: 128 + 55 * Math.sin(hue) });
  const ball = chroma(turn(7));
  const sky = Array.from({ length: height / 2 }, (_, row) =>
    chroma(turn(5) + ((turn(6) - turn(5)) * row * 2) / height),
  );
  const sway = (time: number, index: number) =>
    0.5 + 0.35 * Math.sin(time * (0.8 + byte(index) / 256) + turn(index + 1));
  const waves = 1 + (byte(4) % 3);
  const radius = Math.min(width, height) / 6;

  return (time) => {
    const frame = new Uint8Array((width * height * 3) / 2);
    const [ballX, ballY] = [width * sway(time, 0), height * sway(time, 2)];
    const inBall = (x: number, y: number) => (x - ballX) ** 2 + (y - ballY) ** 2 < radius ** 2;
    for (let x = 0; x < width; x++) {
      const stripe = 25 * Math.sin((x / width) * waves * 2 * Math.PI + time * 2);
      for (let y = 0; y < height; y++) {
        frame[y * width + x] = inBall(x, y) ? 210 : 70 + (80 * y) / height + stripe;
      }
    }
    let at = width * height;
    const quarter = at / 4;
    sky.forEach((skyColour, row) => {
      for (let x = 0; x < width; x += 2, at++) {
        const { u, v } = inBall(x, row * 2) ? ball : skyColour;
        frame[at] = u;
        frame[at + quarter] = v;
      }
    });
    return frame;
  };
}
