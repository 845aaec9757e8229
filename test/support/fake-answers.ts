import { type OperationName, operations } from '../../src/client/operations.ts';
import { offerOf, type ProviderName } from '../../src/documents/documents.ts';
import { nameOf } from '../../src/documents/json.ts';
import {
  type ApiOperation,
  dereference,
  type OpenApiDocument,
  type Schema,
  withBranches,
} from '../../src/documents/openapi.ts';
import { type FileField, fileFields } from '../../src/documents/result-files.ts';
import { estimate } from '../../src/models/models.ts';
import { arbitrary, type Making, pick } from './arbitrary.ts';

export interface FakeTask {
  id: string;
  externalId: string;
  provider: ProviderName;
  name: OperationName;
  /** What its create sent, with the model that its path had. */
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
/** What a page has that is not the last one. */
const more = new Set(['result', 'next_cursor']);

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
    const { result = '', output } = offerOf(task.provider, task.name) ?? {};
    const { schema = {} } = contentOf(operation, 200);
    const { made, files, lists } = resultOf(schema, output);
    const urls = files.map(({ pointer, format }) => [
      nameOf(pointer),
      () => `${base()}/files/${task.id}.${format}`,
    ]);
    const making = {
      random,
      values: { ...envelope, ...valuesOf(task, random), ...Object.fromEntries(urls) },
      must: isDone ? new Set(['task_result', 'outputs', ...(result ? [result] : lists)]) : none,
    };
    const outputs = () => (isDone && made ? pick(random, [1, 2]) : pick(random, [0, undefined]));
    const listed = () => {
      const count = outputs();
      if (count === undefined) return undefined;
      return Array.from({ length: count }, () => arbitrary(made ?? {}, making));
    };
    return { ...making, values: { ...making.values, ...(made && { outputs: listed }) } };
  };

  return {
    /** A task as it stands. */
    task: (operation: ApiOperation, task: FakeTask) =>
      json(200, arbitrary(contentOf(operation, 200).schema ?? {}, about(operation, task))),

    /** Several tasks: a page of them, where it has a cursor with the one to the next, or those of a query. */
    page(operation: ApiOperation, tasks: FakeTask[], next?: string) {
      const list = ({ items = {} }: Schema) =>
        tasks.map((task) => arbitrary(items, about(operation, task)));
      const paging = {
        result: list,
        count: () => tasks.length,
        next_cursor: () => next,
        has_more: () => next !== undefined,
      };
      const data = (schema: Schema) =>
        schema.properties
          ? arbitrary(schema, { random, must: next === undefined ? none : more, values: paging })
          : list(schema);
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

/** What a response shows of a result. */
interface Shown {
  /** The schema of its outputs, where it has those. */
  made: Schema | undefined;
  files: FileField[];
  lists: string[];
}

const shown = new WeakMap<Schema, Map<string | undefined, Shown>>();

/** The files in a response with such outputs, and their lists: found once, as a page asks for each of its tasks. */
function resultOf(schema: Schema, output: string | undefined): Shown {
  const known = shown.get(schema) ?? new Map<string | undefined, Shown>();
  shown.set(schema, known);
  const found = known.get(output) ?? findResult(schema, output);
  known.set(output, found);
  return found;
}

function findResult(schema: Schema, output: string | undefined): Shown {
  const made = output === undefined ? undefined : outputOf(schema, output);
  const files = made ? fileFields(made, `/${output}`) : fileFields(schema);
  const lists = files.flatMap(({ pointer }) => /task_result\/(\w+)/.exec(pointer)?.[1] ?? []);
  return { made, files, lists };
}

/** The schema of the outputs of a type in a response; undefined where it has none. */
function outputOf(schema: Schema | undefined, output: string): Schema | undefined {
  const all = schema ? withBranches(schema) : [];
  const own = all.find(({ properties: { type } = {} }) => Object(type).const === output);
  const inner = all.flatMap(({ properties = {}, items }) => [items, ...Object.values(properties)]);
  return (
    own ??
    inner
      .map((each) => (each instanceof Object ? outputOf(each, output) : undefined))
      .find((each) => each !== undefined)
  );
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
  const charge = { charge_type: 'unit', amount: units[0], package_type: 'video' };
  const bills = [
    [charge],
    [{ amount: units[0] }],
    [{ charge_type: 'cash', amount: '0.4' }],
    undefined,
  ];
  return {
    // What is kept has a state of its own.
    status: ({ enum: words = [state] }: Schema) =>
      words.find((each) => each === state || `${each}` === `${state}ed`) ?? words[0],
    external_id: () => task.externalId || undefined,
    create_time: () => task.createdAt,
    update_time: () => task.createdAt + task.polls,
    billing: () => (state === 'succeed' ? pick(random, bills) : pick(random, [[], undefined])),
    mp3_duration: duration,
    wav_duration: duration,
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
