/** What a picture says of itself. */
interface Picture {
  format: 'png' | 'jpg' | 'webp';
  /** In pixels. */
  width: number;
  height: number;
}

const toView = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const textAt = (bytes: Uint8Array, at: number, length = 4) =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** Reads format and sides of a picture. Undefined when it is none, or ends before they are said. */
export function readPicture(bytes: Uint8Array): Picture | undefined {
  const picture = readPng(bytes) ?? readJpeg(bytes) ?? readWebp(bytes);
  return picture && picture.width > 0 && picture.height > 0 ? picture : undefined;
}

function readPng(bytes: Uint8Array): Picture | undefined {
  if (bytes.length < 24 || textAt(bytes, 0, 8) !== '\x89PNG\r\n\x1a\n') return undefined;
  const view = toView(bytes);
  return { format: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** The sides are in the first frame's header, behind markers of any number. */
function readJpeg(bytes: Uint8Array): Picture | undefined {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined;
  const view = toView(bytes);
  for (let at = 2; at + 9 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) {
      return { format: 'jpg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    }
    // A marker may be preceded by any number of fill bytes.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return undefined;
}

/** The three kinds of WebP say their sides in three ways, all of them little-endian. */
function readWebp(bytes: Uint8Array): Picture | undefined {
  if (bytes.length < 31 || textAt(bytes, 0) !== 'RIFF' || textAt(bytes, 8) !== 'WEBP')
    return undefined;
  const view = toView(bytes);
  const kind = textAt(bytes, 12);
  if (kind === 'VP8 ') {
    const side = (at: number) => view.getUint16(at, true) & 0x3fff;
    return { format: 'webp', width: side(26), height: side(28) };
  }
  if (kind === 'VP8L') {
    const sides = view.getUint32(21, true);
    return { format: 'webp', width: (sides & 0x3fff) + 1, height: ((sides >> 14) & 0x3fff) + 1 };
  }
  const side = (at: number) => (view.getUint32(at, true) & 0xffffff) + 1;
  return kind === 'VP8X' ? { format: 'webp', width: side(24), height: side(27) } : undefined;
}
