import { check } from '../contract/check.ts';
import { type ApiOperation, dereference, type OpenApiDocument } from '../contract/document.ts';
import type { PrismViolation } from './prism.ts';
import type { Spoil } from './scenarios.ts';
import { type MockTask, stateAt } from './tasks.ts';

type Fields = Record<string, unknown>;

/** An answer on its way out, and what the journal is told of it. */
export interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
  /** What becomes of it on its way. */
  spoil?: Spoil;
  /** Milliseconds before it leaves. */
  delay?: number;
  violations?: PrismViolation[];
  task?: string;
  scenario?: string;
  note?: string;
}

/** What examples are filled with. */
export interface Filling {
  task: MockTask;
  /** The mock's own address, for the files of results. */
  base: string;
  /** The mock's time. */
  now: number;
  requestId: string;
}

/** The document's example answer for a task, with this task's own values in the places of the example's. */
export function fillIn(example: unknown, { task, base, now, requestId }: Filling): unknown {
  const { status, since, hasResult } = stateAt(task, now);
  const duration = secondsOf(task).toFixed(1);
  const file = `${base}/media/${task.id}`;
  const hasWatermark = (task.input.watermark_info as Fields | undefined)?.enabled === true;
  return replaced(example, {
    request_id: requestId,
    task_id: task.id,
    external_task_id: task.externalId,
    task_status: status,
    task_status_msg: status === 'failed' ? task.course.reason : '',
    created_at: task.createdAt,
    updated_at: since,
    ...(status === 'succeed' && !hasResult && { task_result: {} }),
    id: String(BigInt(task.id) + 1n),
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
function replaced(node: unknown, values: Fields): unknown {
  if (Array.isArray(node)) return node.map((item) => replaced(item, values));
  if (typeof node !== 'object' || node === null) return node;
  const entries = Object.entries(node).map(([key, value]) => [
    key,
    key in values ? values[key] : replaced(value, values),
  ]);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

/** Seconds that the result plays: as asked for, or those of the made-up source video. */
export function secondsOf({ input }: MockTask): number {
  return Number(input.duration ?? 5);
}

/**
 * A refusal as the document shows it: the example of that status and name, or the status's first. Prism decides that a
 * request is refused; this gives it the provider's form and our words.
 */
export function refusal(
  document: OpenApiDocument,
  operation: ApiOperation,
  status: number,
  {
    example = '1201',
    message,
    requestId,
  }: { example?: string; message?: string; requestId: string },
): Answer {
  const response = dereference(document, operation.responses[status] ?? {});
  const examples = response.content?.['application/json']?.examples ?? {};
  const shown = example in examples ? examples[example] : Object.values(examples)[0];
  const values = { request_id: requestId, ...(message && { message }) };
  return { status, body: replaced(shown?.value ?? { message }, values) };
}

/** What is wrong with a request, in one line that names field and rule. */
export function wordsFor(
  document: OpenApiDocument,
  operation: ApiOperation,
  { body, query }: { body: unknown; query: Record<string, string> },
  violations: PrismViolation[],
): string {
  const schema = operation.requestBody?.content['application/json']?.schema;
  const inBody = schema ? check(dereference(document, schema), body) : [];
  const inQuery = dereference(document, operation.parameters ?? []).flatMap((parameter) =>
    'name' in parameter && parameter.schema && parameter.in === 'query' && parameter.name in query
      ? check(parameter.schema, Number(query[parameter.name]), parameter.name)
      : [],
  );
  const [found] = [...inBody, ...inQuery];
  return found
    ? `${found.field || 'the body'} ${found.rule}`
    : (violations[0]?.message ?? 'refused');
}
