/** The files that somebody chose for a request. In a draft each stands by its name, so that nobody reads megabytes of Base64. */
import { type FileFacts, formatOf } from '../../documents/files.ts';
import { isObject, type JsonObject, listOf } from '../../documents/json.ts';

/** A file from the disk. */
export interface ChosenFile extends FileFacts {
  bytes: number;
  name: string;
  /** Its address within the page. */
  url: string;
  file: File;
}

const chosen = new Map<string, ChosenFile>();

/** The file that a value of a draft stands for. */
export const fileAt = (value: unknown): ChosenFile | undefined =>
  typeof value === 'string' ? chosen.get(value) : undefined;

/** Keeps a file. Gives what stands for it in a draft. */
export async function keepFile(file: File): Promise<string> {
  const { name, size: bytes } = file;
  const url = URL.createObjectURL(file);
  const format = formatOf(new Uint8Array(await file.slice(0, 12).arrayBuffer()));
  const facts = await measure(file.type, url).catch(() => ({}));
  // Another file may have the same name.
  let key = `file:${name}`;
  for (let i = 2; chosen.has(key); i++) key = `file:${i}/${name}`;
  chosen.set(key, { file, name, url, format, bytes, ...facts });
  return key;
}

/** The size of a picture, and of a sound or a video the length, as far as this browser can tell. */
async function measure(type: string, url: string): Promise<Omit<FileFacts, 'format' | 'bytes'>> {
  if (type.startsWith('image/')) {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    return { width: picture.naturalWidth, height: picture.naturalHeight };
  }
  const player = document.createElement('video');
  player.preload = 'metadata';
  player.src = url;
  await new Promise((resolve, reject) => {
    player.addEventListener('loadedmetadata', resolve);
    player.addEventListener('error', reject);
  });
  const { duration: seconds, videoWidth: width, videoHeight: height } = player;
  return { seconds, ...(width > 0 && { width, height }) };
}

/** A copy of the values with the Base64 of each file, as providers take it. */
export async function inlineFiles(values: JsonObject): Promise<JsonObject> {
  const inline = async (value: unknown): Promise<unknown> => {
    if (Array.isArray(value)) return Promise.all(listOf(value).map(inline));
    if (isObject(value)) return inlineFiles(value);
    const found = fileAt(value);
    return found ? readBase64(found.file) : value;
  };
  const fields = Object.entries(values).map(async ([key, value]) => [key, await inline(value)]);
  return Object.fromEntries(await Promise.all(fields));
}

function readBase64(file: File): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.addEventListener('load', () => resolve(String(reader.result).replace(/^.*?,/, '')));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(file);
  });
}
