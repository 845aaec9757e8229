/** Files that play nothing for so many seconds, written by hand: no code of the mock or of the checks is in them. */

const ascii = (text: string) => Buffer.from(text, 'latin1');
const uint32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** 8-bit mono PCM at 8 kHz. */
export function silentWav(seconds: number): Uint8Array {
  const samples = Math.round(seconds * 8_000);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(36 + samples, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8_000, 24);
  header.writeUInt32LE(8_000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(samples, 40);
  return Buffer.concat([header, Buffer.alloc(samples, 0x80)]);
}

/** MPEG-1 Layer III at 128 kbit/s and 44.1 kHz: frames of 1,152 samples in 417 bytes, all of them empty. */
export function silentMp3(seconds: number): Uint8Array {
  const frame = Buffer.alloc(417);
  frame.set([0xff, 0xfb, 0x90, 0xc4]);
  const frames = Math.round((seconds * 44_100) / 1_152);
  return Buffer.concat(Array.from({ length: frames }, () => frame));
}

/** The boxes that say how long an MP4 is, and no pictures. */
export function silentMp4(seconds: number): Uint8Array {
  const box = (type: string, ...content: Uint8Array[]) => {
    const body = Buffer.concat(content);
    return Buffer.concat([uint32(body.length + 8), ascii(type), body]);
  };
  const times = [0, 0, 0, 1_000, Math.round(seconds * 1_000)].map(uint32);
  return Buffer.concat([
    box('ftyp', ascii('isom'), uint32(0)),
    box('moov', box('mvhd', ...times, Buffer.alloc(80))),
    box('mdat', Buffer.alloc(16)),
  ]);
}

/** The beginning of a PNG, which says its sides: 16 by 9 for each second, as every file here is asked for by its seconds. */
export function tinyPng(seconds: number): Uint8Array {
  const sides = [16 * seconds, 9 * seconds].map((side) => uint32(Math.max(1, Math.round(side))));
  const head = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const flags = Buffer.from([8, 2, 0, 0, 0]);
  return Buffer.concat([head, uint32(13), ascii('IHDR'), ...sides, flags, uint32(0)]);
}
