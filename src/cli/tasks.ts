import { reasonFor } from '../client/refusals.ts';
import {
  documents,
  inputSchema,
  type ProviderName,
  pathOf,
  providerNames,
  providers,
} from '../documents/documents.ts';
import type { JsonObject } from '../documents/json.ts';
import { dereference, type Schema } from '../documents/openapi.ts';
import { ApiError, type OperationName, TaskAbortedError, type TaskHandle } from '../index.ts';
import { type Call, type Command, defineCommand, type Flags, UsageError } from './command.ts';
import { type AnyKling, type AnyTask, connect } from './environment.ts';
import { kebab } from './fields.ts';
import { baseUrlFlag, helpFlag, operationsByName } from './flags.ts';
import { oneLine, type Progress, startProgress } from './progress.ts';
import { addressesIn, finish, formatsOf, type Printout, prepareTarget } from './result.ts';

const providerFlags = {
  provider: {
    type: 'string',
    enum: providerNames,
    default: 'klingai',
    description: 'The provider to use.',
  },
  ...baseUrlFlag,
  json: { type: 'boolean', description: 'Print one JSON object on stdout.' },
  ...helpFlag,
} satisfies Flags;

const resultFlags = {
  out: {
    type: 'string',
    format: 'file',
    description:
      'File for the result: .mp3 or .wav for a sound, .mp4 for a video. Default: a file in this folder, named after the operation and the task.',
  },
  noSave: {
    type: 'boolean',
    description: 'Print the addresses of the result instead of saving it.',
  },
  timeout: {
    type: 'number',
    format: 'seconds',
    minimum: 0,
    default: 3600,
    description: 'How long to wait. The task itself goes on after that.',
  },
} satisfies Flags;

const operationFlag = {
  operation: {
    type: 'string',
    enum: [...operationsByName.keys()],
    default: 'text-to-audio',
    description: 'The kind of task.',
  },
} satisfies Flags;

/** The flags of a command that creates a task. */
export const createFlags = { ...resultFlags, ...providerFlags } satisfies Flags;
const waitFlags = { ...operationFlag, ...createFlags } satisfies Flags;
const findFlags = { ...operationFlag, ...providerFlags } satisfies Flags;

const details =
  'ID is the id of a task, or its handle, which JSON.stringify(task) gives and --json prints.';

/** The commands that create tasks, wait for them and find them again. */
export const taskCommands: Record<string, Command> = {
  ...Object.fromEntries(
    [...operationsByName].map(([name, operation]) => [name, createCommand(operation)]),
  ),
  get: defineCommand({
    summary: 'Print the status of a task and the addresses of its result.',
    details,
    argument: 'ID',
    options: findFlags,
    run: get,
  }),
  wait: defineCommand({
    summary: 'Wait for a task that exists, and save its result.',
    details,
    argument: 'ID',
    options: waitFlags,
    run: wait,
  }),
  list: defineCommand({
    summary: "Print a page of the account's tasks: id, status, time, failure.",
    options: findFlags,
    fields: listFields,
    run: list,
  }),
};

function createCommand(operation: OperationName): Command {
  // Kling's own document has every operation.
  const { summary } = documents.klingai.paths[pathOf('klingai', operation)]?.post ?? {};
  return defineCommand({
    summary: `${summary}.`,
    operation,
    options: createFlags,
    fields: createFields,
    run: (call) => create(call),
  });
}

/** What a create takes. */
export function createFields(provider: ProviderName, operation: OperationName): Schema {
  if (documents[provider].paths[pathOf(provider, operation)]?.post) {
    return inputSchema(provider, operation);
  }
  throw new UsageError(`${provider} does not offer ${kebab(operation)}`);
}

/** What a list takes: the query of its route. */
function listFields(provider: ProviderName, operation: OperationName): Schema {
  const route = documents[provider].paths[pathOf(provider, operation)]?.get;
  if (!route) throw new UsageError(`${provider} cannot list tasks`);
  const parameters = dereference(documents[provider], route.parameters ?? []);
  const query = parameters.flatMap((each) => ('name' in each && each.in === 'query' ? [each] : []));
  return {
    type: 'object',
    required: query.filter(({ required }) => required).map(({ name }) => name),
    properties: Object.fromEntries(
      query.map(({ name, description = '', schema }) => [name, { ...schema, description }]),
    ),
  };
}

/** Creates a task, waits for it and saves its result. */
export async function create(call: Call<typeof createFlags>, interval?: number): Promise<void> {
  const { operation, input, options, context } = call;
  const { provider, baseUrl } = options;
  const target = await targetFor(call, provider, operation);
  const timeout = options.timeout * 1000;
  const deadline = Date.now() + timeout;
  // Retrying a create takes from the time to wait, but has at least half a minute: a create that is given up before its
  // response arrives may be paid for all the same.
  const createTimeout = Math.min(Math.max(timeout, 30_000), 120_000);
  const kling = connect(provider, context.env, { baseUrl, createTimeout, interval });
  await runWithProgress(call, async (progress) => {
    const task = await kling[operation].create(input, { signal: context.signal });
    // At once: whatever happens to this process, the id of what was paid for is not lost.
    progress.note(`task ${task.id} at ${provider}`);
    progress.state('submitted');
    return finish({ task, provider, operation, context, progress, target, deadline });
  });
}

/** Waits for a task that exists and saves its result. */
async function wait(call: Call<typeof waitFlags>): Promise<void> {
  const { options, context } = call;
  const { provider, operation, open } = findTask(call);
  const target = await targetFor(call, provider, operation);
  const deadline = Date.now() + options.timeout * 1000;
  const task = open(connect(provider, context.env, { baseUrl: options.baseUrl }));
  await runWithProgress(call, async (progress) => {
    // This way a mistyped id is refused at once; the wait alone would give the task time to turn up.
    await task.snapshot({ signal: context.signal }).catch(rethrowRefusal);
    return finish({ task, provider, operation, context, progress, target, deadline });
  });
}

/** Lets pass what the wait that follows gets over. */
function rethrowRefusal(error: unknown): void {
  const isRefusal =
    error instanceof ApiError &&
    !['rate', 'server'].includes(reasonFor({ status: error.status }) ?? '');
  if (isRefusal || error instanceof TaskAbortedError) throw error;
}

/** Prints how a task stands. */
async function get(call: Call<typeof findFlags>): Promise<void> {
  const { options, context } = call;
  const { provider, operation, open } = findTask(call);
  const task = open(connect(provider, context.env, { baseUrl: options.baseUrl }));
  const snapshot = await task.snapshot({ signal: context.signal });
  const result = snapshot.task_result instanceof Object ? { ...snapshot.task_result } : {};
  const addresses = formatsOf(provider, operation).flatMap((format) => addressesIn(result, format));
  print(call, {
    lines: [formatSnapshot(snapshot), ...addresses],
    json: { task, snapshot, files: [] },
  });
}

/** Prints one page of the account's tasks. */
async function list(call: Call<typeof findFlags>): Promise<void> {
  const { options, operation, input, context } = call;
  const { provider, baseUrl } = options;
  const { list: fetchPage, task } = connect(provider, context.env, { baseUrl })[operation];
  if (!fetchPage) throw new UsageError(`${provider} cannot list tasks`);
  const snapshots = await fetchPage(input, { signal: context.signal });
  const tasks = snapshots.map((snapshot) => ({ task: task(String(snapshot.task_id)), snapshot }));
  if (tasks.length === 0) context.stderr.write('no tasks on this page\n');
  print(call, { lines: snapshots.map(formatSnapshot), json: { tasks } });
}

/** Puts a task on a line: its id, its status, when it was created, and why it failed. */
function formatSnapshot(snapshot: JsonObject): string {
  const { task_id, task_status, created_at, task_status_msg } = snapshot;
  const created = new Date(Number(created_at));
  const time = Number.isNaN(created.getTime()) ? '-' : created.toISOString();
  const fields = [task_id, task_status, time, task_status_msg].map((field) => String(field ?? ''));
  return fields.map(oneLine).join('\t').trim();
}

/** A task that the user named, before there is a client to open it with. */
interface NamedTask {
  provider: ProviderName;
  operation: OperationName;
  open(kling: AnyKling): AnyTask;
}

/** Finds out which task the argument names: an id, or a handle that says provider and operation itself. */
function findTask({ argument, options, explicit, operation }: Call<typeof findFlags>): NamedTask {
  if (!argument.startsWith('{')) {
    const open = (kling: AnyKling) => withUsageErrors(() => kling[operation].task(argument));
    return { provider: options.provider, operation, open };
  }
  const handle = parseHandle(argument);
  const provider = providerNames.find((name) => name === handle.provider);
  const ofHandle = [...operationsByName.values()].find((name) => name === handle.operation);
  if (!provider || !ofHandle) throw new UsageError(notAHandle);
  if (explicit.provider !== undefined && explicit.provider !== provider) {
    throw new UsageError(`the handle is for ${provider}; leave out --provider`);
  }
  if (explicit.operation !== undefined && operation !== ofHandle) {
    throw new UsageError(`the handle is for ${kebab(ofHandle)}; leave out --operation`);
  }
  if (!handle.id && !(handle.externalId && providers[provider].findsExternalIds)) {
    throw new UsageError(`the handle has no id, and ${provider} finds tasks by id only`);
  }
  const open = (kling: AnyKling) => withUsageErrors(() => kling.resume(handle));
  return { provider, operation: ofHandle, open };
}

const notAHandle = 'ID is not a handle of a task; copy what JSON.stringify(task) gives, or an id';

function parseHandle(text: string): TaskHandle {
  try {
    return JSON.parse(text);
  } catch {
    throw new UsageError(notAHandle);
  }
}

/** Turns what the client finds wrong with an argument into wrong usage. */
function withUsageErrors<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Where the result goes; undefined when it is not saved. */
async function targetFor(
  { options, context }: Call<typeof createFlags>,
  provider: ProviderName,
  operation: OperationName,
) {
  if (!options.noSave) return prepareTarget(provider, operation, context.cwd, options.out);
  if (options.out === undefined) return undefined;
  throw new UsageError('--out and --no-save exclude each other; leave one of them out');
}

/** Does the work under a progress line, and prints the result when that line is gone. */
async function runWithProgress(
  call: Call<typeof createFlags>,
  work: (progress: Progress) => Promise<Printout>,
): Promise<void> {
  const progress = startProgress(call.context);
  const printout = await work(progress).finally(progress.end);
  print(call, printout);
}

function print({ options, context }: Call<typeof providerFlags>, { lines, json }: Printout): void {
  const output = options.json ? [JSON.stringify(json)] : lines;
  for (const line of output) context.stdout.write(`${line}\n`);
}
