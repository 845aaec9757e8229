import type { CreatedTask, Finding, Report, Skipped } from '../../contract/finding.ts';
import {
  cutText,
  describeCost,
  describePage,
  describePurpose,
  groupBy,
  nameTask,
  oneLine,
  sortBySeverity,
  summarize,
} from './describe.ts';

/** The most characters for each part; an issue on GitHub holds 65,536 in all. */
const maxCharacters = { findings: 30_000, skipped: 10_000, unmatched: 5_000 };

/** The report as Markdown, for an issue or a job's summary: a table for each provider, the worst findings first. */
export function renderMarkdown(report: Report): string {
  const findings = takeFitting(
    sortBySeverity(report.findings),
    findingCells,
    maxCharacters.findings,
  );
  const skipped = takeFitting(report.skipped, skippedCells, maxCharacters.skipped);
  const unmatched = takeFitting(report.unmatched ?? [], unmatchedCells, maxCharacters.unmatched);
  const tasks = report.tasks ?? [];
  const head = ['severity', 'where', 'what', 'kind'];
  const parts = [
    `**drift: ${summarize(report)}**`,
    tasks.length &&
      renderTable('### Created tasks', ['task', 'where', 'why', 'cost'], tasks.map(taskCells)),
    ...groupBy(findings.taken, ({ provider }) => provider).map(([provider, each]) =>
      renderTable(`### ${escapeCell(provider)}`, head, each.map(findingCells)),
    ),
    noteOmitted(findings.omitted),
    skipped.taken.length &&
      renderTable('### Not checked', ['', 'what', 'why'], skipped.taken.map(skippedCells)),
    noteOmitted(skipped.omitted),
    unmatched.taken.length &&
      renderTable('### The baseline', ['', 'what', 'why'], unmatched.taken.map(unmatchedCells)),
    noteOmitted(unmatched.omitted),
  ];
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}

const noteOmitted = (count: number) =>
  count > 0 && `… and ${count.toLocaleString('en')} more; \`--format json\` has all of them.`;

function renderTable(title: string, head: string[], rows: string[][]): string {
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
  return [title, '', ...lines].join('\n');
}

function findingCells(finding: Finding): string[] {
  const { severity, operation, location, message, kind } = finding;
  const places = [operation || 'document', location, describePage(finding)];
  return [
    severity === 'info' ? severity : `**${severity}**`,
    places.filter(Boolean).map(asCode).join(' '),
    escapeCell(message),
    asCode(kind),
  ];
}

const taskCells = (task: CreatedTask) => [
  escapeCell(nameTask(task)),
  asCode(`${task.provider} ${task.operation}`),
  escapeCell(describePurpose(task)),
  escapeCell(`${task.status}, ${describeCost(task)}`),
];

const unmatchedCells = ({ what, why }: Skipped) => [
  '**warning**',
  escapeCell(what),
  escapeCell(why),
];

const skippedCells = ({ what, why, failed }: Skipped) => [
  failed ? '**could not be checked**' : 'skipped',
  escapeCell(what),
  escapeCell(why),
];

/** Takes the first items, as many as there is room for, and counts the others. */
function takeFitting<T>(items: T[], cellsOf: (item: T) => string[], characters: number) {
  let used = 0;
  const end = items.findIndex((each) => {
    used += `| ${cellsOf(each).join(' | ')} |`.length;
    return used > characters;
  });
  const taken = end < 0 ? items : items.slice(0, end);
  return { taken, omitted: items.length - taken.length };
}

/** Escapes a text, so that it has no markup, mentions nobody and does not end the cell. */
function escapeCell(text: string): string {
  return cutText(oneLine(text), 500)
    .replace(/[\\`*[\]<>|~&]|(?<!\w)_|_(?!\w)/g, '\\$&')
    .replace(/@(?=\w)/g, '@<!-- -->');
}

/** Shows a name as code, unless it holds a character that would end that. */
function asCode(text: string): string {
  const line = cutText(oneLine(text), 500);
  return /[`|\\]/.test(line) ? escapeCell(line) : `\`${line}\``;
}
