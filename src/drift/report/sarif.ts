import type { Finding, Report, Severity } from '../../contract/finding.ts';
import { kinds } from '../../contract/kinds.ts';
import { oneLine, placeOf, reasonOf, summaryOf, worstFirst } from './words.ts';

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
 * The report as SARIF 2.1.0, as code scanning reads it: each finding at the vendored document that it is about. What was
 * not checked is a notification of the run; what could not be checked makes the run unsuccessful.
 */
export function sarif(report: Report): string {
  const run = {
    tool: { driver: { name: 'kling-fetch', rules } },
    invocations: [
      {
        executionSuccessful: !report.skipped.some((each) => each.failed),
        toolExecutionNotifications: report.skipped.map((each) => ({
          level: each.failed ? 'error' : 'note',
          message: { text: reasonOf(each) },
        })),
      },
    ],
    results: worstFirst(report.findings).map(resultOf),
    properties: { checked: report.checked, summary: summaryOf(report) },
  };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf(each: Finding) {
  const { kind, severity, provider, operation, location, expected, actual, message } = each;
  const place = oneLine(placeOf(each));
  return {
    ruleId: kind,
    ruleIndex: rules.findIndex(({ id }) => id === kind),
    level: levels[severity],
    message: { text: oneLine(message) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: `openapi/${encodeURIComponent(provider)}.yaml` },
          // Code scanning shows nothing without a line.
          region: { startLine: 1 },
        },
        logicalLocations: [{ fullyQualifiedName: place }],
      },
    ],
    // The same finding of another night is the same alert.
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
