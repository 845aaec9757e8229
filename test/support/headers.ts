/** Files that begin as their kind does, with the size or length that is asked for: enough for whoever reads only headers. */

const ascii = (text: string) => Buffer.from(text, 'latin1');

export function png(width: number, height: number): Uint8Array {
  const bytes = Buffer.alloc(60);
  ascii('\x89PNG\r\n\x1a\n').copy(bytes);
  bytes.writeUInt32BE(13, 8);
  ascii('IHDR').copy(bytes, 12);
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

/** With a segment of another kind before the frame, a table that looks like one, and fill bytes. */
export function jpeg(width: number, height: number): Uint8Array {
  const frame = Buffer.from([0xff, 0xc2, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const exif = Buffer.concat([
    Buffer.from([0xff, 0xe1, 0, 8]),
    Buffer.from([0xff, 0xc0, 9, 9, 9, 9]),
  ]);
  const table = Buffer.from([0xff, 0xc4, 0, 4, 1, 1]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), exif, table, Buffer.from([0xff, 0xff]), frame]);
}

/** Silence. */
export function wav(seconds: number): Uint8Array {
  const bytes = Buffer.alloc(44 + seconds * 8_000);
  ascii('RIFF').copy(bytes);
  bytes.writeUInt32LE(bytes.length - 8, 4);
  ascii('WAVEfmt ').copy(bytes, 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt32LE(8_000, 28);
  ascii('data').copy(bytes, 36);
  bytes.writeUInt32LE(seconds * 8_000, 40);
  return bytes;
}
