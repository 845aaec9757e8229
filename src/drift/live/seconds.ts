/** How long a file plays, from its headers: nothing is decoded. */

/** What these files are called here. */
export type Container = 'mp3' | 'wav' | 'mp4';

/** Seconds that a file plays; undefined when it is not such a file, or breaks off before it says so. */
export function secondsOf(bytes: Uint8Array, container: Container): number | undefined {
  const seconds = readers[container](bytes);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}

const readers: Record<Container, (bytes: Uint8Array) => number> = { mp3, wav, mp4 };

const viewOf = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const text = (bytes: Uint8Array, at: number, length = 4) =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** Of what the chunk `data` promises, only what has arrived counts. */
function wav(bytes: Uint8Array): number {
  if (text(bytes, 0) !== 'RIFF' || text(bytes, 8) !== 'WAVE') return Number.NaN;
  const view = viewOf(bytes);
  let bytesPerSecond = Number.NaN;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true);
    if (text(bytes, at) === 'fmt ' && at + 20 <= bytes.length) {
      bytesPerSecond = view.getUint32(at + 16, true);
    }
    if (text(bytes, at) === 'data') return Math.min(size, bytes.length - at - 8) / bytesPerSecond;
    at += 8 + size + (size % 2);
  }
  return Number.NaN;
}

/** The box `moov/mvhd` says it. A file whose boxes are longer than it is has broken off. */
function mp4(bytes: Uint8Array): number {
  const moov = boxIn(bytes, 'moov');
  const header = moov && boxIn(moov, 'mvhd');
  const isWhole = boxIn(bytes, 'mdat') !== undefined;
  if (!header || !isWhole) return Number.NaN;
  const view = viewOf(header);
  const isLong = header[0] === 1;
  if (header.length < (isLong ? 32 : 20)) return Number.NaN;
  return isLong
    ? Number(view.getBigUint64(24)) / view.getUint32(20)
    : view.getUint32(16) / view.getUint32(12);
}

function boxIn(bytes: Uint8Array, type: string): Uint8Array | undefined {
  const view = viewOf(bytes);
  for (let at = 0; at + 8 <= bytes.length; ) {
    const short = view.getUint32(at);
    const head = short === 1 ? 16 : 8;
    if (at + head > bytes.length) return undefined;
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short || bytes.length - at;
    if (size < head || at + size > bytes.length) return undefined;
    if (text(bytes, at + 4) === type) return bytes.subarray(at + head, at + size);
    at += size;
  }
  return undefined;
}

/** kbit/s of Layer III: of MPEG-1, and of the versions after it. */
const rates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const rates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
/** Hz, by the version's number in the header: 2.5, none, 2, 1. */
const sampleRates = [
  [11_025, 12_000, 8_000],
  [],
  [22_050, 24_000, 16_000],
  [44_100, 48_000, 32_000],
];

/** The sum of all frames, so that neither a changing rate nor a broken end deceives. */
function mp3(bytes: Uint8Array): number {
  let at = 0;
  if (text(bytes, 0, 3) === 'ID3') {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(6, 10);
    at = 10 + ((a << 21) | (b << 14) | (c << 7) | d);
  }
  let seconds = 0;
  for (let frame = frameAt(bytes, at); frame; frame = frameAt(bytes, at)) {
    seconds += frame.seconds;
    at += frame.length;
  }
  return seconds;
}

function frameAt(bytes: Uint8Array, at: number): { seconds: number; length: number } | undefined {
  const [sync = 0, version = 0, rate = 0] = bytes.subarray(at, at + 3);
  const isLayer3 = sync === 0xff && (version & 0xe6) === 0xe2;
  const isFirst = ((version >> 3) & 3) === 3;
  const sampleRate = sampleRates[(version >> 3) & 3]?.[(rate >> 2) & 3];
  const kilobits = (isFirst ? rates1 : rates2)[rate >> 4];
  if (!isLayer3 || !sampleRate || !kilobits) return undefined;
  const samples = isFirst ? 1152 : 576;
  const length = Math.floor((samples * kilobits * 125) / sampleRate) + ((rate >> 1) & 1);
  return at + length > bytes.length ? undefined : { seconds: samples / sampleRate, length };
}
