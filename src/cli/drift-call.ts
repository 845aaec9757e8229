import { resolve } from 'node:path';
import { CouldNotCheck, type Report } from '../contract/finding.ts';
import { type ProviderName, providerNames } from '../documents/documents.ts';
import { type Call, type Context, UsageError } from './command.ts';
import { oneLine } from './words.ts';

/** @throws {UsageError} none was named */
export function theProvider({ options, given }: Call, question: string): ProviderName {
  if (given.has('provider')) return options.provider;
  throw new UsageError(`drift ${question} needs --provider ${providerNames.join(' | ')}`);
}

/** Where the exchanges are to be kept. */
export const recordOf = ({ options, context }: Call) =>
  options.record === undefined ? undefined : resolve(context.cwd, options.record);

/** A report, also where nothing could be checked. */
export async function unlessImpossible(
  what: string,
  check: () => Promise<Report>,
): Promise<Report> {
  try {
    return await check();
  } catch (error) {
    if (!(error instanceof CouldNotCheck)) throw error;
    return { checked: 0, skipped: [{ what, why: error.message, failed: true }], findings: [] };
  }
}

/** The lines of progress that a check tells. */
export const progressOn =
  ({ stderr }: Pick<Context, 'stderr'>) =>
  (line: string): void =>
    void stderr.write(`${oneLine(line)}\n`);
