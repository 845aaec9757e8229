import { documents, pathOf, providers } from '../documents/documents.ts';
import { type OperationName, operations } from '../index.ts';
import { type Call, type Command, defineCommand, type Flags, UsageError } from './command.ts';
import { type AnyKling, connect } from './environment.ts';
import { kebab } from './fields.ts';
import { operationsByName } from './flags.ts';
import { describeRetry, tell } from './progress.ts';
import {
  inputFields,
  listFields,
  print,
  providerFlags,
  queryFields,
  requireOffered,
  stderrOf,
  summaryOf,
  tellRetries,
  warnOn,
} from './provider.ts';
import { prepareTarget, saveAnswer } from './result.ts';
import { createCommand, formatTask, list } from './tasks.ts';

const callFlags = {
  out: {
    type: 'string',
    format: 'file',
    description: 'Save the file of the answer here, or in this folder; without it, the answer is printed.',
  },
  ...providerFlags,
} satisfies Flags;

/** The commands of every operation. */
export const operationCommands: Record<string, Command> = Object.fromEntries(
  [...operationsByName].flatMap(([name, operation]): [string, Command][] => {
    if (operations[operation].result === '') return [[name, callCommand(operation)]];
    const create: [string, Command] = [name, createCommand(operation)];
    return 'presets' in operations[operation] ? [create, ...keptCommands(name, operation)] : [create];
  }),
);

/** The command of an operation that is answered at once. */
function callCommand(operation: OperationName): Command {
  return defineCommand({
    summary: summaryOf(operation, 'call'),
    operation,
    options: hasFiles(operation) ? callFlags : providerFlags,
    fields: inputFields,
    run: callOnce,
  });
}

/** The commands about what is kept at the provider. */
function keptCommands(name: string, operation: OperationName): [string, Command][] {
  return [];
}
