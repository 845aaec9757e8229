import type { Finding, Report, Severity } from '../../contract/finding.ts';
import { placeOf, reasonOf, summaryOf, worstFirst } from './words.ts';

const commands: Record<Severity, string> = {
  breaking: 'error',
  warning: 'warning',
  info: 'notice',
};

/** The report as workflow commands of GitHub Actions, which become annotations: the worst first, as only ten show. */
export function github(report: Report): string {
  const lines = [
    ...worstFirst(report.findings).map(annotationOf),
    ...report.skipped.map((each) =>
      each.failed
        ? command('warning', 'drift could not be checked', reasonOf(each))
        : command('notice', 'drift skipped', reasonOf(each)),
    ),
    command('notice', 'drift', summaryOf(report)),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

const annotationOf = (each: Finding) =>
  command(commands[each.severity], `${each.kind}: ${placeOf(each)}`, each.message);

const command = (name: string, title: string, message: string) =>
  `::${name} title=${property(title)}::${data(message)}`;

/** Escapes what would end the command early, as the runner reads it back; other control characters say nothing. */
const data = (text: string) =>
  text
    .replace(/[^\P{Cc}\r\n]/gu, ' ')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');
const property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
