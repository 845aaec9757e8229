import type { Finding, Report } from '../../contract/finding.ts';
import { findingsOf } from './compare.ts';
import type { Located } from './difference.ts';
import { hashLines, lineFindings } from './lines-node.ts';
import { overlayFindings } from './overlay-drift.ts';
import { besidesCorrections, comparePage, withOperations } from './page-diff.ts';
import { type DriftSpecOptions, type Reread, reread } from './readings.ts';
import { updateFrom } from './update.ts';
import { parsed } from './yaml.ts';

/**
 * What the providers publish now against what is vendored: the documents page by page, the sentences of reference
 * pages, and the corrections in the overlays. What was asked for and could not be read is in `skipped`, marked as
 * failed: that is not "no drift".
 * @throws {PageError} a file of the folder cannot be read, or none is about an operation that is vendored
 * @throws {TypeError} the library `yaml` is not installed
 */
export async function driftSpec(options: DriftSpecOptions = {}): Promise<Report> {
  const { rereads, skipped } = await reread(options);
  const names = rereads.flatMap(({ contract, readings }) =>
    readings.flatMap(({ found, gone }) =>
      [...found, ...gone].map((name) => `${contract.provider} ${name}`),
    ),
  );
  const unhashed = rereads.flatMap(({ contract, readings }) =>
    readings
      .filter(({ page, address }) => page.isPartial && !contract.pages[address])
      .map(({ page }) => ({ what: `the sentences of ${page.name}`, why: 'none are kept yet' })),
  );
  return {
    checked: new Set(names).size,
    skipped: [...skipped, ...unhashed],
    findings: rereads.flatMap(findingsIn),
  };
}

function findingsIn({ contract, readings }: Reread): Finding[] {
  const { provider, document, overlay, pages } = contract;
  if (readings.length === 0) return [];
  const compared = readings.map(({ page, address, found, gone }) => {
    const part = withOperations(document, new Set([...found, ...gone]));
    const kept = pages[address];
    const lines = page.isPartial && kept ? lineFindings(page, kept, { provider, address }) : [];
    const located = comparePage(part, page, overlay);
    const news = besidesCorrections(located, part, page, overlay);
    const isNew = ({ difference: { vendored } }: Located) =>
      news.some(({ difference }) => difference.vendored === vendored);
    const [changed, known] = [located.filter(isNew), located.filter((each) => !isNew(each))];
    // What is published now as we had corrected it breaks nobody.
    const harmless = findingsOf(known, provider).map((each) => ({
      ...each,
      severity: 'info' as const,
    }));
    return { located, findings: [...findingsOf(changed, provider), ...harmless, ...lines] };
  });
  // Bringing the text up to date takes much longer than comparing, and is in vain where nothing differs.
  const isSame = compared.every(({ located }) => located.length === 0);
  const updated = isSame ? document : parsed(updatedText({ contract, readings })).object;
  return [
    ...compared.flatMap(({ findings }) => findings),
    ...overlayFindings(document, updated, overlay, provider),
  ];
}

const updatedText = ({ contract, readings }: Reread, read?: string): string =>
  updateFrom(
    readings.map(({ page }) => page),
    contract.text,
    {
      overlay: contract.overlay,
      gone: new Set(readings.flatMap(({ gone }) => [...gone])),
      ...(read ? { read } : {}),
    },
  );

/** A file below `openapi/` and what is to be in it. */
export interface UpdatedFile {
  path: string;
  text: string;
}

/**
 * The files below `openapi/` as they would be with everything that is published now, for somebody to review; those that
 * stay as they are left out. Afterwards `scripts/generate.ts` has to run.
 * @throws as `driftSpec` does
 */
export async function updateSpec(options: DriftSpecOptions = {}): Promise<UpdatedFile[]> {
  const { rereads } = await reread(options);
  const read = new Date().toISOString().slice(0, 10);
  return rereads.flatMap(({ contract, readings }) => {
    const text = updatedText({ contract, readings }, read);
    const pages = { ...contract.pages };
    for (const { page, address } of readings) if (page.isPartial) pages[address] = hashLines(page);
    const files = [
      { path: `${contract.provider}.yaml`, text, before: contract.text },
      {
        path: `pages/${contract.provider}.json`,
        text: `${JSON.stringify(pages, null, 2)}\n`,
        before: `${JSON.stringify(contract.pages, null, 2)}\n`,
      },
    ];
    return files
      .filter((file) => file.text !== file.before)
      .map(({ path, text }) => ({ path, text }));
  });
}
