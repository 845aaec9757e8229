/** Checks what providers publish, and updates what is vendored: `drift spec` runs this. */
import { createHash } from 'node:crypto';
import { type Finding, makeFinding, type Report, type Skipped } from '../../contract/finding.ts';
import { comparePage, findingsOf, withoutCorrected } from './compare-documents.ts';
import type { Located } from './difference.ts';
import { limits } from './limits.ts';
import { withOperations } from './operations.ts';
import { findOutdatedCorrections } from './overlay.ts';
import { type DriftSpecOptions, type ProviderPages, readPages } from './pages.ts';
import { PageError, type PublishedPage } from './published-page.ts';
import { updateFrom } from './update.ts';
import type { LineHashes } from './vendored.ts';
import { parseYaml } from './yaml.ts';

export type { DriftSpecOptions } from './pages.ts';

/**
 * Compares what the providers publish now with what is vendored: the documents page by page, the sentences of reference
 * pages, and the corrections in the overlays. What was asked for and could not be read is in `skipped`, marked as failed:
 * that is not "no drift".
 * @throws {PageError} the folder cannot be read, or all of it could and nothing is about an operation that is vendored
 * @throws {TypeError} the library `yaml` is not installed
 */
export async function driftSpec(options: DriftSpecOptions = {}): Promise<Report> {
  const { providers, skipped } = await readPages(options);
  const names = providers.flatMap(({ contract, pages }) =>
    pages.flatMap(({ found, gone }) =>
      [...found, ...gone].map((name) => `${contract.provider} ${name}`),
    ),
  );
  const unhashed = providers.flatMap(({ contract, pages }) =>
    pages
      .filter(({ page, address }) => page.isPartial && !contract.pages[address])
      .map(({ page }) => ({ what: `the sentences of ${page.name}`, why: 'none are kept yet' })),
  );
  const checks = providers.map(checkProvider);
  return {
    checked: new Set(names).size,
    skipped: [...skipped, ...unhashed, ...checks.flatMap((check) => check.skipped)],
    findings: checks.flatMap(({ findings }) => findings),
  };
}

function checkProvider({ contract, pages }: ProviderPages): Omit<Report, 'checked'> {
  const { provider, document, overlay } = contract;
  if (pages.length === 0) return { findings: [], skipped: [] };
  const skipped: Skipped[] = [];
  const compared = pages.flatMap(({ page, address, found, gone }) => {
    const part = withOperations(document, new Set([...found, ...gone]));
    const kept = contract.pages[address];
    const sentences = page.isPartial && kept ? compareSentences(page, kept, provider, address) : [];
    const located = comparePage(part, page, overlay);
    if (located.length > limits.differences) {
      const why = `it differs in ${located.length} places, too many to be the same API`;
      skipped.push({ what: page.name, why, failed: true });
      return [];
    }
    const news = withoutCorrected(located, part, page, overlay);
    const newAt = new Set(news.map(({ difference }) => difference.vendored));
    const isNew = ({ difference: { vendored } }: Located) => newAt.has(vendored);
    const known = located.filter((each) => !isNew(each));
    // What is published now just as we had corrected it breaks nobody.
    const harmless = findingsOf(known, provider).map((each) => ({
      ...each,
      severity: 'info' as const,
    }));
    const findings = [...findingsOf(located.filter(isNew), provider), ...harmless, ...sentences];
    return [{ located, findings }];
  });
  const findings = compared.flatMap((each) => each.findings);
  if (skipped.length > 0) return { findings, skipped };
  try {
    const isSame = compared.every(({ located }) => located.length === 0);
    // Bringing the text up to date takes much longer than comparing, and is in vain where nothing differs.
    const updated = isSame ? document : parseYaml(updateText({ contract, pages }));
    const outdated = findOutdatedCorrections(document, updated, overlay, provider);
    return { findings: [...findings, ...outdated], skipped };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const what = `the corrections to ${provider}`;
    return { findings, skipped: [{ what, why: `the update ${error.message}`, failed: true }] };
  }
}

function updateText({ contract, pages }: ProviderPages, read?: string): string {
  return updateFrom(
    pages.map(({ page }) => page),
    contract.text,
    {
      overlay: contract.overlay,
      gone: new Set(pages.flatMap(({ gone }) => [...gone])),
      ...(read ? { read } : {}),
    },
  );
}

function updateOrRefuse(provider: ProviderPages, read: string): string {
  try {
    return updateText(provider, read);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new PageError(`the update of ${provider.contract.provider} ${error.message}`);
  }
}

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
    for (const { page, address } of pages) if (page.isPartial) hashes[address] = hashLines(page);
    const files = [
      {
        path: `${contract.provider}.yaml`,
        text: updateOrRefuse({ contract, pages }, read),
        before: contract.text,
      },
      {
        path: `pages/${contract.provider}.json`,
        text: `${JSON.stringify(hashes, null, 2)}\n`,
        before: `${JSON.stringify(contract.pages, null, 2)}\n`,
      },
    ];
    return files
      .filter((file) => file.text !== file.before)
      .map(({ path, text }) => ({ path, text }));
  });
}

const hashOf = (text: string): string =>
  createHash('sha256').update(text.replaceAll(/\s+/g, ' ')).digest('hex').slice(0, 12);

/** What is kept of the sentences of a page, to see later whether it says something else. */
const hashLines = ({ lines }: PublishedPage): LineHashes =>
  // Backwards, so that of a sentence that stands there twice the first line is kept.
  Object.fromEntries(lines.toReversed().map(({ line, text }) => [hashOf(text), line]));

/** The most lines of each sort that a finding shows. */
const maxShown = 50;

/** The sentences of a page that are new or gone; of those that are gone, only the line is known. */
function compareSentences(
  page: PublishedPage,
  kept: LineHashes,
  provider: string,
  address: string,
): Finding[] {
  const hashes = new Set(page.lines.map(({ text }) => hashOf(text)));
  const fresh = page.lines.filter(({ text }) => !Object.hasOwn(kept, hashOf(text)));
  const added = [...new Set(fresh.map(({ text }) => `+ ${text}`))];
  const removed = Object.entries(kept)
    .filter(([hash]) => !hashes.has(hash))
    .map(([, line]) => line)
    .sort((a, b) => a - b)
    .map((line) => `- line ${line}`);
  const changes = [...removed, ...added];
  if (changes.length === 0) return [];
  const rest = changes.length > 3 ? `; and ${changes.length - 3} more` : '';
  return [
    makeFinding({
      kind: 'page-changed',
      provider,
      operation: '',
      location: address,
      expected: removed.slice(0, maxShown),
      actual: added.slice(0, maxShown),
      message: changes.slice(0, 3).join('; ').slice(0, 300) + rest,
    }),
  ];
}
