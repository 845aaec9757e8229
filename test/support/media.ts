import { inflateSync } from 'node:zlib';
import { MPEGDecoder } from 'mpg123-decoder';

/** Decodes a file and says how many seconds it plays. */
export async function secondsOfMedia(bytes: Uint8Array, name: string): Promise<number> {
  if (name.endsWith('.mp3')) return secondsOfMp3(bytes);
  return name.endsWith('.wav') ? secondsOfWav(bytes) : secondsOfMp4(bytes);
}

async function secondsOfMp3(bytes: Uint8Array): Promise<number> {
  const decoder = new MPEGDecoder();
  await decoder.ready;
  const { samplesDecoded, sampleRate, errors } = decoder.decode(bytes);
  decoder.free();
  if (errors.length) throw new Error(`not a clean MP3: ${errors[0]?.message}`);
  return samplesDecoded / sampleRate;
}

function secondsOfWav(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const text = (at: number) => String.fromCharCode(...bytes.subarray(at, at + 4));
  if (text(0) !== 'RIFF' || text(8) !== 'WAVE') throw new Error('not a WAV');
  const bytesPerSecond = view.getUint32(28, true);
  if (44 + view.getUint32(40, true) !== bytes.length) throw new Error('a WAV of another length');
  return (bytes.length - 44) / bytesPerSecond;
}

function secondsOfMp4(bytes: Uint8Array): number {
  const at = Buffer.from(bytes).indexOf('mvhd');
  if (at < 0) throw new Error('not an MP4');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return view.getUint32(at + 20) / view.getUint32(at + 16);
}

/** Width and height that a PNG says it has. */
export function sizeOfPng(bytes: Uint8Array): { width: number; height: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0) !== 0x89504e47 || view.getUint32(12) !== 0x49484452)
    throw new Error('not a PNG');
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

/** Decodes a PNG with a palette, and gives its size and how many colours it shows. */
export function decodePng(bytes: Uint8Array): { width: number; height: number; colours: number } {
  const { width, height } = sizeOfPng(bytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = new Map<string, Uint8Array>();
  for (let at = 8; at < bytes.length; ) {
    const size = view.getUint32(at);
    const part = bytes.subarray(at + 4, at + 8 + size);
    if (view.getUint32(at + 8 + size) !== checksum(part)) throw new Error('a wrong checksum');
    parts.set(String.fromCharCode(...part.subarray(0, 4)), part.subarray(4));
    at += 12 + size;
  }
  if (!parts.has('IEND')) throw new Error('a PNG without an end');
  const [depth, kind] = parts.get('IHDR')?.subarray(8) ?? [];
  if (depth !== 8 || kind !== 3) throw new Error('a PNG of another kind');
  const rows = inflateSync(parts.get('IDAT') ?? new Uint8Array());
  if (rows.length !== (width + 1) * height) throw new Error('a PNG of another size');
  const shown = new Set<number>();
  for (let row = 0; row < height; row++) {
    const start = row * (width + 1);
    if (rows[start] !== 0) throw new Error('a row with a filter');
    for (const pixel of rows.subarray(start + 1, start + 1 + width)) shown.add(pixel);
  }
  if (Math.max(...shown) * 3 >= (parts.get('PLTE')?.length ?? 0)) throw new Error('no such colour');
  return { width, height, colours: shown.size };
}

/** The checksum of PNG, a bit at a time. */
function checksum(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
  }
  return ~crc >>> 0;
}
