/**
 * Writes the generated parts of docs/, CONTRIBUTING.md and both package.json: tables made from the source, and everything that
 * depends on the repository's address. With `--check` it writes nothing and exits 1 when something is stale.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { kinds, publishedKinds, responseKinds } from '../src/contract/kinds.ts';
import { documents } from '../src/documents/documents.ts';
import { certainties } from '../src/documents/openapi.ts';
import { matrix } from '../src/drift/matrix.ts';
import { rooms } from '../test/support/house.ts';
import { foldMatrix, renderDiffering, renderOperations, renderOtherRoutes } from './certainty.ts';
import { fillFile, toTable } from './markers.ts';
import { modelTable, priceTable } from './models.ts';

const isCheckOnly = process.argv.includes('--check');
const readJson = async (path: string) =>
  JSON.parse(await readFile(new URL(`../${path}`, import.meta.url), 'utf8'));

/** Renders kinds of findings as a table, in the order of the source. */
function renderKinds(title: string, names: readonly string[]): string {
  const rows = Object.entries(kinds)
    .filter(([name]) => names.includes(name))
    .map(([name, { severity, means, example }]) => [`\`${name}\``, severity, means, example]);
  return toTable([title, 'severity', 'what has happened', 'for example'], rows);
}

const roomTable = toTable(
  ['files in', 'may import'],
  Object.entries(rooms).map(([room, others]) => [
    `\`${room}\``,
    others.map((other) => `\`${other}\``).join(', ') || 'nothing else',
  ]),
);

const packageJson = await readJson('package.json');
/** `owner/name`. The address is in package.json under `repository`; what else has it is written here. */
const repository = /github\.com\/(.+)\.git$/.exec(packageJson.repository.url)?.[1];
if (!repository) throw new Error('package.json: repository.url is not a GitHub address');

const action = `${repository}@v${packageJson.version.split('.')[0]}`;
const driftExample = [
  '```yaml',
  '- uses: actions/checkout@v4',
  `- uses: ${action}`,
  '  with: { command: spec, baseline: drift-baseline.json }',
  '```',
].join('\n');
const mockExample = [
  '```yaml',
  '- uses: actions/checkout@v4',
  `- uses: ${action}`,
  '  id: mock',
  '  with: { command: mock, speed: instant }',
  '- run: npm ci && npm test',
  '  env:',
  `    KLING_URL: \${{ steps.mock.outputs.url }}/klingai # or whatever your application reads its base URL from`,
  `- uses: ${action}`,
  '  if: always()',
  '  with: { command: mock-summary }',
  '```',
].join('\n');

const sectionsByFile: Record<string, Record<string, string>> = {
  'CONTRIBUTING.md': { rooms: roomTable },
  'docs/contracts.md': {
    certainties: toTable(
      ['word', 'meaning'],
      Object.entries(certainties).map(([word, meaning]) => [`\`${word}\``, meaning]),
    ),
    differing: await renderDiffering(),
    matrix: foldMatrix(matrix({ differences: true })),
  },
  'docs/drift.md': { action: driftExample },
  'docs/mock-service.md': { action: mockExample },
  'docs/models-and-prices.md': {
    models: modelTable(Object.values(documents)),
    prices: priceTable(),
  },
  'docs/operations.md': { operations: renderOperations(), others: renderOtherRoutes() },
  'docs/findings.md': {
    kinds: [
      renderKinds('in documents', Object.keys(publishedKinds)),
      renderKinds('in responses', Object.keys(responseKinds)),
    ].join('\n\n'),
  },
};

const stale: string[] = [];
for (const [path, sections] of Object.entries(sectionsByFile)) {
  if (!(await fillFile(path, sections, isCheckOnly))) stale.push(path);
}
const home = `https://github.com/${repository}`;
const { url } = packageJson.repository;
/** The other files that have the address, and how it gets into them. */
const addressed: Record<string, (text: string) => string> = {
  'package.json': fillManifest,
  'packages/cli/package.json': fillManifest,
  // What npm shows is not beside the files that it links to.
  'packages/cli/README.md': (text) =>
    text.replaceAll(/https:\/\/github\.com\/[^/]+\/[^/#)]+/g, home),
};
function fillManifest(text: string): string {
  const manifest = JSON.parse(text);
  const addresses = { homepage: `${home}#readme`, bugs: `${home}/issues` };
  const filled = { ...manifest, repository: { ...manifest.repository, url }, ...addresses };
  return `${JSON.stringify(filled, null, 2)}\n`;
}
for (const [path, fill] of Object.entries(addressed)) {
  const file = new URL(`../${path}`, import.meta.url);
  const text = await readFile(file, 'utf8');
  const filled = fill(text);
  if (filled === text) continue;
  stale.push(path);
  if (!isCheckOnly) await writeFile(file, filled);
}
if (isCheckOnly && stale.length > 0) {
  console.error(`stale: ${stale.join(', ')}. Run \`npm run docs\` and commit what it writes.`);
  process.exitCode = 1;
}
