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
