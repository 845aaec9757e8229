/** The baseline of accepted findings: read for a check, and written after one. */

import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { readTextFile } from '../contract/files.ts';
import type { Finding, Report } from '../contract/finding.ts';
import {
  type Accepted,
  BaselineError,
  type Coverage,
  describeEntry,
  isDate,
  parseBaseline,
  renewBaseline,
} from '../drift/report/baseline.ts';
import { describePage, oneLine } from '../drift/report/describe.ts';
import { checkTarget } from '../node/index.ts';
import { type Context, type Flags, type OptionsOf, UsageError } from './command.ts';
import { redactKeys } from './environment.ts';
import { describeDiskError, replaceFile } from './files.ts';
import { tell } from './progress.ts';

/** The flags about accepted findings. */
export const baselineFlags = {
  baseline: {
    type: 'string',
    format: 'file',
    description:
      'Accepted findings: a JSON array of { kind, provider, operation, location, reason, until }. They count again after the date in "until".',
  },
  writeBaseline: {
    type: 'string',
    format: 'file',
    description:
      'Accept the findings of this run: write them into this file, which may exist. Asks for the reason of each, unless there is --reason.',
  },
  reason: {
    type: 'string',
    description: 'Why all findings without an entry are accepted. Goes with --write-baseline.',
  },
  until: {
    type: 'string',
    format: 'date',
    description:
      'The last day on which they are accepted, as 2026-12-31; 90 days from now where it is left out. Goes with --write-baseline.',
  },
} satisfies Flags;

interface BaselineCall {
  options: OptionsOf<typeof baselineFlags> & { output?: string };
  context: Context;
}

/**
 * The entries of `--baseline`; `undefined` without one.
 * @throws {UsageError} it cannot be read
 */
export async function readBaseline({
  options: { baseline },
  context,
}: BaselineCall): Promise<Accepted[] | undefined> {
  return baseline === undefined ? undefined : readEntries('--baseline', baseline, context);
}

async function readEntries(flag: string, file: string, context: Context): Promise<Accepted[]> {
  try {
    return parseBaseline(await readTextFile(resolve(context.cwd, file)));
  } catch (error) {
    const reason = error instanceof BaselineError ? error.message : describeDiskError(error);
    throw new UsageError(`${flag} ${file}: ${reason}`);
  }
}

/**
 * The entries that `--write-baseline` starts from: those of its file, where it exists, and of `--baseline`; `undefined`
 * where nothing is to be written.
 * @throws {UsageError} the file cannot be read or written, or nobody can give reasons
 */
export async function prepareBaseline(
  { options, context }: BaselineCall,
  baseline: readonly Accepted[] = [],
): Promise<Accepted[] | undefined> {
  const { writeBaseline: file, reason, until } = options;
  if (file === undefined) {
    const alone = reason !== undefined ? '--reason' : until !== undefined ? '--until' : undefined;
    if (alone) throw new UsageError(`${alone} goes with --write-baseline`);
    return undefined;
  }
  if (reason !== undefined && reason.trim() === '') throw new UsageError('--reason is empty');
  if (until !== undefined && (!isDate(until) || until < dayIn(0))) {
    throw new UsageError('--until must be a day from today on, as 2026-12-31');
  }
  if (reason === undefined && !canAsk(context)) {
    throw new UsageError('--write-baseline needs --reason where nobody can be asked');
  }
  const target = resolve(context.cwd, file);
  if (options.output !== undefined && resolve(context.cwd, options.output) === target) {
    throw new UsageError('--write-baseline and --output are the same file');
  }
  await checkTarget(target);
  const isNew = await readTextFile(target).then(
    () => false,
    (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
  );
  const own = isNew ? [] : await readEntries('--write-baseline', file, context);
  const names = new Set(own.map(describeEntry));
  return [...own, ...baseline.filter((each) => !names.has(describeEntry(each)))];
}

/** The day so many days from now, in UTC. */
const dayIn = (days: number) =>
  new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

const canAsk = ({ stdin, stderr }: Context) => Boolean(stdin?.isTTY && stderr.isTTY);

/** Writes the findings of a run into the file of `--write-baseline`, and returns its entries. */
export async function writeBaseline(
  { options, context }: BaselineCall,
  report: Report,
  known: readonly Accepted[],
  coverageOf: (entry: Accepted) => Coverage,
): Promise<Accepted[]> {
  const { writeBaseline: file = '', reason, until = dayIn(90) } = options;
  const questions = reason === undefined ? ask(context, until) : undefined;
  try {
    const reasonFor = (finding: Finding) => reason ?? questions?.reasonFor(finding) ?? '';
    const entries = await renewBaseline(report, known, { coverageOf, reasonFor, until });
    context.signal?.throwIfAborted();
    const text = redactKeys(`${JSON.stringify(entries, null, 2)}\n`, context.env);
    await replaceFile(resolve(context.cwd, file), text, '--write-baseline');
    const names = new Set(entries.map(describeEntry));
    const gone = known.map(describeEntry).filter((name) => !names.has(name));
    for (const name of gone) tell(context, `no longer found, taken out: ${name}`);
    tell(context, `wrote ${file}: ${entries.length} accepted`);
    return entries;
  } finally {
    questions?.close();
  }
}

/** Asks on the terminal why each finding is accepted. Once the input has ended, no answer means no. */
function ask({ stdin, stderr, signal }: Context, until: string) {
  const lines = createInterface({
    input: stdin as NodeJS.ReadableStream,
    ...(signal && { signal }),
  });
  const answers = lines[Symbol.asyncIterator]();
  let hasEnded = false;
  return {
    async reasonFor(finding: Finding): Promise<string> {
      if (hasEnded) return '';
      const { severity, message } = finding;
      const place = [describeEntry(finding), describePage(finding)].filter(Boolean).join(' ');
      stderr.write(`${severity.toUpperCase()} ${oneLine(place)}\n  ${oneLine(message)}\n`);
      stderr.write(`Why is it accepted until ${until}? Enter leaves it out: `);
      const { value, done } = await answers.next();
      hasEnded = done === true;
      return done ? '' : value;
    },
    close: () => lines.close(),
  };
}
