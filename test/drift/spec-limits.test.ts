import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { driftSpec } from '../../src/drift/published/drift.ts';
import { PageError, readPublished } from '../../src/drift/published/published-page.ts';
import { processorTime } from '../support/processor.ts';
import { hostilePages } from './spec-hostile.ts';

/** Ten times what the slowest of them takes, and far less than any of them took before there were limits. */
const bound = 15_000;

const pages = [
  ...['yaml-open-maps', 'yaml-keys-one-megabyte', 'near-yaml-flow-closed', 'near-yaml-errors'],
  ...['json-closed-lists', 'api-paths-with-ours', 'api-path-of-slashes', 'api-server-variables'],
  ...['api-server-slashes', 'api-fields', 'near-moved', 'near-all-of', 'near-paths-with-servers'],
  ...['near-data', 'text-open-braces', 'text-escapes', 'text-sample-wide', 'text-fields-nested'],
  ...['near-text-escapes', 'near-text-separators', 'near-text-fence-separators'],
];

/** A page about nothing that is vendored is refused, too. */
function refuse(error: unknown): Awaited<ReturnType<typeof driftSpec>> {
  expect(error).toBeInstanceOf(PageError);
  return { checked: 1, skipped: [], findings: [] };
}

describe('a page that was written to take time', () => {
  it.each(pages)('is compared or given up: %s', { timeout: 120_000 }, async (name) => {
    const folder = await mkdtemp(join(tmpdir(), 'kling-fetch-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, name.includes('yaml-') ? 'page.yaml' : 'page.md');
    await writeFile(file, hostilePages[name]?.() ?? expect.unreachable(name));
    const check = async () => {
      const found = driftSpec({ from: folder, provider: 'cometapi' });
      const { checked, skipped } = await found.catch(refuse);
      const isNamed = skipped.some(({ what, failed }) => failed && what === file);
      expect(checked > 0 || isNamed).toBe(true);
    };
    expect(await processorTime(check)).toBeLessThan(bound);
  });

  it('has a key twice: that is found although no key is compared with every other', () => {
    const text = 'openapi: 3.1.0\npaths: { a: 1, b: 2, "a": 3 }\n';
    const read = () => readPublished(text, 'page');
    expect(read).toThrow(PageError);
    expect(read).toThrow('page is not valid YAML: Map keys must be unique');
  });
});
