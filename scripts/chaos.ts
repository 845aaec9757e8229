/**
 * The proof that nothing is paid for twice and no paid task is lost: has thousands of tasks made through every fault that
 * a server can have, kills the client and restarts the server again and again, and compares what the client believes with
 * what the server was asked. Prints the counts, and exits 1 when one of them is not as it should be. What goes wrong
 * depends on `--seed` only; when it does, on the machine.
 */
import { parseArgs } from 'node:util';
import { faultKinds } from '../test/chaos/faults.ts';
import { chaos } from '../test/chaos/run.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    tasks: { type: 'string', default: '5000' },
    kills: { type: 'string', default: '10' },
    restarts: { type: 'string', default: '10' },
    /** Orders of each provider that are under way at once. */
    workers: { type: 'string', default: '60' },
    /** A kind of faults that does not happen; may be repeated. */
    without: { type: 'string', multiple: true, default: [] },
  },
});
const { seed, tasks, kills, restarts, workers, without } = values;
const unknown = without.filter((name) => !faultKinds.some((kind) => kind === name));
if (unknown.length) throw new Error(`${unknown.join(', ')}: not one of ${faultKinds.join(', ')}`);

const { faults, wrong, ...counts } = await chaos({
  seed: Number(seed),
  tasks: Number(tasks),
  kills: Number(kills),
  restarts: Number(restarts),
  workers: Number(workers),
  without: faultKinds.filter((kind) => without.includes(kind)),
});

const words: Record<keyof typeof counts, string> = {
  tasks: 'tasks wanted of four providers',
  finished: 'finished, with their results',
  failed: 'failed at the provider, and reported so',
  refused: 'refused by the provider, and reported so',
  uncertain: 'CreateUncertainError with the task’s name (where none is found by it)',
  uncertainAndAccepted: '    of which the provider had accepted',
  interrupted: 'client killed in a create, named in its journal (there, too)',
  interruptedAndAccepted: '    of which the provider had accepted',
  lost: 'lost',
  createdTwice: 'created twice',
  unhandledRejections: 'unhandled rejections',
  kills: 'times the client was killed, and went on with what it had kept',
  restarts: 'times the server was restarted',
  requests: 'requests',
  requestsOfOneTask: 'requests for one task at most',
  lists: '    of which pages of the list (klingai)',
  endsFirstInLists: 'tasks whose end a list showed first',
  queries: '    of which queries for several tasks (klingai2)',
  endsInQueries: 'tasks whose end such a query showed',
  endsUnseen: 'ends that no response to a request for that task had shown',
  megabytes: 'megabytes of heap at most',
  minutes: 'minutes of virtual time',
  seconds: 'seconds that they took',
};
for (const [name, text] of Object.entries(words))
  console.log(`${String(counts[name as keyof typeof counts]).padStart(7)}  ${text}`);

const happened = Object.entries(faults);
const total = happened.reduce((sum, [, times]) => sum + times, 0);
console.log(`${String(total).padStart(7)}  faults of ${happened.length} kinds, seed ${seed}:`);
console.log(happened.map(([name, times]) => `${name} ${times}`).join(', '));

for (const line of wrong) console.error(`WRONG: ${line}`);
process.exitCode = wrong.length ? 1 : 0;
