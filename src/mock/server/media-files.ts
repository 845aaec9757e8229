import { mp3, mp4, wav } from '../media/media.ts';
import type { Answer } from './answers.ts';
import { isExpired, stateAt } from './lifecycle.ts';
import { inputOf, type MockTask, type TaskMemory } from './tasks.ts';

const types: Record<string, string> = { mp3: 'audio/mpeg', wav: 'audio/wav', mp4: 'video/mp4' };
const ratios = ['16:9', '9:16', '1:1'] as const;
/** Files kept in memory, because players request one file in many ranges. */
const maxKept = 16;

/** Makes the files of finished tasks when they are requested: `/media/ID.mp3`. */
export class MediaFiles {
  readonly #memory: TaskMemory;
  readonly #made = new Map<string, Promise<Uint8Array>>();

  constructor(memory: TaskMemory) {
    this.#memory = memory;
  }

  /** Serves the file at a path, or the range of it that the request asks for. */
  async serve(
    path: string,
    range: string | undefined,
    nowOf: (account: string) => number,
  ): Promise<Answer> {
    const [, id = '', extension = ''] = /^\/media\/(\d+)\.(mp3|wav|mp4)$/.exec(path) ?? [];
    const task = this.#memory.get(id);
    const now = nowOf(task?.account ?? '');
    if (!task || !stateAt(task, now).hasResult) return refuse(404, 'there is no such file');
    if (isExpired(task, now)) return refuse(403, 'the file has expired');
    const file = await this.#load(path, task, extension);
    return cutRange(file, types[extension] ?? '', range);
  }

  #load(path: string, task: MockTask, extension: string): Promise<Uint8Array> {
    const made = this.#made.get(path) ?? load(task, extension);
    this.#made.delete(path);
    this.#made.set(path, made);
    const [oldest] = this.#made.keys();
    if (this.#made.size > maxKept && oldest) this.#made.delete(oldest);
    // A failure is not kept: the encoder may be installed by the next time.
    made.catch(() => this.#made.delete(path));
    return made;
  }
}

/** The file that was recorded with the task, or else one that is made. */
const load = async (task: MockTask, extension: string): Promise<Uint8Array> =>
  (await task.course?.file(extension)) ?? make(task, extension);

async function make(task: MockTask, extension: string): Promise<Uint8Array> {
  const { seconds } = task;
  const input = inputOf(task);
  const seed = JSON.stringify(input.prompt ?? input);
  const aspectRatio = ratios.find((ratio) => ratio === input.aspect_ratio) ?? '16:9';
  if (extension === 'wav') return wav(seconds, seed);
  return extension === 'mp3' ? mp3(seconds, seed) : mp4({ seconds, aspectRatio, seed });
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
