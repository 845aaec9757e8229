import { type Finding, isAtLeast, type Report, type Severity } from '../../contract/finding.ts';
import {
  describePage,
  describeSkipped,
  describeTask,
  formatValue,
  groupBy,
  oneLine,
  sortBySeverity,
  summarize,
} from './describe.ts';

interface Case {
  classname: string;
  name: string;
  /** Absent where the case passed. */
  outcome?: { is: 'failure' | 'error' | 'skipped'; type?: string; message: string; text?: string };
}

/**
 * The report as JUnit XML: a suite for each provider and a test case for each finding. Findings below `failOn` are passed
 * cases, with their message as the name, and so are the created tasks. What could not be checked is an error; what was not
 * asked for is skipped.
 */
export function renderJunit(report: Report, failOn: Severity = 'breaking'): string {
  const found = groupBy(sortBySeverity(report.findings), ({ provider }) => provider);
  const suites: [string, Case[]][] = [
    [
      'drift',
      [
        { classname: 'drift', name: summarize(report) },
        ...(report.tasks ?? []).map((each) => ({
          classname: 'drift',
          name: `created: ${describeTask(each)}`,
        })),
        ...report.skipped.map(skippedCase),
        ...(report.unmatched ?? []).map((each) => ({
          classname: 'drift',
          name: `warning: ${describeSkipped(each)}`,
        })),
      ],
    ],
    ...found.map(([provider, findings]): [string, Case[]] => [
      provider,
      findings.map((each) => findingCase(each, failOn)),
    ]),
  ];
  const all = suites.flatMap(([, cases]) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="kling-fetch drift" ${renderCounts(all)}>`,
    ...suites.flatMap(([name, cases]) => [
      `  <testsuite name="${escapeXml(name)}" ${renderCounts(cases)}>`,
      ...cases.map(renderCase),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

function findingCase(each: Finding, failOn: Severity): Case {
  const { provider, operation, kind, location, severity, message, expected, actual } = each;
  const name = [kind, location].filter(Boolean).join(' ');
  const classname = [provider, operation || 'document'].join('.');
  const page = describePage(each);
  const at = page && ` (${page})`;
  if (!isAtLeast(severity, failOn))
    return { classname, name: `${name}: ${message} (${severity})${at}` };
  const text = `expected ${formatValue(expected)}, found ${formatValue(actual)}${at}`;
  return { classname, name, outcome: { is: 'failure', type: kind, message, text } };
}

const skippedCase = ({ what, why, failed }: Report['skipped'][number]): Case => ({
  classname: 'drift',
  name: what,
  outcome: failed
    ? { is: 'error', type: 'CouldNotCheck', message: why }
    : { is: 'skipped', message: why },
});

function renderCase({ classname, name, outcome }: Case): string {
  const head = `    <testcase classname="${escapeXml(classname)}" name="${escapeXml(name)}"`;
  if (!outcome) return `${head}/>`;
  const { is, type, message, text } = outcome;
  const kind = type ? ` type="${escapeXml(type)}"` : '';
  const inner = `<${is}${kind} message="${escapeXml(message)}">${escapeXml(text ?? '')}</${is}>`;
  return `${head}>${inner}</testcase>`;
}

function renderCounts(cases: Case[]): string {
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

/** Escapes a text for an attribute or element, on one line and without the characters that XML 1.0 cannot hold. */
function escapeXml(text: string): string {
  return oneLine(text)
    .replace(/[\p{Cs}\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(/[&<>"']/g, (mark) => entities[mark] ?? mark);
}
