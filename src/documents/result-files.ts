/** Which fields of a response have the address of a file, and of which format it is. Whoever makes, shows, saves or checks files asks here. */
import { join, objectOf, stepsOf } from './json.ts';
import type { Schema } from './openapi.ts';

/**
 * The formats that results come in: what each is, and the media type that it is served with. Pictures are called PNG, and may be
 * JPEG or WebP all the same: no field says which.
 */
export const formats = {
  mp4: { kind: 'video', type: 'video/mp4' },
  mp3: { kind: 'audio', type: 'audio/mpeg' },
  wav: { kind: 'audio', type: 'audio/wav' },
  png: { kind: 'image', type: 'image/png' },
} as const;

/** `mp4`, `mp3`, `wav` or `png`: the ending of a file's name, too. */
export type Format = keyof typeof formats;

/** The names of fields that have an address. */
const address = /(^|_)url(_|$)|_image$/;

/**
 * What formats are recognized by: a field's own name, or else the `type` beside it, or those of the objects and lists around it, the
 * nearest first.
 */
const signs: [name: RegExp, format: Format][] = [
  [/(^|_)mp3(_|$)/, 'mp3'],
  [/(^|_)wav(_|$)/, 'wav'],
  [/image|cover/, 'png'],
  [/audio|voice|trial/, 'mp3'],
  [/video/, 'mp4'],
];

/**
 * The format of the file whose address a field has, by a JSON pointer to it; undefined where it has none. A step for any entry of a
 * list may be `*`.
 * @param type the `type` of the object that the field is in, where it has one
 */
export function formatAt(pointer: string, type = ''): Format | undefined {
  const [own = '', ...outer] = stepsOf(pointer).reverse();
  if (!address.test(own)) return undefined;
  for (const name of [own, type, ...outer]) {
    const sign = signs.find(([pattern]) => pattern.test(name));
    if (sign) return sign[1];
  }
  return undefined;
}

/** A field that has the address of a file. */
export interface FileField {
  /** JSON pointer to it; of a schema, with `*` for any entry of a list. */
  pointer: string;
  format: Format;
}

/** The files in a response, or in a part of it: what is no text, or an empty one, is no address. */
export function filesIn(
  value: unknown,
  pointer = '',
  type?: string,
): (FileField & { url: string })[] {
  if (typeof value === 'string') {
    const format = value ? formatAt(pointer, type) : undefined;
    return format ? [{ pointer, format, url: value }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  const own = typeOf(objectOf(value).type);
  return Object.entries(value).flatMap(([name, child]) => filesIn(child, join(pointer, name), own));
}

const typeOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** The fields with files that a response may have, by its schema without references. */
export function fileFields(schema: Schema | undefined, pointer = '', type?: string): FileField[] {
  const { properties = {}, items, oneOf = [], anyOf = [] } = schema ?? {};
  const format = formatAt(pointer, type);
  const of = typeOf(objectOf(properties.type).const);
  const isLeaf = items === undefined && Object.keys(properties).length === 0;
  const own = format && isLeaf && oneOf.length + anyOf.length === 0 ? [{ pointer, format }] : [];
  const inner = [
    ...Object.entries(properties).flatMap(([name, child]) =>
      child instanceof Object ? fileFields(child, join(pointer, name), of) : [],
    ),
    ...(items ? fileFields(items, join(pointer, '*')) : []),
    ...[...oneOf, ...anyOf].flatMap((branch) => fileFields(branch, pointer, type)),
  ];
  return [...new Map([...own, ...inner].map((each) => [each.pointer, each])).values()];
}
