/** The charts of docs/performance.md: kling-fetch beside its peers, and when it polls for a video. */
import { estimateFrom } from '../src/client/schedule.ts';
import { pollsBy, pollsEvery, taught, times } from '../test/support/polls.ts';
import { names, titles } from './names.mjs';
import { barChart, pollChart } from './svg.ts';

/** Both as SVG, by the name of their file. */
export function charts({ bundle, install, time, share, heap, start }) {
  const panel = (title, figureOf, labelOf) => ({
    title,
    bars: names.map((name) => {
      const value = figureOf(name);
      return { name: titles[name] ?? name, value, label: labelOf(value) };
    }),
  });
  const kilobytes = (value) => `${value.toFixed(1)} kB`;
  const ratio = (value) => `× ${value.toFixed(2)}`;
  const seconds = times(319, 0.35, 20_000);
  return {
    peers: barChart('kling-fetch and its peers', [
      panel('Bundle of create and wait, gzipped', (name) => bundle[name] / 1000, kilobytes),
      panel(
        'Installed',
        (name) => install[name].kilobytes / 1000,
        (value) => `${value.toFixed(1)} MB`,
      ),
      panel(
        'A sleeping wait',
        (name) => heap[name],
        (value) => `${value} B`,
      ),
      panel('Time that it adds to a call', (name) => time[name], ratio),
      panel('64 calls at once, time relative to plain fetch', (name) => 1 / share[name], ratio),
      panel('Cold start, relative to plain fetch', (name) => start[name], ratio),
    ]),
    polls: pollChart('When a wait for a video of five minutes polls', seconds, {
      'kling-fetch, first': pollsBy(estimateFrom(319)),
      'kling-fetch, later': pollsBy(taught(estimateFrom(319), seconds.slice(0, 30))),
      'every 5 s': pollsEvery(5),
    }),
  };
}
