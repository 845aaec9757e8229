/**
 * Everything that is measured of size and speed, in one run: `npm run bench`. Prints tables in Markdown; with `--write`
 * they go into the README, and the charts beside this file. Exits 1 when what does not depend on the machine has become
 * worse than its limit.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { filled } from '../scripts/markers.ts';
import { charts } from './charts.mjs';
import { goalTable, regressions } from './goal-table.ts';
import { goalsOf } from './goals.mjs';
import { names, titles } from './names.mjs';
import { measured } from './peers.mjs';
import { mockRatios, toolSeconds } from './seconds.mjs';
import { fleet, looks } from './waits.ts';

const peers = await measured();
process.stderr.write('looks\n');
const looked = looks();
process.stderr.write('tools\n');
const tools = await toolSeconds();
const mock = await mockRatios();
process.stderr.write('ten thousand waits\n');
// Last, because from here on the clock of this process is another.
const fleets = { list: await fleet(10_000, true), alone: await fleet(1_000, false) };

const { bundle, install, time, share, heap, types, start } = peers;
const times = (figure) => `× ${figure.toFixed(2)}`;
const title = (name) => titles[name] ?? name;
const table = (heads, rows) =>
  [heads, heads.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

const peerTable = table(
  ['', 'bundle', 'packages, size', 'time of a call', '64 at once', 'a wait', 'types', 'start'],
  names.map((name) => [
    title(name),
    `${(bundle[name] / 1000).toFixed(1)} kB`,
    `${install[name].packages}, ${Math.round(install[name].kilobytes)} kB`,
    times(time[name]),
    times(share[name]),
    `${heap[name]} B`,
    types[name]?.instantiations ?? '–',
    times(start[name]),
  ]),
);

const lookTable = table(
  ['looks at a video', 'requests', 'lag', 'their product'],
  Object.entries(looked).map(([name, { requests, lag, product }]) => [
    name,
    requests.toFixed(0),
    `${lag.toFixed(1)} s`,
    product.toFixed(0),
  ]),
);

const toolTable = table(
  ['tools', ''],
  [
    ...Object.entries(tools).map(([name, { seconds, starts }]) => [
      name,
      `${seconds.toFixed(1)} s, ${times(starts)} of an idle start of Node`,
    ]),
    [
      'the mock against plain Prism: start, creates and gets a second',
      `${times(mock.start)}, ${times(mock.create)}, ${times(mock.get)}`,
    ],
  ],
);

const goals = goalsOf(peers, looked, fleets);
const extra = `10,000 waits on klingai that begin together share pages of its list: ${fleets.list.requests.toFixed(1)} requests a second,
results ${fleets.list.lag.toFixed(1)} s late. Each on its own they would be ${(fleets.alone.requests * 10).toFixed(0)} a second, at ${fleets.alone.lag.toFixed(1)} s.`;
const text = [peerTable, lookTable, extra, goalTable(goals), toolTable].join('\n\n');
console.log(text);

if (process.argv.includes('--write')) {
  const readme = new URL('../README.md', import.meta.url);
  await writeFile(readme, filled(await readFile(readme, 'utf8'), ['bench', text]));
  for (const [name, drawn] of Object.entries(charts(peers))) {
    await writeFile(new URL(`${name}.svg`, import.meta.url), drawn);
  }
}
for (const line of regressions(goals)) {
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}
