/** The format of a file. */
export type Container = 'mp3' | 'wav' | 'mp4';

/** Reads from a file's headers how many seconds it plays. Undefined when it has another format, or ends before that is said. */
export function readSeconds(bytes: Uint8Array, container: Container): number | undefined {
  const seconds = readers[container](bytes);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : undefined;
}

const readers: Record<Container, (bytes: Uint8Array) => number> = {
  mp3: readMp3,
  wav: readWav,
  mp4: readMp4,
};

const toView = (bytes: Uint8Array) =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const readText = (bytes: Uint8Array, at: number, length = 4) =>
  String.fromCharCode(...bytes.subarray(at, at + length));

/** The chunk `data` says how long it is; only what has arrived of it counts. */
function readWav(bytes: Uint8Array): number {
  if (readText(bytes, 0) !== 'RIFF' || readText(bytes, 8) !== 'WAVE') return Number.NaN;
  const view = toView(bytes);
  let bytesPerSecond = Number.NaN;
  for (let at = 12; at + 8 <= bytes.length; ) {
    const size = view.getUint32(at + 4, true);
    if (readText(bytes, at) === 'fmt ' && at + 20 <= bytes.length) {
      bytesPerSecond = view.getUint32(at + 16, true);
    }
    if (readText(bytes, at) === 'data')
      return Math.min(size, bytes.length - at - 8) / bytesPerSecond;
    at += 8 + size + (size % 2);
  }
  return Number.NaN;
}

/** The duration is in the box `moov/mvhd`. A file that ends before one of its boxes is incomplete. */
function readMp4(bytes: Uint8Array): number {
  const moov = findBox(bytes, 'moov');
  const header = moov && findBox(moov, 'mvhd');
  const isComplete = findBox(bytes, 'mdat') !== undefined;
  if (!header || !isComplete) return Number.NaN;
  const view = toView(header);
  const isLong = header[0] === 1;
  if (header.length < (isLong ? 32 : 20)) return Number.NaN;
  return isLong
    ? Number(view.getBigUint64(24)) / view.getUint32(20)
    : view.getUint32(16) / view.getUint32(12);
}

function findBox(bytes: Uint8Array, type: string): Uint8Array | undefined {
  const view = toView(bytes);
  for (let at = 0; at + 8 <= bytes.length; ) {
    const short = view.getUint32(at);
    const head = short === 1 ? 16 : 8;
    if (at + head > bytes.length) return undefined;
    const size = short === 1 ? Number(view.getBigUint64(at + 8)) : short || bytes.length - at;
    if (size < head || at + size > bytes.length) return undefined;
    if (readText(bytes, at + 4) === type) return bytes.subarray(at + head, at + size);
    at += size;
  }
  return undefined;
}

/** Bit rates of Layer III in kbit/s: those of MPEG-1, and those of MPEG-2 and 2.5. */
const mpeg1Rates = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const mpeg2Rates = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
/** Sample rates in Hz, by the number of the version in a frame's header: 2.5, none, 2, 1. */
const sampleRates = [
  [11_025, 12_000, 8_000],
  [],
  [22_050, 24_000, 16_000],
  [44_100, 48_000, 32_000],
];

/** Adds up all frames, as the bit rate may change and the end may be missing. */
function readMp3(bytes: Uint8Array): number {
  let at = 0;
  if (readText(bytes, 0, 3) === 'ID3') {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.subarray(6, 10);
    at = 10 + ((a << 21) | (b << 14) | (c << 7) | d);
  }
  let seconds = 0;
  for (let frame = readFrame(bytes, at); frame; frame = readFrame(bytes, at)) {
    seconds += frame.seconds;
    at += frame.length;
  }
  return seconds;
}

function readFrame(bytes: Uint8Array, at: number): { seconds: number; length: number } | undefined {
  const [sync = 0, version = 0, rate = 0] = bytes.subarray(at, at + 3);
  const isLayer3 = sync === 0xff && (version & 0xe6) === 0xe2;
  const isMpeg1 = ((version >> 3) & 3) === 3;
  const sampleRate = sampleRates[(version >> 3) & 3]?.[(rate >> 2) & 3];
  const kilobits = (isMpeg1 ? mpeg1Rates : mpeg2Rates)[rate >> 4];
  if (!isLayer3 || !sampleRate || !kilobits) return undefined;
  const samples = isMpeg1 ? 1152 : 576;
  const length = Math.floor((samples * kilobits * 125) / sampleRate) + ((rate >> 1) & 1);
  return at + length > bytes.length ? undefined : { seconds: samples / sampleRate, length };
}
