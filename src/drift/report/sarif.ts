import type { Finding, Report, Severity } from '../../contract/finding.ts';
import { kinds } from '../../contract/kinds.ts';
import {
  describePage,
  describePlace,
  describeSkipped,
  describeTask,
  fileOf,
  oneLine,
  sortBySeverity,
  summarize,
} from './describe.ts';

const levels: Record<Severity, 'error' | 'warning' | 'note'> = {
  breaking: 'error',
  warning: 'warning',
  info: 'note',
};

const rules = Object.entries(kinds).map(([id, { severity, means, example }]) => ({
  id,
  shortDescription: { text: means },
  fullDescription: { text: `For example: ${example}.` },
  defaultConfiguration: { level: levels[severity] },
}));

/**
 * The report as SARIF 2.1.0 for code scanning. A finding is located in a file of the caller's repository: the page that was
 * compared, or else `caller`, the file that asked for the check. Where there is neither, only its logical location says where
 * it is. What was not checked is a notification of the run, and so are a created task and an entry of the baseline that
 * matches nothing; what could not be checked makes the run unsuccessful.
 */
export function renderSarif(report: Report, _failOn?: Severity, caller?: string): string {
  const run = {
    tool: { driver: { name: 'kling-fetch', rules } },
    invocations: [
      {
        executionSuccessful: !report.skipped.some((each) => each.failed),
        toolExecutionNotifications: [
          ...(report.tasks ?? []).map((each) => ({
            level: 'warning',
            message: { text: `created: ${describeTask(each)}` },
          })),
          ...report.skipped.map((each) => ({
            level: each.failed ? 'error' : 'note',
            message: { text: describeSkipped(each) },
          })),
          ...(report.unmatched ?? []).map((each) => ({
            level: 'warning',
            message: { text: describeSkipped(each) },
          })),
        ],
      },
    ],
    results: sortBySeverity(report.findings).map((each) => toResult(each, caller)),
    properties: { checked: report.checked, summary: summarize(report) },
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toResult(each: Finding, caller: string | undefined) {
  const file = fileOf(each);
  // The line is one of the page, and of no other file.
  const line = file === undefined ? 1 : (each.line ?? 1);
  const shown = file ?? caller;
  const { kind, severity, provider, operation, location, expected, actual, message } = each;
  const place = oneLine(describePlace(each));
  return {
    ruleId: kind,
    ruleIndex: rules.findIndex(({ id }) => id === kind),
    level: levels[severity],
    message: { text: oneLine(message) },
    locations: [
      {
        // GitHub takes no file in which a result has no physical location, and shows none without a line.
        ...(shown && {
          physicalLocation: {
            artifactLocation: { uri: shown.split('/').map(encodeURIComponent).join('/') },
            region: { startLine: line },
          },
        }),
        logicalLocations: [{ fullyQualifiedName: place }],
      },
    ],
    // The same finding in the next run is the same alert.
    partialFingerprints: { 'kindAndPlace/v1': `${kind} ${place}` },
    properties: {
      provider,
      operation,
      location,
      expected: expected ?? null,
      actual: actual ?? null,
      ...(each.page && { page: describePage(each) }),
    },
  };
}
