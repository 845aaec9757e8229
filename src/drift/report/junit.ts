import { type Finding, isAtLeast, type Report, type Severity } from '../../contract/finding.ts';
import { groupBy, oneLine, shown, summaryOf, worstFirst } from './words.ts';

interface Case {
  classname: string;
  name: string;
  /** What became of it; nothing where it passed. */
  outcome?: { is: 'failure' | 'error' | 'skipped'; type?: string; message: string; text?: string };
}

/**
 * The report as JUnit XML: a suite per provider, a test case per finding, which fails from `failOn` on and is shown as
 * passed with what it found below that. What could not be checked is an error, what was not asked for is skipped.
 */
export function junit(report: Report, failOn: Severity = 'breaking'): string {
  const found = groupBy(worstFirst(report.findings), ({ provider }) => provider);
  const suites: [string, Case[]][] = [
    ['drift', [{ classname: 'drift', name: summaryOf(report) }, ...report.skipped.map(notChecked)]],
    ...found.map(([provider, findings]): [string, Case[]] => [
      provider,
      findings.map((each) => caseOf(each, failOn)),
    ]),
  ];
  const all = suites.flatMap(([, cases]) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="kling-fetch drift" ${countsOf(all)}>`,
    ...suites.flatMap(([name, cases]) => [
      `  <testsuite name="${escaped(name)}" ${countsOf(cases)}>`,
      ...cases.map(elementOf),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function caseOf(each: Finding, failOn: Severity): Case {
  const { provider, operation, kind, location, severity, message, expected, actual } = each;
  const name = [kind, location].filter(Boolean).join(' ');
  const classname = [provider, operation || 'document'].join('.');
  if (!isAtLeast(severity, failOn)) return { classname, name: `${name}: ${message} (${severity})` };
  const text = `expected ${shown(expected)}, found ${shown(actual)}`;
  return { classname, name, outcome: { is: 'failure', type: kind, message, text } };
}

const notChecked = ({ what, why, failed }: Report['skipped'][number]): Case => ({
  classname: 'drift',
  name: what,
  outcome: failed
    ? { is: 'error', type: 'CouldNotCheck', message: why }
    : { is: 'skipped', message: why },
});

function elementOf({ classname, name, outcome }: Case): string {
  const head = `    <testcase classname="${escaped(classname)}" name="${escaped(name)}"`;
  if (!outcome) return `${head}/>`;
  const { is, type, message, text } = outcome;
  const kind = type ? ` type="${escaped(type)}"` : '';
  const inner = `<${is}${kind} message="${escaped(message)}">${escaped(text ?? '')}</${is}>`;
  return `${head}>${inner}</testcase>`;
}

function countsOf(cases: Case[]): string {
  const count = (is: string) => cases.filter(({ outcome }) => outcome?.is === is).length;
  return `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Text on one line, without what XML 1.0 cannot hold at all. */
function escaped(text: string): string {
  return oneLine(text)
    .replace(/[\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);
}
