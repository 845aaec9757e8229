import { forecast, formatCost } from '../contract/forecast.ts';
import { type ProviderName, providerNames, providers } from '../documents/documents.ts';
import type { Schema } from '../documents/openapi.ts';
import { type OperationName, operations } from '../index.ts';
import { type Call, type Command, defineCommand, type Flags, UsageError } from './command.ts';
import { dryRunFlag, printForecast } from './cost.ts';
import { baseUrlOf } from './environment.ts';
import { operationsByName } from './flags.ts';
import { formatTask, list, listFlags } from './list.ts';
import { startProgress, tell } from './progress.ts';
import {
  inputFields,
  listFields,
  offerFor,
  openClient,
  print,
  providerFlags,
  queryFields,
  requireOffered,
  stderrOf,
  summaryOf,
} from './provider.ts';
import { formatsOf, prepareTarget, saveAnswer } from './result.ts';
import { createCommand } from './tasks.ts';

const callFlags = {
  out: {
    type: 'string',
    format: 'file',
    description:
      'Save the file of the answer: here, or in this folder, or - for stdout. Without it, the answer is printed.',
  },
  ...dryRunFlag,
  ...providerFlags,
} satisfies Flags;

/** The commands of every operation. */
export const operationCommands: [string, Command][] = [...operationsByName].flatMap(
  ([name, operation]): [string, Command][] => {
    if (operations[operation].result === '') return [[name, callCommand(operation)]];
    const create: [string, Command] = [name, createCommand(operation)];
    return 'presets' in operations[operation]
      ? [create, ...keptCommands(name, operation)]
      : [create];
  },
);

/** The command of an operation that is answered at once. */
function callCommand(operation: OperationName): Command {
  const hasFiles = providerNames.some((provider) => formatsOf(provider, operation).length > 0);
  return defineCommand({
    summary: summaryOf(operation, 'call'),
    operation,
    options: hasFiles ? callFlags : { ...dryRunFlag, ...providerFlags },
    fields: inputFields,
    run: callOnce,
  });
}

/** The commands about what is kept at the provider, besides the one that makes it. */
function keptCommands(name: string, operation: OperationName): [string, Command][] {
  const common = { operation, options: providerFlags };
  return [
    [
      `${name} list`,
      defineCommand({
        operation,
        options: listFlags,
        summary: summaryOf(operation, 'list'),
        fields: listFields,
        run: list,
      }),
    ],
    [
      `${name} presets`,
      defineCommand({
        ...common,
        summary: summaryOf(operation, 'presets'),
        fields: presetFields,
        run: listPresets,
      }),
    ],
    [
      `${name} delete`,
      defineCommand({
        ...common,
        summary: summaryOf(operation, 'delete'),
        details: 'ID is its own id, as the list shows it, not that of the task that made it.',
        argument: 'ID',
        run: deleteKept,
      }),
    ],
  ];
}

/** What a list of the provider's own takes. */
function presetFields(provider: ProviderName, operation: OperationName): Schema {
  const { presets = '' } = offerFor(provider, operation);
  return queryFields(provider, providers[provider].prefix + presets);
}

/** Sends a request that is answered at once; prints the answer, or saves its file. */
async function callOnce(call: Call<typeof callFlags>): Promise<void> {
  const { operation, options, input, context } = call;
  const { provider, out, json } = options;
  if (options.dryRun) return printForecast(call);
  if (out === '-' && json)
    throw new UsageError('--out - and --json both write to stdout; leave one of them out');
  const target =
    out === undefined ? undefined : await prepareTarget(provider, operation, context, out);
  const baseUrl = baseUrlOf(provider, context.env, options.baseUrl);
  const { warnings, cost } = forecast(provider, operation, input);
  const { call: send } = openClient(call)[operation];
  for (const line of [...warnings, ...formatCost(cost)]) tell({ stderr: stderrOf(call) }, line);
  const answer = await send?.(input, { signal: context.signal });
  if (!answer) return;
  if (!target) {
    return print(call, { lines: [JSON.stringify(answer, undefined, 2)], json: answer });
  }
  const progress = startProgress({ ...context, stderr: stderrOf(call) });
  const saving = { provider, operation, baseUrl, context, progress };
  const saved = await saveAnswer(answer, target, saving)
    .finally(progress.end)
    .catch((error) => {
      // No request gives it again, and it was paid for.
      tell(context, `the answer, which cannot be asked for again: ${JSON.stringify(answer)}`);
      throw error;
    });
  print(call, saved);
}

/** Prints one page of what the provider has for everybody. */
async function listPresets(call: Call<typeof providerFlags>): Promise<void> {
  const { operation, options, input, context } = call;
  const presets = await openClient(call)[operation].presets?.(input, { signal: context.signal });
  if (!presets?.length) tell({ stderr: stderrOf(call) }, 'nothing on this page');
  print(call, {
    lines: (presets ?? []).flatMap((each) => formatTask(options.provider, operation, each)),
    json: { presets },
  });
}

/** Deletes one of the account's own. */
async function deleteKept(call: Call<typeof providerFlags>): Promise<void> {
  const { operation, options, argument, context } = call;
  requireOffered(options.provider, operation);
  await openClient(call)[operation].delete?.(argument, { signal: context.signal });
  print(call, { lines: [argument], json: { deleted: argument } });
}
