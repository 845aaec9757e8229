import type { Shown } from './life.ts';
import type { PrismViolation } from './prism.ts';
import type { Spoil } from './scenarios.ts';
import type { MockTask } from './tasks.ts';

type Fields = Record<string, unknown>;

/** An answer on its way out, and what the journal is told of it. */
export interface Answer {
  status: number;
  /** Bytes and strings are sent as they are, everything else as JSON. */
  body: unknown;
  /** The body as JSON, where it has been written already. */
  text?: string | undefined;
  headers?: Record<string, string>;
  /** What becomes of it on its way. */
  spoil?: Spoil;
  /** Milliseconds before it leaves. */
  delay?: number;
  violations?: PrismViolation[];
  task?: string;
  scenario?: string;
  note?: string;
  /** Why the request was refused, for the log. */
  why?: string;
}

/** What examples are filled with. */
export interface Filling {
  task: MockTask;
  state: Shown;
  /** The mock's own address, for the files of results. */
  base: string;
  requestId: string;
}

/** The document's example answer for a task, with this task's own values in the places of the example's. */
export function fillIn(example: unknown, { task, state, base, requestId }: Filling): unknown {
  const { status, since, hasResult } = state;
  const duration = secondsOf(task).toFixed(1);
  const file = `${base}/media/${task.id}`;
  const hasWatermark = (task.input.watermark_info as Fields | undefined)?.enabled === true;
  let files = 0n;
  return replaced(example, {
    request_id: requestId,
    task_id: task.id,
    external_task_id: task.externalId,
    task_status: status,
    task_status_msg: status === 'failed' ? task.reason : '',
    created_at: task.createdAt,
    updated_at: since,
    ...(status === 'succeed' && !hasResult && { task_result: {} }),
    id: () => String(BigInt(task.id) + ++files),
    url: `${file}.mp4`,
    watermark_url: hasWatermark ? `${file}.mp4` : undefined,
    url_mp3: `${file}.mp3`,
    url_wav: `${file}.wav`,
    duration,
    duration_mp3: duration,
    duration_wav: duration,
  });
}

/** A copy with other values under the given names, wherever they are; undefined takes a name away. */
export function replaced(node: unknown, values: Fields): unknown {
  if (Array.isArray(node)) return node.map((item) => replaced(item, values));
  if (typeof node !== 'object' || node === null) return node;
  const copy: Fields = {};
  for (const [key, child] of Object.entries(node)) {
    const other = values[key];
    if (!Object.hasOwn(values, key)) copy[key] = replaced(child, values);
    else if (other !== undefined) copy[key] = typeof other === 'function' ? other() : other;
  }
  return copy;
}

/** Seconds of a result for which nothing sensible was asked: one document takes any text for a duration. */
const usualSeconds = 5;
/** The longest result, more than any document allows: each is made in memory. */
const mostSeconds = 60;

/** Seconds that the result plays: as asked for, or those of the made-up source video. */
export function secondsOf({ input }: MockTask): number {
  const asked = Number(input.duration ?? usualSeconds);
  return asked > 0 && Number.isFinite(asked) ? Math.min(asked, mostSeconds) : usualSeconds;
}
