/** Writes PNG files of few colours, which take few bytes and next to no time. */
import { deflateSync } from 'node:zlib';

/** A picture whose pixels are numbers of colours. */
export interface Picture {
  /** Width and height, in pixels. */
  width: number;
  height: number;
  /** Red, green and blue of each colour, from 0 to 255: at most 256 colours. */
  colours: readonly (readonly [number, number, number])[];
  /** Puts the colours of a row into its pixels. */
  paint(pixels: Uint8Array, row: number): void;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** A part of a PNG file: its length, its type of four letters, its content, its checksum. */
function chunk(type: string, content: Uint8Array): Uint8Array {
  const part = Buffer.alloc(content.length + 12);
  part.writeUInt32BE(content.length);
  part.write(type, 4, 'latin1');
  part.set(content, 8);
  let crc = 0xffffffff;
  for (const byte of part.subarray(4, -4)) crc = (crcTable[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  part.writeUInt32BE(~crc >>> 0, content.length + 8);
  return part;
}

/** A PNG file of a picture: 8 bits a pixel, with a palette. */
export function writePng({ width, height, colours, paint }: Picture): Uint8Array<ArrayBuffer> {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 3], 8);
  // Each row begins with its filter: none.
  const rows = new Uint8Array((width + 1) * height);
  for (let row = 0; row < height; row++) {
    const start = row * (width + 1) + 1;
    paint(rows.subarray(start, start + width), row);
  }
  const signature = Uint8Array.of(137, 80, 78, 71, 13, 10, 26, 10);
  const parts = [
    chunk('IHDR', head),
    chunk('PLTE', Uint8Array.from(colours.flat())),
    chunk('IDAT', deflateSync(rows, { level: 1 })),
    chunk('IEND', new Uint8Array()),
  ];
  // A plain array, because `slice` of a Buffer makes no copy.
  return new Uint8Array(Buffer.concat([signature, ...parts]));
}
