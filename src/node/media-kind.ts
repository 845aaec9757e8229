import { extname } from 'node:path';

/** What a file is to be. */
export type MediaKind = 'audio' | 'video' | 'image';

const extensions: Record<MediaKind, string[]> = {
  audio: ['.mp3', '.wav', '.m4a', '.aac', '.flac', '.ogg', '.opus'],
  video: ['.mp4', '.mov', '.webm', '.m4v'],
  image: ['.png', '.jpg', '.jpeg', '.webp', '.gif'],
};
const kinds: MediaKind[] = ['audio', 'video', 'image'];

/** What a file with that name is to be; undefined where the name does not tell. */
export const kindOf = (file: string): MediaKind | undefined =>
  kinds.find((kind) => extensions[kind].includes(extname(file).toLowerCase()));

/** Types that are no media, with what they are called. */
const words: [type: RegExp, name: string][] = [
  [/^(text\/html|application\/xhtml\+xml)$/, 'a page of HTML'],
  [/[/+]xml$/, 'XML'],
  [/[/+](x-)?(nd)?json$/, 'JSON'],
  [/^text\/|[/+](java|ecma)script$/, 'text'],
];

/**
 * What a content type says that came in place of media, or of the kind that was asked for; undefined when there is nothing to
 * say against it. A missing type, or one for any bytes, says nothing.
 */
export function describeWrongType(
  contentType: string | null,
  wanted: MediaKind | undefined,
): string | undefined {
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  const word = words.find(([pattern]) => pattern.test(type))?.[1];
  const kind = kinds.find((each) => type.startsWith(`${each}/`));
  const article = { audio: 'audio', video: 'a video', image: 'an image' };
  return word ?? (kind && wanted && kind !== wanted ? article[kind] : undefined);
}

/** So many bytes without a control character are text. */
const sniffed = 512;

const isControl = (byte: number) =>
  byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127;

/** What a file is by its first bytes: `media`, or what came in its place; undefined while there are too few of them. */
export function describeStart(bytes: Uint8Array, isWhole: boolean): string | undefined {
  // Each byte is a character here.
  const text = Buffer.from(bytes.subarray(0, sniffed)).toString('latin1');
  // The first box of an MP4 may be so large that its size begins like text.
  if (bytes.length < 8 && !isWhole && /^[\s<{[]/.test(text)) return undefined;
  if (/^.{4}(mdat|moov)/s.test(text)) return 'media';
  // Text may begin with a byte order mark; that of UTF-16 begins no media.
  const start = text.replace(/^\xef\xbb\xbf/, '').replace(/^[ \t\r\n]+/, '');
  if (/^<(!doctype html|html)/i.test(start)) return 'a page of HTML';
  if (start.startsWith('<')) return 'XML';
  if (/^[{[]/.test(start)) return 'JSON';
  if (/^(\xff\xfe|\xfe\xff)/.test(start)) return 'text';
  if (bytes.subarray(0, sniffed).some(isControl)) return 'media';
  return isWhole || bytes.length >= sniffed ? 'text' : undefined;
}
