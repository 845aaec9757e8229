import type { Finding, Report, Skipped } from '../../contract/finding.ts';
import { cut, groupBy, oneLine, summaryOf, worstFirst } from './words.ts';

/** Characters for the findings, and for what was not checked: an issue on GitHub takes 65,536 in all. */
const room = { findings: 30_000, skipped: 10_000 };

/** The report as Markdown for an issue or a summary: a table per provider, the worst first. */
export function markdown(report: Report): string {
  const findings = thatFit(worstFirst(report.findings), rowOf, room.findings);
  const skipped = thatFit(report.skipped, reasonOf, room.skipped);
  const head = ['severity', 'where', 'what', 'kind'];
  const parts = [
    `**drift: ${summaryOf(report)}**`,
    ...groupBy(findings.shown, ({ provider }) => provider).map(([provider, each]) =>
      table(`### ${cell(provider)}`, head, each.map(rowOf)),
    ),
    rest(findings.left),
    skipped.shown.length &&
      table('### Not checked', ['', 'what', 'why'], skipped.shown.map(reasonOf)),
    rest(skipped.left),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

const rest = (left: number) =>
  left > 0 && `… and ${left.toLocaleString('en')} more; \`--format json\` has all of them.`;

/** A title and a table. */
function table(title: string, head: string[], rows: string[][]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return [title, '', ...lines].join('\n');
}

const rowOf = ({ severity, operation, location, message, kind }: Finding) => [
  severity === 'info' ? severity : `**${severity}**`,
  [operation || 'document', location].filter(Boolean).map(code).join(' '),
  cell(message),
  code(kind),
];

const reasonOf = ({ what, why, failed }: Skipped) => [
  failed ? '**could not be checked**' : 'skipped',
  cell(what),
  cell(why),
];

/** As many of the first items as there is room for their rows. */
function thatFit<T>(items: T[], cellsOf: (item: T) => string[], characters: number) {
  let used = 0;
  const end = items.findIndex((each) => {
    used += `| ${cellsOf(each).join(' | ')} |`.length;
    return used > characters;
  });
  const shown = end < 0 ? items : items.slice(0, end);
  return { shown, left: items.length - shown.length };
}

/** Text from elsewhere as it stands: no markup, no mention of somebody, no end of the cell. */
function cell(text: string): string {
  return cut(oneLine(text), 500)
    .replace(/[\\`*[\]<>|~&]|(?<!\w)_|_(?!\w)/g, '\\$&')
    .replace(/@(?=\w)/g, '@<!-- -->');
}

/** A name in a type of its own, unless it holds what ends that. */
function code(text: string): string {
  const line = cut(oneLine(text), 500);
  return /[`|\\]/.test(line) ? cell(line) : `\`${line}\``;
}
