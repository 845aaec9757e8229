import type { Finding, Report, Severity } from '../../contract/finding.ts';
import { kinds } from '../../contract/kinds.ts';
import {
  describePlace,
  describeSkipped,
  describeTask,
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
 * The report as SARIF 2.1.0 for code scanning: each finding is located in the vendored document that it is about. What was
 * not checked is a notification of the run, and so is a created task; what could not be checked makes the run unsuccessful.
 */
export function renderSarif(report: Report): string {
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
        ],
      },
    ],
    results: sortBySeverity(report.findings).map(toResult),
    properties: { checked: report.checked, summary: summarize(report) },
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function toResult(each: Finding) {
  const { kind, severity, provider, operation, location, expected, actual, message } = each;
  const place = oneLine(describePlace(each));
  return {
    ruleId: kind,
    ruleIndex: rules.findIndex(({ id }) => id === kind),
    level: levels[severity],
    message: { text: oneLine(message) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: `openapi/${encodeURIComponent(provider)}.yaml` },
          // Without a line, code scanning shows nothing.
          region: { startLine: 1 },
        },
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
    },
  };
}
