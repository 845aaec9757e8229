/** The limits of the files that a request may hold, as the documents say them in `x-media`. */

/** What a field takes. A key that is missing is a limit that nobody states. */
export interface FileLimits {
  kind: 'image' | 'audio' | 'video';
  /** Endings of file names, without the dot. */
  formats?: string[];
  minBytes?: number;
  maxBytes?: number;
  /** Pixels that each side must have, and may have. */
  minSide?: number;
  maxSide?: number;
  /** Width by height, at least and at most. */
  ratio?: [least: number, most: number];
  /** Length, at least and at most. */
  seconds?: [least: number, most: number];
  /** Whether it may be named by its address, or sent as Base64. */
  takes: ('url' | 'base64')[];
}

/** What is known of a file. What could not be found out is undefined, and breaks no limit. */
export interface FileFacts {
  /** As `formatOf` tells it. */
  format: string | undefined;
  /** Undefined counts as too large for any limit. */
  bytes: number | undefined;
  width?: number | undefined;
  height?: number | undefined;
  seconds?: number | undefined;
}

/** The beginnings of files, as letters from a place on. */
const beginnings: [format: string, at: number, text: string][] = [
  ['jpg', 0, '\xff\xd8\xff'],
  ['png', 0, '\x89PNG'],
  ['gif', 0, 'GIF8'],
  ['webp', 8, 'WEBP'],
  ['wav', 8, 'WAVE'],
  ['mp3', 0, 'ID3'],
  ['aac', 0, '\xff\xf1'],
  ['aac', 0, '\xff\xf9'],
  ['mp3', 0, '\xff\xfb'],
  ['mp3', 0, '\xff\xf3'],
  ['mp3', 0, '\xff\xf2'],
  ['heic', 4, 'ftyphei'],
  ['heic', 4, 'ftypmif1'],
  ['avif', 4, 'ftypavif'],
  ['mov', 4, 'ftypqt'],
  ['m4a', 4, 'ftypM4A'],
  ['mp4', 4, 'ftyp'],
];

/** The format of a file by its first twelve bytes; undefined where it is none of those that providers speak of. */
export function formatOf(bytes: Uint8Array): string | undefined {
  const text = String.fromCharCode(...bytes.subarray(0, 12));
  return beginnings.find(([, at, wanted]) => text.startsWith(wanted, at))?.[0];
}

/** A size as people write it: `640 kB`, `10 MB`. */
export const formatBytes = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${Number((bytes / 1_000_000).toFixed(1))} MB`;

/** The limits in words: `jpg, jpeg or png; at most 10 MB; sides of at least 300 px`. */
export function describeLimits({ formats, ...limits }: FileLimits): string {
  const { minBytes, maxBytes, minSide, maxSide, ratio, seconds } = limits;
  const parts = [
    formats && listOf(formats),
    range(minBytes, maxBytes, formatBytes),
    range(minSide, maxSide, (side) => `${side} px`, 'sides of '),
    ratio && `width by height ${ratio.join(' to ')}`,
    seconds && `${seconds.join(' to ')} s`,
  ];
  return parts.filter(Boolean).join('; ');
}

/**
 * Checks a file against the limits of a field.
 * @returns what is wrong with it, each in words that follow its name: `is a gif, not jpg or png`
 */
export function checkFile(limits: FileLimits, facts: FileFacts): string[] {
  const { formats = [], minBytes = 0, maxBytes = Number.POSITIVE_INFINITY } = limits;
  const { minSide = 0, maxSide = Number.POSITIVE_INFINITY } = limits;
  const { format, bytes, width, height, seconds } = facts;
  const size = bytes === undefined ? 'an unknown size' : formatBytes(bytes);
  const named = format === 'jpg' && formats.includes('jpeg') ? 'jpeg' : format;
  const found: string[] = [];
  if (formats.length > 0 && !formats.includes(named ?? '')) {
    found.push(
      `is ${format ? `of the type ${format}` : 'of no known type'}, not ${listOf(formats)}`,
    );
  }
  // What was not measured is too large.
  if (limits.maxBytes !== undefined && !(Number(bytes) <= maxBytes)) {
    found.push(`has ${size}, more than ${formatBytes(maxBytes)}`);
  }
  if (bytes !== undefined && bytes < minBytes)
    found.push(`has ${size}, less than ${formatBytes(minBytes)}`);
  if (width && height) {
    const [least, most] = limits.ratio ?? [0, Number.POSITIVE_INFINITY];
    const ratio = width / height;
    const wrong = [
      Math.min(width, height) < minSide && `with a side below ${minSide} px`,
      Math.max(width, height) > maxSide && `with a side above ${maxSide} px`,
      (ratio < least || ratio > most) &&
        `width by height ${Number(ratio.toFixed(2))}, not ${least} to ${most}`,
    ].filter((each) => each !== false);
    if (wrong.length > 0) found.push([`is ${width} × ${height} px`, ...wrong].join(', '));
  }
  const { minSide: side = limits.maxSide ?? limits.ratio } = limits;
  if (limits.kind === 'image' && side && !width) found.push('has sides that cannot be read');
  const [shortest, longest] = limits.seconds ?? [0, Number.POSITIVE_INFINITY];
  if (seconds !== undefined && (seconds < shortest || seconds > longest)) {
    found.push(`has ${Number(seconds.toFixed(1))} s, not ${shortest} to ${longest}`);
  }
  return found;
}

/** `a, b or c` */
const listOf = (names: readonly string[]): string =>
  [names.slice(0, -1).join(', '), names.at(-1)].filter(Boolean).join(' or ');

function range(
  least: number | undefined,
  most: number | undefined,
  show: (bound: number) => string,
  before = '',
): string | undefined {
  if (least !== undefined && most !== undefined) return `${before}${show(least)} to ${show(most)}`;
  if (most !== undefined) return `${before}at most ${show(most)}`;
  return least === undefined ? undefined : `${before}at least ${show(least)}`;
}
