import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, readFile, realpath, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { isAtLeast, type Report } from '../contract/finding.ts';
import type { ProviderName } from '../documents/documents.ts';
import {
  type Accepted,
  BaselineError,
  parseBaseline,
  withBaseline,
} from '../drift/report/baseline.ts';
import { describeSkipped } from '../drift/report/describe.ts';
import { formats } from '../drift/report/formats.ts';
import { checkTarget } from '../node/index.ts';
import { type Call, UsageError, Verdict } from './command.ts';
import { withoutKeys } from './environment.ts';

/** What a check of some providers said, and which kinds of findings it could have had. */
export interface Outcome {
  report: Report;
  providers: readonly ProviderName[];
  kinds: object;
}

/**
 * Does the work, and reports on it: on stdout or into `--output`, and into `--summary`. What would spoil that is found
 * before the work begins.
 * @throws {UsageError} no baseline can be read there
 * @throws {SaveError} no file can be written there
 * @throws {Verdict} drift, or something that could not be checked
 */
export async function reported(call: Call, work: () => Promise<Outcome>): Promise<void> {
  const { options, context } = call;
  const baseline = await baselineOf(call);
  const { output, record, summary } = options;
  if (output !== undefined) await checkTarget(resolve(context.cwd, output));
  if (record !== undefined) {
    await mkdir(resolve(context.cwd, record), { recursive: true }).catch(notWritten('--record'));
  }
  if (summary !== undefined) await append(resolve(context.cwd, summary), '');
  const { report: found, providers, kinds } = await work();
  const isWhole = found.skipped.length === 0;
  const isLookedAt = ({ provider, kind }: Accepted) =>
    isWhole && providers.some((name) => name === provider) && kind in kinds;
  const report = withBaseline(found, baseline, isLookedAt);
  await print(formats[options.format](report, options.failOn), call);
  if (summary !== undefined) {
    const text = withoutKeys(context.env)(`${formats.markdown(report)}\n`);
    await append(resolve(context.cwd, summary), text);
  }
  judge(report, call);
}

/** Prints a text, or puts it whole into `--output`. */
export async function print(text: string, { options, context }: Call): Promise<void> {
  if (options.output === undefined) return void context.stdout.write(text);
  await replace(resolve(context.cwd, options.output), withoutKeys(context.env)(text), '--output');
}

/**
 * Writes a file in one step: who reads it meanwhile sees the old one or the new one, never a half.
 * @throws {UsageError} it cannot be written; names the flag that asked for it
 */
export async function replace(file: string, text: string, flag: string): Promise<void> {
  const target = await realpath(file).catch(() => file);
  const partial = join(dirname(target), `.kling-fetch-${randomUUID()}.part`);
  try {
    await writeFile(partial, text, { flag: 'wx' });
    await rename(partial, target);
  } catch (error) {
    notWritten(flag)(error);
  } finally {
    await rm(partial, { force: true });
  }
}

const append = (file: string, text: string) =>
  appendFile(file, text).catch(notWritten('--summary'));

const notWritten = (flag: string) => (error: unknown) => {
  throw new UsageError(`${flag} cannot be written: ${diskSays(error)}`);
};

async function baselineOf({ options, context }: Call): Promise<Accepted[]> {
  const { baseline } = options;
  if (baseline === undefined) return [];
  try {
    return parseBaseline(await readFile(resolve(context.cwd, baseline), 'utf8'));
  } catch (error) {
    const why = error instanceof BaselineError ? error.message : diskSays(error);
    throw new UsageError(`--baseline ${baseline}: ${why}`);
  }
}

/** What the disk says, in a word. */
function diskSays(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code === 'ENOENT' ? 'there is no such file or folder' : `it cannot be used (${code})`;
}

/** @throws {Verdict} unless all was checked and nothing found that counts */
function judge({ checked, findings, skipped }: Report, { options }: Call): void {
  const { failOn } = options;
  const counting = findings.filter(({ severity }) => isAtLeast(severity, failOn));
  if (counting.length > 0) {
    throw new Verdict(1, `drift: ${counting.length} at or above ${failOn}, see the report`);
  }
  const [first, ...more] = skipped.filter(({ failed }) => failed);
  if (first) {
    const rest = more.length > 0 ? ` (and ${more.length} more)` : '';
    throw new Verdict(3, `could not be checked: ${describeSkipped(first)}${rest}`);
  }
  if (checked === 0) throw new Verdict(3, 'nothing was checked');
}
