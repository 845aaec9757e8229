import { type Format, formats } from '../../documents/result-files.ts';
import type { Answer } from './answers.ts';
import { isExpired, stateAt } from './lifecycle.ts';
import { type Look, lookOf } from './looks.ts';
import { isMarked } from './results.ts';
import type { MockTask, TaskMemory } from './tasks.ts';

type Media = typeof import('../media/media.ts');

/** How a file of each format is made, and by what of its look. */
const kinds: Record<
  Format,
  { by: readonly (keyof Look)[]; make(media: Media, look: Look): Uint8Array }
> = {
  mp3: { by: ['seconds'], make: ({ mp3 }, { seconds, seed }) => mp3(seconds, seed) },
  wav: { by: ['seconds'], make: ({ wav }, { seconds, seed }) => wav(seconds, seed) },
  mp4: { by: ['seconds', 'aspectRatio'], make: ({ mp4 }, look) => mp4(look) },
  png: { by: ['width', 'height', 'isMarked'], make: ({ png }, look) => png(look) },
};

/** How the files of presets look, which nobody asked for. */
const presetLook = {
  seconds: 3,
  aspectRatio: '1:1',
  width: 512,
  height: 512,
  isMarked: false,
} as const;

/** Bytes of files kept in memory, because players request one file in many ranges. */
const maxKept = 32 * 1024 * 1024;

/** Makes the files of finished tasks when they are requested: `/media/ID.mp3`, `/media/ID-2.png`. */
export class MediaFiles {
  readonly #memory: TaskMemory;
  readonly #made = new Map<string, Uint8Array>();
  #kept = 0;

  constructor(memory: TaskMemory) {
    this.#memory = memory;
  }

  /** Serves the file at a path, or the range of it that the request asks for. */
  async serve(
    path: string,
    range: string | undefined,
    nowOf: (account: string) => number,
  ): Promise<Answer> {
    const parts =
      /^\/media\/(?<id>\d+|preset-\w+)(?:-(?<nth>[1-9]\d?))?(?<mark>-watermark)?\.(?<format>\w+)$/.exec(
        path,
      );
    const { id = '', nth = '1', mark, format = '' } = parts?.groups ?? {};
    if (!isFormat(format)) return refuse(404, 'there is no such file');
    const { type } = formats[format];
    // Those of presets are always there.
    if (id.startsWith('preset')) {
      return cutRange(await this.#make(format, { ...presetLook, seed: id + nth }), type, range);
    }
    const task = this.#memory.get(id);
    const now = nowOf(task?.account ?? '');
    if (
      !task ||
      !hasFile(task, format, Number(nth), mark !== undefined) ||
      !stateAt(task, now).hasResult
    )
      return refuse(404, 'there is no such file');
    if (isExpired(task, now)) return refuse(403, 'the file has expired');
    const recorded = await task.course?.file(format);
    return cutRange(
      recorded ?? (await this.#make(format, lookOf(task, Number(nth), mark !== undefined))),
      type,
      range,
    );
  }

  async #make(format: Format, look: Look): Promise<Uint8Array> {
    // Only now, because the pieces that files are joined from are large.
    const media = await import('../media/media.ts');
    const { by, make } = kinds[format];
    const key = [format, look.seed, ...by.map((name) => look[name])].join(' ');
    return this.#load(key, () => make(media, look));
  }

  #load(key: string, make: () => Uint8Array): Uint8Array {
    const known = this.#made.get(key);
    const file = known ?? make();
    // Removed first, so that what was asked for last is the last to be dropped.
    this.#made.delete(key);
    this.#made.set(key, file);
    if (!known) this.#kept += file.length;
    for (const [oldest, { length }] of this.#made) {
      if (this.#kept <= maxKept) break;
      this.#made.delete(oldest);
      this.#kept -= length;
    }
    return file;
  }
}

const isFormat = (name: string): name is Format => Object.hasOwn(kinds, name);

/** Whether the result of a task has so many files of a format. */
const hasFile = ({ files }: MockTask, format: Format, nth: number, marked: boolean): boolean =>
  files.filter((each) => each.format === format && isMarked(each) === marked).length >= nth;

const refuse = (status: number, message: string): Answer => ({ status, body: { message } });

/** The one range that was asked for; the whole file where that is several ranges or not valid. */
function cutRange(file: Uint8Array, type: string, range: string | undefined): Answer {
  const headers = { 'content-type': type, 'accept-ranges': 'bytes' };
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(range ?? '') ?? [];
  const isNone =
    (from === '' && to === '') || (from !== '' && to !== '' && Number(to) < Number(from));
  if (isNone) return { status: 200, body: file, headers };
  const start = from === '' ? Math.max(0, file.length - Number(to)) : Number(from);
  const end = from === '' || to === '' ? file.length - 1 : Math.min(Number(to), file.length - 1);
  if (start > end) {
    return { status: 416, body: undefined, headers: { 'content-range': `bytes */${file.length}` } };
  }
  const part = { 'content-range': `bytes ${start}-${end}/${file.length}` };
  return { status: 206, body: file.subarray(start, end + 1), headers: { ...headers, ...part } };
}
