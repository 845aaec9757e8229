import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { CouldNotCheck, type Finding, type Report } from '../../src/contract/finding.ts';
import { type ProviderName, providerNames } from '../../src/documents/documents.ts';
import { dereference, type OpenApiDocument } from '../../src/documents/openapi.ts';
import { driftLive } from '../../src/drift/live/live.ts';
import { driftSpec } from '../../src/drift/published/drift.ts';
import { fakeProvider, type Mutation } from '../support/fake-provider.ts';
import { changes } from './changes.ts';
import type { Node } from './edit.ts';
import type { AnswerMutant, DocumentMutant, Mutant } from './mutant.ts';
import { varied } from './varied.ts';

/** What came of one mutant. */
export interface Outcome {
  mutant: Mutant;
  /** Found where it has to be, by a fitting kind, and called breaking if it is. */
  verdict: 'found' | 'miscalled' | 'misplaced' | 'missed' | 'never met' | 'could not be checked';
  /** The finding that counts, or else all of them. */
  findings: Finding[];
  /** Breaking findings for a change that breaks nothing. */
  alarms: Finding[];
  milliseconds: number;
}

const published = (provider: ProviderName) =>
  readFile(new URL(`../../openapi/${provider}.yaml`, import.meta.url), 'utf8');

async function specOf(provider: ProviderName, files: Record<string, string>): Promise<Report> {
  const from = await mkdtemp(join(tmpdir(), 'drift-mutants-'));
  try {
    for (const [name, text] of Object.entries(files)) await writeFile(join(from, name), text);
    return await driftSpec({ provider, from });
  } finally {
    await rm(from, { recursive: true });
  }
}

/** Every mutant works on a document of its own, so that what operations share can be changed in one of them. */
async function documentRun({ provider, edit }: DocumentMutant) {
  const document = parse(await published(provider)) as OpenApiDocument;
  const mutated: Node = { ...dereference(document, document) };
  const before = JSON.stringify(mutated);
  edit(mutated);
  const after = JSON.stringify(mutated);
  const report = await specOf(provider, { 'published.json': after });
  return { report, isMet: before !== after };
}

interface Circumstances {
  history?: number | undefined;
  spend?: number | undefined;
  mutate?: Mutation;
}

function liveOf(
  provider: ProviderName,
  seed: number,
  { history, spend = 4, mutate }: Circumstances = {},
) {
  const { fetch, exchanges } = fakeProvider({
    provider,
    seed,
    history,
    ...(mutate && { mutate }),
  });
  const report = driftLive({
    provider,
    credentials: { apiKey: 'key-of-a-fake' },
    spend,
    timeout: 20_000,
    pollInterval: 1,
    fetch,
  });
  return { report, exchanges };
}

async function answerRun({ provider, mutation, history, spend }: AnswerMutant) {
  let isMet = false;
  const mutate: Mutation = (exchange) => {
    const { status, headers } = exchange.answer;
    const before = JSON.stringify([status, headers, exchange.answer.body]);
    const after = mutation(exchange);
    isMet ||=
      before !== JSON.stringify([after.answer.status, after.answer.headers, after.answer.body]);
    return after;
  };
  const { report } = liveOf(provider, 7, { history, spend, mutate });
  return { report: await report, isMet };
}

function unchecked(error: unknown): { report: Report; isMet: boolean } {
  if (!(error instanceof CouldNotCheck)) throw error;
  const skipped = [{ what: 'everything', why: error.message, failed: true }];
  return { report: { checked: 0, skipped, findings: [] }, isMet: true };
}

/** Runs a mutant and judges the findings. */
export async function outcomeOf(mutant: Mutant): Promise<Outcome> {
  const { severity, kinds } = changes[mutant.change];
  const start = performance.now();
  const { report, isMet } = await ('edit' in mutant
    ? documentRun(mutant)
    : answerRun(mutant)
  ).catch(unchecked);
  const milliseconds = performance.now() - start;
  const { findings } = report;
  const placed = findings.filter(
    (each) =>
      mutant.operation.test(each.operation) &&
      mutant.location.test(each.location) &&
      kinds.some((kind) => kind === each.kind),
  );
  const right = placed.filter((each) => each.severity === severity);
  const failed = report.skipped.some((each) => each.failed);
  const verdict = right.length
    ? 'found'
    : placed.length
      ? 'miscalled'
      : findings.length
        ? 'misplaced'
        : !isMet
          ? 'never met'
          : failed
            ? 'could not be checked'
            : 'missed';
  const shown = right.length ? right : placed.length ? placed : findings;
  const alarms =
    severity === 'breaking' ? [] : findings.filter((each) => each.severity === 'breaking');
  return { mutant, verdict, findings: shown, alarms, milliseconds };
}

/** A conforming run of each kind by its seed; no finding is right. */
export async function conformingRun(on: 'documents' | 'answers', seed: number): Promise<Report> {
  const provider = providerNames[seed % providerNames.length] ?? 'klingai';
  if (on === 'answers') return liveOf(provider, seed).report;
  return specOf(provider, varied(parse(await published(provider)), seed));
}

/** Does all of it, a few at a time. */
export async function inParallel<T, R>(items: readonly T[], act: (item: T) => Promise<R>) {
  const results: R[] = [];
  let next = 0;
  const work = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await act(items[index] as T);
    }
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return results;
}
