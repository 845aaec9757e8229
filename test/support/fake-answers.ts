import { type OperationName, operations } from '../../src/client/operations.ts';
import { nameOf } from '../../src/documents/json.ts';
import {
  type ApiOperation,
  dereference,
  type OpenApiDocument,
  type Schema,
} from '../../src/documents/openapi.ts';
import { fileFields } from '../../src/documents/result-files.ts';
import { estimate } from '../../src/models/models.ts';
import { arbitrary, type Making, pick } from './arbitrary.ts';

export interface FakeTask {
  id: string;
  externalId: string;
  name: OperationName;
  /** What its create sent. */
  input: Record<string, unknown>;
  /** Seconds that its result plays. */
  seconds: number;
  createdAt: number;
  /** How often it was polled, and its state at each poll; the last one stays. */
  polls: number;
  life: string[];
}

export interface FakeAnswer {
  status: number;
  headers: Record<string, string>;
  /** Sent as JSON, unless it is text or bytes. */
  body: unknown;
}

function stateOf({ life, polls }: FakeTask): string {
  return polls === 0 ? 'submitted' : (life[Math.min(polls, life.length) - 1] ?? '');
}

const whole = new WeakMap<ApiOperation, ApiOperation>();

/** The operation with its references followed. */
export function followed(document: OpenApiDocument, operation: ApiOperation): ApiOperation {
  const known = whole.get(operation) ?? dereference(document, operation);
  whole.set(operation, known);
  return known;
}

const contentTypes = ['application/json', 'application/json; charset=utf-8'];
const requestIds = ['6f1c2a0e-5a0b-4a3f-9a57-2f6f0f6f7d11', 'CjMT7WdSwWcAAAAAALvB3g'];
const none = new Set<string>();

const contentOf = (operation: ApiOperation, status: number) =>
  operation.responses[status]?.content?.['application/json'] ?? {};

/**
 * Every answer that a document allows, at random, to operations whose references were followed. `base` is where the
 * files of results are.
 */
export function fakeAnswers(random: () => number, base: () => string) {
  const json = (status: number, body: unknown): FakeAnswer => ({
    status,
    headers: { 'content-type': pick(random, contentTypes) },
    body,
  });
  const envelope: Making['values'] = {
    code: () => 0,
    request_id: () => pick(random, requestIds),
  };
  const about = (operation: ApiOperation, task: FakeTask): Making => {
    const isDone = stateOf(task) === 'succeed';
    const files = fileFields(contentOf(operation, 200).schema);
    const lists = files.flatMap(({ pointer }) => /task_result\/(\w+)/.exec(pointer)?.[1] ?? []);
    const { result } = operations[task.name];
    const urls = files.map(({ pointer, format }) => [
      nameOf(pointer),
      () => `${base()}/files/${task.id}.${format}`,
    ]);
    return {
      random,
      values: { ...envelope, ...valuesOf(task, random), ...Object.fromEntries(urls) },
      must: isDone ? new Set(['task_result', ...(result ? [result] : lists)]) : none,
    };
  };

  return {
    /** A task as it stands. */
    task: (operation: ApiOperation, task: FakeTask) =>
      json(200, arbitrary(contentOf(operation, 200).schema ?? {}, about(operation, task))),

    /** A page of tasks. */
    page(operation: ApiOperation, tasks: FakeTask[]) {
      const data = ({ items = {} }: Schema) =>
        tasks.map((task) => arbitrary(items, about(operation, task)));
      const making = { random, must: none, values: { ...envelope, data } };
      return json(200, arbitrary(contentOf(operation, 200).schema ?? {}, making));
    },

    /** A refusal like one of the document's examples: that of the code, or any. */
    refusal(operation: ApiOperation, status: number, code?: number) {
      const { schema = {}, examples = {} } = contentOf(operation, status);
      const { value } = examples[String(code)] ?? pick(random, Object.values(examples)) ?? {};
      const shown = /"code":(\d+|"\w*")/.exec(JSON.stringify(value) ?? '')?.[1] ?? '0';
      const branch = schema.anyOf?.find(({ required = [] }) =>
        required.every((name) => name in Object(value)),
      );
      // A refusal without a word is nobody's: see src/client/envelope.ts.
      const message = () => pick(random, ['no', 'ein Wörtchen', '🎧 «雨»', 'two\nlines']);
      const values = { message, request_id: () => 'r-1', code: () => JSON.parse(shown) };
      return json(status, arbitrary(branch ?? schema, { random, must: none, values }));
    },
  };
}

/** The fields with the ids of what is kept. */
const keptIds = Object.values(operations).flatMap((each) => ('id' in each ? each.id : []));

/** What is known of a task's fields; the rest is arbitrary. */
function valuesOf(task: FakeTask, random: () => number): Making['values'] {
  const state = stateOf(task);
  const { seconds } = task;
  const price = estimate(task.name, task.input);
  const units = price && !price.per ? [String(price.units)] : ['2', '0.25', '0'];
  const duration = () => pick(random, [String(seconds), seconds.toFixed(1), seconds.toFixed(3)]);
  const orNull = ({ type }: Schema) => ([type].flat().includes('null') ? [null] : []);
  return {
    task_id: () => task.id,
    task_status: () => state,
    external_task_id: (schema) => task.externalId || pick(random, [undefined, ...orNull(schema)]),
    created_at: () => task.createdAt,
    updated_at: () => task.createdAt + task.polls,
    id: () => task.id,
    ...Object.fromEntries(keptIds.map((name) => [name, () => task.id])),
    session_id: () => task.id,
    duration,
    duration_mp3: duration,
    duration_wav: duration,
    final_unit_deduction: () => pick(random, units),
    ...(state !== 'succeed' && {
      task_result: (schema: Schema) => pick(random, [undefined, {}, ...orNull(schema)]),
    }),
  };
}
