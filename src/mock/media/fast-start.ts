interface Box {
  type: string;
  start: number;
  size: number;
}

const CONTAINERS = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl']);
const DATED = new Set(['mvhd', 'tkhd', 'mdhd']);

/** Every box from byte `start` to byte `end`, parents before their children. */
function* boxes(file: DataView, start: number, end: number): Generator<Box> {
  for (let at = start; at < end; ) {
    const size = file.getUint32(at);
    if (size < 8) throw new Error(`MP4 box of an unsupported size, ${size}`);
    const codes = [4, 5, 6, 7].map((offset) => file.getUint8(at + offset));
    const type = String.fromCharCode(...codes);
    yield { type, start: at, size };
    if (CONTAINERS.has(type)) yield* boxes(file, at + 8, at + size);
    at += size;
  }
}

/**
 * The same MP4 with its index (`moov`) ahead of the pictures, so that a browser starts to play
 * without seeking, and without its dates, so that equal pictures make equal bytes. Changes the
 * bytes given. Handles what the encoder writes: box sizes, offsets and dates of 32 bits.
 */
export function fastStart(mp4: Uint8Array): Uint8Array {
  const view = new DataView(mp4.buffer, mp4.byteOffset, mp4.byteLength);
  const all = [...boxes(view, 0, mp4.length)];
  const find = (type: string) => {
    const box = all.find((one) => one.type === type);
    if (!box) throw new Error(`The MP4 has no ${type} box`);
    return box;
  };
  const [ftyp, moov, mdat, stco] = [find('ftyp'), find('moov'), find('mdat'), find('stco')];
  const shift = ftyp.size + moov.size - mdat.start;
  for (let entry = 0; entry < view.getUint32(stco.start + 12); entry++) {
    const at = stco.start + 16 + entry * 4;
    view.setUint32(at, view.getUint32(at) + shift);
  }
  for (const { type, start } of all) {
    if (DATED.has(type)) mp4.fill(0, start + 12, start + 20);
  }
  const out = new Uint8Array(ftyp.size + moov.size + mdat.size);
  let at = 0;
  for (const { start, size } of [ftyp, moov, mdat]) {
    out.set(mp4.subarray(start, start + size), at);
    at += size;
  }
  return out;
}
