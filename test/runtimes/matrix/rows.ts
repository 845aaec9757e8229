/** What a row of the matrix is, and how rows are measured and shown. */
import { toTable } from '../../../scripts/markers.ts';
import { providerNames } from '../../../src/documents/documents.ts';
import type { Mock } from '../../../src/mock/index.ts';
import type { Finding, Measured } from '../findings.ts';
import { ProgramError } from '../packages.ts';
import { binaries } from '../runtimes.ts';

/** Something that is tried in one place. */
export interface Row {
  /** The place, with its version. */
  where: string;
  /** What is tried there. */
  what: string;
  /** What has to be in the message of a failure that is known; what has one and works is reported, too. */
  fails?: RegExp;
  /** What of `binaries` it needs. */
  needs?: string;
  /** Tries it. Whatever it throws is a failure. */
  try: () => Promise<void>;
}

/** Has a place make a task at each provider of the mock. @throws when it sent other than one create for each */
export async function expectCreates(mock: Mock, run: () => Promise<void>): Promise<void> {
  mock.reset();
  await run();
  const creates = mock.requests.filter(({ method }) => method === 'POST').length;
  if (creates !== providerNames.length)
    throw new Error(`${creates} creates for ${providerNames.length} tasks`);
}

/** What a place is told to do with the mock, and what `tryProviders` has given there. */
export type TryProviders = (mock: string) => Promise<unknown>;

/** Has a place get a result of each provider from the mock. @throws what is wrong */
export function expectResults(mock: Mock, tryProviders: TryProviders): Promise<void> {
  return expectCreates(mock, async () => {
    const results = await tryProviders(mock.url);
    const isComplete =
      Array.isArray(results) &&
      results.length === providerNames.length &&
      results.every((bytes) => bytes > 0);
    if (!isComplete) throw new Error(`got ${JSON.stringify(results)}`);
  });
}

/** The part of a failure's message that is known, or its first line; never a path of this machine. */
function describeFailure(error: unknown, known: RegExp | undefined): string {
  const message = error instanceof ProgramError ? error.output : String(error);
  const [found] = (known && message.match(new RegExp(known, 'g'))) ?? [];
  return `fails: ${found ?? message}`;
}

async function measureRow(row: Row): Promise<Finding> {
  const { where, what, fails, needs } = row;
  const wanted = fails ? `fails: ${fails.source}` : 'works';
  const finding = { what: `${where}, ${what}`, wanted };
  if (needs && !binaries[needs]) {
    return { ...finding, found: 'not measured', missing: needs, isRight: false };
  }
  const found = await row.try().then(
    () => 'works',
    (error: unknown) => describeFailure(error, fails),
  );
  const isRight = fails ? found !== 'works' && fails.test(found) : found === 'works';
  return { ...finding, found, isRight };
}

/** Measures rows, so many at a time. */
async function measureAll(rows: readonly Row[], atOnce = 1): Promise<Finding[]> {
  const findings: Finding[] = [];
  const left = rows.entries();
  const measureNext = async () => {
    for (const [nth, row] of left) findings[nth] = await measureRow(row);
  };
  await Promise.all(Array.from({ length: atOnce }, measureNext));
  return findings;
}

/** Measures rows one after the other, and shows each as a line. */
export async function measureList(rows: readonly Row[]): Promise<Measured> {
  const findings = await measureAll(rows);
  const lines = rows.map(({ where, what }, nth) => [where, what, findings[nth]?.found ?? '']);
  return { findings, table: toTable(['where', 'what', 'result'], lines) };
}

/** Measures rows, so many at a time, and shows places as lines, and what is tried there as columns. */
export async function measureGrid(
  title: string,
  rows: readonly Row[],
  atOnce = 1,
): Promise<Measured> {
  const findings = await measureAll(rows, atOnce);
  const columns = [...new Set(rows.map(({ what }) => what))];
  const cell = (where: string, what: string) =>
    findings[rows.findIndex((row) => row.where === where && row.what === what)]?.found ?? '–';
  const lines = [...new Set(rows.map(({ where }) => where))].map((where) => [
    where,
    ...columns.map((what) => cell(where, what)),
  ]);
  return { findings, table: toTable([title, ...columns], lines) };
}
