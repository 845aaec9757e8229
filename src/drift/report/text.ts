import type { Finding, Report, Skipped } from '../../contract/finding.ts';
import { groupBy, oneLine, reasonOf, summaryOf, worstFirst } from './words.ts';

/** The report for people: worst first, grouped by operation, then what was not checked, then the sum. */
export function text(report: Report): string {
  const groups = groupBy(worstFirst(report.findings), ({ severity, provider, operation }) =>
    oneLine(`${severity.toUpperCase()}  ${provider}  ${operation || 'document'}`),
  );
  const failed = report.skipped.filter((each) => each.failed);
  const skipped = report.skipped.filter((each) => !each.failed);
  const parts = [
    ...groups.map(([title, findings]) => [title, ...findings.flatMap(linesOf)]),
    failed.length ? ['COULD NOT BE CHECKED', ...failed.map(lineOf)] : [],
    skipped.length ? ['SKIPPED', ...skipped.map(lineOf)] : [],
    [`drift: ${summaryOf(report)}`],
  ];
  return parts
    .filter((lines) => lines.length)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function linesOf({ kind, location, message }: Finding): string[] {
  const place = oneLine(location);
  return [`  ${oneLine(message)}`, `    ${kind}${place && ` at ${place}`}`];
}

const lineOf = (each: Skipped) => `  ${reasonOf(each)}`;
