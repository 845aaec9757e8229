/**
 * The proof that drift checks find things: changes a conforming provider and its documents in one place at a time, and
 * says which changes were found where. Exits 1 when the goals are missed: every breaking mutant found and called
 * breaking, 98 % of all found in the right place, nothing found in conforming runs. With words, it runs only the mutants
 * whose names have them all, and shows what was found.
 */
import { changes } from '../test/mutants/changes.ts';
import { mutants } from '../test/mutants/mutants.ts';
import { type Outcome, runConforming, runInParallel, runMutant } from '../test/mutants/run.ts';

const words = process.argv.slice(2);
const chosen = mutants.filter(({ name, change }) =>
  words.every((word) => `${name} ${change}`.includes(word)),
);
if (!chosen.length) throw new TypeError(`no mutant is called ${words.join(' ')}`);
const outcomes = await runInParallel(chosen, async (mutant) => {
  const outcome = await runMutant(mutant);
  console.error(`${outcome.verdict}: ${mutant.name} (${Math.round(outcome.milliseconds)} ms)`);
  return outcome;
});
const seeds = Array.from({ length: words.length ? 0 : 200 }, (_, index) => index + 1);
const conforming = [
  ...(await runInParallel(seeds, async (seed) => reportOf('answers', seed))),
  ...(await runInParallel(seeds.slice(0, 100), async (seed) => reportOf('documents', seed))),
];

async function reportOf(on: 'documents' | 'answers', seed: number) {
  const { findings, skipped } = await runConforming(on, seed);
  const faults = skipped.filter(({ failed }) => failed).map(({ what, why }) => `${what}: ${why}`);
  return { on, seed, faults: [...findings.map(({ message }) => message), ...faults] };
}

const isFound = ({ verdict }: Outcome) => verdict === 'found';
const isPlaced = ({ verdict }: Outcome) => verdict === 'found' || verdict === 'miscalled';
const line = (cells: (string | number)[]) =>
  cells
    .map((cell, index) => (index ? String(cell).padStart(9) : String(cell).padEnd(34)))
    .join(' ');
const mean = (all: Outcome[]) =>
  Math.round(all.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / all.length);

console.log(
  line(['kind of mutation', 'severity', 'mutants', 'found', 'misplaced', 'miscalled', 'ms']),
);
for (const name of new Set(outcomes.map(({ mutant }) => mutant.change))) {
  const all = outcomes.filter(({ mutant }) => mutant.change === name);
  const count = (verdict: Outcome['verdict']) =>
    all.filter((each) => each.verdict === verdict).length;
  const { severity } = changes[name];
  const cells = [name, severity, all.length, all.filter(isPlaced).length];
  console.log(line([...cells, count('misplaced'), count('miscalled'), mean(all)]));
}

for (const { mutant, verdict, findings } of outcomes) {
  if (verdict === 'found' && !words.length) continue;
  console.log(
    `\n${verdict.toUpperCase()}: ${mutant.name} (${mutant.change}, ${changes[mutant.change].severity})`,
  );
  for (const { severity, kind, operation, location } of findings.slice(0, 5))
    console.log(`    ${severity} ${kind} at ${operation} ${location}`);
}

for (const { mutant, alarms } of outcomes)
  if (alarms[0])
    console.log(
      `\nFALSE ALARM: ${mutant.name} (${mutant.change}): ${alarms[0].kind} at ${alarms[0].location}`,
    );

const noisy = conforming.filter(({ faults }) => faults.length);
for (const { on, seed, faults } of noisy) console.log(`\nNOISE: ${on}, seed ${seed}: ${faults[0]}`);

/** What was found in each layout, and of answers. */
const layoutOf = ({ mutant }: Outcome) =>
  'edit' in mutant ? (mutant.layout ?? 'openapi') : 'answers';
console.log();
for (const layout of new Set(outcomes.map(layoutOf))) {
  const all = outcomes.filter((each) => layoutOf(each) === layout);
  const bad = all.filter(({ mutant }) => changes[mutant.change].severity === 'breaking');
  const placed = all.filter(isPlaced).length;
  console.log(
    `${layout}: ${placed} of ${all.length} found in the right place; breaking: ${bad.filter(isFound).length} of ${bad.length}`,
  );
}

const breaking = outcomes.filter(({ mutant }) => changes[mutant.change].severity === 'breaking');
const kinds = new Set(outcomes.map(({ mutant }) => mutant.change)).size;
const share = outcomes.filter(isPlaced).length / outcomes.length;
console.log(`
${outcomes.length} mutants of ${kinds} kinds, ${(share * 100).toFixed(1)} % found in the right place
${breaking.length} breaking, ${breaking.filter(isFound).length} found and called breaking
${conforming.length} conforming runs, ${noisy.length} with findings
${mean(outcomes)} ms per run, four at a time`);
process.exitCode = share >= 0.98 && breaking.every(isFound) && !noisy.length ? 0 : 1;
