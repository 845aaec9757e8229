import type { Answer } from './answers.ts';
import { secondsOf } from './answers.ts';
import { mp3, mp4, wav } from './media.ts';
import { type MockTask, stateAt, type TaskMemory } from './tasks.ts';

const types: Record<string, string> = { mp3: 'audio/mpeg', wav: 'audio/wav', mp4: 'video/mp4' };
const ratios = ['16:9', '9:16', '1:1'] as const;

/** Makes the file of a finished task when it is asked for: `/media/ID.mp3`. */
export async function mediaFile(path: string, memory: TaskMemory, now: number): Promise<Answer> {
  const [, id = '', extension = ''] = /^\/media\/(\d+)\.(mp3|wav|mp4)$/.exec(path) ?? [];
  const task = memory.get(id);
  if (!task || stateAt(task, now).status !== 'succeed') {
    return { status: 404, body: { message: 'there is no such file' } };
  }
  const body = await make(task, extension);
  return { status: 200, body, headers: { 'content-type': types[extension] ?? '' } };
}

function make(task: MockTask, extension: string): Uint8Array | Promise<Uint8Array> {
  const seconds = secondsOf(task);
  const seed = JSON.stringify(task.input.prompt ?? task.input);
  const aspectRatio = ratios.find((ratio) => ratio === task.input.aspect_ratio) ?? '16:9';
  if (extension === 'wav') return wav(seconds, seed);
  return extension === 'mp3' ? mp3(seconds, seed) : mp4({ seconds, aspectRatio, seed });
}
