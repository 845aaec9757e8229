/**
 * The packed packages in every runtime and under every tool that they are said to work with: `npm run test:runtimes`. Prints what
 * was measured, and exits 1 when something is not as it should be, or could not be measured here. `-- jest typescript` tries only
 * these parts, and then what is not installed is only named; with `--write`, the tables go into docs/.
 */
import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { fillFile } from '../../scripts/markers.ts';
import { startMock } from '../../src/mock/index.ts';
import { launch } from '../browser/browser.ts';
import { insecureHost, measureBrowsers } from './faults/browsers.ts';
import { measureNative } from './faults/native.ts';
import { measureNext } from './faults/next.ts';
import { measureTable } from './faults/table.ts';
import { measureWorkers } from './faults/workers.ts';
import type { Finding, Measured } from './findings.ts';
import { measureJest } from './matrix/jest.ts';
import { measureManagers } from './matrix/managers.ts';
import { measureBundlers, measureFrameworks, measurePages } from './matrix/pages.ts';
import { measurePlatforms } from './matrix/platforms.ts';
import { measureTypescript } from './matrix/typescript.ts';
import { installPackages, made, madeByNext } from './packages.ts';
import { binaries, stopNext } from './runtimes.ts';

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true,
});

/** A group of measurements. */
interface Part {
  /** What of `binaries` all of it needs; rows of the matrix say so themselves. */
  needs?: string[];
  /** The page of docs/ that shows its table, between markers with the name of the part. */
  page?: string;
  measure: () => Promise<Measured>;
}

const page = 'docs/runtimes.md';

const parts: Record<string, Part> = {
  platforms: { page, measure: () => measurePlatforms(mock) },
  pages: { page, measure: () => measurePages(mock, browser) },
  frameworks: { page, measure: () => measureFrameworks(mock) },
  bundlers: { page, measure: () => measureBundlers(mock, browser) },
  managers: { page, measure: () => measureManagers(mock, tarballs) },
  typescript: { page, measure: measureTypescript },
  jest: { page, measure: () => measureJest(mock) },
  creates: {
    needs: ['Bun', 'Deno', 'workerd'],
    page: 'docs/reliability.md',
    measure: () => measureTable(browser),
  },
  workers: { needs: ['workerd'], measure: measureWorkers },
  next: { needs: ['Next'], measure: measureNext },
  browsers: { measure: () => measureBrowsers(browser) },
  native: { measure: measureNative },
};

const chosen = positionals.length > 0 ? positionals : Object.keys(parts);
const unknown = chosen.filter((name) => !(name in parts)).join(', ');
if (unknown) {
  console.error(`there is no part called ${unknown}; there are ${Object.keys(parts).join(', ')}`);
  process.exit(2);
}

const tarballs = await installPackages();
const browser = await launch({}, [`--host-resolver-rules=MAP ${insecureHost} 127.0.0.1`]);
const mock = await startMock({ allowHosts: [insecureHost] });

/** Measures a part, unless something that all of it needs is not installed. */
async function measure({ needs = [], measure }: Part, name: string): Promise<Measured> {
  const missing = needs.filter((needed) => !binaries[needed]).join(', ');
  if (!missing) return measure();
  const nothing = { found: 'not measured', wanted: 'a result', missing, isRight: false };
  return { findings: [{ what: `all of ${name}`, ...nothing }] };
}

function print({ what, found, wanted, isRight, missing }: Finding): void {
  if (missing) {
    const hint =
      'is not installed; npm ci --prefix test/runtimes --ignore-scripts does that on Linux';
    console.log(`NOT MEASURED ${what}: ${missing} ${hint}`);
  } else {
    console.log(
      `${isRight ? 'ok ' : 'NOT'} ${what}: ${found}${isRight ? '' : ` (wanted: ${wanted})`}`,
    );
  }
}

try {
  for (const name of chosen) {
    const part = parts[name];
    if (!part) continue;
    const start = performance.now();
    const { findings, table } = await measure(part, name);
    if (table) console.log(`\n${table}\n`);
    for (const finding of findings) {
      print(finding);
      const isExcused = finding.missing && positionals.length > 0;
      if (!finding.isRight && !isExcused) process.exitCode = 1;
    }
    console.error(`${name}: ${Math.round((performance.now() - start) / 1_000)} s`);
    const isComplete = findings.every(({ isRight }) => isRight);
    if (values.write && part.page && table && isComplete)
      await fillFile(part.page, { [name]: table });
  }
} finally {
  await stopNext();
  await mock.close();
  await browser.close();
  // Other tools would take what was made there for sources.
  for (const folder of [made, madeByNext]) await rm(folder, { recursive: true, force: true });
}
