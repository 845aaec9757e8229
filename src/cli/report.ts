import { type ProviderName, providerNames, providers } from '../contract/documents.ts';
import {
  ApiError,
  CreateUncertainError,
  KlingError,
  TaskAbortedError,
  TaskFailedError,
  type TaskHandle,
  TaskTimeoutError,
} from '../index.ts';
import { SaveError } from '../node.ts';
import { type Call, UsageError } from './command.ts';
import { keysOf } from './environment.ts';
import { kebab, oneLine, quoted } from './words.ts';

/** What each exit code means, as `--help` says it. */
export const exitCodes = {
  0: 'done',
  1: 'the task failed',
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
  if (!(error instanceof KlingError)) {
    return { code: 3, line: `unexpected: ${error instanceof Error ? error.message : error}` };
  }
  const back = error.task?.id && background ? comeBack(error.task, background) : '';
  const withBack = (line: string) => (back ? `${line}; come back with: ${back}` : line);
  if (error instanceof TaskFailedError)
    return { code: 1, line: `the task failed: ${error.message}` };
  if (error instanceof TaskTimeoutError) {
    const trouble = error.cause instanceof Error ? ` (last trouble: ${error.cause.message})` : '';
    return { code: 4, line: withBack(`${error.message}${trouble}`) };
  }
  if (error instanceof TaskAbortedError) {
    if (error.task.id) return { code: 4, line: withBack('interrupted, the task goes on') };
    return { code: 3, line: error.message };
  }
  if (error instanceof SaveError) {
    const codes = { disk: 2, download: 3, size: 3, aborted: 4 } as const;
    return {
      code: codes[error.reason],
      line: back
        ? `${error.message}. The task is done, fetch it again with: ${back}`
        : error.message,
    };
  }
  if (error instanceof CreateUncertainError) {
    return { code: 3, line: `${error.message}. ${lookFor(error.task)}` };
  }
  const line = error instanceof ApiError ? refusal(error) : `${error.message}; check the address`;
  return { code: 3, line: background?.creates ? withBack(line) : line };
}

function refusal({ message, provider, status, code, requestId }: ApiError): string {
  const facts = [
    code === undefined ? `HTTP ${status}` : `HTTP ${status}, code ${code}`,
    requestId && `request ${requestId}`,
  ].filter(Boolean);
  const known = providerNames.find((name) => name === provider);
  const advice = status === 401 && known ? `; check ${keysOf(known)}` : '';
  return `${provider} refused: ${message} (${facts.join(', ')})${advice}`;
}

/** What to do about a create that nobody knows the end of: never simply create again. */
function lookFor({ provider, operation, externalId }: TaskHandle): string {
  const search = `kling-fetch get ${quoted(String(externalId))}${subject(provider, operation)}`;
  const known = providerNames.find((name) => name === provider);
  return known && providers[known].findsExternalIds
    ? `Before creating it again, look for it with: ${search}`
    : `Before creating it again, look at ${provider} for the external id ${externalId}`;
}

/** The exact command that comes back to a task. */
function comeBack(handle: TaskHandle, { options, given, forgets }: Background): string {
  if (forgets) return '';
  const { out, baseUrl } = options;
  return [
    `kling-fetch wait ${quoted(String(handle.id))}${subject(handle.provider, handle.operation)}`,
    baseUrl !== undefined && `--base-url ${quoted(baseUrl)}`,
    out !== undefined && `--out ${quoted(out)}`,
    ...(['noSave', 'json'] as const).map((name) => given.has(name) && `--${kebab(name)}`),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The flags that say which provider and operation, where they are not the defaults. */
function subject(provider: ProviderName | string, operation: string): string {
  const isDefault = { provider: provider === 'klingai', operation: operation === 'textToAudio' };
  return [
    isDefault.provider ? '' : ` --provider ${provider}`,
    isDefault.operation ? '' : ` --operation ${kebab(operation)}`,
  ].join('');
}
