import { isBadToken, isBusy, reasonFor } from '../client/refusals.ts';
import { lookupProves, providerNames, providers } from '../documents/documents.ts';
import {
  ApiError,
  CreateUncertainError,
  KlingError,
  type OperationName,
  operations,
  type Provider,
  TaskAbortedError,
  TaskFailedError,
  type TaskHandle,
  TaskTimeoutError,
} from '../index.ts';
import { SaveError } from '../node/index.ts';
import { type Call, CheckFailed, type Command, UsageError } from './command.ts';
import { keysOf } from './environment.ts';
import { flagOf, kebab } from './fields.ts';
import { oneLine } from './progress.ts';

/** What each exit code means, as `--help` says it. */
export const exitCodes = {
  0: 'done',
  1: 'the task failed, or drift was found',
  2: 'wrong usage, a missing key, or a file that cannot be written',
  3: 'the provider refused or could not be reached, or something unexpected happened',
  4: 'the task is still running when the time is up; the message says how to resume',
  '128+n': 'ended by a signal, 130 for Ctrl-C; the message says how to resume',
};

/** One of the exit codes but for those of signals. */
type ExitCode = Extract<keyof typeof exitCodes, number>;

/** How a command ended that did not succeed. */
export interface Ending {
  code: ExitCode;
  /** One line for stderr. */
  line: string;
}

/** The command that was running when an error occurred. */
export interface RunningCommand {
  command: Command;
  call: Call;
}

/** Explains an error to somebody at a command line: an exit code, and one line that says what to do. */
export function explain(error: unknown, running?: RunningCommand): Ending {
  const { code, line } = endingOf(error, running);
  return { code, line: oneLine(line) };
}

function endingOf(error: unknown, running?: RunningCommand): Ending {
  if (error instanceof UsageError) return { code: 2, line: error.message };
  if (error instanceof CheckFailed) return { code: error.exitCode, line: error.message };
  if (error instanceof KlingError) return endingOfKlingError(error, running);
  const message = error instanceof Error ? error.message : String(error);
  return { code: 3, line: `unexpected error: ${message}` };
}

function endingOfKlingError(error: KlingError, running?: RunningCommand): Ending {
  const { message, task } = error;
  const isLost = running?.command.losesTasks?.(running.call.options);
  const resume = task?.id && running && !isLost ? waitCommand(task, running.call) : '';
  const withResume = (line: string) => (resume ? `${line}; resume with: ${resume}` : line);
  // The id and the provider stand in the line about the new task, and in the command to resume.
  if (error instanceof TaskFailedError)
    return { code: 1, line: `the task failed: ${error.reason}` };
  if (error instanceof TaskTimeoutError || error instanceof TaskAbortedError) {
    // Without a task, nothing was created: the message says so, and there is nothing to resume.
    return task ? { code: 4, line: withResume(describeEnd(error)) } : { code: 3, line: message };
  }
  const isCall = running !== undefined && operations[running.call.operation].result === '';
  if (error instanceof SaveError) {
    const again = resume && `. The task is done; fetch its result with: ${resume}`;
    // Options of the library, for which there is no flag: the address is there for whoever trusts it.
    const line = message.replace(
      /(if you trust that address, set allowPrivate|raise maxBytes)$/,
      isCall ? 'get it from its address' : 'get its address with --no-save',
    );
    return { code: codeOfSave[error.reason], line: line + again };
  }
  if (error instanceof CreateUncertainError) {
    const advice = searchAdvice(error.task, running?.call.explicit);
    return { code: 3, line: `${message}. Before creating it again, ${advice}` };
  }
  const isCreate = running?.command.isCreate === true;
  const isInterrupted = running?.call.context.signal?.aborted === true;
  const line = message + (isInterrupted ? '' : adviceFor(error, isCreate && !task));
  if (isCreate) return { code: 3, line: withResume(line) };
  // An id of another provider or operation is the commonest mistake.
  return { code: 3, line: task ? `${line}; asked with ${flagsFor(task)}` : line };
}

const codeOfSave = { disk: 2, download: 3, size: 3, aborted: 4 } as const;

/** How the wait for a task ended that goes on. */
function describeEnd({ name, cause }: TaskTimeoutError | TaskAbortedError): string {
  if (name === 'AbortError') return 'interrupted while the task is running';
  const lastError = cause instanceof Error ? ` (last error: ${cause.message})` : '';
  return `the task is still running${lastError}`;
}

/** What can be done about an error, after its message. */
function adviceFor(error: KlingError, isNothingCreated: boolean): string {
  if (!(error instanceof ApiError)) return '; check the address and the network';
  const { provider, status } = error;
  if (isBusy(error)) return `; ${isNothingCreated ? 'nothing was created, ' : ''}try again later`;
  const known = providerNames.find((name) => name === provider);
  const isKeyWrong = isBadToken(error) || reasonFor({ status }) === 'credentials';
  return isKeyWrong && known ? `; check ${keysOf(known)}` : '';
}

/** A task as the command line names it: by its id, or by the external id that its create has. */
type Named = Pick<TaskHandle, 'provider' | 'operation' | 'id' | 'externalId'>;

/** The command that finds a task whose create was not answered; empty where no request is documented to. */
function searchCommand(task: Named, explicit: Call['explicit'] = {}): string {
  const provider = providerNames.find((name) => name === task.provider);
  const operation = (Object.keys(operations) as OperationName[]).find(
    (name) => name === task.operation,
  );
  if (!provider || !operation) return '';
  const flags = [flagsFor(task), ...repeat(explicit, ['baseUrl'])];
  const { offers, lookupProves: usual }: Provider = providers[provider];
  if (lookupProves(provider, operation) !== 'nothing') {
    const caution = usual === 'presence' ? ' (that nothing is found proves nothing)' : '';
    return `search for it with: ${commandFor('get', task.externalId ?? '', flags)}${caution}`;
  }
  const list = ['npx kling-fetch-cli list', ...flags].join(' ');
  return offers[operation]?.get ? `look for it among your last tasks with: ${list}` : '';
}

/** How to find out whether a task was created, when the response to the create was lost. */
const searchAdvice = (task: Named, explicit?: Call['explicit']): string =>
  searchCommand(task, explicit) ||
  `search ${task.provider} for the external id ${task.externalId ?? ''}`;

/** What is said before a create is sent: whatever ends this process now, there is a way to the task. */
export function describeCreate(task: Named, { explicit }: Pick<Call, 'explicit'>): string {
  const { provider, externalId } = task;
  const search = searchCommand(task, explicit);
  return search
    ? `creating; if this is killed, ${search}`
    : `creating with the external id ${externalId}; if this is killed, ask the support of ${provider} for it: no request finds a task by it`;
}

/** The exact command that waits for the task. */
export function waitCommand(task: Named, { explicit }: Pick<Call, 'explicit'>): string {
  const again = repeat(explicit, ['baseUrl', 'out', 'noSave', 'json', 'quiet']);
  return commandFor('wait', String(task.id), [flagsFor(task), ...again]);
}

/** A command about a task, whose id comes from elsewhere and must not be read as a flag. */
const commandFor = (name: string, id: string, flags: string[]) =>
  [
    `npx kling-fetch-cli ${name}`,
    ...(id.startsWith('-') ? [...flags, '--', quote(id)] : [quote(id), ...flags]),
  ].join(' ');

/** Flags as they stood on the command line, for a command that is to do the same. */
const repeat = (explicit: Call['explicit'], names: string[]): string[] =>
  names.flatMap((name) => {
    const value = explicit[name];
    // What is printed is typed at a terminal, which takes no bytes.
    if (value === undefined || value === '-') return [];
    return value === true ? [flagOf(name)] : [`${flagOf(name)} ${quote(String(value))}`];
  });

/** The flags that say of which provider and of which kind a task is. */
const flagsFor = ({ provider, operation }: Named) =>
  `--provider ${provider} --operation ${kebab(operation)}`;

/** Quotes an argument for a shell, where it has to be. */
function quote(argument: string): string {
  return /^[\w./:=@-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}
