import { type FileFacts, formatOf } from '../documents/files.ts';
import { type Container, readSeconds } from '../documents/seconds.ts';

const containers: Record<string, Container> = {
  mp3: 'mp3',
  wav: 'wav',
  mp4: 'mp4',
  m4a: 'mp4',
  mov: 'mp4',
};

/** What the bytes of a file say about it. What is not found in them is undefined. */
export function factsOf(bytes: Uint8Array): FileFacts {
  const format = formatOf(bytes);
  const [width, height] = sidesOf(bytes, format) ?? [];
  const container = containers[format ?? ''];
  const seconds = container && readSeconds(bytes, container);
  return { format, bytes: bytes.length, width, height, seconds };
}

type Sides = [width: number, height: number];

/** The sides of a picture in pixels, by its header. */
function sidesOf(bytes: Uint8Array, format: string | undefined): Sides | undefined {
  const read = readers[format ?? ''];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const sides = read?.(view);
    return sides?.every((side) => side > 0) ? sides : undefined;
  } catch {
    // It ends within its header.
    return undefined;
  }
}

/** Of the formats that providers take. Each throws a RangeError where the bytes end too early. */
const readers: Record<string, (view: DataView) => Sides | undefined> = {
  png: (view) => [view.getUint32(16), view.getUint32(20)],
  jpg: readJpeg,
};

/** The sides are in the segment that begins a frame, whichever of its kinds it is. */
function readJpeg(view: DataView): Sides | undefined {
  for (let at = 2; view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return [view.getUint16(at + 7), view.getUint16(at + 5)];
    // A marker may be preceded by any number of fill bytes.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}
