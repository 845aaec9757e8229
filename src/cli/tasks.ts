import { randomUUID } from 'node:crypto';
import { checkId } from '../client/connection.ts';
import { isBadRequest, isUnauthorized } from '../client/refusals.ts';
import { within } from '../client/sleep.ts';
import { forecast, formatCost } from '../contract/forecast.ts';
import {
  lookupProves,
  type ProviderName,
  providerNames,
  providers,
} from '../documents/documents.ts';
import type { JsonObject } from '../documents/json.ts';
import {
  AnswerError,
  ApiError,
  type Estimate,
  type OperationName,
  operations,
  type TaskHandle,
} from '../index.ts';
import { type Call, type Command, defineCommand, type Flags, UsageError } from './command.ts';
import { dryRunFlag, printForecast } from './cost.ts';
import { type AnyKling, type AnyTask, baseUrlOf, connect } from './environment.ts';
import { describeCreate, waitCommand } from './exit.ts';
import { flagOf, kebab } from './fields.ts';
import { tasksByName } from './flags.ts';
import { formatSnapshot, list, listFlags } from './list.ts';
import { type Progress, startProgress, tell } from './progress.ts';
import {
  inputFields,
  listFields,
  offerFor,
  openClient,
  type Printout,
  print,
  providerFlags,
  stderrOf,
  summaryOf,
  tellRetries,
} from './provider.ts';
import { finish, formatResult, prepareTarget } from './result.ts';

const resultFlags = {
  out: {
    type: 'string',
    format: 'file',
    description:
      'File for the result: .mp3 or .wav for a sound, .mp4 for a video; further files get -2, -3 before the ending, and replace none; or a folder, in which the file is named after the operation and the task; or - for stdout. Default: this folder.',
  },
  noSave: {
    type: 'boolean',
    description: 'Print the addresses of the result instead of saving it.',
  },
  timeout: {
    type: 'number',
    format: 'seconds',
    minimum: 0.1,
    default: 3600,
    description: 'How long to wait, creating included. The task itself goes on after that.',
  },
} satisfies Flags;

const operationFlag = {
  operation: {
    type: 'string',
    enum: [...tasksByName.keys()],
    description:
      'The kind of task. Default: text-to-audio, or else the first that the provider has.',
  },
} satisfies Flags;

/** The flags of a command that creates a task. */
export const createFlags = { ...resultFlags, ...providerFlags } satisfies Flags;
const createAloneFlags = {
  noWait: {
    type: 'boolean',
    description: 'Print the id of the task as soon as it exists, and end.',
  },
  ...dryRunFlag,
  ...createFlags,
} satisfies Flags;
const waitFlags = { ...operationFlag, ...createFlags } satisfies Flags;
const findFlags = { ...operationFlag, ...providerFlags } satisfies Flags;

const details =
  'ID is the id of a task, or its handle, which JSON.stringify(task) gives and --json prints.';

/** The commands that wait for tasks and find them again. */
export const taskCommands: Record<string, Command> = {
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
    summary: "Print the account's tasks, a page or all: id, status, time, failure.",
    options: { ...operationFlag, ...listFlags },
    fields: listFields,
    run: list,
  }),
};

/** The command that creates tasks of an operation. What is kept at the provider is not saved here. */
export function createCommand(operation: OperationName): Command {
  const { out, noSave, ...keptFlags } = createAloneFlags;
  const isKept = 'presets' in operations[operation];
  return defineCommand({
    summary: summaryOf(operation, 'create'),
    operation,
    isCreate: true,
    options: isKept ? keptFlags : { ...keptFlags, out, noSave },
    fields: inputFields,
    run: createAlone,
  });
}

/** Creates a task, and does the rest as well unless it is not wanted. */
async function createAlone(call: Call<typeof createAloneFlags>): Promise<void> {
  const { options } = call;
  if (options.dryRun) return printForecast(call);
  if (!options.noWait) return create(call);
  for (const name of ['out', 'noSave'] as const) {
    if (call.explicit[name] === undefined) continue;
    throw new UsageError(`--no-wait has no result for ${flagOf(name)}; leave one of them out`);
  }
  await runWithProgress(call, async (progress) => {
    const { task } = await send(call, progress);
    progress.note(`wait for it with: ${waitCommand(task.toJSON(), call)}`);
    return { lines: [task.id], json: { task } };
  });
}

/**
 * Creates a task, waits for it and saves its result.
 * @param interval that of the first polls; given by a demo, whose task ends with it
 */
export async function create(call: Call<typeof createFlags>, interval?: number): Promise<void> {
  const { operation, options, context } = call;
  const { provider } = options;
  const count = providers[provider].dialect.filesOf(call.input);
  const target = await targetFor(call, provider, operation, count);
  const baseUrl = baseUrlOf(provider, context.env, options.baseUrl);
  const deadline = Date.now() + options.timeout * 1000;
  await runWithProgress(call, async (progress) => {
    const { task, cost } = await send(call, progress, interval);
    progress.state('submitted');
    const wait = { task, provider, operation, baseUrl, context, progress, target, deadline };
    return finish({ ...wait, expected: cost?.per ? undefined : cost?.units });
  });
}

/**
 * Sends a create. What it will cost, what the models rule out and what it takes to find the task is printed before, and its id at
 * once when it exists.
 */
async function send(
  call: Call<typeof createFlags>,
  progress: Progress,
  interval?: number,
): Promise<{ task: AnyTask; cost?: Estimate | undefined }> {
  const { operation, options, context } = call;
  const { provider, baseUrl } = options;
  const timeout = options.timeout * 1000;
  const createTimeout = Math.min(timeout, 120_000);
  // Where the task of a create without a response can be found, half of the time is left for that.
  const canFind = providers[provider].lookupProves !== 'nothing';
  const share = canFind ? timeout / 2 : timeout;
  const requestTimeout = Math.min(share, 30_000);
  const onEvent = tellRetries(provider, progress.retry);
  const limits = { createTimeout, requestTimeout, interval };
  const onWarning = progress.note;
  const kling = connect(provider, context.env, { baseUrl, onEvent, onWarning, ...limits });
  const { dialect } = providers[provider];
  const givenId = dialect.externalIdIn(call.input);
  const externalId = String(givenId || randomUUID());
  const input = withUsageErrors(() => {
    kling[operation].task(externalId);
    const offer = offerFor(provider, operation);
    return { ...call.input, ...dialect.create(offer, call.input, externalId).body };
  });
  const isDemo = interval !== undefined;
  const isKnown = givenId && lookupProves(provider, operation) !== 'nothing';
  const { warnings, cost } = forecast(provider, operation, call.input);
  for (const line of [...warnings, ...formatCost(cost)]) progress.note(line);
  // Not even to be quiet is the way to what was paid for lost.
  const mustTell = options.quiet && !isDemo && !isKnown;
  const note = mustTell ? (line: string) => tell(context, line) : progress.note;
  if (!isDemo) note(describeCreate({ provider, operation, externalId }, call));
  const task = await kling[operation].create(input, { signal: context.signal });
  // At once: whatever happens to this process, the id of what was paid for is not lost.
  note(`task ${task.id} at ${provider}`);
  return { task, cost };
}

/** Waits for a task that exists and saves its result. */
async function wait(call: Call<typeof waitFlags>): Promise<void> {
  const { options, context } = call;
  const named = findTask(call);
  const { provider, operation } = named;
  const target = await targetFor(call, provider, operation);
  const timeout = options.timeout * 1000;
  const deadline = Date.now() + timeout;
  const baseUrl = baseUrlOf(provider, context.env, options.baseUrl);
  await runWithProgress(call, async (progress) => {
    const onEvent = tellRetries(provider, progress.retry);
    const onWarning = progress.note;
    const kling = connect(provider, context.env, { baseUrl: options.baseUrl, onEvent, onWarning });
    // This way a mistyped id is refused at once; the wait alone would give the task time to turn up.
    const read = (stop: AbortSignal) => readTask(named, kling, stop);
    const task = await within(timeout, read, context.signal).then(
      (found) => found.task,
      (error) => {
        if (isBadRequest(error) || isUnauthorized(error)) throw error;
        // The wait gets over anything else, or ends at once where it was aborted.
        return named.open(kling);
      },
    );
    return finish({ task, provider, operation, baseUrl, context, progress, target, deadline });
  });
}

/** Reads the task that the user named: by its id, or by its external id where the provider finds tasks by that. */
async function readTask(
  { provider, operation, open, openNamed }: NamedTask,
  kling: AnyKling,
  signal?: AbortSignal,
): Promise<{ task: AnyTask; snapshot: JsonObject }> {
  const task = open(kling);
  try {
    return { task, snapshot: await task.snapshot({ signal }) };
  } catch (error) {
    // An external id may be answered in the same place, with the task's own id, which is not the one that was asked for.
    const isAnswer = error instanceof AnswerError || error instanceof ApiError;
    if (!openNamed || !isAnswer || error.status !== 200) throw error;
    const rethrow = () => {
      throw error;
    };
    const snapshot = await openNamed(kling).snapshot({ signal }).catch(rethrow);
    const { id } = providers[provider].dialect.show(snapshot);
    return { task: kling[operation].task(String(id)), snapshot };
  }
}

/** Prints how a task stands. */
async function get(call: Call<typeof findFlags>): Promise<void> {
  const { options, context } = call;
  const named = findTask(call);
  const { provider, operation } = named;
  const { task, snapshot } = await readTask(
    named,
    openClient({ ...call, options: { ...options, provider } }),
    context.signal,
  );
  const { dialect } = providers[provider];
  const result = dialect.resultIn(snapshot, offerFor(provider, operation)) ?? {};
  const lines = [formatSnapshot(provider, snapshot), ...formatResult(provider, operation, result)];
  print(call, {
    lines,
    json: { task, snapshot, files: [] },
  });
}

/** A task that the user named, before there is a client to open it with. */
interface NamedTask {
  provider: ProviderName;
  operation: OperationName;
  open(kling: AnyKling): AnyTask;
  /** Opens it with what was named as its external id; absent where that is no way to find it. */
  openNamed?: (kling: AnyKling) => AnyTask;
}

/** Finds out which task the argument names: an id, or a handle that says provider and operation itself. */
function findTask({ argument, options, explicit, operation }: Call<typeof findFlags>): NamedTask {
  if (!argument.startsWith('{')) {
    const { provider } = options;
    const open = (kling: AnyKling) =>
      withUsageErrors(() => {
        providers[provider].dialect.get(offerFor(provider, operation), [argument], false);
        return kling[operation].task(argument);
      });
    if (providers[provider].lookupProves === 'nothing') return { provider, operation, open };
    const handle = { v: 1, provider, operation, externalId: argument } as const;
    return { provider, operation, open, openNamed: (kling) => kling.resume(handle) };
  }
  const handle = parseHandle(argument);
  const provider = providerNames.find((name) => name === handle.provider);
  const ofHandle = [...tasksByName.values()].find((name) => name === handle.operation);
  if (!provider || !ofHandle) throw new UsageError(notAHandle);
  if (explicit.provider !== undefined && explicit.provider !== provider) {
    throw new UsageError(`the handle is for ${provider}; leave out --provider`);
  }
  if (explicit.operation !== undefined && operation !== ofHandle) {
    throw new UsageError(`the handle is for ${kebab(ofHandle)}; leave out --operation`);
  }
  if (!handle.id && !(handle.externalId && providers[provider].lookupProves !== 'nothing')) {
    throw new UsageError(`the handle has no id, and ${provider} finds tasks by id only`);
  }
  const { id, externalId = '' } = handle;
  const open = (kling: AnyKling) =>
    withUsageErrors(() => {
      const { dialect } = providers[provider];
      dialect.get(offerFor(provider, ofHandle), [checkId(id ?? externalId)], id === undefined);
      return kling.resume(handle);
    });
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
  count?: number,
) {
  if (options.out === '-' && options.json)
    throw new UsageError('--out - and --json both write to stdout; leave one of them out');
  if (!options.noSave) return prepareTarget(provider, operation, context, options.out, count);
  if (options.out === undefined) return undefined;
  throw new UsageError('--out and --no-save exclude each other; leave one of them out');
}

/** Does the work under a progress line, and prints the result when that line is gone. */
async function runWithProgress(
  call: Call<typeof createFlags>,
  work: (progress: Progress) => Promise<Printout>,
): Promise<void> {
  const progress = startProgress({ ...call.context, stderr: stderrOf(call) });
  const printout = await work(progress).finally(progress.end);
  print(call, printout);
}
