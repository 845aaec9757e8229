import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { OperationName } from '../../src/client/operations.ts';
import { CouldNotCheck, type Finding, type Report } from '../../src/contract/finding.ts';
import type { Kind, Severity } from '../../src/contract/kinds.ts';
import { documents, type ProviderName, providerNames } from '../../src/documents/documents.ts';
import { listOf, objectOf, stepsOf } from '../../src/documents/json.ts';
import { type ApiOperation, operationsOf, withBranches } from '../../src/documents/openapi.ts';
import { driftLive } from '../../src/drift/live/live.ts';
import { driftSpec } from '../../src/drift/published/drift.ts';
import { firstTasks } from '../support/drift.ts';
import type { FakeAnswer } from '../support/fake-answers.ts';
import { type FakeOptions, fakeProvider, type Mutation } from '../support/fake-provider.ts';
import { documentedAs } from '../support/offered.ts';
import { changes } from './changes.ts';
import { forPeople, type LayoutName, layouts } from './layouts.ts';
import {
  type AnswerMutant,
  certain,
  type DocumentMutant,
  type Mutant,
  published,
  readPublished,
} from './mutant.ts';
import { vary, varyDocument } from './vary.ts';

/** What came of one mutant. */
export interface Outcome {
  mutant: Mutant;
  verdict: Verdict;
  /** The finding that counts, or else all of them. */
  findings: Finding[];
  /** Breaking findings for a change that breaks nothing. */
  alarms: Finding[];
  milliseconds: number;
}

type Verdict =
  /** Found where it has to be, by a fitting kind, and called breaking if it is. */
  | 'found'
  /** Found where it has to be, but with another severity. */
  | 'miscalled'
  /** Something was found, but somewhere else or by another kind. */
  | 'misplaced'
  | 'missed'
  /** No request met the change. */
  | 'never met'
  | 'could not be checked';

/** A report, and whether the check met the change at all. */
interface Run {
  report: Report;
  isMet: boolean;
}

/** Runs a mutant and judges the findings. */
export async function runMutant(mutant: Mutant): Promise<Outcome> {
  const start = performance.now();
  const run = 'edit' in mutant ? checkDocument(mutant) : checkAnswers(mutant);
  const { report, isMet } = await run.catch(reportFailure);
  const milliseconds = performance.now() - start;
  return { mutant, milliseconds, ...judge(mutant, report, isMet) };
}

function judge(mutant: Mutant, { findings, skipped }: Report, isMet: boolean) {
  const { severity, kinds } = changes[mutant.change];
  const placed = findings.filter(
    (each) =>
      mutant.operation.test(each.operation) &&
      mutant.location.test(each.location) &&
      kinds.some((kind) => kind === each.kind),
  );
  const right = placed.filter((each) => each.severity === expectedOf(mutant, each));
  const alarms =
    severity === 'breaking' ? [] : findings.filter((each) => each.severity === 'breaking');
  const verdictOf = (verdict: Verdict, findings: Finding[]) => ({ verdict, findings, alarms });
  if (right.length) return verdictOf('found', right);
  if (placed.length) return verdictOf('miscalled', placed);
  if (findings.length) return verdictOf('misplaced', findings);
  if (!isMet) return verdictOf('never met', []);
  const hasFailed = skipped.some((each) => each.failed);
  return verdictOf(hasFailed ? 'could not be checked' : 'missed', []);
}

/** The severity of the change, or a warning where what it is about was only inferred. */
function expectedOf(mutant: Mutant, { operation, location, kind }: Finding): Severity {
  const { provider, change } = mutant;
  const { severity } = changes[change];
  const [method = '', path = ''] = operation.split(' ');
  const found =
    documents[provider].paths[path]?.[method.toLowerCase()] ??
    published[provider].paths[path]?.[method.toLowerCase()];
  const isAnswered = !('edit' in mutant);
  const isRefused = 'edit' in mutant ? false : mutant.isRefused === true;
  // What contradicts another answer, a file or the credentials rests on no document.
  const isOfDocument = /^answer-(?!other-task|time-order)/.test(kind);
  const isGuess = found?.['x-certainty'] === 'inferred' && (!isAnswered || isOfDocument);
  const isRefusalGuess = isRefused && isOfDocument && guessesRefusals(provider);
  const own = certain[provider].paths[path]?.[method.toLowerCase()];
  const isFieldGuess = !isRefused && isAnswered && !isSaid(own, kind, location);
  const isInferred = isGuess || isRefusalGuess || isFieldGuess;
  return severity === 'breaking' && isInferred ? 'warning' : severity;
}

/** Whether an operation says of a field of its response that it is required, or what its type is, where a finding rests on that. */
function isSaid(operation: ApiOperation | undefined, kind: Kind, location: string): boolean {
  const steps = stepsOf(location);
  const find = (all: string[]) =>
    all.reduce<unknown>((node, step) => {
      const branches = withBranches(objectOf(node));
      // An entry of a list has its position for a name.
      const inner = branches.map(({ items, properties }) =>
        /^\d+$/.test(step) ? items : properties?.[step],
      );
      return inner.find((each) => each !== undefined);
    }, operation?.responses[200]?.content?.['application/json']?.schema);
  if (kind === 'answer-type') return Object.hasOwn(objectOf(find(steps)), 'type');
  if (kind !== 'answer-field-missing') return true;
  return listOf(objectOf(find(steps.slice(0, -1))).required).includes(steps.at(-1));
}

const guessesRefusals = (provider: ProviderName) =>
  operationsOf(published[provider]).every(
    ({ operation }) => operation.responses[400]?.['x-certainty'] === 'inferred',
  );

const rendered = new Map<string, Record<string, string>>();

/** The pages of what a provider publishes without any change. */
export function renderBefore(layout: LayoutName, provider: ProviderName): Record<string, string> {
  const key = `${layout} ${provider}`;
  const pages = rendered.get(key) ?? layouts[layout].render(published[provider]);
  rendered.set(key, pages);
  return pages;
}

async function checkDocument({ provider, edit, layout = 'openapi' }: DocumentMutant): Promise<Run> {
  const document = structuredClone(published[provider]);
  edit(document);
  const before = renderBefore(layout, provider);
  // A page that stays as it is cannot show the change, and was read without it.
  const changed = Object.entries(layouts[layout].render(document)).filter(
    ([name, text]) => text !== before[name],
  );
  if (changed.length === 0)
    return { report: { checked: 0, skipped: [], findings: [] }, isMet: false };
  return { report: await checkPages(provider, Object.fromEntries(changed)), isMet: true };
}

async function checkPages(provider: ProviderName, pages: Record<string, string>): Promise<Report> {
  const from = await mkdtemp(join(tmpdir(), 'drift-mutants-'));
  try {
    for (const [name, text] of Object.entries(pages)) {
      await mkdir(dirname(join(from, name)), { recursive: true });
      await writeFile(join(from, name), text);
    }
    const report = await driftSpec({ provider, from });
    // The wording of these pages is ours and not the provider's; sentences have tests of their own.
    const isWording = ({ kind }: Finding) => kind === 'sentence-changed' || kind === 'page-changed';
    return { ...report, findings: report.findings.filter((each) => !isWording(each)) };
  } finally {
    await rm(from, { recursive: true });
  }
}

/** An answer as text. A file of bytes would be written as a list of numbers. */
const written = ({ body, ...rest }: FakeAnswer) =>
  JSON.stringify([rest, body instanceof Uint8Array ? Buffer.from(body).toString('latin1') : body]);

async function checkAnswers({
  provider,
  mutation,
  history,
  spend,
  only,
}: AnswerMutant): Promise<Run> {
  let isMet = false;
  const mutate: Mutation = (exchange) => {
    if (isMet) return mutation(exchange);
    // The body may be changed in place, so it is written down before.
    const before = written(exchange.answer);
    const mutated = mutation(exchange);
    isMet = before !== written(mutated.answer);
    return mutated;
  };
  const report = await checkFake(
    { provider, seed: 7, history, mutate },
    spend,
    only ?? firstTasks(provider),
  );
  return { report, isMet };
}

function checkFake(options: FakeOptions, spend = 4, only?: OperationName[]): Promise<Report> {
  return driftLive({
    only,
    provider: options.provider,
    credentials: { apiKey: 'key-of-a-fake' },
    baseUrl: 'http://localhost',
    spend,
    probeLimits: true,
    timeout: 20_000,
    pollInterval: 1,
    fetch: fakeProvider(options).fetch,
  });
}

function reportFailure(error: unknown): Run {
  if (!(error instanceof CouldNotCheck)) throw error;
  const skipped = [{ what: 'everything', why: error.message, failed: true }];
  return { report: { checked: 0, skipped, findings: [] }, isMet: true };
}

/** All that a provider offers: what makes tasks, and what answers at once. */
const offeredAt = (provider: ProviderName) =>
  documentedAs('create', 'call').flatMap((each) => (each.provider === provider ? [each.name] : []));

/** Checks a provider that conforms, another one for each seed. No finding is right. */
export async function runConforming(on: 'documents' | 'answers', seed: number): Promise<Report> {
  const provider = providerNames[seed % providerNames.length] ?? 'klingai';
  // Half of them answer as observed and half as documented, where that is not the same.
  if (on === 'answers') {
    // A few of all operations, others with each seed: what is needed by others is among the first.
    const others = offeredAt(provider);
    const at = (3 * Math.floor(seed / providerNames.length)) % others.length;
    const only = [...firstTasks(provider), ...[...others, ...others].slice(at, at + 3)];
    const isObserved = Math.floor(seed / 3) % 2 === 0;
    return checkFake({ provider, seed, isObserved }, 8, only);
  }
  const own = forPeople.filter((name) => layouts[name].at.some((each) => each === provider));
  const layout = own[Math.floor(seed / 3) % (own.length + 1)];
  if (!layout) return checkPages(provider, vary(readPublished(provider), seed));
  // The order of fields is all that such a page could change without a word.
  return checkPages(provider, layouts[layout].render(varyDocument(published[provider], seed)));
}

/** Acts on every item, four at a time. */
export async function runInParallel<T, R>(items: readonly T[], act: (item: T) => Promise<R>) {
  const results: R[] = [];
  const queue = items.entries();
  const work = async () => {
    for (const [index, item] of queue) results[index] = await act(item);
  };
  await Promise.all(Array.from({ length: 4 }, work));
  return results;
}
