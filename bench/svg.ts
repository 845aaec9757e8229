/** One thing that was measured: who has how much of it, and how that reads. Less is better. */
export interface Panel {
  title: string;
  bars: { name: string; value: number; label: string }[];
}

const style = `<style>
  text { font: 12px system-ui, sans-serif; fill: #2b2f2c; }
  .title { font-weight: 600; font-size: 13px; }
  .label { fill: #5d655f; }
  .bar { fill: #b9c2bb; } .ours { fill: #1f7a4d; } .area { fill: #b9c2bb; opacity: .5; } .axis { stroke: #8a938c; }
  @media (prefers-color-scheme: dark) {
    text { fill: #e4e8e5; } .label { fill: #a3ada6; } .bar { fill: #4a534d; } .ours { fill: #4fc58a; }
    .area { fill: #4a534d; } .axis { stroke: #7b857e; }
  }
</style>`;

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const svg = (width: number, height: number, title: string, body: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escaped(title)}</title>
${style}
${body}
</svg>
`;

const columns = 2;
const panelWidth = 420;
const names = 160;
const room = 80;
const line = 18;

/** Bars for each panel, two panels in a row. */
export function barChart(title: string, panels: readonly Panel[]): string {
  const height = Math.max(...panels.map(({ bars }) => bars.length)) * line + 50;
  const body = panels.map(({ title, bars }, index) => {
    const x = (index % columns) * panelWidth;
    const y = Math.floor(index / columns) * height;
    const most = Math.max(...bars.map(({ value }) => value));
    const rows = bars.map(({ name, value, label }, nth) => {
      const top = 28 + nth * line;
      const width = Math.max(1, (value / most) * (panelWidth - names - room));
      const kind = name.startsWith('kling-fetch') ? 'ours' : 'bar';
      return `<text x="${names - 8}" y="${top + 11}" text-anchor="end">${escaped(name)}</text>
<rect class="${kind}" x="${names}" y="${top}" width="${width.toFixed(1)}" height="13" rx="2"/>
<text class="label" x="${(names + width + 6).toFixed(1)}" y="${top + 11}">${escaped(label)}</text>`;
    });
    const heading = `<text class="title" x="0" y="14">${escaped(title)}</text>`;
    return `<g transform="translate(${x + 10} ${y + 10})">\n${heading}\n${rows.join('\n')}\n</g>`;
  });
  const rows = Math.ceil(panels.length / columns);
  return svg(columns * panelWidth + 20, rows * height + 10, title, body.join('\n'));
}

/** When tasks end, as an area, and below it when each schedule polls, as ticks. All in seconds. */
export function pollChart(
  title: string,
  ends: readonly number[],
  ways: Readonly<Record<string, readonly number[]>>,
): string {
  const left = 150;
  const right = 800;
  const top = 110;
  const most = 720;
  const x = (seconds: number) => (left + (seconds / most) * (right - left)).toFixed(1);
  const step = 15;
  const counts = Array.from({ length: most / step }, () => 0);
  for (const end of ends)
    if (end < most) counts[Math.floor(end / step)] = (counts[Math.floor(end / step)] ?? 0) + 1;
  const highest = Math.max(...counts);
  const points = counts.map(
    (count, nth) => `${x((nth + 0.5) * step)},${(top - (count / highest) * 85).toFixed(1)}`,
  );
  const area = `<polygon class="area" points="${x(0)},${top} ${points.join(' ')} ${x(most)},${top}"/>`;
  const rows = Object.entries(ways).map(([name, polls], nth) => {
    const y = top + 14 + nth * 28;
    const kind = name.startsWith('kling-fetch') ? 'ours' : 'bar';
    const ticks = polls
      .filter((at) => at < most)
      .map((at) => `<rect class="${kind}" x="${x(at)}" y="${y}" width="2" height="16"/>`);
    return `<text x="${left - 10}" y="${y + 12}" text-anchor="end">${escaped(name)}</text>\n${ticks.join('')}`;
  });
  const bottom = top + 14 + rows.length * 28;
  const axis = [0, 120, 240, 360, 480, 600, 720].map(
    (at) =>
      `<text class="label" x="${x(at)}" y="${bottom + 16}" text-anchor="middle">${at} s</text>`,
  );
  const caption = `<text x="${left - 10}" y="${top - 30}" text-anchor="end">videos end</text>`;
  const rule = `<line class="axis" x1="${x(0)}" x2="${x(most)}" y1="${top}" y2="${top}"/>`;
  return svg(830, bottom + 28, title, [caption, area, rule, ...rows, ...axis].join('\n'));
}
