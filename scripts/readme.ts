/**
 * Writes the tables of README.md that are made: the providers' differences and the kinds of drift findings.
 * With `--check` it writes nothing and exits 1 when what is there is stale.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { answerKinds, kinds, specKinds } from '../src/contract/kinds.ts';
import { matrix } from '../src/drift/matrix.ts';
import { filled } from './markers.ts';

const file = new URL('../README.md', import.meta.url);

/** A table of kinds, in the order of the source. */
function table(title: string, names: string[]): string {
  const rows = Object.entries(kinds)
    .filter(([name]) => names.includes(name))
    .map(([name, { severity, means, example }]) => [`\`${name}\``, severity, means, example]);
  const lines = [
    [title, 'severity', 'what has happened', 'for example'],
    ['---', '---', '---', '---'],
  ];
  return [...lines, ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');
}

const parts = {
  matrix: matrix({ differences: true }).trim(),
  kinds: [
    table('in documents', Object.keys(specKinds)),
    table('in answers', Object.keys(answerKinds)),
  ].join('\n\n'),
};

const text = await readFile(file, 'utf8');
const made = Object.entries(parts).reduce(filled, text);
if (!process.argv.includes('--check')) {
  await writeFile(file, made);
} else if (made !== text) {
  console.error('stale: README.md. Run `npx tsx scripts/readme.ts` and commit what it writes.');
  process.exitCode = 1;
}
