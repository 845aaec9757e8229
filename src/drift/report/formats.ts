import type { Finding, Report, Severity, Skipped } from '../../contract/finding.ts';
import {
  describePage,
  describePlace,
  describeSkipped,
  describeTask,
  fileOf,
  groupBy,
  oneLine,
  sortBySeverity,
  summarize,
} from './describe.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';
import { renderSarif } from './sarif.ts';

/** How a report is written: `text`, `json`, `markdown`, `junit`, `sarif` or `github`. */
export type Format = 'text' | 'json' | 'markdown' | 'junit' | 'sarif' | 'github';

/**
 * Writes a report in one of the formats. `failOn` is the severity from which on a finding is a failure, for the formats that
 * have failures. @default 'breaking'. `caller` is the file of the caller's repository that asked for the check.
 */
export const formats: Record<
  Format,
  (report: Report, failOn?: Severity, caller?: string) => string
> = {
  text: renderText,
  json: renderJson,
  markdown: renderMarkdown,
  junit: renderJunit,
  sarif: renderSarif,
  github: renderAnnotations,
};

/** The report for people: findings by operation, the worst first, then created tasks, what was not checked, and a summary. */
function renderText(report: Report): string {
  const groups = groupBy(sortBySeverity(report.findings), ({ severity, provider, operation }) =>
    oneLine(`${severity.toUpperCase()}  ${provider}  ${operation || 'document'}`),
  );
  const failed = report.skipped.filter((each) => each.failed);
  const skipped = report.skipped.filter((each) => !each.failed);
  const { unmatched = [] } = report;
  const linesOf = (entries: typeof skipped) => entries.map((each) => `  ${describeSkipped(each)}`);
  const tasks = (report.tasks ?? []).map((each) => `  ${describeTask(each)}`);
  const parts = [
    ...groups.map(([title, findings]) => [title, ...findings.flatMap(findingLines)]),
    tasks.length ? ['CREATED TASKS', ...tasks] : [],
    failed.length ? ['COULD NOT BE CHECKED', ...linesOf(failed)] : [],
    skipped.length ? ['SKIPPED', ...linesOf(skipped)] : [],
    unmatched.length ? ['WARNING  the baseline', ...linesOf(unmatched)] : [],
    [`drift: ${summarize(report)}`],
  ];
  return parts
    .filter((lines) => lines.length)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function findingLines(finding: Finding): string[] {
  const { kind, location, message } = finding;
  const place = oneLine(location);
  const page = describePage(finding);
  const lines = [oneLine(message), `  ${kind}${place && ` at ${place}`}`, page && `  ${page}`];
  return lines.filter(Boolean).map((line) => `  ${line}`);
}

/**
 * The report for programs: `checked`, `skipped`, `findings`, `unmatched` where there was a baseline, `tasks` where the check
 * can create some, and nothing else.
 */
function renderJson({ checked, skipped, findings, unmatched, tasks }: Report): string {
  const plainly = ({ what, why }: Skipped) => ({ what, why });
  const plain = {
    checked,
    skipped: skipped.map(plainly),
    findings: findings.map((each) => ({
      severity: each.severity,
      kind: each.kind,
      provider: each.provider,
      operation: each.operation,
      location: each.location,
      // Null stands for nothing, as JSON would drop a key without a value.
      expected: each.expected ?? null,
      actual: each.actual ?? null,
      message: each.message,
      page: each.page,
      line: each.line,
    })),
    unmatched: unmatched?.map(plainly),
    tasks: tasks?.map((each) => ({
      provider: each.provider,
      operation: each.operation,
      id: each.id,
      externalId: each.externalId,
      why: each.why,
      isProbe: each.isProbe,
      isCertain: each.isCertain,
      status: each.status,
      // Null for a cost that the provider does not say.
      units: each.units ?? null,
    })),
  };
  return `${JSON.stringify(plain, null, 2)}\n`;
}

const commands: Record<Severity, string> = {
  breaking: 'error',
  warning: 'warning',
  info: 'notice',
};

/** The report as workflow commands of GitHub Actions, which become annotations. The worst come first, as GitHub shows only ten. */
function renderAnnotations(report: Report): string {
  const lines = [
    ...sortBySeverity(report.findings).map((each) =>
      command(
        commands[each.severity],
        `${each.kind}: ${describePlace(each)}`,
        [each.message, describePage(each)].filter(Boolean).join(' — '),
        fileOf(each),
        each.line,
      ),
    ),
    ...(report.tasks ?? []).map((each) =>
      command('warning', 'drift created a task', describeTask(each)),
    ),
    ...report.skipped.map((each) =>
      each.failed
        ? command('warning', 'drift could not be checked', describeSkipped(each))
        : command('notice', 'drift skipped', describeSkipped(each)),
    ),
    ...(report.unmatched ?? []).map((each) =>
      command('warning', 'drift baseline', describeSkipped(each)),
    ),
    command('notice', 'drift', summarize(report)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function command(name: string, title: string, message: string, file?: string, line = 1): string {
  const place = file === undefined ? '' : `,file=${escapeProperty(file)},line=${line}`;
  return `::${name} title=${escapeProperty(title)}${place}::${escapeData(message)}`;
}

/** Escapes what would end the command early, in the way that the runner decodes; replaces other control characters by spaces. */
const escapeData = (value: string) =>
  value
    .replace(/[^\P{Cc}\r\n]/gu, ' ')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
const escapeProperty = (value: string) =>
  escapeData(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
