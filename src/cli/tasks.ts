import {
  documents,
  inputSchema,
  type ProviderName,
  pathOf,
  providerNames,
  providers,
} from '../documents/documents.ts';
import { dereference, type Schema } from '../documents/openapi.ts';
import { ApiError, type OperationName, TaskAbortedError, type TaskHandle } from '../index.ts';
import { type Call, UsageError } from './command.ts';
import { type AnyKling, type AnyTask, connect } from './environment.ts';
import { finish, type Printed } from './finish.ts';
import { operationWords } from './options.ts';
import { type Progress, startProgress } from './progress.ts';
import { addressesIn, formatsOf, targetFor } from './target.ts';
import { kebab, oneLine } from './words.ts';

/** What a create takes. */
export function createFields(provider: ProviderName, operation: OperationName): Schema {
  if (documents[provider].paths[pathOf(provider, operation)]?.post) {
    return inputSchema(provider, operation);
  }
  throw new UsageError(`${provider} has no ${kebab(operation)}`);
}

/** What a list takes: the query of its route. */
export function listFields(provider: ProviderName, operation: OperationName): Schema {
  const list = documents[provider].paths[pathOf(provider, operation)]?.get;
  if (!list) throw new UsageError(`${provider} has no list of its tasks`);
  const parameters = dereference(documents[provider], list.parameters ?? []);
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
export async function create(call: Call, interval?: number): Promise<void> {
  const { operation, input, options, context } = call;
  const { provider, baseUrl } = options;
  const target = await targetOf(call, provider, operation);
  const timeout = options.timeout * 1000;
  const deadline = Date.now() + timeout;
  // A create that is put off is a part of the time to wait, but has half a minute at least: given up before its answer
  // comes, it may be paid for all the same.
  const createTimeout = Math.min(Math.max(timeout, 30_000), 120_000);
  const kling = connect(provider, context.env, { baseUrl, createTimeout, interval });
  await shown(call, async (progress) => {
    const task = await kling[operation].create(input, { signal: context.signal });
    // At once: whatever happens to this process, the id of what was paid for is not lost.
    progress.note(`task ${task.id} at ${provider}`);
    progress.state('submitted');
    return finish({ task, provider, operation, options, context, progress, target, deadline });
  });
}

/** Waits for a task that exists and saves its result. */
export async function wait(call: Call): Promise<void> {
  const { options, context } = call;
  const { provider, operation, open } = subjectOf(call);
  const target = await targetOf(call, provider, operation);
  const deadline = Date.now() + options.timeout * 1000;
  const task = open(connect(provider, context.env, options));
  await shown(call, async (progress) => {
    // A mistyped id is refused at once this way, where a wait gives a task time to turn up.
    await task.snapshot({ signal: context.signal }).catch(rethrowRefusal);
    return finish({ task, provider, operation, options, context, progress, target, deadline });
  });
}

function rethrowRefusal(error: unknown): void {
  const isRefusal = error instanceof ApiError && error.status < 500 && error.status !== 429;
  if (isRefusal || error instanceof TaskAbortedError) throw error;
}

/** Looks at a task once. */
export async function get(call: Call): Promise<void> {
  const { options, context } = call;
  const { provider, operation, open } = subjectOf(call);
  const task = open(connect(provider, context.env, options));
  const snapshot = await task.snapshot({ signal: context.signal });
  const result = snapshot.task_result instanceof Object ? { ...snapshot.task_result } : {};
  const addresses = formatsOf(provider, operation).flatMap((each) => addressesIn(result, each));
  print(call, {
    lines: [lineOf(snapshot), ...addresses],
    json: { task, snapshot, files: [] },
  });
}

/** Prints one page of the account's tasks. */
export async function list(call: Call): Promise<void> {
  const { options, operation, input, context } = call;
  const kling = connect(options.provider, context.env, options);
  const { list: page, task } = kling[operation];
  if (!page) throw new UsageError(`${options.provider} has no list of its tasks`);
  const snapshots = await page(input, { signal: context.signal });
  const tasks = snapshots.map((snapshot) => ({ task: task(String(snapshot.task_id)), snapshot }));
  if (tasks.length === 0) context.stderr.write('no tasks on this page\n');
  print(call, { lines: snapshots.map(lineOf), json: { tasks } });
}

/** A task on a line: id, status, when it was created, and why it failed. */
function lineOf({ task_id, task_status, created_at, task_status_msg }: Record<string, unknown>) {
  const created = new Date(Number(created_at));
  const when = Number.isNaN(created.getTime()) ? '-' : created.toISOString();
  const fields = [task_id, task_status, when, task_status_msg].map((field) => String(field ?? ''));
  return fields.map(oneLine).join('\t').trim();
}

/** The task that the argument means: an id, or a handle that says provider and operation itself. */
function subjectOf({ argument, options, given, operation }: Call): {
  provider: ProviderName;
  operation: OperationName;
  open(kling: AnyKling): AnyTask;
} {
  if (!argument.startsWith('{')) {
    const { provider } = options;
    return { provider, operation, open: (kling) => asUsage(() => kling[operation].task(argument)) };
  }
  const handle: TaskHandle = asUsage(() => JSON.parse(argument), 'this is no handle of a task');
  const provider = providerNames.find((name) => name === handle.provider);
  const ofHandle = [...operationWords.values()].find((name) => name === handle.operation);
  if (!provider || !ofHandle) throw new UsageError('this is no handle of a task');
  if (given.has('provider') && options.provider !== provider) {
    throw new UsageError(`the handle is of ${provider}: leave out --provider`);
  }
  if (given.has('operation') && operation !== ofHandle) {
    throw new UsageError(`the handle is of ${kebab(ofHandle)}: leave out --operation`);
  }
  if (!handle.id && !(handle.externalId && providers[provider].findsExternalIds)) {
    throw new UsageError(`the handle has no id, and ${provider} finds tasks by that only`);
  }
  return { provider, operation: ofHandle, open: (kling) => asUsage(() => kling.resume(handle)) };
}

/** What the client finds wrong with an argument is wrong usage. */
function asUsage<T>(work: () => T, message?: string): T {
  try {
    return work();
  } catch (error) {
    throw new UsageError(message ?? (error instanceof Error ? error.message : String(error)));
  }
}

async function targetOf(
  { options, context }: Call,
  provider: ProviderName,
  operation: OperationName,
) {
  if (!options.noSave) return targetFor(provider, operation, context.cwd, options.out);
  if (options.out === undefined) return undefined;
  throw new UsageError('--out and --no-save exclude each other');
}

/** Does the work under a progress line, and prints when that is gone. */
async function shown(call: Call, work: (progress: Progress) => Promise<Printed>): Promise<void> {
  const progress = startProgress(call.context);
  const printed = await work(progress).finally(progress.end);
  print(call, printed);
}

function print({ options, context }: Call, { lines, json }: Printed): void {
  const text = options.json ? [JSON.stringify(json)] : lines;
  for (const line of text) context.stdout.write(`${line}\n`);
}
