/**
 * Writes the generated parts of docs/, CONTRIBUTING.md and both package.json: tables made from the source, and everything that
 * depends on the repository's address. With `--check` it writes nothing and exits 1 when something is stale.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { kinds, publishedKinds, responseKinds } from '../src/contract/kinds.ts';
import { isObject, type JsonObject, objectOf } from '../src/documents/json.ts';
import { certainties } from '../src/documents/openapi.ts';
import { matrix } from '../src/drift/matrix.ts';
import { rooms } from '../test/support/house.ts';
import { applyOverlay, providerNames, readContract } from './contract.ts';
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

/** The page that an operation was read from, as openapi/sources.json has it. */
interface Source {
  address: string;
  read: string;
  certainty: string;
}

/** Renders how certain each operation is: one row for each page and certainty. */
function renderCertainty(sources: Record<string, Record<string, Source>>): string {
  const rows = new Map<string, { cells: string[]; operations: string[] }>();
  for (const [provider, all] of Object.entries(sources)) {
    for (const [operation, { address, read, certainty }] of Object.entries(all)) {
      const cells = [provider, certainty, `[${new URL(address).host}](${address})`, read];
      const row = rows.get(cells.join()) ?? { cells, operations: [] };
      row.operations.push(`\`${operation}\``);
      rows.set(cells.join(), row);
    }
  }
  const heads = ['provider', 'certainty', 'source', 'read on', 'operations'];
  return toTable(
    heads,
    [...rows.values()].map(({ cells, operations }) => [...cells, operations.join('<br>')]),
  );
}

/** What says how certain it is, and where that stands. */
interface Claim {
  steps: string[];
  node: JsonObject;
}

/** Every place below a node that says how certain it is. */
function claimsIn(node: unknown, steps: string[] = []): Claim[] {
  if (typeof node !== 'object' || node === null) return [];
  const own = isObject(node) && 'x-certainty' in node ? [{ steps, node }] : [];
  const children = Object.entries(node);
  return [...own, ...children.flatMap(([key, child]) => claimsIn(child, [...steps, key]))];
}

/** Steps that every address in a document has. */
const usualSteps =
  /^(paths|components|schemas|requestBody|content|application\/json|schema|properties|x-unknown|\d)$/;

/** Renders what is less or otherwise certain than the operation around it: parts of the documents, and our corrections. */
async function renderDifferingCertainty(
  sources: Record<string, Record<string, Source>>,
): Promise<string> {
  const rows = new Map<string, string[]>();
  for (const provider of await providerNames()) {
    const { document, overlay } = await readContract(provider);
    const inDocument = claimsIn(await applyOverlay(document, overlay)).filter(
      ({ steps: [, path, method] }) => !sources[provider]?.[`${method?.toUpperCase()} ${path}`],
    );
    const corrections = overlay.actions.flatMap((node): Claim[] => {
      const target = node.target.match(/(?<=\[')[^']+|(?<=\.)\w+|\*/g) ?? [];
      // A correction of all schemas adds some: their names say more.
      const isGeneral = target.every((each) => usualSteps.test(each));
      const steps = isGeneral ? Object.keys(objectOf(node.update)) : target;
      return 'x-certainty' in node ? [{ steps, node: { ...node } }] : [];
    });
    for (const { steps, node } of [...inDocument, ...corrections]) {
      const place = steps.filter((each) => !usualSteps.test(each)).join(' ');
      const source = String(node['x-source'] ?? '');
      const said = [
        URL.canParse(source) ? `[${new URL(source).host}](${source})` : source,
        node['x-observed'] ?? node['x-read'],
      ];
      const what = String(node.description ?? node.summary ?? '').trim();
      const cells = [String(node['x-certainty']), what, said.filter(Boolean).join(', ')];
      const key = [provider, ...cells].join('|');
      rows.set(key, [...(rows.get(key) ?? []), `\`${place}\``]);
    }
  }
  return toTable(
    ['provider', 'certainty', 'what', 'source', 'where'],
    [...rows].map(([key, places]) => [...key.split('|'), places.join('<br>')]),
  );
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

const sources = await readJson('openapi/sources.json');
const sectionsByFile: Record<string, Record<string, string>> = {
  'CONTRIBUTING.md': { rooms: roomTable },
  'docs/contracts.md': {
    certainties: toTable(
      ['word', 'meaning'],
      Object.entries(certainties).map(([word, meaning]) => [`\`${word}\``, meaning]),
    ),
    certainty: renderCertainty(sources),
    differing: await renderDifferingCertainty(sources),
    matrix: matrix({ differences: true }).trim(),
  },
  'docs/drift.md': { action: driftExample },
  'docs/mock-service.md': { action: mockExample },
  'docs/models-and-prices.md': { models: modelTable(), prices: priceTable() },
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
