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
import { type Call, UsageError, Verdict } from './command.ts';
import { keysOf } from './environment.ts';
import { flagOf } from './fields.ts';
import { kebab, oneLine, quoted } from './words.ts';

/** What each exit code means, as `--help` says it. */
export const exitCodes = {
  0: 'done',
  1: 'the task failed, or there is drift',
  2: 'wrong usage, a missing key, or no file can be written there',
  3: 'the provider refused, was not reached, or something unexpected came',
  4: 'the task is still running (time ran out, or Ctrl-C); the message says how to come back',
};

/** One of the exit codes. */
export type ExitCode = keyof typeof exitCodes;

/** How a command ended that did not succeed. */
export interface Ending {
  code: ExitCode;
  /** One line for stderr. */
  line: string;
}

/** What is known of the command that an error ended. */
export interface Background extends Pick<Call, 'options' | 'given'> {
  /** Whether the task was created by this very command. */
  creates: boolean;
  /** Whether the task is gone with this process. */
  forgets: boolean;
}

/** What an error means to somebody at a command line: one line that says what to do, and an exit code. */
export function explain(error: unknown, background?: Background): Ending {
  const { code, line } = endingOf(error, background);
  return { code, line: oneLine(line) };
}

function endingOf(error: unknown, background?: Background): Ending {
  if (error instanceof UsageError) return { code: 2, line: error.message };
  if (error instanceof Verdict) return { code: error.code, line: error.message };
  if (!(error instanceof KlingError)) {
    return { code: 3, line: `unexpected: ${error instanceof Error ? error.message : error}` };
  }
  const { message, task } = error;
  const back = task?.id && background ? comeBack(task, background) : '';
  const withBack = (line: string) => (back ? `${line}; come back with: ${back}` : line);
  if (error instanceof TaskFailedError) return { code: 1, line: `the task failed: ${message}` };
  if (error instanceof TaskTimeoutError) {
    const trouble = error.cause instanceof Error ? ` (last trouble: ${error.cause.message})` : '';
    return { code: 4, line: withBack(message + trouble) };
  }
  if (error instanceof TaskAbortedError) {
    return task?.id
      ? { code: 4, line: withBack('interrupted while the task is running') }
      : { code: 3, line: message };
  }
  if (error instanceof SaveError) {
    const again = back && `. The task is done, fetch its result with: ${back}`;
    return { code: codeOfSave[error.reason], line: message + again };
  }
  if (error instanceof CreateUncertainError) {
    return { code: 3, line: `${message}. Before creating it again, ${lookFor(error.task)}` };
  }
  const line = error instanceof ApiError ? refusal(error) : `${message}; check address and network`;
  if (background?.creates) return { code: 3, line: withBack(line) };
  // An id of another provider or operation is the commonest mistake.
  return { code: 3, line: task ? `${line}; asked with ${flagsOf(task)}` : line };
}

const codeOfSave = { disk: 2, download: 3, size: 3, aborted: 4 } as const;

function refusal({ message, provider, status, code, requestId }: ApiError): string {
  const facts = [
    code === undefined ? `HTTP ${status}` : `HTTP ${status}, code ${code}`,
    requestId && `request ${requestId}`,
  ].filter(Boolean);
  const known = providerNames.find((name) => name === provider);
  const advice = status === 401 && known ? `; check ${keysOf(known)}` : '';
  return `${provider} refused: ${message} (${facts.join(', ')})${advice}`;
}

/** How to find out whether a create that nobody knows the end of was carried out. */
function lookFor(task: TaskHandle): string {
  const { provider, externalId = '' } = task;
  const known = providerNames.find((name) => name === provider);
  return known && providers[known].findsExternalIds
    ? `look for it with: kling-fetch get ${quoted(externalId)} ${flagsOf(task)}`
    : `look at ${provider} for the external id ${externalId}`;
}

/** The exact command that comes back to a task. */
function comeBack(task: TaskHandle, { options, given, forgets }: Background): string {
  if (forgets) return '';
  const { out, baseUrl } = options;
  return [
    `kling-fetch wait ${quoted(String(task.id))} ${flagsOf(task)}`,
    baseUrl !== undefined && `--base-url ${quoted(baseUrl)}`,
    out !== undefined && `--out ${quoted(out)}`,
    ...(['noSave', 'json'] as const).map((name) => given.has(name) && flagOf(name)),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The flags that say whose task of which kind this is. */
const flagsOf = ({ provider, operation }: TaskHandle) =>
  `--provider ${provider} --operation ${kebab(operation)}`;
