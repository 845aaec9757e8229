import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { readTextFile } from '../contract/files.ts';
import { isAtLeast, type Report, type Severity, severities } from '../contract/finding.ts';
import type { ProviderName } from '../documents/documents.ts';
import {
  type Accepted,
  BaselineError,
  parseBaseline,
  withBaseline,
} from '../drift/report/baseline.ts';
import { describeSkipped } from '../drift/report/describe.ts';
import { type Format, formats } from '../drift/report/formats.ts';
import { checkTarget } from '../node/index.ts';
import { CheckFailed, type Context, type Flags, type OptionsOf, UsageError } from './command.ts';
import { redactKeys } from './environment.ts';

/** The flag that writes a report to a file. */
export const outputFlag = {
  output: {
    type: 'string',
    format: 'file',
    description: 'Write the report to this file instead of stdout.',
  },
} satisfies Flags;

/** The flags of the commands that check something and report on it. */
export const reportFlags = {
  format: {
    type: 'string',
    enum: Object.keys(formats).filter((name): name is Format => name in formats),
    default: 'text',
    description: 'The format of the report.',
  },
  ...outputFlag,
  summary: {
    type: 'string',
    format: 'file',
    description: 'Also append the report to this file, as Markdown.',
  },
  baseline: {
    type: 'string',
    format: 'file',
    description:
      'Accepted findings: a JSON array of { kind, provider, operation, location, reason, until }. They count again after the date in "until".',
  },
  failOn: {
    type: 'string',
    enum: [...severities],
    default: 'breaking',
    description: 'The lowest severity that makes the exit code 1.',
  },
} satisfies Flags;

/** What an exit code of these commands means. */
export const reportExitCodes = {
  0: 'all that was asked for was checked, and nothing found at or above --fail-on',
  1: 'drift was found; the report also lists what could not be checked',
  2: 'wrong usage, a baseline that cannot be read, or a file that cannot be written',
  3: 'something could not be checked, and no drift was found in the rest: no key, no response, or a response that is not from the provider',
};

/** What was found at some providers, and which kinds of findings there could have been. */
export interface Outcome {
  report: Report;
  providers: readonly ProviderName[];
  kinds: object;
}

/** A command that reports, and may keep recordings, too. */
interface ReportingCall {
  options: OptionsOf<typeof reportFlags> & { record?: string };
  context: Context;
}

/**
 * Runs a check and reports on it: on stdout or in `--output`, and in `--summary`. Whatever would make that fail is found
 * before the check begins.
 * @throws {UsageError} the baseline cannot be read
 * @throws {SaveError} a file cannot be written
 * @throws {CheckFailed} drift, or something that could not be checked
 */
export async function runAndReport(
  call: ReportingCall,
  check: () => Promise<Outcome>,
): Promise<void> {
  const { options, context } = call;
  const { output, record, summary, failOn } = options;
  const baseline = await readBaseline(call);
  if (output !== undefined) await checkTarget(resolve(context.cwd, output));
  if (record !== undefined) {
    await mkdir(resolve(context.cwd, record), { recursive: true }).catch(refuseWrite('--record'));
  }
  if (summary !== undefined) await append(resolve(context.cwd, summary), '');

  const { report: found, providers, kinds } = await check();
  const isComplete = found.skipped.length === 0;
  const couldBeFound = ({ provider, kind }: Accepted) =>
    isComplete && providers.some((name) => name === provider) && kind in kinds;
  const report = withBaseline(found, baseline, couldBeFound);
  await printReport(formats[options.format](report, failOn), call);
  if (summary !== undefined) {
    const text = redactKeys(`${formats.markdown(report)}\n`, context.env);
    await append(resolve(context.cwd, summary), text);
  }
  throwUnlessPassed(report, failOn);
}

/** Prints a report, or puts all of it into `--output`. */
export async function printReport(
  text: string,
  { options: { output }, context }: { options: { output?: string }; context: Context },
): Promise<void> {
  if (output === undefined) {
    context.stdout.write(text);
    return;
  }
  await replaceFile(resolve(context.cwd, output), redactKeys(text, context.env), '--output');
}

/**
 * Writes a file in one step: whoever reads it meanwhile gets the old one or the new one, never a half.
 * @throws {UsageError} it cannot be written; names the flag that asked for it
 */
export async function replaceFile(file: string, text: string, flag: string): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const partial = join(dirname(target), `.kling-fetch-${randomUUID()}.part`);
  try {
    await writeFile(partial, text, { flag: 'wx' });
    await rename(partial, target);
  } catch (error) {
    refuseWrite(flag)(error);
  } finally {
    await rm(partial, { force: true });
  }
}

const append = (file: string, text: string) =>
  appendFile(file, text).catch(refuseWrite('--summary'));

const refuseWrite = (flag: string) => (error: unknown) => {
  throw new UsageError(`${flag} cannot be written: ${describeDiskError(error)}`);
};

async function readBaseline({ options, context }: ReportingCall): Promise<Accepted[]> {
  const { baseline } = options;
  if (baseline === undefined) return [];
  try {
    return parseBaseline(await readTextFile(resolve(context.cwd, baseline)));
  } catch (error) {
    const reason = error instanceof BaselineError ? error.message : describeDiskError(error);
    throw new UsageError(`--baseline ${baseline}: ${reason}`);
  }
}

/** `no such file or directory`: what Node says, without the code before it and the path after it. */
function describeDiskError(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/^E[A-Z]+: /, '').replace(/, .*$/s, '');
}

function throwUnlessPassed({ checked, findings, skipped }: Report, failOn: Severity): void {
  const counted = findings.filter(({ severity }) => isAtLeast(severity, failOn)).length;
  if (counted > 0) {
    const what = counted === 1 ? 'finding' : 'findings';
    throw new CheckFailed(1, `drift: ${counted} ${what} at or above ${failOn}; see the report`);
  }
  const [first, ...more] = skipped.filter(({ failed }) => failed);
  if (first) {
    const rest = more.length > 0 ? ` (and ${more.length} more)` : '';
    throw new CheckFailed(3, `could not be checked: ${describeSkipped(first)}${rest}`);
  }
  if (checked === 0) throw new CheckFailed(3, 'nothing was checked');
}
