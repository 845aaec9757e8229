/**
 * The built package in every runtime, against a fake provider on loopback: `npm run test:runtimes`. Prints what was measured and
 * exits 1 when something is not as it should be, or a runtime is not installed. `-- workers next` tries only these parts; `-- --write` puts the
 * table into docs/reliability.md.
 */
import { parseArgs } from 'node:util';
import { fillFile } from '../../scripts/markers.ts';
import { launch } from '../browser/browser.ts';
import { insecureHost, measureBrowsers } from './browsers.ts';
import type { Finding } from './findings.ts';
import { measureNative } from './native.ts';
import { measureNext } from './next.ts';
import { binaries } from './runtimes.ts';
import { measureTable } from './table.ts';
import { measureWorkers } from './workers.ts';

const { values, positionals } = parseArgs({
  options: { write: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const missing = Object.keys(binaries).filter((name) => !binaries[name]);
for (const name of missing) {
  const hint = 'npm ci --prefix test/runtimes --ignore-scripts';
  process.stderr.write(`NOT MEASURED: ${name} is not installed; ${hint} does that\n`);
}
if (missing.length > 0) process.exit(1);

const browser = await launch({}, [`--host-resolver-rules=MAP ${insecureHost} 127.0.0.1`]);
let table = '';

const parts: Record<string, () => Promise<Finding[]>> = {
  async table() {
    const measured = await measureTable(browser);
    table = measured.table;
    console.log(table);
    return measured.findings;
  },
  workers: measureWorkers,
  next: measureNext,
  browsers: () => measureBrowsers(browser),
  native: measureNative,
};

try {
  for (const name of positionals.length > 0 ? positionals : Object.keys(parts)) {
    const part = parts[name];
    if (!part) throw new Error(`there is no part called ${name}: ${Object.keys(parts).join(', ')}`);
    for (const { what, found, wanted, isRight } of await part()) {
      console.log(
        `${isRight ? 'ok ' : 'NOT'} ${what}: ${found}${isRight ? '' : ` (wanted: ${wanted})`}`,
      );
      if (!isRight) process.exitCode = 1;
    }
  }
  if (values.write && table && !process.exitCode) {
    await fillFile('docs/reliability.md', { runtimes: table });
  }
} finally {
  await browser.close();
}
