/** Checks what providers publish, and updates what is vendored: `drift spec` runs this. */
import { type Finding, makeFinding, type Report, type Skipped } from '../../contract/finding.ts';
import { compareCodes } from './compare-codes.ts';
import { comparePage, findingsOf, withoutCorrected } from './compare-documents.ts';
import type { Located } from './difference.ts';
import { limits } from './limits.ts';
import { operationsIn, withOperations } from './operations.ts';
import { findOutdatedCorrections } from './overlay.ts';
import { type DriftSpecOptions, type ProviderPages, readPages } from './pages.ts';
import { splitDocument } from './parts.ts';
import { PageError, type PublishedPage } from './published-page.ts';
import { compareSentences, groupsOf, hashLines } from './sentences.ts';
import { updateFrom } from './update.ts';
import type { Contract } from './vendored.ts';
import type { Yaml } from './yaml.ts';

export type { DriftSpecOptions } from './pages.ts';

/** What a comparison found, and what it compared. */
export interface SpecReport extends Report {
  /** The operations that pages were compared with, each behind its provider: `klingai POST /v1/audio/text-to-audio`. */
  operations?: string[];
}

/**
 * Compares what the providers publish now with what is vendored: the documents page by page, the sentences of reference
 * pages, and the corrections in the overlays. What was asked for and could not be read is in `skipped`, marked as failed:
 * that is not "no drift".
 * @throws {PageError} the folder cannot be read, or all of it could and nothing is about an operation that is vendored
 */
export async function driftSpec(options: DriftSpecOptions = {}): Promise<SpecReport> {
  const { providers, skipped } = await readPages(options);
  const names = providers.flatMap(({ contract, pages }) =>
    pages.flatMap(({ found, gone }) =>
      [...found, ...gone].map((name) => `${contract.provider} ${name}`),
    ),
  );
  const unhashed = providers.flatMap(({ contract, pages }) =>
    pages
      .filter(({ page, found, gone }) => isOurs(page, found, gone))
      .filter(({ page, address }) =>
        groupsOf(page, contract, address).some(({ key }) => !contract.pages[key]),
      )
      .map(({ page }) => ({ what: `the sentences of ${page.name}`, why: 'none are kept yet' })),
  );
  const checks = providers.map(checkProvider);
  return {
    checked: new Set(names).size,
    operations: [...new Set(names)],
    skipped: [...skipped, ...unhashed, ...checks.flatMap((check) => check.skipped)],
    findings: checks.flatMap(({ findings }) => findings),
  };
}

/** Whether a page has sentences about something that is vendored: one of our operations, callbacks or error codes. */
const isOurs = ({ document }: PublishedPage, ...names: ReadonlySet<string>[]): boolean =>
  names.some(({ size }) => size > 0) || operationsIn(document).length === 0;

function checkProvider({ contract, pages, index }: ProviderPages): Omit<Report, 'checked'> {
  const { provider, document, overlay } = contract;
  const listed = index ? compareIndex(contract, index) : [];
  if (pages.length === 0) return { findings: listed, skipped: [] };
  const skipped: Skipped[] = [];
  const compared = pages.flatMap(({ page, address, found, gone }) => {
    const part = withOperations(document, new Set([...found, ...gone]));
    const sentences = compareSentences(page, contract, address);
    const located = comparePage(part, page, overlay);
    if (located.length > limits.differences) {
      const why = `it differs in ${located.length} places, too many to be the same API`;
      skipped.push({ what: page.name, why, failed: true });
      return [];
    }
    // Of a page for people, what had been corrected is left out already.
    const news = page.isPartial ? located : withoutCorrected(located, part, page, overlay);
    const newAt = new Set(news.map(({ difference }) => difference.vendored));
    const isNew = ({ difference: { vendored } }: Located) => newAt.has(vendored);
    const known = located.filter((each) => !isNew(each));
    // What is published now just as we had corrected it breaks nobody.
    const harmless = findingsOf(known, provider, page).map((each) => ({
      ...each,
      severity: 'info' as const,
    }));
    const codes = findingsOf(compareCodes(document, page.document), provider, page);
    const findings = [
      ...findingsOf(located.filter(isNew), provider, page),
      ...harmless,
      ...codes,
      ...sentences,
    ];
    return [{ located, findings }];
  });
  const findings = [...listed, ...compared.flatMap((each) => each.findings)];
  if (skipped.length > 0) return { findings, skipped };
  try {
    const isSame = compared.every(({ located }) => located.length === 0);
    // Bringing the document up to date takes much longer than comparing, and is in vain where nothing differs.
    const updated = isSame ? document : update({ contract, pages }).value;
    if (updated === document) return { findings, skipped };
    const outdated = findOutdatedCorrections(document, updated, overlay, provider);
    return { findings: [...findings, ...outdated], skipped };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const what = `the corrections to ${provider}`;
    return { findings, skipped: [{ what, why: `the update ${error.message}`, failed: true }] };
  }
}

/** What the index of a provider's pages lists that it did not list, and the other way round. */
function compareIndex({ provider, index }: Contract, listed: readonly string[]): Finding[] {
  if (!index) return [];
  const compare = (
    kind: 'page-added' | 'page-removed',
    some: readonly string[],
    others: readonly string[],
  ) =>
    some
      .filter((address) => !others.includes(address))
      .map((address) =>
        makeFinding({
          kind,
          provider,
          operation: '',
          location: index.address,
          expected: kind === 'page-removed' ? address : null,
          actual: kind === 'page-added' ? address : null,
          message: `${address} is ${kind === 'page-added' ? 'new' : 'gone'}`,
        }),
      );
  return [
    ...compare('page-removed', index.pages, listed),
    ...compare('page-added', listed, index.pages),
  ];
}

function update({ contract, pages }: ProviderPages, read?: string): Yaml {
  return updateFrom(
    pages.map(({ page }) => page),
    contract.yaml,
    {
      overlay: contract.overlay,
      gone: new Set(pages.flatMap(({ gone }) => [...gone])),
      ...(read ? { read } : {}),
    },
  );
}

function updateOrRefuse(provider: ProviderPages, read: string): Yaml {
  try {
    return update(provider, read);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new PageError(`the update of ${provider.contract.provider} ${error.message}`);
  }
}

/** The hashes as JSON, a sentence to a line. */
const writePages = (pages: Contract['pages']): string =>
  `${JSON.stringify(pages, null, 2).replaceAll(/\[\s+(\d+),\s+("[^"]*")\s+\]/g, '[$1, $2]')}\n`;

/** A file below `openapi/` and what is to be in it. */
export interface UpdatedFile {
  path: string;
  text: string;
}

/**
 * The files below `openapi/` as they would be with everything that is published now, for somebody to review; files that
 * would not change are left out. Once they are written, `scripts/generate.ts` has to run.
 * @throws as `driftSpec` does; also {PageError} where too much differs
 */
export async function updateSpec(options: DriftSpecOptions = {}): Promise<UpdatedFile[]> {
  const { providers } = await readPages(options);
  const read = new Date().toISOString().slice(0, 10);
  return providers.flatMap(({ contract, pages }) => {
    const hashes = { ...contract.pages };
    const own = pages.filter(({ page, found, gone }) => isOurs(page, found, gone));
    for (const { page, address } of own)
      for (const group of groupsOf(page, contract, address)) hashes[group.key] = hashLines(group);
    const path = `pages/${contract.provider}.json`;
    const before = [...contract.parts, { path, text: writePages(contract.pages) }];
    const updated = updateOrRefuse({ contract, pages }, read);
    const isSame = updated === contract.yaml;
    const after = [
      ...(isSame ? contract.parts : splitDocument(contract.parts, updated.document)),
      { path, text: writePages(hashes) },
    ];
    return after.filter(({ text }, index) => text !== before[index]?.text);
  });
}
