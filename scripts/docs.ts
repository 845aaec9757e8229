/**
 * Writes what is generated in docs/, CONTRIBUTING.md and package.json: tables that come from the source, and all that
 * follows from the repository's address. With `--check` it writes nothing and exits 1 when something is stale.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { answerKinds, kinds, specKinds } from '../src/contract/kinds.ts';
import { matrix } from '../src/drift/matrix.ts';
import { rooms } from '../test/support/house.ts';
import { fillFile, toTable } from './markers.ts';

const isCheck = process.argv.includes('--check');
const readJson = async (path: string) =>
  JSON.parse(await readFile(new URL(`../${path}`, import.meta.url), 'utf8'));

/** A table of kinds of findings, in the order of the source. */
function kindTable(title: string, names: readonly string[]): string {
  const rows = Object.entries(kinds)
    .filter(([name]) => names.includes(name))
    .map(([name, { severity, means, example }]) => [`\`${name}\``, severity, means, example]);
  return toTable([title, 'severity', 'what has happened', 'for example'], rows);
}

/** Where an operation was read, as openapi/sources.json says it. */
interface Source {
  address: string;
  read: string;
  certainty: string;
}

/** How sure each operation is, one row for each page that it was read from. */
function certaintyTable(sources: Record<string, Record<string, Source>>): string {
  const rows = new Map<string, { facts: string[]; operations: string[] }>();
  for (const [provider, all] of Object.entries(sources)) {
    for (const [operation, { address, read, certainty }] of Object.entries(all)) {
      const facts = [provider, certainty, `[${new URL(address).host}](${address})`, read];
      const row = rows.get(facts.join()) ?? { facts, operations: [] };
      row.operations.push(`\`${operation}\``);
      rows.set(facts.join(), row);
    }
  }
  const heads = ['provider', 'certainty', 'source', 'read on', 'operations'];
  return toTable(
    heads,
    [...rows.values()].map(({ facts, operations }) => [...facts, operations.join('<br>')]),
  );
}

const roomTable = toTable(
  ['files in', 'may import'],
  Object.entries(rooms).map(([room, others]) => [
    `\`${room}\``,
    others.map((other) => `\`${other}\``).join(', ') || 'nothing else',
  ]),
);

const facts = await readJson('package.json');
/** `owner/name`. The address stands in package.json under `repository`, and nowhere else. */
const repository = /github\.com\/(.+)\.git$/.exec(facts.repository.url)?.[1];
if (!repository) throw new Error('package.json: repository.url is no address at GitHub');

const actionExample = [
  '```yaml',
  '- uses: actions/checkout@v4',
  `- uses: ${repository}@v${facts.version.split('.')[0]}`,
  '  with: { command: spec, baseline: drift-baseline.json }',
  '```',
].join('\n');

const parts: Record<string, Record<string, string>> = {
  'CONTRIBUTING.md': { rooms: roomTable },
  'docs/contracts.md': {
    certainty: certaintyTable(await readJson('openapi/sources.json')),
    matrix: matrix({ differences: true }).trim(),
  },
  'docs/drift.md': { action: actionExample },
  'docs/findings.md': {
    kinds: [
      kindTable('in documents', Object.keys(specKinds)),
      kindTable('in responses', Object.keys(answerKinds)),
    ].join('\n\n'),
  },
};

const stale: string[] = [];
for (const [path, made] of Object.entries(parts)) {
  if (!(await fillFile(path, made, isCheck))) stale.push(path);
}
const homepage = `https://github.com/${repository}#readme`;
const bugs = `https://github.com/${repository}/issues`;
if (facts.homepage !== homepage || facts.bugs !== bugs) {
  stale.push('package.json');
  const text = `${JSON.stringify({ ...facts, homepage, bugs }, null, 2)}\n`;
  if (!isCheck) await writeFile(new URL('../package.json', import.meta.url), text);
}
if (isCheck && stale.length > 0) {
  console.error(`stale: ${stale.join(', ')}. Run \`npm run docs\` and commit what it writes.`);
  process.exitCode = 1;
}
