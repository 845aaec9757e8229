import { isBadToken, isBusy, reasonFor } from '../client/refusals.ts';
import { providerNames, providers } from '../documents/documents.ts';
import {
  ApiError,
  CreateUncertainError,
  KlingError,
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
  4: 'the task is still running (timeout or Ctrl-C); the message says how to resume',
};

/** One of the exit codes. */
export type ExitCode = keyof typeof exitCodes;

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
  const resume = task?.id && running ? resumeCommand(task, running) : '';
  const withResume = (line: string) => (resume ? `${line}; resume with: ${resume}` : line);
  // The id and the provider stand in the line about the new task, and in the command to resume.
  if (error instanceof TaskFailedError)
    return { code: 1, line: `the task failed: ${error.reason}` };
  if (error instanceof TaskTimeoutError || error instanceof TaskAbortedError) {
    // Without a task, nothing was created: the message says so, and there is nothing to resume.
    return task ? { code: 4, line: withResume(describeEnd(error)) } : { code: 3, line: message };
  }
  if (error instanceof SaveError) {
    const again = resume && `. The task is done; fetch its result with: ${resume}`;
    return { code: codeOfSave[error.reason], line: message + again };
  }
  if (error instanceof CreateUncertainError) {
    return { code: 3, line: `${message}. Before creating it again, ${searchAdvice(error.task)}` };
  }
  const isCreate = running?.command.operation !== undefined;
  const line = message + adviceFor(error, isCreate && !task);
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

/** How to find out whether a task was created, when the response to the create was lost. */
function searchAdvice(task: TaskHandle): string {
  const { provider, externalId = '' } = task;
  const known = providerNames.find((name) => name === provider);
  return known && providers[known].lookupProves === 'absence'
    ? `search for it with: kling-fetch get ${quote(externalId)} ${flagsFor(task)}`
    : `search ${provider} for the external id ${externalId}`;
}

/** The exact command that waits for the task again; empty when the task is gone with the command. */
function resumeCommand(task: TaskHandle, { command, call }: RunningCommand): string {
  if (command.losesTasks?.(call.options)) return '';
  const again = ['baseUrl', 'out', 'noSave', 'json'].flatMap((name) => {
    const value = call.explicit[name];
    if (value === undefined) return [];
    return value === true ? [flagOf(name)] : [`${flagOf(name)} ${quote(String(value))}`];
  });
  return [`kling-fetch wait ${quote(String(task.id))} ${flagsFor(task)}`, ...again].join(' ');
}

/** The flags that say of which provider and of which kind a task is. */
const flagsFor = ({ provider, operation }: TaskHandle) =>
  `--provider ${provider} --operation ${kebab(operation)}`;

/** Quotes an argument for a shell, where it has to be. */
function quote(argument: string): string {
  return /^[\w./:=@-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", `'\\''`)}'`;
}
