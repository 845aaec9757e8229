/**
 * What kling-fetch does when things go wrong, measured on a provider of its own on loopback, beside what was measured of
 * other clients: prints two tables. `npm run bench:faults`; with `-- --write` they go into README.md.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { filled } from '../scripts/markers.ts';
import { liveBy } from '../test/chaos/clock.ts';
import { creates, pauseAsked, refusedCreate, withoutCredit } from './faults/creates.ts';
import { tables } from './faults/table.ts';
import { longWaits, shortWaits } from './faults/waits.ts';

// Nothing else is under way while an abort is timed.
const short = await shortWaits();
const [sent, pause, credit, refused] = await Promise.all([
  creates(),
  pauseAsked(),
  withoutCredit(),
  refusedCreate(),
]);
// Half an hour of outage in 15 seconds: all of the client's own intervals and limits as they are.
liveBy({ epoch: Date.now(), scale: 120 });
const long = await longWaits();

const others = { ...short, ...long, pauseAsked: pause, withoutCredit: credit, refused };
const made = tables(sent, others);
console.log(made);
if (process.argv.includes('--write')) {
  const file = new URL('../README.md', import.meta.url);
  await writeFile(file, filled(await readFile(file, 'utf8'), ['faults', made]));
}
