import { createHash } from 'node:crypto';
import type { AspectRatio } from '../media/media.ts';
import type { Answer } from './answers.ts';
import { isExpired, stateAt } from './lifecycle.ts';
import { inputOf, type MockTask, type TaskMemory } from './tasks.ts';

/** What a file depends on: two that look alike have the same bytes. */
interface Look {
  seconds: number;
  aspectRatio: AspectRatio;
  seed: string;
}

type Media = typeof import('../media/media.ts');

/** The files that can be asked for, by their extension. */
const kinds: Record<string, { type: string; make(media: Media, look: Look): Uint8Array }> = {
  mp3: { type: 'audio/mpeg', make: ({ mp3 }, { seconds, seed }) => mp3(seconds, seed) },
  wav: { type: 'audio/wav', make: ({ wav }, { seconds, seed }) => wav(seconds, seed) },
  mp4: { type: 'video/mp4', make: ({ mp4 }, look) => mp4(look) },
};
const ratios = ['16:9', '9:16', '1:1'] as const;

/** Bytes of files kept in memory, because players request one file in many ranges. */
const maxKept = 32 * 1024 * 1024;

/** Makes the files of finished tasks when they are requested: `/media/ID.mp3`. */
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
    const [, id = '', extension = ''] = /^\/media\/(\d+)\.(\w+)$/.exec(path) ?? [];
    const kind = Object.hasOwn(kinds, extension) ? kinds[extension] : undefined;
    const task = this.#memory.get(id);
    const now = nowOf(task?.account ?? '');
    if (!kind || !task || !stateAt(task, now).hasResult)
      return refuse(404, 'there is no such file');
    if (isExpired(task, now)) return refuse(403, 'the file has expired');
    const recorded = await task.course?.file(extension);
    if (recorded) return cutRange(recorded, kind.type, range);
    const look = lookOf(task);
    // Only now, because the pieces that files are joined from are large.
    const media = await import('../media/media.ts');
    const key = `${extension} ${Object.values(look).join(' ')}`;
    const file = this.#load(key, () => kind.make(media, look));
    return cutRange(file, kind.type, range);
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

function lookOf(task: MockTask): Look {
  const input = inputOf(task);
  const about = JSON.stringify(input.prompt ?? input);
  return {
    seconds: task.seconds,
    aspectRatio: ratios.find((ratio) => ratio === input.aspect_ratio) ?? '16:9',
    seed: createHash('sha256').update(about).digest('base64'),
  };
}

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
