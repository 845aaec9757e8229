import { access, appendFile, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isAtLeast, type Report, type Severity, severities } from '../contract/finding.ts';
import type { ProviderName } from '../documents/documents.ts';
import { type Accepted, type Coverage, withBaseline } from '../drift/report/baseline.ts';
import { describeSkipped } from '../drift/report/describe.ts';
import { type Format, formats } from '../drift/report/formats.ts';
import { checkTarget } from '../node/index.ts';
import { baselineFlags, prepareBaseline, readBaseline, writeBaseline } from './baseline.ts';
import { CheckFailed, type Context, type Flags, type OptionsOf } from './command.ts';
import { redactKeys } from './environment.ts';
import { refuseWrite, replaceFile } from './files.ts';

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
  ...baselineFlags,
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

/** What was found, and what could have been. */
export interface Outcome {
  report: Report;
  /** Whether this run would have found what an entry of a baseline is about. */
  coverageOf: (entry: Accepted) => Coverage;
}

/** What a run would have found: of these kinds, where something was checked, and all of it unless something was left out. */
export const coverage =
  (
    {
      report,
      isWhole = report.skipped.length === 0,
      isAbout = () => true,
      kinds,
    }: {
      report: Report;
      isWhole?: boolean;
      isAbout?: (entry: Accepted) => boolean;
      kinds: object;
    },
    provider?: ProviderName,
  ) =>
  (entry: Accepted): Coverage => {
    const isMeant = provider === undefined || entry.provider === provider;
    const couldBe = report.checked > 0 && isMeant && entry.kind in kinds && isAbout(entry);
    if (!couldBe) return 'none';
    return isWhole ? 'all' : 'part';
  };

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
  const known = await prepareBaseline(call, baseline);
  if (output !== undefined) await checkTarget(resolve(context.cwd, output));
  if (record !== undefined) {
    await mkdir(resolve(context.cwd, record), { recursive: true }).catch(refuseWrite('--record'));
  }
  if (summary !== undefined) await append(resolve(context.cwd, summary), '');

  const { report: found, coverageOf } = await check();
  const entries = known ? await writeBaseline(call, found, known, coverageOf) : baseline;
  const report = entries ? withBaseline(found, entries, coverageOf) : found;
  const workflow = await findWorkflow(context);
  await printReport(formats[options.format](report, failOn, workflow), call);
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

const append = (file: string, text: string) =>
  appendFile(file, text).catch(refuseWrite('--summary'));

/** The folder that paths in a report start from: the repository in a workflow, or else where the command runs. */
export const repositoryOf = ({ env, cwd }: Context): string => env.GITHUB_WORKSPACE || cwd;

/** The workflow that runs this command on GitHub, as a file of the caller's repository. */
async function findWorkflow(context: Context): Promise<string | undefined> {
  const { GITHUB_WORKFLOW_REF: reference = '' } = context.env;
  const file = /^[^/]+\/[^/]+\/(\.github\/workflows\/[^@/]+)@/.exec(reference)?.[1];
  if (file === undefined) return undefined;
  const isThere = await access(join(repositoryOf(context), file)).then(
    () => true,
    () => false,
  );
  return isThere ? file : undefined;
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
