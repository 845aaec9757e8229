/**
 * The proof that drift checks find things: changes a conforming provider and its documents in one place at a time, and
 * says which changes were found where. Exits 1 when the goals are missed: every breaking mutant found and called
 * breaking, 98 % of all found in the right place, nothing else found, and nothing in conforming runs. With words, it
 * runs only the mutants whose names have them all, and shows what was found.
 */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { changes } from '../test/mutants/changes.ts';
import { canShow, mutants } from '../test/mutants/mutants.ts';
import { type Outcome, runConforming, runInParallel, runMutant } from '../test/mutants/run.ts';

const words = process.argv.slice(2);
const chosen = mutants
  .filter(({ name, change }) => words.every((word) => `${name} ${change}`.includes(word)))
  .filter(canShow);
if (!chosen.length) throw new TypeError(`no mutant is called ${words.join(' ')}`);

/** What comes back from a process: functions stay where they are. */
interface Part {
  outcomes: [index: number, outcome: Omit<Outcome, 'mutant'>][];
  conforming: { on: 'documents' | 'answers'; seed: number; faults: string[] }[];
  /** Milliseconds of computing: a busy machine takes longer for them. */
  busy: number;
}

/** One of two processes does every other mutant and seed: one core each. */
const parts = 2;

async function runPart(part: number): Promise<Part> {
  const isOwn = (_: unknown, index: number) => index % parts === part;
  const indexes = chosen.map((_, index) => index).filter(isOwn);
  const outcomes = await runInParallel(indexes, async (index): Promise<Part['outcomes'][0]> => {
    const { mutant, ...outcome } = await runMutant(chosen[index] as (typeof chosen)[0]);
    console.error(`${outcome.verdict}: ${mutant.name} (${Math.round(outcome.milliseconds)} ms)`);
    return [index, outcome];
  });
  // Three seeds in a row are three providers, so each process gets every one.
  const seeds = Array.from({ length: words.length ? 0 : 200 }, (_, index) => index + 1);
  const theirs = seeds.filter(isOwn);
  const conforming = [
    ...(await runInParallel(theirs, (seed) => reportOf('answers', seed))),
    ...(await runInParallel(theirs.slice(0, 50), (seed) => reportOf('documents', seed))),
  ];
  const { user, system } = process.cpuUsage();
  return { outcomes, conforming, busy: (user + system) / 1000 };
}

async function reportOf(on: 'documents' | 'answers', seed: number) {
  const { findings, skipped } = await runConforming(on, seed);
  const faults = skipped.filter(({ failed }) => failed).map(({ what, why }) => `${what}: ${why}`);
  const all = [...findings.map(({ message }) => message), ...faults];
  console.error(`${on}, seed ${seed}: ${all.length} findings`);
  return { on, seed, faults: all };
}

/** Runs the other part in a process of its own. */
function startOther(): Promise<Part> {
  const child = fork(fileURLToPath(import.meta.url), words, {
    execArgv: process.execArgv,
    env: { ...process.env, DRIFT_MUTANTS_OTHER: 'yes' },
  });
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Part));
    child.once('exit', (code) => reject(new Error(`a part ended with ${code}`)));
  });
}

if (process.env.DRIFT_MUTANTS_OTHER) {
  process.send?.(await runPart(1), () => process.exit(0));
  await new Promise(() => {});
}
const done = await Promise.all([startOther(), runPart(0)]);
const outcomes = done
  .flatMap((part) => part.outcomes)
  .sort(([a], [b]) => a - b)
  .map(([index, outcome]): Outcome => ({ ...outcome, mutant: chosen[index] as Outcome['mutant'] }));
const conforming = done.flatMap((part) => part.conforming);

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

const alarming = outcomes.filter(({ alarms }) => alarms.length > 0);
for (const { mutant, alarms } of alarming)
  for (const { kind, location } of alarms.slice(0, 1))
    console.log(`\nFALSE ALARM: ${mutant.name} (${mutant.change}): ${kind} at ${location}`);

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
${alarming.length} with a false alarm beside it
${conforming.length} conforming runs, ${noisy.length} with findings
${mean(outcomes)} ms per run, four at a time in each of ${parts} processes
${Math.round(performance.now() / 1000)} s in all; one process computed for ${done.map(({ busy }) => Math.round(busy / 1000)).join(' s, the other for ')} s`);
const isQuiet = noisy.length + alarming.length === 0;
process.exitCode = share >= 0.98 && breaking.every(isFound) && isQuiet ? 0 : 1;
