/**
 * Everything that is measured of size and speed, in one run: `npm run bench`. Prints tables in Markdown; with `--write`
 * they go into docs/performance.md and bench/README.md, and the charts beside this file. Exits 1 when what does not
 * depend on the machine has become worse than its limit.
 */
import { writeFile } from 'node:fs/promises';
import { fillFile, toTable } from '../scripts/markers.ts';
import { charts } from './charts.mjs';
import { goalTable, regressions } from './goal-table.ts';
import { goalsOf } from './goals.mjs';
import { names, titles } from './names.mjs';
import { measured } from './peers.mjs';
import { toolSeconds } from './seconds.mjs';
import { fleet, pollCosts } from './waits.ts';

const peers = await measured();
process.stderr.write('polls\n');
const polls = pollCosts();
process.stderr.write('tools\n');
const tools = await toolSeconds();
process.stderr.write('ten thousand waits\n');
// Last, because from here on the clock of this process is another.
const fleets = {
  list: await fleet('klingai', 10_000),
  alone: await fleet('klingai', 1_000, true),
  ids: await fleet('klingai2', 10_000),
};

const { bundle, install, time, share, heap, types, start } = peers;
const times = (figure) => `× ${figure.toFixed(2)}`;
const title = (name) => titles[name] ?? name;

const peerTable = toTable(
  ['', 'bundle', 'packages, size', 'time of a call', '64 at once', 'a wait', 'types', 'start'],
  names.map((name) => [
    title(name),
    `${(bundle[name] / 1000).toFixed(1)} kB`,
    `${install[name].packages}, ${Math.round(install[name].kilobytes)} kB`,
    times(time[name]),
    times(share[name]),
    `${heap[name]} B`,
    `${types[name]?.instantiations ?? '–'}`,
    times(start[name]),
  ]),
);

const pollTable = toTable(
  ['a video of about five minutes', 'requests', 'lag', 'requests × lag'],
  Object.entries(polls).map(([name, { requests, lag, product }]) => [
    name,
    requests.toFixed(0),
    `${lag.toFixed(1)} s`,
    product.toFixed(0),
  ]),
);

const toolTable = toTable(
  ['tools', ''],
  [
    ...Object.entries(tools).map(([name, { seconds, starts }]) => [
      name,
      `${seconds.toFixed(1)} s, ${starts.toFixed(2)} × an idle start of Node`,
    ]),
  ],
);

const goals = goalsOf(peers, polls, fleets);
const { list, alone, ids } = fleets;
const fleetText = `10,000 waits on \`klingai\` that begin together share pages of its list: ${list.requests.toFixed(1)} requests a second in all, and results are seen ${list.lag.toFixed(1)} s
late. Without the list they would send ${(alone.requests * 10).toFixed(0)} requests a second, and results would be seen ${alone.lag.toFixed(1)} s late.

On \`klingai2\`, they share queries for twenty tasks each: ${ids.round.toFixed(0)} requests to look at all of them, ${ids.requests.toFixed(1)} requests a second, and results are
seen ${ids.lag.toFixed(1)} s late.`;
const parts = {
  peers: peerTable,
  polls: `${pollTable}\n\n${fleetText}`,
  goals: goalTable(goals),
  tools: toolTable,
};
console.log(Object.values(parts).join('\n\n'));

if (process.argv.includes('--write')) {
  await fillFile('docs/performance.md', { peers: parts.peers, polls: parts.polls });
  await fillFile('bench/README.md', { goals: parts.goals, tools: parts.tools });
  for (const [name, drawn] of Object.entries(charts(peers))) {
    await writeFile(new URL(`${name}.svg`, import.meta.url), drawn);
  }
}
for (const line of regressions(goals)) {
  process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}
